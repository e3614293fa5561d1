"""People, organisations and places that an article names."""

from __future__ import annotations

from typing import Literal

import msgspec

from rawi.model.span import Span

EntityType = Literal["person", "organisation", "place"]


class Entity(msgspec.Struct, frozen=True, gc=False):
    """One entity of an article: its fullest name there, all mentions, and a gazetteer link or null."""

    id: str
    type: EntityType
    name: str
    mentions: tuple[Span, ...]
    link: str | None = None
