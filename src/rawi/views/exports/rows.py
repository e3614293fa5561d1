"""The rows of an export as data: those of the ledger, or of an event sheet with the evidence of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from rawi.ledger.ledger import Ledger
from rawi.views.exports.keeping import refuse_lines
from rawi.views.exports.tables import APART, EVENTS, EVIDENCE, Table
from rawi.views.exports.writing import FORMATS, Order, build_sheet, write_sheet
from rawi.views.files import write_file
from rawi.views.jsonl import encode_line

_EVENTS, _LINES = "events", "jsonl"


def export_rows(
    ledger: Ledger,
    kind: str,
    order: Order,
    path: str | None = None,
    write: Callable[[str, Sequence[bytes]], None] = write_file,
) -> Iterator[Mapping[str, Any]]:
    """Return the rows of a kind, and write them into ``path`` if there is one.

    ``ValueError`` for an unknown kind, format or day, and for a format or question that is only for events.
    """
    if order.format not in (_LINES, *FORMATS):
        raise ValueError(f"{order.format!r} is no format; formats are {', '.join((_LINES, *FORMATS))}")
    if kind != _EVENTS and (order.format != _LINES or any(order.asked)):
        raise ValueError(f"{kind} are exported as {_LINES}, all of them")
    if order.format != _LINES:
        if path is not None:
            write_sheet(ledger, path, order, write)
        return _read_later(ledger, order)
    rows: Iterator[Mapping[str, Any]]
    rows = find_events(ledger, order) if kind == _EVENTS else ledger.export(kind)
    if path is not None:
        refuse_lines(path)
        kept = list(rows)
        write(path, [encode_line(row) for row in kept])
        rows = iter(kept)
    return rows


def _read_later(ledger: Ledger, order: Order) -> Iterator[Mapping[str, Any]]:
    """Yield the rows of an event sheet, which is built when the first is asked for."""
    yield from read_rows(build_sheet(ledger, order))


def find_events(ledger: Ledger, order: Order) -> Iterator[Mapping[str, Any]]:
    """Yield the rows of the events of the incidents that are asked for; all events if nothing is."""
    ledger.update()
    rows = ledger.export(_EVENTS)
    if not any(order.asked):
        yield from rows
        return
    found = ledger.dockets(order.asked.question())
    kept = {account.id for one in found for account in one.accounts}
    yield from (row for row in rows if row["id"] in kept)


def read_rows(tables: Sequence[Table]) -> list[dict[str, Any]]:
    """Return the events of a sheet as data; those of incidents with the evidence of their cells."""
    by_name = {one.name: one for one in tables}
    rows = [
        dict(zip(one.columns, row, strict=True))
        for one in tables
        if one.name in (EVENTS, APART)
        for row in one.rows
    ]
    proofs = by_name.get(EVIDENCE)
    if proofs is None:
        return rows
    grouped: dict[Any, list[dict[str, Any]]] = {row["rawi_id"]: [] for row in rows}
    for line in proofs.rows:
        told = dict(zip(proofs.columns, line, strict=True))
        grouped[told.pop("row")].append(told)
    return [row | {"evidence": grouped[row["rawi_id"]]} for row in rows]
