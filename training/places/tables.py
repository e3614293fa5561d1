"""The derived tables: the atlas by name, the areas by id, the names that need no context."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from pathlib import Path

from rawi.arabic.fold import fold
from rawi.lexicons.atlas import key_of
from training.places.sources import Row

CREDIT = """\
# Data from Who's On First (CC BY 4.0), https://whosonfirst.org/docs/licenses/ ; GeoNames (CC BY 4.0),
# https://www.geonames.org ; Unicode CLDR (Unicode License v3), https://www.unicode.org/license.txt
"""
ATLAS = f"""\
# Places with Arabic names: countries, regions, counties, towns, villages, quarters, seas; made by
# training/build_places.py.
{CREDIT}# id: wof:N, gn:N, iso:XX or one of place_aliases.tsv; also: other rows of the sources that mean the
# place; lat, lon: degrees of its centre; rank: how well known, 9 to 1; region, county: ids in areas.tsv;
# common: yes where the name is an everyday word or a first name too, generic where it is hardly ever one;
# name: folded, without spaces. Sorted by name, then rank, and read by bisection (rawi.lexicons.atlas).
id\talso\ttype\tcountry\tlat\tlon\trank\tregion\tcounty\tcommon\tname
"""
AREAS = f"""\
# Countries, regions and counties by id, made by training/build_places.py.
{CREDIT}id\ttype\tiso3166_2\tname
"""


def write_atlas(
    rows: Iterable[Row], everyday: AbstractSet[str], generic: AbstractSet[str], path: Path
) -> int:
    """Write each spelling of each place as a line, sorted by key; return how many. ``everyday``: folded words
    that are no places by themselves, ``generic`` those that hardly ever are."""
    common = dict.fromkeys(map(key_of, everyday), "yes") | dict.fromkeys(map(key_of, generic), "generic")
    lines = {}
    for row in rows:
        cells = [row.ids[0], " ".join(row.ids[1:]), row.type, row.country.replace("XY", "")]
        cells += [_degrees(row.lat), _degrees(row.lon), str(row.rank), _id(row.region), _id(row.county)]
        for key in {key_of(fold(name)) for name in row.names}:
            lines[key.encode(), -row.rank, row.ids[0]] = "\t".join((*cells, common.get(key, ""), key))
    path.write_text(ATLAS + "".join(f"{lines[order]}\n" for order in sorted(lines)), "utf-8")
    return len(lines)


def write_areas(rows: Iterable[Row], path: Path) -> int:
    """Write countries, regions and counties by id; return how many."""
    kinds = ("country", "region", "county")
    lines = [
        f"{row.ids[0]}\t{row.type}\t{row.iso3166_2}\t{row.names[0]}" for row in rows if row.type in kinds
    ]
    path.write_text(AREAS + "".join(f"{line}\n" for line in sorted(lines)), "utf-8")
    return len(lines)


def _degrees(number: float | None) -> str:
    """Return degrees to a hundred metres."""
    return "" if number is None else f"{number:.3f}".rstrip("0").rstrip(".")


def _id(number: str) -> str:
    """Return an id of Who's On First with its source."""
    return f"wof:{number}" if number else ""
