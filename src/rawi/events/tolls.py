"""The dead, injured, abducted, arrested and displaced of a happening: counts as figures tell them, and single
victims that a noun alone tells (مقتل شاب)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from itertools import pairwise

import msgspec

from rawi.events.lexemes import is_single, read_event_words, signs_of
from rawi.events.mentions import Mention
from rawi.events.persons import is_own
from rawi.events.phrases import Phrase
from rawi.events.roles import Roles
from rawi.model.claim import Figure, Toll
from rawi.model.span import Span
from rawi.model.value import Hedge
from rawi.relations.quantities.harms import Harm
from rawi.relations.quantities.lexemes import has_role, words_of
from rawi.relations.quantities.page import Page, Site
from rawi.relations.quantities.scopes import begins_long_ago

KINDS = ("killed", "injured", "abducted", "arrested", "displaced")
HARMS = frozenset(KINDS)
_WHO = {
    "civilians": "civilians",
    "fighters": "fighters",
    "troops": "fighters",
    "police": "fighters",
    "women": "women",
    "children": "children",
}
_OTHERS = frozenset(("اخرون", "اخرين", "اخر", "اخري", "اخريات", "اخران"))
_TEN = 10  # numbers above it stand before nouns for one (17 جنديا)
_BEGUN = 2  # words after منذ in which what began is told
_AFTER = 2  # words in which others who died may follow
_DONE = {
    "killing": "killed",
    "dead": "killed",
    "wounding": "injured",
    "abduction": "abducted",
    "arrest": "arrested",
    "capture": "arrested",
    "stabbing": None,
}


class Count(msgspec.Struct, frozen=True, gc=False):
    """A count of harm by the token at which it stands; ``is_sum``: of many happenings over a long time."""

    at: int
    kinds: tuple[str, ...]
    harm: Harm
    figure: Figure
    is_sum: bool = False


def find_counts(page: Page, harms: Mapping[str, Harm], passed: Set[str] = frozenset()) -> Iterator[Count]:
    """Yield the counts of harm in a text, in its order; those denied only by statements that do not tell the
    happening (``passed``) count."""
    for site in page.sites:
        one = harms.get(site.figure.id)
        if one is None or one.expected:
            continue
        if one.denied and site.figure.according_to not in passed:
            continue
        kinds = tuple(kind for kind in one.what.split("+") if kind in KINDS) or _fallen(page, site)
        if len(kinds) > 1:
            kinds = _of_others(page, site, kinds)
        if kinds:
            yield Count(site.first, kinds, one, site.figure, _is_sum(page, site))


def _is_sum(page: Page, site: Site) -> bool:
    """Is a count that of a whole war or year, and so of no single happening: يرفع الحصيلة منذ أكتوبر إلى 900;
    not منذ بدء الهجوم?"""
    first, last = page.between_marks(site.first)
    words = page.words
    for at in range(first, last):
        if at < site.first and has_role(words[at], "rise"):
            first = at
        elif at >= site.last and has_role(words[at], "rise"):
            last = at
            break
    for at in range(first, last):
        if words[at] in signs_of("overall"):
            return True
        if words[at] in words_of("from_on") and begins_long_ago(page, at):
            return not any(read_event_words(words, i) for i in range(at + 1, min(last, at + 1 + _BEGUN)))
    return False


def _of_others(page: Page, site: Site, kinds: tuple[str, ...]) -> tuple[str, ...]:
    """Return the one harm that befell others than those before: قتل شخص وأصيب خمسة آخرون."""
    if _OTHERS.isdisjoint(page.words[site.last - 1 : site.last + 1]):
        return kinds
    words = (read_event_words(page.words, at) for at in (site.first - 1, site.first - 2) if at >= 0)
    harm = next((_DONE.get(found[0].family) for found in words if found), None)
    return (harm,) if harm in kinds else kinds


def _fallen(page: Page, site: Site) -> tuple[str, ...]:
    """Return what befell those that are told to have fallen: سقط 12 قتيلا، 12 مقاتلا سقطوا قتلى."""
    after = page.words[site.last : site.last + 3]
    if any(word.startswith("سقط") for word in after) and any(word.startswith("قتل") for word in after):
        return ("killed",)
    return ()


def tolls_of(page: Page, count: Count) -> Iterator[Toll]:
    """Yield the tolls of a count, one for each kind of harm."""
    one, figure = count.harm, count.figure
    who = _WHO.get(one.who or "")
    apart = len(count.kinds) < len(one.what.split("+"))
    joint = not apart and (one.joint or len(count.kinds) > 1)
    for kind in count.kinds:
        yield Toll(
            kind,  # type: ignore[arg-type]
            figure.low,
            figure.high,
            figure.hedge,
            who,  # type: ignore[arg-type]
            joint,
            figure.id,
            figure.span,
            part=one.part,
            according_to=figure.according_to,
        )


def harm_of(mention: Mention, roles: Roles) -> str | None:
    """Return what befell whom a mention names; whom a state holds is arrested (احتجزت السلطات), null for no
    harm to people."""
    if mention.word.family != "hostages":
        return _DONE.get(mention.word.family)
    if roles.actor is None:
        return None
    return "arrested" if roles.actor.side == "state" else "abducted"


def object_of(page: Page, mention: Mention, roles: Roles, harms: Mapping[str, Harm]) -> Toll | None:
    """Return the toll of a number that is the object of a verb, where nothing else tells what befell those
    counted: اعتقلت قوات الأمن 15 متظاهرا."""
    kind, target = harm_of(mention, roles), roles.target
    if kind is None or target is None or not mention.word.is_verb or target.first < mention.last:
        return None
    site = page.site_at(target.first)
    if site is None or site.first != target.first or site.figure.unit or site.figure.id in harms:
        return None
    if target.party in (None, "military", "civil", "aircraft"):
        return None  # أوقفت الوزارة 6 آلاف حالة تسلل
    one = site.figure
    return Toll(
        kind,  # type: ignore[arg-type]
        one.low,
        one.high,
        one.hedge,
        figure=one.id,
        span=one.span,
        according_to=one.according_to,
    )


def with_joined(page: Page, toll: Toll, roles: Roles) -> Toll:
    """Return a toll with those that و joins right after it or that it joins, by a noun for one or two: 6
    متظاهرين وشرطيين اثنين, eight; أب وثلاثة من أبنائه, four."""
    if toll.span is None or toll.figure is None or toll.low is None or toll.joint or toll.part:
        return toll
    first, last = page.tokens(toll.span)
    beside = next((one for one in roles.with_target if one.first == last), None)
    start = first - 1 if first and page.words[first - 1] == "و" else first
    if beside is None and roles.target is not None and roles.target.last == start:
        beside = roles.target if page.words[start][:1] == "و" else None
    number = number_of(page, beside) if beside is not None else None
    if beside is None or number is None or toll.hedge not in (Hedge.EXACT, Hedge.AT_LEAST):
        return toll
    if toll.low > _TEN and page.words[beside.core].endswith("ا"):
        return toll  # 17 جنديا وضابطا: of both
    other = page.text.span(beside.first, beside.last)
    span = Span(min(toll.span.start, other.start), max(toll.span.end, other.end))
    high = toll.high + number if toll.high is not None else None
    return msgspec.structs.replace(toll, low=toll.low + number, high=high, who=None, figure=None, span=span)


def single_of(page: Page, mention: Mention, roles: Roles) -> Toll | None:
    """Return the toll of those that nouns for one or names alone tell: مقتل شاب، مقتل ضابط ومجند."""
    kind = harm_of(mention, roles)
    target = roles.target
    own = _of_pronoun(page, mention)
    if kind and own:
        span = page.text.span(mention.first, mention.last)
        return Toll(kind, own, own, Hedge.EXACT, span=span)  # type: ignore[arg-type]
    if kind is None or target is None or mention.word.form == "plural" or _is_tried(page, mention):
        return None
    if mention.word.owned and page.words[mention.last - 1].endswith("هم"):
        return None  # صحفيون اعتقلتهم الجماعة
    victims = (target, *roles.with_target)
    numbers = [number_of(page, one) for one in victims]
    titled = any(_is_definite(page, one) and _has_article(page, other) for one, other in pairwise(victims))
    if None in numbers or titled:
        return None  # الكاتب والإعلامي: one man or two
    total = sum(one or 0 for one in numbers)
    span = page.text.span(target.first, victims[-1].last)
    return Toll(kind, total, total, Hedge.EXACT, span=span)  # type: ignore[arg-type]


def number_of(page: Page, victim: Phrase) -> int | None:
    """Return how many a phrase without a number tells: شاب one, شابان two; null for any other."""
    if any(page.site_at(at) for at in range(victim.first, victim.last)):
        return None
    first = page.words[victim.first].removeprefix(victim.joined)
    one_of = first in ("احد", "احدي") and victim.core > victim.first
    if victim.core > victim.first and not one_of:
        return None  # عدد آخر
    head = page.words[victim.core].removeprefix(victim.joined)
    after = page.words[victim.core + 1 : victim.core + 2]
    beside = (*after, *page.words[victim.last : victim.last + 1])
    if "بهم" in beside or ("مشتبه" in head and "به" not in beside):
        return None  # مشتبه بهم، المشتبه في تورطهم
    if own := is_own(page, victim.core):
        return own  # زوجته، طفليها
    if head.removeprefix("ال") in signs_of("dual") or not signs_of("two").isdisjoint(after):
        return 2
    person = victim.entity is not None and victim.entity.type == "person"
    return 1 if person or one_of or is_single(head) else None


def _is_tried(page: Page, mention: Mention) -> bool:
    """Is a deed told as one that was tried: محاولة اغتيال؟"""
    return mention.first > 0 and page.words[mention.first - 1] in signs_of("attempt")


def _has_article(page: Page, victim: Phrase) -> bool:
    """Does a phrase begin with the article?"""
    return page.words[victim.core].removeprefix(victim.joined).startswith("ال")


def _is_definite(page: Page, victim: Phrase) -> bool:
    """Does a phrase begin with the article and name nobody?"""
    head = page.words[victim.core].removeprefix(victim.joined)
    return head.startswith("ال") and victim.entity is None


def _of_pronoun(page: Page, mention: Mention) -> int | None:
    """Return how many met their death by a pronoun: لقي شرطيان مصرعهما, two; null for others, and where more
    follow (مصرعه مع آخرين)."""
    word = page.words[mention.last - 1]
    if mention.word.family != "killing" or "مصرع" not in word:
        return None
    after = page.words[mention.last : mention.last + _AFTER]
    if any(one == "مع" or one.startswith("وعدد") for one in after):
        return None
    return 2 if word.endswith("هما") else 1 if word.endswith("ه") else None
