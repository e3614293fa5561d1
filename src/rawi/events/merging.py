"""One event for each happening: mentions of the same are brought together."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.events.drafts import VICTIMS, VIOLENT, Draft, fuller
from rawi.events.settings import Setting
from rawi.relations.quantities.page import Page

_KIN: tuple[frozenset[str], ...] = (
    VIOLENT | VICTIMS,
    frozenset(("takeover", "seizure", "advance", "raid", "clash", "operation")),
    frozenset(("arrest", "search", "capture", "raid", "operation")),
    frozenset(("abduction", "hostages", "capture")),
    frozenset(("protest", "dispersal", "riot", "clash", "killing")),
    frozenset(("agreement",)),
    frozenset(("destruction",)),
    frozenset(("foiling",)),
    frozenset(("siege",)),
    frozenset(("withdrawal", "surrender", "defection")),
    frozenset(("deployment",)),
)
_GENERIC = frozenset(("attack", "operation", "killing", "dead", "wounding"))
_REACH = 2


def merge_drafts(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """Return one draft for each happening, in the order of the text."""
    sentences = {first: number for number, (first, _) in enumerate(page.text.sentences)}
    merged: list[Draft] = []
    for one in drafts:
        home = next((other for other in reversed(merged) if are_one(page, other, one, sentences)), None)
        if home is None:
            merged.append(one)
        else:
            _join(home, one)
    return sorted(merged, key=lambda draft: draft.main.first)


def are_one(page: Page, a: Draft, b: Draft, sentences: dict[int, int]) -> bool:
    """Do two drafts, ``a`` the earlier one, tell of one happening?"""
    if not any(a.families & kin and b.families & kin for kin in _KIN) or _clash(page, a, b):
        return False
    gap = sentences.get(b.main.sentence[0], 0) - max(sentences.get(one.sentence[0], 0) for one in a.mentions)
    same = bool(a.families & b.families)
    generic = bool(_GENERIC & (a.families | b.families)) or same
    if gap == 0 and b.main.clause == a.main.clause:
        return generic
    word = b.main.word
    if not word.is_verb and (word.definite or word.owned) and not b.setting.own and b.setting.date is None:
        return generic and gap <= 8
    together = _agree(page, a, b)
    if same and together >= 1 and not _is_another(page, b):
        return True
    if b.families <= VICTIMS and generic and gap <= _REACH and (together >= 1 or not b.setting.own):
        return True
    return generic and together >= 2 and not _is_another(page, b)


def _is_another(page: Page, b: Draft) -> bool:
    """Is another happening announced: غارة أخرى، هجوم ثان؟"""
    after = page.words[b.main.last : b.main.last + 3]
    return any(
        word in ("اخري", "اخر", "ثان", "ثانيه", "مماثل", "مماثله", "منفصل", "منفصله") for word in after
    )


def _clash(page: Page, a: Draft, b: Draft) -> bool:
    """Is there something that two drafts cannot share: days, places, tolls?"""
    if a.setting.date and b.setting.date and a.setting.date.value != b.setting.date.value:
        return True
    if a.setting.own and b.setting.own and not _places_meet(page, a, b):
        return True
    if a.signs.planned != b.signs.planned:
        return True
    for kind in ("killed", "injured", "abducted", "arrested"):
        one, other = a.total(kind), b.total(kind)
        if one and other and one.low != other.low and one.according_to == other.according_to:
            return True
    return False


def _places_meet(page: Page, a: Draft, b: Draft) -> bool:
    """Is one of two happenings where the other is, or in an area around it?"""
    ones, others = _areas(page, a), _areas(page, b)
    narrow_a, narrow_b = a.setting.places[0], b.setting.places[0]
    return (
        (narrow_a.entity or "") in others
        or (narrow_b.entity or "") in ones
        or bool(
            {narrow_a.name} & {p.name for p in b.setting.places}
            | {narrow_b.name} & {p.name for p in a.setting.places}
        )
    )


def _areas(page: Page, draft: Draft) -> set[str]:
    """Return the entities of a draft's places and of those around them."""
    found: set[str] = set()
    for place in draft.setting.places:
        if place.entity is None:
            continue
        found.add(place.entity)
        location = page.entities[place.entity].location
        if location is not None:
            around = {area.id for area in location.admin} | {f"iso:{location.country}"}
            found |= {one.id for one in page.record.entities if one.link in around}
    return found


def _agree(page: Page, a: Draft, b: Draft) -> int:
    """Return how many things two drafts share."""
    shared = 0
    if a.setting.places and b.setting.places and (a.setting.own or b.setting.own):
        shared += _places_meet(page, a, b)
    if a.setting.date and b.setting.date:
        shared += 1
    shared += sum(
        bool((one := a.total(kind)) and (other := b.total(kind)) and one.low == other.low)
        for kind in ("killed", "injured", "abducted", "arrested")
    )
    for x, y in ((a.roles.actor, b.roles.actor), (a.roles.target, b.roles.target)):
        shared += bool(x and y and x.entity and y.entity and x.entity.id == y.entity.id)
    return shared


def _join(home: Draft, one: Draft) -> None:
    """Add to a draft what another mention of its happening tells."""
    home.mentions += one.mentions
    home.roles = fuller(home.roles, one.roles)
    places = home.setting.places
    own = home.setting.own
    if one.setting.own and not own:
        places, own = one.setting.places, True
    home.setting = Setting(places or one.setting.places, own, home.setting.date or one.setting.date)
    known = {(toll.kind, toll.figure) for toll in home.tolls}
    home.tolls += [toll for toll in one.tolls if (toll.kind, toll.figure) not in known]
