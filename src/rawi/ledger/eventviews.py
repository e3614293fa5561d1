"""One event as it is listed: who says so, each count with its holder, the words around it."""

from __future__ import annotations

from rawi.ledger.answers import EventView, SentenceView, TollView
from rawi.ledger.attribution import Statements, deniers, holder_statement, joined_chain, relayers, voice
from rawi.ledger.identity import address
from rawi.ledger.reading import Reading
from rawi.ledger.results import Article
from rawi.ledger.rows import quote_span
from rawi.model.claim import Event, Toll
from rawi.model.document import Document


def build_event(reading: Reading, position: int) -> EventView:
    """Build the view of an event of a reading, checked against its words."""
    item = reading.item(position)
    assert isinstance(item, Event)
    return view_event(
        reading.rows[position].id, item, reading.document, reading.statements, reading.article()
    )


def view_event(
    id: str, event: Event, document: Document, statements: Statements, article: Article
) -> EventView:
    """Build the view of an event of a document: who says so, each count with its holder, the words around
    it. ``statements`` are those of the document by their id in the record."""
    held = holder_statement(event, statements)
    around = quote_span(document.text, event.trigger)
    words = around.of(document.text).strip()
    start = around.start + around.of(document.text).index(words)
    unsure = event.certainty_span
    return EventView(
        id=id,
        address=address(document.id, event.trigger.start, event.trigger.end),
        event=event,
        words=event.trigger.of(document.text),
        sentence=SentenceView(document.id, address(document.id, start, start + len(words)), words),
        article=article,
        tolls=tuple(_view_toll(toll, document, statements) for toll in event.tolls),
        holder=voice(held) if held else None,
        relayed_by=relayers(held, statements),
        denied=held is not None and held.polarity == "denied",
        chain=joined_chain(held, document, statements),
        certainty_words=unsure.of(document.text) if unsure else None,
        denied_by=tuple(deniers(event, statements)),
    )


def _view_toll(toll: Toll, document: Document, statements: Statements) -> TollView:
    """Build the view of one count, with the statement that holds it."""
    held = statements.get(toll.according_to or "")
    words = toll.span.of(document.text) if toll.span else None
    denied = held is not None and held.polarity == "denied"
    return TollView(toll, words, voice(held) if held else None, relayers(held, statements), denied)
