"""How telling a word is of a story: words that any report may have weigh little, unseen ones and names much.

The table was counted once (``weights/rarity.md``): no count of the documents at hand goes in, so that two
reports compare the same whatever else is in a ledger.
"""

from __future__ import annotations

import math
import re
from functools import cache, lru_cache

import msgspec

from rawi.arabic.fold import fold
from rawi.arabic.stems import find_stem
from rawi.lexicons.loader import load_table
from rawi.weights.loader import load_weights

#: How many words a report has, about: what is counted per word becomes a share of reports.
REPORT = 250
#: A stem that was never seen counts as if seen so often.
UNSEEN = 0.3
#: Words of ``news_words.tsv`` count as if seen in this share of all reports, by their kind.
SHARES = {"common": 0.4, "usual": 0.12, "known": 0.05}
#: Rare words count for more than their information alone.
POWER = 1.5
#: Words are of Arabic letters, or Latin names; other scripts and damaged text tell nothing.
_WORD = re.compile(r"[\u0621-\u064a]{2,}|[a-z]{3,}", re.ASCII)
#: What may be joined before a word of three letters or more
_JOINED = re.compile(r"[وف]?(?:[بك]?ال|لل|[بكل])?(?=...)")
#: … and after one of three letters or more.
_ENDING = re.compile(r"(?<=...)(?:هما|ها|هم|ه|ا)$")


class RarityWeights(msgspec.Struct, frozen=True):
    """What was counted: ``total`` words, and how many times each stem (in tenths)."""

    total: float
    counts: dict[str, float]


@cache
def load_rarity() -> RarityWeights:
    """Return the counts that ship; WeightsError if the file is malformed."""
    return load_weights("rarity.json", RarityWeights)


@cache
def load_shares() -> dict[str, float]:
    """Return the share of reports that have a stem of ``news_words.tsv``; LexiconError if it is malformed."""
    shares: dict[str, float] = {}
    for row in load_table("news_words.tsv"):
        for word in fold(row["word"]).split():
            stem = find_stem(word)
            shares[stem] = max(SHARES[row["kind"]], shares.get(stem, 0.0))
    return shares


@lru_cache(maxsize=1 << 16)
def weigh_stem(stem: str) -> float:
    """Return what a stem of a folded word tells of a story, from 0 to 20 or so.

    >>> weigh_stem(find_stem("قال")) < 1 < weigh_stem(find_stem("محكمه")) < weigh_stem(find_stem("بلاسون"))
    True
    """
    weights = load_rarity()
    seen = weights.counts.get(stem, 0.0) + UNSEEN
    share = max(1 - math.exp(-REPORT * seen / weights.total), load_shares().get(stem, 0.0))
    return math.pow(max(0.0, -math.log(share)), POWER)


def stems_of(text: str) -> list[str]:
    """Return the stems of the words of a text, in order; numbers and single letters are left out. Words that
    news use for one thing (``same_words.tsv``) have one stem.

    >>> stems_of("اندلعت النيران في 3 مبانٍ") == stems_of("اندلع حريق في 3 مبان")
    True
    """
    return [_find_stem(word) for word in _WORD.findall(fold(text))]


@lru_cache(maxsize=1 << 16)
def _find_stem(word: str) -> str:
    """Return the stem of a folded word, or of that which stands for it."""
    known = load_same()
    match = _JOINED.match(word)
    bare = word[match.end() :] if match else word
    return known.get(word) or known.get(bare) or known.get(_ENDING.sub("", bare)) or find_stem(word)


@cache
def load_same() -> dict[str, str]:
    """Return folded words of ``same_words.tsv`` with the stem of the first word of their row; LexiconError if
    the file is malformed."""
    same: dict[str, str] = {}
    for row in load_table("same_words.tsv"):
        words = fold(row["words"]).split()
        same |= dict.fromkeys(words, find_stem(words[0]))
    return same
