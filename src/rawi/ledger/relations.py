"""Relations across documents as the ledger has them: brought up to date, listed, found by id, checked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

import msgspec

from rawi.ledger.clock import utc_now
from rawi.ledger.contexts import build_context
from rawi.ledger.derivation import Derivation, Progress
from rawi.ledger.faults import AmbiguousId, LedgerDamaged, NotInLedger
from rawi.ledger.items import Items, Kind
from rawi.ledger.migrations import migrate
from rawi.ledger.sqlite import open_scratch
from rawi.ledger.store import Store
from rawi.model.relation import Comparison
from rawi.relations.members import RESULTS, Result
from rawi.relations.quantities.figures import FIGURES
from rawi.relations.quantities.verdicts import compare
from rawi.relations.registry import LAYERS

R = TypeVar("R", bound=Result)
_TWO = 2
#: What is compared when a ledger is checked: rows without the numbers that depend on the order of adding.
_CHECKED = ("items", "item_keys", "pairs", "blocks", "relations", "related")


class Relations:
    """The relations of one ledger."""

    def __init__(self, store: Store, layers: Sequence[Kind] = LAYERS) -> None:
        self._store, self._layers = store, layers
        self._derivation = Derivation(store, store, layers)

    def update(self, progress: Progress | None = None) -> int:
        """Relate what came since; return how many documents that were."""
        return self._derivation.update(progress)

    def is_stale(self) -> bool:
        """Tell whether anything came since the last update."""
        return self._derivation.is_stale()

    def waiting(self) -> int:
        """Return how many documents came since the last update."""
        return self._derivation.waiting()

    def counts(self) -> dict[str, int]:
        """Return how many results there are of each kind."""
        found: dict[str, int] = dict(self._store.rows("count_relations"))
        return {kind: found.get(kind, 0) for kind in RESULTS}

    def all(self, type: type[R]) -> Iterator[R]:
        """Yield all results of a type, by id."""
        kind = next(kind for kind, known in RESULTS.items() if known is type)
        for _, data in list(self._store.rows("relations_of_kind", (kind,))):
            yield _decode(data, type)

    def every(self, type: type[R]) -> tuple[R, ...]:
        """Return the same for lists that are asked for page by page: decoded once until something is
        written."""
        return self._store.remember(("relations", type), lambda: tuple(self.all(type)))

    def of(self, member: str, type: type[R]) -> list[R]:
        """Return the results of a type that a document or entry is in, by id."""
        kind = next(kind for kind, known in RESULTS.items() if known is type)
        return [_decode(data, type) for _, data in self._store.rows("relations_of_member", (member, kind))]

    def find(self, written: str) -> Result:
        """Return the result with this id, or the only one whose id begins so; E307 if there is none, E308 if
        there are several."""
        prefix = written.strip().lower()
        rows = list(self._store.rows("relations_by_prefix", (prefix,))) if prefix and prefix.isascii() else []
        if not rows:
            raise NotInLedger(f"nothing in the ledger has the id {written[:100]!r}")
        if len(rows) > 1 and rows[0][1] != prefix:
            raise AmbiguousId(f"{written!r} begins more than one id: {rows[0][1]}, {rows[1][1]} …")
        kind, _, data = rows[0]
        return _decode(data, RESULTS[kind])

    def compare_figures(self, a: str, b: str) -> Comparison | None:
        """Return the comparison of any two figures, by id, made on the spot; null where one of them counts
        nothing that can be compared, or is no figure."""
        items = Items(self._store, FIGURES)
        found = [items.item(number).value for number in items.numbers((a, b))]
        if len(found) != _TWO:
            return None
        return compare(found[0], found[1], build_context(self._store, self._store))

    def find_changed_tables(self) -> Iterator[str]:
        """Yield the derived tables whose rows are not what readings, entities and decisions give now."""
        scratch = open_scratch()
        try:
            migrate(scratch, utc_now, "")
            scratch.run_many("copy_document", list(self._store.rows("documents_in_view")))
            scratch.run_many("insert_current", list(self._store.rows("current_in_view")))
            scratch.follow_references()
            Derivation(self._store, scratch, self._layers).update()
            for table in _CHECKED:
                kept, made = (
                    sorted(one.rows(f"checked_{table}"), key=repr) for one in (self._store, scratch)
                )
                if kept != made:
                    yield table
        finally:
            scratch.close()


def _decode(data: str, type: type[R]) -> R:
    """Decode a result; LedgerDamaged if it does not."""
    try:
        return msgspec.json.decode(data, type=type)
    except msgspec.MsgspecError as error:
        raise LedgerDamaged(f"a relation does not decode: {error}; run rawi verify") from error
