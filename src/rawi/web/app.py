"""The application: which address is answered by what, and what is said where something goes wrong."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import asynccontextmanager, contextmanager
from functools import partial
from importlib.resources import files
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from rawi.errors import RawiError
from rawi.web import api
from rawi.web.answers import Asked, build_response, find_visitor
from rawi.web.doors import AccountDoor, Door, build_door
from rawi.web.faults import explain
from rawi.web.guards import LONGEST_BODY, Guard
from rawi.web.handles import Handles
from rawi.web.jobs import Updates
from rawi.web.pages import PAGES, POSTS
from rawi.web.pages.entering import build_entrance
from rawi.web.preferences import read_preferences
from rawi.web.routes import Endpoint, Gate, Gated, Planned, plan_pages, plan_posts, refuse_unmarked
from rawi.web.site import Site

_CAUGHT = (HTTPException, ClientDisconnect, RawiError, ValueError, Exception)


def build_app(site: Site) -> ASGIApp:
    """Return the application of one ledger, behind its guard."""
    handles = Handles(site.ledger, "web")
    updates = Updates(handles)
    door = build_door(site)
    routes = build_routes(site, handles, updates, door)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> Any:
        yield
        handles.close()

    app = Starlette(
        routes=routes,
        lifespan=lifespan,
        exception_handlers=dict.fromkeys(_CAUGHT, _handler(site)),
    )
    return Guard(app, site, door)


def build_routes(site: Site, handles: Handles, updates: Updates, door: Door) -> list[BaseRoute]:
    """Return all addresses of a site, each behind its gate; Unmarked if one is not."""
    gate = Gate(site, door.denied)
    routes: list[BaseRoute] = [
        Gated(one.path, _endpoint(one, site, handles, updates), {one.method: one.action}, gate)
        for one in (*plan_pages(PAGES), *plan_posts(POSTS))
    ]
    routes += api.routes(partial(_asking, site, handles, updates), gate)
    if isinstance(door, AccountDoor):
        routes += build_entrance(door, gate)
    routes += [
        Gated(f"{api.ROOT}/openapi.json", _describe_api, {"GET": "export"}, gate),
        Gated("/healthz", _healthz, {"GET": "enter"}, gate),
        Mount("/static", _Kept(StaticFiles(directory=str(files("rawi.web").joinpath("static"))))),
    ]
    refuse_unmarked(routes)
    return routes


@contextmanager
def _asking(site: Site, handles: Handles, updates: Updates, request: Request) -> Iterator[Asked]:
    """Lend what a handler is asked, with a ledger of its own, in which decisions are the visitor's."""
    with handles.lend(find_visitor(request).name) as ledger:
        request.state.ledger = ledger  # a page may name articles by the words they begin with
        yield Asked(request, site, read_preferences(request, site.language), ledger, updates)


async def _describe_api(request: Request) -> Response:
    """Answer the description of the API."""
    return Response(api.describe(), media_type="application/json")


def _endpoint(one: Planned, site: Site, handles: Handles, updates: Updates) -> Endpoint:
    """Return what answers one address: it runs in a thread, with a ledger of its own, in which decisions are
    the visitor's."""

    def answer(request: Request) -> Response:
        with _asking(site, handles, updates, request) as asked:
            made = one.handler(asked)
            return made if isinstance(made, Response) else build_response(made, request, site, one.shape)

    async def endpoint(request: Request) -> Response:
        if request.method == "POST":
            request.state.form = await request.form(max_files=20, max_fields=100, max_part_size=LONGEST_BODY)
            request.state.files = [
                (each.filename or "", await each.read())
                for each in request.state.form.values()
                if not isinstance(each, str)
            ]
        return await run_in_threadpool(answer, request)

    return endpoint


def _handler(site: Site) -> Any:
    async def handle(request: Request, error: Exception) -> Response:
        return explain(error, request, site)

    return handle


async def _healthz(request: Request) -> Response:
    """Say that the server runs."""
    return PlainTextResponse("ok\n")


class _Kept:
    """Files of the pages, which a browser may keep: their addresses change with what is in them."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        async def sending(message: Any) -> None:
            if message["type"] == "http.response.start" and message["status"] == 200:
                message["headers"].append((b"cache-control", b"public, max-age=31536000, immutable"))
            await send(message)

        await self._app(scope, receive, sending)
