"""Reading: an article that is pasted or dropped, and the reader of one that the ledger holds."""

from __future__ import annotations

from pathlib import PurePath

from markupsafe import Markup
from starlette.datastructures import FormData
from starlette.responses import RedirectResponse, Response

from rawi.documents.build import build_document
from rawi.documents.published import parse_published
from rawi.ingest.provenance import build_submission
from rawi.model.document import Metadata
from rawi.model.source import Item
from rawi.pipeline import extract_document
from rawi.views.html import render_article
from rawi.web.answers import Answer, Asked
from rawi.web.faults import ReadOnly, WrongQuestion

_RECENT = 10


def home(asked: Asked) -> Answer:
    """Answer the first page: a place to paste an article, and what the ledger holds."""
    counts = asked.ledger.counts()
    return Answer("home.html", "home", {"counts": counts, "text": ""}, fields={"counts": counts})


def reader(asked: Asked) -> Answer:
    """Answer the page of one article: its text with what was read from it, and the entries beside it."""
    record = asked.ledger.document(asked.request.path_params["id"])
    article = Markup(render_article(record, "a1", asked.preferences.language))
    columns = ("kind", "id", "start", "end", "words")
    rows = [
        *(
            ("statement", one.id, span.start, span.end, record.words(span))
            for one in record.statements
            for span in one.content
        ),
        *(("figure", one.id, one.span.start, one.span.end, record.words(one.span)) for one in record.figures),
        *(
            ("event", one.id, one.trigger.start, one.trigger.end, record.words(one.trigger))
            for one in record.events
        ),
    ]
    data = {"record": record, "article": article, "title": record.document.title or record.document.id}
    return Answer("reader.html", "document", data, fields={"record": record}, columns=columns, rows=rows)


def read_article(asked: Asked) -> Response:
    """Store an article that was pasted or chosen, and lead to its page."""
    if asked.site.read_only:
        raise ReadOnly("the ledger is served read-only")
    form: FormData = asked.request.state.form
    published = _field(form, "published")
    known = Metadata(
        title=_field(form, "title"),
        outlet=_field(form, "outlet"),
        published=parse_published(published) if published else None,
    )
    found = build_document(item := _item(asked, form, known))
    record = extract_document(found.text, found.metadata, found.warnings, parts=found.parts)
    ready = build_submission(item, record)
    outcome = asked.ledger.add(
        ready.record, evidence=ready.evidence, origin=ready.origin, extractor=ready.extractor
    )
    if outcome.document_id is None:
        raise WrongQuestion("text", outcome.code or "rejected")
    return RedirectResponse(f"/d/{outcome.document_id}", status_code=303)


def _field(form: FormData, name: str) -> str | None:
    """Return a field of a form; null where it is blank."""
    value = form.get(name)
    return value.strip() or None if isinstance(value, str) else None


def _item(asked: Asked, form: FormData, known: Metadata) -> Item:
    """Return what is to be read: the pasted text, else the chosen file."""
    text = _field(form, "text")
    if text is not None:
        media = "html" if text.startswith("<") else "text"
        return Item("", None, text, media, known)  # type: ignore[arg-type]
    files = [(name, data) for name, data in asked.request.state.files if data]
    if not files:
        raise WrongQuestion("text", "there is nothing to read")
    name, data = files[0]
    media = "html" if data.lstrip()[:1] == b"<" else "text"
    return Item(PurePath(name).name, None, data, media, known)  # type: ignore[arg-type]
