"""One record without a ledger, seen as the ledger would show it: the same cards for both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rawi.ledger.answers import EventView
from rawi.ledger.attribution import holder_statement, joined_chain, relayers, voice
from rawi.ledger.eventviews import view_event
from rawi.ledger.identity import address
from rawi.ledger.results import Article, Count, Echo, Said
from rawi.model.claim import Event, Figure, Statement
from rawi.model.record import Record
from rawi.model.span import Span
from rawi.views.cards import render_count, render_event, render_said
from rawi.views.screen import Screen


def build_article(record: Record) -> Article:
    """Build what cards say of the document."""
    one = record.document
    return Article(one.id, one.title, one.outlet, one.published, one.source)


def build_said(record: Record, statement: Statement) -> Said:
    """Build the view of a statement of ``record``; its id is the record's own (``s1``)."""
    statements = {one.id: one for one in record.statements}
    return Said(
        id=statement.id,
        address=_address(record, statement.content),
        statement=statement,
        words=" … ".join(map(record.words, statement.content)),
        said=statement.date,
        relayed_by=relayers(statement, statements),
        chain=joined_chain(statement, record.document, statements),
        article=build_article(record),
        repeats=statement.repeats,
        echoes=tuple(_echo(record, one) for one in record.statements if one.repeats == statement.id),
    )


def _echo(record: Record, statement: Statement) -> Echo:
    """Build the view of a statement that repeats another."""
    words = " … ".join(map(record.words, statement.content))
    return Echo(statement.id, _address(record, statement.content), words, statement.changes)


def build_count(record: Record, figure: Figure) -> Count:
    """Build the view of a figure of ``record``; its id is the record's own (``f1``)."""
    statements = {one.id: one for one in record.statements}
    holder = holder_statement(figure, statements)
    return Count(
        id=figure.id,
        address=_address(record, (figure.span,)),
        figure=figure,
        words=record.words(figure.span),
        as_of=figure.as_of,
        said=holder.date if holder else None,
        published=record.document.published,
        holder=voice(holder) if holder else None,
        relayed_by=relayers(holder, statements),
        denied=holder is not None and holder.polarity == "denied",
        chain=joined_chain(holder, record.document, statements),
        article=build_article(record),
    )


def build_event(record: Record, event: Event) -> EventView:
    """Build the view of an event of ``record``; its id is the record's own (``v1``)."""
    statements = {one.id: one for one in record.statements}
    return view_event(event.id, event, record.document, statements, build_article(record))


def _address(record: Record, spans: Sequence[Span]) -> str:
    """Return where words stand, from the first of them to the last."""
    return address(record.document.id, min(one.start for one in spans), max(one.end for one in spans))


def render_record(record: Record, screen: Screen) -> str:
    """Return all cards of one article: its heading, statements, figures, events, warnings."""
    return "\n\n".join(_sections(record, screen))


def _sections(record: Record, screen: Screen) -> Iterator[str]:
    """Yield heading and cards."""
    yield _heading(record, screen)
    yield from (render_said(build_said(record, one), screen) for one in record.statements)
    yield from (render_count(build_count(record, one), screen) for one in record.figures)
    yield from (render_event(build_event(record, one), screen) for one in record.events)
    if warnings := record.document.warnings:
        yield "\n".join(f"! {one.code}: {one.message}" for one in warnings)


def _heading(record: Record, screen: Screen) -> str:
    """Return what is known of the document and how much was found in it."""
    one = record.document
    counted = (
        ("statements", record.statements),
        ("figures", record.figures),
        ("events", record.events),
        ("dates", record.dates),
        ("entities", record.entities),
    )
    counts = [f"{screen.label(name)}: {len(items)}" for name, items in counted]
    known_day = f"{screen.label('published')} {one.published}" if one.published else ""
    dated = known_day or screen.label("published.unknown")
    known = [screen.strong(one.id[7:19]), dated, *counts]
    words = "، ".join(part for part in (one.title, one.outlet) if part)
    return "\n".join(["  ".join(known), *([screen.block(words)] if words else [])])
