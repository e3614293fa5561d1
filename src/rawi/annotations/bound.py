"""Bodies with an everyday name, told by what asks for a club or a medium: ``لاعب النصر``, ``مراسل الجزيرة``.

Once asked for, some names mean the body in the whole article; others only beside such a word.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from rawi.annotations.gazetteer import Known, load_known
from rawi.arabic.clitics import Clitic
from rawi.arabic.fold import fold
from rawi.lexicons.loader import load_table
from rawi.rules.phrases import Phrase
from rawi.rules.wordsets import find_words
from rawi.text.text import Text

_ARTICLE = "ال"
_AND = int(Clitic.CONJUNCTION)
_JOINED = {"": 0, "و": _AND, "ل": int(Clitic.LAM), "ب": int(Clitic.BEH), "ول": _AND | int(Clitic.LAM)}


class _Name(NamedTuple):
    """A name without what is joined to it, its bodies by type, whether it spreads, the clitics joined."""

    bare: str
    bodies: Mapping[str, tuple[Known, bool]]
    clitics: int


@cache
def _load_names() -> dict[str, _Name]:
    """Return the names by every spelling with the letters that stand joined before them."""
    bodies: dict[str, dict[str, tuple[Known, bool]]] = {}
    for row in load_table("bound_bodies.tsv"):
        id_, type_ = row["id"].replace("--", ""), row["type"]
        known = Known("outlet" if type_ == "outlet" else "org", id_, type_, row["country"])
        bodies.setdefault(fold(row["name"]), {})[type_] = known, row["spread"] == "yes"
    names: dict[str, _Name] = {}
    for bare, found in bodies.items():
        for letters, bits in _JOINED.items():
            swallowed = bare.startswith(_ARTICLE) and letters.endswith("ل")
            surface = letters + (bare[1:] if swallowed else bare)
            names[surface] = _Name(bare, found, bits | int(Clitic.ARTICLE) if swallowed else bits)
    return names


@cache
def _load_cues() -> dict[str, frozenset[str]]:
    """Return the words of ``body_cues.tsv`` by kind, folded, with و before them too; ``strong``: those of
    which one is enough."""
    cues: dict[str, set[str]] = {}
    for row in load_table("body_cues.tsv"):
        word = fold(row["word"])
        cues.setdefault(row["kind"], set()).update((word, f"و{word}"))
    cues["strong"] = cues["club"] | cues["outlet"]
    return {kind: frozenset(words) for kind, words in cues.items()}


@cache
def _load_clubs() -> frozenset[str]:
    """Return the clubs of one word that need nothing beside them."""
    return frozenset(name for name, known in load_known().items() if known.type == "club" and " " not in name)


@cache
def bound_words() -> frozenset[str]:
    """Return the words at which to look."""
    return _load_clubs().union(_load_names())


def find_bound(
    text: Text, phrases: list[Phrase[Known]], tape: str, peoples: frozenset[str], nouns: frozenset[str]
) -> Iterator[Phrase[Known]]:
    """Yield the bodies whose name only the words beside it tell, in order, outside of known ``phrases``.

    ``peoples`` and ``nouns`` are the codes of definite adjectives of relation and of
    definite nouns on the tape of names. الاتحاد السعودي is another body, برشلونة الإسباني is the club.
    """
    words, found = text.words, find_words(text, bound_words)
    if not found:
        return
    names, alone = _load_names(), _load_clubs()
    clubs = {at + 1 for at in found if words[at] in alone}
    clubs.update([phrase.last for phrase in phrases if phrase.payload.type == "club"])
    found = [at for at in found if at and words[at] in names]
    strong = _load_cues()["strong"]
    if not clubs and not any(words[at - 1] in strong for at in found):
        return
    taken = {at for phrase in phrases for at in range(phrase.first, phrase.last)}
    places = [
        at
        for at in found
        if at not in taken and not (words[at].startswith(_ARTICLE) and tape[at + 1 : at + 2] in peoples)
    ]
    yield from _settle(words, places, clubs, tape, nouns)


def _settle(
    words: list[str], places: list[int], clubs: set[int], tape: str, nouns: frozenset[str]
) -> Iterator[Phrase[Known]]:
    """Yield the names that are bodies: those asked for, then the same names elsewhere."""
    names = _load_names()
    known: dict[int, Known] = {}
    spread: dict[str, Known] = {}
    for at in places:
        name = names[words[at]]
        type_ = _asked(words, at, name, clubs)
        if type_ is None:
            continue
        row, spreads = name.bodies[type_]
        known[at] = row
        if type_ == "club":
            clubs.add(at + 1)
        if spreads:
            spread.setdefault(name.bare, row)
    for at in places:
        name = names[words[at]]
        body = known.get(at) or spread.get(name.bare)
        if body is not None and (at in known or not _elsewhere(words, at, name, tape[at - 1] in nouns)):
            yield Phrase(at, at + 1, name.clitics, body)


def _elsewhere(words: list[str], at: int, name: _Name, after_noun: bool) -> bool:
    """Does a name that is spread mean something else here: في برشلونة, الملعب الأهلي؟"""
    return after_noun or words[at - 1] in _load_cues()["place"] or bool(name.clitics & int(Clitic.BEH))


def _asked(words: list[str], at: int, name: _Name, clubs: set[int]) -> str | None:
    """Return the type of body that the words before a name ask for, or None."""
    cues, before = _load_cues(), words[at - 1]
    if "outlet" in name.bodies and not name.clitics and before in cues["outlet"]:
        return "outlet"
    if "club" not in name.bodies:
        return None
    if name.clitics == _AND:
        return "club" if at in clubs else None
    if name.clitics:
        return None
    linked = before in cues["link"] and at - 1 in clubs
    return "club" if before in cues["club"] or linked or (clubs and before in cues["match"]) else None
