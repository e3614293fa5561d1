"""The places of numbers while quantities are put together: numbers in sight, duals, hedges, ranges."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from rawi.annotations.hedges import DUAL, Reading
from rawi.annotations.units import dual_phrases
from rawi.annotations.vocabulary import load_vocabulary
from rawi.model.annotation import Annotation
from rawi.model.value import Amount, Hedge, Number

_SCALES = frozenset(
    ("thousand", "thousands", "million", "millions", "billion", "billions", "trillion", "trillions")
)
ONE, TWO = Number(1, 1), Number(2, 2)


class Site(msgspec.Struct):
    """The place of one number while its quantity is put together: tokens of the number and of the whole so
    far; ``halved`` where it begins with its unit (سنة ونصف)."""

    first: int
    last: int
    start: int
    end: int
    number: Number
    hedge: Hedge | None = None
    rule: str = "quantity/plain"
    other: Number | None = None
    about: bool = False
    halved: bool = False


@cache
def _duals() -> re.Pattern[str]:
    """Return the pattern of nouns that are two of a thing in one word."""
    return re.compile(load_vocabulary().compile(f"{{?{DUAL}:noal}}"))


def find_sites(tape: str, numbers: list[Annotation], words: list[str], phrase: bool) -> dict[int, Site]:
    """Return the places of numbers that are still in sight, and of duals, by their first token.

    ``phrase``: outside any article words that mean something else too are duals of units (ميلان).
    """
    hidden = load_vocabulary().letter("date")
    sites: dict[int, Site] = {}
    for note in numbers:
        first, last = note.first, note.last
        if tape[first] != hidden:
            sites[first] = Site(first, last, first, last, note.value)
    duals = [match.start() for match in _duals().finditer(tape)]
    if phrase:
        duals += [at for at in range(len(words)) if dual_phrases(phrase).find(words, at)]
    _take_halves(tape, sites)
    for at in duals:
        sites.setdefault(at, Site(at, at + 1, at, at + 1, TWO, rule="quantity/dual"))
    return sites


@cache
def _halved() -> re.Pattern[str]:
    """Return the pattern of one of a unit with a fraction after it: سنة ونصف، لمتر وربع."""
    singles = "day|week|moon|year|hour|minute|second|decade|century|measure"
    return re.compile(load_vocabulary().compile(f"(?P<unit>{{?{singles}:noal}}){{+share}}"))


def _take_halves(tape: str, sites: dict[int, Site]) -> None:
    """Read سنة ونصف as one and a half of its unit, unless a number stands before it that the unit counts."""
    ends = {site.last for site in sites.values()}
    for match in _halved().finditer(tape):
        first, at = match.start(), match.end() - 1
        part = sites.get(at)
        if part is None or first in ends or not part.number.share:
            continue
        del sites[at]
        value = 1 + part.number.low
        number = Number(value, value)
        sites[first] = Site(first, part.last, first, part.last, number, rule="quantity/halved", halved=True)


def apply_hedges(
    readings: list[tuple[int, int, tuple[str, Reading]]], sites: dict[int, Site], words: list[str]
) -> None:
    """Give each number its hedge; a range takes its second number in, if the two make one."""
    for first, last, (rule, reading) in readings:
        site = sites.get(reading.number)
        if site is None:
            if reading.other is not None:
                continue
            site = sites[reading.number] = Site(reading.number, reading.number + 1, first, last, ONE)
        if reading.other is not None and not _join(site, sites, reading, words):
            continue
        site.start, site.hedge, site.rule, site.about = (
            min(first, site.start),
            reading.hedge,
            rule,
            reading.about,
        )


def _join(site: Site, sites: dict[int, Site], reading: Reading, words: list[str]) -> bool:
    """Make a range of two numbers: 10 و14 ألف is 10,000 to 14,000. False if the second is not the greater."""
    other = sites.get(reading.other if reading.other is not None else -1)
    if other is None or site.number.share != other.number.share:
        return False
    scale = _scale(words[other.first : other.last])
    low, high = site.number.low, other.number.low
    if scale > 1 and _scale(words[site.first : site.last]) == 1 and low < scale:
        low *= scale
    if low >= high:
        return False
    del sites[other.first]
    site.number, site.other = Number(low, low), other.number
    site.last = site.end = other.last
    return True


def _scale(words: list[str]) -> Amount:
    """Return the scale with which a number in words ends: 14 ألف gives 1000; 1 if there is none."""
    entry = load_vocabulary().entries.get(words[-1])
    return entry.number if entry and entry.role in _SCALES else 1


def bounds_of(site: Site) -> tuple[Amount | None, Amount | None, Hedge]:
    """Return low, high and hedge as the gold guide defines them."""
    number, hedge = site.number, site.hedge or Hedge.EXACT
    if site.other is not None:
        return number.low, site.other.low, Hedge.BETWEEN
    if number.order:
        return number.low, None, Hedge.ORDER
    if number.high != number.low:
        return number.low, number.high, Hedge.BETWEEN
    if hedge in (Hedge.MORE_THAN, Hedge.AT_LEAST):
        return number.low, None, hedge
    if hedge in (Hedge.LESS_THAN, Hedge.AT_MOST):
        return None, number.low, hedge
    return number.low, number.low, hedge
