"""Towns of the gazetteer that more than one thing shows: a dateline, two words of a name, others of the
country beside
them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import compress
from operator import not_

from rawi.annotations.lexis import load_vocabulary
from rawi.annotations.localities import NEAR, Found, find_longest
from rawi.arabic.fold import fold
from rawi.lexicons.atlas import KNOWN
from rawi.lexicons.loader import load_table
from rawi.model.place import Place
from rawi.text.text import Text

_LONGEST = 3
_MOST = 12
_BESIDE = 150 / 111.2  # a hundred and fifty kilometres in degrees
_SPOKEN = (
    "particle|verb|pronoun|preposition|adverb|ordinary|inside|nationality|many|head|weak|office"
    "|name|given|likely"
)


@cache
def _codes(classes: str) -> frozenset[str]:
    """Return the codes of some classes."""
    return load_vocabulary().codes("{?" + classes + "}")


@cache
def _firsts() -> dict[str, int]:
    """Return the folded words with which names of two words begin (كفر، تل، رأس), with the letters that
    may be joined
    before them, and how many these are."""
    kinds = ("first", "shape")
    words = [fold(row["word"]) for row in load_table("place_heads.tsv") if row["kind"] in kinds]
    return {letters + word: len(letters) for letters in ("ب", "ل", "و", "") for word in words}


def find_corroborated(text: Text, tape: str, countries: frozenset[str], taken: bytearray) -> Iterator[Found]:
    """Yield towns that their surroundings show; ``taken`` flags the tokens of places found before.

    ``countries`` are those that the article names (ISO 3166-1 alpha-2).
    """
    yield from _find_datelines(text, tape, countries, taken)
    if countries & NEAR:
        yield from _find_compounds(text, countries, taken)
        yield from _find_series(text, tape, countries, taken)


def _fitting(rows: Sequence[Place], countries: frozenset[str], least: int) -> list[Place]:
    """Return the rows in some countries that are known by more than where they lie."""
    return [row for row in rows if row.country in countries and row.rank > least and not row.generic]


def _find_datelines(text: Text, tape: str, countries: frozenset[str], taken: bytearray) -> Iterator[Found]:
    """Yield the town with which a line begins before a dash, or before brackets with a place (بنش (ريف
    إدلب))."""
    words = text.words
    begins = [0, *(at + 1 for at in compress(range(len(words)), map(not_, words)))]
    for first in begins:
        last, rows = find_longest(words, first, _LONGEST)
        if not rows or last >= len(words) or any(taken[first:last]):
            continue
        dashed = tape[last] in _codes("dash")
        bracketed = (
            tape[last] in _codes("opening")
            and last + 1 < len(words)
            and (taken[last + 1] or tape[last + 1] in _codes("region|settlement|direction|place"))
        )
        if (dashed or bracketed) and (fit := _fitting(rows, countries or NEAR, KNOWN)):
            yield Found(first, last, max(fit, key=_rank), "place/dateline")


def _find_compounds(text: Text, countries: frozenset[str], taken: bytearray) -> Iterator[Found]:
    """Yield names of two words and more that begin with a word of places, wherever they stand: وادي حلفا."""
    words, firsts = text.words, _firsts()
    for at in compress(range(len(words) - 1), map(firsts.__contains__, words)):
        joined = firsts[words[at]]
        count, rows = find_longest([words[at][joined:], *words[at + 1 : at + 3]], 0)
        fit = _fitting(rows, countries, 0) if count > 1 and not any(taken[at : at + count]) else []
        if fit and not any(row.common for row in fit):
            yield Found(at, at + count, max(fit, key=_rank), "place/compound", joined)


def _find_series(text: Text, tape: str, countries: frozenset[str], taken: bytearray) -> Iterator[Found]:
    """Yield two or more towns of one country that lie close together, joined by و after a preposition (عن
    ودان وهون)."""
    words = text.words
    led = _codes("inside|preposition|source|direction")
    for before in compress(range(len(words) - 2), map(led.__contains__, tape)):
        at = before + 1
        if taken[at] or not words[at + 1].startswith("و"):
            continue
        found = list(_read_series(words, tape, at, countries, taken))
        plain = [one for one in found if not one.row.common and tape[one.first] not in _codes(_SPOKEN)]
        if len(found) > 1 and plain and all(_are_close(one.row, found[0].row) for one in found[1:]):
            yield from found


def _read_series(
    words: Sequence[str], tape: str, at: int, countries: frozenset[str], taken: bytearray
) -> Iterator[Found]:
    """Yield the towns joined by و from a token on, the first without it."""
    joined = 0
    for _ in range(_MOST):
        if at >= len(words) or taken[at] or (joined and not words[at].startswith("و")):
            return
        _, rows = find_longest([words[at][joined:]], 0)
        fit = _fitting(rows, countries, KNOWN)
        if not fit:
            return
        yield Found(at, at + 1, max(fit, key=_rank), "place/series", joined)
        at, joined = at + 1, 1


def _rank(row: Place) -> int:
    """Return how well a row is known."""
    return row.rank


def _are_close(one: Place, other: Place) -> bool:
    """Do two places lie within a hundred and fifty kilometres?"""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return False
    return math.hypot(one.lat - other.lat, (one.lon - other.lon) * math.cos(math.radians(one.lat))) < _BESIDE
