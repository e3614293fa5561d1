"""The search indexes are derived: when folding changes, they are built again."""

from __future__ import annotations

from functools import cache
from hashlib import sha256

from rawi.arabic.fold import fold
from rawi.ledger.reading import load_reading
from rawi.ledger.rows import build_rows, sort_entries
from rawi.ledger.store import Store, first
from rawi.ledger.terms import stem

_STATE = "terms"


@cache
def terms_fingerprint() -> str:
    """Return a hash of how letters fold and words are stemmed."""
    letters = [*range(0x20, 0x250), *range(0x600, 0x700), *range(0xFB50, 0xFE00), *range(0xFE70, 0xFF00)]
    folded = "\n".join(fold(chr(letter)) for letter in letters)
    probes = ("والمقاتلين", "مقاتلو", "بالقرى", "للمدينة", "السوريون", "وزيرا")
    return sha256("\n".join((folded, *(stem(fold(word)) for word in probes))).encode()).hexdigest()


def refresh_indexes(store: Store) -> None:
    """Build the indexes again if they were built by another way of folding."""
    if first(store, "index_state", (_STATE,)) == (terms_fingerprint(),):
        return
    with store.transaction():
        _rebuild(store)
        store.run("set_index_state", (_STATE, terms_fingerprint()))


def _rebuild(store: Store) -> None:
    """Empty the indexes and fill them from what is stored."""
    store.run("clear_text_index")
    store.run("clear_entry_index")
    indexed: set[int] = set()
    for number, document in list(store.rows("readings_to_index")):
        reading = load_reading(store, number)
        if document not in indexed:
            indexed.add(document)
            store.run("index_text", (document, reading.folded.text))
        entries = [row[0] for row in store.rows("entries", (number,))]
        record = reading.record()
        rows = build_rows(record, sort_entries(record).kept, reading.folded)
        words = zip(entries, rows.searched, strict=True)
        store.run_many("index_entry", ((entry, *row) for entry, row in words if row))
