"""Ledgers of invented articles on which claims are checked, for the tests."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import rawi
from rawi.ledger.answers import Checked
from rawi.opening import OpenedLedger


def open_with(folder: Path, articles: Iterable[tuple[str, str, str]]) -> OpenedLedger:
    """Return a new ledger in a folder, brought up to date; an article is its text, outlet and day."""
    opened = rawi.open(folder / "news.rawi")
    for text, outlet, day in articles:
        opened.add(rawi.read(text, outlet=outlet, published=day))
    opened.update()
    return opened


def stands(found: Checked) -> dict[str, str]:
    """Return how each listed entry stands to the claim, by its words."""
    return {one.entry.words: one.stand for one in found.closest}
