"""Two figures as they are judged: what is known of both together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec

from rawi.model.definition import Definition, Place
from rawi.model.relation import CheckName, Outcome, Verdict
from rawi.relations.quantities.bounds import value_of
from rawi.relations.quantities.checks import FINISHED, is_half_known
from rawi.relations.quantities.scenes import same_noun
from rawi.relations.quantities.series import KINDS, is_stock
from rawi.relations.quantities.sides import is_loose
from rawi.relations.quantities.subjects import (
    AKIN,
    APART,
    CLOSE,
    are_in_one_sentence,
    are_near,
    are_of_one_subject,
    are_set_against,
    is_within_reach,
    likeness,
)

Aspect = Literal["unit", "place", "time", "definition"]
_FAR = 5  # times; what is not surely of one definition and differs by more is of something else
_FOUND = frozenset(("missing", "trapped"))  # of many, few are left within days
_FALL = 0.6  # a toll that falls by more is likely of something else


class Judgement(msgspec.Struct, frozen=True, gc=False):
    """A verdict with what it rests on: codes of reasons."""

    verdict: Verdict
    codes: tuple[str, ...]
    aspect: Aspect | None = None


class Case(msgspec.Struct, frozen=True, gc=False):
    """Two figures, the earlier first, with their checks; ``story``: are they of one story or document, and
    ``sure`` of it?"""

    a: Definition
    b: Definition
    outcomes: Mapping[CheckName, Outcome]
    story: bool
    sure: bool = False

    def known(self, *names: CheckName) -> bool:
        """Are these all known to be the same?"""
        return all(self.outcomes[name] == "same" for name in names)


def set_apart(aspect: Aspect, code: str, case: Case) -> Judgement:
    """Two classes are not comparable: by the unit if heads are laid against things."""
    if case.outcomes["unit"] == "differs":
        return Judgement("not_comparable", ("unit.differs", code), "unit")
    return Judgement("not_comparable", (code,), aspect)


def is_one_place(case: Case) -> bool:
    """Is the place known to be one: by name, or by the story of a toll, or nowhere told of a whole group?

    Two places in two reports are not, if nothing tells that the one lies in the other.
    """
    a, b = case.a, case.b
    if case.known("place"):
        return True
    if a.document != b.document and a.place and b.place and _are_two_places(a.place, b.place):
        return False
    unsaid = not (a.place and a.place.own) and not (b.place and b.place.own)
    return case.story or (unsaid and a.whom is not None and b.whom is not None)


def _are_two_places(a: Place, b: Place) -> bool:
    """Are two places surely two, and not one of which only a noun tells that it is a place?"""
    return same_noun(a, b) and not is_half_known(a, b)


def is_sure(case: Case) -> bool:
    """Is neither number denied, passing, of something loose, or told of another subject than the other?"""
    a, b = case.a, case.b
    for one in (a, b):
        if one.denied or one.passing or one.expected or one.aside or one.scope in ("change", "rate"):
            return False
        if one.scope is None and one.who is not None:
            return False
    if is_stock(a) and is_stock(b):
        return True
    rivals = case.outcomes["holder"] == "differs" and a.what == b.what
    if rivals and a.unit is not None and ":of " not in (a.what or "") and are_in_one_sentence(a, b):
        return True
    if a.what != b.what or is_loose(a) or is_loose(b):
        return False
    if a.document != b.document:
        return are_of_one_subject(a, b)
    same_place = a.place is None or b.place is None or a.place.key == b.place.key
    if rivals and a.what in FINISHED and is_within_reach(a, b):
        return same_place and not is_far(case)
    if rivals and _are_counts_of_the_lead(a, b) and is_within_reach(a, b) and are_near(a, b):
        return same_place
    return same_place and (are_set_against(a, b) or (are_near(a, b) and are_of_one_subject(a, b)))


def _are_counts_of_the_lead(a: Definition, b: Definition) -> bool:
    """Do two bodies give a toll each of what an article opens with, neither of them of a place of its own?"""
    tolls = a.scope == b.scope == "toll" and a.body is not None and b.body is not None
    return tolls and a.lead and b.lead and not any(one.place and one.place.own for one in (a, b))


def is_of_one_count(case: Case) -> bool:
    """Can two numbers be one count at two times?

    In one article they are told in like words, by one holder, or the one took the place of the other (وكانت
    حصيلة سابقة أفادت بمقتل 33); in two of one story both open their articles, are the only ones there, are
    told in like words, or as what a count has reached. What is loose must be near in number too, and of a
    certain story; in a doubtful one, which may be two happenings, no number is many times the other, and
    fighters and arrests are of their own day.
    """
    a, b = case.a, case.b
    if is_stock(a) and is_stock(b):
        return True
    alike, moving = likeness(a, b), a.passing or b.passing
    one_story = case.sure and a.document != b.document
    if a.who != b.who and not KINDS.isdisjoint((a.who, b.who)):
        return False  # 12 fighters, then 27 dead
    if is_far(case) and not one_story and a.what not in _FOUND:
        return False
    if a.document == b.document:
        if (is_loose(a) or is_loose(b)) and are_in_one_sentence(a, b):
            return False
        tolls = a.scope == b.scope == "toll" and a.passing != b.passing and case.known("definition")
        return alike >= CLOSE or tolls or ((case.known("holder") or moving) and alike >= APART)
    if is_loose(a) or is_loose(b):
        return alike >= CLOSE and are_near(a, b) and (case.sure or (a.lead and b.lead))
    told_alike = a.kind is not None and a.kind == b.kind  # cases told as confirmed in both
    counted = (a.lead and b.lead) or told_alike or alike >= APART
    told = (a.alone and b.alone) or moving or a.rising or b.rising
    if not one_story:
        counted = (a.lead and b.lead) or told_alike or alike >= AKIN
        opens = a.lead or b.lead
        return (counted or (told and opens)) and not (_is_of_an_operation(a) or _is_of_an_operation(b))
    return counted or told


def _is_of_an_operation(one: Definition) -> bool:
    """Are fighters killed, or people arrested, of whom there are others in each day's fight or raid?"""
    return one.who in ("fighters", "troops") or one.what in ("arrested", "elements")


def is_far(case: Case) -> bool:
    """Is one number many times the other?"""
    low, high = sorted((value_of(case.a) or 0, value_of(case.b) or 0))
    return high > _FAR * low


def falls(case: Case) -> bool:
    """Is the number that is told on a later day the smaller one?"""
    return case.outcomes["as_of"] == "differs" and (value_of(case.b) or 0) < (value_of(case.a) or 0)


def is_far_below(case: Case) -> bool:
    """Is the later number so much smaller that it is likely of something else?"""
    return (value_of(case.b) or 0) < _FALL * (value_of(case.a) or 0)
