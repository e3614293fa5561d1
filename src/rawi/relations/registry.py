"""All relations, in the order in which they are derived: a later one may ask what an earlier one found."""

from __future__ import annotations

from rawi.relations.copies.duplicates import DUPLICATES
from rawi.relations.happenings.happenings import HAPPENINGS
from rawi.relations.incidents.incidents import INCIDENTS
from rawi.relations.layer import Blocks, Layer
from rawi.relations.quantities.figures import FIGURES
from rawi.relations.statements.disputes import LAYER as DISPUTES
from rawi.relations.statements.propositions import LAYER as PROPOSITIONS
from rawi.relations.stories.stories import STORIES

LAYERS: tuple[Layer | Blocks, ...] = (
    DUPLICATES,
    STORIES,
    PROPOSITIONS,
    DISPUTES,
    HAPPENINGS,
    FIGURES,
    INCIDENTS,
)
