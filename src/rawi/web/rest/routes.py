"""The addresses of the API: one route for each, whatever may be done there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from rawi.views.jsonl import encode_line
from rawi.web.answers import build_response
from rawi.web.faults import Refusal
from rawi.web.permissions import Action
from rawi.web.rest.operations import Operation, Write
from rawi.web.rest.questions import Parameters, check_query
from rawi.web.routes import Gate, Gated

Ask = Callable[[Request], Any]
_JSON = "application/json"


class Routes:
    """The routes below ``root``: of what is read, and of what takes a body.

    ``parameters`` are told in words and by schemas; ``ask(request)`` is a context that lends what is asked;
    the gate asks who may.
    """

    def __init__(self, root: str, parameters: Parameters, ask: Ask, gate: Gate) -> None:
        self._root, self._parameters, self._ask, self._gate = root, parameters, ask, gate

    def build(self, reads: Mapping[str, Operation], writes: Mapping[str, Write]) -> list[Gated]:
        """Return one route for each address, so that a 405 names all that may be done there."""
        return [self._route(path, reads.get(path), writes.get(path)) for path in {**reads, **writes}]

    def _route(self, path: str, read: Operation | None, write: Write | None) -> Gated:
        actions: dict[str, Action] = {}
        if read is not None:
            actions["GET"] = "export"
        if write is not None:
            actions["POST"] = write.action

        async def endpoint(request: Request) -> Response:
            if write is not None and request.method == "POST":
                body = await self._read_body(request, write)
                return await run_in_threadpool(self._write, request, write, body)
            assert read is not None  # a route answers its methods alone
            return await run_in_threadpool(self._answer, request, read)

        return Gated(f"{self._root}{path}", endpoint, actions, self._gate)

    async def _read_body(self, request: Request, write: Write) -> Any:
        """Return what a request brings; Refusal: 415 for another type than JSON, 422 for what is
        undescribed."""
        media, _, more = request.headers.get("content-type", "").partition(";")
        charset = more.strip().lower()
        if media.strip().lower() != _JSON or charset not in ("", "charset=utf-8", 'charset="utf-8"'):
            raise Refusal(415, "web.media", f"the body is {_JSON}, in UTF-8")
        check_query(request, (), self._parameters)
        try:
            return msgspec.json.decode(await request.body(), type=write.body)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
            raise Refusal(422, "web.body", str(error)) from error

    def _answer(self, request: Request, read: Operation) -> Response:
        """Answer a question."""
        check_query(request, read.parameters, self._parameters)
        with self._ask(request) as asked:
            made = read.handler(asked)
            return made if isinstance(made, Response) else build_response(made, request, asked.site, "json")

    def _write(self, request: Request, write: Write, body: Any) -> Response:
        """Do what is asked for, and answer what came of it."""
        with self._ask(request) as asked:
            made = write.handler(asked, body)
        return Response(encode_line(made.value), made.status, made.headers, _JSON)
