"""Claims of a file: a row of a table each, or a line of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

import msgspec

from rawi.cli.faults import Fault
from rawi.model.source import Columns, Item, Outcome, Rejected
from rawi.sources.reader import read_inputs

#: Under which names the claims are looked for; null: as articles are (text, النص …).
_NAMES = ("claim", None, "claims", "الادعاء", "ادعاء", "الخبر")
_ABSENT = (".no-column", ".no-text-column", ".no-text")


class ClaimRow(msgspec.Struct, frozen=True):
    """A claim: the number of its row or line, its id there, the words."""

    row: str
    id: str | None
    claim: str


def read_claims(path: str, column: str | None = None) -> Iterator[ClaimRow | Fault]:
    """Yield the claims of a file, and a Fault for every part that gives none.

    ``column`` is the name of their column; without it the usual names are tried, one after the other.
    """
    names = (column,) if column else _NAMES
    for number, name in enumerate(names, 1):
        found = read_inputs([path], None, Columns(text=name) if name else None)
        first = list(_until_known(found))
        if number == len(names) or not _lacks_column(first) or path == "-":
            yield from _claims(path, chain(first, found))
            return


def _until_known(found: Iterator[Outcome]) -> Iterator[Outcome]:
    """Yield outcomes up to the first that tells whether the table has the column."""
    for one in found:
        yield one
        if isinstance(one, Item | Rejected):
            return


def _lacks_column(first: Sequence[Outcome]) -> bool:
    """Is the table refused for want of the column, or its first row?"""
    return any(isinstance(one, Rejected) and one.code.endswith(_ABSENT) for one in first)


def _claims(path: str, found: Iterable[Outcome]) -> Iterator[ClaimRow | Fault]:
    """Yield the claims of what was read."""
    for one in found:
        if isinstance(one, Rejected):
            yield Fault(one.code, f"{path} {one.part or ''}".strip(), one.message)
        elif isinstance(one, Item) and one.part is not None:
            yield ClaimRow(one.part, one.id, _text(one).strip())
        elif isinstance(one, Item):
            for number, line in enumerate(_text(one).splitlines(), 1):
                if line.strip():
                    yield ClaimRow(f"line {number}", None, line.strip())


def _text(item: Item) -> str:
    """Return the words of an item."""
    from rawi.documents.build import build_document

    return item.data if isinstance(item.data, str) else build_document(item).text
