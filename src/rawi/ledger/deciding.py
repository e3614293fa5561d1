"""What people decide of who and what is one, and take back: the part of a ledger that holds decisions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from rawi.ledger.derivation import Progress
from rawi.ledger.entities import Entities
from rawi.ledger.results import Decided, Updated
from rawi.ledger.rulings import Rulings


class _Updating(Protocol):
    """What brings a ledger up to date."""

    _entities: Entities
    _rulings: Rulings

    def update(self, progress: Progress | None = None) -> Updated:
        """Bring what is derived up to date."""
        ...


class Deciding(_Updating, Protocol):
    """Decisions about entities, stories and incidents; a part of ``rawi.ledger.ledger.Ledger``."""

    def merge(self, a: str, b: str, why: str | None = None, *, who: str | None = None) -> int:
        """Decide that two entities are one, and return the number of the decision.

        ``a`` and ``b`` are ids, or names that mean one entity only (else E308); or stories, or documents,
        that are of one happening; or incidents, or events, that are one. ``who`` decides, the actor of the
        ledger if null. ``ValueError`` if they are one already or of two types. ``undo`` takes it back.
        """
        if self._rulings.is_of_stories(a) and self._rulings.is_of_stories(b):
            self.update()
            return self._rulings.merge_stories(a, b, why, who)
        if self._rulings.is_of_incidents(a) and self._rulings.is_of_incidents(b):
            self.update()
            return self._rulings.merge_incidents(a, b, why, who)
        return self._entities.merge(a, b, why, who)

    def split(self, id: str, *members: str, why: str | None = None, who: str | None = None) -> int:
        """Decide that some members of an entity are another one, and return the number of the decision.

        Members are named by entry, by document, or by the name that their articles give; without any, each
        is another one. Of a story they are documents, of an incident events, and must be named.
        ``ValueError`` for what is no member, or for all.
        """
        if self._rulings.is_of_stories(id):
            self.update()
            return self._rulings.split_story(id, members, why, who)
        if self._rulings.is_of_incidents(id):
            self.update()
            return self._rulings.split_incident(id, members, why, who)
        return self._entities.split(id, members, why, who)

    def find_reports(self, *written: str) -> tuple[str, ...]:
        """Return the documents of stories and of documents by their ids, each once; none if any is the id or
        name of something else. Updates what is stale."""
        if all(map(self._rulings.is_of_stories, written)):
            self.update()
        return self._rulings.find_reports(*written)

    def find_events(self, *written: str) -> tuple[str, ...]:
        """Return the events of incidents and of events by their ids, each once; none if any is the id or name
        of something else. Updates what is stale."""
        if all(map(self._rulings.is_of_incidents, written)):
            self.update()
        return self._rulings.find_events(*written)

    def undo(self, number: int | None = None, why: str | None = None, *, who: str | None = None) -> int:
        """Undo a decision, the last that counts if none is named; return the number of the undoing one.

        An undoing can be undone. ``ValueError`` if there is no such decision, or if it is undone already.
        """
        return self._entities.undo(number, why, who)

    def decide_verdict(
        self, a: str, b: str, verdict: str, why: str | None = None, *, who: str | None = None
    ) -> int:
        """Decide what two entries are to each other, and return the number of the decision.

        ``verdict`` is a word of ``Verdict`` (else ``ValueError``). It stands in the place of the one that is
        computed until it is undone, whatever is read anew.
        """
        return self._rulings.decide_verdict(a, b, verdict, why, who)

    def decisions(self) -> Iterator[Decided]:
        """Yield all decisions about who is who, oldest first, with what became of them."""
        return self._entities.decisions()

    def keep_apart(self, a: str, b: str, why: str | None = None, *, who: str | None = None) -> int:
        """Decide that two entities are two, and return the number of the decision.

        They are suggested no more, nor joined by any evidence. ``ValueError`` if they are one already.
        """
        return self._entities.keep_apart(a, b, why, who)

    def scatter(self, incident: str, why: str | None = None, *, who: str | None = None) -> int:
        """Decide that no two events of an incident are one happening, and return the number of the decision.

        ``ValueError`` where it has one event only. As of the last update.
        """
        return self._rulings.scatter_incident(incident, why, who)
