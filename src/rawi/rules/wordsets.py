"""Where a text has words of a set: asked of a dozen sets, and answered by one tape for all of them.

A code point of the tape says in which of the sets a word is. It is laid with the other tapes (``tapes``), so
that a set costs one short pattern a text and no look-up a word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from itertools import compress, repeat

from rawi.rules.tape import OTHER
from rawi.text.text import Text

#: What gives the folded words of a set, always the same ones.
Words = Callable[[], Collection[str]]
_FIRST = 0xE000
_KEPT = "sets"


class WordSets:
    """The tape of some sets of words."""

    def __init__(self, sets: Iterable[Words]) -> None:
        self._sets = tuple(sets)
        holding: dict[str, tuple[int, ...]] = {}
        for number, words in enumerate(self._sets):
            for word in words():
                holding[word] = (*holding.get(word, ()), number)
        codes = {held: chr(_FIRST + at) for at, held in enumerate(sorted(set(holding.values())))}
        self._codes = {word: codes[held] for word, held in holding.items()}
        self.patterns = {
            words: re.compile(f"[{''.join(code for held, code in codes.items() if number in held)}]")
            for number, words in enumerate(self._sets)
        }

    def code(self, word: str) -> str:
        """Return the code point of a folded word: ``.`` if no set has it."""
        return self._codes.get(word, OTHER)

    def tape(self, words: Iterable[str]) -> str:
        """Return the tape of folded words: exactly one code point each."""
        return "".join(map(self._codes.get, words, repeat(OTHER)))

    def keep(self, text: Text) -> None:
        """Let ``find_words`` answer by this tape in a text."""
        text.kept[_KEPT] = self


def find_words(text: Text, words: Words) -> list[int]:
    """Return the tokens whose words are in a set, by the tape of its ``WordSets`` if the text keeps one.

    >>> text = Text("قال سليم ثم قال كريم")
    >>> find_words(text, lambda: {"قال"})
    [0, 3]
    """
    sets: WordSets | None = text.kept.get(_KEPT)
    if sets is not None and (pattern := sets.patterns.get(words)) is not None:
        return [found.start() for found in pattern.finditer(text.tape(sets))]
    return list(compress(range(len(text.words)), map(words().__contains__, text.words)))
