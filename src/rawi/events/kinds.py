"""The ACLED event and sub-event type of a happening: what its words name, with what and between whom."""

from __future__ import annotations

from rawi.events.drafts import Draft
from rawi.events.lexemes import PartyClass
from rawi.events.phrases import Phrase
from rawi.relations.quantities.page import Page

AIR = "Explosions/Remote violence/Air/drone strike"
SHELLING = "Explosions/Remote violence/Shelling/artillery/missile attack"
DEVICE = "Explosions/Remote violence/Remote explosive/landmine/IED"
SUICIDE = "Explosions/Remote violence/Suicide bomb"
GRENADE = "Explosions/Remote violence/Grenade"
CHEMICAL = "Explosions/Remote violence/Chemical weapon"
CLASH = "Battles/Armed clash"
REGAINED = "Battles/Government regains territory"
OVERTAKEN = "Battles/Non-state actor overtakes territory"
ATTACK = "Violence against civilians/Attack"
ABDUCTION = "Violence against civilians/Abduction/forced disappearance"
PEACEFUL = "Protests/Peaceful protest"
INTERVENTION = "Protests/Protest with intervention"
EXCESSIVE = "Protests/Excessive force against protesters"
VIOLENT_DEMONSTRATION = "Riots/Violent demonstration"
ARRESTS = "Strategic developments/Arrests"
_PLAIN = {
    "agreement": "Strategic developments/Agreement",
    "destruction": "Strategic developments/Looting/property destruction",
    "foiling": "Strategic developments/Disrupted weapons use",
    "siege": "Strategic developments/Other",
    "raid": "Strategic developments/Other",
    "advance": "Strategic developments/Other",
    "withdrawal": "Strategic developments/Other",
    "surrender": "Strategic developments/Other",
    "seizure": OVERTAKEN,
    "defection": "Strategic developments/Change to group/activity",
    "deployment": "Strategic developments/Change to group/activity",
    "arrest": ARRESTS,
    "search": ARRESTS,
    "capture": ARRESTS,
    "abduction": ABDUCTION,
    "hostages": ABDUCTION,
    "riot": VIOLENT_DEMONSTRATION,
    "accident": "Other/Accident",
    "disaster": "Other/Disaster",
}


def side_of(page: Page, phrase: Phrase | None) -> PartyClass | None:
    """Return on which side those named by a phrase are."""
    return phrase.side if phrase is not None else None


def type_of(draft: Draft) -> str:
    """Return the type of a happening."""
    families, main = draft.families, draft.main.word.family
    near = draft.signs.clause
    if main in ("protest", "dispersal") or _is_of_protest(draft):
        return _protest(draft)
    if main == "takeover":
        return _territory(draft)
    if main in _PLAIN:
        return _PLAIN[main]
    if "chemical" in near and main in ("attack", "shelling", "strike", "airstrike", "bombing"):
        return CHEMICAL
    if "suicide" in near and main in ("attack", "bombing", "blast", "suicide", "operation", "killing"):
        return SUICIDE
    if main in ("bombing", "blast") or (
        "device" in near and main in ("attack", "killing", "wounding", "dead")
    ):
        return GRENADE if "grenade" in near else DEVICE
    if families & {"airstrike"} or main == "strike":
        return AIR
    if main in ("shelling", "missile", "attack", "killing", "dead", "wounding") and _is_from_the_air(draft):
        return AIR
    if main in ("shelling", "missile") or (main == "attack" and "shells" in near):
        return SHELLING
    return _ground(draft)


def _is_from_the_air(draft: Draft) -> bool:
    """Did aircraft do it?"""
    actor = draft.roles.actor
    return (actor is not None and actor.party == "aircraft") or "air" in draft.signs.clause


def _is_of_protest(draft: Draft) -> bool:
    target = draft.roles.target
    return target is not None and "protester" in (target.side, target.party)


def _protest(draft: Draft) -> str:
    """Return the type of what happened in the street."""
    near = draft.signs.clause
    harmed = draft.total("killed") or draft.families & {"killing", "dead"}
    if harmed:
        return EXCESSIVE
    if draft.families & {"riot"}:
        return VIOLENT_DEMONSTRATION
    if "gas" in near or draft.families & {"dispersal", "clash", "arrest"}:
        return INTERVENTION
    return PEACEFUL


def _territory(draft: Draft) -> str:
    """Return whose hands a place came into."""
    actor, target = draft.roles.actor, draft.roles.target
    if actor is not None and actor.side == "nonstate":
        return OVERTAKEN
    if actor is not None and actor.side == "state":
        return REGAINED
    if target is not None and target.side == "state":
        return OVERTAKEN
    return REGAINED


def _ground(draft: Draft) -> str:
    """Return the type of violence on the ground by who suffered it."""
    main, target = draft.main.word.family, draft.roles.target
    if main in ("clash", "ambush"):
        return CLASH
    civil = target is not None and (
        target.side in ("civilian", "protester")
        or (target.party == "civil" and target.side in (None, "civil"))
    )
    if civil and main != "operation":
        return ATTACK
    if target is not None and target.entity is not None and target.entity.type == "person":
        return ATTACK if target.side not in ("state", "nonstate", "member") else CLASH
    return CLASH
