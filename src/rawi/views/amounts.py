"""Numbers as they are shown: Western digits, thousands by commas, the hedge said."""

from __future__ import annotations

from rawi.model.claim import Figure
from rawi.model.value import Amount
from rawi.views.labels import Language, label


def render_number(number: Amount | None) -> str:
    """Return a number in Western digits; nothing for none.

    >>> render_number(40000), render_number(2.5), render_number(3e6)
    ('40,000', '2.5', '3,000,000')
    """
    if number is None:
        return ""
    if isinstance(number, float) and not number.is_integer():
        return f"{number:,.6f}".rstrip("0").rstrip(".")
    return f"{int(number):,}"


def render_amount(figure: Figure, language: Language = "en") -> str:
    """Return a figure's value with its hedge and unit.

    Low and high that differ are a range, whatever the hedge.
    """
    low, high = render_number(figure.low), render_number(figure.high)
    if not (low or high):
        return label("unknown_amount", language)
    hedge = figure.hedge.value
    if low and high and low != high:
        hedge = "between"
    pattern = "{low}" if hedge == "exact" else label(hedge, language)
    shown = pattern.format(low=low or high, high=high or low)
    return f"{shown} {figure.unit}" if figure.unit else shown
