"""Which entry of an answer stands for which entry of the gold: one to one, the best pairs first."""

from __future__ import annotations

from collections.abc import Callable

Pairs = list[tuple[int, int]]


def pair(golds: int, found: int, compare: Callable[[int, int], float], floor: float) -> Pairs:
    """Return pairs (gold index, found index) with ``compare(gold, found) >= floor``, best first.

    Ties are settled by the order of the entries, so the same input gives the same pairs. Greedy: a pair once
    made is not undone for the sake of a better whole.
    """
    ranked = sorted((-compare(i, j), i, j) for i in range(golds) for j in range(found))
    left: set[int] = set()
    right: set[int] = set()
    pairs: Pairs = []
    for cost, i, j in ranked:
        if -cost >= floor and i not in left and j not in right:
            left.add(i)
            right.add(j)
            pairs.append((i, j))
    return pairs
