"""``python -m benchmarks.straggling``: how long a corpus of 10⁸ documents takes on many workers, simulated.

Partitions are handed out one by one to whoever is free, as the pool and Daft do. Their times are drawn: most
near the mean, a few of long documents, some workers slower than others, some dying at random, whose partition
another does anew. What is printed is the time of the whole over what the work alone would take.
"""

from __future__ import annotations

import argparse
import heapq
import random
from collections.abc import Sequence
from typing import NamedTuple

DOCUMENTS = 100_000_000
SIZES = (4, 16, 64, 256)  # MiB of a partition
WORKERS = (64, 256, 1024)
_SEED = 20261123


class Trouble(NamedTuple):
    """What may go wrong: part of the workers that are ``slow`` and how many times, part of the partitions
    that are ``heavy`` and how many times, deaths for each hour of a worker."""

    name: str
    slow: float = 0.0
    times: float = 1.0
    heavy: float = 0.0
    weight: float = 1.0
    deaths: float = 0.0


TROUBLES = (
    Trouble("none"),
    Trouble("5 % of workers half as fast", slow=0.05, times=2.0),
    Trouble("1 % of partitions of ten times the work", heavy=0.01, weight=10.0),
    Trouble("a death every 24 hours of a worker", deaths=1 / 24),
    Trouble("all of it", 0.05, 2.0, 0.01, 10.0, 1 / 24),
)


def simulate(partitions: int, seconds: float, workers: int, trouble: Trouble, chance: random.Random) -> float:
    """Return how long all takes, in seconds, over what its work takes on so many even workers."""
    slow = [trouble.times if chance.random() < trouble.slow else 1.0 for _ in range(workers)]
    free = [(0.0, worker) for worker in range(workers)]
    heapq.heapify(free)
    work = end = 0.0
    for _ in range(partitions):
        cost = max(0.1, chance.gauss(1.0, 0.1)) * seconds
        cost *= trouble.weight if chance.random() < trouble.heavy else 1.0
        work += cost
        start, worker = heapq.heappop(free)
        took = cost * slow[worker]
        while trouble.deaths and (alive := chance.expovariate(trouble.deaths / 3600)) < took:
            start += alive  # what was done of it is lost
        end = max(end, start + took)
        heapq.heappush(free, (start + took, worker))
    return end / (work / workers)


def main(arguments: Sequence[str] | None = None) -> None:
    """Simulate and print a table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.straggling", description=__doc__)
    parser.add_argument("--milliseconds", type=float, default=6.0, help="of one document on one processor")
    parser.add_argument("--bytes", type=float, default=3600.0, help="of input of one document")
    asked = parser.parse_args(arguments)
    print(f"{'':<42}{'MiB':>5}" + "".join(f"{workers:>8}" for workers in WORKERS))
    for trouble in TROUBLES:
        for size in SIZES:
            each = size * (1 << 20) / asked.bytes
            chance = random.Random(_SEED)
            parts = int(DOCUMENTS / each)
            seconds = each * asked.milliseconds / 1000
            told = [simulate(parts, seconds, workers, trouble, chance) for workers in WORKERS]
            print(f"{trouble.name:<42}{size:>5}" + "".join(f"{one:>8.2f}" for one in told))


if __name__ == "__main__":
    main()
