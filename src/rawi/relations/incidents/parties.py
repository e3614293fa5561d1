"""Names of those who take part, compared as they are written: one party, two, or it is not to be told."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal, NamedTuple

from rawi.annotations.lexis import load_vocabulary
from rawi.arabic.fold import fold
from rawi.arabic.stems import find_noun_stem
from rawi.entities.countries import read_countries
from rawi.entities.offices import head_nouns, without_article
from rawi.lexicons.loader import load_table
from rawi.relations.quantities.groups import plain_name

_ARMED = ("state", "nonstate", "member")
_ARTICLE = "ال"
#: Words that tell of what kind somebody is, and not who.
_KINDS = frozenset(("qualifier", "rank", "unit", "honorific", "nationality", "occupation", "office"))
_OF_TWO = 2
Verdict = Literal["one", "two", "unsure", "open"]


class Named(NamedTuple):
    """The name of a party: ``own`` the stems of what only it is called, without nouns that many are called
    by (قوات، فصائل), and the ``countries`` that it says."""

    own: frozenset[str]
    countries: frozenset[str]


@lru_cache(maxsize=1 << 14)
def party_key(name: str) -> str:
    """Return by what a party is known whatever the case and number of its common nouns; what only it is
    called stays as it is.

    >>> party_key("مسلحون مجهولون") == party_key("المسلحين المجهولين")
    True
    >>> party_key("مقاتلو سامر") == party_key("مقاتلي سامرة")
    False
    """
    words = fold(plain_name(name)).split()
    bare = ((word, without_article(word)) for word in words)
    return " ".join(find_noun_stem(one) if _is_common(word) else one for word, one in bare)


@lru_cache(maxsize=1 << 14)
def read_named(name: str) -> Named:
    """Read the name of a party.

    >>> sorted(read_named("لواء الغسق").own), read_named("القوات الحكومية").own
    (['غسق'], frozenset())
    """
    words, countries = read_countries(plain_name(name))
    own = [without_article(word) for word in words if not _is_common(word)]
    return Named(frozenset(map(find_noun_stem, own)), countries)


def _is_common(word: str) -> bool:
    """Does a folded word tell only of what kind somebody is: a noun of bodies or of armed people, a rank?"""
    bare = without_article(word)
    if _class_of(word) is not None or bare in head_nouns():
        return True
    entry = load_vocabulary().entry(word)
    return entry is not None and entry.kind in _KINDS


@cache
def _classes() -> dict[str, str]:
    """Return what the nouns of parties say of them, by their stems; the first row of a stem decides."""
    found: dict[str, str] = {}
    for row in load_table("parties.tsv"):
        found.setdefault(find_noun_stem(fold(row["word"])), row["class"])
    return found


def _class_of(word: str) -> str | None:
    """Return what a folded noun says of a party in any case and number; null for no such noun."""
    return _classes().get(find_noun_stem(without_article(word)))


def compare_bodies(a: str, b: str) -> Verdict:
    """Return whether two names of bodies are of one or of two; ``unsure`` where only one of them is a name of
    its own, ``open`` where the words do not tell: a body may be called by a noun that many are called by
    (الجيش), and by more names than one.

    >>> compare_bodies("مقاتلو الغسق", "مقاتلي الغسق"), compare_bodies("لواء الغسق", "قوات الشروق")
    ('one', 'two')
    >>> compare_bodies("قوات النظام", "الجيش السوري"), compare_bodies("لواء الغسق", "الجيش")
    ('open', 'unsure')
    """
    if party_key(a) == party_key(b):
        return "one"
    one, other = read_named(a), read_named(b)
    if one.own and other.own:
        return "two" if one.own.isdisjoint(other.own) else "open"
    if one.own or other.own:
        return "unsure"
    both = one.countries and other.countries
    return "two" if both and one.countries.isdisjoint(other.countries) else "open"


def is_body(words: str) -> bool:
    """Do words that no reader of names knows call one body that bears arms: by its name (لواء الغسق), or by
    the noun of a state's forces (الجيش)?

    >>> [is_body(words) for words in ("لواء الغسق", "الجيش", "قوات النظام", "القوات الخاصة")]
    [True, True, True, True]
    >>> [is_body(words) for words in ("طائرات حربية", "مسلحون", "قوات خاصة", "الانتحاري الثاني")]
    [False, False, False, False]
    """
    told = fold(plain_name(words)).split()
    if not 1 <= len(told) <= _OF_TWO or not told[-1].startswith(_ARTICLE):
        return False
    named = len(told) == _OF_TWO and not told[0].startswith(_ARTICLE) and bool(read_named(words).own)
    kind = _class_of(told[0])
    return kind in _ARMED if named else kind == "state"


def is_told(name: str) -> bool:
    """Does a name tell who somebody is, not only what kind of body?

    >>> is_told("لواء الغسق"), is_told("الجيش السوري"), is_told("الجيش")
    (True, True, False)
    """
    named = read_named(name)
    return bool(named.own or named.countries)
