"""The work that is measured, by name, and what it is measured beside."""

from __future__ import annotations

import importlib
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks.clock import Work

SCAN = re.compile(r"\d+ ألف")


class Absent(Exception):
    """What is to be measured is not installed, or not written yet."""


def scan(text: str) -> object:
    """The unit of speed: one scan of the text with one pattern of the standard library."""
    return SCAN.findall(text)


def _attribute(module: str, name: str, hint: str) -> Any:
    try:
        return getattr(importlib.import_module(module), name)
    except (ImportError, AttributeError) as error:
        raise Absent(f"{module}.{name} is not there: {hint}") from error


@contextmanager
def extracting() -> Iterator[Work]:
    """``rawi.extract``, rules only: text in, record out."""
    yield _attribute("rawi", "extract", "the extractor is not written yet")


@contextmanager
def adding() -> Iterator[Work]:
    """Extracting and storing in a ledger of its own, one acknowledged write for each text."""
    extract = _attribute("rawi", "extract", "the extractor is not written yet")
    opened = _attribute("rawi", "open", "the ledger has no Python interface yet")
    with tempfile.TemporaryDirectory() as folder, opened(Path(folder) / "speed.rawi") as ledger:
        yield lambda text: ledger.add(extract(text))


@contextmanager
def searching_dates() -> Iterator[Work]:
    """dateparser's search for dates in Arabic text: a library that many would take for a part of the work."""
    search = _attribute("dateparser.search", "search_dates", "pip install dateparser")
    yield lambda text: search(text, languages=["ar"])


WORKS = {"extract": extracting, "add": adding, "dateparser": searching_dates}
