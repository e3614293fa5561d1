"""Rows for ``rawi export KIND``: plain dictionaries, in an order that depends on content alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import msgspec

from rawi.ledger.attribution import joined_chain
from rawi.ledger.claims import build_count, build_said
from rawi.ledger.lookup import find_evidence
from rawi.ledger.reading import Reading, Readings
from rawi.ledger.registers import entity_rows
from rawi.ledger.relations import Relations
from rawi.ledger.results import EntryKind
from rawi.ledger.standings import Standings
from rawi.ledger.store import Store
from rawi.lexicons.plover import plover_of
from rawi.model.claim import Event
from rawi.model.incident import Incident
from rawi.model.review import Reviewed
from rawi.relations.members import RESULTS

ExportRow = dict[str, Any]
#: What an update derives across documents beside the entities.
DERIVED = tuple(RESULTS)


def export_rows(store: Store, kind: str) -> Iterator[ExportRow]:
    """Yield the rows of a kind; ``ValueError`` for a kind that is not in ``KINDS``."""
    if kind not in KINDS:
        raise ValueError(f"{kind!r} cannot be exported; kinds are {', '.join(KINDS)}")
    if kind in DERIVED:
        return _derived(store, kind)
    if kind == "documents":
        return _documents(store)
    if kind == "entities":
        return entity_rows(store)
    return _entries(store, *_BUILDERS[kind])


def _derived(store: Store, kind: str) -> Iterator[ExportRow]:
    """Yield one row a relation, as it was last derived."""
    for result in Relations(store).all(RESULTS[kind]):
        yield msgspec.to_builtins(result)


def _documents(store: Store) -> Iterator[ExportRow]:
    """Yield one row a document, with its text and all places where it was met."""
    for reading in _current(store):
        row = msgspec.to_builtins(reading.document)
        evidence = msgspec.to_builtins(list(find_evidence(store, reading.document.id)))
        yield row | {"sha256": reading.document.id.removeprefix("sha256:"), "evidence": evidence}


def _current(store: Store) -> Iterator[Reading]:
    """Yield the readings that are shown, by document id."""
    readings = Readings(store)
    for (number,) in list(store.rows("current_readings")):
        yield readings[number]


_Builder = Callable[[Reading, int], ExportRow]


def _entries(store: Store, kind: EntryKind, build: _Builder) -> Iterator[ExportRow]:
    """Yield one row an entry of a kind; beside each entity of its document its id across documents, with each
    event the incident that it is in (null: background); with each how people left it."""
    relations, standings = Relations(store), Standings(store)
    for reading in _current(store):
        across: dict[str, str] = dict(store.rows("resolved_ids", (reading.document.id,)))
        for position, row in enumerate(reading.rows):
            if row.kind == kind:
                told = _frame(reading, position) | build(reading, position) | _reviewed(standings, row.id)
                if kind == "event":
                    told["incident"] = next((one.id for one in relations.of(row.id, Incident)), None)
                yield with_resolved(told, across)


def _frame(reading: Reading, position: int) -> ExportRow:
    """Return what every entry's row has: its fields, the ledger's ids, and where the words stand."""
    row = reading.rows[position]
    fields: ExportRow = with_ids(msgspec.to_builtins(reading.item(position)), reading.ids)
    return fields | {
        "id": row.id,
        "label": row.label,
        "document": reading.document.id,
        "start": row.start,
        "end": row.end,
        "text": reading.words(position),
        "published": reading.document.published,
        "outlet": reading.document.outlet,
    }


def _reviewed(standings: Standings, id: str) -> ExportRow:
    """Return what people decided about an entry, beside what the machine read, which stays as it is."""
    one = standings.of(id) or Reviewed()
    corrected = {each.field: each.value for each in one.corrections}
    return {
        "review_status": one.standing,
        "reviewed_by": one.who,
        "reviewed_at": one.at,
        "corrected": corrected or None,
    }


_REFERENCES = frozenset(("entity", "according_to", "within", "figure", "speaker_from", "repeats"))


def with_ids(value: Any, ids: Mapping[str, str]) -> Any:
    """Return JSON data with the ledger's ids for references to labels; a refused one is null."""
    if isinstance(value, dict):
        return {
            key: ids.get(one) if key in _REFERENCES and isinstance(one, str) else with_ids(one, ids)
            for key, one in value.items()
        }
    return [with_ids(one, ids) for one in value] if isinstance(value, (list, tuple)) else value


def with_resolved(value: Any, across: Mapping[str, str]) -> Any:
    """Return JSON data with ``entity_id``, the id across documents, beside each ``entity`` of a document."""
    if isinstance(value, dict):
        told = {key: with_resolved(one, across) for key, one in value.items()}
        return told | {"entity_id": across.get(told["entity"])} if "entity" in told else told
    return [with_resolved(one, across) for one in value] if isinstance(value, list) else value


def _statement(reading: Reading, position: int) -> ExportRow:
    """Return what a statement's row adds: the joined chain and who relayed it."""
    said = build_said(reading, position)
    return {"chain": msgspec.to_builtins(said.chain), "relayed_by": list(said.relayed_by)}


def _figure(reading: Reading, position: int) -> ExportRow:
    """Return what a figure's row adds: its holder, when that was said, and the chain."""
    count = build_count(reading, position)
    return {
        "said": count.said,
        "holder": count.holder,
        "relayed_by": list(count.relayed_by),
        "denied": count.denied,
        "chain": msgspec.to_builtins(count.chain),
    }


def _event(reading: Reading, position: int) -> ExportRow:
    """Return what an event's row adds: the chain of the statement that holds it, and what PLOVER calls it."""
    item = reading.items[position]
    if not isinstance(item, Event):
        return {}
    holder = reading.statements.get(item.according_to or "")
    plover = {f"plover_{name}": value for name, value in plover_of(item.type)._asdict().items()}
    return {"chain": msgspec.to_builtins(joined_chain(holder, reading.document, reading.statements))} | plover


_BUILDERS: dict[str, tuple[EntryKind, _Builder]] = {
    "statements": ("statement", _statement),
    "figures": ("figure", _figure),
    "events": ("event", _event),
}
KINDS = ("documents", *_BUILDERS, "entities", *DERIVED)
#: Kinds whose rows name entities across documents.
WITH_ENTITIES = ("statements", "events", "entities")
