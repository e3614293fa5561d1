"""What changes one spelling into another, by the letters that stand for the same sounds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

Costs = Mapping[str, float]

#: Of letters that the weights do not know to stand for one sound.
DEAREST = 6.0
START, END = "^", "$"


class Edit(NamedTuple):
    """Letters of one spelling where the other has others, or none; and the letters around them.

    ``before`` is ``^`` at the start of the word and ``after`` is ``$`` at its end. ``one`` sorts before
    ``other``, so that an edit is the same both ways.
    """

    one: str
    other: str
    before: str
    after: str


def price(costs: Costs, one: str, other: str) -> float:
    """Return what it costs that ``one`` stands where ``other`` does; 0 for the same letters."""
    key = f"{one}/{other}" if one <= other else f"{other}/{one}"
    return costs.get(key, DEAREST * max(len(one), len(other)))


def _shared(one: str, other: str) -> tuple[int, int]:
    """Return how many letters the spellings share at the start and, after those, at the end."""
    most = min(len(one), len(other))
    start = 0
    while start < most and one[start] == other[start]:
        start += 1
    end = 0
    while end < most - start and one[-1 - end] == other[-1 - end]:
        end += 1
    return start, end


def _cheapest(one: str, other: str, costs: Costs) -> list[list[tuple[float, int, int]]]:
    """Return, for each pair of beginnings, the least cost and the letters that its last step takes."""
    table: list[list[tuple[float, int, int]]] = []
    for i in range(len(one) + 1):
        row: list[tuple[float, int, int]] = []
        table.append(row)
        for j in range(len(other) + 1):
            best = (0.0, 0, 0) if i == j == 0 else (1e9, 0, 0)
            for di, dj in ((1, 1), (1, 0), (0, 1), (2, 1), (1, 2)):
                if di <= i and dj <= j:
                    left, right = one[i - di : i], other[j - dj : j]
                    cost = 0.0 if left == right else price(costs, left, right)
                    before = table[i - di][j - dj] if di else row[j - dj]
                    if before[0] + cost < best[0]:
                        best = (before[0] + cost, di, dj)
            row.append(best)
    return table


def _steps(one: str, other: str, costs: Costs) -> list[tuple[str, str]]:
    """Return the letters that stand for each other in the cheapest alignment, from the end to the start."""
    table = _cheapest(one, other, costs)
    steps: list[tuple[str, str]] = []
    i, j = len(one), len(other)
    while i or j:
        _, di, dj = table[i][j]
        steps.append((one[i - di : i], other[j - dj : j]))
        i, j = i - di, j - dj
    return steps


def find_edits(one: str, other: str, costs: Costs) -> list[Edit]:
    """Return the edits between two spellings, the last first; none if they are the same.

    What the spellings share at both ends is left alone, so that alike spellings are compared fast. Where two
    alignments cost the same, the order of the arguments would tell: the spellings are sorted first.

    >>> find_edits("مارتو", "ماروتو", {})
    [Edit(one='', other='و', before='ر', after='ت')]
    """
    if (len(one), one) > (len(other), other):
        one, other = other, one
    start, end = _shared(one, other)
    middle, longer = one[start : len(one) - end], other[start : len(other) - end]
    after = other[len(other) - end] if end else END
    steps = _steps(middle, longer, costs) if middle else [("", letter) for letter in reversed(longer)]
    lefts = [right[-1:] or left[-1:] for left, right in steps[1:]] + [other[start - 1] if start else START]
    edits: list[Edit] = []
    for (left, right), before in zip(steps, lefts, strict=True):
        if left != right:
            edits.append(Edit(*sorted((left, right)), before, after))
        after = right[:1] or left[:1]
    return edits
