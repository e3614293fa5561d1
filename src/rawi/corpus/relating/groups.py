"""Groups made of connected sets, by the layer's own function."""

from __future__ import annotations

from typing import Any

import msgspec

from rawi.corpus.relating.kinds import KINDS
from rawi.corpus.relating.spreading import Spread
from rawi.corpus.relating.tables import shelf_of
from rawi.relations.layer import Context

_BATCH = 16
_TOLD = {"shelf": int, "row": bytes}


class Grouping(msgspec.Struct, frozen=True):
    """Makes the groups of a kind; they stand on so many shelves."""

    kind: str
    shelves: int

    def __call__(self, members: list[list[bytes]], pairs: list[list[bytes]]) -> list[Any]:
        """Return for each connected set, its items and pairs as MessagePack, the groups that it makes."""
        layer = KINDS[self.kind].layer
        items, links = msgspec.msgpack.Decoder(layer.item), msgspec.msgpack.Decoder(layer.pair)
        made: list[Any] = []
        for own, ties in zip(members, pairs, strict=True):
            inside = sorted(map(items.decode, own), key=lambda item: str(item.id))
            linked = sorted(map(links.decode, ties), key=lambda pair: (pair.a, pair.b))
            groups = layer.group(inside, linked, Context())
            made.append(
                [
                    {"shelf": shelf_of(one.id, self.shelves), "row": msgspec.msgpack.encode(one)}
                    for one in groups
                ]
            )
        return made


def find_groups(spread: Spread, sets: Any, items: Any, pairs: Any, kind: str, shelves: int) -> Any:
    """Return the groups (``shelf``, and the group as MessagePack, ``row``) of connected sets (``number``,
    ``set``), of their items (``number``, ``data``) and pairs (``a``, ``b``, ``row``).

    Pairs between two sets are left out, as the layer's ``ties`` allows. An item that nothing ties is in none.
    """
    col = spread.daft.col
    members = items.select("number", "data").join(sets, on="number")
    members = members.groupby("set").agg(col("data").list_agg().alias("members"))
    inside = pairs.select("a", "b", "row")
    for side in "ab":
        inside = inside.join(sets.select(col("number").alias(side), col("set").alias(f"set {side}")), on=side)
    inside = inside.where(col("set a") == col("set b")).select(col("set a").alias("set"), "row")
    joined = members.join(inside.groupby("set").agg(col("row").list_agg().alias("pairs")), on="set")
    gives = spread.daft.DataType.list(spread.structs(_TOLD))
    made = spread.over(Grouping(kind, shelves), gives, ("members", "pairs"), _BATCH)
    return spread.unpack(joined.select(made.alias("made")).explode("made"), _TOLD)
