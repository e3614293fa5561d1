"""When two values of ``rawi parse`` are the same: numbers, quantities, dates, clock times, durations.

A comparison raises ValueError, TypeError, ArithmeticError or AttributeError on an answer that is no value at
all.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from rawi.evaluation.terms import load_terms

Value = Mapping[str, Any]

# Multiples of one measure, so that 5 km and 5000 m agree. Factors: the SI Brochure, 9th edition (BIPM 2019).
MULTIPLES = {
    "g": ("kg", Decimal("0.001")),
    "mg": ("kg", Decimal("0.000001")),
    "t": ("kg", Decimal(1000)),
    "km": ("m", Decimal(1000)),
    "cm": ("m", Decimal("0.01")),
    "mm": ("m", Decimal("0.001")),
    "km2": ("m2", Decimal(1_000_000)),
    "ha": ("m2", Decimal(10_000)),
    "mL": ("L", Decimal("0.001")),
    "hL": ("L", Decimal(100)),
}
DURATION = re.compile(
    r"P(?:(?P<years>[\d.]+)Y)?(?:(?P<months>[\d.]+)M)?(?:(?P<weeks>[\d.]+)W)?(?:(?P<days>[\d.]+)D)?"
    r"(?:T(?:(?P<hours>[\d.]+)H)?(?:(?P<minutes>[\d.]+)M)?(?:(?P<seconds>[\d.]+)S)?)?"
)
TOLERANCE = 1e-6
GRAIN = {"hour": 13, "minute": 16}  # characters of an EDTF moment that the grain leaves; a second leaves 19
SECOND = 19


def parse_duration(iso: str) -> tuple[float, float]:
    """Return the months and the seconds of an ISO 8601 duration; ValueError if it is none.

    >>> parse_duration("P1Y2MT30S")
    (14.0, 30.0)
    """
    match = DURATION.fullmatch(iso)
    if match is None:
        raise ValueError(f"no ISO 8601 duration: {iso!r}")
    part = {name: float(amount or 0) for name, amount in match.groupdict().items()}
    hours = (part["weeks"] * 7 + part["days"]) * 24 + part["hours"]
    return part["years"] * 12 + part["months"], (hours * 60 + part["minutes"]) * 60 + part["seconds"]


def _near(one: float | Decimal, other: float | Decimal) -> bool:
    a, b = float(one), float(other)
    return abs(a - b) <= TOLERANCE * max(1e-9, abs(a), abs(b))


def same_value(want: Value, got: Value) -> bool:
    """Return whether an answer is the wanted value; further keys of the answer do not count.

    >>> same_value({"n": "5", "unit": "km"}, {"n": "5000", "unit": "m"})
    True
    >>> same_value({"edtf": "2016-11-08"}, {"edtf": "2016-11-09"})
    False
    """
    if "iso" in want:
        return bool(got.get("iso")) and _same_duration(want["iso"], got["iso"])
    if "time" in want:
        return _clock(got.get("time") or "") == _clock(want["time"])
    if "edtf" in want or "hijri" in want:
        return _same_hijri(want, got) or _same_edtf(want, got)
    return _same_amount(want, got)


def _same_duration(want: str, got: str) -> bool:
    pairs = zip(parse_duration(want), parse_duration(got), strict=True)
    return all(_near(a, b) for a, b in pairs)


def _clock(time: str) -> str:
    """A clock time without the seconds that are zero: ``T15:30:00`` as ``T15:30``, ``T15:00`` as ``T15``."""
    return time.removesuffix(":00").ljust(6, "0")[:9]


def _same_hijri(want: Value, got: Value) -> bool:
    """Whether the Hijri days agree; it settles the matter only where one side gives no Gregorian day."""
    both_gregorian = want.get("edtf") and got.get("edtf")
    return bool(want.get("hijri")) and got.get("hijri") == want["hijri"] and not both_gregorian


def _same_edtf(want: Value, got: Value) -> bool:
    if not got.get("edtf") or not want.get("edtf"):
        return False
    length = GRAIN.get(want.get("grain", ""), SECOND)
    right = [want["edtf"], *want.get("also", ())]
    return _cut(got["edtf"], length) in [_cut(edtf, length) for edtf in right if edtf]


def _cut(edtf: str, length: int) -> str:
    return "/".join(moment[:length] for moment in edtf.split("/"))


def _same_amount(want: Value, got: Value) -> bool:
    wanted_unit, wanted_factor = _measure(want)
    unit, factor = _measure(got)
    if wanted_unit != unit:
        return False
    bounds = all(_same_bound(want.get(k), wanted_factor, got.get(k), factor) for k in ("n", "min", "max"))
    return bounds and all(bool(want.get(k)) == bool(got.get(k)) for k in ("min_open", "max_open"))


def _measure(value: Value) -> tuple[str | None, Decimal]:
    unit = value.get("unit")
    return MULTIPLES.get(unit, (unit, Decimal(1))) if unit else (unit, Decimal(1))


def _same_bound(want: str | None, wanted_factor: Decimal, got: object, factor: Decimal) -> bool:
    if want is None or got is None:
        return want is got
    return _near(Decimal(want) * wanted_factor, Decimal(str(got)) * factor)


def same_mention(text: str, want: Value, got: Value) -> bool:
    """Return whether both stand at one place: equal ends, starts apart by ``في``, ``يوم`` and the like."""
    if got.get("end") != want.get("end") or not isinstance(got.get("start"), int):
        return False
    first, last = sorted((want["start"], got["start"]))
    return set(text[first:last].split()) <= load_terms("leading")
