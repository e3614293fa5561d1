"""Dates of event sheets: the first day, and codes of precision."""

from __future__ import annotations

import datetime

import pytest

from rawi.ledger import Ledger
from rawi.views.exports.moments import date_prec, find_moment, parse_range, time_precision
from tests.views.exports.samples import gather, other, report


@pytest.mark.parametrize(
    ("edtf", "first", "acled", "ucdp"),
    [
        ("2020-10-19", "2020-10-19", 1, 1),
        ("2020-10-19?", "2020-10-19", 2, 2),
        ("2020-10-19/2020-10-21", "2020-10-19", 2, 2),
        ("2020-10-19/2020-10-25", "2020-10-19", 2, 3),
        ("2020-10-01/2020-10-10", "2020-10-01", 2, 4),
        ("2020-10-16/2020-10-31", "2020-10-16", 2, 4),
        ("2020-10", "2020-10-01", 3, 4),
        ("2020", "2020-01-01", 3, 5),
        ("2020-22", "2020-06-01", 3, 5),
        ("2020-10-19/..", "2020-10-19", 3, 5),
    ],
)
def test_codes_tell_how_precise_a_date_is(edtf: str, first: str, acled: int, ucdp: int) -> None:
    """A date gives its first day and the code of how many days it may mean, in both sheets."""
    days = parse_range(edtf)
    assert days is not None
    assert (days.first.isoformat(), time_precision(days), date_prec(days)) == (first, acled, ucdp)


@pytest.mark.parametrize("edtf", [None, "XXXX-12-06", "../2020-10", "nonsense", "2020-13"])
def test_no_first_day_is_no_date(edtf: str | None) -> None:
    """What has no first day gives no date at all."""
    assert parse_range(edtf) is None


def test_a_month_ends_on_its_last_day() -> None:
    """The last day of a month is a day of the calendar."""
    days = parse_range("2023-02")
    assert days is not None
    assert days.last == datetime.date(2023, 2, 28)


def test_the_narrowest_date_that_all_share_is_taken(ledger: Ledger) -> None:
    """A month and a day in it are one date: the day; both reports prove it."""
    docket = gather(ledger, report(date="2031-03"), report(other("وأكد شهود ذلك."), 1))
    moment = find_moment(docket.accounts)
    assert moment.cell.value == datetime.date(2031, 3, 5)
    assert [one.rule for one in moment.cell.proofs] == ["date 2031-03", "date 2031-03-05"]


def test_two_days_are_no_date(ledger: Ledger) -> None:
    """Reports that give two days leave the date blank, each with its words."""
    docket = gather(ledger, report(date="2031-03-04"), report(other("وأكد شهود ذلك."), 1))
    moment = find_moment(docket.accounts)
    assert moment.days is None
    assert moment.cell.value is None
    assert moment.cell.rule == "reports-differ"
    assert len(moment.cell.proofs) == 2
