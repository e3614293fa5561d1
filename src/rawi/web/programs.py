"""Programs that use the API: known by a key, refused as programs can read it (docs/decisions/0062).

A page of another site can make the user's browser send requests here, and the browser adds the cookie by
itself. It adds no ``Authorization``: a script of another site that wants to must ask first whether it may
(the "preflight" of the Fetch standard), and this server never says yes. So the key proves that a program
speaks, if no header tells of a browser besides.
"""

from __future__ import annotations

import hmac
from http import HTTPStatus

import msgspec
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, Response
from starlette.types import Scope

from rawi.web.faults import PROBLEM, Problem
from rawi.web.site import Site

_API = "/api/"
_SCHEME = "bearer"
#: What is said of a refusal, by its status.
_CODES = {401: "web.key", 403: "web.foreign", 413: "web.size", 421: "web.host"}


def is_program(scope: Scope) -> bool:
    """Is a request one of the API, so that problems are told to a program?"""
    return str(scope["path"]).startswith(_API)


def has_key(scope: Scope, headers: Headers, site: Site) -> bool:
    """Does a request of the API carry the key, and nothing that only browsers send?"""
    if not (site.key and is_program(scope)) or "origin" in headers or "sec-fetch-site" in headers:
        return False
    scheme, _, told = headers.get("authorization", "").partition(" ")
    return scheme.lower() == _SCHEME and hmac.compare_digest(told.strip().encode(), site.key.encode())


def refuse_program(answer: Response) -> Response:
    """Return the refusal of a request as a problem; what is no refusal as it is."""
    if not (isinstance(answer, PlainTextResponse) and answer.status_code in _CODES):
        return answer
    status = answer.status_code
    why = "give the key or the cookie of this start" if status == HTTPStatus.UNAUTHORIZED else ""
    told = bytes(answer.body).decode().strip()
    problem = Problem("about:blank", HTTPStatus(status).phrase, status, _CODES[status], why or told)
    headers = {"www-authenticate": "Bearer"} if status == HTTPStatus.UNAUTHORIZED else None
    return Response(msgspec.json.encode(problem), status, headers, PROBLEM)
