"""Names of platforms and newsrooms, by which words reach their readers, as tokens see them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import msgspec

from rawi.arabic.fold import fold
from rawi.claims.linkwords import link_words
from rawi.documents.newsrooms import load_newsrooms
from rawi.lexicons.loader import load_entries, load_table
from rawi.model.chain import LinkKind

_PREFIXES = ("", "ل", "ب")
_ARTICLE, _SWALLOWED = "ال", "لل"
_KINDS: dict[str, LinkKind] = {"agency": "agency", "outlet": "outlet", "platform": "platform"}


class Platform(msgspec.Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """An entry of ``platforms.toml``."""

    form: str
    kind: LinkKind
    example: str


@cache
def carrier_names() -> dict[str, list[tuple[tuple[str, ...], LinkKind]]]:
    """Return the names by their first folded word, the longest first; those that are other words too are left
    out."""
    names = {fold(row["name"]): _KINDS[row["kind"]] for row in load_table("outlets.tsv")}
    names = {name: kind for name, kind in names.items() if name.split()[0] not in link_words("host")}
    names |= {fold(name): room.kind for name, room in load_newsrooms().items() if not room.generic}
    names |= {fold(entry.form): entry.kind for entry in load_entries("platforms.toml", Platform)}
    found: dict[str, list[tuple[tuple[str, ...], LinkKind]]] = {}
    for name, kind in names.items():
        if name in link_words("homonym"):
            continue
        words = tuple(name.split())
        found.setdefault(words[0], []).append((words, kind))
    for one in found.values():
        one.sort(key=lambda pair: -len(pair[0]))
    return found


@cache
def carrier_heads() -> frozenset[str]:
    """Return the first words of all names, bare and after a joined preposition."""
    names = carrier_names()
    joined = {_SWALLOWED + word[2:] for word in names if word.startswith(_ARTICLE)}
    return frozenset(letter + word for word in names for letter in _PREFIXES) | joined


def match_carrier(words: list[str], at: int) -> tuple[int, int, LinkKind] | None:
    """Return (letters joined before it, token after it, kind) of the carrier named at token ``at``; None
    if none is.

    >>> match_carrier(["قال", "لرويترز", "ان"], 1)
    (1, 2, 'agency')
    >>> match_carrier([fold("للأناضول")], 0)
    (2, 1, 'agency')
    """
    word = words[at] if at < len(words) else ""
    if word not in carrier_heads():
        return None
    after = words[at + 1] if at + 1 < len(words) else ""
    for joined, bare in _readings(word):
        for name, kind in _names_by_start().get((bare, after), _names_by_start().get((bare, ""), ())):
            if tuple(words[at + 1 : at + len(name)]) == name[1:]:
                return joined, at + len(name), kind
    return None


@cache
def _names_by_start() -> dict[tuple[str, str], list[tuple[tuple[str, ...], LinkKind]]]:
    """Return the names by their first two words, those of one word too; by the first and ``""`` only these.

    Two hundred names begin with وكالة or صحيفة: few go on with the word that follows.
    """
    found: dict[tuple[str, str], list[tuple[tuple[str, ...], LinkKind]]] = {}
    for first, names in carrier_names().items():
        for second in {"", *(name[1] for name, _ in names if len(name) > 1)}:
            fitting = [one for one in names if len(one[0]) == 1 or one[0][1] == second]
            if fitting:
                found[first, second] = fitting
    return found


@cache
def _seconds() -> dict[str, frozenset[str]]:
    """Return by the word with which a name may begin, letters joined, which words may follow; ``""`` where it
    may be the whole name."""
    after = {
        first: {name[1] if len(name) > 1 else "" for name, _ in names}
        for first, names in carrier_names().items()
    }
    return {
        word: frozenset(second for _, bare in _readings(word) for second in after.get(bare, ()))
        for word in carrier_heads()
    }


def may_carry(words: list[str], at: int) -> bool:
    """May a carrier be named at token ``at``, judged by two words? أن begins a dozen names (إن بي سي), and is
    hardly ever one.

    >>> may_carry(["قال", "ان", "بي", "سي"], 1), may_carry(["قال", "ان", "الجسر"], 1)
    (True, False)
    """
    seconds = _seconds().get(words[at])
    if seconds is None:
        return False
    return "" in seconds or (at + 1 < len(words) and words[at + 1] in seconds)


def _readings(word: str) -> Iterator[tuple[int, str]]:
    """A word as it stands, without the letter joined before it, and with the article that ل swallows."""
    yield 0, word
    yield 1, word[1:]
    if word.startswith(_SWALLOWED):
        yield 2, _ARTICLE + word[2:]


@cache
def names_with(words: frozenset[str]) -> dict[str, list[tuple[str, ...]]]:
    """Return the names that hold one of ``words`` after their first word, by that first word (سي إن إن)."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for first, names in carrier_names().items():
        holding = [name for name, _ in names if words.intersection(name[1:])]
        if holding:
            found |= {letter + first: holding for letter in _PREFIXES}
    return found
