"""How far apart two statements were said, as far as their reports tell."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from rawi.model.proposition import Moment, Proposition

_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_EARLIER = "-P"


@lru_cache(maxsize=1 << 14)
def read_days(edtf: str | None) -> tuple[date, date] | None:
    """Return the first and last day of an EDTF day, month or year; null of anything else.

    >>> read_days("2020-10")
    (datetime.date(2020, 10, 1), datetime.date(2020, 10, 31))
    """
    found = _DATE.fullmatch((edtf or "").rstrip("~?%"))
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        first = date(year or 1, month or 1, day or 1)
        if day:
            return first, first
        if month:
            following = date(first.year + (month == 12), month % 12 + 1, 1)
            return first, date.fromordinal(following.toordinal() - 1)
        return first, date(first.year, 12, 31)
    except ValueError:
        return None


def days_between(one: str | None, other: str | None) -> int | None:
    """Return the fewest days that two dates may lie apart; null where one is not known.

    >>> days_between("2020-10-31", "2020-11-02"), days_between("2020", "2020-05-01")
    (2, 0)
    """
    a, b = read_days(one), read_days(other)
    if a is None or b is None:
        return None
    return max(0, (b[0] - a[1]).days, (a[0] - b[1]).days)


def are_near(a: Proposition, b: Proposition, most: int) -> bool:
    """Were two statements published, or said, within so many days, as far as both reports tell?"""
    apart = days_between(a.published or a.said, b.published or b.said)
    return apart is not None and apart <= most


def may_be_near(a: Proposition, b: Proposition, most: int) -> bool:
    """Were two statements published within so many days, or in one report, or on days that are not known?"""
    apart = days_between(a.published or a.said, b.published or b.said)
    return a.document == b.document or apart is None or apart <= most


def order_of(one: Proposition) -> tuple[str, str, str]:
    """Return what statements are ordered by: the day they were said, else published, undated ones last."""
    day = one.day if read_days(one.day) else None
    return day or "9999", one.published or "9999", one.id


def offset_of(moment: Moment, one: Proposition) -> str | None:
    """Return how a date is counted from the day of speaking (``-P5Y`` of قبل خمس سنوات); null for another."""
    if moment.relative is not None:
        return moment.relative
    spoken, value = read_days(one.day), read_days(moment.value)
    if not moment.counted or spoken is None or value is None:
        return None
    years, months = spoken[0].year - value[0].year, spoken[0].month - value[0].month
    if len(moment.value or "") == 4:
        return f"{_EARLIER}{years}Y"
    return f"{_EARLIER}{years * 12 + months}M" if len(moment.value or "") == 7 else None
