"""Whether a dot before three digits groups thousands: 12.500 people are twelve thousand five hundred."""

from __future__ import annotations

import re

from rawi.annotations.sites import Site
from rawi.annotations.units import Unit
from rawi.annotations.vocabulary import load_vocabulary
from rawi.model.value import Amount

_GROUPED = re.compile(r"[1-9]\d{0,2}\.\d{3}")
#: Money of a hundred parts: a price of it has two digits behind the point, never three.
_HUNDREDTHS = frozenset(("USD", "EUR", "GBP", "SAR"))
#: Money of a thousand parts (ISO 4217): 2.500 دينار may well be two and a half.
_THOUSANDTHS = frozenset(("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"))
#: Below this a rate of exchange is likelier: 3.750 ريال للدولار.
_LEAST = 5


def regroup(
    site: Site, unit: Unit | None, counts: bool, words: list[str], bounds: tuple[Amount | None, Amount | None]
) -> tuple[Amount | None, Amount | None]:
    """Return the bounds of a number in digits, a thousand times as great where its dot groups.

    ``counts``: a noun is counted, and people do not come in fractions.
    """
    low, high = bounds
    if site.last - site.first == 1:
        token = words[site.first]
        return (low, high) if not _is_grouped(token, unit, counts, words) else (_whole(low), _whole(high))
    if site.other is not None and site.last - site.first == _RANGE:
        tokens = words[site.first], words[site.last - 1]
        if all(_is_grouped(token, unit, counts, words) for token in tokens):
            return _whole(low), _whole(high)
    return low, high


_RANGE = 3


def _whole(value: Amount | None) -> Amount | None:
    """Return a number whose dot grouped."""
    return None if value is None else round(value * 1000)


def _is_grouped(token: str, unit: Unit | None, counts: bool, words: list[str]) -> bool:
    """Does the dot of a token group thousands before a unit, or before a noun that is counted?"""
    if not _GROUPED.fullmatch(token):
        return False
    if unit is None or counts:
        return counts
    part = token[-3:]
    if unit.kind == "money":
        codes = _codes(unit, words)
        if codes & _THOUSANDTHS and not codes & _HUNDREDTHS:
            return False
        sure = part.endswith("00") and int(token.partition(".")[0]) >= _LEAST
        return part == "000" or bool(codes & _HUNDREDTHS and sure)
    return unit.code == "m2" or (part == "000" and unit.kind == "measure")


def _codes(unit: Unit, words: list[str]) -> frozenset[str]:
    """Return the codes that some money can have."""
    entry = load_vocabulary().entries.get(words[unit.first])
    if unit.code is not None or entry is None:
        return frozenset((unit.code or "",))
    return frozenset(entry.by.values())
