"""Short names of who was named in full: a surname alone (الدوري), a name of one word again, a short name in
brackets."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import compress
from operator import attrgetter

from rawi.annotations.holders import Holder
from rawi.annotations.lexis import load_vocabulary
from rawi.arabic.fold import fold

_JOINED = ("", "و", "ل", "ب", "ف", "ول", "وب")
_FIRST = attrgetter("first")
Short = dict[str, list[Holder]]


@cache
def _codes(classes: str) -> frozenset[str]:
    """Return the codes of classes of the tape of names."""
    return load_vocabulary().codes("{?" + classes + "}")


def add_surnames(short: Short, holders: Iterable[Holder]) -> None:
    """Add to ``short``, people and bodies by their folded short names, the last names of people.

    A name of one word is its own, unless it is a first name or a word of a lexicon; the second half of
    names such as عبد الله is nobody's.
    """
    for one in holders:
        if one.type == "person" and (" " in one.name or not _is_common(one.name)):
            last = fold(one.name.split()[-1])
            if load_vocabulary().code(last) not in _codes("faith"):
                short.setdefault(last, []).append(one)


def find_short(
    short: Mapping[str, list[Holder]], words: Sequence[str], tape: str, covered: bytearray
) -> Iterator[tuple[int, Holder, int]]:
    """Yield tokens that no name covers and that are a short name: index, who is meant, letters joined before.

    The latest of those introduced before it is meant; in a headline, the first introduced. A word that a
    lexicon knows is a name only after a verb of reporting.
    """
    if not short:
        return
    for holders in short.values():
        holders.sort(key=_FIRST)
    forms = {letters + word: word for word in short for letters in _JOINED}
    entry = load_vocabulary().entry
    for at in list(compress(range(len(words)), map(forms.__contains__, words))):
        word = words[at]
        if tape[at] in _codes("preposition"):  # على is not علي
            continue
        if not covered[at] and (entry(word) is None or (at and tape[at - 1] in _codes("verb"))):
            holders = short[forms[word]]
            latest = holders[max(bisect_left(holders, at, key=_FIRST) - 1, 0)]
            yield at, latest, len(word) - len(forms[word])


def _is_common(name: str) -> bool:
    """Is a name of one word a first name or a word of a lexicon, so that elsewhere it may mean another?"""
    word = fold(name)
    known = load_vocabulary().code(word) in _codes("given|likely|kunya|servant|homograph")
    return known or load_vocabulary().entry(word) is not None
