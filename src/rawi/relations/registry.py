"""All relations, in the order in which they are derived: a later one may ask what an earlier one found."""

from __future__ import annotations

from rawi.relations.statements.disputes import LAYER as DISPUTES
from rawi.relations.layer import Blocks, Layer
from rawi.relations.statements.propositions import LAYER as PROPOSITIONS

LAYERS: tuple[Layer | Blocks, ...] = (PROPOSITIONS, DISPUTES)
