"""Build the tables of places in ``src/rawi/lexicons/ar`` from open gazetteers.

usage: python -m training.build_places GAZETTEERS [OUT]
    GAZETTEERS holds whosonfirst/*.tsv, geonames/*.tsv, cldr/*.tsv

``atlas.tsv`` has all places by name, ``areas.tsv`` countries, regions and counties by id, ``places.tsv`` the
names that mean a place without further words.

Sources and licences: Who's On First (CC BY 4.0 as a whole), GeoNames cities over 15,000 (CC BY 4.0), Unicode
CLDR territory names (Unicode License v3), and lists of our own beside this script.
"""

from __future__ import annotations

import sys
from pathlib import Path

from training.places.joins import join_all, settle_areas
from training.places.ranks import drop_capitals, rank_all
from training.places.sources import Row, read_cities, read_countries, read_places
from training.places.tables import write_areas, write_atlas
from training.places.towns import add_aliases, raise_towns
from training.places.trusted import load_everyday, load_generic, write_trusted

OUT = Path("src/rawi/lexicons/ar")


def gather(folder: Path) -> list[Row]:
    """Return all places of the sources: joined, in their areas, ranked."""
    rows = join_all([*read_countries(folder), *read_places(folder), *read_cities(folder)])
    settle_areas(rows)
    drop_capitals(rows)
    rank_all(rows)
    add_aliases(rows)
    raise_towns(rows)
    return rows


def main(folder: Path, out: Path = OUT) -> int:
    """Write the tables and say how many rows they have."""
    rows = gather(folder)
    print(f"atlas.tsv: {write_atlas(rows, load_everyday(), load_generic(), out / 'atlas.tsv')} spellings")
    print(f"areas.tsv: {write_areas(rows, out / 'areas.tsv')} areas")
    print(f"places.tsv: {write_trusted(rows, out / 'places.tsv')} names")
    return 0


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:3])))
