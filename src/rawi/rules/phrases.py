"""Find many known phrases of two words or more in one Aho-Corasick pass over the folded text.

Single words are not for this: a dictionary look-up per token (``rules.tape``) finds them faster, and short
patterns slow the automaton down. See ``docs/decisions/0030-phrases-and-words.md`` for the measurement.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Generic, NamedTuple, TypeVar

from ahocorasick_rs import AhoCorasick, Implementation

from rawi.arabic.clitics import Clitic
from rawi.arabic.fold import fold
from rawi.text.text import Text

T = TypeVar("T")
# A lone surrogate has no bytes; one for one, so that offsets stay.
_LONE = re.compile("[\ud800-\udfff]")
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


class Phrases(Generic[T]):
    """Known phrases with a payload each; the first payload given to a phrase keeps it.

    ``phrases`` are in citation spelling; they are folded here. After ل the article loses its alef
    (``للأمم المتحدة``): that spelling is found too.
    """

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        self._payloads: dict[str, tuple[T, int]] = {}
        for phrase, payload in phrases:
            folded = " ".join(fold(phrase).split())
            self._payloads.setdefault(folded, (payload, 0))
            if folded.startswith("ال"):
                self._payloads.setdefault("ل" + folded[1:], (payload, int(Clitic.LAM | Clitic.ARTICLE)))
        self._values = list(self._payloads.values())
        self._automaton = AhoCorasick(
            list(self._payloads), store_patterns=False, implementation=Implementation.DFA
        )

    def find(self, text: Text) -> list[Phrase[T]]:
        """Return the phrases of a text, in order; of those that overlap the first to begin, then the
        longest."""
        found: list[Phrase[T]] = []
        last = -1
        for start, end, number in self._hits(text):
            first = text.token_at(start)
            if first < last:
                continue
            payload, inner = self._values[number]
            outer = CLITICS.get(text.folded.text[text.starts[first] : start])
            at = text.token_at(end - 1)
            if outer is None or (inner and outer > 1) or text.end(at) != end:
                continue
            last = at + 1
            found.append(Phrase(first, last, outer | inner, payload))
        return found

    def _hits(self, text: Text) -> list[tuple[int, int, int]]:
        """Return all occurrences as (start, end, number of the phrase), first the earliest, then the
        longest."""
        folded = text.folded.text
        try:
            hits = self._automaton.find_matches_as_indexes(folded, overlapping=True)
        except UnicodeEncodeError:
            hits = self._automaton.find_matches_as_indexes(_LONE.sub("\ufffd", folded), overlapping=True)
        if len(hits) < 2:
            return [(start, end, number) for number, start, end in hits]
        ordered = sorted((text.token_at(start), -end, start, number) for number, start, end in hits)
        return [(start, -end, number) for _, end, start, number in ordered]
