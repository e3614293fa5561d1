"""Date expressions placed on the calendar: relative to the publication, or to the day of an utterance.

Conventions are those of the gold guide: a bare weekday is the nearest one on or before the anchor unless the
tense is future; الشهر الماضي is the month before; a month without a year is the nearest, in the past unless
marked future; quarters are intervals of months.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

import msgspec

from rawi.claims import hijri
from rawi.claims.days import Anchor, is_day, parse_anchor, parse_day, shift_months
from rawi.claims.members import is_member, open_interval, resolve_member
from rawi.claims.periods import resolve_division, resolve_period, resolve_same_part, week_begin
from rawi.claims.weekdays import is_of_these_days, year_of_weekday
from rawi.model.calendar import DateExpression
from rawi.model.conventions import NEWS, Conventions
from rawi.model.document import Warning
from rawi.model.span import Span
from rawi.model.value import CalendarDate

_NEAR = timedelta(days=75)
_ISO_UNITS = {"d": "D", "wk": "W", "mo": "M", "a": "Y", "season": "M", "decade": "Y", "century": "Y"}
_ISO_FACTORS = {"season": 3, "decade": 10, "century": 100}


class Ground(msgspec.Struct, frozen=True, gc=False):
    """What a date counts from: the anchor, the date named before it, whether it stands in a phrase outside
    any article, and the conventions."""

    base: Anchor | None
    previous: str | None = None
    phrase: bool = False
    conventions: Conventions = NEWS


def resolve_date(
    expression: DateExpression,
    anchor: str | None,
    previous: str | None = None,
    phrase: bool = False,
    conventions: Conventions = NEWS,
) -> CalendarDate:
    """Place an expression on the calendar, counting from ``anchor`` (EDTF: a day, month or year; None if
    unknown).

    ``previous`` is the date named before it, from which العام نفسه and its like count. ``phrase``: nothing is
    reported, so a month without a year is as ``conventions.month`` says. The result has ``edtf`` null and
    ``relative`` where nothing settles it, and XXXX for a year that nothing gives.

    >>> from rawi.model.calendar import DateExpression
    >>> resolve_date(DateExpression(period="mo", shift=-1), "2020-11-01").edtf
    '2020-10'
    >>> resolve_date(DateExpression(month=12, day=6), None).edtf
    'XXXX-12-06'
    """
    ground = Ground(
        parse_anchor(previous if expression.same and previous else anchor), previous, phrase, conventions
    )
    try:
        edtf, readings = _placed(expression, ground)
    except OverflowError:  # a step out of the years 1 to 9999, the calendar's edges
        edtf, readings = None, ()
    if edtf and not _is_sound(edtf):
        edtf = None
    relative = None if edtf else _relative(expression)
    wrong = not edtf and any(map(_is_no_day, (expression, expression.until or expression)))
    written = expression.beside or expression
    return CalendarDate(edtf, expression.mod, written.hijri, relative, readings, _hijri_date(written), wrong)


_PART = re.compile(r"-?[0-9X]{4}(?:-\d\d(?:-\d\d)?)?|\d{3}X|-?\d\dXX|XXXX-\d\d(?:-\d\d)?|\.\.")


def _is_sound(edtf: str) -> bool:
    """Is a date within the years that EDTF writes with four digits, and no interval that ends before it
    begins?"""
    first, slash, last = edtf.partition("/")
    if not _PART.fullmatch(first) or (slash and not _PART.fullmatch(last)):
        return False
    ordered = slash and first[:4].isdecimal() and last[:4].isdecimal()
    return not ordered or first[: len(last)] <= last


def _is_no_day(e: DateExpression) -> bool:
    """Has the month not as many days: 31 شباط، 30 صفر of a short year؟"""
    if e.day is None or e.month is None:
        return False
    if e.hijri:
        return e.year is not None and hijri.covers(e.year) and not hijri.to_gregorian(e.year, e.month, e.day)
    return not is_day(max(1, min(e.year or _LEAP, 9999)), e.month, e.day)


_LEAP = 2000


def _placed(e: DateExpression, ground: Ground) -> tuple[str | None, tuple[str, ...]]:
    """Return the EDTF of an expression and the readings of a weekday that contradicts it; OverflowError off
    the calendar."""
    base = ground.base
    if e.beside is not None:
        return _placed(_beside(e, e.beside, ground), ground)
    if ground.phrase:
        e = _biased(e, ground)
    if e.mod and e.month and e.day is None and ground.conventions.middle == "day":
        e = _in_days(e)
    if e.opened:
        found, readings = _placed(msgspec.structs.replace(e, opened=None), ground)
        return (open_interval(found, e.opened) if found else None), readings
    if e.until is not None:
        return _interval(e, ground), ()
    if is_member(e):
        return resolve_member(e, base, lambda one: _placed(one, ground)[0], ground.conventions), ()
    if e.division == 0:
        return resolve_same_part(e, base, ground.previous), ()
    if e.hijri:
        return _hijri(e, ground), ()
    return _single(e, ground)


def _beside(e: DateExpression, other: DateExpression, ground: Ground) -> DateExpression:
    """Return a Gregorian date without the Hijri one beside it, which tells its year where it has none."""
    e = msgspec.structs.replace(e, beside=None)
    day = parse_day(_placed(other, ground)[0]) if e.year is None and other.year is not None else None
    return e if day is None else msgspec.structs.replace(e, year=day.year, tense=None)


def _in_days(e: DateExpression) -> DateExpression:
    """Read منتصف مارس as the 15th, أوائل and أواخر as the first and last ten days."""
    month = msgspec.structs.replace(e, mod=None)
    if e.mod == "mid":
        return msgspec.structs.replace(month, day=15)
    return DateExpression(within=month, period="d", nth=1 if e.mod == "early" else -1, count=10)


def _biased(e: DateExpression, ground: Ground) -> DateExpression:
    """Give a weekday or month of a phrase without year or tense what the conventions say of it."""
    if (e.tense, e.period, e.within, e.until) != (None,) * 4 or ground.base is None:
        return e
    bias = ground.conventions.month
    if e.month is not None and not e.hijri and e.year is None:
        if bias == "year":
            return msgspec.structs.replace(e, year=ground.base.year)
        return msgspec.structs.replace(e, tense="ahead") if bias == "future" else e
    bare = e.weekday is not None and e.day is None and e.month is None
    if bare and ground.conventions.weekday == "future":
        return msgspec.structs.replace(e, tense="future")
    return e


def build_warning(resolved: CalendarDate, span: Span) -> Warning | None:
    """Return the warning ``date.weekday-mismatch`` where a weekday contradicts its date, with both readings,
    or ``date.no-such-day``."""
    code = warning_code(resolved)
    if code is None:
        return None
    differ = f"the weekday and the date differ: {' or '.join(resolved.readings)}"
    return Warning(code, "the month has no such day" if resolved.impossible else differ, span)


def warning_code(resolved: CalendarDate) -> str | None:
    """Return the code of what is wrong with a date as it is written; None where nothing is."""
    if resolved.impossible:
        return "date.no-such-day"
    return "date.weekday-mismatch" if resolved.readings else None


def _single(e: DateExpression, ground: Ground) -> tuple[str | None, tuple[str, ...]]:
    """Resolve one Gregorian date; return it and, where a weekday contradicts it, what the words allow."""
    base = ground.base
    if e.decade:
        return f"{(e.year or 0) // 10}X", ()
    if e.division is not None:
        return resolve_division(e, base, coded=ground.phrase), ()
    if e.month is not None or (e.day is not None and e.period == "mo"):
        return _checked(e, _month_and_day(e, base))
    if e.year is not None and e.period != "century":
        return f"{e.year:04d}" if e.year >= 0 else f"-{-e.year:04d}", ()
    if e.weekday is not None and e.period != "d":
        return _weekday(e, ground), ()
    if e.period is None:
        return None, ()
    found = resolve_period(e, base, ground.conventions, coded=ground.phrase)
    if e.period == "d" and e.weekday is not None and found:
        return _deictic_weekday(e.weekday, found)
    return found, ()


def _month_and_day(e: DateExpression, base: Anchor | None) -> str | None:
    """Resolve a month, with or without its day, whose year may have to be found."""
    year, month = e.year, e.month
    if e.period == "mo":
        if base is None or base.month is None:
            return None
        year, month = shift_months(base.year, base.month, e.shift or 0)
    elif year is None and e.period == "a" and base:
        year = base.year + (e.shift or 0)
    elif year is None and base:
        year = _nearest_year(e, base)
    written = "XXXX" if year is None else f"{year:04d}"
    if e.day is None:
        return f"{written}-{month:02d}"
    if not is_day(max(1, min(year or _LEAP, 9999)), month or 1, e.day):
        if e.year is not None or e.period is not None or (month, e.day) != (2, 29):
            return None
        year = next(one for one in range(year or _LEAP, 0, -1) if is_day(one, 2, 29))
        written = f"{year:04d}"
    return f"{written}-{month:02d}-{e.day:02d}"


def _nearest_year(e: DateExpression, base: Anchor) -> int:
    """Return the year of a month that the words leave out (gold guide: the nearest, in the past unless
    marked future)."""
    month, here = e.month or 1, base.month
    if here is None or e.tense == "present":
        return base.year
    if e.tense == "past":
        return (
            base.year
            if (month, e.day or 0) < (here, base.day or 32) and (month != here or e.day)
            else base.year - 1
        )
    if e.tense == "future":
        return (
            base.year
            if (month, e.day or 32) > (here, base.day or 0) and (month != here or e.day)
            else base.year + 1
        )
    if e.tense == "ahead":
        return base.year if month >= here else base.year + 1
    dated = e.weekday is not None and e.day is not None and not is_of_these_days(e, base)
    if dated and (by_weekday := year_of_weekday(e, base.year)):
        return by_weekday
    if month <= here:
        return base.year
    if e.day is not None and base.date and is_day(base.year, month, e.day):
        return base.year if date(base.year, month, e.day) - base.date <= _NEAR else base.year - 1
    return base.year - 1


def _checked(e: DateExpression, found: str | None) -> tuple[str | None, tuple[str, ...]]:
    """Compare a day with the weekday beside it; on a mismatch give the day and what the words allow: the day,
    the weekday, and the year in which both are, if the words leave the year out."""
    day = parse_day(found)
    if day is None or e.weekday is None or day.weekday() == e.weekday:
        return found, ()
    nearest = day + timedelta(days=(e.weekday - day.weekday() + 3) % 7 - 3)
    both = [day.isoformat(), nearest.isoformat()]
    year = year_of_weekday(e, day.year) if e.year is None else None
    return found, (*both, *([day.replace(year=year).isoformat()] if year else []))


def _deictic_weekday(weekday: int, found: str) -> tuple[str | None, tuple[str, ...]]:
    """Of أمس and the weekday beside it keep the weekday, with both readings where they differ: days of
    upload shift."""
    day = parse_day(found)
    if day is None or day.weekday() == weekday:
        return found, ()
    other = day + timedelta(days=(weekday - day.weekday() + 3) % 7 - 3)
    return other.isoformat(), (day.isoformat(), other.isoformat())


def _weekday(e: DateExpression, ground: Ground) -> str | None:
    """Resolve a weekday: the nearest on or before the anchor, strictly before for الماضي, after it for
    المقبل."""
    day = ground.base.date if ground.base else None
    if day is None or e.weekday is None:
        return None
    if e.period == "wk":
        begins = ground.conventions.week_begins
        begin = week_begin(day, begins) + timedelta(weeks=e.shift or 0)
        return (begin + timedelta(days=(e.weekday - begins) % 7)).isoformat()
    if e.tense == "future":
        return (day + timedelta(days=(e.weekday - day.weekday() - 1) % 7 + 1)).isoformat()
    if e.tense == "ahead":
        return (day + timedelta(days=(e.weekday - day.weekday()) % 7)).isoformat()
    if e.tense == "past":
        return (day - timedelta(days=(day.weekday() - e.weekday - 1) % 7 + 1)).isoformat()
    return (day - timedelta(days=(day.weekday() - e.weekday) % 7)).isoformat()


def _interval(e: DateExpression, ground: Ground) -> str | None:
    """Resolve an interval; each end lends the other what it leaves out (من 14 إلى 15 تموز، بين آب 2015
    وأيلول)."""
    until = e.until
    if until is None:
        return None
    first = msgspec.structs.replace(e, until=None)
    if first.month is None and until.month is not None and first.day is not None:
        first = msgspec.structs.replace(until, day=first.day, weekday=first.weekday)
    if until.month is None and first.month is not None and until.day is not None and until.period is None:
        until = msgspec.structs.replace(first, day=until.day, weekday=until.weekday)
    if until.year is not None and first.month and _year_is_lent(first):
        first = msgspec.structs.replace(first, year=until.year)
    if first.weekday is not None and first.month is None and until.weekday is not None and until.tense:
        first = msgspec.structs.replace(first, tense=until.tense)
    ends = [_placed(end, ground)[0] for end in (first, until)]
    if ends[0] is None or ends[1] is None:
        return None
    if until.month and until.year is None and ends[1] < ends[0] and ends[1][:4].isdecimal():
        ends[1] = _placed(msgspec.structs.replace(until, year=int(ends[1][:4]) + 1), ground)[0] or ends[1]
    return f"{ends[0].split('/')[0]}/{ends[1].split('/')[-1]}"


def _year_is_lent(first: DateExpression) -> bool:
    """May the first end of an interval take the year of the second: من آب إلى أيلول 2015؟"""
    return first.year is None and first.period is None and first.within is None


def _hijri(e: DateExpression, ground: Ground) -> str | None:
    """Resolve a Hijri date to the Gregorian day, or to the interval of days of a month or year."""
    if e.month is None and e.day is None and (e.year is None or e.year > _GREGORIAN):
        return _single(e, ground)[0]
    year = e.year or _hijri_year(e, ground.base)
    if year is not None and year > _GREGORIAN:
        year = _hijri_year_in(year, e.month or 1)
    if year is None:
        return None
    if e.month is None:
        return _days(hijri.year_range(year))
    if e.day is None:
        return _days(hijri.month_range(year, e.month))
    day = hijri.to_gregorian(year, e.month, e.day)
    return day.isoformat() if day else None


_GREGORIAN = 1700  # a later year is none of the Hijri calendar


def _hijri_year_in(year: int, month: int) -> int | None:
    """Return the Hijri year whose month begins in a Gregorian year: رمضان 2020 is that of 1441."""
    here = hijri.year_of(date(year, 1, 1)) if date.min.year <= year <= date.max.year else None
    begins = [(one, hijri.to_gregorian(one, month, 1)) for one in (here, here + 1)] if here else []
    return next((one for one, day in begins if day and day.year == year), None)


def _hijri_year(e: DateExpression, base: Anchor | None) -> int | None:
    """Return the Hijri year of a month without one: the latest that has begun, or the next if marked
    future."""
    day = base.date if base else None
    here = hijri.year_of(day) if day else None
    if day is None or here is None or e.month is None:
        return None
    begins = hijri.to_gregorian(here, e.month, 1)
    begun = begins is not None and begins <= day
    if e.tense == "future":
        return here + 1 if begun else here
    ended = (after := hijri.month_range(here, e.month)) is not None and after[1] < day
    if e.tense == "past":
        return here if ended else here - 1
    return here if begun or e.tense == "present" or (begins and begins - day <= _NEAR) else here - 1


def _days(ends: tuple[date, date] | None) -> str | None:
    """Return two days as an EDTF interval."""
    return f"{ends[0].isoformat()}/{ends[1].isoformat()}" if ends else None


_HIJRI_DAYS = 30


def _hijri_date(e: DateExpression) -> str | None:
    """Return a Hijri date as written, as far as it goes."""
    if not e.hijri or e.year is None or e.year > _GREGORIAN or (e.month or 1) > 12:
        return None
    # A few months of the table have 31 days.
    if (e.day or 1) > _HIJRI_DAYS and not hijri.to_gregorian(e.year, e.month or 1, e.day or 1):
        return None
    parts = [f"{e.year:04d}", *(f"{part:02d}" for part in (e.month, e.day) if part is not None)]
    return "-".join(parts)


_FARTHEST = 100_000  # of any unit


def _relative(e: DateExpression) -> str | None:
    """Return the distance from the unknown anchor as an ISO 8601 duration with a sign: -P5Y."""
    if len(e.steps) == 1 and e.within is None and isinstance(e.steps[0][1], int):
        e = DateExpression(period=e.steps[0][0], shift=e.steps[0][1])  # type: ignore[arg-type]
    if e.period is None or e.shift is None or e.period not in _ISO_UNITS or abs(e.shift) > _FARTHEST:
        return None
    count = abs(e.shift) * _ISO_FACTORS.get(e.period, 1)
    return f"{'-' if e.shift < 0 else ''}P{count}{_ISO_UNITS[e.period]}"
