"""Towns of the gazetteer that more than one thing shows: a dateline, two words of a name, others of the
country beside
them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from rawi.annotations.lexis import load_vocabulary
from rawi.annotations.localities import NEAR, Found, find_longest
from rawi.arabic.fold import fold
from rawi.lexicons.atlas import KNOWN
from rawi.lexicons.loader import load_table
from rawi.model.place import Place, distance
from rawi.rules.wordsets import find_words
from rawi.text.text import Text

_START = re.Match[str].start
_LONGEST = 3
_MOST = 12
_BESIDE = 150.0  # kilometres
_SPOKEN = (
    "particle|verb|pronoun|preposition|adverb|ordinary|inside|nationality|many|head|weak|office"
    "|name|given|likely"
)
_FOLLOWED = (
    "{?noun|heh|alef|nisba|nisbat|verbal|lam|imperfect|name}"
    "(?={region:b}|{?inside:bare}{region:bare}|{opening}{region:bare}|{noun:al}{region|settlement:l})"
)


@cache
def _codes(classes: str) -> frozenset[str]:
    """Return the codes of some classes."""
    return load_vocabulary().codes("{?" + classes + "}")


@cache
def place_firsts() -> dict[str, int]:
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
        yield from _find_followed(text, tape, countries, taken)


def _fitting(rows: Sequence[Place], countries: frozenset[str], least: int) -> list[Place]:
    """Return the rows in some countries that are known by more than where they lie."""
    return [row for row in rows if row.country in countries and row.rank > least and not row.generic]


def _find_datelines(text: Text, tape: str, countries: frozenset[str], taken: bytearray) -> Iterator[Found]:
    """Yield the town with which a line begins before a dash, or before brackets with a place (بنش (ريف
    إدلب))."""
    words = text.words
    ends = map(_START, _load_ends().finditer(tape))
    near = {first for end in ends for first in range(max(end - _LONGEST, 0), end)}
    for first in sorted([at for at in near if not at or not words[at - 1]]):
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
    words, firsts = text.words, place_firsts()
    for at in find_words(text, place_firsts):
        if at + 1 == len(words):
            break
        joined = firsts[words[at]]
        count, rows = find_longest([words[at][joined:], *words[at + 1 : at + 3]], 0)
        fit = _fitting(rows, countries, 0) if count > 1 and not any(taken[at : at + count]) else []
        if fit and not any(row.common for row in fit):
            yield Found(at, at + count, max(fit, key=_rank), "place/compound", joined)


def _find_series(text: Text, tape: str, countries: frozenset[str], taken: bytearray) -> Iterator[Found]:
    """Yield two or more towns of one country that lie close together, joined by و after a preposition (عن
    ودان وهون)."""
    words = text.words
    before = map(_START, _load_leading().finditer(tape, 0, max(len(words) - 2, 0)))
    for at in [at + 1 for at in before if words[at + 2].startswith("و")]:
        series = list(_read_series(words, at, countries, taken))
        plain = any(not row.common and tape[at] not in _codes(_SPOKEN) for at, _, row in series)
        told = [at for at, _, row in series if not row.common and tape[at] not in _codes("given|likely")]
        plain = plain or len(told) > 1  # على حرض وميدي: each is a word, both are not
        rows = [row for _, _, row in series]
        if len(series) > 1 and plain and all(_has_neighbour(row, rows) for row in rows):
            for first, letters, row in series:
                yield Found(first, first + 1, row, "place/series", letters)


def _read_series(
    words: Sequence[str], at: int, countries: frozenset[str], taken: bytearray
) -> Iterator[tuple[int, int, Place]]:
    """Yield the tokens of towns joined by و from one on, with how many letters are joined before each."""
    joined = 0
    for _ in range(_MOST):
        if at >= len(words) or taken[at] or (joined and not words[at].startswith("و")):
            return
        _, rows = find_longest([words[at][joined:]], 0)
        fit = _fitting(rows, countries, KNOWN)
        if not fit:
            return
        yield at, joined, max(fit, key=_rank)
        at, joined = at + 1, 1


def _find_followed(text: Text, tape: str, countries: frozenset[str], taken: bytearray) -> Iterator[Found]:
    """Yield towns of unknown words, a و joined before them or not, after which stands where they lie (وماير
    بريف حلب، والراهدة التابعة لمحافظة تعز)."""
    words = text.words
    for match in _load_followed().finditer(tape):
        at = match.start()
        if taken[at]:
            continue
        joined = int(words[at].startswith("و") and not find_longest([words[at]], 0)[1])
        if words[at].startswith("ال") or (joined and tape[at] in _codes("nisba|nisbat")):
            continue  # الأراضي الواقعة في محافظة, الزراعية والصناعية بمحافظة
        _, rows = find_longest([words[at][joined:]], 0)
        fit = [row for row in _fitting(rows, countries, KNOWN if joined else 0) if not row.common]
        if fit:
            yield Found(at, at + 1, max(fit, key=_rank), "place/followed", joined)


@cache
def _load_ends() -> re.Pattern[str]:
    """Compile what stands after the town of a dateline."""
    return re.compile(load_vocabulary().compile("{?dash|opening}"))


@cache
def _load_followed() -> re.Pattern[str]:
    """Compile an unknown word before its governorate."""
    return re.compile(load_vocabulary().compile(_FOLLOWED))


@cache
def _load_leading() -> re.Pattern[str]:
    """Compile what leads to a series of towns."""
    return re.compile(load_vocabulary().compile("{?inside|preposition|source|direction|homograph}"))


def _rank(row: Place) -> int:
    """Return how well a row is known."""
    return row.rank


def _has_neighbour(one: Place, rows: Sequence[Place]) -> bool:
    """Does another of some places lie close to one?"""
    return any(distance(one, other) < _BESIDE for other in rows if other is not one)
