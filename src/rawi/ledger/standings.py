"""How entries stand after what people decided: marked on every answer, and left out where rejected.

What a person rejected is no fact any more: lists pass over it and count what they passed over, series and
checks of claims go without it. What the machine read is never changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

import msgspec

from rawi.ledger.answers import EventView
from rawi.ledger.faults import LedgerDamaged
from rawi.ledger.results import Count, Said
from rawi.ledger.store import Row, Store, first
from rawi.model.relation import Series
from rawi.model.review import Correction, Review, Reviewable, Reviewed
from rawi.model.span import Span

V = TypeVar("V", bound=Said | Count | EventView)
Raw = TypeVar("Raw")
Built = TypeVar("Built")
_LEAST = 2  # figures of a course through time


class Detail(msgspec.Struct, frozen=True):
    """What a row keeps of a review as JSON."""

    of: Reviewable
    start: int
    end: int
    corrections: tuple[Correction, ...] = ()


def read_review(row: Row) -> Review:
    """Build the review of a row; LedgerDamaged for one that does not decode."""
    number, at, who, kind, target, document, entry, detail, why = row
    try:
        told = msgspec.json.decode(detail, type=Detail | None)
    except msgspec.MsgspecError as error:
        raise LedgerDamaged(f"review {number} does not decode: {error}; run rawi verify") from error
    if told is None:
        return Review(number, at, who, kind, why, target=target)
    span = Span(told.start, told.end)
    return Review(number, at, who, kind, why, document, entry, told.of, span, told.corrections)


class Standings:
    """How the entries of a ledger stand, as of when it is made; of a ledger that nobody reviewed nothing is
    asked twice."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._any = first(store, "any_reviewed") is not None
        self.rejected = frozenset(str(id) for (id,) in store.rows("rejected")) if self._any else frozenset()

    def of(self, id: str) -> Reviewed | None:
        """Return how an entry stands; null if nobody reviewed it."""
        row = first(self._store, "reviewed", (id,)) if self._any else None
        if row is None:
            return None
        _, standing, carried, *rest = row
        one = read_review(tuple(rest))
        return Reviewed(standing, one.number, one.who, one.at, one.corrections, carried=bool(carried))

    def mark(self, view: V) -> V:
        """Return a view of an entry with how it stands."""
        found = self.of(view.id)
        return view if found is None else msgspec.structs.replace(view, review=found)

    def thin(self, series: Series) -> Series:
        """Return a series without the figures that people rejected, and the origins of the others."""
        if not any(one.figure in self.rejected for one in series.points):
            return series
        kept = tuple(one for one in series.points if one.figure not in self.rejected)
        known = {one.origin for one in kept}
        origins = tuple(one for one in series.origins if one in known)
        return msgspec.structs.replace(series, points=kept, origins=origins)

    def has_course(self, series: Series) -> bool:
        """Are enough figures left of a series, if people rejected any?"""
        left = sum(1 for one in series.points if one.figure not in self.rejected)
        return left == len(series.points) or left >= _LEAST


class Sifted(Iterator[V], Generic[V]):
    """Entries as they are asked for, each with how it stands.

    What people rejected is passed over, and ``hidden`` counts it, unless all is to be ``kept``.
    """

    def __init__(self, store: Store, found: Iterable[V], *, kept: bool = False) -> None:
        self._found: Iterator[V] = iter(found)
        self._kept, self._standings = kept, Standings(store)
        self.hidden = 0

    def __next__(self) -> V:
        for one in self._found:
            if self._kept or one.id not in self._standings.rejected:
                return self._standings.mark(one)
            self.hidden += 1
        raise StopIteration
