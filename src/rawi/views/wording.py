"""A series in words and as a list: how many values of how many origins, one after another, each with its
dates and holder."""

from __future__ import annotations

from collections.abc import Iterator

from rawi.ledger.answers import PointView, SeriesView
from rawi.ledger.corrections import correct_figure
from rawi.model.relation import Point
from rawi.model.value import Hedge
from rawi.views.amounts import render_amount, render_number
from rawi.views.chart import find_sign
from rawi.views.dates import render_date
from rawi.views.labels import Language, label, load_labels
from rawi.views.placenames import name_place
from rawi.views.plot import build_plot
from rawi.views.plurals import count
from rawi.views.screen import Screen
from rawi.views.units import name_unit

_HEDGES = {
    Hedge.ABOUT: "roughly",
    Hedge.LESS_THAN: "under",
    Hedge.AT_MOST: "up_to",
    Hedge.MORE_THAN: "over",
    Hedge.AT_LEAST: "from_up",
    Hedge.ORDER: "order",
}
_GAP = "  "
_MOST = 12  # values that a sentence names; the list has all


def render_counted(what: str, counted: str, language: Language) -> str:
    """Return what is counted: what befell people where the class tells it, else the noun of the sources.

    >>> render_counted("شخصا", "killed+injured", "ar"), render_counted("خيام", "tents", "en")
    ('قتلى + جرحى', 'خيام')
    """
    names = [f"what.{part}" for part in counted.split("+")]
    return " + ".join(label(name, language) for name in names) if load_labels().keys() >= set(names) else what


def render_title(series: SeriesView, language: Language = "en") -> str:
    """Return what a series counts: what, of whom, in which unit, where, else in which story."""
    what = render_counted(series.what, series.counted, language)
    told = [
        what,
        series.whom,
        name_unit(series.unit, language),
        name_place(series.place) or series.story_title,
    ]
    return " · ".join(dict.fromkeys(part for part in told if part))


def render_words(series: SeriesView, screen: Screen) -> str:
    """Return the course of a series in one sentence; what is said twice alike stands once."""
    told, language = list[str](), screen.language
    for one in series.points:
        value = _value(one.point, language)
        known = [_when(one.point, language), *_who(one.point, screen), *_amended(one, language)]
        shown = f"{value} ({label('list_comma', language).join(part for part in known if part)})"
        if shown not in told:
            told.append(shown)
    more = len(told) - _MOST
    course = label("then", language).join([*told[:_MOST], *(["…"] if more > 0 else [])])
    values = len({_value(one.point, language) for one in series.points})
    head = [count("values", values, language), *_origins(series, language)]
    doubt = f". {label('story_doubtful', language)}" if series.doubtful else ""
    return f"{label('in_words', language)}: {label('list_comma', language).join(head)}. {course}{doubt}"


def render_summary(series: SeriesView, screen: Screen) -> str:
    """Return how much a series holds: figures, documents, and the independent origins by name."""
    language = screen.language
    documents = len({one.point.document for one in series.points})
    told = [count("figures", len(series.points), language), count("documents", documents, language)]
    names = label("list_comma", language).join(screen.apart(one.name) for one in series.origins)
    told += [f"{one} ({names})" if names else one for one in _origins(series, language)]
    return " · ".join(told)


def render_list(series: SeriesView, screen: Screen) -> str:
    """Return every figure of a series under its number in the chart: value, dates, id; words and holder on a
    line of their own."""
    signs = {mark.number: find_sign(mark) for mark in build_plot(series).marks}
    wide = len(str(len(series.points)))
    return "\n".join(
        line
        for number, one in enumerate(series.points, 1)
        for line in _entry(number, one, signs.get(number, " "), wide, screen)
    )


def _entry(number: int, one: PointView, sign: str, wide: int, screen: Screen) -> Iterator[str]:
    """Yield the lines of one figure."""
    point = one.point
    dates = (("as_of", point.as_of), ("said", point.said), ("published", point.published))
    told = [f"{screen.label(name)} {date}" for name, date in dates if date] or [screen.label("no_date")]
    told += [screen.label(name) for name, given in _marks(point) if given]
    amount = screen.strong(render_amount(one.entry.figure, screen.language))
    yield _GAP.join([f"{number:>{wide}} {sign} {amount}", *told, screen.faint(point.figure)])
    words = [f"«{one.entry.words}»", point.holder or screen.label("narrator")]
    words += [f"{screen.label('relayed_by')} {' › '.join(point.relayed_by)}"] if point.relayed_by else []
    yield screen.block(" — ".join(words))


def _marks(point: Point) -> tuple[tuple[str, bool], ...]:
    """Return what must stand with a figure, and whether it holds of this one."""
    return (
        ("relayed", bool(point.relayed_by)),
        ("denied", point.denied),
        ("doubtful", point.confidence == "doubtful"),
        ("joint", point.joint),
    )


def _origins(series: SeriesView, language: Language) -> list[str]:
    """Return how many independent origins there are; nothing where none were counted."""
    return [count("origins", len(series.origins), language)] if series.origins else []


def _value(point: Point, language: Language) -> str:
    """Return a value with its hedge in words; no sign stands in a sentence."""
    low, high = render_number(point.low), render_number(point.high)
    if not (low or high):
        return label("unknown_amount", language)
    if low and high and low != high:
        return label("between", language).format(low=low, high=high)
    if point.hedge == Hedge.ORDER:
        return label("order", language).format(low=low or high, high=high or low)
    name = _HEDGES.get(point.hedge)
    return label(name, language).format(low or high) if name else low or high


def _when(point: Point, language: Language) -> str:
    """Return when a figure held; where that is not known, when it was said or published, which it says."""
    if point.as_of:
        return render_date(point.as_of, language)
    for name, date in (("said", point.said), ("published", point.published)):
        if date:
            return f"{label(name, language)} {render_date(date, language)}"
    return label("no_date", language)


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


def _who(point: Point, screen: Screen) -> Iterator[str]:
    """Yield whose claim a figure is where another passed it on, and that it is denied."""
    if point.relayed_by and point.holder:
        names = screen.apart(point.holder), screen.apart(point.relayed_by[0])
        yield screen.label("through").format(*names)
    if point.denied:
        yield screen.label("denied")
