"""Counts of those who came to harm, as the happenings of an article take them in."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

import msgspec

from rawi.relations.quantities.counts import Count, count_figures, in_reach, part_of, what_of
from rawi.relations.quantities.holders import holder_of
from rawi.relations.quantities.page import Page, Site
from rawi.relations.quantities.scopes import is_expected


class Harm(msgspec.Struct, frozen=True, gc=False):
    """What a figure tells of a happening, told as a ``Definition`` tells it: its id, what befell the counted
    and who they are, whether one count covers several harms, is part of another, expected only or denied."""

    id: str
    what: str
    who: str | None = None
    joint: bool = False
    part: bool = False
    expected: bool = False
    denied: bool = False


def find_harms(
    page: Page, deeds: AbstractSet[str], sentences: AbstractSet[tuple[int, int]]
) -> Iterator[Harm]:
    """Yield the figures in some sentences that tell of some deeds."""
    for sites in _in_reach(page):
        if not any(_may_tell(page, site, sentences) for site in sites):
            continue
        for count in (counts := count_figures(page, sites)):
            what = what_of(page, count) if _may_tell(page, count.site, sentences) else None
            if what is not None and not deeds.isdisjoint(what.split("+")):
                yield _harm(page, count, counts, what)


def _in_reach(page: Page) -> Iterator[list[Site]]:
    """Yield the figures of a page in groups: none is read by what those of another group count."""
    group: list[Site] = []
    for site in page.sites:
        if group and not in_reach(group[-1], site):
            yield group
            group = []
        group.append(site)
    if group:
        yield group


def _may_tell(page: Page, site: Site, sentences: AbstractSet[tuple[int, int]]) -> bool:
    """Can a figure tell of harm in some sentences: is it there, counts it and measures nothing, and was it
    not refused?"""
    figure = site.figure
    return figure.unit is None and site.sentence in sentences and figure.id in page.report.ids


def _harm(page: Page, count: Count, counts: list[Count], what: str) -> Harm:
    return Harm(
        id=count.site.figure.id,
        what=what,
        who=count.who,
        joint=count.fate.joint,
        part=part_of(page, count, counts) is not None,
        expected=is_expected(page, count.site),
        denied=count.denied or holder_of(page, count.site).denied,
    )
