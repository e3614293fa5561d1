"""What a token of digits and separators is worth: 1,200 and 6.671.878 and 22,45 in folded text."""

from __future__ import annotations

import re

from rawi.model.value import Amount

_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?")
_POINT = re.compile(r"\d+[.,]\d+")
LONGEST = 300
"""The most digits before the point that a number may have: what is longer counts nothing, and a float, with
which some values are reckoned, ends at 308 (IEEE 754)."""


def parse_digits(token: str) -> Amount | None:
    """Return the value of a folded token of digits; None if it is no number (a dotted date, a version).

    A comma before exactly three digits groups thousands unless a zero stands before it; one dot is a
    decimal point; several dots or commas at distances of three group thousands, as some newsrooms write
    them. Nor is one that has more than ``LONGEST`` digits before its point.

    >>> [parse_digits(token) for token in ("12", "1,200", "6.671.878", "22,45", "0,125", "20.8.2015")]
    [12, 1200, 6671878, 22.45, 0.125, None]
    """
    if token.isdecimal():
        return build_decimal(token)
    if _GROUPED.fullmatch(token) and token[0] != "0":
        return build_decimal(*_grouped(token))
    if _POINT.fullmatch(token):
        return build_decimal(*token.replace(",", ".").split("."))
    return None


def build_decimal(whole: str, after: str = "") -> Amount | None:
    """Return the value of the digits before and after a decimal point; None if those before are too many.

    >>> build_decimal("7", "05")
    7.05
    """
    if len(whole) > LONGEST:
        return None
    return _plain(float(f"{whole}.{after}")) if after else int(whole)


def _grouped(token: str) -> list[str]:
    """Drop the separators that group, and cut at the last of another kind, the decimal point, if any."""
    grouping, point = (",", ".") if "," in token[:4] else (".", ",")
    return token.replace(grouping, "").split(point)


def _plain(value: float) -> Amount:
    """Return whole numbers as int."""
    return int(value) if value.is_integer() and abs(value) < 1e15 else value
