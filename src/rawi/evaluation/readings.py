"""Draw random events from articles for a person to read, and count what was found right.

``python -m rawi.evaluation.readings draw ARTICLES.jsonl[.gz] --seed 7 > sheet.txt`` writes events with the
words around them. The reader notes a line each in a table: number, real (y, n), type (right, near, wrong),
place (right, wrong; none where the text tells none either, missed where it does), remark; cells parted by
tabs. ``python -m rawi.evaluation.readings count sheet.txt table.tsv`` gives the shares.
"""

from __future__ import annotations

import argparse
import gzip
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec

from rawi.model.claim import Event
from rawi.model.record import Record
from rawi.pipeline import extract

_AROUND = 500  # characters shown on each side of a trigger
_POOL = 3  # times as many events are gathered as are drawn, so that no article gives many


class Article(msgspec.Struct, frozen=True):
    """A line of the file of articles."""

    id: str
    text: str
    title: str | None = None
    published: str | None = None


def read_articles(path: Path) -> list[Article]:
    """Return the articles of a file of JSON lines; msgspec.ValidationError if a line is none."""
    told = path.read_bytes()
    lines = (gzip.decompress(told) if path.suffix == ".gz" else told).splitlines()
    return [msgspec.json.decode(line, type=Article) for line in lines]


def draw(articles: list[Article], number: int, seed: int) -> Iterator[str]:
    """Yield the lines of a sheet: ``number`` random events of articles in random order, none of the past."""
    chance = random.Random(seed)
    chance.shuffle(articles)
    found: list[tuple[Article, Record, Event]] = []
    seen = 0
    for article in articles:
        seen += 1
        record = extract(article.text, published=article.published, title=article.title)
        found += [(article, record, event) for event in record.events if not event.background]
        if len(found) >= number * _POOL:
            break
    chance.shuffle(found)
    yield f"{seen} articles read, {len(found)} events, {min(number, len(found))} drawn, seed {seed}"
    for row, (article, record, event) in enumerate(found[:number], 1):
        yield from _render(row, article, record, event)


def _render(row: int, article: Article, record: Record, event: Event) -> Iterator[str]:
    text, at = record.document.text, event.trigger
    around = text[max(0, at.start - _AROUND) : at.start], text[at.end : at.end + _AROUND]
    yield f"\n#{row} {event.confidence} | {article.id} | published {article.published} | {article.title}"
    yield f"TYPE {event.type} | PLACE {' › '.join(place.name for place in event.places) or None}"
    who = [one.name if one is not None else None for one in (event.actor, event.target)]
    yield f"BY {who[0]} | AGAINST {who[1]} | DATE {event.date} | KILLED {event.killed} | {event.certainty}"
    yield f"…{around[0]}【{text[at.start : at.end]}】{around[1]}…"


def count(sheet: str, table: str) -> Iterator[str]:
    """Yield the shares of events that are real, with the right type, the right place, and both; ValueError if
    the table does not fit the sheet."""
    sure = dict(re.findall(r"^#(\d+) (certain|doubtful) ", sheet, re.MULTILINE))
    rows = [line.split("\t") for line in table.splitlines() if line.strip()]
    if sorted(row[0] for row in rows) != sorted(sure):
        raise ValueError("the table has not one line for each event of the sheet")
    for name in ("all", "certain", "doubtful"):
        some = [row for row in rows if name in ("all", sure[row[0]])]
        if not some:
            continue
        real = [row for row in some if row[1] == "y"]
        typed = [row for row in real if row[2] == "right"]
        placed = [row for row in real if row[3] in ("right", "none", "none-ok")]
        both = [row for row in typed if row in placed]
        shares = (f"{len(part) / len(some):.2f}" for part in (real, typed, placed, both))
        yield f"{name:8} {len(some):4}  real {{}}  type {{}}  place {{}}  type and place {{}}".format(*shares)


def main(arguments: list[str] | None = None) -> int:
    """Run the command; 0, or 2 where the arguments do not fit."""
    parser = argparse.ArgumentParser(prog="python -m rawi.evaluation.readings", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    drawing = commands.add_parser("draw")
    drawing.add_argument("articles", type=Path)
    drawing.add_argument("--number", type=int, default=100)
    drawing.add_argument("--seed", type=int, default=1)
    counting = commands.add_parser("count")
    counting.add_argument("sheet", type=Path)
    counting.add_argument("table", type=Path)
    options = parser.parse_args(arguments)
    if options.command == "draw":
        lines = draw(read_articles(options.articles), options.number, options.seed)
    else:
        lines = count(options.sheet.read_text("utf-8"), options.table.read_text("utf-8"))
    for line in lines:
        sys.stdout.write(line + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
