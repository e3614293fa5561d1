"""Entities across documents as the ledger keeps them: always what resolving everything anew would give.

An update looks at what changed and at all that may have to do with it (``rawi.entities.closure``), and writes
the rows that differ. Where rules changed, or most documents, everything is resolved.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from rawi.entities.resolution import VERSION, resolve_all
from rawi.entities.scenes import find_parts
from rawi.ledger.decisions import read_decisions
from rawi.ledger.entityrows import (
    Rows,
    add_conflicts,
    add_entity,
    add_suggestions,
    entries_of,
    find_moved,
    no_rows,
    reading_of,
    write_rows,
)
from rawi.ledger.identity import hash_rules
from rawi.ledger.naming import Account, build_account, find_accounts
from rawi.ledger.renewal import Renewal
from rawi.ledger.results import Updated
from rawi.ledger.scenes import build_tables, fill_tables
from rawi.ledger.store import Store, first
from rawi.model.resolution import Decision

_STATE = "entities"
_TABLES = (
    *("claimants", "namings", "members", "suggestions", "overrulings", "entities", "name_index"),
    *("scenes", "scene_groups", "name_blocks", "alike_names"),
)
#: Whose bytes decide who is who, beside the readings.
_DECIDING = ("annotations", "arabic", "entities", "lexicons", "weights")
_MADE = re.compile(r"(?P<rules>.+) [0-9]+ (?P<decision>[0-9]{1,18})")
_MOST = 0.5  # of all documents: where more changed, it is faster to resolve everything


class Renewed(NamedTuple):
    """What came of an update: how much there is, and the ids of the documents in whose entries somebody else
    speaks now, or somebody who is called otherwise."""

    updated: Updated
    documents: frozenset[str]


def is_stale(store: Store) -> bool:
    """Tell whether documents, decisions or rules came after the entities were last resolved."""
    return first(store, "index_state", (_STATE,)) != (_fingerprint(store),)


def update_entities(store: Store) -> Updated:
    """Bring the entities up to date if anything came since, and return how many there are."""
    return renew_entities(store).updated


def renew_entities(store: Store, *, anew: bool = False) -> Renewed:
    """Bring the entities up to date if anything came since, and tell which documents that changed.

    Those documents also await being related anew, from the same moment on. ``anew``: resolve everything, also
    if nothing came.
    """
    documents: frozenset[str] = frozenset()
    with store.transaction():
        fresh = anew or is_stale(store)
        if fresh:
            moved = _resolve_all(store) if anew or _is_much(store) else _resolve_changed(store)
            documents = _documents_of(store, moved)
            store.run_many("await", [(one,) for one in sorted(documents)])
            store.run("set_index_state", (_STATE, _fingerprint(store)))
        entities, suggestions, _ = first(store, "count_entities") or (0, 0, 0)
        overruled = sum(1 for _ in store.rows("overrulings"))
    return Renewed(Updated(entities, suggestions, overruled, fresh), documents)


def _is_much(store: Store) -> bool:
    """Did the rules change, or most documents?"""
    ((current,),) = store.rows("count_current")
    changed = sum(1 for _ in store.rows("unresolved"))
    return _made_of(store)[0] != resolver_name() or changed > _MOST * current


def _made_of(store: Store) -> tuple[str, int]:
    """Return by which rules the tables were made, and the newest decision then."""
    kept = _MADE.fullmatch((first(store, "index_state", (_STATE,)) or ("",))[0])
    return (kept["rules"], int(kept["decision"])) if kept else ("", 0)


def _documents_of(store: Store, entries: Iterable[int]) -> frozenset[str]:
    """Return the documents that entries, by their numbers, are of."""
    readings = {reading_of(entry) for entry in entries}
    return frozenset(row[0] for one in readings for row in store.rows("document_of_reading", (one,)))


def _resolve_changed(store: Store) -> set[int]:
    """Take in what changed; return the entries in which somebody else speaks now."""
    changed = list(store.rows("unresolved"))
    accounts = [(document, reading, build_account(store, reading)) for document, reading in changed]
    return Renewal(store).change(accounts, _made_of(store)[1])


def _resolve_all(store: Store) -> set[int]:
    """Make all tables anew; return the entries in which somebody else speaks now."""
    old = no_rows()
    old.claimants.update((row, row) for row in store.rows("all_claimants"))
    old.entities.update((row[:1], row) for row in store.rows("all_entities"))
    for table in _TABLES:
        store.run(f"clear_{table}")
    accounts = list(find_accounts(store))
    fill_tables(store, accounts)
    new = build_rows([account for *_, account in accounts], read_decisions(store))
    write_rows(store, no_rows(), new)
    return find_moved(store, old, new)


def build_rows(accounts: Sequence[Account], decisions: Sequence[Decision]) -> Rows:
    """Resolve everything, and return it as rows."""
    made = resolve_all(find_parts(account.scene for account in accounts), decisions)
    rows, entries = no_rows(), entries_of(accounts)
    for entity in made.entities:
        add_entity(rows, entity, entries)
    add_suggestions(rows, made.suggestions)
    add_conflicts(rows, made.conflicts)
    return rows


def find_changed_tables(store: Store) -> Iterator[str]:
    """Yield the derived tables whose rows are not what readings and decisions give now."""
    accounts = list(find_accounts(store))
    for table, kept in build_tables(accounts).items():
        if kept != list(store.rows(f"all_{table}s")):
            yield table
    rows = build_rows([account for *_, account in accounts], read_decisions(store))
    for table in ("entities", "members", "namings", "claimants", "suggestions", "overrulings"):
        stored = list(store.rows("overrulings" if table == "overrulings" else f"all_{table}"))
        if sorted(stored, key=repr) != sorted(getattr(rows, table).values(), key=repr):
            yield table


def _fingerprint(store: Store) -> str:
    """Return what the derived tables would be made of now: the rules, the newest reading and decision."""
    reading, decision = first(store, "newest") or (0, 0)
    return f"{resolver_name()} {reading or 0} {decision or 0}"


@cache
def resolver_name() -> str:
    """Return what makes entities of readings: a version, and a hash over all words and rules that decide."""
    return f"entities/{VERSION}+{hash_rules(*_DECIDING)}"
