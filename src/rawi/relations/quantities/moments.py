"""When figures hold and were told, and whether two are of one time."""

from __future__ import annotations

from datetime import timedelta

from rawi.model.definition import Definition
from rawi.model.relation import Outcome
from rawi.relations.days import Days, read_days

_MONTH = timedelta(days=31)
#: Within so many days a stock is of one time; what befell in one happening is told anew each day.
STOCK, TOLL = timedelta(days=10), timedelta()


def told_on(one: Definition) -> Days | None:
    """Return when a figure was said, else when it was published; null where neither is known."""
    said, published = read_days(one.said), read_days(one.published)
    if said is None or (published is not None and published.length < said.length):
        return published
    return said


def holds_on(one: Definition) -> Days | None:
    """Return the time for which a figure is told: its own date, else when it was said.

    Null where it is said to have held before, and nothing says when.
    """
    if (own := read_days(one.as_of)) is not None:
        return own
    earlier = one.passing or (one.relative or "").startswith("-")
    return None if earlier or one.as_of else told_on(one)


def compare_days(a: Days | None, b: Days | None, slack: timedelta) -> Outcome:
    """Return whether two times are one: unknown where one is not known, or too wide to tell.

    >>> compare_days(read_days("2020-05-01"), read_days("2020-05-03"), STOCK)
    'same'
    >>> compare_days(read_days("2020"), read_days("2020-05-03"), STOCK)
    'unknown'
    """
    if a is None or b is None:
        return "unknown"
    if a.first > b.last + slack or b.first > a.last + slack:
        return "differs"
    return "same" if a == b or max(a.length, b.length) <= (_MONTH if slack else TOLL) else "unknown"
