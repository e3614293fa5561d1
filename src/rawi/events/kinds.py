"""The ACLED event and sub-event type of a happening: what its words name, with what and between whom."""

from __future__ import annotations

from itertools import pairwise

from rawi.events.drafts import Draft
from rawi.events.lexemes import PartyClass, is_sign, is_single, party_of, signs_of
from rawi.events.phrases import Phrase
from rawi.events.territory import is_of_army, is_of_group, is_peaceful, is_unit, left_by_army, takes_arms

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
MOB = "Riots/Mob violence"
TRANSFER = "Strategic developments/Non-violent transfer of territory"
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
    "roadblock": VIOLENT_DEMONSTRATION,
    "stoning": VIOLENT_DEMONSTRATION,
    "exchange": "Strategic developments/Agreement",
    "release": "Strategic developments/Other",
    "coup": "Strategic developments/Other",
    "evacuation": TRANSFER,
    "rape": "Violence against civilians/Sexual violence",
    "accident": "Other/Accident",
    "disaster": "Other/Disaster",
}


ACCIDENT = "Other/Accident"
DISASTER = "Other/Disaster"
SEXUAL = "Violence against civilians/Sexual violence"
DISRUPTED = "Strategic developments/Disrupted weapons use"
_ON_THE_SPOT = frozenset(("attack", "bombing", "blast", "suicide", "operation", "killing", "mine"))
_BY_FIRE = frozenset(("shelling", "missile", "attack", "killing", "dead", "wounding", "destruction"))
_BY = 6  # words around a clash among which supporters are looked for
_AROUND = 2  # sentences in which means are looked for


def type_of(draft: Draft) -> str:
    """Return the type of a happening."""
    main, near = draft.main.word.family, draft.signs.clause | draft.means
    street = _of_the_street(draft)
    if street is not None:
        return street
    if main in ("takeover", "advance", "seizing"):
        return _led_away(draft) if main == "seizing" else _territory(draft)
    if main in ("killing", "dead", "wounding", "stabbing"):
        mishap = _mishap(draft)
        if mishap is not None:
            return mishap
    if main in ("attack", "bombing", "blast", "killing", "wounding") and "grenade" in near:
        return GRENADE
    if main in ("raid", "attack", "killing", "abduction") and "sexual" in near:
        return SEXUAL
    if main == "hostages":
        return _led_away(draft)
    if main == "destruction" and (_burns_tyres(draft) or _by_a_crowd(draft.roles.actor, draft)):
        return VIOLENT_DEMONSTRATION
    if main in ("search", "raid", "foiling"):
        return _entry(draft)
    if "chemical" in near and main in ("attack", "shelling", "strike", "airstrike", "bombing"):
        return CHEMICAL
    if main in _ON_THE_SPOT and ("suicide" in near or _blew_himself_up(draft)):
        return SUICIDE
    if main in ("bombing", "blast", "mine") or (
        _is_of_device(draft) and main in ("attack", "killing", "wounding", "dead")
    ):
        if main == "bombing" and "device" in near and _side(draft.roles.actor) == "state":
            return DISRUPTED  # فجرت قوات الأمن عبوات ناسفة
        if main == "blast" and "device" not in near and _in_industry(draft):
            return ACCIDENT
        return GRENADE if "grenade" in near else DEVICE
    if main == "airstrike":
        return AIR
    if main in ("strike", *_BY_FIRE):
        fire = _fire(draft)
        if fire is not None:
            return fire
    return _PLAIN.get(main) or _ground(draft)


def _burns_tyres(draft: Draft) -> bool:
    """Do people in the street burn tyres?"""
    last = draft.main.last
    return not signs_of("tyres").isdisjoint(draft.page.words[last : last + 4])


def _has_forces(draft: Draft) -> bool:
    """Does the sentence name anybody under arms beside who did it?"""
    first, last = draft.main.sentence
    actor = draft.roles.actor
    for at in range(first, last):
        if actor is not None and actor.first <= at < actor.last:
            continue
        if draft.page.words[at].lstrip("وفبل") in signs_of("security"):
            return True
    return False


def _is_of_device(draft: Draft) -> bool:
    """Does the clause name a bomb or mine, or was one told of that went off?"""
    blown = bool(draft.families & {"bombing", "blast", "mine"})
    return "device" in draft.signs.clause or (blown and "device" in draft.means)


def _by_a_crowd(phrase: Phrase | None, draft: Draft) -> bool:
    """Does a phrase begin with people in the street: شبان غاضبون، محتجون?"""
    if phrase is None:
        return False
    words = draft.page.words[phrase.first : phrase.first + 3]
    return any(word.lstrip("وبل") in signs_of("street_people") for word in words)


def _mishap(draft: Draft) -> str | None:
    """Return whether people came to harm by weather or in an accident that the sentence names: حادث مروري،
    انهيار مبنى، القطار; null for neither."""
    if draft.roles.actor is not None:
        return None
    words = _sentence(draft)
    if not signs_of("weather").isdisjoint(words):
        return DISASTER
    hit = any(
        word.removeprefix("ال") in ("حادث", "حوادث") and after in signs_of("vehicle")
        for word, after in pairwise(words)
    )
    return ACCIDENT if hit or not signs_of("mishap").isdisjoint(words) else None


def _in_industry(draft: Draft) -> bool:
    """Is a blast one of a factory, a tank, a pipe?"""
    return not signs_of("industry").isdisjoint(_sentence(draft))


def _sentence(draft: Draft) -> list[str]:
    """Return the words of the sentence of a happening."""
    first, last = draft.main.sentence
    return draft.page.words[first:last]


def _side(phrase: Phrase | None) -> PartyClass | None:
    return phrase.side if phrase is not None else None


def _blew_himself_up(draft: Draft) -> bool:
    """Does somebody blow himself up: فجر انتحاري نفسه?"""
    main, words = draft.main, draft.page.words
    after = words[main.last : main.last + 16]
    return main.word.family == "bombing" and main.word.is_verb and not {"نفسه", "نفسها"}.isdisjoint(after)


def _fire(draft: Draft) -> str | None:
    """Return whether fire came from the air or from the ground; null where nothing tells of either."""
    actor, main, near = draft.roles.actor, draft.main.word.family, draft.signs.clause
    words = draft.page.words
    after = words[draft.main.last : draft.main.last + 2]
    heavy = actor is not None and any(
        word.removeprefix("ال") in signs_of("guns") for word in words[actor.first : actor.last]
    )
    if heavy or (main in ("attack", "shelling", "strike") and not signs_of("shells").isdisjoint(after)):
        return SHELLING
    by_air = actor is not None and (actor.party == "aircraft" or "تحالف" in words[actor.core])
    if (
        by_air
        or ("air" in near and main not in ("killing", "dead", "wounding", "missile"))
        or _says_coalition(draft)
    ):
        return AIR
    hits = draft.page.words[draft.main.first].lstrip("وفبل").removeprefix("ال") in signs_of("hits_from_afar")
    flown = actor is not None and not signs_of("flying").isdisjoint(words[actor.first : actor.last])
    if main == "shelling" and flown and "shells" not in near:
        return AIR
    if main == "shelling" or main == "missile":
        return AIR if "shells" not in near and _heard(draft) == "air" else SHELLING
    if "shells" in near and main in ("attack", "strike"):
        return SHELLING
    if main == "strike" or (main == "attack" and hits and not draft.families & {"clash", "shooting"}):
        heard = _heard(draft)
        return AIR if heard == "air" else SHELLING if heard == "shells" else AIR if main == "strike" else None
    return None


def _says_coalition(draft: Draft) -> bool:
    """Does a coalition tell of hitting something, and nobody else is said to have done it?"""
    if (
        draft.statement is None
        or draft.roles.actor is not None
        or draft.main.word.family not in ("attack", "shelling")
    ):
        return False
    return "التحالف" in (draft.statement.speaker.name or "")


def _heard(draft: Draft) -> str | None:
    """Return which means the sentences around tell of: ``air``, ``shells``, null for neither."""
    page, main = draft.page, draft.main
    numbers = [first for first, _ in page.text.sentences]
    here = numbers.index(main.sentence[0]) if main.sentence[0] in numbers else 0
    first = numbers[max(0, here - _AROUND)]
    last = numbers[here + _AROUND] if here + _AROUND < len(numbers) else len(page.words)
    words = page.words[first:last]
    air = sum(word in signs_of("air") for word in words)
    shells = sum(word in signs_of("shells") for word in words)
    return "air" if air > shells else "shells" if shells > air else None


def _of_the_street(draft: Draft) -> str | None:
    """Return the type of what happened between people in the street and those who hold them down."""
    main, near, target = draft.main.word.family, draft.signs.clause, draft.roles.target
    street = "ground_of_protest" in near
    of_them = target is not None and "protester" in (target.side, target.party)
    if main in ("protest", "gathering", "dispersal", "roadblock"):
        return _protest(draft)
    if main == "stoning" and _is_of_one(draft):
        return MOB
    if main in ("riot", "stoning"):
        return VIOLENT_DEMONSTRATION
    if main in ("killing", "dead", "wounding", "shooting") and (of_them or street):
        return EXCESSIVE
    if main == "clash" and _has_fans(draft):
        return MOB
    if main == "clash" and ("gas" in near or _is_riot(draft)):
        return VIOLENT_DEMONSTRATION
    if main == "clash" and street and not {_side(draft.roles.actor), _side(target)} & {"nonstate"}:
        return EXCESSIVE if draft.total("killed") and "shooting" in draft.families else VIOLENT_DEMONSTRATION
    return None


def _is_riot(draft: Draft) -> bool:
    """Do people in the street, with stones or with nothing, clash with those who hold them down?"""
    roles = draft.roles
    if "nonstate" in (_side(roles.actor), _side(roles.target)):
        return False
    stones = not signs_of("stones").isdisjoint(_sentence(draft))
    return stones or _by_a_crowd(roles.actor, draft) or _by_a_crowd(roles.target, draft)


def _has_fans(draft: Draft) -> bool:
    """Do supporters of a club clash: اشتباكات بين مشجعين والشرطة?"""
    main = draft.main
    near = draft.page.words[max(main.sentence[0], main.first - _BY) : min(main.sentence[1], main.last + _BY)]
    return any(is_sign(word, "fans") or is_sign(word.lstrip("ل"), "fans") for word in near)


def _is_of_one(draft: Draft) -> bool:
    """Did one person alone do it: رشق رجل دورية بالحجارة?"""
    main, words = draft.main, draft.page.words
    after = words[main.last] if main.last < len(words) else ""
    return main.word.is_verb and not main.word.several and is_single(after)


def _protest(draft: Draft) -> str:
    """Return the type of a gathering by what became of it."""
    if draft.total("killed") or draft.families & {"killing", "dead", "shooting"}:
        return EXCESSIVE
    if draft.families & {"riot", "stoning", "attack", "destruction"}:
        return VIOLENT_DEMONSTRATION
    if draft.main.word.family == "roadblock" and not signs_of("tyres").isdisjoint(_sentence(draft)):
        return VIOLENT_DEMONSTRATION
    if "gas" in draft.signs.clause or draft.families & {"dispersal", "clash", "arrest"}:
        return INTERVENTION
    return PEACEFUL


def _led_away(draft: Draft) -> str:
    """Return whether those led away were arrested or abducted."""
    return ARRESTS if _side(draft.roles.actor) == "state" else ABDUCTION


def _entry(draft: Draft) -> str:
    """Return the type of a raid, a search, or an attack that was foiled, by what came of it."""
    main = draft.main.word.family
    if main == "foiling":
        return CLASH if "infiltration" in draft.families else DISRUPTED
    if draft.total("killed") or (main == "raid" and _side(draft.roles.actor) == "nonstate"):
        return CLASH
    return _PLAIN[main]


def _territory(draft: Draft) -> str:
    """Return whose hands a place came into, or that arms were taken."""
    if takes_arms(draft.page, draft.main.first, draft.main.word):
        return DISRUPTED
    if is_peaceful(draft.page, *draft.main.clause):
        return TRANSFER
    actor, target = draft.roles.actor, draft.roles.target
    if actor is not None and is_unit(draft.page, actor):
        return REGAINED
    if actor is not None and is_of_group(draft.page, actor) and not _is_from_fighters(draft, actor):
        return OVERTAKEN
    sides = {_side(one) for one in (actor, *draft.roles.with_actor)} | _joined_side(draft)
    if "state" in sides or (actor is not None and _is_loser(draft, actor)):
        return REGAINED
    if "nonstate" in sides or _side(target) == "state":
        return OVERTAKEN
    if (
        actor is not None
        and left_by_army(draft.page, *draft.main.sentence)
        and not is_of_army(draft.page, actor)
    ):
        return OVERTAKEN
    return REGAINED


def _is_from_fighters(draft: Draft, actor: Phrase) -> bool:
    """Does the sentence name armed men of no state beside who took the place, so that allies of the state
    may have done it (ألوية تطهر مواقع المتمردين)?"""
    first, last = draft.main.sentence
    others = (at for at in range(first, last) if not actor.first <= at < actor.last)
    return any(party_of(draft.page.words[at]) == "nonstate" for at in others)


def _joined_side(draft: Draft) -> set[PartyClass | None]:
    """Return the side of whom و joins right after the actor: المقاومة والجيش."""
    actor, words = draft.roles.actor, draft.page.words
    if actor is None or actor.last >= len(words) or words[actor.last][:1] != "و":
        return set()
    return {party_of(words[actor.last])}


def _is_loser(draft: Draft, actor: Phrase) -> bool:
    """Does من lead to a party from which a place was taken: تحرير المدينة من سطوة التنظيم?"""
    main, words = draft.main, draft.page.words
    return actor.first > main.first and "من" in words[max(main.last, actor.first - 2) : actor.first]


def _ground(draft: Draft) -> str:
    """Return the type of violence on the ground by who suffered it."""
    main, target = draft.main.word.family, draft.roles.target
    if main in ("clash", "ambush", "infiltration", "operation"):
        return CLASH
    if any(one.who == "fighters" and one.side != "actor" for one in draft.tolls):
        return CLASH
    if target is None or (target.party is None and target.entity is None):
        return CLASH if main not in ("stabbing", "killing") and _has_forces(draft) else ATTACK
    if target.side in ("civilian", "protester", "civil") and "civil" in (target.party, "civil"):
        return ATTACK
    if target.entity is not None and target.entity.type == "person":
        return ATTACK if target.side not in ("state", "nonstate", "member") else CLASH
    if _is_armed(target) or _side(draft.roles.actor) == "state" or _has_forces(draft):
        return CLASH
    return ATTACK


def _is_armed(phrase: Phrase) -> bool:
    """Is a phrase one for those under arms, and for no place?"""
    if phrase.entity is not None and phrase.entity.type == "place":
        return False
    return not {phrase.side, phrase.party}.isdisjoint(("state", "nonstate", "member", "military"))
