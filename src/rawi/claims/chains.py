"""Through what a statement came: بيان, مؤتمر صحفي, تويتر, لوكالة … — the links that stand at the
statement, from the speaker's mouth outward."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import msgspec

from rawi.arabic.clitics import Clitic
from rawi.arabic.fold import fold
from rawi.claims.carriers import match_carrier
from rawi.claims.drafts import Draft
from rawi.claims.linkwords import CHANNELS, LinkForm, link_words, match_link
from rawi.claims.media import Medium, read_marked, read_medium, without_joined
from rawi.claims.reading import Reading, codes
from rawi.claims.tags import Tag
from rawi.model.chain import Link, LinkKind
from rawi.model.claim import Speaker

_REACH = 60  # tokens from a verb within which its adjuncts stand
_BACK = 14  # tokens back in which a relative clause that holds a link begins
_RANKS: dict[LinkKind, int] = {"channel": 0, "report": 0, "account": 1, "platform": 2, "agency": 3, "outlet": 3}
_TO, _WITH = int(Clitic.LAM), int(Clitic.BEH)


class Found(msgspec.Struct, frozen=True, gc=False):
    """A link, the token after it, and whether it only passes on what was said elsewhere (نقلت رويترز)."""

    link: Link
    end: int
    passes_on: bool = False

    @property
    def rank(self) -> tuple[bool, int]:
        """Where it stands in a chain: what carries the voice first, who passes it on last."""
        return self.passes_on, _RANKS.get(self.link.kind, 3)


class Chains:
    """Finds the chain of each statement, in the order of the text: للصحيفة points back at the last one named."""

    def __init__(self, reading: Reading, drafts: Sequence[Draft], tags: Sequence[Tag]) -> None:
        self.reading = reading
        self.tags = tags
        self.ends = sorted(draft.content.end for draft in drafts)
        self.named: list[tuple[str, Link]] = []

    def find(self, draft: Draft, outer: Draft | None, speaker: Speaker) -> tuple[Link, ...]:
        """Return the links stated at a report, from the speaker's mouth outward; each name once."""
        found: list[Found] = []
        for first, last in self._regions(draft, outer):
            found += _Walk(self, draft, speaker, first, last).read()
        found += self._in_tails(draft, speaker)
        seen: dict[str, Found] = {}
        for one in sorted(found, key=lambda one: one.rank):
            seen.setdefault(fold(one.link.name), one)
        return tuple(one.link for one in seen.values())

    def _regions(self, draft: Draft, outer: Draft | None) -> Iterator[tuple[int, int]]:
        """Yield the token ranges in which adjuncts of a report stand: before its cue, and from there to its
        content or to the end of its clause."""
        reading = self.reading
        cue = draft.cue or (draft.reach[0], draft.reach[0])
        begins = max(reading.text.sentence_of(cue[0])[0], cue[0] - _REACH)
        closed = bisect_left(self.ends, cue[0] + 1)
        if closed:
            begins = max(begins, self.ends[closed - 1])
        if outer is not None:
            begins = max(begins, outer.content.start)
        if draft.content.start >= cue[0]:
            yield _clause_start(reading, draft, begins, cue[0]), min(draft.content.start, cue[0] + _REACH)
        else:
            yield cue[0], _clause_end(reading, cue[1], min(draft.reach[1], cue[0] + _REACH))

    def _in_tails(self, draft: Draft, speaker: Speaker) -> Iterator[Found]:
        """Links in attributing phrases that follow the content in its sentence: بحسب ما ذكرت وكالة …."""
        end = draft.content.end
        low = bisect_left(self.tags, end, key=lambda tag: tag.first)
        for tag in self.tags[low : bisect_left(self.tags, end + 3, key=lambda tag: tag.first)]:
            if draft.cue is None or draft.cue[0] != tag.first:
                yield from _Walk(self, draft, speaker, tag.first, tag.end).read()

    def last_named(self, noun: str) -> Link | None:
        """Return the medium to which a noun with the article points back."""
        same = [link for called, link in self.named if called == noun]
        return same[-1] if same else None


def _clause_start(reading: Reading, draft: Draft, first: int, cue: int) -> int:
    """Where the clause of a cue begins: after the last turn of the sentence; at the verb before a participle;
    at the cue itself where و joins it to another verb."""
    c, tape = codes(), reading.tape
    points_back = any(reading.words[i] in link_words("therein") for i in range(cue, draft.content.start))
    if points_back:
        return first
    if tape[cue] in c.verb_joined and _has_verb(reading, first, cue):
        return cue
    for at in range(cue - 1, first, -1):
        if tape[at] in c.turn or (draft.manner == "participle" and tape[at] in c.verb):
            return at
        if tape[at] in c.verb and not _carries(reading.words[at]):
            return next((i for i in range(at, cue) if tape[i] in c.comma), cue)
    return first


def _has_verb(reading: Reading, first: int, last: int) -> bool:
    """Does a verb of reporting that carries nothing on stand in a range?"""
    return any(reading.tape[i] in codes().verb and not _carries(reading.words[i]) for i in range(first, last))


def _carries(word: str) -> bool:
    """Is it a verb of those who pass words on or get them (نشرتها، تلقت)?"""
    return word in link_words("publish") or word in link_words("receive") or word in link_words("withhold")


def _clause_end(reading: Reading, first: int, last: int) -> int:
    """Where the clause of a cue that follows its content ends."""
    c = codes()
    for at in range(first, last):
        if reading.tape[at] in c.end or (reading.tape[at] in c.cue and not _carries(reading.words[at])):
            return at
    return last


class _Walk:
    """One pass over the words in which a report's links stand."""

    def __init__(self, chains: Chains, draft: Draft, speaker: Speaker, first: int, last: int) -> None:
        self.chains, self.draft, self.speaker = chains, draft, speaker
        self.reading = chains.reading
        self.first, self.last = first, last
        subject = draft.subject
        self.subject = subject.first if subject else -1
        self.inside = range(subject.first + 1, subject.last) if subject else range(0)

    def read(self) -> Iterator[Found]:
        """Yield the links of the range, in the order of the text."""
        heads, at = self.reading.link_heads, self.first
        for index in heads[bisect_left(heads, self.first) : bisect_left(heads, self.last)]:
            if index < at or index in self.inside or self._aside(index):
                continue
            found = self._channel(index) or self._medium(index)
            if found is not None:
                at = found.end
                yield found

    def _word(self, at: int) -> str:
        """The folded word at a token; nothing before the text."""
        return self.reading.words[at] if at >= 0 else ""

    def _before(self, at: int) -> int:
        """The token before a word and the mark that opens at it."""
        at -= 1
        while at >= 0 and (self.reading.tape[at] in codes().quote or self.reading.tape[at] in codes().paren):
            at -= 1
        return at

    def _aside(self, at: int) -> bool:
        """Does a relative clause about somebody hold the word, not one about what was published?"""
        c, tape = codes(), self.reading.tape
        for index in range(at - 1, max(self.first, at - _BACK) - 1, -1):
            if tape[index] in c.closes or tape[index] in c.dash:
                return False
            if tape[index] in c.relative:
                return not (_carries(self._word(index + 1)) or self._is_link(index - 1))
        return False

    def _is_link(self, at: int) -> bool:
        """Does the noun of a link end at a token?"""
        words = self.reading.words
        return any((found := match_link(words, i)) is not None and found[1] == at + 1 for i in (at, at - 1) if i >= 0)

    def _channel(self, at: int) -> Found | None:
        """A link by what was spoken or written: في بيان, خلال مؤتمر صحفي, or a document that speaks."""
        matched = match_link(self.reading.words, at)
        if matched is None or matched[0].channel not in CHANNELS:
            return None
        form, end = matched
        speaks = at == self.subject
        if speaks and self._is_speaker(form):
            return None
        if not speaks and not self._is_led(form, at):
            return None
        stop = self._adjectives_end(form, end)
        if not self._is_link_here(form, end, stop):
            return None
        kind = CHANNELS[form.channel]
        if kind == "report" and not form.owned and not form.clitics & int(Clitic.ARTICLE):
            stop = self._owner_end(stop)
        name = self._name(form, at, stop)
        return Found(Link(kind, name, self.reading.text.span(at, stop)), stop)

    def _name(self, form: LinkForm, at: int, end: int) -> str:
        """What a channel is called: its noun in citation form where it is only owned (بيانها)."""
        if form.owned and end == at + 1 and form.channel not in ("study", "poll"):
            return form.noun
        return without_joined(self.reading.text.words_of(at, end), form.clitics)

    def _is_speaker(self, form: LinkForm) -> bool:
        """Is the document itself the speaker, and no body speaks through it (استطلاع، تقارير)?"""
        if form.channel == "poll" or self.speaker.name is None:
            return True
        word = fold(self.speaker.name).split()[0]
        found = match_link([word], 0)
        return found is not None and found[0].channel in CHANNELS

    def _is_led(self, form: LinkForm, at: int) -> bool:
        """Does a preposition lead the noun in, or a verb that points back at it after it?"""
        words, before = self.reading.words, self._before(at)
        if form.clitics & _WITH:
            return True
        while before >= self.first and words[before] in link_words("step"):
            before -= 1
        if before >= 0 and (words[before] in link_words("into") or self.reading.tape[before] in codes().tag):
            return True
        cue = self.draft.cue
        return cue is not None and any(
            words[i] in link_words("therein") for i in range(cue[1], min(cue[1] + 3, self.draft.content.start))
        )

    def _adjectives_end(self, form: LinkForm, end: int) -> int:
        """Step over the adjectives that say what kind of channel it is (بيان متلفز)."""
        kinds = "aired" if form.act else "medium"
        while end < self.last and self._word(end) in link_words(kinds):
            end += 1
        return end

    def _is_link_here(self, form: LinkForm, end: int, stop: int) -> bool:
        """An act of speaking is a link only by its adjective, a contact only with a medium, a letter not where
        what it was sent by is named."""
        if form.act:
            return stop > end
        if form.channel == "contact":
            return self._word(stop) in link_words("toward")
        if form.channel == "letter":
            return not any(
                self._word(i).removeprefix("ب").removeprefix("ال") in link_words("mail")
                for i in range(stop, min(stop + 3, self.last))
            )
        return True

    def _owner_end(self, at: int) -> int:
        """Step over the body or office whose report it is (تقرير مركز السفح)."""
        if at >= self.last:
            return at
        owner = self.reading.organization_at.get(at) or self.reading.role_at.get(at)
        return owner.last if owner is not None and owner.last <= self.last else at

    def _medium(self, at: int) -> Found | None:
        """A link by who carried the words: لصحيفة …, على فيسبوك, نقلت رويترز."""
        if self._word(at) in link_words("reporter"):
            return self._reporter(at)
        before = self._before(at)
        lead = self._word(before)
        medium = read_medium(self.reading, at, self.last)
        if medium is None and self.reading.opening_at.get(at) is not None:
            medium = self._unknown(at, lead)
        if medium is None or at == self.subject or before + 1 == self.subject:
            return None
        passes_on = self._passes_on(before, medium)
        if not passes_on and not self._carries_voice(at, before, medium):
            return None
        link = self._resolved(medium)
        return Found(link, medium.end, passes_on) if link is not None else None

    def _reporter(self, at: int) -> Found | None:
        """لمراسل قناة السفح: the newsroom he hears words for."""
        if not self._word(at).startswith("ل") or at + 1 >= self.last:
            return None
        medium = read_medium(self.reading, at + 1, self.last) or read_marked(self.reading, at + 1)
        link = self._resolved(medium) if medium is not None else None
        return Found(link, medium.end) if link is not None and medium is not None else None

    def _resolved(self, medium: Medium) -> Link | None:
        """Name what only points back by the medium named last; remember every other."""
        if medium.same is None:
            if medium.headed and (noun := match_link([fold(medium.link.name).split()[0]], 0)):
                self.chains.named.append((noun[0].noun, medium.link))
            return medium.link
        meant = self.chains.last_named(medium.same)
        return Link(meant.kind, meant.name, medium.link.span) if meant is not None else None

    def _unknown(self, at: int, lead: str) -> Medium | None:
        """A name in marks that no table knows, where it can only be a newsroom: قال لـ«السفح» إن."""
        if not (lead in ("ل", "ولل") or lead in link_words("toward") or lead in link_words("publish")
                or lead in link_words("receive")):
            return None
        medium = read_marked(self.reading, at)
        if medium is None or self._is_body(at + 1, medium.end - 1):
            return None
        return medium if self._closes(medium.end) else None

    def _is_body(self, first: int, last: int) -> bool:
        """Do the words between marks name a body, place or person that is no newsroom?"""
        reading = self.reading
        if self._word(first) in link_words("no_outlet"):
            return True
        body = reading.organization_at.get(first)
        if body is not None:
            return body.value.kind not in ("outlet", "agency", "platform")
        return first in reading.person_at or (first in reading.role_at and match_carrier(reading.words, first) is None)

    def _closes(self, at: int) -> bool:
        """Does the clause go on after a name as after whom words were addressed to: no name, no noun of its own?"""
        if at >= len(self.reading.words) or at >= self.last:
            return True
        c, code, word = codes(), self.reading.tape[at], self._word(at)
        if at in self.reading.person_at:
            return False
        return code != "." or not word[:1].isalnum() or word.startswith("ال") or word in link_words("day_part") or word in link_words("copy")

    def _passes_on(self, before: int, medium: Medium) -> bool:
        """Does a verb of passing on, a phrase that attributes, or نقلا عن lead the medium in?"""
        if before < 0:
            return False
        word = self._word(before)
        if word in link_words("publish") or self.reading.tape[before] in codes().tag:
            return True
        if word in link_words("receive"):
            return True
        end = medium.end + (self.reading.tape[medium.end] in codes().comma if medium.end < len(self.reading.tape) else 0)
        return self._word(end) in link_words("quoting") if end < len(self.reading.words) else False

    def _carries_voice(self, at: int, before: int, medium: Medium) -> bool:
        """Does a preposition or a verb of telling lead the medium in, as fits its kind?"""
        lead = self._word(before)
        if medium.addressed or lead == "ل":
            return True
        if medium.link.kind in ("platform", "account", "channel"):
            return lead in link_words("on") or (lead.startswith("ب") and len(lead) == 1)
        plain = not (medium.headed or medium.marked)
        if lead in link_words("toward"):
            return True
        if lead in link_words("on"):
            return medium.headed or (medium.marked and medium.known) or (plain and medium.end - at > 1)
        return self._is_told(at, before)

    def _is_told(self, at: int, before: int) -> bool:
        """أبلغ النائب إذاعة السفح: the object of a verb of telling, at once or after its subject."""
        cue = self.draft.cue
        if cue is None or self._word(cue[0]) not in link_words("inform"):
            return False
        return before == cue[0] or (self.draft.subject is not None and at in range(self.draft.subject.last, self.draft.subject.last + 3))
