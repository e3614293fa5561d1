"""People, organisations and places that an article names, and where the places lie."""

from __future__ import annotations

from typing import Literal

import msgspec

from rawi.model.span import Span

EntityType = Literal["person", "organisation", "place"]
PlacePrecision = Literal["exact", "near", "district", "governorate", "country"]
#: How words place something beside, in or around a named place: ``قرب حلب``, ``شمال كركوك``, ``ريف حمص``.
Relation = Literal[
    "near", "outskirts", "countryside", "border", "between", "centre",
    "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest",
]  # fmt: skip


class Area(msgspec.Struct, frozen=True, gc=False):
    """An administrative area around a place: its row in the gazetteer, its name there and its type."""

    id: str
    name: str
    type: str


class Location(msgspec.Struct, frozen=True, gc=False):
    """A row of the gazetteer: what is known of where a place lies.

    ``id`` is ``wof:N``, ``gn:N`` or ``iso:XX``; ``type`` the kind of row (``country``, ``region``,
    ``county``, ``city``, ``town`` …); ``lat`` and ``lon`` degrees (WGS 84) of its centre, null where the
    row has none; ``country`` ISO 3166-1 alpha-2; ``admin`` the areas that it lies in, the narrowest
    first; ``iso3166_2`` the code of its first-order area; ``pcode`` OCHA's, null as long as no open table
    gives it. ``certain`` is false where the text does not settle which of several places of that name is
    meant; ``others`` are their rows, the likeliest first, at most eight.
    """

    id: str
    type: str
    precision: PlacePrecision
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    admin: tuple[Area, ...] = ()
    iso3166_2: str | None = None
    pcode: str | None = None
    certain: bool = True
    others: tuple[str, ...] = ()


class Vicinity(msgspec.Struct, frozen=True, gc=False):
    """Words that place something by a named place: ``span`` all of them (``شمال غرب كركوك``), ``mention``
    the name."""

    span: Span
    mention: Span
    relation: Relation
    precision: PlacePrecision = "near"


class Entity(msgspec.Struct, frozen=True, gc=False):
    """One entity of an article: its fullest name there, and every place where the article means it.

    ``mentions`` are names (الحلاق after سامر الحلاق), ``references`` other words for it (المتحدث، الوزارة);
    ``roles`` are the words that say what a person is (وزير النقل). ``link`` is its row in a table or
    gazetteer, or null; ``location`` where a place lies; ``around`` where words such as "north of" stand
    with it.
    """

    id: str
    type: EntityType
    name: str
    mentions: tuple[Span, ...]
    link: str | None = None
    references: tuple[Span, ...] = ()
    roles: tuple[Span, ...] = ()
    location: Location | None = None
    around: tuple[Vicinity, ...] = ()
