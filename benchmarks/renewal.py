"""``python -m benchmarks.renewal RECORDS.jsonl``: how long it takes to bring entities up to date in a ledger.

RECORDS is what ``benchmarks.resolution --records`` keeps. At each size everything is resolved, then a hundred
articles are added. Each update has a process of its own, as ``rawi update`` has: what it loads counts.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import msgspec

from benchmarks.memory import peak
from rawi.ledger import Origin, Submission, open_ledger
from rawi.ledger.resolution import find_changed_tables, renew_entities
from rawi.ledger.sqlite import SqliteStore
from rawi.model.record import Record

SIZES = (1000, 3500, 7337)
ADDED = 100
LONGEST = 2.0  # seconds that a hundred more may take on one core
STEEPEST = 4.0  # times as long at the largest as at the smallest


class Update(NamedTuple):
    """One update: processor seconds, the most memory held, and how many documents it told of."""

    seconds: float
    peak: int
    documents: int


class Measured(NamedTuple):
    """One size: articles, everything resolved, a hundred more, and the tables that then were wrong."""

    articles: int
    whole: Update
    more: Update
    wrong: tuple[str, ...]


def load_records(path: Path, most: int) -> Iterator[Record]:
    """Yield the records of at most so many articles."""
    with path.open("rb") as lines:
        for line in islice(lines, most):
            yield msgspec.json.decode(line, type=Record)


def add(ledger: Path, records: Sequence[Record]) -> None:
    """Add records to a ledger."""
    with open_ledger(ledger) as opened:
        told = (Submission(one, one.text.encode(), Origin("a.jsonl"), "benchmark/1") for one in records)
        for _ in opened.add_many(told):
            pass


def update(ledger: Path, *, anew: bool) -> Update:
    """Bring the entities of a ledger up to date: everything, or what changed."""
    store = SqliteStore(ledger, create=False, wait=1)
    start = time.process_time()
    documents = renew_entities(store, anew=anew).documents
    seconds = time.process_time() - start
    store.close()
    return Update(seconds, peak(), len(documents))


def find_wrong(ledger: Path) -> tuple[str, ...]:
    """Return the tables of a ledger that are not what everything resolved anew gives."""
    store = SqliteStore(ledger, create=False, wait=1)
    wrong = tuple(find_changed_tables(store))
    store.close()
    return wrong


def update_apart(ledger: Path, *, anew: bool) -> Update:
    """Bring the entities up to date in a process of its own."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        return pool.submit(update, ledger, anew=anew).result()


def measure(records: Sequence[Record], sizes: Sequence[int]) -> Iterator[Measured]:
    """Yield what was measured at each size, as far as there are so many records and a hundred more."""
    with TemporaryDirectory() as folder:
        ledger, done = Path(folder) / "benchmark.rawi", 0
        for size in (size for size in sizes if size + ADDED <= len(records)):
            add(ledger, records[done:size])
            whole = update_apart(ledger, anew=True)
            done = size + ADDED
            add(ledger, records[size:done])
            yield Measured(size, whole, update_apart(ledger, anew=False), find_wrong(ledger))


def print_row(one: Measured) -> None:
    """Print the line of a size."""
    whole, more = (f"{of.seconds:7.2f}  {of.peak >> 20:4}" for of in (one.whole, one.more))
    print(f"{one.articles:8}  {whole}  {more}  {' '.join(one.wrong) or 'none'}", flush=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 1 if a table is wrong, or with ``--check`` if a hundred more take too long."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.renewal", description=__doc__)
    parser.add_argument("records", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--check", action="store_true")
    asked = parser.parse_args(arguments)
    print(f"articles    whole   MiB     +{ADDED}   MiB  wrong tables")
    rows = []
    for row in measure(list(load_records(asked.records, max(asked.sizes) + ADDED)), asked.sizes):
        print_row(row)
        rows.append(row)
    first, last = rows[0].more.seconds, rows[-1].more.seconds
    slow = last > LONGEST or last > STEEPEST * first
    return int(any(one.wrong for one in rows) or (asked.check and slow))


if __name__ == "__main__":
    sys.exit(main())
