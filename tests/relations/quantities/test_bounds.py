"""What a hedged number allows."""

from __future__ import annotations

import pytest

from rawi.model.definition import Definition
from rawi.model.value import Hedge
from rawi.relations.quantities.bounds import compare_bounds, is_equal, may_be_rounded


def number(low: float | None, high: float | None, hedge: Hedge) -> Definition:
    """Return a definition of nothing but a number."""
    return Definition("a", "d", low, high, hedge)


def exact(value: float) -> Definition:
    """Return an exact number."""
    return number(value, value, Hedge.EXACT)


def more(value: float) -> Definition:
    """Return a number of which there are more."""
    return number(value, None, Hedge.MORE_THAN)


@pytest.mark.parametrize(
    ("a", "b", "outcome"),
    [
        (more(10), exact(12), "same"),
        (exact(11), exact(12), "differs"),
        (exact(6000), exact(6200), "same"),
        (number(50, 50, Hedge.ABOUT), exact(54), "same"),
        (number(19.86, 19.86, Hedge.ABOUT), exact(17), "differs"),
        (number(None, 3000, Hedge.LESS_THAN), exact(40000), "differs"),
        (number(1500, 2000, Hedge.BETWEEN), exact(3500), "differs"),
        (number(None, None, Hedge.EXACT), exact(1), "unknown"),
    ],
)
def test_whether_two_numbers_allow_one_value(a: Definition, b: Definition, outcome: str) -> None:
    """Bounds meet or not, in either order."""
    assert compare_bounds(a, b) == compare_bounds(b, a) == outcome


def test_rounding_is_no_change() -> None:
    """أكثر من 10 may round 12; 12 at least says nothing of 17."""
    assert may_be_rounded(more(10), exact(12))
    assert not may_be_rounded(number(12, None, Hedge.AT_LEAST), exact(17))


def test_a_hedge_leaves_the_number_equal() -> None:
    """12 على الأقل and 12 are one number, 12 and 13 are not."""
    assert is_equal(number(12, None, Hedge.AT_LEAST), exact(12))
    assert not is_equal(exact(12), exact(13))
