"""When documents were published, as far as it is known, and which of two came first."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.annotations.vocabulary import load_vocabulary
from rawi.relations.days import read_days

_STEPS = {"day": 0, "yesterday": -1, "tomorrow": 1}  # from today, by the class of the word
_NEVER = "9"


def comes_before(one: str | None, other: str | None) -> bool:
    """Was a document surely published before another?

    >>> comes_before("2020-10-30", "2020-10-31"), comes_before("2020-10", "2020-10-31")
    (True, False)
    """
    a, b = read_days(one), read_days(other)
    return a is not None and b is not None and a.last < b.first


def order_of(published: str | None, id: str) -> tuple[str, str]:
    """Return what documents are ordered by: publication, then id; undated ones come last."""
    days = read_days(published)
    return (days.first.isoformat() if days else _NEVER), id


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
