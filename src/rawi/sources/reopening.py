"""Take an item out of original bytes again, as it was taken the first time; ``verify`` needs it."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
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

#: What a reader yields of the bytes that it kept as evidence, given the part that is wanted and its options.
Reopen = Callable[[bytes, str, Mapping[str, Any]], Iterator[Item | Rejected | Flagged]]


def reopen(reader: str, evidence: bytes, part: str, options: Mapping[str, Any]) -> Item | None:
    """Return the item that ``reader`` (``feed``) takes out of ``evidence`` at ``part`` (``entry 2``).

    A part within another (``news.zip``'s ``a.xml > entry 2``) is the last of them. ``options`` are those of
    the origin. Null if there is nothing at that part any more; ``KeyError`` for a reader that is not known.
    """
    read = READERS[reader]
    inner = last_place(part)
    try:
        found = read(evidence, inner, options)
        return next((one for one in found if isinstance(one, Item) and one.part == inner), None)
    except RawiError:
        return None


def _columns(options: Mapping[str, Any]) -> Columns | None:
    """Return the names of columns that the origin was read by."""
    return msgspec.convert(options["columns"], Columns) if options.get("columns") else None


def _reopen_row(evidence: bytes, part: str, options: Mapping[str, Any]) -> Iterator[Item]:
    """Yield the row of a table that was kept with the table's first row, as the part that it was."""
    cursor = Cursor(Plain(io.BytesIO(evidence)))
    for one in read_table("", cursor, Limits(), _columns(options), options.get("charset")):
        if isinstance(one, Item):
            yield msgspec.structs.replace(one, part=part)


READERS: dict[str, Reopen] = {
    "feed": lambda evidence, part, options: read_feed("", evidence, Limits()),
    "jsonl": lambda evidence, part, options: iter((read_json_line("", part, evidence, _columns(options)),)),
    "mail": lambda evidence, part, options: read_mail("", evidence, Limits()),
    "table": _reopen_row,
}
