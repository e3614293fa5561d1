"""What lies in the tables of a partition, back as the records that it was made of."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import msgspec
import pyarrow.parquet as parquet

from rawi.corpus.exactness import restore_amounts
from rawi.corpus.schemas import TABLES
from rawi.ledger.results import Origin, Submission
from rawi.model.document import Document
from rawi.model.record import Record
from rawi.model.source import Capture

_BATCH = 64  # rows of documents and evidence that are held
_OWN = ("item", "exact", "document", "words")

Row = dict[str, Any]


def read_submissions(folder: Path, name: str, extractor: str) -> Iterator[tuple[int, Submission]]:
    """Yield, in order, each item of the partition ``name`` by number, as the ledger takes it.

    Raises what Arrow raises for damaged files, and msgspec.ValidationError for rows that are no record's.
    """
    parts = {
        table: _Following(_rows(folder / path / f"{name}.parquet"))
        for table, (_, path) in TABLES.items()
        if table != "documents"
    }
    documents = _rows(folder / "documents" / f"{name}.parquet")
    evidence = _rows(folder / "evidence" / f"{name}.parquet")
    for row, stood in zip(documents, evidence, strict=True):
        item, told = row["item"], row["exact"]
        exact = msgspec.json.decode(told) if told else {}
        lists = {table: [_entry(table, one, exact) for one in rows.of(item)] for table, rows in parts.items()}
        document = msgspec.convert(_bare(row), Document)
        record = Record(document, **{table: tuple(rows) for table, rows in lists.items()})
        yield item, _submission(record, stood, extractor)


def _rows(path: Path) -> Iterator[Row]:
    """Yield the rows of a file, of which a few are held; a table without rows has no file."""
    if path.exists():
        with parquet.ParquetFile(path) as file:
            for batch in file.iter_batches(batch_size=_BATCH, use_threads=False):
                yield from batch.to_pylist()


class _Following:
    """The rows of a table, item by item, beside those of another table in the same order."""

    def __init__(self, rows: Iterator[Row]) -> None:
        self._groups = groupby(rows, key=lambda row: int(row["item"]))
        self._next = next(self._groups, None)

    def of(self, item: int) -> list[Row]:
        """Return the rows of an item; of one after the item that was asked for before."""
        if self._next is None or self._next[0] != item:
            return []
        rows = list(self._next[1])
        self._next = next(self._groups, None)
        return rows


def _entry(table: str, row: Row, exact: dict[str, str]) -> Any:
    """Return a row as the entry of a record that it is."""
    restore_amounts(table, row, exact)
    return msgspec.convert(_bare(row), TABLES[table][0])


def _bare(row: Row) -> Row:
    """Return the fields that are the record's own."""
    return {name: value for name, value in row.items() if name not in _OWN}


def _submission(record: Record, stood: Row, extractor: str) -> Submission:
    """Return a record with what it stands on."""
    data = stood["data"]
    headers = msgspec.json.decode(stood["captured_headers"] or "[]", type=tuple[tuple[str, str], ...])
    told = (stood["captured_at"], stood["captured_from"], headers)
    capture = Capture(*told) if any(told) else None
    where = {name: stood[name] for name in ("path", "part", "url", "media", "reader", "options")}
    return Submission(
        record, record.text.encode() if data is None else data, Origin(**where, capture=capture), extractor
    )
