"""What a value may look like, by docs/guide/values.md and the standards that it names: EDTF, ISO 8601, plain
decimals. Written down here anew, so that the reader is not its own judge."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?")
DURATION = re.compile(
    r"P(?=.)(?:[\d.]+Y)?(?:[\d.]+M)?(?:[\d.]+W)?(?:[\d.]+D)?(?:T(?=.)(?:[\d.]+H)?(?:[\d.]+M)?(?:[\d.]+S)?)?"
)
TIME = re.compile(r"T(?:[01]\d|2[0-3])(?::[0-5]\d){1,2}")
# A year has four digits, of which the last may be open; one of more is written with a Y (EDTF, level 1).
DATE = re.compile(
    r"(?P<year>-?\d{4}|\d{3}X|\d\dXX|XXXX|Y-?\d{5,})(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?(?P<time>T.+)?"
)
HIJRI = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|30))?)?")


def is_date(written: str) -> bool:
    """Is it a year, a month, season or quarter, a day or a moment that there is?

    >>> [is_date(one) for one in ("2024-02-29", "2023-02-29", "XXXX-02-30", "2023-35", "10000", "Y10000")]
    [True, False, False, True, False, True]
    """
    match = DATE.fullmatch(written)
    if match is None or (match["time"] and not (match["day"] and TIME.fullmatch(match["time"]))):
        return False
    month, day = match["month"], match["day"]
    if month in (None, "XX"):
        return day in (None, "XX") and match["year"] != "0000"
    if day is None:
        return 1 <= int(month) <= 12 or 21 <= int(month) <= 41
    known = match["year"].isdecimal()
    return 1 <= int(month) <= 12 and (
        day == "XX" or 1 <= int(day) <= monthrange(int(match["year"]) if known else 2000, int(month))[1]
    )


def is_edtf(written: str) -> bool:
    """Is it a date or an interval whose ends are dates, the first not after the second?

    >>> [is_edtf(one) for one in ("2023-05/2023-06", "../2025", "2023-05-31/2023-05-30", "/", "../..")]
    [True, True, False, False, False]
    """
    ends = written.split("/")
    if len(ends) > 2 or all(end == ".." for end in ends):
        return False
    if not all(is_date(end) or (end == ".." and len(ends) == 2) for end in ends):
        return False
    ordered = [end for end in ends if end != ".." and "X" not in end and not end.startswith("Y")]
    return all(first[: len(last)] <= last[: len(first)] for first, last in pairwise(ordered))


def find_faults(value: Mapping[str, Any], text: str) -> Iterator[str]:
    """Yield what is wrong with a value of ``rawi.parse``: its place, the form of what it says."""
    if not 0 <= value["start"] < value["end"] <= len(text):
        yield "no place in the text"
    for key in ("n", "min", "max"):
        if key in value and not NUMBER.fullmatch(value[key]):
            yield f"{key} is no plain number: {value[key][:40]}"
    if "edtf" in value and not is_edtf(value["edtf"]):
        yield f"no EDTF: {value['edtf'][:40]}"
    if "hijri" in value and not HIJRI.fullmatch(value["hijri"]):
        yield f"no Hijri date: {value['hijri'][:40]}"
    if "time" in value and not TIME.fullmatch(value["time"]):
        yield f"no time of day: {value['time'][:40]}"
    if "iso" in value and not DURATION.fullmatch(value["iso"]):
        yield f"no duration: {value['iso'][:40]}"
