"""What the documents of a ledger name, read for resolution: the scene of each, and who speaks where."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from rawi.entities.occurrences import find_occurrences, find_voices
from rawi.entities.scenes import Scene, build_scene
from rawi.ledger.faults import LedgerDamaged
from rawi.ledger.reading import decode, unpack_text
from rawi.ledger.spans import find_fault, places_of
from rawi.ledger.store import Store, first
from rawi.model.claim import Figure, Statement
from rawi.model.document import Document
from rawi.model.entity import Entity

_TYPES: dict[str, type[Statement | Figure | Entity]] = {
    "statement": Statement,
    "figure": Figure,
    "entity": Entity,
}


class Voice(NamedTuple):
    """An entry's number, and the id of an occurrence that speaks in it or holds it."""

    entry: int
    occurrence: str


class Account(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """What one document names, and its voices."""

    scene: Scene
    voices: tuple[Voice, ...]


class _Entries(NamedTuple):
    """The entries of a reading that resolution needs, with the ledger's ids and numbers by label."""

    items: list[Statement | Figure | Entity]
    ids: dict[str, str]
    numbers: dict[str, int]


def build_account(store: Store, reading: int) -> Account:
    """Build the account of a document from its reading; LedgerDamaged where words are not there."""
    document = _load_document(store, reading)
    entries = _load_entries(store, reading, document)
    statements = [one for one in entries.items if isinstance(one, Statement)]
    entities = [one for one in entries.items if isinstance(one, Entity)]
    occurrences = find_occurrences(document, entities, statements, entries.ids)
    voices = tuple(_voices(entries, find_voices(statements, entries.ids)))
    return Account(build_scene(document.id, occurrences), voices)


def find_accounts(store: Store) -> Iterator[tuple[int, int, Account]]:
    """Yield the number of each document and of the reading that is shown, and its account, by document id."""
    for document, reading in list(store.rows("shown_readings")):
        yield document, reading, build_account(store, reading)


def _load_document(store: Store, reading: int) -> Document:
    """Load the document of a reading, with its text."""
    row = first(store, "shown_text", (reading,))
    if row is None:
        raise LedgerDamaged(f"reading {reading} has no text; run rawi verify")
    id, json, hash, codec, data = row
    about = decode(json, Document, f"document {id}")
    return msgspec.structs.replace(about, text=unpack_text(hash, codec, data))


def _load_entries(store: Store, reading: int, document: Document) -> _Entries:
    """Load statements, figures and entities of a reading; each must stand on its words."""
    found = _Entries([], {}, {})
    for id, kind, label, json, number in store.rows("naming_entries", (reading,)):
        item = decode(json, _TYPES[kind], f"entry {id}")
        if find_fault(item, places_of(item), document.text):
            raise LedgerDamaged(f"{id} does not stand on the words that were stored; run rawi verify")
        found.items.append(item)
        found.ids[label], found.numbers[label] = id, number
    return found


def _voices(entries: _Entries, voices: dict[str, tuple[str, ...]]) -> Iterator[Voice]:
    """Yield who speaks in each statement, and who holds each figure."""
    for item in entries.items:
        said = (
            item.id
            if isinstance(item, Statement)
            else item.according_to
            if isinstance(item, Figure)
            else None
        )
        for occurrence in voices.get(said or "", ()):
            yield Voice(entries.numbers[item.id], occurrence)
