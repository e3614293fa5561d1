"""What the sentence of a figure is about, by which two figures are known to be of one thing."""

from __future__ import annotations

from rawi.annotations.lexis import load_vocabulary
from rawi.arabic.remembering import remember
from rawi.arabic.stems import find_stem
from rawi.relations.quantities.lexemes import has_role, read_deeds, read_nouns, read_roles
from rawi.relations.quantities.page import Page, Site

_MOST_TELLING, _SHORTEST = 24, 4


def tells_harm(page: Page, site: Site) -> bool:
    """Does the sentence speak of harm to people?"""
    return any(has_role(word, "harm") for word in page.words[slice(*page.around(site))])


def find_telling(page: Page, site: Site) -> tuple[str, ...]:
    """Return the stems of the longer words of the sentence, of figures none."""
    stems = ((at, _telling_stem(page.words[at])) for at in range(*page.around(site)))
    found = {stem for at, stem in stems if stem is not None and page.site_at(at) is None}
    return tuple(sorted(found)[:_MOST_TELLING])


def _stem_told_by(word: str) -> str | None:
    """Return the stem of a word that tells what a sentence is about; null of reporting, counting or harm,
    which all tolls share."""
    if len(word) < _SHORTEST or not word.isalpha() or read_nouns(word) or read_roles(word):
        return None
    if any(deed.takes == "people" for deed in read_deeds(word)):
        return None
    entry = load_vocabulary().entry(word)
    return find_stem(word) if entry is None or entry.kind != "verb" else None


_telling_stem = remember(_stem_told_by, 1 << 14)
"""``_stem_told_by``, remembered."""
