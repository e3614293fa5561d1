"""``python -m benchmarks.resolution ARTICLES.jsonl.gz``: how long it takes to tell who is who.

Extraction is done once before and not counted; ``--records FILE`` keeps it for the next run.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import msgspec

from rawi.entities.occurrences import find_occurrences
from rawi.entities.resolution import resolve
from rawi.model.record import Record
from rawi.model.resolution import Occurrence, Resolution
from rawi.pipeline import extract

SIZES = (1000, 3500, 7000)
LONGEST = 60.0  # seconds that the largest may take on one core
STEEPEST = 1.5  # times what a line through the smallest lets expect of the largest

Clock = Callable[[], float]


class Measured(NamedTuple):
    """One size: articles, occurrences, seconds, what came of it."""

    articles: int
    occurrences: int
    seconds: float
    entities: int
    suggestions: int


def load_records(articles: Path, kept: Path | None, most: int) -> Iterator[Record]:
    """Yield the records of at most so many articles, read from ``kept`` where it is, else extracted."""
    if kept is not None and kept.exists():
        with kept.open("rb") as lines:
            for line in islice(lines, most):
                yield msgspec.json.decode(line, type=Record)
        return
    found = list(extract_all(articles, most))
    if kept is not None:
        kept.write_bytes(b"".join(msgspec.json.encode(one) + b"\n" for one in found))
    yield from found


def extract_all(articles: Path, most: int) -> Iterator[Record]:
    """Yield the records of at most so many articles of a file of JSON lines."""
    with gzip.open(articles, "rt", encoding="utf-8") as lines:
        for line in islice(lines, most):
            one = json.loads(line)
            yield extract(
                one["text"], published=one.get("published"), outlet=one.get("outlet"), title=one.get("title")
            )


def occurrences_of(records: Iterable[Record]) -> list[list[Occurrence]]:
    """Return what each record names."""
    found = []
    for one in records:
        ids = {item.id: f"{one.document.id}/{item.id}" for item in (*one.entities, *one.statements)}
        found.append(list(find_occurrences(one.document, one.entities, one.statements, ids)))
    return found


def measure(named: Sequence[Sequence[Occurrence]], clock: Clock = time.process_time) -> Measured:
    """Resolve what some articles name, and return how long it took."""
    occurrences = [one for article in named for one in article]
    start = clock()
    made: Resolution = resolve(occurrences)
    seconds = clock() - start
    return Measured(len(named), len(occurrences), seconds, len(made.entities), len(made.suggestions))


def growth(first: Measured, one: Measured) -> float:
    """Return the seconds of a size over what a line through the first lets expect; 1 grows as a line."""
    return one.seconds / (first.seconds * one.articles / first.articles)


def print_table(rows: Sequence[Measured]) -> None:
    """Print one line a size."""
    print("articles  occurrences  seconds  to a line  entities  suggestions")
    for one in rows:
        ratio = growth(rows[0], one)
        counted = f"{one.entities:8}  {one.suggestions:11}"
        print(f"{one.articles:8}  {one.occurrences:11}  {one.seconds:7.2f}  {ratio:9.2f}  {counted}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 1 with ``--check`` if it takes too long or grows too fast."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.resolution", description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--records", type=Path, help="keep the extraction here, or take it from here")
    parser.add_argument("--check", action="store_true")
    asked = parser.parse_args(arguments)
    named = occurrences_of(load_records(asked.articles, asked.records, max(SIZES)))
    measure(named[: SIZES[0]])  # the tables are loaded
    rows = [measure(named[:size]) for size in SIZES if size <= len(named)] or [measure(named)]
    print_table(rows)
    slow = rows[-1].seconds > LONGEST or growth(rows[0], rows[-1]) > STEEPEST
    return int(asked.check and slow)


if __name__ == "__main__":
    sys.exit(main())
