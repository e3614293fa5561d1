"""Which names are compared at all: those that begin and end alike by sound, and few of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rawi.entities.names import PersonName
from rawi.entities.sounds import key_of_sound, keys_of_sound

#: In a block that many names share, each is compared with so many that follow it in the alphabet.
REACH = 64

Pair = tuple[str, str]


def find_pairs(names: Mapping[str, PersonName], marks: Mapping[str, frozenset[str]]) -> Iterator[Pair]:
    """Yield the pairs of keys of ``names`` that may be one person's, in order, each once, the smaller first.

    A name is put into blocks by the sounds of its first and last part, and of its first two. Names of one
    part are in none. ``marks`` are what must be common to the bearers of both. The number of pairs grows with
    the number of names, not with its square.
    """
    blocks: dict[Pair, list[str]] = defaultdict(list)
    for key, name in names.items():
        for block in blocks_of(name):
            blocks[block].append(key)
    pairs = {pair for block in blocks.values() for pair in _near(sorted(block))}
    yield from sorted((a, b) for a, b in pairs if not marks[a].isdisjoint(marks[b]))


def blocks_of(name: PersonName) -> Iterable[Pair]:
    """Return the blocks of a name: the sounds of its first part with its last, and with its second."""
    words = name.words
    if len(words) < 2:
        return ()
    first, last = words[0], words[-1]
    blocks = {(key_of_sound(first), key_of_sound(words[1]))}
    blocks.update((key_of_sound(first), key) for key in keys_of_sound(last))
    blocks.update((key, key_of_sound(last)) for key in keys_of_sound(first))
    return sorted(blocks)


def _near(block: Sequence[str]) -> Iterator[Pair]:
    """Yield the pairs of a sorted block whose places are not too far apart."""
    for at, key in enumerate(block):
        yield from ((key, other) for other in block[at + 1 : at + 1 + REACH])
