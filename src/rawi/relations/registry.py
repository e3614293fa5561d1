"""All relations, in the order in which they are derived: a later one may ask what an earlier one found."""

from __future__ import annotations

from rawi.relations.layer import Blocks, Layer

LAYERS: tuple[Layer | Blocks, ...] = ()
