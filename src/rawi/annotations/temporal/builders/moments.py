"""What joins of moments build: see ``joins.moments``."""

from __future__ import annotations

from typing import Any

import msgspec

from rawi.annotations.numbers import number_of
from rawi.annotations.temporal.clocks import Clock, on_dial
from rawi.annotations.temporal.durations import Duration
from rawi.annotations.temporal.line import Built, Found, Item
from rawi.model.calendar import DateExpression
from rawi.model.moment import Moment

_GRAINS = {"s": "second", "min": "minute", "h": "hour"}
_DATED = "on_day|on_weekday|feast"
_TODAY = DateExpression(period="d", shift=0)


def moment_of(item: Item) -> Moment | None:
    """Return what one piece says of a moment; None for a piece that says nothing of one."""
    value = item.value
    if item.kind == "instant":
        return value  # type: ignore[no-any-return]
    if item.kind in ("clock", "hourly"):
        return Moment(value.grain, time=value.time, sure=value.sure)
    if item.kind == "part":
        day = _TODAY if value["today"] else None
        return Moment("hour", part=value["part"], mod=value["mod"], date=day)
    return Moment("day", date=value)


def merge_moments(items: list[Item]) -> Moment | None:
    """Return one moment of pieces that stand side by side, in any order; None where two say the same thing.

    A part of the day settles the half of day of a clock time: الليلة في 7 is 19:00.
    """
    merged: dict[str, Any] = {}
    for item in items:
        moment = moment_of(item)
        if moment is None or moment.until or moment.steps:
            return None
        if item.kind == "part" and moment.date is _TODAY and "date" in merged:
            moment = msgspec.structs.replace(moment, date=None)
        for name in ("time", "part", "mod", "date"):
            value = getattr(moment, name)
            if value is None:
                continue
            if name == "date" and merged.get("date") is _TODAY and item.kind != "part":
                merged["date"] = value
                continue
            if name in merged:
                return None
            merged[name] = value
        if moment.time:
            merged |= {"grain": moment.grain, "sure": moment.sure}
    if "time" not in merged and "part" not in merged:
        return None
    return _settled(merged)


def _settled(merged: dict[str, Any]) -> Moment:
    """Build a moment of its fields: the part of the day is spent on the clock time, if there is one."""
    part = merged.get("part")
    if "time" not in merged:
        return Moment("hour", part=part, mod=merged.get("mod"), date=merged.get("date"))
    time, sure = merged["time"], merged["sure"]
    if part and not sure:
        time, sure = f"{on_dial(int(time[:2]), {part}):02d}{time[2:]}", True
    return Moment(merged["grain"], time=time, sure=sure, date=merged.get("date"))


def build_merge(found: Found) -> Built:
    """Build a moment of neighbours."""
    items = found.items()
    kinds = [item.kind for item in items]
    if kinds.count("hourly") and not _may_be_hour(found, items):
        return None
    moment = merge_moments(items)
    return ("instant", moment) if moment else None


def _may_be_hour(found: Found, items: list[Item]) -> bool:
    """Is a bare number an hour: beside a part of the day, or after في or a comma beside a date?"""
    at = next(i for i, item in enumerate(items) if item.kind == "hourly")
    if any(item.kind == "part" for item in items):
        return True
    hour: Clock = items[at].value
    words = found.words()
    start = items[at].first - found.first
    ranked = not words[start][:1].isdecimal() and words[start].startswith("ال")
    return ranked or (start > 0 and words[start - 1] in ("في", "عند", "حوالي") and hour.grain == "hour")


def build_numbered_day(found: Found) -> Built:
    """Build السابعة في 15: an hour, and a day of this month."""
    hour = found.items("hour")[0]
    if hour.kind == "hourly" and not found.words("hour")[0].startswith("ال"):
        return None
    day = DateExpression(day=number_of(found.words("day")), period="mo", shift=0)
    moment = moment_of(hour)
    return ("instant", msgspec.structs.replace(moment, date=day)) if moment else None


def build_interval(found: Found) -> Built:
    """Build من 4 إلى 5 مساء, بين الساعة 8 صباحا و2 مساء, each end lending what the other leaves out."""
    items = found.items()
    outside = [item for item in items if item.kind in (*_DATED.split("|"), "part")]
    ends = [item for item in items if item.kind not in (*_DATED.split("|"), "part")]
    if len(ends) != 2:
        return None
    if all(item.kind == "hourly" for item in ends) and not _spoken(ends, outside, found):
        return None
    one, two = (moment_of(item) for item in ends)
    if one is None or two is None or one.until or two.until or (two.steps and two.steps[0][1]):
        return None
    if not ((one.time or one.steps) and (two.time or two.steps)) and not (one.part and two.part):
        return None
    day, part = None, None
    for item in outside:
        moment = moment_of(item)
        day, part = day or (moment.date if moment else None), part or (moment.part if moment else None)
    if part:
        one, two = _in_part(one, part), _in_part(two, part)
    one = msgspec.structs.replace(one, date=one.date or (None if day is None else day))
    two = msgspec.structs.replace(two, date=two.date or (None if day is None else day))
    if outside and (moment_of(items[0]) or one) and items[-1] in outside and one.date is None:
        one = msgspec.structs.replace(one, date=two.date)
    return "instant", msgspec.structs.replace(_lent(one, two), until=_ended(one, two))


def _spoken(ends: list[Item], outside: list[Item], found: Found) -> bool:
    """May two bare numbers be hours: السادسة إلى السابعة, or 5 إلى 6 beside a date?"""
    words = [found.words()[item.first - found.first] for item in ends]
    ranked = all(not word[:1].isdecimal() for word in words) and any("ال" in word[:3] for word in words)
    return bool(outside) or ranked or any(word.startswith("لل") for word in words)


def _in_part(moment: Moment, part: str) -> Moment:
    """Put a time whose half of day is open into a part of the day."""
    if not moment.time or moment.sure:
        return moment
    hour = on_dial(int(moment.time[:2]), {part})
    return msgspec.structs.replace(moment, time=f"{hour:02d}{moment.time[2:]}", sure=True)


def _lent(one: Moment, two: Moment) -> Moment:
    """Return the first end of an interval: in the half of day of the second where that keeps it before it,
    on the day of the second if it has none."""
    if one.time and two.time and two.sure and not one.sure and int(one.time[:2]) < 12:
        late = f"{int(one.time[:2]) + 12:02d}{one.time[2:]}"
        if late < two.time:
            one = msgspec.structs.replace(one, time=late, sure=True)
    grain = "minute" if "minute" in (one.grain, two.grain) else one.grain
    return msgspec.structs.replace(one, date=one.date or two.date, grain=grain)


def _ended(one: Moment, two: Moment) -> Moment:
    """Return the second end of an interval: after noon where the first is and it would lie before it."""
    if one.time and two.time and not two.sure and two.time <= one.time and int(two.time[:2]) < 12:
        two = msgspec.structs.replace(two, time=f"{int(two.time[:2]) + 12:02d}{two.time[2:]}")
    return two


def build_steps(found: Found) -> Built:
    """Build بعد يوم وساعتين، قبل 3 دقائق، في غضون 10 ساعات من الآن."""
    length: Duration = found.items("length")[0].value
    if not set(length.amounts) & set(_GRAINS):
        return None
    roles = {lexeme.role for lexeme in found.lexemes("way")}
    sign = -1 if roles & {"ago", "since"} else 1
    grain: Any = _GRAINS[[unit for unit in ("h", "min", "s") if unit in length.amounts][-1]]
    return "instant", Moment(grain, steps=tuple((unit, sign * n) for unit, n in length.amounts.items()))


def build_next(found: Found) -> Built:
    """Build الساعة القادمة، الدقيقة قبل الماضية."""
    lexemes = found.lexemes()
    step, times = int(lexemes[-1].number), 2 if len(lexemes) > 2 else 1
    unit = str(lexemes[0].value)
    return "instant", Moment(_GRAINS[unit], steps=((unit, step * times),))  # type: ignore[arg-type]


def build_now(found: Found) -> Built:
    """Build الآن، هذه الساعة، هذه اللحظة."""
    unit = next((str(one.value) for one in found.lexemes() if one.role in ("hour", "minute", "second")), "s")
    return "instant", Moment(_GRAINS.get(unit, "second"), steps=(("s", 0),))  # type: ignore[arg-type]


def build_rest(found: Found) -> Built:
    """Build بقية اليوم."""
    return "instant", Moment("second", rest=True)


def build_end_of_day(found: Found) -> Built:
    """Build نهاية اليوم: the last minute of the day."""
    item = found.item("on")
    return "instant", Moment("minute", time="23:59:00", sure=True, date=item.value if item else _TODAY)


def build_night(found: Found) -> Built:
    """Build الليلة القادمة، الليلة الماضية."""
    step = int(found.lexemes()[-1].number)
    return "instant", Moment("hour", part="night", date=DateExpression(period="d", shift=step))


def build_early(found: Found) -> Built:
    """Build في وقت متأخر من صباح الثلاثاء: one half of a part of the day."""
    moment = moment_of(found.items("part")[0])
    if moment is None or not moment.part or moment.mod:
        return None
    mod: Any = "early" if any(one.role == "soon" for one in found.lexemes("when")) else "late"
    return "instant", msgspec.structs.replace(moment, mod=mod)


def build_opened(found: Found) -> Built:
    """Build حتى الساعة 2:00، منذ الثامنة صباحا، قبل السابعة."""
    moment = moment_of(found.items("on")[0])
    if moment is None or not (moment.time or moment.part) or moment.until or moment.opened:
        return None
    roles = {lexeme.role for lexeme in found.lexemes("way")}
    ways: dict[str, Any] = {"since": "since", "until": "until", "to": "until", "ago": "before"}
    way = next((ways[role] for role in ways if role in roles), "after")
    return "instant", msgspec.structs.replace(moment, opened=way)


def build_from_hour(found: Found) -> Built:
    """Build عشر دقائق قبل السابعة مساء: minutes from a clock time, in its part of the day."""
    origin, part = found.items("origin")[0], found.item("part")
    items = [origin, part] if part else [origin]
    start = merge_moments(items)
    length: Duration = found.items("length")[0].value
    if start is None or not set(length.amounts) <= set(_GRAINS):
        return None
    sign = -1 if any(one.role == "ago" for one in found.lexemes("way")) else 1
    hour, minute, second = map(int, (start.time or "").split(":"))
    seconds = {"h": 3600, "min": 60, "s": 1}
    total = hour * 3600 + minute * 60 + second
    total += round(sign * sum(amount * seconds[unit] for unit, amount in length.amounts.items()))
    total %= 86400
    time = f"{total // 3600:02d}:{total // 60 % 60:02d}:{total % 60:02d}"
    return "instant", msgspec.structs.replace(start, time=time, grain="minute")


def build_window(found: Found) -> Built:
    """Build الساعات الثلاث الماضية، الدقيقتين القادمتين."""
    lexemes = found.lexemes()
    unit = next(
        str(one.value) for one in lexemes if isinstance(one.value, str) and one.value in (*_GRAINS, "d")
    )
    count = 2 if found.has("two") else number_of([word.removeprefix("ال") for word in found.words("n")])
    if found.has("few") and unit in _GRAINS:
        return "instant", Moment(_GRAINS[unit], window=True)  # type: ignore[arg-type]
    if unit not in _GRAINS or not count:
        return None
    sign = -1 if any(one.role in ("past", "previous", "last") for one in lexemes) else 1
    return "instant", Moment(_GRAINS[unit], steps=((unit, sign * count),), window=True)  # type: ignore[arg-type]


def build_counted(found: Found) -> Built:
    """Build آخر 3 دقائق، 5 دقائق من الآن، الساعتين الماضيتين."""
    items = found.items()
    length: Duration = items[0].value
    if not set(length.amounts) & set(_GRAINS):
        return None
    grain: Any = _GRAINS[[unit for unit in ("h", "min", "s") if unit in length.amounts][-1]]
    past = found.has("last") or any(one.role in ("past", "previous") for one in found.lexemes("t"))
    sign = -1 if past else 1
    steps = tuple((unit, sign * amount) for unit, amount in length.amounts.items())
    return "instant", Moment(grain, steps=steps, window=not found.has("n"))
