"""Build ``src/rawi/lexicons/ar/places.tsv`` from open gazetteers.

usage: python -m training.build_places GAZETTEERS      GAZETTEERS holds whosonfirst/*.tsv, geonames/*.tsv,
cldr/*.tsv

Sources and licences: Who's On First (CC BY 4.0 as a whole), GeoNames cities over 15,000 (CC BY 4.0),
Unicode CLDR
territory names (Unicode License v3). One row is one spelling; of places with the same folded name the most
important
stands: countries, then cities of more than 100,000, then regions, districts, towns by population.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from rawi.annotations.lexis import load_vocabulary
from rawi.arabic.fold import fold
from rawi.lexicons.loader import load_table

OUT = Path("src/rawi/lexicons/ar/places.tsv")
HEADER = """\
# Countries, regions, cities and towns with Arabic names, made by training/build_places.py.
# Data from Who's On First (CC BY 4.0), https://whosonfirst.org/docs/licenses/ ; GeoNames (CC BY 4.0),
# https://www.geonames.org ; Unicode CLDR (Unicode License v3), https://www.unicode.org/license.txt
# id: wof:N, gn:N or iso:XX; type: country, region, county, city, town; context: yes where the name is also an
# everyday word or a person's name, or a very small place: it counts only after a word such as town or
# governorate.
id	type	country	lat	lon	population	admin	context	name
"""
PREFIX = re.compile(
    "^(?:محافظة|محافظه|ولاية|ولايه|منطقة|منطقه|إقليم|اقليم|قضاء|ناحية|مدينة|شعبية|بلدية|مديرية|مركز|مقاطعة|إمارة|جماعة)"
    " (?=\\S)"
)
ARABIC = re.compile("[\u0621-\u063a\u0641-\u064a ]+")
MARKS = re.compile("[\u064b-\u0652\u0640\u200e\u200f]")
NEAR = frozenset(
    [
        "AE",
        "BH",
        "DJ",
        "DZ",
        "EG",
        "IL",
        "IQ",
        "JO",
        "KW",
        "LB",
        "LY",
        "MA",
        "MR",
        "OM",
        "PS",
        "QA",
        "SA",
        "SD",
        "SO",
        "SS",
        "SY",
        "TN",
        "YE",
        "XY",
    ]
)
BIG, LARGE, TOWN, SMALL = 1_000_000, 100_000, 20_000, 4_000
SURE = frozenset(
    map(fold, ["حلب", "حمص", "عدن", "تعز", "غزة", "جدة", "مكة", "الرياض", "دوما", "الأقصر", "لحج"])
)
"""Short names that newspapers use for the city and hardly ever for anything else."""
AMBIGUOUS = Path(__file__).with_name("ambiguous_places.txt")
DROPPED = frozenset({"QO", "XA", "XB", "EU", "EZ", "UN"})


class Place(NamedTuple):
    """A row of the table before its spellings are settled."""

    id: str
    type: str
    country: str
    lat: str
    lon: str
    population: int
    admin: str
    names: tuple[str, ...]


def rows_of(path: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of a TSV file."""
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def spellings(cells: Iterable[str]) -> tuple[str, ...]:
    """Return the usable spellings in cells that separate them by bars, prefixes and remarks taken off."""
    found = (
        re.sub(r"\(.*?\)", "", MARKS.sub("", name)).strip() for cell in cells for name in cell.split("|")
    )
    bare = (PREFIX.sub("", name) for name in found)
    return tuple(dict.fromkeys(name for name in bare if len(name) > 2 and ARABIC.fullmatch(name)))


def read_countries(folder: Path) -> Iterator[Place]:
    """Yield the countries of CLDR."""
    for row in rows_of(folder / "cldr/territories_ar.tsv"):
        if len(row["code"]) == 2 and row["code"] not in DROPPED:
            names = spellings([row["ar"].replace("(", "|").replace(")", "")])
            yield Place(f"iso:{row['code']}", "country", row["code"], "", "", BIG * 10, "", names)


def read_cities(folder: Path) -> Iterator[Place]:
    """Yield the cities of GeoNames that are large, or near."""
    for row in rows_of(folder / "geonames/cities15000_ar.tsv"):
        population = int(row["population"])
        if population >= (TOWN if row["cc"] in NEAR else LARGE * 3 // 2):
            names = spellings([row["names_arabic_script"]])[:3]
            yield Place(
                f"gn:{row['geonameid']}", "city", row["cc"], row["lat"], row["lon"], population, "", names
            )


def read_districts(folder: Path) -> Iterator[Place]:
    """Yield regions, counties and the larger towns of Who's On First."""
    kinds = {"region": "region", "county": "county", "locality": "town"}
    for path in sorted((folder / "whosonfirst").glob("*.tsv")):
        for row in rows_of(path):
            population = int(float(row["population"] or 0))
            known = (
                row["placetype"] != "locality"
                or population >= SMALL
                or bool(row["wikidata"] and row["geonames"])
            )
            if row["placetype"] in kinds and known and (row["cc"] in NEAR or row["placetype"] == "region"):
                names = spellings([row["name_ar"]]) or spellings([row["variants_ar"]])[:1]
                kind = (
                    "city"
                    if kinds[row["placetype"]] == "town" and population >= LARGE
                    else kinds[row["placetype"]]
                )
                yield Place(
                    f"wof:{row['wof_id']}",
                    kind,
                    row["cc"],
                    row["lat"],
                    row["lon"],
                    population,
                    row["region_id"],
                    names,
                )


def rank(place: Place) -> tuple[int, int]:
    """Return the importance of a place, the most important first."""
    order = {"country": 0, "city": 1 if place.population >= LARGE else 3, "region": 2, "county": 4, "town": 5}
    return order[place.type], -place.population


def needs_context(place: Place, name: str, everyday_words: frozenset[str]) -> bool:
    """Is a spelling too common a word, or the place too small, to be trusted by itself?"""
    folded = fold(name)
    if folded in SURE and place.type in ("city", "region"):
        return False
    if " " in name:
        return place.type == "town" and place.population < SMALL
    bare = folded.removeprefix("ال")
    everyday = folded in load_vocabulary().entries or {folded, bare} & everyday_words
    small = place.type in ("town", "county") and place.population < TOWN
    return place.type != "country" and bool(everyday or small or len(folded) < 4)


def settle(places: Iterable[Place]) -> Iterator[tuple[Place, str, bool]]:
    """Yield each spelling once, with the most important place of that name."""
    words = AMBIGUOUS.read_text("utf-8").splitlines()[1:]
    everyday = frozenset(map(fold, [*words, *(row["name"] for row in load_table("given_names.tsv"))]))
    seen: set[str] = set()
    for place in sorted(places, key=rank):
        for name in place.names:
            if fold(name) not in seen:
                seen.add(fold(name))
                yield place, name, needs_context(place, name, everyday)


def main(folder: Path) -> int:
    """Write the table and say how many rows it has."""
    places = [*read_countries(folder), *read_cities(folder), *read_districts(folder)]
    lines = [
        "\t".join(
            (
                p.id,
                p.type,
                p.country,
                p.lat[:8],
                p.lon[:8],
                str(p.population),
                p.admin,
                "yes" if c else "",
                name,
            )
        )
        for p, name, c in settle(places)
    ]
    OUT.write_text(HEADER + "\n".join(lines) + "\n", "utf-8")
    print(f"{OUT}: {len(lines)} spellings")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
