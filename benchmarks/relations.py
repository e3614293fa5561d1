"""``python -m benchmarks.relations ARTICLES.jsonl``: what relations across documents cost as a ledger grows.

For each size, in a process of its own: a ledger of so many articles is updated as a whole, then a hundred
articles more are extracted, added, and the ledger is updated again. Extraction of the first ones is not
counted.
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
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec

from rawi.ledger import Ledger, Origin, Submission, open_ledger
from rawi.pipeline import extract

SIZES = (1000, 2000, 4000, 7300)
MORE = 100
LONGEST_WHOLE, LONGEST_MORE, MOST_MEMORY = 180.0, 10.0, 1 << 30
STEEPEST = 1.5  # times what an added document costs in the smallest ledger


class Measured(msgspec.Struct, frozen=True):
    """One size: seconds of the whole update, of extracting and adding more, of the update after it; peak
    memory in bytes; how many relations there are."""

    articles: int
    whole: float
    added: float
    update: float
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


def measure(path: Path, size: int) -> Measured:
    """Measure one size."""
    articles = list(islice(read_articles(path), size + MORE))
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "news.rawi") as ledger:
        add(ledger, articles[:size])
        began = time.perf_counter()
        ledger.update()
        whole = time.perf_counter()
        add(ledger, articles[size:])
        added = time.perf_counter()
        done = ledger.update()
        ended = time.perf_counter()
    kinds = ("duplicates", "stories", "recurrences", "series", "comparisons")
    found = {kind: getattr(done, kind) for kind in kinds}
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return Measured(size, whole - began, added - whole, ended - added, memory, found)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure all sizes, print a line each, and return 1 where a limit is passed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    known = parser.parse_args(arguments)
    if known.one:
        print(msgspec.json.encode(measure(known.articles, known.one)).decode())
        return 0
    rows = [_run(known.articles, size) for size in known.sizes]
    steepness = rows[-1].update / rows[0].update
    print(f"an added document costs {steepness:.2f} times what it does in the smallest ledger")
    last = rows[-1]
    fits = last.whole < LONGEST_WHOLE and last.added + last.update < LONGEST_MORE
    return 0 if fits and last.memory < MOST_MEMORY and steepness < STEEPEST else 1


def _run(articles: Path, size: int) -> Measured:
    """Measure one size in a process of its own, and print it."""
    command = [sys.executable, "-m", "benchmarks.relations", str(articles), "--one", str(size)]
    answer = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout
    made = msgspec.json.decode(answer, type=Measured)
    found = ", ".join(f"{count} {kind}" for kind, count in made.found.items())
    print(
        f"{made.articles:>6} articles: whole {made.whole:6.1f} s; {MORE} more: added {made.added:4.1f} s, "
        f"updated {made.update:5.1f} s; {made.memory >> 20} MiB; {found}",
        flush=True,
    )
    return made


if __name__ == "__main__":
    sys.exit(main())
