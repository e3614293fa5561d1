"""One event as it is listed: who says so, each count with its holder, the words around it."""

from __future__ import annotations

from rawi.ledger.answers import EventView, SentenceView, TollView
from rawi.ledger.attribution import holder_statement, joined_chain, relayers, voice
from rawi.ledger.identity import address
from rawi.ledger.reading import Reading
from rawi.ledger.rows import sentence_span
from rawi.model.claim import Event, Statement, Toll


def build_event(reading: Reading, position: int) -> EventView:
    """Build the view of an event: who says so, each count with its holder, the words around it."""
    row, item = reading.rows[position], reading.item(position)
    assert isinstance(item, Event)
    document = reading.document
    held = holder_statement(item, reading.statements)
    around = sentence_span(document.text, item.trigger)
    words = around.of(document.text).strip()
    start = around.start + around.of(document.text).index(words)
    return EventView(
        id=row.id,
        address=address(document.id, row.start, row.end),
        event=item,
        words=reading.words(position),
        sentence=SentenceView(document.id, address(document.id, start, start + len(words)), words),
        article=reading.article(),
        tolls=tuple(_build_toll(reading, toll) for toll in item.tolls),
        holder=voice(held) if held else None,
        relayed_by=relayers(held, reading.statements),
        denied=held is not None and held.polarity == "denied",
        chain=joined_chain(held, document, reading.statements),
    )


def _build_toll(reading: Reading, toll: Toll) -> TollView:
    """Build the view of one count, with the statement that holds it."""
    held: Statement | None = reading.statements.get(toll.according_to or "")
    words = toll.span.of(reading.document.text) if toll.span else None
    denied = held is not None and held.polarity == "denied"
    return TollView(toll, words, voice(held) if held else None, relayers(held, reading.statements), denied)
