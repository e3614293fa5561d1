"""Items of relations as the ledger keeps them: read from documents, found by keys, joined in pairs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import msgspec

from rawi.ledger.store import Store
from rawi.model.relation import Report
from rawi.relations.layer import Blocks, Layer, key_of

Kind = Layer | Blocks
_KEPT = 4_096  # decoded items held at hand


class Item(NamedTuple):
    """One item: its row's number and the struct that its layer made; a new one with its keys."""

    number: int
    id: str
    value: Any
    keys: Sequence[int] = ()


class Items:
    """The items of one layer in a store of derived tables."""

    def __init__(self, store: Store, layer: Kind) -> None:
        self._store, self.layer = store, layer
        self._decoder = msgspec.msgpack.Decoder(layer.item)
        self._encoder = msgspec.msgpack.Encoder()
        self._salt = key_of(layer.name)
        self._decoded = lru_cache(_KEPT)(self._load)

    def of(self, document: int) -> list[Item]:
        """Return the items of a document, by id."""
        rows = self._store.rows("items_of_document", (document, self.layer.name))
        return [Item(number, id, self._decoder.decode(data)) for number, id, data in rows]

    def numbers_of(self, document: int) -> set[int]:
        """Return the numbers of the items of a document."""
        return {number for (number,) in self._store.rows("numbers_of_document", (document, self.layer.name))}

    def item(self, number: int) -> Item:
        """Return an item by number."""
        return self._decoded(number)

    def _load(self, number: int) -> Item:
        """Load an item by number."""
        ((number, id, data),) = self._store.rows("item", (number,))
        return Item(number, id, self._decoder.decode(data))

    def numbers(self, ids: Iterable[str]) -> list[int]:
        """Return the numbers of the items with these ids, as far as there are any."""
        wanted = msgspec.json.encode(sorted(ids)).decode()
        return [number for (number,) in self._store.rows("item_numbers", (self.layer.name, wanted))]

    def in_block(self, name: str) -> list[Item]:
        """Return the items of a block, by id."""
        rows = self._store.rows("items_of_block", (self.layer.name, name))
        return [Item(number, id, self._decoder.decode(data)) for number, id, data in rows]

    def drop(self, document: int) -> list[Item]:
        """Take away the items of a document, with their keys and pairs, and return them."""
        gone = self.of(document)
        for item in gone:
            self._store.run_many("delete_item_key", [(key, item.number) for key in self._keys(item.value)])
            self._store.run("delete_pairs", (item.number,))
            self._store.run("delete_item_blocks", (item.number, self.layer.name))
            self._store.run("delete_item", (item.number,))
        self._decoded.cache_clear() if gone else None
        return gone

    def add(self, document: int, report: Report) -> list[Item]:
        """Write what a report brings to the layer, and return it."""
        values = list(self.layer.read(report))
        ((last,),) = self._store.rows("last_item")
        added = [Item(at, one.id, one, self._keys(one)) for at, one in enumerate(values, last + 1)]
        rows = [
            (one.number, self.layer.name, document, one.id, self._encoder.encode(one.value)) for one in added
        ]
        self._store.run_many("insert_item", rows)
        keys = sorted((key, one.number) for one in added for key in one.keys)
        self._store.run_many("insert_item_key", keys)
        return added

    def _keys(self, value: Any) -> list[int]:
        """Return the keys of an item, mixed with the layer's name."""
        keys = self.layer.keys(value) if isinstance(self.layer, Layer) else ()
        return sorted({key ^ self._salt for key in keys})

    def link(self, added: Sequence[Item]) -> list[tuple[int, int]]:
        """Compare new items with those that they share enough keys with; write and return the pairs."""
        assert isinstance(self.layer, Layer)
        done: set[tuple[int, int]] = set()
        found: list[tuple[int, int]] = []
        for item in added:
            for number in self._candidates(item, self.layer.least):
                a, b = sorted((item, self.item(number)), key=lambda one: one.id)
                if (a.number, b.number) in done:
                    continue
                done.add((a.number, b.number))
                if (pair := self.layer.link(a.value, b.value)) is not None:
                    row = (a.number, b.number, self._encoder.encode(pair))
                    self._store.run("insert_pair", row)
                    found.append((a.number, b.number))
        return found

    def _candidates(self, item: Item, least: int) -> list[int]:
        """Return the numbers of the items that share enough keys with one."""
        keys = msgspec.json.encode(item.keys).decode()
        rows = list(self._store.rows("candidates", (keys, least)))
        return sorted(number for (number,) in rows if number != item.number)

    def neighbours(self, number: int) -> set[int]:
        """Return the items that a pair joins to one."""
        return {end for a, b, _ in self._store.rows("neighbours", (number,)) for end in (a, b)} - {number}

    def blocks(self, number: int) -> frozenset[str]:
        """Return the names of the blocks that an item was put into."""
        return frozenset(name for (name,) in self._store.rows("blocks_of_item", (number, self.layer.name)))

    def put_into(self, item: Item, names: frozenset[str], *, new: bool = False) -> frozenset[str]:
        """Put an item into blocks; return those that it is in, and those that it was in before: a ``new`` one
        was in none."""
        before = frozenset[str]() if new else self.blocks(item.number)
        if names != before:
            if before:
                self._store.run("delete_item_blocks", (item.number, self.layer.name))
            rows = [(item.number, self.layer.name, name) for name in sorted(names)]
            self._store.run_many("insert_block", rows)
        return names | before
