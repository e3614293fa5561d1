"""Relations across documents, kept up to date document by document.

What is kept is what would be made of all documents at once: items depend on one document, pairs on two, and
groups and blocks are made anew as wholes where anything in them changed. Documents are taken in batches, a
transaction each, so an update that was stopped goes on where it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from typing import NamedTuple

from rawi.ledger.contexts import Ruled, build_context, read_verdicts
from rawi.ledger.groups import Groups, write_results
from rawi.ledger.identity import hash_rules
from rawi.ledger.items import Item, Items, Kind
from rawi.ledger.reading import load_reading
from rawi.ledger.store import Store, first
from rawi.model.relation import Report
from rawi.relations.layer import Blocks, Context

STATE = "relations"
BATCH = 128
_TABLES = ("relations", "blocks", "pairs", "item_keys", "items", "awaiting", "related")
#: Whose bytes decide what is related to what, beside the readings and entities.
_DECIDING = ("annotations", "arabic", "claims", "documents", "entities", "lexicons", "relations", "weights")

#: Told after each batch: how many documents are done, how many there are to do.
Progress = Callable[[int, int], None]


class _Document(NamedTuple):
    """A document to be related: ``report`` if its items have to be read, else it is only grouped anew;
    ``known`` if it was related before, so that it may have items."""

    number: int
    reading: int
    known: bool
    report: Report | None


class Derivation:
    """Keeps relations of the documents of ``source`` in the tables of ``derived``: mostly the same store."""

    def __init__(self, source: Store, derived: Store, layers: Sequence[Kind]) -> None:
        self._source, self._derived = source, derived
        self._layers = [Items(derived, layer) for layer in layers]
        self._fingerprint = fingerprint(layers)

    def is_stale(self) -> bool:
        """Tell whether documents, entities, decisions or rules came after the last update."""
        if first(self._derived, "index_state", (STATE,)) != (self._fingerprint,):
            return True
        return bool((first(self._derived, "count_unrelated") or (0,))[0])

    def waiting(self) -> int:
        """Return how many documents await being related."""
        return int((first(self._derived, "count_unrelated") or (0,))[0])

    def update(self, progress: Progress | None = None) -> int:
        """Relate all documents that await it, and return how many did."""
        self._start()
        todo = int((first(self._derived, "count_unrelated") or (0,))[0])
        done, last = 0, -1
        while True:
            with self._derived.transaction():  # asked inside: another process may have related them by now
                batch = [self._load(*row) for row in self._awaiting(last)]
                if not batch:
                    return done
                self._relate(batch)
            done, last = done + len(batch), batch[-1].number
            if progress is not None:
                progress(done, todo)

    def _start(self) -> None:
        """Clear the tables if other rules made them."""
        with self._derived.transaction():
            if first(self._derived, "index_state", (STATE,)) == (self._fingerprint,):
                return
            for table in _TABLES:
                self._derived.run(f"clear_{table}")
            self._derived.run("set_index_state", (STATE, self._fingerprint))

    def _awaiting(self, last: int) -> list[tuple[int, int, int | None]]:
        """Return the next documents that have to be related: number, reading, and the reading of which they
        were related before."""
        rows = self._derived.rows("unrelated", (last, BATCH))
        return [(number, reading, before) for number, reading, before in rows]

    def _load(self, number: int, reading: int, before: int | None) -> _Document:
        """Load what relations are made of."""
        if reading == before:
            return _Document(number, reading, True, None)
        loaded = load_reading(self._source, reading)
        return _Document(number, reading, before is not None, Report(loaded.record(), loaded.ids))

    def _relate(self, batch: Sequence[_Document]) -> None:
        """Bring all relations of some documents up to date."""
        context, ruled = build_context(self._source, self._derived), read_verdicts(self._source)
        around = {one.number for one in batch}
        for items in self._layers:
            if isinstance(items.layer, Blocks):
                self._rebuild(items, items.layer, batch, around, context, ruled)
                continue
            seeds, gone = _read_and_link(items, batch, around)
            moved = Groups(self._derived, items, context, ruled).renew(seeds, gone)
            if moved:
                around |= {number for number in map(self._number, moved) if number is not None}
                context = build_context(self._source, self._derived)
        for one in batch:
            self._derived.run("set_related", (one.number, one.reading))
            self._derived.run("settle", (one.number,))

    def _number(self, document: str) -> int | None:
        """Return the number of a document, null if it is not in the ledger."""
        found = first(self._source, "find_document", (document,))
        return int(found[0]) if found else None

    def _rebuild(
        self,
        items: Items,
        layer: Blocks,
        batch: Sequence[_Document],
        around: Iterable[int],
        context: Context,
        ruled: Ruled,
    ) -> None:
        """Make the blocks anew that documents were in or are in now."""
        changed: set[str] = set()
        added: dict[int, list[Item]] = {}
        for one in batch:
            if one.report is not None:
                if one.known:
                    changed |= {name for item in items.numbers_of(one.number) for name in items.blocks(item)}
                    items.drop(one.number)
                added[one.number] = items.add(one.number, one.report)
        for number in sorted(around):
            new = number in added
            for item in added[number] if new else items.of(number):
                changed |= items.put_into(item, frozenset(layer.blocks(item.value, context)), new=new)
        for name in sorted(changed):
            self._derived.run("delete_relations_at", (layer.name, name))
            found = layer.build(name, [item.value for item in items.in_block(name)], context)
            write_results(self._derived, layer.name, name, found, ruled)


def _read_and_link(
    items: Items, batch: Sequence[_Document], around: AbstractSet[int]
) -> tuple[set[int], set[str]]:
    """Read the items of fresh documents and link them; return the numbers of items whose groups may change,
    and the ids of those that are gone."""
    seeds: set[int] = set()
    gone: set[str] = set()
    for one in batch:
        if one.report is not None and one.known:
            for item in items.numbers_of(one.number):
                seeds |= items.neighbours(item)
            gone |= {item.id for item in items.drop(one.number)}
    fresh = ((one.number, one.report) for one in batch if one.report is not None)
    added = {number: items.add(number, report) for number, report in fresh}
    items.link([item for listed in added.values() for item in listed])
    seeds |= {item.number for listed in added.values() for item in listed}
    seeds |= {item for number in around - added.keys() for item in items.numbers_of(number)}
    return seeds, gone


@cache
def _rules() -> str:
    """Return the hash of all words and rules that decide."""
    return hash_rules(*_DECIDING)


def fingerprint(layers: Sequence[Kind]) -> str:
    """Return what makes relations: the layers with their versions, and a hash over all words and rules."""
    named = ",".join(f"{layer.name}/{layer.version}" for layer in layers)
    return f"{named}+{_rules()}"
