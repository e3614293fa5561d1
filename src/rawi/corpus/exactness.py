"""Amounts as doubles and back: what a double does not hold, or would give back as another kind of number.

A record has whole numbers and fractions (``3000``, ``2.5``); a column has doubles. A whole double is read
back as a whole number; for all others the number stands as text beside the document, by label and field.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite
from typing import Any

import msgspec

from rawi.model.record import Record

#: The fields of figures, of events and of the tolls within events that hold amounts.
_FIGURE = ("low", "high")
_EVENT = ("killed", "injured", "abducted", "arrested")


def note_exact(record: Record) -> str | None:
    """Return as JSON the amounts of a record that do not come back from a double; null if all do."""
    found = {
        place: msgspec.json.encode(value).decode() for place, value in _amounts(record) if _is_lost(value)
    }
    return msgspec.json.encode(found, order="sorted").decode() if found else None


def _is_lost(value: int | float) -> bool:
    """Would a double, whole ones read as whole numbers, give another value or another type?"""
    if isinstance(value, float):
        return value.is_integer()
    return abs(value) > 1 << 53 and (abs(value) >= 1 << 1023 or int(float(value)) != value)


def _amounts(record: Record) -> Iterator[tuple[str, Any]]:
    """Yield all amounts of a record with their places (``f3.low``, ``e1.tolls.0.high``)."""
    for figure in record.figures:
        yield from _of(figure, figure.id, _FIGURE)
    for event in record.events:
        yield from _of(event, event.id, _EVENT)
        for number, toll in enumerate(event.tolls):
            yield from _of(toll, f"{event.id}.tolls.{number}", _FIGURE)


def _of(struct: msgspec.Struct, place: str, fields: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    """Yield the amounts of some fields."""
    for name in fields:
        if (value := getattr(struct, name)) is not None:
            yield f"{place}.{name}", value


def restore_amounts(table: str, row: dict[str, Any], exact: dict[str, str]) -> None:
    """Put the amounts of a row of a table back as the record had them."""
    if table == "figures":
        _restore(row, row["id"], _FIGURE, exact)
    elif table == "events":
        _restore(row, row["id"], _EVENT, exact)
        for number, toll in enumerate(row["tolls"]):
            _restore(toll, f"{row['id']}.tolls.{number}", _FIGURE, exact)


def _restore(row: dict[str, Any], place: str, fields: tuple[str, ...], exact: dict[str, str]) -> None:
    """Put back the amounts of some fields. ValueError for what no record has: it would be stored as null."""
    for name in fields:
        value = row[name]
        if isinstance(value, float) and not isfinite(value):
            raise ValueError(f"{place}.{name} is {value}")
        if (told := exact.get(f"{place}.{name}")) is not None:
            row[name] = msgspec.json.decode(told)
        elif isinstance(value, float) and value.is_integer():
            row[name] = int(value)
