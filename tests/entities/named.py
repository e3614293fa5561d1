"""Occurrences of invented people, bodies and places, as articles would name them."""

from __future__ import annotations

from collections.abc import Iterable

from rawi.entities.scenes import build_scenes, find_parts
from rawi.model.entity import EntityType
from rawi.model.resolution import Anchor, Decision, DecisionKind, Occurrence, Resolution


def person(document: str, name: str, *roles: str, **more: str) -> Occurrence:
    """Return a person in a document; ``more``: outlet, published."""
    return _occurrence("person", document, name, roles=roles, **more)


def body(document: str, name: str, **more: str) -> Occurrence:
    """Return a body in a document; ``more``: link, country, outlet."""
    return _occurrence("organisation", document, name, **more)


def place(document: str, name: str, **more: str) -> Occurrence:
    """Return a place in a document; ``more``: link, country."""
    return _occurrence("place", document, name, **more)


def _occurrence(type: EntityType, document: str, name: str, **more: object) -> Occurrence:
    """Return an occurrence that is written once as it is named."""
    return Occurrence(document, f"{document}/{name}", type, name, ((name, 1),), **more)  # type: ignore[arg-type]


def circle(document: str, *names: str) -> list[Occurrence]:
    """Return others that a document names."""
    return [person(document, name) for name in names]


def anchors(occurrences: Iterable[Occurrence]) -> dict[str, Anchor]:
    """Return what decisions hold on to, by the id of the occurrence."""
    return {part.named.id: part.anchor for part in find_parts(build_scenes(occurrences))}


def decide(number: int, kind: DecisionKind, *parts: Iterable[Anchor], target: int | None = None) -> Decision:
    """Return a decision."""
    return Decision(number, kind, tuple(map(tuple, parts)), target, "سلمى", "2031-05-01T00:00:00Z", "لأنه هو")


def groups(resolution: Resolution) -> set[frozenset[str]]:
    """Return which occurrences are one, by their ids."""
    return {frozenset(one.occurrence.id for one in entity.members) for entity in resolution.entities}


def together(resolution: Resolution, *ids: str) -> bool:
    """Are all of these occurrences one entity?"""
    return any(set(ids) <= group for group in groups(resolution))
