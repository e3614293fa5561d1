"""Periods placed on the calendar: الشهر الماضي، اليومين الماضيين، الربع الثاني، هذا الصيف.

On which day weeks begin is a convention (``model.conventions``).
"""

from __future__ import annotations

from datetime import date, timedelta

from rawi.claims.days import PARTIAL, Anchor, shift_months
from rawi.model.calendar import DateExpression
from rawi.model.conventions import NEWS, Conventions

_LAST_YEAR = 9999  # EDTF writes later years otherwise


def week_begin(day: date, begins: int = NEWS.week_begins) -> date:
    """Return the first day of the week of a day; weeks begin on ``begins``, 0 for Monday."""
    return day - timedelta(days=(day.weekday() - begins) % 7)


def resolve_period(
    e: DateExpression, base: Anchor | None, conventions: Conventions = NEWS, coded: bool = False
) -> str | None:
    """Resolve a period so many periods away from the anchor, or a window of several; a quarter to its EDTF
    code where ``coded``."""
    if e.period == "century" and e.year is not None:
        return f"{e.year:02d}XX" if e.year >= 0 else f"-{-e.year - 1:02d}XX"
    if base is None:
        return None
    shift = e.shift or 0
    if e.count == 0:  # الأيام القليلة الماضية
        return None
    if e.count > 1:
        return _window(e, base, conventions)
    if e.period == "a":
        return f"{base.year + shift:04d}" if 0 <= base.year + shift <= _LAST_YEAR else None
    if e.period == "decade":
        return f"{base.year // 10 + shift}X" if abs(shift) == 1 else f"{base.year + shift * 10:04d}"
    if e.period == "century":
        return f"{base.year // 100 + shift:02d}XX"
    if e.period == "quarter":
        return _quarter(e, base, coded)
    if e.period == "mo":
        return "{:04d}-{:02d}".format(*shift_months(base.year, base.month, shift)) if base.month else None
    day = base.date
    if day is None:
        return None
    if e.period == "wk":
        return _week(day, shift, conventions.week_begins)
    return (day + timedelta(days=shift)).isoformat() if e.period == "d" and abs(shift) < 100_000 else None


def _week(day: date, shift: int, begins: int) -> str | None:
    """Return a week as an interval of its days; أسبوعين ago is the day, so many weeks away."""
    begin = week_begin(day, begins) + timedelta(weeks=max(-5000, min(shift, 5000)))
    return f"{begin.isoformat()}/{(begin + timedelta(days=6)).isoformat()}"


def _window(e: DateExpression, base: Anchor, conventions: Conventions) -> str | None:
    """Resolve اليومين الماضيين (the days before), السنوات الأربع الماضية (from so many years ago to now)."""
    sign = -1 if (e.shift or 0) < 0 else 1
    if e.period == "a":
        ends = (base.year + sign * e.count, base.year)
        return "/".join(f"{year:04d}" for year in sorted(ends))
    if e.period == "decade":
        return _decades(sign * e.count, base.year, conventions)
    if e.period == "mo" and base.month:
        months = (
            shift_months(base.year, base.month, sign),
            shift_months(base.year, base.month, sign * e.count),
        )
        return "/".join(f"{year:04d}-{month:02d}" for year, month in sorted(months))
    day = base.date
    if e.period == "wk" and day is not None and conventions.window == "calendar":
        begin = week_begin(day, conventions.week_begins)
        weeks = sorted((sign, sign * e.count))
        return f"{begin + timedelta(weeks=weeks[0])}/{begin + timedelta(weeks=weeks[1], days=6)}"
    step = {"d": 1, "wk": 7}.get(e.period or "")
    if day is None or step is None or e.count > 5000:
        return None
    ends_ = (day + timedelta(days=sign), day + timedelta(days=sign * e.count * step))
    return "/".join(one.isoformat() for one in sorted(ends_))


def _decades(count: int, year: int, conventions: Conventions) -> str:
    """Return so many decades before (negative) or after a year, rolling or whole ones of the calendar."""
    first, last = sorted((year, year + 10 * count))
    if conventions.window == "calendar":
        first, last = (
            (first // 10 * 10, year // 10 * 10 - 1)
            if count < 0
            else (year // 10 * 10 + 10, last // 10 * 10 + 9)
        )
    return f"{first:04d}/{last:04d}"


def resolve_division(e: DateExpression, base: Anchor | None, coded: bool = False) -> str | None:
    """Resolve a season to its EDTF code, a quarter or half to an interval of months; a quarter to its code
    too where ``coded``."""
    division = e.division or 0
    if e.year is not None:
        year = f"{e.year:04d}"
    elif base is not None:
        year = f"{base.year + (e.shift or 0):04d}" if e.period == "a" else f"{_season_year(e, base):04d}"
    else:
        year = "XXXX"
    if division < 30 or (coded and division < 40):
        return f"{year}-{division}"
    if division > 100:
        return f"{year}-01/{year}-{min(division - 100, 12):02d}"
    length, index = (3, division - 33) if division < 40 else (6, division - 40)
    return f"{year}-{index * length + 1:02d}/{year}-{(index + 1) * length:02d}"


def resolve_same_part(e: DateExpression, base: Anchor | None, previous: str | None) -> str | None:
    """Put the part of the year that was named before into another year: الفترة نفسها من العام الماضي."""
    year = e.year if e.year is not None else base.year + (e.shift or 0) if base else None
    if year is None:
        return None
    parts = (previous or "").split("/")
    if not all(PARTIAL.fullmatch(part) and len(part) > 4 for part in parts):
        return f"{year:04d}"
    lag = int(parts[-1][:4]) - int(parts[0][:4])
    return "/".join(
        f"{year - lag * (i == 0 and len(parts) > 1):04d}{part[4:]}" for i, part in enumerate(parts)
    )


def _quarter(e: DateExpression, base: Anchor, coded: bool) -> str | None:
    """Resolve a quarter so many quarters from the one that holds the anchor's month."""
    if base.month is None:
        return None
    year, month = shift_months(base.year, (base.month - 1) // 3 * 3 + 1, 3 * (e.shift or 0))
    if coded:
        return f"{year:04d}-{33 + month // 3}"
    return f"{year:04d}-{month:02d}/{year:04d}-{month + 2:02d}"


def _season_year(e: DateExpression, base: Anchor) -> int:
    """Return the year of هذا الصيف، الربيع المقبل، الشتاء الماضي."""
    shift, month = e.shift or 0, base.month or 6
    begins = ((e.division or 21) - 21) * 3 + 3
    if shift < 0:
        return base.year if begins + 2 < month else base.year - 1
    return base.year + 1 if shift > 0 and begins <= month else base.year
