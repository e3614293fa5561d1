"""The verdict on two figures, from the checklist: they contradict only where all that is needed is known."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Literal

import msgspec

from rawi.model.definition import Definition
from rawi.model.relation import Check, CheckName, Comparison, Outcome, Reason, Verdict
from rawi.model.value import Hedge
from rawi.relations.days import read_days
from rawi.relations.layer import Context, make_id
from rawi.relations.quantities.bounds import is_equal, may_be_rounded, value_of
from rawi.relations.quantities.checks import (
    FINISHED,
    are_of_one_happening,
    check_figures,
    is_part,
    share_story,
)
from rawi.relations.quantities.moments import TOLL, compare_days, holds_on, told_on
from rawi.relations.quantities.series import is_stock
from rawi.relations.quantities.sides import is_loose
from rawi.relations.quantities.subjects import (
    AKIN,
    APART,
    CLOSE,
    TELLING,
    are_near,
    are_of_one_subject,
    are_set_against,
    likeness,
)

Aspect = Literal["unit", "place", "time", "definition"]
#: Deeds of which fewer are told as time goes on.
_FALLING = frozenset(("missing", "trapped", "treated", "displaced", "homeless", "striking"))
#: Deeds of which only more can be told as time goes on.
_RISING = frozenset(("killed",))
_PERIOD = timedelta(days=80)
_FAR = 5  # times; what is not surely of one definition and differs by more is of something else
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


def compare(a: Definition, b: Definition, context: Context) -> Comparison:
    """Return the comparison of two figures; in whatever order they come, the earlier is its ``a``."""
    a, b = sorted((a, b), key=_earlier)
    checks = check_figures(a, b, context)
    case = Case(
        a,
        b,
        {check.name: check.outcome for check in checks},
        share_story(a, b, context),
        _share_surely(a, b, context),
    )
    found = _judge(case)
    first, second = sorted((a.id, b.id))
    return Comparison(
        id=make_id("cm", first, second),
        kind="figures",
        a=a.id,
        b=b.id,
        verdict=found.verdict,
        checks=checks,
        reasons=_reasons(found, checks, a, b),
        aspect=found.aspect,
    )


def _share_surely(a: Definition, b: Definition, context: Context) -> bool:
    """Are two figures of one document, or of documents of one certain story?"""
    story = context.sure.get(a.document)
    return a.document == b.document or (story is not None and story == context.sure.get(b.document))


def _earlier(one: Definition) -> tuple[object, ...]:
    """Return by what the earlier of two figures is found."""
    days = holds_on(one) if one.scope != "toll" else told_on(one)
    return days is None, days or (), one.published or "~", one.id


def _reasons(found: Judgement, checks: tuple[Check, ...], a: Definition, b: Definition) -> tuple[Reason, ...]:
    """Return the reasons of a verdict, with the words of the check that each names."""
    lines = {check.name: check for check in checks}
    told: list[Reason] = []
    for code in found.codes:
        check = lines.get(_CHECKS.get(code.partition(".")[0], "bounds"))
        told.append(Reason(code, check.a, check.b) if check else Reason(code))
    flags = {flag for flag in (a.flag, b.flag) if flag}
    return (
        *told,
        *(Reason(flag, a.words if a.flag else "", b.words if b.flag else "") for flag in sorted(flags)),
    )


_CHECKS: dict[str, CheckName] = {
    "quantity": "quantity",
    "unit": "unit",
    "place": "place",
    "time": "as_of",
    "holder": "holder",
    "definition": "definition",
    "origin": "origin",
    "bounds": "bounds",
    "toll": "bounds",
}


def _judge(case: Case) -> Judgement:
    """Return the verdict: one origin first, then what is not the same, time, bounds, contradiction last."""
    steps = (_one_origin, _incomparable, _in_time, _within_bounds, _contradicting)
    return next((found for step in steps if (found := step(case)) is not None), _undecided(case))


def _one_origin(case: Case) -> Judgement | None:
    """The same number of the same holder, or copied, or passed on."""
    a, b = case.a, case.b
    if (
        not is_equal(a, b)
        or not case.known("quantity")
        or "differs" in (case.outcomes["definition"], case.outcomes["unit"])
    ):
        return None
    vague = a.hedge is Hedge.ORDER or a.part_of is not None or b.part_of is not None
    if vague and not case.known("definition"):
        return None
    if case.known("holder"):
        return Judgement("same_origin", ("origin.holder",))
    if case.known("origin"):
        return Judgement("same_origin", ("origin.copy",))
    repeated = case.story and a.document != b.document and case.outcomes["holder"] == "unknown"
    sure = case.known("definition") and not is_loose(a)
    alike = a.hedge == b.hedge and case.known("unit") and (sure or (value_of(a) or 0) >= TELLING)
    return Judgement("same_origin", ("origin.repeated",)) if repeated and alike else None


def _incomparable(case: Case) -> Judgement | None:
    """Another unit, definition, or place; a toll of another happening."""
    a, b, outcomes = case.a, case.b, case.outcomes
    if is_part(a, b):
        return Judgement("not_comparable", ("definition.part",), "definition")
    if case.known("quantity", "unit") and case.story and is_equal(a, b) and _are_alike(a, b):
        return Judgement("compatible", ("bounds.equal",))
    if outcomes["quantity"] == "differs":
        joint = a.joint or b.joint
        return _apart("definition", "quantity.joint" if joint else "quantity.class", case)
    if outcomes["unit"] == "differs":
        return Judgement("not_comparable", ("unit.differs",), "unit")
    if outcomes["definition"] == "differs":
        return Judgement("not_comparable", ("definition.differs",), "definition")
    if outcomes["place"] == "differs":
        return Judgement("not_comparable", ("place.differs",), "place")
    if outcomes["unit"] == "unknown":
        return Judgement("not_comparable", ("unit.unknown",), "unit")
    if a.scope == b.scope == "toll" and (
        not case.story or are_of_one_happening(a, b) == "differs" or a.aside != b.aside
    ):
        return Judgement("not_comparable", ("time.happening",), "time")
    return None


def _are_alike(a: Definition, b: Definition) -> bool:
    """Are two counts of people of one scope, and neither of them a part?"""
    return a.scope == b.scope and a.part_of is None and b.part_of is None and None not in (a.who, b.who)


def _apart(aspect: Aspect, code: str, case: Case) -> Judgement:
    """Two classes are not comparable: by the unit if heads are laid against things."""
    if case.outcomes["unit"] == "differs":
        return Judgement("not_comparable", ("unit.differs", code), "unit")
    return Judgement("not_comparable", (code,), aspect)


def _in_time(case: Case) -> Judgement | None:
    """Told for another time: it changed, unless the one number may be the other, rounded."""
    a, b = case.a, case.b
    if is_equal(a, b):
        return Judgement("compatible", ("bounds.equal",))
    if case.known("quantity") and _are_of_two_periods(a, b):
        return Judgement("not_comparable", ("time.differs",), "time")
    rises = (a.rising or b.rising) and a.scope == b.scope == "toll"
    replaced = _is_replaced(case) or _is_exceeded(case)
    later = case.outcomes["as_of"] == "differs"
    if not (later or replaced or (rises and _is_newest(case))):
        return None
    if may_be_rounded(a, b) and not rises:
        return Judgement("compatible", ("bounds.rounded",))
    if _is_taken_back_by_another(case):
        return Judgement("contradicts", ("toll.fell", "holder.differs"))
    if _is_of_the_finished(case):
        return Judgement("contradicts", ("bounds.apart", "holder.differs"))
    if not _is_of_one_count(case):
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


def _is_of_one_count(case: Case) -> bool:
    """Can two numbers be one count at two times?

    In one article they are told in like words, by one holder, or the one took the place of the other; in two
    of one story both open their articles, are the only ones there, are told in like words, or as what a count
    has reached. What is loose must be near in number too, and of a certain story.
    """
    a, b = case.a, case.b
    if is_stock(a) and is_stock(b):
        return True
    alike, moving = likeness(a, b), a.passing or b.passing
    if a.document == b.document:
        return alike >= CLOSE or ((case.known("holder") or moving) and alike >= APART)
    if is_loose(a) or is_loose(b):
        return alike >= CLOSE and are_near(a, b) and (case.sure or (a.lead and b.lead))
    return (a.lead and b.lead) or (a.alone and b.alone) or alike >= APART or moving or a.rising or b.rising


def _is_taken_back_by_another(case: Case) -> bool:
    """Does somebody else than its holder give less than a toll that can only rise, a day later or more? Who
    gave the first number and corrects it has changed it."""
    a, b = case.a, case.b
    if not (a.scope == b.scope == "toll" and case.story and _falls(case)) or a.what not in _RISING:
        return False
    bodies = a.body is not None and b.body is not None and case.outcomes["holder"] == "differs"
    known = bodies and case.known("quantity", "unit", "definition")
    whole = not any(one.denied or one.passing or one.aside or one.part_of for one in (a, b))
    return known and whole and not _is_far_below(case) and case.outcomes["bounds"] == "differs"


def _is_of_the_finished(case: Case) -> bool:
    """Do two who are named count what was over when the first of them told it: who was on board, who came?"""
    a, b = case.a, case.b
    over = a.what == b.what and a.what in FINISHED and case.story
    known = case.known("quantity", "unit", "definition") and case.outcomes["holder"] == "differs"
    return over and known and case.outcomes["bounds"] == "differs" and _is_sure(case)


def _unchanged(case: Case) -> Judgement | None:
    """Return what else than a change two numbers of different times can be: null for a change."""
    a, b = case.a, case.b
    if is_stock(a) and is_stock(b) and not _is_one_place(case):
        return Judgement("not_comparable", ("place.unknown",), "place")
    if case.outcomes["quantity"] == "unknown":
        return Judgement("not_comparable", ("quantity.unknown",), "definition")
    if case.outcomes["definition"] == "unknown" and (not case.story or _is_far(case)):
        return Judgement("not_comparable", ("definition.unknown",), "definition")
    if not (a.scope == b.scope == "toll" and _falls(case)) or a.what in _FALLING:
        return None
    if _is_far_below(case):
        return _apart("definition", "toll.other", case)
    return Judgement("changed_over_time", ("toll.fell",))


def _is_replaced(case: Case) -> bool:
    """Is the smaller of two tolls a first count, which the larger took the place of?"""
    low, high = sorted((case.a, case.b), key=lambda one: value_of(one) or 0)
    tolls = low.scope == high.scope == "toll"
    return tolls and low.passing and not high.passing and case.outcomes["bounds"] == "differs"


def _is_exceeded(case: Case) -> bool:
    """Is the one toll at least so many, and the other more than rounding explains: سبعة على الأقل and 11?"""
    low, high = sorted((case.a, case.b), key=lambda one: value_of(one) or 0)
    open_end = low.low is not None and low.high is None and high.low is not None
    same = case.story and case.outcomes["holder"] != "differs"
    return low.scope == high.scope == "toll" and open_end and same and not may_be_rounded(low, high)


def _is_newest(case: Case) -> bool:
    """Is the figure that is told as risen the larger one?"""
    a, b = case.a, case.b
    larger = a if (value_of(a) or 0) > (value_of(b) or 0) else b
    return larger.rising


def _is_far(case: Case) -> bool:
    """Is one number many times the other?"""
    low, high = sorted((value_of(case.a) or 0, value_of(case.b) or 0))
    return high > _FAR * low


def _falls(case: Case) -> bool:
    """Is the number that is told on a later day the smaller one?"""
    return case.outcomes["as_of"] == "differs" and (value_of(case.b) or 0) < (value_of(case.a) or 0)


def _is_far_below(case: Case) -> bool:
    """Is the later number so much smaller that it is likely of something else?"""
    return (value_of(case.b) or 0) < _FALL * (value_of(case.a) or 0)


def _within_bounds(case: Case) -> Judgement | None:
    """The bounds allow one value."""
    if case.outcomes["bounds"] == "differs":
        return None
    return Judgement(
        "compatible", ("bounds.unknown" if case.outcomes["bounds"] == "unknown" else "bounds.overlap",)
    )


def _contradicting(case: Case) -> Judgement | None:
    """All that is needed is the same, the numbers do not meet, and two hold them."""
    a, b = case.a, case.b
    if (
        not case.known("quantity", "unit", "definition", "as_of")
        or not _is_one_place(case)
        or not _is_sure(case)
    ):
        return None
    voices = (a.holder is None) != (b.holder is None) and a.scope == b.scope == "toll"
    if case.outcomes["holder"] == "differs" or (voices and are_set_against(a, b)):
        return Judgement("contradicts", ("bounds.apart", "holder.differs"))
    same = (
        case.known("holder") and a.document != b.document and a.scope == b.scope == "stock" and are_near(a, b)
    )
    one_day = compare_days(holds_on(a), holds_on(b), TOLL) == "same"
    return Judgement("contradicts", ("bounds.apart", "holder.same")) if same and one_day else None


def _is_one_place(case: Case) -> bool:
    """Is the place known to be one: by name, or by the story of a toll, or nowhere told of a whole group?"""
    a, b = case.a, case.b
    if case.known("place"):
        return True
    unsaid = not (a.place and a.place.own) and not (b.place and b.place.own)
    return case.story or (unsaid and a.whom is not None and b.whom is not None)


def _is_sure(case: Case) -> bool:
    """Is neither number denied, passing, of something loose, or told of another subject than the other?"""
    a, b = case.a, case.b
    for one in (a, b):
        if one.denied or one.passing or one.aside or one.scope in ("change", "rate"):
            return False
        if one.scope is None and one.who is not None:
            return False
    if is_stock(a) and is_stock(b):
        return True
    if a.what != b.what or is_loose(a) or is_loose(b):
        return False
    if a.document != b.document:
        return are_of_one_subject(a, b)
    same_place = a.place is None or b.place is None or a.place.key == b.place.key
    return same_place and (are_set_against(a, b) or (are_near(a, b) and are_of_one_subject(a, b)))


def _undecided(case: Case) -> Judgement:
    """The numbers do not meet, and something is not known that could explain it.

    In a story a holder's second number of a day took the place of the first, and so did, as far as anybody
    can tell, that of an article that names nobody.
    """
    if _is_updated(case) or _is_another_count(case):
        return Judgement("changed_over_time", ("toll.replaced",))
    for name, aspect in _DOUBTS:
        if case.outcomes[name] == "unknown":
            return Judgement("not_comparable", (f"{_CODES[name]}.unknown",), aspect)
    return Judgement("not_comparable", ("holder.unknown",), "time")


def _is_updated(case: Case) -> bool:
    """Are both surely of one thing and day, and of nobody else than one holder?"""
    a, b = case.a, case.b
    counted = a.scope in ("toll", "since") or ":" in (a.what or "")
    known = case.known("quantity", "unit", "definition", "as_of")
    if a.document == b.document:
        known = known and a.scope == "toll" and case.known("holder") and likeness(a, b) >= AKIN
    return counted and case.story and known and case.outcomes["holder"] != "differs" and _is_sure(case)


def _is_another_count(case: Case) -> bool:
    """Do two reports of a story give a toll for times of which one is not known, or of what only falls or
    rises, and nothing tells that they are of different things?"""
    a, b = case.a, case.b
    tolls = {a.scope, b.scope} <= {"toll", "since"} and a.document != b.document and case.story
    same = case.known("quantity", "unit", "definition") and _is_of_one_count(case)
    aside = a.aside or b.aside or a.part_of is not None or b.part_of is not None
    moving = case.outcomes["as_of"] == "unknown" or a.what in _FALLING
    return tolls and same and moving and not aside and not _is_far(case)


_DOUBTS: tuple[tuple[CheckName, Aspect], ...] = (
    ("quantity", "definition"),
    ("definition", "definition"),
    ("as_of", "time"),
    ("place", "place"),
)
_CODES: dict[CheckName, str] = {
    "quantity": "quantity",
    "definition": "definition",
    "as_of": "time",
    "place": "place",
}
