"""A row of the gazetteer."""

from __future__ import annotations

import msgspec


class Place(msgspec.Struct, frozen=True, gc=False):
    """A place as the gazetteer has it: ``lat`` and ``lon`` degrees (WGS 84) of its centre, ``country`` ISO
    3166-1 alpha-2, ``region`` and ``county`` ids of the areas around it.

    ``type`` is ``country``, ``region``, ``county``, ``localadmin``, ``locality``, ``neighbourhood``, ``sea``,
    ``continent`` or ``area``.
    ``rank`` says how well known it is: 9 a country, 8 a city of more than 300,000, 1 a village of which
    nothing is known but where it lies. ``also`` are ids of rows of the sources that mean the same place;
    ``common``: the name under which it was found is an everyday word or a first name too; ``generic``: it is
    hardly ever a name (المدينة).
    """

    id: str
    type: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    rank: int = 1
    region: str | None = None
    county: str | None = None
    also: tuple[str, ...] = ()
    common: bool = False
    generic: bool = False
