"""Event sheets as files: read back they say the same, every evidence line re-slices, appending keeps rows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from rawi.errors import ExportError
from rawi.ledger import Ledger
from rawi.ledger.dockets import Docket
from rawi.views.exports.columns import find_column
from rawi.views.exports.delimited import read_csv
from rawi.views.exports.entries import COLUMNS
from rawi.views.exports.tables import CORRECTION_COLUMNS, EVIDENCE_COLUMNS, FORMS
from rawi.views.exports.workbook import read_book
from rawi.views.exports.writing import Asked, Order, Written, write_sheet
from tests.ledger.samples import submission
from tests.views.exports.samples import TEXT, other, report, span_of, toll

Read = Callable[[Path], dict[str, list[dict[str, Any]]]]
_PARTS = {
    "events": "",
    "evidence": ".evidence",
    "denied_planned": ".denied-planned",
    "corrections": ".corrections",
}
_ACLED = Order("acled-like")


def _read(path: Path) -> dict[str, list[dict[str, Any]]]:
    """Return the tables of a sheet, each row by column."""
    if path.suffix == ".xlsx":
        return {name: _rows(rows) for name, rows in read_book(path.read_bytes()).items()}
    files = {name: path.with_name(f"{path.stem}{part}.csv") for name, part in _PARTS.items()}
    return {name: _rows(list(read_csv(file.read_bytes()))) for name, file in files.items() if file.exists()}


def _rows(rows: list[Any]) -> list[dict[str, Any]]:
    """Return rows by column; blank cells are null."""
    header, *rest = rows
    return [{name: one or None for name, one in zip(header, row, strict=True)} for row in rest]


def _add(ledger: Ledger, *records: Any) -> None:
    """Add reports."""
    list(ledger.add_many(map(submission, records)))


def _write(ledger: Ledger, path: Path, **order: Any) -> Written:
    """Write an ACLED-like sheet."""
    return write_sheet(ledger, str(path), _ACLED._replace(**order))


@pytest.mark.parametrize("name", ["today.xlsx", "today.csv"])
@pytest.mark.parametrize("form", sorted(FORMS))
def test_evidence_re_slices(ledger: Ledger, tmp_path: Path, name: str, form: str) -> None:
    """Read back, every filled cell has evidence lines with its value, and all words stand in their texts."""
    _add(ledger, report(), report(other("وأكد شهود =1+1 ذلك."), 1, certainty="denied", date="2031-06"))
    made = write_sheet(ledger, str(tmp_path / name), Order(form))
    assert made.rows == 2
    tables = _read(tmp_path / name)
    rows = {row["rawi_id"]: row for row in (*tables["events"], *tables["denied_planned"])}
    assert [len(tables["events"]), len(tables["denied_planned"])] == [1, 1]
    filled = {(id, column) for id, row in rows.items() for column, value in row.items() if value is not None}
    proved = set()
    for line in tables["evidence"]:
        proved.add((line["row"], line["column"]))
        assert line["value"] == rows[line["row"]][line["column"]]
        assert line["row_hash"] == rows[line["row"]]["row_hash"]
        if line["start"] is not None or line["end"] is not None:
            text = ledger.document(line["document"]).text
            assert text[int(line["start"] or 0) : int(line["end"])] == line["words"]
    assert {one for one in filled if one[1] != "row_hash"} <= proved


def test_the_workbook_says_what_it_is(ledger: Ledger, tmp_path: Path) -> None:
    """It has a sheet of definitions, which says that it is nobody else's product, and what was asked."""
    _add(ledger, report())
    _write(ledger, tmp_path / "a.xlsx", asked=Asked(on="2031-03-05"))
    told = [row["definition"] for row in _read(tmp_path / "a.xlsx")["README"]]
    assert "ACLED-like columns, made by Rawi; not ACLED's product or codes." in told
    assert "rawi export events --format acled-like: --on 2031-03-05" in told


def test_every_column_is_defined() -> None:
    """Every column of every table has an Arabic label and a meaning."""
    columns = {*COLUMNS, *EVIDENCE_COLUMNS, *CORRECTION_COLUMNS}
    for form in FORMS.values():
        columns.update(form.columns)
        labels = [find_column(one).arabic for one in form.columns]
        assert len(set(labels)) == len(labels)
    assert all(find_column(one).arabic and find_column(one).meaning for one in columns)


def test_days_are_asked_for(ledger: Ledger, tmp_path: Path) -> None:
    """Only incidents of the day that is asked for are rows; a day that is none is refused."""
    _add(ledger, report(), report(other("وأكد شهود ذلك."), 1, date="2031-01-02"))
    made = _write(ledger, tmp_path / "a.csv", asked=Asked(on="2031-01-02"))
    assert made.rows == 1
    assert _read(tmp_path / "a.csv")["events"][0]["event_date"] == "2031-01-02"
    with pytest.raises(ValueError, match="EDTF"):
        _write(ledger, tmp_path / "a.csv", asked=Asked(on="yesterday"))
    with pytest.raises(ValueError, match="no type"):
        _write(ledger, tmp_path / "a.csv", asked=Asked(type="Picnic"))


@pytest.mark.parametrize("name", ["today.xlsx", "today.csv"])
def test_appending_keeps_what_stands(ledger: Ledger, tmp_path: Path, name: str) -> None:
    """New incidents come below, nothing twice, and the rows before are the same bytes or cells."""
    path = tmp_path / name
    _add(ledger, report())
    _write(ledger, path)
    before, data = _read(path), path.read_bytes()
    assert _write(ledger, path, append=True).files == ()
    assert path.read_bytes() == data
    _add(ledger, report(other("وأكد شهود ذلك."), 1, date="2031-06-02"))
    made = _write(ledger, path, append=True)
    assert (made.rows, made.corrections) == (1, 0)
    after = _read(path)
    assert after["events"][:1] == before["events"]
    assert after["evidence"][: len(before["evidence"])] == before["evidence"]
    assert len(after["events"]) == 2
    if path.suffix == ".csv":
        assert path.read_bytes().startswith(data)


@pytest.mark.parametrize("name", ["today.xlsx", "today.csv"])
def test_a_changed_incident_is_a_correction(
    ledger: Ledger, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An incident that a second report tells otherwise keeps its row and gets a correction, once."""
    path = tmp_path / name
    _add(ledger, report())
    _write(ledger, path)
    before = _read(path)["events"]
    text = other("وقال شهود إن أربعة قتلوا.")
    _add(ledger, report(text, 1, tolls=(toll(text, "أربعة", 4),)))
    ledger.update()
    _join(ledger, monkeypatch)
    made = _write(ledger, path, append=True)
    assert (made.rows, made.corrections) == (0, 1)
    tables = _read(path)
    assert tables["events"] == before
    (correction,) = tables["corrections"]
    assert (correction["corrects"], correction["change"]) == (before[0]["rawi_id"], "changed")
    assert {"fatalities", "killed_max", "tallies"} <= set(correction["changed_columns"].split())
    assert correction["fatalities"] is None
    assert _write(ledger, path, append=True).files == ()


def _join(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let all events of a ledger be one incident."""
    accounts = sorted(ledger.accounts(), key=lambda one: str(one.document.published))
    docket = Docket("in_joined", tuple(accounts))
    monkeypatch.setattr(type(ledger), "dockets", lambda *_: [docket])


def test_what_no_report_tells_any_more_is_withdrawn(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A row whose events are gone stays, and a correction says so, once."""
    _add(ledger, report())
    _write(ledger, tmp_path / "a.csv")
    monkeypatch.setattr(type(ledger), "dockets", lambda *_: [])
    assert _write(ledger, tmp_path / "a.csv", append=True).corrections == 1
    assert _read(tmp_path / "a.csv")["corrections"][0]["change"] == "withdrawn"
    assert _write(ledger, tmp_path / "a.csv", append=True).corrections == 0


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.csv", b"one,two\r\n1,2\r\n"), ("a.csv", b"\xff\xfe"), ("a.xlsx", b"no workbook"), ("a.txt", b"")],
)
def test_what_cannot_be_added_to_is_left(ledger: Ledger, tmp_path: Path, name: str, data: bytes) -> None:
    """A file of other columns or another kind is refused with its code and stays as it is."""
    path = tmp_path / name
    path.write_bytes(data)
    _add(ledger, report())
    with pytest.raises(ExportError):
        _write(ledger, path, append=True)
    assert path.read_bytes() == data


def test_arabic_headers_can_be_added_to(ledger: Ledger, tmp_path: Path) -> None:
    """A sheet with Arabic headers is one too."""
    _add(ledger, report())
    _write(ledger, tmp_path / "a.csv", headers="ar")
    header = next(iter(read_csv((tmp_path / "a.csv").read_bytes())))
    assert header[0] == "تاريخ الحدث"
    assert _write(ledger, tmp_path / "a.csv", headers="ar", append=True).files == ()


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_entries_carry_their_places(ledger: Ledger, tmp_path: Path, form: str) -> None:
    """The table of entries has a row for each report, history too, and its words re-slice."""
    text = other("وكان الحاجز هوجم في العام الماضي.")
    history = {"trigger": span_of(text, "هوجم"), "background": True, "date": "2030", "tolls": ()}
    _add(ledger, report(killed=3), report(text, 1, **history))
    path = tmp_path / f"all.{form}"
    assert write_sheet(ledger, str(path), Order(form)).rows == 2
    rows = _read(path)["events"]
    assert [str(row["background"]).lower() for row in rows].count("true") == 1
    assert [row["incident"] is None for row in rows].count(True) == 1
    for row in rows:
        text = ledger.document(row["document"]).text
        for name in ("trigger", "actor_words", "target_words", "place_words", "date_words"):
            assert text[int(row[f"{name}_start"]) : int(row[f"{name}_end"])] == row[name]
        assert row["quote_ar"] in text
    first = next(row for row in rows if row["incident"])
    assert f"killed 3 «ثلاثة» {TEXT.index('ثلاثة')}" in first["tolls"]
    assert (first["plover_type"], str(first["killed"])) == ("ASSAULT", "3")


def test_what_people_wrote_into_a_sheet_is_theirs(ledger: Ledger, tmp_path: Path) -> None:
    """A cell that somebody changed and a column that somebody added are neither corrected nor lost."""
    path = tmp_path / "a.xlsx"
    _add(ledger, report())
    _write(ledger, path)
    book = openpyxl.load_workbook(path)
    sheet = book["events"]
    sheet["E2"] = "من عندنا"
    sheet.cell(1, sheet.max_column + 1).value = "ملاحظتي"
    book.save(path)
    assert _write(ledger, path, append=True).files == ()
    _add(ledger, report(other("وأكد شهود ذلك."), 1, date="2031-06-02"))
    assert _write(ledger, path, append=True).corrections == 0
    rows = _read(path)["events"]
    assert [row["actor1"] for row in rows] == ["من عندنا", "مسلحون"]
    assert "ملاحظتي" in rows[0]


def test_a_web_address_is_a_link(ledger: Ledger, tmp_path: Path) -> None:
    """In a workbook the address of the evidence can be followed, and nothing else can."""
    _add(ledger, report())
    _write(ledger, tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    links = [cell.hyperlink.target for row in book["events"] for cell in row if cell.hyperlink]
    assert links == ["https://example.org/0"]
