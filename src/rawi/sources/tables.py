"""A CSV table of articles, as spreadsheets write it in any country: any separator, mark or code page."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import BinaryIO

from rawi.documents.decoding import decode
from rawi.errors import DocumentError, SourceError
from rawi.model.source import Item, Limits, Rejected
from rawi.sources.rows import read_row
from rawi.sources.streams import refused

_SAMPLE = 1 << 16
_SEPARATORS = ",;\t|"


def read_table(path: str, stream: BinaryIO, limits: Limits) -> Iterator[Item | Rejected]:
    """Yield an item for every row with an article and a refusal for every other.

    The first row names the columns. A row with more cells than columns is refused: its text would be cut.
    Codes: ``csv.no-text-column`` (raised, the whole table), ``csv.malformed``, ``csv.columns``.
    """
    text = _open_text(stream)
    header_line = text.readline(limits.line)
    separator = max(_SEPARATORS, key=lambda one: (header_line.count(one), -_SEPARATORS.index(one)))
    names = [
        name.strip().lstrip("\ufeff").lower()
        for name in next(csv.reader([header_line], delimiter=separator), [])
    ]
    if "text" not in names and "html" not in names:
        raise refused("csv.no-text-column", "no column is called text or html")
    csv.field_size_limit(max(csv.field_size_limit(), limits.line))
    yield from _read_rows(path, csv.reader(text, delimiter=separator, strict=True), names, limits)


def _open_text(stream: BinaryIO) -> io.TextIOWrapper:
    """Return the stream as text in the encoding that its beginning shows."""
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(stream, _SAMPLE)  # type: ignore[type-var]
    sample = buffered.peek(_SAMPLE)[:_SAMPLE]
    try:
        found = decode(sample[: sample.rfind(b"\n") + 1] or sample)
    except DocumentError as error:
        raise refused(error.code, str(error)) from error
    codec = "utf-8-sig" if found.encoding == "utf-8" else found.encoding
    return io.TextIOWrapper(buffered, codec, errors="replace", newline="")


def _read_rows(
    path: str, rows: Iterator[list[str]], names: list[str], limits: Limits
) -> Iterator[Item | Rejected]:
    """Yield what each row after the header holds; an error of the reader costs one row."""
    number = 1
    while True:
        number += 1
        part = f"row {number}"
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield Rejected(path, part, "csv.malformed", str(error))
            continue
        except SourceError as error:
            yield Rejected(path, f"after row {number - 1}", error.code, str(error))
            return
        if number > limits.records:
            yield Rejected(
                path, part, "source.too-many", f"more than {limits.records} rows; the rest is not read"
            )
            return
        if any(cells):
            yield _read_cells(path, part, cells, names)


def _read_cells(path: str, part: str, cells: list[str], names: list[str]) -> Item | Rejected:
    """Return what a row holds, its cells matched to the columns."""
    if len(cells) > len(names) and any(cells[len(names) :]):
        return Rejected(path, part, "csv.columns", f"{len(cells)} cells in a table of {len(names)} columns")
    row = {name: cell for name, cell in zip(names, cells, strict=False) if cell.strip()}
    return read_row(path, part, row, "csv")
