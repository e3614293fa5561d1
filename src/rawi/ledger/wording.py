"""By what words of a claim and of an entry are one: the stem, and what a verb and its noun do (قتل، مقتل).

Two words of one act are one only if their firm letters are, for a synonym may say something else (قتل، مات).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from rawi.ledger.terms import stem
from rawi.relations.statements.lexemes import action_of, future_verb

Words = frozenset[str]
_LOOSE = re.compile("[اويمتهن]")  # letters by which the verbs and nouns of one root differ


@lru_cache(maxsize=1 << 15)
def keys_of(word: str) -> Words:
    """Return by what a folded word is known again: its stem, and the act that it names with its firm letters.

    >>> bool(keys_of("مقتل") & keys_of("يقتل")), bool(keys_of("ستفتح") & keys_of("تفتح"))
    (True, True)
    >>> bool(keys_of("مقتل") & keys_of("وفاه"))
    False
    """
    found = {stem(word)}
    if (verb := future_verb(word)) is not None:
        found |= {stem(verb), stem("ت" + verb[1:])}
    if (action := action_of(indicative(word))) is not None:
        firm = _LOOSE.sub("", stem(verb or word))
        found |= {f"{action.name}/{action.way}/{firm}"} if firm else set()
    return frozenset(found)


def indicative(word: str) -> str:
    """Return a plural behind لم and لن as it is without them, any other word as it is.

    >>> indicative("يقتلوا"), indicative("قتلوا")
    ('يقتلون', 'قتلوا')
    """
    return f"{word[:-1]}ن" if word[:1] in ("ي", "ت") and word.endswith("وا") else word


def join_keys(words: Iterable[str]) -> Words:
    """Return the keys of folded words."""
    return frozenset[str]().union(*map(keys_of, words))
