"""Which words an entry stands on, and whether they are there: ``text[start:end]`` or no entry."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from rawi.ledger.results import EntryKind, Item
from rawi.model.claim import DateMention, Event, Figure, Statement
from rawi.model.entity import Entity
from rawi.model.span import Span

Spans = tuple[Span, ...]


class Places(NamedTuple):
    """An entry's spans: ``own`` make it what it is, ``shown`` are its words, ``every`` all it carries."""

    own: Spans
    shown: Spans
    every: Spans


def _of_statement(item: Statement) -> Places:
    """Content and cue; the speaker, the links and what was changed besides."""
    shown = item.content
    own = (*shown, item.cue) if item.cue else shown
    links = [link.span for link in item.chain if link.span]
    changed = [span for change in item.changes for span in (change.here, change.there) if span]
    rest = (*links, *changed)
    return Places(own, shown, (*own, item.speaker.span, *rest) if item.speaker.span else own + rest)


def _of_figure(item: Figure) -> Places:
    """The number; around it the whole expression; the noun besides."""
    shown, own = (item.span,), (item.number,)
    return Places(own, shown, (*shown, *own, item.counted.span) if item.counted else shown + own)


def _of_date(item: DateMention) -> Places:
    """The expression."""
    only = (item.span,)
    return Places(only, only, only)


def _of_event(item: Event) -> Places:
    """The trigger; other mentions, arguments, tolls and what tells of date and certainty besides."""
    only = (item.trigger,)
    named = (item.actor, item.target, item.place, item.claimed_by, *item.with_actor, *item.with_target)
    told = (*named, *item.places, *item.tolls)
    found = [one.span for one in told if one is not None and one.span is not None]
    rest = (item.date_span, item.instrument_span, item.certainty_span)
    return Places(only, only, (*only, *item.mentions, *found, *(span for span in rest if span is not None)))


def _of_entity(item: Entity) -> Places:
    """The first mention; all others, and what else means it, besides."""
    first = item.mentions[:1]
    around = tuple(one.span for one in item.around)
    return Places(first, first, (*item.mentions, *item.references, *item.roles, *around))


_KINDS: dict[type, tuple[EntryKind, Callable[[Any], Places]]] = {
    Statement: ("statement", _of_statement),
    Figure: ("figure", _of_figure),
    DateMention: ("date", _of_date),
    Event: ("event", _of_event),
    Entity: ("entity", _of_entity),
}


def kind_of(item: Item) -> EntryKind:
    """Return what kind of entry a claim or entity makes."""
    return _KINDS[type(item)][0]


def places_of(item: Item) -> Places:
    """Return the spans of a claim or entity."""
    return _KINDS[type(item)][1](item)


def hull(spans: Spans) -> Span:
    """Return the smallest span around ``spans``, of which there is at least one."""
    if len(spans) == 1:
        return spans[0]
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def find_fault(item: Item, places: Places, text: str) -> str | None:
    """Return why an entry may not be written, null if its spans give the words it states."""
    if not places.shown:
        return "span.missing"
    end = len(text)
    for span in places.every:
        if not 0 <= span.start < span.end <= end:
            return "span.outside"
    if isinstance(item, Figure) and item.counted and item.counted.span.of(text) != item.counted.text:
        return "span.mismatch"
    return None


def shown_words(item: Item, text: str) -> str:
    """Return an entry's words for display; parts that stand apart are joined by `` … ``."""
    return " … ".join([span.of(text) for span in places_of(item).shown])
