"""Values as read from words: amounts with their hedge, dates in EDTF, durations."""

from __future__ import annotations

from enum import StrEnum

import msgspec

Amount = int | float


class Hedge(StrEnum):
    """How firmly a number is given (gold guide, section on figures)."""

    EXACT = "exact"
    ABOUT = "about"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    LESS_THAN = "less_than"
    AT_MOST = "at_most"
    BETWEEN = "between"
    ORDER = "order"


class Number(msgspec.Struct, frozen=True, gc=False):
    """A number as written, without its hedge: ``ثلاثة آلاف`` gives 3000.

    ``order`` marks a bare scale (``آلاف``, ``عشرات الآلاف``), which says only the magnitude; ``high``
    differs from ``low`` where the words themselves are a range (``بضعة``: 3 to 9). ``share`` marks a part
    of a whole (``نصف``).
    """

    low: Amount
    high: Amount | None
    order: bool = False
    ordinal: bool = False
    share: bool = False


class Quantity(msgspec.Struct, frozen=True, gc=False):
    """A number with hedge, unit (UCUM, ISO 4217 or null) and counted noun (words as written, or null).

    ``number`` and ``counted_at`` are token ranges of the text: the number words alone, and the noun.
    ``about`` is set where a range or bound is itself only approximate (``حوالي 10-20``); ``open_low`` and
    ``open_high`` where a range has a strict bound (``أكثر من 10 وأقل من 20``).
    """

    low: Amount | None
    high: Amount | None
    hedge: Hedge
    unit: str | None = None
    counted: str | None = None
    number: tuple[int, int] = (0, 0)
    counted_at: tuple[int, int] | None = None
    about: bool = False
    open_low: bool = False
    open_high: bool = False


class CalendarDate(msgspec.Struct, frozen=True, gc=False):
    """A date expression: ``edtf`` or null with ``relative`` (ISO 8601 offset such as ``-P5Y``) where no
    anchor is known.

    ``readings`` holds the days that the words allow where they contradict each other (a weekday that the
    day is not); ``hijri_date`` is the Hijri date as written, in EDTF form;
    ``impossible`` marks a day that its month has not (31 شباط), whose ``edtf`` is null.
    """

    edtf: str | None
    mod: str | None = None
    hijri: bool = False
    relative: str | None = None
    readings: tuple[str, ...] = ()
    hijri_date: str | None = None
    impossible: bool = False
