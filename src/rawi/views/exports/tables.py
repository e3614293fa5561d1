"""Tables of an event sheet: events, those denied or planned, corrections, and the words behind every cell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from rawi.ledger.dockets import Docket
from rawi.views.exports import acled, ucdp
from rawi.views.exports.cells import Cell, Proof, Row, Value
from rawi.views.exports.incidents import hash_row, is_apart

EVENTS, APART, CORRECTIONS, EVIDENCE, README = (
    "events", "denied_planned", "corrections", "evidence", "README",
)  # fmt: skip
EVIDENCE_COLUMNS = (
    "row", "row_hash", "column", "value", "rule", "entry", "document", "start", "end", "words",
)  # fmt: skip
#: What a correction says before the row as it is now.
CORRECTION_COLUMNS = ("corrects", "change", "changed_columns")
HASH = "row_hash"


class Table(NamedTuple):
    """A table by name: its columns, and rows with as many values."""

    name: str
    columns: tuple[str, ...]
    rows: Sequence[Sequence[Value]]


class Line(NamedTuple):
    """One row of a sheet with the evidence of its cells; ``apart`` if nothing of it is said to have
    happened."""

    id: str
    events: frozenset[str]
    hash: str
    values: tuple[Value, ...]
    evidence: tuple[tuple[Value, ...], ...]
    apart: bool


class Form(NamedTuple):
    """A kind of event sheet: its columns, what it says of itself, and how a row is built."""

    columns: tuple[str, ...]
    label: str
    build: Callable[[Docket], Row]


FORMS = {
    "acled-like": Form((*acled.COLUMNS, HASH), acled.LABEL, acled.build_row),
    "ucdp-like": Form((*ucdp.COLUMNS, HASH), ucdp.LABEL, ucdp.build_row),
}


def build_lines(dockets: Iterable[Docket], form: Form) -> list[Line]:
    """Return a line for each incident."""
    return [_build_line(one, form, form.build(one)) for one in dockets]


def _build_line(docket: Docket, form: Form, cells: Row) -> Line:
    """Return the line of an incident."""
    columns = form.columns[:-1]
    values = [cells[column].value for column in columns]
    hash = hash_row(values)
    evidence = [
        (docket.id, hash, column, cells[column].value, *proved)
        for column in columns
        for proved in _prove(cells[column])
    ]
    events = frozenset(one.id for one in docket.accounts)
    return Line(docket.id, events, hash, (*values, hash), tuple(evidence), is_apart(docket))


def _prove(cell: Cell) -> list[tuple[Value, ...]]:
    """Return what stands behind a cell: a line for each proof, one with the reason for a cell that has none;
    nothing where the text is silent."""
    if cell.proofs:
        return [_line(cell, one) for one in dict.fromkeys(cell.proofs)]
    return [] if cell.value is None and cell.rule == "silent" else [(cell.rule, None, None, None, None, None)]


def _line(cell: Cell, proof: Proof) -> tuple[Value, ...]:
    """Return the end of an evidence line: rule, entry, document, start, end, words."""
    rule = "; ".join(part for part in (cell.rule, proof.rule) if part)
    start, end = (proof.span.start, proof.span.end) if proof.span else (None, None)
    return rule, proof.entry, proof.document, start, end, proof.words


def build_tables(
    lines: Sequence[Line], form: Form, corrections: Sequence[Sequence[Value]] = ()
) -> list[Table]:
    """Return the tables of an event sheet."""
    return [
        Table(EVENTS, form.columns, [one.values for one in lines if not one.apart]),
        Table(APART, form.columns, [one.values for one in lines if one.apart]),
        Table(CORRECTIONS, (*CORRECTION_COLUMNS, *form.columns), corrections),
        Table(EVIDENCE, EVIDENCE_COLUMNS, [each for one in lines for each in one.evidence]),
    ]
