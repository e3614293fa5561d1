"""Where the figures of a series stand in a chart: shares of width and height, ticks, shapes; no drawing.

Across is time, from left to right in every language: a figure stands when it held, else when it was said,
else when it was published, and which of the three is kept; or, asked so, when it was said, else published.
What has no date stands at the edge.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

import msgspec

from rawi.ledger.answers import PointView, SeriesView
from rawi.ledger.timeline import find_days
from rawi.model.value import Hedge
from rawi.views.scales import Scale, Tick, day_number, find_scale, tick_days

Shape = Literal["exact", "below", "above", "about", "range"]
Dated = Literal["as_of", "said", "published"]
#: By which date figures stand in a chart, the first of the three that is tried.
By = Literal["as_of", "said"]
_ORDERS: dict[By, tuple[Dated, ...]] = {
    "as_of": ("as_of", "said", "published"),
    "said": ("said", "published"),
}
_SHAPES: dict[Hedge, Shape] = {
    Hedge.ABOUT: "about",
    Hedge.LESS_THAN: "below",
    Hedge.AT_MOST: "below",
    Hedge.MORE_THAN: "above",
    Hedge.AT_LEAST: "above",
    Hedge.ORDER: "above",
    Hedge.BETWEEN: "range",
}
_GREATEST = 1e300  # beyond it nothing can be drawn
_ABOUT = 0.1  # how far an approximate number reaches to either side, as in comparisons
_FIRST, _LAST = "0000-01-01", "9999-12-31"
_MARGIN = 0.04  # of the width, left free at both ends

Days = tuple[int, int]


class Mark(msgspec.Struct, frozen=True, gc=False):
    """One figure in the chart, number ``number`` of the list under it.

    ``left`` and ``right`` are the ends of its time (null if ``dated`` is), ``at`` the middle; ``low`` and
    ``high`` its value, one of them the bound where the other is open; ``told`` when it was said, if that is
    another time than that at which it stands; ``corrected``: a person corrected the
    entry. All are shares from 0 to 1, from the left and from the bottom.
    """

    number: int
    shape: Shape
    low: float
    high: float
    at: float | None = None
    left: float | None = None
    right: float | None = None
    dated: Dated | None = None
    told: float | None = None
    hollow: bool = False
    denied: bool = False
    corrected: bool = False
    holder: str | None = None

    @property
    def middle(self) -> float:
        """How high the mark stands."""
        return (self.low + self.high) / 2


class Plot(msgspec.Struct, frozen=True, gc=False):
    """A chart before it is drawn. ``skipped`` are numbers of figures without a value."""

    marks: tuple[Mark, ...]
    across: tuple[Tick, ...]
    up: tuple[Tick, ...]
    logarithmic: bool
    skipped: tuple[int, ...] = ()

    @property
    def undated(self) -> bool:
        """Is there a figure that has no date?"""
        return any(mark.dated is None for mark in self.marks)


def build_plot(series: SeriesView, across: int = 6, up: int = 5, by: By = "as_of") -> Plot:
    """Lay out a series ``by`` one of its dates, with about ``across`` and ``up`` ticks on the axes."""
    points = series.points
    scale = find_scale([value for one in points for value in _reach(one)], up)
    known = [_time(one, by)[1] for one in points]
    told = [_told(one, by) for one in points]
    width = _Width([days for days in (*known, *told) if days])
    marks, skipped = list[Mark](), list[int]()
    for number, one in enumerate(points, 1):
        if scale and _reach(one):
            marks.append(_mark(number, one, scale, width, by))
        else:
            skipped.append(number)
    values, logarithmic = (scale.ticks, scale.logarithmic) if scale else ((), False)
    return Plot(tuple(marks), tuple(width.ticks(across)), values, logarithmic, tuple(skipped))


def _mark(number: int, one: PointView, scale: Scale, width: _Width, by: By) -> Mark:
    """Build the mark of a figure that has a value."""
    values = _reach(one)
    dated, days = _time(one, by)
    told = _told(one, by)
    left, right = (width.share(days[0]), width.share(days[1])) if days else (None, None)
    return Mark(
        number=number,
        shape=find_shape(one),
        low=scale.share(min(values)),
        high=scale.share(max(values)),
        at=(left + right) / 2 if left is not None and right is not None else None,
        left=left,
        right=right,
        dated=dated,
        told=width.share(sum(told) / 2) if told and told != days else None,
        hollow=bool(one.point.relayed_by),
        denied=one.point.denied,
        corrected=bool(one.entry.review and one.entry.review.corrections),
        holder=one.point.holder,
    )


def find_shape(one: PointView) -> Shape:
    """Return the shape of a figure: what its hedge says; ends that differ are a range whatever it says."""
    low, high = one.point.low, one.point.high
    if low is not None and high is not None and low != high:
        return "range"
    return _SHAPES.get(one.point.hedge, "exact")


def _reach(one: PointView) -> Sequence[float]:
    """Return the least and the greatest value at which a figure is drawn; empty if it has none."""
    ends = (one.point.low, one.point.high)
    known = [float(end) for end in ends if end is not None and abs(end) < _GREATEST]
    if known and one.point.hedge == Hedge.ABOUT:
        reach = [value * (1 + side) for value in known for side in (-_ABOUT, _ABOUT)]
        return min(reach), max(reach)
    return known


def _time(one: PointView, by: By) -> tuple[Dated | None, Days | None]:
    """Return when a figure stands in the chart, and which of its dates that is."""
    for name in _ORDERS[by]:
        if days := _days(getattr(one.point, name)):
            return name, days
    return None, None


def _told(one: PointView, by: By) -> Days | None:
    """Return when a figure was said, else published, if it stands at the time when it held."""
    if by == "said" or not _days(one.point.as_of):
        return None
    return _days(one.point.said) or _days(one.point.published)


def _days(edtf: str | None) -> Days | None:
    """Return a date as numbers of days; of one that is open at an end, the end that is known."""
    found = find_days(edtf)
    if found is None or found == (_FIRST, _LAST):
        return None
    first, last = found
    known = [day for day in (first, last) if day not in (_FIRST, _LAST)]
    return day_number(known[0]), day_number(known[-1])


class _Width:
    """The axis of time over all days that are drawn."""

    def __init__(self, known: Iterable[Days]) -> None:
        ends = [day for days in known for day in days]
        self._known = bool(ends)
        first, last = (min(ends), max(ends)) if ends else (0, 0)
        spare = max(1.0, (last - first) * _MARGIN)
        self._first, self._last = first - spare, last + spare

    def share(self, day: float) -> float:
        """Return how far to the right a day stands."""
        return (day - self._first) / (self._last - self._first)

    def ticks(self, most: int) -> Iterator[Tick]:
        """Yield at most about ``most`` years, months or days of the calendar."""
        if self._known:
            for day, name in tick_days(self._first, self._last, most):
                yield Tick(self.share(day), name)
