"""Reading: an article that is pasted or dropped, and the reader of one that the ledger holds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

import msgspec
from starlette.datastructures import FormData
from starlette.responses import RedirectResponse, Response

from rawi.documents.build import build_document
from rawi.documents.published import parse_published
from rawi.errors import DocumentError, ParseError
from rawi.ingest.provenance import build_submission
from rawi.ledger.corrections import FIELDS
from rawi.ledger.portraits import Voice
from rawi.model.document import Metadata
from rawi.model.record import Record
from rawi.model.review import Reviewed
from rawi.model.source import Item, Media
from rawi.pipeline import extract_document
from rawi.views.exports.cells import Value
from rawi.views.record import build_count, build_event, build_said
from rawi.web.answers import Answer, Asked
from rawi.web.faults import WrongQuestion
from rawi.web.margins import render_reading
from rawi.web.naming import name_document
from rawi.web.pages.resting import find_settlings
from rawi.web.pages.surroundings import find_cautions, find_links, find_place, find_twins
from rawi.web.pages.voices import find_voices_of
from rawi.web.telling import tell_error
from rawi.web.turns import TURNS

#: What can be shown or hidden in a text, in the order of their keys 1 to 6, with the label of each.
LAYERS = (
    ("quote", "layer.quote"),
    ("figure", "figures"),
    ("date", "dates"),
    ("event", "events"),
    ("speaker", "layer.speaker"),
    ("beside", "layer.beside"),
)
_COLUMNS = ("kind", "id", "start", "end", "words", "review")


def home(asked: Asked) -> Answer:
    """Answer the first page: a place to paste an article, and what the ledger holds."""
    counts = asked.ledger.counts()
    return Answer(
        "home.html",
        "home",
        {"counts": counts, "text": "", "typed": {}, "wrong": None},
        fields={"counts": counts},
    )


def reader(asked: Asked) -> Answer:
    """Answer the page of one article: its text with what was read from it, and the entries beside it."""
    record = asked.ledger.document(asked.request.path_params["id"])
    document, language = record.document, asked.preferences.language
    found = find_place(asked, document)
    ids = asked.ledger.reviews.labels(document.id)
    standing = asked.ledger.reviews.standing(ids.values())
    data = {
        "record": record,
        "title": name_document(document, language),
        "text": render_reading(record, "a", asked.preferences, found),
        "cautions": find_cautions(document, language),
        "settlings": find_settlings(record, ids, standing),
        "twins": find_twins(asked.ledger.copies(document.id), document.id),
        "links": find_links(document),
        "found": found,
        "layers": LAYERS,
        "tour": asked.preferences.tour == "on",
        "said": [build_said(record, one) for one in record.statements],
        "counted": [build_count(record, one) for one in record.figures],
        "happened": [build_event(record, one) for one in record.events],
        "ids": ids,
        "standing": standing,
        "voices": _voices(asked, record, ids),
        "own": FIELDS,
    }
    fields = {"record": record, "ids": ids, "reviews": standing}
    rows = list(_rows(record, ids, standing))
    return Answer("reader.html", "document", data, fields=fields, columns=_COLUMNS, rows=rows)


def _voices(asked: Asked, record: Record, ids: dict[str, str]) -> dict[str, Voice]:
    """Return who speaks in the entries of an article across documents, by their ids."""
    said = {one.id: one.speaker.name for one in record.statements}
    named = {ids[label]: name for label, name in said.items() if label in ids}
    held = {one.id: said.get(one.according_to or "") for one in record.figures}
    return find_voices_of(asked, named | {ids[label]: name for label, name in held.items() if label in ids})


def _rows(record: Record, ids: dict[str, str], standing: dict[str, Reviewed]) -> Iterator[tuple[Value, ...]]:
    """Yield the entries of an article as rows: a line for each span."""
    spans = [("statement", one.id, span) for one in record.statements for span in one.content]
    spans += [("figure", one.id, one.span) for one in record.figures]
    spans += [("event", one.id, one.trigger) for one in record.events]
    for kind, label, span in spans:
        id = ids.get(label, label)
        stands = standing.get(id, Reviewed()).standing
        yield kind, id, span.start, span.end, record.words(span), stands


def read_article(asked: Asked) -> Answer | Response:
    """Store an article that was pasted or chosen, and lead to its page; where that cannot be, show the form
    again with what was typed."""
    try:
        return _store_article(asked)
    except (DocumentError, WrongQuestion) as wrong:
        told = tell_error(wrong, asked.preferences.language)
        if told is None:
            raise
        form: FormData = asked.request.state.form
        typed = {name: read_field(form, name) or "" for name in ("title", "outlet", "published")}
        answer = home(asked)
        answer.data.update(
            text=read_field(form, "text") or "", typed=typed, told=told, path="/", switch="/?lang="
        )
        answer.data["switch"] += "en" if asked.preferences.language == "ar" else "ar"
        answer.data["wrong"] = getattr(wrong, "where", "file")
        return msgspec.structs.replace(answer, status=422)


def _published(form: FormData) -> str | None:
    """Return the day that a form says an article was published; WrongQuestion where it is none."""
    told = read_field(form, "published")
    try:
        return parse_published(told) if told else None
    except ParseError as error:
        raise WrongQuestion("published", str(error)) from error


def _store_article(asked: Asked) -> Response:
    """Store an article and lead to its page."""
    form: FormData = asked.request.state.form
    known = Metadata(
        title=read_field(form, "title"),
        outlet=read_field(form, "outlet"),
        published=_published(form),
    )
    item = _item(asked, form, known)
    with TURNS.take(len(item.data)):
        found = build_document(item)
        record = extract_document(found.text, found.metadata, found.warnings, parts=found.parts)
    ready = build_submission(item, record)
    first = asked.ledger.is_empty() and "rawi-tour" not in asked.request.cookies
    outcome = asked.ledger.add(
        ready.record, evidence=ready.evidence, origin=ready.origin, extractor=ready.extractor
    )
    if outcome.document_id is None:
        raise WrongQuestion("text", outcome.code or "rejected")
    # The way through the reader is shown with the first article of a ledger, until it is dismissed.
    return RedirectResponse(f"/d/{outcome.document_id}{'?tour=on' if first else ''}", status_code=303)


def read_field(form: FormData, name: str) -> str | None:
    """Return a field of a form; null where it is blank."""
    value = form.get(name)
    return value.strip() or None if isinstance(value, str) else None


def _item(asked: Asked, form: FormData, known: Metadata) -> Item:
    """Return what is to be read: the pasted text, else the chosen file."""
    text = _pasted(form)
    if text is not None:
        return Item("", None, text, _media(text.lstrip().startswith("<")), known)
    files = [(name, data) for name, data in asked.request.state.files if data]
    if not files:
        raise WrongQuestion("text", "there is nothing to read")
    name, data = files[0]
    return Item(PurePath(name).name, None, data, _media(data.lstrip()[:1] == b"<"), known)


def _pasted(form: FormData) -> str | None:
    """Return the text that was pasted, as it was: browsers send its line ends as CR LF (HTML standard,
    "constructing the entry list"), and a text has the same fingerprint whichever way it came. Null for a
    blank one."""
    text = form.get("text")
    return text.replace("\r\n", "\n") if isinstance(text, str) and text.strip() else None


def _media(html: bool) -> Media:
    """Return the medium of what came in."""
    return "html" if html else "text"


def read_number(form: FormData, name: str) -> int:
    """Return the number that a field holds; WrongQuestion for anything else."""
    told = read_field(form, name) or ""
    if not (told.isascii() and told.isdigit() and len(told) < 19):
        raise WrongQuestion(name, f"{told[:40]!r} is no number")
    return int(told)
