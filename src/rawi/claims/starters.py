"""Words with which only somebody's speech begins after a verb of saying: هناك، نحن، لن، سنفعل."""

from __future__ import annotations

import re

from rawi.annotations.speech import particles
from rawi.claims.reading import Reading, codes

_DENIES = frozenset(("لا", "لن", "لم"))
# A verb in the future, or a present one in the first person: only the speaker's words begin so.
_FUTURE = re.compile(r"[وف]?س[يتن]\w{2,}|[وف]?سا\w{3,}")


def is_future(word: str) -> bool:
    """Is a folded word a verb in the future by its letters?"""
    return bool(_FUTURE.fullmatch(word))


def begins_clause(reading: Reading, at: int, end: int) -> bool:
    """Does a main clause begin at the token that can only be speech after a verb of saying: هناك، تم، نحن،
    لا؟"""
    if at >= end:
        return False
    word = reading.words[at]
    return word in particles("starter") or (reading.tape[at] in codes().negation and "دون" not in word)


def starts_speech(reading: Reading, at: int) -> bool:
    """Does a token start speech wherever it stands after a verb of saying: نحن، لن، لقد? After a surname a
    verb in the future too; after a first name such a word may be a name."""
    if reading.words[at] in particles("speech_starter") or reading.words[at] in _DENIES:
        return True
    return at - 1 in reading.surnames and is_future(reading.words[at])
