"""Years that stand alone: في 2015، منذ 2011، مونديال 2018، أعوام 1992، 1996."""

from __future__ import annotations

import re
from functools import cache

from rawi.annotations.units import is_noun
from rawi.annotations.vocabulary import load_vocabulary
from rawi.model.calendar import DateExpression

_DIGITS = re.compile(r"(?:1[89]|20)\d\d")


@cache
def _pattern() -> re.Pattern[str]:
    """Return the compiled pattern of a year with the preposition before it."""
    return re.compile(load_vocabulary().compile("(?P<y>{?yearlike})"))


@cache
def _openers() -> frozenset[str]:
    """Return the codes of prepositions before which a number of four digits is a year."""
    codes = load_vocabulary().codes
    return codes("{?in|since|until|to|within|of|between|ago|after}") | codes("{?comma}") | codes("{?and}")


def find_years(tape: str, words: list[str]) -> list[tuple[int, int, tuple[str, DateExpression]]]:
    """Return single tokens of four digits that are years: nothing that they could count follows."""
    found = []
    for match in _pattern().finditer(tape):
        at = match.start()
        if _DIGITS.fullmatch(words[at]) and _alone(tape, words, at):
            found.append((at, at + 1, ("date/year-alone", DateExpression(year=int(words[at])))))
    return found


def _alone(tape: str, words: list[str], at: int) -> bool:
    """Is there no unit, noun or hedge around the number that would make it a count?"""
    before = tape[at - 1] if at else ""
    after = words[at + 1] if at + 1 < len(words) else ""
    if before in _hedges():
        return False
    if not is_noun(after) and after not in ("%", "من"):
        return tape[at + 1 : at + 2] not in _counted()
    return before in _openers() and tape[at + 1 : at + 2] not in _counted() and not after.endswith("ا")


@cache
def _hedges() -> frozenset[str]:
    """Return the codes of words before a number that counts."""
    return load_vocabulary().codes(
        "{?about|approach|more|exceed|label|joined|slash|dash}"
    ) - load_vocabulary().codes("{?about}")


@cache
def _counted() -> frozenset[str]:
    """Return the codes of units."""
    return load_vocabulary().codes(
        "{?currency|measure|percent|sign|day|days|moon|moons|year|years|hour|hours|slash|dash|colon}"
    )
