"""Do two spellings mean the same name? Words, whole names, and keys to look names up by.

Whole names stand side by side: which word of one stands for which of the other, and what one leaves out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import product, zip_longest
from typing import NamedTuple

from rawi.arabic.fold import fold
from rawi.entities.likeness import compare_tokens, load_servants
from rawi.entities.sounds import ARTICLE, bare, key_of_sound, keys_of_sound, letters_of
from rawi.lexicons.loader import load_table

__all__ = ["compare_names", "compare_tokens", "key_of_sound", "keys_of_sound", "split_name"]

#: Names of more words are the same or not.
MOST_WORDS = 8
#: What is left of the likelihood where one name has a word more in the middle: a father's name.
MIDDLE = 0.85
#: … at the end: a family name is often left out (سليم خالد الدوري), but محمد علي may be no محمد علي حسن.
TAIL = 0.65
#: … at the start: what is left may be the father.
HEAD = 0.3
#: … at the start, if it is a kunya.
KUNYA = 0.85
#: Each name has a word that the other has not.
CONFLICT = 0.03
#: An initial and a word that begins with its sound.
INITIAL = 0.8
#: One word, of a name of several.
ALONE = 0.4
#: Two words stand for one of the other name if hardly more than the space between them differs.
LEAST_JOINED = 0.7
#: Longer text, in code points, is no name.
LONGEST = 400
#: أبو, folded: how all cases of it are written here.
FATHER = "ابو"
_STRIDES = ((1, 1), (2, 1), (1, 2))
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")


class Word(NamedTuple):
    """A word of a name: its folded letters, and whether it is a kunya or only joins others (بن، فان، ماك)."""

    letters: str
    kunya: bool = False
    small: bool = False


@cache
def _load_kind(*kinds: str) -> frozenset[str]:
    """Return the folded small words of names of some kinds."""
    return frozenset(fold(row["name"]) for row in load_table("given_names.tsv") if row["kind"] in kinds)


def split_name(name: str) -> list[Word]:
    """Return the words of a name; عبد and أبو with what follows are one.

    >>> [word.letters for word in split_name("أبو سليم عبد الرحمن بن خالد الدوري")]
    ['ابوسليم', 'عبدالرحمن', 'بن', 'خالد', 'الدوري']
    """
    small, kunyas, servants = _load_kind("joint", "lineage") | {ARTICLE}, _load_kind("kunya"), load_servants()
    spelled = [letters for word in _WORD.findall(fold(name)) if (letters := letters_of(word))]
    words: list[Word] = []
    left = zip_longest(spelled, spelled[1:], fillvalue="")
    for letters, following in left:
        if following and letters in kunyas:
            words.append(Word(FATHER + following, kunya=True))
            next(left)
        elif following and letters in servants:
            words.append(Word(letters + following))
            next(left)
        else:
            words.append(Word(letters, small=letters in small))
    return words if _large(words) else [Word(word.letters) for word in words]


def _is_initial(word: Word) -> bool:
    """Is it one letter that stands for a name?"""
    return len(word.letters) == 1


def _match(one: Word, other: Word) -> float:
    """Return how likely two words of names are the same; an initial is of any name with its sound."""
    if one.kunya != other.kunya:
        return 0.0
    if _is_initial(one) != _is_initial(other):
        first, second = bare(one.letters)[0], bare(other.letters)[0]
        return INITIAL if first == second or key_of_sound(first) == key_of_sound(second) != "" else 0.0
    return compare_tokens(one.letters, other.letters)


def _joined(words: Sequence[Word]) -> Word:
    """Return words as one: نور الدين is also written نورالدين, فان دايك also فاندايك."""
    if len(words) == 1:
        return words[0]
    return Word("".join(word.letters for word in words), any(word.kunya for word in words))


def _large(words: Sequence[Word]) -> list[Word]:
    """Return the words that are no small ones."""
    return [word for word in words if not word.small]


def _gap(one: Sequence[Word], other: Sequence[Word], before: bool, after: bool) -> float:
    """Return what words are worth that one name has and the other has not, between two that both have."""
    left, right = _large(one), _large(other)
    if left and right:
        return float(CONFLICT ** min(len(left), len(right)))
    missing = left or right
    if not missing:
        return 1.0
    if not before:
        return KUNYA if all(word.kunya for word in missing) else HEAD
    return float((MIDDLE if after else TAIL) ** len(missing))


def _step(one: Sequence[Word], other: Sequence[Word]) -> float:
    """Return how likely one or two words stand for one or two of the other name, 0 if they may not."""
    left, right = _joined(one), _joined(other)
    if left.small or right.small:
        return 0.0
    if len(one) == len(other):
        return _match(left, right)
    likely = 0.0 if any(map(_is_initial, (*one, *other))) else _match(left, right)
    return likely if likely > LEAST_JOINED else 0.0


def _steps(one: Sequence[Word], other: Sequence[Word]) -> Iterator[tuple[int, int, int, int, float]]:
    """Yield what may stand for what: where it begins and ends in both names, and its likelihood."""
    for i, j, (di, dj) in product(range(len(one)), range(len(other)), _STRIDES):
        inside = i + di <= len(one) and j + dj <= len(other)
        if inside and (likely := _step(one[i : i + di], other[j : j + dj])):
            yield i, i + di, j, j + dj, likely


def _align(one: Sequence[Word], other: Sequence[Word]) -> float:
    """Return the likelihood of the best alignment that keeps the order of words."""
    best: dict[tuple[int, int], float] = {}
    answer = CONFLICT**2
    for i, i_end, j, j_end, likely in _steps(one, other):
        reached = _gap(one[:i], other[:j], False, True)
        for (i_last, j_last), before in best.items():
            if i_last <= i and j_last <= j:
                reached = max(reached, before * _gap(one[i_last:i], other[j_last:j], True, True))
        here = (i_end, j_end)
        best[here] = max(best.get(here, 0.0), reached * likely)
        answer = max(answer, best[here] * _gap(one[i_end:], other[j_end:], True, False))
    return answer


def _align_joined(one: Sequence[Word], other: Sequence[Word]) -> float:
    """Return how likely two names are the same if each is written as one word."""
    return _match(_joined(one), _joined(other)) if max(len(one), len(other)) == 2 else 0.0


def _align_ends(one: Sequence[Word], other: Sequence[Word]) -> float:
    """Return how likely the one large word of a name is the first or the last of the other."""
    left, right = _large(one), _large(other)
    return max((_match(a, b) for a in (left[:1] + left[-1:]) for b in (right[:1] + right[-1:])), default=0.0)


def _align_all(one: Sequence[Word], other: Sequence[Word], least: float) -> bool:
    """Is there an alignment as likely as that which leaves out no large word?"""
    best = {(0, 0): 1.0}
    for i, j in product(range(len(one) + 1), range(len(other) + 1)):
        if (before := best.get((i, j), 0.0)) < least:
            continue
        for i_end, j_end in ((i + 1, j), (i, j + 1), *((i + di, j + dj) for di, dj in _STRIDES)):
            if i_end <= len(one) and j_end <= len(other) and _can_end(one[i_end:], other[j_end:]):
                likely = before * _pass(one[i:i_end], other[j:j_end])
                best[i_end, j_end] = max(best.get((i_end, j_end), 0.0), likely)
    return best.get((len(one), len(other)), 0.0) >= least


def _pass(one: Sequence[Word], other: Sequence[Word]) -> float:
    """Return how likely words stand for each other; a small one may stand for nothing."""
    return _step(one, other) if one and other else float((*one, *other)[0].small)


def _can_end(one: Sequence[Word], other: Sequence[Word]) -> bool:
    """Can words stand for each other so that no large one is left: two at most for one?"""
    return len(_large(one)) <= 2 * len(other) and len(_large(other)) <= 2 * len(one)


@lru_cache(maxsize=1 << 14)
def compare_names(one: str, other: str) -> float:
    """Return how likely two whole names, as they are written, are one person's name, from 0 to 1.

    Words keep their order. A father's name may be left out, a family name at the end too; a first name that
    is missing, one word alone and an initial say little, and words that contradict each other say no. What
    is left after each is set by hand in this module. 1 means that the names differ in nothing but folding,
    spaces and small words; it does not mean one person, for many bear the same name. The order of the
    arguments does not matter; any text may be given, and nothing is raised.

    >>> compare_names("عبد الرحمن بن خالد الدوري", "عبدالرحمن الدوري")
    0.85
    >>> compare_names("نور الدين الصيرفي", "نورالدين الصيرفي")
    1.0
    >>> compare_names("سليم الدوري", "كريم الدوري") < 0.1
    True
    """
    if one == other:
        return 1.0
    if max(len(one), len(other)) > LONGEST:
        return 0.0
    first, second = sorted((split_name(one), split_name(other)))
    if not first or max(len(first), len(second)) > MOST_WORDS:
        return float(first == second and bool(first))
    if [len(_large(first)), len(_large(second))].count(1) != 1:
        return _align(first, second)
    return max(_align_joined(first, second), ALONE * _align_ends(first, second))


@lru_cache(maxsize=1 << 16)
def is_spelt_alike(one: str, other: str, least: float) -> bool:
    """Tell whether ``compare_names`` gives ``least`` or more, which must be above 0.85: much faster, for no
    large word of either name can be left out then.

    >>> is_spelt_alike("نور الدين الصيرفي", "نورالدين الصيرفي", 0.9)
    True
    """
    if one == other:
        return True
    if max(len(one), len(other)) > LONGEST:
        return False
    first, second = sorted((_split(one), _split(other)))
    if not first or max(len(first), len(second)) > MOST_WORDS:
        return first == second and bool(first)
    if [len(_large(first)), len(_large(second))].count(1) != 1:
        return _align_all(first, second, least)
    return _align_joined(first, second) >= least


@lru_cache(maxsize=1 << 14)
def _split(name: str) -> tuple[Word, ...]:
    """Return ``split_name`` of a name that is compared with many others."""
    return tuple(split_name(name))
