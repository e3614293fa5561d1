"""What a ledger has of one person, body or place, as of the last update: statements, numbers, events, ties.

Nothing here brings anything up to date: a page that is only read must neither wait nor write.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, get_args

import msgspec

from rawi.arabic.fold import fold
from rawi.documents.newsrooms import newsroom_key
from rawi.entities.decisions import find_active
from rawi.ledger.answers import ComparisonView, IncidentView
from rawi.ledger.decisions import History, read_decisions
from rawi.ledger.entries import Entries
from rawi.ledger.happened import Incidents
from rawi.ledger.laziness import Lazily
from rawi.ledger.profiles import (
    Known,
    build_profile,
    build_proposals,
    find_entity,
    find_known,
    find_like,
    find_named,
    load_members,
)
from rawi.ledger.reading import Readings, decode
from rawi.ledger.relations import Relations
from rawi.ledger.resolution import is_stale
from rawi.ledger.results import Count, Likeness, Profile, Proposal, Said
from rawi.ledger.rows import sentence_span
from rawi.ledger.scenes import Scenes
from rawi.ledger.store import Store, first
from rawi.model.claim import Event
from rawi.model.entity import EntityType
from rawi.model.relation import Comparison, Recurrence, Verdict
from rawi.model.span import Span

#: How an entity takes part in an event, as its report tells it.
Part = Literal["actor", "target", "claimed_by", "place"]
_TYPES = get_args(EntityType)
_TOLD: tuple[Verdict, ...] = ("contradicts", "changed_over_time")


class Freshness(msgspec.Struct, frozen=True):
    """Is what is derived of what is newest? ``entities``: who is who; ``relations``: stories, series,
    comparisons, incidents; ``awaiting``: how many documents these lack."""

    entities: bool
    relations: bool
    awaiting: int

    @property
    def stale(self) -> bool:
        """Is anything not up to date?"""
        return not (self.entities and self.relations)


class Voice(msgspec.Struct, frozen=True):
    """Who speaks in an entry across documents."""

    id: str
    name: str


class Spot(msgspec.Struct, frozen=True):
    """Where an entry stands: its article and its day (its own, else of publication)."""

    entry: str
    document: str
    title: str | None
    outlet: str | None
    published: str | None
    day: str | None
    denied: bool


class Told(msgspec.Struct, frozen=True):
    """One statement with the others that say the same: ``spots`` are all, the newest first; ``recurrence``
    null where it was said once."""

    said: Said
    spots: tuple[Spot, ...]
    recurrence: str | None = None


class Numbered(msgspec.Struct, frozen=True):
    """One figure, and the series in which it stands, null where it is in none."""

    count: Count
    series: str | None = None


class Year(msgspec.Struct, frozen=True):
    """How much there is of a year, null: without a day; ``denied`` are among the ``statements``."""

    year: str | None
    statements: int
    denied: int
    figures: int


class Taking(msgspec.Struct, frozen=True):
    """An incident, and how the entity takes part in it as its reports tell."""

    incident: IncidentView
    parts: tuple[Part, ...]


class Carrier(msgspec.Struct, frozen=True):
    """Who carried or relayed statements: ``id`` where it is an entity, ``kind`` of a link of the chain."""

    name: str | None
    statements: int
    kind: str | None = None
    id: str | None = None


class Tie(msgspec.Struct, frozen=True):
    """Who is named in the same articles, and in how many."""

    id: str
    type: EntityType
    name: str
    documents: int


class RoleTold(msgspec.Struct, frozen=True):
    """In which documents a role is said, as it is written there."""

    role: str
    documents: tuple[str, ...]


class Row(msgspec.Struct, frozen=True, array_like=True):
    """An entry of an entity as ``portrait_entries`` has it."""

    number: int
    id: str
    kind: str
    reading: int
    position: int
    label: str | None
    polarity: str | None
    what: str | None
    unit: str | None
    day: str | None
    document: str
    title: str | None
    outlet: str | None
    published: str | None
    repeats: str | None

    def spot(self) -> Spot:
        """Return where the entry stands."""
        denied = self.polarity == "denied"
        return Spot(self.id, self.document, self.title, self.outlet, self.published, self.day, denied)


class Portraits:
    """The portraits of one ledger."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def freshness(self) -> Freshness:
        """Return whether what is derived is of what is newest."""
        ((awaiting,),) = self._store.rows("count_unrelated")
        return Freshness(not is_stale(self._store), not Relations(self._store).is_stale(), awaiting)

    def load(self, written: str) -> Portrait:
        """Return the portrait of an entity by id, by that of an entry in it, or by the first letters of one;
        E307 if there is none, E308 if several."""
        return Portrait(self._store, find_entity(self._store, written))

    def who(self, written: str) -> Lazily[Known, Profile]:
        """Return who is meant by an id or a name, as ``Ledger.who`` does once everything is up to date."""
        return find_known(self._store, written)

    def like(self, written: str) -> list[Likeness]:
        """Return who has a name like one that nobody bears."""
        return find_like(self._store, written)

    def named(self, written: str, type: EntityType | None, limit: int = 20) -> list[Voice]:
        """Return entities with all words of a name, of one type or any, the most mentioned first."""
        rows = [row for row in find_named(self._store, written) if type in (None, row[2])]
        return [Voice(row[1], row[3]) for row in rows[:limit]]

    def proposals(self, type: EntityType | None, offset: int = 0, limit: int = 1) -> list[Proposal]:
        """Return pairs that may be one, the likeliest first."""
        wanted = {"type": type, "offset": offset, "limit": limit}
        return list(build_proposals(self._store, self._store.rows("suggestions_between", wanted)))

    def waiting(self) -> dict[EntityType, int]:
        """Count the pairs that may be one, by type."""
        return dict(self._store.rows("count_suggestions"))

    def last_decision(self) -> int | None:
        """Return the number of the last decision about who is who that counts, null if there is none."""
        active = find_active(read_decisions(self._store))
        about = (one for one in reversed(active) if any(a.type in _TYPES for part in one.parts for a in part))
        return next((one.number for one in about), None)

    def voices(self, entries: Mapping[str, str | None]) -> dict[str, Voice]:
        """Return who speaks in entries, given by id with the name that the article gives; those of whom that
        cannot be told are left out.

        Of several who speak together it is the one of that name.
        """
        found: dict[str, dict[str, tuple[Voice, set[str]]]] = defaultdict(dict)
        wanted = msgspec.json.encode(list(entries)).decode()
        for entry, id, name, called in list(self._store.rows("voices_of_entries", (wanted,))):
            names = found[entry].setdefault(id, (Voice(id, name), {fold(name)}))[1]
            names.update([fold(called)] if called else [])
        chosen = ((entry, _choose(list(each.values()), entries[entry])) for entry, each in found.items())
        return {entry: voice for entry, voice in chosen if voice is not None}


def _choose(speaking: Sequence[tuple[Voice, set[str]]], name: str | None) -> Voice | None:
    """Return the one who is called so; null if that is nobody or several."""
    if len(speaking) == 1:
        return speaking[0][0]
    same = [voice for voice, names in speaking if name and fold(name) in names]
    return same[0] if len(same) == 1 else None


class Portrait:
    """One entity of a ledger; each question is answered when it is asked."""

    def __init__(self, store: Store, row: Sequence[object]) -> None:
        self._store, self._row = store, tuple(row)
        self.number: int = int(str(row[0]))
        self.id = str(row[1])
        self._entries = Entries(store)
        self._readings = Readings(store)
        self.rows = [Row(*one) for one in store.rows("portrait_entries", (self.number,))]
        self._recurrences: dict[str, str] = {}
        self._alike: dict[str, str] = {}
        self._series: dict[str, str] = {}
        self._verdicts: dict[str, str] = {}
        for entry, kind, relation, told in store.rows("portrait_relations", (self.number,)):
            if kind == "comparisons":
                self._verdicts[relation] = told
            elif kind == "series":
                self._series.setdefault(entry, relation)
            elif entry not in self._recurrences:
                self._recurrences[entry] = relation
                self._alike[entry] = _alike(entry, decode(told, Recurrence, relation))

    def profile(self) -> Profile:
        """Return names, roles, members, suggestions and decisions."""
        return build_profile(self._store, self._row, History(self._store))

    def roles_told(self) -> list[RoleTold]:
        """Return where each role is said, the roles in the order of the documents."""
        members = {one.entry: one.document for one in load_members(self._store, self.number)}
        told: dict[str, dict[str, None]] = defaultdict(dict)
        for account in Scenes(self._store).accounts_of(set(members.values())):
            for one in account.scene.named:
                for role in one.roles if one.id in members else ():
                    told[role][account.scene.document] = None
        return [RoleTold(role, tuple(documents)) for role, documents in told.items()]

    def sentence(self, entry: str) -> str:
        """Return the sentence in which an entry of it stands, as its article has it."""
        reading, position = next(self._readings.at(list(self._store.rows("entry_places", (entry,)))[:1]))
        row, text = reading.rows[position], reading.document.text
        reading.item(position)  # its words are compared with the text before any are shown
        return sentence_span(text, Span(row.start, row.end)).of(text).strip()

    def years(self) -> list[Year]:
        """Return how much there is of each year, the earliest first, what has no day last."""
        found: dict[str | None, Counter[str]] = defaultdict(Counter)
        for one in self._once():
            found[one.day[:4] if one.day else None][one.kind] += 1
            if one.kind == "statement" and one.polarity == "denied":
                found[one.day[:4] if one.day else None]["denied"] += 1
        ordered = sorted(found.items(), key=lambda item: (item[0] is None, item[0] or ""))
        return [Year(year, n["statement"], n["denied"], n["figure"]) for year, n in ordered]

    def statements(self, *, denied: bool = False) -> list[list[Row]]:
        """Return the statements, those that say the same together, the newest first; ``denied``: only
        what is denied. Another number, or a negation, is another statement."""
        groups: dict[str, list[Row]] = {}
        for one in self._once():
            if one.kind == "statement" and (not denied or one.polarity == "denied"):
                alike = f"{self._alike.get(one.id, one.id)} {one.polarity}"
                groups.setdefault(alike, []).append(one)
        return list(groups.values())

    def tell(self, group: Sequence[Row]) -> Told:
        """Return one statement of a group as it is listed, with where the others stand."""
        said = next(iter(self._entries.load_said([group[0].id])))
        recurrence = self._recurrences.get(group[0].id)
        return Told(said, tuple(one.spot() for one in group), recurrence)

    def figures(self) -> list[Row]:
        """Return the figures: those of one series together, then those that count one thing; each by day."""
        found = [one for one in self.rows if one.kind == "figure"]
        sizes = Counter(map(self._quantity, found))
        return sorted(found, key=lambda one: (-sizes[self._quantity(one)], self._quantity(one)))

    def _quantity(self, one: Row) -> tuple[str, str, str]:
        """Return what a figure is a number of."""
        return self._series.get(one.id, ""), one.what or "", one.unit or ""

    def count(self, one: Row) -> Numbered:
        """Return a figure as it is listed."""
        found = next(iter(self._entries.load_counts([one.id])))
        return Numbered(found, self._series.get(one.id))

    def comparisons(self) -> list[str]:
        """Return the ids of the comparisons in which something of it contradicts or changed, those first."""
        told = [(_TOLD.index(word), id) for id, word in self._verdicts.items() if word in _TOLD]
        return [id for _, id in sorted(told)]

    def compare(self, id: str) -> ComparisonView:
        """Return one of its comparisons."""
        found = Relations(self._store).find(id)
        assert isinstance(found, Comparison)
        return self._entries.build_comparison(found)

    def events(self) -> list[tuple[str, tuple[Part, ...]]]:
        """Return the events in which it takes part, by id of the first of each incident, the newest first."""
        labels = {(reading, label) for reading, label in self._store.rows("portrait_labels", (self.number,))}
        wanted = msgspec.json.encode(sorted({reading for reading, _ in labels})).decode()
        parts: dict[str, dict[Part, None]] = {}
        heads: dict[str, str] = {}
        for id, reading, json, _ in list(self._store.rows("portrait_events", (wanted,))):
            event = decode(json, Event, f"entry {id}")
            if mine := [part for part, label in _takers(event) if (reading, label) in labels]:
                key = first(self._store, "relations_of_member", (id, "incidents"))
                head = heads.setdefault(key[0] if key else id, id)
                parts.setdefault(head, {}).update(dict.fromkeys(mine))
        return [(id, tuple(mine)) for id, mine in parts.items()]

    def take_part(self, id: str, parts: tuple[Part, ...]) -> Taking:
        """Return one of its events with all reports of the happening."""
        views = Incidents(self._store, Relations(self._store))
        return Taking(views.load(id), parts)

    def outlets(self) -> list[Carrier]:
        """Return which outlets carried its statements, the most first."""
        counts = Counter(one.outlet for one in self._once() if one.kind == "statement")
        ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0] or ""))
        return [Carrier(name, count) for name, count in ordered]

    def relayers(self) -> list[Carrier]:
        """Return through whom its statements came: agencies, accounts and people, the most first."""
        seen: dict[str, tuple[str, str | None, str | None]] = {}
        counts: dict[str, set[str]] = defaultdict(set)
        for entry, id, name in self._store.rows("portrait_relayers", (self.number,)):
            seen.setdefault(id, (name, "person", id))
            counts[id].add(entry)
        for entry, kind, name in self._store.rows("portrait_links", (self.number,)):
            key = newsroom_key(name)
            seen.setdefault(key, (name, kind, None))
            counts[key].add(entry)
        ordered = sorted(seen, key=lambda key: (-len(counts[key]), seen[key][0]))
        return [Carrier(seen[key][0], len(counts[key]), *seen[key][1:]) for key in ordered]

    def ties(self) -> list[Tie]:
        """Return who is named in the same articles, the most first."""
        return [Tie(*row) for row in self._store.rows("portrait_ties", (self.number,))]

    def _once(self) -> Iterator[Row]:
        """Yield the entries, but no headline or lede that repeats one of them in the same article."""
        known = {(one.reading, one.label) for one in self.rows}
        return (one for one in self.rows if not one.repeats or (one.reading, one.repeats) not in known)


def _alike(entry: str, one: Recurrence) -> str:
    """Return what the statements of a recurrence have in common that say quite the same as one of them."""
    shifts = [shift for each in one.rewordings if each.statement == entry for shift in each.changes]
    if any(shift.kind == "figure" and shift.here is not None for shift in shifts):
        return entry
    return f"{one.id} not" if any(shift.kind == "negation" for shift in shifts) else one.id


def _takers(event: Event) -> Iterable[tuple[Part, str | None]]:
    """Yield who takes part in an event, by the labels of its document."""
    for one in (event.actor, *event.with_actor):
        yield "actor", one.entity if one else None
    for one in (event.target, *event.with_target):
        yield "target", one.entity if one else None
    yield "claimed_by", event.claimed_by.entity if event.claimed_by else None
    for place in (event.place, *event.places):
        yield "place", place.entity if place else None
