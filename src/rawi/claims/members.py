"""Dates placed in, or counted from, another date: آخر جمعة من رمضان، بعد أسبوع من غد، بقية العام."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from rawi.claims import hijri
from rawi.claims.days import Anchor, last_day, parse_anchor, shift_months
from rawi.claims.holidays import find_holiday
from rawi.claims.periods import week_begin
from rawi.model.calendar import DateExpression
from rawi.model.conventions import Conventions

Place = Callable[[DateExpression], str | None]
_MOST = 1_000_000


def is_member(e: DateExpression) -> bool:
    """Does a date stand on another one, or on a rule of its own?"""
    return bool(e.within or e.steps or e.holiday)


def resolve_member(
    e: DateExpression, base: Anchor | None, place: Place, conventions: Conventions
) -> str | None:
    """Return the EDTF of such a date; ``place`` resolves what it stands on. None where nothing settles it;
    OverflowError off the calendar."""
    if e.holiday:
        return _holiday(e, base, place)
    within = place(e.within) if e.within else None
    if e.within is not None and within is None:
        return None
    if e.steps:
        return _stepped(e, parse_anchor(within) if within else base, within)
    if within is None:
        return None
    if e.rest:
        return _rest(e, within, base)
    if e.nth is not None:
        hijri_year = e.within.year if e.within and e.within.hijri and e.within.month is None else None
        if e.period == "mo" and e.count == 1 and hijri_year:
            month = e.nth if e.nth > 0 else 13 + e.nth
            return (
                place(DateExpression(year=hijri_year, month=month, hijri=True)) if 1 <= month <= 12 else None
            )
        return _nth_of_century(e, within) or _nth(e, within, conventions)
    days = days_of(within)
    if days is None:
        return None
    if e.month is not None and e.period is None:
        return _in_year_of(e, within)
    begin = week_begin(days[0], conventions.week_begins)
    if e.weekday is not None:
        return (begin + timedelta(days=(e.weekday - conventions.week_begins) % 7)).isoformat()
    return interval(begin, begin + timedelta(days=6))


def days_of(edtf: str) -> tuple[date, date] | None:
    """Return the first and last day of an EDTF date or closed interval; None for anything else.

    >>> days_of("2016-02")
    (datetime.date(2016, 2, 1), datetime.date(2016, 2, 29))
    """
    first, _, last = edtf.partition("/")
    begin, end = parse_anchor(first), parse_anchor(last or first)
    if begin is None or end is None or "X" in edtf or not 1 <= begin.year <= end.year <= 9999:
        return None
    if max(begin.month or 0, end.month or 0) > 12:  # a season, a quarter
        return None
    return date(begin.year, begin.month or 1, begin.day or 1), last_day(end)


def interval(first: date, last: date) -> str:
    """Return two days as an EDTF interval."""
    return f"{first.isoformat()}/{last.isoformat()}"


def _holiday(e: DateExpression, base: Anchor | None, place: Place) -> str | None:
    """Return the day of a holiday in the year that the words or the anchor give."""
    if e.within is not None and e.within.hijri and e.within.year and (e.holiday or "").startswith("hijri:"):
        month, at = map(int, (e.holiday or "").removeprefix("hijri:").split("-"))
        placed = hijri.to_gregorian(e.within.year, month, at)
        return placed.isoformat() if placed else None
    named = parse_anchor(place(e.within)) if e.within else None
    year = named.year if named else base.year if base else None
    if year is None:
        fixed = (e.holiday or "").split("-")
        return f"XXXX-{fixed[0]}-{fixed[1]}" if len(fixed) == 2 and fixed[0].isdecimal() else None
    day = find_holiday(e.holiday or "", year)
    here = base.date if base else None
    if day and here and named is None and e.tense in ("past", "future"):
        if e.tense == "past" and day >= here:
            day = find_holiday(e.holiday or "", year - 1)
        elif e.tense == "future" and day <= here:
            day = find_holiday(e.holiday or "", year + 1)
    return day.isoformat() if day else None


def _stepped(e: DateExpression, base: Anchor | None, within: str | None) -> str | None:
    """Return the date so many years, months, weeks and days from another, as fine as the finest of them."""
    if base is None or any(abs(amount) > _MOST for _, amount in e.steps):
        return None
    steps: dict[str, float] = {}
    for unit, amount in e.steps:
        steps[unit] = steps.get(unit, 0) + amount
    months = round(steps.get("a", 0) * 12 + steps.get("mo", 0), 6)
    days = steps.get("wk", 0) * 7 + steps.get("d", 0)
    whole = int(months)
    days += (months - whole) * 30
    if within is None or len(within) < 10:
        if set(steps) == {"a"} and whole % 12 == 0:
            return f"{base.year + whole // 12:04d}" if 0 < base.year + whole // 12 < 10000 else None
        if set(steps) <= {"a", "mo"} and not days and base.month:
            year, month = shift_months(base.year, base.month, whole)
            return f"{year:04d}-{month:02d}" if 0 < year < 10000 else None
    start = base.date
    if start is None:
        return None
    return (add_months(start, whole) + timedelta(days=days)).isoformat()


def add_months(day: date, months: int) -> date:
    """Return the day so many months away, the last of the month where it has not as many days;
    OverflowError off the calendar.

    >>> add_months(date(2016, 1, 31), 1)
    datetime.date(2016, 2, 29)
    """
    year, month = shift_months(day.year, day.month, months)
    if not 1 <= year <= 9999:
        raise OverflowError(f"no such year: {year}")
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _rest(e: DateExpression, within: str, base: Anchor | None) -> str | None:
    """Return what is left of a period from the anchor's day on; from the day after for لاحقا."""
    days, here = days_of(within), base.date if base else None
    if days is None or here is None:
        return within if days else None
    begin = max(days[0], here + timedelta(days=1) if e.mod == "late" else here)
    return interval(begin, days[1]) if begin <= days[1] else within


def _nth(e: DateExpression, within: str, conventions: Conventions) -> str | None:
    """Return the nth weekday, day, week or month of a period."""
    days, nth, count = days_of(within), e.nth or 1, e.count
    if days is None:
        return None
    first, last = days
    if e.weekday is not None:
        return _nth_weekday(e, first, last)
    if e.period == "wk":
        return _nth_week(nth, count, first, last, conventions)
    if e.period == "half" and len(within) == 4:
        return f"{within}-01/{within}-06" if nth == 1 else f"{within}-07/{within}-12"
    if e.period == "half":
        middle = first + (last - first) // 2
        return interval(first, middle) if nth == 1 else interval(middle + timedelta(days=1), last)
    if e.period == "d":
        begin = (
            last - timedelta(days=count * -nth - 1)
            if nth < 0
            else first + timedelta(days=nth - 1 if count == 1 else (nth - 1) * count)
        )
        end = begin + timedelta(days=count - 1)
        if not first <= begin <= end <= last:
            return None
        return begin.isoformat() if count == 1 else interval(begin, end)
    return _nth_long(e, first, last)


def _nth_of_century(e: DateExpression, within: str) -> str | None:
    """Return the nth decade or half of a century: العقد الأخير من القرن التاسع عشر is 189X."""
    if len(within) != 4 or not within.endswith("XX") or e.nth is None or e.count != 1:
        return None
    first = int(within[:2]) * 100
    if e.period == "decade" and (1 <= e.nth <= 10 or e.nth == -1):
        return f"{within[:2]}{9 if e.nth == -1 else e.nth - 1}X"
    if e.period == "half":
        return f"{first + 1:04d}/{first + 50:04d}" if e.nth == 1 else f"{first + 51:04d}/{first + 100:04d}"
    return None


def _nth_weekday(e: DateExpression, first: date, last: date) -> str | None:
    """Return the nth weekday between two days; الثلاثاء الثالث من مايو may be the third day of the month."""
    nth, weekday = e.nth or 1, e.weekday or 0
    if e.day and first.day == 1 and e.within and e.within.year:
        named = first + timedelta(days=e.day - 1)
        if named.weekday() == weekday and named <= last:
            return named.isoformat()
    if nth > 0:
        found = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    else:
        found = last - timedelta(days=(last.weekday() - weekday) % 7 + 7 * (-nth - 1))
    return found.isoformat() if first <= found <= last else None


def _nth_week(nth: int, count: int, first: date, last: date, conventions: Conventions) -> str | None:
    """Return the nth week of a period: a week belongs to where four of its days lie (as in ISO 8601)."""
    begin = week_begin(first + timedelta(days=3), conventions.week_begins)
    end = week_begin(last - timedelta(days=3), conventions.week_begins)
    start = (
        begin + timedelta(weeks=(nth - 1) * count) if nth > 0 else end - timedelta(weeks=(-nth) * count - 1)
    )
    if not begin <= start <= end:
        return None
    return interval(start, start + timedelta(days=7 * count - 1))


def _nth_long(e: DateExpression, first: date, last: date) -> str | None:
    """Return the nth month or year of a period."""
    nth, count = e.nth or 1, e.count
    if e.period == "mo":
        if nth > 0:
            year, month = shift_months(first.year, first.month, (nth - 1) * count)
        else:
            year, month = shift_months(last.year, last.month, nth * count + 1)
        start = f"{year:04d}-{month:02d}"
        if count == 1:
            return start
        year, month = shift_months(year, month, count - 1)
        return f"{start}/{year:04d}-{month:02d}"
    if e.period == "a":
        year = first.year + (nth - 1) * count if nth > 0 else last.year + nth * count + 1
        return f"{year:04d}" if count == 1 else f"{year:04d}/{year + count - 1:04d}"
    return None


def _in_year_of(e: DateExpression, within: str) -> str | None:
    """Return a day or month in the year of another date: بعد عامين الموافق 21/11."""
    year = int(within[:4])
    if e.day is None:
        return f"{year:04d}-{e.month:02d}"
    if not 1 <= e.day <= monthrange(year, e.month or 1)[1]:
        return None
    return f"{year:04d}-{e.month:02d}-{e.day:02d}"


def open_interval(edtf: str, way: str) -> str:
    """Return the interval that begins or ends at a date: ``since`` and ``after`` it, ``until`` and ``before``
    it; open at its other end.

    >>> open_interval("2016-08", "since"), open_interval("2016-11-08", "before")
    ('2016-08-01/..', '../2016-11-07')
    """
    begin, _, end = edtf.partition("/")
    if way == "until":
        return f"../{end or begin}"
    days = days_of(edtf)
    if days is None:
        return f"{begin}/.." if way in ("since", "after") else f"../{begin}"
    first, last = days
    if way == "since":
        return f"{first.isoformat()}/.."
    if way == "before":
        return f"../{(first - timedelta(days=1)).isoformat()}" if first > date.min else f"../{edtf}"
    return f"{(last + timedelta(days=1)).isoformat()}/.." if last < date.max else f"{edtf}/.."
