"""Years that stand alone: في 2015، منذ 2011، مونديال 2018، أعوام 1992، 1996."""

from __future__ import annotations

import re
from functools import cache

from rawi.annotations.units import is_noun
from rawi.annotations.vocabulary import codes_of, load_vocabulary, role_of
from rawi.arabic.fold import fold
from rawi.lexicons.loader import load_table
from rawi.model.calendar import DateExpression
from rawi.rules.rule import Rule

_DIGITS = re.compile(r"(?:1[89]|20)\d\d")


_PATTERN = "{?yearlike}"
#: The rule of a year alone; ``find_years`` says where it holds.
YEAR_ALONE = Rule(
    "date/year-alone", _PATTERN, lambda match, words: DateExpression(year=int(words[match.start()]))
)


@cache
def _pattern() -> re.Pattern[str]:
    """Return the compiled pattern of a year with the preposition before it."""
    return re.compile(load_vocabulary().compile(_PATTERN))


@cache
def _openers() -> frozenset[str]:
    """Return the codes of prepositions before which a number of four digits is a year."""
    codes = load_vocabulary().codes
    return codes("{?in|since|until|to|within|of|between|ago|after}") | codes("{?comma}") | codes("{?and}")


def find_years(tape: str, words: list[str]) -> list[re.Match[str]]:
    """Return the single tokens of four digits that are years: nothing that they could count follows."""
    found = _pattern().finditer(tape)
    return [
        match for match in found if _DIGITS.fullmatch(words[at := match.start()]) and _alone(tape, words, at)
    ]


def _alone(tape: str, words: list[str], at: int) -> bool:
    """Is there no unit, noun or hedge around the number that would make it a count?"""
    before = tape[at - 1] if at else ""
    after = words[at + 1] if at + 1 < len(words) else ""
    if (before in _counting() and not _spanning(tape, at - 2)) or (
        tape[at + 1 : at + 2] in _counted() and not _spanning(tape, at + 2)
    ):
        return False
    if _joined_to_count(tape, words, at):
        return False
    if words[at].endswith("00") and after in _people():
        return False  # إلى 2000 جندي: a hundred or thousand counts a noun in the genitive
    if not is_noun(after):
        return role_of(after) not in ("percent", "of") or before in _openers()
    return before in _openers() and not after.endswith("ا")


@cache
def _people() -> frozenset[str]:
    """Return the folded nouns of people and of those whom something befell, as they stand in the table."""
    return frozenset(
        fold(row["word"]) for row in load_table("counted.tsv") if row["sort"] in ("person", "state", "unit")
    )


def _joined_to_count(tape: str, words: list[str], at: int) -> bool:
    """بين 1500 و2000: does و join the number to one of digits that is no year?"""
    if at < 2 or tape[at - 1] not in codes_of("{?and}"):
        return False
    other = words[at - 2]
    return other.isdecimal() and not _DIGITS.fullmatch(other)


def _spanning(tape: str, at: int) -> bool:
    """Does another year stand at ``at``, on the other side of a dash: 2021–2023؟"""
    return 0 <= at < len(tape) and tape[at] in codes_of("{?yearlike}")


@cache
def _counting() -> frozenset[str]:
    """Return the codes of words before a number that make it a count or a name."""
    return codes_of("{?approach|more|exceed|label|numbered|joined|slash|dash}")


@cache
def _counted() -> frozenset[str]:
    """Return the codes of units and of marks inside other expressions."""
    units = "currency|measure|percent|sign|day|days|moon|moons|year|years|hour|hours"
    return codes_of(f"{{?{units}|slash|dash|colon}}")
