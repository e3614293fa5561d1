"""Names and ranks that are written by hand: areas that cross borders, other spellings, towns of the news."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from rawi.arabic.fold import fold
from rawi.lexicons.atlas import key_of
from rawi.lexicons.loader import load_table
from rawi.model.place import distance
from training.places.joins import keys
from training.places.sources import Row

FOLDER = Path(__file__).parent.parent
KNOWN = 4


def _lines(name: str) -> Iterator[str]:
    """Yield the lines of a list beside the scripts, without its comments."""
    for line in (FOLDER / name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line


def add_aliases(rows: list[Row]) -> None:
    """Add the names of ``place_aliases.tsv`` to the rows with these ids, and rows for ids of our own."""
    by_id = {id_: row for row in rows for id_ in row.ids}
    for line in _lines("areas.txt"):
        id_, country, lat, lon = line.split(" ")
        row = Row("area", country.replace("--", ""), float(lat), float(lon), 0, (), [id_])
        rows.append(row)
        by_id[id_] = row
    for alias in load_table("place_aliases.tsv"):
        row = by_id[alias["id"]]
        row.names = tuple(dict.fromkeys((*row.names, alias["name"])))


def raise_towns(rows: list[Row]) -> None:
    """Rank the towns of ``training/towns.txt`` above the villages of their names, and add how they are
    spelt."""
    areas = {row.iso3166_2: row.ids[0].removeprefix("wof:") for row in rows if row.type == "region"}
    found: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        if row.type in ("locality", "neighbourhood", "county"):
            for key in keys(row):
                found[row.country, key].append(row)
    for line in _lines("towns.txt"):
        code, names = line.split(": ")
        for name in names.split("، "):
            _raise(name, code[:2], areas.get(code, ""), found)


def _raise(name: str, country: str, region: str, found: dict[tuple[str, str], list[Row]]) -> None:
    """Raise the best row of a name in a region, else the only one in the country."""
    name, _, beside = name.partition("@")
    spelt, _, called = name.partition("=")
    near = [row for row in found.get((country, key_of(fold(beside))), ()) if row.region == region]
    key = key_of(fold(called or spelt))
    for one in (key, "ال" + key, key.removeprefix("ال")):
        rows = [row for row in found.get((country, one), ()) if row.type != "county"]
        inside = [row for row in rows if row.region == region]
        if inside or len(rows) == 1:
            best = max(inside or rows, key=_promise)
            if near:
                best = min(inside or rows, key=lambda row: distance(row, near[0]))
            best.rank = max(best.rank, KNOWN)
            best.named = True
            best.names = tuple(dict.fromkeys((*best.names, spelt)))
            best.trusted = tuple(dict.fromkeys((*best.trusted, spelt)))
            return


def _promise(row: Row) -> tuple[int, bool, int, str]:
    """Sort rows of one name: the best known, with the most sources, last."""
    return row.rank, row.type == "locality", len(row.ids), row.ids[0]
