"""The checklist of two figures that a reader lays side by side, line by line, with the words of each."""

from __future__ import annotations

from collections.abc import Iterable

from rawi.arabic.fold import fold
from rawi.arabic.stems import find_stem
from rawi.entities.bodies import read_body
from rawi.model.definition import Definition, Place
from rawi.model.relation import Check, CheckName, Outcome
from rawi.relations.days import Days, read_days
from rawi.relations.layer import Context
from rawi.relations.quantities.bounds import compare_bounds, is_equal, may_be_rounded, value_of
from rawi.relations.quantities.groups import same_group
from rawi.relations.quantities.moments import STOCK, TOLL, compare_days, holds_on, told_on
from rawi.relations.quantities.origins import compare_holders, compare_origins, origin_of
from rawi.relations.quantities.scenes import same_noun
from rawi.relations.quantities.subjects import SURE, TELLING, likeness

#: What is over once it has happened: another number told later is no change.
FINISHED = frozenset(("aboard", "participated", "attacked", "launched", "magnitude"))
_ANY = frozenset((None, "people"))
PEOPLE = frozenset(("people", "others", "civilians", "members"))
#: Deeds of which one article tells the one and another the other of the same people.
_RETOLD = (
    frozenset(("rescued", "survived", "aboard")),
    frozenset(("missing", "trapped")),
    frozenset(("displaced", "homeless", "evacuated")),
)
_NAMED = frozenset(("fighters", "troops", "police", "civilians"))
#: Deeds of which the number grows over weeks, so that no day is that of all.
_LASTING = frozenset(("infected", "displaced", "homeless", "refugees", "evacuated", "needing"))
_WEEK, _FORTNIGHT = 3, 14  # days between which a happening is one


def check_figures(a: Definition, b: Definition, context: Context) -> tuple[Check, ...]:
    """Return all lines of the checklist of two figures, in the order in which they are shown."""
    story = share_story(a, b, context)
    holders = compare_holders(a, b, context)
    return (
        _check("quantity", compare_quantities(a, b), a.what, b.what),
        _check("unit", compare_units(a, b), a.unit or _counted(a), b.unit or _counted(b)),
        _check("place", compare_places(a, b, context), _place(a), _place(b)),
        _check("as_of", compare_times(a, b, daily=story and holders != "differs"), _time(a), _time(b)),
        _check("holder", holders, a.holder, b.holder),
        _check("definition", compare_definitions(a, b, story=story), _definition(a), _definition(b)),
        _check(
            "directness", "same" if a.directness == b.directness else "differs", a.directness, b.directness
        ),
        _check("bounds", compare_bounds(a, b), a.words, b.words),
        _check("origin", compare_origins(a, b, context), *(origin_of(x, context).name for x in (a, b))),
    )


def _check(name: CheckName, outcome: Outcome, a: str | None, b: str | None) -> Check:
    return Check(name, outcome, a or "", b or "")


def _counted(one: Definition) -> str:
    """Return what is counted one by one: people, else the thing."""
    return one.who or (one.what or "").removeprefix("~")


def _place(one: Definition) -> str | None:
    return one.place.name if one.place else None


def _time(one: Definition) -> str | None:
    return one.as_of or one.relative or one.said or one.published


def _definition(one: Definition) -> str:
    """Return who is counted, whose, what was done, and what the number is of it."""
    whom = one.whom.name if one.whom else None
    part = "part" if one.part_of else None
    return " · ".join(filter(None, (one.who, whom, one.kind, one.deed, one.scope, part)))


def share_story(a: Definition, b: Definition, context: Context) -> bool:
    """Are two figures of one document, or of documents of one story?"""
    if a.document == b.document:
        return True
    story = context.stories.get(a.document)
    return story is not None and story == context.stories.get(b.document)


def compare_quantities(a: Definition, b: Definition) -> Outcome:
    """Return whether one class of things or one deed is counted; a joint count is another than a single
    one."""
    if a.what is None or b.what is None:
        return "same" if say_one_number(a, b) else "unknown"
    if a.what == b.what:
        vague = a.what.endswith(":~") and likeness(a, b) < SURE
        return "unknown" if vague and not is_equal(a, b) else "same"
    if say_one_number(a, b):
        return "same"  # 12 معلما here, توقيف 12 معلما there
    shorter, longer = sorted((a.what, b.what), key=len)
    if shorter.endswith(":~") and longer.startswith(shorter[:-1]):
        return "same" if likeness(a, b) >= SURE else "unknown"
    return "same" if ":" in longer and longer.startswith(f"{shorter} ") else "differs"


def say_one_number(a: Definition, b: Definition) -> bool:
    """Do two figures of other classes give one number of what may be one thing: of one noun, of people of
    whom one tells no more than that, or who are saved here and survived there?

    About 630 and 629 are one number; so are two shares of what no word tells, if few others would be equal.
    """
    if a.unit != b.unit or a.unit is not None or not (is_equal(a, b) or may_be_rounded(a, b)):
        return False
    value = value_of(a) or 0
    if a.what is None and b.what is None:
        return is_equal(a, b) and value != round(value)
    if noun_of(a) is not None and noun_of(a) == noun_of(b):
        return True
    told = {a.what, b.what}
    people = {a.who, b.who} <= PEOPLE and value >= TELLING
    return people and (bool(told & PEOPLE) or any(told <= deeds for deeds in _RETOLD))


def noun_of(one: Definition) -> str | None:
    """Return the stem of the noun that a number of things or people stands before, null where it has none."""
    last = one.words.split()[-1:]
    return find_stem(fold(last[0])) if last and one.unit is None and not last[0][-1:].isdigit() else None


def compare_units(a: Definition, b: Definition) -> Outcome:
    """Return whether both are counted in one unit: heads are no households, people no reports."""
    if a.flag or b.flag:
        return "unknown" if a.what == b.what else "differs"
    if a.unit != b.unit:
        return "differs"
    return "same" if a.unit is not None or _is_of_people(a) == _is_of_people(b) else "differs"


def _is_of_people(one: Definition) -> str:
    """Return by what is counted: heads, households, or things."""
    return (
        "things"
        if one.who is None and one.scope != "toll"
        else "families"
        if one.who == "families"
        else "heads"
    )


def compare_definitions(a: Definition, b: Definition, *, story: bool = False) -> Outcome:
    """Return whether the same is counted of the same: who, whose, what was done, a toll or a sum, part or
    whole. In one ``story`` the sum since it began is its toll."""
    return _join((*_differences(a, b, story=story),))


def _differences(a: Definition, b: Definition, *, story: bool) -> Iterable[Outcome]:
    """Yield what each part of the definitions tells."""
    yield _kinds(a, b)
    if a.whom is not None and b.whom is not None:
        yield "same" if same_group(a.whom, b.whom) else "differs"
    elif a.whom is not None or b.whom is not None:
        yield "unknown"
    if a.kind != b.kind:
        yield "differs" if a.kind and b.kind else "unknown"
    if a.deed != b.deed:
        yield "differs" if a.deed and b.deed else "unknown"
    yield _scopes(a, b, story=story)
    if is_part(a, b):
        yield "differs"


def _scopes(a: Definition, b: Definition, *, story: bool) -> Outcome:
    """Return whether both are of one kind: a toll, a stock, a sum, a change, a rate."""
    scopes = {a.scope, b.scope}
    if len(scopes) == 1 or (story and scopes == {"since", "toll"}):
        return "same"
    if None not in scopes:
        return "differs"
    return "same" if story and scopes == {"stock", None} else "unknown"


def _kinds(a: Definition, b: Definition) -> Outcome:
    """Return whether the same people are counted: the dead whom nobody calls anything may be the civilians or
    the fighters, not the children."""
    if a.who == b.who or (a.who in _ANY and b.who in _ANY):
        return "same"
    named = a.scope == b.scope == "toll" and bool({a.who, b.who} & _NAMED) and bool({a.who, b.who} & _ANY)
    return "unknown" if named or a.who is None or b.who is None else "differs"


def is_part(a: Definition, b: Definition) -> bool:
    """Is one a part of the other, or a part where the other is a whole of that kind, or a part of others (4
    traders here, 3 workers there)?"""
    if b.id == a.part_of or a.id == b.part_of:
        return True
    if a.part_of and b.part_of and a.who == b.who and a.who in _ANY and noun_of(a) != noun_of(b):
        return True
    if is_equal(a, b):
        return False
    return (a.part_of is None) != (b.part_of is None) and (a if a.part_of else b).who in _ANY


def _join(outcomes: Iterable[Outcome]) -> Outcome:
    """Return ``differs`` if any part does, else ``unknown`` if any is."""
    found = set(outcomes)
    return "differs" if "differs" in found else "unknown" if "unknown" in found else "same"


def _countries(one: Definition) -> frozenset[str]:
    """Return the countries that the name of a holder says: وزارة الصحة اليمنية."""
    return read_body(one.holder).countries if one.holder else frozenset()


def compare_places(a: Definition, b: Definition, context: Context) -> Outcome:
    """Return whether both are of one place.

    A happening in a quarter is one in its city; a stock in a province is another than that in the country.
    Where a place is not told, ministries of two countries speak of two.
    """
    if a.place is None or b.place is None:
        one, other = _countries(a), _countries(b)
        return "differs" if one and other and not one & other else "unknown"
    if a.place.key == b.place.key:
        return "same"
    if not same_noun(a.place, b.place):
        return "unknown"
    if a.scope == b.scope == "toll" and _touch(a.place, b.place):
        return "same"
    if not (a.place.own and b.place.own):
        return "unknown"
    return "unknown" if a.scope == b.scope == "toll" and is_half_known(a.place, b.place) else "differs"


def _touch(a: Place, b: Place) -> bool:
    """Does one place lie in the other, or do they share a part?"""
    one, other = set(a.key.split("+")), set(b.key.split("+"))
    return bool(one & other or one & set(b.within) or other & set(a.within))


def is_half_known(a: Place, b: Place) -> bool:
    """Is one of two places in no gazetteer, so that nothing tells whether it lies in the other?"""
    return a.key.startswith("~") != b.key.startswith("~")


def compare_times(a: Definition, b: Definition, *, daily: bool = False) -> Outcome:
    """Return whether both are told for one time: a toll for the day on which it is told, of one happening.

    What there is holds for days, unless it is counted anew each day (``daily``), as by one holder in a story.
    One article tells all tolls of one day, if it does not say otherwise.
    """
    if not {a.scope, b.scope} & {"toll", "since"}:
        if (
            a.document == b.document
            and a.relative != b.relative
            and None in (read_days(a.as_of), read_days(b.as_of))
        ):
            return "differs" if a.relative and b.relative else _related(a, b)
        daily = daily and a.document != b.document and None in (a.whom, b.whom)
        daily = daily or ":" in (a.what or "")
        slack = TOLL if daily else STOCK
        return compare_days(holds_on(a), holds_on(b), slack)
    if a.what == b.what and a.what in FINISHED:
        return "same"
    if a.document == b.document and not (a.relative or b.relative):
        one, other = read_days(a.as_of), read_days(b.as_of)
        return "same" if one is None or other is None else compare_days(one, other, TOLL)
    return compare_days(told_on(a), told_on(b), TOLL)


def _related(a: Definition, b: Definition) -> Outcome:
    """Return whether one held months or years before what the same article tells of the present."""
    earlier = a.relative or b.relative or ""
    return "differs" if earlier.startswith("-P") and earlier[-1] in "YM" else "unknown"


def are_of_one_happening(a: Definition, b: Definition) -> Outcome:
    """Return whether two tolls can be of one happening, by the days that they name, or those before they are
    told."""
    if "since" in (a.scope, b.scope) or (a.what == b.what and a.what in _LASTING):
        return "unknown"
    if a.what == b.what and a.what in FINISHED:
        return _are_told_together(a, b)
    one, other = read_days(a.as_of), read_days(b.as_of)
    if one is not None and other is not None:
        return "differs" if _gap(one, other) > _WEEK else "same"
    named, told = (one, told_on(b)) if one is not None else (other, told_on(a))
    return (
        "differs" if named is not None and told is not None and _gap(named, told) > _FORTNIGHT else "unknown"
    )


def _are_told_together(a: Definition, b: Definition) -> Outcome:
    """Are two numbers of what is over told within days, of a wreck within weeks?"""
    one, other = told_on(a), told_on(b)
    if one is None or other is None:
        return "unknown"
    return "differs" if _gap(one, other) > (_FORTNIGHT if a.what == "aboard" else _WEEK) else "same"


def is_of_the_past(one: Definition) -> bool:
    """Does a toll name a day long before it is told: of another happening than the article's?"""
    named, told = read_days(one.as_of), told_on(one)
    return named is not None and told is not None and _gap(named, told) > _FORTNIGHT


def _gap(one: Days, other: Days) -> int:
    """Return how many days lie between two times."""
    return max((one.first - other.last).days, (other.first - one.last).days)
