"""Known bodies, outlets, platforms and places: the tables of names, as values that the annotators look up."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal

import msgspec

from rawi.arabic.fold import fold
from rawi.lexicons.loader import load_columns, load_table

KnownKind = Literal["place", "org", "outlet", "platform"]


class Known(msgspec.Struct, frozen=True, gc=False):
    """A row of a table: ``type`` is the type of body or place, ``country`` ISO 3166-1 alpha-2 or null."""

    kind: KnownKind
    id: str
    type: str
    country: str | None = None


def find_bodies() -> Iterator[tuple[str, Known]]:
    """Yield the names of bodies, agencies, outlets and platforms, folded, with what they name."""
    for row in load_table("organizations.tsv"):
        yield fold(row["name"]), Known("org", row["id"], row["type"], _country(row["country"]))
    for row in load_table("outlets.tsv"):
        kind: KnownKind = "platform" if row["kind"] == "platform" else "outlet"
        yield fold(row["name"]), Known(kind, row["id"], row["kind"], _country(row["country"]))


def find_places() -> Iterator[tuple[str, Known]]:
    """Yield the names of places that need no context, folded, with what they name; names that newspapers use
    first."""
    for row in load_table("place_aliases.tsv"):
        kind = {"iso": "country", "gn": "city"}.get(row["id"].partition(":")[0], "area")
        yield fold(row["name"]), Known("place", row["id"], kind, row["id"][4:] if kind == "country" else None)
    table = load_columns("places.tsv")
    names = fold("\n".join(table["name"])).split("\n")
    for name, id_, type_, country in zip(names, table["id"], table["type"], table["country"], strict=True):
        yield name, Known("place", id_, type_, country)


def _country(cell: str) -> str | None:
    """Return the country of a cell; ``--`` says none."""
    return None if cell == "--" else cell


@cache
def load_known() -> dict[str, Known]:
    """Return all known names by folded spelling; a body wins over a place of the same name."""
    known: dict[str, Known] = {}
    for name, value in (*find_bodies(), *find_places()):
        known.setdefault(name, value)
    return known
