"""What a file holds before a sheet is written over it: nothing that would be lost is overwritten."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from rawi.errors import ExportError, SheetKept, SourceError
from rawi.model.source import Limits
from rawi.sources.workbooks import check_workbook
from rawi.views.exports.appending import Rows, read_known, write_text
from rawi.views.exports.cells import Value
from rawi.views.exports.columns import name_columns
from rawi.views.exports.delimited import read_csv
from rawi.views.exports.entries import COLUMNS
from rawi.views.exports.tables import (
    APART,
    CORRECTIONS,
    EVENTS,
    EVIDENCE,
    EVIDENCE_COLUMNS,
    FORMS,
    HASH,
    README,
    Form,
)
from rawi.views.exports.workbook import read_book

_BOOK = ".xlsx"
_ID = "rawi_id"


def refuse_loss(files: Mapping[str, str], format: str) -> None:
    """Raise SheetKept if one of the ``files`` of a sheet, by table, holds something else than a sheet of this
    format as Rawi wrote it. A device or an empty file holds nothing."""
    there = {name: path for name, path in files.items() if os.path.isfile(path) and os.path.getsize(path)}
    if not there:
        return
    try:
        tables = read_tables(there)
        why = _find_loss(tables, FORMS[format]) if format in FORMS else _find_other(tables)
    except (ExportError, SourceError, ValueError):
        why = "it is no table of this format"
    if why:
        raise SheetKept(f"{next(iter(there.values()))}: {why}")


def refuse_lines(path: str) -> None:
    """Raise SheetKept if a file that is there is a table, which JSON lines would replace."""
    if path.lower().endswith((".csv", _BOOK)) and os.path.isfile(path) and os.path.getsize(path):
        raise SheetKept(f"{path}: it holds a table, and JSON lines would replace it")


def read_tables(files: Mapping[str, str]) -> dict[str, Rows]:
    """Return the tables of the files that there are; ``ValueError`` or SourceError for what is none."""
    tables: dict[str, Rows] = {}
    for name, path in files.items():
        data = Path(path).read_bytes()
        if path.lower().endswith(_BOOK):
            check_workbook(data, Limits())
            tables |= {sheet: rows for sheet, rows in read_book(data).items() if sheet != README}
        else:
            tables[name] = list(read_csv(data))
    return tables


def _find_other(tables: Mapping[str, Rows]) -> str:
    """Return why a table of entries cannot take the place of others; empty if they are the like of it."""
    header = list(next(iter(tables.get(EVENTS, ())), ()))
    known = set(tables) <= {EVENTS} and header in (name_columns(COLUMNS), name_columns(COLUMNS, "ar"))
    return "" if known else "it is no table of this format"


def _find_loss(tables: Mapping[str, Rows], form: Form) -> str:
    """Return what of a sheet would be lost, empty if it is as Rawi wrote it."""
    proofs = list(tables.get(EVIDENCE) or [name_columns(EVIDENCE_COLUMNS)])
    if list(proofs[0]) not in (name_columns(EVIDENCE_COLUMNS), name_columns(EVIDENCE_COLUMNS, "ar")):
        return "it is no table of this format"
    read_known({EVENTS: [name_columns(form.columns)]} | dict(tables), form)
    if len(tables.get(CORRECTIONS, ())) > 1:
        return "it has corrections of earlier rows"
    written = {
        (write_text(row), write_text(hash), write_text(column)): write_text(value)
        for row, hash, column, value, *_ in (_fill(one, len(EVIDENCE_COLUMNS)) for one in proofs[1:])
    }
    rows = [row for name in (EVENTS, APART) for row in tables.get(name, ())[1:]]
    wide = any(
        len(_trim(row)) > len(form.columns) for name in (EVENTS, APART) for row in tables.get(name, ())
    )
    if wide or any(_is_edited(row, written, form) for row in rows):
        return "people wrote into it"
    return ""


def _is_edited(row: Sequence[Value], written: Mapping[tuple[str, str, str], str], form: Form) -> bool:
    """Does a row say otherwise than the evidence that was written with it?"""
    values = dict(zip(form.columns, map(write_text, _fill(row, len(form.columns))), strict=False))
    if not any(values.values()):
        return False
    own = values[_ID], values[HASH]
    return any(values[name] != written.get((*own, name), "") for name in form.columns if name != HASH)


def _fill(row: Sequence[Value], size: int) -> list[Value]:
    """Return a row with so many cells at least."""
    return [*row, *[None] * (size - len(row))]


def _trim(row: Sequence[Value]) -> list[Value]:
    """Return a row without the empty cells at its end."""
    cells = list(row)
    while cells and cells[-1] in (None, ""):
        cells.pop()
    return cells
