"""When two names mean the same speaker, actor or place.

The comparison is deliberately not the library's own fold and name matching: an answer must not be measured
with the ruler that made it. It reads ؤ and ئ as و and ي, and lets one name hold the other.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from rawi.evaluation.terms import load_terms

TATWEEL = "\u0640"
LETTERS = str.maketrans("أإآٱىةؤئ", "اااايهوي")
WORD = re.compile(r"\w+")
ARTICLE = "ال"
MOST_EXTRA_WORDS = 3


def fold_name(name: str | None) -> str:
    """Return ``name`` as lower-case words without diacritics, tatweel, hamza seats, ta marbuta, alef maqsura.

    >>> fold_name("مؤسّسة «الأُفـق»")
    'موسسه الافق'
    """
    plain = unicodedata.normalize("NFKC", name or "")
    letters = "".join(c for c in plain if not unicodedata.combining(c) and c != TATWEEL)
    return " ".join(WORD.findall(letters.translate(LETTERS).lower()))


def name_words(name: str | None) -> list[str]:
    """Return the folded words of a name, the article taken off words of more than four letters.

    >>> name_words("المرصد البحري")
    ['مرصد', 'بحري']
    """
    return [w[2:] if w.startswith(ARTICLE) and len(w) > 4 else w for w in fold_name(name).split()]


@cache
def _generic() -> frozenset[str]:
    return frozenset(word for term in load_terms("generic") for word in name_words(term))


def _holds(one: list[str], other: list[str]) -> bool:
    """Whether one name contains the other, at most three words longer, and they share a distinctive word."""
    a, b = set(one), set(other)
    near = abs(len(one) - len(other)) <= MOST_EXTRA_WORDS
    return (a <= b or b <= a) and near and bool((a & b) - _generic())


def same_name(found: object, accepted: Iterable[str]) -> bool:
    """Return whether ``found`` is one of the ``accepted`` names; anything but a string with a word is not.

    >>> same_name("ليان القاضي", ["الدكتورة ليان القاضي"]), same_name("وزير", ["وزير النقل"])
    (True, False)
    """
    words = name_words(found) if isinstance(found, str) else []
    return bool(words) and any(words == other or _holds(words, other) for other in map(name_words, accepted))


def name_of(value: object) -> str | None:
    """Return the name in a record's field: a string, an object with ``name``, or the first of a list."""
    if isinstance(value, list | tuple):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    return value if isinstance(value, str) else None
