"""What a token of digits and separators is worth: 1,200 and 6.671.878 and 22,45 in folded text."""

from __future__ import annotations

import re

from rawi.model.value import Amount

_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?")
_POINT = re.compile(r"\d+[.,]\d+")


def parse_digits(token: str) -> Amount | None:
    """Return the value of a folded token of digits; None if it is no number (a dotted date, a version).

    A comma before exactly three digits groups thousands unless a zero stands before it; one dot is a
    decimal point; several dots or commas at distances of three group thousands, as some newsrooms write
    them.

    >>> [parse_digits(token) for token in ("12", "1,200", "6.671.878", "22,45", "0,125", "20.8.2015")]
    [12, 1200, 6671878, 22.45, 0.125, None]
    """
    if token.isdecimal():
        return int(token) if len(token) < 400 else None
    if _GROUPED.fullmatch(token) and token[0] != "0":
        return _grouped(token)
    if _POINT.fullmatch(token):
        return _plain(float(token.replace(",", ".")))
    return None


def _grouped(token: str) -> Amount:
    """Drop the separators that group, keep the last of another kind as the decimal point."""
    grouping, point = (",", ".") if "," in token[:4] else (".", ",")
    whole = token.replace(grouping, "")
    return float(whole.replace(point, ".")) if point in whole else int(whole)


def _plain(value: float) -> Amount:
    """Return whole numbers as int."""
    return int(value) if value.is_integer() and abs(value) < 1e15 else value
