"""Numbers as they are shown: Western digits, thousands by commas, the hedge said."""

from __future__ import annotations

from rawi.model.claim import Figure
from rawi.model.value import Amount, Hedge
from rawi.views.labels import Language, label, load_labels
from rawi.views.units import join_unit, name_unit


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
    return render_range(figure.low, figure.high, figure.hedge, language, figure.unit)


def render_range(
    least: Amount | None,
    most: Amount | None,
    bound: Hedge,
    language: Language = "en",
    unit: str | None = None,
) -> str:
    """Return a number with its hedge, and the name of its unit right behind it.

    >>> render_range(7, 7, Hedge.EXACT), render_range(7, None, Hedge.AT_LEAST)
    ('7', '≥ 7')
    >>> render_range(12, None, Hedge.AT_LEAST, "ar", "a"), render_range(3, 5, Hedge.BETWEEN, "ar", "d")
    ('12 سنة على الأقل', 'من 3 إلى 5 أيام')
    >>> render_range(1000, None, Hedge.ORDER, "ar"), render_range(1000000, None, Hedge.ORDER, "en", "USD")
    ('آلاف (بلا عدد محدد)', 'millions of US dollars (no exact number)')
    """
    low, high = render_number(least), render_number(most)
    if not (low or high):
        return label("unknown_amount", language)
    if bound == Hedge.ORDER and (named := name_order(least, language)):
        unit_name = name_unit(unit, language)
        name = "order_of" if unit_name else "order_named"
        return label(name, language).format(named, unit_name)
    hedge = bound.value
    if low and high and low != high:
        hedge = "between"
    pattern = "{low}" if hedge == "exact" else label(hedge, language)
    told = join_unit(high or low, unit, language, least if most is None else most)
    return pattern.format(low=low if hedge == "between" else told, high=told)


def name_order(number: Amount | None, language: Language) -> str | None:
    """Return the word of a bare «آلاف»; null for a number that no such word stands for.

    >>> name_order(1000, "ar"), name_order(20000, "ar")
    ('آلاف', None)
    """
    name = f"order.{int(number)}" if number is not None and number == int(number) else ""
    return label(name, language) if name in load_labels() else None


_SCALES = ((1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "k"))


def render_round(number: float, language: Language = "en") -> str:
    """Return a round number for an axis: short in English; in Arabic, where no letter stands for a thousand,
    in full.

    >>> render_round(40000.0), render_round(2.5e6), render_round(40000.0, "ar"), render_round(0.5)
    ('40k', '2.5M', '40,000', '0.5')
    """
    if language == "en" and number.is_integer():
        for size, letter in _SCALES:
            if abs(number) >= size and (number / size * 100).is_integer():
                return f"{number / size:g}{letter}"
    return render_number(number)
