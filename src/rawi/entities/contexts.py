"""Whom else an article names: two articles that name the same others speak of the same circle."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from zlib import crc32

from rawi.annotations.gazetteer import find_bodies
from rawi.entities.bodies import read_body
from rawi.entities.names import parse_name
from rawi.model.resolution import Occurrence

#: Of a longer list so many are kept, by a hash of the name: of two articles the same ones.
MOST = 24
SHOWN = 4  # of those that two articles share

Circle = Mapping[str, str]


def build_context(occurrences: Iterable[Occurrence]) -> dict[str, str]:
    """Return the people and bodies that one document names: a key for each, and its name there.

    People with one name only, bodies that many have (the ministry), outlets and platforms are left out.
    """
    media = _media()
    circle: dict[str, str] = {}
    for one in occurrences:
        if one.link not in media and (key := key_of(one)):
            circle.setdefault(key, one.name)
    return _bounded(circle)


def key_of(one: Occurrence) -> str | None:
    """Return the key under which an occurrence tells of a circle, null if it does not."""
    if one.type == "person":
        name = parse_name(one.name)
        return f"person {name.key}" if len(name.parts) > 1 else None
    if one.type == "place":
        return None
    if one.link:
        return f"row {one.link}"
    body = read_body(one.name)
    return f"body {body.key}" if body.own else None


def _bounded(circle: dict[str, str]) -> dict[str, str]:
    """Return at most so many of a circle; which ones depends on the names alone."""
    if len(circle) <= MOST:
        return circle
    kept = sorted(circle, key=lambda key: (crc32(key.encode()), key))[:MOST]
    return {key: circle[key] for key in kept}


@cache
def _media() -> frozenset[str]:
    """Return the rows of outlets and platforms, which every article names."""
    return frozenset(row.id for _, row in find_bodies() if row.kind != "org")


def shared(a: Circle, b: Circle, *own: str | None) -> tuple[str, ...]:
    """Return some of the names that both circles have, in order; not those whose keys are ``own``."""
    return tuple(sorted(a[key] for key in a.keys() & b.keys() if key not in own))[:SHOWN]
