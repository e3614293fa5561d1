"""Claims of a file: a row of a table each, or a line of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

import msgspec

from rawi.cli.faults import Fault
from rawi.ledger.terms import split_words
from rawi.model.source import Columns, Item, Outcome, Rejected
from rawi.sources.reader import read_inputs

#: Under which names the claims are looked for; null: as articles are (text, النص …).
_NAMES = ("claim", None, "claims", "الادعاء", "ادعاء", "الخبر")
_ABSENT = (".no-column", ".no-text-column", ".no-text")
_COLUMN = "rawi check --batch FILE --column NAME"


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
    refused: Iterator[Outcome] | None = None
    for name in names:
        found = read_inputs([path], None, Columns(text=name) if name else None)
        first = list(_until_known(found))
        if path == "-" or not _lacks_column(first):
            yield from _claims(path, chain(first, found))
            return
        refused = refused or chain(first, found)
    yield from _claims(path, refused or ())  # as it is told of the name that comes first


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
            yield _refused(path, one)
        elif isinstance(one, Item) and one.part is not None:
            yield _row(path, one.part, one.id, _text(one).strip())
        elif isinstance(one, Item):
            for number, line in enumerate(_text(one).splitlines(), 1):
                if line.strip():
                    yield _row(path, f"line {number}", None, line.strip())


def _refused(path: str, one: Rejected) -> Fault:
    """Return what is told of a part that gives no claim; of a whole table, which option says the column."""
    where = f"{path} {one.part or ''}".strip()
    if one.part and one.code.endswith(_ABSENT):
        return Fault("claim.empty", where, "its cell is empty")
    return Fault(one.code, where, one.message, _COLUMN if one.code.endswith(_ABSENT) else "")


def _row(path: str, part: str, id: str | None, claim: str) -> ClaimRow | Fault:
    """Return a claim of a file; a Fault for one without a word."""
    if not split_words(claim):
        return Fault("claim.empty", f"{path} {part}", "it has no word")
    return ClaimRow(part, id, claim)


def _text(item: Item) -> str:
    """Return the words of an item."""
    from rawi.documents.build import build_document

    return item.data if isinstance(item.data, str) else build_document(item).text
