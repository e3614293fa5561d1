"""``rawi export``: tables and sheets of events, to a file or to stdout."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from click.testing import Result

from rawi.ledger import open_ledger
from rawi.opening import open as open_rawi
from rawi.views.exports.delimited import BOM, read_csv
from rawi.views.exports.workbook import read_book
from tests.ledger.samples import submission
from tests.views.exports.samples import other, report

Rawi = Callable[..., Result]


@pytest.fixture
def told(rawi: Rawi) -> Rawi:
    """Run ``rawi`` where a ledger of two incidents is, one of them denied."""
    with open_ledger("ledger.rawi") as ledger:
        denied = report(other("ونفى آخرون ذلك."), 1, certainty="denied", date="2031-06-02")
        list(ledger.add_many(map(submission, (report(), denied))))
    return rawi


def test_stdout_is_csv_without_a_mark(told: Rawi) -> None:
    """A sheet on stdout is CSV of what is said to have happened, without the mark of files."""
    result = told("export", "events", "--format", "acled-like", "-q")
    assert result.exit_code == 0
    assert not result.stdout_bytes.startswith(BOM)
    header, *rows = read_csv(result.stdout_bytes)
    assert header[0] == "event_date"
    assert [row[0] for row in rows] == ["2031-03-05"]


def test_a_day_is_asked_for(told: Rawi) -> None:
    """``--on`` keeps to a day, and writes the workbook of that day with its sheets."""
    asked = ("export", "events", "--format", "acled-like", "--on", "2031-03-05")
    assert told(*asked, "-o", "today.xlsx").exit_code == 0
    sheets = read_book(Path("today.xlsx").read_bytes())
    assert list(sheets) == ["events", "denied_planned", "corrections", "evidence", "README"]
    assert [len(sheets[name]) for name in ("events", "denied_planned")] == [2, 1]
    assert told(*asked, "-o", "today.xlsx", "--append").exit_code == 0
    assert read_book(Path("today.xlsx").read_bytes()) == sheets


def test_json_has_the_evidence(told: Rawi) -> None:
    """``--json`` has the rows as data, each with the words behind its cells."""
    answer = json.loads(told("export", "events", "--format", "ucdp-like", "--json").stdout)
    assert (answer["schema"], answer["count"]) == ("rawi.export.events/1", 2)
    lines = answer["items"][0]["evidence"]
    assert {"side_a", "date_start"} <= {line["column"] for line in lines}


def test_json_tells_which_files_were_written(told: Rawi) -> None:
    """With ``--json`` a sheet that is written tells its files, itself first."""
    made = json.loads(told("export", "events", "--format", "acled-like", "-o", "a.csv", "--json").stdout)
    assert made["files"] == ["a.csv", "a.evidence.csv", "a.denied-planned.csv"]
    assert (made["rows"], made["corrections"]) == (2, 0)
    assert all(Path(name).read_bytes().startswith(BOM) for name in made["files"])


def test_lines_of_events_have_plover(told: Rawi) -> None:
    """A JSON line of an event has PLOVER's category; a day keeps to the events of its incidents."""
    lines = [json.loads(line) for line in told("export", "events").stdout.splitlines()]
    assert [line["plover_type"] for line in lines] == ["ASSAULT", "ASSAULT"]
    assert all(line["incident"].startswith("in_") for line in lines)
    assert len(told("export", "events", "--since", "2031-06").stdout.splitlines()) == 1


def test_arabic_headers(told: Rawi) -> None:
    """``--headers ar`` names the columns in Arabic."""
    result = told("export", "events", "--format", "csv", "--headers", "ar", "-q")
    assert next(iter(read_csv(result.stdout_bytes)))[0] == "المعرّف"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("statements", "--format", "csv"), "usage.value"),
        (("statements", "--on", "2031"), "usage.value"),
        (("events", "--format", "xlsx"), "usage.value"),
        (("events", "--append"), "usage.value"),
        (("events", "--format", "csv", "-o", "a.csv", "--append"), "usage.value"),
        (("events", "--format", "acled-like", "--on", "soon"), "usage.value"),
        (("events", "--format", "acled-like", "--type", "Picnic"), "usage.type"),
        (("events", "--format", "acled-like", "-o", "a.pdf"), "E501"),
        (("events", "--format", "csv", "-o", "a.xlsx"), "E501"),
        (("events", "--format", "xlsx", "-o", "a.csv"), "E501"),
        (("events", "--format", "csv", "-o", "ledger.rawi"), "usage.target"),
        (("events", "--format", "acled-like", "-o", "articles/a.txt/b.csv"), "output"),
    ],
)
def test_errors_are_coded(told: Rawi, arguments: tuple[str, ...], code: str) -> None:
    """What cannot be asked or written says so with its code, and writes nothing."""
    before = sorted(Path().rglob("*"))
    result = told("export", *arguments)
    assert f"error[{code}]" in result.stderr
    assert result.exit_code == (1 if code == "output" else 2)
    assert sorted(Path().rglob("*")) == before


def test_python_writes_the_same(told: Rawi) -> None:
    """``led.export("events", FILE, …)`` writes what the command writes, and gives the rows."""
    with open_rawi("ledger.rawi") as led:
        rows = list(led.export("events", "p.xlsx", on="2031-03-05", format="acled-like"))
        assert [row["location"] for row in rows] == ["تل النخيل"]
        assert rows[0]["evidence"][0]["words"]
        with pytest.raises(ValueError, match="no format"):
            led.export("events", format="pdf")
    told("export", "events", "--format", "acled-like", "--on", "2031-03-05", "-o", "c.xlsx")
    assert Path("p.xlsx").read_bytes() == Path("c.xlsx").read_bytes()


_SHEET = ("export", "events", "--format", "acled-like", "-o")


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
@pytest.mark.parametrize(
    "asked",
    [("--format", "ucdp-like"), ("--format", "acled-like"), ("--format", "{}"), ("--format", "jsonl")],
)
def test_a_sheet_of_a_person_is_never_written_over(told: Rawi, ending: str, asked: tuple[str, ...]) -> None:
    """Neither by another format nor by its own once somebody wrote into a cell: the file stays."""
    name = f"log.{ending}"
    assert told(*_SHEET, name).exit_code == 0
    if asked[1] == "acled-like":
        _write_into(name)
    before = {path: path.read_bytes() for path in Path().glob("log.*")}
    done = told("export", "events", *(one.format(ending) for one in asked), "-o", name)
    assert (done.exit_code, "error[E502]" in done.stderr, "--append" in done.stderr) == (2, True, True)
    assert {path: path.read_bytes() for path in Path().glob("log.*")} == before


def _write_into(name: str) -> None:
    """Change one cell of a sheet, as a person does."""
    if name.endswith(".csv"):
        data = Path(name).read_bytes()
        changed = data.replace("مسلحون".encode(), "عصابة".encode(), 1)
        assert changed != data
        Path(name).write_bytes(changed)
        return
    book = openpyxl.load_workbook(name)
    book["events"]["E2"] = "عصابة"
    book.save(name)


@pytest.mark.parametrize("name", ["log.csv", "log.xlsx"])
def test_a_column_or_a_correction_of_a_sheet_is_kept(told: Rawi, name: str) -> None:
    """A column of somebody's own is not lost either."""
    assert told(*_SHEET, name).exit_code == 0
    if name.endswith(".csv"):
        lines = Path(name).read_bytes().split(b"\r\n")
        Path(name).write_bytes(b"\r\n".join([lines[0] + b",mine", *lines[1:]]))
    else:
        book = openpyxl.load_workbook(name)
        book["events"].cell(2, book["events"].max_column + 1).value = "mine"
        book.save(name)
    assert "error[E502]" in told(*_SHEET, name).stderr


@pytest.mark.parametrize("name", ["log.csv", "log.xlsx"])
def test_what_nobody_touched_is_written_anew(told: Rawi, name: str) -> None:
    """A sheet as Rawi wrote it is replaced, an empty file too, and an edited one can be added to."""
    Path(name).write_bytes(b"")
    assert told(*_SHEET, name).exit_code == 0
    assert told(*_SHEET, name, "--on", "2031-03-05").exit_code == 0
    _write_into(name)
    assert told(*_SHEET, name, "--append").exit_code == 0


def test_a_file_of_somebody_else_is_kept(told: Rawi) -> None:
    """Notes that only have the name of a sheet are no sheet."""
    Path("notes.csv").write_text("من,متى\r\n", "utf-8")
    for form in ("acled-like", "csv"):
        assert "error[E502]" in told("export", "events", "--format", form, "-o", "notes.csv").stderr
    assert Path("notes.csv").read_text("utf-8") == "من,متى\n"
