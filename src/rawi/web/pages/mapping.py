"""The map: where what happened was, as the event sheet has it, with the list of the same beside it."""

from __future__ import annotations

from typing import Any

import msgspec

from rawi.ledger.dockets import Docket
from rawi.ledger.happened import EventQuestion
from rawi.relations.incidents.types import find_types, load_types
from rawi.views.exports.acled import build_row
from rawi.views.exports.cells import Row
from rawi.web.answers import Answer, Asked
from rawi.web.faults import WrongQuestion

#: What the drawing of the world covers (``assets/world.mjs``), in degrees, and units a degree.
WEST, EAST, NORTH, SOUTH, SCALE = -30.0, 75.0, 55.0, -15.0, 10
MOST = 500
#: The radius of a place by ``geo_precision``: the town, near it or its district, the governorate or less.
_RADII = {1: 6, 2: 14, 3: 40}
_PRECISIONS = {1: "exact", 2: "near", 3: "wide"}
_TOLD = ("event_date", "sub_event_type", "location", "country", "actor1", "actor2", "tallies", "certainty")
_COLUMNS = ("id", *_TOLD, "latitude", "longitude", "geo_precision", "confidence")


class Place(msgspec.Struct, frozen=True):
    """An incident on the map: ``x`` and ``y`` in the drawing's units, null where the place has no coordinates
    or lies outside; ``radius`` shows how exact the place is, ``precision`` names it; ``type`` is that of the
    event; ``day`` is EDTF, as exact as its reports tell it, the sheet's ``event_date`` is a whole day."""

    id: str
    told: dict[str, Any]
    type: str
    precision: str
    day: str | None = None
    x: float | None = None
    y: float | None = None
    radius: int = 0


def events_map(asked: Asked) -> Answer:
    """Answer where the incidents of some days and type were."""
    written = asked.given("type")
    types = find_types(written) if written else frozenset[str]()
    if written and not types:
        raise WrongQuestion("type", f"{written!r} is no type of events")
    question = EventQuestion(
        asked.given("since"),
        asked.given("until"),
        types,
        asked.given("place"),
        confidence="certain" if asked.flag("certain") else None,
    )
    found = asked.ledger.dockets(question)
    places = [_place(one) for one in found[:MOST]]
    data = {
        "places": places,
        "drawn": [one for one in places if one.x is not None],
        "nowhere": [one for one in places if one.x is None],
        "total": len(found),
        "types": tuple(load_types()),
        "width": (EAST - WEST) * SCALE,
        "height": (NORTH - SOUTH) * SCALE,
    }
    rows = [tuple(one.told.get(name) for name in _COLUMNS) for one in places]
    fields = {"total": len(found)}
    return Answer("map.html", "map", data, places, fields, columns=_COLUMNS, rows=rows)


def _place(docket: Docket) -> Place:
    """Return an incident with its place in the drawing."""
    row = build_row(docket)
    told = {name: row[name].value for name in _COLUMNS if name != "id"}
    told["id"] = docket.id
    exact = int(_number(row, "geo_precision") or 3)
    kind, precision = docket.accounts[0].event.type, _PRECISIONS.get(exact, _PRECISIONS[3])
    days = [one.event.date for one in docket.accounts if one.event.date]
    day = max(days, key=len) if days else None  # the report that tells it most exactly
    latitude, longitude = _number(row, "latitude"), _number(row, "longitude")
    if latitude is None or longitude is None:
        return Place(docket.id, told, kind, precision, day)
    if not (WEST < longitude < EAST and SOUTH < latitude < NORTH):
        return Place(docket.id, told, kind, precision, day)
    x, y = (longitude - WEST) * SCALE, (NORTH - latitude) * SCALE
    return Place(docket.id, told, kind, precision, day, x, y, _RADII.get(exact, _RADII[3]))


def _number(row: Row, name: str) -> float | None:
    """Return a number of a cell; null where it is blank."""
    value = row[name].value
    return float(value) if isinstance(value, int | float) else None
