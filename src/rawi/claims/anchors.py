"""Date expressions placed on the calendar: relative to the publication, or to the day on which something
was said.

Conventions are those of the gold guide: a bare weekday is the nearest one on or before the anchor unless
the tense is
future; الشهر الماضي is the month before; a month without a year is the nearest, in the past unless marked
future; quarters
are intervals of months. Weeks begin on Saturday, as in most Arab countries (Unicode CLDR, supplemental
weekData).
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

import msgspec

from rawi.claims import hijri
from rawi.model.calendar import DateExpression
from rawi.model.document import Warning
from rawi.model.span import Span
from rawi.model.value import CalendarDate

_WEEK_BEGINS = 5
_NEAR = timedelta(days=75)
_PARTIAL = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_ISO_UNITS = {"d": "D", "wk": "W", "mo": "M", "a": "Y", "season": "M", "decade": "Y", "century": "Y"}
_ISO_FACTORS = {"season": 3, "decade": 10, "century": 100}


class Anchor(msgspec.Struct, frozen=True):
    """What is known of the day to count from: a year, maybe its month, maybe the day."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def date(self) -> date | None:
        """The day, if it is known and exists."""
        if self.month is None or self.day is None:
            return None
        try:
            return date(self.year, self.month, self.day)
        except ValueError:
            return None


def parse_anchor(edtf: str | None) -> Anchor | None:
    """Return the anchor that an EDTF day, month or year gives; None for anything else (intervals, XXXX).

    >>> parse_anchor("2018-05")
    Anchor(year=2018, month=5, day=None)
    """
    match = _PARTIAL.match(edtf or "")
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    return Anchor(year or 0, month, day)


def resolve_date(
    expression: DateExpression, anchor: str | None, previous: str | None = None, phrase: bool = False
) -> CalendarDate:
    """Place an expression on the calendar, counting from ``anchor`` (EDTF: a day, month or year; None if
    unknown).

    ``previous`` is the date named before it, from which العام نفسه and its like count. ``phrase``: nothing is
    reported, so a month without a year is that of the anchor's year. The result has
    ``edtf`` null and
    ``relative`` where nothing settles it, and XXXX for a year that nothing gives.

    >>> from rawi.model.calendar import DateExpression
    >>> resolve_date(DateExpression(period="mo", shift=-1), "2020-11-01").edtf
    '2020-10'
    >>> resolve_date(DateExpression(month=12, day=6), None).edtf
    'XXXX-12-06'
    """
    base = parse_anchor(previous if expression.same and previous else anchor)
    if phrase and base:
        expression = _in_year(expression, base.year)
    edtf: str | None
    readings: tuple[str, ...] = ()
    if expression.until is not None:
        edtf = _interval(expression, base)
    elif expression.division == 0:
        edtf = _same_part(expression, base, previous)
    elif expression.hijri:
        edtf = _hijri(expression, base)
    else:
        edtf, readings = _single(expression, base)
    relative = None if edtf else _relative(expression)
    return CalendarDate(edtf, expression.mod, expression.hijri, relative, readings, _hijri_date(expression))


def _in_year(e: DateExpression, year: int) -> DateExpression:
    """Give a month without year or tense the year of the anchor, at both ends of an interval."""
    until = _in_year(e.until, year) if e.until else None
    bare = e.month is not None and not e.hijri and (e.year, e.period, e.tense) == (None, None, None)
    return msgspec.structs.replace(e, until=until, year=year if bare else e.year)


def open_interval(edtf: str, word: str) -> str:
    """Return the interval that begins or ends at a date: ``since`` and ``after`` it, ``until``, ``to`` or
    ``ago`` (before) it.

    >>> open_interval("2016-08", "since"), open_interval("2016-11-08", "ago")
    ('2016-08-01/..', '../2016-11-07')
    """
    anchor = parse_anchor(edtf)
    if anchor is None or word in ("to", "until"):
        return f"../{edtf}"
    first = date(max(anchor.year, 1), anchor.month or 1, anchor.day or 1)
    if word == "since":
        return f"{first.isoformat()}/.."
    if word == "ago":
        return f"../{(first - timedelta(days=1)).isoformat()}"
    return f"{(_last_day(anchor) + timedelta(days=1)).isoformat()}/.."


def _last_day(anchor: Anchor) -> date:
    """Return the last day of a year, month or day."""
    month = anchor.month or 12
    return date(max(anchor.year, 1), month, anchor.day or monthrange(anchor.year, month)[1])


def build_warning(resolved: CalendarDate, span: Span) -> Warning | None:
    """Return the warning ``date.weekday-mismatch`` where a weekday contradicts its date, with both
    readings."""
    if not resolved.readings:
        return None
    return Warning(
        "date.weekday-mismatch", f"the weekday and the date differ: {' or '.join(resolved.readings)}", span
    )


def _single(e: DateExpression, base: Anchor | None) -> tuple[str | None, tuple[str, ...]]:
    """Resolve one Gregorian date; return it and, where a weekday contradicts it, what the words allow."""
    if e.decade:
        return f"{(e.year or 0) // 10}X", ()
    if e.division is not None:
        return _division(e, base), ()
    if e.month is not None or (e.day is not None and e.period == "mo"):
        return _checked(e, _month_and_day(e, base))
    if e.year is not None:
        return f"{e.year:04d}", ()
    if e.weekday is not None and e.period != "d":
        return _weekday(e, base), ()
    if e.period is None:
        return None, ()
    found = _period(e, base)
    if e.period == "d" and e.weekday is not None and found:
        return _deictic_weekday(e.weekday, found)
    return found, ()


def _month_and_day(e: DateExpression, base: Anchor | None) -> str | None:
    """Resolve a month, with or without its day, whose year may have to be found."""
    year, month = e.year, e.month
    if e.period == "mo":
        if base is None or base.month is None:
            return None
        year, month = _shifted(base.year, base.month, e.shift or 0)
    elif year is None and e.period == "a" and base:
        year = base.year + (e.shift or 0)
    elif year is None and base:
        year = _nearest_year(e, base)
    written = "XXXX" if year is None else f"{year:04d}"
    if e.day is None:
        return f"{written}-{month:02d}"
    if year is not None and not 1 <= e.day <= monthrange(max(1, min(year, 9999)), month or 1)[1]:
        return f"{written}-{month:02d}"
    return f"{written}-{month:02d}-{e.day:02d}"


def _shifted(year: int, month: int, by: int) -> tuple[int, int]:
    """Return year and month so many months away."""
    index = year * 12 + month - 1 + by
    return index // 12, index % 12 + 1


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
    if e.weekday is not None and e.day is not None and (by_weekday := _year_of_weekday(e, base.year)):
        return by_weekday
    if month <= here:
        return base.year
    if e.day is not None and base.date and _exists(base.year, month, e.day):
        return base.year if date(base.year, month, e.day) - base.date <= _NEAR else base.year - 1
    return base.year - 1


def _exists(year: int, month: int, day: int) -> bool:
    """Is there such a day?"""
    return 1 <= day <= monthrange(year, month)[1]


def _year_of_weekday(e: DateExpression, year: int) -> int | None:
    """Return the year, this one or its neighbours, in which a date falls on the weekday that stands beside
    it."""
    for candidate in (year, year - 1, year + 1):
        if (
            _exists(candidate, e.month or 1, e.day or 1)
            and date(candidate, e.month or 1, e.day or 1).weekday() == e.weekday
        ):
            return candidate
    return None


def _checked(e: DateExpression, found: str | None) -> tuple[str | None, tuple[str, ...]]:
    """Compare a day with the weekday beside it; on a mismatch give the day and both readings."""
    day = _as_date(found)
    if day is None or e.weekday is None or day.weekday() == e.weekday:
        return found, ()
    nearest = day + timedelta(days=(e.weekday - day.weekday() + 3) % 7 - 3)
    return found, (day.isoformat(), nearest.isoformat())


def _as_date(edtf: str | None) -> date | None:
    """Return the day that a full EDTF date names."""
    anchor = parse_anchor(edtf) if edtf and len(edtf) == 10 else None
    return anchor.date if anchor else None


def _deictic_weekday(weekday: int, found: str) -> tuple[str | None, tuple[str, ...]]:
    """Of أمس and the weekday beside it keep the weekday, with both readings where they differ: days of
    upload shift."""
    day = _as_date(found)
    if day is None or day.weekday() == weekday:
        return found, ()
    other = day + timedelta(days=(weekday - day.weekday() + 3) % 7 - 3)
    return other.isoformat(), (day.isoformat(), other.isoformat())


def _weekday(e: DateExpression, base: Anchor | None) -> str | None:
    """Resolve a weekday: the nearest on or before the anchor, strictly before for الماضي, after it for
    المقبل."""
    day = base.date if base else None
    if day is None or e.weekday is None:
        return None
    if e.period == "wk":
        begin = _week_begin(day) + timedelta(weeks=e.shift or 0)
        return (begin + timedelta(days=(e.weekday - _WEEK_BEGINS) % 7)).isoformat()
    if e.tense == "future":
        return (day + timedelta(days=(e.weekday - day.weekday() - 1) % 7 + 1)).isoformat()
    if e.tense == "ahead":
        return (day + timedelta(days=(e.weekday - day.weekday()) % 7)).isoformat()
    if e.tense == "past":
        return (day - timedelta(days=(day.weekday() - e.weekday - 1) % 7 + 1)).isoformat()
    return (day - timedelta(days=(day.weekday() - e.weekday) % 7)).isoformat()


def _week_begin(day: date) -> date:
    """Return the Saturday on or before a day."""
    return day - timedelta(days=(day.weekday() - _WEEK_BEGINS) % 7)


def _period(e: DateExpression, base: Anchor | None) -> str | None:
    """Resolve a period so many periods away from the anchor, or a window of several."""
    if base is None:
        return None
    shift = e.shift or 0
    if e.count > 1:
        return _window(e, base)
    if e.period == "a":
        return f"{base.year + shift:04d}"
    if e.period == "decade":
        return f"{base.year // 10 + shift}X" if abs(shift) == 1 else f"{base.year + shift * 10:04d}"
    if e.period == "century":
        return f"{base.year // 100 + shift:02d}XX"
    if e.period == "quarter":
        return _quarter(e, base)
    if e.period == "mo":
        return "{:04d}-{:02d}".format(*_shifted(base.year, base.month, shift)) if base.month else None
    day = base.date
    if day is None:
        return None
    if e.period == "wk":
        return _week(day, shift)
    return (day + timedelta(days=shift)).isoformat() if e.period == "d" and abs(shift) < 100_000 else None


def _week(day: date, shift: int) -> str | None:
    """Return a week as an interval of its days; أسبوعين ago is the day, so many weeks away."""
    begin = _week_begin(day) + timedelta(weeks=max(-5000, min(shift, 5000)))
    return f"{begin.isoformat()}/{(begin + timedelta(days=6)).isoformat()}"


def _window(e: DateExpression, base: Anchor) -> str | None:
    """Resolve اليومين الماضيين (the days before), السنوات الأربع الماضية (from so many years ago to now)."""
    sign = -1 if (e.shift or 0) < 0 else 1
    if e.period == "a":
        ends = (base.year + sign * e.count, base.year)
        return "/".join(f"{year:04d}" for year in sorted(ends))
    if e.period == "mo" and base.month:
        months = (_shifted(base.year, base.month, sign), _shifted(base.year, base.month, sign * e.count))
        return "/".join(f"{year:04d}-{month:02d}" for year, month in sorted(months))
    day = base.date
    step = {"d": 1, "wk": 7}.get(e.period or "")
    if day is None or step is None or e.count > 5000:
        return None
    ends_ = (day + timedelta(days=sign), day + timedelta(days=sign * e.count * step))
    return "/".join(one.isoformat() for one in sorted(ends_))


def _division(e: DateExpression, base: Anchor | None) -> str | None:
    """Resolve a season to its EDTF code, a quarter or half to an interval of months."""
    division = e.division or 0
    if e.year is not None:
        year = f"{e.year:04d}"
    elif base is not None:
        year = f"{base.year + (e.shift or 0):04d}" if e.period == "a" else f"{_season_year(e, base):04d}"
    else:
        year = "XXXX"
    if division < 30:
        return f"{year}-{division}"
    if division > 100:
        return f"{year}-01/{year}-{min(division - 100, 12):02d}"
    length, index = (3, division - 33) if division < 40 else (6, division - 40)
    return f"{year}-{index * length + 1:02d}/{year}-{(index + 1) * length:02d}"


def _same_part(e: DateExpression, base: Anchor | None, previous: str | None) -> str | None:
    """Put the part of the year that was named before into another year: الفترة نفسها من العام الماضي."""
    year = e.year if e.year is not None else base.year + (e.shift or 0) if base else None
    if year is None:
        return None
    parts = (previous or "").split("/")
    if not all(_PARTIAL.fullmatch(part) and len(part) > 4 for part in parts):
        return f"{year:04d}"
    lag = int(parts[-1][:4]) - int(parts[0][:4])
    return "/".join(
        f"{year - lag * (i == 0 and len(parts) > 1):04d}{part[4:]}" for i, part in enumerate(parts)
    )


def _quarter(e: DateExpression, base: Anchor) -> str | None:
    """Resolve a quarter so many quarters from the one that holds the anchor's month."""
    if base.month is None:
        return None
    year, month = _shifted(base.year, (base.month - 1) // 3 * 3 + 1, 3 * (e.shift or 0))
    return f"{year:04d}-{month:02d}/{year:04d}-{month + 2:02d}"


def _season_year(e: DateExpression, base: Anchor) -> int:
    """Return the year of هذا الصيف، الربيع المقبل، الشتاء الماضي."""
    shift, month = e.shift or 0, base.month or 6
    begins = ((e.division or 21) - 21) * 3 + 3
    if shift < 0:
        return base.year if begins + 2 < month else base.year - 1
    return base.year + 1 if shift > 0 and begins <= month else base.year


def _interval(e: DateExpression, base: Anchor | None) -> str | None:
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
    if first.year is None and until.year is not None and first.period is None and first.month:
        first = msgspec.structs.replace(first, year=until.year)
    if first.weekday is not None and first.month is None and until.weekday is not None and until.tense:
        first = msgspec.structs.replace(first, tense=until.tense)
    ends = [_hijri(end, base) if end.hijri else _single(end, base)[0] for end in (first, until)]
    if ends[0] is None or ends[1] is None:
        return None
    return f"{ends[0].split('/')[0]}/{ends[1].split('/')[-1]}"


def _hijri(e: DateExpression, base: Anchor | None) -> str | None:
    """Resolve a Hijri date to the Gregorian day, or to the interval of days of a month or year."""
    if (e.year is not None and e.year > 1900) or (e.month is None and e.year is None and e.day is None):
        return _single(e, base)[0]
    year = e.year or _hijri_year(e, base)
    if year is None:
        return None
    if e.month is None:
        return _days(hijri.year_range(year))
    if e.day is None:
        return _days(hijri.month_range(year, e.month))
    day = hijri.to_gregorian(year, e.month, e.day)
    return day.isoformat() if day else None


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


def _hijri_date(e: DateExpression) -> str | None:
    """Return a Hijri date as written, as far as it goes."""
    if not e.hijri or e.year is None or e.year > 1900:
        return None
    parts = [f"{e.year:04d}", *(f"{part:02d}" for part in (e.month, e.day) if part is not None)]
    return "-".join(parts)


def _relative(e: DateExpression) -> str | None:
    """Return the distance from the unknown anchor as an ISO 8601 duration with a sign: -P5Y."""
    if e.period is None or e.shift is None or e.period not in _ISO_UNITS:
        return None
    count = abs(e.shift) * _ISO_FACTORS.get(e.period, 1)
    return f"{'-' if e.shift < 0 else ''}P{count}{_ISO_UNITS[e.period]}"
