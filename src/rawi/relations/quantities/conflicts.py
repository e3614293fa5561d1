"""Comparisons of figures that a reader would lay side by side: which pairs, and how many at most.

Figures meet in the block of a stock (fighters of one group, in any story) or of a story, by what befell
people. Of those that say the same one stands for all: the others are compared with it alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from rawi.model.definition import Definition
from rawi.model.relation import Comparison
from rawi.model.value import Hedge
from rawi.relations.layer import Blocks, Context
from rawi.relations.quantities.bounds import value_of
from rawi.relations.quantities.lexemes import loose_classes
from rawi.relations.quantities.moments import told_on
from rawi.relations.quantities.origins import Origin, origin_of
from rawi.relations.quantities.series import KINDS, VERSION, is_stock, read_definitions
from rawi.relations.quantities.subjects import drop_lists, may_be_of_one_subject
from rawi.relations.quantities.verdicts import compare

_HARM = "harm"
_HARMS = frozenset(("killed", "injured"))
_SMALL, _NEIGHBOURS = 14, 5


def find_blocks(one: Definition, context: Context) -> Iterator[str]:
    """Yield the blocks in which a figure is compared, none for one that cannot be or is denied."""
    if one.what is None or one.denied or value_of(one) is None or one.scope in ("change", "rate"):
        return
    if _is_loose(one):
        return
    if stock := _stock(one):
        yield stock
    base = context.stories.get(one.document) or one.document
    yield from (f"story|{family}|{base}" for family in _families(one))


def _is_loose(one: Definition) -> bool:
    """Is it only a noun, of which any article counts another: people at large, sessions, goals?"""
    what = one.what or ""
    if what == "reports":
        return not one.harm
    return what.startswith("~") or ":of " in what or (what in loose_classes() and one.deed is None)


def _stock(one: Definition) -> str | None:
    """Return the block of a stock, null for what befell people in a happening."""
    return f"stock|{one.what}|{one.whom.key}" if is_stock(one) and one.whom else None


def _families(one: Definition) -> tuple[str, ...]:
    """Return the classes under which a figure of a story is found, sorted: each deed of a joint count."""
    what = one.what or ""
    if (one.scope in ("toll", "since") and one.who is not None) or "+" in what:
        found = set(what.split("+"))
        if _HARMS & found and one.who in ("civilians", "children", "women"):
            found.add(_HARM)
        return tuple(sorted(found))
    return tuple(sorted((what, _HARM))) if what == "reports" and one.harm else (what,)


def build_comparisons(block: str, items: Sequence[Definition], context: Context) -> Iterator[Comparison]:
    """Yield the comparisons of a block; a pair that meets in several is made in the first of them alone."""
    kind, family, _ = block.split("|", 2)
    leaders: dict[tuple[object, ...], tuple[Definition, Origin]] = {}
    items = drop_lists(items, 1) if ":" in family else items
    for one in sorted(items, key=_order):
        origin = origin_of(one, context)
        leader = _leader(one, origin, leaders, context)
        if leader is None:
            leaders[_said(one, origin)] = one, origin
        elif leader.document != one.document and _is_asked(kind, family, leader, one, context):
            yield compare(leader, one, context)
    chosen = [one for one, _ in leaders.values()]
    for a, b in _pairs(chosen):
        if _is_asked(kind, family, a, b, context):
            yield compare(a, b, context)


def _order(one: Definition) -> tuple[object, ...]:
    """Return by what the figures of a block are sorted: by time, those that somebody holds first."""
    days = told_on(one)
    return days is None, days or (), one.holder is None, one.lead, one.id


def _said(one: Definition, origin: Origin) -> tuple[object, ...]:
    """Return what makes two figures say the same: value, holder, and what is counted."""
    whom = one.whom.key if one.whom else None
    scope = (one.scope, one.part_of is not None, one.place.key if one.place and one.place.own else None)
    return one.what, one.who, whom, one.deed, one.unit, value_of(one), origin.key, *scope


def _leader(
    one: Definition,
    origin: Origin,
    leaders: dict[tuple[object, ...], tuple[Definition, Origin]],
    context: Context,
) -> Definition | None:
    """Return the figure that stands for one that says the same; in one article, for its headline too."""
    exact = leaders.get(_said(one, origin))
    if exact is not None:
        return exact[0]
    for other, _ in leaders.values():
        if other.document == one.document and _repeats(one, other):
            return other
    return None


def _repeats(one: Definition, other: Definition) -> bool:
    """Does an article say a number again that it has given somebody, in its own voice?"""
    counts = (one.what, value_of(one), one.unit) == (other.what, value_of(other), other.unit)
    return counts and (one.holder is None or other.holder is None)


def _pairs(chosen: Sequence[Definition]) -> Iterator[tuple[Definition, Definition]]:
    """Yield the pairs of a block: all of a small one, of a large one those next to each other in time."""
    if len(chosen) <= _SMALL:
        yield from combinations(chosen, 2)
        return
    for at, one in enumerate(chosen):
        yield from ((one, other) for other in chosen[at + 1 : at + 1 + _NEIGHBOURS])


def _is_asked(kind: str, family: str, a: Definition, b: Definition, context: Context) -> bool:
    """Are two figures to be compared, and in this block?"""
    return _is_here(kind, family, a, b) and _are_laid_together(family, a, b, context)


def _is_here(kind: str, family: str, a: Definition, b: Definition) -> bool:
    """Is this the first block in which two figures meet?"""
    if (stock := _stock(a)) is not None and stock == _stock(b):
        return kind == "stock"
    shared = set(_families(a)) & set(_families(b))
    return bool(shared) and family == min(shared)


def _are_laid_together(family: str, a: Definition, b: Definition, context: Context) -> bool:
    """Would a reader lay two figures side by side: of several articles, or of two who claim them in one?"""
    if family == _HARM and a.what != b.what:
        return "reports" in (a.what, b.what) and _are_two(a, b, context)
    if not _may_be_mistaken(a, b):
        return False
    if a.document == b.document and not _are_two(a, b, context):
        return False
    if _stock(a) is not None and _stock(a) == _stock(b):
        return True
    return may_be_of_one_subject(a, b)


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


_SINGLED = frozenset(("children", "women", "students"))
_ARMED = frozenset(("fighters", "troops", "police"))


def _are_two(a: Definition, b: Definition, context: Context) -> bool:
    """Are two figures held by two who are named?"""
    one, other = origin_of(a, context), origin_of(b, context)
    return one.key != other.key and {one.kind, other.kind} <= {"body", "holder"}


CONFLICTS = Blocks("conflicts", VERSION, Definition, read_definitions, find_blocks, build_comparisons)
