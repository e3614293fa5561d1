"""Quantities: a number with its hedge, unit and counted noun, where it is neither a date nor part of a
name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from rawi.annotations.annotator import Annotations
from rawi.annotations.grouping import regroup
from rawi.annotations.hedges import NUMERAL, find_after, load_hedges
from rawi.annotations.names import in_name
from rawi.annotations.numbers import settled_tape
from rawi.annotations.ratios import RATIO, join_ratios, share_nouns
from rawi.annotations.sites import ONE, TWO, Site, apply_hedges, bounds_of, find_sites
from rawi.annotations.units import (
    Unit,
    dual_phrases,
    find_prefixed,
    find_single,
    find_unit,
    is_noun,
    period_codes,
    unit_of,
)
from rawi.annotations.vocabulary import codes_of, load_vocabulary, load_words, role_of
from rawi.model.annotation import Annotation, Kind
from rawi.model.value import Hedge, Number, Quantity
from rawi.rules.matcher import settle_overlaps
from rawi.text.text import Text

_DASH = "quantity/dash"
_SINGLE = "quantity/single"


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


def _noun(site: Site, tape: str, text: Text) -> tuple[int, int] | None:
    """Return the tokens of the noun that a number counts: after it (maybe after من), or before it (الأعضاء
    الـ23)."""
    words, at = text.words, site.end
    article = codes_of("{?al}")
    if tape[site.first - 1] in article and site.first > 1 and words[site.first - 2].startswith("ال"):
        return site.first - 2, site.first - 1
    if _is_definite(words[site.first]) and site.first and _definite_noun(words[site.first - 1]):
        at = _before_adjective(words, site.first - 1)
        return at, site.first
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


def _is_definite(word: str) -> bool:
    """Does a number have the article (الثلاثة), and no alef and lam of its own (ألفي, آلاف)?"""
    return word.startswith("ال") and word not in load_words("numbers.toml")


def _before_adjective(words: list[str], at: int) -> int:
    """Return where the noun of a definite adjective stands: الولايات الأمريكية الخمسين."""
    adjective = at > 0 and words[at].endswith(("يه", "ي")) and _definite_noun(words[at - 1])
    return at - 1 if adjective else at


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
    """What the quantities of one text share: its tape, its numbers, and whether it is a phrase outside any
    article."""

    text: Text
    tape: str
    sites: dict[int, Site]
    phrase: bool


def _quantity(site: Site, page: Page) -> Annotation | None:
    """Put together the quantity of one number; None if it is a part of a name, or counts nothing."""
    text, tape, sites, phrase = page
    words = text.words
    unit = _unit(site, page) if site.rule != RATIO else None
    if unit and unit.last >= site.last:
        for at in range(site.last, unit.last):
            sites.pop(at, None)
        _add_fraction(site, sites, unit, tape)
    code, noun = _unit_and_noun(site, unit, tape, text)
    if not phrase:
        score = site.rule == _DASH and not (unit or noun)
        if (
            score
            or not _counts(site, unit, noun, words)
            or in_name(tape, text, site.first, site.last, unit or noun)
        ):
            return None
    end = max(site.end, noun[1] if noun and noun[0] >= site.last else 0, unit.last if unit else 0)
    if site.hedge is None and not site.number.order and (after := find_after(tape, site.last)):
        site.hedge, end = after[0], max(end, after[1])
    low, high, hedge = bounds_of(site)
    if not phrase:
        counts = noun is not None and code is None and unit is None
        low, high = regroup(site, unit, counts, words, (low, high))
    counted = text.words_of(*noun) if noun else None
    value = Quantity(low, high, hedge, code, counted, (site.first, site.last), noun, site.about)
    return Annotation(
        Kind.QUANTITY, text.starts[site.start], text.end(end - 1), site.start, end, site.rule, value
    )


def _unit(site: Site, page: Page) -> Unit | None:
    """Return the unit after a number or its closing mark, of a dual, or before واحد: نقطة مئوية واحدة."""
    text, tape, _, phrase = page
    if site.halved:
        one = find_unit(tape, text, site.first, phrase)
        return one or Unit(unit_of(text.words[site.first]), site.first, site.first + 1, "measure")
    if site.rule == "quantity/dual":
        two = dual_phrases(phrase).find(text.words, site.first)
        if two:
            return Unit(two[0], site.first, two[1], "measure")
        return find_prefixed(tape, text, site.first, phrase)
    if site.number == ONE and role_of(text.words[site.first]) == "one":
        for length in (2, 1):
            unit = find_unit(tape, text, site.first - length, phrase) if site.first >= length else None
            if unit and unit.last == site.first:
                return unit
        if site.first and tape[site.first - 1] in period_codes():
            return Unit(unit_of(text.words[site.first - 1]), site.first - 1, site.first, "period")
    if found := find_unit(tape, text, site.end, phrase):
        return found
    if site.end < len(text.words) and _closes(tape, text, site, site.end):
        return find_unit(tape, text, site.end + 1, phrase)
    sign = site.first and tape[site.first - 1] in codes_of("{sign}")
    return find_unit(tape, text, site.first - 1, phrase) if sign else None


def _add_fraction(site: Site, sites: dict[int, Site], unit: Unit, tape: str) -> None:
    """Take the fraction after a unit into the number: ثلاثة أعوام ونصف، كيلومترين إلا ربعا."""
    less = tape[unit.last : unit.last + 1] in codes_of("{except}")
    part = sites.get(unit.last + less)
    if part is None or not part.number.share or site.other is not None or part.hedge is not None:
        return
    if not less and tape[part.first] not in codes_of("{+share}"):
        return
    del sites[unit.last + less]
    total = site.number.low + (-part.number.low if less else part.number.low)
    site.number = Number(total, total)
    site.last = site.end = part.last


def _unit_and_noun(
    site: Site, unit: Unit | None, tape: str, text: Text
) -> tuple[str | None, tuple[int, int] | None]:
    """Return the unit code and the tokens of the counted noun; a unit's own name is the noun where nothing
    else is."""
    if site.halved:
        return (unit.code if unit else None), (site.first, site.first + 1)
    if site.rule == "quantity/dual" or site.number is ONE or (site.number is TWO and unit is None):
        if unit and unit.first <= site.first < unit.last:
            site.start = min(site.start, unit.first)
            return unit.code, (unit.first, unit.last)
        return unit_of(text.words[site.first]), (site.first, site.last)
    if unit is None:
        noun = _noun(site, tape, text)
        if noun and role_of(text.words[noun[0]]) == "age":
            return "a", noun  # في الثلاثين من عمره
        share = "1" if site.number.share else None
        if share or noun is None or noun[0] >= site.last:
            return share, noun
        before = find_unit(tape, text, noun[0])
        return (before.code if before else None), noun
    if unit.kind == "percent":
        site.end = unit.last
        return unit.code, _noun(site, tape, text) if _followed_by_of(text.words, unit.last) else None
    return unit.code, (unit.first, unit.last)


def _followed_by_of(words: list[str], at: int) -> bool:
    """Does من stand here: 38 بالمئة من المواطنين?"""
    return at < len(words) and role_of(words[at]) == "of"


def _counts(site: Site, unit: Unit | None, noun: tuple[int, int] | None, words: list[str]) -> bool:
    """Leave out واحد as a pronoun or adjective."""
    word = words[site.first]
    if site.number == ONE and role_of(word) == "one":
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
    sites = find_sites(tape, numbers, text.words, phrase)
    readings = [
        (match.start(), match.end(), (rule.name, reading))
        for rule, match in load_hedges().find(tape)
        if (reading := rule.build(match, text.words)) is not None
    ]
    apply_hedges(settle_overlaps(readings), sites, text.words)
    if phrase and not sites and (unit := find_single(tape, text)):
        yield _single(text, unit)
    if not phrase:
        join_ratios(sites, tape, text)
    page = Page(text, tape, sites, phrase)
    found = [note for at in sorted(sites) if at in sites and (note := _quantity(sites[at], page))]
    yield from share_nouns(found, tape)


def _single(text: Text, unit: Unit) -> Annotation:
    """Return one of a unit, from a phrase that is nothing but its name."""
    words = (unit.first, unit.last)
    value = Quantity(1, 1, Hedge.EXACT, unit.code, text.words_of(*words), words, words)
    return Annotation(Kind.QUANTITY, text.starts[0], text.end(unit.last - 1), 0, unit.last, _SINGLE, value)


class Quantities:
    """The stage that reads quantities; dates must have been looked for before, so that they keep their
    numbers."""

    needs: frozenset[Kind] = frozenset({Kind.NUMBER, Kind.DATE})
    makes: frozenset[Kind] = frozenset({Kind.QUANTITY})

    def annotate(self, text: Text, known: Annotations) -> Iterator[Annotation]:
        """Yield the quantities of ``text``."""
        return find_quantities(text, known)


QUANTITIES = Quantities()
