"""What pages say around the source's words, in English and Arabic; labels of cards are those of ``views``."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from rawi.views.labels import Language, label


@cache
def load_phrases() -> dict[str, dict[Language, str]]:
    """Load the catalogue of the pages."""
    return tomllib.loads(files("rawi.web").joinpath("phrases.toml").read_text("utf-8"))


def phrase(name: str, language: Language) -> str:
    """Return a phrase of the pages, else the label of that name.

    >>> phrase("nav.said", "ar"), phrase("as_of", "en")
    ('الأقوال', 'as of')
    """
    known = load_phrases().get(name)
    return known[language] if known else label(name, language)
