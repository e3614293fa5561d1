"""Tables as comma-separated values, which a spreadsheet may open without running what stands in a cell."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from datetime import date

from rawi.views.exports.cells import Value
from rawi.views.exports.tables import Table

BOM = "\ufeff".encode()  # by it Excel knows UTF-8
_GUARD = "'"
# A spreadsheet takes what begins so for a formula; words that begin with guards of their own get one more.
# Excel reads full-width signs as the plain ones, and skips marks of direction before them.
_FORMULA = re.compile("'*[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff ]*[=+\\-@\t\r＝＋－＠]")


def guard(value: Value) -> str:
    """Return a cell as text that no spreadsheet takes for a formula; numbers are numbers and left alone.

    >>> guard("=1+1"), guard(-3.5), guard(None)
    ("'=1+1", '-3.5', '')
    """
    if isinstance(value, str):
        return f"{_GUARD}{value}" if _FORMULA.match(value) else value
    return write_value(value)


def unguard(text: str) -> str:
    """Return what ``guard`` was given.

    >>> unguard("'=1+1"), unguard("'tis")
    ('=1+1', "'tis")
    """
    return text[1:] if text.startswith(_GUARD) and _FORMULA.match(text[1:]) else text


def write_value(value: Value) -> str:
    """Return a value as text: dates in ISO, whole numbers without a point, truth as true and false."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, date):
        return value.isoformat()[:10]
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def write_csv(table: Table, headers: Sequence[str], *, bom: bool) -> bytes:
    """Return a table with these headers over its columns."""
    head = BOM if bom else b""
    return head + write_rows([headers]) + write_rows(table.rows)


def write_rows(rows: Sequence[Sequence[Value]]) -> bytes:
    """Return rows as lines that end as RFC 4180 says."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows([guard(one) for one in row] for row in rows)
    return out.getvalue().encode("utf-8", "replace")


def read_csv(data: bytes) -> Iterator[list[str]]:
    """Yield the rows of a table, the headers first, without guards; ``ValueError`` for what is no table."""
    try:
        text = data.decode("utf-8-sig")
        for row in csv.reader(io.StringIO(text, newline=""), strict=True):
            yield [unguard(one) for one in row]
    except (csv.Error, UnicodeDecodeError) as error:
        raise ValueError(f"it is no table: {error}") from error
