"""How two places of an article lie to each other."""

from __future__ import annotations

from rawi.model.claim import EventPlace
from rawi.relations.quantities.page import Page

_NOBODY: frozenset[str] = frozenset()


def relate_places(page: Page, ones: tuple[EventPlace, ...], others: tuple[EventPlace, ...]) -> str:
    """Return how two places are to each other: ``same``, ``within``, ``around``, ``wide`` (a country
    around) or ``differs``; both have a place."""
    a, b = ones[0], others[0]
    if a.name == b.name or (a.entity is not None and a.entity == b.entity):
        return "same"
    if "country" not in (a.precision, b.precision):
        if _is_part(a.name, b.name):
            return "within"
        if _is_part(b.name, a.name):
            return "around"
    if b.name in _areas(page, ones):
        return "wide" if b.precision == "country" else "within"
    if a.name in _areas(page, others):
        return "wide" if a.precision == "country" else "around"
    return "differs"


def _is_part(name: str, whole: str) -> bool:
    """Does a name say that it is a part of what another names: شمال سيناء، القدس الشرقية?"""
    words, others = name.split(), whole.split()
    size = len(others)
    return len(words) > size and others in (words[:size], words[-size:])


def _areas(page: Page, places: tuple[EventPlace, ...]) -> set[str]:
    """Return the names of places and of the areas around them that the article names."""
    found = {place.name for place in places}
    for place in places:
        location = page.entities[place.entity].location if place.entity else None
        if location is not None:
            for area in (*(one.id for one in location.admin), f"iso:{location.country}"):
                found |= page.linked.get(area, _NOBODY)
    return found
