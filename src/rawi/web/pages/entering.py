"""Coming in and going out, where there are accounts."""

from __future__ import annotations

from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response

from rawi.web.answers import Answer, build_page, find_visitor
from rawi.web.doors import LOGIN, AccountDoor, Login, read_cookie
from rawi.web.pages.reviewing import own_address
from rawi.web.routes import Gate, Gated


def build_entrance(door: AccountDoor, gate: Gate) -> list[Gated]:
    """Return the addresses by which one comes in and goes out."""

    async def show(request: Request) -> Response:
        """Show the form; whoever is in is led on."""
        if find_visitor(request).role is not None:
            return RedirectResponse(own_address(request.query_params.get("next")), status_code=303)
        return _page(request, door, request.query_params.get("next"), ended="ended" in request.query_params)

    async def enter(request: Request) -> Response:
        """Read name, password and where to go on, nothing else."""
        try:
            form = await request.form(max_files=0, max_fields=8)
        except ClientDisconnect:
            return Response(status_code=413)  # longer than a stranger's form is read
        name, password, back = (_field(form.get(one)) for one in ("name", "password", "next"))
        old = read_cookie(request.headers, door.cookie(request.headers))
        address = request.client.host if request.client else ""
        done = await run_in_threadpool(door.enter, name, password, address, old)
        if done.id is None:
            return _page(request, door, back, done, name)
        answer = RedirectResponse(own_address(back), status_code=303)
        _set(answer, request, door, done.id)
        return answer

    async def leave(request: Request) -> Response:
        """End the session and take its cookie back."""
        id = read_cookie(request.headers, door.cookie(request.headers))
        address = request.client.host if request.client else ""
        await run_in_threadpool(door.leave, id, find_visitor(request).name or "", address)
        answer = RedirectResponse(LOGIN, status_code=303)
        _set(answer, request, door, None)
        return answer

    return [
        Gated(LOGIN, show, {"GET": "enter"}, gate),
        Gated(LOGIN, enter, {"POST": "enter"}, gate),
        Gated("/logout", leave, {"POST": "leave"}, gate),
    ]


def _field(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _set(answer: Response, request: Request, door: AccountDoor, id: str | None) -> None:
    """Give the cookie of a session, or take it back."""
    secure = door.is_secure(request.headers)
    answer.set_cookie(
        door.cookie(request.headers), id or "", max_age=None if id else 0, path="/", httponly=True,
        samesite="strict", secure=secure,
    )  # fmt: skip


def _page(
    request: Request,
    door: AccountDoor,
    back: str | None,
    failed: Login | None = None,
    name: str = "",
    *,
    ended: bool = False,
) -> Response:
    """Return the form, with what went wrong; too many attempts are 429."""
    wait = failed.wait if failed else 0
    data = {
        "next": own_address(back),
        "name": name[:100],
        "wrong": failed is not None and not wait,
        "minutes": -(-wait // 60),
        "ended": ended,
    }
    status = 429 if wait else 403 if failed else 200
    made = build_page(Answer("login.html", "login", data, status=status), request, door.site)
    if wait:
        made.headers["retry-after"] = str(wait)
    return made
