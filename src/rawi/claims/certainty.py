"""How sure a statement is, and why: reasons for and against it, each a code of ``reasons.toml``.

What a reader would look at is looked at: what shows where the words begin and end, and what says whose they
are. Reasons against weigh 1 or 2; from a weight of 2 on the statement is doubtful. Decision 0045 has the
figures.
"""

from __future__ import annotations

import tomllib
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

from rawi.claims.drafts import Draft
from rawi.claims.genitives import may_complete
from rawi.claims.known import folded_name
from rawi.claims.namesakes import shared_families
from rawi.claims.orders import find_order_lines
from rawi.claims.reading import Reading, codes
from rawi.claims.subjects import Subject
from rawi.model.claim import Confidence, Speaker, Statement
from rawi.model.span import Span

Told = tuple[Statement, Draft]
DOUBTFUL = 2  # the weight of reasons against from which a statement goes to review
_SHORT = 2  # tokens of a content that may be a fragment
_LONG = 60  # tokens of a paraphrase in which the author may speak again
_FAR = 200  # tokens before a cue in which others who may be meant are looked for
_FRAMES = {
    "clause": "content.clause",
    "gloss": "content.clause",
    "colon": "content.colon",
    "noun": "content.object",
    "prep": "content.governed",
    "bare": "content.bare",
    "before": "content.phrase",
    "after": "content.phrase",
    "statement/headline": "content.headline",
}
_RULES = {
    "statement/inserted-verb": "content.sentence",
    "statement/what-verb": "content.pointed",
    "statement/count-verb": "content.object",
    "statement/what-clause": "content.clause",
}


class Reason(msgspec.Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """One reason of ``reasons.toml``; ``weight`` is 0 for what speaks for a statement, or for nothing."""

    code: str
    weight: Literal[0, 1, 2]
    en: str
    ar: str


@cache
def load_reasons() -> dict[str, Reason]:
    """Load all reasons there are by their codes, in the order of the file."""
    rows = tomllib.loads(files("rawi.claims").joinpath("reasons.toml").read_text("utf-8"))["reason"]
    return {reason.code: reason for reason in msgspec.convert(rows, list[Reason])}


@cache
def _weights() -> dict[str, int]:
    """Return what each reason weighs."""
    return {code: reason.weight for code, reason in load_reasons().items()}


def find_confidence(reasons: tuple[str, ...]) -> Confidence:
    """Return what reasons come to.

    >>> find_confidence(("content.clause", "speaker.named")), find_confidence(("speaker.nobody",))
    ('certain', 'doubtful')
    """
    return "doubtful" if sum(map(_weights().__getitem__, reasons)) >= DOUBTFUL else "certain"


def assess_statements(reading: Reading, told: Sequence[Told]) -> list[Told]:
    """Return the statements of a text, given in their order, each with its reasons and what they come to."""
    assessor = Assessor(reading)
    return [(assessor.assess(statement, draft), draft) for statement, draft in told]


class Assessor:
    """Judges the statements of one text, in their order; remembers where each speaker spoke last."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.last: dict[str, Told] = {}
        self.orders: tuple[Span, ...] | None = None
        self.families: frozenset[str] | None = None
        self.surnames: Counter[str] | None = None
        self.reported = bytearray(len(reading.words) + 1)
        turns, tape = codes().any_turn, reading.tape
        signals = (at for at in reading.clause_signals if tape[at] in turns)
        self.turns = [at for at in signals if reading.outer_quotation(at) is None]

    def assess(self, statement: Statement, draft: Draft) -> Statement:
        """Return the statement with its reasons, what they come to, and whence an understood name is.

        ``وأضاف أن الجسر سيفتح`` after ``قال سليم الدوري …`` gets ``content.clause``, ``speaker.next`` and
        the id of the statement before.
        """
        stands = self._stands(statement.speaker)
        before = None if stands else self.last.get(statement.speaker.name or "")
        reasons = (
            *self._of_content(statement, draft),
            *self._of_cue(statement, draft),
            *self._of_speaker(statement, draft, before, stands=stands),
            *self._of_line(statement),
        )
        judged = msgspec.structs.replace(
            statement,
            confidence=find_confidence(reasons),
            reasons=reasons,
            speaker_from=before[0].id if before else None,
        )
        self._remember(judged, draft)
        return judged

    def _of_line(self, statement: Statement) -> tuple[str, ...]:
        """Return what the line in which the words begin says of them."""
        if self.orders is None:
            self.orders = find_order_lines(self.reading.text)
        at = statement.content[0].start
        held = self.orders and any(one.start <= at < one.end for one in self.orders)
        return ("line.order",) if held else ()

    def _stands(self, speaker: Speaker) -> bool:
        """Do the words at the statement hold the name, or its last word?"""
        if speaker.span is None or speaker.name is None:
            return False
        words = speaker.span.of(self.reading.text.source)
        if words == speaker.name:
            return True
        here, name = folded_name(words), folded_name(speaker.name)
        return name in here or name.split()[-1:] == here.split()[-1:]

    def _remember(self, statement: Statement, draft: Draft) -> None:
        """Keep who spoke, and which tokens are somebody's words."""
        if statement.speaker.name is not None:
            self.last[statement.speaker.name] = statement, draft
        for first, last in draft.content.spans:
            self.reported[first:last] = b"\1" * (last - first)

    def _of_content(self, statement: Statement, draft: Draft) -> list[str]:
        """Return what shows where the words begin and end."""
        start, end = draft.content.start, draft.content.end
        short = ["content.short"] if end - start <= _SHORT else []
        if statement.kind == "direct":
            return ["content.quoted", *short]
        shown = _RULES.get(draft.rule) or _FRAMES.get(draft.rule.rsplit("-", 1)[-1])
        found = [shown] if shown is not None else []
        if self._turns(start, end):
            found.append("content.turn")
        found += short
        if end - start > _LONG:
            found.append("content.long")
        return found

    def _turns(self, first: int, last: int) -> bool:
        """Does a word such as فيما stand in a token range, outside all quotation marks?"""
        at = bisect_left(self.turns, first)
        return at < len(self.turns) and self.turns[at] < last

    def _of_cue(self, statement: Statement, draft: Draft) -> list[str]:
        """Return what is to be said of the reporting word."""
        found = []
        word = self.reading.entries.get(self.reading.words[draft.cue[0]]) if draft.cue else None
        if word is not None and word.cue is not None and draft.manner in ("verb", "participle"):
            if word.cue.strength == "weak":
                found.append("cue.weak")
            if word.present and statement.kind != "direct":
                found.append("cue.present")
        if statement.within is not None:
            found.append("cue.within")
        return found

    def _of_speaker(
        self, statement: Statement, draft: Draft, before: Told | None, *, stands: bool
    ) -> list[str]:
        """Return how the speaker was found."""
        speaker = statement.speaker
        if speaker.name is None:
            found = ["speaker.nobody"]
        elif speaker.span is None:
            found = self._of_understood(draft, before)
            if _is_unknown(speaker):
                found.append("speaker.from-unknown")
        else:
            found = self._of_named(speaker, draft, stands=stands)
        if draft.doubtful:
            found.append("speaker.guessed")
        return found

    def _of_named(self, speaker: Speaker, draft: Draft, *, stands: bool) -> list[str]:
        """Return what the words that stand for the speaker are."""
        unknown, subject = _is_unknown(speaker), draft.subject
        found = ["speaker.unknown"] if unknown else []
        named = stands and not unknown
        if not named and subject is not None and self.reading.tape[subject.first] in codes().noun:
            found.append("speaker.document")
        elif not unknown:
            found.append("speaker.named" if named else "speaker.described")
        if subject is not None and draft.cue is not None and subject.last <= draft.cue[0]:
            found.append("speaker.ahead")
        if subject is not None and speaker.name is not None:
            if self._inside(speaker.name, subject):
                found.append("speaker.inside")
            if self._has_namesake(speaker):
                found.append("speaker.namesake")
        return found

    def _inside(self, name: str, subject: Subject) -> bool:
        """خصوم سامي النجار, مدرب فريق سامي النجار: may the name belong to the noun before it?"""
        reading, last_word = self.reading, folded_name(name).split()[-1:]
        for one in reading.people.beginning_in(subject.first, subject.last):
            if [reading.words[one.last - 1]] == last_word:
                return may_complete(reading, subject, one)
        return False

    def _has_namesake(self, speaker: Speaker) -> bool:
        """Is a speaker called by a surname that two people of the article have, or known by no more?"""
        if speaker.entity is None and folded_name(speaker.name or "") in self._families():
            return True
        source = self.reading.text.source
        called = folded_name(speaker.span.of(source)).split() if speaker.span else []
        return len(called) == 1 and self._surnames()[called[0]] > 1

    def _families(self) -> frozenset[str]:
        """Return the family names that several people of the article bear."""
        if self.families is None:
            self.families = frozenset(shared_families(self.reading.entities))
        return self.families

    def _surnames(self) -> Counter[str]:
        """Count by how many people of the article a surname is borne."""
        if self.surnames is None:
            people = (one.name for one in self.reading.entities if one.type == "person")
            self.surnames = Counter(name.split()[-1] for one in people if (name := folded_name(one)))
        return self.surnames

    def _of_understood(self, draft: Draft, before: Told | None) -> list[str]:
        """Return whence a speaker is understood, and what may mislead there."""
        if before is None:
            found = ["speaker.heard"]
        else:
            found = ["speaker.carried" if self._far(draft, before[1]) else "speaker.next"]
            if self._rivals(draft, before[1]):
                found.append("speaker.rival")
            if _names_doubtfully(before[0]):
                found.append("speaker.from-doubtful")
        if draft.manner == "verb" and draft.cue is not None and self._unjoined(draft.cue[0]):
            found.append("speaker.unjoined")
        return found

    def _far(self, draft: Draft, before: Draft) -> bool:
        """Does a whole sentence of the author's stand between two statements?"""
        sentences, end = self.reading.text.sentences, before.content.end
        at = bisect_left(sentences, (end, end))
        return at < len(sentences) and sentences[at][1] <= _position(draft)

    def _rivals(self, draft: Draft, before: Draft) -> bool:
        """Is somebody else named by the author between two statements?"""
        reading, at = self.reading, _position(draft)
        first = max(before.content.end, at - _FAR)
        named = (reading.people, reading.organizations, reading.roles)
        return any(not self.reported[one.first] for names in named for one in names.beginning_in(first, at))

    def _unjoined(self, at: int) -> bool:
        """Does a verb in mid-sentence stand without the و that goes on with the same speaker?"""
        return (
            self.reading.tape[at] not in codes().verb_joined and at - self.reading.text.sentence_of(at)[0] > 1
        )


def _is_unknown(speaker: Speaker) -> bool:
    """Are the words of a name neither a role nor a name that the lexicons or the article make known?"""
    return speaker.role is None and speaker.entity is None


def _names_doubtfully(statement: Statement) -> bool:
    """Does anything speak against the speaker of a statement?"""
    weights = _weights()
    return sum(weights[code] for code in statement.reasons if code.startswith("speaker.")) >= DOUBTFUL


def _position(draft: Draft) -> int:
    """Return the token at which a draft is read: its cue, else its content."""
    return draft.cue[0] if draft.cue else draft.content.start
