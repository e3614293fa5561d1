"""Hijri dates on the Gregorian calendar, by the Umm al-Qura table (through ``hijridate``, imported when
first needed)."""

from __future__ import annotations

from datetime import date

_FIRST, _LAST = 1343, 1500


def to_gregorian(year: int, month: int, day: int) -> date | None:
    """Return the Gregorian day of a Hijri one; None outside 1343-1500 AH, which the table covers, or where
    it is no day.

    >>> to_gregorian(1442, 9, 1)
    datetime.date(2021, 4, 13)
    """
    from hijridate import Hijri

    try:
        found = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(found.year, found.month, found.day)


def covers(year: int) -> bool:
    """Does the table cover a Hijri year?"""
    return _FIRST <= year <= _LAST


def month_range(year: int, month: int) -> tuple[date, date] | None:
    """Return the first and last Gregorian day of a Hijri month; None outside the table."""
    first = to_gregorian(year, month, 1)
    last = to_gregorian(year, month, 30) or to_gregorian(year, month, 29)
    return (first, last) if first and last else None


def year_range(year: int) -> tuple[date, date] | None:
    """Return the first and last Gregorian day of a Hijri year; None outside the table."""
    first, last = month_range(year, 1), month_range(year, 12)
    return (first[0], last[1]) if first and last else None


def year_of(day: date) -> int | None:
    """Return the Hijri year of a Gregorian day; None outside the table."""
    from hijridate import Gregorian

    try:
        return int(Gregorian(day.year, day.month, day.day).to_hijri().year)
    except (ValueError, OverflowError):
        return None
