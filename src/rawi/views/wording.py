"""A series in words and as a list: how many values of how many origins, each with its dates and holder."""

from __future__ import annotations

from collections.abc import Iterator

from rawi.ledger.answers import PointView, SeriesView
from rawi.model.relation import Point
from rawi.views.amounts import render_amount
from rawi.views.chart import find_sign
from rawi.views.course import render_course, render_value
from rawi.views.labels import Language, label, load_labels
from rawi.views.placenames import name_place
from rawi.views.plot import build_plot
from rawi.views.plurals import count
from rawi.views.screen import Screen
from rawi.views.units import name_unit

_GAP = "  "


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
    """Return the course of a series in words, in the order of the dates that are shown; what is said twice
    alike stands once, what has no date stands last."""
    language = screen.language
    values = len({render_value(one.point, language) for one in series.points})
    head = [count("values", values, language), *_origins(series, language)]
    told = [f"{label('in_words', language)}: {label('list_comma', language).join(head)}"]
    told += render_course(series, screen)
    if series.doubtful:
        told.append(label("story_doubtful", language))
    return ". ".join(told)


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
