"""The tables of one partition, written beside each other and put in place together at its end.

Rows go by way of JSON lines, to which a record is encoded in one step and which Arrow reads in one step: what
lies in a table is what ``rawi extract`` prints. Built of Python objects it takes as long, and fails at whole
numbers that a double does not hold.
"""

from __future__ import annotations

import hashlib
import io
import os
import secrets
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import msgspec
import pyarrow as pa
import pyarrow.json as arrow_json
import pyarrow.parquet as parquet

from rawi.corpus.exactness import note_exact
from rawi.corpus.schemas import EVIDENCE, REJECTED, TABLES, WORDED, schema_of
from rawi.ledger.results import Origin, Submission
from rawi.model.corpus import TableFile
from rawi.model.record import Record
from rawi.model.source import Rejected
from rawi.model.span import Span

#: Documents, or bytes of original pages, after which what is held is written.
GROUP, MOST_HELD = 512, 64 << 20
_BLOCK = 1 << 20


class PartitionWriter:
    """Writes the tables of a partition ``name`` below ``folder``; nothing is seen of it before ``finish``.

    Used as a context: what was not finished is taken away again.
    """

    def __init__(self, folder: Path, name: str) -> None:
        self._mark = f".{secrets.token_hex(6)}.tmp"
        self._tables = {table: _Table(folder, path, name) for table, path in _paths().items()}
        self._lines = {table: bytearray() for table in TABLES}
        self._evidence: list[tuple[Any, ...]] = []
        self._rejected: list[tuple[Any, ...]] = []
        self._held = 0

    def __enter__(self) -> Self:
        for table in self._tables.values():
            table.open(self._mark)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for table in self._tables.values():
            table.discard()

    def add(self, item: int, given: Submission, place: str | None = None) -> None:
        """Add what was read from the item with a number, at a ``place`` in its input."""
        record = given.record
        self._line(
            "documents", b'{"item":%d,"exact":%b,' % (item, _json(note_exact(record))), record.document
        )
        begin = b'{"item":%d,"document":%b,' % (item, _json(record.document.id))
        for table in TABLES:
            if table != "documents":
                for row in getattr(record, table):
                    words = b'"words":%b,' % _json(_words(record, table, row)) if table in WORDED else b""
                    self._line(table, begin + words, row)
        self._keep(item, given, place)
        if len(self._evidence) >= GROUP or self._held >= MOST_HELD:
            self.flush()

    def _line(self, table: str, begin: bytes, row: msgspec.Struct) -> None:
        """Add a row to a table: what stands before it, then its fields."""
        line = begin + msgspec.json.encode(row)[1:] + b"\n"
        self._lines[table] += line
        self._held += len(line)

    def _keep(self, item: int, given: Submission, place: str | None) -> None:
        """Keep the original bytes, unless they are those of the text, and where they came from."""
        origin = given.origin
        data = None if given.evidence == given.record.text.encode() else given.evidence
        self._evidence.append((item, origin.path, origin.part, place, *_how(origin), data))
        self._held += len(data or b"")

    def reject(self, item: int, rejected: Rejected, origin: Origin | None = None) -> None:
        """Add what gave no document, with the reason; ``origin`` of an item that was found."""
        where = (_utf8(rejected.path), rejected.part and _utf8(rejected.part))
        how = _how(origin or Origin(reader="", capture=rejected.capture))
        self._rejected.append((item, *where, rejected.code, _utf8(rejected.message), *how, rejected.evidence))
        self._held += len(rejected.evidence)
        if self._held >= MOST_HELD:
            self.flush()

    def flush(self) -> None:
        """Write what is held."""
        for table, lines in self._lines.items():
            if lines:
                self._tables[table].write(_read_lines(bytes(lines), schema_of(table)))
                lines.clear()
        for rows, name, schema in (
            (self._evidence, "evidence", EVIDENCE),
            (self._rejected, "rejected", REJECTED),
        ):
            if rows:
                self._tables[name].write(_build(rows, schema))
                rows.clear()
        self._held = 0

    def finish(self) -> tuple[TableFile, ...]:
        """Write the rest, put all files in place, and return them; tables without rows have none."""
        self.flush()
        return tuple(file for table in self._tables.values() if (file := table.finish()) is not None)


class _Table:
    """One table of a partition."""

    def __init__(self, folder: Path, path: str, name: str) -> None:
        self._folder, self._path = folder, f"{path}/{name}.parquet"
        self._schema = _schemas()[path]
        self._rows = 0
        self._made: Path | None = None
        self._writer: Any = None

    def open(self, mark: str) -> None:
        """Make the file under a name that is nobody else's."""
        place = self._folder / self._path
        place.parent.mkdir(parents=True, exist_ok=True)
        self._made = place.with_name(f"{place.name}{mark}")
        self._writer = parquet.ParquetWriter(
            self._made, self._schema, compression="zstd", compression_level=3, store_schema=False
        )

    def write(self, rows: Any) -> None:
        """Write rows as a group of their own."""
        self._rows += rows.num_rows
        self._writer.write_table(rows, row_group_size=max(1, rows.num_rows))

    def finish(self) -> TableFile | None:
        """Put the file in place; one without rows is not kept, nor what an earlier run left there."""
        assert self._made is not None
        self._writer.close()
        place = self._folder / self._path
        if not self._rows:
            place.unlink(missing_ok=True)
            return None
        with open(self._made, "rb+") as file:
            os.fsync(file.fileno())
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        size = self._made.stat().st_size
        os.replace(self._made, place)
        return TableFile(self._path, self._rows, size, digest)

    def discard(self) -> None:
        """Take away what was not put in place."""
        if self._made is not None:
            self._writer.close()
            self._made.unlink(missing_ok=True)


def _paths() -> dict[str, str]:
    """Return the folder of each table."""
    return {name: path for name, (_, path) in TABLES.items()} | {
        "evidence": "evidence",
        "rejected": "rejected",
    }


def _schemas() -> dict[str, pa.Schema]:
    """Return the columns of the table in each folder."""
    own = {path: schema_of(name) for name, (_, path) in TABLES.items()}
    return own | {"evidence": EVIDENCE, "rejected": REJECTED}


def _words(record: Record, table: str, row: Any) -> list[str]:
    """Return the article's words for a claim: what was said, the figure with its noun, the trigger."""
    spans: Sequence[Span] = row.content if table == "statements" else (_span_of(table, row),)
    return [record.words(span) for span in spans]


def _span_of(table: str, row: Any) -> Span:
    """Return the span of a figure or event."""
    span: Span = row.span if table == "figures" else row.trigger
    return span


def _how(origin: Origin) -> tuple[str | None, ...]:
    """Return how bytes were met and read, as the columns that say it."""
    capture = origin.capture
    headers = msgspec.json.encode(capture.headers).decode() if capture and capture.headers else None
    told = (capture.at, capture.url, headers) if capture else (None, None, None)
    return (origin.url, origin.media, origin.reader or None, origin.options or None, *told)


def _json(value: object) -> bytes:
    """Return a value as JSON."""
    return msgspec.json.encode(value)


def _utf8(words: str) -> str:
    """Return words as they can be stored: lone surrogates as U+FFFD."""
    return words.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _read_lines(lines: bytes, schema: pa.Schema) -> Any:
    """Return JSON lines as a table."""
    longest = max(_BLOCK, len(lines) + 1)  # a line must not be longer than a block
    return arrow_json.read_json(
        io.BytesIO(lines),
        read_options=arrow_json.ReadOptions(use_threads=False, block_size=longest),
        parse_options=arrow_json.ParseOptions(explicit_schema=schema, unexpected_field_behavior="error"),
    )


def _build(rows: Sequence[tuple[Any, ...]], schema: pa.Schema) -> Any:
    """Return rows as a table."""
    columns = zip(*rows, strict=True)
    arrays = [pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)
