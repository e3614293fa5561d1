"""Comparisons of figures that a reader would lay side by side: which pairs, and how many at most.

Figures meet in the block of a stock (fighters of one group, in any story) or of a story, by what befell
people. Of those that say the same one stands for all: the others are compared with it alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import combinations

from rawi.model.definition import Definition
from rawi.model.relation import Comparison
from rawi.model.value import Amount
from rawi.relations.layer import Blocks, Context
from rawi.relations.quantities.bounds import value_of
from rawi.relations.quantities.moments import told_on
from rawi.relations.quantities.origins import Origin, origin_of
from rawi.relations.quantities.rivals import settle_rivals
from rawi.relations.quantities.series import VERSION, read_definitions
from rawi.relations.quantities.sides import (
    are_laid_together,
    find_families,
    is_loose,
    meet_here,
    stock_of,
)
from rawi.relations.quantities.subjects import drop_lists
from rawi.relations.quantities.verdicts import compare

_WEATHER = frozenset(("deg", "Cel", "[degF]", "km/h", "m/s", "[kn_i]"))
_MOST = 2  # numbers of one voice in one article that can be of one thing
_FEW, _SMALL, _NEIGHBOURS = 18, 24, 5


def find_blocks(one: Definition, context: Context) -> Iterator[str]:
    """Yield the blocks in which a figure is compared, none for one that cannot be or is denied."""
    if one.what is None or one.denied or value_of(one) is None or _is_weather(one):
        return
    if stock := stock_of(one):
        yield stock
    base = context.stories.get(one.document) or one.document
    yield from (f"story|{family}|{base}" for family in find_families(one))


def _is_weather(one: Definition) -> bool:
    """Is it a temperature or the speed of a wind, of which every day and place has its own?"""
    return one.unit in _WEATHER and one.what != "magnitude"


def build_comparisons(block: str, items: Sequence[Definition], context: Context) -> Iterator[Comparison]:
    """Yield the comparisons of a block; a pair that meets in several is made in the first of them alone."""
    found = [(a, b, compare(a, b, context)) for a, b in _find_pairs(block, items, context)]
    yield from settle_rivals(found, context)


def _find_pairs(
    block: str, items: Sequence[Definition], context: Context
) -> Iterator[tuple[Definition, Definition]]:
    """Yield the pairs of a block that are compared in it."""
    kind, family, _ = block.split("|", 2)
    leaders: dict[tuple[object, ...], tuple[Definition, Origin]] = {}
    few = len(items) <= _FEW
    items = drop_lists(items, _MOST) if ":" in family or all(map(is_loose, items)) else items
    for one in sorted(items, key=_order):
        origin = origin_of(one, context)
        leader = _leader(one, origin, leaders, few=few)
        if leader is None:
            leaders[_said(one, origin, few=few)] = one, origin
        elif leader.document != one.document and _is_asked(kind, family, leader, one, context):
            yield leader, one
    said = {(one.document, value_of(one)) for one in items}
    for a, b in _pairs([one for one, _ in leaders.values()]):
        if _is_asked(kind, family, a, b, context) and not _has_its_own(a, b, said):
            yield a, b


def _has_its_own(a: Definition, b: Definition, said: Set[tuple[str, Amount | None]]) -> bool:
    """Does one of two articles that say like sentences say the number of the other too, so that a loose one
    of the other sentence is laid beside that alone? Does the earlier one give the number of the later, so
    that nothing became of its other number?"""
    if a.document == b.document or value_of(a) == value_of(b):
        return False
    earlier, later = sorted((a, b), key=_order)
    if earlier.holder == later.holder and (earlier.document, value_of(later)) in said:
        return True
    return (is_loose(a) or is_loose(b)) and (later.document, value_of(earlier)) in said


def _order(one: Definition) -> tuple[object, ...]:
    """Return by what the figures of a block are sorted: by time, those that somebody holds first."""
    days = told_on(one)
    return days is None, days or (), one.holder is None, one.lead, one.id


def _said(one: Definition, origin: Origin, *, few: bool) -> tuple[object, ...]:
    """Return what makes two figures say the same: value, holder, and what is counted."""
    whom = one.whom.key if one.whom else None
    scope = (one.scope, one.part_of is not None, one.place.key if one.place and one.place.own else None)
    return (
        one.what,
        one.who,
        whom,
        one.deed,
        one.unit,
        value_of(one),
        origin.key,
        *scope,
        few and one.document,
    )


def _leader(
    one: Definition,
    origin: Origin,
    leaders: dict[tuple[object, ...], tuple[Definition, Origin]],
    *,
    few: bool,
) -> Definition | None:
    """Return the figure that stands for one that says the same; in one article, for its headline too.

    Where there are ``few``, each article keeps its own.
    """
    exact = leaders.get(_said(one, origin, few=few))
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
    return meet_here(kind, family, a, b) and are_laid_together(a, b, context)


CONFLICTS = Blocks("conflicts", VERSION, Definition, read_definitions, find_blocks, build_comparisons)
