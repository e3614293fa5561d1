"""What changes one spelling into another, by the letters that stand for the same sounds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

#: Of letters that the weights do not know to stand for one sound.
DEAREST = 6.0
#: Prices that are kept; text in other scripts could ask for any number.
MOST_PRICES = 1 << 16
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


class Prices(dict[tuple[str, str], float]):
    """What it costs that letters of one spelling stand where the other has others; 0 for the same letters.

    Made of costs by ``ا/و``, the lesser letters first; what was asked for is kept, up to a limit.
    """

    def __init__(self, costs: Mapping[str, float]) -> None:
        super().__init__()
        self._costs = costs

    def __missing__(self, letters: tuple[str, str]) -> float:
        one, other = sorted(letters)
        dearest = DEAREST * max(len(one), len(other))
        cost = 0.0 if one == other else self._costs.get(f"{one}/{other}", dearest)
        if len(self) < MOST_PRICES:
            self[letters] = cost
        return cost


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


def _cheapest(one: str, other: str, prices: Prices) -> list[list[tuple[float, int, int]]]:
    """Return, for each pair of beginnings, the least cost and the letters that its last step takes.

    Of steps that cost the same the first wins: letter for letter, a letter less, one more, two for one.
    """
    table: list[list[tuple[float, int, int]]] = [[(0.0, 0, 0)]]
    for letter in other:
        table[0].append((table[0][-1][0] + prices["", letter], 0, 1))
    for i, left in enumerate(one, 1):
        above = table[-1]
        without = prices[left, ""]
        row = [(above[0][0] + without, 1, 0)]
        two = one[i - 2 : i] if i > 1 else ""
        for j, right in enumerate(other, 1):
            best = (above[j - 1][0] + prices[left, right], 1, 1)
            if (cost := above[j][0] + without) < best[0]:
                best = (cost, 1, 0)
            if (cost := row[-1][0] + prices["", right]) < best[0]:
                best = (cost, 0, 1)
            if two and (cost := table[-2][j - 1][0] + prices[two, right]) < best[0]:
                best = (cost, 2, 1)
            if j > 1 and (cost := above[j - 2][0] + prices[left, other[j - 2 : j]]) < best[0]:
                best = (cost, 1, 2)
            row.append(best)
        table.append(row)
    return table


def _steps(one: str, other: str, prices: Prices) -> list[tuple[str, str]]:
    """Return the letters that stand for each other in the cheapest alignment, from the end to the start."""
    if len(one) == len(other) == 1:
        return [(one, other)]
    table = _cheapest(one, other, prices)
    steps: list[tuple[str, str]] = []
    i, j = len(one), len(other)
    while i or j:
        _, di, dj = table[i][j]
        steps.append((one[i - di : i], other[j - dj : j]))
        i, j = i - di, j - dj
    return steps


def find_edits(one: str, other: str, prices: Prices) -> list[Edit]:
    """Return the edits between two spellings, the last first; none if they are the same.

    What the spellings share at both ends is left alone, so that alike spellings are compared fast. Where two
    alignments cost the same, the order of the arguments would tell: the spellings are sorted first.

    >>> find_edits("مارتو", "ماروتو", Prices({}))
    [Edit(one='', other='و', before='ر', after='ت')]
    """
    if (len(one), one) > (len(other), other):
        one, other = other, one
    start, end = _shared(one, other)
    middle, longer = one[start : len(one) - end], other[start : len(other) - end]
    after = other[len(other) - end] if end else END
    steps = _steps(middle, longer, prices) if middle else [("", letter) for letter in reversed(longer)]
    lefts = [right[-1:] or left[-1:] for left, right in steps[1:]] + [other[start - 1] if start else START]
    edits: list[Edit] = []
    for (left, right), before in zip(steps, lefts, strict=True):
        if left != right:
            edits.append(Edit(min(left, right), max(left, right), before, after))
        after = right[:1] or left[:1]
    return edits
