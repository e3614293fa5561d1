"""What went wrong, as a page or as ``application/problem+json`` (RFC 9457), with codes of the commands."""

from __future__ import annotations

from http import HTTPStatus
from pathlib import PurePath

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from rawi.errors import RawiError
from rawi.web.answers import Answer, build_page
from rawi.web.preferences import read_preferences
from rawi.web.site import Site
from rawi.web.telling import tell_error

PROBLEM = "application/problem+json"
AGAIN = 10
#: Codes of errors by which a question is wrong, and those of what is not there.
_STATUS = {"E307": 404, "E302": 404, "E303": 404, "E304": 503, "E308": 422, "E309": 412}


class Problem(msgspec.Struct, frozen=True):
    """What went wrong; ``code`` is stable, ``detail`` says where."""

    type: str
    title: str
    status: int
    code: str
    detail: str = ""


class ReadOnly(RawiError):
    """The ledger is served read-only, and something was to change it."""

    code = "web.read_only"


class StaleLedger(RawiError):
    """Something was to be decided of what is derived, and that is not up to date."""

    code = "web.stale"


class Denied(RawiError):
    """The visitor's role may not do this; the message names the action."""

    code = "web.denied"


class Busy(RawiError):
    """The server does as much long work as it can; asked again after ``AGAIN`` seconds, it may answer."""

    code = "web.busy"


class WrongQuestion(RawiError):
    """A page was asked for something that it cannot answer; ``where`` names the field."""

    code = "web.question"

    def __init__(self, where: str, why: str) -> None:
        super().__init__(f"{where}: {why}")
        self.where = where


class Refusal(RawiError):
    """A request of a program is refused with a status and code of its own."""

    def __init__(self, status: int, code: str, why: str) -> None:
        super().__init__(why)
        self.status, self.code = status, code


def explain(error: Exception, request: Request, site: Site) -> Response:
    """Return what is said of an error: a page for people, a problem for programs."""
    problem = find_problem(error)
    # where the ledger lies on the server is nothing for whoever only reads
    told = problem.detail.replace(site.ledger, PurePath(site.ledger).name)
    problem = msgspec.structs.replace(problem, detail=told)
    if request.url.path.endswith((".json", ".csv")) or request.url.path.startswith("/api/"):
        body = msgspec.json.encode(problem)
        headers = error.headers if isinstance(error, HTTPException) else None
        made = Response(body, problem.status, headers, PROBLEM)
    else:
        language = read_preferences(request, site.language).language
        data = {"problem": problem, "title": problem.title, "told": tell_error(error, language)}
        made = build_page(Answer("wrong.html", "problem", data, status=problem.status), request, site)
    if isinstance(error, Busy):
        made.headers["retry-after"] = str(AGAIN)
    return made


#: What is said of errors that pages and programs meet: title and status.
_TOLD: dict[type[Exception], tuple[str, int]] = {
    ReadOnly: ("read-only", 403),
    Denied: ("denied", 403),
    StaleLedger: ("not up to date", 409),
    Busy: ("busy", 503),
}


def find_problem(error: Exception) -> Problem:
    """Return an error as it is told."""
    if isinstance(error, HTTPException):
        status = error.status_code
        return Problem("about:blank", HTTPStatus(status).phrase, status, f"http.{status}")
    if isinstance(error, ClientDisconnect):
        return Problem("about:blank", "the body is too long, or was cut off", 413, "web.size")
    if isinstance(error, RawiError):
        return _find_own(error)
    if isinstance(error, ValueError):
        return Problem("about:blank", "wrong question", 422, "usage.value", str(error))
    return Problem("about:blank", "internal error", 500, "internal")


def _find_own(error: RawiError) -> Problem:
    """Return an error of Rawi's as it is told."""
    code = str(getattr(error, "code", "unknown"))
    if type(error) in _TOLD:
        title, status = _TOLD[type(error)]
        return Problem("about:blank", title, status, code, str(error) if status in (409, 503) else "")
    if code.startswith("accounts."):
        return Problem("about:blank", "no accounts", 503, code)  # where they lie is not told
    if isinstance(error, Refusal):
        status = error.status
    else:
        status = _STATUS.get(code, HTTPStatus.UNPROCESSABLE_ENTITY)
    return Problem("about:blank", HTTPStatus(status).phrase, status, code, str(error))
