"""One entry as people review it: its words in their context, why it was read, what else rests on it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, get_args

import msgspec

from rawi.ledger.answers import EventView
from rawi.ledger.corrections import CHOICES, FIELDS, Change, apply_reviews, find_span, read_values
from rawi.ledger.ledger import Ledger
from rawi.ledger.queue import Similar, Waiting
from rawi.ledger.results import Count, Explanation, Said
from rawi.ledger.reviewing import UNSTATED
from rawi.ledger.rows import quote_span
from rawi.model.claim import Event, Figure, Statement
from rawi.model.record import Record
from rawi.model.review import Field, Review, Reviewable, Reviewed
from rawi.model.span import Span
from rawi.views.explanation import build_proof, find_reasons
from rawi.views.labels import Language, label
from rawi.views.record import build_count, build_event, build_said
from rawi.views.report.entries import find_window

_WORD = re.compile(r"\S+")


class Queued(msgspec.Struct, frozen=True):
    """An entry as the queue lists it; ``view`` is what cards show of it, ``span`` where its words stand;
    ``impact`` counts what rests on it."""

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
    rule: str = ""
    impact: int = 0


class Around(NamedTuple):
    """The words of an entry with the sentences before, about and after it; ``span`` is of all of them."""

    before: str
    left: str
    words: str
    right: str
    after: str
    span: Span


class Word(NamedTuple):
    """One word of a text: where it stands, and whether it is of the entry."""

    start: int
    end: int
    words: str
    own: bool


class Asking(NamedTuple):
    """One field of an entry as a form asks for it: what was read, what stands now, the values that there are,
    and the words on which it stands."""

    name: Field
    read: str | None
    now: str | None
    choices: tuple[str, ...] = ()
    ground: str | None = None


class Step(NamedTuple):
    """One decision about an entry with what it changed; ``undone`` is the number of the one that took it
    back."""

    review: Review
    changes: tuple[Change, ...]
    undone: int | None


class Shelf:
    """Documents of one answer, each loaded once."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._records: dict[str, Record] = {}

    def record(self, document: str) -> Record:
        """Return the record of a document."""
        if document not in self._records:
            self._records[document] = self._ledger.document(document)
        return self._records[document]

    def title(self, document: str | None) -> str | None:
        """Return how a document is called, null for none."""
        if document is None:
            return None
        one = self.record(document).document
        return one.title or one.id[7:19]

    def load(self, one: Waiting) -> Queued:
        """Return an entry that waits with its words."""
        record = self.record(one.document)
        view, span, words = _view(record, one.label)
        known = record.document
        impact = _count_held(record, one.label) + self._ledger.reviews.impact(one.id)
        return Queued(
            one.id, one.kind, one.label, one.document, known.title, known.published, one.doubtful, span,
            words, view, one.rule, impact,
        )  # fmt: skip

    def find(self, id: str) -> Queued | None:
        """Return an entry by its id, also one that was reviewed; null for what cannot be reviewed: another
        kind, or what an older reading found."""
        entry = self._ledger.entry(id)
        item = entry.item
        if not entry.current or not isinstance(item, Statement | Figure | Event):
            return None
        kind: Reviewable = next(one for one in get_args(Reviewable) if one == entry.kind)
        doubtful = item.confidence == "doubtful"
        return self.load(Waiting(entry.id, kind, entry.document, item.id, doubtful, "", item.rule))

    def around(self, one: Queued) -> Around:
        """Return the words of an entry in their context: two sentences before and after theirs."""
        text = self.record(one.document).text
        here = _sentences(text, one.span)
        window = find_window(text, here)
        return Around(
            text[window.start : here.start],
            text[here.start : one.span.start],
            one.span.of(text),
            text[one.span.end : here.end + 1],
            text[here.end + 1 : window.end],
            window,
        )

    def words(self, one: Queued, around: Around) -> list[Word]:
        """Return the words of the context of an entry, by which another place for it is chosen."""
        text = self.record(one.document).text
        found = _WORD.finditer(text, around.span.start, around.span.end)
        return [
            Word(at.start(), at.end(), at.group(), at.start() < one.span.end and at.end() > one.span.start)
            for at in found
        ]


def _sentences(text: str, span: Span) -> Span:
    """Return the sentences in which words begin and end."""
    first, last = quote_span(text, Span(span.start, span.start + 1)), quote_span(text, span)
    return Span(min(first.start, span.start), max(last.end, span.end))


def _view(record: Record, label: str) -> tuple[Any, Span, str]:
    """Return what cards show of an entry, where its words stand, and the words."""
    every: tuple[Statement | Figure | Event, ...] = (*record.statements, *record.figures, *record.events)
    item = next(one for one in every if one.id == label)
    if isinstance(item, Statement):
        said = build_said(record, item)
        return said, find_span(item), said.words
    if isinstance(item, Figure):
        return build_count(record, item), item.span, record.words(item.span)
    happened = build_event(record, item)
    return happened, item.trigger, happened.sentence.words


def _count_held(record: Record, label: str) -> int:
    """Count the entries of a document that rest on one: what a statement holds, who goes on in it."""
    held: list[str | None] = [one.according_to for one in record.figures]
    held += [one.according_to for one in record.events]
    held += [each for one in record.statements for each in (one.within, one.speaker_from)]
    held += [toll.figure for one in record.events for toll in one.tolls]
    return held.count(label)


def find_asked(
    view: Said | Count | EventView, kind: Reviewable, text: str, standing: Reviewed | None
) -> list[Asking]:
    """Return the fields of an entry with what was read and what stands now; of an event each with the
    sentence on which it stands."""
    read = read_values(view)
    now = read | {one.field: one.value for one in (standing.corrections if standing else ())}
    grounds = _grounds(view.event) if isinstance(view, EventView) else {}
    return [
        Asking(
            name,
            read.get(name),
            now.get(name),
            CHOICES[name]() if name in CHOICES else (),
            quote_span(text, span).of(text).strip() if (span := grounds.get(name)) else None,
        )
        for name in FIELDS[kind]
        if name != "span"
    ]


def _grounds(event: Event) -> dict[str, Span]:
    """Return the words on which each field of an event stands."""
    parts = {"actor": event.actor, "target": event.target, "place": event.place}
    found = {name: one.span for name, one in parts.items() if one is not None and one.span is not None}
    found |= {toll.kind: toll.span for toll in event.tolls if toll.span is not None}
    spans = {"type": event.trigger, "date": event.date_span, "certainty": event.certainty_span}
    return found | {name: span for name, span in spans.items() if span is not None}


def find_steps(view: Said | Count | EventView, history: Sequence[Review]) -> list[Step]:
    """Return the decisions about an entry in order, each with what it changed of what stood before."""
    read = read_values(view)
    undone = {one.target: one.number for one in history if one.kind == "undo"}
    counting: list[Review] = []
    steps = []
    for one in history:
        before = apply_reviews(read, counting)
        counting = [each for each in counting if each.number != one.target]
        counting += [one] if one.kind != "undo" else []
        after = apply_reviews(read, counting)
        changes = tuple(
            Change(name, before[name], after[name]) for name in after if before[name] != after[name]
        )
        steps.append(Step(one, changes, undone.get(one.number)))
    return steps


def find_words(told: Explanation, language: Language) -> Iterator[tuple[bool, str]]:
    """Yield what speaks for an entry and, true, against it, in words."""
    if isinstance(told.entry.item, Event):
        yield from ((True, label(f"event.{code}", language)) for code in told.entry.item.reasons)
    else:
        yield from ((bool(one.weight), getattr(one, language)) for one in find_reasons(told))


def open_entry(ledger: Ledger, shelf: Shelf, one: Queued, language: Language) -> dict[str, Any]:
    """Return what templates show of an entry that is open."""
    explained = ledger.explain(one.id)
    around = shelf.around(one)
    standing = ledger.reviews.standing([one.id]).get(one.id)
    text = shelf.record(one.document).text
    return {
        "one": one,
        "around": around,
        "picked": shelf.words(one, around),
        "reasons": list(find_words(explained, language)),
        "parts": explained.parts,
        "rule": explained.rule,
        "reads": _reads(explained.rule, language),
        "steps": find_steps(one.view, ledger.reviews.history_of(one.id)),
        "similar": [(each, _quote(shelf, each)) for each in ledger.reviews.similar(one.id)],
        "unstated": UNSTATED,
        "standing": standing,
        "asking": find_asked(one.view, one.kind, text, standing),
    }


def _reads(rule: str, language: Language) -> str | None:
    """Return what a rule reads, in words; null for one that is of no statement."""
    proof = build_proof(rule)
    return proof["reads"][language] if proof else None


def _quote(shelf: Shelf, one: Similar) -> str:
    """Return the words of an entry that was decided about."""
    review = one.review
    return review.span.of(shelf.record(review.document).text) if review.span else ""
