"""What the user states of all inputs, where an item does not state its own."""

from __future__ import annotations

import msgspec

from rawi.model.document import Metadata
from rawi.model.source import Item


def with_stated(item: Item, published: str | None, outlet: str | None) -> Item:
    """Return the item with the gaps in its metadata filled by what the user states."""
    about: Metadata = msgspec.structs.replace(
        item.metadata,
        published=item.metadata.published or published,
        outlet=item.metadata.outlet or outlet,
    )
    return msgspec.structs.replace(item, metadata=about)
