"""What a number is of its quantity: what there is, what befell in one happening, a change, a rate, a sum."""

from __future__ import annotations

import re

from rawi.claims.days import parse_day
from rawi.model.definition import Scope
from rawi.relations.quantities.deeds import Fate
from rawi.relations.quantities.lexemes import has_role, read_nouns, words_of
from rawi.relations.quantities.measures import PERIODS
from rawi.relations.quantities.page import COMMAS, STOPS, Page, Site

_BACK, _AHEAD, _FAR, _JOINED, _NEAR = 14, 4, 10, 4, 6
_MONTHS = re.compile(r"\d{4}(?:-\d\d)?(?:/.*)?|\d{4}-\d\d-\d\d/(?:\.\.)?.*")
_LONG = 10  # days


def find_scope(page: Page, site: Site, fate: Fate) -> Scope | None:
    """Return what a figure is of its quantity, null where nothing tells.

    The displaced and the detained may be all that there are, or those of one happening.
    """
    if _is_rate(page, site):
        return "rate"
    if _is_change(page, site):
        return "change"
    if is_sum(page, site):
        return "since"
    held = _is_held(page, site)
    standing = _STANDING.issuperset(fate.deeds) and _names_a_state(page, site, fate)
    if fate.deeds and not standing:
        return "toll"
    return "stock" if held else None


def _names_a_state(page: Page, site: Site, fate: Fate) -> bool:
    """Is it only the noun that says what befell the counted: 4000 نازح, عدد النازحين 4000?"""
    if fate.by not in ("noun", "count"):
        return False
    return site.noun is None or any(noun.sort == "state" for noun in read_nouns(page.words[site.noun[0]]))


_STANDING = frozenset(("refugees", "displaced", "arrested", "needing"))


def _is_rate(page: Page, site: Site) -> bool:
    """Is it so many in each time, or in each of them: يوميا، في الشهر، كل أسبوع?"""
    words = page.words
    for at in range(site.last, min(site.last + _AHEAD, site.sentence[1])):
        if words[at] in STOPS or words[at] in COMMAS or page.site_at(at):
            break
        if has_role(words[at], "rate"):
            return True
    if site.figure.unit == "%" or site.figure.unit in PERIODS:
        return False  # معدل التضخم السنوي 14%: a share of its own
    for at in range(site.first - 1, max(site.sentence[0], site.first - _AHEAD) - 1, -1):
        if words[at] in STOPS or words[at] in COMMAS or page.site_at(at):
            return False
        if has_role(words[at], "each_time"):
            return True
    return False


def _is_change(page: Page, site: Site) -> bool:
    """Did something rise or fall by it: ارتفع بنسبة 5, زاد ب200, خمسة من المصابين فارقوا الحياة?"""
    words = page.words
    first = words[site.first]
    if site.noun and words_of("newly") & set(words[site.noun[0] + 1 : site.noun[1] + 1]):
        return True  # 120 إصابة جديدة
    led = words[site.first - 1] in words_of("by") or (first.startswith("ب") and len(first) >= _JOINED)
    if led and tells_change(page, site):
        return True
    if site.figure.unit is not None and words_of("towards").isdisjoint(
        words[max(0, site.first - 3) : site.first]
    ):
        return tells_change(page, site)  # ارتفع السعر 13 سنتا
    of_them = words[site.last - 2 : site.last - 1] == ["من"] or words[site.last : site.last + 1] == ["من"]
    word = words[site.noun[0]] if site.noun else words[site.last + 1 : site.last + 2] and words[site.last + 1]
    return bool(
        of_them and word and word.startswith("ال") and any(n.sort == "state" for n in read_nouns(word))
    )


def tells_change(page: Page, site: Site) -> bool:
    """Does the clause before a figure say that a count rose or fell?"""
    for at in range(site.first - 1, max(page.told_in(site)[0], site.first - _BACK) - 1, -1):
        word = page.words[at]
        if word in STOPS or (page.site_at(at) and at < site.first):
            return False
        if has_role(word, "rise", "fall"):
            return True
    return False


def counts_again(page: Page, site: Site) -> bool:
    """Is a bare number told of the count spoken of before: بلغ العدد 15, قدر عددهم ب20?"""
    words = page.words
    for at in range(site.first - 1, max(page.told_in(site)[0], site.first - _NEAR) - 1, -1):
        if words[at] in STOPS or words[at] in COMMAS or page.site_at(at):
            return False
        if has_role(words[at], "total"):
            bare = words[at].startswith(("ال", "وال")) or words[at].endswith(("هم", "هن"))
            told = range(max(0, at - 2), site.last)
            return bare and any(has_role(words[i], "reach", "rise", "fall", "counts", "sets") for i in told)
    return False


def is_rising(page: Page, site: Site) -> bool:
    """Is a figure told as the value that a count rose or fell to: ارتفعت الحصيلة إلى 17?"""
    return tells_change(page, site)


def is_passing(page: Page, site: Site) -> bool:
    """Is a count said to be a first, an earlier or a newer one, or one that another stands for: حصيلة أولية,
    حصيلة جديدة, سبق أن قدرت, 28 قتيلا عوض 34?"""
    first, last = page.around(site)
    words = page.words
    if not words_of("instead").isdisjoint(words[max(first, site.first - 2) : site.first]):
        return True
    if any(has_role(words[at], "past") for at in range(max(first, site.first - _FAR), site.first)):
        return True
    return any(
        has_role(words[at], "prior", "news") and any(has_role(word, "total") for word in words[at - 2 : at])
        for at in range(max(first, 2), last)
    )


def is_expected(page: Page, site: Site) -> bool:
    """Is a number only what somebody expects or fears: توقعت الوزارة ارتفاع العدد إلى 35, قد يتجاوز 40?"""
    for at in range(site.first - 1, max(site.sentence[0], site.first - _BACK) - 1, -1):
        if page.words[at] in STOPS or page.words[at] in COMMAS or page.site_at(at):
            return False
        if has_role(page.words[at], "expects"):
            return True
        if page.words[at] == "قد" and has_role(page.words[at + 1], "may_reach"):
            return True
    return False


def is_contrasted(page: Page, site: Site) -> bool:
    """Is what the sentence tells set against what was said before: لكن مديرية الصحة, في حين؟"""
    first, _ = page.around(site)
    return any(has_role(page.words[at], "contrast") for at in range(first, site.first))


def is_sum(page: Page, site: Site) -> bool:
    """Is a figure the sum over a long time: منذ 2011, منذ مطلع العام, إجمالا?"""
    words, (first, last) = page.words, page.clause(site)
    window = range(max(first, site.first - _FAR), min(last, site.last + 2 * _FAR))
    for at in window:
        if words[at] in words_of("from_on") and begins_long_ago(page, at):
            return True
    return any(words[at] in words_of("in_sum") for at in window)


def begins_long_ago(page: Page, at: int) -> bool:
    """Is what follows منذ a month, a year, or a day long before the publication?"""
    for _, _, date in page.dates_in(at, at + 3):
        day = parse_day((date.value or "")[:10])
        if day is None or date.value is None:
            return date.value is None or _MONTHS.fullmatch(date.value) is not None
        published = parse_day(page.record.document.published)
        return published is None or (published - day).days > _LONG
    after = page.words[at + 1 : at + 3]
    return any(word in words_of("beginning") for word in after)


def is_aside(page: Page, site: Site) -> bool:
    """Does the sentence tell of another happening: في هجوم مماثل, وفي حادث منفصل?"""
    if _is_pointed_at(page, site) or _is_further(page, site):
        return True
    first, last = page.clause(site)
    words = page.words
    for at in range(max(first, 1), min(last, site.last + _BACK)):
        word = words[at]
        if word in words_of("turning") and words[at - 1] in words_of("turned_by"):
            return at < site.first
        if has_role(word, "aside") and _is_happening(words[at - 1]):
            return True
    return False


def _is_further(page: Page, site: Site) -> bool:
    """Are things counted beside those told before: ثماني سفن أخرى?"""
    if site.noun is None or not any(noun.sort == "thing" for noun in read_nouns(page.words[site.noun[0]])):
        return False
    after = page.words[site.noun[0] + 1 : site.noun[1] + 1]
    return any(noun.name == "others" for word in after for noun in read_nouns(word))


def _is_pointed_at(page: Page, site: Site) -> bool:
    """Is a number told of those spoken of before, or of one in a row: القتلى السبعة, التقرير ال51?"""
    noun = site.noun
    before = noun is not None and page.tokens(site.figure.number)[0] > noun[0]
    return noun is not None and before and page.words[noun[0]].startswith("ال")


def _is_happening(word: str) -> bool:
    """Is a word something that happened?"""
    return word in words_of("happening") or any(noun.name == "attacks" for noun in read_nouns(word))


def _is_held(page: Page, site: Site) -> bool:
    """Is a stock told: there is, they have, their number is?"""
    first, _ = page.told_in(site)
    words = page.words
    for at in range(site.first - 1, max(first, site.first - _BACK) - 1, -1):
        if words[at] in STOPS or page.site_at(at):
            break
        if has_role(words[at], "hold", "total"):
            return True
    after = range(site.last, min(site.last + _FAR, page.told_in(site)[1]))
    for at in after:
        if words[at] in STOPS or page.site_at(at):
            return False
        if has_role(words[at], "hold"):
            return True
    return False
