"""Entities as rows: built of what was resolved, read back, and written as far as they changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec

from rawi.arabic.fold import fold
from rawi.ledger.naming import Account
from rawi.ledger.store import Row, Store
from rawi.model.entity import EntityType
from rawi.model.resolution import Conflict, Member, Occurrence, Resolved, RolePeriod, Suggestion

#: Of the most common names of an entity so many are searched by.
_MOST_NAMES = 256
_TYPES = ("person", "organisation", "place")
_BITS = 56  # of the fourteen digits of an id
_PLACE = "pl_"
_POSITIONS = 24  # bits of an entry's number below that of its reading

Key = tuple[Any, ...]


class Rows(NamedTuple):
    """Rows of the derived tables by their keys; ``names`` is what an entity is searched by."""

    entities: dict[Key, Row]
    members: dict[Key, Row]
    namings: dict[Key, Row]
    claimants: dict[Key, Row]
    suggestions: dict[Key, Row]
    overrulings: dict[Key, Row]
    names: dict[Key, Row]


#: How many columns of a row of each table are its key.
_KEYS = {"entities": 1, "namings": 3, "claimants": 2, "suggestions": 2, "overrulings": 2}


def no_rows() -> Rows:
    """Return rows of nothing."""
    return Rows({}, {}, {}, {}, {}, {}, {})


def number_of(id: str, type: EntityType) -> int:
    """Return the number of an entity's row: it depends on the id alone, so that no row is numbered anew."""
    return _TYPES.index(type) << _BITS | int(id[3:], 16)


def numbers_of(type: EntityType) -> tuple[int, int]:
    """Return the least number that an entity of a type can have, and the least of the next type."""
    return _TYPES.index(type) << _BITS, (_TYPES.index(type) + 1) << _BITS


def id_of_place(number: int) -> str:
    """Return the id of a place from the number of its row."""
    return f"{_PLACE}{number & (1 << _BITS) - 1:014x}"


def reading_of(entry: int) -> int:
    """Return the number of the reading that an entry's number tells."""
    return entry >> _POSITIONS


def add_entity(rows: Rows, entity: Resolved, entries: Mapping[Key, Sequence[int]]) -> None:
    """Add the rows of an entity; ``entries``: those in which it speaks, by document and occurrence."""
    number = number_of(entity.id, entity.type)
    put(rows.entities, entity_row(number, entity.id, entity.type, entity.name, entity.link, entity.roles), 1)
    for one in entity.members:
        add_member(rows, number, one)
        for entry in entries.get((one.occurrence.document, one.occurrence.id), ()):
            put(rows.claimants, (number, entry), 2)
    for (outlet, name), count in count_outlets(one.occurrence for one in entity.members).items():
        put(rows.namings, (number, outlet, name, count), 3)
    named = {one.occurrence.name for one in entity.members}
    put(rows.names, (number, searched(entity.name, named)), 1)


def put(table: dict[Key, Row], row: Row, size: int) -> None:
    """Put a row under its first columns."""
    table[row[:size]] = row


def entity_row(
    number: int, id: str, type: EntityType, name: str, link: str | None, roles: Sequence[RolePeriod] = ()
) -> Row:
    """Return the row of an entity."""
    return (number, id, type, name, link, encode(roles))


def add_member(rows: Rows, number: int, member: Member) -> None:
    """Add the row of a member of an entity."""
    one = member.occurrence
    names = (one.name, " ".join(fold(one.name).split()))
    reason = (member.rule, encode(member.evidence), member.other)
    rows.members[number, one.document, one.id] = (
        one.id,
        number,
        one.document,
        member.handle,
        *names,
        *reason,
    )


def count_outlets(occurrences: Iterable[Occurrence]) -> Counter[tuple[str, str]]:
    """Return how often each outlet used which form; the outlet is empty where it is not known."""
    counts: Counter[tuple[str, str]] = Counter()
    for one in occurrences:
        for name, count in one.forms:
            counts[one.outlet or "", name] += count
    return counts


def add_suggestions(rows: Rows, suggestions: Iterable[Suggestion]) -> None:
    """Add the rows of suggestions."""
    for one in suggestions:
        put(rows.suggestions, (one.a, one.b, one.score, encode(one.reasons)), 2)


def add_conflicts(rows: Rows, conflicts: Iterable[Conflict]) -> None:
    """Add the rows of decisions that others overrule."""
    for one in conflicts:
        put(rows.overrulings, (one.decision, one.overruled_by, encode(one.names)), 2)


def entries_of(accounts: Iterable[Account]) -> dict[Key, list[int]]:
    """Return the entries in which occurrences speak or which they hold, by document and occurrence."""
    found: dict[Key, list[int]] = {}
    for account in accounts:
        for voice in account.voices:
            found.setdefault((account.scene.document, voice.occurrence), []).append(voice.entry)
    return found


def searched(name: str, named: Iterable[str]) -> str:
    """Return the names by which an entity is found: its own, and the full ones of its documents, folded."""
    names = dict.fromkeys((name, *sorted(named)))
    return " ".join(fold(one) for one in list(names)[:_MOST_NAMES])


def encode(value: Any) -> str:
    """Return a value as JSON text."""
    return msgspec.json.encode(value).decode()


def load_rows(store: Store, numbers: Iterable[int]) -> Rows:
    """Load the rows of entities by their numbers, but no suggestions."""
    rows, wanted = no_rows(), (encode(sorted(numbers)),)
    for table in ("entities", "namings", "claimants"):
        _load(rows, table, store.rows(f"{table}_of", wanted))
    named: dict[int, set[str]] = {}
    for row in store.rows("members_of", wanted):
        rows.members[row[1], row[2], row[0]] = row
        named.setdefault(row[1], set()).add(row[4])
    for (number,), row in rows.entities.items():
        put(rows.names, (number, searched(row[3], named.get(number, ()))), 1)
    return rows


def load_suggestions(store: Store, rows: Rows, ids: Iterable[str]) -> None:
    """Load the suggestions about people and bodies."""
    about = sorted(id for id in ids if not id.startswith(_PLACE))
    _load(rows, "suggestions", store.rows("suggestions_about", (encode(about),)))


def load_place_suggestions(store: Store, rows: Rows) -> None:
    """Load the suggestions about places."""
    _load(rows, "suggestions", store.rows("suggestions_of_places"))


def load_overrulings(store: Store, rows: Rows, decisions: Iterable[int]) -> None:
    """Load what overrules decisions."""
    wanted = set(decisions)
    _load(rows, "overrulings", (row for row in store.rows("overrulings") if row[0] in wanted))


def _load(rows: Rows, table: str, found: Iterable[Row]) -> None:
    """Put rows that were read into a table."""
    kept: dict[Key, Row] = getattr(rows, table)
    kept.update((row[: _KEYS[table]], row) for row in found)


def write_rows(store: Store, old: Rows, new: Rows) -> None:
    """Write new rows in place of old ones, as far as they differ."""
    for table in ("claimants", "namings", "members", "suggestions", "overrulings"):
        store.run_many(f"delete_{table}", sorted(_gone(getattr(old, table), getattr(new, table))))
    for table in ("entities", "members", "namings", "claimants", "suggestions", "overrulings"):
        store.run_many(f"insert_{table}", _come(getattr(old, table), getattr(new, table)))
    store.run_many("delete_entities", sorted(_gone(old.entities, new.entities)))
    come = _come(old.names, new.names)
    gone = {*_gone(old.names, new.names), *(row[:1] for row in come if row[:1] in old.names)}
    store.run_many("delete_names", sorted(gone))
    store.run_many("insert_names", come)


def _gone(old: Mapping[Key, Row], new: Mapping[Key, Row]) -> Iterator[Key]:
    """Yield the keys that are there no more."""
    return (key for key in old if key not in new)


def _come(old: Mapping[Key, Row], new: Mapping[Key, Row]) -> list[Row]:
    """Return the rows that are new or not what they were, in the order of their keys."""
    return [new[key] for key in sorted(new) if old.get(key) != new[key]]


def find_moved(store: Store, old: Rows, new: Rows) -> set[int]:
    """Return the entries in which somebody else speaks now, or somebody who is called otherwise, once all is
    written."""
    renamed = [
        number
        for (number,), row in new.entities.items()
        if (number,) in old.entities and old.entities[number,][3] != row[3]
    ]
    changed = {entry for _, entry in old.claimants.keys() ^ new.claimants.keys()}
    return changed | {entry for _, entry in store.rows("claimants_of", (encode(sorted(renamed)),))}
