"""A figure through time: the list of quantities, and one of them as chart, sentence and table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from markupsafe import Markup
from starlette.responses import Response

from rawi.ledger.answers import PointView, SeriesView
from rawi.model.value import Hedge
from rawi.views.amounts import render_range
from rawi.views.drawing import render_drawing, render_inset
from rawi.views.exports.cells import Value
from rawi.views.labels import Language
from rawi.views.placenames import name_place
from rawi.views.screen import Screen
from rawi.views.wording import render_counted, render_title, render_words
from rawi.web.answers import Answer, Asked
from rawi.web.isolates import confine
from rawi.web.pages.listing import REVIEWED, count_found, cut_page, reviewed
from rawi.web.pages.narrowing import count_repeats, name_holder, narrow, read_narrowed
from rawi.web.preferences import Preferences
from rawi.web.speech import say, say_around

_LISTED = ("id", "what", "counted", "whom", "unit", "place", "story", "figures", "documents", "origins")
_COLUMNS = (
    "number", "id", "address", "low", "high", "hedge", "unit", "as_of", "said", "published", "holder",
    "relayed_by", "origin", "denied", "confidence", "words", "document", "title", "outlet",
    *REVIEWED,
)  # fmt: skip


def series(asked: Asked) -> Answer:
    """Answer which quantities have a course through time, those with most figures first."""
    given = (asked.given(name) for name in ("what", "place", "who", "since"))
    found = asked.ledger.series(*given)
    items, after = cut_page(asked, found)
    language = asked.preferences.language
    shown = [
        (one, render_title(one, language), _course(one, asked.preferences), _documents(one)) for one in items
    ]
    rows = [_listed_row(one) for one in items]
    data = {"items": shown, "next": after, **count_found(found)}
    return Answer("series.html", "series", data, items, next=after, columns=_LISTED, rows=rows)


def one_series(asked: Asked) -> Answer:
    """Answer one quantity through time, narrowed as the address says: by when its figures held or were said
    (``by=said``), those of one ``holder``, without repeats of one origin (``repeats=off``)."""
    how, language = read_narrowed(asked), asked.preferences.language
    whole = asked.ledger.series_with(asked.request.path_params["id"], rejected=asked.flag("rejected"))
    view = narrow(whole, how)
    data = {
        "one": view,
        "how": how,
        "title": render_title(view, language),
        "counted": render_counted(view.what, view.counted, language),
        "place": name_place(view.place),
        "course": _course(view, asked.preferences),
        "documents": _documents(view),
        # escaped where it is drawn
        "chart": Markup(render_inset(view, language, how.by, how.axis == "rtl")),
        "values": [say(_plain(one, language), asked.preferences) for one in view.points],
        "amended": [
            (number, one)
            for number, one in enumerate(view.points, 1)
            if one.entry.review and one.entry.review.corrections
        ],
        "holders": Counter(name_holder(one) for one in whole.points).most_common(),
        "repeats": count_repeats(whole),
        "to": lambda **changed: how.address(asked.request.url.path, **changed),
    }
    rows = [_row(number, one) for number, one in enumerate(view.points, 1)]
    return Answer("figure.html", "series", data, fields={"series": view}, columns=_COLUMNS, rows=rows)


def draw_series(asked: Asked) -> Response:
    """Answer the drawing of a series as a file, narrowed as its page is."""
    how, language = read_narrowed(asked), asked.preferences.language
    view = narrow(asked.ledger.series_with(asked.request.path_params["id"]), how)
    drawn = "".join(render_drawing([view], language, how.by, how.axis == "rtl"))
    named = {"content-disposition": f'attachment; filename="{view.id}.svg"'}
    return Response(drawn, media_type="image/svg+xml", headers=named)


def _course(view: SeriesView, preferences: Preferences) -> Markup:
    """Return the course of a series in a sentence whose names are isolated."""
    told = confine(render_words(view, Screen(terminal=True, language=preferences.language)))
    return say_around(told, preferences)


def _documents(view: SeriesView) -> int:
    """Return how many documents a series is of."""
    return len({one.point.document for one in view.points})


def _plain(one: PointView, language: Language) -> str:
    """Return the value of a figure without its hedge, which has a column of its own."""
    figure = one.entry.figure
    return render_range(figure.low, figure.high, Hedge.EXACT, language, figure.unit)


def _listed_row(view: SeriesView) -> tuple[Value, ...]:
    return (
        view.id, view.what, view.counted, view.whom, view.unit, view.place, view.story,
        len(view.points), _documents(view), len(view.origins),
    )  # fmt: skip


def _row(number: int, one: PointView) -> tuple[Value, ...]:
    point, entry = one.point, one.entry
    low, high = _numbers(point.low, point.high)
    return (
        number, entry.id, entry.address, low, high, point.hedge.value, entry.figure.unit, point.as_of,
        point.said, point.published, point.holder, " › ".join(point.relayed_by), point.origin,
        point.denied, point.confidence, entry.words, entry.article.id, entry.article.title,
        entry.article.outlet, *reviewed(entry.review),
    )  # fmt: skip


def _numbers(*values: object) -> Iterator[Value]:
    """Yield bounds as cells have them."""
    yield from (one if isinstance(one, int | float) or one is None else str(one) for one in values)
