"""Spreadsheets (.xlsx): rows of articles, in every sheet that has a column of text."""

from __future__ import annotations

import datetime
import io
import json
import re
import warnings as library_warnings
import zipfile
from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec

from rawi.errors import SourceError
from rawi.guard import run_guarded
from rawi.model.document import Warning
from rawi.model.source import Columns, Flagged, Item, Limits, Rejected
from rawi.sources.cursor import Cursor
from rawi.sources.packages import Unfolding, open_member, open_package, read_pieces
from rawi.sources.rows import find_columns, guess_columns, may_share, read_row, stand_on
from rawi.sources.streams import refused

_LARGEST = 256 << 20  # bytes of a workbook, and of what it unfolds to
_LARGEST_NUMBER = 2**63
_SECONDS = 60.0  # that the parser may take
_TITLES = 10  # rows in which the names of the columns are looked for
_DOCTYPE = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_ENCODING = re.compile(rb"<\?xml[^>]{0,100}encoding\s*=\s*[\"']([^\"']{1,40})[\"']")
_ENCODINGS = (b"utf-8", b"utf8", b"utf-16", b"us-ascii", b"ascii")

Cell = str | int | float | bool | None
Row = tuple[int, dict[int, Cell]]


class Sheet(NamedTuple):
    """A sheet: its name, its rows by number, each with its cells by column, and why the rest is missing."""

    name: str
    rows: list[Row]
    fault: str | None = None


def read_workbook(
    path: str, data: bytes, limits: Limits, columns: Columns | None = None
) -> Iterator[Item | Rejected | Flagged]:
    """Yield an item for every row with an article and a refusal for every other.

    In each sheet one of the first rows names the columns; a sheet without a column of text is
    flagged (``workbook.sheet-skipped``), and if no sheet has one the workbook is refused
    (``workbook.no-text-column``). A formula counts as what it last gave. The evidence of a row is the whole
    file, or the row as JSON if the file is larger than a document may be. Raised besides: those of
    ``check_workbook`` and of the guard (``limit.memory``); rejected: ``workbook.damaged``,
    ``source.too-many``.
    """
    check_workbook(data, limits)
    sheets = [Sheet(*one) for one in run_guarded("workbook", data, limits.records, seconds=_SECONDS)]
    number = sum(len(one.rows) for one in sheets)
    shared = data if len(data) <= limits.item and may_share(len(data), number) else None
    read = skipped = 0
    first: SourceError | None = None
    for number, sheet in enumerate(sheets, 1):
        try:
            yield from _read_sheet(path, f"sheet {number}", shared, sheet, limits, columns)
            read += 1
        except SourceError as error:
            first = first or error
            skipped += 1
            if sheet.rows and len(sheets) > 1:
                yield Flagged(path, f"sheet {number}", Warning("workbook.sheet-skipped", str(error)[:300]))
    if not read:
        raise first or refused("workbook.no-text-column", "it has no sheets")


def check_workbook(data: bytes, limits: Limits) -> None:
    """Inflate all parts of a workbook once, before a parser sees them; refuse what would harm it.

    Raises SourceError: ``source.too-large``, ``source.format``, those of packages (``zip.bomb``),
    ``workbook.doctype`` (entities, by which XML becomes a bomb), ``workbook.encoding``.
    """
    if len(data) > _LARGEST:
        raise refused("source.too-large", f"more than {_LARGEST} bytes in one workbook")
    narrow = msgspec.structs.replace(limits, inflated=min(limits.inflated, _LARGEST))
    with open_package(io.BytesIO(data), limits) as package:
        unfolding = Unfolding(len(data), narrow)
        members = package.infolist()
        unfolding.take(sum(one.file_size for one in members))
        if "xl/workbook.xml" not in {one.filename for one in members}:
            raise refused("source.format", "no workbook: xl/workbook.xml is missing")
        counted = Unfolding(len(data), narrow)
        for one in members:
            _check_part(package, one, counted)


def _check_part(package: zipfile.ZipFile, info: zipfile.ZipInfo, counted: Unfolding) -> None:
    """Inflate one part to its end and look for what XML must not hold."""
    before = b""
    for piece in read_pieces(open_member(package, info, counted)):
        window = (before + piece).replace(b"\x00", b"")  # UTF-16 has a zero beside each sign
        if _DOCTYPE.search(window):
            raise refused("workbook.doctype", "a part of it has a document type declaration")
        said = _ENCODING.search(window[:200]) if not before else None
        if said and said.group(1).lower() not in _ENCODINGS:
            name = said.group(1).decode("ascii", "replace")
            raise refused("workbook.encoding", f"a part of it is in {name}")
        before = piece[-64:]


def parse_workbook(data: bytes, most: int) -> list[tuple[str, list[Row], str | None]]:
    """Return the sheets of a checked workbook as plain values: the name, at most ``most`` rows with any cell,
    and what stopped the reading, if something did. Called through ``rawi.guard``.

    Days are ISO 8601. Raises SourceError ``workbook.damaged``.
    """
    import openpyxl

    with library_warnings.catch_warnings():
        library_warnings.simplefilter("ignore")  # of styles and extensions that it leaves out
        try:
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            return [_parse_sheet(sheet, most) for sheet in book.worksheets]
        except Exception as error:
            raise refused("workbook.damaged", f"{type(error).__name__}: {error}"[:200]) from error


def _parse_sheet(sheet: Any, most: int) -> tuple[str, list[Row], str | None]:
    """Return one sheet. Its rows are taken as the file has them: by its own account of its size, or by rows
    in order, the library would make up a million empty ones and drop those out of order."""
    from openpyxl.worksheet._reader import WorkSheetParser

    rows: list[Row] = []
    fault = None
    book = sheet.parent
    try:
        with sheet._get_source() as source:
            parser = WorkSheetParser(
                source,
                sheet._shared_strings,
                data_only=True,
                epoch=book.epoch,
                date_formats=book._date_formats,
                timedelta_formats=book._timedelta_formats,
            )
            for number, cells in parser.parse():
                found = {one["column"]: _plain(one["value"]) for one in cells if one["value"] is not None}
                if found:
                    rows.append((number, found))
                if len(rows) > most:
                    break
    except Exception as error:  # noqa: BLE001 - as above; the rows before the damage are kept
        fault = f"{type(error).__name__}: {error}"[:200]
    return str(sheet.title), rows, fault


def _plain(value: object) -> Cell:
    """Return the value of a cell as one of JSON's."""
    if isinstance(value, datetime.datetime):
        midnight = value.time() == datetime.time()
        return value.date().isoformat() if midnight else value.isoformat(timespec="seconds")
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return int(value)
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, int | float):
        return value if abs(value) < _LARGEST_NUMBER else str(value)
    return value.isoformat() if isinstance(value, datetime.date | datetime.time) else str(value)


def _read_sheet(
    path: str, place: str, data: bytes | None, sheet: Sheet, limits: Limits, columns: Columns | None
) -> Iterator[Item | Rejected | Flagged]:
    """Yield what the rows of a sheet hold; SourceError if it has no column of text."""
    rows = sheet.rows[_find_head(sheet, columns) :]
    if not rows:
        raise refused(
            "workbook.no-text-column", f"the sheet is empty: {sheet.fault or 'no cell has a value'}"
        )
    named = rows[0][1]
    if len(named) > limits.columns:
        raise refused("workbook.too-many-columns", f"more than {limits.columns} columns")
    order = sorted(named)
    names = [str(named[column]) for column in order]
    if columns is None and (columns := guess_columns(names)):
        told = f"the text is taken from the column {columns.text!r}; --map text=NAME says another"
        yield Flagged(path, place, Warning("workbook.column-guessed", told))
    places = {field: order[at] for field, at in find_columns(names, columns, "workbook").items()}
    for number, cells in rows[1 : limits.records]:
        found = {field: cells.get(column) for field, column in places.items()}
        read = read_row(path, f"{place} row {number}", _as_words(found), "workbook")
        row = {name: cells.get(column) for name, column in zip(names, order, strict=True)}
        yield _stand(read, data, row, columns)
    if len(rows) > limits.records:
        yield Rejected(path, f"{place} rest", "source.too-many", f"more than {limits.records} rows")
    if sheet.fault:
        yield Rejected(path, f"{place} rest", "workbook.damaged", sheet.fault)


def _find_head(sheet: Sheet, columns: Columns | None) -> int:
    """Return the place of the row that names the columns: the first with a column of text, for titles may
    stand above it; 0 if there is none."""
    for place, (_, cells) in enumerate(sheet.rows[:_TITLES]):
        try:
            find_columns([str(one) for one in cells.values()], columns, "workbook")
        except SourceError:
            continue
        return place
    return 0


def _as_words(row: dict[str, Cell]) -> dict[str, object]:
    """Return cells as words: numbers as they are written, for a sheet does not tell them from text."""
    told = (
        (field, cell if isinstance(cell, str) else str(cell))
        for field, cell in row.items()
        if cell is not None
    )
    return {field: words for field, words in told if words}


def _stand(
    read: Item | Rejected, data: bytes | None, row: dict[str, Cell], columns: Columns | None
) -> Item | Rejected:
    """Return what a row gave with its evidence: the file if it may be, else the row."""
    if data and isinstance(read, Item):
        return stand_on(read, "workbook", data, columns)
    line = json.dumps({name: cell for name, cell in row.items() if cell is not None}, ensure_ascii=False)
    evidence = line.encode("utf-8", "surrogatepass")
    if isinstance(read, Rejected):
        return msgspec.structs.replace(read, evidence=evidence)
    return stand_on(read, "jsonl", evidence, columns)


def read_workbook_file(
    path: str, cursor: Cursor, limits: Limits, columns: Columns | None
) -> Iterator[Item | Rejected | Flagged]:
    """Yield what a file of a workbook holds; see ``read_workbook``."""
    data = cursor.take(_LARGEST + 1)
    if cursor.failed:
        raise cursor.failed
    yield from read_workbook(path, data, limits, columns)
