"""Series as one SVG that needs nothing else: chart, legend and list, in light and dark, for print and screen.

The chart runs from left to right in both languages; every name keeps its own direction, and in Arabic
headings, legend and list stand at the right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from rawi.ledger.answers import SeriesView
from rawi.views.labels import Language, label
from rawi.views.panels import WIDTH, Panel
from rawi.views.plot import By
from rawi.views.screen import Screen
from rawi.views.svg import element, shown
from rawi.views.wording import render_title, render_words


def render_drawing(
    series: Sequence[SeriesView], language: Language = "en", by: By = "as_of", mirrored: bool = False
) -> Iterator[str]:
    """Yield an SVG with all series, one under the other; joined, it is one file.

    ``by`` and ``mirrored`` are as in ``render_inset``."""
    panels, height = list[str](), 0.0
    for one in series:
        body, ends = Panel(one, language, by, mirrored).draw()
        panels.append(element("g", body, transform=f"translate(0 {height:g})"))
        height += ends
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield _opening(series, language, max(height, 1.0))
    yield f"<style>{_style()}</style>\n"
    yield element("rect", width=WIDTH, height=height, class_="page") + "\n"
    yield from (f"{panel}\n" for panel in panels)
    yield "</svg>\n"


def render_inset(
    series: SeriesView, language: Language = "en", by: By = "as_of", mirrored: bool = False
) -> str:
    """Return chart and legend of a series as an SVG that stands in a page, styled by its style sheet; nothing
    where no figure can be drawn. ``by`` is the date at which figures stand; ``mirrored``: time runs from
    right to left."""
    body, height = Panel(series, language, by, mirrored).draw_chart()
    return f"{_opening([series], language, height)}{body}</svg>" if body else ""


def _opening(series: Sequence[SeriesView], language: Language, height: float) -> str:
    """Return the opening tag, with a title and a description for those who do not see the drawing."""
    name = shown(series[0].id if series else "none")
    title = label("chart_title", language).format("; ".join(render_title(one, language) for one in series))
    told = " ".join(render_words(one, Screen(language=language)) for one in series)
    size = f'viewBox="0 0 {WIDTH:g} {height:g}" width="{WIDTH:g}" height="{height:g}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="rawi-chart" role="img" lang="{language}" '
        f'direction="ltr" {size} aria-labelledby="title-{name} desc-{name}">\n'
        f'<title id="title-{name}">{shown(title)}</title><desc id="desc-{name}">{shown(told)}</desc>\n'
    )


@cache
def _style() -> str:
    """Return the style of the drawing."""
    return files("rawi.views").joinpath("drawing.css").read_text("utf-8")
