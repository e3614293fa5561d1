"""Tables as the sheets of a workbook (.xlsx): right to left, numbers and dates as such, no formulas."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any

from rawi.views.exports.cells import Value
from rawi.views.exports.tables import Table

# What XML cannot hold; a carriage return would come back as another end of line.
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_LONGEST = 32_767  # characters that a cell can hold
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest moment that a zip file can tell
_FIRST_YEAR = 1900  # before it a workbook has no dates
_MOMENT = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_NARROW, _WIDE = 12, 40
_LINKS = ("evidence_url", "url")
_MOST_LINKS = 60_000  # a sheet can hold 65,530


def clean(value: Value) -> Value:
    """Return a value as a workbook can hold it: what XML cannot write is U+FFFD, one for one."""
    if isinstance(value, str):
        return _UNWRITABLE.sub("\ufffd", value).replace("\r", "\n")[:_LONGEST]
    if isinstance(value, datetime.date) and value.year < _FIRST_YEAR:
        return value.isoformat()
    return value


def write_book(
    tables: Sequence[Table], headers: Mapping[str, Sequence[str]], old: bytes | None = None
) -> bytes:
    """Return a workbook of tables under their headers, as bytes that depend on the content alone.

    With ``old``, a workbook written before, its rows stay as they are and the rows come after them.
    """
    import openpyxl

    book = openpyxl.Workbook() if old is None else openpyxl.load_workbook(io.BytesIO(old))
    if old is None:
        book.remove(book.active)
    for table in tables:
        if table.name not in book.sheetnames:
            _make_sheet(book, table, headers[table.name])
        _append(book[table.name], table.rows, table.columns)
    out = io.BytesIO()
    book.save(out)
    return _without_time(out.getvalue())


def _make_sheet(book: Any, table: Table, headers: Sequence[str]) -> None:
    """Add a sheet for a table: its headers, frozen."""
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(table.name)
    sheet.sheet_view.rightToLeft = True
    sheet.freeze_panes = "A2"
    _append(sheet, [headers], ())
    for number, column in enumerate(table.columns, 1):
        sheet.cell(1, number).font = Font(bold=True)
        wide = column in ("notes", "quote_ar", "tallies", "words", "definition", "value")
        sheet.column_dimensions[get_column_letter(number)].width = (
            _WIDE if wide else max(_NARROW, len(column) + 2)
        )


def _append(sheet: Any, rows: Sequence[Sequence[Value]], columns: Sequence[str]) -> None:
    """Write rows below those of a sheet; text is text even if it begins with =, and a web address a link."""
    linked = {number for number, column in enumerate(columns, 1) if column in _LINKS}
    last = sheet.max_row if sheet.cell(1, 1).value is not None else 0
    for at, row in enumerate(rows, last + 1):
        for column, value in enumerate(row, 1):
            if value is None:
                continue
            cell = sheet.cell(at, column)
            cell.value = clean(value)
            if isinstance(value, str):
                cell.data_type = "s"
                if column in linked and at < _MOST_LINKS and value.startswith(("http://", "https://")):
                    cell.hyperlink = cell.value
            elif isinstance(value, datetime.date):
                cell.number_format = "yyyy-mm-dd"
    sheet.auto_filter.ref = sheet.dimensions


def _without_time(data: bytes) -> bytes:
    """Return a workbook without the moment at which it was written: same content, same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as book, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in book.namelist():
            content = book.read(name)
            if name == "docProps/core.xml":
                content = _MOMENT.sub(rb"\g<1>1980-01-01T00:00:00Z", content)
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            copy.writestr(info, content)
    return out.getvalue()


def read_book(data: bytes) -> dict[str, list[list[Value]]]:
    """Return the rows of every sheet by its name, the headers first; ``ValueError`` for no workbook."""
    import openpyxl

    try:
        book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    except (OSError, KeyError, TypeError, ValueError, zipfile.BadZipFile) as error:
        raise ValueError(f"it is no workbook: {error}") from error
    return {
        sheet.title: [[_read(one) for one in row] for row in sheet.iter_rows(values_only=True)]
        for sheet in book.worksheets
    }


def _read(value: Any) -> Value:
    """Return the value of a cell."""
    if isinstance(value, datetime.datetime):
        return value.date()
    known: Value = value if isinstance(value, str | int | float | datetime.date | None) else str(value)
    return known
