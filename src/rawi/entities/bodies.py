"""The names of bodies that no table has, as they are compared: which tell, and which need a country."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import msgspec

from rawi.annotations.lexis import load_vocabulary
from rawi.entities.countries import read_countries
from rawi.entities.offices import head_nouns, load_scopes, without_article

_QUOTED = re.compile('["“”«»„‹›]')


class Body(msgspec.Struct, frozen=True, gc=False):
    """The name of a body: ``key`` its words without articles and nationality, ``countries`` that it says.

    ``own``: it has a name of its own; ``scope``: a country has one of that name (``national``), or many
    (``local``); empty where the noun does not tell.
    """

    key: str
    countries: frozenset[str]
    own: bool
    scope: str


@lru_cache(maxsize=1 << 16)
def read_body(name: str) -> Body:
    """Read the name of a body.

    >>> read_body("وزارة النقل الأردنية") == read_body("وزارة نقل الأردن")
    True
    >>> read_body("شركة نوفاتيل").own, read_body("مديرية الصحة").own
    (True, False)
    """
    words, countries = read_countries(name)
    bare = [without_article(word) for word in words]
    scopes = load_scopes()
    scope = scopes.get(" ".join(bare[:2])) or scopes.get(bare[0] if bare else "")
    codes = _name_codes(scope == "local")
    own = _QUOTED.search(name) is not None or any(_is_own(word, codes) for word in words[1:])
    return Body(" ".join(bare), countries, own, "national" if scope == "own" else scope or "")


def _is_own(word: str, codes: frozenset[str]) -> bool:
    """Is a folded word a proper name, and no noun that many bodies begin with?"""
    return word not in head_nouns() and load_vocabulary().code(word) in codes


@cache
def _name_codes(local: bool) -> frozenset[str]:
    """Return the codes of names on the tape. Many hospitals and schools bear one man's name: ``local``."""
    people = "" if local else "|given|likely"
    return load_vocabulary().codes(f"{{?name|latin|place|org|outlet{people}}}")
