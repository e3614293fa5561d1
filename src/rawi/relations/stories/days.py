"""Which days a report is of: that of its publication, those that its beginning names."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from rawi.arabic.fold import fold
from rawi.lexicons.loader import load_entries
from rawi.model.record import Record
from rawi.relations.days import Days, read_days

#: Code points from the beginning of the article in which dates are of what is reported.
NEAR = 700
#: How many named days are kept.
MOST_DAYS = 6
#: Years of which there are news online; later ones are plans.
YEARS = (2000, 2035)
_ADDRESS = re.compile(
    r"(?<![0-9])(20[0-2][0-9])([/-]?)(0[1-9]|1[0-2])\2(0[1-9]|[12][0-9]|3[01])(?![0-9])", re.ASCII
)
_YEAR = re.compile(r"[0-9]{4}")
_WORD = re.compile(r"[^\W\d_]+")


class _Weekday(msgspec.Struct, frozen=True):
    """An entry of ``weekdays.toml``."""

    form: str
    value: int
    also: tuple[str, ...] = ()


@cache
def load_weekdays() -> dict[str, int]:
    """Return folded names of weekdays with their number, 0 for Monday; LexiconError if malformed."""
    entries = load_entries("weekdays.toml", _Weekday)
    return {fold(form): entry.value for entry in entries for form in (entry.form, *entry.also)}


def find_address_day(address: str | None) -> Days | None:
    """Return the day that an address of a page tells (/2018/03/01/, /20180301/); null if none or several.

    >>> find_address_day("https://a.example/news/2018/03/01/حريق") == read_days("2018-03-01")
    True
    """
    found = {f"{match[1]}-{match[3]}-{match[4]}" for match in _ADDRESS.finditer(address or "")}
    return read_days(found.pop()) if len(found) == 1 else None


def find_named_days(record: Record) -> tuple[int, ...]:
    """Return the single days that the beginning of an article names, in order, each once."""
    found: dict[int, None] = {}
    for mention in record.dates:
        days = read_days(mention.value) if mention.span.start < _near(record) else None
        if days is not None and days.first == days.last:
            found[days.first.toordinal()] = None
    return tuple(found)[:MOST_DAYS]


def find_weekdays(record: Record) -> tuple[int, ...]:
    """Return the days of the week that the beginning of an article names, in order, each once."""
    known, found = load_weekdays(), dict[int, None]()
    for mention in record.dates:
        if mention.span.start < _near(record):
            for word in _WORD.findall(fold(record.words(mention.span))):
                if word in known:
                    found[known[word]] = None
    return tuple(found)[:MOST_DAYS]


def find_latest_year(record: Record) -> int | None:
    """Return the latest year that an article names anywhere, of those in which there may be news of it; null
    if it names none."""
    matches = [_YEAR.match(mention.value or "") for mention in record.dates]
    found = [int(match[0]) for match in matches if match]
    return max((year for year in found if YEARS[0] <= year <= YEARS[1]), default=None)


def _near(record: Record) -> int:
    """Return where the beginning of the article ends."""
    return (record.document.body[0].start if record.document.body else 0) + NEAR
