"""Candidates compared, by the layer's own function; what it says of two is kept as it says it."""

from __future__ import annotations

from typing import Any

import msgspec

from rawi.corpus.relating.kinds import KINDS
from rawi.corpus.relating.spreading import Spread
from rawi.corpus.relating.tables import shelf_of

#: So many are compared at once for each that works: with the data of both items, less than half a GiB.
OF_TURN = 50_000
_BATCH = 512
_TOLD = {"shelf": int, "ties": bool, "row": bytes}


class Linking(msgspec.Struct, frozen=True):
    """Compares items of a kind; its pairs stand on so many shelves."""

    kind: str
    shelves: int

    def __call__(self, ones: list[bytes], others: list[bytes]) -> list[Any]:
        """Return for each two items, as MessagePack, what they are to each other, null if nothing."""
        layer = KINDS[self.kind].layer
        decoder = msgspec.msgpack.Decoder(layer.item)
        found: list[Any] = []
        for one, other in zip(ones, others, strict=True):
            a, b = sorted((decoder.decode(one), decoder.decode(other)), key=lambda item: str(item.id))
            pair = layer.link(a, b)
            found.append(
                None
                if pair is None
                else {
                    "shelf": shelf_of(pair.a, self.shelves),
                    "ties": layer.ties(pair),
                    "row": msgspec.msgpack.encode(pair),
                }
            )
        return found


def find_pairs(spread: Spread, candidates: Any, items: Any, kind: str, shelves: int) -> Any:
    """Return the pairs among candidates (``a``, ``b``): those, ``shelf``, ``ties``, and the pair as
    MessagePack (``row``); ``items`` has ``number`` and ``data``."""
    col = spread.daft.col
    candidates = spread.scatter(candidates)
    for side in "ab":
        own = items.select(col("number").alias(side), col("data").alias(f"data {side}"))
        candidates = candidates.join(own, on=side)
    made = spread.over(Linking(kind, shelves), spread.structs(_TOLD), ("data a", "data b"), _BATCH)
    return spread.unpack(candidates.select("a", "b", made.alias("made")), _TOLD, "a", "b")
