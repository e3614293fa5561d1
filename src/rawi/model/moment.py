"""A moment of a day as the words give it."""

from __future__ import annotations

from typing import Literal

import msgspec

from rawi.model.calendar import DateExpression, Mod
from rawi.model.value import Amount

Part = Literal["dawn", "morning", "noon", "afternoon", "evening", "night"]


class Moment(msgspec.Struct, frozen=True, gc=False):
    """A clock time or a part of a day with its date, if the words give one, or a distance from now.

    ``time`` is ISO 8601 (15:30:00), ``sure`` if its half of the day is known; ``part`` is a part of the day,
    its first or second half with ``mod`` early or late. ``steps`` are amounts by unit (UCUM codes), negative
    before, counted from ``origin`` (now without one). ``until`` is the end of an interval; ``opened`` marks
    one without that end, ``rest`` what is left of the day, ``window`` all the time of ``steps``. ``grain`` is
    day, hour, minute or second.
    """

    grain: Literal["day", "hour", "minute", "second"]
    time: str | None = None
    sure: bool = False
    part: Part | None = None
    mod: Mod | None = None
    date: DateExpression | None = None
    steps: tuple[tuple[str, Amount], ...] = ()
    origin: Moment | None = None
    until: Moment | None = None
    opened: Literal["since", "after", "until", "before"] | None = None
    rest: bool = False
    window: bool = False
