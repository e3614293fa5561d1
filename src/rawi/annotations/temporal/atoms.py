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
from rawi.annotations.temporal.clocks import Clock, find_clocks
from rawi.annotations.temporal.durations import read_durations
from rawi.annotations.temporal.feasts import find_feasts
from rawi.annotations.temporal.line import Item, Kind, Line
from rawi.annotations.vocabulary import load_vocabulary, tape_of
from rawi.model.annotation import Annotation
from rawi.model.annotation import Kind as Note
from rawi.model.calendar import DateExpression
from rawi.model.moment import Moment
from rawi.text.text import Text


def lay_line(text: Text, hours: bool = True) -> Line:
    """Return the line of a phrase: feasts, heads, clock times and dates first, then durations, parts of the
    day and, where ``hours``, what may be an hour, each in what the ones before it leave."""
    known = Annotations()
    known.add(NUMBERS.annotate(text, known))
    numbers = known.of(Note.NUMBER)
    words, raw = text.words, tape_of(text)
    tape = settled_tape(text, numbers)
    items = list(find_feasts(words))
    found = find_heads(_hide(tape, items), words)
    heads = _free((Item("nth", *head, "date/nth") for head in found), items)
    items += heads
    clocks = list(find_clocks(_hide(raw, items), words))
    items += [Item("clock", one.first, one.last, one) for one in clocks if not one.weak]
    dates = find_dates_on(_hide(tape, items), text)
    items += [_dated(one) for one in dates if not (hours and one.rule == _NIGHT)]
    left = _hide(tape, items)
    items += _lengths(left, words, numbers)
    left = _hide(tape, items)
    items += _parts(left, words)
    if hours:
        items += _free((Item("hourly", one.first, one.last, one) for one in clocks if one.weak), items)
    return Line(tape, words, sorted(items, key=lambda item: item.first))


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


def _hide(tape: str, items: Iterable[Item]) -> str:
    """Return a tape with the tokens of some pieces out of sight."""
    code = load_vocabulary().letter("date")
    codes = list(tape)
    for item in items:
        codes[item.first : item.last] = code * (item.last - item.first)
    return "".join(codes)


def _free(found: Iterable[Item], taken: list[Item]) -> list[Item]:
    """Return the pieces that share no token with those already there."""
    used = {at for item in taken for at in range(item.first, item.last)}
    return [one for one in found if used.isdisjoint(range(one.first, one.last))]


def _lengths(tape: str, words: list[str], numbers: list[Annotation]) -> Iterator[Item]:
    """Yield durations that count something: one unit alone has no article (شهر, but not الشهر)."""
    article = _articled()
    for one in read_durations(tape, words, numbers):
        alone = one.last == one.first + 1 and tape[one.first] in article
        if not alone:
            yield Item("length", one.first, one.last, one)


@cache
def _articled() -> frozenset[str]:
    """Return the codes of units of time with the article."""
    from rawi.annotations.vocabulary import codes_of

    units = "day|week|moon|year|hour|minute|second|decade|century|period_dual"
    return codes_of(f"{{?{units}:al}}")


_PART = "(?:{in|of}?{this}?(?:{?mid}{night}|{?part|night})(?:{soon|tardy:al})?|{of}?{after|ago}{part})"


@cache
def _part() -> re.Pattern[str]:
    """Return the pattern of a part of the day: هذا المساء، في الصباح الباكر، بعد الظهر."""
    return re.compile(load_vocabulary().compile(_PART))


def _parts(tape: str, words: list[str]) -> Iterator[Item]:
    """Yield the parts of the day."""
    for match in _part().finditer(tape):
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


def clock_of(item: Item) -> Clock:
    """Return the clock time of a piece."""
    clock: Clock = item.value
    return clock
