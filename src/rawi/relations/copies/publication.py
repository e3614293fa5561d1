"""When documents were published, as far as it is known, and which of two came first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from rawi.annotations.vocabulary import load_vocabulary

#: EDTF: a year, month or day, or a moment with its zone or without (loc.gov/standards/datetime).
_DATE = re.compile(
    r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?)?)?"
)
_LENGTHS = {3: timedelta(days=1), 5: timedelta(minutes=1), 6: timedelta(seconds=1)}  # by known parts
_ZONES = timedelta(hours=14)  # that a clock without a zone may be off (UTC+14, Kiribati)
_STEPS = {"day": 0, "yesterday": -1, "tomorrow": 1}  # from today, by the class of the word
_NEVER = "9"


class Publication(NamedTuple):
    """The earliest moment that a date can mean and the first that it cannot; in UTC where it has a zone."""

    first: datetime
    beyond: datetime
    zoned: bool


@lru_cache(maxsize=1 << 12)
def read_publication(edtf: str | None) -> Publication | None:
    """Return when something was published by an EDTF date; null for none and for what is no such date.

    >>> read_publication("2020-10-31T14:05+02:00").first.isoformat()
    '2020-10-31T12:05:00'
    """
    match = _DATE.fullmatch(edtf or "")
    if match is None:
        return None
    *parts, zone = match.groups()
    known = [int(part) for part in parts if part is not None]
    try:
        first = datetime(*known, *(1,) * (3 - len(known)))  # type: ignore[arg-type]
        if zone is not None:
            clock = datetime.fromisoformat(f"{first.isoformat()}{zone}")
            first = clock.astimezone(UTC).replace(tzinfo=None)
        return Publication(first, _beyond(first, len(known)), zone is not None)
    except (ValueError, OverflowError):
        return None


def _beyond(first: datetime, parts: int) -> datetime:
    """Return the first moment after a date with so many parts: year, month, day, minute, second."""
    if parts == 1:
        return first.replace(year=first.year + 1)
    if parts == 2:
        return first.replace(year=first.year + first.month // 12, month=first.month % 12 + 1)
    return first + _LENGTHS[parts]


def comes_before(one: str | None, other: str | None) -> bool:
    """Was a document surely published before another? Where one of two clocks has no zone, by fourteen hours.

    >>> comes_before("2020-10-30", "2020-10-31T08:00"), comes_before("2020-10-31", "2020-10-31T08:00")
    (True, False)
    """
    a, b = read_publication(one), read_publication(other)
    if a is None or b is None:
        return False
    return b.first - a.beyond >= (timedelta() if a.zoned == b.zoned else _ZONES)


def order_of(published: str | None, id: str) -> tuple[str, str]:
    """Return what documents are ordered by: publication, then id; undated ones come last."""
    known = read_publication(published)
    return (known.first.isoformat() if known else _NEVER), id


def lies_ahead(words: Sequence[str], weekday: int) -> bool:
    """Do folded words name a day, counted from today, that comes a day to three after this weekday (0 for
    Monday)?

    >>> lies_ahead(["اليوم", "الثلاثاء"], 0), lies_ahead(["اليوم", "الاثنين"], 1)
    (True, False)
    """
    entries = [entry for word in words if (entry := load_vocabulary().entries.get(word)) is not None]
    named = [int(entry.number) for entry in entries if entry.role == "weekday"]
    steps = [_STEPS[entry.role] for entry in entries if entry.role in _STEPS]
    if len(named) != 1 or len(steps) != 1:
        return False
    return (named[0] - weekday - steps[0]) % 7 in (1, 2, 3)
