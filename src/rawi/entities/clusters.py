"""Occurrences joined step by step, as far as nothing speaks against it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

Month = int
#: By number of a split decision, the parts of it that something is in.
Marks = Mapping[int, set[int]]


class Traits(NamedTuple):
    """What is known of some occurrences together, to see whether they can be one.

    ``countries``: by head of a role, the countries said with it. ``voices``: by month, the bodies of which
    it was a spokesman. ``years``: the first and the last year of publication. ``names``: keys of the names.
    ``documents``: where two different names would be two. ``parts``: by split decision, the part it is in.
    """

    countries: dict[str, set[str]]
    voices: dict[Month, set[frozenset[str]]]
    years: tuple[int, int] | None
    names: set[str]
    documents: dict[str, set[str]]
    parts: dict[int, set[int]]


class Join(NamedTuple):
    """Why one occurrence was joined to another."""

    rule: str
    evidence: tuple[str, ...]
    one: int
    other: int


#: The rule of what people joined.
DECISION = "decision"
MOST_APART = 16  # clusters under one piece of evidence; a further one is compared with these
_APART = 12  # years between publications after which one role may be another person's


def contradiction(a: Traits, b: Traits) -> str | None:
    """Return the code of what speaks against two being one person, null if nothing does."""
    for head in a.countries.keys() & b.countries.keys():
        if not a.countries[head] & b.countries[head]:
            return "country.other"
    for month in a.voices.keys() & b.voices.keys():
        if not _share_a_word(a.voices[month], b.voices[month]):
            return "body.other"
    if a.years and b.years and max(a.years[0], b.years[0]) - min(a.years[1], b.years[1]) > _APART:
        return "years.apart"
    for document in a.documents.keys() & b.documents.keys():
        if not a.documents[document] & b.documents[document]:
            return "document.both"
    return None


def _share_a_word(a: Iterable[frozenset[str]], b: Iterable[frozenset[str]]) -> bool:
    """Has a body of one a word in common with a body of the other?"""
    others = list(b)
    return any(one & other for one in a for other in others)


class Clusters:
    """A union-find over numbered occurrences that keeps the traits of each cluster, and the reason of each
    join.

    Of every cluster one occurrence, its first, has no reason; every other has exactly one.
    """

    def __init__(self, traits: Sequence[Traits]) -> None:
        self.traits = list(traits)
        self.joins: dict[int, Join] = {}
        self._parent = list(range(len(traits)))
        self._size = [1] * len(traits)
        self._bare = list(range(len(traits)))
        self._decided: set[int] = set()
        self._aside: set[int] = set()

    def find(self, node: int) -> int:
        """Return the number that stands for the cluster of an occurrence."""
        root = node
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[node] != root:
            self._parent[node], node = root, self._parent[node]
        return root

    def decided(self, node: int) -> bool:
        """Did a person have a hand in the cluster of an occurrence?"""
        return self.find(node) in self._decided

    def bar(self, a: int, b: int) -> int | None:
        """Return the decision by which the clusters of two occurrences are two, null if there is none."""
        return find_bar(self.traits[self.find(a)].parts, self.traits[self.find(b)].parts)

    def parted(self, a: int, b: int) -> bool:
        """Has a person decided that the clusters of two occurrences are two?"""
        return self.bar(a, b) is not None

    def join(self, a: int, b: int, rule: str, evidence: tuple[str, ...] = ()) -> bool:
        """Make the clusters of two occurrences one; false if a person decided that they are two."""
        one, other = self.find(a), self.find(b)
        if one == other:
            return True
        if self.parted(one, other):
            return False
        if (self._size[one], -self._bare[one]) < (self._size[other], -self._bare[other]):
            one, other = other, one
        self.joins[self._bare[other]] = Join(rule, evidence, a, b)
        if rule == DECISION or other in self._decided:
            self._decided.add(one)
        self._parent[other] = one
        self._size[one] += self._size[other]
        merge_traits(self.traits[one], self.traits[other])
        if self.traits[other].years:
            self.traits[one] = self.traits[one]._replace(years=_around(self.traits[one], self.traits[other]))
        return True

    def set_aside(self, nodes: Iterable[int]) -> None:
        """Note that a person took occurrences out of an entity: what is new rather joins those left in it."""
        self._aside.update(nodes)

    def join_all(self, numbers: Iterable[int], join: Callable[[int, int], bool]) -> None:
        """Join those that one piece of evidence is common to; ``join`` tells whether two are one now.

        Where something speaks against it there are several clusters, and the next is tried with each.
        """
        apart: list[int] = []
        for number in sorted(numbers, key=lambda number: (number in self._aside, number)):
            if not any(join(one, number) for one in apart) and len(apart) < MOST_APART:
                apart.append(number)

    def size(self, node: int) -> int:
        """Return how many are in the cluster of an occurrence."""
        return self._size[self.find(node)]

    def groups(self) -> list[list[int]]:
        """Return the clusters, each in the order of its occurrences."""
        found: dict[int, list[int]] = defaultdict(list)
        for node in range(len(self._parent)):
            found[self.find(node)].append(node)
        return list(found.values())


def find_bar(one: Marks, other: Marks) -> int | None:
    """Return the first decision of which two are in different parts, null if there is none."""
    if not one or not other:
        return None
    return next(
        (number for number in sorted(one.keys() & other.keys()) if not one[number] & other[number]), None
    )


def merge_traits(into: Traits, other: Traits) -> None:
    """Add what is known of one cluster to what is known of another."""
    for mine, yours in (
        (into.countries, other.countries),
        (into.voices, other.voices),
        (into.documents, other.documents),
        (into.parts, other.parts),
    ):
        _merge(mine, yours)  # type: ignore[arg-type]  # each pair has the same type
    into.names.update(other.names)


def _merge(mine: dict[object, set[object]], yours: dict[object, set[object]]) -> None:
    """Add sets to the sets of the same keys."""
    for key, values in yours.items():
        if key in mine:
            mine[key] |= values
        else:
            mine[key] = set(values)


def _around(a: Traits, b: Traits) -> tuple[int, int] | None:
    """Return the years from the first to the last of both."""
    known = [years for years in (a.years, b.years) if years]
    return (min(one[0] for one in known), max(one[1] for one in known)) if known else None
