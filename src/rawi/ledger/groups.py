"""Groups of items that pairs hold together, made anew where something changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import msgspec
from msgspec.structs import replace

from rawi.ledger.contexts import Ruled
from rawi.ledger.items import Item, Items
from rawi.ledger.store import Store, first
from rawi.model.relation import Comparison, Duplicate, Pair, Story
from rawi.relations.copies.origins import choose_originals
from rawi.relations.layer import Context, Layer
from rawi.relations.members import RESULTS, Result, kind_of, members_of


class Component(NamedTuple):
    """Items that pairs hold together, by id, and those pairs, by the ids of their items."""

    items: list[Item]
    pairs: list[Pair]


Told = dict[str, set[str]]


class Groups:
    """The groups of one layer, in a context."""

    def __init__(self, store: Store, items: Items, context: Context, ruled: Ruled) -> None:
        assert isinstance(items.layer, Layer)
        self._store, self._items, self._layer = store, items, items.layer
        self._context, self._ruled = context, ruled
        self._pairs = msgspec.msgpack.Decoder(items.layer.pair)
        self._bonds = _find_bonds(context.together)

    def renew(self, seeds: Iterable[int], gone: Iterable[str]) -> set[str]:
        """Make the groups around some items anew; return the documents of which later layers are told
        something else than before: another story, another original."""
        components: list[Component] = []
        seen: set[int] = set()
        ids, waiting = set(gone), set(seeds)
        asked = not ids
        old: dict[int, Result] = {}
        while waiting or not asked:  # what is gone may have been a group of its own, with nothing left of it
            for one in self._find(waiting, seen):
                components.append(one)
                ids |= {item.id for item in one.items}
            found = {number: result for number, result in self._with(ids) if number not in old}
            asked = True
            old |= found
            members = {id for result in found.values() for id in members_of(result)} - ids
            waiting = set(self._items.numbers(members)) - seen
            ids |= members
        self._store.run_many("delete_relation", [(number,) for number in sorted(old)])
        fresh = [result for one in components for result in self._group(one)]
        write_results(self._store, self._layer.name, "", fresh, self._ruled)
        return _moved(_told(old.values()), _told(fresh))

    def _group(self, component: Component) -> Iterator[Result]:
        """Yield the groups of one connected set."""
        values = [item.value for item in component.items]
        yield from self._layer.group(values, component.pairs, self._context)

    def _with(self, ids: Iterable[str]) -> Iterator[tuple[int, Result]]:
        """Yield the results that are of any of some items."""
        for id in sorted(ids):
            for number, kind, data in list(self._store.rows("relations_with", (id, self._layer.name))):
                yield number, msgspec.json.decode(data, type=RESULTS[kind])

    def _find(self, seeds: Iterable[int], seen: set[int]) -> Iterator[Component]:
        """Yield the connected sets around some items that were not seen yet, with the pairs inside; what
        people put together is connected too."""
        for seed in sorted(seeds):
            if seed in seen or first(self._store, "item", (seed,)) is None:
                continue
            members, pairs = self._reach(seed)
            seen |= members
            inside = (pair for (a, b), pair in pairs.items() if a in members and b in members)
            ordered = sorted(inside, key=lambda pair: (pair.a, pair.b))
            yield Component(sorted(map(self._items.item, members), key=lambda one: one.id), ordered)

    def _reach(self, seed: int) -> tuple[set[int], dict[tuple[int, int], Pair]]:
        """Return the items that hang together with one, and all pairs of any of them."""
        members, pairs = {seed}, dict[tuple[int, int], Pair]()
        waiting = [seed]
        while waiting:
            number = waiting.pop()
            ends = self._bound_to(number)
            for a, b, data in self._store.rows("neighbours", (number,)):
                if (a, b) not in pairs:
                    pair = pairs[a, b] = self._pairs.decode(data)
                    if self._layer.ties(pair):
                        ends |= {a, b}
            waiting += ends - members
            members |= ends
        return members, pairs

    def _bound_to(self, number: int) -> set[int]:
        """Return the items that people put together with one."""
        bound = self._bonds.get(self._items.item(number).id, ()) if self._bonds else ()
        return set(self._items.numbers(bound)) if bound else set()


def _find_bonds(together: Iterable[frozenset[str]]) -> Mapping[str, set[str]]:
    """Return the documents that people put together with each."""
    bonds: dict[str, set[str]] = defaultdict(set)
    for documents in together:
        for document in documents:
            bonds[document] |= documents
    return bonds


def write_results(store: Store, layer: str, place: str, results: Iterable[Any], ruled: Ruled) -> None:
    """Write results with the documents and entries that they are of; what people decided comes first."""
    for made in results:
        result = _overruled(made, ruled) if isinstance(made, Comparison) else made
        row = (layer, place, kind_of(result), result.id, msgspec.json.encode(result).decode())
        ((number,),) = list(store.rows("insert_relation", row))
        store.run_many("insert_relation_member", [(number, id) for id in members_of(result)])


def _overruled(made: Comparison, ruled: Ruled) -> Comparison:
    """Return a comparison with the verdict of a person, where there is one."""
    if (found := ruled.get(frozenset((made.a, made.b)))) is None:
        return made
    number, verdict = found
    aspect = made.aspect if verdict == made.verdict else None
    return replace(made, verdict=verdict, machine=made.verdict, decided=number, aspect=aspect)


def _told(results: Iterable[Result]) -> Told:
    """Return what later layers are told of each document: its story, and what it goes back to."""
    told: Told = defaultdict(set)
    known = list(results)
    for result in known:
        if isinstance(result, Story):
            for document in result.documents:
                told[document].add(f"{result.id} {result.confidence}")
    copies = (result for result in known if isinstance(result, Duplicate))
    for document, original in choose_originals(copies).items():
        told[document].add(original)
    return told


def _moved(before: Told, after: Told) -> set[str]:
    """Return the documents of which something else is told."""
    return {
        document for document in before.keys() | after.keys() if before.get(document) != after.get(document)
    }
