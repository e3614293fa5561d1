"""One measurement in a process of its own, so that its memory is its own: ``python -m benchmarks.jobs``."""

from __future__ import annotations

import itertools
import json
import statistics
import subprocess
import sys
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from benchmarks import memory
from benchmarks.clock import Work, best_of, fit_exponent, seconds_of
from benchmarks.texts import articles_in, lengthened, load_texts, vary
from benchmarks.work import WORKS, Absent, scan

ROOT = Path(__file__).resolve().parent.parent
PARTS = 10
SCANS = 3
WARM = 20  # texts read unmeasured, until all lexicons are loaded and patterns compiled
ROUNDS = 5
TIMES = (1, 2, 4, 8)
LENGTH = 450


@dataclass(frozen=True)
class Order:
    """What to measure: the work's name, the texts, whether its growth too, and which works beside it."""

    work: str
    count: int
    articles: str | None = None
    growth: bool = True
    beside: tuple[str, ...] = ()


@dataclass(frozen=True)
class Outcome:
    """What was measured; seconds, bytes and articles of 450 words. ``absent`` says why nothing was.

    ``multiples``: how many times what each work beside it costs over the same texts.
    """

    work: str
    absent: str | None = None
    texts: int = 0
    articles: float = 0.0
    first: float = 0.0
    seconds: float = 0.0
    scan: float = 0.0
    before: int = 0
    peak: int = 0
    held: list[int] = field(default_factory=list)
    by_length: list[float] = field(default_factory=list)
    by_number: list[float] = field(default_factory=list)
    multiples: dict[str, float] = field(default_factory=dict)

    @property
    def rate(self) -> float:
        """Articles a second."""
        return self.articles / self.seconds

    @property
    def ratio(self) -> float:
        """How many scans of the same texts it costs."""
        return self.seconds / self.scan

    @property
    def length_exponent(self) -> float:
        """How cost grows with the length of a text: 1 is linear."""
        return fit_exponent(TIMES, self.by_length)

    @property
    def number_exponent(self) -> float:
        """How cost grows with the number of texts, over 1, 2, 4 and 8 tenths of them: 1 is linear."""
        return fit_exponent(TIMES, self.by_number)

    @property
    def growth(self) -> int:
        """Memory gained in the second half: lexicons, caches and the store's pages fill in the first."""
        return self.held[-1] - self.held[len(self.held) // 2]


def _parts(texts: list[str], number: int) -> list[list[str]]:
    """Cut ``texts`` into ``number`` runs of about one size."""
    edges = [len(texts) * n // number for n in range(number + 1)]
    return [texts[a:b] for a, b in itertools.pairwise(edges)]


def measure_run(work: Work, texts: list[str]) -> dict[str, Any]:
    """Work through the texts tenth by tenth, each beside scans of the same tenth; note the memory."""
    seconds, scans, held = [], [], []
    for part in _parts(texts, PARTS):
        scans.append(statistics.median(seconds_of(scan, part) for _ in range(SCANS)))
        seconds.append(seconds_of(work, part))
        held.append(memory.held())
    return {
        "seconds": sum(seconds),
        "scan": sum(scans),
        "held": held,
        "by_number": [sum(seconds[:n]) for n in TIMES],
    }


def measure_length(work: Work, texts: list[str], rounds: int = ROUNDS) -> list[float]:
    """Return the seconds for one text of 1, 2, 4 and 8 articles' length, each the best of ``rounds``."""
    longer = [lengthened(texts, LENGTH * times) for times in TIMES]
    return best_of(work, [[vary(text, n) for text in longer] for n in range(rounds)])


def measure_multiple(work: Work, name: str, warm: list[str], texts: list[str]) -> float:
    """Return how many times the cost of the work ``name`` this one costs; both read each tenth in turns."""
    mine, others = 0.0, 0.0
    with WORKS[name]() as other:
        other(warm)
        for part in _parts(texts, PARTS):
            mine += seconds_of(work, part)
            others += statistics.median(seconds_of(other, part) for _ in range(SCANS))
    return mine / others


def run(order: Order) -> Outcome:
    """Measure in this process; what stands beside comes last, when the memory has been noted."""
    texts = load_texts(Path(order.articles) if order.articles else None, WARM + order.count)
    warm, texts = texts[:WARM], texts[WARM:]
    before = memory.held()
    try:
        with WORKS[order.work]() as work:
            first = seconds_of(work, warm[:1])
            seconds_of(work, warm[1:])
            measured = measure_run(work, texts)
            peak = memory.peak()
            lengths = measure_length(work, texts) if order.growth else []
            multiples = {name: measure_multiple(work, name, warm, texts) for name in order.beside}
    except Absent as absent:
        return Outcome(order.work, absent=str(absent))
    size = articles_in(texts)
    return Outcome(
        order.work,
        texts=len(texts),
        articles=size,
        first=first,
        before=before,
        peak=peak,
        by_length=lengths,
        multiples=multiples,
        **measured,
    )


def run_apart(order: Order) -> Outcome:
    """Measure in a process of its own and return what it found."""
    command = [sys.executable, "-m", "benchmarks.jobs", json.dumps(asdict(order))]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    return Outcome(**json.loads(done.stdout))


if __name__ == "__main__":
    print(json.dumps(asdict(run(Order(**json.loads(sys.argv[1]))))))
