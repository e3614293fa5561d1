"""Names that mean a place wherever they stand: no everyday words, no names of people, no villages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from rawi.arabic.fold import fold
from rawi.lexicons.loader import load_table
from training.places.sources import NEAR, Row
from training.places.spellings import OWN
from training.places.tables import CREDIT

LARGE, TOWN, SMALL = 100_000, 20_000, 4_000
_SURE = "حلب حمص عدن تعز غزة جدة مكة الرياض دوما الأقصر لحج دبي سرت رفح فاس عكا الرباط الزرقاء الخبر"
SURE = frozenset(map(fold, _SURE.split()))
"""Short names that newspapers use for the city and hardly ever for anything else."""
_LIKE_PEOPLE = "أبو أم ابن بنو بني آل بيت شيخ الشيخ سيد السيد حاج النبي وادي طريق عين"
_KIN = frozenset(map(fold, _LIKE_PEOPLE.split()))
AMBIGUOUS = Path(__file__).parent.parent / "ambiguous_places.txt"
HEADER = f"""\
# Names of countries, regions, cities and towns that mean them without further words; made by
# training/build_places.py.
{CREDIT}# id: wof:N, gn:N or iso:XX, the best known place of that name; all of them are in atlas.tsv.
id\ttype\tcountry\tname
"""


def write_trusted(rows: Iterable[Row], path: Path) -> int:
    """Write the names that need no context, each with the best known place of it; return how many."""
    lines = [f"{row.ids[0]}\t{_type(row)}\t{row.country}\t{name}" for row, name in _trusted(rows)]
    path.write_text(HEADER + "".join(f"{line}\n" for line in lines), "utf-8")
    return len(lines)


def _type(row: Row) -> str:
    """Return the kind of a place as annotations tell it."""
    return {"locality": "city", "neighbourhood": "city"}.get(row.type, row.type)


def _trusted(rows: Iterable[Row]) -> Iterator[tuple[Row, str]]:
    """Yield each spelling of the best known place of a name, if it can be trusted."""
    everyday = load_everyday()
    seen = {fold(row["name"]) for row in load_table("place_aliases.tsv")}
    for row in sorted(filter(_is_listed, rows), key=_order):
        for name in row.trusted:
            if (folded := fold(name)) not in seen:
                seen.add(folded)
                if len(name) > 2 and not OWN.match(name) and not _needs_context(row, name, everyday):
                    yield row, name


def load_everyday() -> frozenset[str]:
    """Return everyday words and first names, folded, with and without the article.

    They are read from the lexicons themselves: the vocabulary holds the places that were written last time.
    """
    words = [word.lstrip("!") for word in _ambiguous()]
    words += [row["name"] for row in load_table("given_names.tsv")]
    others = [row["word"] for name in ("ordinary_words.tsv", "place_heads.tsv") for row in load_table(name)]
    nouns = set(map(fold, words))
    return frozenset({*nouns, *("ال" + word for word in nouns), *map(fold, others)})


def _ambiguous() -> list[str]:
    """Return the words of the list of everyday words."""
    lines = AMBIGUOUS.read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def load_generic() -> frozenset[str]:
    """Return the words for what lies about everywhere (the coast, the capital), folded, with and without the
    article."""
    nouns = {fold(word[1:]) for word in _ambiguous() if word.startswith("!")}
    return frozenset({*nouns, *("ال" + word for word in nouns)})


@cache
def _load_given() -> frozenset[str]:
    """Return the first names, folded."""
    return frozenset(fold(row["name"]) for row in load_table("given_names.tsv") if row["kind"] != "joint")


def _is_listed(row: Row) -> bool:
    """Is a place known well enough to be named without further words?"""
    if row.type in ("country", "region", "area", "continent"):
        return row.type != "area"
    if row.type == "county":
        return row.country in NEAR
    if row.type != "locality":
        return False
    least = TOWN if row.country in NEAR else LARGE * 3 // 2
    return (
        (row.city and row.population >= least)
        or (row.country in NEAR and row.population >= SMALL)
        or row.named
    )


def _order(row: Row) -> tuple[int, int, str]:
    """Sort the most important first."""
    order = {"country": 0, "continent": 0, "region": 2, "county": 4}
    city = 1 if row.population >= LARGE else 3 if row.city else 5
    return order.get(row.type, city), -row.population, row.ids[0]


def _needs_context(row: Row, name: str, everyday: frozenset[str]) -> bool:
    """Is a spelling too common a word, or the place too small, to be trusted by itself?"""
    folded = fold(name)
    if folded in SURE:
        return False
    town = row.type == "locality" and not row.city
    if " " in name or "-" in name:
        return town and row.population < SMALL and (not row.named or _is_like_person(folded, _load_given()))
    common = folded in everyday
    small = row.type in ("locality", "county") and row.population < TOWN
    return row.type not in ("country", "continent") and bool(common or small or len(folded) < 4)


def _is_like_person(folded: str, given: frozenset[str]) -> bool:
    """Does a name begin as people's and families' names do: عمر المختار، أبو حمد، بني قيس?"""
    first = folded.split()[0]
    return first in given or first in _KIN
