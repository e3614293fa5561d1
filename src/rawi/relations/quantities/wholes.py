"""Which number is a part of another: 25 ألفا، من بينهم 22 ألفا; 17 قتيلا، بينهم أربعة أطفال; 350 منهم."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.relations.quantities.deeds import is_joined
from rawi.relations.quantities.lexemes import has_role, words_of
from rawi.relations.quantities.page import STOPS, Page, Site

_LEAD, _AFTER, _BACK = 5, 3, 60


def find_whole(
    page: Page, site: Site, before: Sequence[Site], parts: Sequence[int | None], people: Sequence[bool]
) -> int | None:
    """Return the number in ``before`` of the figure of which this is a part, null for none.

    ``parts`` says the same of those before, ``people`` whether they count people.
    """
    nearest = next((at for at in range(len(before) - 1, -1, -1) if people[at]), None)
    if nearest is None or before[nearest].first < site.first - _BACK:
        return None
    whole = parts[nearest] if parts[nearest] is not None else nearest
    if _is_led(page, site, before[nearest]) or _is_among(page, site):
        return whole
    joined = is_joined(page, site) and before[-1].sentence == site.sentence and nearest == len(before) - 1
    return parts[nearest] if joined else None


def _is_led(page: Page, site: Site, previous: Site) -> bool:
    """Does بينهم or its like stand between the figure before and this one, close to it?"""
    if previous.sentence != site.sentence:
        return False
    words = page.words
    for at in range(site.first - 1, max(previous.last, site.first - _LEAD) - 1, -1):
        if words[at] in STOPS:
            return False
        if has_role(words[at], "among", "remainder") and not has_role(words[at], "filler"):
            return True
    return has_role(words[site.first], "among")


def _is_among(page: Page, site: Site) -> bool:
    """Does منهم stand right after the number: 350 منهم, تسعة منهم?"""
    return any(
        page.words[at] in words_of("of_them") for at in range(site.last, min(site.last + 2, site.sentence[1]))
    )


def find_larger(page: Page, site: Site) -> Site | None:
    """Return the figure after من أصل, of which this is a part: خمسة من أصل 20."""
    for at in range(site.last, min(site.last + _AFTER, site.sentence[1])):
        if has_role(page.words[at], "out_of"):
            return next((one for i in range(at, at + 3) if (one := page.site_at(i)) and one != site), None)
    return None
