"""What PLOVER calls the event types (``events/plover.tsv``)."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from rawi.lexicons.loader import load_table


class Plover(NamedTuple):
    """What PLOVER calls an event type: null where it has no such category, or no one mode or context."""

    type: str | None = None
    mode: str | None = None
    context: str | None = None


@cache
def load_plover() -> dict[str, Plover]:
    """Return what PLOVER calls each type."""
    return {row["type"]: _read(row) for row in load_table("events/plover.tsv")}


def _read(row: dict[str, str]) -> Plover:
    """Read a row; an empty cell is null."""
    return Plover(*(row[f"plover_{name}"] or None for name in Plover._fields))


def plover_of(type: str) -> Plover:
    """Return what PLOVER calls a type; nothing for one that the table does not have.

    >>> plover_of("Strategic developments/Arrests")
    Plover(type='COERCE', mode='arrest', context='legal')
    """
    return load_plover().get(type, Plover())
