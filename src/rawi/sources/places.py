"""Places within places: a line of a file that is a member of a bundle."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from rawi.model.source import Flagged, Item, Rejected

_WITHIN = " > "

Placed = TypeVar("Placed", bound=Item | Rejected | Flagged)


def place_within(outcome: Placed, part: str) -> Placed:
    """Return an outcome of something inside an input as one of the input, at the place ``part``."""
    return msgspec.structs.replace(outcome, part=f"{part}{_WITHIN}{outcome.part}" if outcome.part else part)


def last_place(part: str) -> str:
    """Return the innermost of places.

    >>> last_place("news/a.jsonl > line 3")
    'line 3'
    """
    return part.rpartition(_WITHIN)[2]
