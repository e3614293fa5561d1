"""The pages: each answers one address. Data first, then how it is said."""

from __future__ import annotations

from rawi.web.answers import Handler
from rawi.web.pages.across import chain, entities, stories, story, update, updating
from rawi.web.pages.amending import amend
from rawi.web.pages.changing import change, change_entity, change_event, change_story
from rawi.web.pages.checking import check
from rawi.web.pages.citing import cite
from rawi.web.pages.coding import merge, split
from rawi.web.pages.comparing import compare, compare_by_id, compare_two, decide
from rawi.web.pages.dossiers import (
    add_to_dossier,
    change_dossier,
    dossier,
    dossiers,
    make_dossier,
    one_file,
)
from rawi.web.pages.entity import entity
from rawi.web.pages.finding import find
from rawi.web.pages.keeping import history, settings, sources, undo_decision
from rawi.web.pages.listing import events, figures, said
from rawi.web.pages.mapping import events_map
from rawi.web.pages.numbers import draw_series, one_series, series
from rawi.web.pages.queue import confirm, queue, review_all
from rawi.web.pages.reading import home, read_article, reader
from rawi.web.pages.records import entry, entry_history
from rawi.web.pages.settling import settle_date
from rawi.web.pages.shelf import ledger
from rawi.web.pages.suggesting import suggestions
from rawi.web.permissions import Action

#: Addresses that are asked; each with ``.json`` and ``.csv`` after it is answered as data. A page is for
#: whoever may read; one that is not has its action (``rawi.web.permissions``) behind its handler.
PAGES: tuple[tuple[str, Handler] | tuple[str, Handler, Action], ...] = (
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
    ("/review/confirm", confirm),
    ("/review/{id}", entry),
    ("/history", history),
    ("/history/{id}", entry_history),
    ("/sources", sources),
    ("/settings", settings),
    ("/series", series),
    ("/series/{id}", one_series),
    ("/series/{id}/svg", draw_series),
    ("/compare", compare),
    ("/compare/{a}/{b}", compare_two),
    ("/compare/{id}", compare_by_id),
    ("/check", check),
    ("/e/{id}", entity),
    ("/e/{id}/change", change_entity),
    ("/story/{id}/change", change_story),
    ("/event/{id}/change", change_event),
    ("/who/suggestions", suggestions),
    ("/dossiers", dossiers),
    ("/dossier/{id}", dossier),
    ("/file", one_file, "export"),
)
#: Addresses that are told something. Each says which action it is.
POSTS: tuple[tuple[str, Handler, Action], ...] = (
    ("/read", read_article, "add"),
    ("/review", amend, "review"),
    ("/review/all", review_all, "review"),
    ("/review/date", settle_date, "review"),
    ("/review/merge", merge, "decide"),
    ("/review/split", split, "decide"),
    ("/decision/undo", undo_decision, "decide"),
    ("/update", update, "update"),
    ("/verdict", decide, "decide"),
    ("/change", change, "decide"),
    ("/dossiers", make_dossier, "review"),
    ("/dossier/add", add_to_dossier, "review"),
    ("/dossier/{id}", change_dossier, "review"),
)
