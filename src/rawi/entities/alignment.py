"""Whole names side by side: which word of one stands for which of the other, and what one leaves out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import product
from typing import NamedTuple

from rawi.arabic.fold import fold
from rawi.entities.sounds import ARTICLE, bare, key_of_sound, letters_of
from rawi.entities.spelling import compare_tokens, load_servants
from rawi.lexicons.loader import load_table

#: Names of more words are the same or not.
MOST_WORDS = 8
#: What is left of the likelihood where one name has a word more in the middle: a father's name, a grandfather's.
MIDDLE = 0.92
#: … at the end: صدام حسين التكريتي is mostly called صدام حسين, but محمد علي is also another than محمد علي حسن.
TAIL = 0.75
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
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")


class Word(NamedTuple):
    """A word of a name: its folded letters, and whether it is a kunya."""

    letters: str
    kunya: bool = False


@cache
def _load_kind(*kinds: str) -> frozenset[str]:
    """Return the folded small words of names of some kinds."""
    return frozenset(fold(row["name"]) for row in load_table("given_names.tsv") if row["kind"] in kinds)


def split_name(name: str) -> list[Word]:
    """Return the words of a name; عبد and أبو with what follows are one, بن, آل, فون and their like none.

    >>> [word.letters for word in split_name("أبو سليم عبد الرحمن بن خالد الدوري")]
    ['ابوسليم', 'عبدالرحمن', 'خالد', 'الدوري']
    """
    words: list[Word] = []
    small, kunyas, servants = _load_kind("joint", "lineage"), _load_kind("kunya"), load_servants()
    head, spelled = "", [letters_of(match) for match in _WORD.findall(fold(name))]
    for at, letters in enumerate(spelled, 1):
        last = at == len(spelled)
        if not head and not last and (letters in servants or letters in kunyas):
            head = letters
        elif head in kunyas and head:
            words.append(Word("ابو" + letters, kunya=True))
            head = ""
        elif head or letters not in small | {ARTICLE}:
            words.append(Word(head + letters))
            head = ""
    return words or [Word(letters) for letters in spelled]


def _is_initial(word: Word) -> bool:
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
    """Return words as one: نور الدين is also written نورالدين."""
    return Word("".join(word.letters for word in words), any(word.kunya for word in words))


def _gap(one: Sequence[Word], other: Sequence[Word], before: bool, after: bool) -> float:
    """Return what words are worth that one name has and the other has not, between two that both have."""
    if one and other:
        return float(CONFLICT ** min(len(one), len(other)))
    missing = one or other
    if not missing:
        return 1.0
    if not before:
        return KUNYA if all(word.kunya for word in missing) else HEAD
    return float((MIDDLE if after else TAIL) ** len(missing))


Table = dict[tuple[int, int], float]


def _steps(one: Sequence[Word], other: Sequence[Word]) -> list[tuple[int, int, int, int, float]]:
    """Return what may stand for what: where it begins and ends in both names, and how likely it is the same."""
    found = []
    for i, j, (di, dj) in product(range(len(one)), range(len(other)), ((1, 1), (2, 1), (1, 2))):
        if i + di <= len(one) and j + dj <= len(other):
            left, right = _joined(one[i : i + di]), _joined(other[j : j + dj])
            likely = _match(left, right)
            # Two words are one only if hardly more than the space is another.
            if likely > (0.0 if di == dj else 0.7):
                found.append((i, i + di, j, j + dj, likely))
    return found


def _align(one: Sequence[Word], other: Sequence[Word]) -> float:
    """Return the likelihood of the best alignment that keeps the order of words."""
    best: Table = {}
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


def _compare_one(word: Word, words: Sequence[Word]) -> float:
    """Return how likely a word alone is a name of several words: its first or its last."""
    return ALONE * max(_match(word, words[0]), _match(word, words[-1]))


@lru_cache(maxsize=1 << 14)
def compare_names(one: str, other: str) -> float:
    """Return how likely two whole names, as they are written, are one person's name, from 0 to 1.

    Words keep their order. A father's name may be left out, a family name at the end too; a first name that
    is missing, one word alone and an initial say little, and words that contradict each other say no. What is
    left after each is set by hand in this module. 1 means that the names differ in nothing but folding, spaces
    and small words. The order of the arguments does not matter; any text may be given, and nothing is raised.

    >>> compare_names("عبد الرحمن بن خالد الدوري", "عبدالرحمن الدوري")
    0.92
    >>> compare_names("نور الدين الصيرفي", "نورالدين الصيرفي")
    1.0
    >>> compare_names("سليم الدوري", "كريم الدوري") < 0.1
    True
    """
    if one == other:
        return 1.0
    if max(len(one), len(other)) > 400:
        return 0.0
    first, second = sorted((split_name(one), split_name(other)), key=lambda words: (len(words), words))
    if not first or len(second) > MOST_WORDS:
        return float(first == second and bool(first))
    if len(first) == 1 and len(second) > 1 and _joined(second[:2]).letters != first[0].letters:
        return _compare_one(first[0], second)
    return _align(first, second)
