"""How well known a place is, and which of its spellings can be trusted."""

from __future__ import annotations

from collections import defaultdict

from rawi.arabic.fold import fold
from rawi.lexicons.atlas import key_of
from training.places.joins import keys
from training.places.sources import Row, is_hand_made

STEPS = ((300_000, 8), (100_000, 7), (30_000, 6), (10_000, 5), (3_000, 4), (1_000, 3))
FIXED = {"country": 9, "continent": 9, "region": 7, "area": 7, "county": 5, "sea": 6, "localadmin": 3}


def rank_all(rows: list[Row]) -> None:
    """Set the rank of each row: 9 countries; towns by people; seats of the area that bears their name."""
    counties = {row.ids[0].removeprefix("wof:"): keys(row) for row in rows if row.type == "county"}
    for row in rows:
        row.rank = FIXED.get(row.type, 0) or _rank(row, counties)


def _rank(row: Row, counties: dict[str, set[str]]) -> int:
    """Return the rank of a settlement."""
    rank = next((rank for least, rank in STEPS if row.population >= least), 1)
    if is_hand_made(row.wikidata):
        rank = max(rank, 3)
    if row.type == "neighbourhood":
        return min(rank, 4)
    if row.county in counties and key_of(fold(row.names[0])) in counties[row.county]:
        rank = max(rank, 5)
    return rank


def drop_capitals(rows: list[Row]) -> None:
    """Take from areas the names that are really those of a town in them (نينوى is not الموصل), unless some
    source writes "governorate of" before it."""
    mains: dict[str, set[str]] = defaultdict(set)
    areas: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row.names and row.type in ("region", "county", "locality"):
            (areas if row.type == "region" else mains)[row.country].add(fold(row.names[0]))
    for row in rows:
        if row.type in ("region", "county"):
            others = mains[row.country] | areas[row.country]
            row.names = tuple(
                name
                for at, name in enumerate(row.names)
                if at == 0
                or fold(name) not in others
                or (name in row.administered and fold(name) not in areas[row.country])
            )
