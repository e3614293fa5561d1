"""Sentences that many texts have without one being taken from the other: lines of the house, scripture."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal

import msgspec

from rawi.arabic.clitics import noun_forms
from rawi.arabic.fold import fold
from rawi.lexicons.loader import load_entries

LEXICON = "formulas.toml"
_FIRST = 20  # words of a text that say what it is
_BEFORE = 8  # words between a phrase that leads in scripture and the quotation
Kind = Literal["house", "scripture", "serial"]


class Formula(msgspec.Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """A class of ``formulas.toml``; the file's header says what each means."""

    kind: Kind
    forms: tuple[str, ...]
    example: str


@cache
def _phrases() -> dict[str, tuple[tuple[tuple[str, ...], Kind], ...]]:
    """Return the phrases, folded and cut up, by their first words."""
    found: dict[str, list[tuple[tuple[str, ...], Kind]]] = defaultdict(list)
    for entry in load_entries(LEXICON, Formula):
        for form in entry.forms:
            first, *rest = fold(form).split()
            for word, _ in noun_forms(first):
                found[word].append(((word, *rest), entry.kind))
    return {first: tuple(phrases) for first, phrases in found.items()}


def find_formulas(
    words: Sequence[str], sentences: Sequence[tuple[int, int]], quotations: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Yield the ranges of words that are formulas: sentences of the house, quotations of scripture.

    >>> words = "وقال الخطيب قال تعالى وقولوا للناس حسنا".split()
    >>> list(find_formulas([fold(word) for word in words], [(0, 7)], [(4, 7)]))
    [(4, 7)]
    """
    for at, end, kind in _find(words):
        if kind == "house":
            yield from (one for one in sentences if one[0] <= at < one[1])
        elif kind == "scripture":
            yield from (one for one in quotations if at <= one[0] <= end + _BEFORE)


def is_serial(title: Sequence[str], words: Sequence[str]) -> bool:
    """Is a text of those that come day by day with other figures, by its headline or its first words?

    >>> is_serial("حاله الطقس اليوم".split(), [])
    True
    """
    return any(kind == "serial" for part in (title, words[:_FIRST]) for _, _, kind in _find(part))


def _find(words: Sequence[str]) -> Iterator[tuple[int, int, Kind]]:
    """Yield the phrases that stand in words: where they begin and end, and their kind."""
    phrases = _phrases()
    for at, word in enumerate(words):
        for phrase, kind in phrases.get(word, ()):
            if tuple(words[at : at + len(phrase)]) == phrase:
                yield at, at + len(phrase), kind
