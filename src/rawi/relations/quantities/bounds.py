"""What a hedged number allows, and whether two of them can be one count."""

from __future__ import annotations

import math
from typing import NamedTuple

from rawi.model.definition import Definition
from rawi.model.relation import Outcome
from rawi.model.value import Amount, Hedge

_ABOUT = 0.15
_ORDER = 20  # عشرات: up to so many times the scale
_THOUSAND, _MILLION = 1000, 1_000_000


class Bounds(NamedTuple):
    """The least and the most that a number allows."""

    low: float
    high: float


def bounds_of(low: Amount | None, high: Amount | None, hedge: Hedge) -> Bounds | None:
    """Return what a number allows with its hedge; null for no number at all.

    A round exact number in thousands may be rounded to them.

    >>> bounds_of(10, None, Hedge.MORE_THAN), bounds_of(6000, 6000, Hedge.EXACT)
    (Bounds(low=10, high=inf), Bounds(low=5500.0, high=6500.0))
    """
    if low is None and high is None:
        return None
    if low is None or high is None:
        return _open(low, high, hedge)
    slack = _slack(low) if hedge is Hedge.EXACT else 0.0
    if hedge is Hedge.ABOUT:
        return Bounds(low - _nearness(low), high + _nearness(high))
    return Bounds(low - slack, high + slack)


def _nearness(value: Amount) -> float:
    """Return how far about a number is: a share of it, of one with a fraction two steps of its last digit.

    >>> round(_nearness(200), 3), round(_nearness(19.86), 3)
    (30.0, 0.02)
    """
    share = abs(value) * _ABOUT
    _, _, digits = f"{value:.6f}".rstrip("0").partition(".")
    return min(share, 2 * 10.0 ** -len(digits)) if digits else share


def _open(low: Amount | None, high: Amount | None, hedge: Hedge) -> Bounds:
    """Return the bounds of a number with one end: more than, less than, thousands."""
    if low is None:
        return Bounds(-math.inf, high if high is not None else math.inf)
    return Bounds(low, low * _ORDER if hedge is Hedge.ORDER else math.inf)


def _slack(value: Amount) -> float:
    """Return half the step to which a round number may have been rounded."""
    if value >= _MILLION and value % (_MILLION // 10) == 0:
        return _MILLION / 20
    return _THOUSAND / 2 if value >= _THOUSAND and value % _THOUSAND == 0 else 0.0


def compare_bounds(a: Definition, b: Definition) -> Outcome:
    """Return whether two figures allow one value: ``same`` if they do."""
    one, other = (bounds_of(x.low, x.high, x.hedge) for x in (a, b))
    if one is None or other is None:
        return "unknown"
    return "same" if one.low <= other.high and other.low <= one.high else "differs"


def is_equal(a: Definition, b: Definition) -> bool:
    """Are two figures one number, whatever the hedge: 12 على الأقل and 12?"""
    return value_of(a) is not None and value_of(a) == value_of(b) and _tops(a) & _tops(b) != set()


def _tops(one: Definition) -> set[Amount | None]:
    """Return the upper ends that a figure may be written with: none of a bound."""
    return {one.high, one.low} if one.high is None or one.low is None else {one.high}


def value_of(one: Definition) -> Amount | None:
    """Return the number that is written; of a range the lower one."""
    return one.low if one.low is not None else one.high


def may_be_rounded(a: Definition, b: Definition) -> bool:
    """Is the one a bound or estimate to which the other was rounded: أكثر من 10 and 12, not 12 على الأقل and
    17?"""
    return _rounds(a, b) or _rounds(b, a)


def _rounds(loose: Definition, tight: Definition) -> bool:
    """Is a hedged number the round one below, about, or above another?"""
    base, value = value_of(loose), value_of(tight)
    if base is None or value is None or not base or loose.hedge is Hedge.EXACT:
        return False
    if loose.hedge in (Hedge.ABOUT, Hedge.BETWEEN, Hedge.ORDER):
        allowed = bounds_of(loose.low, loose.high, loose.hedge)
        return allowed is not None and allowed.low <= value <= allowed.high
    step = _step(base)
    if loose.hedge in (Hedge.MORE_THAN, Hedge.AT_LEAST):
        return base <= value < base + step
    return base - step < value <= base


def _step(value: Amount) -> float:
    """Return the place value of the last digit that is not zero: 10 of 30, 1 of 12, 1000 of 25,000."""
    whole, step = abs(round(value)), 1
    while whole and whole % (step * 10) == 0:
        step *= 10
    return step
