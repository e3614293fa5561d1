"""Stated dates of publication become EDTF or are refused."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.documents.published import parse_published


@pytest.mark.parametrize(
    ("stated", "edtf"),
    [
        ("2020-11-01", "2020-11-01"),
        ("2020-11", "2020-11"),
        ("2020", "2020"),
        ("2020-11-01T23:30:00+03:00", "2020-11-01"),
        ("2020-11-01 10:00", "2020-11-01"),
        ("20201101", "2020-11-01"),
        ("2020/11/1", "2020-11-01"),
        ("1/11/2020", "2020-11-01"),
        ("٢٠٢٠-١١-٠١", "2020-11-01"),
        ("Sun, 01 Nov 2020 10:00:00 GMT", "2020-11-01"),
    ],
)
def test_forms(stated: str, edtf: str) -> None:
    """Every form in which pages, feeds and tables state a date is read."""
    assert parse_published(stated) == edtf


@pytest.mark.parametrize(
    "stated",
    [
        "",
        "yesterday",
        "2020-13-01",
        "2021-02-29",
        "0000",
        "1799-01-01",
        "20201",
        "2020-1",
        "9" * 90,
        "31/2/2020",
    ],
)
def test_no_dates(stated: str) -> None:
    """What is no possible day of publication raises ValueError."""
    with pytest.raises(ValueError, match=r"no (date|such day|publication year)"):
        parse_published(stated)


@given(st.text())
def test_a_date_or_an_error(stated: str) -> None:
    """Any string gives EDTF or ValueError, nothing else."""
    try:
        found = parse_published(stated)
    except ValueError:
        return
    assert re.fullmatch(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", found)


@given(st.dates(min_value=__import__("datetime").date(1800, 1, 1)))
def test_round_trip(day: object) -> None:
    """A day written in ISO 8601 is read as itself."""
    assert parse_published(str(day)) == str(day)
