"""Choices on which careful readers differ, each with a name and a default for news."""

from __future__ import annotations

from functools import cache
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

    def __post_init__(self) -> None:
        """Raise ParseError on a value that is none of a convention's choices."""
        for name, choices in _choices().items():
            value = getattr(self, name)
            if value not in choices:
                raise ParseError(f"{name} is one of {', '.join(map(str, choices))}, not {value}")

    @property
    def week_begins(self) -> int:
        """The day on which weeks begin, 0 for Monday."""
        return {"saturday": 5, "sunday": 6, "monday": 0}[self.week_start]


@cache
def _choices() -> dict[str, tuple[object, ...]]:
    """Return what each convention may be."""
    hints = get_type_hints(Conventions)
    return {name: get_args(hint) or tuple(range(2, 10)) for name, hint in hints.items()}


NEWS = Conventions()


def read_conventions(settings: dict[str, str], base: Conventions = NEWS) -> Conventions:
    """Return ``base`` with some settings changed; ParseError on an unknown name or value.

    >>> read_conventions({"week_start": "monday"}).week_begins
    0
    """
    changed: dict[str, object] = {}
    for name, value in settings.items():
        if name not in _choices():
            raise ParseError(f"no such convention: {name}; known are {', '.join(_choices())}")
        number = isinstance(_choices()[name][0], int) and value.isdecimal()
        changed[name] = int(value) if number else value
    return msgspec.structs.replace(base, **changed)
