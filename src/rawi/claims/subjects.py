"""Who stands as the subject of a reporting verb: the noun phrases between the verb and its content."""

from __future__ import annotations

import msgspec

from rawi.annotations.speech import particles
from rawi.claims.carriers import match_carrier
from rawi.claims.reading import Reading, codes

_LONGEST = 18


class Subject(msgspec.Struct, frozen=True):
    """The parts of a subject by token range: the phrase after the verb, then appositions between commas."""

    parts: tuple[tuple[int, int], ...]

    @property
    def first(self) -> int:
        """The first token."""
        return self.parts[0][0]

    @property
    def last(self) -> int:
        """The token after the last."""
        return self.parts[-1][1]


def find_subject(reading: Reading, start: int, end: int) -> Subject | None:
    """Return the subject that begins at ``start`` and ends before ``end``; None if it is only understood."""
    parts: list[tuple[int, int]] = []
    at = start
    while at < end:
        stop = _phrase_end(reading, at, end, first=not parts)
        if stop > at:
            parts.append((at, stop))
        following = stop
        if following >= end or reading.tape[following] not in codes().comma:
            break
        at = following + 1
        if not _apposition(reading, at, end):
            break
    return Subject(tuple(parts)) if parts else None


def _phrase_end(reading: Reading, start: int, end: int, *, first: bool) -> int:
    """Return where the noun phrase that begins at ``start`` ends."""
    c, tape, words = codes(), reading.tape, reading.words
    breaks = (
        c.tag
        | c.comma
        | c.end
        | c.adverb
        | c.relative
        | c.dash
        | c.colon
        | c.complementizer
        | c.negation
        | c.auxiliary
    )
    at = start
    end = min(end, start + _LONGEST)
    while at < end:
        code = tape[at]
        quotation = reading.opening_at.get(at)
        if quotation is not None and at > start and _ends_person(reading, at):
            return at
        if quotation is not None and quotation.close < end:
            at = quotation.close + 1
            continue
        if code in c.paren:
            close = next((i for i in range(at, min(at + 8, end)) if tape[i] in c.close), None)
            if close is None:
                return at
            at = close + 1
            continue
        if code in c.preposition and not _inside_name(reading, at) and not _let_through(reading, start, at):
            return at
        if code in breaks and not _inside_name(reading, at):
            return at
        if match_carrier(words, at) is not None and words[at][0] == "ل":
            return at
        if at == start + 1 and _is_object(words[start], words[at]):
            return at
        if at > start and _addressee(words[at]) and not _inside_name(reading, at):
            return at
        at += 1
    return at


def _ends_person(reading: Reading, at: int) -> bool:
    """Does a person's name end right before the token?"""
    return any(person.last == at for person in reading.people)


def _is_object(head: str, word: str) -> bool:
    """طالبت الحركة الفلسطينيين بـ: a plural in ـين after a definite subject cannot agree with it, so is its object."""
    return head.startswith("ال") and word.startswith("ال") and word.endswith("ين") and len(word) > 5


def _inside_name(reading: Reading, at: int) -> bool:
    """Is the token part of a name or a role that the annotators found?"""
    spans = (*reading.organizations, *reading.people, *reading.roles)
    return any(span.first < at < span.last for span in spans)


def _let_through(reading: Reading, start: int, at: int) -> bool:
    """A preposition inside the phrase: after a single indefinite head (مسؤول في، عدد من), or عليّ as a
    name."""
    word = reading.words[at]
    if reading.source_letter(at) == "ي" and word not in particles("inside") and word.endswith("ي"):
        return at > start and len(word) == 3
    return word in particles("inside") and at - start in (1, 2) and _takes_place(reading, start)


def _takes_place(reading: Reading, start: int) -> bool:
    """A head that في or من completes: مسؤول في البلدية، عدد من السكان; not a name (ماروتو في تصريح)."""
    if reading.words[start] in particles("partitive"):
        return True
    return any(role.first == start and role.value.kind == "anonymous" for role in reading.roles)


def _addressee(word: str) -> bool:
    """A word after a joined ل or ب (لوكالة، بالعاصمة) is the hearer or the place, not the subject."""
    return (
        word in ("ل", "ب")
        or (word.startswith(("لل", "بال")) and len(word) > 4)
        or (word.startswith("ل") and len(word) > 5)
    )


def _apposition(reading: Reading, at: int, end: int) -> bool:
    """Does a name or a role begin right after a comma?"""
    if at >= end:
        return False
    if any(span.first == at for span in (*reading.people, *reading.roles, *reading.organizations)):
        return True
    return reading.tape[at] == "." and end - at <= 6
