"""Do two spellings mean the same name? By the letters that they share, position by position."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler

from rawi.arabic.fold import fold

_SILENT = re.compile("[اويءهعح]")
_SOUNDS = str.maketrans("غقجطدضثذظشصز", "كككتتتتتتسسس")
_SHORTEST = 3


@lru_cache(maxsize=1 << 16)
def key_of_sound(token: str) -> str:
    """Return the consonants of a name by groups that sound alike; the word itself if it has none.

    >>> key_of_sound("جورج") == key_of_sound("غورغ")
    True
    """
    word = fold(token).removeprefix("ال")
    return (_SILENT.sub("", word) or word).translate(_SOUNDS)


def keys_of_sound(token: str) -> tuple[str, ...]:
    """Return the key of a name and, if it has three consonants or more, the key without each of them."""
    key = key_of_sound(token)
    shorter = (key[:at] + key[at + 1 :] for at in range(len(key)) if len(key) >= _SHORTEST)
    return tuple(sorted({key, *shorter}))


@lru_cache(maxsize=1 << 16)
def compare_names(one: str, other: str) -> float:
    """Return how alike two names of as many words are, from 0 to 1: as alike as their least alike words."""
    words, others = fold(one).split(), fold(other).split()
    if len(words) != len(others) or not words:
        return 0.0
    return min(
        JaroWinkler.normalized_similarity(a, b) if key_of_sound(a) == key_of_sound(b) else 0.0
        for a, b in zip(words, others, strict=True)
    )
