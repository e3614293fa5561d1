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
    before (العام نفسه). ``until`` is the end of an interval. ``decade`` marks a year that stands for ten.

    ``within`` is what an expression is a part of, or counts from: with ``nth`` (1 the first, -1 the last) the
    nth ``weekday`` or ``period`` of it (آخر جمعة من رمضان; ``count`` of them where there are several), with
    ``steps`` (amounts by unit) the day so far from it (بعد أسبوع من غد), else the ``period`` that holds it
    (أسبوع 15 سبتمبر), the ``weekday`` of its week, or, where ``rest``, what is left of it. ``beside`` is the
    same day in the Hijri calendar, where both are written. ``holiday`` is the rule by which
    ``claims.holidays`` finds a day. ``opened`` marks an interval without an end: all that is since, after,
    until or before the rest of the expression.
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
    opened: Literal["since", "after", "until", "before"] | None = None
    within: DateExpression | None = None
    nth: int | None = None
    steps: tuple[tuple[str, int | float], ...] = ()
    rest: bool = False
    beside: DateExpression | None = None
    holiday: str | None = None
