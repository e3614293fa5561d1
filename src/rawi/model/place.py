"""A row of the gazetteer."""

from __future__ import annotations

import math
from typing import Protocol

import msgspec

_DEGREE = 111.2  # kilometres, on a meridian


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


class Located(Protocol):
    """What lies somewhere: degrees of its centre (WGS 84), null where they are not known."""

    @property
    def lat(self) -> float | None:
        """Degrees north."""

    @property
    def lon(self) -> float | None:
        """Degrees east."""


def distance(one: Located, other: Located) -> float:
    """Return the kilometres between two centres, near enough for short ways; endless where one is unknown.

    >>> damascus = Place("a", "locality", lat=33.5, lon=36.3)
    >>> round(distance(damascus, Place("b", "locality", lat=34.7, lon=36.7)))
    138
    """
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return math.inf
    north = (one.lat - other.lat) * _DEGREE
    east = (one.lon - other.lon) * _DEGREE * math.cos(math.radians((one.lat + other.lat) / 2))
    return math.hypot(north, east)
