"""EDTF dates as first and last days."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.ledger.timeline import find_days, parse_days


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2031", "2031-01-01", "2031-12-31"),
        ("2031-02", "2031-02-01", "2031-02-31"),
        ("2031-02-03", "2031-02-03", "2031-02-03"),
        ("2031-02-03?", "2031-02-03", "2031-02-03"),
        ("2015~", "2015-01-01", "2015-12-31"),
        ("197X", "1970-01-01", "1979-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("2031-XX-05", "2031-01-05", "2031-12-05"),
        ("2014-22", "2014-06-01", "2014-08-31"),
        ("2014-34", "2014-04-01", "2014-06-31"),
        ("2011/2014-03", "2011-01-01", "2014-03-31"),
        ("../2014", "0000-01-01", "2014-12-31"),
        ("2014/..", "2014-01-01", "9999-12-31"),
        ("2016-11-07T22:00:00", "2016-11-07", "2016-11-07"),
    ],
)
def test_days_of_a_date(edtf: str, first: str, last: str) -> None:
    """A date reaches from the first to the last day it can mean."""
    assert parse_days(edtf) == (first, last)


@pytest.mark.parametrize(
    "edtf", ["XXXX-12-06", "أمس", "", "2031-13", "2031-00", "2031-1", "31", "2031-02-03 "]
)
def test_what_has_no_day(edtf: str) -> None:
    """What is not on the calendar has no days; asked to parse it, we refuse."""
    assert find_days(edtf) is None
    with pytest.raises(ValueError, match=r"EDTF|month"):
        parse_days(edtf)


@given(st.dates(), st.dates())
def test_intervals_hold_their_ends(one: date, other: date) -> None:
    """The days of an interval are those of its ends."""
    start, end = sorted((one, other))
    assert parse_days(f"{start}/{end}") == (str(start), str(end))
