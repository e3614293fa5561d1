"""Which ranges hold a token: asked often, so answered by bisection and not by looking at all of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from operator import itemgetter
from typing import Generic, TypeVar

from rawi.model.annotation import Annotation

T = TypeVar("T")


class Intervals(Generic[T]):
    """Half-open token ranges, each with what it stands for.

    >>> intervals = Intervals([(0, 5, "outer"), (2, 4, "inner")])
    >>> sorted(intervals.holding(3))
    ['inner', 'outer']
    >>> intervals.innermost(3)
    'inner'
    """

    def __init__(self, ranges: Iterable[tuple[int, int, T]]) -> None:
        self._ranges = sorted(ranges, key=itemgetter(0, 1))
        self._starts = [one[0] for one in self._ranges]
        self._reach = list(accumulate([one[1] for one in self._ranges], max))

    def _around(self, token: int) -> Iterator[tuple[int, int, T]]:
        """Yield the ranges that hold a token, the last to begin first."""
        index = bisect_right(self._starts, token) - 1
        while index >= 0 and self._reach[index] > token:
            if self._ranges[index][1] > token:
                yield self._ranges[index]
            index -= 1

    def holding(self, token: int) -> Iterator[T]:
        """Yield what stands for each range that holds ``token``."""
        index = bisect_right(self._starts, token) - 1
        while index >= 0 and self._reach[index] > token:
            _, end, value = self._ranges[index]
            if end > token:
                yield value
            index -= 1

    def innermost(self, token: int, until: int | None = None) -> T | None:
        """Return what stands for the shortest range that holds ``token`` (and all up to ``until``)."""
        best: tuple[int, T] | None = None
        for start, end, value in self._around(token):
            if (until is None or end >= until) and (best is None or end - start < best[0]):
                best = end - start, value
        return best[1] if best else None

    def start_of_innermost(self, token: int) -> int | None:
        """Return where the shortest range that holds ``token`` begins."""
        found = min(((end - start, start) for start, end, _ in self._around(token)), default=None)
        return found[1] if found else None


class Placed(list[Annotation]):
    """Annotations in the order of the text, found again by where they begin."""

    def __init__(self, annotations: Iterable[Annotation]) -> None:
        super().__init__(annotations)
        self._firsts = [one.first for one in self]

    def beginning_in(self, first: int, last: int) -> list[Annotation]:
        """Return those that begin in a token range."""
        firsts = self._firsts
        low = bisect_left(firsts, first)
        if low == len(firsts) or firsts[low] >= last:
            return []
        return self[low : bisect_left(firsts, last, low)]
