"""Incidents as they are listed: which are asked for, and each with its events as the reports tell them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from rawi.arabic.fold import fold
from rawi.entities.countries import country_of, find_country
from rawi.ledger.answers import EventView, IncidentView
from rawi.ledger.entries import Entries
from rawi.ledger.eventviews import build_event
from rawi.ledger.faults import NotInLedger
from rawi.ledger.reading import Readings, find_entry_id
from rawi.ledger.relations import Relations
from rawi.ledger.sameness import Sameness
from rawi.ledger.standings import Standings
from rawi.ledger.store import Store
from rawi.ledger.terms import split_words, stem
from rawi.ledger.timeline import find_days, parse_days
from rawi.model.claim import Event
from rawi.model.entity import Entity
from rawi.model.incident import Incident

_INCIDENT = "in_"
_PRECISIONS = ("exact", "near", "district", "governorate", "country", None)
#: Types of which whoever is named second takes part as the first does.
_OF_TWO_SIDES = frozenset(("Battles/Armed clash",))
_OPEN = 10**6  # days of a date that is open on one side


class EventQuestion(msgspec.Struct, frozen=True):
    """Which events are asked for. See ``Ledger.incidents``."""

    since: str | None = None
    until: str | None = None
    types: frozenset[str] = frozenset()
    place: str | None = None
    actor: str | None = None
    certainty: str | None = None
    background: bool = False
    min_killed: int | None = None
    confidence: str | None = None
    rejected: bool = False


class Incidents:
    """The incidents of one ledger; ``hidden`` counts the events that the last ``find`` passed over because
    people rejected them."""

    def __init__(self, store: Store, relations: Relations) -> None:
        self._store, self._relations = store, relations
        self._readings, self._entries = Readings(store), Entries(store)
        self._sameness = Sameness(store, relations, self._entries)
        self._standings, self.hidden = Standings(store), 0

    def find(self, question: EventQuestion) -> list[Incident]:
        """Return the incidents of which an event is asked for, by the first of these; an event that is
        background stands for itself, with no id."""
        found: dict[str, Incident] = {}
        self.hidden = 0
        for id, event in _Search(self._store, question).events():
            if not question.rejected and id in self._standings.rejected:
                self.hidden += 1
            elif event.background:
                found[id] = Incident("", (id,), ())
            else:
                found |= {one.id: one for one in self._relations.of(id, Incident) if one.id not in found}
        return list(found.values())

    def load(self, written: str) -> IncidentView:
        """Return an incident by its id or that of an event; NotInLedger if it is of neither."""
        if written.strip().lower().startswith(_INCIDENT):
            one = self._relations.find(written)
        else:
            id = find_entry_id(self._store, written)
            held = next(iter(self._relations.of(id, Incident)), None)
            one = held or Incident("", (id,), ())
        if not isinstance(one, Incident) or not one.events[0].startswith("ev_"):
            raise NotInLedger(f"{written!r} is no incident, nor an event")
        return self.build(one)

    def build(self, one: Incident, *, rejected: bool = True) -> IncidentView:
        """Build the view of an incident from its events; without those that people rejected, unless
        ``rejected`` or there are no others."""
        left = [id for id in one.events if rejected or id not in self._standings.rejected]
        events = tuple(map(self._load, left or one.events))
        told = [view.event for view in events]
        dates = dict.fromkeys(event.date for event in told if event.date)
        ordered = sorted(told, key=lambda event: _PRECISIONS.index(_precision(event)))
        return IncidentView(
            id=one.id or None,
            types=tuple(dict.fromkeys(event.type for event in told)),
            events=events,
            days=tuple(sorted(dates, key=lambda date: (_length(date), date))),
            places=tuple(dict.fromkeys(places for event in ordered if (places := name_places(event)))),
            actors=tuple(dict.fromkeys(name for event in told for name in name_actors(event))),
            targets=tuple(dict.fromkeys(name for event in told for name in name_targets(event))),
            certainties=tuple(dict.fromkeys(event.certainty for event in told)),
            origins=self._sameness.origins(dict.fromkeys(view.article.id for view in events)),
            confidence=one.confidence,
            reasons=one.reasons,
        )

    def _load(self, id: str) -> EventView:
        """Load one event as its report tells it."""
        reading, position = next(self._readings.at(list(self._store.rows("entry_places", (id,)))))
        view = self._standings.mark(build_event(reading, position))
        original = self._sameness.original(view.article.id)
        copied = original if original != view.article.id else None
        return msgspec.structs.replace(view, copy_of=copied)


def name_places(event: Event) -> tuple[str, ...]:
    """Return the names of where an event was, the narrowest first, each once."""
    return tuple(dict.fromkeys(one.name for one in (event.place, *event.places) if one is not None))


def name_actors(event: Event) -> tuple[str, ...]:
    """Return the names of those who did it."""
    return tuple(one.name for one in (event.actor, *event.with_actor) if one is not None)


def name_targets(event: Event) -> tuple[str, ...]:
    """Return the names of those to whom it was done."""
    return tuple(one.name for one in (event.target, *event.with_target) if one is not None)


def _precision(event: Event) -> str | None:
    """Return how narrow the place of an event is."""
    return event.place.precision if event.place else None


def _length(date: str) -> int:
    """Return how many days a date leaves open."""
    days = find_days(date)
    if days is None or None in days:
        return _OPEN
    first, last = (tuple(map(int, day.split("-"))) for day in days)
    return sum((x - y) * size for x, y, size in zip(last, first, (366, 31, 1), strict=False))


class _Search:
    """The events that a question finds."""

    def __init__(self, store: Store, question: EventQuestion) -> None:
        self._store, self._asked = store, question
        self._decoder = msgspec.json.Decoder(Event)
        self._places, self._actors = self._named(question.place), self._named(question.actor)
        self._country = find_country(question.place or "")

    def _named(self, name: str | None) -> set[tuple[int, str]]:
        """Return what is called so across documents: number of the reading, label in it."""
        folded = " ".join(fold(name).split()) if name else ""
        rows = self._store.rows("labels_of_name", (folded,)) if folded else ()
        return {(reading, label) for reading, label in rows}

    def events(self) -> Iterator[tuple[str, Event]]:
        """Yield the events with their ids, in order of time."""
        asked = self._asked
        parameters = {
            "since": parse_days(asked.since)[0] if asked.since else None,
            "until": parse_days(asked.until)[1] if asked.until else None,
            "form": asked.certainty,
        }
        for id, reading, json in list(self._store.rows("events", parameters)):
            event = self._decoder.decode(json)
            if self._fits(event, reading):
                yield str(id), event

    def _fits(self, event: Event, reading: int) -> bool:
        """Is an event asked for?"""
        asked = self._asked
        if (event.background and not asked.background) or (asked.types and event.type not in asked.types):
            return False
        if asked.confidence is not None and event.confidence != asked.confidence:
            return False
        if asked.min_killed is not None and not _kills(event, asked.min_killed):
            return False
        if asked.actor and not self._is_by(event, reading):
            return False
        return not asked.place or self._is_at(event, reading)

    def _is_by(self, event: Event, reading: int) -> bool:
        """Is one of those who did it, or says so, called as asked? Both sides of a clash did."""
        parties = [event.actor, *event.with_actor, event.claimed_by]
        parties += (event.target, *event.with_target) if event.type in _OF_TWO_SIDES else ()
        named = [one for one in parties if one is not None]
        if any((reading, one.entity) in self._actors for one in named):
            return True
        return _holds([one.name for one in named], self._asked.actor or "")

    def _is_at(self, event: Event, reading: int) -> bool:
        """Was an event in the place that is asked for, or in an area or a country of that name?"""
        places = [one for one in (event.place, *event.places) if one is not None]
        if any((reading, one.entity) in self._places for one in places):
            return True
        wanted = self._asked.place or ""
        if _holds([one.name for one in places], wanted):
            return True
        known = [entity for one in places if one.entity for entity in self._entity(one.entity, reading)]
        return self._is_in_country(known) or _holds(_areas(known), wanted)

    def _entity(self, label: str, reading: int) -> Iterator[Entity]:
        """Yield the entity with a label, if there is one."""
        for (json,) in list(self._store.rows("entity_at", (reading, label))):
            yield msgspec.json.decode(json, type=Entity)

    def _is_in_country(self, places: Sequence[Entity]) -> bool:
        """Does one of some places lie in the country that is asked for, or is it that country?"""
        return self._country is not None and any(_country(one) == self._country for one in places)


def _country(place: Entity) -> str | None:
    """Return the country of a place, of the likeliest one of its name as with areas; null if none is."""
    return place.location.country if place.location is not None else country_of(place.link)


def _areas(places: Iterable[Entity]) -> Iterator[str]:
    """Yield the names of places and of the areas around them."""
    for one in places:
        yield one.name
        yield from (area.name for area in one.location.admin) if one.location else ()


def _holds(names: Iterable[str], wanted: str) -> bool:
    """Has one of some names all words that are asked for, in any spelling?"""
    words = {stem(word) for word in split_words(wanted)}
    return bool(words) and any(words <= {stem(word) for word in split_words(name)} for name in names)


def _kills(event: Event, least: int) -> bool:
    """Does a report of an event count so many dead, for certain or as the most? A count of dead and wounded
    together does not tell."""
    counts = [one for one in event.tolls if one.kind == "killed" and not (one.part or one.joint)]
    numbers = [x for one in counts for x in (one.low, one.high) if x is not None]
    return any(x >= least for x in (*numbers, *([event.killed] if event.killed is not None else [])))
