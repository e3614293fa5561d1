"""``rawi eval``: extract the articles of the gold, score what comes out, and say it in a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Protocol

import msgspec

from rawi.errors import RawiError
from rawi.evaluation.article import GoldArticle
from rawi.evaluation.gold import read_gold
from rawi.evaluation.scores import Report, score
from rawi.evaluation.sheet import F1, Accuracy, Figure, Miss


class Extract(Protocol):
    """What is measured: an article's text and its date in, a record out (``rawi.extract``)."""

    def __call__(self, text: str, *, published: str | None = None) -> object:
        """Return the record of ``text``: anything that serialises to the shape of record.md."""


def evaluate(gold_path: str | Path, extract: Extract) -> Report:
    """Extract every article of the gold, with its ``published`` as metadata, and score the records.

    ``gold_path`` is a folder of ``NAME.txt`` + ``NAME.gold.json`` or a file of compiled JSON lines. An
    article that ``extract`` refuses with a RawiError has no record, which the report counts. Raises GoldError
    on unreadable gold.
    """
    golds = read_gold(gold_path)
    return score(golds, _records(golds, extract))


def _records(golds: Iterable[GoldArticle], extract: Extract) -> Iterator[dict[str, Any]]:
    for gold in golds:
        try:
            record = extract(gold.text, published=gold.published)
        except RawiError:
            continue  # counted: the report names the number of articles without a record
        yield msgspec.json.decode(msgspec.json.encode(record))


def render_report(report: Report) -> str:
    """Return the report as a table, one figure a line, for a terminal."""
    return "\n".join(_render_figure(name, figure) for name, figure in report.figures.items())


def _render_figure(name: str, figure: Figure) -> str:
    if isinstance(figure, F1):
        return f"{name:<12} P {figure.p:.3f}  R {figure.r:.3f}  F1 {figure.f1:.3f}  ({figure.n})"
    if isinstance(figure, Accuracy):
        share = "-" if figure.accuracy is None else f"{figure.accuracy:.3f}"
        return f"{name:<12} accuracy {share}  ({figure.n})"
    return f"{name:<12} {figure.n}, without a record: {figure.missing}"


def render_misses(misses: Iterable[Miss]) -> str:
    """Return single differences, one a line: the article, what is wrong, and the words."""
    return "\n".join(f"{miss.doc}\t{miss.what}\t{miss.words}" for miss in misses)
