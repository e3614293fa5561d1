"""What views say around the source's words, in English or Arabic, from one catalogue."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal

Language = Literal["en", "ar"]


@cache
def load_labels() -> dict[str, dict[Language, str]]:
    """Load the catalogue: the wording of each label in each language."""
    return tomllib.loads(files("rawi.views").joinpath("labels.toml").read_text("utf-8"))


def label(name: str, language: Language) -> str:
    """Return a label; one that is not in the catalogue is its own name, underscores as spaces.

    >>> label("as_of", "ar")
    'زمن الرقم'
    """
    known = load_labels().get(name)
    return known[language] if known else name.replace("_", " ")
