"""Incidents as their reports tell them: each event with the document in which it stands."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from rawi.entities.decisions import find_active
from rawi.ledger.attribution import holder_statement, joined_chain, told_through, voice
from rawi.ledger.decisions import read_decisions
from rawi.ledger.entries import Entries
from rawi.ledger.happened import EventQuestion, Incidents
from rawi.ledger.identity import address
from rawi.ledger.reading import Reading, Readings
from rawi.ledger.relations import Relations
from rawi.ledger.results import ViewLink
from rawi.ledger.rows import sentence_span
from rawi.ledger.sameness import Sameness
from rawi.ledger.standings import Standings
from rawi.ledger.store import Store
from rawi.model.claim import Confidence, Event, Figure, Statement
from rawi.model.document import Document
from rawi.model.entity import Entity
from rawi.model.resolution import Decision
from rawi.model.review import Reviewed
from rawi.model.span import Span


class Account:
    """One report's version of an incident: ``event`` as read from ``document``, ``id`` its entry, ``review``
    how people left it."""

    def __init__(
        self,
        reading: Reading,
        position: int,
        event: Event,
        across: dict[str, str],
        review: Reviewed | None = None,
    ) -> None:
        self._reading, self._position, self._across = reading, position, across
        self.id, self.event, self.review = reading.rows[position].id, event, review

    @property
    def document(self) -> Document:
        """The document in which it stands."""
        return self._reading.document

    def words(self, span: Span) -> str:
        """Return the document's words at a span."""
        return span.of(self.document.text)

    @property
    def address(self) -> str:
        """Where the trigger stands: ``DOC#char=A,B``."""
        return address(self.document.id, self.event.trigger.start, self.event.trigger.end)

    @cached_property
    def sentence(self) -> Span:
        """The sentence around the trigger, without the spaces at its ends."""
        whole = sentence_span(self.document.text, self.event.trigger)
        words = self.words(whole)
        start = whole.start + len(words) - len(words.lstrip())
        return Span(start, start + len(words.strip()))

    def entity(self, label: str | None) -> Entity | None:
        """Return an entity of the document by its label."""
        item = self._item(label)
        return item if isinstance(item, Entity) else None

    def figure(self, label: str | None) -> Figure | None:
        """Return a figure of the document by its label."""
        item = self._item(label)
        return item if isinstance(item, Figure) else None

    def statement(self, label: str | None) -> Statement | None:
        """Return a statement of the document by its label."""
        return self._reading.statements.get(label or "")

    def _item(self, label: str | None) -> object:
        """Return what has a label, if anything does."""
        at = self._reading.positions.get(label) if label else None
        return None if at is None else self._reading.item(at)

    def entry_of(self, label: str | None) -> str | None:
        """Return the id of the entry that has a label in the record."""
        return self._reading.ids.get(label) if label else None

    def resolved(self, label: str | None) -> str | None:
        """Return the id across documents of an entity of the document."""
        return self._across.get(self._reading.ids.get(label, "")) if label else None

    def holder(self, label: str | None) -> str | None:
        """Return who claims what a statement holds; null where the article tells it itself."""
        statement = self.statement(label)
        return voice(statement) if statement is not None else None

    def denied(self, label: str | None) -> bool:
        """Is a statement, or one around it, a denial?"""
        around = told_through(self.statement(label), self._reading.statements)
        return any(one.polarity == "denied" for one in around)

    @cached_property
    def chain(self) -> tuple[ViewLink, ...]:
        """The links from the speaker's mouth to the reader."""
        holder = holder_statement(self.event, self._reading.statements)
        return joined_chain(holder, self.document, self._reading.statements)


class Docket(NamedTuple):
    """One incident: its id, the accounts of it, the earliest report first, how sure it is that all are of one
    happening, and on how many independent origins it stands; ``decided`` are the decisions about its events
    that count. ``rejected`` are accounts that people rejected beside others; where they rejected all of
    them, all are ``accounts``."""

    id: str
    accounts: tuple[Account, ...]
    confidence: Confidence = "certain"
    origins: int = 1
    decided: tuple[Decision, ...] = ()
    rejected: tuple[Account, ...] = ()


def find_accounts(store: Store) -> Iterator[Account]:
    """Yield all events of a ledger, by document and place."""
    readings, standings = Readings(store), Standings(store)
    for (number,) in list(store.rows("current_readings")):
        reading = readings[number]
        for position, row in enumerate(reading.rows):
            if row.kind == "event":
                yield _account(store, standings, reading, position)


def _account(store: Store, standings: Standings, reading: Reading, position: int) -> Account:
    """Return an event as its report tells it."""
    item = reading.item(position)
    assert isinstance(item, Event)
    across: dict[str, str] = dict(store.rows("resolved_ids", (reading.document.id,)))
    return Account(reading, position, item, across, standings.of(reading.rows[position].id))


def find_dockets(store: Store, relations: Relations, question: EventQuestion) -> list[Docket]:
    """Return the incidents of which an event is asked for, in order of time, as of the last update."""
    readings, standings = Readings(store), Standings(store)
    found = Incidents(store, relations).find(question)
    sameness = Sameness(store, relations, Entries(store))
    decisions = find_active(read_decisions(store))
    dockets = []
    for one in found:
        if one.id:  # an event of the past is in no incident
            places = [next(iter(store.rows("entry_places", (id,)))) for id in one.events]
            every = [_account(store, standings, *each) for each in readings.at(places)]
            accounts = tuple(each for each in every if each.id not in standings.rejected) or tuple(every)
            refused = tuple(each for each in every if each not in accounts)
            documents = dict.fromkeys(account.document.id for account in accounts)
            origins = len(sameness.origins(documents)) if len(documents) > 1 else 1
            decided = tuple(each for each in decisions if not _events_of(each).isdisjoint(one.events))
            dockets.append(Docket(one.id, accounts, one.confidence, origins, decided, refused))
    return dockets


def _events_of(decision: Decision) -> set[str]:
    """Return the events that a decision is about."""
    return {anchor.name for part in decision.parts for anchor in part if anchor.type == "event"}
