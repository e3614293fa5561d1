"""The closed lists of words by which an answer is measured (``terms.toml``)."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal

from rawi.errors import LexiconError

List = Literal["generic", "attached", "complementisers", "leading", "event_types"]


@cache
def load_terms(name: List) -> frozenset[str]:
    """Return the words of one list of ``terms.toml`` as written there.

    >>> "وزير" in load_terms("generic")
    True

    Raises LexiconError if the list is missing or holds anything but words.
    """
    terms = tomllib.loads(files("rawi.evaluation").joinpath("terms.toml").read_text("utf-8")).get(name)
    if not isinstance(terms, list) or not all(isinstance(term, str) and term for term in terms):
        raise LexiconError(f"evaluation/terms.toml: {name} is not a list of words")
    return frozenset(terms)
