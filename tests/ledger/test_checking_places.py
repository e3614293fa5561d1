"""Claims told apart by their place, one man's one number in several reports, the summary in a word."""

from __future__ import annotations

from pathlib import Path

import pytest

from rawi.ledger.answers import Checked
from rawi.opening import open as open_rawi
from rawi.opening import read

KILLED = (
    ("2031-03-12", "قالت وزارة الصحة إن 12 شخصا قتلوا في غارة على بلدة سراقب."),
    ("2031-03-20", "قال مدير الصحة وائل الدروبي إن 12 شخصا قتلوا في انفجار بمدينة حلب."),
    ("2031-03-21", "قال وائل الدروبي إن المحكمة اتهمت 15 شخصا قتلوا التاجر."),
)
HELD = (
    ("2031-02-01", "قال العقيد رائد الكناني إن لدى كتائب الفجر 40 ألف مقاتل."),
    ("2031-03-01", "قال العقيد رائد الكناني في دمشق إن لدى كتائب الفجر 40 ألف مقاتل."),
)


def _check(folder: Path, texts: tuple[tuple[str, str], ...], claim: str) -> Checked:
    """Return what a ledger of some articles has on a claim."""
    with open_rawi(folder / "a.rawi") as ledger:
        for day, text in texts:
            ledger.add(read(text, published=day))
        ledger.update()
        return ledger.check(claim)


def test_the_place_of_a_claim_goes_before_words_in_common(tmp_path: Path) -> None:
    """Entries of its place come first; one of another place, or of none, says so."""
    closest = _check(tmp_path, KILLED, "قتل 12 شخصا في سراقب").closest
    codes = [{reason.code for reason in one.reasons} for one in closest]
    assert "near.place" in codes[0]
    assert closest[0].stand == "agrees"
    assert all({"near.elsewhere", "near.unplaced"} & told for told in codes[1:])
    far = ["near.elsewhere" in told for told in codes]
    assert far == sorted(far)
    assert any(far)


def test_a_place_that_the_claim_does_not_name_tells_nothing_apart(tmp_path: Path) -> None:
    """One man's one number is another value in each of his reports, whatever places they name."""
    found = _check(tmp_path, HELD, "رائد الكناني: لدى كتائب الفجر 3 آلاف مقاتل بقوا")
    stands = {one.stand for one in found.closest if one.entry.words == "40 ألف مقاتل"}
    assert len([one for one in found.closest if one.entry.words == "40 ألف مقاتل"]) == 2
    assert stands == {"differs"}


def test_there_are_not_only_other_values_where_one_is_the_same(tmp_path: Path) -> None:
    """A number that may be of something else but has the claim's value is not passed over in the summary."""
    more = (("2031-03-02", "قال العقيد رائد الكناني في حمص إن كتائب الفجر خسرت 3 آلاف مقاتل."),)
    found = _check(tmp_path, HELD + more, "رائد الكناني: لدى كتائب الفجر 3 آلاف مقاتل بقوا")
    same = [one for one in found.closest if any(each.code == "near.value" for each in one.reasons)]
    assert same
    assert found.summary != "differs"


@pytest.mark.parametrize(("texts", "claim"), [(HELD, "رائد الكناني: لدى كتائب الفجر 3 آلاف مقاتل بقوا")])
def test_the_year_after_which_there_is_nothing_is_told(
    tmp_path: Path, texts: tuple[tuple[str, str], ...], claim: str
) -> None:
    """It is that of the latest entry which counts."""
    assert [one.a for one in _check(tmp_path, texts, claim).missing if one.code == "after"] == ["2031"]
