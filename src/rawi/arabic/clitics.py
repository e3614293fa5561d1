"""Letters that Arabic writes joined to the next word: و ف before ب ل ك before ال.

Forms are generated once, when a lexicon is loaded, so that reading a text is one dictionary lookup a word.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntFlag


class Clitic(IntFlag):
    """What stands joined before a word: a conjunction, a preposition, the article."""

    NONE = 0
    CONJUNCTION = 1
    BEH = 2
    LAM = 4
    KAF = 8
    ARTICLE = 16


PREPOSITIONS = {"ب": Clitic.BEH, "ل": Clitic.LAM, "ك": Clitic.KAF}
_CONJUNCTIONS = (("", Clitic.NONE), ("و", Clitic.CONJUNCTION), ("ف", Clitic.CONJUNCTION))


def noun_forms(form: str) -> Iterator[tuple[str, Clitic]]:
    """Yield a folded noun with every clitic that can stand before it.

    >>> dict(noun_forms("بيان"))["وللبيان"] == Clitic.CONJUNCTION | Clitic.LAM | Clitic.ARTICLE
    True
    """
    for conjunction, bit in _CONJUNCTIONS:
        yield from _with_prepositions(form, conjunction, bit)
        if not form.startswith("ال"):
            yield from _with_prepositions("ال" + form, conjunction, bit | Clitic.ARTICLE)


def _with_prepositions(form: str, conjunction: str, bits: Clitic) -> Iterator[tuple[str, Clitic]]:
    """Yield a form bare and after each preposition; ل swallows the alef of the article (للبيان)."""
    yield conjunction + form, bits
    for letter, bit in PREPOSITIONS.items():
        joined = form[1:] if letter == "ل" and form.startswith("ال") else form
        yield conjunction + letter + joined, bits | bit


def verb_forms(form: str) -> Iterator[tuple[str, Clitic]]:
    """Yield a folded verb bare and after a conjunction: قال، وقال، فقال."""
    for conjunction, bit in _CONJUNCTIONS:
        yield conjunction + form, bit


def plain_forms(form: str) -> Iterator[tuple[str, Clitic]]:
    """Yield a folded word that takes no clitic but a conjunction and a preposition without article: بحسب،
    ولنحو."""
    for conjunction, bit in _CONJUNCTIONS:
        yield from _with_prepositions(form, conjunction, bit)


def stem_forms(form: str) -> Iterator[tuple[str, Clitic]]:
    """Yield what ``noun_forms`` does for a word whose own first letters are alef and lam (ألف، آلاف).

    >>> forms = dict(stem_forms("الف"))
    >>> (forms["لالف"], forms["الالف"]) == (Clitic.LAM, Clitic.ARTICLE)
    True
    """
    for conjunction, bit in _CONJUNCTIONS:
        for letter, preposition in (("", Clitic.NONE), *PREPOSITIONS.items()):
            yield conjunction + letter + form, bit | preposition
            article = "ل" if letter == "ل" else "ال"
            yield conjunction + letter + article + form, bit | preposition | Clitic.ARTICLE
