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
_TITLES = 10  # rows in which the names of the columns are looked for
_AGAIN = 4  # how often, at most, as much as the longest row may hold is read again behind open quotes
_MOST_CELLS = 1 << 20  # in a line, whatever it is: a text may hold many separators
_SHORT = 1 << 20  # how long a row may be when that is used up


def read_table(
    path: str, cursor: Cursor, limits: Limits, columns: Columns | None = None, codec: str | None = None
) -> Iterator[Item | Rejected | Flagged]:
    """Yield an item for every row with an article and a refusal for every other.

    One of the first rows names the columns; ``columns`` says where they have other names. A row with more
    cells than columns is refused: its text would be cut. After a quotation mark that does not close, reading
    goes on at the next line. Raised, for the whole table: ``csv.no-text-column``, ``csv.no-column``,
    ``csv.too-many-columns``; rejected: ``csv.malformed``, ``csv.columns``, ``csv.too-long``,
    ``source.too-many``, those of gzip; flagged: ``csv.column-guessed``. The evidence of a row is the first
    row of the table and itself.
    """
    lines = Lines(cursor, limits.line, codec)
    table = _read_head(lines, columns, limits)
    if columns is None and (columns := guess_columns(table.names)):
        told = f"the text is taken from the column {columns.text!r}; --map text=NAME says another"
        yield Flagged(path, None, Warning("csv.column-guessed", told))
    places = find_columns(table.names, columns, "csv")
    yield from _read_rows(path, _Rows(lines, table.separator, limits), table, places, columns, limits)


class _Head(NamedTuple):
    """The row that names the columns: its names, what stands between cells, its bytes with all before it, and
    its number."""

    names: list[str]
    separator: str
    raw: bytes
    number: int = 1


class _Row(NamedTuple):
    """A row: its cells, or why it has none; its bytes; what was wrong with their encoding."""

    cells: list[str] | None
    why: str
    raw: bytes
    warnings: tuple[Warning, ...] = ()
    code: str = "csv.malformed"


def _read_head(lines: Lines, columns: Columns | None, limits: Limits) -> _Head:
    """Return the row that names the columns: of the first rows the first with a column of text, for titles
    and remarks may stand above it, else the first in which one can be guessed, else the first."""
    said = None
    read: list[bytes] = []
    heads: list[_Head] = []
    while len(heads) < _TITLES and (line := lines.next()):
        text = lines.text(line)[0]
        if not heads and (found := _SAYS_SEPARATOR.fullmatch(text)):
            said = found.group(1)
        elif text.strip("\ufeff \r\n\t") and not _REMARK.fullmatch(text):
            lines.push([line])
            head = _read_names(lines, text, said, limits)
            line = head.raw
            heads.append(head._replace(raw=b"".join((*read, line)), number=len(heads) + 1))
            if _names_text(heads[-1], columns):
                return heads[-1]
        read.append(line)
    if not heads:
        raise refused("csv.no-text-column", "the first row cannot be read")
    chosen = next((head for head in heads if columns is None and guess_columns(head.names)), heads[0])
    while sum(map(len, read)) > len(chosen.raw):
        lines.push([read.pop()])
    return chosen


def _read_names(lines: Lines, text: str, said: str | None, limits: Limits) -> _Head:
    """Return the next row, which begins with the line ``text``, as names; none if it is no row."""
    separator = said or max(_SEPARATORS, key=lambda one: (text.count(one), -_SEPARATORS.index(one)))
    if text.count(separator) >= limits.columns:
        raise refused("csv.too-many-columns", f"more than {limits.columns} columns")
    row = _Rows(lines, separator, limits).next()
    if row is None or row.code == "csv.too-long":
        raise refused("csv.too-long", f"the first row has more than {limits.line} bytes")
    return _Head([name.strip("\ufeff \t\r\n") for name in row.cells or ()], separator, row.raw)


def _names_text(head: _Head, columns: Columns | None) -> bool:
    """Tell whether a row names a column of text."""
    try:
        return bool(find_columns(head.names, columns, "csv"))
    except SourceError:
        return False


class _Rows:
    """Cuts lines into rows; where quotes do not close, one line is bad and reading begins behind it."""

    def __init__(self, lines: Lines, separator: str, limits: Limits) -> None:
        self._lines, self._separator, self._most = lines, separator, limits.line
        self._columns = max(limits.columns, _MOST_CELLS)
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
            if text.count(self._separator) > self._columns:
                raise csv.Error(f"more than {self._columns} cells in a line")
            warnings.extend(wrong)
            yield text


def _read_rows(
    path: str, rows: _Rows, table: _Head, places: dict[str, int], columns: Columns | None, limits: Limits
) -> Iterator[Item | Rejected]:
    """Yield what each row after the first holds."""
    number = table.number
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
