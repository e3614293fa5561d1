"""The REST API: what the pages answer, as data at addresses that stay, described by OpenAPI.

``/api/v1/NAME`` answers as the page of that name does with ``.json``; what only programs ask and write is in
``rawi.web.rest``. The description is built from the same records, so that it cannot tell anything else.
"""

from __future__ import annotations

from functools import cache
from typing import Any, get_args

from rawi.ledger.answers import (
    ChainView,
    Checked,
    ComparisonView,
    EventView,
    IncidentView,
    SeriesView,
    StorySummary,
    StoryView,
)
from rawi.ledger.exports import KINDS
from rawi.ledger.results import Count, Hit, Profile, Said
from rawi.model.claim import Polarity
from rawi.model.record import Record
from rawi.model.relation import Verdict
from rawi.model.review import Reviewable, Standing
from rawi.views.exports.annotations import MEDIA
from rawi.web.cursors import MOST
from rawi.web.pages.across import chain, stories, story
from rawi.web.pages.comparing import compare_by_id
from rawi.web.pages.listing import events, figures, said
from rawi.web.pages.mapping import Place, events_map
from rawi.web.pages.numbers import one_series, series
from rawi.web.pages.reading import reader
from rawi.web.pages.shelf import ledger
from rawi.web.rest import bodies, reads, writes
from rawi.web.rest.description import describe_api
from rawi.web.rest.operations import Operation, Write
from rawi.web.rest.questions import Parameters
from rawi.web.rest.routes import Ask, Routes
from rawi.web.routes import Gate, Gated

ROOT = "/api/v1"
_TEXT: dict[str, Any] = {"type": "string"}
_FLAG: dict[str, Any] = {"type": "string", "enum": ["0", "1"]}
_TOLD: Parameters = {
    "who": ("words of a name or role; of the ledger the id of an entity", _TEXT),
    "about": ("words of which all, or one, stand near", _TEXT),
    "what": ("words for what is counted", _TEXT),
    "place": ("a place, or an area around it", _TEXT),
    "on": ("EDTF: on this day, or in this month or year", _TEXT),
    "since": ("EDTF: from this day, month or year on", _TEXT),
    "until": ("EDTF: up to it", _TEXT),
    "type": ("an event type or sub-event type", _TEXT),
    "certain": ("1: only what is certain", _FLAG),
    "q": ("words that all stand in the article; spelling does not matter", _TEXT),
    "exact": ("1: as written", _FLAG),
    "kind": ("of entries", {"type": "string", "enum": [*get_args(Reviewable)]}),
    "table": ("what is exported", {"type": "string", "enum": [*KINDS]}),
    "format": ("as what", {"type": "string", "enum": [*reads.MEDIA_OF]}),
    "outlet": ("an outlet, as articles name it", _TEXT),
    "year": ("four digits", _TEXT),
    "form": ("how a statement is quoted, a figure hedged, an event told", _TEXT),
    "polarity": ("of statements", {"type": "string", "enum": [*get_args(Polarity)]}),
    "unit": ("a unit of figures", _TEXT),
    "standing": ("how people decided", {"type": "string", "enum": [*get_args(Standing)]}),
    "verdict": ("what two claims are to each other", {"type": "string", "enum": [*get_args(Verdict)]}),
    "document": ("an article, by its id or the first letters of it", _TEXT),
    "id": ("an id, or the first letters of one", _TEXT),
    "by": ("the date at which figures stand", {"type": "string", "enum": ["as_of", "said"]}),
    "sheet": ("events: a sheet of incidents", {"type": "string", "enum": [*reads.SHEETS]}),
    "headers": ("the language of the names of columns", {"type": "string", "enum": ["en", "ar"]}),
    "_bom": ("1: a mark by which Excel knows UTF-8", _FLAG),
    "_size": ("how many entries a page has", {"type": "integer", "minimum": 1, "maximum": MOST}),
    "_sort": ("id: in an order that no update changes", {"type": "string", "enum": ["id"]}),
    "_next": ("the cursor that the answer before gave", _TEXT),
}
_LIST = ("_size", "_next")
_SORTED = ("_size", "_sort", "_next")
_STALE = {"stale": {"type": "boolean", "description": "more came since the last update: POST /jobs"}}

OPERATIONS: dict[str, Operation] = {
    "/ledger": Operation(
        ledger, "entries of all kinds with facets",
        ("kind", "who", "outlet", "year", "form", "polarity", "unit", "standing", "about", *_LIST),
        (Said, Count, EventView), more={"total": {"type": "integer"}, "facets": {"type": "object"}},
    ),
    "/documents": Operation(reads.documents, "articles that hold some words", ("q", "exact", *_SORTED), Hit),
    "/documents/{id}": Operation(
        reader, "an article and what was read from it", (), Record, "record",
        more={"ids": {"type": "object"}, "reviews": {"type": "object"}},
    ),
    "/documents/{id}/text": Operation(
        reads.text, "the text of an article as it is stored", (), None, media=("text/plain",)
    ),
    "/documents/{id}/annotations": Operation(
        reads.annotate, "its entries as W3C Web Annotations", (), None, media=(MEDIA.split(";")[0],)
    ),
    "/statements": Operation(
        said, "who said what", ("who", "about", "since", "until", "certain", *_LIST), Said
    ),
    "/figures": Operation(figures, "how many, of what", ("what", "who", "place", "since", *_LIST), Count),
    "/events": Operation(
        events, "what happened, with every report's version",
        ("type", "place", "who", "since", "until", "certain", *_SORTED), IncidentView,
    ),
    "/entries/{id}": Operation(reads.entry, "one entry and how it stands", (), bodies.Told, whole=True),
    "/reviews": Operation(
        reads.reviews, "how the entries of an article stand", ("document", *_SORTED), bodies.State,
        required=("document",),
    ),
    "/map": Operation(
        events_map, "where incidents were", ("type", "place", "since", "until", "certain"), Place
    ),
    "/stories": Operation(stories, "reports of one happening", ("about", *_SORTED), StorySummary),
    "/stories/{id}": Operation(story, "one story", (), StoryView, "story"),
    "/series": Operation(
        series, "figures of one quantity through time", ("what", "place", "who", "since", *_SORTED),
        SeriesView,
    ),
    "/series/{id}": Operation(one_series, "one of them", ("by",), SeriesView, "series"),
    "/comparisons": Operation(
        reads.comparisons, "claims side by side", ("about", "verdict", *_SORTED), ComparisonView
    ),
    "/comparisons/{id}": Operation(compare_by_id, "one of them", (), ComparisonView, "comparison"),
    "/entities": Operation(reads.entities, "who somebody is", ("who", *_SORTED), Profile, more=_STALE),
    "/entities/{id}": Operation(reads.entity, "one of them", (), Profile, "entity", more=_STALE),
    "/chains/{id}": Operation(
        chain, "by which way the words of an entry came", (), ChainView, "chain"
    ),
    "/export/{table}.{format}": Operation(
        reads.export, "all rows of a kind, as rawi export gives them",
        ("on", "since", "until", "type", "place", "certain", "sheet", "headers", "_bom"), None,
        media=tuple(one.split(";")[0] for one in reads.MEDIA_OF.values()), fresh=True,
    ),
    "/jobs/{id}": Operation(reads.job, "how far work is", (), bodies.Work, whole=True),
}  # fmt: skip
WRITES: dict[str, Write] = {
    "/extract": Write(
        writes.extract, "read an article, store nothing", "export", bodies.Paper, Record
    ),
    "/check": Write(
        writes.check, "what the ledger has on a claim", "export", bodies.Claimed, Checked, field="checked"
    ),
    "/documents": Write(
        writes.add_document, "store an article", "add", bodies.Paper, bodies.Stored, (200, 201)
    ),
    "/reviews": Write(
        writes.review, "decide about an entry", "review", bodies.Judgement, bodies.Decision, seen=True
    ),
    "/entities/{id}/merge": Write(writes.merge, "these are one", "decide", bodies.Merging, bodies.Decision),
    "/entities/{id}/split": Write(
        writes.split, "these are several", "decide", bodies.Splitting, bodies.Decision
    ),
    "/undo": Write(writes.undo, "take a decision back", "review", bodies.Undoing, bodies.Decision),
    "/jobs": Write(
        writes.begin_job, "bring up to date what is derived", "update", bodies.Order, bodies.Work, (202,)
    ),
}  # fmt: skip


@cache
def describe() -> bytes:
    """Return the OpenAPI 3.1 document."""
    return describe_api(ROOT, OPERATIONS, WRITES, _TOLD)


def routes(ask: Ask, gate: Gate) -> list[Gated]:
    """Return the routes of all addresses; ``ask(request)`` is a context that lends what is asked."""
    return Routes(ROOT, _TOLD, ask, gate).build(OPERATIONS, WRITES)
