"""``python -m benchmarks.relations ARTICLES.jsonl``: what relations across documents cost as a ledger grows.

For each size, in a process of its own: a ledger of so many articles is updated as a whole, then a hundred
articles more are extracted, added, and the ledger is updated again. Those hundred are the same for all sizes:
what they cost more in a larger ledger is due to the ledger. Extraction of the first ones is not counted.
Beside the seconds that went by stand those of the processor, which other work on the machine lengthens less.
"""

from __future__ import annotations

import argparse
import gzip
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import msgspec

from rawi.ledger import Ledger, Origin, Submission, open_ledger
from rawi.pipeline import extract

T = TypeVar("T")
SIZES = (1000, 2000, 4000, 7300)
MORE = 100
LONGEST_WHOLE, LONGEST_MORE, MOST_MEMORY = 180.0, 10.0, 1 << 30
STEEPEST = 1.5  # times what an added document costs in the smallest ledger


class Taken(NamedTuple):
    """Seconds that went by, and those of the processor."""

    wall: float
    cpu: float

    def __str__(self) -> str:
        return f"{self.wall:5.1f} s ({self.cpu:5.1f} s of the processor)"


class Measured(msgspec.Struct, frozen=True):
    """One size: what the whole update took, extracting and adding more, the update after it; peak memory in
    bytes; how many relations there are."""

    articles: int
    whole: Taken
    added: Taken
    update: Taken
    memory: int
    found: dict[str, int]


def read_articles(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the articles of a file of JSON lines, compressed or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def add(ledger: Ledger, articles: Sequence[dict[str, Any]]) -> None:
    """Extract articles and add them."""

    def submissions() -> Iterator[Submission]:
        for one in articles:
            known = {name: one.get(name) for name in ("published", "outlet", "title", "url")}
            record = extract(one["text"], **known)
            yield Submission(record, record.text.encode(), Origin("articles.jsonl"), "rawi/0.1.0")

    for _ in ledger.add_many(submissions()):
        pass


def measure(path: Path, size: int, more: int) -> Measured:
    """Measure one size; ``more`` is the number of the first of the articles that are added later."""
    articles, later = (
        list(islice(read_articles(path), size)),
        list(islice(read_articles(path), more, more + MORE)),
    )
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "news.rawi") as ledger:
        add(ledger, articles)
        _, whole = _time(ledger.update)
        _, added = _time(lambda: add(ledger, later))
        done, update = _time(ledger.update)
    kinds = ("duplicates", "stories", "recurrences", "series", "comparisons", "incidents")
    found = {kind: getattr(done, kind) for kind in kinds}
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return Measured(size, whole, added, update, memory, found)


def _time(work: Callable[[], T]) -> tuple[T, Taken]:
    """Do some work, and tell what it took."""
    wall, cpu = time.perf_counter(), time.process_time()
    done = work()
    return done, Taken(time.perf_counter() - wall, time.process_time() - cpu)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure all sizes, print a line each, and return 1 where a limit is passed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--more", type=int, help=argparse.SUPPRESS)
    known = parser.parse_args(arguments)
    if known.one:
        print(msgspec.json.encode(measure(known.articles, known.one, known.more or known.one)).decode())
        return 0
    rows = [_run(known.articles, size, max(known.sizes)) for size in known.sizes]
    steepness = rows[-1].update.cpu / rows[0].update.cpu
    print(f"an added document costs {steepness:.2f} times what it does in the smallest ledger")
    last = rows[-1]
    fits = last.whole.wall < LONGEST_WHOLE and last.added.wall + last.update.wall < LONGEST_MORE
    return 0 if fits and last.memory < MOST_MEMORY and steepness < STEEPEST else 1


def _run(articles: Path, size: int, more: int) -> Measured:
    """Measure one size in a process of its own, and print it."""
    command = [sys.executable, "-m", "benchmarks.relations", str(articles)]
    command += ["--one", str(size), "--more", str(more)]
    answer = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout
    made = msgspec.json.decode(answer, type=Measured)
    found = ", ".join(f"{count} {kind}" for kind, count in made.found.items())
    print(
        f"{made.articles:>6} articles: whole {made.whole}; {MORE} more: added {made.added}, "
        f"updated {made.update}; {made.memory >> 20} MiB; {found}",
        flush=True,
    )
    return made


if __name__ == "__main__":
    sys.exit(main())
