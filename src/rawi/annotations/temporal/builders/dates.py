"""What joins of dates build: see ``joins.dates``."""

from __future__ import annotations

from typing import Any

import msgspec

from rawi.annotations.calendar import tense_of
from rawi.annotations.heads import BARE_WEEKDAYS, Nth
from rawi.annotations.numbers import number_of
from rawi.annotations.temporal.durations import Duration
from rawi.annotations.temporal.line import Built, Found, Item
from rawi.model.calendar import DateExpression

_DAYS = frozenset(("a", "mo", "wk", "d"))
_MONTH_NOW = DateExpression(period="mo", shift=0)
_WAYS = (
    ("starting", "since"),
    ("onward", "since"),
    ("since", "since"),
    ("to", "until"),
    ("until", "until"),
    ("ago", "before"),
    ("after", "after"),
)


def as_date(item: Item) -> DateExpression:
    """Return the date of a piece; a feast without a year is that of the year to count from."""
    value: DateExpression = item.value
    return value


def kind_after(e: DateExpression) -> Any:
    """Return the kind of a date that has been put together."""
    if e.until or e.opened or e.rest or e.count > 1:
        return "span"
    if e.nth is not None or e.holiday:
        return {"wk": "on_week", "mo": "on_month", "a": "on_year"}.get(e.period or "", "on_day")
    if e.steps:
        units = {unit for unit, _ in e.steps}
        return "on_year" if units == {"a"} else "on_month" if units <= {"a", "mo"} else "on_day"
    return "on_day"


def _date(e: DateExpression | None) -> Built:
    """Return what a join makes of a date."""
    return (kind_after(e), e) if e is not None else None


def build_nth(found: Found) -> Built:
    """Build آخر جمعة من رمضان، الأسبوع الثالث من العام المقبل، الثلاثاء الثالث."""
    head: Nth = found.items("nth")[0].value
    box = found.item("box")
    bare = found.has("month")
    within = as_date(box) if box else _MONTH_NOW
    if bare:
        period = str(found.lexemes("month")[0].value)
        within = DateExpression(period=period, shift=0)  # type: ignore[arg-type]
    if box is not None and box.kind in ("feast", "on_day"):
        return _day_of_feast(head, within) if within.holiday else None
    if box is None and not bare and head.nth == -1 and head.count > 1 and head.period:
        return "span", DateExpression(period=head.period, shift=-1, count=head.count)  # type: ignore[arg-type]
    if box is None and not bare and head.period == "d" and head.after and head.nth == -1:
        return "span", DateExpression(period="d", count=0)  # اليوم الأخير: of what, nothing here says
    if box is None and not bare and head.period == "mo" and head.after and 1 <= head.nth <= 12:
        within = DateExpression(period="a", shift=0)
        return "on_month", DateExpression(nth=head.nth, period="mo", within=within)
    if box is None and not bare and not (head.weekday is not None and head.after):
        return None
    return _date(
        DateExpression(
            nth=head.nth,
            weekday=head.weekday,
            period=head.period,  # type: ignore[arg-type]
            count=head.count,
            within=within,
            day=head.nth if head.after and head.weekday is not None and head.nth > 0 else None,
        )
    )


def _day_of_feast(head: Nth, feast: DateExpression) -> Built:
    """Build ثاني أيام عيد الفطر: the feast is its first day."""
    if head.period != "d" or head.nth < 1 or head.count > 1:
        return None
    return "on_day", DateExpression(steps=(("d", head.nth - 1),), within=feast)


def build_first_of(found: Found) -> Built:
    """Build أول الشهر القادم: its first day."""
    if found.lexemes("rank")[0].number != 1:
        return None
    return "on_day", DateExpression(nth=1, period="d", within=as_date(found.items("box")[0]))


def build_in_week(found: Found) -> Built:
    """Build الجمعة من الأسبوع المقبل، هذا الأسبوع يوم السبت، الأسبوع المقبل من الأربعاء إلى الجمعة."""
    week, day = as_date(found.items("week")[0]), as_date(found.items("day")[0])
    if day.until is not None and (day.weekday is None or day.until.weekday is None):
        return None
    if day.weekday is None or day.period or week.mod:
        return None
    until = day.until and msgspec.structs.replace(day.until, within=week, tense=None)
    value = msgspec.structs.replace(day, within=week, until=until, tense=None)
    return ("span" if until else "on_day"), value


def build_bare_in_week(found: Found) -> Built:
    """Build اثنين الأسبوع الحالي."""
    weekday = BARE_WEEKDAYS.get(found.words("day")[-1])
    if weekday is None:
        return None
    return "on_day", DateExpression(weekday=weekday, within=as_date(found.items("week")[0]))


def _signed_steps(length: Duration, sign: int) -> tuple[tuple[str, Any], ...]:
    """Return the amounts of a duration as steps."""
    return tuple((unit, sign * amount) for unit, amount in length.amounts.items())


def build_steps(found: Found) -> Built:
    """Build بعد أسبوعين، قبل 3 أيام من عيد الفطر، يومين بعد الغد، شهر و21 يوما من الآن."""
    length: Duration = found.items("length")[0].value
    if not set(length.amounts) <= _DAYS or (found.has("in") and not found.counted("length")):
        return None
    origin = found.item("origin")
    if origin is not None and origin.kind == "feast":
        origin = msgspec.structs.replace(origin, kind="on_day")
    roles = {lexeme.role for lexeme in found.lexemes("way")}
    past = roles & {"ago", "past", "previous", "of"} or ("since" in roles and origin is None)
    sign = -1 if past else 1
    value = DateExpression(
        steps=_signed_steps(length, sign), within=as_date(origin) if origin else None, count=1
    )
    if weekday := found.item("weekday"):
        value = DateExpression(weekday=as_date(weekday).weekday, within=value)
        return "on_day", value
    return _date(value)


def build_week_of(found: Found) -> Built:
    """Build أسبوع 15 سبتمبر: the week in which the day lies."""
    if found.has("week") and found.words("week") != ["اسبوع"]:
        return None
    return "on_week", DateExpression(period="wk", within=as_date(found.items("day")[0]))


def build_rest(found: Found) -> Built:
    """Build بقية العام، ما تبقى من هذا الأسبوع."""
    if box := found.item("box"):
        return _date(DateExpression(rest=True, within=as_date(box)))
    period = str(found.lexemes("period")[-1].value)
    return _date(DateExpression(rest=True, within=DateExpression(period=period, shift=0)))  # type: ignore[arg-type]


def build_adverb(found: Found) -> Built:
    """Build في وقت مبكر من هذا الشهر، لاحقا في هذا الأسبوع."""
    item = found.items("box")[0]
    roles = {lexeme.role for lexeme in found.lexemes("when")}
    if "later" in roles:
        return "span", DateExpression(rest=True, mod="late", within=as_date(item))
    return item.kind, msgspec.structs.replace(as_date(item), mod="early" if "soon" in roles else "late")


def build_days_of_month(found: Found) -> Built:
    """Build نوفمبر بين 15 و19، تموز 13 إلى 15: days of the month that stands first."""
    month = as_date(found.items("month")[0])
    if month.month is None or month.until:
        return None
    last = number_of(found.words("last"))
    first = number_of(found.words("first")) if found.has("first") else month.day
    if not first or not 1 <= first < last <= 31:
        return None
    begin = msgspec.structs.replace(month, day=first, mod=None)
    return "span", msgspec.structs.replace(begin, until=msgspec.structs.replace(begin, day=last))


def build_interval(found: Found) -> Built:
    """Build من X إلى Y and بين X وY of dates that were put together themselves."""
    first, last = found.items()[:2]
    one, two = as_date(first), as_date(last)
    if one.until or two.until or one.opened or two.opened:
        return None
    return "span", msgspec.structs.replace(one, until=two)


def build_opened(found: Found) -> Built:
    """Build منذ أغسطس، قبل الغد، بعد 2012، حتى نهاية الشهر."""
    value = as_date(found.items()[0])
    if value.until or value.opened or value.rest:
        return None
    roles = {lexeme.role for lexeme in found.lexemes("way")}
    way = next(name for role, name in _WAYS if role in roles)
    return "span", msgspec.structs.replace(value, opened=way)


def build_or_later(found: Found) -> Built:
    """Build 2012 أو بعده، 2016 وما بعدها، من الأحد فصاعدا: the date itself counts."""
    value = as_date(found.items()[0])
    roles = {lexeme.role for lexeme in found.lexemes("way")}
    if value.until or value.opened:
        return None
    return "span", msgspec.structs.replace(value, opened="until" if "ago_it" in roles else "since")


def build_feast(found: Found) -> Built:
    """Build عيد الفصح 2013، عيد الأضحى العام الماضي."""
    holiday = as_date(found.items("feast")[0])
    box = found.item("box")
    if box and (as_date(box).month or as_date(box).until):
        return None
    tense = tense_of(found.lexemes("t")) if found.has("t") else None
    if found.has("y"):
        year = number_of(found.words("y"))
        within = DateExpression(year=year, hijri=1300 <= year <= 1500)
        return "on_day", msgspec.structs.replace(holiday, within=within)
    return "on_day", msgspec.structs.replace(holiday, within=as_date(box) if box else None, tense=tense)


def build_agreeing(found: Found) -> Built:
    """Build بعد أربعين سنة الموافق 21/11: day and month in a year that was counted."""
    one, two = (as_date(item) for item in found.items()[:2])
    if two.month is None or two.year is not None or one.until or two.until:
        return None
    return "on_day", msgspec.structs.replace(two, within=one)


def build_few(found: Found) -> Built:
    """Build الأيام القليلة الماضية: so many that no one can say."""
    tense = tense_of(found.lexemes())
    period = str(found.lexemes()[0].value)
    shift = {"past": -1, "future": 1}.get(tense or "", 0)
    return "span", DateExpression(period=period, shift=shift, count=0) if shift else None  # type: ignore[arg-type]


def build_window(found: Found) -> Built:
    """Build آخر 3 سنوات، الأشهر 3 القادمة: so many periods before or after."""
    item = found.items("length")[0] if found.item("length") else None
    tense = tense_of(found.lexemes("t")) if found.has("t") else "past"
    if item is None:
        return None
    amounts = item.value.amounts
    if len(amounts) != 1 or not set(amounts) <= _DAYS:
        return None
    (unit, count), sign = next(iter(amounts.items())), -1 if tense == "past" else 1
    if not isinstance(count, int):
        return None
    return "span", DateExpression(period=unit, shift=sign, count=count)


def build_joined(found: Found) -> bool:
    """Is there a word or mark between the month and the last day, or و after بين؟"""
    months = found.items("month")
    between = found.words()[months[0].last - found.first :]
    return len(between) > 1 or (found.has("first") and between[-1:] != [])


def build_ranked_end(found: Found) -> Built:
    """Build the interval whose first day stands before the whole of the second."""
    from rawi.annotations.days import day_of

    name = "end" if found.has("end") else "end2"
    end = as_date(found.items(name)[0])
    day = day_of(found.words("first"))
    if day is None or end.day is None or end.until or not (end.month or end.period == "mo"):
        return None
    return "span", msgspec.structs.replace(end, day=day, weekday=None, until=end)


def build_directed(found: Found) -> bool:
    """Is the second date, where nothing stands between the two, after a joined ل: من الأحد للخميس؟"""
    items = found.items()
    if len(items) < 2 or items[0].last != items[1].first:
        return len(items) > 1
    words = found.words()
    second = words[items[1].first - found.first]
    return second.startswith(("ل", "و"))
