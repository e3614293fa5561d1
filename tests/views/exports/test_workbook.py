"""Workbooks: text stays text, numbers and dates are such, the same content gives the same bytes."""

from __future__ import annotations

import datetime
import io

import openpyxl
from hypothesis import given
from hypothesis import strategies as st

from rawi.views.exports.tables import Table
from rawi.views.exports.workbook import clean, read_book, write_book

_COLUMNS = ("text", "number", "date")
_HEADERS = {"events": list(_COLUMNS), "more": ["x"]}


def test_cells_are_what_they_are() -> None:
    """A formula is text, a number a number, a date a date; the sheet runs right to left."""
    row = ["=1+1", 2.5, datetime.date(2031, 3, 5)]
    data = write_book([Table("events", _COLUMNS, [row])], _HEADERS)
    assert read_book(data)["events"][1] == row
    sheet = openpyxl.load_workbook(io.BytesIO(data))["events"]
    assert sheet["A2"].data_type == "s"
    assert sheet.sheet_view.rightToLeft
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:C2"


@given(st.text(max_size=20))
def test_any_text_can_be_written(text: str) -> None:
    """Whatever a text holds, the workbook opens, and has it but for what XML cannot hold."""
    written = text.encode("utf-8", "replace").decode()
    data = write_book([Table("more", ("x",), [[f"a{written}"]])], _HEADERS)
    assert read_book(data)["more"][1] == [clean(f"a{written}")]


def test_same_content_gives_same_bytes() -> None:
    """A workbook does not tell when it was written."""
    table = Table("events", _COLUMNS, [["أ", 1, None]])
    assert write_book([table], _HEADERS) == write_book([table], _HEADERS)


def test_rows_are_added_below() -> None:
    """Rows that stand in a workbook stay, edited or not; new ones come after them, in new sheets too."""
    old = write_book([Table("events", _COLUMNS, [["أ", 1, None]])], _HEADERS)
    tables = [Table("events", _COLUMNS, [["ب", 2, None]]), Table("more", ("x",), [["ج"]])]
    found = read_book(write_book(tables, _HEADERS, old))
    assert found["events"][1:] == [["أ", 1, None], ["ب", 2, None]]
    assert found["more"] == [["x"], ["ج"]]
