"""What is left of a word without what is joined to it: enough to tell that two writers used the same one."""

from __future__ import annotations

import re
from functools import lru_cache

_ARTICLE = re.compile(r"\A[وف]?(?:[بك]?ال|لل)(?=...)")
_JOINED = re.compile(r"\A(?:[وف][بلك]?|[بلك])(?=...)")
_VERB = re.compile(r"\A(?:س?[يتن]|ا)(?=...)")
_ENDING = re.compile(r"(?<=...)(?:ها|هم|ان|ات|ون|ين|يه|وا|ه|ي|ا|و|ت)$")


@lru_cache(maxsize=1 << 16)
def find_stem(word: str) -> str:
    """Return a folded word without article, joined letters, prefixes of verbs, endings; three letters stay.

    Letters of the root go too where they look like these, always the same ones: two forms of a word meet, and
    few words that have nothing in common. Only for comparing words of one text.

    >>> find_stem("سيفتح") == find_stem("تفتح"), find_stem("وبالبلديه") == find_stem("بلديات")
    (True, True)
    """
    bare = _ARTICLE.sub("", word, count=1)
    bare = _JOINED.sub("", bare, count=1)
    bare = _VERB.sub("", bare, count=1)
    return _ENDING.sub("", _ENDING.sub("", bare))
