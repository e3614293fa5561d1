"""Where an incident happened, and how precisely that is known."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import NamedTuple

from rawi.arabic.fold import fold
from rawi.ledger.dockets import Account
from rawi.lexicons.atlas import load_areas
from rawi.model.claim import EventPlace
from rawi.model.entity import Location, PlacePrecision
from rawi.views.exports.cells import BLANK, DIFFER, Cell, Proof, Row, Value, Version, computed, prove, tell

_GEO: dict[PlacePrecision, int] = {"exact": 1, "near": 2, "district": 2, "governorate": 3, "country": 3}
_WHERE: dict[PlacePrecision, int] = {"exact": 1, "near": 2, "district": 3, "governorate": 4, "country": 6}
_FUZZY = ("sea", "area")  # no point and no administrative area: 5 in UCDP GED
_LEVELS = {"region": "admin1", "county": "admin2", "localadmin": "admin3"}
_WIDEST = 9
_UNKNOWN, _UNCERTAIN = "place-not-in-gazetteer", "place-uncertain"


class Around(NamedTuple):
    """A place that the words put around another, of which it is settled where it lies."""

    location: Location
    proof: Proof


class Located(NamedTuple):
    """A place as one report names it: ``own`` by what it is known, ``keys`` by what it is, and all that the
    report puts around it."""

    place: EventPlace
    location: Location | None
    own: tuple[Hashable, ...]
    keys: frozenset[Hashable]
    proof: Proof
    around: Around | None = None

    @property
    def precision(self) -> tuple[PlacePrecision, ...]:
        """How narrow the words are, and how narrow what they name, as far as known."""
        named = self.location.precision if self.location else None
        return tuple(one for one in (self.place.precision, named) if one is not None)

    @property
    def width(self) -> int:
        """By what places are ordered, the narrowest first."""
        return max((_WHERE[one] for one in self.precision), default=_WIDEST)


class Whereabouts(NamedTuple):
    """Where an incident happened: ``located`` null where no report says or they differ."""

    located: Located | None
    cell: Cell


def find_whereabouts(accounts: Sequence[Account]) -> Whereabouts:
    """Return the narrowest place on which all reports agree that name one; else a cell with each version."""
    told = [one for account in accounts if (one := _locate(account)) is not None]
    if not told:
        return Whereabouts(None, BLANK)
    narrowest = min(told, key=lambda one: one.width)
    proofs = tuple(one.proof for one in told)
    if all(_holds(one, narrowest) for one in told):
        return Whereabouts(narrowest, Cell(narrowest.place.name, proofs))
    return Whereabouts(None, tell(Version(one.own[0], one.place.name, (one.proof,)) for one in told))


def _locate(account: Account) -> Located | None:
    """Return the place of an account."""
    place = account.event.place
    if place is None:
        return None
    entity = account.entity(place.entity)
    own = tuple(_keys(account, place))
    keys = frozenset(own).union(*(_keys(account, one) for one in account.event.places))
    span = place.span or (entity.mentions[0] if entity and entity.mentions else None)
    entry = account.entry_of(place.entity)
    proof = prove(account, span, "", entry)
    return Located(place, entity.location if entity else None, own, keys, proof, _around(account))


def _around(account: Account) -> Around | None:
    """Return the narrowest of the wider places of an event of which it is settled where it lies."""
    for place in account.event.places:
        entity = account.entity(place.entity)
        if place != account.event.place and entity and entity.location and entity.location.certain:
            proof = prove(account, place.span or entity.mentions[0], "", account.entry_of(place.entity))
            return Around(entity.location, proof)
    return None


def _keys(account: Account, place: EventPlace) -> list[Hashable]:
    """Return by what a place is known: its entity across documents, its row, its name."""
    entity = account.entity(place.entity)
    row = entity.location.id if entity and entity.location else None
    known = (account.resolved(place.entity), row, fold(place.name))
    return [one for one in known if one is not None]


def _holds(wide: Located, narrow: Located) -> bool:
    """Is a place another one, or around it?"""
    if narrow.keys.intersection(wide.own):
        return True
    if wide.location is None or narrow.location is None or not narrow.location.certain:
        return False
    around = {one.id for one in narrow.location.admin} | {f"iso:{narrow.location.country}"}
    return wide.location.id in around


def acled_place(where: Whereabouts) -> Row:
    """Return the cells of country, areas, place and coordinates, and their precision."""
    cells = {"location": where.cell} | {name: _settled(where, name) for name in _COLUMNS}
    return cells | {"geo_precision": _code(where, "geo-precision", _GEO)}


_AREAS = ("country", "country_code", "admin1", "admin2", "admin3")
_COLUMNS = (*_AREAS, "latitude", "longitude")


def ucdp_place(where: Whereabouts) -> Row:
    """Return the cells of where, under the names of UCDP GED."""
    names = {"country": "country", "adm_1": "admin1", "adm_2": "admin2"}
    names |= {one: one for one in ("country_code", "latitude", "longitude")}
    cells = {name: _settled(where, own) for name, own in names.items()}
    found = where.located.location if where.located else None
    code = _code(where, "where-prec", _WHERE)
    if found is not None and found.type in _FUZZY and code.value is not None:
        code = computed(5, where.cell, "where-prec")
    return {"where_coordinates": where.cell, "where_prec": code} | cells


def _settled(where: Whereabouts, column: str) -> Cell:
    """Return a cell from the row of the gazetteer, blank with the reason where the row is not settled.

    Country and areas are then those of a wider place that the words name; coordinates are not.
    """
    found = where.located.location if where.located else None
    if found is None or not found.certain:
        around = where.located.around if where.located else None
        value = _facts(around.location, "").get(column) if around and column in _AREAS else None
        if around is not None and value:
            return Cell(value, (around.proof,), f"gazetteer {around.location.id}, around the place")
        return Cell(None, where.cell.proofs if where.cell.value else (), _why_blank(where))
    value = _facts(found, str(where.cell.value)).get(column)
    return computed(value, where.cell, f"gazetteer {found.id}" if value is not None else "not-in-gazetteer")


def _why_blank(where: Whereabouts) -> str:
    """Return why nothing is said of where a place lies."""
    if where.located is None:
        return where.cell.rule or DIFFER
    return _UNKNOWN if where.located.location is None else _UNCERTAIN


def _facts(found: Location, name: str) -> dict[str, Value]:
    """Return what the gazetteer says of a place, by column."""
    areas = load_areas()
    country = areas.get(f"iso:{found.country}") if found.country else None
    facts: dict[str, Value] = {"latitude": found.lat, "longitude": found.lon, "country_code": found.country}
    facts["country"] = country.name if country else None
    levels = [(one.type, one.name) for one in found.admin]
    own = areas.get(found.id)
    levels.append((found.type, own.name if own else name))
    return facts | {_LEVELS[type]: named for type, named in levels if type in _LEVELS}


def _code(where: Whereabouts, rule: str, codes: dict[PlacePrecision, int]) -> Cell:
    """Return the wider of how narrow the words are and how narrow what they name."""
    found = where.located
    if found is None or found.location is None or not found.location.certain:
        return Cell(None, where.cell.proofs if where.cell.value else (), _why_blank(where))
    return computed(max(codes[one] for one in found.precision), where.cell, rule)
