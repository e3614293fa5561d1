"""Days with a name placed in a year: fixed, counted from Easter, or of the Hijri calendar."""

from __future__ import annotations

import re
from datetime import date, timedelta

from rawi.claims import hijri

_EASTER = re.compile(r"(easter|pascha)([+-]\d+)")


def find_holiday(rule: str, year: int) -> date | None:
    """Return the day on which a holiday falls in a Gregorian year; None where it does not, or out of range.

    ``rule`` is as in ``lexicons/ar/holidays.toml``. A Hijri day may fall twice in a year: the first.

    >>> find_holiday("easter+0", 2013), find_holiday("12-25", 2016), find_holiday("hijri:12-10", 2020)
    (datetime.date(2013, 3, 31), datetime.date(2016, 12, 25), datetime.date(2020, 7, 31))
    """
    if not 1 <= year <= 9999:
        return None
    if match := _EASTER.fullmatch(rule):
        easter = western_easter(year) if match[1] == "easter" else eastern_easter(year)
        return easter + timedelta(days=int(match[2]))
    if rule.startswith("hijri:"):
        return _hijri(rule.removeprefix("hijri:"), year)
    if rule.startswith("nth:"):
        month, weekday, nth = map(int, rule.removeprefix("nth:").split("-"))
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    month, day = map(int, rule.split("-"))
    return date(year, month, day)


def _hijri(rule: str, year: int) -> date | None:
    """Return the first day in a Gregorian year that has a Hijri month and day."""
    month, day = map(int, rule.split("-"))
    here = hijri.year_of(date(year, 1, 1))
    if here is None:
        return None
    days = (hijri.to_gregorian(one, month, day) for one in (here, here + 1))
    return next((one for one in days if one and one.year == year), None)


def western_easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (J. Meeus, "Astronomical Algorithms", 1991, ch. 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (a + 11 * h) // 319
    r = (2 * e + 2 * i - k - h + m + 32) % 7
    month = (h - m + r + 90) // 25
    return date(year, month, (h - m + r + month + 19) % 32)


def eastern_easter(year: int) -> date:
    """Return Easter Sunday of the Julian calendar as a Gregorian day (Meeus, ch. 8)."""
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    lag = year // 100 - year // 400 - 2
    return date(year, month, day + 1) + timedelta(days=lag)
