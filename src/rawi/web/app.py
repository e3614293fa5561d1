"""The application: which address is answered by what, and what is said where something goes wrong."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import asynccontextmanager
from importlib.resources import files
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from rawi.errors import RawiError
from rawi.web.answers import Asked, Handler, Shape, build_response
from rawi.web.api import OPERATIONS, ROOT, describe
from rawi.web.faults import ReadOnly, explain
from rawi.web.guards import Guard
from rawi.web.handles import Handles
from rawi.web.jobs import Updates
from rawi.web.pages import PAGES, POSTS
from rawi.web.preferences import read_preferences
from rawi.web.site import Site

Endpoint = Callable[[Request], Awaitable[Response]]
_SHAPES: tuple[Shape, ...] = ("json", "csv")


def build_app(site: Site) -> ASGIApp:
    """Return the application of one ledger, behind its guard."""
    handles = Handles(site.ledger, "web")
    updates = Updates(handles)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> Any:
        yield
        handles.close()

    routes = [*_routes(site, handles, updates), Route("/healthz", _healthz)]
    static = StaticFiles(directory=str(files("rawi.web").joinpath("static")))
    app = Starlette(
        routes=[*routes, Mount("/static", _Kept(static))],
        lifespan=lifespan,
        exception_handlers=dict.fromkeys((HTTPException, RawiError, ValueError, Exception), _handler(site)),
    )
    return Guard(app, site)


def _routes(site: Site, handles: Handles, updates: Updates) -> list[Route]:
    """Return the routes of all pages; those of their data first, for ``{id}`` would take their ending."""
    found = []
    for path, page in PAGES:
        stem = path if path != "/" else "/index"
        found += [
            Route(f"{stem}.{shape}", _endpoint(page, site, handles, updates, shape)) for shape in _SHAPES
        ]
    found += [Route(path, _endpoint(page, site, handles, updates, "html")) for path, page in PAGES]
    found += [
        Route(path, _endpoint(page, site, handles, updates, "html"), methods=["POST"]) for path, page in POSTS
    ]
    found += [
        Route(f"{ROOT}{path}", _endpoint(one.handler, site, handles, updates, "json"))
        for path, one in OPERATIONS.items()
    ]
    return [*found, Route(f"{ROOT}/openapi.json", _describe_api)]


async def _describe_api(request: Request) -> Response:
    """Answer the description of the API."""
    return Response(describe(), media_type="application/json")


def _endpoint(page: Handler, site: Site, handles: Handles, updates: Updates, shape: Shape) -> Endpoint:
    """Return what answers one address: it runs in a thread, with a ledger of its own."""

    def answer(request: Request) -> Response:
        if site.read_only and request.method == "POST":
            raise ReadOnly("the ledger is served read-only")
        with handles.lend() as ledger:
            request.state.ledger = ledger  # a page may name articles by the words they begin with
            asked = Asked(request, site, read_preferences(request, site.language), ledger, updates)
            made = page(asked)
            return made if isinstance(made, Response) else build_response(made, request, site, shape)

    async def endpoint(request: Request) -> Response:
        if request.method == "POST":
            request.state.form = await request.form(max_files=20, max_fields=100)
            request.state.files = [
                (one.filename or "", await one.read())
                for one in request.state.form.values()
                if not isinstance(one, str)
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
