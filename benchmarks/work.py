"""The work that is measured, by name, and what it is measured beside."""

from __future__ import annotations

import importlib
import re
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks.clock import Work, each

SCAN = re.compile(r"\d+ ألف")
EXTRACTOR = "benchmark/1"
DATES = ("numbers", "dates")
VALUES = (*DATES, "quantities")
PUBLISHED = "2020-11-04"


class Absent(Exception):
    """What is to be measured is not installed, or not written yet."""


scan: Work = each(SCAN.findall)
"""The unit of speed: one scan of each text with one pattern of the standard library."""


def _attribute(module: str, name: str, hint: str) -> Any:
    try:
        return getattr(importlib.import_module(module), name)
    except (ImportError, AttributeError) as error:
        raise Absent(f"{module}.{name} is not there: {hint}") from error


@contextmanager
def extracting() -> Iterator[Work]:
    """``rawi.extract``, rules only: text in, record out."""
    yield each(_attribute("rawi", "extract", "the extractor is not written yet"))


@contextmanager
def adding() -> Iterator[Work]:
    """Extracting and storing in a new ledger, in groups as ``rawi add`` does, until all is on the disk."""
    extract = _attribute("rawi", "extract", "the extractor is not written yet")
    open_ledger = _attribute("rawi.ledger.ledger", "open_ledger", "the ledger is not written yet")
    submission = _attribute("rawi.ledger.results", "Submission", "the ledger is not written yet")
    origin = _attribute("rawi.ledger.results", "Origin", "the ledger is not written yet")()
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "speed.rawi") as ledger:

        def work(texts: Iterable[str]) -> None:
            given = (submission(extract(text), text.encode(), origin, EXTRACTOR) for text in texts)
            refused = [outcome for outcome in ledger.add_many(given) if outcome.status != "stored"]
            if refused:
                raise AssertionError(f"the ledger did not store {len(refused)} articles: {refused[0]}")

        yield work


@contextmanager
def reading_dates() -> Iterator[Work]:
    """Dates alone, as ``reading_values``: what dateparser's search gives."""
    with _reading(DATES) as work:
        yield work


@contextmanager
def reading_values() -> Iterator[Work]:
    """Numbers, dates and quantities by the stages of ``rawi.extract``, on a tape laid as there; each date is
    placed on the calendar."""
    with _reading(VALUES) as work:
        yield work


@contextmanager
def _reading(names: tuple[str, ...]) -> Iterator[Work]:
    """Some stages of ``rawi.extract``."""
    hint = "the readers of values are not written yet"
    annotate = _attribute("rawi.pipeline", "annotate", hint)
    text_of = _attribute("rawi.text.text", "Text", hint)
    kinds = _attribute("rawi.model.annotation", "Kind", hint)
    resolve = _attribute("rawi.claims.anchors", "resolve_date", hint)
    vocabularies = (_attribute("rawi.annotations.vocabulary", "load_vocabulary", hint)(),)
    tapes = _attribute("rawi.rules.tapes", "JointTapes", hint)(vocabularies)
    stages = [_attribute(f"rawi.annotations.{name}", name.upper(), hint) for name in names]

    def read(source: str) -> None:
        text = text_of(source)
        text.keep_tapes(vocabularies, tapes.lay(text.words))
        for one in annotate(text, stages).of(kinds.DATE):
            resolve(one.value, PUBLISHED)

    yield each(read)


@contextmanager
def searching_dates() -> Iterator[Work]:
    """dateparser's search for dates in Arabic text, told the language: a library that many would take for a
    part of the work."""
    search = _attribute("dateparser.search", "search_dates", "pip install dateparser")
    yield each(lambda text: search(text, languages=["ar"]))


@contextmanager
def guessing_dates() -> Iterator[Work]:
    """The same, as it is called by default: it finds out the language by itself."""
    search = _attribute("dateparser.search", "search_dates", "pip install dateparser")
    yield each(search)


WORKS = {
    "extract": extracting,
    "add": adding,
    "values": reading_values,
    "dates": reading_dates,
    "dateparser": searching_dates,
    "guessing": guessing_dates,
}
