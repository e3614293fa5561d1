"""Spreadsheets: each row with an article is read, and what would harm is refused before a parser sees it."""

from __future__ import annotations

import datetime
import io
import re
import struct
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rawi.documents.build import build_document
from rawi.errors import SourceError
from rawi.ingest.provenance import build_origin, derive_text, evidence_of
from rawi.model.source import Columns, Flagged, Item, Limits, Rejected
from rawi.sources.reader import read_inputs
from rawi.sources.workbooks import read_workbook

WORDS = "قال سليم الدوري إن الجسر فتح."
Outcomes = list[Item | Rejected | Flagged]


def _book(*sheets: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for rows in sheets:
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _changed(data: bytes, part: str, pattern: bytes, new: bytes) -> bytes:
    """Return a workbook with one of its parts changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for one in old.infolist():
            words = old.read(one)
            made.writestr(
                one.filename, re.sub(pattern, new, words, count=1) if one.filename == part else words
            )
    return out.getvalue()


def _read(data: bytes, columns: Columns | None = None, limits: Limits | None = None) -> Outcomes:
    return list(read_workbook("a.xlsx", data, limits or Limits(), columns))


def _code(data: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(SourceError) as caught:
        _read(data, None, limits)
    return caught.value.code


def _items(found: Outcomes) -> list[Item]:
    return [one for one in found if isinstance(one, Item)]


SHEET = "xl/worksheets/sheet1.xml"


def test_rows_are_articles() -> None:
    """Text, title, day and number of a row are taken, with the place of the row; blank rows are none."""
    day = datetime.datetime(2031, 5, 1)
    rows = [["id", "Text", "title", "published"], [7, WORDS, "الجسر", day], [], [None, None, "بلا نص", None]]
    found = _read(_book(rows))
    item = found[0]
    assert isinstance(item, Item)
    assert (item.part, item.data, item.id, item.metadata.title) == ("sheet 1 row 2", WORDS, "7", "الجسر")
    assert item.metadata.published == "2031-05-01"
    refused = [(one.part, one.code) for one in found if isinstance(one, Rejected)]
    assert refused == [("sheet 1 row 4", "workbook.no-text")]


def test_sheets_with_a_column_of_text_are_read() -> None:
    """Every sheet with such a column is read, also under a title; one without is told of."""
    found = _read(_book([["غلاف"]], [["قائمة"], [], ["text"], [WORDS]], [["html"], [f"<p>{WORDS}</p>"]]))
    assert [one.part for one in _items(found)] == ["sheet 2 row 4", "sheet 3 row 2"]
    assert [one.warning.code for one in found if isinstance(one, Flagged)] == ["workbook.sheet-skipped"]


def test_columns_under_other_names() -> None:
    """A name for the text is guessed with a warning where it is the only one, and --map says any other."""
    found = _read(_book([["الرقم", "النص"], [1, WORDS]]))
    assert [one.warning.code for one in found if isinstance(one, Flagged)] == ["workbook.column-guessed"]
    assert [one.data for one in _items(found)] == [WORDS]
    told = _read(_book([["المقالة", "العنوان"], [WORDS, "الجسر"]]), Columns(text="المقاله", title="العنوان"))
    assert [(one.data, one.metadata.title) for one in _items(told)] == [(WORDS, "الجسر")]
    with pytest.raises(SourceError, match="there are: أ, ب") as caught:
        _read(_book([["أ", "ب"], [WORDS, "x"]]))
    assert caught.value.code == "workbook.no-text-column"


@pytest.mark.parametrize("limits", [Limits(), Limits(item=100)])
def test_the_text_comes_back(limits: Limits) -> None:
    """Every row stands on the file, or on itself as JSON where the file is large, and its text comes back."""
    data = _book([["النص", "العنوان"], [WORDS, "أ"], [f"{WORDS} {WORDS}", "ب"]])
    for one in _items(_read(data, Columns(text="النص", title="العنوان"), limits)):
        assert (evidence_of(one) == data) == (limits.item > 100)
        assert derive_text(evidence_of(one), build_origin(one)) == build_document(one).text


def test_a_formula_is_what_it_gave() -> None:
    """A formula is never computed: without a value that was saved there is none."""
    data = _book([["text", "id"], [WORDS, "=1+1"]])
    assert [one.id for one in _items(_read(data))] == [None]
    saved = _changed(data, SHEET, rb"<f>1\+1</f><v ?/>|<f>1\+1</f><v></v>", rb"<f>1+1</f><v>2</v>")
    assert [one.id for one in _items(_read(saved))] == ["2"]


def test_rows_where_the_file_has_them() -> None:
    """A size that lies, rows out of order and a row numbered beyond all neither hide rows nor take time."""
    data = _book([["text"], [WORDS], [f"{WORDS} 2"]])
    lies = _changed(data, SHEET, rb'<dimension ref="[^"]*"', b'<dimension ref="A1:XFD1048576"')
    far = _changed(lies, SHEET, rb'<row r="3"', b'<row r="99999999999"')
    back = _changed(lies, SHEET, rb'<row r="3"', b'<row r="1"')
    for changed in (lies, far, back):
        assert [one.data for one in _items(_read(changed))] == [WORDS, f"{WORDS} 2"]


def test_bombs_and_entities_are_refused() -> None:
    """What unfolds too far, says less than it unfolds to, or declares entities is refused with its code."""
    data = _book([["text"], [WORDS]])
    doctype = b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'cc'>]><worksheet"
    assert _code(_changed(data, SHEET, rb"<worksheet", doctype)) == "workbook.doctype"
    entities = "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]>".encode("utf-16")
    wide = _changed(data, SHEET, rb"(?s)\A.*", entities)
    assert _code(wide) == "workbook.doctype"
    odd = _changed(data, SHEET, rb"<worksheet", b"<?xml version='1.0' encoding='utf-7'?><worksheet")
    assert _code(odd) == "workbook.encoding"
    large = _changed(data, SHEET, rb"<sheetData>", b"<sheetData>" + b" " * (3 << 20))
    assert _code(large, Limits(ratio_from=1 << 20, ratio=20)) == "zip.bomb"
    assert _code(large, Limits(inflated=1 << 20)) == "zip.bomb"
    assert _code(b"PK\x03\x04" + bytes(60)) == "zip.damaged"
    assert _code(data[:-30]) == "zip.damaged"


def test_a_size_that_lies_is_found_while_inflating() -> None:
    """A part that says it is small and is large does not reach the parser."""
    large = _changed(_book([["text"], [WORDS]]), SHEET, rb"<sheetData>", b"<sheetData>" + b" " * (3 << 20))
    data = bytearray(large)
    for mark, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        at = -1
        while (at := data.find(mark, at + 1)) >= 0:
            if data[at + offset + 2] >= 0x20:  # the one of three mebibytes
                struct.pack_into("<L", data, at + offset, 500)
    assert _code(bytes(data)) == "zip.damaged"


def test_a_million_columns_and_rows_end() -> None:
    """Cells far out, many columns and many rows cost no more than what is there."""
    cells = "".join(f'<c r="XFD{n}" t="inlineStr"><is><t>x</t></is></c>' for n in (1,))
    data = _book([["text"], [WORDS]])
    far = _changed(data, SHEET, rb"</row>", cells.encode() + b"</row>")
    assert len(_items(_read(far))) == 1
    assert _code(_book([["text", *range(50)], [WORDS]]), Limits(columns=20)) == "workbook.too-many-columns"
    found = _read(_book([["text"], *([WORDS] for _ in range(20))]), None, Limits(records=12))
    assert [one.code for one in found if isinstance(one, Rejected)] == ["source.too-many"]


def test_other_formats_say_what_to_do(tmp_path: Path) -> None:
    """Old workbooks and documents are refused by name with advice; a workbook without a name is known."""
    for name in ("a.xls", "b.docx", "c.pdf"):
        (tmp_path / name).write_bytes(b"\xd0\xcf\x11\xe0")
    (tmp_path / "d").write_bytes(_book([["text"], [WORDS]]))
    outcomes = list(read_inputs([str(tmp_path), str(tmp_path / "d")]))
    assert [one.code for one in outcomes if isinstance(one, Rejected)] == ["source.format"] * 4
    assert len([one for one in outcomes if isinstance(one, Item)]) == 1


WHOLE = _book([["text"], [WORDS]])


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_any_damage(data: st.DataObject) -> None:
    """Whatever is changed in a workbook, it gives rows or a refusal with a code."""
    whole = bytearray(WHOLE)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(whole)))
        whole[at : at + data.draw(st.integers(0, 9))] = data.draw(st.binary(max_size=9))
    code = ""
    try:
        _read(bytes(whole))
    except SourceError as error:
        code = error.code
    assert code.partition(".")[0] in ("", "zip", "workbook", "source")
