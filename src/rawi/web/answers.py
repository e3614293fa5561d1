"""One answer in three shapes: a page, and at the same address with ``.json`` and ``.csv`` the data of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Literal

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from rawi.ledger.ledger import Ledger
from rawi.views.exports.cells import Value
from rawi.views.exports.delimited import BOM, write_rows
from rawi.views.jsonl import encode_envelope, encode_object
from rawi.web.dating import build_dater
from rawi.web.jobs import Updates
from rawi.web.judging import build_judge, name_actor
from rawi.web.naming import build_namer, name_origin
from rawi.web.permissions import STRANGER, Action, Visitor, may
from rawi.web.preferences import Preferences, keep_preferences, read_preferences
from rawi.web.quoting import build_quoter
from rawi.web.rendering import render
from rawi.web.shortcuts import keep_shortcuts, list_shortcuts, load_keys, read_shortcuts
from rawi.web.site import Site
from rawi.web.states import State

Shape = Literal["html", "json", "csv"]
_TYPES: dict[Shape, str] = {
    "html": "text/html; charset=utf-8",
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
}


class Asked(msgspec.Struct, frozen=True):
    """What a page is asked: the request, by whom, of which ledger."""

    request: Request
    site: Site
    preferences: Preferences
    ledger: Ledger
    updates: Updates

    @property
    def visitor(self) -> Visitor:
        """Who asks."""
        return find_visitor(self.request)

    def may(self, action: Action) -> bool:
        """May the visitor do something here?"""
        return may(self.visitor.role, action, read_only=self.site.read_only)

    def given(self, name: str) -> str | None:
        """Return a value of the address; null where it is left out or blank."""
        return self.request.query_params.get(name, "").strip() or None

    def flag(self, name: str) -> bool:
        """Is something asked for that is on or off?"""
        return self.given(name) in ("1", "true", "on", "yes")


class Answer(msgspec.Struct, frozen=True):
    """What a page says: its ``template`` with ``data``, and the same as data.

    ``schema`` names the JSON (``rawi.said/1``), as the command line does: ``items`` in an envelope with the
    cursor ``next``, or ``fields`` of one thing. ``columns`` and ``rows`` are the CSV.
    """

    template: str
    schema: str
    data: dict[str, Any]
    items: Sequence[Any] | None = None
    fields: dict[str, Any] = {}
    next: str | None = None
    columns: tuple[str, ...] = ()
    rows: Sequence[Sequence[Value]] = ()
    status: int = 200


def find_visitor(request: Request) -> Visitor:
    """Return who the guard says a request is from."""
    found = getattr(request.state, "visitor", STRANGER)
    return found if isinstance(found, Visitor) else STRANGER


Handler = Callable[[Asked], "Answer | Response"]


def build_response(answer: Answer, request: Request, site: Site, shape: Shape) -> Response:
    """Return an answer in one shape."""
    if shape == "json":
        body = _json(answer)
    elif shape == "csv":
        body = BOM + write_rows([answer.columns]) + write_rows(answer.rows)
    else:
        return build_page(answer, request, site)
    return Response(body, answer.status, media_type=_TYPES[shape])


def _json(answer: Answer) -> bytes:
    if answer.items is None:
        return encode_object(answer.schema, **answer.fields)
    return encode_envelope(answer.schema, answer.items, next=answer.next, **answer.fields)


def build_page(answer: Answer, request: Request, site: Site) -> Response:
    """Return an answer as a page in the language that is preferred."""
    preferences = read_preferences(request, site.language)
    visitor = find_visitor(request)
    can = partial(may, visitor.role, read_only=site.read_only)
    other = "en" if preferences.language == "ar" else "ar"
    ledger = getattr(request.state, "ledger", None)
    shell = {
        "lang": preferences.language,
        "dir": preferences.direction,
        "theme": preferences.theme,
        "single_keys": preferences.keys,
        "shortcuts": list_shortcuts(read_shortcuts(request)),
        "key_pages": load_keys().pages,
        "visitor": visitor,
        "can": can,
        "read_only": not can("review"),
        "ledger_name": site.ledger.rsplit("/", 1)[-1],
        "path": request.url.path,
        "query": request.query_params,
        "other": other,
        "switch": _switch(request, other),
        "twin": lambda shape: _twin(request, shape),
        "has_csv": bool(answer.columns),
        "state": State(ledger, request, preferences),
        "quote": build_quoter(ledger),
        "judged": build_judge(ledger),
        "actor": lambda who: name_actor(who, preferences.language),
        "dated": build_dater(ledger, preferences),
        "name_of": build_namer(ledger, preferences.language),
        "origin_of": lambda one: name_origin(ledger, one, preferences.language),
    }
    page = render(answer.template, preferences, {**shell, **answer.data})
    made = Response(page, answer.status, media_type=_TYPES["html"])
    keep_preferences(request, made)
    keep_shortcuts(request, made)
    return made


def _switch(request: Request, language: str) -> str:
    """Return the address of the same page in another language; ``//host`` would be another server."""
    url = request.url.include_query_params(lang=language).replace(scheme="", netloc="")
    return "/" + str(url).lstrip("/\\")


def _twin(request: Request, shape: str) -> str:
    """Return the address of a page's data."""
    path = request.url.path.rstrip("/") or "/index"
    query = request.url.query
    return f"{path}.{shape}?{query}" if query else f"{path}.{shape}"
