"""Rows that mean one place made one, and each put into the area in which it lies."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator

from rawi.arabic.fold import fold
from rawi.lexicons.atlas import key_of
from rawi.model.place import distance
from training.places.sources import Row

CELL = 0.25
_SETTLED = ("locality", "neighbourhood")


def keys(row: Row) -> set[str]:
    """Return the keys of the names of a row."""
    return {key_of(fold(name)) for name in row.names}


def _group(row: Row) -> str:
    """Return what must be alike for two rows to be one: settlements may be, areas of one level may be."""
    return "settled" if row.type in _SETTLED else row.type


def join_all(rows: list[Row]) -> list[Row]:
    """Return rows of which those that mean one place are one: by GeoNames id, by item of Wikidata within 20
    km, by name within 3 km (10 within one county, where one of the two is of no other source)."""
    rows = _join(rows, lambda row: [row.geonames] if row.geonames else [], lambda one, two: True)
    rows = _join(
        rows,
        lambda row: [row.wikidata] if row.wikidata else [],
        lambda one, two: (
            distance(one, two) < 20 or bool(keys(one) & keys(two) and one.type in ("region", "county"))
        ),
    )
    return _join(rows, lambda row: sorted(keys(row)), _are_near)


def _are_near(one: Row, other: Row) -> bool:
    """Are two rows of one name close enough to be one place?"""
    apart = distance(one, other)
    if "XX" in (one.country, other.country) or apart < 3:
        return True
    same = bool(one.county) and one.county == other.county and not (one.geonames and other.geonames)
    return apart < 10 and (same or one.city or other.city)


def _join(
    rows: list[Row], traits: Callable[[Row], Iterable[str]], alike: Callable[[Row, Row], bool]
) -> list[Row]:
    """Join rows of one country and group that share a trait and are alike."""
    kept: list[Row] = []
    seen: dict[Hashable, list[Row]] = defaultdict(list)
    for row in sorted(rows, key=_weight):
        found = [(row.country, _group(row), trait) for trait in traits(row)]
        same = next((one for trait in found for one in seen[trait] if alike(one, row)), None)
        if same is None:
            kept.append(row)
        else:
            _merge(same, row)
        for trait in found:
            seen[trait].append(same or row)
    return kept


def _weight(row: Row) -> tuple[bool, bool, bool, int, str]:
    """Sort rows of Who's On First first, towns before quarters, those with more people first; then by id."""
    source, quarter = row.ids[0].startswith("wof:"), row.type == "neighbourhood"
    return not source, quarter, not row.geonames, -row.population, row.ids[0]


def _merge(one: Row, other: Row) -> None:
    """Give a row what another knows of the same place."""
    one.names = tuple(dict.fromkeys((*one.names, *other.names)))
    one.trusted = tuple(dict.fromkeys((*one.trusted, *other.trusted)))
    one.ids += [id_ for id_ in other.ids if id_ not in one.ids]
    one.population = max(one.population, other.population)
    one.city = one.city or other.city
    one.administered |= other.administered
    for field in ("region", "county", "geonames", "wikidata", "iso3166_2"):
        setattr(one, field, getattr(one, field) or getattr(other, field))


def _cell(row: Row) -> tuple[str, int, int]:
    """Return the square of the map in which a row lies."""
    return row.country, round((row.lat or 0) / CELL), round((row.lon or 0) / CELL)


def settle_areas(rows: list[Row]) -> None:
    """Give each settlement the id of its region and county; where the source gives none that is known, those
    of most of the five nearest settlements of the country."""
    regions = {row.ids[0].removeprefix("wof:"): row for row in rows if row.type == "region"}
    counties = {row.ids[0].removeprefix("wof:"): row for row in rows if row.type == "county"}
    squares: dict[tuple[str, int, int], list[Row]] = defaultdict(list)
    for row in rows:
        row.region = (
            row.region if row.region in regions and regions[row.region].country == row.country else ""
        )
        row.county = row.county if row.county in counties and row.type != "county" else ""
        if row.type == "region":
            row.region = ""
        if row.region and row.type in _SETTLED:
            squares[_cell(row)].append(row)
    for row in rows:
        if not row.region and row.type in (*_SETTLED, "county", "localadmin"):
            near = sorted(_around(row, squares), key=lambda one: (distance(row, one), one.ids[0]))[:5]
            near = [one for one in near if distance(row, one) < 30]
            votes = Counter(one.region for one in near)
            row.region = votes.most_common(1)[0][0] if votes else ""


def _around(row: Row, squares: dict[tuple[str, int, int], list[Row]]) -> Iterator[Row]:
    """Yield the settled rows in the square of a row and those around it."""
    country, north, east = _cell(row)
    for one in (-1, 0, 1):
        for two in (-1, 0, 1):
            yield from squares.get((country, north + one, east + two), ())
