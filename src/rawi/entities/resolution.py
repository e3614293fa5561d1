"""Who is who across documents: occurrences and decisions in, entities and suggestions out.

The answer depends on what comes in alone: not on its order, nor on how it is spread over processes. Its work
grows with the number of occurrences. What nothing else can have to do with (see ``closure``) may be resolved
by itself.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from rawi.entities.candidates import Pair
from rawi.entities.clusters import Clusters, Marks, Traits
from rawi.entities.decisions import apply_decisions
from rawi.entities.organisations import countries_of, join_bodies, join_rows
from rawi.entities.people import People, build_traits, join_people
from rawi.entities.profiles import choose_name, count_forms, count_namings, show_name, trace_roles
from rawi.entities.scenes import Part, build_scenes, find_parts, handle_of
from rawi.entities.suggestions import Suggestions, suggest_places
from rawi.model.resolution import (
    Anchor,
    Conflict,
    Decision,
    Evidence,
    Member,
    Occurrence,
    Resolution,
    Resolved,
    Suggestion,
)

#: Of how entities are resolved; a new one makes what was derived by an older one stale.
VERSION = "2"
_LATEST = "~"  # sorts after every day


class Settled(NamedTuple):
    """What comes of parts that nothing else has to do with, but suggestions of places, which sizes decide.

    ``apart``: by id of an entity, in which part of which decision it is.
    """

    entities: list[Resolved]
    suggestions: list[Suggestion]
    conflicts: tuple[Conflict, ...]
    apart: dict[str, Marks]


def resolve(occurrences: Iterable[Occurrence], decisions: Iterable[Decision] = ()) -> Resolution:
    """Resolve occurrences to entities; ``decisions`` of people come before anything that is read.

    Every occurrence is in exactly one entity. Entities come in the order of their ids, suggestions the best
    first.
    """
    return resolve_all(find_parts(build_scenes(occurrences)), decisions)


def resolve_all(parts: Sequence[Part], decisions: Iterable[Decision]) -> Resolution:
    """Resolve all parts of all scenes, which are in order."""
    made = resolve_parts(parts, decisions)
    open = {part.named.key for part in parts if part.named.type == "place" and not part.named.row}
    named: dict[str, Counter[str]] = defaultdict(Counter)
    keys = {part.named.id: part.named.key for part in parts if part.named.type == "place"}
    for one in made.entities:
        if one.type == "place":
            named[one.id].update(keys[member.occurrence.id] for member in one.members)
    suggestions = [*made.suggestions, *suggest_places(named, open, made.apart)]
    return Resolution(tuple(made.entities), tuple(sorted(suggestions, key=_best_first)), made.conflicts)


def resolve_parts(
    parts: Sequence[Part], decisions: Iterable[Decision], alike: Iterable[Pair] | None = None
) -> Settled:
    """Resolve parts, which are in order and complete: nothing outside has to do with them.

    ``alike``: the pairs of names of which some are near, found among the names of all documents; null if the
    parts are all there are.
    """
    work = _Work(parts)
    conflicts = apply_decisions(decisions, work.places, work.clusters)
    return work.finish(conflicts, alike)


def _best_first(one: Suggestion) -> tuple[float, str, str]:
    """Return what suggestions are ordered by."""
    return -one.score, one.a, one.b


class _Work:
    """One resolution under way: rows of tables by number, after them the occurrences that lead to them."""

    def __init__(self, parts: Sequence[Part]) -> None:
        rows = sorted({row for part in parts if (row := part.named.row)})
        self.rows = {row: number for number, row in enumerate(rows)}
        self.parts = dict(enumerate(parts, len(rows)))
        self.occurrences = {number: part.occurrence for number, part in self.parts.items()}
        self.anchors = [Anchor(type, link=link) for type, link in rows]
        self.anchors += [part.anchor for part in parts]
        self.places = {anchor: number for number, anchor in enumerate(self.anchors)}
        traits = [Traits({}, {}, None, set(), {}, {}) for _ in rows]
        traits += [build_traits(one, self.anchors[number].name) for number, one in self.occurrences.items()]
        self.clusters = Clusters(traits)

    def finish(self, conflicts: tuple[Conflict, ...], alike: Iterable[Pair] | None) -> Settled:
        """Join what evidence joins, and build the answer."""
        scenes = {part.scene.document: part.scene for part in self.parts.values()}
        people = People(self.occurrences, {document: scene.circle for document, scene in scenes.items()})
        join_rows(self.occurrences, self.rows, self.clusters)
        countries = {document: frozenset(scene.countries) for document, scene in scenes.items()}
        bodies = join_bodies(self.occurrences, countries, self.clusters)
        near = join_people(people, self.clusters, alike)
        found = Suggestions(people, self.clusters)
        found.add_people(near)
        for key, numbers in sorted(bodies.items()):
            found.add_bodies(key, numbers, {number: self._countries(number, countries) for number in numbers})
        entities, ids = self._build_entities()
        suggestions = [_suggestion(ids[one.a], ids[one.b], one.score, one.reasons) for one in found.all()]
        return Settled(entities, sorted(suggestions, key=_best_first), conflicts, self._find_apart(ids))

    def _countries(self, number: int, spoken_of: Mapping[str, frozenset[str]]) -> frozenset[str]:
        """Return the countries that a body is of, else those that its article speaks of."""
        one = self.occurrences[number]
        return countries_of(one) or spoken_of.get(one.document, frozenset())

    def _find_apart(self, ids: Mapping[int, str]) -> dict[str, Marks]:
        """Return in which parts of decisions entities are, by their ids."""
        traits = self.clusters.traits
        return {id: traits[root].parts for root, id in ids.items() if traits[root].parts}

    def _build_entities(self) -> tuple[list[Resolved], dict[int, str]]:
        """Build all entities by id, and the id of each cluster."""
        entities: list[Resolved] = []
        ids: dict[int, str] = {}
        for numbers in self.clusters.groups():
            rows = [number for number in numbers if number not in self.occurrences]
            if members := numbers[len(rows) :]:
                entity = self._build(members, rows)
                ids[self.clusters.find(members[0])] = entity.id
                entities.append(entity)
        return sorted(entities, key=lambda one: one.id), ids

    def _build(self, members: Sequence[int], rows: Sequence[int]) -> Resolved:
        """Build one entity of its occurrences, and of the rows of tables that were joined to it."""
        occurrences = [self.occurrences[number] for number in members]
        link = self.anchors[rows[0]].link if rows else None
        first = rows[0] if rows else min(members, key=self._age)
        type = occurrences[0].type
        return Resolved(
            id=handle_of(self.anchors[first]),
            type=type,
            name=choose_name(Counter(show_name(type, one.name) for one in occurrences), type, link),
            link=link,
            members=tuple(self._member(number) for number in members),
            variants=count_forms(occurrences),
            roles=trace_roles(occurrences),
            outlets=count_namings(occurrences),
        )

    def _age(self, number: int) -> tuple[str, str, Anchor]:
        """Return what the first of an entity is chosen by: the earliest published, then by content."""
        one = self.occurrences[number]
        return one.published or _LATEST, one.document, self.anchors[number]

    def _member(self, number: int) -> Member:
        """Build the view of one occurrence in its entity."""
        join = self.clusters.joins.get(number)
        handle = handle_of(self.anchors[number])
        if join is None:
            return Member(self.occurrences[number], handle, "first")
        other = join.other if join.one == number else join.one
        named = self.occurrences[other].id if other in self.occurrences else None
        return Member(self.occurrences[number], handle, join.rule, join.evidence, named)


def _suggestion(a: str, b: str, score: float, reasons: tuple[Evidence, ...]) -> Suggestion:
    """Build a suggestion, the smaller id first."""
    return Suggestion(min(a, b), max(a, b), score, reasons)
