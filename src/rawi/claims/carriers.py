"""Names of platforms and newsrooms, by which words reach their readers, as tokens see them."""

from __future__ import annotations

from functools import cache

import msgspec

from rawi.arabic.fold import fold
from rawi.documents.newsrooms import load_newsrooms
from rawi.lexicons.loader import load_entries
from rawi.model.chain import LinkKind

_PREFIXES = ("", "ل", "ب")


class Platform(msgspec.Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """An entry of ``platforms.toml``."""

    form: str
    kind: LinkKind
    example: str


@cache
def carrier_names() -> dict[str, list[tuple[tuple[str, ...], LinkKind]]]:
    """Return the names by their first folded word, the longest first; generic names are left out."""
    found: dict[str, list[tuple[tuple[str, ...], LinkKind]]] = {}
    entries = [(fold(entry.form), entry.kind) for entry in load_entries("platforms.toml", Platform)]
    entries += [(fold(name), room.kind) for name, room in load_newsrooms().items() if not room.generic]
    for name, kind in entries:
        words = tuple(name.split())
        found.setdefault(words[0], []).append((words, kind))
    for one in found.values():
        one.sort(key=lambda pair: -len(pair[0]))
    return found


@cache
def carrier_heads() -> frozenset[str]:
    """Return the first words of all names, bare and after a joined preposition."""
    return frozenset(letter + word for word in carrier_names() for letter in _PREFIXES)


def match_carrier(words: list[str], at: int) -> tuple[int, int, LinkKind] | None:
    """Return (letters joined before it, token after it, kind) of the carrier named at token ``at``; None
    if none is.

    >>> match_carrier(["قال", "لرويترز", "ان"], 1)
    (1, 2, 'agency')
    """
    word = words[at]
    if word not in carrier_heads():
        return None
    for joined in (0, 1):
        for name, kind in carrier_names().get(word[joined:], ()):
            if tuple(words[at + 1 : at + len(name)]) == name[1:]:
                return joined, at + len(name), kind
    return None
