"""For which time a number is told: the date beside it, or how far before the utterance it held."""

from __future__ import annotations

from functools import partial

from rawi.model.claim import DateMention
from rawi.relations.quantities.measures import PERIODS
from rawi.relations.quantities.page import STOPS, Page, Site

_AS_OF = 14


def find_time(page: Page, site: Site) -> tuple[str | None, str | None]:
    """Return the time for which a figure is told: a date, or how far before the utterance.

    A time that opens the clause holds for it: قبل خمس سنوات، كان لدى التنظيم 40 ألف مقاتل.
    """
    if site.figure.as_of:
        return site.figure.as_of, None
    first, last = page.told_in(site)
    near = partial(_distance, site)
    dates = [one for one in page.dates if first <= one[0] and one[1] <= last and near(one) <= _AS_OF]
    clear = [one for one in dates if not _parted(page, site, one)]
    best = min(clear, key=near, default=None)
    return (best[2].value, best[2].relative if best[2].value is None else None) if best else (None, None)


def _distance(site: Site, date: tuple[int, int, DateMention]) -> int:
    """Return how many words lie between a date and a figure; what comes before is nearer."""
    return site.first - date[1] if date[1] <= site.first else 3 * (date[0] - site.last) + 1


def _parted(page: Page, site: Site, date: tuple[int, int, DateMention]) -> bool:
    """Do other figures, a stop or another date's clause stand between a date and a figure?"""
    first, last = (date[1], site.first) if date[1] <= site.first else (site.last, date[0])
    return any(page.words[at] in STOPS or _is_count(page, at, site) for at in range(first, last))


def _is_count(page: Page, at: int, site: Site) -> bool:
    """Does another figure than this one, and none of time, hold a token?"""
    other = page.site_at(at)
    return other is not None and other is not site and other.figure.unit not in PERIODS
