"""Parquet: the rows of a table, read a few at a time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, BinaryIO

from rawi.model.source import Columns, Item, Limits, Rejected
from rawi.sources.rows import find_columns, guess_columns, read_row
from rawi.sources.streams import refused

_MOST_ROWS, _MOST_BYTES = 64, 8 << 20  # rows that are held, and bytes of them by what they are on average


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
    ``parquet.bomb``, ``parquet.no-text-column``, ``parquet.no-column``; rejected are ``parquet.no-text``,
    ``parquet.wrong-type``, ``parquet.too-long``, ``source.empty``, and, for what could not be read behind a
    row, ``parquet.damaged``.
    """
    names = list(_open(file).schema_arrow.names)
    columns = columns or guess_columns(names)
    places = find_columns(names, columns, "parquet")
    wanted = {field: names[place] for field, place in places.items()}
    table = _open(file, list(wanted.values()))
    _refuse_bomb(table, list(wanted.values()), limits)
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


def _open(file: BinaryIO, coded: list[str] | None = None) -> Any:
    """Open a table; SourceError if it is none, or if nothing can read it here.

    In columns that are ``coded`` what stands in many rows is held once: a file of few bytes may say one long
    text a thousand times.
    """
    try:
        import pyarrow.parquet as parquet
    except ImportError as error:
        raise refused(
            "source.extra", "Parquet is read with the extra corpus: pip install 'rawi[corpus]'"
        ) from error
    try:
        file.seek(0)
        return parquet.ParquetFile(file, read_dictionary=coded)
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
            size = _rows_at_once(table.metadata.row_group(group), names)
            batches = table.iter_batches(size, row_groups=[group], columns=names, use_threads=False)
            number = start
            for batch in batches:
                begin, stop = max(first, number), number + batch.num_rows
                for at in range(begin, stop if last is None else min(stop, last)):
                    yield at, {name: batch.column(name)[at - number].as_py() for name in names}
                number += batch.num_rows
                if last is not None and number >= last:
                    break
        start = end


def _refuse_bomb(table: Any, names: list[str], limits: Limits) -> None:
    """Raise SourceError ``parquet.bomb`` if columns unfold to more than any text does: a page of them, which
    may be as large, is unfolded at once."""
    for at in range(table.metadata.num_row_groups):
        for one in _columns(table.metadata.row_group(at), names):
            size, packed = one.total_uncompressed_size, max(1, one.total_compressed_size)
            if size > limits.ratio_from and size > limits.ratio * packed:
                raise refused("parquet.bomb", f"{packed} bytes unfold to {size}")


def _columns(group: Any, names: list[str]) -> Iterator[Any]:
    """Yield what is known of some columns of a group of rows."""
    for at in range(group.num_columns):
        if group.column(at).path_in_schema.split(".")[0] in names:
            yield group.column(at)


def _rows_at_once(group: Any, names: list[str]) -> int:
    """Return how many rows of a group are held at once, by what its columns unfold to."""
    size = sum(one.total_uncompressed_size for one in _columns(group, names))
    return int(max(1, min(_MOST_ROWS, _MOST_BYTES * group.num_rows // max(1, size))))


def _plain(value: object) -> object:
    """Return a value as rows of other tables have it: days and times as text."""
    return value.isoformat() if isinstance(value, date | datetime) else value


def _read(path: str, part: str, fields: dict[str, object], limits: Limits) -> Item | Rejected:
    """Return the item of a row, unless it is too long."""
    longest = max((len(one) for one in fields.values() if isinstance(one, str)), default=0)
    if longest > limits.item:
        return Rejected(path, part, "parquet.too-long", f"more than {limits.item} characters")
    return read_row(path, part, fields, "parquet")
