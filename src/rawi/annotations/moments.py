"""Moments: a clock time with the date beside it, or so many hours from now."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rawi.annotations.annotator import Annotations
from rawi.annotations.clocks import Clock, find_clocks
from rawi.annotations.dates import find_dates
from rawi.annotations.durations import Duration, find_durations
from rawi.annotations.numbers import NUMBERS
from rawi.annotations.vocabulary import codes_of, load_vocabulary, role_of, tape_of
from rawi.model.annotation import Annotation
from rawi.model.moment import Moment
from rawi.text.text import Text

_SECONDS = {"h": 3600, "min": 60, "s": 1}
_GRAINS = {"h": "hour", "min": "minute", "s": "second"}
_REACH = 4


@cache
def _now() -> re.Pattern[str]:
    """Return the pattern of words for this moment."""
    return re.compile(load_vocabulary().compile("{now}"))


@cache
def _steps() -> re.Pattern[str]:
    """Return the pattern of a unit of the clock that counts from now: الساعة القادمة، الدقيقة الماضية."""
    return re.compile(load_vocabulary().compile("{?hour|minute:al}{ago|after}?{past|future|previous:al}"))


def find_moments(text: Text) -> Iterator[Moment]:
    """Yield the moments of a phrase, in its order."""
    moments = [*_distances(text), *_stepped(text), *_timed(text)] or [*_parts(text)]
    if not moments:
        moments = [Moment(m.start(), m.end(), "second", distance=0) for m in _now().finditer(tape_of(text))]
    yield from sorted(moments, key=lambda moment: moment.first)


def _distances(text: Text) -> Iterator[Moment]:
    """Yield moments so many hours, minutes or seconds away: قبل 3 دقائق، في غضون 10 ساعات من الآن."""
    tape = tape_of(text)
    for duration in find_durations(text):
        at = duration.first
        before = tape[at - 1] if at else ""
        if not set(duration.amounts) <= set(_SECONDS) or before not in codes_of("{?ago|since|after|within}"):
            continue
        sign = -1 if before in codes_of("{?ago|since}") else 1
        yield _distance(text, tape, duration, sign)


def _distance(text: Text, tape: str, duration: Duration, sign: int) -> Moment:
    """Build one moment from its duration."""
    total = sum(amount * _SECONDS[unit] for unit, amount in duration.amounts.items())
    finest = [unit for unit in _SECONDS if unit in duration.amounts][-1]
    first = duration.first - (2 if duration.first > 1 and tape[duration.first - 2] in codes_of("{in}") else 1)
    last = duration.last
    if tape[last : last + 1] in codes_of("{of}") and tape[last + 1 : last + 2] in codes_of("{now}"):
        last += 2
    return Moment(first, last, _GRAINS[finest], distance=sign * total)


def _parts(text: Text) -> Iterator[Moment]:
    """Yield parts of a day: الثلاثاء صباحا، مساء الثلاثاء، هذا المساء. Their hours are a convention."""
    tape, entries = tape_of(text), load_vocabulary().entries
    known = Annotations()
    known.add(NUMBERS.annotate(text, known))
    dates = [note for note in find_dates(text, known, phrase=True) if note.value.until is None]
    for match in _part().finditer(tape):
        first, last, date = match.start(), match.end(), None
        for note in dates:
            if note.last == first or first <= note.last <= last or note.first == last:
                first, last, date = min(first, note.first), max(last, note.last), note.value
        name = next(
            entries[word].value for word in text.words[match.start() : match.end()] if role_of(word) in _DAY
        )
        if date or match["this"]:
            yield Moment(first, last, "hour", *_HOURS[str(name)], date=date)


_DAY = ("part", "night")
#: The hours of the parts of a day, after the tests of Microsoft.Recognizers.Text (DateTimePeriodParser).
_HOURS = {
    "dawn": ("04:00:00", "08:00:00"),
    "morning": ("08:00:00", "12:00:00"),
    "noon": ("12:00:00", "16:00:00"),
    "afternoon": ("12:00:00", "16:00:00"),
    "evening": ("16:00:00", "20:00:00"),
    "night": ("20:00:00", "23:59:59"),
}


@cache
def _part() -> re.Pattern[str]:
    """Return the pattern of a part of the day."""
    pattern = "{in}?(?:(?P<this>{this})|{after})?{?part|night}{of}?"
    return re.compile(load_vocabulary().compile(pattern))


def _stepped(text: Text) -> Iterator[Moment]:
    """Yield الساعة القادمة، الدقيقة قبل الماضية."""
    entries = load_vocabulary().entries
    for match in _steps().finditer(tape_of(text)):
        words = text.words[match.start() : match.end()]
        unit = str(entries[words[0]].value)
        step = int(entries[words[-1]].number) * (len(words) - 1)
        yield Moment(match.start(), match.end(), _GRAINS[unit], distance=step * _SECONDS[unit])


def _timed(text: Text) -> Iterator[Moment]:
    """Yield clock times, each with the date that stands nearest; two joined by إلى are an interval."""
    clocks = list(find_clocks(text))
    known = Annotations()
    known.add(NUMBERS.annotate(text, known))
    dates = [note for note in find_dates(text, known, phrase=True) if not _inside(note, clocks)]
    if len(clocks) == 2 and _to(text, clocks[0], clocks[1]):
        yield _interval(clocks[0], clocks[1], dates)
        return
    for clock in clocks:
        yield _moment(clock, dates)


def _inside(note: Annotation, clocks: list[Clock]) -> bool:
    """Does a date share a token with a clock time?"""
    return any(clock.first < note.last and note.first < clock.last for clock in clocks)


def _to(text: Text, first: Clock, second: Clock) -> bool:
    """Is there إلى or حتى between two times, or و after بين؟"""
    between = tape_of(text)[first.last : second.first]
    before = tape_of(text)[first.first - 1 : first.first]
    ends = any(code in codes_of("{?to|until}") for code in between)
    return len(between) < _REACH and (ends or before in codes_of("{?between}"))


def _moment(clock: Clock, dates: list[Annotation]) -> Moment:
    """Join a clock time and the nearest date."""
    near = [note for note in dates if note.last + _REACH >= clock.first and clock.last + _REACH >= note.first]
    first, last = clock.first, clock.last
    date = None
    for note in near[:1]:
        first, last, date = min(first, note.first), max(last, note.last), note.value
    return Moment(first, last, clock.grain, clock.time, date=date)


def _interval(start: Clock, end: Clock, dates: list[Annotation]) -> Moment:
    """Join two clock times; the half of day of the second holds for the first where that is before it."""
    hour = start.hour
    if end.sure and not start.sure and hour + 12 <= end.hour:
        hour += 12
    time = f"{hour:02d}:{start.minute:02d}:{start.second:02d}"
    first = min([start.first, *(note.first for note in dates)])
    last = max([end.last, *(note.last for note in dates)])
    return Moment(first, last, end.grain, time, end.time, dates[0].value if dates else None)
