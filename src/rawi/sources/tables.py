"""A CSV table of articles, as spreadsheets write it in any country: any separator, mark or code page."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from typing import NamedTuple

from rawi.errors import SourceError
from rawi.model.document import Warning
from rawi.model.source import Columns, Flagged, Item, Limits, Rejected
from rawi.sources.cursor import Cursor
from rawi.sources.lines import Lines
from rawi.sources.rows import find_columns, guess_columns, read_row, stand_on
from rawi.sources.streams import refused

_SEPARATORS = ",;\t|"
_REMARK = re.compile(r"\ufeff?\s*#[^,;\t|]*")  # a line of a program's own above the names of the columns
_SAYS_SEPARATOR = re.compile(r"\ufeff?\"?sep=(.)\"?\s*", re.IGNORECASE)
_AGAIN = 4  # how often, at most, as much as the longest row may hold is read again behind open quotes
_SHORT = 1 << 20  # how long a row may be when that is used up


def read_table(
    path: str, cursor: Cursor, limits: Limits, columns: Columns | None = None, codec: str | None = None
) -> Iterator[Item | Rejected | Flagged]:
    """Yield an item for every row with an article and a refusal for every other.

    The first row names the columns; ``columns`` says where they have other names. A row with more cells than
    columns is refused: its text would be cut. After a quotation mark that does not close, reading goes on at
    the next line. Raised, for the whole table: ``csv.no-text-column``, ``csv.no-column``,
    ``csv.too-many-columns``; rejected: ``csv.malformed``, ``csv.columns``, ``csv.too-long``,
    ``source.too-many``, those of gzip; flagged: ``csv.column-guessed``. The evidence of a row is the first
    row of the table and itself.
    """
    lines = Lines(cursor, limits.line, codec)
    table = _read_head(lines, limits)
    if columns is None and (columns := guess_columns(table.names)):
        told = f"the text is taken from the column {columns.text!r}; --map text=NAME says another"
        yield Flagged(path, None, Warning("csv.column-guessed", told))
    places = find_columns(table.names, columns, "csv")
    yield from _read_rows(path, _Rows(lines, table.separator, limits), table, places, columns, limits)


class _Head(NamedTuple):
    """The first row: its names, what stands between cells, its bytes with what came before it."""

    names: list[str]
    separator: str
    raw: bytes


class _Row(NamedTuple):
    """A row: its cells, or why it has none; its bytes; what was wrong with their encoding."""

    cells: list[str] | None
    why: str
    raw: bytes
    warnings: tuple[Warning, ...] = ()
    code: str = "csv.malformed"


def _read_head(lines: Lines, limits: Limits) -> _Head:
    """Return the first row that is not blank; SourceError if it names no columns."""
    before, separator = b"", None
    while line := lines.next():
        text = lines.text(line)[0]
        if said := _SAYS_SEPARATOR.fullmatch(text):
            separator = said.group(1)
        elif text.strip("\ufeff \r\n\t") and not _REMARK.fullmatch(text):
            break
        before += line
    if len(line) > limits.line:
        raise refused("csv.too-long", f"the first row has more than {limits.line} bytes")
    separator = separator or max(_SEPARATORS, key=lambda one: (text.count(one), -_SEPARATORS.index(one)))
    lines.push([line])
    row = _Rows(lines, separator, limits).next()
    if row is None or row.cells is None:
        raise refused("csv.no-text-column", f"the first row cannot be read: {row.why if row else 'none'}")
    if len(row.cells) > limits.columns:
        raise refused("csv.too-many-columns", f"more than {limits.columns} columns")
    return _Head([name.strip("\ufeff \t\r\n") for name in row.cells], separator, before + row.raw)


class _Rows:
    """Cuts lines into rows; where quotes do not close, one line is bad and reading begins behind it."""

    def __init__(self, lines: Lines, separator: str, limits: Limits) -> None:
        self._lines, self._separator, self._most = lines, separator, limits.line
        self._spare = _AGAIN * limits.line
        self.codec = lines.codec
        csv.field_size_limit(max(csv.field_size_limit(), limits.line))

    def next(self) -> _Row | None:
        """Return the next row, null at the end; SourceError for what is wrong with the file."""
        taken: list[bytes] = []
        warnings: list[Warning] = []
        try:
            cells = next(csv.reader(self._feed(taken, warnings), delimiter=self._separator, strict=True))
        except StopIteration:
            return None
        except csv.Error as error:
            self._lines.push(taken[1:])
            self._spare -= sum(map(len, taken[1:]))
            return self._bad(taken[0], str(error))
        if len(taken[0]) > self._most:
            return self._bad(taken[0], "")
        return _Row(cells, "", b"".join(taken), tuple(dict.fromkeys(warnings)))

    def _bad(self, line: bytes, why: str) -> _Row:
        """Return a line that gives no row, because it is too long or for the reason given."""
        if len(line) > self._most:
            return _Row(None, f"more than {self._most} bytes", line, code="csv.too-long")
        return _Row(None, why, line)

    def find_cut(self, row: _Row) -> SourceError | None:
        """Return the error that may have cut a row short, the last one; null if it ends as a row does."""
        return None if row.raw.rstrip(b"\x00").endswith((b"\n", b"\r")) else self._lines.failed

    def _feed(self, taken: list[bytes], warnings: list[Warning]) -> Iterator[str]:
        """Yield the text of lines for one row; note the lines, and what was wrong with them."""
        size, most = 0, self._most if self._spare > 0 else min(_SHORT, self._most)
        while size <= most and (line := self._lines.next()):
            taken.append(line)
            size += len(line)
            text, wrong = self._lines.text(line)
            warnings.extend(wrong)
            yield text


def _read_rows(
    path: str, rows: _Rows, table: _Head, places: dict[str, int], columns: Columns | None, limits: Limits
) -> Iterator[Item | Rejected]:
    """Yield what each row after the first holds."""
    number = 1
    while True:
        number += 1
        part = f"row {number}"
        try:
            row = rows.next()
        except SourceError as error:
            yield Rejected(path, f"after row {number - 1}", error.code, str(error))
            return
        if row is None:
            return
        if number > limits.records:
            told = f"more than {limits.records} rows; the rest is not read"
            yield Rejected(path, part, "source.too-many", told)
            return
        cut = rows.find_cut(row)
        if cut and cut.code == "gzip.bomb":
            continue  # the next row is this error
        if row.cells is None or any(row.cells):
            read = _read_cells(path, part, row, len(table.names), places)
            evidence = table.raw + row.raw if len(row.raw) <= limits.line else row.raw[: limits.item]
            warned = (Warning(cut.code, "the row may be cut short here"),) if cut else ()
            yield stand_on(read, "table", evidence, columns, *row.warnings, *warned, charset=rows.codec)


def _read_cells(path: str, part: str, row: _Row, width: int, places: dict[str, int]) -> Item | Rejected:
    """Return what a row holds, its cells matched to the columns."""
    if row.cells is None:
        return Rejected(path, part, row.code, row.why)
    if len(row.cells) > width and any(row.cells[width:]):
        return Rejected(path, part, "csv.columns", f"{len(row.cells)} cells in a table of {width} columns")
    cells = {field: row.cells[place] for field, place in places.items() if place < len(row.cells)}
    return read_row(path, part, {field: cell for field, cell in cells.items() if cell.strip()}, "csv")
