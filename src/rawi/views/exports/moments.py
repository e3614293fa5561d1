"""When an incident happened, and how precisely that is known."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from rawi.ledger.dockets import Account
from rawi.ledger.timeline import find_days
from rawi.views.exports.cells import BLANK, DIFFER, Cell, Row, computed, prove

_PART_OF_MONTH = 16  # days of the longest part of a month that people name: its second half
_WEEK, _LONGEST_MONTH = 7, 31
_DOUBTED = "?~%"  # EDTF: the date is uncertain, approximate, or both


class Days(NamedTuple):
    """The first and last day on which something may have happened; ``last`` is null where it is open.
    ``doubted``: the words make no firm day of it."""

    first: date
    last: date | None
    doubted: bool = False

    @property
    def length(self) -> int | None:
        """How many days these are; null where the end is open."""
        return None if self.last is None else (self.last - self.first).days + 1


def parse_range(edtf: str | None) -> Days | None:
    """Return the days that an EDTF date means; null where it has no first day.

    >>> parse_range("2020-02")
    Days(first=datetime.date(2020, 2, 1), last=datetime.date(2020, 2, 29), doubted=False)
    """
    days = find_days(edtf)
    if days is None or edtf is None:
        return None
    first, last = (_parse_day(one) for one in days)
    if first is None or (last is not None and last < first):
        return None
    return Days(first, last, any(mark in edtf for mark in _DOUBTED))


def _parse_day(iso: str) -> date | None:
    """Return a day of the timeline, on which every month has 31; null for the beginning and end of time."""
    year, month, day = map(int, iso.split("-"))
    if year in (0, 9999):
        return None
    return date(year, month, min(day, monthrange(year, month)[1]))


def time_precision(days: Days) -> int:
    """Return 1 for a day, 2 for a week or part of a month, 3 for a month or less."""
    if days.length == 1:
        return 2 if days.doubted else 1
    return 2 if days.length is not None and days.length <= _PART_OF_MONTH else 3


def date_prec(days: Days) -> int:
    """Return the code of UCDP GED: 1 a day, 2 two to six days, 3 a week, 4 a month, 5 more."""
    length = days.length
    if length is None or length > _LONGEST_MONTH:
        return 5
    if length > _WEEK:
        return 4
    if length == _WEEK:
        return 3
    return 1 if length == 1 and not days.doubted else 2


class Moment(NamedTuple):
    """When an incident happened: ``days`` null where none is told or reports differ; ``cell`` the words."""

    days: Days | None
    cell: Cell


def find_moment(accounts: Sequence[Account]) -> Moment:
    """Return the narrowest date on which all reports agree that give one."""
    told = [(days, one) for one in accounts if (days := parse_range(one.event.date)) is not None]
    if not told:
        unread = any(one.event.date for one in accounts)
        return Moment(None, Cell(rule="date-without-first-day") if unread else BLANK)
    proofs = tuple(prove(one, one.event.date_span, f"date {one.event.date}") for _, one in told)
    narrowest = min((days for days, _ in told), key=_width)
    if not all(_holds(days, narrowest) for days, _ in told):
        return Moment(None, Cell(None, proofs, DIFFER))
    return Moment(narrowest, Cell(narrowest.first, proofs, "" if narrowest.length == 1 else "first-day"))


def _width(days: Days) -> tuple[int, bool, date]:
    """Return by what dates are ordered, the narrowest first."""
    return days.length or 10**9, days.doubted, days.first


def _holds(wide: Days, narrow: Days) -> bool:
    """Does one range of days hold another?"""
    if wide.first > narrow.first:
        return False
    return wide.last is None or (narrow.last is not None and narrow.last <= wide.last)


def acled_moment(moment: Moment) -> Row:
    """Return the cells of the date and its precision."""
    code = None if moment.days is None else time_precision(moment.days)
    return {"event_date": moment.cell, "time_precision": computed(code, moment.cell, "time-precision")}


def ucdp_moment(moment: Moment) -> Row:
    """Return the cells of the first and last day and their precision."""
    days, cell = moment
    return {
        "date_start": cell,
        "date_end": computed(days.last if days else None, cell, "last-day"),
        "date_prec": computed(date_prec(days) if days else None, cell, "date-prec"),
    }
