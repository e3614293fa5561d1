"""What programs read beside the data of pages: lists with other orders, texts, states, exports, work."""

from __future__ import annotations

import re
from typing import Any, get_args

from starlette.responses import Response

from rawi.ledger.exports import DERIVED, KINDS, WITH_ENTITIES
from rawi.ledger.faults import NotInLedger
from rawi.ledger.laziness import Lazily
from rawi.ledger.results import Profile
from rawi.model.relation import Verdict
from rawi.views.exports.annotations import MEDIA, build_annotations
from rawi.views.exports.columns import name_columns
from rawi.views.exports.delimited import write_csv
from rawi.views.exports.rows import export_rows
from rawi.views.exports.tables import FORMS
from rawi.views.exports.writing import Asked as Chosen
from rawi.views.exports.writing import Order, build_book, build_sheet
from rawi.views.jsonl import encode_line
from rawi.web.answers import Answer, Asked
from rawi.web.cursors import cut_found
from rawi.web.faults import StaleLedger, WrongQuestion
from rawi.web.rest.bodies import Work
from rawi.web.rest.states import Labelled, States, list_labels, load_told

#: The one work that there is beside the answering of requests.
UPDATE = "update"
_ENTITY = re.compile(r"(?:pe|or|pl|en|st)_[0-9a-f]{1,14}")
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MEDIA_OF = {"jsonl": "application/x-ndjson", "csv": "text/csv; charset=utf-8", "xlsx": _XLSX}
SHEETS = tuple(FORMS)
#: What is exported as it was read, of each article alone.
_READ = frozenset(KINDS) - frozenset((*DERIVED, *WITH_ENTITIES))


def documents(asked: Asked) -> Answer:
    """Answer the articles that hold some words, best first; all of them, by id, where none are asked for."""
    query = asked.given("q")
    found = asked.ledger.hits(query, exact=asked.flag("exact"))
    items, after = cut_found(asked, found, order="id" if query is None else "")
    return Answer("", "find", {}, items, next=after)


def text(asked: Asked) -> Response:
    """Answer the text of an article as it is stored, nothing else."""
    return Response(_document(asked).text.encode(), media_type="text/plain; charset=utf-8")


def annotate(asked: Asked) -> Response:
    """Answer the entries of an article as annotations of the W3C."""
    record = _document(asked)
    base = f"{str(asked.request.base_url).rstrip('/')}/api/v1"
    page = build_annotations(record, asked.ledger.reviews.labels(record.document.id), base)
    return Response(encode_line(page), media_type=MEDIA)


def _document(asked: Asked) -> Any:
    """Return the record of the article that an address names."""
    return asked.ledger.document(asked.request.path_params["id"])


def entry(asked: Asked) -> Response:
    """Answer one entry, where its words stand, and how it stands; its ETag is what a review must know."""
    told = load_told(asked.ledger, asked.request.path_params["id"])
    headers = {"etag": told.etag} if told.etag else None
    return Response(encode_line(told), 200, headers, "application/json")


def reviews(asked: Asked) -> Answer:
    """Answer how the entries of an article stand, each with its ETag."""
    document = asked.given("document")
    if document is None:
        raise WrongQuestion("document", "of which article?")
    record = asked.ledger.document(document)
    states = States(asked.ledger, record)
    found = Lazily[Labelled, Any](list_labels(asked.ledger, record.document.id), states.build)
    items, after = cut_found(asked, found)
    return Answer("", "reviews", {}, items, next=after)


def comparisons(asked: Asked) -> Answer:
    """Answer pairs of claims side by side, what contradicts first."""
    written = asked.given("verdict")
    verdict = next((one for one in get_args(Verdict) if one == written), None)
    if written and verdict is None:
        raise WrongQuestion("verdict", f"{written!r} is none of {', '.join(get_args(Verdict))}")
    items, after = cut_found(asked, asked.ledger.comparisons(asked.given("about"), verdict))
    return Answer("", "comparisons", {}, items, next=after)


def entities(asked: Asked) -> Answer:
    """Answer who somebody is, the most mentioned first."""
    written = asked.given("who")
    found = asked.ledger.portraits.who(written) if written else Lazily[Profile, Profile]((), lambda one: one)
    items, after = cut_found(asked, found)
    return Answer("", "who", {}, items, _freshness(asked), after)


def entity(asked: Asked) -> Answer:
    """Answer one entity by its id, or that of an entry in it."""
    id = check_entity(asked.request.path_params["id"])
    one = next(asked.ledger.portraits.who(id), None)
    if one is None:
        raise NotInLedger(f"nobody and nothing in the ledger has the id {id!r}")
    return Answer("", "entity", {}, fields={"entity": one, **_freshness(asked)})


def _freshness(asked: Asked) -> dict[str, bool]:
    """Return whether articles or decisions came since who is who was last derived."""
    return {"stale": not asked.ledger.portraits.freshness().entities}


def check_entity(written: str) -> str:
    """Return what is the id of an entity or of its entry; NotInLedger for anything else, names too."""
    if not _ENTITY.fullmatch(written):
        raise NotInLedger(f"{written[:100]!r} is no id of an entity")
    return written


def job(asked: Asked) -> Response:
    """Answer how far the update is."""
    if asked.request.path_params["id"] != UPDATE:
        raise NotInLedger(f"there is no work but {UPDATE!r}")
    return Response(encode_line(describe_work(asked)), media_type="application/json")


def describe_work(asked: Asked) -> Work:
    """Return how far the update is."""
    told = asked.updates.progress
    return Work(id=UPDATE, state=told.state, done=told.done, of=told.of, code=told.code)


def export(asked: Asked) -> Response:
    """Answer what ``rawi export`` gives of a kind, whole."""
    kind, form = (str(asked.request.path_params[name]) for name in ("table", "format"))
    if kind not in KINDS:
        raise NotInLedger(f"{kind[:100]!r} is none of {', '.join(KINDS)}")
    if form not in MEDIA_OF:
        raise NotInLedger(f"{form[:100]!r} is none of {', '.join(MEDIA_OF)}")
    order = _order(asked, form)
    _refuse_stale(asked, kind)
    if form == "jsonl":
        if order.format != form:
            raise WrongQuestion("sheet", "a sheet is written as csv or xlsx")
        body = b"".join(map(encode_line, export_rows(asked.ledger, kind, order)))
    elif kind != "events":
        raise WrongQuestion("kind", f"{kind} are exported as jsonl; events also as {form}")
    elif form == "xlsx":
        body = build_book(asked.ledger, order)
    else:
        first = build_sheet(asked.ledger, order)[0]
        body = write_csv(first, name_columns(first.columns, order.headers), bom=asked.flag("_bom"))
    return Response(body, media_type=MEDIA_OF[form])


def _refuse_stale(asked: Asked, kind: str) -> None:
    """Raise StaleLedger where rows would lack what came since the last update: what is asked changes nothing,
    and a file has no place to say what it lacks."""
    if kind not in _READ and asked.ledger.waiting() is not None:
        raise StaleLedger(f"{kind} are not up to date; POST /api/v1/jobs first")


def _order(asked: Asked, form: str) -> Order:
    """Return what an address asks to be exported, as the command does."""
    sheet, headers = asked.given("sheet"), asked.given("headers") or "en"
    if sheet is not None and sheet not in SHEETS:
        raise WrongQuestion("sheet", f"{sheet!r} is none of {', '.join(SHEETS)}")
    if headers not in ("en", "ar"):
        raise WrongQuestion("headers", f"{headers!r} is neither en nor ar")
    named = {name: asked.given(name) for name in ("on", "since", "until", "type", "place")}
    chosen = Chosen(**named, confidence="certain" if asked.flag("certain") else None)
    return Order(sheet or form, chosen, "ar" if headers == "ar" else "en")
