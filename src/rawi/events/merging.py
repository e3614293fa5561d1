"""One event for each happening: mentions of the same are brought together, those only spoken of left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import repeat
from math import fsum

import msgspec

from rawi.events.drafts import Draft, fuller
from rawi.events.lexemes import has_sign
from rawi.events.linking import group_of, is_another, link_features
from rawi.events.places import relate_places
from rawi.events.retelling import is_long_ago
from rawi.events.selection import keep_features
from rawi.events.settings import Setting
from rawi.lexicons.loader import load_table
from rawi.model.claim import EventPlace
from rawi.relations.quantities.page import Page

_VETO = -3.0
#: How many drafts back a mention may lie from another of its happening: few articles of news hold more,
#: so that the work grows with the text and not with its square.
_REACH = 20
_SCENES, _RUMOUR = 3, 6
#: Kinds of happening that can be foiled after they have harmed people.
_ATTACKS = frozenset(("attack", "bombing", "suicide", "operation", "blast", "infiltration", "stabbing"))


class Evidence(msgspec.Struct, frozen=True):
    """The points of signs: of two mentions of one happening, and of a happening that is told; and from where
    on the answer is yes."""

    link: Mapping[str, float]
    keep: Mapping[str, float]
    linked: float = 0.15
    kept: float = 0.7


@cache
def load_evidence() -> Evidence:
    """Return the points of ``event_evidence.tsv``; LexiconError if the table is malformed."""
    found: dict[str, dict[str, float]] = {"link": {}, "keep": {}}
    for row in load_table("event_evidence.tsv"):
        found[row["of"]][row["sign"]] = float(row["points"])
    return Evidence(found["link"], found["keep"])


def weigh(points: Mapping[str, float], signs: Iterable[str]) -> float:
    """Return the sum of the points of signs; what has none counts for nothing.

    The exact sum: signs come in no order of their own, and plain addition differs in the last digit with it.
    """
    return fsum(map(points.get, signs, repeat(0.0)))


def merge_drafts(page: Page, drafts: Sequence[Draft], evidence: Evidence | None = None) -> list[Draft]:
    """Return one draft for each happening that the article tells, in the order of the text."""
    evidence = evidence or load_evidence()
    numbers = sentence_numbers(page)
    merged = link_drafts(page, drafts, evidence)
    kept, seen = [], set[str]()
    for one in merged:
        number = numbers[one.main.sentence[0]]
        group = group_of(one.main.word.family)
        features = keep_features(page, one, number, len(numbers), group in seen)
        one.score = weigh(evidence.keep, features)
        seen.add(group)
        if one.score >= evidence.kept:
            kept.append(one)
    return [one for one in kept if not _is_foiled_again(page, one, kept)]


def _is_foiled_again(page: Page, one: Draft, others: Sequence[Draft]) -> bool:
    """Is an attack said to be foiled one that the article tells to have harmed people: in the same place or
    in none of its own, on no other day, and no other one (قتل خمسة في هجوم ... أحبطت القوات الهجوم)?"""
    if one.main.word.family != "foiling" or not one.families & _ATTACKS or is_another(page, one):
        return False
    return any(
        other.main.word.family in _ATTACKS
        and (other.total("killed") or other.total("injured"))
        and not are_two(page, other, one)
        for other in others
        if other is not one
    )


def sentence_numbers(page: Page) -> dict[int, int]:
    """Return the number of each sentence by its first token."""
    return {first: number for number, (first, _) in enumerate(page.text.sentences)}


def link_drafts(page: Page, drafts: Sequence[Draft], evidence: Evidence) -> list[Draft]:
    """Return the drafts with those of one happening brought together."""
    numbers = sentence_numbers(page)
    scenes = count_scenes(page, drafts)
    groups: list[list[Draft]] = []
    homes: list[int] = []
    for at, one in enumerate(drafts):
        near: dict[int, list[Draft]] = {}
        for other, number in zip(drafts[max(0, at - _REACH) : at], homes[-_REACH:], strict=True):
            near.setdefault(number, []).append(other)
        best, home = evidence.linked, None
        for number, group in sorted(near.items()):
            scores = [
                weigh(evidence.link, link_features(page, other, one, _gap(numbers, other, one), scenes))
                for other in group
            ]
            score = (max(scores) + sum(scores) / len(scores)) / 2
            if score > best and min(scores) > _VETO and not any(are_two(page, a, one) for a in group):
                best, home = score, number
        if home is None:
            home = len(groups)
            groups.append([])
        groups[home].append(one)
        homes.append(home)
    return [_joined(part) for group in groups for part in _parted(group)]


def count_scenes(page: Page, drafts: Sequence[Draft]) -> dict[str, int]:
    """Return in how many places that lie apart the mentions of each group of kinds are told to be; three
    stands for more."""
    found: dict[str, list[Draft]] = {}
    for one in drafts:
        seen = found.setdefault(group_of(one.main.word.family), [])
        if (
            len(seen) < _SCENES
            and one.setting.own
            and any(place.entity is not None for place in one.setting.places)  # else it may lie near
            and all(relate_places(page, a.setting.places, one.setting.places) == "differs" for a in seen)
        ):
            seen.append(one)
    return {group: len(seen) for group, seen in found.items()}


def are_two(page: Page, a: Draft, b: Draft) -> bool:
    """Must two mentions be of two happenings: another one is announced, or each has a place or day of its own
    and they differ?"""
    if is_another(page, b):
        return True
    if _is_remembered(a) != _is_remembered(b) and _is_of_now(b if _is_remembered(a) else a):
        return True
    told = [one.main.word for one in (a, b)]
    if any(one.definite and not one.is_verb for one in told):
        return False
    if a.setting.date and b.setting.date and a.setting.date.value != b.setting.date.value:
        return True
    if not (a.setting.own and b.setting.own):
        return False
    return relate_places(page, a.setting.places, b.setting.places) == "differs"


def _is_remembered(one: Draft) -> bool:
    """Is a happening told as one that is remembered, so that none of the news is the same?"""
    return one.retold is not None and one.retold.by == "memory"


def _is_of_now(one: Draft) -> bool:
    """Has a happening a day of its own, not long before the news?"""
    date = one.setting.date
    return date is not None and not is_long_ago(date, one.page.record.document.published)


def _gap(numbers: Mapping[int, int], a: Draft, b: Draft) -> int:
    return numbers[b.main.sentence[0]] - numbers[a.main.sentence[0]]


def _parted(group: Sequence[Draft]) -> Iterator[Sequence[Draft]]:
    """Yield the mentions of one happening; those denied apart, where what is told is of another kind and
    names nobody who did it or to whom: دوي انفجارات is not the raid that is denied."""
    denied = [one for one in group if one.signs.denied]
    told = [one for one in group if not one.signs.denied]
    families = {family for one in denied for family in one.families}
    bare = all(one.roles.actor is None and one.roles.target is None for one in told)
    other = all(one.families.isdisjoint(families) and _is_told(one, denied) for one in told)
    if told and denied and bare and other:
        yield from sorted((told, denied), key=lambda ones: ones[0].main.first)
    else:
        yield group


def _joined(group: Sequence[Draft]) -> Draft:
    """Return one draft of several, the first leading; what one tells and another denies is told, and the
    denial adds nothing but its mention."""
    denied = [one for one in group if one.signs.denied]
    told = [one for one in group if not one.signs.denied]
    weak = [one for one in told if denied and not _is_told(one, denied)]
    if len(weak) == len(told):
        told, weak = denied, told
    told = [*(one for one in told if all(one is not other for other in weak)), *weak]
    home, *rest = told
    known = {(toll.kind, toll.figure) for toll in home.tolls}
    for one in rest:
        _join(home, one)
        home.tolls += [toll for toll in one.tolls if (toll.kind, toll.figure) not in known]
        known |= {(toll.kind, toll.figure) for toll in one.tolls}
    home.mentions.sort(key=lambda mention: mention.first)
    home.lead_with_fullest()
    for one in denied:
        if all(one is not other for other in told):
            home.mentions += one.mentions
            home.setting = msgspec.structs.replace(home.setting, date=home.setting.date or one.setting.date)
    return home


def _is_told(one: Draft, denials: Sequence[Draft]) -> bool:
    """Does a mention tell what others deny: by a verb, with what came of it, by the article or by somebody
    else; and not as a rumour, nor only take up what is denied?"""
    statement = one.statement
    if one.main.word.form == "verb" or one.signs.done or one.tolls or "results" in one.signs.clause:
        return True
    if statement is None:
        before = one.page.words[max(one.main.sentence[0], one.main.first - _RUMOUR) : one.main.first]
        return not has_sign(before, "rumour")
    deniers = {other.statement.speaker.name for other in denials if other.statement is not None}
    return statement.speaker.name not in deniers


def _join(home: Draft, one: Draft) -> None:
    """Add to a draft what another mention of its happening tells; who did it only by an allegation makes it
    alleged."""
    accused = home.roles.actor is None and one.roles.actor is not None and one.signs.alleged
    if accused and not (home.signs.denied or home.signs.planned or home.signs.alleged):
        home.signs = msgspec.structs.replace(home.signs, alleged=True, why=one.signs.why)
    home.mentions += one.mentions
    home.roles = fuller(home.roles, one.roles)
    home.means |= one.means
    home.summed |= one.summed
    home.passed |= one.passed
    places, own = _narrower(home, one)
    later = one.setting.date if home.retold is None or one.retold is not None else None
    home.setting = Setting(places, own, home.setting.date or later)


def _narrower(home: Draft, one: Draft) -> tuple[tuple[EventPlace, ...], bool]:
    """Return where a happening was by two mentions: what stands in the own clause of one, the narrower
    first; and whether any does."""
    a, b = home.setting, one.setting
    if a.own and b.own and _lies_in(home.page, b.places, a.places):
        known = {place.name for place in b.places}
        return (*b.places, *(place for place in a.places if place.name not in known)), True
    if b.own and not a.own:
        return b.places, True
    return a.places or b.places, a.own


def _lies_in(page: Page, ones: tuple[EventPlace, ...], others: tuple[EventPlace, ...]) -> bool:
    """Does the first of some places lie in the first of others?"""
    found = relate_places(page, ones, others)
    return found == "within" or (found == "wide" and others[0].precision == "country")
