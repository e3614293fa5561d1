"""Words that place something by a named place: قرب حلب، شمال غرب كركوك، ريف حمص الشمالي."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

import msgspec

from rawi.annotations.localities import load_kinds
from rawi.arabic.fold import fold
from rawi.entities.surroundings import Seen
from rawi.lexicons.loader import load_table
from rawi.model.entity import PlacePrecision, Relation, Vicinity
from rawi.model.span import Span
from rawi.text.text import Text

_LONGEST = 3
_JOINED = ("", "و", "ب", "ل", "وب", "ول", "ف")
_DIRECTIONS = frozenset(map(fold, ["الشمالي", "الجنوبي", "الشرقي", "الغربي", "الأوسط"]))


class Phrase(msgspec.Struct, frozen=True):
    """What some words before a name say."""

    relation: Relation
    precision: PlacePrecision


@cache
def _load_phrases() -> dict[str, Phrase]:
    """Return the phrases of ``vicinities.tsv``, folded."""
    rows = list(load_table("vicinities.tsv"))
    return {
        fold(row["phrase"]): msgspec.convert(
            {"relation": row["relation"], "precision": row["precision"]}, Phrase
        )
        for row in rows
    }


@cache
def _load_lasts() -> frozenset[str]:
    """Return the last words of the phrases, with the letters that may be joined before a phrase of one."""
    lasts = {(phrase.split()[-1], " " in phrase) for phrase in _load_phrases()}
    return frozenset(letters + last for last, _ in lasts for letters in _JOINED)


def find_vicinities(text: Text, mentions: Iterable[Seen]) -> dict[Span, Vicinity]:
    """Return by the span of its name each mention of a place before which such words stand.

    >>> from rawi.pipeline import extract
    >>> [one.relation for one in extract("دوى انفجار شمال غرب كركوك").entities[0].around]
    ['northwest']
    """
    found = {}
    for seen in mentions:
        first = seen.note.first
        at = first - 1 if first and _is_head(text.words, first - 1) else first
        if (
            match := _before(text.words, at) or (at < first and _before(text.words, first)) or None
        ) is not None:
            start, joined, phrase = match
            if phrase.relation == "between" and seen.note.value.precision == "country":
                continue  # a war between two countries is in no place
            name = text.source_span(seen.note.start, seen.note.end)
            last = seen.note.last
            while last < len(text.words) and text.words[last] in _DIRECTIONS:
                last += 1
            span = text.source_span(text.starts[start] + joined, text.end(last - 1))
            found[name] = Vicinity(span, name, phrase.relation, phrase.precision)
    return found


def _is_head(words: Sequence[str], at: int) -> bool:
    """Is a token a bare noun of places: شمال مدينة حلب?"""
    return words[at] in load_kinds()


def _before(words: Sequence[str], end: int) -> tuple[int, int, Phrase] | None:
    """Return the longest phrase that ends before a token: its first token, the letters joined before it, and
    what it says."""
    if not end or words[end - 1] not in _load_lasts():
        return None
    for first in range(max(end - _LONGEST, 0), end):
        said = " ".join(words[first:end])
        for letters in _JOINED:
            if said.startswith(letters) and (phrase := _load_phrases().get(said.removeprefix(letters))):
                return first, len(letters), phrase
    return None
