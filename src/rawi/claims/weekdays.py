"""Which year is meant by a day that leaves it out and has a weekday beside it."""

from __future__ import annotations

from datetime import date, timedelta

from rawi.claims.days import Anchor, is_day
from rawi.model.calendar import DateExpression

_WEEK = timedelta(days=7)


def is_of_these_days(e: DateExpression, base: Anchor) -> bool:
    """Is a day without a year within a week of the anchor? Then a weekday that it is not is a slip of the
    pen, not another year."""
    month, day = e.month or 1, e.day or 1
    if base.date is None or not is_day(base.year, month, day):
        return False
    return abs(date(base.year, month, day) - base.date) <= _WEEK


def year_of_weekday(e: DateExpression, year: int) -> int | None:
    """Return the year, this one or its neighbours, in which a date falls on the weekday that stands beside
    it."""
    for candidate in (year, year - 1, year + 1):
        if (
            is_day(candidate, e.month or 1, e.day or 1)
            and date(candidate, e.month or 1, e.day or 1).weekday() == e.weekday
        ):
            return candidate
    return None
