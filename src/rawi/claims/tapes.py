"""The tape of reporting words, rid of what only looks like them: أن in a name, the dot of an initial."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from rawi.annotations.speech import speech_words
from rawi.claims.carriers import names_with
from rawi.rules.wordsets import find_words
from rawi.text.text import Text


def speech_tape(text: Text) -> str:
    """Return the tape of reporting words of a text, no class given to what is only part of a name."""
    tape = _without_false_that(text, text.tape(speech_words()))
    return _without_hyphens(text, _without_initials(text, tape))


@cache
def _marks(name: str) -> re.Pattern[str]:
    """A pattern that finds the marks of a class."""
    return re.compile(speech_words().compile(f"{{{name}}}"))


@cache
def that_names() -> dict[str, list[tuple[str, ...]]]:
    """Return the names of media that hold what looks like أن, by their first words."""
    return names_with(frozenset(("ان",)))


def _without_false_that(text: Text, tape: str) -> str:
    """Return the tape without the complementizers that are only part of a medium's name (سي إن إن)."""
    words, names = text.words, that_names()
    for at in find_words(text, that_names):
        for name in names[words[at]]:
            if tuple(words[at + 1 : at + len(name)]) == name[1:]:
                tape = tape[: at + 1] + "." * (len(name) - 1) + tape[at + len(name) :]
    return tape


def _without_initials(text: Text, tape: str) -> str:
    """Return the tape without the dots that end no sentence after a lone letter (قال د. سامي النجار)."""
    words = text.words
    stops = [found.start() for found in _marks("stop").finditer(tape, 1)]
    dots = [at for at in stops if words[at] == "." and len(words[at - 1]) == 1 and words[at - 1].isalpha()]
    return _unclassed(tape, [at for at in dots if text.sentence_of(at)[1] != at + 1])


def _without_hyphens(text: Text, tape: str) -> str:
    """Return the tape without the hyphens inside names (جان-لوك ميلانشون)."""
    words, starts = text.words, text.starts
    dashes = [found.start() for found in _marks("dash").finditer(tape, 1, len(words) - 1)]
    found: list[int] = []
    for at in [at for at in dashes if words[at] == "-"]:
        glued = text.end(at - 1) == starts[at] and starts[at + 1] == starts[at] + 1
        if glued and words[at - 1].isalpha() and words[at + 1].isalpha() and words[at - 1][:2] != "ال":
            found += (at, at + 1)  # مون جيه-إن: no أن either
    return _unclassed(tape, found)


def _unclassed(tape: str, places: Sequence[int]) -> str:
    """Return a tape whose tokens at ``places`` have no class."""
    if not places:
        return tape
    codes_of = list(tape)
    for at in places:
        codes_of[at] = "."
    return "".join(codes_of)
