"""How many of something, said as each language says it: ``خبران``, ``3 أخبار``, ``11 خبرًا``."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal

from rawi.views.labels import Language

Category = Literal["zero", "one", "two", "few", "many", "other"]


@cache
def load_plurals() -> dict[str, dict[Language, dict[Category, str]]]:
    """Load the catalogue: the wording of each counted thing in each language, by category."""
    return tomllib.loads(files("rawi.views").joinpath("plurals.toml").read_text("utf-8"))


def find_category(number: int, language: Language) -> Category:
    """Return the plural category of a whole number (CLDR).

    >>> [find_category(number, "ar") for number in (0, 1, 2, 3, 110, 11, 99, 100, 102)]
    ['zero', 'one', 'two', 'few', 'few', 'many', 'many', 'other', 'other']
    """
    if language == "en":
        return "one" if number == 1 else "other"
    exact: dict[int, Category] = {0: "zero", 1: "one", 2: "two"}
    rest = number % 100
    return exact.get(number) or ("few" if 3 <= rest <= 10 else "many" if rest >= 11 else "other")


def count(name: str, number: int, language: Language) -> str:
    """Return how many of something there are; ``KeyError`` if the catalogue has no such thing.

    >>> count("reports", 2, "ar"), count("reports", 1200, "en")
    ('خبران', '1,200 reports')
    """
    return load_plurals()[name][language][find_category(number, language)].format(n=f"{number:,}")
