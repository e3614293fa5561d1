"""Addresses with what one must be allowed to be answered there: none can be made without.

A page is for whoever may ``read``, its data for whoever may ``export``, unless it says otherwise; what is
told something (POST and the like) has to say which action it is.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.types import Receive, Scope, Send

from rawi.web.answers import Handler, Shape
from rawi.web.faults import Denied, ReadOnly
from rawi.web.permissions import ACTIONS, STRANGER, Action, Visitor, may
from rawi.web.site import Site

Endpoint = Callable[[Request], Awaitable[Response]]
#: Told of what was denied: the visitor, and the method and address (not what was asked there).
Watch = Callable[[Visitor, str], Awaitable[None]]
_SHAPES: tuple[Shape, ...] = ("json", "csv")


class Planned(NamedTuple):
    """An address before it is a route: what answers it, in which shape, and what one must be allowed."""

    path: str
    method: str
    action: Action
    handler: Handler
    shape: Shape = "html"


class Unmarked(TypeError):
    """An address says not which action it is; a mistake of whoever registers it."""


def plan_pages(pages: Iterable[Sequence[Any]]) -> Iterator[Planned]:
    """Yield the addresses of pages, ``(path, handler)`` or ``(path, handler, action)``: first those of their
    data, for ``{id}`` would take their ending."""
    known = [(path, handler, _marked(path, more)) for path, handler, *more in pages]
    for path, handler, action in known:
        stem = path if path != "/" else "/index"
        for shape in _SHAPES:
            told: Action = "export" if action == "read" else action
            yield Planned(f"{stem}.{shape}", "GET", told, handler, shape)
    for path, handler, action in known:
        yield Planned(path, "GET", action, handler)


def plan_posts(posts: Iterable[Sequence[Any]]) -> Iterator[Planned]:
    """Yield the addresses that are told something: ``(path, handler, action)``; Unmarked without the last."""
    for path, handler, *more in posts:
        if not more:
            raise Unmarked(f"POST {path}: name its action, one of {', '.join(ACTIONS)}")
        yield Planned(path, "POST", _marked(path, more), handler)


def _marked(path: str, more: Sequence[Any]) -> Action:
    """Return the action that an address names, else that of pages."""
    if not more:
        return "read"
    action: Action = more[0]
    if len(more) != 1 or action not in ACTIONS:
        raise Unmarked(f"{path}: {more!r} is none of {', '.join(ACTIONS)}")
    return action


class Gate(NamedTuple):
    """What stands before every address of a site."""

    site: Site
    watch: Watch

    async def ask(self, visitor: Visitor, action: Action, where: str) -> None:
        """Let a visitor pass, else raise Denied, or ReadOnly where only that stands in the way."""
        if not may(visitor.role, action):
            await self.watch(visitor, where)
            raise Denied(action)
        if not may(visitor.role, action, read_only=self.site.read_only):
            raise ReadOnly("the ledger is served read-only")


class Gated(Route):
    """A route that asks the gate before anything of the request is read: for each method an action; Unmarked
    for one that is not known."""

    def __init__(self, path: str, endpoint: Endpoint, actions: Mapping[str, Action], gate: Gate) -> None:
        for action in actions.values():
            if action not in ACTIONS:
                raise Unmarked(f"{path}: {action!r} is none of {', '.join(ACTIONS)}")
        super().__init__(path, endpoint, methods=list(actions))
        self._actions, self._gate = dict(actions), gate

    def action(self, method: str) -> Action:
        """Return what one must be allowed for a method; for one that is refused here, that of any other."""
        told = "GET" if method == "HEAD" else method
        return self._actions.get(told, next(iter(self._actions.values())))

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer who may be answered; a request that no guard has looked at is a stranger's."""
        visitor = scope.get("state", {}).get("visitor", STRANGER)
        await self._gate.ask(visitor, self.action(scope["method"]), f"{scope['method']} {self.path}")
        await super().handle(scope, receive, send)


def refuse_unmarked(routes: Iterable[BaseRoute]) -> None:
    """Raise Unmarked if an address stands beside the gate; the files of the pages alone may."""
    for one in routes:
        if not isinstance(one, Gated) and not (isinstance(one, Mount) and one.path == "/static"):
            raise Unmarked(f"{one!r} does not ask what the visitor may")
