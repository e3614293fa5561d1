"""The days that EDTF dates stand for, as far as relations compare them."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from rawi.claims.days import is_day, last_day, parse_anchor

_MARKS = re.compile("[~?%]")
_MONTHS = range(1, 13)
_DIVISIONS = range(21, 42)  # seasons, quarters and halves, in the place of a month


class Days(NamedTuple):
    """The first and the last day that a date may mean."""

    first: date
    last: date

    @property
    def length(self) -> timedelta:
        """How much the date leaves open."""
        return self.last - self.first


@lru_cache(maxsize=1 << 14)
def read_days(edtf: str | None) -> Days | None:
    """Return the days of an EDTF date or interval; null for none, for an open one and for an unknown year.

    >>> read_days("2017-12"), read_days("XXXX-12-06")
    (Days(first=datetime.date(2017, 12, 1), last=datetime.date(2017, 12, 31)), None)
    """
    if not edtf:
        return None
    start, _, end = _MARKS.sub("", edtf).partition("/")
    first, last = _one(start), _one(end or start)
    return Days(first.first, last.last) if first and last and first.first <= last.last else None


def _one(edtf: str) -> Days | None:
    """Return the days of a date that is no interval; those of the year for a season."""
    anchor = parse_anchor(edtf)
    if anchor is None:
        return None
    if anchor.month is not None and anchor.month in _DIVISIONS:
        anchor = parse_anchor(edtf[:4])
    if (
        anchor is None
        or (anchor.month or 1) not in _MONTHS
        or not is_day(anchor.year, anchor.month or 1, anchor.day or 1)
    ):
        return None
    return Days(date(anchor.year, anchor.month or 1, anchor.day or 1), last_day(anchor))


def days_between(one: str | None, other: str | None) -> int | None:
    """Return the fewest days that two dates may lie apart; null where one is not known.

    >>> days_between("2020-10-31", "2020-11-02"), days_between("2020", "2020-05-01")
    (2, 0)
    """
    a, b = read_days(one), read_days(other)
    if a is None or b is None:
        return None
    return max(0, (b.first - a.last).days, (a.first - b.last).days)
