"""Choices on which careful readers differ, each with a name and a default for news."""

from __future__ import annotations

from typing import Literal, get_args, get_type_hints

import msgspec

from rawi.errors import ParseError


class Conventions(msgspec.Struct, frozen=True, gc=False):
    """How to read what the words leave open; the defaults are those of Arabic news.

    - ``week_start``: on which day weeks begin. Saturday in most Arab countries (Unicode CLDR, weekData).
    - ``weekday``: a bare weekday is the nearest in the ``past`` (today counts) or in the ``future``.
    - ``month``: a bare month or day of a month is the nearest in the ``past``, the next in the ``future``, or
      of the reference's own ``year``; in an article news tells of the past, a phrase alone tells nothing.
    - ``middle``: منتصف مارس is the ``month`` with a mark, or its 15th ``day``; أوائل and أواخر are then the
      first and last ten days.
    - ``half_day``: الساعة الثالثة without صباحا or مساء is as ``written`` (03:00) or the ``next`` to come.
    - ``window``: الأسابيع الثلاثة المقبلة are days from the reference on (``rolling``) or whole periods of
      the calendar (``calendar``).
    - ``few``: بضعة أيام as a duration is that many.
    """

    week_start: Literal["saturday", "sunday", "monday"] = "saturday"
    weekday: Literal["past", "future"] = "past"
    month: Literal["past", "year", "future"] = "year"
    middle: Literal["month", "day"] = "month"
    half_day: Literal["written", "next"] = "written"
    window: Literal["rolling", "calendar"] = "rolling"
    few: int = 3

    @property
    def week_begins(self) -> int:
        """The day on which weeks begin, 0 for Monday."""
        return {"saturday": 5, "sunday": 6, "monday": 0}[self.week_start]


NEWS = Conventions()


def read_conventions(settings: dict[str, str], base: Conventions = NEWS) -> Conventions:
    """Return ``base`` with some settings changed; ParseError on an unknown name or value.

    >>> read_conventions({"week_start": "monday"}).week_begins
    0
    """
    changed: dict[str, object] = {}
    hints = get_type_hints(Conventions)
    for name, value in settings.items():
        if name not in hints:
            raise ParseError(f"no such convention: {name}; known are {', '.join(hints)}")
        choices = get_args(hints[name])
        if choices and value not in choices:
            raise ParseError(f"{name} is one of {', '.join(choices)}, not {value}")
        changed[name] = value
        if not choices:
            if not (value.isdecimal() and 2 <= int(value) <= 9):
                raise ParseError(f"{name} is a number from 2 to 9, not {value}")
            changed[name] = int(value)
    return msgspec.structs.replace(base, **changed)
