"""Pairs of spellings: which are of one name, which are of two that look alike, and which part they are for.

The tables hold, for each Latin form, mostly one Arabic spelling. Two of one name meet where the sources write
the same Latin form, accents aside: müller and muller, or Wikidata's guilherme and Wikipedia's.

Every Latin form, accents aside, is for one part only: ``test`` if it stands in wd_arabic_20, ``tune`` if in
wd_arabic_16, else ``train``. Nothing is learned from ``test``, not even what noise is.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator
from itertools import combinations, islice
from pathlib import Path
from typing import NamedTuple

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Levenshtein

from rawi.arabic.fold import fold
from rawi.entities.features import NATIVE
from training.transliteration import Fit

ARABIC = re.compile("[\u0621-\u063a\u0641-\u064a\u067e\u0686\u06a4\u06a8\u06af]{3,}")
#: Below it a spelling is none of the Latin form: the first name of another language, a neighbouring word.
LEAST_FIT = -1.9
#: Where the Latin forms are only alike, each spelling must fit the other's form so well.
LEAST_CROSS_FIT = -1.3
#: So well fits a spelling that it may be one of that Latin form too.
AMBIGUOUS_FIT = -0.6
#: Two spellings whose Latin forms are only alike are one name less surely.
LIKELY = 0.25
#: What spellings taken from all over have in common at least (rapidfuzz.fuzz.ratio).
FAR_ALIKE = 30
#: Edits between the Latin forms of two names that are surely two.
LEAST_APART = 2
#: Latin letters that are written for the same sound in some language, replaced one after another.
LOOSE = [
    ("sch", "sh"),
    ("kh", "h"),
    ("gh", "g"),
    ("ch", "sh"),
    ("dj", "sh"),
    ("j", "sh"),
    ("ph", "f"),
    ("ck", "k"),
]
LOOSE += [("th", "t"), ("e", "i"), ("o", "u"), ("y", "i"), ("c", "k"), ("q", "k"), ("w", "v"), ("z", "s")]


class Spelling(NamedTuple):
    """A name in Latin letters without accents, and in folded Arabic ones; how often it was seen."""

    latin: str
    arabic: str
    seen: int


class Pair(NamedTuple):
    """Two spellings, whether they are of one name, and how much the pair counts when learning."""

    one: str
    other: str
    same: bool
    weight: float = 1.0


def plain(latin: str) -> str:
    """Return the letters of a Latin form in lower case, without accents.

    >>> plain("O'Brién")
    'obrien'
    """
    letters = unicodedata.normalize("NFKD", latin.lower())
    return "".join(c for c in letters if c.isalpha() and not unicodedata.combining(c))


def loose(latin: str) -> str:
    """Return what Latin forms have in common that may be one name.

    >>> loose("smith") == loose("smyth"), loose("phillipp") == loose("filip")
    (True, True)
    """
    for old, new in LOOSE:
        latin = latin.replace(old, new)
    return re.sub(r"(.)\1+", r"\1", latin)


def _read_wikidata(path: Path) -> Iterator[Spelling]:
    """Yield the spellings of a file of pairs/: latin, Arabic letters with spaces between, count."""
    for line in path.read_text("utf-8").splitlines():
        latin, arabic, count = line.split("\t")
        yield Spelling(plain(latin), fold(arabic.replace(" ", "")), int(count))


def _read_wikipedia(path: Path) -> Iterator[Spelling]:
    """Yield the spellings of ar2en_wikipedia.txt: Arabic, Latin."""
    for line in path.read_text("utf-8").splitlines():
        arabic, latin = line.split("\t")
        yield Spelling(plain(latin), fold(arabic), 1)


def read_parts(gazetteers: Path) -> dict[str, list[Spelling]]:
    """Return the spellings for ``train``, ``tune`` and ``test``; no Latin form is in two of them."""
    folder = gazetteers / "person-names"
    files = {name: list(_read_wikidata(folder / f"pairs/wd_arabic_{name}")) for name in ("64", "16", "20")}
    test = {spelling.latin for spelling in files["20"]}
    tune = {spelling.latin for spelling in files["16"]} - test
    parts: dict[str, list[Spelling]] = {"train": [], "tune": [], "test": []}
    for spelling in [
        *files["64"],
        *files["16"],
        *files["20"],
        *_read_wikipedia(folder / "ar2en_wikipedia.txt"),
    ]:
        if spelling.latin and ARABIC.fullmatch(spelling.arabic):
            part = "test" if spelling.latin in test else "tune" if spelling.latin in tune else "train"
            parts[part].append(spelling)
    return parts


def fits(fit: Fit, latin: str, arabic: str) -> float:
    """Return how well a spelling, with or without its article, fits the Latin form."""
    bare = arabic[2:] if arabic.startswith("ال") and not latin.startswith(("al", "el")) else arabic
    return fit.score(latin, bare)


def _by(key: Callable[[str], str], spellings: Iterable[Spelling]) -> dict[str, dict[str, str]]:
    """Group the spellings by ``key`` of their Latin form; each with its first Latin form."""
    groups: dict[str, dict[str, str]] = defaultdict(dict)
    for latin, arabic, _ in spellings:
        groups[key(latin)].setdefault(arabic, latin)
    return groups


def variants(spellings: Iterable[Spelling], fit: Fit | None) -> list[Pair]:
    """Return the pairs of unlike spellings of one Latin form; of those that fit it, if ``fit`` is given."""
    return [
        Pair(one, other, True)
        for latin, group in sorted(_by(str, spellings).items())
        for one, other in combinations(sorted(group), 2)
        if fit is None or min(fits(fit, latin, one), fits(fit, latin, other)) >= LEAST_FIT
    ]


def likely_variants(spellings: Iterable[Spelling], fit: Fit, known: Container[str]) -> list[Pair]:
    """Return the pairs of spellings of Latin forms that are alike, where each fits the other's form too.

    Arab names are left out (those ``known`` or with a letter of theirs): Latin does not tell راشد from رشيد.
    """
    return [
        Pair(one, other, True, LIKELY)
        for _, group in sorted(_by(loose, spellings).items())
        for one, other in combinations(sorted(group), 2)
        if group[one] != group[other]
        and NATIVE.isdisjoint(one + other)
        and one not in known
        and other not in known
        and min(fits(fit, group[one], other), fits(fit, group[other], one)) >= LEAST_CROSS_FIT
    ]


class Lookalikes:
    """Finds, for a spelling, those of surely other names that look like it."""

    def __init__(self, spellings: Iterable[Spelling], fit: Fit) -> None:
        self._forms: dict[str, set[str]] = defaultdict(set)
        good: dict[str, bool] = defaultdict(bool)
        for latin, arabic, _ in spellings:
            self._forms[arabic].add(loose(latin))
            good[arabic] |= fits(fit, latin, arabic) >= LEAST_FIT
        self._candidates = sorted(arabic for arabic in self._forms if good[arabic])

    def apart(self, one: str, other: str) -> bool:
        """Are no two of their Latin forms alike?"""
        return all(
            Levenshtein.distance(x, y, score_cutoff=LEAST_APART) >= LEAST_APART
            for x in self._forms[one]
            for y in self._forms[other]
        )

    def find(self, spelling: str, wanted: int, edits: tuple[int, int]) -> list[str]:
        """Return up to ``wanted`` spellings by distance, from the first to the second number of edits.

        Of those as far, the ones with more letters in common come first, then by their own letters.
        """
        near = process.extract(
            spelling, self._candidates, scorer=Levenshtein.distance, score_cutoff=edits[1], limit=None
        )
        order = sorted(
            (far, -fuzz.ratio(spelling, other), other) for other, far, _ in near if far >= edits[0]
        )
        return list(islice((other for _, _, other in order if self.apart(spelling, other)), wanted))


def pair_with(anchor: str, others: Iterable[str]) -> list[Pair]:
    """Return the pairs of two names that an anchor is in, each with the lesser spelling first."""
    return [Pair(min(anchor, other), max(anchor, other), False) for other in others]


def pair_far(spellings: Iterable[str], search: Lookalikes) -> list[Pair]:
    """Return pairs of different names from all over the list, with some letters in common."""
    words = sorted(set(spellings))
    half = [*words[len(words) // 2 :], *words[: len(words) // 2]]
    return [
        pair
        for one, other in zip(words, half, strict=True)
        if fuzz.ratio(one, other) >= FAR_ALIKE and search.apart(one, other)
        for pair in pair_with(one, [other])
    ]


def find_ambiguous(pairs: Iterable[Pair], spellings: Iterable[Spelling], fit: Fit) -> set[Pair]:
    """Return the pairs in which a spelling could as well be one of the other's Latin form."""
    forms: dict[str, set[str]] = defaultdict(set)
    for latin, arabic, _ in spellings:
        forms[arabic].add(latin)
    return {
        pair
        for pair in pairs
        for one, other in ((pair.one, pair.other), (pair.other, pair.one))
        if any(fits(fit, latin, other) > AMBIGUOUS_FIT for latin in forms[one])
    }
