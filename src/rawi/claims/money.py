"""Whose money an article means where it writes only ليرة, جنيه or دينار: what the text itself tells.

What stands beside the money decides: its country (ريال يمني; ``annotations.money``), or its worth in dollars
(``claims.exchange``). Else what the text names is counted: places, bodies and adjectives of nationality one
each; the same money with its country (الليرة السورية) and a coin that only one of the countries has (مليم)
two each; the country of a local outlet five. A country that is named alone, or at least twice as often as the
next, owns the money; else the only one that the sentence names, else the only one that the paragraph names.
Where that settles nothing, nobody knows: no guess is made.

Counting over the whole text stands before the sentence because a sentence often names one country for the
money and another for a person in it (راتب اللاعب المصري في النادي الإنجليزي).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from functools import cache, cached_property
from itertools import chain, compress
from typing import NamedTuple
from urllib.parse import urlsplit

from rawi.annotations.gazetteer import load_known
from rawi.annotations.lexis import load_vocabulary as load_names
from rawi.annotations.money import CURRENCY_ROLES, find_country, is_shared, load_countries
from rawi.annotations.nametapes import read_names
from rawi.annotations.vocabulary import codes_of, load_vocabulary, tape_of
from rawi.arabic.clitics import plain_forms
from rawi.arabic.fold import fold
from rawi.claims.exchange import find_owners
from rawi.claims.reading import Reading
from rawi.lexicons.loader import load_entries, load_table
from rawi.model.annotation import Annotation
from rawi.model.document import Metadata
from rawi.model.lexeme import Lexeme
from rawi.model.value import Quantity

_TWICE, _HOME = 2, 5


class Hint(NamedTuple):
    """A token that tells of a country, or of several that bear one name, and how much it counts."""

    at: int
    countries: frozenset[str]
    weight: int = 1


class Evidence:
    """The hints for the countries of some money, in the order of the text, and whom they favour."""

    def __init__(self, hints: list[tuple[int, str, int]], home: str | None) -> None:
        hints = sorted(hints)
        self._at = [at for at, _, _ in hints]
        self._countries = [country for _, country, _ in hints]
        total: Counter[str] = Counter()
        for _, country, weight in hints:
            total[country] += weight
        if home is not None:
            total[home] += _HOME
        self.favoured = _ahead(total)
        # Where the country next changes, so that a range is asked for one country without walking it.
        self._changes = [len(hints)] * len(hints)
        for index in range(len(hints) - 2, -1, -1):
            same = self._countries[index] == self._countries[index + 1]
            self._changes[index] = self._changes[index + 1] if same else index + 1

    def only(self, span: tuple[int, int]) -> str | None:
        """Return the country that is alone in a token range."""
        first, last = bisect_left(self._at, span[0]), bisect_left(self._at, span[1])
        return self._countries[first] if first < last and self._changes[first] >= last else None


class Currencies:
    """The money of one article; what the text names is looked up at most once, however much it counts."""

    def __init__(self, reading: Reading, metadata: Metadata) -> None:
        self._reading = reading
        self._metadata = metadata
        self._evidence: dict[tuple[str, frozenset[str]], Evidence] = {}

    def owners_of(self, quantity: Quantity) -> Lexeme | None:
        """Return the money that a quantity counts if several countries share its name; None if nothing is
        open."""
        if quantity.unit is not None or quantity.counted_at is None:
            return None
        entry = load_vocabulary().entries.get(self._reading.words[quantity.counted_at[0]])
        if entry is None or entry.role not in CURRENCY_ROLES or entry.part or not is_shared(entry):
            return None
        return entry if entry.value is not None else None

    def settle(self, money: Lexeme, found: Annotation, beside: list[Annotation]) -> str | None:
        """Return the ISO 4217 code of an amount of money; None if the text does not say whose it is.

        ``beside`` holds the quantities before and after it.
        """
        at, owners = found.first, find_owners(money, found, beside, self._reading.text)
        if len(owners) == 1:
            return money.by[min(owners)]
        evidence = self._evidence_of(money, owners)
        sentence, paragraph = self._reading.text.sentence_of(at), self._paragraph(at)
        owner = evidence.favoured or evidence.only(sentence) or evidence.only(paragraph)
        return money.by[owner] if owner else None

    def _evidence_of(self, money: Lexeme, owners: frozenset[str]) -> Evidence:
        """Return the evidence for the owners of some money, weighed once."""
        key = str(sorted(money.by.items())), owners
        if key not in self._evidence:
            home = self._home if self._home in owners else None
            self._evidence[key] = Evidence(self._hints_of(money, owners), home)
        return self._evidence[key]

    def _hints_of(self, money: Lexeme, owners: frozenset[str]) -> list[tuple[int, str, int]]:
        """Return the hints that tell one of the countries of some money from the others."""
        found = []
        stated = list(self._stated(money))
        owners -= _always_stated() - {country for hint in stated for country in hint.countries}
        for at, countries, weight in (*self._hints, *stated):
            meant = countries & owners
            if len(meant) == 1:
                found.append((at, min(meant), weight))
        return found

    def _paragraph(self, at: int) -> tuple[int, int]:
        """Return the token range of the paragraph that holds token ``at``."""
        after = bisect_left(self._breaks, at)
        first = self._breaks[after - 1] if after else 0
        return first, self._breaks[after] if after < len(self._breaks) else len(self._reading.words)

    @cached_property
    def _breaks(self) -> list[int]:
        """The tokens that are line breaks."""
        words = self._reading.words
        return list(compress(range(len(words)), map("".__eq__, words)))

    @cached_property
    def _home(self) -> str | None:
        """The country of the outlet, where it writes of that first."""
        return home_of(self._metadata)

    @cached_property
    def _hints(self) -> list[Hint]:
        """All that the text names: places, bodies, nationalities, and what papers call their own country."""
        return [*self._places(), *self._bodies(), *self._nationalities(), *self._coins()]

    def _places(self) -> Iterator[Hint]:
        """Yield places, with all the countries that bear a name where there are several."""
        for place in self._reading.places:
            country = place.value.country
            if country and fold(place.value.name) not in load_countries("home"):
                yield Hint(place.first, frozenset((country,)))
        words, covered = self._reading.words, {place.first for place in self._reading.places}
        for at in compress(range(len(words)), map(_home_names().__contains__, words)):
            if at not in covered or fold(words[at]) in load_countries("home"):
                yield Hint(at, _home_names()[words[at]])

    def _bodies(self) -> Iterator[Hint]:
        """Yield bodies that the tables know; not outlets that write about every country."""
        for body in self._reading.organizations:
            country = _countries_of_bodies().get(body.value.id)
            if country:
                yield Hint(body.first, frozenset((country,)))

    def _nationalities(self) -> Iterator[Hint]:
        """Yield adjectives of nationality and names of nationals."""
        words, entries = self._reading.words, load_names().entries
        for match in _load_nationals().finditer(read_names(self._reading.text).tape):
            entry = entries.get(words[match.start()])
            if entry is not None and entry.id:
                yield Hint(match.start(), frozenset((entry.id,)))

    def _coins(self) -> Iterator[Hint]:
        """Yield coins, with the countries that have them."""
        words, entries = self._reading.words, load_vocabulary().entries
        for at in _find("{?coin}", tape_of(self._reading.text)):
            yield Hint(at, frozenset(entries[words[at]].by), _TWICE)

    def _stated(self, money: Lexeme) -> Iterator[Hint]:
        """Yield where the same money stands with its country; the adjective itself is a hint already."""
        words, entries = self._reading.words, load_vocabulary().entries
        for at in _find("{?currency|currency_dual}", tape_of(self._reading.text)):
            if entries[words[at]].by == money.by and (found := find_country(words, at + 1)):
                yield Hint(at, frozenset((found[0],)))


def _ahead(total: Counter[str]) -> str | None:
    """Return the country that is named alone or at least twice as often as the next."""
    first, second = (*total.most_common(2), ("", 0), ("", 0))[:2]
    return first[0] if first[1] and first[1] >= _TWICE * second[1] else None


def _find(pattern: str, tape: str) -> Iterator[int]:
    """Yield the tokens of a class."""
    codes = codes_of(pattern)
    return compress(range(len(tape)), map(codes.__contains__, tape))


@cache
def _always_stated() -> frozenset[str]:
    """Return the countries whose money the press never writes without their adjective: الريال البرازيلي."""
    return frozenset().union(*load_countries("stated").values())


@cache
def _load_nationals() -> re.Pattern[str]:
    """Compile the class of nationalities on the tape of names."""
    return re.compile(load_names().compile("{?nationality|nationals}"))


@cache
def _home_names() -> dict[str, frozenset[str]]:
    """Return what papers call their own country, with the letters that may stand joined before it."""
    return {
        surface: countries
        for name, countries in load_countries("home").items()
        for surface, _ in plain_forms(name)
    }


@cache
def _countries_of_bodies() -> dict[str, str]:
    """Return the country of each known body by its id, without agencies and outlets that write about all."""
    known = load_known()
    abroad = {known[name].id for name in load_countries("abroad") if name in known}
    return {
        one.id: one.country
        for one in known.values()
        if one.country and one.kind in ("org", "outlet") and one.id not in abroad
    }


def home_of(metadata: Metadata) -> str | None:
    """Return the country of an outlet that writes of its own country first; None if that is not known.

    Its address decides (``money_countries.toml``), else its name (``newsrooms.tsv``, ``outlets.tsv``), else
    the country at the end of the address.

    >>> home_of(Metadata(outlet="okaz"))
    'SA'
    """
    address = metadata.url or metadata.source or ""
    site = (_host(address) if address.startswith("http") else "").removeprefix("www.")
    if site in _sites():
        return _sites()[site]
    name = _plain_name(metadata.outlet or "")
    if name and name in _homes():
        return _homes()[name]
    top = site.rpartition(".")[2].upper()
    return top if top in _arab_tops() else None


def _host(address: str) -> str:
    """Return the host of an address; empty if it has none."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:  # a bracket that opens and never closes
        return ""


@cache
def _sites() -> dict[str, str]:
    """Return the countries of the outlets whose addresses are listed."""
    found = {}
    for entry in load_entries("money_countries.toml", Lexeme):
        if entry.role == "address":
            found.update(dict.fromkeys(entry.forms, str(entry.value)))
    return found


@cache
def _arab_tops() -> frozenset[str]:
    """Return the countries whose outlets are listed: of these the end of an address tells."""
    return frozenset(_sites().values())


@cache
def _homes() -> dict[str, str | None]:
    """Return the countries of outlets by their names; None of those that write about every country."""
    abroad: dict[str, str | None] = {_plain_name(name): None for name in load_countries("abroad")}
    rows = [(row["country"], row[name]) for row in load_table("newsrooms.tsv") for name in ("latin", "name")]
    rows += [(row["country"], row["name"]) for row in load_table("outlets.tsv") if row["kind"] == "outlet"]
    named: dict[str, set[str]] = {}
    for country, name in rows:
        if plain := _plain_name(name):
            named.setdefault(plain, set()).add(country)
    sure = {name: next(iter(countries)) for name, countries in named.items() if len(countries) == 1}
    return dict(chain(sure.items(), abroad.items()))


def _plain_name(name: str) -> str:
    """Fold the name of an outlet to what its spellings share: Al Riyadh and alriyadh."""
    letters = "".join(filter(str.isalnum, fold(name)))
    return letters.removeprefix("al").removeprefix("ال")
