"""What two ledgers hold, told without the numbers of rows, so that the order of writing does not matter."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

#: Each table that is written when documents come in, by what its rows say.
_TOLD = {
    "blob": "SELECT hash, size, codec, data FROM blob",
    "document": "SELECT document.id, blob.hash FROM document JOIN blob ON blob.number = text",
    "derivation": "SELECT blob.hash, part, reader, options, document.id FROM derivation"
    " JOIN blob ON blob.number = evidence JOIN document ON document.number = document",
    "sighting": "SELECT blob.hash, part, sighting.path, url, media FROM sighting"
    " JOIN derivation ON derivation.number = derivation JOIN blob ON blob.number = evidence",
    "extractor": "SELECT name, version_key FROM extractor",
    "reading": "SELECT reading.id, document.id, extractor.name, title, outlet, published,"
    " published_from, json FROM reading JOIN document ON document.number = document"
    " JOIN extractor ON extractor.number = extractor",
    "entry": "SELECT reading.id, entry.* FROM entry JOIN reading ON reading.number = reading",
    "refusal": "SELECT reading.id, kind, label, code FROM refusal JOIN reading ON reading.number = reading",
    "rejection": "SELECT evidence, path, part, url, media, code FROM rejection",
    "capture": "SELECT blob.hash, at, capture.url, headers FROM capture JOIN blob ON blob.number = evidence",
    "current": "SELECT document.id, reading.id FROM current"
    " JOIN document ON document.number = current.document JOIN reading ON reading.number = current.reading",
    "index_state": "SELECT name, value FROM index_state",
    "journal": "SELECT who, what, why, subject, detail FROM journal",
}
_NUMBERS = ("number", "reading")


def read_tables(path: Path) -> dict[str, list[str]]:
    """Return the rows of each table in order of what they say, without moments and numbers."""
    with sqlite3.connect(path) as store:
        return {name: sorted(map(repr, _rows(store, query))) for name, query in _TOLD.items()}


def _rows(store: sqlite3.Connection, query: str) -> list[tuple[Any, ...]]:
    """Return the rows that a query gives."""
    found = store.execute(query)
    kept = [at for at, column in enumerate(found.description) if column[0] not in _NUMBERS]
    return [tuple(row[at] for at in kept) for row in found]


def filled_tables(path: Path) -> set[str]:
    """Return the tables that have rows, but those of the search, which say nothing that others do not."""
    with sqlite3.connect(path) as store:
        names = [name for (name,) in store.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        told = [name for name in names if "_index" not in name]
        return {name for name in told if store.execute(f'SELECT 1 FROM "{name}" LIMIT 1').fetchone()}
