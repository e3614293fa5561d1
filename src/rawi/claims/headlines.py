"""Headlines of the form المتحدث: كلام — a colon after a short name at the head of an article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rawi.claims.contents import Content, content_between
from rawi.claims.drafts import Draft
from rawi.claims.reading import Reading, codes
from rawi.claims.subjects import Subject

_NAME_TOKENS = 7
_FEWEST_WORDS = 3
_LINES = 3


class Headline(NamedTuple):
    """The tokens of a line that may be one, and its colon."""

    first: int
    last: int
    colon: int


def find_headlines(reading: Reading) -> list[Headline]:
    """Return the first lines of a text that have a colon after a few words and no stop at the end."""
    first = lines = 0
    found: list[Headline] = []
    while first < len(reading.words) and lines < _LINES:
        last = _line_end(reading, first)
        lines += last > first
        colon = _colon(reading, first, last)
        if colon is not None:
            found.append(Headline(first, last, colon))
        first = last + 1
    return found


def find_headline_drafts(
    reading: Reading, lines: Sequence[Headline], drafts: Sequence[Draft]
) -> Iterator[Draft]:
    """Yield the statements of the ``lines`` that name a speaker before the colon, none that only label
    (المصدر: …)."""
    for line in lines:
        draft = _headline(reading, line, drafts)
        if draft is not None:
            yield draft


def _line_end(reading: Reading, first: int) -> int:
    """Return the next line break or the end of the text."""
    try:
        return reading.words.index("", first)
    except ValueError:
        return len(reading.words)


def _colon(reading: Reading, first: int, last: int) -> int | None:
    """Return the colon of a line, which must be a headline: no stop at its end."""
    c, tape = codes(), reading.tape
    head = tape[first : min(first + _NAME_TOKENS + 1, last)]
    if c.colon.isdisjoint(head) or tape[last - 1] in c.stop:
        return None
    colon = next(at for at, code in enumerate(head, first) if code in c.colon)
    return colon if colon > first else None


def _headline(reading: Reading, line: Headline, drafts: Sequence[Draft]) -> Draft | None:
    """Read one line, if what stands before its colon names a speaker."""
    first, last, colon = line
    if not _names_speaker(reading, first, colon, drafts):
        return None
    quotation = reading.opening_at.get(colon + 1)
    if quotation is not None and quotation.close == last - 1:
        content: Content | None = Content(((quotation.open + 1, quotation.close),), "direct")
    else:
        content = content_between(reading, colon + 1, last)
    if content is None or content.end - content.start < _FEWEST_WORDS:
        return None
    subject = Subject(((first, colon),))
    return Draft(
        "statement/headline", None, content, subject, None, (first, last), stance="says", manner="marks"
    )


def _names_speaker(reading: Reading, first: int, colon: int, drafts: Sequence[Draft]) -> bool:
    """Is what stands before the colon a person, body, role, place or a thing that speaks, and nothing
    else?"""
    c, tape = codes(), reading.tape
    role = reading.role_at.get(first)
    if role is not None and role.last == colon:
        return True
    if not c.no_headline.isdisjoint(tape[first:colon]):
        return False
    for names in (reading.person_at, reading.organization_at, reading.role_at, reading.place_at):
        if first in names and names[first].last <= colon:
            return True
    words = {word.removeprefix("ال") for word in reading.words[first:colon]}
    if any(draft.subject and words <= _words(reading, draft.subject) for draft in drafts):
        return True
    return tape[first] in c.noun and reading.entry(first).noun is not None and bool(_speaks(reading, first))


def _words(reading: Reading, subject: Subject) -> set[str]:
    """The folded words of a subject, articles off."""
    return {word.removeprefix("ال") for word in reading.words[subject.first : subject.last]}


def _speaks(reading: Reading, at: int) -> bool:
    """دراسة: …, تقرير: … — a thing that can be the subject of a reporting verb."""
    noun = reading.entry(at).noun
    return noun is not None and noun.speaks
