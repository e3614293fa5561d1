"""What people decide about relations: which reports are one story, which events one incident, and what two
claims are to each other.

A decision holds on to documents, or to the ids of entries and their documents: it counts as long as those are
there, whatever is read anew, and it can be undone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import get_args

from rawi.ledger.clock import Clock
from rawi.ledger.decisions import read_decisions, write_decision
from rawi.ledger.reading import find_document_id, find_entry_id
from rawi.ledger.relations import Relations
from rawi.ledger.store import Store, first
from rawi.model.incident import Incident
from rawi.model.relation import Story, Verdict
from rawi.model.resolution import Anchor, AnchorType

_STORY = "sy_"
_INCIDENT, _EVENT = "in_", "ev_"
_REPORTS = re.compile(r"sy_[0-9a-f]{1,14}|(?:sha256:)?[0-9a-f]{6,64}")
_TWO = 2
_OURS = ("report", "claim", "event")


class Rulings:
    """Decisions about stories and verdicts in one ledger."""

    def __init__(self, store: Store, clock: Clock, actor: str) -> None:
        self._store, self._clock, self._actor = store, clock, actor
        self._relations = Relations(store)

    def is_of_stories(self, written: str) -> bool:
        """Is an id that of a story, or of a document?"""
        bare = written.strip().lower()
        digits = bare.removeprefix("sha256:")
        return bare.startswith(_STORY) or (
            len(digits) >= 6 and all(one in "0123456789abcdef" for one in digits)
        )

    def merge_stories(self, a: str, b: str, why: str | None, who: str | None) -> int:
        """Decide that two stories, or reports, are of one happening; ``ValueError`` if they are already."""
        with self._store.transaction():
            one, other = self._reports(a), self._reports(b)
            if set(one) == set(other):
                raise ValueError(f"{a!r} and {b!r} are one story already")
            return self._decide("merge", why, who, [_of_reports(one), _of_reports(other)])

    def split_story(self, id: str, documents: Sequence[str], why: str | None, who: str | None) -> int:
        """Decide that some reports are not of a story; ``ValueError`` without any, for one that is not in it,
        and if none would be left."""
        if not documents:
            raise ValueError("a story is split by its reports: name those that do not belong to it")
        with self._store.transaction():
            every = self._reports(id)
            chosen = [find_document_id(self._store, one) for one in documents]
            if stranger := next((one for one in chosen if one not in every), None):
                raise ValueError(f"{stranger} is not in the story {id}")
            left = [one for one in every if one not in chosen]
            if not left or len(every) < 2:
                raise ValueError("a report must be left of the story; name those that do not belong to it")
            return self._decide("split", why, who, [_of_reports(chosen), _of_reports(left)])

    def is_of_incidents(self, written: str) -> bool:
        """Is an id that of an incident, or of an event?"""
        return written.strip().lower().startswith((_INCIDENT, _EVENT))

    def merge_incidents(self, a: str, b: str, why: str | None, who: str | None) -> int:
        """Decide that two incidents, or events, are one happening; ``ValueError`` if they are already."""
        with self._store.transaction():
            one, other = self._events(a), self._events(b)
            if set(one) == set(other):
                raise ValueError(f"{a!r} and {b!r} are one incident already")
            return self._decide("merge", why, who, [self._anchors(one), self._anchors(other)])

    def split_incident(self, id: str, events: Sequence[str], why: str | None, who: str | None) -> int:
        """Decide that some events are not of an incident; ``ValueError`` without any, for one that is not in
        it, and if none would be left."""
        if not events:
            raise ValueError("an incident is split by its events: name those that do not belong to it")
        with self._store.transaction():
            every = self._events(id)
            chosen = [find_entry_id(self._store, one) for one in events]
            if stranger := next((one for one in chosen if one not in every), None):
                raise ValueError(f"{stranger} is not in the incident {id}")
            left = [one for one in every if one not in chosen]
            if not left:
                raise ValueError("an event must be left of the incident; name those that do not belong to it")
            return self._decide("split", why, who, [self._anchors(chosen), self._anchors(left)])

    def scatter_incident(self, id: str, why: str | None, who: str | None) -> int:
        """Decide that no two events of an incident are one; ``ValueError`` where it has only one."""
        with self._store.transaction():
            every = self._events(id)
            if len(every) < _TWO:
                raise ValueError(f"{id} has one event only; there is nothing to put apart")
            return self._decide("split", why, who, [self._anchors([one]) for one in every])

    def find_events(self, *written: str) -> tuple[str, ...]:
        """Return the events of incidents and of ids, each once, by their full ids; none if an id is of
        something else."""
        if not all(map(self.is_of_incidents, written)):
            return ()
        return tuple(dict.fromkeys(id for one in written for id in self._events(one)))

    def _events(self, written: str) -> list[str]:
        """Return the events of an incident, or the one of an id."""
        if not written.strip().lower().startswith(_INCIDENT):
            return [find_entry_id(self._store, written)]
        found = self._relations.find(written)
        return list(found.events) if isinstance(found, Incident) else []

    def _anchors(self, events: Iterable[str]) -> list[Anchor]:
        """Return what a decision holds on to for some events."""
        return sorted(self._claim(one, "event") for one in events)

    def find_reports(self, *written: str) -> tuple[str, ...]:
        """Return the documents of stories and of ids, each once, by their full ids; none if an id is of
        something else."""
        if not all(map(self.is_of_stories, written)):
            return ()
        return tuple(dict.fromkeys(id for one in written for id in self._reports(one)))

    def decide_verdict(self, a: str, b: str, verdict: str, why: str | None, who: str | None) -> int:
        """Decide what two claims are to each other; ``ValueError`` for a word that is no verdict."""
        if verdict not in get_args(Verdict):
            raise ValueError(f"{verdict!r} is none of {', '.join(get_args(Verdict))}")
        with self._store.transaction():
            one, other = sorted((self._claim(a), self._claim(b)))
            if one == other:
                raise ValueError(f"{a!r} and {b!r} are one entry")
            parts = [[one], [other], [Anchor("verdict", name=verdict)]]
            return self._decide("verdict", why, who, parts)

    def _reports(self, written: str) -> list[str]:
        """Return the documents of a story, or the one of an id."""
        if not written.strip().lower().startswith(_STORY):
            return [find_document_id(self._store, written)]
        found = self._relations.find(written)
        return list(found.documents) if isinstance(found, Story) else []

    def _claim(self, written: str, type: AnchorType = "claim") -> Anchor:
        """Return what a decision holds on to for an entry."""
        id = find_entry_id(self._store, written)
        found = first(self._store, "document_of_entry", (id,))
        return Anchor(type, found[0] if found else "", id)

    def _decide(self, kind: str, why: str | None, who: str | None, parts: Sequence[Sequence[Anchor]]) -> int:
        """Write a decision, and have what it is about related anew."""
        actor = who or self._actor
        number = write_decision(self._store, self._clock, actor, kind, why, parts)  # type: ignore[arg-type]
        await_documents(self._store, number)
        return number


def await_documents(store: Store, number: int) -> None:
    """Have the documents related anew that a decision, or the one that it undoes, is about."""
    decisions = {one.number: one for one in read_decisions(store)}
    at: int | None = number
    while at is not None:
        anchors = [anchor for part in decisions[at].parts for anchor in part if anchor.type in _OURS]
        store.run_many("await", [(anchor.document,) for anchor in anchors])
        at = decisions[at].target


def _of_reports(documents: Iterable[str]) -> list[Anchor]:
    """Return what a decision holds on to for some reports."""
    return [Anchor("report", one) for one in sorted(documents)]
