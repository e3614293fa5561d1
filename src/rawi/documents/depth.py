"""The shape of a page or feed: what a tree builder would choke on."""

from __future__ import annotations

from rawi.documents.markup import Pieces
from rawi.documents.walk import Walk


def measure_depth(page: str) -> int:
    """Return how deep the elements of ``page`` lie in each other; hidden ones are looked into as well."""
    walk = Walk(Pieces(page))
    for _ in walk:
        pass
    return max(one.depth for one in walk.elements)
