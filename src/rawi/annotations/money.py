"""Whose money: the country that stands after the name of a currency, and the code that it makes of it."""

from __future__ import annotations

from functools import cache

from rawi.arabic.fold import fold
from rawi.lexicons.loader import load_entries, load_table
from rawi.model.lexeme import Lexeme
from rawi.text.tokens import cut_tokens

CURRENCY_ROLES = frozenset(("currency", "currency_dual", "coin", "sign"))
#: Of a dollar whose country nobody names the American is meant, as everywhere in the news.
_ALONE = {"dollar": "USD"}
_CODE = 3
_ENDINGS = ("", "ا", "ه", "ات", "ان", "ين", "تان", "تين")
_LONGEST = 4


@cache
def load_countries(role: str) -> dict[str, frozenset[str]]:
    """Return the countries of the folded names of one role of ``money_countries.toml``, by those names."""
    return {
        " ".join(cut_tokens(fold(form))[0]): frozenset(str(entry.value).split())
        for entry in load_entries("money_countries.toml", Lexeme)
        if entry.role == role
        for form in entry.forms
    }


@cache
def _after() -> dict[str, str]:
    """Return what can follow the name of a currency, folded, with its country: سعودي، السعودية، هونغ كونغ."""
    found = {name: min(countries) for name, countries in load_countries("country").items()}
    adjectives = [(name, min(countries)) for name, countries in load_countries("adjective").items()]
    adjectives += [
        (fold(row["word"]), row["country"])
        for row in load_table("nationalities.tsv")
        if row["kind"] == "adjective" and row["country"] != "--"
    ]
    for name, country in adjectives:
        for form in _inflected(name):
            found.setdefault(form, country)
    return found


def _inflected(adjective: str) -> list[str]:
    """Return the genders, numbers and cases of an adjective of one word or two, with and without article."""
    words = adjective.split()
    forms = [" ".join(word + ending for word in words) for ending in _ENDINGS]
    if len(words) > 1:  # only the last word bends in غرب أفريقي
        forms += [" ".join((*words[:-1], words[-1] + ending)) for ending in _ENDINGS]
    return forms + ["ال" + form.replace(" ", " ال") for form in forms]


def find_country(words: list[str], at: int) -> tuple[str, int] | None:
    """Return the country that the words at ``at`` name after a currency, and where they end; the longest.

    >>> find_country(["دولار", "هونغ", "كونغ"], 1)
    ('HK', 3)
    """
    after = _after()
    for length in range(min(_LONGEST, len(words) - at), 0, -1):
        country = after.get(" ".join(words[at : at + length]))
        if country is not None:
            return country, at + length
    return None


def is_shared(entry: Lexeme) -> bool:
    """Is it money, or a coin, of several countries, so that its name alone does not say whose?"""
    return len(entry.by) > 1 and str(entry.value) not in _ALONE


def code_in_article(entry: Lexeme, country: str | None) -> str | None:
    """Return the ISO 4217 code of money; None of a coin, and where the name does not say whose it is."""
    if entry.role == "coin" or entry.part:
        return None
    alone = "" if is_shared(entry) else str(entry.value or "")
    code = entry.by.get(country or "", alone)
    code = _ALONE.get(code, code)
    return code if len(code) == _CODE and code.isupper() else None


def code_in_phrase(entry: Lexeme, country: str | None) -> str | None:
    """Return the code of money outside any article: as the name stands where its country is not said."""
    return entry.by.get(country or "", None if entry.value is None else str(entry.value))
