"""Read back what was stored, each entry checked against the text before it is shown."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any, TypeVar
from zlib import decompressobj
from zlib import error as ZlibError

import msgspec

from rawi.arabic.fold import Folded, fold_with_map
from rawi.ledger.attribution import Statements
from rawi.ledger.faults import AmbiguousId, LedgerDamaged, NotInLedger
from rawi.ledger.identity import hash_bytes, reading_id
from rawi.ledger.results import Article, EntryKind, Item, Publication
from rawi.ledger.rows import EntryRow
from rawi.ledger.spans import find_fault, hull, places_of, shown_words
from rawi.ledger.store import Store, first
from rawi.model.claim import DateMention, Event, Figure, Statement
from rawi.model.document import Document
from rawi.model.entity import Entity
from rawi.model.record import Record
from rawi.model.span import Span

_TYPES: dict[EntryKind, type[Item]] = {
    "statement": Statement,
    "figure": Figure,
    "date": DateMention,
    "event": Event,
    "entity": Entity,
}
_KEPT = 64
_LONGEST_SHOWN = 100  # characters of an id that nothing has
T = TypeVar("T")


class Reading:
    """One reading of a document as stored: ``document``, ``rows``, and the ``items`` they hold."""

    def __init__(
        self,
        id: str,
        extractor: str,
        json: str,
        document: Document,
        rows: Sequence[EntryRow],
        current: bool,
        also: Sequence[Publication] = (),
    ) -> None:
        self.id, self.extractor, self.json, self.current = id, extractor, json, current
        self.document, self.rows, self.also = document, rows, tuple(also)

    def fresh_id(self) -> str:
        """Return the id that the stored JSON gives now."""
        return reading_id(self.document.id, self.extractor, self.json, [row.json for row in self.rows])

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """The claims and entities, in the order of the rows."""
        return tuple(decode_item(row) for row in self.rows)

    @cached_property
    def statements(self) -> Statements:
        """The statements by their label in the record."""
        return {item.id: item for item in self.items if isinstance(item, Statement)}

    @cached_property
    def ids(self) -> dict[str, str]:
        """The ledger's ids by the labels of the record."""
        return {row.label: row.id for row in self.rows if row.label is not None}

    @cached_property
    def positions(self) -> dict[str, int]:
        """The positions of the entries by their labels in the record."""
        return {row.label: at for at, row in enumerate(self.rows) if row.label is not None}

    @cached_property
    def echoes(self) -> dict[str, list[int]]:
        """The positions of the statements that repeat a fuller one, by the label of that one."""
        found: dict[str, list[int]] = {}
        for at, item in enumerate(self.items):
            if isinstance(item, Statement) and item.repeats:
                found.setdefault(item.repeats, []).append(at)
        return found

    @cached_property
    def folded(self) -> Folded:
        """The document's text, folded."""
        return fold_with_map(self.document.text)

    def item(self, position: int) -> Item:
        """Return an entry that stands on its words, else raise ``LedgerDamaged``.

        Text and JSON have been compared with their hashes; the row must point at the same words.
        """
        row, item = self.rows[position], self.items[position]
        places = places_of(item)
        if find_fault(item, places, self.document.text) or hull(places.shown) != Span(row.start, row.end):
            raise LedgerDamaged(f"{row.id} does not stand on the words that were stored; run rawi verify")
        return item

    def words(self, position: int) -> str:
        """Return the words shown for an entry."""
        return shown_words(self.item(position), self.document.text)

    def article(self) -> Article:
        """Return what is known of the document."""
        one = self.document
        return Article(one.id, one.title, one.outlet, one.published, one.source, self.also)

    def record(self) -> Record:
        """Return the record as it was given to the ledger."""
        for position in range(len(self.rows)):
            self.item(position)
        return self.unchecked()

    def unchecked(self) -> Record:
        """Return the record without comparing the rows with it."""
        items = self.items
        return Record(
            self.document,
            statements=tuple(one for one in items if isinstance(one, Statement)),
            figures=tuple(one for one in items if isinstance(one, Figure)),
            dates=tuple(one for one in items if isinstance(one, DateMention)),
            events=tuple(one for one in items if isinstance(one, Event)),
            entities=tuple(one for one in items if isinstance(one, Entity)),
        )


class Readings:
    """Readings by their number, the last ones kept at hand."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._kept: OrderedDict[int, Reading] = OrderedDict()

    def __getitem__(self, number: int) -> Reading:
        if number not in self._kept:
            self._kept[number] = load_reading(self._store, number)
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(number)
        return self._kept[number]

    def at(self, places: Iterable[Sequence[Any]]) -> Iterator[tuple[Reading, int]]:
        """Yield the reading and position of each (reading number, position)."""
        for number, position in places:
            yield self[number], position


def load_reading(store: Store, number: int, *, checked: bool = True) -> Reading:
    """Load a reading; ``checked`` compares it with its hash.

    Raises ``LedgerDamaged`` if it is not what was stored, ``NotInLedger`` if it is absent.
    """
    found = first(store, "reading", (number,))
    if not found:
        raise NotInLedger(f"there is no reading {number}")
    _, id, document, extractor, json, hash, codec, data, current, source = found
    text = unpack_text(hash, codec, data)
    about = decode(json, Document, f"document {document}")
    about = msgspec.structs.replace(about, text=text, source=source or None)
    rows = [EntryRow(*row[2:]) for row in store.rows("entries", (number,))]
    also = [Publication(*row) for row in store.rows("other_publications", (number,))]
    reading = Reading(id, extractor, json, about, rows, bool(current), also)
    if checked and reading.fresh_id() != id:
        raise LedgerDamaged(f"reading {id} of {document} is not what was stored; run rawi verify")
    return reading


def decode_item(row: EntryRow) -> Item:
    """Return the claim or entity of a row."""
    if row.kind not in _TYPES:
        raise LedgerDamaged(f"entry {row.id} is of no known kind; run rawi verify")
    return decode(row.json, _TYPES[row.kind], f"entry {row.id}")


def unpack(codec: str, data: bytes) -> bytes:
    """Return bytes as they were before they were compressed; ``ValueError`` if they do not unpack."""
    if codec == "raw":
        return data
    stream = decompressobj()
    try:
        kept = stream.decompress(data)
    except ZlibError as error:
        raise ValueError(f"stored bytes do not unpack: {error}") from error
    if not stream.eof or stream.unused_data:
        raise ValueError("stored bytes do not unpack: they are cut short or too long")
    return kept


def unpack_text(hash: str, codec: str, data: bytes) -> str:
    """Return a stored text whose hash is right, else raise ``LedgerDamaged``."""
    try:
        kept = unpack(codec, data)
    except ValueError as error:
        raise LedgerDamaged(f"text {hash}: {error}; run rawi verify") from error
    if hash_bytes(kept) != hash:
        raise LedgerDamaged(f"text {hash} is not what was stored; run rawi verify")
    return kept.decode()


def decode(json: str, type: type[T], name: str) -> T:
    """Decode stored JSON, naming the row that does not decode."""
    try:
        return msgspec.json.decode(json, type=type)
    except msgspec.MsgspecError as error:
        raise LedgerDamaged(f"{name} does not decode: {error}; run rawi verify") from error


def find_document_id(store: Store, written: str) -> str:
    """Return the full id for ``sha256:…``, its hex digits or the first of them; else ``NotInLedger``."""
    digits = written.strip().removeprefix("sha256:").lower()
    return _only(store, "documents_by_prefix", f"sha256:{digits}", written)


def find_entry_id(store: Store, written: str) -> str:
    """Return the full id of an entry from its first letters; else ``NotInLedger``, ``AmbiguousId``."""
    return _only(store, "entries_by_prefix", written.strip().lower(), written)


def _only(store: Store, query: str, prefix: str, written: str) -> str:
    """Return the one id that begins with ``prefix``."""
    found = [str(row[0]) for row in store.rows(query, (prefix,))] if prefix.isascii() else []
    if not found or not written:
        shown = repr(written if len(written) < _LONGEST_SHOWN else written[:_LONGEST_SHOWN] + "…")
        raise NotInLedger(f"nothing in the ledger has the id {shown}")
    if len(found) > 1 and found[0] != prefix:
        raise AmbiguousId(f"{written!r} begins more than one id: {found[0]}, {found[1]} …")
    return found[0]


def current_reading(store: Store, readings: Readings, document: str) -> Reading:
    """Return the reading of a document that is shown; ``document`` is a full id."""
    ((number,),) = store.rows("current_reading", (document,))
    return readings[number]
