"""The pages: each answers one address. Data first, then how it is said."""

from __future__ import annotations

from rawi.web.answers import Handler
from rawi.web.pages.across import chain, entities, stories, story, update, updating
from rawi.web.pages.finding import find
from rawi.web.pages.keeping import history, settings, sources, undo_decision
from rawi.web.pages.listing import events, figures, said
from rawi.web.pages.queue import queue, review_all
from rawi.web.pages.reading import home, read_article, reader
from rawi.web.pages.reviewing import review

#: Addresses that are asked; each with ``.json`` and ``.csv`` after it is answered as data.
PAGES: tuple[tuple[str, Handler], ...] = (
    ("/", home),
    ("/d/{id}", reader),
    ("/find", find),
    ("/said", said),
    ("/figures", figures),
    ("/events", events),
    ("/stories", stories),
    ("/story/{id}", story),
    ("/who", entities),
    ("/chain/{id}", chain),
    ("/updating", updating),
    ("/review", queue),
    ("/history", history),
    ("/sources", sources),
    ("/settings", settings),
)
#: Addresses that are told something.
POSTS: tuple[tuple[str, Handler], ...] = (
    ("/read", read_article),
    ("/review", review),
    ("/review/all", review_all),
    ("/decision/undo", undo_decision),
    ("/update", update),
)
