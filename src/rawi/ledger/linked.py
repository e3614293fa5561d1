"""Entities of one row of a table each, of which nobody decided anything: changed by what comes and goes.

Nothing tells who is in such an entity but the row, so a document that comes changes its own rows and counts,
and the other documents of the entity need not be looked at.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from rawi.entities.profiles import choose_name, show_name
from rawi.entities.scenes import Part, handle_of
from rawi.ledger.entityrows import (
    Key,
    Rows,
    add_member,
    count_outlets,
    entity_row,
    number_of,
    put,
    searched,
)
from rawi.ledger.store import Row, Store, first
from rawi.model.entity import EntityType
from rawi.model.resolution import Anchor, Member

Entries = Mapping[Key, Iterable[int]]
Linked = tuple[EntityType, str]


class LinkedEntities:
    """The rows ``old`` and ``new`` of entities of one row of a table each, as far as they change."""

    def __init__(self, store: Store, old: Rows, new: Rows) -> None:
        self._store, self._old, self._new = store, old, new

    def change(self, gone: Iterable[Part], spoken: Entries, come: Iterable[Part], speaking: Entries) -> None:
        """Note what is in no entity of a row any more, and what is in one now.

        ``spoken`` and ``speaking``: by document and occurrence, the entries in which it spoke and speaks.
        """
        less, more = _by_row(gone), _by_row(come)
        for row in sorted(less.keys() | more.keys()):
            self._change(row, less.get(row, []), spoken, more.get(row, []), speaking)

    def _change(
        self, row: Linked, gone: list[Part], spoken: Entries, come: list[Part], speaking: Entries
    ) -> None:
        """Note what changes in one entity."""
        type, link = row
        id = handle_of(Anchor(type, link=link))
        number = number_of(id, type)
        named = Counter(dict[str, int](self._store.rows("names_of_members", (number,))))
        before, after = named.copy(), named.copy()
        after.update(part.named.name for part in come)
        after.subtract(part.named.name for part in gone)
        for rows, parts, entries in ((self._old, gone, spoken), (self._new, come, speaking)):
            _add_parts(rows, number, link, parts, entries)
        self._count(number, gone, come)
        for rows, names in ((self._old, before), (self._new, after)):
            _add_name(rows, (number, id, type, link), +names)

    def _count(self, number: int, gone: Iterable[Part], come: Iterable[Part]) -> None:
        """Note the counts of forms that change."""
        changes = count_outlets(part.occurrence for part in come)
        changes.subtract(count_outlets(part.occurrence for part in gone))
        for (outlet, name), change in changes.items():
            kept = first(self._store, "naming_count", (number, outlet, name))
            if kept:
                put(self._old.namings, (number, outlet, name, kept[0]), 3)
            if count := (kept[0] if kept else 0) + change:
                put(self._new.namings, (number, outlet, name, count), 3)


def _by_row(parts: Iterable[Part]) -> dict[Linked, list[Part]]:
    """Return parts by the row that each is of."""
    found: dict[Linked, list[Part]] = {}
    for part in parts:
        if part.named.row:
            found.setdefault(part.named.row, []).append(part)
    return found


def _add_parts(rows: Rows, number: int, link: str, parts: Iterable[Part], entries: Entries) -> None:
    """Add the rows of what is in an entity."""
    for part in parts:
        add_member(rows, number, Member(part.occurrence, handle_of(part.anchor), "row", (link,)))
        for entry in entries.get((part.scene.document, part.named.id), ()):
            put(rows.claimants, (number, entry), 2)


def _add_name(rows: Rows, about: Row, named: Counter[str]) -> None:
    """Add the row of an entity and what it is searched by, from the names of its members."""
    if named:
        number, id, type, link = about
        shown: Counter[str] = Counter()
        for name, count in named.items():
            shown[show_name(type, name)] += count
        name = choose_name(shown, type, link)
        put(rows.entities, entity_row(number, id, type, name, link), 1)
        put(rows.names, (number, searched(name, named)), 1)
