"""Adding to an event sheet: rows that stand there stay, and what would now be another row is a correction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rawi.errors import ExportError
from rawi.views.exports.cells import OR, Value
from rawi.views.exports.columns import name_columns
from rawi.views.exports.delimited import write_value
from rawi.views.exports.tables import APART, CORRECTION_COLUMNS, CORRECTIONS, EVENTS, HASH, Form, Line
from rawi.views.exports.workbook import clean

_ID, _ENTRIES = "rawi_id", "rawi_events"
_WITHDRAWN = "withdrawn"
Rows = Sequence[Sequence[Value]]


class Known(NamedTuple):
    """A row as the sheet has it: ``root`` the id that it first had, ``id`` the one that it had last, its
    values by column; ``change`` what a correction said of it."""

    root: str
    id: str
    values: dict[str, str]
    change: str = ""

    @property
    def entries(self) -> frozenset[str]:
        """The entries that made the row."""
        return frozenset(self.values.get(_ENTRIES, "").split(OR))


class Added(NamedTuple):
    """What comes to a sheet: new lines, corrections, and the lines of these."""

    lines: list[Line]
    corrections: list[list[Value]]
    corrected: list[Line]


def read_known(tables: Mapping[str, Rows], form: Form) -> list[Known]:
    """Return what a sheet says, its corrections last; ExportError if it has other columns than the form."""
    columns = {EVENTS: form.columns, APART: form.columns, CORRECTIONS: (*CORRECTION_COLUMNS, *form.columns)}
    if EVENTS not in tables:
        raise ExportError(f"it has no sheet {EVENTS}")
    known: list[Known] = []
    for name, expected in columns.items():
        header, *rows = tables.get(name) or [expected]
        own = list(header)[: len(expected)]  # people may add columns of their own behind
        if own not in (name_columns(expected), name_columns(expected, "ar")):
            raise ExportError(f"the columns of {name} are not those of this format")
        for row in rows:
            values = dict(zip(expected, map(write_text, row), strict=False))
            if any(values.values()):
                root = values.get("corrects") or values[_ID]
                known.append(Known(root, values[_ID], values, values.get("change", "")))
    return known


def write_text(value: Value) -> str:
    """Return a value as it is compared: as CSV writes it, and a workbook can hold it."""
    return str(clean(write_value(value)))


def add_lines(known: Sequence[Known], wanted: Sequence[Line], every: Sequence[Line], form: Form) -> Added:
    """Return what is to be added: ``wanted`` lines that no row tells, and corrections of rows that ``every``
    line of the ledger now tells otherwise."""
    roots: dict[str, set[str]] = {}
    latest: dict[tuple[str, str], Known] = {}
    for one in known:
        for entry in one.entries:
            roots.setdefault(entry, set()).add(one.root)
        latest[one.root, one.id] = one
    added = Added([], [], [])
    alive: set[str] = set()
    asked = {one.id for one in wanted}
    for line in every:
        told = sorted({root for entry in line.events for root in roots.get(entry, ())})
        alive.update(told)
        if not told and line.id in asked:
            added.lines.append(line)
        for root in told:
            _correct(added, root, line, latest, form)
    for one in known:
        if one.root not in alive and not _is_withdrawn(one.root, known):
            alive.add(one.root)
            blank: list[Value] = [None] * len(form.columns)
            added.corrections.append([one.root, _WITHDRAWN, None, *_with_id(blank, one, form)])
    return added


def _with_id(blank: list[Value], one: Known, form: Form) -> list[Value]:
    """Return an empty row with the id of what was withdrawn."""
    blank[form.columns.index(_ID)] = one.id
    return blank


def _is_withdrawn(root: str, known: Sequence[Known]) -> bool:
    """Is the last that a sheet says of a row that no report tells it any more?"""
    return [one.change for one in known if one.root == root][-1] == _WITHDRAWN


def _correct(
    added: Added, root: str, line: Line, latest: Mapping[tuple[str, str], Known], form: Form
) -> None:
    """Add a correction if a row says otherwise than its incident is told now."""
    before = latest.get((root, line.id))
    if before is not None and before.values.get(HASH) == line.hash and before.change != _WITHDRAWN:
        return
    stood = before or next(one for one in latest.values() if one.root == root)
    pairs = zip(form.columns, line.values, strict=True)
    changed = [
        column
        for column, value in pairs
        if column != HASH and stood.values.get(column, "") != write_text(value)
    ]
    added.corrections.append([root, "changed", " ".join(changed), *line.values])
    added.corrected.append(line)
