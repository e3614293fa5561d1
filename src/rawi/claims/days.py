"""A day to count from, as far as it is known, and steps from it."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

import msgspec

PARTIAL = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


class Anchor(msgspec.Struct, frozen=True, gc=False):
    """What is known of the day to count from: a year, maybe its month, maybe the day."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def date(self) -> date | None:
        """The day, if it is known and exists."""
        if self.month is None or self.day is None:
            return None
        try:
            return date(self.year, self.month, self.day)
        except ValueError:
            return None


@lru_cache(maxsize=1 << 10)
def parse_anchor(edtf: str | None) -> Anchor | None:
    """Return the anchor that an EDTF day, month or year gives; None for anything else (intervals, XXXX).

    >>> parse_anchor("2018-05")
    Anchor(year=2018, month=5, day=None)
    """
    match = PARTIAL.match(edtf or "")
    if match is None:
        return None
    year, month, day = match.groups()
    return Anchor(int(year), int(month) if month else None, int(day) if day else None)


def shift_months(year: int, month: int, by: int) -> tuple[int, int]:
    """Return year and month so many months away."""
    index = year * 12 + month - 1 + by
    return index // 12, index % 12 + 1


def is_day(year: int, month: int, day: int) -> bool:
    """Is there such a day, in the years 1 to 9999?"""
    return 1 <= year <= 9999 and 1 <= day <= monthrange(year, month)[1]


def parse_day(edtf: str | None) -> date | None:
    """Return the day that a full EDTF date names."""
    anchor = parse_anchor(edtf) if edtf and len(edtf) == 10 else None
    return anchor.date if anchor else None


def last_day(anchor: Anchor) -> date:
    """Return the last day of a year, month or day."""
    month = anchor.month or 12
    return date(max(anchor.year, 1), month, anchor.day or monthrange(anchor.year, month)[1])
