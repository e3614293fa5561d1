"""What each mention of a text tells, before mentions of one happening are brought together."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from operator import itemgetter

import msgspec

from rawi.events.arguments import find_roles
from rawi.events.certainty import read_signs
from rawi.events.denial import find_teller
from rawi.events.drafts import MEANS, VICTIMS, VIOLENT, Draft, is_place
from rawi.events.joining import drop_guests, join_victims
from rawi.events.mentions import Mention, find_mentions
from rawi.events.places import relate_places
from rawi.events.retelling import find_retelling
from rawi.events.roles import Roles
from rawi.events.scenes import carry_places
from rawi.events.settings import Setting, find_setting
from rawi.events.spots import place_of
from rawi.events.subjects import inherit_actors
from rawi.events.tolls import Count, find_counts, object_of, single_of, tolls_of, with_joined
from rawi.model.claim import Toll
from rawi.relations.quantities.harms import Harm
from rawi.relations.quantities.page import Page

#: Mentions before and after a count among which the one is looked for whose toll it is.
_NEAR = 40


def read_drafts(
    page: Page, harms: Callable[[AbstractSet[tuple[int, int]]], Mapping[str, Harm]]
) -> list[Draft]:
    """Return a draft for each mention of a page that is none of another's, tolls given out.

    ``harms`` gives those of the figures of harm in some sentences, by id.
    """
    mentions = list(find_mentions(page))
    if not mentions:
        return []
    drafts = [_read(page, one) for one in mentions]
    carry_places(page, drafts)
    inherit_actors(page, drafts)
    drafts = drop_guests(page, drafts)
    joined = join_victims(drafts)
    sentences = {mention.sentence for one in joined for mention in one.mentions}
    known = harms(sentences)
    passed = frozenset(id for one in joined for id in one.passed)
    _give_tolls(page, joined, list(find_counts(page, known, passed)))
    for one in joined:
        counted = object_of(page, one.main, one.roles, known)
        if counted is not None and one.total(counted.kind) is None:
            one.tolls.append(counted)
        one.tolls = [_held(one, with_joined(page, toll, one.roles)) for toll in one.tolls]
    return joined


def _read(page: Page, mention: Mention) -> Draft:
    """Return what one mention tells."""
    teller = find_teller(page, mention)
    roles = find_roles(page, mention)
    retold = find_retelling(page, mention)
    setting = find_setting(page, mention, teller.statement, retold)
    signs = read_signs(page, mention, teller, setting.date)
    if signs.disowned:
        roles = _without_denier(mention, roles)
    draft = Draft(
        page, [mention], roles, setting, teller.statement, signs, retold=retold, passed=teller.passed
    )
    draft.means = draft.signs.clause & MEANS
    if is_place(roles.target) and mention.word.family in _STRIKING:
        draft.setting = _struck(page, draft)
    single = single_of(page, mention, roles)
    if single is not None:
        draft.tolls.append(single)
    return draft


def _held(draft: Draft, toll: Toll) -> Toll:
    """Return a toll with who tells it: who denies to have done it does not."""
    if toll.according_to not in draft.passed:
        return toll
    holder = draft.statement.id if draft.statement is not None else None
    return msgspec.structs.replace(toll, according_to=holder)


def _without_denier(mention: Mention, roles: Roles) -> Roles:
    """Return roles without who is said before a mention, for he denies to have done it."""
    mine = tuple(one for one in roles.with_actor if one.first > mention.first)
    actor = roles.actor if roles.actor is not None and roles.actor.first > mention.first else None
    return msgspec.structs.replace(roles, actor=actor, with_actor=mine if actor is not None else ())


#: Kinds of happening whose target, where it is a place, is where they were.
_STRIKING = frozenset(("airstrike", "strike", "shelling", "missile", "attack", "bombing", "raid", "siege"))


def _struck(page: Page, draft: Draft) -> Setting:
    """Return where something was done to a place: there, before all that stands around it."""
    setting, target = draft.setting, draft.roles.target
    place = place_of(page, target.core, target.last) if target is not None else None
    if place is None:
        return setting
    known = [one for one in setting.places if one.name != place.name]
    related = [one for one in known if relate_places(page, (place,), (one,)) != "differs"]
    inside = [one for one in related if relate_places(page, (place,), (one,)) == "around"]
    rest = [one for one in related if one not in inside]
    return Setting((*inside, place, *rest), True, setting.date)


def _give_tolls(page: Page, drafts: Sequence[Draft], counts: Iterable[Count]) -> None:
    """Give each count to the happening of its sentence that is nearest, first between the same commas."""
    order = {id(one): number for number, one in enumerate(drafts)}
    told = sorted(
        ((mention.first, order[id(one)]) for one in drafts for mention in one.mentions), key=itemgetter(0, 1)
    )
    for count in counts:
        first, last = page.text.sentence_of(count.at)
        at = bisect_left(told, (count.at, 0))
        start, end = page.between_marks(count.at)
        found = [
            (not start <= token < end, abs(token - count.at), number)
            for token, number in told[max(0, at - _NEAR) : at + _NEAR]
            if first <= token < last and _may_have(drafts[number], count)
        ]
        if not found:
            continue
        best = drafts[min(found)[2]]
        if count.is_sum:
            best.summed |= frozenset(count.kinds)
            continue
        fresh = list(tolls_of(page, count))
        best.tolls = [one for one in best.tolls if one.figure or one.kind not in count.kinds] + fresh


_SUFFERED = {
    "abducted": frozenset(("abduction", "hostages", "attack", "raid")),
    "arrested": frozenset(
        ("arrest", "search", "capture", "raid", "operation", "dispersal", "protest", "clash")
    ),
}


def _may_have(draft: Draft, count: Count) -> bool:
    """Can those counted have come to harm in a happening of this kind?"""
    families = draft.families
    for kind in count.kinds:
        known = _SUFFERED.get(kind)
        if known is None:
            if families & (VIOLENT | VICTIMS | {"takeover", "protest", "ambush", "siege"}):
                return True
        elif families & known:
            return True
    return False
