"""What stands after a number: percent, money, a measure, a period of time."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

import msgspec

from rawi.annotations.vocabulary import codes_of, load_vocabulary, load_words, role_of
from rawi.arabic.fold import fold
from rawi.lexicons.loader import load_entries
from rawi.model.lexeme import Lexeme

_PERIODS = "day|days|week|weeks|moon|moons|year|years|hour|hours|minute|minutes|second|seconds"
_PATTERN = (
    "(?P<percent>{percent}|{in}{hundred:al}|{?hundred:bal}|{point_noun}{centigrade})"
    "|{of}?(?:(?P<money>{currency}){nationality}?|(?P<coin>{coin})|(?P<sign>{sign})"
    "|(?P<measure>{prefix}?{measure}{measure}?(?:{metric|square|cubic|nautical|centigrade}|{in}{hour:al})?|{degree_sign}{measure}?)"
    "|(?P<astronomical>{unit_noun}{astronomical})"
    f"|(?P<period>{{{_PERIODS}}}))"
)
_MODIFIERS = {"square": "2", "cubic": "3"}
_REPLACED = {("[mi_i]", "nautical"): "[nmi_i]", ("deg", "centigrade"): "Cel", ("deg", "[degF]"): "[degF]"}
_SHARED_NAMES = frozenset({"KWD", "AED", "TRY", "SAR", "pound", "dollar"})
_ISO = {"dollar": "USD", "pound": "EGP"}


class Unit(msgspec.Struct, frozen=True, gc=False):
    """A unit and the token range of its words; ``money`` tells currencies from measures, ``part`` a coin's
    worth."""

    code: str
    first: int
    last: int
    kind: str
    part: float = 1


_STARTS = (
    "{percent|in|point_noun|of|currency|coin|sign|prefix|measure|degree_sign|unit_noun}",
    "{?hundred:bal}",
    f"{{{_PERIODS}}}",
)


@cache
def _pattern() -> re.Pattern[str]:
    """Return the compiled pattern of units."""
    return re.compile(load_vocabulary().compile(_PATTERN))


@cache
def _starts() -> frozenset[str]:
    """Return the codes with which a unit can begin, to rule most tokens out before the pattern is tried."""
    return frozenset().union(*map(codes_of, _STARTS))


def find_unit(tape: str, words: list[str], at: int) -> Unit | None:
    """Return the unit whose words begin at token ``at`` (من may stand first); None if there is none."""
    if tape[at : at + 1] not in _starts():
        return None
    match = _pattern().match(tape, at)
    if match is None or match.lastgroup is None:
        return None
    kind, (first, last) = match.lastgroup, match.span()
    if kind not in ("percent", "astronomical"):
        first = match.start(kind)
    entry = load_vocabulary().entries.get(words[first])
    if kind in ("money", "sign", "coin"):
        return Unit(
            _currency(words[first:last]), first, last, "money", entry.part if entry and entry.part else 1
        )
    if kind == "measure":
        return Unit(_measure(words[first:last]), first, last, kind)
    code = "%" if kind == "percent" else "AU" if kind == "astronomical" else str(entry.value if entry else "")
    return Unit(code, first, last, kind)


def _currency(words: list[str]) -> str:
    """Return the code of a currency and the country adjective after it."""
    entries = load_vocabulary().entries
    name = entries[words[0]]
    country = str(entries[words[1]].value) if len(words) > 1 else ""
    return name.by.get(country, str(name.value))


def _measure(words: list[str]) -> str:
    """Return the UCUM code of a measure with what stands before and after it: متر مربع، ملي لتر، ميل بحري."""
    code = ""
    for word in words:
        entry = load_vocabulary().entries[word]
        if entry.role in _MODIFIERS:
            code += _MODIFIERS[entry.role]
        elif entry.role == "hour":
            code += "/h"
        elif entry.role == "degree_sign":
            code = "deg"
        elif entry.role in ("measure", "prefix"):
            code = _joined(code, str(entry.value))
        else:
            code = _REPLACED.get((code, entry.role), code)
    return code


def _joined(before: str, code: str) -> str:
    """Join a prefix to a unit; كيلو alone is a kilogram, before another unit it is a prefix."""
    return _REPLACED.get((before, code), ("k" if before == "kg" else before) + code)


def unit_of(word: str) -> str | None:
    """Return the unit of a word that holds number and unit at once: عامين، كيلومترين، ملياري aside."""
    entry = load_vocabulary().entries.get(word)
    return str(entry.value) if entry and isinstance(entry.value, str) else None


@cache
def _countries() -> dict[str, str]:
    """Return which country a folded word speaks of."""
    lexemes = load_entries("money_countries.toml", Lexeme)
    return {
        fold(form): str(lexeme.value)
        for lexeme in lexemes
        for form in lexeme.forms
        if lexeme.role == "country"
    }


class Currencies:
    """The currencies of one text; its countries are counted at most once, however much money it names."""

    def __init__(self, words: list[str]) -> None:
        self._words = words
        self._named: Counter[str] | None = None

    def settle(self, code: str) -> str:
        """Return the ISO code of a currency that several countries share, from the countries the text names
        most.

        A dollar is American and a pound Egyptian if nothing in the text says otherwise.
        """
        if code == "dollar" or code not in _SHARED_NAMES:
            return _ISO.get(code, code)
        if self._named is None:
            self._named = Counter(filter(None, map(_countries().get, self._words)))
        by = _sharers()[code]
        counts = [(-count, country) for country, count in self._named.items() if country in by]
        return by[min(counts)[1]] if counts else _ISO.get(code, code)


@cache
def _sharers() -> dict[str, dict[str, str]]:
    """Return, for each name that several countries share, which code belongs to which country."""
    lexemes = load_entries("currencies.toml", Lexeme)
    return {str(lexeme.value): lexeme.by for lexeme in lexemes if lexeme.role == "currency"}


def is_noun(word: str) -> bool:
    """Could a folded word be what a number counts: Arabic letters, and no particle, pronoun or frequent
    verb?"""
    first = word[:1]
    if len(word) < 2 or not "ء" <= first <= "ي" or word in load_words("uncounted.toml"):
        return False
    if first in _NO_NOUN_BEGINS and _NO_NOUN.fullmatch(word):
        return False
    return role_of(word) not in ("more", "less", "about")


_NO_NOUN_BEGINS = frozenset("وفبكليت")
# A joined letter and the article, or a present verb in the plural (يقيمون, but not يمنيون).
_NO_NOUN = re.compile("(?:[وفبك]ال|لل|[وف]لل)[ء-ي]{3,}|[يت][ء-ي]{2,}(?<!ي)ون")
