"""What has to be resolved again when articles or decisions come: all that may have to do with each other.

A closure holds, with each occurrence, everything whose resolution can depend on it or on which its own can
depend: those of one group (one name of a person or body), of near names with a role, a title or somebody
beside them in common, a single name and the full names that it may stand for, and what one decision is about.
Resolved by itself it comes out as it would among all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

from rawi.entities.candidates import words_of
from rawi.entities.names import given_names
from rawi.entities.people import read_roles
from rawi.entities.scenes import Named, Part, Scene, group_of_person, group_of_row
from rawi.model.resolution import Anchor, Decision


class Register(Protocol):
    """All that scenes name, to be looked up."""

    def scene(self, document: str) -> Scene | None:
        """Return the scene of a document, null if it has none."""
        ...

    def scenes_of(self, group: str) -> Iterable[Scene]:
        """Return the scenes that name something of a group."""
        ...

    def alike(self, name: str) -> Iterable[str]:
        """Return the keys of the names that are alike (``candidates.is_alike``)."""
        ...

    def full_names(self, word: str) -> Iterable[str]:
        """Return the keys of names of several words that begin or end with a word."""
        ...


class _Around(NamedTuple):
    """What is said of all bearers of a name: keys of roles, titles, and who else is named."""

    roles: frozenset[str]
    heads: frozenset[str]
    circle: frozenset[str]


class Closure:
    """Parts and decisions that have nothing to do with anything else, once ``grow`` was called.

    ``decisions`` are those that count or counted, ``gone`` the scenes that others took the place of. A row of
    a table is only in it if a decision is about it or about one of its members; others depend on nothing else
    (``holds``).
    """

    def __init__(self, register: Register, decisions: Iterable[Decision], gone: Sequence[Scene] = ()) -> None:
        self.parts: dict[tuple[str, str], Part] = {}
        self.decided: dict[int, Decision] = {}
        self._register = register
        self._about: dict[Anchor, list[Decision]] = defaultdict(list)
        self._rows: set[str] = set()
        self._groups: set[str] = set()
        self._waiting: list[str | Decision] = []
        self._around: dict[str, _Around] = {}
        for one in decisions:
            for anchor in (anchor for part in one.parts for anchor in part):
                self._about[anchor].append(one)
                self._note_row(anchor)
        left = [Part(scene, one) for scene in gone for one in scene.named]
        self._rows |= {part.named.group for part in left if part.named.row and part.anchor in self._about}
        for part in left:
            self._forget(part)

    def _note_row(self, anchor: Anchor) -> None:
        """Note the row of a table that a decision is about."""
        if anchor.link:
            self._rows.add(group_of_row(anchor.type, anchor.link))
        elif anchor.type in ("organisation", "place"):
            self._rows |= {part.named.group for part in self._at(anchor) if part.named.row}

    def _at(self, anchor: Anchor) -> Iterable[Part]:
        """Yield what an anchor in a document holds on to now."""
        if (scene := self._register.scene(anchor.document)) is not None:
            parts = (Part(scene, one) for one in scene.named if one.key == anchor.name)
            yield from (part for part in parts if part.anchor == anchor)

    def holds(self, one: Named) -> bool:
        """May anything but its row decide whose entity this is?"""
        return not one.row or one.type == "person" or one.group in self._rows

    def add(self, part: Part) -> None:
        """Add a part of a scene, with all that it is of; what only its row decides is passed over."""
        if self.holds(part.named):
            self._take(part)

    def add_name(self, name: str) -> None:
        """Add the people of a name."""
        self._add_group(group_of_person(name))

    def _forget(self, part: Part) -> None:
        """Add all that a part had to do with which is not there any more, or is no more what it was."""
        if not self.holds(part.named):
            return
        self._follow(part)
        self._add_groups(part.named)
        if part.named.type == "person":
            for name in (*self._register.alike(part.named.key), *_ends(part.named.key)):
                self.add_name(name)

    def decide(self, decision: Decision) -> None:
        """Add a decision, with all that it is about."""
        if decision.number not in self.decided:
            self.decided[decision.number] = decision
            self._waiting.append(decision)

    def grow(self) -> None:
        """Add all that has to do with anything in it."""
        while self._waiting:
            one = self._waiting.pop()
            if isinstance(one, Decision):
                self._grow_by_decision(one)
            else:
                self._grow_by_group(one)

    def _grow_by_decision(self, decision: Decision) -> None:
        """Add what a decision is about."""
        for anchor in (anchor for part in decision.parts for anchor in part):
            if anchor.link:
                self._add_group(group_of_row(anchor.type, anchor.link))
            for part in self._at(anchor):
                self.add(part)

    def _grow_by_group(self, group: str) -> None:
        """Add all of a group, and the names that have to do with it if it is of a name."""
        parts = self._parts_of(group)
        for part in parts:
            self._take(part)
        if parts and group == group_of_person(parts[0].named.key):
            self._follow_near(parts[0].named.key)
            self._follow_single(parts[0].named.key)

    def _add_groups(self, one: Named) -> None:
        """Add the groups of one that is named."""
        for group in one.groups:
            self._add_group(group)

    def _add_group(self, group: str) -> None:
        """Add a group, to be looked through later."""
        if group not in self._groups:
            self._groups.add(group)
            self._waiting.append(group)

    def _parts_of(self, group: str) -> list[Part]:
        """Return all of a group."""
        scenes = self._register.scenes_of(group)
        return [Part(scene, one) for scene in scenes for one in scene.named if group in one.groups]

    def _take(self, part: Part) -> None:
        """Take a part in, and add what decisions have to do with it."""
        key = (part.scene.document, part.named.id)
        if key not in self.parts:
            self.parts[key] = part
            self._follow(part)
            self._add_groups(part.named)

    def _follow(self, part: Part) -> None:
        """Add the decisions about a part and about its row, and the row of a person."""
        if not self._about and part.named.type != "person":
            return
        for one in self._about.get(part.anchor, ()):
            self.decide(one)
        if row := part.named.row:
            for one in self._about.get(Anchor(row[0], link=row[1]), ()):
                self.decide(one)
            self._add_group(group_of_row(*row))

    def _follow_near(self, name: str) -> None:
        """Add the people whose names are near a name."""
        here = self._look_around(name)
        for other in self._register.alike(name):
            if not self._has(other) and _meet(here, self._look_around(other)):
                self.add_name(other)

    def _follow_single(self, name: str) -> None:
        """Add the full names that a single one may stand for, or the single ones that may stand for a full
        name."""
        here = self._look_around(name)
        single = len(words_of(name)) == 1
        if single and name in given_names() and not here.roles:
            return
        for other in self._register.full_names(name) if single else _ends(name):
            word = name if single else other
            if not self._has(other) and _may_mean(word, here, self._look_around(other)):
                self.add_name(other)

    def _has(self, name: str) -> bool:
        """Are the people of a name in it?"""
        return group_of_person(name) in self._groups

    def _look_around(self, name: str) -> _Around:
        """Return what is said of all bearers of a name."""
        if name not in self._around:
            self._around[name] = _look(self._parts_of(group_of_person(name)))
        return self._around[name]


def _ends(name: str) -> Sequence[str]:
    """Return the first and the last word of a name of several."""
    words = words_of(name)
    return tuple(dict.fromkeys((words[0], words[-1]))) if len(words) > 1 else ()


def _look(parts: Iterable[Part]) -> _Around:
    """Return what is said of people."""
    roles, heads, circle = set[str](), set[str](), set[str]()
    for scene, one in parts:
        offices, titles = read_roles(one.roles)
        roles.update(offices)
        heads.update(titles)
        circle.update(scene.circle)
    return _Around(frozenset(roles), frozenset(heads), frozenset(circle))


def _meet(one: _Around, other: _Around) -> bool:
    """Have the bearers of two names anything in common by which they may be one?"""
    return not frozenset().union(*one).isdisjoint(frozenset().union(*other))


def _may_mean(word: str, one: _Around, other: _Around) -> bool:
    """May a name of one word mean somebody of a full name: by a role, or, if no first name, by the circle?"""
    if not one.roles.isdisjoint(other.roles):
        return True
    return word not in given_names() and not one.circle.isdisjoint(other.circle)
