"""Every figure of a report as it can be compared: what exactly it counts, where, when, and who says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from rawi.model.definition import Definition, Scope
from rawi.model.relation import Report
from rawi.model.value import Amount
from rawi.relations.quantities.bounds import value_of
from rawi.relations.quantities.counted import find_certainty, find_kind, stem_of
from rawi.relations.quantities.counts import (
    GROUP,
    Count,
    count_figures,
    leant_measure,
    part_of,
    what_of,
)
from rawi.relations.quantities.dating import find_time
from rawi.relations.quantities.deeds import NONE
from rawi.relations.quantities.holders import holder_of
from rawi.relations.quantities.lexemes import read_nouns
from rawi.relations.quantities.measures import (
    UNIT_MISSING,
    find_hold,
    find_measured,
    is_area,
    is_magnitude,
    lacks_square,
)
from rawi.relations.quantities.owners import ground_owner
from rawi.relations.quantities.page import Page
from rawi.relations.quantities.scenes import find_place
from rawi.relations.quantities.scopes import (
    find_scope,
    is_aside,
    is_contrasted,
    is_expected,
    is_passing,
    is_rising,
)
from rawi.relations.quantities.telling import find_telling, tells_harm


def define(report: Report, page: Page | None = None) -> Iterator[Definition]:
    """Yield a definition for each figure of a report that counts or measures anything but time; ``page`` is
    that of the report, if there is one already.

    Figures without an id were refused by the ledger and are left out.

    >>> from rawi.pipeline import extract
    >>> record = extract("قتل 12 مدنيا في بلدة السرو، بينهم أربعة أطفال.")
    >>> whole, part = define(Report(record, {"f1": "fg_1", "f2": "fg_2"}))
    >>> whole.what, whole.who, part.who, part.part_of
    ('killed', 'civilians', 'children', 'fg_1')
    """
    if not report.record.figures:
        return
    page = page or Page(report)
    counts = count_figures(page, page.sites)
    defined = [_define(page, count, counts) for count in counts if count.site.figure.id in report.ids]
    alone = _find_alone(defined)
    yield from (msgspec.structs.replace(one, alone=True) if one.id in alone else one for one in defined)


def _find_alone(defined: Sequence[Definition]) -> frozenset[str]:
    """Return the figures that give the only number of their class in the article, parts of another aside."""
    values: dict[str, set[Amount | None]] = defaultdict(set)
    whole = [one for one in defined if one.what is not None and one.part_of is None]
    for one in whole:
        values[one.what or ""].add(value_of(one))
    return frozenset(one.id for one in whole if len(values[one.what or ""]) == 1)


def _define(page: Page, count: Count, counts: list[Count]) -> Definition:
    """Put together the definition of one figure."""
    site, figure, document = count.site, count.site.figure, page.record.document
    holder = holder_of(page, site)
    as_of, relative = find_time(page, site)
    area = is_area(page, site)
    return Definition(
        id=page.report.ids[figure.id],
        document=document.id,
        low=figure.low,
        high=figure.high,
        hedge=figure.hedge,
        at=figure.number.start,
        words=page.record.words(figure.span),
        unit="deg" if is_magnitude(page, site) else figure.unit,
        what=leant_measure(page, count, counts) or what_of(page, count),
        who=count.who or _stem(page, count),
        kind=_kind(page, count, area=area),
        whom=ground_owner(page, site) if area else count.whom,
        deed=find_hold(page, site) if area else _thing_deed(count),
        joint=count.fate.joint,
        scope=_scope(page, count),
        part_of=part_of(page, count, counts),
        place=find_place(page, site),
        as_of=as_of,
        relative=relative,
        said=holder.said,
        published=document.published,
        holder=holder.name,
        role=holder.role,
        voice=page.report.ids.get(holder.statement.id) if holder.statement else None,
        body=holder.body,
        relayed_by=holder.relayed_by,
        agency=_agency(page),
        outlet=document.outlet,
        denied=holder.denied or count.denied,
        directness=holder.directness,
        doubtful=holder.doubtful or figure.confidence == "doubtful",
        rising=is_rising(page, site),
        passing=is_passing(page, site),
        expected=is_expected(page, site),
        aside=is_aside(page, site) or _is_further(page, count, counts),
        lead=site.first < page.lead_end,
        contrast=is_contrasted(page, site),
        harm=tells_harm(page, site),
        flag=UNIT_MISSING if lacks_square(page, site) else None,
        telling=find_telling(page, site),
    )


def _stem(page: Page, count: Count) -> str | None:
    """Return the stem of a noun for people that no lexicon has, after ~."""
    bare = count.people and count.noun is None and count.site.noun
    return f"~{stem_of(page, count.site)}" if bare else None


def _kind(page: Page, count: Count, *, area: bool) -> str | None:
    """Return which of the counted are meant: whether cases are confirmed, what a measure is of."""
    site = count.site
    if site.figure.unit and not area:
        return find_measured(page, site)[1]
    certainty = find_certainty(page, site) if count.fate.deeds == ("infected",) else None
    return certainty or find_kind(page, site)


def _is_further(page: Page, count: Count, counts: list[Count]) -> bool:
    """Are more people counted of whom the same was told before: ولقي 15 شخصا آخرون حتفهم?"""
    site, noun = count.site, count.site.noun
    if noun is None or noun[1] >= site.sentence[1]:
        return False
    words = page.words[noun[0] : noun[1] + 1]
    if not any(one.name == "others" for word in words for one in read_nouns(word)):
        return False
    before = (one for one in counts if 0 < site.first - one.site.first <= GROUP)
    return any(one.fate.deeds == count.fate.deeds != () for one in before)


def _thing_deed(count: Count) -> str | None:
    """Return what was done to things."""
    return "+".join(sorted(count.fate.deeds)) or None if not count.people else None


def _scope(page: Page, count: Count) -> Scope | None:
    """Return what the figure is of its quantity; a measure is what there is, if nothing else is said."""
    if is_magnitude(page, count.site):
        return "toll"  # told of one happening
    scope = find_scope(page, count.site, count.fate if count.people else NONE)
    return "stock" if scope is None and count.site.figure.unit is not None else scope


def _agency(page: Page) -> str | None:
    """Return the newsroom that the article credits, if it is not its own outlet."""
    outlet = page.record.document.outlet
    chain = page.record.document.chain
    return next((one.name for one in chain if one.kind in ("agency", "outlet") and one.name != outlet), None)
