"""What a ledger tells and is told of people, bodies and places across its documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rawi.ledger.clock import Clock
from rawi.ledger.decisions import History, anchor_of, choose_undone, write_decision
from rawi.ledger.profiles import (
    choose_members,
    find_entity,
    find_like,
    find_profiles,
    find_proposals,
    load_members,
)
from rawi.ledger.resolution import is_stale, update_entities
from rawi.ledger.results import Decided, Joined, Likeness, Profile, Proposal, Updated
from rawi.ledger.rulings import await_documents
from rawi.ledger.store import Row, Store
from rawi.model.entity import EntityType
from rawi.model.resolution import Anchor


class Entities:
    """The entities of one ledger; every question is answered from what is newest."""

    def __init__(self, store: Store, clock: Clock, actor: str) -> None:
        self._store, self._clock, self._actor = store, clock, actor

    def update(self) -> Updated:
        """Resolve anew what came since."""
        return update_entities(self._store)

    def stale(self) -> bool:
        """Tell whether anything came since the last update."""
        return is_stale(self._store)

    def who(self, written: str) -> Iterator[Profile]:
        """Yield who is meant by an id or a name."""
        self.update()
        yield from find_profiles(self._store, written)

    def like(self, written: str) -> list[Likeness]:
        """Return who has a name like one that nobody bears."""
        self.update()
        return find_like(self._store, written)

    def suggestions(self) -> Iterator[Proposal]:
        """Yield what may be one."""
        self.update()
        yield from find_proposals(self._store)

    def decisions(self) -> Iterator[Decided]:
        """Yield all decisions."""
        yield from History(self._store).of()

    def merge(self, a: str, b: str, why: str | None, who: str | None) -> int:
        """Decide that two are one."""
        self.update()
        with self._store.transaction():  # looked up and written at once: no update comes between
            one, other = (find_entity(self._store, written) for written in (a, b))
            if one[0] == other[0]:
                raise ValueError(f"{a!r} and {b!r} are one already: {one[1]}")
            if one[2] != other[2]:
                raise ValueError(f"{a!r} is a {one[2]}, {b!r} a {other[2]}")
            parts = [self._anchors(row, load_members(self._store, row[0])) for row in (one, other)]
            number = write_decision(self._store, self._clock, who or self._actor, "merge", why, parts)
        self.update()
        return number

    def split(self, id: str, members: Sequence[str], why: str | None, who: str | None) -> int:
        """Decide that some of an entity are somebody else, or all of them each another."""
        self.update()
        with self._store.transaction():
            row = find_entity(self._store, id)
            every = load_members(self._store, row[0])
            if len(every) < 2:
                raise ValueError(f"{row[1]} stands in one document only; there is nothing to split")
            parts = self._parts(row, every, choose_members(self._store, every, members))
            number = write_decision(self._store, self._clock, who or self._actor, "split", why, parts)
        self.update()
        return number

    def keep_apart(self, a: str, b: str, why: str | None, who: str | None) -> int:
        """Decide that two entities are two, whatever speaks for one."""
        self.update()
        with self._store.transaction():
            one, other = (find_entity(self._store, written) for written in (a, b))
            if one[0] == other[0]:
                raise ValueError(f"{a!r} and {b!r} are one: split it by its members")
            every = [(row, load_members(self._store, row[0])) for row in (one, other)]
            every.sort(key=lambda each: (each[0][4] is not None, len(each[1])))
            parts = [self._anchors(row, members) for row, members in every]
            number = write_decision(self._store, self._clock, who or self._actor, "split", why, parts)
        self.update()
        return number

    def _parts(self, row: Row, every: Sequence[Joined], chosen: Sequence[Joined]) -> list[list[Anchor]]:
        """Return what is to be apart: the chosen and the rest, or each by itself; a row of a table stays."""
        if not chosen:
            alone = [self._anchors(row, [one], linked=False) for one in every]
            return [*alone, self._anchors(row, ())]
        left = [one for one in every if one not in chosen]
        if not left:
            raise ValueError("these are all members; name those that are somebody else")
        return [self._anchors(row, chosen, linked=False), self._anchors(row, left)]

    def _anchors(self, row: Row, members: Sequence[Joined], *, linked: bool = True) -> list[Anchor]:
        """Return what a decision holds on to: the members, and the row of a table where there is one."""
        type: EntityType = row[2]
        anchors = [anchor_of(type, one) for one in members]
        return [*anchors, Anchor(type, link=row[4])] if linked and row[4] else anchors

    def undo(self, number: int | None, why: str | None, who: str | None) -> int:
        """Decide that a decision counts no more."""
        with self._store.transaction():
            target = choose_undone(self._store, number)
            done = write_decision(self._store, self._clock, who or self._actor, "undo", why, target=target)
            await_documents(self._store, done)
        self.update()
        return done
