"""Checked claims as rows of a sheet: CSV for spreadsheets, JSON lines for programs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from rawi.ledger.answers import Checked, Stand, Summary, Understood
from rawi.ledger.results import Count
from rawi.views.amounts import render_amount
from rawi.views.checks import list_parts
from rawi.views.jsonl import encode_line
from rawi.views.labels import Language, label

_MARK = "\ufeff"  # by which a spreadsheet knows UTF-8
_GUARDED = ("=", "+", "-", "@", "\t", "\r")  # a cell that begins so would be a formula
_BETWEEN = " | "
_MOST = 10


class CheckedRow(msgspec.Struct, frozen=True):
    """A checked claim on one row. ``read`` is how it was understood, by part; ``best`` the id of the closest
    entry, ``stand`` how it stands to the claim, ``words`` and ``address`` its own; ``values`` the same
    quantity with other values; ``missing`` and ``warnings`` are codes. ``error`` says why a row gave no
    claim; nothing else is told of it."""

    row: str
    id: str | None
    claim: str
    read: dict[str, str]
    summary: Summary | None
    best: str | None
    stand: Stand | None
    words: str | None
    address: str | None
    values: tuple[str, ...]
    origins: tuple[str, ...]
    missing: tuple[str, ...]
    warnings: tuple[str, ...]
    error: str = ""


def build_row(row: str, id: str | None, checked: Checked, language: Language = "en") -> CheckedRow:
    """Build the row of a checked claim, the numbers worded in a language."""
    best = next(iter(checked.closest), None)
    read = checked.understood
    values = (_value(one, language) for one in checked.values)
    return CheckedRow(
        row=row,
        id=id,
        claim=read.claim,
        read={**dict(list_parts(read, language)), "polarity": read.polarity},
        summary=checked.summary,
        best=best.entry.id if best else None,
        stand=best.stand if best else None,
        words=best.entry.words if best else None,
        address=best.entry.address if best else None,
        values=tuple(dict.fromkeys(values))[:_MOST],
        origins=tuple(one.name for one in checked.origins),
        missing=tuple(f"{one.code}: {one.a}" if one.a else one.code for one in checked.missing),
        warnings=read.notes,
    )


def _value(one: Count, language: Language) -> str:
    """Return another value, marked where it is denied."""
    told = render_amount(one.figure, language)
    return f"{told} ({label('denied', language)})" if one.denied else told


def refuse_row(row: str, error: str) -> CheckedRow:
    """Build the row of what gave no claim."""
    read = {**dict.fromkeys(dict(list_parts(Understood(""))), ""), "polarity": ""}
    return CheckedRow(row, None, "", read, None, None, None, None, None, (), (), (), (), error)


def encode_rows(
    rows: Iterable[CheckedRow], form: str, language: Language = "en", *, mark: bool = False
) -> Iterator[bytes]:
    """Yield rows as ``csv`` or ``jsonl``; a CSV begins with the names of its columns and, for a file
    (``mark``), with the mark by which spreadsheets know UTF-8."""
    if form == "jsonl":
        yield from map(encode_line, rows)
        return
    yield (_MARK if mark else "").encode()
    for number, row in enumerate(rows):
        cells = _cells(row, language)
        if not number:
            yield _line(cells)
        yield _line(cells.values())


def _cells(row: CheckedRow, language: Language) -> dict[str, str]:
    """Return the cells of a row by the names of their columns."""
    fields: dict[str, Any] = msgspec.structs.asdict(row)
    read = {f"read_{name}": value for name, value in fields.pop("read").items()}
    said = {
        "summary_words": label(f"summary.{row.summary}", language) if row.summary else "",
        "stand_words": label(f"stand.{row.stand}", language) if row.stand else "",
        "polarity_words": label(row.read["polarity"], language) if row.read["polarity"] else "",
        "missing_words": tuple(_missing(code, language) for code in row.missing),
        "warnings_words": tuple(label(f"note.{code}", language) for code in row.warnings),
    }
    head = {name: fields.pop(name) for name in ("row", "id", "claim")}
    return {name: _cell(value) for name, value in {**head, **read, **fields, **said}.items()}


def _missing(told: str, language: Language) -> str:
    """Return what is missing in words."""
    code, _, value = told.partition(": ")
    return label(f"missing.{code}", language).format(value)


def _cell(value: object) -> str:
    """Return a value as text that no spreadsheet takes for a formula."""
    text = _BETWEEN.join(value) if isinstance(value, tuple) else str(value or "")
    return f"'{text}" if text.startswith(_GUARDED) else text


def _line(cells: Iterable[str]) -> bytes:
    """Return cells as a line of CSV."""
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue().encode("utf-8", "replace")
