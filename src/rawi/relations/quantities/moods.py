"""Whether what a clause tells of a number came to be at all."""

from __future__ import annotations

from rawi.relations.quantities.lexemes import read_deeds, words_of
from rawi.relations.quantities.page import STOPS, Page, Site

_BACK = 24


def is_supposed(page: Page, site: Site) -> bool:
    """Is it only told what would have been: لو لم يصل الإسعاف لمات 100?"""
    words = page.words
    for at in range(site.first - 1, max(site.sentence[0], site.first - _BACK) - 1, -1):
        if words[at] in STOPS:
            return False
        if words[at] in words_of("supposing"):
            told = words[at + 1 : site.first]
            return any(word[:1] == "ل" and _is_past(word[1:]) for word in told)
    return False


def _is_past(word: str) -> bool:
    """Can a word be a verb of a deed in the past?"""
    return any(deed.form in ("verb", "split") for deed in read_deeds(word))
