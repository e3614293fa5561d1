"""Check a ledger against itself: bytes against hashes, entries against words, rows against the journal.

Everything is computed again from the bottom: text from bytes, columns from JSON and text, the id of a reading
from its entries, and the tables from what the journal tells. A row that was changed, added or removed behind
the ledger's back differs from one of these.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import zip_longest
from typing import Any

import msgspec

from rawi.errors import LedgerError
from rawi.ledger.decisions import encode_parts
from rawi.ledger.identity import hash_bytes
from rawi.ledger.journal import GENESIS, event_hash, read_journal
from rawi.ledger.reading import Reading, load_reading, unpack
from rawi.ledger.relations import Relations
from rawi.ledger.resolution import find_changed_tables, is_stale
from rawi.ledger.results import Event, Mismatch, Origin
from rawi.ledger.rows import build_rows, sort_entries
from rawi.ledger.store import Store, first
from rawi.ledger.writing import capture_columns, version_key

#: Reads a text again from original bytes as an origin says; null if this reader is not known any more.
Derive = Callable[[bytes, Origin], str | None]


def verify_ledger(store: Store, derive: Derive | None = None) -> Iterator[Mismatch]:
    """Yield every place where the ledger is not what was written. See ``Ledger.verify``."""
    yield from (Mismatch("database.damaged", "", problem) for problem in store.problems())
    yield from _blobs(store)
    yield from _documents(store)
    yield from _derivations(store, derive)
    yield from _readings(store)
    yield from _extractors(store)
    yield from _journal(store)
    yield from _against_journal(store)
    for (document,) in store.rows("stale_current"):
        yield Mismatch("current.stale", document, "the reading shown is not the newest")
    yield from _entities(store)
    yield from _relations(store)


def _blobs(store: Store) -> Iterator[Mismatch]:
    """Yield stored bytes that are not what their hash says, or that nothing refers to."""
    for hash, size, codec, data in store.rows("blobs"):
        try:
            kept = unpack(codec, data)
        except ValueError as error:
            yield Mismatch("evidence.unreadable", hash, str(error))
            continue
        if hash_bytes(kept) != hash or len(kept) != size:
            yield Mismatch("evidence.changed", hash, "the stored bytes have another hash or size")
    for (hash,) in store.rows("lost_blobs"):
        yield Mismatch("evidence.missing", hash, "the bytes of a rejected input are not there")
    for (hash,) in store.rows("unread_blobs"):
        yield Mismatch("evidence.unexplained", hash, "no document and no rejected input has these bytes")


def _documents(store: Store) -> Iterator[Mismatch]:
    """Yield documents whose id is not the hash of their text, and those that search cannot find."""
    for id, hash, indexed in store.rows("documents"):
        if id != f"sha256:{hash}":
            yield Mismatch("document.changed", id, f"its text has the hash {hash}")
        if not indexed:
            yield Mismatch("index.missing", id, "the text is not in the search index")


def _derivations(store: Store, derive: Derive | None) -> Iterator[Mismatch]:
    """Yield texts that their reader reads otherwise today; only with a ``derive`` that knows the reader."""
    if derive is None:
        return
    for hash, part, reader, options, document, codec, data in store.rows("derivations"):
        origin = Origin(None, part or None, None, None, reader, options)
        text = _derived(derive, codec, data, origin)
        if text is not None and f"sha256:{hash_bytes(text.encode())}" != document:
            yield Mismatch("text.changed", document, f"{reader} reads another text from evidence {hash}")


def _derived(derive: Derive, codec: str, data: bytes, origin: Origin) -> str | None:
    """Read a text again; bytes that do not unpack have been named already."""
    try:
        return derive(unpack(codec, data), origin)
    except ValueError:
        return None


def _readings(store: Store) -> Iterator[Mismatch]:
    """Yield entries that are not what record and text give."""
    for (number,) in list(store.rows("readings")):
        try:
            yield from _reading(store, number, load_reading(store, number, checked=False))
        except LedgerError as error:
            yield Mismatch("reading.unreadable", str(number), str(error))


def _reading(store: Store, number: int, reading: Reading) -> Iterator[Mismatch]:
    """Yield what is wrong with one reading: its JSON against its hash, its columns against its JSON."""
    about = reading.document
    if reading.fresh_id() != reading.id:
        yield Mismatch(
            "reading.changed", reading.id, f"an entry or the description of {about.id} was changed"
        )
    columns = (about.title, about.outlet, about.published, about.published_from)
    if first(store, "reading_columns", (number,)) != columns:
        yield Mismatch("reading.changed", reading.id, "a column is not what the description says")
    record = reading.unchecked()
    fresh = build_rows(record, sort_entries(record).kept, reading.folded).entries
    for kept, again in zip_longest(reading.rows, fresh):
        if kept is None or again is None or kept[:-1] != again[:-1]:
            named = (kept or again).id
            yield Mismatch("entry.changed", named, "a column is not what its JSON and words give")


def _entities(store: Store) -> Iterator[Mismatch]:
    """Yield derived tables that are not what readings and decisions give; not if they await an update."""
    try:
        if not is_stale(store):
            for table in find_changed_tables(store):
                yield Mismatch("entities.changed", table, "rows are not what readings and decisions give")
    except LedgerError as error:
        yield Mismatch("entities.unreadable", "", str(error))


def _relations(store: Store) -> Iterator[Mismatch]:
    """Yield tables of relations that are not what readings and decisions give; not before an update."""
    relations = Relations(store)
    try:
        if not (is_stale(store) or relations.is_stale()):
            for table in relations.find_changed_tables():
                yield Mismatch("relations.changed", table, "rows are not what readings and decisions give")
    except LedgerError as error:
        yield Mismatch("relations.unreadable", "", str(error))


def _extractors(store: Store) -> Iterator[Mismatch]:
    """Yield extractors whose place in the order of versions was changed."""
    for name, key in store.rows("extractors"):
        if version_key(name) != key:
            yield Mismatch("extractor.changed", name, "its version is ordered wrongly")


def _journal(store: Store) -> Iterator[Mismatch]:
    """Yield breaks of the chain of events."""
    number, previous = 0, GENESIS
    for event in read_journal(store):
        number += 1
        if event.number != number:
            yield Mismatch("journal.gap", str(event.number), f"event {number} is missing")
            number = event.number
        if event.previous != previous:
            yield Mismatch("journal.broken", str(event.number), "it does not follow the event before it")
        if event_hash(event) != event.hash:
            yield Mismatch("journal.changed", str(event.number), "the event is not what was written")
        previous = event.hash


Fact = tuple[Any, ...]


def _against_journal(store: Store) -> Iterator[Mismatch]:
    """Yield rows that no event tells of, and events whose rows are gone."""
    told: set[Fact] = set()
    for event in read_journal(store):
        told.update(_facts_told(event))
    kept = Counter(_facts_kept(store))
    for fact in sorted(told - kept.keys(), key=repr):
        yield Mismatch(f"{fact[0]}.missing", str(fact[1]), "the journal tells of a row that is not there")
    for fact in sorted(kept.keys() - told, key=repr):
        yield Mismatch(f"{fact[0]}.unexplained", str(fact[1]), "no event of the journal tells of this row")


def _facts_told(event: Event) -> Iterator[Fact]:
    """Yield the rows that one event tells of."""
    detail = event.detail
    try:
        if event.what in ("document.new", "reading.new", "sighting.new"):
            origin = msgspec.convert(detail["origin"], Origin)
            yield "document", event.subject
            yield "reading", event.subject, detail["reading"], detail["extractor"]
            yield "sighting", event.subject, detail["evidence"], *_places(origin)
            yield from _captures_told(detail["evidence"], origin)
            yield from (("refusal", detail["reading"], *refusal) for refusal in detail["refused"])
        elif event.what == "input.rejected":
            origin = msgspec.convert(detail["origin"], Origin)
            yield "rejection", event.subject, *_places(origin)[3:], origin.part or "", detail["code"]
            yield from _captures_told(event.subject, origin)
        elif event.what.startswith("decision."):
            told = (
                event.at,
                event.who,
                detail["kind"],
                detail["target"],
                encode_parts(detail["parts"]),
                event.why,
            )
            yield "decision", detail["number"], *told
        elif event.what.startswith("review."):
            row = [detail[name] for name in ("number", "kind", "target", "document", "entry")]
            yield "review", *row, event.at, event.who, encode_parts(detail["detail"]), event.why
        elif event.what.startswith("dossier."):
            row = [detail[name] for name in ("number", "kind", "target", "dossier", "item")]
            yield "dossier", *row, event.at, event.who, encode_parts(detail["detail"]), event.why
        elif event.what in ("feed.added", "feed.removed"):
            kind, told_of = event.what.removeprefix("feed."), (detail["title"], detail["outlet"])
            yield (
                "subscription",
                detail["number"],
                event.at,
                event.who,
                kind,
                event.subject,
                *told_of,
                event.why,
            )
    except (KeyError, TypeError, msgspec.ValidationError):
        yield "event", event.number, "unreadable"


def _captures_told(evidence: str, origin: Origin) -> Iterator[Fact]:
    """Yield the capture that an event tells of, if it does."""
    if origin.capture:
        yield "capture", evidence, *capture_columns(origin.capture)


def _places(origin: Origin) -> tuple[str, ...]:
    """Return an origin as the tables keep it."""
    return (
        origin.part or "",
        origin.reader,
        origin.options,
        origin.path or "",
        origin.url or "",
        origin.media or "",
    )


def _facts_kept(store: Store) -> Iterator[Fact]:
    """Yield the rows that are there, in the same form."""
    for id, *_ in store.rows("documents"):
        yield "document", id
    for document, reading, extractor in store.rows("all_readings"):
        yield "reading", document, reading, extractor
    for row in store.rows("all_sightings"):
        yield "sighting", *row
    for row in store.rows("all_captures"):
        yield "capture", *row
    for row in store.rows("all_refusals"):
        yield "refusal", *row
    for evidence, path, part, url, media, code in store.rows("all_rejections"):
        yield "rejection", evidence, path, url, media, part, code
    for row in store.rows("decisions"):
        yield "decision", *row
    for number, at, who, kind, target, document, entry, detail, why in store.rows("reviews"):
        yield "review", number, kind, target, document, entry, at, who, detail, why
    for number, at, who, kind, target, dossier, item, detail, why in store.rows("dossier_deeds", (None,)):
        yield "dossier", number, kind, target, dossier, item, at, who, detail, why
    for row in store.rows("subscriptions"):
        yield "subscription", *row
