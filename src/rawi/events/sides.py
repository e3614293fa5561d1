"""Which phrases around a mention can be of which side: who can act, whose a deed is, who is with whom."""

from __future__ import annotations

from rawi.events.lexemes import EventWord, is_single, party_of, signs_of
from rawi.events.phrases import Item, Phrase
from rawi.relations.quantities.page import Page

ARMED = ("state", "nonstate", "unknown", "member", "aircraft")


def can_act(phrase: Phrase | None) -> bool:
    """Can a phrase be who does something: people, a body, no number of victims and no thing?"""
    return phrase is not None and (phrase.entity is not None or phrase.party is not None)


def is_armed(phrase: Phrase) -> bool:
    """Is a phrase of armed people, and no place of theirs?"""
    return phrase.side in ("state", "nonstate", "unknown") and phrase.party not in ("military", "civil")


def is_town(phrase: Phrase | None) -> bool:
    """Does a phrase name a place that is no country, so that nobody acts by it: وحاصر بلدة مضايا?"""
    entity = phrase.entity if phrase is not None else None
    return entity is not None and entity.type == "place" and not (entity.link or "").startswith("iso:")


def is_object(page: Page, phrase: Phrase) -> bool:
    """Does the ending of a phrase say that it is an object: حاجزا، no ها of an owner?"""
    head = page.words[phrase.core]
    ending = head.endswith("ا") and not head.endswith(("ها", "نا", "هما"))
    return ending and phrase.entity is None and party_of(head[:-1]) is not None


def is_thing(phrase: Phrase) -> bool:
    """Is a phrase for a thing or a place of somebody by its first word?"""
    return phrase.party in ("military", "civil")


def is_doer(page: Page, phrase: Phrase | None) -> bool:
    """Can a phrase be the subject of a deed: people, a body, a state, what moves and fires (دورية)?

    Its first word tells it, or a name. No town is, no object and no thing that is struck.
    """
    if phrase is None or not (can_act(phrase) or page.words[phrase.core] in signs_of("begets")):
        return False
    after_that = phrase.first > 0 and page.words[phrase.first - 1] in signs_of("that")
    if is_object(page, phrase) and not after_that:  # إن مسلحا اقتحم
        return False
    head = page.words[phrase.core].removeprefix(phrase.joined)
    if head.removeprefix("ال") in signs_of("moving"):
        return True
    named = page.name_at(phrase.core)
    if named is not None and named.entity.type != "place":
        return not is_thing(phrase) or phrase.side in ("state", "nonstate")
    if is_thing(phrase) or (phrase.party is None and is_town(phrase)):
        return False
    return named is not None or party_of(head) is not None or is_single(head)


def is_striker(page: Page, phrase: Phrase) -> bool:
    """Can a phrase right after a noun be who did it: nothing that is struck, no object (ضربت غارة منزلا)?"""
    if phrase.entity is not None or not can_act(phrase):
        return phrase.entity is not None and not (is_town(phrase) and phrase.party in ("civil", "military"))
    if is_object(page, phrase):
        return False
    return phrase.party != phrase.side or phrase.party not in ("civil", "military")


def whose(word: EventWord, items: list[Item]) -> Phrase | None:
    """Return the armed party to which ل after a noun says that it belongs: غارة للتحالف."""
    if word.of != "agent" or "ل" in word.via:
        return None
    found = (one.phrase for one in items if one.lead == "ل")
    return next((one for one in found if one.side in ARMED or one.party in ARMED), None)


def enemy(items: list[Item], target: Phrase | None) -> Phrase | None:
    """Return from whom a place was taken: what is said to be taken is the place, and no target."""
    if target is not None and target.side in ("state", "nonstate", "civilian") and not names_place(target):
        return target
    found = (one.phrase for one in items if one.lead in ("من", "علي", "ضد", "مع"))
    return next((one for one in found if one.side in ("state", "nonstate") and not names_place(one)), None)


def names_place(phrase: Phrase) -> bool:
    """Does a phrase name a place?"""
    return phrase.entity is not None and phrase.entity.type == "place"


def beside(items: list[Item], one: Phrase | None) -> tuple[Phrase, ...]:
    """Return the parties that و joins to a phrase: المقاومة والجيش."""
    found: list[Phrase] = []
    last = 0  # where the item before ends: رجل | ابنه | وابنته is his son's sister, no second man
    for item in items:
        before = found[-1] if found else one
        near = before is not None and 0 <= item.phrase.first - before.last <= 1
        if item.lead == "و" and near and before is not None and last <= before.last:
            found.append(item.phrase)
        last = item.phrase.last
    return tuple(found)


def acts(items: list[Item]) -> bool:
    """Is the phrase right after قصف who does it: one that acts, then whom it is done to (لمواقع، على)?"""
    head = items[0].phrase
    if head.party in ("aircraft",):
        return True
    if head.side not in ("state", "nonstate") or head.party in ("military", "civil"):
        return False
    return any(one.lead in ("ل", "علي") for one in items[1:3]) or head.entity is not None


def holder(items: list[Item], target: Phrase | None) -> Phrase | None:
    """Return whose a thing of fighters is that was struck, where ل tells: مواقع وتحصينات للمتمردين; else the
    thing."""
    if target is None or target.party != "military" or target.side != "military":
        return target
    end = target.last
    for one in items:
        if one.phrase.first < end or one.phrase is target:
            continue
        if one.phrase.first != end or one.lead not in ("و", "ل"):
            return target
        if one.lead == "ل":
            return one.phrase if is_armed(one.phrase) else target
        end = one.phrase.last
    return target


def is_apposed(page: Page, one: Phrase, other: Phrase) -> bool:
    """Does a second phrase after a verb name whom the first tells, so that it tells nobody else: القيادي في
    الحركة سامر، الجنود الثلاثة سامر وعمر وهاني, but مسلح في البلدة سامر?"""
    if one.entity is not None or other.entity is None or other.entity.type != "person":
        return False
    words = page.words
    if any(page.site_at(at) is not None for at in range(one.core + 1, one.last)):
        return words[one.core].startswith("ال")
    if other.first == one.last or not is_single(words[one.core].removeprefix(one.joined)):
        return False
    if words[one.last - 1].startswith("ال"):
        return True
    named = page.name_at(one.last + 1)
    return named is not None and named.entity.type == "organisation"
