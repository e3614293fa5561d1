"""Which countries words speak of: adjectives of nationality and names of countries."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from rawi.annotations.gazetteer import load_known
from rawi.annotations.lexis import load_vocabulary
from rawi.arabic.fold import fold
from rawi.lexicons.loader import load_columns, load_table

_WORD = re.compile(r"[^\W_]+")
_LONGEST = 4  # words of a country's name
_JOINED = ("لل", "ول", "وب", "ل", "ب", "و")


@lru_cache(maxsize=1 << 16)
def read_countries(words: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """Return the folded words without those that say a country, and the countries (ISO 3166-1 alpha-2).

    >>> rest, countries = read_countries("وزير النقل الأردني")
    >>> rest, sorted(countries)
    (('وزير', 'النقل'), ['JO'])
    """
    rest: list[str] = []
    found: set[str] = set()
    tokens = _WORD.findall(fold(words))
    at = 0
    while at < len(tokens):
        size, country = _country_at(tokens, at)
        if country is None:
            rest.append(tokens[at])
        else:
            found.add(country)
        at += size
    return tuple(rest), frozenset(found)


def _country_at(tokens: list[str], at: int) -> tuple[int, str | None]:
    """Return how many words at a place name a country, and which; one word and null for none."""
    names = _country_names()
    for size in range(min(_LONGEST, len(tokens) - at), 0, -1):
        name = " ".join(tokens[at : at + size])
        if country := names.get(name) or names.get(_bare(name)):
            return size, country
    return 1, _nationality(tokens[at])


def _bare(name: str) -> str:
    """Return a name without the letter joined before it: لليمن, بمصر."""
    for joined in _JOINED:
        if name.startswith(joined) and len(name) > len(joined) + 2:
            rest = name.removeprefix(joined)
            return "ال" + rest if joined == "لل" else rest
    return name


def _nationality(word: str) -> str | None:
    """Return the country of an adjective, null for any other word and for peoples without a country."""
    entry = load_vocabulary().entry(word)
    if entry is None or entry.kind != "nationality" or entry.id in (None, "--"):
        return None
    return entry.id


@cache
def _country_names() -> dict[str, str]:
    """Return the names of countries, folded, with their codes."""
    return {
        name: known.country
        for name, known in load_known().items()
        if known.kind == "place" and known.type == "country" and known.country and known.id.startswith("iso:")
    }


@cache
def _countries_of_rows() -> dict[str, str]:
    """Return the country of every row of the tables of places and bodies that has one."""
    table = load_columns("places.tsv")
    rows = {id_: country for id_, country in zip(table["id"], table["country"], strict=True) if country}
    return rows | {known.id: known.country for known in load_known().values() if known.country}


def country_of(link: str | None) -> str | None:
    """Return the country in which a row of a table lies or at home, null where the table does not say."""
    return _countries_of_rows().get(link) if link else None


def find_country(name: str) -> str | None:
    """Return the country that a whole name is of, in Arabic or English, or its code; null for another name.

    >>> find_country("سورية"), find_country("syria"), find_country("SY"), find_country("إدلب")
    ('SY', 'SY', 'SY', None)
    """
    written = " ".join(fold(name).split())
    return _country_names().get(written) or _english_names().get(" ".join(name.split()).casefold())


@cache
def _english_names() -> dict[str, str]:
    """Return the countries by their English names and their codes."""
    names: dict[str, str] = {}
    for row in load_table("events/country_names.tsv"):
        code = row["id"].removeprefix("iso:")
        names[row["name"].casefold()] = names[code.casefold()] = code
    return names


@lru_cache(maxsize=4096)
def country_of_outlet(outlet: str | None) -> str | None:
    """Return the country of an outlet by its name in the table of outlets, null where that has it not."""
    known = load_known().get(" ".join(fold(outlet).split())) if outlet else None
    return known.country if known and known.kind == "outlet" else None
