"""A date as the words give it, before anything outside them is asked."""

from __future__ import annotations

from typing import Literal

import msgspec

Period = Literal["s", "min", "h", "d", "wk", "mo", "quarter", "half", "season", "a", "decade", "century"]
Mod = Literal["early", "mid", "late"]
Tense = Literal["past", "present", "future", "ahead"]


class DateExpression(msgspec.Struct, frozen=True, gc=False):
    """A date expression, unresolved: what it names, and how it counts from a day that it does not name.

    ``year``, ``month`` (1-12), ``day``, ``weekday`` (0 Monday) are as written, in the Hijri calendar where
    ``hijri``. ``division`` is the EDTF code of a season (21-24) or quarter (33-36), or 40 and 41 for the
    halves of a year. ``period`` and ``shift`` count periods from the anchor: الشهر الماضي is ``mo`` -1, أمس
    ``d`` -1; ``count`` periods are a window (اليومين الماضيين). ``tense`` is what الماضي or المقبل say of a
    month or weekday, ``ahead`` what a verb in the future says of it. ``same`` counts from the date named
    before (العام نفسه). ``until`` is the end of an interval, ``opened`` one without that end. ``decade``
    marks a year that stands for ten.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    division: int | None = None
    period: Period | None = None
    shift: int | None = None
    count: int = 1
    tense: Tense | None = None
    mod: Mod | None = None
    hijri: bool = False
    decade: bool = False
    same: bool = False
    until: DateExpression | None = None
    opened: Literal["start", "end"] | None = None
