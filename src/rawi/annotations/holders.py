"""Entities of one article while it is read: which words mean which, and who was meant last.

Everything is looked up by words or by trails of mentions in the order of the text, so that reading stays
linear
in the length of the article.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable

import msgspec

from rawi.annotations.lexis import Word, load_vocabulary
from rawi.arabic.fold import fold
from rawi.model.entity import EntityType
from rawi.model.mention import Range

_ARTICLE = "ال"
_LOOK_BACK = 40


class Holder(msgspec.Struct, eq=False):
    """An entity: its fullest ``name`` so far, the ``words`` of it, its row in a table (``link``), its
    mentions.

    ``head`` and ``kind`` are those of a body; ``role`` is what was first said of a person, ``role_words`` its
    words, ``role_heads`` the heads of all roles said of the person. ``first`` is the token of the first
    mention. ``spans`` are names, ``references`` other words that mean the entity, ``roles`` the words of
    roles said of a person beside the name: ranges of the folded layer.
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
    references: list[Range] = msgspec.field(default_factory=list)
    roles: list[Range] = msgspec.field(default_factory=list)


class Trail:
    """Who was meant, by a key, in the order of the text."""

    def __init__(self) -> None:
        self._by_key: dict[str, tuple[list[int], list[Holder]]] = {}

    def add(self, key: str, token: int, holder: Holder) -> None:
        """Note that ``holder`` was meant at ``token``; tokens come in ascending order."""
        trail = self._by_key.get(key)
        if trail is None:
            self._by_key[key] = [token], [holder]
        else:
            trail[0].append(token)
            trail[1].append(holder)

    def before(self, key: str, token: int) -> list[Holder]:
        """Return who was meant before a token, the latest first, each mention one item; at most forty."""
        trail = self._by_key.get(key)
        if trail is None:
            return []
        end = bisect_left(trail[0], token)
        return trail[1][max(end - _LOOK_BACK, 0) : end][::-1]

    def all(self, key: str) -> list[Holder]:
        """Return the first forty who were meant, in order."""
        trail = self._by_key.get(key)
        return trail[1][:_LOOK_BACK] if trail else []


class Holders:
    """All entities of an article, found again by their row in a table or by their words."""

    def __init__(self) -> None:
        self.all: list[Holder] = []
        self._by_link: dict[tuple[EntityType, str], Holder] = {}
        self._by_words: dict[tuple[EntityType, frozenset[str]], Holder] = {}
        self._by_word: dict[tuple[EntityType, str], list[Holder]] = {}

    def find(
        self,
        type_: EntityType,
        words: frozenset[str],
        link: str | None,
        head: str | None,
        fits: Callable[[Holder], bool],
    ) -> Holder | None:
        """Return the entity of a type that has this link, these words, or (people, bodies) some of them.

        Of several the latest that ``fits``; bodies must have the same head.
        """
        if link is not None and (same := self._by_link.get((type_, link))) is not None:
            return same
        if (same := self._by_words.get((type_, words))) is not None and may_be(same, link, head):
            return same
        if type_ == "place":
            return None
        latest: Holder | None = None
        for word in sorted(words):
            for one in self._by_word.get((type_, word), ())[-_LOOK_BACK:]:
                if latest is not None and one.first <= latest.first:
                    continue
                alike = one.words <= words or words <= one.words
                if alike and may_be(one, link, head) and fits(one):
                    latest = one
        return latest

    def add(self, holder: Holder) -> None:
        """Keep a new entity."""
        self.all.append(holder)
        holder.id = f"e{len(self.all)}"
        self.index(holder, holder.words)

    def index(self, holder: Holder, words: frozenset[str]) -> None:
        """Let an entity be found by these words too."""
        type_ = holder.type
        if holder.link is not None:
            self._by_link.setdefault((type_, holder.link), holder)
        self._by_words[type_, words] = holder
        if type_ != "place":
            for word in words:
                self._by_word.setdefault((type_, word), []).append(holder)


def is_one_person(one: Holder, name: str, head: str | None) -> bool:
    """Can a longer or shorter name be the same person's, ``head`` the head of the role said with it?

    A name of one word can; else both begin with the same word (محمد بن راشد is not حمدان بن محمد بن
    راشد), and where they end with other words, no other role may be said (القاضي محمد حسن، المتهم محمد
    حسن سالم).
    """
    some, others = (one_name.split() for one_name in (fold(one.name), fold(name)))
    if min(len(some), len(others)) < 2:
        return True
    if some[0] != others[0]:
        return False
    return some[-1] == others[-1] or head is None or not one.role_heads or head in one.role_heads


def may_be(one: Holder, link: str | None, head: str | None) -> bool:
    """Can an entity be one with this link and head, as far as these tell?"""
    return (one.link is None or link is None or one.link == link) and (
        one.head is None or head is None or one.head == head
    )


def key_of(words: Iterable[str]) -> frozenset[str]:
    """Return the words of a name for comparison: marks left out, articles off.

    >>> sorted(key_of(["وزاره", "«", "الصحه", "»"]))
    ['صحه', 'وزاره']
    """
    return frozenset([word.removeprefix(_ARTICLE) for word in words if word.isalnum()])


def agree(some: frozenset[str], others: frozenset[str]) -> bool:
    """Can two roles be one, as far as their words tell: is one said in full, the other in part?"""
    return some <= others or others <= some


def overlap(some: frozenset[str], others: frozenset[str]) -> bool:
    """Can two roles with the same head be one, said in other words?

    They share more than the head, or are the same but for the form of the country (الرئيس المصري، رئيس
    مصر: not رئيس وزراء مصر), and do not name two countries.
    """
    entry = load_vocabulary().entry
    first, second = ({word: _country(entry(word)) for word in words} for words in (some, others))
    here, there = set(first.values()) - {None}, set(second.values()) - {None}
    if not (here and there):
        return len(some & others) > 1
    rest, other = (
        frozenset(word for word, country in words.items() if not country) for words in (first, second)
    )
    return bool(here & there) and (rest == other or len(rest & other) > 1)


def _country(word: Word | None) -> str | None:
    """Return the country that a word stands for: both of المغرب and مغربي."""
    return (
        word.id.removeprefix("iso:") if word and word.id and word.kind in ("nationality", "place") else None
    )
