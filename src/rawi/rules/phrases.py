"""Find many known phrases of two words or more in one Aho-Corasick pass over a tape of words.

The automaton does not read letters but a tape with one code point a word, ``.`` for every word that no phrase
has: its haystack is a tenth as long, almost all of it is ``.``, and every hit is made of whole words. See
``docs/decisions/0030-phrases-and-words.md`` for the measurement.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import repeat
from typing import Generic, NamedTuple, TypeVar

from ahocorasick_rs import AhoCorasick, Implementation

from rawi.arabic.clitics import Clitic
from rawi.arabic.fold import fold
from rawi.errors import RuleError
from rawi.rules.tape import OTHER
from rawi.text.text import Text
from rawi.text.tokens import cut_tokens

T = TypeVar("T")
_FIRST_CODE, _END_CODE = 0x100, 0xD800
_CONJUNCTIONS = (("", Clitic.NONE), ("و", Clitic.CONJUNCTION), ("ف", Clitic.CONJUNCTION))
_PREPOSITIONS = (("", Clitic.NONE), ("ب", Clitic.BEH), ("ل", Clitic.LAM), ("ك", Clitic.KAF))
#: What may stand joined before a phrase, with its meaning.
CLITICS: dict[str, int] = {c + p: int(cb | pb) for c, cb in _CONJUNCTIONS for p, pb in _PREPOSITIONS}


class Phrase(NamedTuple, Generic[T]):
    """A phrase found: tokens ``first`` up to and without ``last``, clitics before it, what belongs to it.

    ``clitics`` are bits of ``Clitic``.
    """

    first: int
    last: int
    clitics: int
    payload: T


class _Known(NamedTuple, Generic[T]):
    """A phrase to be found: its folded words, the clitics inside its spelling, what belongs to it."""

    words: list[str]
    inner: int
    payload: T

    def clitics_in(self, words: list[str]) -> int | None:
        """Return the clitics with which these words spell the phrase; None if they do not."""
        first = words[0]
        if words[1:] != self.words[1:] or not first.endswith(self.words[0]):
            return None
        outer = CLITICS.get(first[: len(first) - len(self.words[0])])
        if outer is None or (self.inner and outer > Clitic.CONJUNCTION):
            return None
        return outer | self.inner


class Phrases(Generic[T]):
    """Known phrases with a payload each; the first payload given to a phrase keeps it.

    ``phrases`` are in citation spelling; they are folded here. After ل the article loses its alef
    (``للأمم المتحدة``): that spelling is found too. RuleError if they have more words than there are codes.
    """

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        known = list(_spellings(phrases))
        self._codes = _number_words(word for one in known for word in one.words)
        patterns: dict[str, list[_Known[T]]] = {}
        for one in known:
            patterns.setdefault("".join(map(self._codes.__getitem__, one.words)), []).append(one)
        clashes = self._join_clitics({one.words[0] for one in known})
        for one in known:
            for code in clashes.get(one.words[0], ()):
                rest = map(self._codes.__getitem__, one.words[1:])
                patterns.setdefault("".join((code, *rest)), []).append(one)
        self._known = list(patterns.values())
        self._automaton = AhoCorasick(list(patterns), store_patterns=False, implementation=Implementation.DFA)

    def _join_clitics(self, firsts: Iterable[str]) -> dict[str, list[str]]:
        """Give first words with letters joined before them the code of the word; return those that had one.

        These (وسط: a word, or و and سط) are the codes that stand for a first word besides its own.
        """
        codes, clashes = self._codes, dict[str, list[str]]()
        for word in sorted(firsts):
            own = codes[word]
            for joined in CLITICS:
                code = codes.setdefault(joined + word, own)
                if code != own:
                    clashes.setdefault(word, []).append(code)
        return clashes

    def code(self, word: str) -> str:
        """Return the code point of a folded word: ``.`` if no phrase has it."""
        return self._codes.get(word, OTHER)

    def tape(self, words: Iterable[str]) -> str:
        """Return the tape of folded words: exactly one code point each."""
        return "".join(map(self._codes.get, words, repeat(OTHER)))

    def find(self, text: Text) -> list[Phrase[T]]:
        """Return the phrases of a text, in order; of those that overlap the first to begin, then the
        longest."""
        hits = self._automaton.find_matches_as_indexes(text.tape(self), overlapping=True)
        found: list[Phrase[T]] = []
        end = 0
        for first, minus_last, number in sorted([(start, -end, number) for number, start, end in hits]):
            if first < end:
                continue
            words = text.words[first:-minus_last]
            for one in self._known[number]:
                if (clitics := one.clitics_in(words)) is not None:
                    end = -minus_last
                    found.append(Phrase(first, end, clitics, one.payload))
                    break
        return found


def _spellings(phrases: Iterable[tuple[str, T]]) -> Iterator[_Known[T]]:
    """Yield the phrases, each once; also the spelling of those whose article loses its alef after ل."""
    given = list(phrases)
    lines = fold("\n".join(" ".join(phrase.split()) for phrase, _ in given)).split("\n")
    seen: set[str] = set()
    for line, (_, payload) in zip(lines, given, strict=True):
        for spelling, inner in ((line, 0), ("ل" + line[1:], int(Clitic.LAM | Clitic.ARTICLE))):
            if spelling and spelling not in seen and (not inner or line.startswith("ال")):
                seen.add(spelling)
                yield _Known(cut_tokens(spelling)[0], inner, payload)


def _number_words(words: Iterable[str]) -> dict[str, str]:
    """Return a code point for each word."""
    numbers = dict.fromkeys(words)
    if len(numbers) > _END_CODE - _FIRST_CODE:
        raise RuleError(f"phrases have at most {_END_CODE - _FIRST_CODE} words, not {len(numbers)}")
    return {word: chr(code) for code, word in enumerate(numbers, _FIRST_CODE)}
