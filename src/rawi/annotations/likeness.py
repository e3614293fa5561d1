"""How much a word looks like a part of a person's name, by its letters alone: شتاينماير does, المفاوضات
does not.

The score is the logarithm of how much likelier the word's letters are, three at a time, among words of names
than among ordinary words. ``training/build_likeness.py`` makes the table.
"""

from __future__ import annotations

from functools import cache
from itertools import repeat

from rawi.arabic.remembering import remember
from rawi.weights.loader import read_weights

_FILE = "likeness.tsv"
_STEP = 150  # a step of the scale, in the hundredths of the table
_LEAST, _MOST = -4, 6
#: Before and after the letters of a word, so that beginnings and endings have triples of their own.
BEFORE, AFTER = "^^", "$"


def triples(word: str) -> list[str]:
    """Return the letters of a word three at a time, with marks for its beginning and end.

    >>> triples("سام")
    ['^^س', '^سا', 'سام', 'ام$']
    """
    marked = BEFORE + word + AFTER
    return [marked[at : at + 3] for at in range(len(word) + 1)]


@cache
def _load_weights() -> dict[str, int]:
    """Return the weight of each triple; those that tell nothing are left out."""
    lines = read_weights(_FILE).decode("utf-8").split("\n")
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {triple: int(weight) for weight, triple in rows[1:]}


def _score(word: str) -> int:
    """Return the likeness of a folded word, letters joined before it taken off, from -4 to 6; names from
    about 1."""
    weight = _load_weights().get
    likeness = int(sum(map(weight, triples(word), repeat(0))) / _STEP)
    return _LEAST if likeness < _LEAST else min(likeness, _MOST)


score_likeness = remember(_score, 1 << 16)
"""``_score``, remembered: the same words come again."""
