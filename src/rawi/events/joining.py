"""Mentions of one sentence that tell of one happening: verbs of a noun, what was foiled, victims."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.events.drafts import VICTIMS, VIOLENT, Draft, fuller, is_place
from rawi.events.lexemes import EventWord, signs_of
from rawi.events.mentions import Mention, is_hit
from rawi.events.roles import Roles
from rawi.events.settings import Setting
from rawi.relations.quantities.page import COMMAS, Page

_OWNER = 18
_FOILED, _HELD, _NEXT = 8, 5, 2
_FOLLOWED = 30  # words from a fight to those who fell in it
_AROUND = 40  # drafts before and after one among which its cause may be
_RESULTS = VICTIMS | {"destruction"}


def drop_guests(page: Page, drafts: list[Draft]) -> list[Draft]:
    """Return the drafts without verbs that only tell of a noun (استهدفت غارة مزرعة، هجوم استهدف حاجزا): it
    gets what they name."""
    by_token = {one.main.first: one for one in drafts}
    kept: list[Draft] = []
    for one in drafts:
        host = by_token.get(one.roles.host) if one.roles.host is not None else _noun_before(page, drafts, one)
        if host is None or host is one:
            kept.append(one)
        else:
            host.roles = fuller(host.roles, Roles(target=one.roles.target))
    return _without_foiled(kept)


def _without_foiled(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts without what was foiled (أحبطت القوات هجوما) and the noun of a verb (أحكم السيطرة):
    they are what the verb before them tells."""
    kept: list[Draft] = []
    for one in drafts:
        before = kept[-1] if kept else None
        if before is not None and before.main.clause == one.main.clause and not one.main.word.is_verb:
            near = one.main.first - before.main.last
            foiled = _is_met(before.main.word) and near <= _FOILED
            held = before.main.word.family == one.main.word.family == "takeover" and near <= _HELD
            held = held or (_is_after(one) and before.main.word.family == "takeover")
            if (foiled and one.main.word.family in VIOLENT | {"infiltration"}) or held:
                before.mentions.append(one.main)
                enemy = one.roles.actor if foiled else one.roles.target
                mine = Roles(before.roles.actor) if foiled else before.roles
                before.roles = fuller(mine, Roles(target=enemy))
                continue
        kept.append(one)
    return kept


def _is_met(word: EventWord) -> bool:
    """Does a verb tell how somebody met what follows: أحبط هجوما، تصدى لهجوم?"""
    return word.family == "foiling" or (word.family == "clash" and "ل" in word.via)


def _is_after(one: Draft) -> bool:
    """Is a clash told as what led to what was taken: سيطرت على المدينة بعد معارك مع المسلحين?"""
    word = one.page.words[one.main.first - 1]
    return one.main.word.family == "clash" and word in ("بعد", "عقب", "اثر") and not one.main.word.definite


def _noun_before(page: Page, drafts: Sequence[Draft], one: Draft) -> Draft | None:
    """Return the noun of a happening of which a verb of hitting tells in a relative clause."""
    main = one.main
    if not is_hit(page, main):
        return None
    for other in reversed(drafts):
        noun = other.main
        if noun.first >= main.first or noun.sentence != main.sentence or noun.word.is_verb:
            continue
        if noun.word.family not in VIOLENT or main.first - noun.last > _OWNER:
            return None
        between = page.words[noun.last : main.first]
        relative = not signs_of("relative").isdisjoint(between[-2:])
        return other if relative or not any(word in COMMAS for word in between) else None
    return None


def join_victims(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts with those of victims joined to the happening of their sentence that a word names."""
    drafts = _without_deadly_protests(drafts)
    kept: list[Draft] = []
    for at, one in enumerate(drafts):
        around = drafts[max(0, at - _AROUND) : at + _AROUND]
        cause = _cause(one, around) if one.main.word.family in _RESULTS else None
        if cause is None or (cause.signs.denied and not one.signs.denied):
            kept.append(one)
            continue
        if one.signs.denied and not cause.signs.denied and not _is_of_known(one, cause):
            continue  # نفى مقتل مدنيين في الغارة: nothing of whom it hit
        _take_victims(cause, one)
    return kept


def _without_deadly_protests(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts without protests in which the next one tells that people died: it is where and when
    they were (مظاهرات قتل فيها ثلاثة)."""
    kept: list[Draft] = []
    for one, after in zip(drafts, [*drafts[1:], None], strict=True):
        if after is None or one.main.word.family not in ("protest", "gathering"):
            kept.append(one)
            continue
        main = after.main
        words = one.page.words[main.last : main.last + _NEXT]
        deadly = main.word.family in ("killing", "dead") and not signs_of("within").isdisjoint(words)
        if not deadly or main.sentence != one.main.sentence:
            kept.append(one)
        elif not after.setting.own:
            date = after.setting.date or one.setting.date
            after.setting = Setting(one.setting.places, one.setting.own, date)
    return kept


def _is_of_known(victims: Draft, cause: Draft) -> bool:
    """Are victims told of what somebody only denies to have done: نفى ضلوعه في التفجير الذي قتل فيه تسعة?"""
    held = victims.statement is not None and victims.statement.id in cause.passed
    return held and victims.main.first > cause.main.first


def _cause(one: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """Return the happening in which those of a draft came to harm: of its clause, else of its sentence."""
    mention = one.main
    found = [
        other
        for other in drafts
        if other is not one
        and other.main.word.family in VIOLENT
        and other.main.sentence == mention.sentence
        and not _are_days_two(one, other)
    ]
    near = [other for other in found if not _is_apart(other.main, mention)]
    near = near or [other for other in found if _goes_on(one, other, drafts) or _follows(one, other, drafts)]
    if one.retold is None:
        near = [other for other in near if other.retold is None] or near
    start, end = one.page.between_marks(mention.first)
    return min(
        near,
        key=lambda other: (not start <= other.main.first < end, abs(other.main.first - mention.first)),
        default=None,
    )


def _are_days_two(one: Draft, other: Draft) -> bool:
    """Are two mentions told to be of two days, none of them in a month or time that the other tells?"""
    a, b = ((draft.setting.date and draft.setting.date.value) or "" for draft in (one, other))
    return bool(a and b) and "/" not in a + b and not (a.startswith(b) or b.startswith(a))


def _goes_on(one: Draft, cause: Draft, drafts: Sequence[Draft]) -> bool:
    """Are victims told in one clause and more of them with the cause in the next: قتل ثلاثة، وأصيب أربعة في
    هجوم?"""
    if one.main.first >= cause.main.clause[0]:
        return False
    between = [other for other in drafts if one.main.first < other.main.first < cause.main.first]
    return bool(between) and all(other.main.word.family in VICTIMS for other in between)


def _follows(one: Draft, cause: Draft, drafts: Sequence[Draft]) -> bool:
    """Are victims told by و right after a fight, with no place of their own: اندلعت اشتباكات في سرت،
    وقتل عشرة من الجيش؟"""
    word, setting = one.main.word, one.setting
    if cause.main.word.family != "clash" or not (word.is_verb and word.joined) or one.roles.actor is not None:
        return False
    if cause.main.first > one.main.first or setting.own or one.main.first - cause.main.last > _FOLLOWED:
        return False
    between = [other for other in drafts if cause.main.first < other.main.first < one.main.first]
    return all(other.main.word.family in VICTIMS for other in between)


def _is_apart(a: Mention, b: Mention) -> bool:
    """Do two mentions of a sentence stand in clauses of their own?"""
    return a.clause != b.clause and not (a.clause[0] <= b.first < a.clause[1])


def _take_victims(cause: Draft, victims: Draft) -> None:
    """Add to a happening who was harmed in it."""
    cause.mentions += victims.mentions
    cause.tolls += victims.tolls
    cause.summed |= victims.summed
    cause.passed |= victims.passed
    if cause.main.word.family in ("clash", "ambush") and cause.roles.actor is None and victims.roles.target:
        cause.roles = Roles(
            cause.roles.target, victims.roles.target
        )  # قتل 15 من المسلحين في مواجهات مع الجيش
    target = cause.roles.target or victims.roles.target
    if is_place(target) and victims.roles.target is not None:
        target = victims.roles.target  # قصف على المدينة قتل فيه ثمانية: they, not the town
    cause.roles = fuller(Roles(cause.roles.actor, target), fuller(cause.roles, victims.roles))
    if not cause.setting.places:
        cause.setting = Setting(victims.setting.places, victims.setting.own, cause.setting.date)
    if cause.setting.date is None and cause.retold is None:
        cause.setting = Setting(cause.setting.places, cause.setting.own, victims.setting.date)
