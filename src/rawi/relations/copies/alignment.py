"""Which words of two texts are the same ones: in order, and wherever they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

#: Words in a row that are no chance: between two such runs lies one place where the texts part.
_RUN = 3
_SEED = 6  # words by which a run is found wherever it stands
_MOST_SEEDS = 8  # places at which one seed is looked at


class Run(NamedTuple):
    """Words that two texts have in a row: where they begin in each, and how many there are."""

    a: int
    b: int
    size: int


class Gap(NamedTuple):
    """Where two texts part between runs: half-open ranges of the words of each, one of which may be empty."""

    a: int
    a_end: int
    b: int
    b_end: int

    @property
    def sizes(self) -> tuple[int, int]:
        """How many words each has there."""
        return self.a_end - self.a, self.b_end - self.b


class Alignment(NamedTuple):
    """Two texts side by side: ``runs`` of the same words, ``gaps`` before, between and after them."""

    runs: tuple[Run, ...]
    gaps: tuple[Gap, ...]

    @property
    def matched(self) -> int:
        """How many words stand in runs."""
        return sum(run.size for run in self.runs)


def align(a: Sequence[str], b: Sequence[str]) -> Alignment:
    """Lay two texts side by side without changing the order of either.

    >>> align("فتح الجسر القديم اليوم بعد عام".split(), "فتح الجسر القديم أمس بعد عام من العمل".split()).gaps
    (Gap(a=3, a_end=6, b=3, b_end=8),)
    """
    runs = tuple(run for run in _blocks(a, b) if run.size >= _RUN)
    return Alignment(runs, tuple(_gaps(runs, len(a), len(b))))


def _blocks(a: Sequence[str], b: Sequence[str]) -> list[Run]:
    """Return the stretches that are the same, on the longest way through both texts."""
    same = (one for one in LCSseq.opcodes(a, b) if one.tag == "equal")
    return [Run(one.src_start, one.dest_start, one.src_end - one.src_start) for one in same]


def _gaps(runs: Sequence[Run], a_size: int, b_size: int) -> Iterator[Gap]:
    """Yield what lies between the runs."""
    a = b = 0
    for run in (*runs, Run(a_size, b_size, 0)):
        if run.a > a or run.b > b:
            yield Gap(a, run.a, b, run.b)
        a, b = run.a + run.size, run.b + run.size


def part(a: Sequence[str], b: Sequence[str], gap: Gap) -> Iterator[Gap]:
    """Yield the narrowest places at which two texts part within a gap: between words that both have there.

    >>> list(part(["كان", "أمس"], ["كان", "اليوم"], Gap(0, 2, 0, 2)))
    [Gap(a=1, a_end=2, b=1, b_end=2)]
    """
    here, there = a[gap.a : gap.a_end], b[gap.b : gap.b_end]
    for one in _gaps(_blocks(here, there), len(here), len(there)):
        yield Gap(gap.a + one.a, gap.a + one.a_end, gap.b + one.b, gap.b + one.b_end)


def find_runs(a: Sequence[str], b: Sequence[str]) -> list[Run]:
    """Return the longest runs of six words or more that two texts share, wherever they stand, in the order of
    ``a``; a word of ``a`` is in one run at most.

    >>> find_runs("وهو جسر بناه أهل القرية قبل قرن".split(), "إنه جسر بناه أهل القرية قبل قرن".split())
    [Run(a=1, b=1, size=6)]
    """
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in range(len(b) - _SEED + 1):
        places[tuple(b[at : at + _SEED])].append(at)
    runs: list[Run] = []
    at = 0
    while at <= len(a) - _SEED:
        starts = places.get(tuple(a[at : at + _SEED]), ())[:_MOST_SEEDS]
        best = max((Run(at, start, _common(a, b, at, start)) for start in starts), key=_size, default=None)
        if best is not None:
            runs.append(best)
        at += best.size if best is not None else 1
    return runs


def _size(run: Run) -> int:
    """How long a run is."""
    return run.size


def _common(a: Sequence[str], b: Sequence[str], i: int, j: int) -> int:
    """Return how many words are the same from two places on."""
    size = 0
    while i + size < len(a) and j + size < len(b) and a[i + size] == b[j + size]:
        size += 1
    return size
