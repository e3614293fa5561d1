"""What a role says of a person: the office, the body it is of, the country; and whether two roles agree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Literal

import msgspec

from rawi.annotations.lexis import Head, Word, load_vocabulary
from rawi.arabic.fold import fold
from rawi.entities.countries import read_countries
from rawi.lexicons.loader import load_entries, load_table

Strength = Literal["office", "calling", "title"]
#: By kind of lexeme: an office tells who is meant together with its body, a title hardly does.
_STRENGTHS: dict[str, Strength] = {
    "spokesman": "office",
    "office": "office",
    "official": "office",
    "occupation": "calling",
    "either": "calling",
    "rank": "title",
    "unit": "title",
    "honorific": "title",
}
_NO_BODY = frozenset(
    {"qualifier", "behalf", "inside", "preposition", "source", "particle", "kin", "rank_suffix"}
    | {"homograph", "settlement", "region", "site"}
)
_ARTICLES = ("وال", "بال", "فال", "كال", "لل", "ال")
_SHORTEST = 3


class Office(msgspec.Struct, frozen=True, gc=False):
    """One role: ``head`` an id or folded noun, ``body`` the words that tell of what, ``countries`` codes."""

    head: str
    strength: Strength
    body: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()

    @property
    def keys(self) -> Iterator[str]:
        """The keys by which it agrees with others: each word of the body, else each country."""
        if self.strength != "title":
            yield from sorted(f"{self.head} {word}" for word in self.body)
            yield from sorted(f"{self.head} @{country}" for country in self.countries)


def agree(a: Office, b: Office) -> bool:
    """Can two roles be said of one person as the same office: one head, one body within the other?

    >>> agree(*read_offices("وزير النقل"), *read_offices("وزير النقل والموانئ الأردني"))
    True
    """
    if a.head != b.head or (a.countries and b.countries and not a.countries & b.countries):
        return False
    if a.body and b.body:
        return a.body <= b.body or b.body <= a.body
    return bool(a.countries & b.countries) and not (a.body or b.body)


@lru_cache(maxsize=1 << 16)
def read_offices(role: str) -> tuple[Office, ...]:
    """Return what a role says: one office or calling, and the titles in it; nothing of unknown words.

    >>> [office.head for office in read_offices("وزير النقل الأردني المهندس")]
    ['وزير', 'مهندس']
    >>> [sorted(office.countries) for office in read_offices("وزير النقل الأردني")]
    [['JO']]
    """
    words, countries = read_countries(role)
    head, titles, body = _sort_words(words)
    found = [Office(title, "title") for title in titles]
    if head is not None:
        found.insert(0, Office(head[0], head[1], _telling(body), countries))
    return tuple(found)


def _sort_words(words: Iterable[str]) -> tuple[tuple[str, Strength] | None, list[str], list[str]]:
    """Return the first office or calling with its strength, the titles, and the words after the head."""
    head: tuple[str, Strength] | None = None
    titles: list[str] = []
    body: list[str] = []
    for word in words:
        entry = load_vocabulary().entry(word)
        strength = _STRENGTHS.get(entry.kind) if entry else None
        if entry and strength == "title":
            titles.append(_canonical(entry.form))
        elif entry and strength and head is None:
            head = _canonical(entry.form), strength
        elif head is not None and not _is_filling(entry):
            body.append(_body_word(word, entry))
    return head, titles, [word for word in body if len(word) >= _SHORTEST]


def _is_filling(entry: Word | None) -> bool:
    """Does a word of a role tell nothing of the body: qualifiers, small words, an office (نائب رئيس)?"""
    return entry is not None and (entry.kind in _NO_BODY or (entry.kind in _STRENGTHS and not entry.plural))


def _body_word(word: str, entry: Word | None) -> str:
    """Return a word of a body as it is compared."""
    bare = without_article(word)
    known = _equal_words().get(bare)
    return known or _canonical(entry.form if entry and entry.form else bare)


def _telling(body: list[str]) -> frozenset[str]:
    """Return the words that tell of which body: not the nouns that many bodies begin with."""
    heads, scopes = head_nouns(), _canonical_scopes()
    names = frozenset(word for word in body if word not in heads or scopes.get(word) == "own")
    return names or frozenset(word for word in body if scopes.get(word) == "national")


@lru_cache(maxsize=1 << 14)
def without_article(word: str) -> str:
    """Return a folded word without article and what is joined before it."""
    for article in _ARTICLES:
        if word.startswith(article) and len(word) >= len(article) + _SHORTEST:
            return word.removeprefix(article)
    return word


@cache
def _equal_words() -> dict[str, str]:
    """Return the id of each word that means the same as another, by folded word."""
    return {fold(row["word"]): row["id"] for row in load_table("equal_roles.tsv")}


def _canonical(word: str) -> str:
    """Return what a word is compared as."""
    return _equal_words().get(word, word)


@cache
def head_nouns() -> frozenset[str]:
    """Return the first words of the names of bodies, folded."""
    return frozenset(_canonical(fold(head.form)) for head in load_entries("organization_heads.toml", Head))


@cache
def speaking_nouns(*, weak: bool = False) -> frozenset[str]:
    """Return the first words of the names of bodies that are heard to speak, folded; with ``weak`` everyday
    nouns too (غرفة)."""
    heads = load_entries("organization_heads.toml", Head)
    return frozenset(fold(head.form) for head in heads if head.speaks and (weak or not head.weak))


@cache
def load_scopes() -> dict[str, str]:
    """Return how many bodies of a country folded words that begin a name stand for: ``national``, ``local``,
    ``own``."""
    return {fold(row["word"]): row["scope"] for row in load_table("body_scopes.tsv")}


@cache
def _canonical_scopes() -> dict[str, str]:
    """Return the scopes of single words, by what they are compared as."""
    return {_canonical(word): scope for word, scope in load_scopes().items()}
