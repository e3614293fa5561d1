"""What lies in the tables of a partition, back as the records that it was made of.

Anybody may have changed the files, so each row is read by itself: what is wrong with one costs its document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, islice
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pyarrow.parquet as parquet

from rawi.corpus.exactness import restore_amounts
from rawi.corpus.schemas import TABLES
from rawi.ledger.results import Origin, Submission
from rawi.model.document import Document
from rawi.model.record import Record
from rawi.model.source import Capture, Rejected

_BATCH = 64  # rows that are held
_MOST = 1 << 20  # rows that one document may have in a table
_OWN = ("item", "exact", "document", "words")
_CODE = re.compile(r"[A-Za-z][A-Za-z0-9.-]{0,99}")
_FAULT = "\0fault"  # no column is called so

Row = dict[str, Any]


class Kept(NamedTuple):
    """What is kept of one item, as rows: of ``documents``, of ``evidence`` and of each table by its name."""

    item: int
    document: Row
    evidence: list[Row]
    entries: dict[str, list[Row]]

    def place(self) -> tuple[str, str | None]:
        """Return the path of the input and the place in it, as far as the rows tell."""
        row = self.evidence[0] if self.evidence else {}
        path, place = row.get("path"), row.get("place")
        if not isinstance(path, str):
            return "", None
        if not isinstance(place, str):
            return path, None
        return path.removesuffix(f"#{place.replace(' ', '-')}"), place

    def source(self) -> tuple[bytes, Origin]:
        """Return the original bytes and where they came from. Raises an Exception where rows do not tell."""
        if len(self.evidence) != 1:
            raise ValueError(f"{len(self.evidence)} rows of evidence")
        stood = _sound(self.evidence[0])
        data = msgspec.convert(stood["data"], bytes | None)
        text = msgspec.convert(_sound(self.document)["text"], str)
        return text.encode() if data is None else data, _origin(stood, stood["path"], stood["part"])

    def submission(self, extractor: str) -> Submission:
        """Return the item as the ledger takes it. Raises an Exception where the rows are no record's."""
        evidence, origin = self.source()
        told = self.document.get("exact")
        exact = msgspec.json.decode(told, type=dict[str, str]) if told else {}
        lists = {
            table: tuple([_entry(table, row, exact) for row in rows]) for table, rows in self.entries.items()
        }
        record = Record(msgspec.convert(_bare(self.document), Document), **lists)
        return Submission(record, evidence, origin, extractor)


class Turned(NamedTuple):
    """A row of ``rejected``: what gave no document, and where it came from if it was an item."""

    item: int
    rejected: Rejected
    origin: Origin | None


class Stray(NamedTuple):
    """Rows of which nothing can be made: ``item`` of no document, or what is wrong with a row."""

    item: int
    message: str


def read_submissions(folder: Path, name: str, extractor: str) -> Iterator[tuple[int, Submission]]:
    """Yield, in order, each item of the partition ``name`` by number, as the ledger takes it.

    Raises what Arrow raises for damaged files, and msgspec.ValidationError for rows that are no record's.
    """
    for kept in read_kept(folder, name):
        if isinstance(kept, Kept):
            yield kept.item, kept.submission(extractor)


def read_kept(folder: Path, name: str) -> Iterator[Kept | Stray]:
    """Yield the rows of each item of a partition, in order. Raises what Arrow raises for damaged files."""
    paths = {table: path for table, (_, path) in TABLES.items() if table != "documents"}
    parts = {
        table: _Following(table, _rows(folder / path / f"{name}.parquet"))
        for table, path in (paths | {"evidence": "evidence"}).items()
    }
    last = None
    for row in _rows(folder / "documents" / f"{name}.parquet"):
        item = row["item"]
        if last is not None and item <= last:
            yield Stray(item, "documents: its row is not in its place")
            continue
        last = item
        rows: dict[str, list[Row]] = {}
        for table, following in parts.items():
            rows[table] = following.of(item)
            yield from following.strays()
        yield Kept(item, row, rows.pop("evidence"), rows)
    for following in parts.values():
        following.finish()
        yield from following.strays()


def read_turned(folder: Path, name: str) -> Iterator[Turned | Stray]:
    """Yield what was refused in a partition, in order. Raises what Arrow raises for damaged files."""
    for row in _rows(folder / "rejected" / f"{name}.parquet"):
        try:
            yield _turned(_sound(row))
        except Exception as error:  # noqa: BLE001 - whatever somebody wrote there costs this row alone
            yield Stray(row["item"], f"rejected: {error}"[:200])


def _turned(row: Row) -> Turned:
    """Return a row of ``rejected`` as what it says."""
    data = msgspec.convert(row["data"], bytes | None) or b""
    part = msgspec.convert(row["part"], str | None)
    within = (
        part if "+" in (row["reader"] or "") else None
    )  # two names: of what took it out, and of what read it
    origin = _origin(row, None, within)
    told = {name: row[name] for name in ("path", "part", "code", "message")}
    if not _CODE.fullmatch(row["code"] or ""):
        raise ValueError("its code is none")
    rejected = msgspec.convert(told | {"evidence": data, "capture": origin.capture}, Rejected)
    return Turned(row["item"], rejected, origin if row["reader"] else None)


def _rows(path: Path) -> Iterator[Row]:
    """Yield the rows of a file, of which a few are held; a table without rows has no file."""
    if path.exists():
        with parquet.ParquetFile(path) as file:
            for batch in file.iter_batches(batch_size=_BATCH, use_threads=False):
                for row in _values(batch):
                    if type(row.get("item")) is not int:
                        raise ValueError(f"{path}: a row has no number of an item")
                    yield row


def _values(batch: Any) -> list[Row]:
    """Return the rows of a batch; one that gives no values, such as text that is no UTF-8, says so."""
    try:
        return batch.to_pylist()  # type: ignore[no-any-return]
    except Exception as error:  # noqa: BLE001 - whatever the values are, they cost their row alone
        if batch.num_rows == 1:
            return [{"item": batch.column("item")[0].as_py(), _FAULT: f"{error}"[:200]}]
        return [row for at in range(batch.num_rows) for row in _values(batch.slice(at, 1))]


class _Following:
    """The rows of a table, item by item, beside those of another table in the same order."""

    def __init__(self, table: str, rows: Iterator[Row]) -> None:
        self._table, self._strays = table, list[Stray]()
        self._groups = groupby(rows, key=lambda row: int(row["item"]))
        self._next = next(self._groups, None)

    def of(self, item: int) -> list[Row]:
        """Return the rows of an item; of one after the item that was asked for before."""
        while self._next is not None and self._next[0] < item:
            self._pass()
        if self._next is None or self._next[0] != item:
            return []
        rows = list(islice(self._next[1], _MOST + 1))
        self._next = next(self._groups, None)
        return rows if len(rows) <= _MOST else [{"item": item, _FAULT: f"more than {_MOST} {self._table}"}]

    def finish(self) -> None:
        """Pass over what is left: there is no document for it."""
        while self._next is not None:
            self._pass()

    def strays(self) -> list[Stray]:
        """Return what was passed over since this was asked."""
        strays, self._strays = self._strays, []
        return strays

    def _pass(self) -> None:
        """Pass over the rows of an item without a document."""
        assert self._next is not None
        self._strays.append(Stray(self._next[0], f"{self._table}: rows of no document"))
        self._next = next(self._groups, None)


def _sound(row: Row) -> Row:
    """Return a row if its values could be read."""
    if _FAULT in row:
        raise ValueError(row[_FAULT])
    return row


def _entry(table: str, row: Row, exact: dict[str, str]) -> Any:
    """Return a row as the entry of a record that it is."""
    restore_amounts(table, _sound(row), exact)
    return msgspec.convert(_bare(row), TABLES[table][0])


def _bare(row: Row) -> Row:
    """Return the fields that are the record's own."""
    return {name: value for name, value in _sound(row).items() if name not in _OWN}


def _origin(row: Row, path: str | None, part: str | None) -> Origin:
    """Return where an item came from, of a row that tells how it was met."""
    headers = msgspec.json.decode(row["captured_headers"] or "[]", type=tuple[tuple[str, str], ...])
    told = (row["captured_at"], row["captured_from"], headers)
    capture = msgspec.convert(dict(zip(("at", "url", "headers"), told, strict=True)), Capture)
    how = {name: row[name] for name in ("url", "media", "reader", "options") if row[name] is not None}
    return msgspec.convert(
        {"path": path, "part": part, "capture": capture if any(told) else None, **how}, Origin
    )
