"""One document, one entry, and how it came about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from rawi.ledger.identity import address, parse_address
from rawi.ledger.journal import read_journal
from rawi.ledger.reading import Reading, Readings, current_reading, find_document_id, find_entry_id
from rawi.ledger.results import Changed, Entry, Evidence, Explanation, Item, Origin, Part, PartName
from rawi.ledger.store import Store
from rawi.model.claim import Argument, Event, EventPlace, Statement, Toll
from rawi.model.record import Record
from rawi.model.source import Capture
from rawi.model.span import Span


def load_document(store: Store, written: str) -> Record:
    """Load the record shown for a document, found by id or by its first letters."""
    return current_reading(store, Readings(store), find_document_id(store, written)).record()


def load_words(store: Store, written: str) -> str:
    """Load the source's words at ``DOC#char=A,B``, or all of ``DOC``; ``ValueError`` outside it."""
    document, span = parse_address(written)
    text = load_document(store, document).text
    if span is None:
        return text
    if not span.start < span.end <= len(text):
        raise ValueError(f"{written!r} is outside the text, which has {len(text)} code points")
    return span.of(text)


def load_entry(store: Store, written: str) -> Entry:
    """Load an entry by id or its first letters, from the newest reading that has it."""
    reading, position = next(_readings_with(store, written))
    return build_entry(reading, position)


def build_entry(reading: Reading, position: int) -> Entry:
    """Build the view of one stored entry."""
    row = reading.rows[position]
    return Entry(
        id=row.id,
        kind=row.kind,
        document=reading.document.id,
        address=address(reading.document.id, row.start, row.end),
        words=reading.words(position),
        item=reading.item(position),
        extractor=reading.extractor,
        current=reading.current,
    )


def load_explanation(store: Store, written: str) -> Explanation:
    """Load how an entry came about: rule, extractor, word lists, evidence, journal."""
    found = list(_readings_with(store, written))
    reading, position = found[0]
    name, _, lexicons = reading.extractor.partition("+")
    return Explanation(
        entry=build_entry(reading, position),
        rule=reading.rows[position].rule,
        extractor=name,
        lexicons=lexicons or None,
        readings=tuple(one.extractor for one, _ in found),
        evidence=tuple(find_evidence(store, reading.document.id)),
        events=tuple(read_journal(store, reading.document.id)),
        parts=tuple(_parts(reading, reading.items[position])),
        speaker_from=_referred(reading, position, "speaker_from"),
        repeats=_referred(reading, position, "repeats"),
        changed=tuple(_changed(reading, reading.items[position])),
    )


def _changed(reading: Reading, item: Item) -> Iterator[Changed]:
    """Yield what a statement changed of the one that it repeats, in words."""
    text = reading.document.text
    for change in item.changes if isinstance(item, Statement) else ():
        here, there = (span.of(text) if span else None for span in (change.here, change.there))
        yield Changed(change.kind, here, there)


def _referred(reading: Reading, position: int, field: str) -> Entry | None:
    """Return the entry of the same reading that a field of an entry refers to."""
    label = getattr(reading.items[position], field, None)
    at = reading.positions.get(label) if label else None
    return build_entry(reading, at) if at is not None else None


def _parts(reading: Reading, item: Item) -> Iterator[Part]:
    """Yield the words on which a statement or event stands, in the order of the text."""
    spans: list[tuple[PartName, Span | None]] = []
    if isinstance(item, Statement):
        spans = _parts_of_statement(item)
    elif isinstance(item, Event):
        spans = _parts_of_event(item)
    for name, span in sorted([(name, span) for name, span in spans if span], key=lambda one: one[1]):
        yield Part(name, span.of(reading.document.text), span)


def _parts_of_statement(item: Statement) -> list[tuple[PartName, Span | None]]:
    """Return where the words of a statement stand."""
    return [
        ("cue", item.cue),
        ("speaker", item.speaker.span),
        *[("content", span) for span in item.content],
        *[("chain", link.span) for link in item.chain],
    ]


def _parts_of_event(item: Event) -> list[tuple[PartName, Span | None]]:
    """Return where the words of an event stand, each place once under one name."""
    named: list[tuple[PartName, Sequence[Argument | EventPlace | Toll | None]]] = [
        ("actor", (item.actor, *item.with_actor)),
        ("target", (item.target, *item.with_target)),
        ("place", (item.place, *item.places)),
        ("toll", item.tolls),
        ("claimed_by", (item.claimed_by,)),
    ]
    found: list[tuple[PartName, Span | None]] = [
        ("trigger", item.trigger),
        *[("mention", span) for span in item.mentions],
        *[(name, one.span) for name, listed in named for one in listed if one is not None],
        ("date", item.date_span),
        ("instrument", item.instrument_span),
        ("certainty", item.certainty_span),
    ]
    return list(dict.fromkeys(found))


def _readings_with(store: Store, written: str) -> Iterator[tuple[Reading, int]]:
    """Yield the readings that have an entry, the current one first, then the newest."""
    return Readings(store).at(list(store.rows("entry_places", (find_entry_id(store, written),))))


def find_evidence(store: Store, document: str) -> Iterator[Evidence]:
    """Yield the original bytes behind a document, each place where they were met."""
    for hash, size, part, reader, options, path, url, media in store.rows("sightings", (document,)):
        origin = Origin(path or None, part or None, url or None, media or None, reader, options)
        yield Evidence(hash, size, origin, tuple(_captures(store, hash)))


def _captures(store: Store, hash: str) -> Iterator[Capture]:
    """Yield each time that these bytes were fetched, the first first."""
    for at, url, headers in store.rows("captures", (hash,)):
        yield Capture(at or None, url or None, msgspec.json.decode(headers, type=tuple[tuple[str, str], ...]))
