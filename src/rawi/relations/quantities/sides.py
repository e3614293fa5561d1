"""Which two figures a reader would lay side by side, of those that one story or one group brings together."""

from __future__ import annotations

import re

from rawi.model.definition import Definition
from rawi.model.value import Hedge
from rawi.relations.layer import Context
from rawi.relations.quantities.bounds import is_equal, value_of
from rawi.relations.quantities.checks import say_one_number, share_story
from rawi.relations.quantities.lexemes import loose_classes
from rawi.relations.quantities.origins import compare_holders, origin_of
from rawi.relations.quantities.series import KINDS, is_stock, is_unnamed
from rawi.relations.quantities.subjects import (
    APART,
    CLOSE,
    SURE,
    TELLING,
    are_in_one_sentence,
    are_near,
    are_of_one_subject,
    are_set_against,
    is_within_reach,
    likeness,
)

#: The family of harm to people, in which its victims and the reports of it meet.
HARM = "harm"
_HARMS = frozenset(("killed", "injured"))
#: Classes that are taken for each other, by the name under which they meet.
_KIN = {
    name: kin
    for kin, names in {
        "kin:homes": ("displaced", "homeless", "evacuated", "families", "people", "refugees", "returned"),
        "kin:custody": ("arrested", "released", "sentenced", "suspects"),
        "kin:lost": ("missing", "trapped"),
        "kin:saved": ("rescued", "survived"),
    }.items()
    for name in names
}
_MONEY = re.compile("(?:[A-Z]{3})?")  # a currency, or one that the words do not tell (ريال)
_SINGLED = frozenset(("children", "women", "students"))
_ARMED = frozenset(("fighters", "troops", "police"))
_MOVING = frozenset(("change", "rate"))
_ROUND_SHARE = 5
_HUNDRED = 100  # from here on numbers of one first digit meet: 630 and 629


def is_loose(one: Definition) -> bool:
    """Is it only a noun, of which any article counts another: people at large, sessions, a sum of money?"""
    what = one.what or ""
    if what == "reports":
        return not one.harm
    return what.startswith("~") or is_unnamed(one) or ":of " in what or what in loose_classes()


def stock_of(one: Definition) -> str | None:
    """Return the block of a stock by its group, null for what is of one story."""
    return f"stock|{one.what}|{one.whom.key}" if is_stock(one) and one.whom else None


def find_families(one: Definition) -> tuple[str, ...]:
    """Return the classes under which a figure of a story is found, sorted: each deed of a joint count, what
    is taken for it, harm, and its very number, if it is none that many things have.

    >>> find_families(Definition("a", "d", 50, 50, Hedge.EXACT, what="arrested+killed", joint=True))
    ('=50', 'arrested', 'killed', 'kin:custody')
    """
    what = one.what or ""
    found = {what.split(":")[0] + ":"} if ":" in what else set(what.split("+"))
    if (_HARMS & found and one.who in KINDS - _ARMED) or (what == "reports" and one.harm):
        found.add(HARM)
    if ":" in what and _MONEY.fullmatch(what.split(":")[0]):
        found.add("kin:money")
    if one.unit is None and (value := value_of(one)) is not None and value >= TELLING:
        found.add(f"={value:g}" if value < _HUNDRED else f"={value:.0e}")
    return tuple(sorted(found | {_KIN[name] for name in found if name in _KIN}))


def meet_here(kind: str, family: str, a: Definition, b: Definition) -> bool:
    """Is this the first class that two figures share, so that they meet in its block and nowhere else?"""
    if (stock := stock_of(a)) is not None and stock == stock_of(b):
        return kind == "stock"
    shared = set(find_families(a)) & set(find_families(b))
    return kind != "stock" and bool(shared) and family == min(shared)


def are_laid_together(a: Definition, b: Definition, context: Context) -> bool:
    """Would a reader lay two figures side by side: of several articles, or of two who claim them in one?

    In one story or article whatever is counted alike: it may be taken for the same, and where it is not, that
    is what a reader must know.
    """
    if "reports" in (a.what, b.what) and a.what != b.what:
        return _are_two(a, b, context)
    if (stock := stock_of(a)) is not None and stock == stock_of(b):
        return _may_be_mistaken(a, b) and (a.document != b.document or _are_two(a, b, context))
    if a.document == b.document:
        return _are_tolls_beside(a, b) or (_may_be_mistaken(a, b) and _meet_in_one(a, b, context))
    if share_story(a, b, context) and (_are_counted_alike(a, b) or say_one_number(a, b)):
        return Hedge.ORDER not in (a.hedge, b.hedge)
    return _may_be_mistaken(a, b) and _meet_across(a, b)


def _are_tolls(a: Definition, b: Definition) -> bool:
    """Do two figures tell what befell people, and the same? In a story one may be taken for the other, a part
    for its whole and the children for all."""
    return a.what == b.what and a.who is not None and b.who is not None and not (is_loose(a) or is_loose(b))


def _are_counted_alike(a: Definition, b: Definition) -> bool:
    """Is one class of things or people counted in two reports of a story, or a measure that has a name?

    Sums and shares of what is not told, and people at large, only where their sentences are alike, or where
    the number is one that few others would be.
    """
    if is_unnamed(a) or is_unnamed(b):
        return a.unit == b.unit and (likeness(a, b) >= CLOSE or say_one_sum(a, b))
    named = (a.what or "") not in loose_classes()
    told = is_equal(a, b) and (value_of(a) or 0) >= TELLING
    return a.what == b.what and (named or told or likeness(a, b) >= APART)


def say_one_sum(a: Definition, b: Definition) -> bool:
    """Do two sums or shares in one unit give one number, and none that many things have (50%, متر ونصف)?"""
    value = value_of(a) or 0
    return is_equal(a, b) and value >= TELLING and (a.unit != "%" or value % _ROUND_SHARE != 0)


def _are_tolls_beside(a: Definition, b: Definition) -> bool:
    """Do two tolls of one article stand close together, or is one of them of another time or place?"""
    if not _are_tolls(a, b) or Hedge.ORDER in (a.hedge, b.hedge):
        return False
    elsewhere = a.place is not None and b.place is not None and a.place.key != b.place.key
    return is_within_reach(a, b) or elsewhere or a.as_of != b.as_of


def _meet_in_one(a: Definition, b: Definition, context: Context) -> bool:
    """Do two figures of one article meet: of two who hold them close together, or two that look alike?"""
    if not is_within_reach(a, b):
        return False
    if is_unnamed(a) or is_unnamed(b):
        both = a.what == b.what and are_near(a, b) and _are_two(a, b, context)
        return both and (are_set_against(a, b) or are_in_one_sentence(a, b))
    if _is_like_looking(a, b):
        return a.part_of is None and b.part_of is None
    near = are_of_one_subject(a, b) or (are_near(a, b) and not (is_loose(a) or is_loose(b)))
    return near and _are_two(a, b, context) and (a.what == b.what or a.joint or b.joint)


def _is_like_looking(a: Definition, b: Definition) -> bool:
    """Is the one new cases and the other all, or the one several deeds and the other one of them?"""
    if a.unit is not None or is_loose(a):
        return False
    if a.what == b.what:
        return bool(_MOVING & {a.scope, b.scope}) and a.scope != b.scope
    return a.joint != b.joint


def _meet_across(a: Definition, b: Definition) -> bool:
    """Do two figures of several articles meet: what opens them, or what is told in like words?"""
    alike, both = likeness(a, b), a.lead and b.lead
    if a.what != b.what and not (a.joint or b.joint):
        return alike >= (SURE if a.unit else CLOSE) or (both and a.unit is None)
    if is_loose(a) or _MOVING & {a.scope, b.scope}:
        named = (a.what or "") in loose_classes() and are_near(a, b)
        return alike >= (SURE if a.unit else CLOSE) or (both and (named or is_equal(a, b)))
    return a.lead or b.lead or alike >= APART


def _may_be_mistaken(a: Definition, b: Definition) -> bool:
    """Could a reader take two numbers for the same: no part for its whole (تسعة منهم في العناية), no children
    for all, and no عشرات for a number?"""
    if Hedge.ORDER in (a.hedge, b.hedge) and not (is_stock(a) and is_stock(b)):
        return False
    armed = {a.who, b.who} <= _ARMED and a.whom is not None and b.whom is not None
    if armed and a.whom != b.whom:
        return False
    if a.who == b.who:
        return all(one.part_of is None or one.who in KINDS for one in (a, b))
    return a.part_of is None and b.part_of is None and not {a.who, b.who} & _SINGLED


def _are_two(a: Definition, b: Definition, context: Context) -> bool:
    """Are two figures held by two who are named, or in one article by two who are not one?"""
    if a.document == b.document:
        one_alone = (a.holder is None) != (b.holder is None)
        return compare_holders(a, b, context) == "differs" or (one_alone and are_set_against(a, b))
    one, other = origin_of(a, context), origin_of(b, context)
    return one.key != other.key and {one.kind, other.kind} <= {"body", "holder"}
