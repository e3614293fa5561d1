"""What waits for people: entries that nobody reviewed, the doubtful first, in an order that stays."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from rawi.ledger.store import Store
from rawi.model.review import Reviewable


class Waiting(msgspec.Struct, frozen=True, gc=False):
    """An entry that nobody reviewed; ``label`` is that of its record, ``cursor`` leads on."""

    id: str
    kind: Reviewable
    document: str
    label: str
    doubtful: bool
    cursor: str


class Left(msgspec.Struct, frozen=True, gc=False):
    """How many entries of each kind wait, and how many of all of them are doubtful."""

    statements: int = 0
    figures: int = 0
    events: int = 0
    doubtful: int = 0

    @property
    def all(self) -> int:
        """How many wait."""
        return self.statements + self.figures + self.events


def find_waiting(
    store: Store, kind: Reviewable | None, document: str | None, after: str | None, limit: int
) -> Iterator[Waiting]:
    """Yield up to ``limit`` entries that wait: of a kind or all, of a document (its full id) or all.

    ``after`` is the cursor of an entry; ``ValueError`` if it is none.
    """
    certain, number = _place(after)
    for doubtful in (1, 0)[certain:]:
        if limit <= 0:
            return
        told: dict[str, Any] = {"doubtful": doubtful, "after": number, "kind": kind, "limit": limit}
        rows = (
            store.rows("waiting", told)
            if document is None
            else store.rows("waiting_in", {**told, "document": document})
        )
        for at, id, of, where, label in list(rows):
            limit -= 1
            yield Waiting(id, of, where, label or "", bool(doubtful), f"{1 - doubtful}.{at}")
        number = 0


def _place(cursor: str | None) -> tuple[int, int]:
    """Return what a cursor says: 0 among the doubtful, 1 among the certain, and after which number."""
    part, dot, number = (cursor or "0.0").partition(".")
    if part not in ("0", "1") or not (dot and number.isascii() and number.isdigit() and len(number) < 19):
        raise ValueError(f"{cursor!r} is no cursor; it comes from the page before")
    return int(part), int(number)


def count_waiting(store: Store) -> Left:
    """Count what waits."""
    (_, *unsure), (_, *certain) = sorted(store.rows("count_waiting"), reverse=True)
    statements, figures, events = map(sum, zip(unsure, certain, strict=True))
    return Left(statements, figures, events, sum(unsure))
