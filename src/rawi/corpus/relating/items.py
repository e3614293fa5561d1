"""What the documents of one partition bring: items of each relation with their keys, and names of people.

They are written beside each other and looked up by the number of the document's item in the corpus.
"""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import msgspec
import pyarrow as pa
import pyarrow.parquet as parquet

from rawi.corpus.relating.kinds import KINDS, Days, Kind
from rawi.corpus.rows import read_submissions
from rawi.entities.occurrences import find_occurrences
from rawi.entities.scenes import build_scene
from rawi.ledger.writing import Prepared, prepare
from rawi.model.claim import DateMention, Event, Figure, Statement
from rawi.model.entity import Entity
from rawi.model.record import Record
from rawi.model.relation import Report

#: Documents after which what is held is written.
GROUP = 256
#: A report whose days fill more windows is looked for like one without a day.
MOST_WINDOWS = 16
_COLUMNS = pa.schema(
    [
        pa.field("number", pa.int64()),
        pa.field("first", pa.int64()),
        pa.field("last", pa.int64()),
        pa.field("windows", pa.list_(pa.int64())),
        pa.field("keys", pa.list_(pa.int64())),
        pa.field("data", pa.binary()),
    ]
)
_NAMES = pa.schema([pa.field("name", pa.string())])


class Read(msgspec.Struct, frozen=True):
    """What came of a partition: its documents, and the ``rows`` that they brought, by name."""

    documents: int
    rows: dict[str, int]


class Reading(msgspec.Struct, frozen=True):
    """Reads the partitions of the corpus in a folder, and writes below ``out`` what they bring."""

    corpus: str
    out: str
    extractor: str

    def __call__(self, names: list[str], passed: list[list[int]]) -> list[str]:
        """Read partitions by name, but for items that are passed, and return what came of each as JSON."""
        return [
            msgspec.json.encode(self._read(name, frozenset(items))).decode()
            for name, items in zip(names, passed, strict=True)
        ]

    def _read(self, name: str, passed: Collection[int]) -> Read:
        """Read one partition."""
        names: set[str] = set()
        rows: Counter[str] = Counter()
        with _Files(Path(self.out), name) as files:
            for number, given in read_submissions(Path(self.corpus), name, self.extractor):
                ready = None if number in passed else prepare(given)
                if isinstance(ready, Prepared):
                    rows["documents"] += 1
                    report = _report(ready)
                    names |= _find_people(report)
                    for kind in KINDS.values():
                        rows.update(files.add_items(kind, number, report))
            files.write("names", pa.table({"name": pa.array(sorted(names), pa.string())}))
        return Read(rows.pop("documents", 0), dict(rows))


def _report(ready: Prepared) -> Report:
    """Return a document as a ledger gives it to relations: without the entries that a ledger refuses."""
    items: Sequence[Any] = [one.item for one in ready.entries.kept]
    record = Record(
        ready.document,
        statements=tuple(one for one in items if isinstance(one, Statement)),
        figures=tuple(one for one in items if isinstance(one, Figure)),
        dates=tuple(one for one in items if isinstance(one, DateMention)),
        events=tuple(one for one in items if isinstance(one, Event)),
        entities=tuple(one for one in items if isinstance(one, Entity)),
    )
    return Report(record, {one.id: one.id for one in items if not isinstance(one, DateMention)})


def _find_people(report: Report) -> set[str]:
    """Return the keys of the names of people in a document."""
    record = report.record
    named = find_occurrences(record.document, record.entities, record.statements, report.ids)
    return {one.key for one in build_scene(report.id, named).named if one.type == "person"}


def _find_items(kind: Kind, number: int, report: Report) -> Iterator[dict[str, Any]]:
    """Yield the row of the item that a document brings."""
    for item in kind.layer.read(report):
        days = kind.days(item)
        yield {
            "number": number,
            "first": days and days[0],
            "last": days and days[1],
            "windows": windows_of(days, kind.within),
            "keys": sorted(set(kind.layer.keys(item))),
            "data": msgspec.msgpack.encode(item),
        }


def windows_of(days: Days | None, within: int | None) -> list[int]:
    """Return the windows of ``within`` days that an item is looked for in: two that lie no farther apart have
    one in common. None for an item that may be of any day.

    >>> windows_of((730_000, 730_000), 60), windows_of((730_047, 730_047), 60), windows_of(None, 60)
    ([12166, 12167], [12167, 12168], [])
    """
    if days is None or within is None:
        return []
    found = range(days[0] // within, (days[1] + within) // within + 1)
    return list(found) if len(found) <= MOST_WINDOWS else []


class _Files:
    """The files of one partition, put in place together at its end."""

    def __init__(self, out: Path, name: str) -> None:
        self._out, self._name = out, name
        self._mark = f".{secrets.token_hex(6)}.tmp"
        self._held: dict[str, list[dict[str, Any]]] = {f"{kind}/items": [] for kind in KINDS}
        self._writers: dict[str, Any] = {}

    def __enter__(self) -> Self:
        for folder in (*self._held, "names"):
            place = self._made(folder)
            place.parent.mkdir(parents=True, exist_ok=True)
            columns = _NAMES if folder == "names" else _COLUMNS
            self._writers[folder] = parquet.ParquetWriter(place, columns, compression="zstd")
        return self

    def _made(self, folder: str) -> Path:
        """Return where a file is written before it is put in its place."""
        return self._out / folder / f"{self._name}.parquet{self._mark}"

    def add_items(self, kind: Kind, number: int, report: Report) -> dict[str, int]:
        """Add what a document brings; return how many items and keys that are."""
        held = self._held[folder := f"{kind.name}/items"]
        rows = list(_find_items(kind, number, report))
        held += rows
        if len(held) >= GROUP:
            self._flush(folder)
        return {folder: len(rows), f"{kind.name}/keys": sum(len(row["keys"]) for row in rows)}

    def _flush(self, folder: str) -> None:
        """Write the items that are held."""
        self.write(folder, pa.Table.from_pylist(self._held[folder], _COLUMNS))
        self._held[folder].clear()

    def write(self, folder: str, rows: Any) -> None:
        """Write rows."""
        self._writers[folder].write_table(rows)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for name, writer in self._writers.items():
            if error is None and self._held.get(name):
                self._flush(name)
            writer.close()
            made = self._made(name)
            if error is None:
                made.replace(made.with_name(f"{self._name}.parquet"))
            made.unlink(missing_ok=True)
