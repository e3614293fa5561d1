"""Groups of what is alike on average: nearest first, until nothing left is near enough.

The naive way, all that hangs together, runs chains of half-alike reports into one over months. Here a pair
of groups joins by the mean over the pairs between them, in which a pair that is not there counts as hardly
alike. The better half of the pairs is enough: the first report of a story and its last may share little.
What people decided goes before: together from the start, apart for good.
"""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rawi.model.relation import Pair
from rawi.relations.layer import Context


class Bounds(NamedTuple):
    """How near reports must be: groups less alike than ``mean``, on average over that ``share`` of the pairs
    between them that are most alike, stay two; a pair below ``pair`` counts as not there, and one that is not
    there counts ``unlike``."""

    pair: float
    mean: float
    unlike: float
    share: float


#: What may be one story, and what is surely one.
LOOSE, STRICT = Bounds(0.0, 0.34, 0.15, 0.5), Bounds(0.75, 0.55, 0.2, 1.0)
#: A mean is no higher than the best pair: where all pairs between two sets are below, no group is of both,
#: and what is gathered of each alone is what is gathered of the two. (Less by what a mean may be rounded.)
LEAST_TIE = LOOSE.mean - 1e-6

#: Two groups by the place of their first member, and when either grew last.
_Entry = tuple[float, int, int, int, int]


class Gathering:
    """Members of one connected set as they are joined; ``members`` are sorted ids."""

    def __init__(
        self, members: Sequence[str], pairs: Iterable[Pair], context: Context, bounds: Bounds
    ) -> None:
        self._bounds = bounds
        self._place = {member: at for at, member in enumerate(members)}
        self._groups = {at: [member] for at, member in enumerate(members)}
        self._scores: dict[int, dict[int, list[float]]] = defaultdict(dict)
        self._grown = dict.fromkeys(self._groups, 0)
        self._sides = _find_sides(context)
        for pair in pairs:
            if pair.a in self._place and pair.b in self._place and pair.score >= bounds.pair:
                a, b = self._place[pair.a], self._place[pair.b]
                self._scores[a][b] = self._scores[b][a] = [pair.score]
        self._bind(context.together)

    def _bind(self, bonds: Iterable[frozenset[str]]) -> None:
        """Join what people put together, unless they put it apart as well."""
        for bond in bonds:
            for member in sorted(bond & self._place.keys()):
                a, b = sorted((self._group_of(min(bond & self._place.keys())), self._group_of(member)))
                if a != b and not self._parted(a, b):
                    self._join(a, b)

    def _group_of(self, member: str) -> int:
        """Return the group that a member is in."""
        return next(at for at, group in self._groups.items() if member in group)

    def gather(self) -> list[list[str]]:
        """Join as long as two groups are near enough, and return the groups, sorted."""
        waiting = [entry for a in sorted(self._scores) for entry in self._near(a) if entry[1] == a]
        heapq.heapify(waiting)
        while waiting:
            _, a, b, grown_a, grown_b = heapq.heappop(waiting)
            if self._grown.get(a) == grown_a and self._grown.get(b) == grown_b and not self._parted(a, b):
                self._join(a, b)
                for entry in self._near(a):
                    heapq.heappush(waiting, entry)
        return sorted(sorted(group) for group in self._groups.values())

    def _near(self, a: int) -> Iterator[_Entry]:
        """Yield the groups that are near enough to one, the nearest sorting first."""
        for other, scores in sorted(self._scores[a].items()):
            mean = self._mean(scores, len(self._groups[a]) * len(self._groups[other]))
            if mean >= self._bounds.mean:
                one, two = min(a, other), max(a, other)
                yield -round(mean, 9), one, two, self._grown[one], self._grown[two]

    def _mean(self, scores: Sequence[float], pairs: int) -> float:
        """Return the mean over the best of so many pairs between two groups, of which some have scores."""
        count = math.ceil(pairs * self._bounds.share)
        best = scores if len(scores) <= count else heapq.nlargest(count, scores)
        return (math.fsum(best) + self._bounds.unlike * (count - len(best))) / count

    def _join(self, a: int, b: int) -> None:
        """Put group ``b`` into group ``a``."""
        self._groups[a] += self._groups.pop(b)
        self._grown[a] += 1
        del self._grown[b]
        for other, scores in self._scores.pop(b, {}).items():
            del self._scores[other][b]
            if other != a:
                self._scores[a][other] = self._scores[other][a] = self._scores[a].get(other, []) + scores

    def _parted(self, a: int, b: int) -> bool:
        """Did people put members of two groups apart?"""
        one, other = (
            {side for member in self._groups[at] for side in self._sides.get(member, ())} for at in (a, b)
        )
        return any((decision, part) not in other for decision, part in one if decision in dict(other))


def _find_sides(context: Context) -> dict[str, list[tuple[int, int]]]:
    """Return for each document which part of which decision it is in."""
    sides: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for decision, parts in enumerate(context.apart):
        for part, documents in enumerate(parts):
            for document in documents:
                sides[document].append((decision, part))
    return sides


def gather(
    members: Sequence[str], pairs: Iterable[Pair], context: Context, bounds: Bounds = LOOSE
) -> list[list[str]]:
    """Return the groups of a connected set of members, each sorted; every member is in one of them.

    >>> pairs = [Pair("a", "b", 0.9), Pair("b", "c", 0.3), Pair("c", "d", 0.8)]
    >>> gather("abcd", pairs, Context())
    [['a', 'b'], ['c', 'd']]
    """
    return Gathering(sorted(members), pairs, context, bounds).gather()
