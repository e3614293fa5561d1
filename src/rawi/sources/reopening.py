"""Take an item out of original bytes again, as it was taken the first time; ``verify`` needs it."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Any

import msgspec

from rawi.errors import RawiError
from rawi.model.source import Columns, Flagged, Item, Limits, Rejected
from rawi.sources.cursor import Cursor, Plain
from rawi.sources.feeds import read_feed
from rawi.sources.jsonlines import read_json_line
from rawi.sources.mail import read_mail
from rawi.sources.places import last_place
from rawi.sources.tables import read_table
from rawi.sources.workbooks import read_workbook

#: What a reader yields of the bytes that it kept as evidence, given the part that is wanted and its options.
Reopen = Callable[[bytes, str, Mapping[str, Any]], Iterator[Item | Rejected | Flagged]]


def reopen(reader: str, evidence: bytes, part: str, options: Mapping[str, Any]) -> Item | None:
    """Return the item that ``reader`` (``feed``) takes out of ``evidence`` at ``part`` (``entry 2``).

    A part within another (``news.zip``'s ``a.xml > entry 2``) is the last of them. ``options`` are those of
    the origin. Null if there is nothing at that part any more; ``KeyError`` for a reader that is not known.
    """
    inner = last_place(part)
    if reader in READERS_OF_MANY:
        return _read_many(reader, evidence, _columns(options)).get(inner)
    try:
        found = READERS[reader](evidence, inner, options)
        return next((one for one in found if isinstance(one, Item) and one.part == inner), None)
    except RawiError:
        return None


@lru_cache(maxsize=4)
def _read_many(reader: str, evidence: bytes, columns: Columns | None) -> dict[str | None, Item]:
    """Return all items of evidence that holds many, by their parts; kept, for each of them is asked for."""
    found: dict[str | None, Item] = {}
    try:
        for one in READERS_OF_MANY[reader](evidence, columns):
            if isinstance(one, Item):
                found[one.part] = one
    except RawiError:
        return found
    return found


def _columns(options: Mapping[str, Any]) -> Columns | None:
    """Return the names of columns that the origin was read by."""
    return msgspec.convert(options["columns"], Columns) if options.get("columns") else None


def _reopen_row(evidence: bytes, part: str, options: Mapping[str, Any]) -> Iterator[Item]:
    """Yield the row of a table that was kept with the table's first row, as the part that it was."""
    cursor = Cursor(Plain(io.BytesIO(evidence)))
    for one in read_table("", cursor, Limits(), _columns(options), options.get("charset")):
        if isinstance(one, Item):
            yield msgspec.structs.replace(one, part=part)


#: Readers whose evidence holds one item.
READERS: dict[str, Reopen] = {
    "jsonl": lambda evidence, part, options: iter((read_json_line("", part, evidence, _columns(options)),)),
    "table": _reopen_row,
}
#: Readers whose evidence holds many.
READERS_OF_MANY: dict[str, Callable[[bytes, Columns | None], Iterator[Item | Rejected | Flagged]]] = {
    "feed": lambda evidence, columns: read_feed("", evidence, Limits()),
    "mail": lambda evidence, columns: read_mail("", evidence, Limits()),
    "workbook": lambda evidence, columns: read_workbook("", evidence, Limits(), columns),
}
