"""Parquet: the rows of a table, read a few at a time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, BinaryIO

from rawi.model.source import Columns, Item, Limits, Rejected
from rawi.sources.rows import find_columns, guess_columns, read_row
from rawi.sources.streams import refused

_BATCH = 16  # rows that are held; each may be of the largest size allowed


def read_parquet(
    path: str,
    file: BinaryIO,
    limits: Limits,
    columns: Columns | None = None,
    first: int = 0,
    last: int | None = None,
) -> Iterator[Item | Rejected]:
    """Yield an item for every row with an article and a refusal for every other; rows ``first`` to ``last``
    only, the first being 0.

    Needs the extra ``corpus``. Raises SourceError ``source.extra`` without it, ``parquet.damaged``,
    ``parquet.no-text-column``, ``parquet.no-column``; rejected are ``parquet.no-text``,
    ``parquet.wrong-type``, ``parquet.too-long``, ``source.empty``, and, for what could not be read behind a
    row, ``parquet.damaged``.
    """
    table = _open(file)
    names = list(table.schema_arrow.names)
    columns = columns or guess_columns(names)
    places = find_columns(names, columns, "parquet")
    wanted = {field: names[place] for field, place in places.items()}
    number = first
    try:
        for number, row in _rows(table, list(wanted.values()), first, last):
            fields = {field: _plain(row[name]) for field, name in wanted.items()}
            yield _read(path, f"row {number + 1}", fields, limits)
    except Exception as error:  # noqa: BLE001 - whatever the library raises for damage within
        yield Rejected(path, f"after row {number + 1}", "parquet.damaged", _told(error))


def find_groups(file: BinaryIO) -> list[int]:
    """Return how many rows each group of rows has; raises as ``read_parquet``."""
    table = _open(file)
    return [table.metadata.row_group(at).num_rows for at in range(table.metadata.num_row_groups)]


def _open(file: BinaryIO) -> Any:
    """Open a table; SourceError if it is none, or if nothing can read it here."""
    try:
        import pyarrow.parquet as parquet
    except ImportError as error:
        raise refused(
            "source.extra", "Parquet is read with the extra corpus: pip install 'rawi[corpus]'"
        ) from error
    try:
        return parquet.ParquetFile(file)
    except Exception as error:
        raise refused("parquet.damaged", _told(error)) from error


def _told(error: Exception) -> str:
    """Return the first line of what the library says."""
    return (str(error).strip() or type(error).__name__).splitlines()[0][:200]


def _rows(table: Any, names: list[str], first: int, last: int | None) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield rows with their numbers, some columns of them."""
    start = 0
    for group in range(table.metadata.num_row_groups):
        end = start + table.metadata.row_group(group).num_rows
        if end > first and (last is None or start < last):
            batches = table.iter_batches(_BATCH, row_groups=[group], columns=names, use_threads=False)
            number = start
            for batch in batches:
                if number + batch.num_rows > first:
                    for at, row in enumerate(batch.to_pylist(), number):
                        if first <= at and (last is None or at < last):
                            yield at, row
                number += batch.num_rows
                if last is not None and number >= last:
                    break
        start = end


def _plain(value: object) -> object:
    """Return a value as rows of other tables have it: days and times as text."""
    return value.isoformat() if isinstance(value, date | datetime) else value


def _read(path: str, part: str, fields: dict[str, object], limits: Limits) -> Item | Rejected:
    """Return the item of a row, unless it is too long."""
    longest = max((len(one) for one in fields.values() if isinstance(one, str)), default=0)
    if longest > limits.item:
        return Rejected(path, part, "parquet.too-long", f"more than {limits.item} characters")
    return read_row(path, part, fields, "parquet")
