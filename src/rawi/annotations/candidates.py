"""Which words may be parts of a person's name, by their class and their letters: a tape of its own."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from rawi.annotations.features import NAMES, class_of, may_be_joined, stem_of
from rawi.annotations.lexis import load_vocabulary
from rawi.annotations.likeness import score_likeness
from rawi.rules.tape import OTHER

CANDIDATE = "c"
_LIKELY, _LIKELIER = 1, 2
_JOINED = frozenset("وفبلك")
_SHORTEST = 3
_NOUNS = frozenset(("noun", "nisba"))
_LEADING = _NOUNS | {"alef", "verbal"}  # other unknown words are names too seldom to look around them
_ARTICLE = 16


class NameCandidates:
    """A tape that says of each word whether it may be a part of a person's name: ``c`` or ``.``."""

    def code(self, word: str) -> str:
        """Return the code point of a folded word, by its class and letters."""
        return CANDIDATE if _may_be_name(word, load_vocabulary().code(word)) else OTHER

    def tape(self, words: Iterable[str]) -> str:
        """Return the tape of folded words."""
        words = list(words)
        codes = map(load_vocabulary().code, words)
        return "".join([CANDIDATE if found else OTHER for found in map(_may_be_name, words, codes)])


@cache
def load_candidates() -> NameCandidates:
    """Return the one tape of candidates, so that texts know it again."""
    return NameCandidates()


def _may_be_name(word: str, code: str) -> bool:
    """Is a word one of those known from names, or unknown and like them by its letters? One of everyday
    life that
    is a first name too (أمل، على) leads to no name by itself: hardly one in thirty is one."""
    if len(word) < 2 or not "ء" <= word[0] <= "ي":
        return False
    name = _candidate_class(code)
    if name in NAMES:
        return True
    if not name:
        return False
    clitics = load_vocabulary().clitics_of(code)
    if score_likeness(stem_of(word, clitics)) >= (_LIKELY if name in _NOUNS else _LIKELIER):
        return True
    if not clitics and may_be_joined(word, name):
        return True
    joined = not clitics and word[0] in _JOINED and len(word) > _SHORTEST
    return joined and score_likeness(word[1:]) >= _LIKELIER


@cache
def _candidate_class(code: str) -> str:
    """Return the class of a code point whose words may be names, empty of any other."""
    name, articled = class_of(code), load_vocabulary().clitics_of(code) & _ARTICLE
    return name if name in NAMES or (name in _LEADING and not articled) else ""
