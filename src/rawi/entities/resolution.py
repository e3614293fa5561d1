"""Who is who across documents: occurrences and decisions in, entities and suggestions out.

The answer depends on what comes in alone: not on its order, nor on how it is spread over processes. Its work
grows with the number of occurrences.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

from rawi.arabic.fold import fold
from rawi.entities.clusters import Clusters, Traits
from rawi.entities.contexts import build_contexts
from rawi.entities.decisions import apply_decisions
from rawi.entities.names import parse_name
from rawi.entities.organisations import countries_of, find_countries, join_bodies, join_rows
from rawi.entities.people import People, build_traits, join_people
from rawi.entities.profiles import choose_name, count_forms, count_namings, trace_roles
from rawi.entities.suggestions import Suggestions
from rawi.model.entity import EntityType
from rawi.model.resolution import (
    Anchor,
    AnchorType,
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
VERSION = "1"
_PREFIXES: dict[AnchorType, str] = {
    "person": "pe",
    "organisation": "or",
    "place": "pl",
    "report": "rp",
    "claim": "cl",
    "verdict": "vd",
}
_DIGITS = 14
_LATEST = "~"  # sorts after every day


def name_key(type: EntityType, name: str) -> str:
    """Return what a name is held on to by: folded, that of a person without titles and as one spells it."""
    return parse_name(name).key if type == "person" else " ".join(fold(name).split())


def handle_of(anchor: Anchor) -> str:
    """Return the id that an anchor gives: of two letters for the type and fourteen digits of a hash."""
    words = f"{anchor.type}|{anchor.document}|{anchor.name}|{anchor.link}|{anchor.nth}"
    return f"{_PREFIXES[anchor.type]}_{sha256(words.encode()).hexdigest()[:_DIGITS]}"


def build_anchors(occurrences: Sequence[Occurrence]) -> list[Anchor]:
    """Return what decisions can hold on to for each of the occurrences, which are in order."""
    seen: dict[Anchor, int] = defaultdict(int)
    anchors: list[Anchor] = []
    for one in occurrences:
        plain = Anchor(one.type, one.document, name_key(one.type, one.name))
        nth = seen[plain]
        seen[plain] += 1
        anchors.append(Anchor(one.type, one.document, plain.name, nth=nth))
    return anchors


def sort_occurrences(occurrences: Iterable[Occurrence]) -> list[Occurrence]:
    """Return occurrences in the order in which they are resolved, which depends on their content alone."""
    return sorted(occurrences, key=lambda one: (one.type, one.document, name_key(one.type, one.name), one.id))


def resolve(occurrences: Iterable[Occurrence], decisions: Iterable[Decision] = ()) -> Resolution:
    """Resolve occurrences to entities; ``decisions`` of people come before anything that is read.

    Every occurrence is in exactly one entity. Entities come in the order of their ids, suggestions the best
    first.
    """
    work = _Work(sort_occurrences(occurrences))
    conflicts = apply_decisions(decisions, work.places, work.clusters)
    return work.finish(conflicts)


class _Work:
    """One resolution under way: occurrences by number, after them the rows of tables that they lead to."""

    def __init__(self, occurrences: Sequence[Occurrence]) -> None:
        self.occurrences = occurrences
        self.anchors = build_anchors(occurrences)
        rows = sorted({(one.type, one.link) for one in occurrences if one.link})
        self.rows = {row: number for number, row in enumerate(rows, len(occurrences))}
        self.anchors += [Anchor(type, link=link or "") for type, link in rows]
        self.places = {anchor: number for number, anchor in enumerate(self.anchors)}
        blank = [Traits({}, {}, None, set(), {}, {}) for _ in rows]
        traits = [
            build_traits(one, anchor.name) for one, anchor in zip(occurrences, self.anchors, strict=False)
        ]
        self.clusters = Clusters([*traits, *blank])

    def finish(self, conflicts: tuple[Conflict, ...]) -> Resolution:
        """Join what evidence joins, and build the answer."""
        people = People(self.occurrences, build_contexts(self.occurrences))
        join_rows(self.occurrences, self.rows, self.clusters)
        countries = find_countries(self.occurrences)
        bodies = join_bodies(self.occurrences, countries, self.clusters)
        near = join_people(people, self.clusters)
        found = Suggestions(people, self.clusters)
        found.add_people(near)
        self._suggest_places(found)
        for key, numbers in sorted(bodies.items()):
            found.add_bodies(key, numbers, {number: self._countries(number, countries) for number in numbers})
        entities, ids = self._build_entities()
        suggestions = [_suggestion(ids[one.a], ids[one.b], one.score, one.reasons) for one in found.all()]
        suggestions.sort(key=lambda one: (-one.score, one.a, one.b))
        return Resolution(tuple(entities), tuple(suggestions), conflicts)

    def _suggest_places(self, found: Suggestions) -> None:
        """Suggest places of one name where one of them has no row, or is not settled."""
        named: dict[str, list[int]] = defaultdict(list)
        for number, one in enumerate(self.occurrences):
            if one.type == "place":
                named[self.anchors[number].name].append(number)
        for key, numbers in sorted(named.items()):
            if any(
                not (self.occurrences[number].link and self.occurrences[number].certain) for number in numbers
            ):
                found.add_places(key, numbers)

    def _countries(self, number: int, spoken_of: Mapping[str, frozenset[str]]) -> frozenset[str]:
        """Return the countries that a body is of, else those that its article speaks of."""
        one = self.occurrences[number]
        return countries_of(one) or spoken_of.get(one.document, frozenset())

    def _build_entities(self) -> tuple[list[Resolved], dict[int, str]]:
        """Build all entities by id, and the id of each cluster."""
        entities: list[Resolved] = []
        ids: dict[int, str] = {}
        for numbers in self.clusters.groups():
            rows = [number for number in numbers if number >= len(self.occurrences)]
            if members := numbers[: len(numbers) - len(rows)]:
                entity = self._build(members, rows)
                ids[self.clusters.find(members[0])] = entity.id
                entities.append(entity)
        return sorted(entities, key=lambda one: one.id), ids

    def _build(self, members: Sequence[int], rows: Sequence[int]) -> Resolved:
        """Build one entity of its occurrences, and of the rows of tables that were joined to it."""
        occurrences = [self.occurrences[number] for number in members]
        link = self.anchors[rows[0]].link if rows else None
        first = rows[0] if rows else min(members, key=self._age)
        return Resolved(
            id=handle_of(self.anchors[first]),
            type=occurrences[0].type,
            name=choose_name(occurrences, link),
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
        named = self.occurrences[other].id if other < len(self.occurrences) else None
        return Member(self.occurrences[number], handle, join.rule, join.evidence, named)


def _suggestion(a: str, b: str, score: float, reasons: tuple[Evidence, ...]) -> Suggestion:
    """Build a suggestion, the smaller id first."""
    return Suggestion(min(a, b), max(a, b), score, reasons)
