"""What makes the kind or the place of a happening doubtful: a blast of which nobody tells the cause, an
attack that may be one of words, a place taken by nobody knows whom or by a foreign army, stones of one.
"""

from __future__ import annotations

from rawi.events.drafts import Draft
from rawi.events.idioms import is_said
from rawi.events.kinds import DEVICE, MOB, REGAINED
from rawi.events.lexemes import party_of, signs_of
from rawi.events.territory import is_control, is_foreign, is_of_army
from rawi.model.entity import Location


def is_of_doubtful_kind(draft: Draft, type_: str) -> bool:
    """May a happening be of another kind than the ``type_`` that its words led to?"""
    main = draft.main
    if is_said(draft.page, main.first, main.word):
        return True
    if type_ == DEVICE:
        return main.word.family == "blast" and _is_unexplained(draft)
    if type_ == MOB:
        return main.word.family == "stoning"
    if type_ == REGAINED:
        return _is_by_others(draft)
    return False


def is_of_doubtful_place(draft: Draft) -> bool:
    """Is it not settled whether a place is a country or a town of its name: عمان?"""
    location = _location(draft)
    return location is not None and location.precision == "country" and not location.certain


def _location(draft: Draft) -> Location | None:
    """Return where the place of a happening lies, null where it has none."""
    places = draft.setting.places
    return draft.page.entities[places[0].entity].location if places and places[0].entity else None


def _is_unexplained(draft: Draft) -> bool:
    """Is a blast told of with no word on what blew up, or with whom it was aimed at?"""
    if draft.roles.actor is not None or draft.roles.claimed is not None:
        return False
    if draft.families & {"bombing", "attack", "mine", "suicide"} or "device" in draft.means:
        return False
    first, last = draft.main.sentence
    told = signs_of("device") | signs_of("terrorist") | signs_of("hits")
    return told.isdisjoint(word.lstrip("وب") for word in draft.page.words[first:last])


def _is_by_others(draft: Draft) -> bool:
    """Is a place not told to be taken by forces of its own state?"""
    actor, location = draft.roles.actor, _location(draft)
    country = location.country if location is not None else None
    if actor is not None and is_foreign(draft.page, actor, country):
        return True
    first, last = draft.main.sentence
    known = any(party_of(word) == "state" for word in draft.page.words[first:last])
    if known or draft.roles.target is not None or (actor is not None and is_of_army(draft.page, actor)):
        return False
    return actor is not None or is_control(draft.page, draft.main.first)
