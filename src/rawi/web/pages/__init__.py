"""The pages: each answers one address. Data first, then how it is said."""

from __future__ import annotations

from rawi.web.answers import Handler
from rawi.web.pages.across import chain, entities, stories, story, update, updating
from rawi.web.pages.checking import check
from rawi.web.pages.citing import cite
from rawi.web.pages.comparing import compare, compare_by_id, compare_two, decide
from rawi.web.pages.finding import find
from rawi.web.pages.keeping import history, settings, sources, undo_decision
from rawi.web.pages.listing import events, figures, said
from rawi.web.pages.mapping import events_map
from rawi.web.pages.numbers import draw_series, one_series, series
from rawi.web.pages.queue import queue, review_all
from rawi.web.pages.reading import home, read_article, reader
from rawi.web.pages.reviewing import review
from rawi.web.pages.shelf import ledger

#: Addresses that are asked; each with ``.json`` and ``.csv`` after it is answered as data.
PAGES: tuple[tuple[str, Handler], ...] = (
    ("/", home),
    ("/d/{id}", reader),
    ("/find", find),
    ("/ledger", ledger),
    ("/said", said),
    ("/figures", figures),
    ("/events", events),
    ("/map", events_map),
    ("/stories", stories),
    ("/story/{id}", story),
    ("/who", entities),
    ("/chain/{id}", chain),
    ("/cite/{id}", cite),
    ("/updating", updating),
    ("/review", queue),
    ("/history", history),
    ("/sources", sources),
    ("/settings", settings),
    ("/series", series),
    ("/series/{id}", one_series),
    ("/series/{id}/svg", draw_series),
    ("/compare", compare),
    ("/compare/{a}/{b}", compare_two),
    ("/compare/{id}", compare_by_id),
    ("/check", check),
)
#: Addresses that are told something.
POSTS: tuple[tuple[str, Handler], ...] = (
    ("/read", read_article),
    ("/review", review),
    ("/review/all", review_all),
    ("/decision/undo", undo_decision),
    ("/update", update),
    ("/verdict", decide),
)
