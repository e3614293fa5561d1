"""Order EDTF dates in time: the first and the last day that an expression can mean."""

from __future__ import annotations

import re
from functools import lru_cache

# EDTF (loc.gov/standards/datetime), levels 0 and 1, with the quarters 33-36 of level 2.
_DATE = re.compile(
    r"(?P<year>[0-9]{2}(?:[0-9][0-9X]|XX))(?:-(?P<month>[0-9X]{2}))?(?:-(?P<day>[0-9X]{2}))?(?:T[0-9:]+)?[?~%]?"
)
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}
_QUARTERS = {33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12)}
_BEGINNING, _END = "0000-01-01", "9999-12-31"

Days = tuple[str, str]


def parse_days(edtf: str) -> Days:
    """Parse an EDTF date or interval into its first and last day, both ISO; ``ValueError`` if it is neither.

    The last day of a month is written 31: the days serve only to be compared.

    >>> parse_days("2019"), parse_days("2015/.."), parse_days("2014-22")
    (('2019-01-01', '2019-12-31'), ('2015-01-01', '9999-12-31'), ('2014-06-01', '2014-08-31'))
    """
    start, slash, end = edtf.partition("/")
    if not slash:
        return _parse_one(start)
    first = _BEGINNING if start in ("", "..") else _parse_one(start)[0]
    return first, _END if end in ("", "..") else _parse_one(end)[1]


@lru_cache(maxsize=4096)
def find_days(edtf: str | None) -> Days | None:
    """Return the first and last day of an EDTF date, null if it has none (``XXXX-12-06``)."""
    if edtf is None:
        return None
    try:
        return parse_days(edtf)
    except ValueError:
        return None


def _parse_one(edtf: str) -> Days:
    """Parse a date that is no interval."""
    match = _DATE.fullmatch(edtf)
    if not match:
        raise ValueError(f"{edtf!r} is not an EDTF date")
    year, month, day = match["year"], match["month"] or "XX", match["day"] or "XX"
    first, last = ("01", "12") if month == "XX" else _months(month)
    low, high = ("01", "31") if day == "XX" else (day, day)
    return f"{year.replace('X', '0')}-{first}-{low}", f"{year.replace('X', '9')}-{last}-{high}"


def _months(month: str) -> tuple[str, str]:
    """Return the first and last month of a month, season or quarter."""
    number = int(month.replace("X", "0"))
    first, last = (_SEASONS | _QUARTERS).get(number, (number, number))
    if not 1 <= first <= 12:
        raise ValueError(f"there is no month {month}")
    return f"{first:02}", f"{last:02}"
