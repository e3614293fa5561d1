"""What may be one and is left to people: pairs of entities with a score and the reasons for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from rawi.entities.candidates import Pair
from rawi.entities.clusters import Clusters, Marks, contradiction, find_bar
from rawi.entities.names import extends, given_names, is_plain
from rawi.entities.offices import agree
from rawi.entities.people import People
from rawi.entities.spelling import compare_names
from rawi.model.resolution import Evidence, Suggestion

_LOOKED_AT = 6  # occurrences of each entity that are looked at for reasons
_LEAST = 0.5
# What is the ground of a suggestion, and what each reason adds to it.
_NAME, _PLAIN_NAME, _LONGER, _SPELT, _ONE_NAME = 0.6, 0.4, 0.4, 0.4, 0.35
_BODY, _PLACE = 0.4, 0.5
_ROLE, _TITLE, _CIRCLE, _COUNTRY = 0.3, 0.1, 0.15, 0.15


class Found(NamedTuple):
    """Two clusters that may be one, by their numbers."""

    a: int
    b: int
    score: float
    reasons: tuple[Evidence, ...]


class Suggestions:
    """Collects pairs of clusters, each once, with the better of its scores."""

    def __init__(self, people: People, clusters: Clusters) -> None:
        self._people, self._clusters = people, clusters
        self._found: dict[tuple[int, int], Found] = {}
        self._members: dict[int, list[int]] = defaultdict(list)
        for number in sorted(people.offices):
            if len(members := self._members[clusters.find(number)]) < _LOOKED_AT:
                members.append(number)

    def all(self) -> list[Found]:
        """Return what was found, the best first."""
        return sorted(self._found.values(), key=lambda found: (-found.score, found.a, found.b))

    def add_bodies(self, key: str, numbers: Sequence[int], countries: Mapping[int, frozenset[str]]) -> None:
        """Add bodies of one name where the articles speak of one country alone, or name the same others.

        ``countries`` gives the countries that each is of or that its article speaks of.
        """
        first: dict[int, int] = {}
        for number in numbers:
            root = self._clusters.find(number)
            first.setdefault(root, number)
            if len(members := self._members[root]) < _LOOKED_AT:
                members.append(number)
        largest: dict[frozenset[str], int] = {}
        for root in self._by_size(numbers):
            country = countries[first[root]]
            one = largest.setdefault(country if len(country) == 1 else frozenset(), root)
            reasons = [Evidence("country.same", tuple(country))] if len(country) == 1 else []
            if circle := self._circle(one, root):
                reasons.append(Evidence("circle.same", circle))
            score = _BODY + sum(_WEIGHTS[reason.code] for reason in reasons)
            self._keep(one, root, score, (Evidence("name.same", (key,)), *reasons))

    def _circle(self, a: int, b: int) -> tuple[str, ...] | None:
        """Return who else is named with both."""
        pairs = ((one, other) for one in self._members[a] for other in self._members[b])
        return next((circle for pair in pairs if (circle := self._people.shared(*pair))), None)

    def add_people(self, near: Iterable[Pair]) -> None:
        """Add people of one full name, of near names, and of one name and a role."""
        for key, name in sorted(self._people.names.items()):
            if len(name.parts) > 1:
                ground = _PLAIN_NAME if is_plain(name) else _NAME
                for a, b in self._with_largest(self._people.by_name[key]):
                    self._weigh(a, b, ground, Evidence("name.same", (key,)))
        for one, other in near:
            self._add_near(one, other)
        self._add_single()

    def _add_near(self, one: str, other: str) -> None:
        """Add the largest bearers of two near names, if anything but the name speaks for it."""
        names = [self._people.names[key] for key in (one, other)]
        longer = extends(*names) or extends(*names[::-1])
        alike = 1.0 if longer else round(compare_names(one, other), 2)
        a, b = (self._largest(self._people.by_name[key]) for key in (one, other))
        ground = _LONGER if longer else _SPELT * alike
        name = Evidence(
            "name.longer" if longer else "name.near", (one, other, *([] if longer else [f"{alike:.2f}"]))
        )
        self._weigh(a, b, ground, name)

    def _add_single(self) -> None:
        """Add who is called by one name to the one person of that name who has the same role or circle."""
        bearers: dict[str, set[int]] = defaultdict(set)
        single: list[int] = []
        for number in sorted(self._people.offices):
            words = self._people.words_of(number)
            if len(words) == 1:
                single.append(number)
            for mark in self._marks(number, (words[0], words[-1])) if len(words) > 1 else ():
                bearers[mark].add(self._clusters.find(number))
        for number in single:
            words = self._people.words_of(number)
            for mark in self._marks(number, words):
                if len(found := bearers.get(mark, set())) == 1:
                    self._weigh(number, min(found), _ONE_NAME, Evidence("name.part", words))

    def _marks(self, number: int, words: Iterable[str]) -> Iterator[str]:
        """Yield what one name must share with a longer one: a role, or somebody else who is named."""
        for word in dict.fromkeys(words):
            yield from (f"{word} {role}" for role in self._people.offices[number])
            if word not in given_names():
                yield from (f"{word} {other}" for other in self._people.circle(number))

    def _largest(self, numbers: Iterable[int]) -> int:
        """Return the number that stands for the largest cluster of some occurrences."""
        return self._by_size(numbers)[0]

    def _by_size(self, numbers: Iterable[int]) -> list[int]:
        """Return the clusters of some occurrences, the largest first."""
        roots = dict.fromkeys(self._clusters.find(number) for number in numbers)
        return sorted(roots, key=lambda root: (-self._clusters.size(root), root))

    def _with_largest(self, numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
        """Yield the largest cluster of some occurrences with each other one."""
        largest, *rest = self._by_size(numbers)
        yield from ((largest, one) for one in rest)

    def _weigh(self, a: int, b: int, ground: float, name: Evidence) -> None:
        """Keep a pair of people with all that speaks for it; not if something speaks against it."""
        one, other = self._clusters.find(a), self._clusters.find(b)
        if one == other or contradiction(self._clusters.traits[one], self._clusters.traits[other]):
            return
        reasons = [name, *self._reasons(one, other)]
        score = ground + sum(_WEIGHTS[reason.code] for reason in reasons[1:])
        self._keep(one, other, min(score, 0.99), tuple(reasons))

    def _reasons(self, a: int, b: int) -> Iterator[Evidence]:
        """Yield what besides the name speaks for two people being one."""
        pairs = [(one, other) for one in self._members[a] for other in self._members[b]]
        if words := next((words for pair in pairs if (words := self._role(*pair))), None):
            yield Evidence("role.same", words)
        elif words := next((words for pair in pairs if (words := self._title(*pair))), None):
            yield Evidence("title.same", words)
        if circle := self._circle(a, b):
            yield Evidence("circle.same", circle)

    def _role(self, a: int, b: int) -> tuple[str, ...] | None:
        """Return the words of a role that both have."""
        for key in sorted(self._people.offices[a].keys() & self._people.offices[b].keys()):
            one, other = self._people.offices[a][key], self._people.offices[b][key]
            if agree(one.office, other.office):
                return tuple(dict.fromkeys((one.words, other.words)))
        return None

    def _title(self, a: int, b: int) -> tuple[str, ...] | None:
        """Return the words of a title that both have."""
        for head in sorted(self._people.heads[a].keys() & self._people.heads[b].keys()):
            return tuple(dict.fromkeys((self._people.heads[a][head], self._people.heads[b][head])))
        return None

    def _keep(self, a: int, b: int, score: float, reasons: Sequence[Evidence]) -> None:
        """Keep a pair if its score is high enough and nobody has decided that they are two."""
        one, other = sorted((self._clusters.find(a), self._clusters.find(b)))
        known = self._found.get((one, other))
        if one == other or score < _LEAST or self._clusters.parted(one, other):
            return
        if known is None or known.score < score:
            self._found[one, other] = Found(one, other, round(score, 2), tuple(reasons))


def suggest_places(
    named: Mapping[str, Mapping[str, int]], open: Iterable[str], apart: Mapping[str, Marks]
) -> Iterator[Suggestion]:
    """Yield places that have a name in common that one of them bears without a row, or without being settled:
    each with the largest of that name.

    ``named``: by id of a place, its folded names and how many articles name it so; ``open``: the names of
    those that are not settled; ``apart``: in which part of which decision places are.
    """
    sizes = {id: sum(names.values()) for id, names in named.items()}
    bearers: dict[str, list[str]] = {key: [] for key in sorted(open)}
    for id, names in named.items():
        for key in names.keys() & bearers.keys():
            bearers[key].append(id)
    found: dict[tuple[str, str], str] = {}
    for key, ids in bearers.items():
        largest, *rest = sorted(ids, key=lambda id: (-sizes[id], id))
        for other in rest:
            found.setdefault((min(largest, other), max(largest, other)), key)
    for (a, b), key in found.items():
        if find_bar(apart.get(a, {}), apart.get(b, {})) is None:
            yield Suggestion(a, b, _PLACE, (Evidence("name.same", (key,)),))


_WEIGHTS: Mapping[str, float] = {
    "role.same": _ROLE,
    "title.same": _TITLE,
    "circle.same": _CIRCLE,
    "country.same": _COUNTRY,
}
