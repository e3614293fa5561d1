"""All cases, and the corpus written to a folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.hostile import (
    archives,
    damage,
    encodings,
    feeds,
    fields,
    floods,
    hidden,
    huge,
    letters,
    markup,
    orders,
    packed,
    patterns,
    quotations,
    rows,
    special,
    values,
)
from tests.hostile.case import Case

CLASSES = (
    encodings,
    damage,
    letters,
    huge,
    quotations,
    patterns,
    values,
    orders,
    hidden,
    fields,
    markup,
    feeds,
    rows,
    floods,
    archives,
    packed,
    special,
)


def all_cases() -> list[Case]:
    """Return every case, in a fixed order; no two of a class have the same name."""
    return [case for one in CLASSES for case in one.all_cases()]


def write_corpus(folder: Path, cases: Iterable[Case] | None = None) -> Iterator[tuple[Case, Path]]:
    """Make the cases below ``folder``, one folder for each class, and yield each with its path."""
    for case in cases if cases is not None else all_cases():
        path = folder / case.kind / case.name
        path.parent.mkdir(parents=True, exist_ok=True)
        case.make(path)
        yield case, path
