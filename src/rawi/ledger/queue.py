"""What waits for people: entries that nobody reviewed, the doubtful first, in an order that stays."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from rawi.ledger.store import Store, first
from rawi.ledger.timeline import parse_days
from rawi.model.review import Review, Reviewable


class Waiting(msgspec.Struct, frozen=True, gc=False):
    """An entry that nobody reviewed; ``label`` is that of its record, ``cursor`` leads on."""

    id: str
    kind: Reviewable
    document: str
    label: str
    doubtful: bool
    cursor: str
    rule: str = ""


class Wanted(msgspec.Struct, frozen=True):
    """Which entries are asked for; null asks for all. ``document`` and ``documents`` are full ids, ``since``
    a day (EDTF) from which on an article was published or stored; ``rule`` read the entry."""

    kind: Reviewable | None = None
    document: str | None = None
    outlet: str | None = None
    rule: str | None = None
    since: str | None = None
    doubtful: bool | None = None
    documents: tuple[str, ...] | None = None

    @property
    def parameters(self) -> dict[str, Any]:
        """What the statements of the queue are given; ``ValueError`` for a day that is none."""
        documents = self.documents if self.document is None else (self.document,)
        since = parse_days(self.since)[0] if self.since else None
        listed = None if documents is None else msgspec.json.encode(documents).decode()
        return {
            "kind": self.kind, "outlet": self.outlet, "rule": self.rule, "since": since, "documents": listed
        }  # fmt: skip


class Similar(msgspec.Struct, frozen=True, gc=False):
    """A decision about an entry like another one: by the same rule, of the same voice, of the same thing."""

    review: Review
    rule: bool
    voice: bool
    counted: bool


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


def find_waiting(store: Store, wanted: Wanted, after: str | None, limit: int) -> Iterator[Waiting]:
    """Yield up to ``limit`` entries that wait, the doubtful first.

    ``after`` is the cursor of an entry; ``ValueError`` if it is none, and for a day that is none.
    """
    certain, number = _place(after)
    asked = wanted.parameters
    name = "waiting" if asked["documents"] is None else "waiting_in"
    for doubtful in (1, 0)[certain:]:
        if limit <= 0:
            return
        if wanted.doubtful in (None, bool(doubtful)):
            told = asked | {"doubtful": doubtful, "after": number, "limit": limit}
            for at, id, of, where, label, rule in list(store.rows(name, told)):
                limit -= 1
                yield Waiting(id, of, where, label or "", bool(doubtful), f"{1 - doubtful}.{at}", rule)
        number = 0


def _place(cursor: str | None) -> tuple[int, int]:
    """Return what a cursor says: 0 among the doubtful, 1 among the certain, and after which number."""
    part, dot, number = (cursor or "0.0").partition(".")
    if part not in ("0", "1") or not (dot and number.isascii() and number.isdigit() and len(number) < 19):
        raise ValueError(f"{cursor!r} is no cursor; it comes from the page before")
    return int(part), int(number)


def count_waiting(store: Store, wanted: Wanted | None = None) -> Left:
    """Count what waits, all or what is asked for."""
    asked = (wanted or Wanted()).parameters
    doubts = None if wanted is None or wanted.doubtful is None else int(wanted.doubtful)
    found: dict[int, tuple[int, ...]] = {0: (0, 0, 0), 1: (0, 0, 0)}
    narrowed = doubts is not None or any(value is not None for value in asked.values())
    if not narrowed:
        found |= {doubtful: tuple(counts) for doubtful, *counts in store.rows("count_waiting")}
    else:
        name = "count_waiting_of" if asked["documents"] is None else "count_waiting_in"
        for doubtful in (0, 1) if doubts is None else (doubts,):
            row = first(store, name, asked | {"doubtful": doubtful})
            found[doubtful] = tuple(row) if row else (0, 0, 0)
    statements, figures, events = map(sum, zip(found[1], found[0], strict=True))
    return Left(statements, figures, events, sum(found[1]))
