"""Entities of one article while it is read: which words mean which, and who was meant last.

Everything is looked up by words or by trails of mentions in the order of the text, so that reading stays
linear
in the length of the article.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

import msgspec

from rawi.model.entity import EntityType
from rawi.model.mention import Range

_ARTICLE = "ال"
_LOOK_BACK = 40


class Holder(msgspec.Struct, eq=False):
    """An entity: its fullest ``name`` so far, the ``words`` of it, its row in a table (``link``), its
    mentions.

    ``head`` and ``kind`` are those of a body; ``role`` is what was first said of a person, ``role_words`` its
    words, ``role_heads`` the heads of all roles said of the person. ``first`` is the token of the first
    mention.
    """

    type: EntityType
    name: str
    words: frozenset[str]
    first: int
    link: str | None = None
    kind: str = ""
    head: str | None = None
    id: str = ""
    role: str | None = None
    role_words: frozenset[str] = frozenset()
    role_heads: set[str] = msgspec.field(default_factory=set)
    spans: list[Range] = msgspec.field(default_factory=list)


class Trail:
    """Who was meant, by a key, in the order of the text."""

    def __init__(self) -> None:
        self._tokens: dict[str, list[int]] = {}
        self._holders: dict[str, list[Holder]] = {}

    def add(self, key: str, token: int, holder: Holder) -> None:
        """Note that ``holder`` was meant at ``token``; tokens come in ascending order."""
        self._tokens.setdefault(key, []).append(token)
        self._holders.setdefault(key, []).append(holder)

    def before(self, key: str, token: int) -> list[Holder]:
        """Return who was meant before a token, the latest first, each mention one item; at most forty."""
        holders = self._holders.get(key)
        if holders is None:
            return []
        end = bisect_left(self._tokens[key], token)
        return holders[max(end - _LOOK_BACK, 0) : end][::-1]

    def all(self, key: str) -> list[Holder]:
        """Return the first forty who were meant, in order."""
        return self._holders.get(key, [])[:_LOOK_BACK]


class Holders:
    """All entities of an article, found again by their row in a table or by their words."""

    def __init__(self) -> None:
        self.all: list[Holder] = []
        self._by_link: dict[tuple[EntityType, str], Holder] = {}
        self._by_words: dict[tuple[EntityType, frozenset[str]], Holder] = {}
        self._by_word: dict[tuple[EntityType, str], list[Holder]] = {}

    def find(self, wanted: Holder) -> Holder | None:
        """Return the entity that has the link of ``wanted``, its words, or (people, bodies) some of its
        words.

        Of several the latest; bodies must have the same head.
        """
        if wanted.link is not None and (same := self._by_link.get((wanted.type, wanted.link))) is not None:
            return same
        if (same := self._by_words.get((wanted.type, wanted.words))) is not None and may_be(same, wanted):
            return same
        if wanted.type == "place":
            return None
        near = [
            one
            for word in sorted(wanted.words)
            for one in self._by_word.get((wanted.type, word), ())[-_LOOK_BACK:]
        ]
        alike = [
            one
            for one in near
            if may_be(one, wanted) and (one.words <= wanted.words or wanted.words <= one.words)
        ]
        return max(alike, key=lambda one: one.first, default=None)

    def add(self, holder: Holder) -> None:
        """Keep a new entity."""
        holder.id = f"e{len(self.all) + 1}"
        self.all.append(holder)
        self.index(holder, holder.words)

    def index(self, holder: Holder, words: frozenset[str]) -> None:
        """Let an entity be found by these words too."""
        if holder.link is not None:
            self._by_link.setdefault((holder.type, holder.link), holder)
        self._by_words[holder.type, words] = holder
        for word in words:
            self._by_word.setdefault((holder.type, word), []).append(holder)


def may_be(one: Holder, other: Holder) -> bool:
    """Can two be one entity, as far as links and heads tell?"""
    links = one.link is None or other.link is None or one.link == other.link
    return links and (one.head is None or other.head is None or one.head == other.head)


def key_of(words: Iterable[str]) -> frozenset[str]:
    """Return the words of a name for comparison: marks left out, articles off.

    >>> sorted(key_of(["وزاره", "«", "الصحه", "»"]))
    ['صحه', 'وزاره']
    """
    return frozenset(word.removeprefix(_ARTICLE) for word in words if word.isalnum())
