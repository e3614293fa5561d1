"""The commands that answer across reports: chart, story, compare, check, chain."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import Result
from lxml import etree

from rawi.ledger.faults import NotInLedger
from rawi.ledger.ledger import Ledger
from tests.views.invented import comparison, every_shape, fighters, overruled, story, summary

Rawi = Callable[..., Result]


def _json(result: Result) -> dict[str, Any]:
    """Return the one object that was printed."""
    assert result.exit_code == 0, result.output
    answer: dict[str, Any] = json.loads(result.stdout)
    return answer


@pytest.fixture
def derived(filled: Rawi, monkeypatch: pytest.MonkeyPatch) -> Rawi:
    """Run ``rawi`` on a ledger whose derived answers are the invented ones."""
    pair, told = comparison(), story()

    def find(_: Ledger, what: str | None = None, verdict: str | None = None) -> Iterator[Any]:
        yield from (one for one in (pair,) if verdict in (None, one.comparison.verdict))

    def load(_: Ledger, id: str) -> Any:
        if not told.id.startswith(id):
            raise NotInLedger(f"no story {id!r}")
        return told

    monkeypatch.setattr(Ledger, "series", lambda *_: iter((fighters(), every_shape())))
    monkeypatch.setattr(Ledger, "comparisons", find)
    monkeypatch.setattr(Ledger, "compare", lambda *_: pair)
    monkeypatch.setattr(Ledger, "stories", lambda *_: iter((summary(),)))
    monkeypatch.setattr(Ledger, "story", load)
    return filled


def test_a_chart_is_printed_with_words_and_list(derived: Rawi) -> None:
    """Picture, sentence, list and summary of each series."""
    shown = derived("figures", "مقاتل", "--chart").stdout
    assert "●1" in shown
    assert "In words: 3 values, 2 independent origins." in shown
    assert "3 figures · 3 documents · 2 independent origins" in shown
    assert shown.count("In words:") == 2
    assert "بالكلمات" in derived("figures", "مقاتل", "--chart", "--lang", "ar").stdout


def test_a_chart_has_a_twin_in_json(derived: Rawi) -> None:
    """Series with their points, entries and origins, under a schema of their own."""
    answer = _json(derived("figures", "مقاتل", "--chart", "--json", "--limit", "1"))
    assert (answer["schema"], answer["count"], answer["next"]) == ("rawi.series/1", 1, "1")
    assert answer["items"][0]["points"][1]["point"]["high"] == 3000
    assert answer["items"][0]["points"][1]["entry"]["words"] == "أقل من ثلاثة آلاف"


def test_a_chart_is_written_as_svg(derived: Rawi) -> None:
    """The file is whole XML; how many series are in it is said, and how to get the rest."""
    result = derived("figures", "مقاتل", "--chart", "-o", "c.svg", "--limit", "1")
    assert result.exit_code == 0
    assert "c.svg: 1 series, 1 more: --limit 2" in result.stderr
    assert etree.parse("c.svg").getroot().tag.endswith("svg")
    assert derived("figures", "--chart", "-o", "c.svg", "--lang", "ar").exit_code == 0
    assert "أرقام عبر الزمن" in Path("c.svg").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("figures", "-o", "c.svg"), "usage.value"),
        (("figures", "--chart", "-o", "ledger.rawi"), "usage.target"),
        (("check",), "usage.value"),
        (("check", "ادعاء", "--batch", "x.csv"), "usage.value"),
        (("check", "--batch", "b.csv", "-o", "b.csv"), "usage.target"),
        (("compare", "--verdict", "contradicts"), "usage.value"),
        (("compare", "fg_1", "--verdict", "contradicts"), "usage.value"),
        (("compare", "a", "b", "--verdict", "true"), "usage"),
        (("chain", "fg_00000000000000"), "E307"),
        (("story", "sy_00000000000000"), "E307"),
        (("compare", "fg_00000000000000", "fg_00000000000001"), "E307"),
    ],
)
def test_wrong_usage_is_coded(filled: Rawi, arguments: tuple[str, ...], code: str) -> None:
    """Each ends with exit code 2, one coded message, nothing on stdout and no file."""
    Path("b.csv").write_text("claim\nx\n", "utf-8")
    result = filled(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"error[{code}]" in result.stderr
    assert not Path("c.svg").exists()


def test_a_chart_of_nothing_writes_no_file(filled: Rawi) -> None:
    """Nothing found is said, and is an exit code only where that is asked."""
    result = filled("figures", "غير موجود", "--chart", "-o", "c.svg", "--fail-empty")
    assert result.exit_code == 3
    assert "nothing found" in result.stderr
    assert not Path("c.svg").exists()


def test_a_list_of_figures_tells_its_series(derived: Rawi) -> None:
    """Below the list stands on how many origins each series stands; not in JSON, not for the quiet."""
    told = derived("figures", "مسافر").stderr
    assert "مقاتل · قوة الصنوبر · الغضا: 3 figures · 3 documents · 2 independent origins" in told
    assert "independent" not in derived("figures", "مسافر", "-q").stderr
    assert "independent" not in derived("figures", "مسافر", "--json").output


def test_stories_are_listed_and_shown(derived: Rawi) -> None:
    """Without an id a line each, with one the whole page; both as JSON too."""
    assert "إغلاق جسر الرمانة" in derived("story").stdout
    assert "quantities" not in derived("story", "جسر الرمانة").stdout
    assert "quantities" in derived("story", "sy_0000").stdout
    assert _json(derived("story", "--json"))["schema"] == "rawi.stories/1"
    page = _json(derived("story", "sy_0000", "--json"))
    assert (page["schema"], len(page["story"]["reports"])) == ("rawi.story/1", 3)
    assert json.loads(derived("story", "sy_0000", "--jsonl").stdout)["id"] == story().id


def test_comparisons_are_listed_by_verdict(derived: Rawi) -> None:
    """``--only`` keeps to one verdict; two ids give one comparison."""
    assert "not comparable (definition)" in derived("compare").stdout
    assert _json(derived("compare", "--json", "--only", "contradicts"))["items"] == []
    one = _json(derived("compare", "fg_1", "fg_2", "--json"))
    assert (one["schema"], one["comparison"]["comparison"]["verdict"]) == ("rawi.compare/1", "not_comparable")


def test_a_verdict_is_overruled_by_a_person(derived: Rawi, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ids, verdict and reason reach the ledger as typed, with who decides; what became of it is shown."""
    asked: list[Any] = []

    def decide(ledger: Ledger, a: str, b: str, verdict: str, why: str | None) -> int:
        asked.append((a, b, verdict, why))
        first, second = (one.id for one in ledger.who("هناء"))
        return ledger.merge(first, second)  # any decision: the engine that writes verdicts is not asked here

    monkeypatch.setattr(Ledger, "decide_verdict", decide)
    monkeypatch.setattr(Ledger, "compare", lambda *_: overruled())
    given = ("--verdict", "compatible", "--why", "الوحدة نفسها", "--by", "سلمى")
    result = derived("compare", "fg_1", "fg_2", *given)
    assert result.exit_code == 0, result.output
    assert asked == [("fg_1", "fg_2", "compatible", "الوحدة نفسها")]
    assert "decided by سلمى" in result.stdout
    assert "rawi undo 1 takes it back" in result.stderr


def test_a_decision_that_cannot_be_is_told(filled: Rawi) -> None:
    """An entry is not compared with itself, and nothing is decided."""
    id = _json(filled("figures", "مسافر", "--json"))["items"][0]["id"]
    result = filled("compare", id, id, "--verdict", "compatible")
    assert result.exit_code == 2
    assert "error[usage.decision]" in result.stderr


def test_a_chain_is_printed(filled: Rawi) -> None:
    """The way of a figure from its speaker to the outlet, as text and as JSON."""
    id = _json(filled("figures", "مسافر", "--json"))["items"][0]["id"]
    shown = filled("chain", id).stdout
    assert "سليم الدوري" in shown
    assert "مرايا الرمانة" in shown
    chain = _json(filled("chain", id, "--json"))["chain"]
    assert [node["kind"] for node in chain["nodes"]] == ["speaker", "outlet"]
    assert "القائل" in filled("chain", id, "--lang", "ar").stdout


def test_a_claim_is_checked(filled: Rawi) -> None:
    """The reading comes first, then the closest entry; JSON has both."""
    shown = filled("check", "40 ألف مسافر فقط عبروا النهر").stdout
    assert shown.index("read as") < shown.index("≤ 40,000") < shown.index("«نحو 40 ألف مسافر»")
    answer = _json(filled("check", "40 ألف مسافر فقط عبروا النهر", "--json"))
    assert answer["schema"] == "rawi.check/1"
    assert answer["checked"]["understood"]["hedge"] == "at_most"
    assert answer["checked"]["closest"][0]["entry"]["words"] == "نحو 40 ألف مسافر"


@pytest.mark.parametrize("claim", ["", "؟", " … "])
def test_a_claim_without_a_word_is_wrong_usage(filled: Rawi, claim: str) -> None:
    """No empty card is printed for it."""
    result = filled("check", claim)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "error[usage.value]" in result.stderr


def test_a_check_derives_what_came_since(filled: Rawi) -> None:
    """What was added after the last update is checked against, as compare does, with a word about it."""
    filled("check", "40 ألف مسافر عبروا النهر")
    Path("new.txt").write_text("نفت هناء الشمري أن يكون الجسر الشرقي قد أغلق أمام الشاحنات.", "utf-8")
    filled("add", "new.txt")
    result = filled("check", "الجسر الشرقي أغلق أمام الشاحنات")
    assert "deriving" in result.stderr
    assert "denies it" in result.stdout
    assert "deriving" not in filled("check", "الجسر الشرقي أغلق أمام الشاحنات").stderr


ROWS = [("1", "40 ألف مسافر عبروا النهر"), ("2", "=2+2"), ("3", "90 ألف مسافر عبروا النهر")]


def _write(name: str, column: str) -> None:
    """Write the claims into a table of the kind of its name."""
    if name.endswith(".xlsx"):
        book = openpyxl.Workbook()
        sheet = book.active
        assert sheet is not None
        for row in [("id", column), *ROWS]:
            sheet.append(row)
        for cell in sheet["B"]:
            cell.data_type = "s"  # else openpyxl writes what begins with = as a formula
        book.save(name)
    elif name.endswith(".jsonl"):
        lines = (json.dumps({"id": id, column: claim}) + "\n" for id, claim in ROWS)
        Path(name).write_text("".join(lines), "utf-8")
    elif name.endswith(".txt"):
        Path(name).write_text("\n\n".join(claim for _, claim in ROWS), "utf-8")
    else:
        with Path(name).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([("id", column), *ROWS])


@pytest.mark.parametrize("column", ["claim", "text", "الادعاء", "النص"])
@pytest.mark.parametrize("name", ["c.csv", "c.jsonl", "c.xlsx", "c.txt"])
def test_claims_of_any_table_are_checked(filled: Rawi, name: str, column: str) -> None:
    """The column of the claims is found by its usual names; every row gives a row, in order."""
    if name == "c.jsonl" and column == "النص":
        pytest.skip("keys of JSON are not guessed")
    _write(name, column)
    result = filled("check", "--batch", name)
    assert result.exit_code == 0, result.output
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert [row["claim"].lstrip("'") for row in rows] == [claim for _, claim in ROWS]
    assert rows[0]["summary"] == "agrees"
    assert rows[2]["summary"] == "differs"
    assert rows[2]["values"] == ["≈ 40,000"]
    if name != "c.txt":
        assert [row["id"] for row in rows] == ["1", "2", "3"]


def test_a_named_column_is_taken(filled: Rawi) -> None:
    """``--column`` says which; one that is not there refuses the table."""
    _write("c.csv", "منشور")
    assert len(filled("check", "--batch", "c.csv", "--column", "منشور").stdout.splitlines()) == 3
    refused = filled("check", "--batch", "c.csv", "--column", "غيره")
    assert refused.exit_code == 1
    assert "error[csv.no-column]" in refused.stderr


@pytest.mark.parametrize("given", [(), ("--column", "غيره")])
def test_a_table_without_the_column_is_told_the_option(filled: Rawi, given: tuple[str, ...]) -> None:
    """The option of this command, not that of ``add``, and the columns that there are."""
    _write("c.csv", "منشور")
    told = filled("check", "--batch", "c.csv", *given).stderr
    assert "--column" in told
    assert "--map" not in told
    assert "id, منشور" in told


def test_a_sheet_says_which_row_gave_no_claim(filled: Rawi) -> None:
    """In its place, with the code; the rows around it are answered, each in the words of the reader."""
    Path("c.csv").write_text("id,claim\n1,40 ألف مسافر عبروا النهر\n2,\n3,؟\n4,a,b,c\n", "utf-8")
    result = filled("check", "--batch", "c.csv", "--format", "csv", "--lang", "ar")
    assert result.exit_code == 1
    rows = list(csv.DictReader(io.StringIO(result.stdout, newline="")))
    assert [row["row"] for row in rows] == ["row 2", "row 3", "row 4", "row 5"]
    assert [row["error"].partition(":")[0] for row in rows] == [
        "",
        "claim.empty",
        "claim.empty",
        "csv.columns",
    ]
    assert (rows[0]["stand"], rows[0]["stand_words"]) == ("agrees", "يوافق الادعاء")
    assert rows[0]["polarity_words"] == "مثبت"
    assert rows[0]["missing_words"]
    assert "c.csv row 3" in result.stderr


def test_rows_go_into_a_sheet(filled: Rawi) -> None:
    """The ending of the file says CSV; it opens in a spreadsheet as UTF-8, and no cell is a formula."""
    _write("c.csv", "claim")
    assert filled("check", "--batch", "c.csv", "-o", "out.csv", "--lang", "ar").exit_code == 0
    data = Path("out.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert [row["id"] for row in rows] == ["1", "2", "3"]
    assert rows[1]["claim"] == "'=2+2"
    assert "السجل" in rows[0]["summary_words"]
    printed = filled("check", "--batch", "c.csv", "--format", "csv").stdout
    assert printed.startswith("row,id,claim")


def test_a_bad_row_does_not_stop_the_others(filled: Rawi) -> None:
    """It is told with its code and place, the exit code is 1, and the rest is answered."""
    Path("c.jsonl").write_text('{"claim": "40 ألف مسافر عبروا النهر"}\n{"claim": \n{"claim": "x"}\n', "utf-8")
    result = filled("check", "--batch", "c.jsonl")
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 2
    assert "error[jsonl.malformed]" in result.stderr
    answer = json.loads(filled("check", "--batch", "c.jsonl", "--json").stdout)
    assert (answer["schema"], answer["count"]) == ("rawi.checks/1", 2)
    assert answer["errors"][0]["code"] == "jsonl.malformed"


def test_claims_come_from_stdin(filled: Rawi) -> None:
    """One claim a line; empty lines are none."""
    result = filled("check", "--batch", "-", stdin="40 ألف مسافر عبروا النهر\n\nالطريق الشرقي مغلق\n")
    assert len(result.stdout.splitlines()) == 2


def test_an_update_counts_what_it_derived(filled: Rawi) -> None:
    """Each kind that the engine counts is told with its number."""
    assert "entities" in filled("update").stdout
