"""Which number is a part of another: 25 ألفا، من بينهم 22 ألفا; 17 قتيلا، بينهم أربعة أطفال; 350 منهم."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.model.value import Amount
from rawi.relations.quantities.deeds import is_joined
from rawi.relations.quantities.lexemes import has_role, words_of
from rawi.relations.quantities.page import COMMAS, STOPS, Page, Site

_LEAD, _AFTER = 5, 3
#: How many words before a number that of which it is a part may stand.
BACK = 60
_LEAST_PARTS = 2
_CREDIT = 7  # words between a number and what it is made of: 90 شخصا، وفق المرصد، هم 50 عسكريا


def find_whole(
    page: Page, site: Site, near: Sequence[tuple[Site, int | None, bool]], number: int
) -> int | None:
    """Return the number in the article of the figure of which this one is a part, null for none.

    ``near`` holds the figures right before this, the ``number``-th, each with what was returned for it and
    whether it counts people.
    """
    at = next((at for at in range(len(near) - 1, -1, -1) if near[at][2]), None)
    if at is None or near[at][0].first < site.first - BACK:
        return None
    previous, part, _ = near[at]
    whole = part if part is not None else number - len(near) + at
    if _is_led(page, site, previous) or _is_among(page, site):
        return whole
    if part is None and _makes_up(page, site, previous):
        return whole
    joined = is_joined(page, site) and previous.sentence == site.sentence and at == len(near) - 1
    return part if joined else None


def _is_led(page: Page, site: Site, previous: Site) -> bool:
    """Does بينهم or its like stand between the figure before and this one, close to it?"""
    if previous.sentence != site.sentence:
        return False
    words = page.words
    for at in range(site.first - 1, max(previous.last, site.first - _LEAD) - 1, -1):
        if words[at] in STOPS:
            return False
        if has_role(words[at], "among", "remainder") and not has_role(words[at], "filler"):
            return not any(has_role(words[i], "total") for i in range(previous.last, at))
    return has_role(words[site.first], "among")


def _makes_up(page: Page, site: Site, previous: Site) -> bool:
    """Is a number told, with those joined to it, as what the number before is made of?

    After هم it is (90 شخصا، هم 50 عسكريا و40 مدنيا); after a mere colon where they add up.
    """
    words = page.words
    between = [words[at] for at in range(previous.last, site.first) if words[at] not in COMMAS]
    if previous.sentence != site.sentence or not 0 < len(between) <= _CREDIT:
        return False
    if has_role(between[-1], "consist"):
        return site.noun is not None and not STOPS & set(between)
    return between == [":"] and _sum_from(page, site) == previous.figure.low


def _sum_from(page: Page, site: Site) -> Amount | None:
    """Return the sum of a number and those joined to it by و, null if nothing is joined or one is unknown."""
    at = page.sites.index(site)
    parts = [site]
    while at + 1 < len(page.sites) and is_joined(page, page.sites[at + 1]):
        at += 1
        parts.append(page.sites[at])
    values = [part.figure.low for part in parts]
    if len(parts) < _LEAST_PARTS or None in values:
        return None
    return sum(value for value in values if value is not None)


def _is_among(page: Page, site: Site) -> bool:
    """Does منهم stand right after the number (350 منهم, تسعة منهم), and lead to no other (47، منها ست)?"""
    for at in range(site.last, min(site.last + 2, site.sentence[1])):
        if page.words[at] in COMMAS:
            return False
        if page.words[at] in words_of("of_them"):
            return page.site_at(at + 1) is None
    return False


def find_larger(page: Page, site: Site) -> Site | None:
    """Return the figure after من أصل, of which this is a part: خمسة من أصل 20."""
    for at in range(site.last, min(site.last + _AFTER, site.sentence[1])):
        if has_role(page.words[at], "out_of"):
            return next((one for i in range(at, at + 3) if (one := page.site_at(i)) and one != site), None)
    return None
