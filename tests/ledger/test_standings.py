"""What people rejected is no fact: lists, series, comparisons, checks go without it; exports mark it."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from rawi.errors import LedgerError
from rawi.ledger.ledger import Ledger, open_ledger
from rawi.ledger.shelves import Asking
from rawi.model.review import Correction
from rawi.opening import open as open_rawi
from rawi.opening import read
from rawi.views.exports.rows import export_rows
from rawi.views.exports.writing import Order

TEXTS = (
    ("2031-03-13", "قال وزير الداخلية سامي الحلبي إن 12 شخصا قتلوا في غارة جوية على بلدة سراقب."),
    ("2031-03-14", "قال وزير الداخلية سامي الحلبي إن 14 شخصا قتلوا في الغارة الجوية على بلدة سراقب أمس."),
)


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    """Two reports of one raid."""
    path = tmp_path / "a.rawi"
    with open_rawi(path) as opened:
        for day, text in TEXTS:
            opened.add(read(text, published=day, outlet="مرايا", title=f"غارة {day}"))
    opened = open_ledger(path, actor="هند")
    opened.update()
    return opened


Ids = Callable[[Ledger], list[str]]
LISTS: dict[str, Ids] = {
    "said": lambda ledger: [one.id for one in ledger.said(None)],
    "figures": lambda ledger: [one.id for one in ledger.figures()],
    "shelf": lambda ledger: [one.id for one in ledger.shelf().entries],
    "events": lambda ledger: [one.id for view in ledger.incidents() for one in view.events],
    "check": lambda ledger: [one.entry.id for one in ledger.check("قتل 12 شخصا في سراقب").closest],
}


@pytest.mark.parametrize("name", list(LISTS))
def test_a_list_goes_without_what_was_rejected_until_that_is_taken_back(ledger: Ledger, name: str) -> None:
    """And without nothing else."""
    before = LISTS[name](ledger)
    assert before
    ledger.reviews.decide(before[0], "reject")
    assert LISTS[name](ledger) == before[1:]
    ledger.reviews.undo()
    assert LISTS[name](ledger) == before


def test_lists_count_what_they_leave_out_and_show_it_if_asked(ledger: Ledger) -> None:
    """Marked as rejected, by whom."""
    id = next(ledger.figures()).id
    ledger.reviews.decide(id, "reject")
    found = ledger.figures()
    rest = list(found)
    assert found.hidden == 1
    shown = ledger.figures(rejected=True)
    marked = {one.id: one.review for one in shown}
    assert len(marked) == len(rest) + 1
    told = marked[id]
    assert told is not None
    assert (told.standing, told.who) == ("rejected", "هند")
    assert ledger.shelf().rejected == 1
    assert [one.id for one in ledger.shelf(Asking(standing="rejected")).entries] == [id]
    assert {one.value: one.count for one in ledger.shelf().facets["standing"]}["rejected"] == 1


def test_a_rejected_report_leaves_its_incident_to_the_others(ledger: Ledger) -> None:
    """With the last one the incident goes too."""
    view = next(ledger.incidents())
    ids = [one.id for one in view.events]
    for at, id in enumerate(ids, 1):
        ledger.reviews.decide(id, "reject")
        found = ledger.incidents()
        assert [one.id for each in found for one in each.events if one.id in ids] == ids[at:]
        assert found.hidden == at
    assert {one.id for each in ledger.incidents(rejected=True) for one in each.events} >= set(ids)


def test_a_series_goes_without_rejected_figures(ledger: Ledger) -> None:
    """One with less than two left is no course; of none left there is no page."""
    views = list(ledger.series())
    assert views
    view = views[0]
    ids = [one.entry.id for one in view.points]
    ledger.reviews.decide(ids[0], "reject")
    left = ledger.series_with(view.id)
    assert ([one.entry.id for one in left.points], left.rejected) == (ids[1:], 1)
    assert len(ledger.series_with(view.id, rejected=True).points) == len(ids)
    for id in ids[1:]:
        ledger.reviews.decide(id, "reject")
    found = ledger.series()
    assert view.id not in [one.id for one in found]
    assert found.hidden == 1
    with pytest.raises(LedgerError, match="rejected"):
        ledger.series_with(view.id)


def test_a_comparison_of_what_was_rejected_is_not_listed(ledger: Ledger) -> None:
    """It is counted."""
    views = list(ledger.comparisons())
    assert views
    ledger.reviews.decide(views[0].comparison.a, "reject")
    found = ledger.comparisons()
    assert views[0].comparison.id not in [one.comparison.id for one in found]
    assert found.hidden >= 1


def test_exports_carry_decisions_beside_what_was_read(ledger: Ledger) -> None:
    """The machine's values never change; what is rejected is there, and marked."""
    first, second = (one.id for one in ledger.figures())
    ledger.reviews.decide(first, "reject")
    ledger.reviews.decide(
        second, "correct", [Correction("low", "15"), Correction("high", "15"), Correction("place", None)]
    )
    rows = {row["id"]: row for row in ledger.export("figures")}
    assert (rows[first]["review_status"], rows[first]["reviewed_by"]) == ("rejected", "هند")
    assert rows[first]["reviewed_at"]
    assert (rows[second]["review_status"], rows[second]["low"]) == ("corrected", 14)
    assert rows[second]["corrected"] == {"low": "15", "high": "15", "place": None}
    assert {row["review_status"] for row in ledger.export("statements")} == {"new"}


@pytest.mark.parametrize(("format", "reviewed"), [("csv", "events"), ("acled-like", "events")])
def test_sheets_carry_decisions(ledger: Ledger, tmp_path: Path, format: str, reviewed: str) -> None:
    """In columns of their own; a rejected version gives no value to the row of its incident."""
    ids = [one.id for one in next(ledger.incidents()).events]
    ledger.reviews.decide(ids[0], "reject")
    rows = list(export_rows(ledger, "events", Order(format)))
    key = "id" if format == "csv" else "rawi_events"
    told = {str(row[key]): row for row in rows}
    if format == "csv":
        assert told[ids[0]]["review_status"] == "rejected"
        assert told[ids[0]]["reviewed_by"] == "هند"
        return
    (row,) = [one for one in rows if one["rawi_events"] == " | ".join(ids[1:])]
    assert "rejected" in str(row["review_status"])
    for id in ids[1:]:
        ledger.reviews.decide(id, "reject")
    path = tmp_path / "sheet.csv"
    list(export_rows(ledger, "events", Order(format), str(path)))
    listed = list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"))))
    assert row["rawi_id"] not in [one["rawi_id"] for one in listed]
    beside = [one for one in tmp_path.glob("sheet.*") if "denied" in one.name]
    assert beside
    assert "rejected" in beside[0].read_text("utf-8-sig")
