"""Buildings and vehicles in words, and words before the names of towns: a school is no hospital."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from rawi.arabic.clitics import Clitic, noun_forms
from rawi.arabic.fold import fold
from rawi.lexicons.loader import load_table

_NEAR = "near"
#: The role of buildings and vehicles in ``sites.tsv``.
SITE = "site"


class SiteWord(NamedTuple):
    """What a word of ``sites.tsv`` is, and whether it has the article."""

    role: str
    id: str
    articled: bool


class Found(NamedTuple):
    """A building or vehicle among words: which word, its id, whether the article is on it, and ``near`` where
    only what is around it is meant."""

    at: int
    id: str
    articled: bool
    near: bool


@cache
def load_sites() -> dict[str, SiteWord]:
    """Return the words of ``sites.tsv`` in all folded forms; LexiconError if the table is malformed."""
    found: dict[str, SiteWord] = {}
    for row in load_table("sites.tsv"):
        for form, bits in noun_forms(fold(row["word"])):
            found.setdefault(form, SiteWord(row["role"], row["id"], bool(bits & Clitic.ARTICLE)))
    return found


@cache
def _nearby() -> frozenset[tuple[str, ...]]:
    """Return the words that place something near what follows: محيط، بالقرب من."""
    rows = [row for row in load_table("vicinities.tsv") if row["relation"] == _NEAR]
    phrases = {tuple(fold(row["phrase"]).split()) for row in rows}
    return frozenset(phrases | {(form, *one[1:]) for one in phrases for form, _ in noun_forms(one[0])})


def find_sites(words: Sequence[str]) -> Iterator[Found]:
    """Yield the buildings and vehicles among folded words.

    >>> [(one.id, one.near) for one in find_sites(["قصف", "محيط", "المستشفي"])]
    [('hospital', True)]
    """
    for at, text in enumerate(words):
        word = load_sites().get(text)
        if word is not None and word.role == SITE:
            near = any(tuple(words[max(0, at - size) : at]) in _nearby() for size in (1, 2, 3))
            yield Found(at, word.id, word.articled, near)
