"""What a change gains and loses: ``python -m rawi.evaluation.diff [--base REVISION] [--articles FILE]``.

Runs ``extract`` of the working tree and of an earlier revision over the same articles, each in a process of
its own, and lists every entry gained (+), lost (-) or changed (~) in words. Reading twenty lost entries
teaches more than a decimal.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from rawi.errors import EvaluationError, RawiError
from rawi.evaluation.changes import NOUNS, Change, compare_records, render_change
from rawi.evaluation.gold import read_gold
from rawi.evaluation.revision import export_source, find_landed

GOLD = "gold"
GIVEN = ("published", "outlet", "title", "url")
LAST_LINES = 3

# Runs in the other process, on whatever is on its path; uses nothing but the fixed Python interface.
EXTRACT = """
import sys, msgspec, rawi
for line in sys.stdin.buffer:
    article = msgspec.json.decode(line)
    record = rawi.extract(article.pop("text"), **article)
    sys.stdout.buffer.write(msgspec.json.encode(record) + b"\\n")
"""

Record = dict[str, Any]


class Article(msgspec.Struct, frozen=True):
    """One article to run over; ``id`` names it in the listing."""

    id: str
    text: str
    published: str | None = None
    outlet: str | None = None
    title: str | None = None
    url: str | None = None


def read_articles(path: Path, limit: int | None = None) -> Iterator[Article]:
    """Yield the articles of a file of JSON lines, plain or gzipped, at most ``limit`` of them."""
    with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as lines:
        for line in itertools.islice(lines, limit):
            yield msgspec.json.decode(line, type=Article)


def _gold_articles(root: Path) -> Iterator[Article]:
    folder = root / GOLD
    golds = read_gold(folder) if folder.is_dir() else []
    return (Article(f"{GOLD}/{one.doc}", one.text, one.published) for one in golds)


def extract_with(source: Path, articles: Sequence[Article]) -> list[Record]:
    """Return the records that the package in ``source`` makes of ``articles``, in their order.

    Raises EvaluationError, with the last lines of what it printed, where it cannot be run.
    """
    asked = b"".join(_ask(article) + b"\n" for article in articles)
    environment = {**os.environ, "PYTHONPATH": str(source)}
    command = [sys.executable, "-P", "-c", EXTRACT]
    done = subprocess.run(command, input=asked, capture_output=True, env=environment, check=False)
    if done.returncode:
        last = done.stderr.decode("utf-8", "replace").strip().splitlines()[-LAST_LINES:]
        raise EvaluationError(f"{source}: extract failed:\n" + "\n".join(last))
    return [msgspec.json.decode(line) for line in done.stdout.splitlines()]


def _ask(article: Article) -> bytes:
    given = {key: getattr(article, key) for key in GIVEN}
    return msgspec.json.encode({"text": article.text, **{k: v for k, v in given.items() if v is not None}})


def compare(root: Path, base: str, articles: Sequence[Article]) -> Iterator[tuple[Article, list[Change]]]:
    """Yield each article with what the working tree at ``root`` changes in it since revision ``base``."""
    with tempfile.TemporaryDirectory() as folder:
        before = extract_with(export_source(root, base, Path(folder)), articles)
    after = extract_with(root / "src", articles)
    for article, old, new in zip(articles, before, after, strict=True):
        yield article, compare_records(old, new)


def render_article(article: Article, changes: Sequence[Change]) -> str:
    """Return the changes of one article below its name."""
    return "\n".join([article.id, *map(render_change, changes)])


def render_totals(changes: Iterable[Change]) -> str:
    """Return one line per kind of entry: how many were gained, lost and changed."""
    counts = Counter((change.kind, change.sign) for change in changes)
    return "\n".join(
        f"{NOUNS[kind]:<9}  {counts[kind, '+']} gained, {counts[kind, '-']} lost, {counts[kind, '~']} changed"
        for kind in NOUNS
    )


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m rawi.evaluation.diff", description=__doc__)
    parser.add_argument("--root", type=Path, default=Path(), help="the repository (default: here)")
    parser.add_argument("--base", metavar="REVISION", help="compare with (default: last landed commit)")
    parser.add_argument("--articles", type=Path, metavar="FILE", help="more articles: JSON lines, .gz or not")
    parser.add_argument("--limit", type=int, metavar="N", help="at most N of these")
    return parser.parse_args(arguments)


def run(asked: argparse.Namespace) -> int:
    """Print what changed, article by article, then the totals; always 0: a change is not an error."""
    base = asked.base or find_landed(asked.root)
    if base is None:
        raise EvaluationError("no earlier commit to compare with; name one with --base")
    more = read_articles(asked.articles, asked.limit) if asked.articles else ()
    articles = [*_gold_articles(asked.root), *more]
    changed = []
    for article, changes in compare(asked.root, base, articles):
        changed += changes
        if changes:
            print(render_article(article, changes))
    print(render_totals(changed), f"{len(articles)} articles, compared with {base[:12]}", sep="\n")
    return 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Compare the working tree with an earlier revision; 2 where that cannot be done."""
    try:
        return run(_arguments(arguments))
    except RawiError as error:
        print(f"error[{error.code}] {error}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
