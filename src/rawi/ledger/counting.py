"""How much a ledger holds."""

from __future__ import annotations

from rawi.ledger.relations import Relations
from rawi.ledger.resolution import is_stale
from rawi.ledger.results import Counts
from rawi.ledger.store import Store


def _count_kinds(store: Store) -> dict[str, int]:
    """Count the entries of each kind, which goes over all of them."""
    return {str(kind): int(number) for kind, number in store.rows("count_kinds")}


def count_ledger(store: Store) -> Counts:
    """Count documents, evidence and journal, and the entries of current readings."""
    kinds = store.remember("kinds", lambda: _count_kinds(store))
    ((documents, evidence, sightings, readings, refused, rejected, journal),) = store.rows("count_tables")
    ((resolved, suggestions, decisions),) = store.rows("count_entities")
    relations = Relations(store)
    return Counts(
        documents=documents,
        evidence=evidence,
        sightings=sightings,
        readings=readings,
        statements=kinds.get("statement", 0),
        figures=kinds.get("figure", 0),
        dates=kinds.get("date", 0),
        events=kinds.get("event", 0),
        entities=kinds.get("entity", 0),
        refused=refused,
        rejected=rejected,
        journal=journal,
        resolved=resolved,
        suggestions=suggestions,
        decisions=decisions,
        **relations.counts(),
        stale=is_stale(store) or relations.is_stale(),
    )
