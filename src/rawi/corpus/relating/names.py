"""Names that may be one person's, looked for block by block."""

from __future__ import annotations

from typing import Any

import msgspec

from rawi.corpus.relating.spreading import Spread
from rawi.corpus.relating.tables import Alike, shelf_of
from rawi.entities.candidates import blocks_of, is_alike, pairs_in

_BATCH = 256
_TOLD = {"shelf": int, "row": bytes}


def find_blocks(names: list[str]) -> list[Any]:
    """Return the blocks of each name."""
    return [blocks_of(name) for name in names]


class Comparing(msgspec.Struct, frozen=True):
    """Compares names; pairs stand on so many shelves."""

    shelves: int

    def __call__(self, blocks: list[list[str]]) -> list[Any]:
        """Return for each block the pairs of its names that are alike."""
        return [
            [
                {"shelf": shelf_of(one, self.shelves), "row": msgspec.msgpack.encode(Alike(one, other))}
                for one, other in pairs_in(sorted(block))
                if is_alike(one, other)
            ]
            for block in blocks
        ]


def find_alike(spread: Spread, names: Any, shelves: int) -> Any:
    """Return the pairs of names that are alike (``shelf``, and the pair as MessagePack, ``row``), each once,
    of a frame of names."""
    types, col = spread.daft.DataType, spread.daft.col
    blocks = spread.over(find_blocks, types.list(types.string()), ("name",), _BATCH).alias("block")
    dealt = (
        spread.scatter(names.distinct())
        .select("name", blocks)
        .explode("block")
        .where(~col("block").is_null())
    )
    shared = dealt.groupby("block").agg(col("name").list_agg().alias("names"))
    made = spread.over(Comparing(shelves), types.list(spread.structs(_TOLD)), ("names",), _BATCH)
    found = shared.where(col("names").length() > 1).select(made.alias("made")).explode("made")
    return spread.unpack(found, _TOLD).distinct()
