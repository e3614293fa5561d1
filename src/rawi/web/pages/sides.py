"""Entries of any kind as pages lay them side by side."""

from __future__ import annotations

from rawi.ledger.answers import EventView, Side
from rawi.ledger.results import Count, Said


def find_holder(side: Side) -> str | None:
    """Return whose claim an entry is; null for the article's own."""
    if isinstance(side, Said):
        return side.statement.speaker.name or side.statement.speaker.role
    return side.holder if isinstance(side, Count | EventView) else None


def find_document(side: Side) -> str:
    """Return the id of the document that an entry stands in."""
    return side.article.id if isinstance(side, Count | Said | EventView) else side.document
