"""Name the speaker of each report: the fullest name that the article gives, also where the subject is only
understood."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from rawi.annotations.speech import particles
from rawi.arabic.inflection import Agreement
from rawi.claims.drafts import Draft
from rawi.claims.reading import Reading, codes
from rawi.claims.subjects import Subject, find_subject
from rawi.model.annotation import Annotation
from rawi.model.claim import Speaker

_MARKS = " \"“”„‟«»‹›″'،,؛:.-–—"


class _Known(msgspec.Struct):
    """A speaker met before: the name, the folded words by which the text called them, and how verbs
    agreed."""

    name: str
    role: str | None
    words: frozenset[str]
    agreement: Agreement | None
    at: int


class Speakers:
    """Remembers who has spoken, in the order of the text.

    ``known`` holds all who were named; ``turns`` only those at the author's level, for a subject that is
    understood: a
    source quoted inside somebody's words does not go on speaking after them.
    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.known: list[_Known] = []
        self.turns: list[_Known] = []

    def name(self, draft: Draft, outer: Draft | None) -> Speaker:
        """Return the speaker of a draft that stands within ``outer``; the name is null if nobody can be
        settled on."""
        if draft.subject is None:
            return self._understood(draft, outer)
        subject = self._owner(draft.subject) or draft.subject
        known = None if self._is_document(subject) else self._resolve(subject, draft)
        if known is None and self._is_document(subject):
            return self._understood(msgspec.structs.replace(draft, agreement=None), outer, draft.subject)
        if known is None:
            return self._understood(draft, outer, draft.subject)
        self._remember(known, outer)
        span = self.reading.text.span(draft.subject.first, draft.subject.last)
        return Speaker(span=span, name=known.name, role=known.role)

    def hear(self, draft: Draft) -> None:
        """Remember the subject of a verb that reports nothing itself (ندد، رحب): the next وقال may be
        theirs."""
        if draft.subject is not None and (known := self._resolve(draft.subject, draft)) is not None:
            self._remember(known, None)

    def _remember(self, known: _Known, outer: Draft | None) -> None:
        """Keep a speaker; take the turn only at the author's level."""
        self.known.append(known)
        if outer is None:
            self.turns.append(known)

    def _understood(self, draft: Draft, outer: Draft | None, subject: Subject | None = None) -> Speaker:
        """An elided subject is the last speaker with whom the verb agrees; inside a report, the latest of
        all."""
        heard = self.turns if outer is None else self.known
        span = self.reading.text.span(subject.first, subject.last) if subject else None
        for known in reversed(heard):
            if draft.agreement is None or known.agreement is None or known.agreement == draft.agreement:
                if outer is None:
                    self.turns.append(known)
                return Speaker(span=span, name=known.name, role=known.role)
        return Speaker(span=span, name=None)

    def _resolve(self, subject: Subject, draft: Draft) -> _Known | None:
        """Name a subject; a definite description of somebody met before gives their name."""
        name, role = self._named(subject)
        words = self._words(subject)
        if not words:
            return None
        earlier = self._same(words)
        if earlier is not None and (earlier.words > words or len(earlier.name) >= len(name)):
            name, role = earlier.name, role or earlier.role
        whole = words | (earlier.words if earlier else frozenset())
        return _Known(name, role, whole, draft.agreement, subject.first)

    def _owner(self, subject: Subject) -> Subject | None:
        """بيان للجيش، تقرير صادر عن المنظمة: a thing that speaks does so for the body named after it."""
        first, last = subject.parts[0]
        reading = self.reading
        if (
            reading.tape[first] not in codes().noun
            or not (noun := reading.entry(first).noun)
            or not noun.channel
        ):
            return None
        if noun.channel in _PRESS:
            return None
        for at in range(first + 1, min(first + 6, len(reading.words))):
            word = reading.words[at]
            if word.startswith("لل") and len(word) > 3:
                return find_subject(reading, at, max(last, at + 1)) or Subject(((at, at + 1),))
            if word in particles("from"):
                sentence = reading.text.sentence_of(at)
                return find_subject(reading, at + 1, sentence[1])
        return Subject(((first + 1, last),)) if last - first > 1 else None

    def _is_document(self, subject: Subject) -> bool:
        """البيان, التقرير: a thing named before, which goes on speaking for its body."""
        first, last = subject.parts[0]
        if last - first > 1 or self.reading.tape[first] not in codes().noun:
            return False
        noun = self.reading.entry(first).noun
        return (
            noun is not None and noun.channel is not None and noun.channel not in _PRESS and bool(self.turns)
        )

    def _named(self, subject: Subject) -> tuple[str, str | None]:
        """Return the name in a subject and the role beside it: a person's name before anything else."""
        person = _inside(self.reading.people, subject)
        if person is not None:
            role = _inside(self.reading.roles, subject)
            return self._text(person.first, person.last), self._text(role.first, role.last) if role else None
        return self._text(*subject.parts[0]), None

    def _text(self, first: int, last: int) -> str:
        """Return the source's words without marks at the ends."""
        return self.reading.text.words_of(first, last).strip(_MARKS)

    def _words(self, subject: Subject) -> frozenset[str]:
        """Return the folded words of a subject, articles off, words that only point (نفسه، ذاتها) left
        out."""
        words = self.reading.words[subject.first : subject.last]
        skip = particles("same")
        return frozenset(word.removeprefix("ال") for word in words if len(word) > 1 and word not in skip)

    def _same(self, words: frozenset[str]) -> _Known | None:
        """Return the last speaker met before whose words hold all of these."""
        return next((known for known in reversed(self.known) if words <= known.words), None)


_PRESS = frozenset(("agency", "newspaper", "magazine", "channel", "radio", "website", "account", "person"))


def _inside(mentions: Sequence[Annotation], subject: Subject) -> Annotation | None:
    """Return the first mention inside a subject."""
    return next((one for one in mentions if one.first >= subject.first and one.last <= subject.last), None)
