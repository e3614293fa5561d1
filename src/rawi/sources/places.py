"""Places within places: a line of a file that is a member of a bundle."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from rawi.model.source import Flagged, Item, Rejected

_WITHIN = " > "

Placed = TypeVar("Placed", bound=Item | Rejected | Flagged)


def place_within(outcome: Placed, path: str, part: str) -> Placed:
    """Return an outcome of something inside the input ``path`` as one of it, at the place ``part``."""
    inner = f"{part}{_WITHIN}{outcome.part}" if outcome.part else part
    return msgspec.structs.replace(outcome, path=path, part=inner)


def last_place(part: str) -> str:
    """Return the innermost of places.

    >>> last_place("news/a.jsonl > line 3")
    'line 3'
    """
    return part.rpartition(_WITHIN)[2]
