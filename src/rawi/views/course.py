"""The course of a series in a sentence: the values in the order of the dates that stand beside them.

Only dates tell an order. «ثم» and the arrow stand where one value is of a later time than all before it;
values of one time are joined by «و»; what has no date is named apart, for nothing says where it belongs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rawi.ledger.answers import PointView, SeriesView
from rawi.ledger.corrections import correct_figure
from rawi.ledger.timeline import find_days
from rawi.model.relation import Point
from rawi.model.value import Hedge
from rawi.views.amounts import name_order, render_amount, render_number
from rawi.views.dates import render_date
from rawi.views.labels import Language, label
from rawi.views.screen import Screen

_HEDGES = {
    Hedge.ABOUT: "roughly",
    Hedge.LESS_THAN: "under",
    Hedge.AT_MOST: "up_to",
    Hedge.MORE_THAN: "over",
    Hedge.AT_LEAST: "from_up",
    Hedge.ORDER: "order",
}
_MOST = 12  # values that a sentence names; the list has all
_NEVER = ("9999-12-31", "9999-12-31")  # a date that has no place in time, as «6 December», stands last


def render_course(series: SeriesView, screen: Screen) -> Iterator[str]:
    """Yield the values that have dates as one sentence, then those that have none."""
    dated = dict[str, str]()
    undated = list[str]()
    for one in sorted(series.points, key=lambda one: _days(one.point) or _NEVER):
        shown, date = _tell(one, screen), _date(one.point)
        if date:
            dated.setdefault(shown, date)
        else:
            undated.append(shown)
    if dated:
        yield _join_dated(list(dated.items()), screen.language)
    if undated:
        name = "undated_too" if dated else "undated_values"
        words = _listed(list(dict.fromkeys(undated)), screen.language)
        yield label(name, screen.language).format(words)


def _join_dated(told: Sequence[tuple[str, str]], language: Language) -> str:
    """Return values in words, each with its date, joined by what their dates tell of their order."""
    course, latest = "", ""
    for shown, date in told[:_MOST]:
        days = find_days(date)
        if course:
            later = days is not None and days[0] > latest
            course += label("then" if later else "same_time", language)
        course += shown
        latest = max(latest, (days or _NEVER)[1])
    return course + (f"{label('list_comma', language)}…" if len(told) > _MOST else "")


def _listed(told: Sequence[str], language: Language) -> str:
    """Return values that nothing orders."""
    more: Iterable[str] = ["…"] if len(told) > _MOST else []
    return label("list_comma", language).join([*told[:_MOST], *more])


def _tell(one: PointView, screen: Screen) -> str:
    """Return a value with what must stand beside it; that it has no date, its group says."""
    point, language = one.point, screen.language
    known = [
        part for part in (_when(point, language), *_who(point, screen), *_amended(one, language)) if part
    ]
    value = render_value(point, language)
    return f"{value} ({label('list_comma', screen.language).join(known)})" if known else value


def _date(point: Point) -> str | None:
    """Return the date that is shown of a figure."""
    return point.as_of or point.said or point.published


def _days(point: Point) -> tuple[str, str] | None:
    """Return the first and last day of the date that is shown."""
    return find_days(_date(point))


def render_value(point: Point, language: Language) -> str:
    """Return a value with its hedge in words; no sign stands in a sentence."""
    low, high = render_number(point.low), render_number(point.high)
    if not (low or high):
        return label("unknown_amount", language)
    if low and high and low != high:
        return label("between", language).format(low=low, high=high)
    if point.hedge == Hedge.ORDER:
        named = name_order(point.low, language)
        shape = "order_named" if named else "order"
        return label(shape, language).format(named, low=low or high, high=high or low)
    name = _HEDGES.get(point.hedge)
    return label(name, language).format(low or high) if name else low or high


def _when(point: Point, language: Language) -> str:
    """Return when a figure held; where that is not known, when it was said or published, which it says;
    nothing for no date."""
    if point.as_of:
        return render_date(point.as_of, language)
    for name, date in (("said", point.said), ("published", point.published)):
        if date:
            return f"{label(name, language)} {render_date(date, language)}"
    return ""


def _who(point: Point, screen: Screen) -> Iterator[str]:
    """Yield whose claim a figure is where another passed it on, and that it is denied."""
    if point.relayed_by and point.holder:
        names = screen.apart(point.holder), screen.apart(point.relayed_by[0])
        yield screen.label("through").format(*names)
    if point.denied:
        yield screen.label("denied")


def _amended(one: PointView, language: Language) -> Iterator[str]:
    """Yield that a person corrected a figure, and to which value where that is corrected."""
    review = one.entry.review
    if review is None or not review.corrections:
        return
    figure = correct_figure(one.entry.figure, review.corrections)
    if figure is None:
        yield label("amended", language)
    else:
        yield label("amended_to", language).format(render_amount(figure, language))
