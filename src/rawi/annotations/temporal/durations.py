"""Durations: خمس سنوات وثلاثة أشهر، ساعة ونصف، يومين."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from rawi.annotations.numbers import find_numbers, settled_tape
from rawi.annotations.vocabulary import load_vocabulary
from rawi.model.annotation import Annotation
from rawi.model.conventions import NEWS
from rawi.model.value import Amount
from rawi.text.text import Text

_BARE = "day|week|moon|year|hour|minute|second"
_ONE = f"{_BARE}|decade|century"
_MANY = "days|weeks|moons|years|hours|minutes|seconds|decades|centuries"
_NUMBER = "daylike|yearlike|amount|share|number"
#: One part: an amount and its unit, or the unit alone (one, two); a fraction after it; what is taken off it.
_PART = (
    f"(?:(?P<n>{{?{_NUMBER}}}{{rest}}*)(?P<unit>{{{_ONE}|{_MANY}}})|(?P<some>{{?some}})(?P<units>{{{_MANY}}})"
    f"|(?P<two>{{?period_dual}})|(?P<one>{{?{_BARE}}}|{{?century}}|{{?decade}}(?={{one}}|{{whole}}|{{+share}})|(?<={{after|ago|within|since}}){{decade}}))"
    f"(?:{{one}}|{{whole}})?(?P<more>{{+share}}{{rest}}*(?!{{{_ONE}}}))?"
    f"(?:{{except}}(?:(?P<less>{{share}})(?!{{rest}}*{{{_ONE}}})|(?P<taken>{{{_NUMBER}}}{{rest}}*)?(?P<off>{{{_ONE}|{_MANY}}})|(?P<off_two>{{period_dual}})))?"
)
_NAMED = re.compile(r"\(\?P<\w+>")
_JOINT = "{comma}?{and}?"
UNITS = {"a": "Y", "mo": "M", "wk": "W", "d": "D", "h": "H", "min": "M", "s": "S"}


class Duration(msgspec.Struct, frozen=True, gc=False):
    """Amounts by unit (UCUM codes a, mo, wk, d, h, min, s) and the tokens that say so."""

    amounts: dict[str, Amount]
    first: int
    last: int

    @property
    def iso(self) -> str:
        """The ISO 8601 duration, fractions as they come: P1Y2M, PT1.5H; empty where the amount is unknown."""
        amounts = _carried(self.amounts)
        days = "".join(_written(amounts, unit) for unit in ("a", "mo", "wk", "d"))
        times = "".join(_written(amounts, unit) for unit in ("h", "min", "s"))
        return f"P{days}{'T' if times else ''}{times}" if days or times else ""


_IN_SMALLER = {"a": ("mo", 12), "wk": ("d", 7), "h": ("min", 60), "min": ("s", 60)}


def _carried(amounts: dict[str, Amount]) -> dict[str, Amount]:
    """Return amounts none of which is negative: ساعة إلا عشر دقائق is 50 minutes, سنة إلا شهرا 11 months.

    ISO 8601 has no negative parts; where a smaller unit cannot be taken off exactly, nothing is changed.
    """
    carried = dict(amounts)
    for unit, (smaller, by) in _IN_SMALLER.items():
        if carried.get(smaller, 0) < 0 and carried.get(unit, 0) >= 1:
            carried[smaller] += carried.pop(unit) * by
            if (rest := carried[smaller] // by) and carried[smaller] % by:
                carried[unit], carried[smaller] = rest, carried[smaller] - rest * by
    return {unit: amount for unit, amount in carried.items() if amount > 0}


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
    part = f"(?:{_NAMED.sub('(?:', _PART)})"
    return re.compile(compile_(f"{part}(?:{_JOINT}{part})*")), re.compile(compile_(_PART))


def find_durations(text: Text, few: int = NEWS.few) -> Iterator[Duration]:
    """Yield the durations of a text; parts that follow each other are one.

    >>> [duration.iso for duration in find_durations(Text("غاب سنة وثلاثة أشهر"))]
    ['P1Y3M']
    """
    numbers = list(find_numbers(text))
    return read_durations(settled_tape(text, numbers), text.words, numbers, few)


def read_durations(
    tape: str,
    words: list[str],
    numbers: list[Annotation],
    few: int = NEWS.few,
    stretch: tuple[int, int] | None = None,
) -> Iterator[Duration]:
    """Yield the durations on a settled tape, or among the tokens of a stretch of it, some of which may have
    been hidden; بضعة is ``few``.

    One of an unknown amount (عدة أيام) has no amounts.
    """
    by_first = {note.first: note for note in numbers}
    whole, part = _patterns()
    for match in whole.finditer(tape, *(stretch or (0, len(tape)))):
        if _owned(words, match):
            continue
        amounts: dict[str, Amount] = {}
        for one in part.finditer(tape, match.start(), match.end()):
            for unit, amount in _amounts(one, by_first, words, few):
                amounts[unit] = amounts.get(unit, 0) + amount
        yield Duration(amounts, match.start(), match.end())


def _owned(words: list[str], match: re.Match[str]) -> bool:
    """Is it a thing that belongs to another: ساعة الحائط؟ A unit alone before a noun with the article is."""
    alone = match.end() == match.start() + 1
    after = words[match.end()] if match.end() < len(words) else ""
    return alone and after.startswith("ال") and after not in load_vocabulary().entries


_SCALED = {"decade": ("a", 10), "century": ("a", 100)}


def _amounts(
    part: re.Match[str], numbers: dict[int, Annotation], words: list[str], few: int
) -> Iterator[tuple[str, Amount]]:
    """Yield the amounts of one part, by unit: its number, or 1 or 2 where the noun says so, and the fraction
    after it; what is taken off it is negative."""
    entries = load_vocabulary().entries

    def counted(name: str) -> Amount:
        note = numbers.get(part.start(name))
        if note is None:
            return 0
        return few if note.value.high != note.value.low else note.value.low

    def scaled(name: str, amount: Amount) -> tuple[str, Amount]:
        unit, by = _SCALED.get(code := str(entries[words[part.start(name)]].value), (code, 1))
        return unit, amount * by

    if part["some"]:
        return
    name = next(name for name in ("unit", "two", "one") if part[name])
    amount = counted("n") if part["n"] else 2 if part["two"] else 1
    amount += counted("more") if part["more"] else 0
    # إلا ثلثا is the accusative of one third, which elsewhere is two of them
    amount -= counted("less") / (2 if part["less"] and counted("less") > 0.6 else 1) if part["less"] else 0
    yield scaled(name, amount)
    if part["off_two"]:
        yield scaled("off_two", -2)
    elif part["off"]:
        yield scaled("off", -counted("taken") if part["taken"] else -1)
