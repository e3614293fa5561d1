"""Who did it and to whom: what stands around a mention, by the frame that its word asks for."""

from __future__ import annotations

from functools import cache

import msgspec

from rawi.events.lexemes import (
    EventWord,
    is_adjective,
    is_sign,
    joined_signs,
    party_of,
    read_event_words,
    signs_of,
)
from rawi.events.mentions import Mention
from rawi.events.persons import opens_person
from rawi.events.phrases import Item, Phrase, is_break, led_by, read_items, read_phrase
from rawi.events.roles import OF_PEOPLE, OF_PLACES, STREET, Roles, done_by, is_adverb, struck_site
from rawi.events.sides import (
    acts,
    beside,
    can_act,
    enemy,
    holder,
    is_armed,
    is_doer,
    is_striker,
    is_town,
    whose,
)
from rawi.events.verbs import roles_of_verb, subject_before
from rawi.relations.quantities.page import COMMAS, QUOTES, STOPS, Page

_BACK, _RELATIVE = 14, 16
_WITH = frozenset(("مع", "ضد"))
_ADJECTIVES = 4
#: What leads to a deed that somebody speaks of or looks into.
_ABOUT = frozenset(("في", "عن", "حول", "بشان"))
#: Nouns after which those who suffered stand.
_SUFFERED = frozenset(("killing", "dead", "wounding", "bombing"))


def find_roles(page: Page, mention: Mention) -> Roles:
    """Return whom a mention names."""
    return roles_of_verb(page, mention) if mention.word.is_verb else _of_noun(page, mention)


def _of_noun(page: Page, mention: Mention) -> Roles:
    word = mention.word
    after = _past_adjectives(page, mention)
    end = mention.clause[1]
    read = list(read_items(page, after, end))
    items = [one for one in read if not is_adverb(page, one.phrase)]
    actor = target = None
    first = items[0] if items and items[0] is read[0] and not _is_told_of(page, mention, items[0]) else None
    if word.of == "parties":
        actor, target = _parties(page, mention, after, items)
    elif first is not None and first.lead == "ل" and word.of == "either" and is_armed(first.phrase):
        actor = first.phrase  # قصف جوي للتحالف
    elif (
        first is not None
        and first.lead is None
        and mention.first
        and (is_sign(page.words[mention.first - 1], "hits") or first.phrase.party in ("military", "civil"))
        and not is_striker(page, first.phrase)
    ):
        target = first.phrase  # استهدفت غارات قاعدة العند
    elif _is_done_to_next(page, word, items, first):
        actor, target = items[0].phrase, items[1].phrase  # اعتقال الجيش مطلوبا
    elif first is not None and first.lead is None and not word.owned:
        if word.of == "victim" or (word.of == "either" and not acts(items)):
            target = first.phrase
        elif word.of in ("agent", "either") and is_striker(page, first.phrase):
            actor = first.phrase
    actor = actor or whose(word, items[:1])
    if word.of in ("agent", "either") or word.family in ("bombing", "siege", "takeover"):
        target = target or next((one.phrase for one in items[:4] if one.lead in word.via), None)
    if word.family not in ("dead", "wounding") and not (word.family == "killing" and word.definite):
        light, struck, claimer = _told_before(page, mention)
        told = _told_after(page, mention, after)
        met = page.words[mention.first - 1] in signs_of("prevent")  # إحباط هجوم للمسلحين
        if word.family in ("foiling", "destruction"):  # اعتراض صاروخ أطلقه متمردون: theirs is what was foiled
            actor, target = light or actor, told.actor or target
        else:
            actor = actor or told.actor or light if met else told.actor or light or actor
        target = target or struck or told.target
        claimed = told.claimed or claimer
        if word.of in ("agent", "either") and word.family not in OF_PEOPLE:
            actor = actor or _from_whom(items)
        if target is None and word.family in ("bombing", "blast", "attack"):
            target = struck_site(items)
    else:
        claimed = None
    actor = actor or done_by(page, mention) or claimed
    target = enemy(items, target) if word.family in OF_PLACES else holder(items, target)
    others = _with_actor(page, mention, items, Roles(actor, target))
    return Roles(actor, target, others, beside(items, target), claimed)


def _with_actor(page: Page, mention: Mention, items: list[Item], roles: Roles) -> tuple[Phrase, ...]:
    """Return who is beside who did it, after a noun or before it."""
    after = tuple(one for one in beside(items, roles.actor) if one != roles.target)
    return after or _joined_before(page, mention, roles.actor)


def _joined_before(page: Page, mention: Mention, actor: Phrase | None) -> tuple[Phrase, ...]:
    """Return the armed parties that و joins to who did it before a noun: تبنت الكتيبة واللواء الهجوم."""
    found: list[Phrase] = []
    at = actor.last if actor is not None else mention.first
    while at < mention.first and page.words[at][:1] == "و":
        phrase = read_phrase(page, at, mention.first)
        if phrase is None or not (is_armed(phrase) or phrase.party == "member") or not is_doer(page, phrase):
            break
        found.append(phrase)
        at = phrase.last
    return tuple(found)


def _ends_in_ta(page: Page, at: int) -> bool:
    """Is a word written with ة, so that it ends in no pronoun: قادة, not قاده?"""
    return page.text.words_of(at, at + 1).strip().endswith("ة")


def _from_whom(items: list[Item]) -> Phrase | None:
    """Return the armed party from which a deed came: هجوم من المتمردين."""
    found = (one.phrase for one in items if one.lead == "من")
    return next((one for one in found if one.side in ("state", "nonstate", "unknown")), None)


def _is_told_of(page: Page, mention: Mention, item: Item) -> bool:
    """Does a verb with a pronoun stand between a deed and a phrase: هجوم نسبته السلطات إلى كذا?"""
    between = page.words[mention.last : item.phrase.first]
    return item.lead is None and not signs_of("speaks_of_it").isdisjoint(between)


def _is_done_to_next(page: Page, word: EventWord, items: list[Item], first: Item | None) -> bool:
    """Do who does it and to whom both follow a noun of a deed: اعتقال الجيش أحد المطلوبين، تطهيره لأحياء?"""
    if word.of not in ("victim", "either") or word.owned or word.definite or word.family in _SUFFERED:
        return False
    if first is None or first.lead is not None or len(items) < 2 or not is_doer(page, first.phrase):
        return False
    one, other = first.phrase, items[1].phrase
    near = (
        items[1].lead in (None, "ل")
        and other.first == one.last
        and (not page.words[other.first].startswith("ال") or opens_person(page, one.core, other.first))
    )
    known = other.party is not None and not (items[1].lead is None and is_town(other))
    return known and near and (one.party == "aircraft" or is_armed(one))


def _past_adjectives(page: Page, mention: Mention) -> int:
    """Return the token after the adjectives of a noun: غارات جوية مكثفة."""
    words, at, word = page.words, mention.last, mention.word
    plural = word.form == "plural" or word.several
    for _ in range(_ADJECTIVES):
        if at >= mention.clause[1] or is_break(page, at) or words[at] in QUOTES:
            break
        if words[at] in signs_of("adjective") and (word.family not in OF_PEOPLE or word.definite):
            at += 1
            continue
        if word.definite and not word.is_verb and words[at].startswith("ال") and page.name_at(at) is None:
            at += 1
            continue
        if is_adjective(words[at]) and page.name_at(at) is None and not word.owned:
            at += 1
            continue
        if page.name_at(at) is not None or party_of(words[at]) or word.owned:
            break
        if word.definite != words[at].startswith("ال") or (word.of == "victim" and not word.definite):
            break
        if led_by(page, at) is not None or read_event_words(words, at) or words[at][:1] == "و":
            break
        if (word.feminine or plural) and not words[at].endswith(("ه", "ات", "ين")):
            break
        at += 1
    return at


def _parties(
    page: Page, mention: Mention, after: int, items: list[Item]
) -> tuple[Phrase | None, Phrase | None]:
    """Return both sides of a clash: بين الجيش والمتمردين، مع المتمردين، المتمردين ضد."""
    words, end = page.words, mention.clause[1]
    for at in range(after, min(end, after + _RELATIVE)):
        if words[at] in STOPS:
            break
        if words[at] == "بين":
            one = read_phrase(page, at + 1, end)
            if one is None or not (one.party or one.entity):
                continue
            other = _other_side(page, one.last, end)
            return one, other
    against = next((one.phrase for one in items if one.lead in _WITH), None)
    first = next(iter(items), None)
    if first is None or first.lead not in (None, "ل") or not is_doer(page, first.phrase):
        return None, against
    return first.phrase, against


def _other_side(page: Page, at: int, end: int) -> Phrase | None:
    """Return the party that و joins to one before, past what is told of that one."""
    words = page.words
    for i in range(at, min(end, at + _BACK)):
        if words[i] in STOPS:
            return None
        if words[i][:1] == "و" and len(words[i]) > 2:
            if words[i] in ("وبين",):
                return read_phrase(page, i + 1, end)
            phrase = read_phrase(page, i, end)
            if phrase is not None and (phrase.party or phrase.entity):
                return phrase
    return None


def _told_before(page: Page, mention: Mention) -> tuple[Phrase | None, Phrase | None, Phrase | None]:
    """Return who did and who suffered what a noun names, and who claimed it, by the verb before it: شن الجيش
    هجوما، تعرض الحي لقصف، تبنى التنظيم الهجوم."""
    words, telling = page.words, _telling_before()
    for at in range(mention.first - 1, max(mention.clause[0], mention.first - _BACK) - 1, -1):
        if words[at] not in telling:
            if _is_verb(words, at):
                break
            continue
        if words[at] in STOPS:
            break
        if is_sign(words[at], "suffers") and mention.word.lead == "ل":
            return None, read_phrase(page, at + 1, mention.first) or _subject_at(page, mention, at), None
        if words[at] in signs_of("responsibility"):
            return None, None, _declarer(page, mention, at)
        if is_sign(words[at], "does", "claims"):
            named = _subject_after(page, at + 1, mention.first)
            people = mention.word.family in STREET and named is not None
            if named is not None and _is_of_another(page, named.last, mention):
                return None, None, None
            who = named if is_doer(page, named) or people else _subject_at(page, mention, at)
            who = who if is_doer(page, who) or people else None
            return who, None, who if is_sign(words[at], "claims") else None
        if _is_verb(words, at):
            break
    return None, None, None


@cache
def _telling_before() -> frozenset[str]:
    """Return the words that may tell before a noun who did, suffered or claimed what it names, and stops."""
    return joined_signs("suffers", "does", "claims") | signs_of("responsibility") | STOPS


def _is_verb(words: list[str], at: int) -> bool:
    """Is a token a verb of a happening?"""
    found = read_event_words(words, at)
    return bool(found) and found[0].is_verb


def _is_of_another(page: Page, after: int, mention: Mention) -> bool:
    """Does a verb govern another noun, of which a mention is told: جدد الوزير دعوته إلى تحقيق في قتله?"""
    between = page.words[after : mention.first]
    return between[-1:] != [] and between[-1] in _ABOUT and not signs_of("looked_into").isdisjoint(between)


def _subject_after(page: Page, at: int, limit: int) -> Phrase | None:
    """Return the phrase at a token, past dates and their commas: نظم، اليوم، عدد من العمال وقفة."""
    dated = False
    while at < limit and (at in page.dated or (dated and page.words[at] in COMMAS)):
        at, dated = at + 1, True
    return read_phrase(page, at, limit)


def _declarer(page: Page, mention: Mention, at: int) -> Phrase | None:
    """Return who takes responsibility, by the verb before it: أعلن التنظيم مسؤوليته عن الهجوم."""
    for verb in range(at - 1, max(mention.clause[0], at - _BACK) - 1, -1):
        if is_sign(page.words[verb], "declares"):
            if verb and page.words[verb - 1].lstrip("وف") in signs_of("denies"):
                return None
            named = read_phrase(page, verb + 1, at)
            return named if can_act(named) else _subject_at(page, mention, verb)
    return None


def _subject_at(page: Page, mention: Mention, at: int) -> Phrase | None:
    """Return the subject before a verb at a token of a mention's clause."""
    return subject_before(page, msgspec.structs.replace(mention, first=at, last=at + 1))


def _told_after(page: Page, mention: Mention, after: int) -> Roles:
    """Return what a relative clause after a noun tells: نفذه مسلحون، استهدف حاجزا، تبناه التنظيم."""
    words = page.words
    actor = target = claimed = None
    for at in range(after, min(mention.sentence[1], after + _RELATIVE)):
        word = words[at]
        if word in STOPS:
            break
        if word in signs_of("does_it") and actor is None and not _ends_in_ta(page, at):
            actor = read_phrase(page, at + 1, mention.sentence[1])
            end = actor.last if actor is not None else len(words)
            if target is None and end < mention.sentence[1] and words[end] in mention.word.via:
                target = read_phrase(page, end + 1, mention.sentence[1])
        elif word in signs_of("hits") and target is None:
            told = (
                item.phrase for item in read_items(page, at + 1, mention.sentence[1]) if item.lead is None
            )
            target = next((one for one in told if not is_adverb(page, one)), None)
        elif word in signs_of("claims_it") and claimed is None:
            claimed = read_phrase(page, at + 1, mention.sentence[1])
    return Roles(actor, target, claimed=claimed)
