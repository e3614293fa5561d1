"""What money is worth in dollars, where an article says so beside it: it tells whose the money is.

``230 مليون ليرة (86 مليون دولار)`` cannot be Lebanese or Syrian, whatever the text names most.
"""

from __future__ import annotations

from functools import cache

from rawi.annotations.vocabulary import codes_of, tape_of
from rawi.lexicons.loader import load_table
from rawi.model.annotation import Annotation
from rawi.model.lexeme import Lexeme
from rawi.model.value import Amount, Quantity
from rawi.text.text import Text

_NEAR = 3


@cache
def _rates() -> dict[str, tuple[float, float]]:
    """Return the least and the most that a dollar was worth in some money, by its code."""
    return {row["code"]: (float(row["least"]), float(row["most"])) for row in load_table("exchange.tsv")}


def find_owners(money: Lexeme, found: Annotation, beside: list[Annotation], text: Text) -> frozenset[str]:
    """Return the countries whose money fits the dollars that stand beside it in brackets; all if none stand
    there.

    ``beside`` holds the quantities before and after ``found``.
    """
    amount = _amount(found.value)
    for other in beside:
        dollars = _amount(other.value)
        if other.value.unit != "USD" or not dollars or not amount or not _in_brackets(found, other, text):
            continue
        fitting = [country for country, code in money.by.items() if _fits(code, amount / dollars)]
        if fitting:
            return frozenset(fitting)
    return frozenset(money.by)


def _fits(code: str, rate: float) -> bool:
    """Could a dollar have been worth so much; of money without known rates nobody knows, so it could not."""
    least, most = _rates().get(code, (0.0, 0.0))
    return least <= rate <= most


def _amount(quantity: Quantity) -> Amount | None:
    """Return the one number of a quantity, or its only bound; None of a range."""
    low, high = quantity.low, quantity.high
    return low if low == high or high is None else high if low is None else None


def _in_brackets(one: Annotation, other: Annotation, text: Text) -> bool:
    """Does a bracket or a quotation mark open between two quantities, and nothing else of weight?"""
    first, last = (one.last, other.first) if one.first < other.first else (other.last, one.first)
    gap = tape_of(text)[first:last]
    opened = not codes_of("{opening|quote}").isdisjoint(gap) and codes_of("{closing}").isdisjoint(gap)
    return opened and len(gap) <= _NEAR
