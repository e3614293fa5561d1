"""Days that EDTF dates stand for, and whether two figures are of one time."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from rawi.claims.days import is_day, last_day, parse_anchor
from rawi.model.definition import Definition
from rawi.model.relation import Outcome

_MONTH = timedelta(days=31)
#: Within so many days a stock is of one time; what befell in one happening is told anew each day.
STOCK, TOLL = timedelta(days=10), timedelta()
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
def days_of(edtf: str | None) -> Days | None:
    """Return the days of an EDTF date or interval; null for none, for an open one and for an unknown year.

    >>> days_of("2017-12"), days_of("XXXX-12-06")
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


def told_on(one: Definition) -> Days | None:
    """Return when a figure was said, else when it was published; null where neither is known."""
    said, published = days_of(one.said), days_of(one.published)
    if said is None or (published is not None and published.length < said.length):
        return published
    return said


def holds_on(one: Definition) -> Days | None:
    """Return the time for which a figure is told: its own date, else when it was said.

    Null where it is said to have held before, and nothing says when.
    """
    if (own := days_of(one.as_of)) is not None:
        return own
    earlier = one.passing or (one.relative or "").startswith("-")
    return None if earlier or one.as_of else told_on(one)


def compare_days(a: Days | None, b: Days | None, slack: timedelta) -> Outcome:
    """Return whether two times are one: unknown where one is not known, or too wide to tell.

    >>> compare_days(days_of("2020-05-01"), days_of("2020-05-03"), STOCK)
    'same'
    >>> compare_days(days_of("2020"), days_of("2020-05-03"), STOCK)
    'unknown'
    """
    if a is None or b is None:
        return "unknown"
    if a.first > b.last + slack or b.first > a.last + slack:
        return "differs"
    return "same" if a == b or max(a.length, b.length) <= (_MONTH if slack else TOLL) else "unknown"
