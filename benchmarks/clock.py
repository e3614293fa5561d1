"""How long work takes and how that grows."""

from __future__ import annotations

import gc
import math
import time
from collections.abc import Callable, Iterable, Sequence

Work = Callable[[Iterable[str]], object]
Clock = Callable[[], float]


def each(one: Callable[[str], object]) -> Work:
    """Return work that does ``one`` for every text and keeps nothing."""

    def work(texts: Iterable[str]) -> None:
        for text in texts:
            one(text)

    return work


def seconds_of(work: Work, texts: Iterable[str], clock: Clock = time.perf_counter) -> float:
    """Return the seconds that ``work`` takes over all ``texts`` once."""
    start = clock()
    work(texts)
    return clock() - start


def best_of(work: Work, rounds: Sequence[Sequence[str]], clock: Clock = time.perf_counter) -> list[float]:
    """Return the least seconds of each column of ``rounds``, whose rows hold one text of each size.

    What disturbs a measurement only ever adds to it. Sizes take turns, so that a slow moment of the machine
    falls on all of them and not on one. The collector of cyclic garbage waits meanwhile, as in ``timeit``:
    its pass over all that the process holds would fall on the longest text alone.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        seconds = [[seconds_of(work, [text], clock) for text in row] for row in rounds]
    finally:
        if collects:
            gc.enable()
    return [min(column) for column in zip(*seconds, strict=True)]


def grows_as_a_line(
    work: Callable[[str], object], few: str, many: str, slack: float = 2.0, tries: int = 4
) -> bool:
    """Does ``many`` cost no more than ``slack`` times what its length beside that of ``few`` lets expect?

    Seconds of this process's processor are compared, up to ``tries`` times, because a disturbed comparison
    only ever looks worse. Work that grows with the square fails each time where ``many`` is well over
    ``slack`` times as long as ``few``.
    """
    work(few)
    most = slack * len(many) / len(few)
    for rounds in range(1, tries + 1):
        short, long = best_of(each(work), [(few, many)] * rounds, time.process_time)
        if long < most * short:
            return True
    return False


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
