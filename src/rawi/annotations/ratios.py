"""Ratios, and parts beside their whole: 4 من كل 10، نسبة 1 إلى 3، 5 جنود من أصل 20."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

import msgspec

from rawi.annotations.hedges import NUMERAL
from rawi.annotations.sites import ONE, Site
from rawi.annotations.units import find_unit
from rawi.annotations.vocabulary import codes_of, load_vocabulary
from rawi.arabic.clitics import plain_forms
from rawi.arabic.fold import fold
from rawi.lexicons.loader import load_entries
from rawi.model.annotation import Annotation
from rawi.model.lexeme import Lexeme
from rawi.model.value import Amount, Hedge, Number, Quantity
from rawi.text.text import Text

RATIO = "quantity/ratio"
_TO = "quantity/from-to"
#: Above this a part and its whole are two counts (34 من 155), up to it a proportion (2 من 3).
_PROPORTION = 10
#: How many words may stand between a part and its whole: صوت 40 نائبا لصالح القانون من أصل 60.
_REACH = 6


@cache
def _each() -> re.Pattern[str]:
    """Return the pattern of what stands before the second number of a ratio: من كل، من بين كل."""
    return re.compile(
        load_vocabulary().compile(f"{{of}}(?P<between>{{between}})?{{each}}(?=[{_numerals()}])")
    )


@cache
def _whole() -> re.Pattern[str]:
    """Return the pattern of what stands before a whole: من أصل."""
    return re.compile(load_vocabulary().compile("{of}{origin}"))


@cache
def _numerals() -> str:
    """Return the codes with which a number begins on a settled tape."""
    return "".join(sorted(codes_of(f"{{{NUMERAL}}}")))


def join_ratios(sites: dict[int, Site], tape: str, text: Text) -> None:
    """Make one number of two that are a ratio; what stands for a part and its whole stays two."""
    matches = list(_each().finditer(tape))
    ending = {site.last: site for site in sites.values() if site.other is None} if matches else {}
    for match in matches:
        _join_each(match, sites, ending, text.words)
    of, words, nouns = codes_of("{of}"), text.words, _proportions()
    for at in sorted(sites):
        site = sites.get(at)
        if site is None:
            continue
        if tape[site.last : site.last + 1] in of:
            _join_of(site, sites)
        elif site.first and words[site.first - 1] in nouns:
            _join_to(site, sites, tape, text)


def _join_each(
    match: re.Match[str], sites: dict[int, Site], ending: dict[int, Site], words: list[str]
) -> None:
    """Join the numbers around من كل: أربعة من كل خمسة; one of a noun alone too: طفل من كل خمسة أطفال."""
    whole, at = sites.get(match.end()), match.start()
    if whole is None or whole.other is not None:
        return
    part = ending.get(at) or ending.get(at - 1)
    if part is None and at and _is_one(words, at, whole, bool(match["between"])):
        part = sites[at - 1] = Site(at - 1, at, at - 1, at, ONE)
    if part is not None:
        _join(part, whole, sites)
        ending[part.last] = part


def _is_one(words: list[str], at: int, whole: Site, between: bool) -> bool:
    """Is the noun before من كل one of those that the second number counts? مدخن من بين كل ثلاثة رجال."""
    noun = words[at - 1]
    counted = words[whole.last] if whole.last < len(words) else ""
    if noun.startswith("ال") or not noun or not "ء" <= noun[0] <= "ي":
        return False
    return between or (len(counted) > 2 and noun.removesuffix("ا") == counted.removesuffix("ا"))


def _join_of(site: Site, sites: dict[int, Site]) -> None:
    """Join two small numbers with nothing but من between them: اثنان من ثلاثة, not واحد من ثلاثة رجال."""
    other = sites.get(site.last + 1)
    plain = site.number != ONE and site.other is None and not site.number.share and not site.number.order
    if other is None or not plain or other.other is not None:
        return
    low, by = site.number.low, other.number.low
    if other.number.high == by and low < by <= _PROPORTION and isinstance(low, int):
        _join(site, other, sites)


def _join_to(site: Site, sites: dict[int, Site], tape: str, text: Text) -> None:
    """Join the numbers of نسبة 1 إلى 3; with من before them, or a unit after, they are a range."""
    if site.other is not None and site.rule == _TO and site.start == site.first:
        first, by, last = site.number, site.other, site.last
    elif tape[site.last : site.last + 1] in codes_of("{to}") and (other := sites.get(site.last + 1)):
        first, by, last = site.number, other.number, other.last
    else:
        return
    if find_unit(tape, text, last) is None and by.low and by.high == by.low:
        sites.pop(site.last + 1, None)
        _settle(site, first, by.low, last)


def _join(part: Site, whole: Site, sites: dict[int, Site]) -> None:
    """Make the part a share of the whole; its hedge stays."""
    by = whole.number.low
    if not by or whole.number.high != by or part.number.high != part.number.low:
        return
    del sites[whole.first]
    part.end = whole.end
    _settle(part, part.number, by, whole.last)


def _settle(site: Site, part: Number, by: Amount, last: int) -> None:
    """Give a site the value of a ratio and its extent."""
    value = part.low / by
    whole = int(value) if value.is_integer() else value
    site.number, site.other, site.rule = Number(whole, whole, share=True), None, RATIO
    site.last, site.end = last, max(site.end, last)
    if site.hedge is Hedge.BETWEEN:
        site.hedge = Hedge.ABOUT if site.about else None


def share_nouns(notes: list[Annotation], tape: str) -> list[Annotation]:
    """Let a part and its whole count the same: of 5 جنود من أصل 20 both count soldiers.

    The one that has no noun takes that of the other; a whole without unit takes the unit of its part too.
    After من alone only the part takes the noun (34 من 155 حالة).
    """
    shared = list(notes)
    for at, (part, whole) in enumerate(pairwise(notes)):
        if not _is_whole(part, whole, tape):
            continue
        one, other = shared[at].value, whole.value
        apart = len(tape[part.last : whole.first]) == 1
        if other.counted is None and other.unit is None and (one.counted or one.unit) and not apart:
            shared[at + 1] = _replace(whole, one, unit=one.unit)
        elif one.counted is None and one.unit is None and other.counted:
            shared[at] = _replace(shared[at], other, unit=other.unit)
    return shared


def _is_whole(part: Annotation, whole: Annotation, tape: str) -> bool:
    """Does من أصل stand before a number, and no pause between it and the part; or من alone between them?"""
    gap = tape[part.last : whole.first]
    if not gap or len(gap) > _REACH or not _part_of(part, whole):
        return False
    if gap in codes_of("{of}"):
        return True
    return bool(_whole().fullmatch(gap[-2:])) and codes_of("{comma|dot|line|colon|opening}").isdisjoint(gap)


def _part_of(part: Annotation, whole: Annotation) -> bool:
    """Is the one number not above the other? 45 مليارا من أصل 100 leaves the scale of the whole out."""
    low, high = part.value.low, whole.value.low
    return low is not None and high is not None and low <= high and RATIO not in (part.rule, whole.rule)


def _replace(note: Annotation, noun: Quantity, unit: str | None) -> Annotation:
    """Return a quantity that counts what another does."""
    value = msgspec.structs.replace(note.value, counted=noun.counted, counted_at=noun.counted_at, unit=unit)
    return msgspec.structs.replace(note, value=value)


@cache
def _proportions() -> frozenset[str]:
    """Return the nouns after which two numbers with إلى are a ratio."""
    return frozenset(
        surface
        for entry in load_entries("dimensions.toml", Lexeme)
        if entry.role == "ratio"
        for form in entry.forms
        for surface, _ in plain_forms(fold(form))
    )
