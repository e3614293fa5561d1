"""A stated publication date, in whatever form pages and feeds give it, as EDTF: a day, a month or a year."""

from __future__ import annotations

import re
from datetime import date
from email.utils import parsedate_to_datetime

from rawi.arabic.fold import fold
from rawi.errors import ParseError

_EDTF = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})(?![0-9]).*)?)?\Z", re.DOTALL)
_COMPACT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})(?:T?[0-9]{4,6}.*)?\Z")
_SLASHED = re.compile(r"([0-9]{4})[/.]([0-9]{1,2})[/.]([0-9]{1,2})(?![0-9]).*\Z", re.DOTALL)
_DAY_FIRST = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})(?![0-9]).*\Z", re.DOTALL)
FIRST_YEAR = (
    1800  # older than any Arabic newspaper (al-Waqa'i' al-Misriyya, 1828); a year before it is an error
)


def parse_published(stated: str) -> str:
    """Return ``stated`` as EDTF of at most a day; ParseError (a ValueError) if it is no publication date.

    Read are ISO 8601 (``2020-11-01T10:00:00+03:00``), ``20201101``, ``2020/11/1``, RFC 2822, a month, a year,
    and ``1/11/2020``, day first, as Arabic pages write it. The day is taken as stated, in its own time zone.

    >>> parse_published("٢٠٢٠-١١-٠١T10:00:00+03:00")
    '2020-11-01'
    """
    words = fold(stated[:100]).strip().upper()
    if match := _EDTF.match(words) or _COMPACT.match(words) or _SLASHED.match(words):
        return _checked(stated, *match.groups())
    if match := _DAY_FIRST.match(words):
        return _checked(stated, *reversed(match.groups()))
    try:
        return _checked(stated, *parsedate_to_datetime(words).date().isoformat().split("-"))
    except (ValueError, TypeError, IndexError, OverflowError) as error:
        raise ParseError(f"no date: {stated[:60]!r}") from error


def _checked(stated: str, year: str, month: str | None = None, day: str | None = None) -> str:
    """Return the parts joined; ParseError if there is no such day."""
    parts = [part.zfill(2) for part in (year, month, day) if part]
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError as error:
        raise ParseError(f"no such day: {stated[:60]!r}") from error
    if int(year) < FIRST_YEAR:
        raise ParseError(f"no publication year: {stated[:60]!r}")
    return "-".join(parts)
