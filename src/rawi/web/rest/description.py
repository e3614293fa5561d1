"""The OpenAPI document: built from the records and the table of addresses, so that it tells what there is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from http import HTTPStatus
from typing import Any

import msgspec

from rawi.web.faults import PROBLEM, Problem
from rawi.web.rest.operations import Operation, Write
from rawi.web.rest.questions import Parameters
from rawi.web.rest.unions import Opened

_REF = "#/components/schemas/{name}"
_TEXT: dict[str, Any] = {"type": "string"}
_OBJECT: dict[str, Any] = {"type": "object"}
_PATH = re.compile(r"\{(\w+)\}")
#: What can be wrong with any request, with one that writes, and with one that says what it saw.
_ANY = (401, 404, 405, 413, 421, 422, 503)
_WRITING = (403, 415)
_SEEN = (412, 428)
_WHY = {
    401: "neither key nor cookie of this start",
    403: "the ledger is read-only, or a page of another site asks",
    404: "it is not there",
    405: "this cannot be done here",
    409: "more came since the last update: POST /jobs",
    412: "it does not stand as it was seen",
    413: "the body is too long",
    415: "the body is no JSON",
    421: "this is not the address of the server",
    422: "a wrong question; code and detail say what is wrong",
    428: "If-Match is missing",
    503: "another process holds the ledger; try again",
}


def describe_api(
    root: str,
    reads: Mapping[str, Operation],
    writes: Mapping[str, Write],
    parameters: Parameters,
) -> bytes:
    """Return the OpenAPI 3.1 document of the addresses below ``root``; ``parameters`` have words and a schema
    each."""
    types = [
        *(type for one in reads.values() for type in each_type(one)),
        *(type for write in writes.values() for type in (write.body, write.answer)),
    ]
    opened = Opened(_REF)
    plain = [opened.open(type) for type in types]
    every = [*plain, *opened.members.values(), Problem]
    schemas, components = msgspec.json.schema_components(every, ref_template=_REF)
    drawn = _Drawn(parameters, [*zip(types, schemas, strict=False)])
    paths: dict[str, dict[str, Any]] = {}
    for path, read in reads.items():
        paths.setdefault(f"{root}{path}", {})["get"] = drawn.read(path, read)
    for path, write in writes.items():
        paths.setdefault(f"{root}{path}", {})["post"] = drawn.write(path, write)
    told = {
        "openapi": "3.1.0",
        "info": {"title": "Rawi", "version": "1", "description": _ABOUT},
        "paths": paths,
        "components": {"schemas": components, "securitySchemes": _SCHEMES},
        "security": [{"key": []}, {"cookie": []}],
    }
    return msgspec.json.encode(told)


_ABOUT = (
    "A sourced ledger of Arabic news. Spans are half open, in Unicode code points from the first character "
    "of the stored text, in logical order; a list [start, end] in records, an object with unit elsewhere."
)
_SCHEMES = {
    "key": {"type": "http", "scheme": "bearer", "description": "what rawi serve --json prints"},
    "cookie": {
        "type": "apiKey",
        "in": "cookie",
        "name": "rawi-8017",
        "description": "rawi-PORT; reads, pages write with it",
    },
}


def each_type(one: Operation) -> tuple[Any, ...]:
    """Return the types of what an operation answers."""
    if one.item is None:
        return ()
    return one.item if isinstance(one.item, tuple) else (one.item,)


class _Drawn:
    """Descriptions of operations, with the schemas of their types."""

    def __init__(
        self,
        parameters: Parameters,
        schemas: list[tuple[Any, dict[str, Any]]],
    ) -> None:
        self._parameters, self._schemas = parameters, schemas

    def _schema(self, type: Any) -> dict[str, Any]:
        """Return the schema of a type."""
        return next(schema for known, schema in self._schemas if known is type)

    def read(self, path: str, one: Operation) -> dict[str, Any]:
        """Return the description of a question."""
        if one.media:
            content = {media: {"schema": _OBJECT if "json" in media[-4:] else _TEXT} for media in one.media}
        else:
            content = {"application/json": {"schema": self._read_schema(one)}}
        query = [self._parameter(name, name in one.required) for name in one.parameters]
        return {
            "operationId": _name("get", path),
            "summary": one.tells,
            "parameters": [*self._in_path(path), *query],
            "responses": {"200": {"description": one.tells, "content": content}}
            | dict(_problems((*_ANY, *([409] if one.fresh else [])))),
        }

    def _read_schema(self, one: Operation) -> dict[str, Any]:
        """Return the schema of what a question is answered."""
        if one.item is None:
            return _OBJECT
        found = [self._schema(type) for type in each_type(one)]
        schema = found[0] if len(found) == 1 else {"anyOf": found}
        if one.whole:
            return schema
        if one.field:
            held: dict[str, Any] = {one.field: schema}
        else:
            held = {
                "count": {"type": "integer"},
                "items": {"type": "array", "items": schema},
                "errors": {"type": "array", "items": _OBJECT},
            }
            if "_next" in one.parameters:
                held["next"] = {"type": ["string", "null"]}
        held = {"schema": _TEXT, **held, **one.more}
        return {"type": "object", "properties": held, "required": [*held]}

    def write(self, path: str, one: Write) -> dict[str, Any]:
        """Return the description of what takes a body."""
        schema = self._schema(one.answer)
        if one.field:
            held = {"schema": _TEXT, one.field: schema}
            schema = {"type": "object", "properties": held, "required": [*held]}
        done = {
            str(status): {
                "description": HTTPStatus(status).phrase,
                "content": {"application/json": {"schema": schema}},
            }
            for status in one.statuses
        }
        seen = {
            "name": "If-Match",
            "in": "header",
            "required": True,
            "schema": _TEXT,
            "description": "the ETag of the entry as it was seen",
        }
        return {
            "operationId": _name("post", path),
            "summary": one.tells,
            "parameters": [*self._in_path(path), *([seen] if one.seen else [])],
            "requestBody": {
                "required": True,
                "content": {"application/json": {"schema": self._schema(one.body)}},
            },
            "responses": done | dict(_problems((*_ANY, *_WRITING, *(_SEEN if one.seen else ())))),
        }

    def _parameter(self, name: str, required: bool) -> dict[str, Any]:
        """Return the description of a parameter of a question."""
        tells, schema = self._parameters[name]
        return {"name": name, "in": "query", "required": required, "schema": schema, "description": tells}

    def _in_path(self, path: str) -> list[dict[str, Any]]:
        """Return the descriptions of what stands in an address."""
        return [
            {"name": name, "in": "path", "required": True, "description": tells, "schema": schema}
            for name in _PATH.findall(path)
            for tells, schema in [self._parameters[name]]
        ]


def _problems(statuses: tuple[int, ...]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the descriptions of what can be wrong."""
    problem = {PROBLEM: {"schema": {"$ref": _REF.format(name="Problem")}}}
    for status in sorted(statuses):
        yield str(status), {"description": _WHY[status], "content": problem}


def _name(method: str, path: str) -> str:
    """Return a name that programs can give an operation.

    >>> _name("get", "/documents/{id}/text")
    'get_documents_id_text'
    """
    return "_".join([method, *re.findall(r"\w+", path)])
