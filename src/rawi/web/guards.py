"""Who comes in, and what a browser may do with what it is given (reliability.md, R9 and R10).

Any page in the user's browser can send requests to this server (DNS rebinding, forged forms). So every
request names a host that is ours and carries a cookie that only the start token or a login gives; whatever
changes something must come from our own pages. What a proxy adds about the client is not believed.
"""

from __future__ import annotations

from typing import NamedTuple

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rawi.web.doors import Door
from rawi.web.permissions import PROGRAM, STRANGER, Visitor
from rawi.web.programs import has_key, is_program, refuse_program
from rawi.web.site import Site

__all__ = ["HEADERS", "LONGEST_BODY", "POLICY", "Guard"]
#: Bytes of a request's body that are read at most: an article with its pictures, no archive.
LONGEST_BODY = 32 * 1024 * 1024
#: The same of somebody who is not in yet: a name and a password.
LONGEST_FORM = 16 * 1024
_SAFE = frozenset(("GET", "HEAD"))

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}


class Refused(NamedTuple):
    """Why a request is not answered: status and a line for people."""

    status: int
    why: str


class Guard:
    """Answers for the application what must not reach it, and adds the headers that every answer carries."""

    def __init__(self, app: ASGIApp, site: Site, door: Door) -> None:
        self._app, self._site, self._door = app, site, door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or let the application answer it."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return  # no web sockets: whoever opens one is left without an answer
        headers = Headers(scope=scope)
        scope["scheme"] = self._site.scheme(headers.get("host", ""))
        greeted = self._refuse(scope, headers) or await self._greet(scope, headers)
        limit = LONGEST_FORM if greeted is STRANGER else LONGEST_BODY
        if not isinstance(greeted, Response) and int(headers.get("content-length", "0")) > limit:
            greeted = _plain(Refused(413, f"more than {limit} bytes"))
        if isinstance(greeted, Response):
            answer = refuse_program(greeted) if is_program(scope) else greeted
            await answer(scope, receive, _with_headers(send))
            return
        scope["state"] = {**scope.get("state", {}), "visitor": greeted}
        await self._app(scope, _Limited(receive, limit), _with_headers(send))

    async def _greet(self, scope: Scope, headers: Headers) -> Visitor | Response:
        """Return who asks, or what a stranger is answered."""
        return PROGRAM if has_key(scope, headers, self._site) else await self._door.greet(scope, headers)

    def _refuse(self, scope: Scope, headers: Headers) -> Response | None:
        """Return the refusal of a foreign host, a forged request or one too long; null if it may go on."""
        if headers.get("host", "") not in self._site.hosts:
            return _plain(Refused(421, "this is not the address of this server"))
        if scope["method"] not in _SAFE and not self._may_change(scope, headers):
            return _plain(Refused(403, "this does not come from a page of this server"))
        length = headers.get("content-length", "0")
        if not (length.isascii() and length.isdigit() and len(length) < 16 and int(length) <= LONGEST_BODY):
            return _plain(Refused(413, f"more than {LONGEST_BODY} bytes"))
        return None

    def _may_change(self, scope: Scope, headers: Headers) -> bool:
        """Does a request that changes something come from a page of ours, or from a program with the key?"""
        return has_key(scope, headers, self._site) or self._is_own(headers)

    def _is_own(self, headers: Headers) -> bool:
        """Does a request that changes something come from a page of this server?

        Browsers tell so by ``Sec-Fetch-Site``, older ones by ``Origin`` alone; what tells neither is no page.
        ``Origin`` is ``null`` where pages send no referrer, as ours do (fetch.spec.whatwg.org, "append a
        request ``Origin`` header"): then it tells nothing.
        """
        site, origin = headers.get("sec-fetch-site"), headers.get("origin", "null")
        host = headers.get("host", "")
        if origin not in ("null", f"{self._site.scheme(host)}://{host}"):
            return False
        return site == "same-origin" if site is not None else origin != "null"


def _plain(refused: Refused) -> Response:
    """Return a refusal as plain text."""
    return PlainTextResponse(f"{refused.why}\n", refused.status)


def _with_headers(send: Send) -> Send:
    """Return a sender that adds the headers of every answer."""

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("cache-control", "no-store")
        await send(message)

    return sending


class _Limited:
    """Receives a body and stops where it is longer than is read, whatever its headers told."""

    def __init__(self, receive: Receive, longest: int) -> None:
        self._receive, self._left = receive, longest

    async def __call__(self) -> Message:
        message = await self._receive()
        self._left -= len(message.get("body", b""))
        if self._left < 0:
            return {"type": "http.disconnect"}
        return message
