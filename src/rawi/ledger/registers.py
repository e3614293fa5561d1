"""The register of entities: one row each, for ``rawi export entities``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec

from rawi.ledger.profiles import count_variants, load_members, load_namings
from rawi.ledger.reading import Readings, decode
from rawi.ledger.results import Joined
from rawi.ledger.store import Row, Store
from rawi.model.entity import Entity, Location
from rawi.model.resolution import RolePeriod


class Stood(NamedTuple):
    """Where the entry of a member stands, and what its document says of where it lies."""

    start: int
    end: int
    text: str
    location: Location | None


def entity_rows(store: Store) -> Iterator[dict[str, Any]]:
    """Yield one row an entity as it was last resolved, in the order of their ids."""
    stood = _find_places(store)
    for row in sorted(store.rows("all_entities"), key=lambda row: str(row[1])):
        yield _build_row(store, row, stood)


def _find_places(store: Store) -> dict[str, Stood]:
    """Return where each member stands, by entry; every reading is checked as it is read."""
    readings, found = Readings(store), dict[str, Stood]()
    for (number,) in list(store.rows("current_readings")):
        reading = readings[number]
        members = {str(row[0]) for row in store.rows("resolved_ids", (reading.document.id,))}
        for position, row in enumerate(reading.rows):
            if row.id in members:
                item = reading.items[position]
                location = item.location if isinstance(item, Entity) else None
                found[row.id] = Stood(row.start, row.end, reading.words(position), location)
    return found


def _build_row(store: Store, row: Row, stood: dict[str, Stood]) -> dict[str, Any]:
    """Build the row of one entity."""
    number, id, type, name, link, roles = row
    members, namings = load_members(store, number), load_namings(store, number)
    return {
        "id": id,
        "type": type,
        "name": name,
        "link": link,
        "variants": [{"name": one.name, "count": one.count} for one in count_variants(namings)],
        "documents": list(dict.fromkeys(one.document for one in members)),
        "roles": msgspec.to_builtins(decode(roles, tuple[RolePeriod, ...], f"entity {id}")),
        "outlets": msgspec.to_builtins(namings),
        "location": msgspec.to_builtins(_location([stood[one.entry].location for one in members])),
        "members": [_build_member(one, stood[one.entry]) for one in members],
    }


def _location(told: list[Location | None]) -> Location | None:
    """Return the first location that is certain, else the first."""
    known = [one for one in told if one is not None]
    return next((one for one in known if one.certain), known[0] if known else None)


def _build_member(member: Joined, place: Stood) -> dict[str, Any]:
    """Build the account of one member: the entry, where it stands, and why it is one."""
    return {
        "id": member.entry,
        "document": member.document,
        "start": place.start,
        "end": place.end,
        "text": place.text,
        "name": member.name,
        "handle": member.handle,
        "rule": member.rule,
        "evidence": list(member.evidence),
        "other": member.other,
    }
