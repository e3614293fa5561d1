"""How likely two spellings of one word mean the same name: letters that sound alike are near.

Foreign names are spelled by ear (ماروتو, مارتو), Arab names are not: one letter more is another (حسن, حسين).
What decides is in ``weights/spelling.json``, and for first names in the lexicon: two of them are two.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import cache, lru_cache

import msgspec
from rapidfuzz import fuzz

from rawi.arabic.fold import fold
from rawi.entities.edits import Edit, Prices, find_edits
from rawi.entities.features import NATIVE, Trait, edit_features, pair_traits, trait_features
from rawi.entities.sounds import ARTICLE, bare, letters_of, without_article
from rawi.lexicons.loader import load_table
from rawi.weights.loader import load_weights

#: Longer words are no name; they are the same or not.
LONGEST = 40
#: Spellings with less in common (rapidfuzz.fuzz.ratio) are two names: 1 in 80 variants has less.
LEAST_ALIKE = 50
#: What two first names of the lexicon score, however alike they look.
TWO_NAMES = 0.02
#: What spellings score that differ by the article alone, or as every name may.
LOOSELY_ONE = 0.9
#: Differences of spelling that every Arab name may have, done away with.
_LOOSE_SPELLING = (("ء", "ي"), ("وو", "و"), ("يي", "ي"))


class SpellingWeights(msgspec.Struct, frozen=True):
    """What was learned: what letters cost that stand for others, and the weights of features."""

    costs: dict[str, float]
    features: dict[str, float]


@cache
def load_spelling() -> SpellingWeights:
    """Return the weights that ship; WeightsError if the file is malformed."""
    return load_weights("spelling.json", SpellingWeights)


@cache
def load_first_names() -> frozenset[str]:
    """Return the first names of the lexicon, folded; LexiconError if it is malformed."""
    rows = load_table("given_names.tsv")
    return frozenset(fold(row["name"]) for row in rows if row["kind"] in ("given", "likely", "homograph"))


@cache
def load_servants() -> tuple[str, ...]:
    """Return the folded first halves of names such as servant of the Merciful."""
    return tuple(fold(row["name"]) for row in load_table("given_names.tsv") if row["kind"] == "servant")


@lru_cache(maxsize=1 << 16)
def _first_name(letters: str) -> str | None:
    """Return the first name that a token is, or that a family is named after (الراشدي), if it is known."""
    names, word = load_first_names(), bare(letters)
    if letters in names or word in names:
        return letters if letters in names else word
    return word[:-1] if word.endswith("ي") and word[:-1] in names else None


def _loosely(name: str) -> str:
    """Return a name as it is however its hamza, doubled weak letters, last ه and رحمان's ا are written."""
    for old, new in _LOOSE_SPELLING:
        name = name.replace(old, new)
    if name.endswith("ان") and len(name) > 4 and not NATIVE.isdisjoint(name):
        return name[:-2] + "ن"
    return name[:-1] + "ا" if name.endswith("ه") else name


def _are_two(one: str, other: str) -> bool:
    """Are both known Arab names, or named after such? Or is one, and the shorter but three Arab letters?

    Three letters with one that Arabs alone have are a root: a long vowel more is another name (علي, عالي).
    """
    first, second = _first_name(one), _first_name(other)
    if first and second:
        return True
    shorter = min(one, other, key=len)
    return bool(first or second) and len(shorter) == 3 and not NATIVE.isdisjoint(shorter)


@cache
def _load_prices() -> Prices:
    """Return the prices of letters by the weights that ship."""
    return Prices(load_spelling().costs)


def _sum(features: Iterable[str]) -> float:
    """Return the sum of the weights of features; those never learned weigh nothing."""
    weights = load_spelling().features
    return sum([weights.get(feature, 0.0) for feature in features])


@lru_cache(maxsize=1 << 14)
def _weigh_edit(edit: Edit) -> float:
    """Return what the features of an edit weigh."""
    return _sum(edit_features(edit))


@lru_cache(maxsize=1 << 14)
def _weigh_trait(trait: Trait) -> float:
    """Return what the features of a trait weigh."""
    return _sum(trait_features(trait))


def _judge(one: str, other: str) -> float:
    """Return the learned likelihood that two unlike spellings, neither of them empty, are of one name."""
    prices = _load_prices()
    edits = find_edits(one, other, prices)
    score = sum(map(_weigh_edit, edits)) + sum(map(_weigh_trait, pair_traits(one, other, edits, prices)))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


def _served(letters: str) -> str | None:
    """Return whose servant a name says its bearer is: رحمن of عبدالرحمن; None of other names."""
    for servant in load_servants():
        if letters.startswith(servant + ARTICLE) and len(letters) > len(servant) + 3:
            return letters[len(servant) + len(ARTICLE) :]
    return None


@lru_cache(maxsize=1 << 16)
def _compare(one: str, other: str) -> float:
    """Compare two folded spellings, the lesser first."""
    if not one or max(len(one), len(other)) > LONGEST:
        return 0.0
    first, second = without_article(one, other)
    if _loosely(first) == _loosely(second):
        return LOOSELY_ONE
    if _are_two(one, other):
        return TWO_NAMES
    served, other_served = _served(one), _served(other)
    if served is not None and other_served is not None:
        return compare_tokens(served, other_served)
    if served != other_served:
        return TWO_NAMES
    alike = fuzz.ratio(bare(first), bare(second)) >= LEAST_ALIKE
    return _judge(first, second) if alike else 0.0


def compare_tokens(one: str, other: str) -> float:
    """Return how likely two spellings of one word of a name mean the same name, from 0 to 1.

    1 means that they differ in what folding does away with, at most: hamza seats, marks, spaces, hyphens.
    The order of the arguments does not matter; text of any kind may be given, and nothing is raised.

    >>> compare_tokens("عبد الرحمن", "عبدالرحمن")
    1.0
    >>> compare_tokens("شتاينماير", "شتانماير") > 0.8
    True
    >>> compare_tokens("محمد", "محمود")
    0.02
    """
    if one == other:
        return 1.0
    first, second = letters_of(one), letters_of(other)
    if first == second:
        return 1.0 if first else 0.0
    return _compare(first, second) if first < second else _compare(second, first)
