"""Axes of a chart: values on a linear or logarithmic scale, days of the calendar, and round ticks on both."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date
from math import ceil, floor, log10

import msgspec

_APART = 30  # largest over smallest value from which the scale is logarithmic
_STEPS = (1, 2, 5, 10)
_MONTHS = (1, 2, 3, 6, 12)
_DAYS = (1, 2, 5, 10, 15)
_YEAR, _MONTH = 365.25, 30.44
_NOTHING = 1e-9  # what is nearer to zero stands there
_ROOM = 0.05  # of the height, left free over the greatest value


class Tick(msgspec.Struct, frozen=True, gc=False):
    """A place on an axis, as a share of its length, and what is written there: the name of a day, or null for
    a round ``value``."""

    at: float
    name: str | None = None
    value: float = 0.0


class Scale(msgspec.Struct, frozen=True):
    """The axis of values from ``bottom`` to ``top``; ``ticks`` are round values in it."""

    bottom: float
    top: float
    logarithmic: bool
    rounds: tuple[float, ...]

    def share(self, value: float) -> float:
        """Return how high a value stands."""
        if self.logarithmic:
            return (log10(value) - log10(self.bottom)) / (log10(self.top) - log10(self.bottom))
        return (value - self.bottom) / (self.top - self.bottom)

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """The round values as places on the axis."""
        return tuple(Tick(self.share(value), None, value) for value in self.rounds)


def find_scale(values: Sequence[float], most: int) -> Scale | None:
    """Return a scale on which all values stand, with at most about ``most`` ticks; null for no values.

    Logarithmic where the greatest is thirty times the least or more, and none is zero or less.

    >>> find_scale([3000, 10000, 40000], 4).rounds, find_scale([5, 90000], 4).logarithmic
    ((0.0, 20000.0, 40000.0), True)
    """
    if not values:
        return None
    low, high = (0.0 if abs(end) < _NOTHING else end for end in (min(values), max(values)))
    if low > 0 and high / low >= _APART:
        return _logarithmic(low, high, most)
    return _linear(min(low, 0.0), max(high, 0.0), most)


def _linear(low: float, high: float, most: int) -> Scale:
    """Return a scale that begins at zero, as lengths are compared by eye."""
    high = high if high > low else low + 1.0
    step = _round_up((high - low) / max(most - 1, 1))
    first, last = floor(low / step + 1e-9), floor(high / step + 1e-9)
    top = high + (high - low) * _ROOM
    bottom = low - (high - low) * _ROOM if low < 0 else low
    return Scale(bottom, top, False, tuple(n * step for n in range(first, last + 1) if n * step >= bottom))


def _logarithmic(low: float, high: float, most: int) -> Scale:
    """Return a scale of powers of ten."""
    first, last = floor(log10(low) + 1e-9), ceil(log10(high) - 1e-9)
    every = max(1, ceil((last - first + 1) / max(most, 2)))
    rounds = tuple(10.0**power for power in range(first, last + 1, every))
    return Scale(10.0**first, 10.0 ** (last + _ROOM), True, rounds)


def _round_up(step: float) -> float:
    """Return the next 1, 2 or 5 times a power of ten."""
    power = 10.0 ** floor(log10(step))
    return next(one * power for one in _STEPS if one * power >= step * (1 - 1e-9))


def day_number(iso: str) -> int:
    """Return a day as a number; a day that its month has not is the month's last (``2019-02-31``).

    >>> day_number("2019-02-31") == day_number("2019-02-28")
    True
    """
    year, month, day = (int(part) for part in iso.split("-"))
    year = min(max(year, date.min.year), date.max.year)
    return date(year, month, min(day, monthrange(year, month)[1])).toordinal()


def tick_days(first: float, last: float, most: int) -> Iterator[tuple[int, str]]:
    """Yield round days between two, with their names: years, else months, else days, at most about ``most``.

    >>> [name for _, name in tick_days(day_number("2015-01-01"), day_number("2021-06-01"), 4)]
    ['2016', '2018', '2020']
    """
    first, last = max(first, 1.0), min(last, float(date.max.toordinal()))
    span = max(last - first, 1.0)
    start, most = date.fromordinal(ceil(first)), max(most, 1)
    if span >= 2 * _YEAR:
        yield from _years(start.year, last, ceil(first), int(max(1, _round_up(span / _YEAR / most))))
    elif span >= 2 * _MONTH:
        step = next((one for one in _MONTHS if span / _MONTH / one <= most), _MONTHS[-1])
        yield from _months(start, last, ceil(first), step)
    else:
        step = next((one for one in _DAYS if span / one <= most), _DAYS[-1])
        days = range(ceil(first), floor(last) + 1, step)
        yield from ((day, date.fromordinal(day).isoformat()) for day in days)


def _years(year: int, last: float, first: int, step: int) -> Iterator[tuple[int, str]]:
    """Yield the beginnings of years that are multiples of ``step``."""
    year += -year % step
    while year <= date.max.year and (day := date(year, 1, 1).toordinal()) <= last:
        if day >= first:
            yield day, f"{year:04}"
        year += step


def _months(start: date, last: float, first: int, step: int) -> Iterator[tuple[int, str]]:
    """Yield the beginnings of months, counted from January, that are multiples of ``step``."""
    number = start.year * 12 + start.month - 1
    number += -number % step
    while number // 12 <= date.max.year:
        begins = date(number // 12, number % 12 + 1, 1)
        if begins.toordinal() > last:
            return
        if begins.toordinal() >= first:
            yield begins.toordinal(), f"{begins:%Y-%m}"
        number += step
