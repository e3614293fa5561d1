"""Whether of two numbers the one became the other: a toll rose, a first count was replaced, a sum moved."""

from __future__ import annotations

from datetime import timedelta

from rawi.model.definition import Definition
from rawi.relations.days import read_days
from rawi.relations.quantities.bounds import is_equal, may_be_rounded, value_of
from rawi.relations.quantities.cases import (
    Case,
    Judgement,
    falls,
    is_far,
    is_far_below,
    is_of_one_count,
    is_one_place,
    is_sure,
    set_apart,
)
from rawi.relations.quantities.checks import FINISHED
from rawi.relations.quantities.series import is_stock
from rawi.relations.quantities.subjects import AKIN, are_in_one_sentence, likeness

#: Deeds of which fewer are told as time goes on.
_FALLING = frozenset(("missing", "trapped", "treated", "displaced", "homeless", "striking"))
#: Deeds of which only more can be told as time goes on.
_RISING = frozenset(("killed",))
_PERIOD = timedelta(days=80)


def judge_in_time(case: Case) -> Judgement | None:
    """Told for another time: it changed, unless the one number may be the other, rounded."""
    a, b = case.a, case.b
    if is_equal(a, b):
        return Judgement("compatible", ("bounds.equal",))
    if case.known("quantity") and _are_of_two_periods(a, b):
        return Judgement("not_comparable", ("time.differs",), "time")
    rises = (a.rising or b.rising) and a.scope == b.scope == "toll"
    if are_in_one_sentence(a, b) and not _is_replaced(case):
        return None  # توفي جريحان ليرتفع العدد إلى ثمانية: what was added did not become the sum
    replaced = _is_replaced(case) or _is_exceeded(case)
    later = case.outcomes["as_of"] == "differs"
    if not (later or replaced or (rises and _is_newest(case))):
        return None
    if may_be_rounded(a, b) and not rises:
        return Judgement("compatible", ("bounds.rounded",))
    if _is_taken_back_by_another(case):
        return Judgement("contradicts", ("toll.fell", "holder.differs"))
    if a.scope == b.scope == "toll" and not is_one_place(case):
        return Judgement("not_comparable", ("place.unknown",), "place")
    if a.what in FINISHED and not case.known("holder"):
        return Judgement("not_comparable", ("holder.unknown",), "definition")
    if not is_of_one_count(case):
        code = "quantity.unknown" if case.outcomes["quantity"] == "unknown" else "definition.unknown"
        return Judgement("not_comparable", (code,), "definition")
    code = "time.differs" if later else "toll.replaced" if replaced else "toll.rose"
    return _unchanged(case) or Judgement("changed_over_time", (code,))


def _are_of_two_periods(a: Definition, b: Definition) -> bool:
    """Are two sums of money of two quarters or years: what was earned in the one did not become the other?"""
    if ":" not in (a.what or "") or a.unit == "%":
        return False
    one, other = read_days(a.as_of), read_days(b.as_of)
    return one is not None and other is not None and one != other and min(one.length, other.length) >= _PERIOD


def _is_taken_back_by_another(case: Case) -> bool:
    """Does somebody else than its holder give less than a toll that can only rise, a day later or more? Who
    gave the first number and corrects it has changed it."""
    a, b = case.a, case.b
    if not (a.scope == b.scope == "toll" and case.story and falls(case)) or a.what not in _RISING:
        return False
    bodies = a.body is not None and b.body is not None and case.outcomes["holder"] == "differs"
    known = bodies and case.known("quantity", "unit", "definition")
    whole = not any(one.denied or one.passing or one.aside or one.part_of for one in (a, b))
    return known and whole and not is_far_below(case) and case.outcomes["bounds"] == "differs"


def _unchanged(case: Case) -> Judgement | None:
    """Return what else than a change two numbers of different times can be: null for a change."""
    a, b = case.a, case.b
    if is_stock(a) and is_stock(b) and not is_one_place(case):
        return Judgement("not_comparable", ("place.unknown",), "place")
    if case.outcomes["quantity"] == "unknown":
        return Judgement("not_comparable", ("quantity.unknown",), "definition")
    if case.outcomes["definition"] == "unknown" and (not case.story or is_far(case)):
        return Judgement("not_comparable", ("definition.unknown",), "definition")
    if not (a.scope == b.scope == "toll" and falls(case)) or a.what in _FALLING:
        return None
    if is_far_below(case):
        return set_apart("definition", "toll.other", case)
    return Judgement("changed_over_time", ("toll.fell",))


def _is_replaced(case: Case) -> bool:
    """Is the smaller of two tolls a first count, which the larger took the place of, or the larger one that a
    sentence takes back (28 قتيلا عوض 34)?"""
    low, high = sorted((case.a, case.b), key=lambda one: value_of(one) or 0)
    tolls = low.scope == high.scope == "toll" and case.outcomes["bounds"] == "differs"
    taken_back = high.passing and not low.passing and are_in_one_sentence(low, high)
    return tolls and ((low.passing and not high.passing) or taken_back)


def _is_exceeded(case: Case) -> bool:
    """Is the one toll at least so many, and the other more than rounding explains: سبعة على الأقل and 11?"""
    low, high = sorted((case.a, case.b), key=lambda one: value_of(one) or 0)
    open_end = low.low is not None and low.high is None and high.low is not None
    same = case.story and case.outcomes["holder"] != "differs"
    if are_in_one_sentence(low, high) or is_far(case):
        return False
    return low.scope == high.scope == "toll" and open_end and same and not may_be_rounded(low, high)


def _is_newest(case: Case) -> bool:
    """Is the figure that is told as risen the larger one?"""
    a, b = case.a, case.b
    larger = a if (value_of(a) or 0) > (value_of(b) or 0) else b
    return larger.rising


def is_updated(case: Case) -> bool:
    """Are both surely of one thing and day, and of nobody else than one holder?"""
    a, b = case.a, case.b
    counted = a.scope in ("toll", "since") or ":" in (a.what or "")
    counted = counted and (a.what not in FINISHED or case.known("holder")) and is_of_one_count(case)
    known = case.known("quantity", "unit", "definition", "as_of")
    if a.document == b.document:
        known = known and a.scope == "toll" and case.known("holder") and likeness(a, b) >= AKIN
        known = known and not are_in_one_sentence(a, b)
    return counted and case.story and known and case.outcomes["holder"] != "differs" and is_sure(case)


def is_another_count(case: Case) -> bool:
    """Do two reports of a story give a toll for times of which one is not known, or of what only falls or
    rises, and nothing tells that they are of different things?"""
    a, b = case.a, case.b
    tolls = {a.scope, b.scope} <= {"toll", "since"} and a.document != b.document and case.story
    same = case.known("quantity", "unit", "definition") and is_of_one_count(case) and is_one_place(case)
    aside = a.aside or b.aside or a.part_of is not None or b.part_of is not None
    moving = case.outcomes["as_of"] == "unknown" or a.what in _FALLING
    return tolls and same and moving and not aside and not is_far(case)
