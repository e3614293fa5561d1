"""Which ranges hold a token: asked often, so answered by bisection and not by looking at all of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
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
        self._wider = _find_wider([one[1] for one in self._ranges])

    def _around(self, token: int) -> list[tuple[int, int, T]]:
        """Return the ranges that hold a token, the last to begin first."""
        found: list[tuple[int, int, T]] = []
        index = bisect_right(self._starts, token) - 1
        while index >= 0:
            one = self._ranges[index]
            if one[1] > token:
                found.append(one)
                index -= 1
            else:
                index = self._wider[index]
        return found

    def holding(self, token: int) -> list[T]:
        """Return what stands for each range that holds ``token``."""
        return [value for _, _, value in self._around(token)]

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


def _find_wider(ends: list[int]) -> list[int]:
    """For each range, the number of the last one before it that ends after it; -1 if none does.

    A range that ends before a token leads there at once: all between end before the token too. One range
    over the whole text then costs a single step.
    """
    wider: list[int] = []
    for index, end in enumerate(ends):
        other = index - 1
        while other >= 0 and ends[other] <= end:
            other = wider[other]
        wider.append(other)
    return wider


class Placed(list[Annotation]):
    """Annotations in the order of the text, found again by where they begin."""

    def __init__(self, annotations: Iterable[Annotation]) -> None:
        super().__init__(annotations)
        self._firsts = [one.first for one in self]

    def beginning_in(self, first: int, last: int) -> list[Annotation]:
        """Return those that begin in a token range."""
        firsts = self._firsts
        if not firsts:
            return []
        low = bisect_left(firsts, first)
        if low == len(firsts) or firsts[low] >= last:
            return []
        return self[low : bisect_left(firsts, last, low)]
