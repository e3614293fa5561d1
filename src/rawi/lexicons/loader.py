"""Read lexicon files into typed entries, and say exactly what is wrong with one that is malformed."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

import msgspec

from rawi.errors import LexiconError

T = TypeVar("T")


def read_resource(name: str) -> bytes:
    """Return the bytes of a file in ``lexicons/ar``, or in ``lexicons/web`` (``web/page_parts.toml``).

    Raises LexiconError if it is not there.
    """
    folder, _, file = name.rpartition("/")
    try:
        return files("rawi.lexicons").joinpath(folder or "ar", file).read_bytes()
    except OSError as error:
        raise LexiconError(f"{name}: cannot be read: {error}") from error


@cache
def _document(name: str) -> dict[str, Any]:
    """Parse a TOML file once."""
    try:
        return tomllib.loads(read_resource(name).decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LexiconError(f"{name}: {error}") from error


def load_entries(name: str, entry: type[T], section: str = "entry") -> tuple[T, ...]:
    """Return the ``[[section]]`` entries of ``lexicons/ar/name`` (TOML) as ``entry`` structs, in the order
    of the file.

    Raises LexiconError, which names the file, the entry's number and its form, if an entry has not the
    fields of the
    struct or fields of the wrong type.
    """
    rows = _document(name).get(section, [])
    return tuple(_convert(name, number, row, entry) for number, row in enumerate(rows, 1))


def _convert(name: str, number: int, row: dict[str, Any], entry: type[T]) -> T:
    """Convert one row, naming it if it does not fit."""
    try:
        return msgspec.convert(row, entry)
    except msgspec.ValidationError as error:
        raise LexiconError(f"{name}: entry {number} ({row.get('form', '?')}): {error}") from error


def load_table(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of ``lexicons/ar/name`` (TSV with a header line; lines that start with # are comments).

    Raises LexiconError if a row has not as many cells as the header.
    """
    lines = read_resource(name).decode("utf-8").split("\n")
    header: list[str] | None = None
    for number, line in enumerate(lines, 1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if header is None:
            header = cells
        elif len(cells) != len(header):
            raise LexiconError(f"{name}: line {number} has {len(cells)} cells, the header {len(header)}")
        else:
            yield dict(zip(header, cells, strict=True))


def load_columns(name: str) -> dict[str, tuple[str, ...]]:
    """Return the columns of ``lexicons/ar/name`` by the words of its header; for long tables, where
    ``load_table`` takes four times as long.

    Raises LexiconError if a row has not as many cells as the header.
    """
    lines = read_resource(name).decode("utf-8").split("\n")
    header, *rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    if set(map(len, rows)) - {len(header)}:
        list(load_table(name))  # raises, with the number of the line
    return dict(zip(header, zip(*rows, strict=True) if rows else ((),) * len(header), strict=True))
