"""Who comes in, and what a browser may do with what it is given (reliability.md, R9 and R10).

The server listens on this machine alone, but any page in the user's browser can send requests to it (DNS
rebinding, forged forms). So every request names a host that is ours and carries a cookie that only the start
token gives; whatever changes something must come from our own pages.
"""

from __future__ import annotations

import hmac
from http.cookies import CookieError, SimpleCookie
from typing import NamedTuple
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rawi.web.programs import has_key, is_program, refuse_program
from rawi.web.site import Site

COOKIE = "rawi"
#: Bytes of a request's body that are read at most: an article with its pictures, no archive.
LONGEST_BODY = 32 * 1024 * 1024
#: What is given without a cookie: nothing of the ledger stands in it.
_OPEN = ("/static/", "/healthz")
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

    def __init__(self, app: ASGIApp, site: Site) -> None:
        self._app, self._site = app, site
        self._token_left = True

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or let the application answer it."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return  # no web sockets: whoever opens one is left without an answer
        headers = Headers(scope=scope)
        answer = self._refuse(scope, headers) or self._let_in(scope) or self._ask_cookie(scope, headers)
        if answer is not None and is_program(scope):
            answer = refuse_program(answer)
        if answer is None:
            await self._app(scope, _Limited(receive), _with_headers(send))
        else:
            await answer(scope, receive, _with_headers(send))

    def _refuse(self, scope: Scope, headers: Headers) -> Response | None:
        """Return the refusal of a foreign host, a forged request or one too long; null if it may go on."""
        if headers.get("host", "") not in self._site.hosts:
            return _plain(Refused(421, "this is not the address of this server"))
        if scope["method"] not in _SAFE and not self._may_change(scope, headers):
            return _plain(Refused(403, "this does not come from a page of this server"))
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > LONGEST_BODY:
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
        if origin != "null" and urlsplit(origin)[:2] != ("http", headers.get("host")):
            return False
        return site == "same-origin" if site is not None else origin != "null"

    def _let_in(self, scope: Scope) -> Response | None:
        """Return the answer to the start token: the cookie, and the same address without the token."""
        query = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        told = next((value for name, value in query if name == "token"), None)
        if told is None or scope["method"] not in _SAFE:
            return None
        if not (self._token_left and hmac.compare_digest(told.encode(), self._site.token.encode())):
            return None
        self._token_left = False
        rest = urlencode([(name, value) for name, value in query if name != "token"])
        path = quote(scope["path"])
        answer = RedirectResponse(f"{path}?{rest}" if rest else path, status_code=303)
        answer.set_cookie(COOKIE, self._site.secret, httponly=True, samesite="strict", path="/")
        return answer

    def _ask_cookie(self, scope: Scope, headers: Headers) -> Response | None:
        """Return the refusal of whoever has no cookie of this start; null if there is one."""
        if scope["path"].startswith(_OPEN) or has_key(scope, headers, self._site):
            return None
        told = _cookies(headers).get(COOKIE, "")
        if hmac.compare_digest(told.encode(), self._site.secret.encode()):
            return None
        return _plain(Refused(401, _COME_IN))


_COME_IN = (
    "open the address that `rawi serve` printed; it lets one browser in, once\n"
    "افتح العنوان الذي طبعه الأمر rawi serve؛ وهو يُدخل متصفحًا واحدًا مرة واحدة"
)


def _cookies(headers: Headers) -> dict[str, str]:
    """Return the cookies of a request; none if they cannot be read."""
    try:
        return {name: one.value for name, one in SimpleCookie(headers.get("cookie", "")).items()}
    except CookieError:
        return {}


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

    def __init__(self, receive: Receive) -> None:
        self._receive, self._left = receive, LONGEST_BODY

    async def __call__(self) -> Message:
        message = await self._receive()
        self._left -= len(message.get("body", b""))
        if self._left < 0:
            return {"type": "http.disconnect"}
        return message
