"""Rows of Who's On First, GeoNames and CLDR as one kind of row."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import msgspec

from rawi.lexicons.loader import load_table
from training.places.spellings import administered, spellings

KINDS = {
    "region": "region", "county": "county", "localadmin": "localadmin", "locality": "locality",
    "neighbourhood": "neighbourhood", "microhood": "neighbourhood", "marinearea": "sea", "ocean": "sea",
    "continent": "continent",
}  # fmt: skip
#: Countries whose news is read first.
NEAR = frozenset("AE BH DJ DZ EG IL IQ JO KW LB LY MA MR OM PS QA SA SD SO SS SY TN YE XY".split())  # noqa: SIM905
DROPPED = frozenset({"QO", "XA", "XB", "EU", "EZ", "UN"})
#: Items of Wikidata above this were mostly made by programs from lists of villages, and say nothing.
HAND_MADE = 10_000_000


class Row(msgspec.Struct):
    """A place of a source: ``names`` without prefixes, the main one first; ``ids`` that mean it, its own
    first."""

    type: str
    country: str
    lat: float | None
    lon: float | None
    population: int
    names: tuple[str, ...]
    ids: list[str]
    region: str = ""
    county: str = ""
    geonames: str = ""
    wikidata: str = ""
    iso3166_2: str = ""
    administered: frozenset[str] = frozenset()
    trusted: tuple[str, ...] = ()
    city: bool = False
    named: bool = False
    rank: int = 1


def rows_of(path: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of a TSV file."""
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def read_countries(folder: Path) -> Iterator[Row]:
    """Yield the countries of CLDR, with the centres that Who's On First gives."""
    centres: dict[str, dict[str, str]] = {}
    for path in sorted((folder / "whosonfirst").glob("*.tsv")):
        centres |= {row["cc"]: row for row in rows_of(path) if row["placetype"] == "country"}
    for row in rows_of(folder / "cldr/territories_ar.tsv"):
        code = row["code"]
        if len(code) == 2 and code not in DROPPED:
            names = spellings([row["ar"].replace("(", "|").replace(")", "")])
            at = centres.get(code)
            lat, lon = (float(at["lat"]), float(at["lon"])) if at else (None, None)
            ids = [f"iso:{code}", *([f"wof:{at['wof_id']}"] if at else [])]
            yield Row("country", code, lat, lon, 0, names, ids, trusted=names)


def read_cities(folder: Path) -> Iterator[Row]:
    """Yield the cities of GeoNames that have an Arabic name there or in ``place_aliases.tsv``."""
    aliased = {row["id"].removeprefix("gn:") for row in load_table("place_aliases.tsv")}
    for row in rows_of(folder / "geonames/cities15000_ar.tsv"):
        names = spellings([row["names_arabic_script"]])[:6]
        if names or row["geonameid"] in aliased:
            yield Row(
                "locality", row["cc"], float(row["lat"]), float(row["lon"]), int(row["population"]), names,
                [f"gn:{row['geonameid']}"], geonames=row["geonameid"], trusted=names[:3], city=True,
            )  # fmt: skip


def read_places(folder: Path) -> Iterator[Row]:
    """Yield areas, towns, villages, quarters and seas of Who's On First."""
    for path in sorted((folder / "whosonfirst").glob("*.tsv")):
        for row in rows_of(path):
            kind = KINDS.get(row["placetype"])
            cells = [row["name_ar"], row["variants_ar"]]
            if kind and (names := spellings(cells)) and _known(row, kind):
                yield Row(
                    kind, row["cc"], float(row["lat"]), float(row["lon"]), int(float(row["population"] or 0)),
                    names, [f"wof:{row['wof_id']}"], row["region_id"], row["county_id"], row["geonames"],
                    row["wikidata"], row["iso3166_2"], administered(cells), names[:1],
                )  # fmt: skip


def _known(row: dict[str, str], kind: str) -> bool:
    """Is a row of a near country, an area, or of a place of which something is known?"""
    if row["cc"] == "XY":
        return kind in ("sea", "continent")
    near = row["cc"] in NEAR or kind in ("region", "county", "sea", "continent")
    return near or float(row["population"] or 0) > 0 or is_hand_made(row["wikidata"])


def is_hand_made(item: str) -> bool:
    """Was an item of Wikidata made for an article of an encyclopedia, and not from a list?"""
    return item[1:].isdigit() and int(item[1:]) < HAND_MADE
