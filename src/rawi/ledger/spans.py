"""Which words an entry stands on, and whether they are there: ``text[start:end]`` or no entry."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from rawi.ledger.results import EntryKind, Item
from rawi.model.claim import DateMention, Event, Figure, Statement
from rawi.model.entity import Entity
from rawi.model.span import Span

_KINDS: dict[type, EntryKind] = {
    Statement: "statement",
    Figure: "figure",
    DateMention: "date",
    Event: "event",
    Entity: "entity",
}


def kind_of(item: Item) -> EntryKind:
    """Return what kind of entry a claim or entity makes."""
    return _KINDS[type(item)]


def own_spans(item: Item) -> tuple[Span, ...]:
    """Return the spans that make an entry what it is; its id comes from them."""
    match item:
        case Statement():
            return (*item.content, item.cue) if item.cue else item.content
        case Figure():
            return (item.number,)
        case Event():
            return (item.trigger,)
        case Entity():
            return item.mentions[:1]
    return (item.span,)


def display_spans(item: Item) -> tuple[Span, ...]:
    """Return the spans whose words are shown for an entry."""
    match item:
        case Statement():
            return item.content
        case Figure():
            return (item.span,)
    return own_spans(item)


def all_spans(item: Item) -> Iterator[Span]:
    """Yield every span that an entry carries."""
    yield from display_spans(item)
    match item:
        case Statement():
            yield from (span for span in (item.cue, item.speaker.span) if span)
            yield from (link.span for link in item.chain if link.span)
        case Figure():
            yield item.number
            if item.counted:
                yield item.counted.span
        case Entity():
            yield from item.mentions[1:]


def hull(item: Item) -> Span:
    """Return the smallest span around the words shown for an entry."""
    spans = display_spans(item)
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def find_fault(item: Item, text: str) -> str | None:
    """Return why an entry may not be written, null if its spans give the words it states."""
    if not display_spans(item):
        return "span.missing"
    if not all(0 <= span.start < span.end <= len(text) for span in all_spans(item)):
        return "span.outside"
    if isinstance(item, Figure) and item.counted and item.counted.span.of(text) != item.counted.text:
        return "span.mismatch"
    return None


def words_digest(item: Item, text: str) -> str:
    """Return a short hash of the words at an entry's spans, compared whenever it is shown."""
    words = "\x1f".join([text[span.start : span.end] for span in all_spans(item)])
    return sha256(words.encode()).hexdigest()[:16]


def shown_words(item: Item, text: str) -> str:
    """Return an entry's words for display; parts that stand apart are joined by `` … ``."""
    return " … ".join(span.of(text) for span in display_spans(item))
