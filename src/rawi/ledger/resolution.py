"""Entities across documents as the ledger keeps them: made anew from readings and decisions as a whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

import msgspec

from rawi.arabic.fold import fold
from rawi.entities.resolution import VERSION, resolve
from rawi.ledger.decisions import read_decisions
from rawi.ledger.identity import hash_rules
from rawi.ledger.naming import Voice, find_named
from rawi.ledger.results import Updated
from rawi.ledger.store import Row, Store, first
from rawi.model.resolution import Occurrence, Resolution, Resolved

_STATE = "entities"
_TABLES = ("claimants", "namings", "members", "suggestions", "overrulings", "entities")
#: Whose bytes decide who is who, beside the readings.
_DECIDING = ("annotations", "arabic", "entities", "lexicons", "weights")
#: Of the most common names of an entity so many are searched by.
_MOST_NAMES = 256


class Rows(NamedTuple):
    """All rows of the derived tables, in the order in which they are written."""

    entities: list[Row]
    members: list[Row]
    namings: list[Row]
    claimants: list[Row]
    suggestions: list[Row]
    overrulings: list[Row]
    names: list[Row]


def is_stale(store: Store) -> bool:
    """Tell whether documents, decisions or rules came after the entities were last resolved."""
    return first(store, "index_state", (_STATE,)) != (_fingerprint(store),)


def update_entities(store: Store) -> Updated:
    """Resolve all entities anew if anything came since, and return how many there are."""
    with store.transaction():
        fresh = is_stale(store)
        if fresh:
            _write(store, build_resolution_rows(store))
            store.run("set_index_state", (_STATE, _fingerprint(store)))
        entities, suggestions, _ = first(store, "count_entities") or (0, 0, 0)
        overruled = sum(1 for _ in store.rows("overrulings"))
    return Updated(entities, suggestions, overruled, fresh)


def build_resolution_rows(store: Store) -> Rows:
    """Resolve what the ledger has, and return it as rows."""
    occurrences: list[Occurrence] = []
    voices: list[Voice] = []
    for named in find_named(store):
        occurrences += named.occurrences
        voices += named.voices
    return _build_rows(resolve(occurrences, read_decisions(store)), voices)


def find_changed_tables(store: Store) -> Iterator[str]:
    """Yield the derived tables whose rows are not what readings and decisions give now."""
    rows = build_resolution_rows(store)
    for table in ("entities", "members", "namings", "claimants", "suggestions", "overrulings"):
        kept = list(store.rows("overrulings" if table == "overrulings" else f"all_{table}"))
        if sorted(kept, key=repr) != sorted(getattr(rows, table), key=repr):
            yield table


def _write(store: Store, rows: Rows) -> None:
    """Put new rows in place of the old ones."""
    for table in _TABLES:
        store.run(f"clear_{table}")
    store.run("clear_name_index")
    store.run_many("insert_entity", rows.entities)
    store.run_many("insert_member", rows.members)
    store.run_many("insert_naming", rows.namings)
    store.run_many("insert_claimant", rows.claimants)
    store.run_many("insert_suggestion", rows.suggestions)
    store.run_many("insert_overruling", rows.overrulings)
    store.run_many("index_names", rows.names)


def _build_rows(resolution: Resolution, voices: Sequence[Voice]) -> Rows:
    """Return a resolution as rows."""
    rows = Rows([], [], [], [], [], [], [])
    numbers: dict[str, int] = {}
    for number, one in enumerate(resolution.entities, 1):
        rows.entities.append((number, one.id, one.type, one.name, one.link, _json(one.roles)))
        rows.members.extend(_members(number, one))
        rows.namings.extend(
            (number, naming.outlet or "", naming.name, naming.count) for naming in one.outlets
        )
        rows.names.append((number, _searched(one)))
        numbers.update((member.occurrence.id, number) for member in one.members)
    rows.claimants.extend(sorted({(numbers[voice.occurrence], voice.entry) for voice in voices}))
    for number, pair in enumerate(resolution.suggestions, 1):
        rows.suggestions.append((number, pair.a, pair.b, pair.score, _json(pair.reasons)))
    for conflict in resolution.conflicts:
        rows.overrulings.append((conflict.decision, conflict.overruled_by, _json(conflict.names)))
    return rows


def _members(number: int, entity: Resolved) -> Iterator[Row]:
    """Yield the rows of the members of an entity, in the order of their keys."""
    ordered = sorted(entity.members, key=lambda one: (one.occurrence.document, one.occurrence.id))
    for one in ordered:
        occurrence = one.occurrence
        key = (occurrence.id, number, occurrence.document)
        names = (occurrence.name, " ".join(fold(occurrence.name).split()))
        yield (*key, one.handle, *names, one.rule, _json(one.evidence), one.other)


def _searched(entity: Resolved) -> str:
    """Return the names by which an entity is found: the full ones of its documents, folded, and its own."""
    names = dict.fromkeys((entity.name, *sorted({one.occurrence.name for one in entity.members})))
    return " ".join(fold(name) for name in list(names)[:_MOST_NAMES])


def _json(value: Any) -> str:
    """Return a value as JSON text."""
    return msgspec.json.encode(value).decode()


def _fingerprint(store: Store) -> str:
    """Return what the derived tables would be made of now: the rules, the newest reading and decision."""
    reading, decision = first(store, "newest") or (0, 0)
    return f"{resolver_name()} {reading or 0} {decision or 0}"


@cache
def resolver_name() -> str:
    """Return what makes entities of readings: a version, and a hash over all words and rules that decide."""
    return f"entities/{VERSION}+{hash_rules(*_DECIDING)}"
