"""Durations: خمس سنوات وثلاثة أشهر، ساعة ونصف، يومين."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from rawi.annotations.numbers import find_numbers, settled_tape
from rawi.annotations.vocabulary import load_vocabulary
from rawi.model.annotation import Annotation
from rawi.model.value import Amount
from rawi.text.text import Text

_ONE = "day|week|moon|year|hour|minute|second|decade|century"
_MANY = "days|weeks|moons|years|hours|minutes|seconds|decades|centuries"
_NUMBER = "daylike|yearlike|amount|share|number"
_PART = (
    f"(?:(?:{{?{_NUMBER}}}{{rest}}*{{{_ONE}|{_MANY}}}|{{?period_dual}}|{{?{_ONE}}})"
    f"(?:{{one}}|{{whole}})?(?:{{+share}}{{rest}}*(?!{{{_ONE}}}))?)"
)
_JOINT = "{comma}?{and}?"
UNITS = {"a": "Y", "mo": "M", "wk": "W", "d": "D", "h": "H", "min": "M", "s": "S"}
_TIMES = frozenset(("h", "min", "s"))


class Duration(msgspec.Struct, frozen=True, gc=False):
    """Amounts by unit (UCUM codes a, mo, wk, d, h, min, s) and the tokens that say so."""

    amounts: dict[str, Amount]
    first: int
    last: int

    @property
    def iso(self) -> str:
        """The ISO 8601 duration, fractions as they come: P1Y2M, PT1.5H."""
        days = "".join(_written(self.amounts, unit) for unit in ("a", "mo", "wk", "d"))
        times = "".join(_written(self.amounts, unit) for unit in ("h", "min", "s"))
        return f"P{days}{'T' if times else ''}{times}"


def _written(amounts: dict[str, Amount], unit: str) -> str:
    """Return one part of an ISO duration; empty if there is none."""
    if unit not in amounts:
        return ""
    amount = amounts[unit]
    return (
        f"{format(amount, 'f').rstrip('0').rstrip('.') if isinstance(amount, float) else amount}{UNITS[unit]}"
    )


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of a whole duration and of one part of it."""
    compile_ = load_vocabulary().compile
    return re.compile(compile_(f"{_PART}(?:{_JOINT}{_PART})*")), re.compile(compile_(_PART))


def find_durations(text: Text) -> Iterator[Duration]:
    """Yield the durations of a text; parts that follow each other are one.

    >>> [duration.iso for duration in find_durations(Text("غاب سنة وثلاثة أشهر"))]
    ['P1Y3M']
    """
    numbers = list(find_numbers(text))
    return read_durations(settled_tape(text, numbers), text.words, numbers)


def read_durations(tape: str, words: list[str], numbers: list[Annotation]) -> Iterator[Duration]:
    """Yield the durations on a settled tape, some of whose tokens may have been hidden."""
    by_first = {note.first: note for note in numbers}
    whole, part = _patterns()
    for match in whole.finditer(tape):
        amounts: dict[str, Amount] = {}
        for one in part.finditer(tape, match.start(), match.end()):
            _add(amounts, one, by_first, words)
        if amounts:
            yield Duration(amounts, match.start(), match.end())


def _add(
    amounts: dict[str, Amount], part: re.Match[str], numbers: dict[int, Annotation], words: list[str]
) -> None:
    """Add one part to the amounts: its number, or 1 or 2 where the noun says so, and a fraction after it."""
    entries = load_vocabulary().entries
    at, total, unit = part.start(), 0, ""
    amount: Amount = total
    while at < part.end():
        note, entry = numbers.get(at), entries.get(words[at])
        if note is not None:
            amount += note.value.low if not (unit and entry and entry.role == "one") else 0
        elif entry is not None and isinstance(entry.value, str):
            unit = entry.value
            amount = amount or (2 if entry.role == "period_dual" else 1)
        at = note.last if note is not None else at + 1
    scaled = {"decade": ("a", 10), "century": ("a", 100)}.get(unit, (unit, 1))
    if unit:
        amounts[scaled[0]] = amounts.get(scaled[0], 0) + amount * scaled[1]
