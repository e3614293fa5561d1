"""The two ways in: the start token for the user of this machine, a login where there are accounts."""

from __future__ import annotations

import hmac
from typing import NamedTuple, Protocol
from urllib.parse import parse_qsl, quote, urlencode

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import Scope

from rawi.errors import RawiError
from rawi.web.accounts.attempts import Attempts, group_address
from rawi.web.accounts.names import LONGEST as LONGEST_NAME
from rawi.web.accounts.names import fold_name
from rawi.web.accounts.passwords import is_password, warm_up
from rawi.web.accounts.sessions import Sessions
from rawi.web.accounts.store import Accounts
from rawi.web.faults import Problem
from rawi.web.permissions import OWNER, STRANGER, Visitor
from rawi.web.site import Site

LOGIN = "/login"
#: What is given to strangers: nothing of the ledger stands in it.
_OPEN = ("/static/", "/healthz")
_SAFE = frozenset(("GET", "HEAD"))
#: Attempts in a quarter of an hour, of one account and from one address. Behind a proxy all come from one.
OF_ACCOUNT, OF_ADDRESS, WINDOW = 10, 60, 900.0
_COME_IN = (
    "open the address that `rawi serve` printed; it lets one browser in, once\n"
    "افتح العنوان الذي طبعه الأمر rawi serve؛ وهو يُدخل متصفحًا واحدًا مرة واحدة\n"
)


class Door(Protocol):
    """What the guard asks of every request, and the gate where something was denied."""

    async def greet(self, scope: Scope, headers: Headers) -> Visitor | Response:
        """Return who asks, or what a stranger is answered."""
        ...

    async def denied(self, visitor: Visitor, where: str) -> None:
        """Take note that something was denied."""
        ...


def build_door(site: Site) -> Door:
    """Return the door of a site."""
    return TokenDoor(site) if site.accounts is None else AccountDoor(site, Accounts(site.accounts))


class TokenDoor:
    """Lets in one browser, by the token that the start printed; it gives a cookie."""

    def __init__(self, site: Site) -> None:
        self._site, self._token_left = site, True

    async def greet(self, scope: Scope, headers: Headers) -> Visitor | Response:
        """Return the user of this machine for the cookie of this start, the cookie for the token."""
        let_in = self._let_in(scope)
        if let_in is not None:
            return let_in
        told = read_cookie(headers, self._site.cookie)
        if hmac.compare_digest(told.encode("utf-8", "surrogatepass"), self._site.secret.encode()):
            return OWNER
        return STRANGER if scope["path"].startswith(_OPEN) else PlainTextResponse(_COME_IN, 401)

    async def denied(self, visitor: Visitor, where: str) -> None:
        """Take no note: the owner may everything."""

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
        path = own_path(scope)
        answer = RedirectResponse(f"{path}?{rest}" if rest else path, status_code=303)
        answer.set_cookie(self._site.cookie, self._site.secret, httponly=True, samesite="strict", path="/")
        return answer


class Login(NamedTuple):
    """How an attempt ended: the id of a new session, or the seconds until the next attempt, or neither."""

    id: str | None = None
    wait: int = 0


class AccountDoor:
    """Lets in who has an account, by a session that a login began."""

    def __init__(self, site: Site, accounts: Accounts) -> None:
        self.site, self.accounts, self.sessions = site, accounts, Sessions()
        self._of_account, self._of_address = Attempts(OF_ACCOUNT, WINDOW), Attempts(OF_ADDRESS, WINDOW)
        self._told = Attempts(1, WINDOW)  # what is refused again and again is one line: no log is flooded
        warm_up()

    async def greet(self, scope: Scope, headers: Headers) -> Visitor | Response:
        """Return whose session the cookie names; strangers are led to the login."""
        id = read_cookie(headers, self.cookie(headers))
        try:
            found = await run_in_threadpool(self._find, id) if id else None
        except RawiError as error:
            return PlainTextResponse(
                f"error[{error.code}]\n", 503
            )  # no accounts, no way in; where is not told
        if found is not None:
            return found
        if scope["path"] == LOGIN or scope["path"].startswith(_OPEN):
            return STRANGER
        return _lead_to_login(scope)

    async def denied(self, visitor: Visitor, where: str) -> None:
        """Write into the log who was denied what; a stranger was only led to the login."""
        if visitor.name is not None and not self._told.take(f"{visitor.name} {where}"):
            await run_in_threadpool(self.accounts.note, "denied", visitor.name, "", where)

    def cookie(self, headers: Headers) -> str:
        """Return the name of the cookie: over TLS one that no other host and no plain connection can set."""
        return "__Host-rawi" if self.is_secure(headers) else "rawi-session"

    def is_secure(self, headers: Headers) -> bool:
        """Does the browser speak TLS at the address that it names?"""
        return self.site.scheme(headers.get("host", "")) == "https"

    def enter(self, name: str, password: str, address: str, old: str) -> Login:
        """Let somebody try to come in; what was open under the ``old`` id ends if it is right.

        An unknown name takes as long as a wrong password, is counted as one, and is answered alike.
        """
        account = self.accounts.find(name) if len(name) <= LONGEST_NAME else None
        key, network = fold_name(name[:LONGEST_NAME]), group_address(address)
        known = account.name if account else ""  # people type passwords there: no unknown name is kept
        by, wait = network, self._of_address.take(network)
        if not wait and (wait := self._of_account.take(key)):
            by = key
            self._of_address.give_back(network)
        if wait:
            if not self._told.take(f"limited {by}"):
                self.accounts.note("limited", known, address)
            return Login(wait=wait)
        right = is_password(password, account.hash if account else None)
        if account is None or not right:
            self.accounts.note("failed", known, address)
            return Login()
        self._of_account.forget(key)
        self._of_address.give_back(network)
        self.sessions.end(old)
        self.accounts.note("login", account.name, address)
        return Login(self.sessions.begin(account.name, account.stamp))

    def leave(self, id: str, name: str, address: str) -> None:
        """End a session."""
        self.sessions.end(id)
        self.accounts.note("logout", name, address)

    def _find(self, id: str) -> Visitor | None:
        """Return whose session it is; one of an account that changed since ends here."""
        session = self.sessions.find(id)
        if session is None:
            return None
        account = self.accounts.find(session.name)
        if account is None or account.name != session.name or account.stamp != session.stamp:
            self.sessions.end(id)
            return None
        return Visitor(account.role, account.name)


def read_cookie(headers: Headers, name: str) -> str:
    """Return a cookie of a request, whatever stands beside it; nothing if there is none."""
    return cookie_parser(headers.get("cookie", "")).get(name, "")


def own_path(scope: Scope) -> str:
    """Return the path of a request as one of this server: ``//host`` would be another's."""
    return "/" + quote(scope["path"].lstrip("/\\"))


def _lead_to_login(scope: Scope) -> Response:
    """Return what a stranger is answered: people the login, which leads back; programs a problem."""
    path = scope["path"]
    if path.startswith("/api/") or path.endswith((".json", ".csv")):
        problem = Problem("about:blank", "Unauthorized", 401, "web.login")
        return Response(msgspec.json.encode(problem), 401, media_type="application/problem+json")
    if scope["method"] not in _SAFE:
        return RedirectResponse(f"{LOGIN}?ended=1", status_code=303)
    query = scope["query_string"].decode("latin-1")
    back = own_path(scope) + (f"?{query}" if query else "")
    told = f"?{urlencode({'next': back})}" if back != "/" and len(back) <= 2000 else ""
    return RedirectResponse(f"{LOGIN}{told}", status_code=303)
