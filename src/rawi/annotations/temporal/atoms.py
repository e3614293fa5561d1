"""The pieces of a phrase from which times are put together, and the line on which they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from rawi.annotations.annotator import Annotations
from rawi.annotations.calendar import lexemes_of
from rawi.annotations.dates import find_dates_on
from rawi.annotations.heads import find_heads
from rawi.annotations.numbers import NUMBERS, settled_tape
from rawi.annotations.temporal.clocks import find_clocks
from rawi.annotations.temporal.durations import read_durations
from rawi.annotations.temporal.feasts import find_feasts
from rawi.annotations.temporal.line import Item, Kind, Line
from rawi.annotations.vocabulary import codes_of, load_vocabulary, tape_of
from rawi.model.annotation import Annotation
from rawi.model.annotation import Kind as Note
from rawi.model.calendar import DateExpression
from rawi.model.moment import Moment
from rawi.text.text import Text


def lay_lines(text: Text, hours: bool = True) -> Iterator[Line]:
    """Yield a line for each stretch of a text that may speak of time, in order; a phrase is one stretch.

    On it stand feasts, heads, clock times and dates first, then durations, parts of the day and, where
    ``hours``, what may be an hour, each in what the ones before it leave.
    """
    known = Annotations()
    known.add(NUMBERS.annotate(text, known))
    numbers = known.of(Note.NUMBER)
    words, raw = text.words, tape_of(text)
    tape = settled_tape(text, numbers)
    items = list(find_feasts(words))
    stretches = _stretches(tape, [item.first for item in items])
    if not stretches:
        return
    hidden = _hide(tape, items)
    found = (head for stretch in stretches for head in find_heads(hidden, words, *stretch))
    items += _free((Item("nth", *head, "date/nth") for head in found), items)
    hidden = _hide(raw, items)
    timely = stretches if hours else _having(tape, stretches, _CLOCK)
    clocks = [clock for stretch in timely for clock in find_clocks(hidden, words, *stretch)]
    items += [Item("clock", one.first, one.last, one) for one in clocks if not one.weak]
    dates = find_dates_on(_hide(tape, items), text)
    items += [_dated(one) for one in dates if not (hours and one.rule == _NIGHT)]
    left = _hide(tape, items)
    lasting = _having(left, stretches, _LASTING)
    more = [item for stretch in lasting for item in _lengths(left, words, numbers, stretch)]
    left = _hide(left, more)
    partly = _having(left, stretches, "part|night")
    items += more + [item for stretch in partly for item in _parts(left, words, stretch)]
    if hours:
        rest = load_vocabulary().letter("rest")
        clocks = [one for one in clocks if tape[one.first] != rest]
        items += _free((Item("hourly", one.first, one.last, one) for one in clocks if one.weak), items)
    items.sort(key=lambda item: item.first)
    lonely = _lonely()
    for first, last in stretches:
        inside = [item for item in items if first <= item.first and item.last <= last]
        if inside or not lonely.isdisjoint(tape[first:last]):
            yield Line(tape, words, inside, first, last)


_PHRASE = 40  # tokens; what is longer is cut into stretches
_BEFORE, _AFTER = 5, 7
_TIMES = (
    "day|days|both|week|weeks|moon|moons|year|years|hour|hours|minute|minutes|second|seconds|decade|decades"
    "|century|period_dual|yesterday|tomorrow|spoken|now|instant_noun|part|night|sunset|halfday|season|chapter"
    "|decade_name|weekday|weekday_bare|month|month_weak|month_faint|month_pair|month_libyan|hijri_weak"
    "|hijri_month|hijri_pair|possessed|rest_of|several|yearlike|decimal|starting|onward|after_it|ago_it"
)


#: Of these a clock time has one, a duration one of those.
_CLOCK = "hour|part|night|halfday|sunset|era|colon"
_LASTING = (
    "day|week|moon|year|hour|minute|second|decade|century|days|weeks|moons|years|hours|minutes|seconds|decades"
    "|centuries|period_dual"
)


def _having(tape: str, stretches: list[tuple[int, int]], classes: str) -> list[tuple[int, int]]:
    """Return the stretches in which a word of some classes stands."""
    codes = codes_of(f"{{?{classes}}}")
    return [stretch for stretch in stretches if not codes.isdisjoint(tape[slice(*stretch)])]


@cache
def _seeds() -> re.Pattern[str]:
    """Return the pattern of what every expression of time has a piece of."""
    return re.compile(load_vocabulary().compile(f"{{?{_TIMES}|slash|colon}}"))


@cache
def _lonely() -> frozenset[str]:
    """Return the codes of words from which times are made without another piece (الأيام القليلة الماضية)."""
    words = "several|rest_of|now|instant_noun|hour|hours|minute|minutes|second|seconds|period_dual|night|late"
    return codes_of(f"{{?{words}}}")


def _stretches(tape: str, feasts: list[int]) -> list[tuple[int, int]]:
    """Return the token ranges around what may be a piece of time; all of a phrase, whatever is in it."""
    if len(tape) <= _PHRASE:
        return [(0, len(tape))]
    found: list[tuple[int, int]] = []
    seeds = [match.start() for match in _seeds().finditer(tape)]
    for at in sorted(seeds + feasts) if feasts else seeds:
        first, last = max(0, at - _BEFORE), min(len(tape), at + _AFTER)
        if found and first <= found[-1][1]:
            found[-1] = found[-1][0], last
        else:
            found.append((first, last))
    return found


#: الليلة الماضية is a day where days are asked for, a part of it where moments are.
_NIGHT = "date/last-night"


def _dated(note: Annotation) -> Item:
    """Return the piece that a date is."""
    return Item(kind_of(note.value), note.first, note.last, note.value, note.rule)


def kind_of(e: DateExpression) -> Kind:
    """Return how fine a date is."""
    if e.until or e.opened or e.division is not None or e.count > 1 or e.decade:
        return "span"
    if e.weekday is not None and e.day is None and e.month is None and e.period != "d":
        return "on_weekday"
    if e.day is not None or e.period == "d":
        return "on_day"
    if e.month is not None or e.period == "mo":
        return "on_month"
    if e.year is not None or e.period == "a":
        return "on_year"
    return "on_week" if e.period == "wk" else "span"


def _hide(tape: str, items: list[Item]) -> str:
    """Return a tape with the tokens of some pieces, in any order, out of sight."""
    if not items:
        return tape
    code = load_vocabulary().letter("date")
    pieces: list[str] = []
    at = 0
    for item in sorted(items, key=lambda item: item.first):
        first = max(at, item.first)
        pieces += [tape[at:first], code * (item.last - first)]
        at = max(at, item.last)
    return "".join([*pieces, tape[at:]])


def _free(found: Iterable[Item], taken: list[Item]) -> list[Item]:
    """Return the pieces that share no token with those already there."""
    used = {at for item in taken for at in range(item.first, item.last)}
    return [one for one in found if used.isdisjoint(range(one.first, one.last))]


def _lengths(
    tape: str, words: list[str], numbers: list[Annotation], stretch: tuple[int, int]
) -> Iterator[Item]:
    """Yield durations that count something: one unit alone has no article (شهر, but not الشهر)."""
    article = _articled()
    for one in read_durations(tape, words, numbers, stretch=stretch):
        alone = one.last == one.first + 1 and tape[one.first] in article
        if not alone:
            yield Item("length", one.first, one.last, one)


@cache
def _articled() -> frozenset[str]:
    """Return the codes of units of time with the article."""
    units = "day|week|moon|year|hour|minute|second|decade|century|period_dual"
    return codes_of(f"{{?{units}:al}}")


_PART = "(?:{in|of}?{this}?(?:{?mid}{night}|{?part|night})(?:{soon|tardy:al})?|{of}?{after|ago}{part})"


@cache
def _part() -> re.Pattern[str]:
    """Return the pattern of a part of the day: هذا المساء، في الصباح الباكر، بعد الظهر."""
    return re.compile(load_vocabulary().compile(_PART))


def _parts(tape: str, words: list[str], stretch: tuple[int, int]) -> Iterator[Item]:
    """Yield the parts of the day."""
    for match in _part().finditer(tape, *stretch):
        value = _named(words[match.start() : match.end()])
        if value["midnight"]:
            yield Item("instant", match.start(), match.end(), Moment("hour", time="00:00:00", sure=True))
        else:
            yield Item("part", match.start(), match.end(), value)


def _named(words: list[str]) -> dict[str, Any]:
    """Return the part of a day that words name, whether it is today's, and which half of it."""
    lexemes = lexemes_of(words)
    roles = [lexeme.role for lexeme in lexemes]
    name = next((str(one.value) for one in lexemes if one.role in ("part", "night")), "")
    if "after" in roles and name == "noon":
        name = "afternoon"
    if "ago" in roles:
        name = "morning" if name == "noon" else name
    night = next((w for w, one in zip(words, lexemes, strict=False) if one.role == "night"), "")
    mod = "early" if "soon" in roles else "late" if "tardy" in roles else None
    midnight = "mid" in roles and name == "night"
    today = "this" in roles or ((night.endswith("الليله") or night in ("الليله", "لليله")) and not midnight)
    return {"part": name, "mod": mod, "today": today, "midnight": midnight}
