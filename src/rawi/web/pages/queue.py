"""The review queue: what nobody reviewed, one entry open with its evidence; alone or all that is visible."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, get_args
from urllib.parse import urlencode

import msgspec
from starlette.responses import RedirectResponse, Response

from rawi.ledger.corrections import FIELDS
from rawi.ledger.ledger import Ledger
from rawi.ledger.queue import Waiting
from rawi.ledger.results import Explanation
from rawi.ledger.reviewing import UNSTATED
from rawi.ledger.rows import sentence_span
from rawi.model.claim import Event, Figure, Statement
from rawi.model.record import Record
from rawi.model.review import Review, Reviewable, ReviewKind
from rawi.model.span import Span
from rawi.views.explanation import find_reasons
from rawi.views.labels import Language, label
from rawi.views.record import build_count, build_event, build_said
from rawi.web.answers import Answer, Asked
from rawi.web.faults import WrongQuestion
from rawi.web.pages.reading import read_field
from rawi.web.pages.reviewing import own_address

#: Entries on a page, which is what can be decided at once: all of them are seen.
SHOWN = 20
_BULK: tuple[ReviewKind, ...] = ("accept", "reject")
_COLUMNS = ("id", "kind", "confidence", "document", "title", "published", "start", "end", "words")


class Queued(msgspec.Struct, frozen=True):
    """An entry as the queue lists it; ``view`` is what cards show of it, ``span`` where its words stand."""

    id: str
    kind: Reviewable
    label: str
    document: str
    title: str | None
    published: str | None
    doubtful: bool
    span: Span
    words: str
    view: Any


class Around(NamedTuple):
    """The words of an entry with the sentences before, about and after it."""

    before: str
    left: str
    words: str
    right: str
    after: str


def queue(asked: Asked) -> Answer:
    """Answer what waits for people, the doubtful first, with one entry open."""
    kind, document = _kind(asked.given("kind")), asked.given("doc")
    found = asked.ledger.reviews.waiting(kind, document, asked.given("next"), SHOWN + 1)
    after = found[SHOWN - 1].cursor if len(found) > SHOWN else None
    shelf = _Shelf(asked.ledger)
    items = [shelf.load(one) for one in found[:SHOWN]]
    rows = [
        (one.id, one.kind, "doubtful" if one.doubtful else "certain", one.document, one.title,
         one.published, one.span.start, one.span.end, one.words)
        for one in items
    ]  # fmt: skip
    left = asked.ledger.reviews.left()
    data = {"items": items, "left": left, "next": after, "kinds": get_args(Reviewable), "kind": kind or ""}
    data |= {"doc": document or "", "title": shelf.title(document), "last": _last(asked.ledger)}
    data |= _open(asked, shelf, items, after)
    fields = {"left": left}
    return Answer("queue.html", "review", data, items, fields, after, _COLUMNS, rows)


def _open(asked: Asked, shelf: _Shelf, items: Sequence[Queued], after: str | None) -> dict[str, Any]:
    """Return what the template shows of the entry that is open: the one asked for, else the first."""
    told = asked.given("open")
    ids = [one.id for one in items]
    one = next((one for one in items if one.id == told), None)
    if one is None and told is not None:
        one = shelf.find(told)
    if one is None and items:
        one = items[0]
    if one is None:
        return {"one": None}
    at = ids.index(one.id) if one.id in ids else -1
    following = ids[at + 1] if at + 1 < len(ids) else None
    explained = asked.ledger.explain(one.id)
    every = asked.ledger.reviews.history(one.document)
    return {
        "one": one,
        "around": shelf.around(one),
        "reasons": list(_reasons(explained, asked.preferences.language)),
        "rule": explained.rule,
        "history": [each for each in every if each.entry == one.id],
        "undone": {each.target for each in every if each.kind == "undo"},
        "unstated": UNSTATED,
        "standing": asked.ledger.reviews.standing([one.id]).get(one.id),
        "fields": FIELDS[one.kind],
        "here": _address(asked, open=one.id),
        "onward": _address(asked, open=following) if following else _address(asked, open=None, next=after),
        "backward": _address(asked, open=ids[at - 1]) if at > 0 else None,
        "more": following is not None or after is not None,
    }


def _reasons(told: Explanation, language: Language) -> Iterator[tuple[bool, str]]:
    """Yield what speaks for an entry and, true, against it, in words."""
    if isinstance(told.entry.item, Event):
        yield from ((True, label(f"event.{code}", language)) for code in told.entry.item.reasons)
    else:
        yield from ((bool(one.weight), getattr(one, language)) for one in find_reasons(told))


def _address(asked: Asked, **changed: str | None) -> str:
    """Return the address of this page with some values set or, by null, left out."""
    kept = {name: asked.given(name) for name in ("kind", "doc", "next")} | changed
    query = urlencode({name: value for name, value in kept.items() if value})
    return f"/review?{query}" if query else "/review"


def _kind(told: str | None) -> Reviewable | None:
    """Return the kind of entries that is asked for, null for all."""
    known: Reviewable | None = next((one for one in get_args(Reviewable) if one == told), None)
    if told is not None and known is None:
        raise WrongQuestion("kind", f"{told!r} is none of {', '.join(get_args(Reviewable))}")
    return known


def _last(ledger: Ledger) -> Review | None:
    """Return the last review that counts."""
    return next(ledger.reviews.last(1), None)


class _Shelf:
    """Documents of one answer, each loaded once."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._records: dict[str, Record] = {}

    def _record(self, document: str) -> Record:
        if document not in self._records:
            self._records[document] = self._ledger.document(document)
        return self._records[document]

    def title(self, document: str | None) -> str | None:
        """Return how a document is called, null for none."""
        if document is None:
            return None
        one = self._record(document).document
        return one.title or one.id[7:19]

    def load(self, one: Waiting) -> Queued:
        """Return an entry that waits with its words."""
        record = self._record(one.document)
        view, span, words = _view(record, one.label)
        known = record.document
        return Queued(
            one.id, one.kind, one.label, one.document, known.title, known.published, one.doubtful, span,
            words, view,
        )  # fmt: skip

    def find(self, id: str) -> Queued | None:
        """Return an entry by its id, also one that was reviewed; null for what cannot be reviewed: another
        kind, or what an older reading found."""
        entry = self._ledger.entry(id)
        item = entry.item
        if not entry.current or not isinstance(item, Statement | Figure | Event):
            return None
        kind: Reviewable = next(one for one in get_args(Reviewable) if one == entry.kind)
        return self.load(Waiting(entry.id, kind, entry.document, item.id, item.confidence == "doubtful", ""))

    def around(self, one: Queued) -> Around:
        """Return the words of an entry in their context: the sentence before and after."""
        text = self._record(one.document).text
        here = sentence_span(text, one.span)
        before = sentence_span(text, Span(here.start - 2, here.start - 1)) if here.start > 1 else here
        after = sentence_span(text, Span(here.end + 1, here.end + 2)) if here.end + 2 < len(text) else here
        return Around(
            text[min(before.start, here.start) : here.start].lstrip(),
            text[here.start : one.span.start],
            one.span.of(text),
            text[one.span.end : here.end + 1],
            text[here.end + 1 : max(after.end, here.end)].rstrip(),
        )


def _view(record: Record, label: str) -> tuple[Any, Span, str]:
    """Return what cards show of an entry, where its words stand, and the words."""
    every: tuple[Statement | Figure | Event, ...] = (*record.statements, *record.figures, *record.events)
    item = next(one for one in every if one.id == label)
    if isinstance(item, Statement):
        said = build_said(record, item)
        whole = Span(min(one.start for one in item.content), max(one.end for one in item.content))
        return said, whole, said.words
    if isinstance(item, Figure):
        return build_count(record, item), item.span, record.words(item.span)
    happened = build_event(record, item)
    return happened, item.trigger, happened.sentence.words


def review_all(asked: Asked) -> Response:
    """Decide alike about the entries of a page that a form names, each by a review of its own."""
    form = asked.request.state.form
    ids = [str(one) for one in form.getlist("id")]
    kind = next((one for one in _BULK if one == read_field(form, "kind")), None)
    if kind is None:
        raise WrongQuestion("kind", "what is visible is accepted or rejected")
    if not 0 < len(ids) <= SHOWN:
        raise WrongQuestion("id", f"1 to {SHOWN} entries are decided at once, as many as a page shows")
    asked.ledger.reviews.decide_all(ids, kind, read_field(form, "why"))
    return RedirectResponse(own_address(read_field(form, "back")), status_code=303)
