"""What each figure of an article counts, before it is put into a definition: a figure may lean on those right
before it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import msgspec

from rawi.model.definition import Group
from rawi.relations.quantities.counted import find_among, find_noun, stem_of
from rawi.relations.quantities.deeds import NONE, Fate, find_fate
from rawi.relations.quantities.groups import is_state_force
from rawi.relations.quantities.holders import holder_of
from rawi.relations.quantities.lexemes import Noun, has_role, words_of
from rawi.relations.quantities.measures import (
    ANYTHING,
    PERIODS,
    find_measured,
    is_area,
    is_magnitude,
    is_measured,
)
from rawi.relations.quantities.owners import find_owner
from rawi.relations.quantities.page import Page, Site
from rawi.relations.quantities.scopes import counts_again
from rawi.relations.quantities.wholes import BACK, find_larger, find_whole

_CROWD = 100  # of fewer without a noun, the verb further off is likely of something else
GROUP, _ECHO = 60, 12
#: What is told in news of people who are counted without a noun.
HARMS = frozenset(("killed", "injured", "arrested", "abducted", "displaced", "missing", "infected"))
TOLLS = HARMS | {"participated", "rescued", "evacuated", "released", "survived", "vaccinated", "recovered"}


class Count(msgspec.Struct, frozen=True, gc=False):
    """What was read of one figure before those after it are read: the next one may lean on it.

    ``whole`` is the number of the figure of which it is a part, ``echo`` the figure whose number a bare one
    gives anew (10 آلاف وفق المنظمين، و3 آلاف وفق الشرطة; 24 نائبا، لا 19), ``denied`` that the article says
    that it is not so many.
    """

    site: Site
    noun: Noun | None
    people: bool
    fate: Fate
    who: str | None
    whom: Group | None
    whole: int | None
    echo: Count | None = None
    denied: bool = False


def count_figures(page: Page, sites: Iterable[Site]) -> list[Count]:
    """Read what each of some figures in a row counts that counts or measures anything but time; none may lean
    on a figure before them (``in_reach``)."""
    counts: list[Count] = []
    for site in sites:
        if site.figure.unit not in PERIODS or is_measured(page, site):
            counts.append(_count(page, site, counts))
    _rejoin(counts)
    return counts


def in_reach(site: Site, after: Site) -> bool:
    """Can a figure be read by the one after it: in its sentence, or not far off?"""
    return after.sentence == site.sentence or after.first - site.first <= max(GROUP, BACK)


def _rejoin(counts: list[Count]) -> None:
    """Make what adds up to several deeds a joint count, whose parts are counts of their own: 17 ضحية: 6 قتلى
    و11 جريحا."""
    found = defaultdict[int, list[int]](list)
    for i, one in enumerate(counts):
        if one.whole is not None:
            found[one.whole].append(i)
    for at, parts in found.items():
        whole = counts[at]
        deeds = {deed for i in parts for deed in counts[i].fate.deeds}
        sums = sum(counts[i].site.figure.low or 0 for i in parts) == whole.site.figure.low
        if len(deeds) > 1 and sums and set(whole.fate.deeds) < deeds:
            counts[at] = msgspec.structs.replace(whole, fate=Fate(tuple(sorted(deeds)), whole.fate.by))
            for i in parts:
                counts[i] = msgspec.structs.replace(counts[i], whole=None)


def _count(page: Page, site: Site, counts: list[Count]) -> Count:
    """Read what a figure counts, whose they are, and of which figure it is a part."""
    near = counts[-1] if counts and counts[-1].site.sentence == site.sentence else None
    noun = find_noun(page, site) or _noun_of_part(page, site, near) if site.figure.unit is None else None
    fate = _fate(page, site, noun, near)
    echo = None if noun or fate.deeds or fate.refused else _echoed(page, site, counts)
    if echo is not None:
        denied = page.words[site.first - 1] in words_of("and_not")
        return msgspec.structs.replace(echo, site=site, echo=echo, denied=denied)
    people = _is_people(site, noun, fate)
    open_noun = noun is None and site.figure.unit is None
    near_ones = [(one.site, one.whole, one.people) for one in counts[-BACK:]]  # each a word at least
    whole = find_whole(page, site, near_ones, len(counts)) if people or open_noun else None
    people = people or whole is not None
    of = counts[whole] if whole is not None else None
    if of is not None and not fate.deeds and not fate.refused:
        fate = of.fate
    things = noun is not None and noun.sort == "thing"
    whom = _whom(page, site, noun, counts, befell=bool(fate.deeds)) if people or things else None
    leant = near if near is not None and near.people and _leans(site, noun) else None
    if whom is None and (host := leant or of or _continued(page, site, near)) is not None:
        whom = host.whom
    who = _who(page, site, noun, whom) if people else None
    if leant is not None and who in (None, "people"):
        who = None if leant.who in _SINGLED else leant.who
    if of is not None and noun is None:
        who = who or of.who
    return Count(site, noun, people, fate, who, whom, whole)


def _noun_of_part(page: Page, site: Site, near: Count | None) -> Noun | None:
    """Return the noun of a part, which its whole without a noun counts too: عشر شاحنات من أصل 38."""
    led = has_role(page.words[site.first - 1], "out_of")
    bare = site.noun is None or page.words[site.noun[0]].endswith("ت")  # من أصل 38 غادرت
    return near.noun if near is not None and led and bare else None


def _echoed(page: Page, site: Site, counts: list[Count]) -> Count | None:
    """Return the figure whose number a bare one gives anew: of another holder in the sentence, set against it
    (مقابل 25), or by a word for the count before it (ثم ارتفع العدد إلى 15)."""
    if site.noun is not None or site.figure.unit is not None or not counts:
        return None
    last = counts[-1]
    if last.site.figure.unit is not None or not _is_known(last):
        return None
    if last.whole is not None and counts_again(page, site):
        last = counts[last.whole]  # القتلى 31 بينهم 10 أطفال، ... أن الحصيلة لم تتجاوز 23
    if last.site.sentence == site.sentence:
        before = page.words[site.first - 1]
        against = before in words_of("against") or before in words_of("and_not")
        against = against or has_role(before, "confirmed", "suspected")
        near = site.first - last.site.last <= _ECHO and not page.words[site.first].startswith("ال")
        other = near and holder_of(page, site).name not in (None, holder_of(page, last.site).name)
        return last if against or other else None
    return last if site.first - last.site.first <= GROUP and counts_again(page, site) else None


def _is_known(count: Count) -> bool:
    """Is it known what a figure counts?"""
    return bool(count.noun or count.site.noun or count.fate.deeds)


def _fate(page: Page, site: Site, noun: Noun | None, near: Count | None) -> Fate:
    """Return what befell the counted; only the commonest harms are told of a number without a noun."""
    if site.figure.unit is not None:
        return NONE
    before = near.fate if near is not None and near.people else NONE
    if noun is not None and noun.sort in ("thing", "span"):
        beside = near.fate if near is not None and not near.people else NONE
        return find_fate(page, site, noun, "things", beside)
    found = find_fate(page, site, noun, "people", before)
    if noun is not None or found.refused:
        return found
    if site.noun is not None:  # of a noun that no lexicon has only what stands right beside it
        return found if found.by in ("near", "after") and HARMS.issuperset(found.deeds) else NONE
    many = (site.figure.low or site.figure.high or 0) >= _CROWD
    sure = TOLLS if many or found.by == "near" else HARMS
    return found if found.by == "count" or sure.issuperset(found.deeds) else NONE


def _is_people(site: Site, noun: Noun | None, fate: Fate) -> bool:
    """Does a figure count people: by its noun, or by what befell them (أصيب 12)?"""
    if site.figure.unit is not None:
        return False
    return noun.sort in ("person", "state", "case", "unit") if noun else site.noun is None or bool(fate.deeds)


def _leans(site: Site, noun: Noun | None) -> bool:
    """Is it left to the figure before what is counted: ثلاثة آخرين, وأسر 2?"""
    bare = noun is None and site.noun is None
    return site.figure.unit is None and (bare or (noun is not None and noun.name == "others"))


def _continued(page: Page, site: Site, near: Count | None) -> Count | None:
    """Return the figure before if this one says what they were: 2000 مقاتل، وكانوا 6000 مقاتل."""
    if near is None or not near.people:
        return None
    between = page.words[near.site.last : site.first]
    return near if any(word in words_of("were") for word in between) else None


def _whom(page: Page, site: Site, noun: Noun | None, counts: list[Count], *, befell: bool) -> Group | None:
    """Return whose the counted are; a pronoun may stand for the group of a figure not far before."""
    near = (one for one in reversed(counts) if one.site.first > site.first - GROUP)
    last = next((one.whom for one in near if one.whom), None)
    speaks_for = None if befell else holder_of(page, site).body
    return find_owner(page, site, noun, last, speaks_for, befell=befell)


#: قتل طفلان وأصيب ثلاثة آخرون: the others need not be children.
_SINGLED = frozenset(("children", "women", "civilians", "students"))


def _who(page: Page, site: Site, noun: Noun | None, whom: Group | None) -> str | None:
    """Return which people are counted; the members of a force are troops, of a band fighters."""
    if noun is None:
        return None
    if noun.sort == "state" and (kind := find_among(page, site)) is not None:
        return kind
    if noun.name == "elements":
        return None if whom is None else "troops" if is_state_force(whom) else "fighters"
    return "people" if noun.sort in ("state", "case") or noun.name == "others" else noun.name


def what_of(page: Page, count: Count) -> str | None:
    """Return the class of what is counted: what befell people, else who they are, else the thing."""
    site, noun, fate = count.site, count.noun, count.fate
    if count.echo is not None:
        return what_of(page, count.echo)
    if fate.refused:
        return None
    if count.people and fate.deeds:
        return "+".join(sorted(fate.deeds))
    if is_area(page, site):
        return "area"
    money = noun is not None and noun.name == "money"
    if money or site.figure.unit is not None or is_magnitude(page, site):
        return find_measured(page, site)[0]
    if noun is not None:
        return count.who or noun.name if noun.sort != "span" else None
    return f"~{stem}" if (stem := stem_of(page, site)) else None


def leant_measure(page: Page, count: Count, counts: list[Count]) -> str | None:
    """Return what a sum without a noun is of, by one before it in its unit: فيما قدرتها الغرفة ب30."""
    site = count.site
    if site.figure.unit is None or not (what_of(page, count) or "").endswith(ANYTHING):
        return None
    before = (one for one in counts if one.site.sentence == site.sentence and one.site.first < site.first)
    alike = [one for one in before if one.site.figure.unit == site.figure.unit]
    if not alike:
        return None
    between = page.words[alike[-1].site.last : site.first]
    told = any(has_role(word, "counts", "contrast") for word in between)
    told = told or holder_of(page, site).name not in (None, holder_of(page, alike[-1].site).name)
    return what_of(page, alike[-1]) if told else None


def part_of(page: Page, count: Count, counts: list[Count]) -> str | None:
    """Return the entry of the whole of which the figure is a part."""
    ids = page.report.ids
    if count.whole is not None:
        return ids.get(counts[count.whole].site.figure.id)
    larger = find_larger(page, count.site)
    return ids.get(larger.figure.id) if larger else None
