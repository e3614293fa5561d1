"""The REST API: what the pages answer, as data at addresses that stay, described by OpenAPI.

``/api/v1/NAME`` answers as the page of that name does with ``.json``; the description is built from the same
records, so that it cannot tell anything else.
"""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

import msgspec

from rawi.ledger.answers import EventView, IncidentView, StorySummary
from rawi.ledger.results import Count, Hit, Profile, Said
from rawi.model.record import Record
from rawi.web.answers import Handler
from rawi.web.faults import Problem
from rawi.web.pages.across import chain, entities, stories, story
from rawi.web.pages.finding import find
from rawi.web.pages.listing import events, figures, said
from rawi.web.pages.mapping import Place, events_map
from rawi.web.pages.reading import reader
from rawi.web.pages.shelf import ledger

ROOT = "/api/v1"
#: What holds entries of several kinds, which the schema of records cannot tell apart.
_OPEN = dict[str, Any]
_REF = "#/components/schemas/{name}"
_TOLD = {
    "who": "words of a name or role; of the ledger the id of an entity",
    "about": "words of which all, or one, stand near",
    "what": "words for what is counted",
    "place": "a place, or an area around it",
    "since": "EDTF: from this day, month or year on",
    "until": "EDTF: up to it",
    "type": "an event type or sub-event type",
    "certain": "1: only what is certain",
    "q": "words that all stand in the article; spelling does not matter",
    "exact": "1: as written",
    "kind": "statement, figure or event",
    "outlet": "an outlet, as articles name it",
    "year": "four digits",
    "form": "how a statement is quoted, a figure hedged, an event told",
    "polarity": "asserted or denied",
    "unit": "a unit of figures",
    "standing": "new, accepted, rejected, corrected or background",
    "next": "the cursor that the answer before gave",
}


class Operation(NamedTuple):
    """One address: what answers it, its parameters, and the type of its items (types, where they are of
    several), or of its one ``field``."""

    handler: Handler
    tells: str
    parameters: tuple[str, ...]
    item: Any
    field: str | None = None


OPERATIONS: dict[str, Operation] = {
    "/ledger": Operation(
        ledger, "entries of all kinds with facets",
        ("kind", "who", "outlet", "year", "form", "polarity", "unit", "standing", "about", "next"),
        (Said, Count, EventView),
    ),
    "/documents": Operation(find, "articles that hold some words", ("q", "exact", "next"), Hit),
    "/documents/{id}": Operation(reader, "an article and what was read from it", (), Record, "record"),
    "/statements": Operation(
        said, "who said what", ("who", "about", "since", "until", "certain", "next"), Said
    ),
    "/figures": Operation(figures, "how many, of what", ("what", "who", "place", "since", "next"), Count),
    "/events": Operation(
        events, "what happened, with every report's version",
        ("type", "place", "who", "since", "until", "certain", "next"), IncidentView,
    ),
    "/map": Operation(
        events_map, "where incidents were", ("type", "place", "since", "until", "certain"), Place
    ),
    "/stories": Operation(stories, "reports of one happening", ("about", "next"), StorySummary),
    "/stories/{id}": Operation(story, "one story", (), _OPEN, "story"),
    "/entities": Operation(entities, "who somebody is", ("who",), Profile),
    "/chains/{id}": Operation(chain, "by which way the words of an entry came", (), _OPEN, "chain"),
}  # fmt: skip


@cache
def describe() -> bytes:
    """Return the OpenAPI 3.1 document."""
    types = [type for one in OPERATIONS.values() for type in _types(one)]
    schemas, components = msgspec.json.schema_components([*types, Problem], ref_template=_REF)
    known = dict(zip(types, schemas, strict=False))
    paths: dict[str, Any] = {}
    for path, one in OPERATIONS.items():
        found = [known[type] for type in _types(one)]
        paths[f"{ROOT}{path}"] = {
            "get": _describe(path, one, found[0] if len(found) == 1 else {"anyOf": found})
        }
    told = {
        "openapi": "3.1.0",
        "info": {"title": "Rawi", "version": "1", "description": "A sourced ledger of Arabic news."},
        "paths": paths,
        "components": {
            "schemas": components,
            "securitySchemes": {"cookie": {"type": "apiKey", "in": "cookie", "name": "rawi"}},
        },
        "security": [{"cookie": []}],
    }
    return msgspec.json.encode(told)


def _types(one: Operation) -> tuple[Any, ...]:
    """Return the types of the items of an operation."""
    return one.item if isinstance(one.item, tuple) else (one.item,)


def _describe(path: str, one: Operation, schema: dict[str, Any]) -> dict[str, Any]:
    """Return the description of one operation."""
    text = {"type": "string"}
    parameters = [
        {"name": name, "in": "query", "required": False, "schema": text, "description": _TOLD[name]}
        for name in one.parameters
    ]
    if "{id}" in path:
        parameters.append({"name": "id", "in": "path", "required": True, "schema": text})
    many = {"count": {"type": "integer"}, "items": {"type": "array", "items": schema}}
    held = {one.field: schema} if one.field else many | {"next": {"type": ["string", "null"]}}
    answer = {"type": "object", "properties": {"schema": text, **held}, "required": ["schema", *held]}
    problem = {"application/problem+json": {"schema": {"$ref": _REF.format(name="Problem")}}}
    responses = {"200": {"description": one.tells, "content": {"application/json": {"schema": answer}}}}
    for status, why in (("401", "no cookie"), ("404", "it is not there"), ("422", "a wrong question")):
        responses[status] = {"description": why, "content": problem if status != "401" else {}}
    name = path.strip("/").replace("/{id}", "_one")
    return {"operationId": name, "summary": one.tells, "parameters": parameters, "responses": responses}
