"""Entities after something changed: what may have to do with it is resolved again, all else stays."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from rawi.entities.closure import Closure
from rawi.entities.decisions import find_active
from rawi.entities.resolution import Settled, resolve_parts
from rawi.entities.scenes import Part, find_parts
from rawi.entities.suggestions import suggest_places
from rawi.ledger.decisions import read_decisions
from rawi.ledger.entityrows import (
    add_conflicts,
    add_entity,
    add_suggestions,
    encode,
    entries_of,
    find_moved,
    id_of_place,
    load_overrulings,
    load_place_suggestions,
    load_rows,
    load_suggestions,
    no_rows,
    numbers_of,
    write_rows,
)
from rawi.ledger.linked import LinkedEntities
from rawi.ledger.naming import Account
from rawi.ledger.scenes import Scenes
from rawi.ledger.store import Store
from rawi.model.resolution import Decision

#: The number of a document, that of its reading, and what it names now.
Change = tuple[int, int, Account]


class Renewal:
    """One update under way: the rows of what it touches, as they were and as they are to be."""

    def __init__(self, store: Store) -> None:
        self._store, self._scenes = store, Scenes(store)
        self._old, self._new = no_rows(), no_rows()

    def change(self, changes: Sequence[Change], decided: int) -> set[int]:
        """Take in what documents name now, and the decisions after the number ``decided``; return the entries
        in which somebody else speaks than before, or somebody who is called otherwise."""
        old = [account for number, *_ in changes if (account := self._scenes.account(number))]
        new = [account for *_, account in changes]
        names = self._scenes.replace(changes)
        decisions = read_decisions(self._store)
        before = find_active(one for one in decisions if one.number <= decided)
        after = find_active(decisions)
        closure = self._close(old, new, names, before, after)
        made = self._resolve(closure, old, after)
        self._change_linked(closure, old, new)
        write_rows(self._store, self._old, self._new)
        self._suggest_places(made)
        return find_moved(self._store, self._old, self._new)

    def _close(
        self,
        old: Iterable[Account],
        new: Iterable[Account],
        names: Iterable[str],
        before: Sequence[Decision],
        after: Sequence[Decision],
    ) -> Closure:
        """Return all that may have to do with what changed."""
        every = {one.number: one for one in (*before, *after)}
        closure = Closure(self._scenes, every.values(), [account.scene for account in old])
        for account in new:
            for one in account.scene.named:
                closure.add(Part(account.scene, one))
        for name in names:
            closure.add_name(name)
        kept = {one.number for one in before} & {one.number for one in after}
        for decision in every.values():
            if decision.number not in kept or _parts_places(decision):
                closure.decide(decision)
        closure.grow()
        return closure

    def _resolve(self, closure: Closure, old: Iterable[Account], active: Iterable[Decision]) -> Settled:
        """Resolve what may have to do with what changed, and note its rows."""
        self._load(closure, old)
        parts = sorted(closure.parts.values(), key=lambda part: part.order)
        names = {part.named.key for part in parts if part.named.type == "person"}
        alike = {(one, other) for one in names for other in self._scenes.alike(one) if one < other}
        deciding = [one for one in active if one.number in closure.decided]
        made = resolve_parts(parts, deciding, alike)
        entries = entries_of(self._scenes.accounts_of({part.scene.document for part in parts}))
        for entity in made.entities:
            add_entity(self._new, entity, entries)
        add_suggestions(self._new, made.suggestions)
        add_conflicts(self._new, made.conflicts)
        return made

    def _load(self, closure: Closure, old: Iterable[Account]) -> None:
        """Load the rows of all that is resolved again."""
        changed = {account.scene.document for account in old}
        entries = [part.named.id for part in closure.parts.values() if part.scene.document not in changed]
        entries += [one.id for account in old for one in account.scene.named if closure.holds(one)]
        numbers = [row[0] for row in self._store.rows("entities_of_entries", (encode(sorted(entries)),))]
        self._old = load_rows(self._store, numbers)
        load_suggestions(self._store, self._old, [row[1] for row in self._old.entities.values()])
        load_overrulings(self._store, self._old, closure.decided)

    def _change_linked(self, closure: Closure, old: Sequence[Account], new: Sequence[Account]) -> None:
        """Note what changes in entities of one row of a table each."""
        gone, come = (
            [part for part in find_parts(one.scene for one in accounts) if not closure.holds(part.named)]
            for accounts in (old, new)
        )
        linked = LinkedEntities(self._store, self._old, self._new)
        linked.change(gone, entries_of(old), come, entries_of(new))

    def _suggest_places(self, made: Settled) -> None:
        """Write what is suggested of places, which the sizes of all of them decide."""
        named: dict[str, Counter[str]] = defaultdict(Counter)
        for number, name, count in self._store.rows("folded_names", numbers_of("place")):
            named[id_of_place(number)][name] = count
        old, new = no_rows(), no_rows()
        load_place_suggestions(self._store, old)
        add_suggestions(new, suggest_places(named, self._scenes.open_places(), made.apart))
        write_rows(self._store, old, new)


def _parts_places(decision: Decision) -> bool:
    """Does a decision part places? What is suggested of places has to know of all that were parted."""
    return decision.kind == "split" and any(one.type == "place" for part in decision.parts for one in part)
