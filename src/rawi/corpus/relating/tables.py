"""The tables of relations: their columns, and their files, each sorted and written by whoever has its rows.

A row goes to a shelf by a hash of what it is of, and a shelf is a file: so neither how many work nor in which
order they are done can be seen in it.
"""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pyarrow as pa
import pyarrow.parquet as parquet

from rawi.corpus.relating.kinds import KINDS
from rawi.corpus.schemas import fields_of
from rawi.model.corpus import TableFile
from rawi.relations.layer import key_of

#: So many documents for each shelf.
OF_SHELF = 50_000


class Alike(msgspec.Struct, frozen=True, order=True):
    """Two names that may be one person's, by their keys (``entities.names``), the smaller first."""

    name: str
    other: str


class Table(NamedTuple):
    """A table: the folder of its files, the type of its rows, and the fields that they are sorted by."""

    folder: str
    row: type[Any]
    order: tuple[str, ...]


ALIKE = Table("names/alike", Alike, ("name", "other"))


def pairs_of(kind: str) -> Table:
    """Return the table of what ``link`` says of two documents."""
    return Table(f"{kind}/pairs", KINDS[kind].layer.pair, ("a", "b"))


def groups_of(kind: str) -> Table:
    """Return the table of what ``group`` makes of them."""
    return Table(f"{kind}/groups", KINDS[kind].result, ("id",))


def count_shelves(documents: int) -> int:
    """Return how many files each table of so many documents has."""
    return 1 + documents // OF_SHELF


def shelf_of(key: str, shelves: int) -> int:
    """Return the shelf on which rows with a key stand."""
    return key_of(key) % shelves


class Shelving(msgspec.Struct, frozen=True):
    """Writes the shelves of a table below a folder."""

    out: str
    table: Table

    def __call__(self, shelves: list[int], rows: list[list[bytes]]) -> list[str]:
        """Write shelves, their rows given as MessagePack, and return their files as JSON."""
        return [msgspec.json.encode(self._write(*one)).decode() for one in zip(shelves, rows, strict=True)]

    def _write(self, shelf: int, rows: Sequence[bytes]) -> TableFile:
        """Write one shelf."""
        row, order = self.table.row, self.table.order
        listed = sorted(
            map(msgspec.msgpack.Decoder(row).decode, rows), key=lambda one: [getattr(one, at) for at in order]
        )
        made = pa.Table.from_pylist(msgspec.to_builtins(listed), pa.schema(fields_of(row)))
        path = f"{self.table.folder}/part-{shelf:05d}.parquet"
        place = Path(self.out) / path
        write_whole(place, made)
        with open(place, "rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        return TableFile(path, made.num_rows, place.stat().st_size, digest)


def write_whole(place: Path, rows: Any) -> None:
    """Write a table as a file, whole or not at all."""
    place.parent.mkdir(parents=True, exist_ok=True)
    made = place.with_name(f"{place.name}.{secrets.token_hex(6)}.tmp")
    try:
        parquet.write_table(rows, made, compression="zstd", compression_level=3, store_schema=False)
        os.replace(made, place)
    finally:
        made.unlink(missing_ok=True)
