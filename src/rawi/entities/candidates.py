"""Which names are compared at all: those that begin and end alike by sound, and few of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from rawi.entities.names import parse_name
from rawi.entities.sounds import key_of_sound, keys_of_sound
from rawi.entities.spelling import is_spelt_alike

#: In a block that many names share, each is compared with so many that follow it in the alphabet.
REACH = 64
#: What ``compare_names`` gives for two spellings of one name.
NEAR = 0.9

Pair = tuple[str, str]


@lru_cache(maxsize=1 << 16)
def words_of(key: str) -> tuple[str, ...]:
    """Return the words of the name with a key (see ``names``), one at least: a kunya and عبد are one with
    theirs."""
    return parse_name(key).words or ("",)


def find_pairs(keys: Iterable[str]) -> set[Pair]:
    """Return the pairs of names that may be one person's by how they begin and end, the smaller key first.

    A name is put into blocks by the sounds of its first and last part, and of its first two. Names of one
    part are in none. The number of pairs grows with the number of names, not with its square.
    """
    blocks: dict[str, list[str]] = defaultdict(list)
    for key in keys:
        for block in blocks_of(key):
            blocks[block].append(key)
    return {pair for block in blocks.values() for pair in pairs_in(sorted(block))}


def blocks_of(key: str) -> list[str]:
    """Return the blocks of a name: the sounds of its first part with its last, and with its second."""
    words = words_of(key)
    if len(words) < 2:
        return []
    first, last = words[0], words[-1]
    blocks = {f"{key_of_sound(first)} {key_of_sound(words[1])}"}
    blocks.update(f"{key_of_sound(first)} {sound}" for sound in keys_of_sound(last))
    blocks.update(f"{sound} {key_of_sound(last)}" for sound in keys_of_sound(first))
    return sorted(blocks)


def pairs_in(block: Sequence[str]) -> Iterator[Pair]:
    """Yield the pairs of a sorted block whose places are not too far apart."""
    for at, key in enumerate(block):
        yield from ((key, other) for other in block[at + 1 : at + 1 + REACH])


def is_pair_of(block: Sequence[str], one: str, other: str) -> bool:
    """Are two names a pair of a sorted block?"""
    return one in block and other in block and abs(block.index(one) - block.index(other)) <= REACH


def changed_pairs(before: Sequence[str], after: Sequence[str]) -> tuple[set[Pair], set[Pair]]:
    """Return the pairs that a sorted block has no more, and those that it had not before.

    >>> changed_pairs(["ا", "ب"], ["ب", "ج"])
    ({('ا', 'ب')}, {('ب', 'ج')})
    """
    if max(len(before), len(after)) > REACH:
        was, now = set(pairs_in(before)), set(pairs_in(after))
        return was - now, now - was
    gone, come = set(before) - set(after), set(after) - set(before)
    return set(_pairs_with(gone, before)), set(_pairs_with(come, after))


def _pairs_with(some: Iterable[str], block: Sequence[str]) -> Iterator[Pair]:
    """Yield the pairs of some names of a block with all others of it."""
    for one in some:
        yield from ((min(one, other), max(one, other)) for other in block if other != one)


def is_alike(one: str, other: str) -> bool:
    """May names with these keys be one person's: one with more words than the other, or in another spelling?

    Nothing but the keys counts here; which of them are near, all that bear them tell.
    """
    return _has_words(one, other) or _has_words(other, one) or is_spelt_alike(one, other, NEAR)


def _has_words(longer: str, shorter: str) -> bool:
    """Has one name all words of the other, in order?"""
    if len(longer) <= len(shorter):
        return False
    rest = iter(longer.split())
    return all(word in rest for word in shorter.split())
