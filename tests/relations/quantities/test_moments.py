"""Whether two figures are of one time."""

from __future__ import annotations

import pytest

from rawi.model.definition import Definition
from rawi.model.value import Hedge
from rawi.relations.days import read_days
from rawi.relations.quantities.moments import STOCK, TOLL, compare_days, holds_on


@pytest.mark.parametrize("edtf", [None, "XXXX-12-06", "", "../2020", "2020-13-45x", "nonsense"])
def test_unknown_times_are_null(edtf: str | None) -> None:
    """No year, no end, no date: no days."""
    assert read_days(edtf) is None


@pytest.mark.parametrize(
    ("a", "b", "outcome"),
    [
        ("2020-05-01", "2020-05-01", "same"),
        ("2020-05-01", "2020-05-02", "differs"),
        ("2020", "2020-05-02", "unknown"),
        ("2020", "2020", "same"),
        ("2019", "2020-05-02", "differs"),
        (None, "2020-05-02", "unknown"),
    ],
)
def test_tolls_are_told_by_the_day(a: str | None, b: str | None, outcome: str) -> None:
    """A toll of the next day is one of another time."""
    assert (
        compare_days(read_days(a), read_days(b), TOLL)
        == compare_days(read_days(b), read_days(a), TOLL)
        == outcome
    )


def test_stocks_hold_for_days() -> None:
    """A stock of the next day is of the same time, one of the next month is not."""
    assert compare_days(read_days("2020-05-01"), read_days("2020-05-02"), STOCK) == "same"
    assert compare_days(read_days("2020-05-01"), read_days("2020-06-02"), STOCK) == "differs"


def test_what_held_before_has_no_day() -> None:
    """قبل خمس سنوات without a day of publication is no time to compare with."""
    one = Definition("a", "d", 1, 1, Hedge.EXACT, relative="-P5Y", published=None)
    assert holds_on(one) is None
