"""What one article names, with all that telling who is who takes from it: each name, and what stands around.

A scene depends on its article alone, so it is made once and kept.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from hashlib import sha256
from typing import NamedTuple

import msgspec

from rawi.arabic.fold import fold
from rawi.entities.bodies import read_body
from rawi.entities.contexts import build_context
from rawi.entities.names import parse_name
from rawi.entities.organisations import countries_around
from rawi.model.entity import EntityType
from rawi.model.resolution import Anchor, AnchorType, Form, Occurrence

_PREFIXES: dict[AnchorType, str] = {
    "person": "pe",
    "organisation": "or",
    "place": "pl",
    "report": "rp",
    "claim": "cl",
    "verdict": "vd",
    "event": "ev",
}
_DIGITS = 14


class Named(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """An ``Occurrence`` of a scene: its fields but the document, and what it is found by.

    ``key`` and ``nth`` are what decisions hold on to. Two can only be one by evidence if they are of one
    ``group``, or if their groups are near; empty: by decision only.
    """

    id: str
    type: EntityType
    name: str
    forms: tuple[Form, ...]
    link: str | None
    roles: tuple[str, ...]
    outlet: str | None
    published: str | None
    country: str | None
    certain: bool
    key: str
    nth: int
    group: str

    @property
    def row(self) -> tuple[EntityType, str] | None:
        """The row of a table that it is one with, null if it has none or the article leaves open which."""
        return (self.type, self.link) if self.link and self.certain else None

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups that it is in: a person with a row of a table is in two, others are in one or none."""
        row = (group_of_row(*self.row),) if self.type == "person" and self.row else ()
        return (self.group, *row) if self.group else ()


class Scene(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """What the article ``document`` names, in order; its ``circle`` (see ``contexts``) and the ``countries``
    that it speaks of."""

    document: str
    named: tuple[Named, ...]
    circle: dict[str, str]
    countries: tuple[str, ...]


class Part(NamedTuple):
    """One that a scene names."""

    scene: Scene
    named: Named

    @property
    def occurrence(self) -> Occurrence:
        """The occurrence as it was taken in."""
        scene, one = self
        about = (one.outlet, one.published, one.country, one.certain)
        return Occurrence(scene.document, one.id, one.type, one.name, one.forms, one.link, one.roles, *about)

    @property
    def anchor(self) -> Anchor:
        """What decisions hold on to."""
        return Anchor(self.named.type, self.scene.document, self.named.key, nth=self.named.nth)

    @property
    def order(self) -> tuple[str, str, str, str]:
        """What parts are ordered by, which depends on their content alone."""
        return self.named.type, self.scene.document, self.named.key, self.named.id


def name_key(type: EntityType, name: str) -> str:
    """Return what a name is held on to by: folded, that of a person without titles and as one spells it."""
    return parse_name(name).key if type == "person" else " ".join(fold(name).split())


def handle_of(anchor: Anchor) -> str:
    """Return the id that an anchor gives: of two letters for the type and fourteen digits of a hash."""
    words = f"{anchor.type}|{anchor.document}|{anchor.name}|{anchor.link}|{anchor.nth}"
    return f"{_PREFIXES[anchor.type]}_{sha256(words.encode()).hexdigest()[:_DIGITS]}"


def group_of_person(key: str) -> str:
    """Return the group of the people of one name."""
    return f"person {key}"


def group_of_row(type: str, link: str) -> str:
    """Return the group of what has one row of a table."""
    return f"row {type} {link}"


def _group_of(one: Occurrence, key: str) -> str:
    """Return the group of an occurrence."""
    if one.type == "person":
        return group_of_person(key)
    if one.link and one.certain:
        return group_of_row(one.type, one.link)
    return f"body {read_body(one.name).key}" if one.type == "organisation" and not one.link else ""


def build_scene(document: str, occurrences: Iterable[Occurrence]) -> Scene:
    """Build the scene of one article from what it names, in any order."""
    keyed = [(one.type, name_key(one.type, one.name), one.id, one) for one in occurrences]
    ordered = sorted(keyed, key=lambda item: item[:3])
    seen: dict[tuple[str, str], int] = defaultdict(int)
    named: list[Named] = []
    for type, key, _, one in ordered:
        named.append(_build_named(one, key, seen[type, key]))
        seen[type, key] += 1
    plain = [one for *_, one in ordered]
    return Scene(document, tuple(named), build_context(plain), tuple(sorted(countries_around(plain))))


def _build_named(one: Occurrence, key: str, nth: int) -> Named:
    """Build one of a scene."""
    told = (one.name, one.forms, one.link, one.roles, one.outlet, one.published, one.country, one.certain)
    return Named(one.id, one.type, *told, key, nth, _group_of(one, key))


def build_scenes(occurrences: Iterable[Occurrence]) -> list[Scene]:
    """Build the scenes of all articles that occurrences are of, by document."""
    found: dict[str, list[Occurrence]] = defaultdict(list)
    for one in occurrences:
        found[one.document].append(one)
    return [build_scene(document, found[document]) for document in sorted(found)]


def find_parts(scenes: Iterable[Scene]) -> list[Part]:
    """Return all that scenes name, in the order in which it is resolved."""
    parts = [Part(scene, one) for scene in scenes for one in scene.named]
    return sorted(parts, key=lambda part: part.order)
