"""Moments placed on the calendar: local date and time in ISO 8601."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import msgspec

from rawi.claims.anchors import resolve_date
from rawi.claims.members import add_months
from rawi.model.conventions import NEWS, Conventions
from rawi.model.moment import Moment

_SECONDS = {"h": 3600, "min": 60, "s": 1, "d": 86400, "wk": 604800}
#: The hours of the parts of the day, after the tests of Microsoft.Recognizers.Text (DateTimePeriodParser).
_HOURS = {
    "dawn": (4, 8),
    "morning": (8, 12),
    "noon": (12, 16),
    "afternoon": (12, 16),
    "evening": (16, 20),
    "night": (20, 24),
}


def resolve_moment(moment: Moment, reference: str | None, conventions: Conventions = NEWS) -> dict[str, Any]:
    """Return ``edtf`` and ``grain`` of a moment, or ``time`` alone where no day is known; empty if nothing
    settles it.

    >>> resolve_moment(Moment("hour", time="15:00:00"), "2013-02-12T04:30:00")
    {'edtf': '2013-02-12T15:00:00', 'grain': 'hour'}
    """
    try:
        return _resolved(moment, reference, conventions)
    except OverflowError:  # off the calendar
        return {}


def _resolved(moment: Moment, reference: str | None, conventions: Conventions) -> dict[str, Any]:
    """Return the value of a moment; OverflowError off the calendar."""
    if moment.steps and moment.until is None:
        return _away(moment, reference)
    if moment.rest:
        now = _moment(reference)
        midnight = now and datetime.combine(now.date(), datetime.max.time()).replace(microsecond=0)
        return {"edtf": f"{_written(now)}/{_written(midnight)}"} if now and midnight else {}
    ends = None if moment.window else _ends(moment, reference, conventions)
    if ends is None:
        return {"time": f"T{(moment.time or '')[:5]}"} if moment.time and not moment.until else {}
    first, last = ends
    if moment.until is not None:
        end = moment.until
        if end.date is None:
            end = msgspec.structs.replace(end, date=moment.date)
        until = _ends(end, reference, conventions)
        if until is None:
            return {}
        last = until[1]
        if last <= first and moment.until.date in (None, moment.date):
            last += timedelta(days=1)
    return _edtf(first, last, moment, reference) if first <= last else {}


def _edtf(first: datetime, last: datetime, moment: Moment, reference: str | None) -> dict[str, Any]:
    """Return the value of a moment whose ends are known: closed, or open at one end."""
    if moment.opened in ("since", "after"):
        return {"edtf": f"{_written(first)}/..", "grain": moment.grain}
    if moment.opened:
        return {"edtf": f"../{_written(first)}", "grain": moment.grain}
    same = first == last
    return {"edtf": _written(first) if same else f"{_written(first)}/{_written(last)}", "grain": moment.grain}


def _ends(
    moment: Moment, reference: str | None, conventions: Conventions
) -> tuple[datetime, datetime] | None:
    """Return the first and last moment; None where no day is known. A clock time is both."""
    if moment.steps:
        now = _moment(reference)
        return (now, now) if now else None
    day = _day(moment, reference, conventions)
    if day is None:
        return None
    if moment.time:
        one = datetime.combine(day, datetime.strptime(moment.time, "%H:%M:%S").time())
        now = _moment(reference)
        late = one.hour < 12 and not moment.sure and moment.date is None and now is not None and one < now
        if late and conventions.half_day == "next":
            one += timedelta(hours=12)
        return one, one
    begin, end = _HOURS[moment.part or "morning"]
    middle = begin + (end - begin) // 2
    begin, end = (begin, middle) if moment.mod == "early" else (middle, end) if moment.mod else (begin, end)
    midnight = datetime.combine(day, datetime.min.time())
    last = midnight + timedelta(hours=end) - timedelta(seconds=end == 24)
    return midnight + timedelta(hours=begin), last


def _day(moment: Moment, reference: str | None, conventions: Conventions) -> date | None:
    """Return the day of a moment, else that of the reference."""
    if moment.date is None:
        now = _moment(reference)
        return now.date() if now else None
    found = resolve_date(moment.date, reference, phrase=True, conventions=conventions).edtf or ""
    try:
        return date.fromisoformat(found)
    except ValueError:  # a month, an interval, an unknown year: no one day
        return None


def _moment(reference: str | None) -> datetime | None:
    """Return the reference as a moment; None if it is none."""
    try:
        return datetime.fromisoformat(reference or "").replace(microsecond=0, tzinfo=None)
    except ValueError:
        return None


def _written(moment: datetime) -> str:
    """Return a moment in ISO 8601."""
    return moment.isoformat()


def _away(moment: Moment, reference: str | None) -> dict[str, Any]:
    """Return the moment so much time from the reference, or all the time between them."""
    now = _moment(reference)
    if now is None:
        return {}
    exact = sum(float(n) * {"a": 12, "mo": 1}[unit] for unit, n in moment.steps if unit in ("a", "mo"))
    months = int(exact)
    seconds = (exact - months) * 30 * _SECONDS["d"]
    seconds += sum(float(n) * _SECONDS[unit] for unit, n in moment.steps if unit in _SECONDS)
    then = datetime.combine(add_months(now.date(), months), now.time()) + timedelta(seconds=seconds)
    then = then.replace(microsecond=0)
    if moment.window:
        first, last = sorted((now, then))
        return {"edtf": f"{_written(first)}/{_written(last)}", "grain": moment.grain}
    return {"edtf": _written(then), "grain": moment.grain}
