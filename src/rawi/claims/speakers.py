"""Name the speaker of each report: the fullest name that the article gives, also where the subject is only understood."""

from __future__ import annotations

import msgspec

from rawi.arabic.inflection import Agreement
from rawi.claims.drafts import Draft
from rawi.claims.reading import Reading
from rawi.claims.subjects import Subject
from rawi.model.annotation import Annotation
from rawi.model.claim import Speaker

_MARKS = " \"“”„‟«»‹›″،,؛:.-–—"


class _Known(msgspec.Struct):
    """A speaker met before: the name, the folded words by which the text called them, and how verbs agreed."""

    name: str
    role: str | None
    words: frozenset[str]
    agreement: Agreement | None
    at: int


class Speakers:
    """Remembers who has spoken, in the order of the text."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.known: list[_Known] = []

    def name(self, draft: Draft) -> Speaker:
        """Return the speaker of a draft; the name is null where nobody can be settled on."""
        if draft.subject is None:
            return self._understood(draft)
        name, role = self._named(draft.subject)
        words = self._words(draft.subject)
        earlier = self._same(name, words)
        if earlier is not None:
            name, role = (earlier.name if len(earlier.name) > len(name) else name), role or earlier.role
        at = draft.subject.first
        self.known.append(_Known(name, role, words | (earlier.words if earlier else frozenset()), draft.agreement, at))
        return Speaker(span=self.reading.text.span(draft.subject.first, draft.subject.last), name=name, role=role)

    def _understood(self, draft: Draft) -> Speaker:
        """An elided subject is the last speaker with whom the verb agrees."""
        for known in reversed(self.known):
            if draft.agreement is None or known.agreement is None or known.agreement == draft.agreement:
                self.known.append(known)
                return Speaker(span=None, name=known.name, role=known.role)
        return Speaker(span=None, name=None)

    def _named(self, subject: Subject) -> tuple[str, str | None]:
        """Return the name in a subject and the role beside it: a person's name before anything else."""
        person = self._mention(self.reading.people, subject)
        if person is not None:
            role = self._mention(self.reading.roles, subject)
            return self._text(person.first, person.last), role and self._text(role.first, role.last)
        return self._text(*subject.parts[0]), None

    def _mention(self, mentions: list[Annotation], subject: Subject) -> Annotation | None:
        """Return the first mention inside a subject."""
        return next((one for one in mentions if one.first >= subject.first and one.last <= subject.last), None)

    def _text(self, first: int, last: int) -> str:
        """Return the source's words without marks at the ends."""
        return self.reading.text.words_of(first, last).strip(_MARKS)

    def _words(self, subject: Subject) -> frozenset[str]:
        """Return the folded words of a subject, articles off."""
        words = self.reading.words[subject.first : subject.last]
        return frozenset(word.removeprefix("ال") for word in words if len(word) > 1)

    def _same(self, name: str, words: frozenset[str]) -> _Known | None:
        """Return the last speaker met before whose words hold all of these."""
        return next((known for known in reversed(self.known) if words and words <= known.words), None)
