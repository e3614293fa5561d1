"""How long work takes and how that grows."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterable, Sequence

Work = Callable[[Iterable[str]], object]
Clock = Callable[[], float]


def seconds_of(work: Work, texts: Iterable[str], clock: Clock = time.perf_counter) -> float:
    """Return the seconds that ``work`` takes over all ``texts`` once."""
    start = clock()
    work(texts)
    return clock() - start


def best_of(work: Work, rounds: Sequence[Sequence[str]], clock: Clock = time.perf_counter) -> list[float]:
    """Return the least seconds of each column of ``rounds``, whose rows hold one text of each size.

    What disturbs a measurement only ever adds to it. Sizes take turns, so that a slow moment of the machine
    falls on all of them and not on one.
    """
    seconds = [[seconds_of(work, [text], clock) for text in row] for row in rounds]
    return [min(column) for column in zip(*seconds, strict=True)]


def fit_exponent(sizes: Sequence[float], seconds: Sequence[float]) -> float:
    """Return k of the best fit ``seconds = c * size ** k``: 1 is linear, 2 quadratic.

    Least squares on the logarithms.

    >>> round(fit_exponent([1, 2, 4], [3, 12, 48]), 3)
    2.0
    """
    x, y = [math.log(size) for size in sizes], [math.log(max(one, 1e-9)) for one in seconds]
    middle_x, middle_y = sum(x) / len(x), sum(y) / len(y)
    spread = sum((a - middle_x) ** 2 for a in x)
    return sum((a - middle_x) * (b - middle_y) for a, b in zip(x, y, strict=True)) / spread
