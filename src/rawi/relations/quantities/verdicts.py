"""The verdict on two figures, from the checklist: they contradict only where all that is needed is known."""

from __future__ import annotations

from datetime import timedelta

from rawi.model.definition import Definition
from rawi.model.relation import Check, CheckName, Comparison, Reason
from rawi.model.value import Hedge
from rawi.relations.layer import Context, make_id
from rawi.relations.quantities.bounds import is_equal, value_of
from rawi.relations.quantities.cases import (
    Aspect,
    Case,
    Judgement,
    is_of_one_count,
    is_one_place,
    is_sure,
    set_apart,
)
from rawi.relations.quantities.changes import is_another_count, is_updated, judge_in_time
from rawi.relations.quantities.checks import (
    FINISHED,
    are_of_one_happening,
    check_figures,
    is_part,
    share_story,
)
from rawi.relations.quantities.moments import TOLL, compare_days, holds_on, told_on
from rawi.relations.quantities.series import is_unnamed
from rawi.relations.quantities.sides import is_loose, say_one_sum
from rawi.relations.quantities.subjects import TELLING, are_near, are_set_against

_NEXT_DAY = timedelta(days=1)


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
    steps = (_one_origin, _incomparable, judge_in_time, _within_bounds, _contradicting)
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
    part = (a.part_of is None) != (b.part_of is None)
    if part and (value_of(a) or 0) < TELLING:
        return None  # two workers among the dead, two who died of wounds
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
    if a.expected != b.expected:
        return Judgement("not_comparable", ("time.expected",), "time")
    if is_part(a, b):
        return Judgement("not_comparable", ("definition.part",), "definition")
    one_sum = is_unnamed(a) and is_unnamed(b) and say_one_sum(a, b)
    alike = case.known("quantity", "unit") and (_are_alike(a, b) or one_sum)
    if alike and case.story and is_equal(a, b):
        return Judgement("compatible", ("bounds.equal",))
    if outcomes["quantity"] == "differs":
        joint = a.joint or b.joint
        return set_apart("definition", "quantity.joint" if joint else "quantity.class", case)
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
    """Are two counts of people of one scope, neither of them a part, and not of two kinds: civilians here and
    fighters there?"""
    whole = a.scope == b.scope and a.part_of is None and b.part_of is None
    return whole and None not in (a.who, b.who) and (a.who == b.who or "people" in (a.who, b.who))


def _within_bounds(case: Case) -> Judgement | None:
    """The bounds allow one value."""
    if case.outcomes["bounds"] == "differs":
        return None
    if is_loose(case.a) and not is_of_one_count(case):
        return Judgement("not_comparable", ("definition.unknown",), "definition")
    return Judgement(
        "compatible", ("bounds.unknown" if case.outcomes["bounds"] == "unknown" else "bounds.overlap",)
    )


def _contradicting(case: Case) -> Judgement | None:
    """All that is needed is the same, the numbers do not meet, and two hold them."""
    a, b = case.a, case.b
    if (
        not case.known("quantity", "unit", "definition", "as_of")
        or not is_one_place(case)
        or not is_sure(case)
    ):
        return None
    voices = (a.holder is None) != (b.holder is None) and a.scope == b.scope == "toll"
    against = are_set_against(a, b) or (a.what in FINISHED and _are_told_in_a_day(a, b))
    if case.outcomes["holder"] == "differs" or (voices and against):
        return Judgement("contradicts", ("bounds.apart", "holder.differs"))
    same = (
        case.known("holder") and a.document != b.document and a.scope == b.scope == "stock" and are_near(a, b)
    )
    one_day = compare_days(holds_on(a), holds_on(b), TOLL) == "same"
    return Judgement("contradicts", ("bounds.apart", "holder.same")) if same and one_day else None


def _are_told_in_a_day(a: Definition, b: Definition) -> bool:
    """Do two articles of one day tell two numbers, or of the next, as newspapers do of the evening?"""
    one, other = told_on(a), told_on(b)
    near = one is not None and other is not None and abs(one.first - other.first) <= _NEXT_DAY
    return near and a.document != b.document


def _undecided(case: Case) -> Judgement:
    """The numbers do not meet, and something is not known that could explain it.

    In a story a holder's second number of a day took the place of the first, and so did, as far as anybody
    can tell, that of an article that names nobody.
    """
    if is_updated(case) or is_another_count(case):
        return Judgement("changed_over_time", ("toll.replaced",))
    for name, aspect in _DOUBTS:
        if case.outcomes[name] == "unknown":
            return Judgement("not_comparable", (f"{_CODES[name]}.unknown",), aspect)
    if case.outcomes["holder"] == "unknown":
        return Judgement("not_comparable", ("holder.unknown",), "time")
    return Judgement("not_comparable", ("definition.unknown",), "definition")


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
