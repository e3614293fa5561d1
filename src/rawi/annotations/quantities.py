"""Quantities: a number with its hedge, unit and counted noun, where it is neither a date nor part of a
name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import msgspec

from rawi.annotations.annotator import Annotations
from rawi.annotations.hedges import DUAL, NUMERAL, Reading, find_after, load_hedges
from rawi.annotations.names import in_name
from rawi.annotations.numbers import settled_tape
from rawi.annotations.units import Currencies, Unit, find_unit, is_noun, unit_of
from rawi.annotations.vocabulary import codes_of, load_vocabulary, load_words, role_of
from rawi.model.annotation import Annotation, Kind
from rawi.model.value import Amount, Hedge, Number, Quantity
from rawi.rules.matcher import settle_overlaps
from rawi.text.text import Text

_SCALES = frozenset(
    ("thousand", "thousands", "million", "millions", "billion", "billions", "trillion", "trillions")
)
_ONE = Number(1, 1)
_DASH = "quantity/dash"
_TWO = Number(2, 2)


class Site(msgspec.Struct):
    """The place of one number while its quantity is put together: tokens of the number and of the whole so
    far."""

    first: int
    last: int
    start: int
    end: int
    number: Number
    hedge: Hedge | None = None
    rule: str = "quantity/plain"
    other: Number | None = None
    about: bool = False


@cache
def _duals() -> re.Pattern[str]:
    """Return the pattern of nouns that are two of a thing in one word."""
    return re.compile(load_vocabulary().compile(f"{{?{DUAL}:noal}}"))


def _hide(tape: str, dates: list[Annotation]) -> str:
    """Return the tape with the tokens of dates taken out of sight, so that their numbers count nothing."""
    if not dates:
        return tape
    code = load_vocabulary().letter("date")
    pieces, at = [], 0
    for date in sorted(dates, key=lambda note: note.first):
        first = max(at, date.first)
        pieces += [tape[at:first], code * (date.last - first)]
        at = max(at, date.last)
    return "".join([*pieces, tape[at:]])


def _sites(tape: str, numbers: list[Annotation]) -> dict[int, Site]:
    """Return the places of numbers that are still in sight, and of duals, by their first token."""
    hidden = load_vocabulary().letter("date")
    sites: dict[int, Site] = {}
    for note in numbers:
        first, last = note.first, note.last
        if tape[first] != hidden:
            sites[first] = Site(first, last, first, last, note.value)
    for match in _duals().finditer(tape):
        at = match.start()
        sites.setdefault(at, Site(at, at + 1, at, at + 1, _TWO, rule="quantity/dual"))
    return sites


def _apply(
    readings: list[tuple[int, int, tuple[str, Reading]]], sites: dict[int, Site], words: list[str]
) -> None:
    """Give each number its hedge; a range takes its second number in, if the two make one."""
    for first, last, (rule, reading) in readings:
        site = sites.get(reading.number)
        if site is None:
            if reading.other is not None:
                continue
            site = sites[reading.number] = Site(reading.number, reading.number + 1, first, last, _ONE)
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
    if other is None:
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


def _bounds(site: Site) -> tuple[Amount | None, Amount | None, Hedge]:
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


def _noun(site: Site, tape: str, text: Text) -> tuple[int, int] | None:
    """Return the tokens of the noun that a number counts: after it (maybe after من), or before it (الأعضاء
    الـ23)."""
    words, at = text.words, site.end
    article = codes_of("{?al}")
    if tape[site.first - 1] in article and site.first > 1 and words[site.first - 2].startswith("ال"):
        return site.first - 2, site.first - 1
    if words[site.first].startswith("ال") and site.first and _definite_noun(words[site.first - 1]):
        return site.first - 1, site.first
    if _followed_by_of(words, at):
        at += 1
        while (at < len(words) and role_of(words[at]) in _BEFORE_DEFINITE) or tape[at : at + 1] in codes_of(
            "{quote}"
        ):
            at += 1
    elif at < len(words) and _closes(tape, text, site, at):
        at += 1
    if at < len(words) and is_noun(words[at]) and tape[at] not in _numerals() and _countable(site, words, at):
        return at, _noun_end(words, at + 1)
    return None


def _closes(tape: str, text: Text, site: Site, at: int) -> bool:
    """Does a mark close here in which the number stands: "16" طفلا، ( 850 ) لقاء؟"""
    opened = site.first > 0 and tape[site.first - 1] in codes_of("{opening|quote}")
    after = text.words[at + 1] if at + 1 < len(text.words) else ""
    joined = after[:1] in _JOINED and role_of(after) == ""
    return tape[at] in codes_of("{closing|quote}") and (opened or text.glued(at)) and not joined


_JOINED = frozenset("وف")


def _countable(site: Site, words: list[str], at: int) -> bool:
    """A definite noun is counted after a bare scale, a part, or من (مئات السكان، نصف السكان), not 50."""
    return (
        not words[at].startswith("ال")
        or site.number.order
        or site.number.share
        or role_of(words[at - 1]) in _BEFORE_DEFINITE
    )


_BEFORE_DEFINITE = frozenset(("of", "origin", "between"))


def _definite_noun(word: str) -> bool:
    """Does a word look like a noun with the article, before a number that has it too (الأطراف الثلاثة)?"""
    return word.startswith("ال") and len(word) > 4 and is_noun(word)


@cache
def _numerals() -> frozenset[str]:
    """Return the codes of numbers on a settled tape."""
    return codes_of(f"{{?{NUMERAL}|order|rest|date}}")


def _noun_end(words: list[str], at: int) -> int:
    """Take in one adjective that agrees with the noun before it: مقاتلا كرديا، غارة جوية."""
    if at >= len(words) or not is_noun(words[at]):
        return at
    noun, word = words[at - 1], words[at]
    agrees = any(noun.endswith(end) and word.endswith(also) for end, also in _AGREEING)
    return at + 1 if agrees and len(word) > 3 and not word.startswith("ال") else at


_AGREEING = (("ا", "يا"), ("", "يه"), ("ين", "يين"))


class Page(NamedTuple):
    """What the quantities of one text share: its tape, its numbers, its currencies."""

    text: Text
    tape: str
    sites: dict[int, Site]
    currencies: Currencies
    phrase: bool


def _quantity(site: Site, page: Page) -> Annotation | None:
    """Put together the quantity of one number; None if it is a part of a name, or counts nothing."""
    text, tape, sites, currencies, phrase = page
    words = text.words
    unit = None if site.rule == "quantity/dual" else _unit(site, tape, words)
    if unit and unit.first >= site.last:
        _add_fraction(site, sites, unit)
    code, noun = _unit_and_noun(site, unit, tape, text)
    if not phrase:
        score = site.rule == _DASH and not (unit or noun)
        if (
            score
            or not _counts(site, unit, noun, words)
            or in_name(tape, text, site.first, site.last, unit or noun)
        ):
            return None
        if unit and unit.kind == "money" and code:
            code = currencies.settle(code)
    low, high, hedge = _bounds(site)
    if noun and code is None and unit is None and not phrase:
        low, high = _regrouped(words[site.first], low), _regrouped(words[site.first], high)
    end = max(site.end, noun[1] if noun and noun[0] >= site.last else 0, unit.last if unit else 0)
    if site.hedge is None and not site.number.order and (after := find_after(tape, site.last)):
        site.hedge = after[0]
        low, high, hedge = _bounds(site)
        end = max(end, after[1])
    counted = text.words_of(*noun) if noun else None
    value = Quantity(low, high, hedge, code, counted, (site.first, site.last), noun, site.about)
    return Annotation(
        Kind.QUANTITY, text.starts[site.start], text.end(end - 1), site.start, end, site.rule, value
    )


def _regrouped(token: str, value: Amount | None) -> Amount | None:
    """Read 12.500 before a counted noun as twelve thousand five hundred: people do not come in fractions."""
    return int(token.replace(".", "")) if value is not None and _THOUSANDS.fullmatch(token) else value


def _unit(site: Site, tape: str, words: list[str]) -> Unit | None:
    """Return the unit after a number, or before واحد: نقطة مئوية واحدة."""
    if site.number == _ONE and role_of(words[site.first]) == "one":
        for length in (2, 1):
            unit = find_unit(tape, words, site.first - length) if site.first >= length else None
            if unit and unit.last == site.first:
                return unit
    sign = site.first and tape[site.first - 1] in codes_of("{sign}")
    return find_unit(tape, words, site.end) or (find_unit(tape, words, site.first - 1) if sign else None)


def _add_fraction(site: Site, sites: dict[int, Site], unit: Unit) -> None:
    """Take the fraction after a unit into the number: ثلاثة أعوام ونصف."""
    part = sites.get(unit.last)
    if part is None or not part.number.share or site.other is not None or part.hedge is not None:
        return
    del sites[unit.last]
    total = site.number.low + part.number.low
    site.number = Number(total, total)
    site.last = site.end = part.last


_THOUSANDS = re.compile(r"[1-9]\d{0,2}\.\d{3}")


def _unit_and_noun(
    site: Site, unit: Unit | None, tape: str, text: Text
) -> tuple[str | None, tuple[int, int] | None]:
    """Return the unit code and the tokens of the counted noun; a unit's own name is the noun where nothing
    else is."""
    if site.rule == "quantity/dual" or site.number is _ONE or (site.number is _TWO and unit is None):
        return unit_of(text.words[site.first]), (site.first, site.last)
    if unit is None:
        noun = _noun(site, tape, text)
        share = "1" if site.number.share else None
        if share or noun is None or noun[0] >= site.last:
            return share, noun
        before = find_unit(tape, text.words, noun[0])
        return (before.code if before else None), noun
    if unit.kind == "percent":
        site.end = unit.last
        return "%", _noun(site, tape, text) if _followed_by_of(text.words, unit.last) else None
    return unit.code, (unit.first, unit.last)


def _followed_by_of(words: list[str], at: int) -> bool:
    """Does من stand here: 38 بالمئة من المواطنين?"""
    return at < len(words) and role_of(words[at]) == "of"


def _counts(site: Site, unit: Unit | None, noun: tuple[int, int] | None, words: list[str]) -> bool:
    """Leave out واحد as a pronoun or adjective."""
    word = words[site.first]
    if site.number == _ONE and role_of(word) == "one":
        return unit is not None
    if site.number.low == 0 and not word[0].isdecimal():
        return unit is not None or (noun is not None and site.hedge is None and role_of(word) == "zero")
    if site.number.share and word.startswith("وال") and site.hedge is None:
        return False  # a clock time: الثامنة والنصف
    if word in load_words("labels.toml", "homograph") and unit is None and site.last == site.first + 1:
        return False  # "I am not" is spelt like "for six"
    return not (
        site.number.share and "ال" in word[:3] and noun is not None and words[noun[0]].startswith("ال")
    )


def find_quantities(text: Text, known: Annotations, phrase: bool = False) -> Iterator[Annotation]:
    """Yield the quantities of a text whose numbers and dates are known; in the order of the text.

    ``phrase``: the text is a phrase outside any article, so that every number counts, bare years and واحد
    too, and the name of a currency stays as general as it is.
    """
    numbers = known.of(Kind.NUMBER)
    tape = _hide(settled_tape(text, numbers), known.of(Kind.DATE))
    sites = _sites(tape, numbers)
    readings = [
        (match.start(), match.end(), (rule.name, reading))
        for rule, match in load_hedges().find(tape)
        if (reading := rule.build(match, text.words)) is not None
    ]
    _apply(settle_overlaps(readings), sites, text.words)
    page = Page(text, tape, sites, Currencies(text.words), phrase)
    for at in sorted(sites):
        if at in sites and (found := _quantity(sites[at], page)):
            yield found


class Quantities:
    """The stage that reads quantities; dates must have been looked for before, so that they keep their
    numbers."""

    needs: frozenset[Kind] = frozenset({Kind.NUMBER, Kind.DATE})
    makes: frozenset[Kind] = frozenset({Kind.QUANTITY})

    def annotate(self, text: Text, known: Annotations) -> Iterator[Annotation]:
        """Yield the quantities of ``text``."""
        return find_quantities(text, known)


QUANTITIES = Quantities()
