"""Who speaks where an article only says the man, or the minister: somebody that it named before."""

from __future__ import annotations

from collections.abc import Iterator

from rawi.arabic.fold import fold
from rawi.entities.offices import read_offices
from rawi.model.claim import Statement
from rawi.model.entity import Entity
from rawi.model.record import Record
from rawi.relations.statements.lexemes import scope_of
from rawi.text.tokens import cut_tokens

_BEFORE = 60  # code points before a name in which the office of its holder stands
_MOST = 3  # words of an office without the name of a body


def find_speaker(record: Record, statement: Statement) -> Entity | None:
    """Return the person whom words for a speaker without a name mean: of الرجل the last person named, of
    الوزير the only one named with that office; null for other words, and where nobody was named."""
    speaker = statement.speaker
    if speaker.entity is not None or speaker.name is None:
        return None
    words = cut_tokens(fold(speaker.name))[0]
    if len(words) > _MOST:
        return None
    before = speaker.span.start if speaker.span is not None else statement.content[0].start
    if scope_of(words[0]) == "stand_in":
        return max(_people(record, before), key=lambda found: found[0], default=(0, None))[1]
    heads = _bare_offices(speaker.name)
    if not heads:
        return None
    held = {one.id: one for at, one in _people(record, before) if heads & _offices(record, at)}
    return next(iter(held.values())) if len(held) == 1 else None


def _people(record: Record, before: int) -> Iterator[tuple[int, Entity]]:
    """Yield the people named before a place, with where."""
    for one in record.entities:
        if one.type == "person":
            yield from ((span.start, one) for span in one.mentions if span.end <= before)


def _bare_offices(said: str) -> set[str]:
    """Return the offices of words that tell of no body or country."""
    offices = read_offices(said)
    if len(offices) != len(said.split()):
        return set()
    return {one.head for one in offices if one.strength != "title"}


def _offices(record: Record, at: int) -> set[str]:
    """Return the offices in the words before a name."""
    said = record.text[max(0, at - _BEFORE) : at].rsplit("\n", 1)[-1]
    return {one.head for one in read_offices(said) if one.strength != "title"}
