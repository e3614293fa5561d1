"""Event sheets in files: which tables go where, and what is told of them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from rawi.errors import ExportError, SourceError
from rawi.ledger.dockets import Account, Docket
from rawi.ledger.happened import EventQuestion
from rawi.ledger.ledger import Ledger
from rawi.model.source import Limits
from rawi.relations.incidents.types import find_types
from rawi.sources.workbooks import check_workbook
from rawi.views.exports.appending import Added, Rows, add_lines, read_known
from rawi.views.exports.columns import describe, name_columns
from rawi.views.exports.delimited import read_csv, write_csv, write_rows
from rawi.views.exports.entries import build_entries
from rawi.views.exports.keeping import refuse_loss
from rawi.views.exports.tables import (
    APART,
    CORRECTIONS,
    EVENTS,
    EVIDENCE,
    FORMS,
    README,
    Form,
    Table,
    build_lines,
    build_tables,
)
from rawi.views.exports.workbook import read_book, write_book
from rawi.views.files import write_file
from rawi.views.labels import Language

#: Formats of events beside JSON lines.
FORMATS = ("csv", "xlsx", *FORMS)
#: What a CSV sheet has beside it, by the end of the name.
_BESIDE = {EVIDENCE: "evidence", APART: "denied-planned", CORRECTIONS: "corrections"}
_ENDINGS = (".csv", ".xlsx")

Write = Callable[[str, Sequence[bytes]], None]


class Asked(NamedTuple):
    """Which events are asked for: ``on``, ``since`` and ``until`` are EDTF, ``type`` a name of a type or its
    part, ``place`` the name of the place or of an area around it, ``confidence`` certain or doubtful."""

    on: str | None = None
    since: str | None = None
    until: str | None = None
    type: str | None = None
    place: str | None = None
    confidence: str | None = None

    def question(self) -> EventQuestion:
        """Return this as the ledger is asked; ``ValueError`` for a type that there is not."""
        if self.on and (self.since or self.until):
            raise ValueError("a day and a range of days cannot be asked for at once")
        types = find_types(self.type) if self.type else frozenset()
        if self.type and not types:
            raise ValueError(f"{self.type!r} is no type of events")
        first, last = self.on or self.since, self.on or self.until
        return EventQuestion(first, last, types, self.place, confidence=self.confidence, rejected=True)


class Order(NamedTuple):
    """What is to be written, and how: ``format`` of ``FORMATS``, the language of the headers."""

    format: str
    asked: Asked = Asked()
    headers: Language = "en"
    append: bool = False


class Written(NamedTuple):
    """The files that were written, the sheet itself first, and how many rows and corrections came to it."""

    files: tuple[str, ...]
    rows: int
    corrections: int = 0


def find_files(path: str, format: str) -> dict[str, str]:
    """Return the files of a sheet by table; ExportError where the name does not tell which kind of file."""
    ending = os.path.splitext(path)[1].lower()
    if format in FORMS and ending not in _ENDINGS:
        raise ExportError(f"{path}: a sheet is a file that ends with .csv or .xlsx")
    if format not in FORMS and (ending == ".xlsx") != (format == "xlsx"):
        raise ExportError(f"{path}: the name does not end as --format {format} does")
    if format not in FORMS or ending == ".xlsx":
        return {EVENTS: path}
    stem = path[: -len(ending)]
    return {EVENTS: path} | {name: f"{stem}.{word}{ending}" for name, word in _BESIDE.items()}


def build_sheet(ledger: Ledger, order: Order) -> list[Table]:
    """Return the tables of a format, brought up to date; ``ValueError`` for a day that is none."""
    ledger.update()
    dockets = ledger.dockets(order.asked.question())
    if order.format not in FORMS:
        return [build_entries(_choose(ledger, dockets, every=not any(order.asked)))]
    form = FORMS[order.format]
    return build_tables(build_lines(dockets, form), form)


def _choose(
    ledger: Ledger, dockets: Sequence[Docket], *, every: bool
) -> Iterator[tuple[Account, Docket | None]]:
    """Yield the events of incidents, each with its incident; ``every`` one of the ledger, history too."""
    of = {account.id: one for one in dockets for account in (*one.accounts, *one.rejected)}
    return ((one, of.get(one.id)) for one in ledger.accounts() if every or one.id in of)


def build_book(ledger: Ledger, order: Order) -> bytes:
    """Return the tables of a format as a workbook; ``ValueError`` for a day that is none."""
    return _book(build_sheet(ledger, order), order)


def write_sheet(ledger: Ledger, path: str, order: Order, write: Write = write_file) -> Written:
    """Write events into ``path``, and what belongs to them beside it; each file whole or not at all.

    ExportError if the name does not tell the kind of file, or what is there cannot be added to; SheetKept if
    what is there would be lost.
    """
    files = find_files(path, order.format)
    if order.append and order.format not in FORMS:
        raise ExportError("only a sheet of incidents (acled-like, ucdp-like) can be added to")
    if order.append and os.path.exists(path):
        return _append(ledger, files, order, write)
    refuse_loss(files, order.format)
    tables = build_sheet(ledger, order)
    if path.lower().endswith(".xlsx"):
        write(path, [_book(tables, order)])
        return Written((path,), _length(tables))
    made = {
        name: write_csv(table, name_columns(table.columns, order.headers), bom=True)
        for name, table in _by_name(tables).items()
        if name in files and (table.rows or name in (EVENTS, EVIDENCE) or os.path.exists(files[name]))
    }
    return Written(_put(files, made, write), _length(tables))


def _put(files: Mapping[str, str], made: Mapping[str, bytes], write: Write) -> tuple[str, ...]:
    """Write files, the sheet itself last; return them, the sheet first."""
    ordered = sorted(made, key=lambda name: name == EVENTS)
    for name in ordered:
        write(files[name], [made[name]])
    return tuple(files[name] for name in reversed(ordered))


def _by_name(tables: Sequence[Table]) -> dict[str, Table]:
    """Return tables by name."""
    return {one.name: one for one in tables}


def _length(tables: Sequence[Table]) -> int:
    """Return how many events some tables have."""
    return sum(len(one.rows) for one in tables if one.name in (EVENTS, APART))


def _book(tables: Sequence[Table], order: Order) -> bytes:
    """Return a new workbook, with the sheet that says what is in the others."""
    every = [*tables, describe(tables, _about(order))]
    return write_book(every, {one.name: name_columns(one.columns, order.headers) for one in every})


def _about(order: Order) -> list[tuple[str, str]]:
    """Return what a workbook says of itself."""
    label = FORMS[order.format].label if order.format in FORMS else "Events as read by Rawi, one a row."
    asked = {name: value for name, value in order.asked._asdict().items() if value}
    query = " ".join(f"--{name} {value}" for name, value in asked.items()) or "all events"
    return [
        ("label", label),
        ("query", f"rawi export events --format {order.format}: {query}"),
        ("rule", "What the reports do not say stays blank. Where they differ, text cells have each version"),
        ("", "with | between them, and cells of one date, number or coordinate stay blank."),
        (
            "rule",
            f"{EVIDENCE}: a line for every filled cell and each of its words, and why others are blank.",
        ),
        (
            "rule",
            f"{APART}: what every report denies or only plans, or people rejected. It is not among {EVENTS}.",
        ),
        ("rule", f"{CORRECTIONS}: rows of incidents that are told otherwise since; the rows above stay."),
    ]


def _append(ledger: Ledger, files: Mapping[str, str], order: Order, write: Write) -> Written:
    """Add what is new to a sheet, and corrections of what changed."""
    form = FORMS[order.format]
    path = files[EVENTS]
    data = Path(path).read_bytes()
    book = path.lower().endswith(".xlsx")
    tables = _read_book(path, data) if book else _read_files(files)
    ledger.update()
    asked = {one.id for one in ledger.dockets(order.asked.question())}
    every = build_lines(ledger.dockets(), form)
    try:
        known = read_known(tables, form)
    except ExportError as error:
        raise ExportError(f"{path}: {error}") from error
    added = add_lines(known, [one for one in every if one.id in asked], every, form)
    fresh = _fresh(added, form)
    if not any(table.rows for table in fresh):
        return Written((), 0)
    told = Written((path,), len(added.lines), len(added.corrections))
    if book:
        headers = {one.name: name_columns(one.columns, order.headers) for one in fresh}
        write(path, [write_book(fresh, headers, data)])
        return told
    made = {one.name: _lengthen(files[one.name], one, order) for one in fresh if one.rows}
    return told._replace(files=_put(files, made, write))


def _fresh(added: Added, form: Form) -> list[Table]:
    """Return the tables of what is added; corrections have evidence of their own."""
    tables = build_tables(added.lines, form, added.corrections)
    proved = [each for one in added.corrected for each in one.evidence]
    return [one._replace(rows=[*one.rows, *proved]) if one.name == EVIDENCE else one for one in tables]


def _lengthen(path: str, table: Table, order: Order) -> bytes:
    """Return a CSV file with rows after its own, whose bytes stay as they are."""
    if not os.path.exists(path):
        return write_csv(table, name_columns(table.columns, order.headers), bom=True)
    data = Path(path).read_bytes()
    return data + (b"" if data.endswith(b"\n") else b"\r\n") + write_rows(table.rows)


def _read_book(path: str, data: bytes) -> dict[str, Rows]:
    """Return the sheets of a workbook; ExportError for what is none."""
    try:
        check_workbook(data, Limits())
        return {name: rows for name, rows in read_book(data).items() if name != README}
    except (SourceError, ValueError) as error:
        raise ExportError(f"{path}: {error}") from error


def _read_files(files: Mapping[str, str]) -> dict[str, Rows]:
    """Return the tables of CSV files, of those that are there; ExportError for what is none."""
    tables: dict[str, Rows] = {}
    for name, path in files.items():
        if name != EVIDENCE and os.path.exists(path):
            try:
                tables[name] = list(read_csv(Path(path).read_bytes()))
            except ValueError as error:
                raise ExportError(f"{path}: {error}") from error
    return tables
