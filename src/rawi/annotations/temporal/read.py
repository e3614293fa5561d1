"""The dates and moments of a phrase outside any article."""

from __future__ import annotations

from collections.abc import Iterator

from rawi.annotations.temporal.atoms import lay_lines
from rawi.annotations.temporal.builders.moments import moment_of
from rawi.annotations.temporal.joins.dates import DATE_JOINS, MEMBER_JOINS
from rawi.annotations.temporal.joins.moments import TIME_JOINS
from rawi.annotations.temporal.line import Item
from rawi.text.text import Text

_DATES = frozenset(("on_day", "on_weekday", "on_month", "on_year", "on_week", "span", "feast"))


def read_dates(text: Text) -> Iterator[Item]:
    """Yield the dates of a phrase, in order; values are ``DateExpression``.

    >>> [(item.value.nth, item.value.weekday) for item in read_dates(Text("آخر جمعة من رمضان"))]
    [(-1, 4)]
    """
    for line in lay_lines(text, hours=False):
        line.join(DATE_JOINS)
        yield from (item for item in line.items if item is not None and item.kind in _DATES)


def read_moments(text: Text) -> Iterator[Item]:
    """Yield the moments of a phrase, in order; values are ``Moment``. A date without a time of day is none.

    >>> [item.value.time for item in read_moments(Text("غدا الساعة السابعة والنصف مساء"))]
    ['19:30:00']
    """
    for line in lay_lines(text):
        line.join(MEMBER_JOINS)
        line.join(TIME_JOINS)
        yield from (moment for item in line.items if item is not None and (moment := _moment(item)))


def _moment(item: Item) -> Item | None:
    """Return a piece that is a moment, or one by itself; None for any other."""
    alone = (
        item.kind == "clock"
        or (item.kind == "hourly" and item.value.grain != "hour")
        or (item.kind == "part" and item.value["today"])
    )
    if alone:
        return Item("instant", item.first, item.last, moment_of(item), "moment/alone")
    return item if item.kind == "instant" else None
