"""Days that dates stand for."""

from __future__ import annotations

import pytest

from rawi.relations.days import read_days


@pytest.mark.parametrize(
    ("written", "days"),
    [("2024-03-05", 1), ("2024-02", 29), ("2023", 365), ("2023-02-03/2023-02-05", 3)],
)
def test_a_day_month_or_year_has_as_many_days(written: str, days: int) -> None:
    """What is known less exactly spans more days."""
    found = read_days(written)
    assert found is not None
    assert (found.last - found.first).days + 1 == days


@pytest.mark.parametrize(
    "written", [None, "", "2023-02-30", "2023-13", "0000", "متى", "XXXX-12-06", "2015/..", "أمس"]
)
def test_what_is_no_day_is_none(written: str | None) -> None:
    """Impossible days, open intervals and words are not guessed at."""
    assert read_days(written) is None
