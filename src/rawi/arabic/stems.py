"""What is left of a word without what is joined to it: enough to tell that two writers used the same one."""

from __future__ import annotations

import re

from rawi.arabic.remembering import remember

# An article, then joined letters, then a prefix of verbs: each only before three letters more.
_PREFIXES = re.compile(
    r"(?:[وف]?(?:[بك]?ال|لل)(?=...))?(?:(?:[وف][بلك]?|[بلك])(?=...))?(?:(?:س?[يتن]|ا)(?=...))?"
)
_ARTICLE_WITH_A_ROOT = 4
_LONG_ENDINGS = frozenset(("ها", "هم", "ان", "ات", "ون", "ين", "يه", "وا"))
_SHORT_ENDINGS = frozenset("هياوت")


def _stem_of(word: str) -> str:
    """Return a folded word without article, joined letters, prefixes of verbs, endings; three letters stay.

    Letters of the root go too where they look like these, always the same ones: two forms of a word meet, and
    few words that have nothing in common. Only for comparing words of one text.

    >>> find_stem("سيفتح") == find_stem("تفتح"), find_stem("وبالبلديه") == find_stem("بلديات")
    (True, True)
    """
    prefixes = _PREFIXES.match(word)
    bare = word[prefixes.end() :] if prefixes else word
    return _without_ending(_without_ending(bare))


find_stem = remember(_stem_of, 1 << 16)
"""``_stem_of``, remembered."""


def _noun_stem_of(word: str) -> str:
    """Return a folded noun to which nothing but the article can be joined, without it and its endings.

    >>> find_noun_stem("بيضه"), find_noun_stem("الكليات")
    ('بيض', 'كلي')
    """
    bare = word.removeprefix("ال") if len(word) > _ARTICLE_WITH_A_ROOT else word
    return _without_ending(_without_ending(bare))


find_noun_stem = remember(_noun_stem_of, 1 << 14)
"""``_noun_stem_of``, remembered."""


def _without_ending(word: str) -> str:
    """Take off one ending, if three letters are left."""
    if len(word) > 4 and word[-2:] in _LONG_ENDINGS:
        return word[:-2]
    return word[:-1] if len(word) > 3 and word[-1] in _SHORT_ENDINGS else word
