"""Who did it and to whom: what stands around a verb, by the frame that it asks for."""

from __future__ import annotations

from rawi.events.lexemes import EventWord, is_single, read_event_words, signs_of
from rawi.events.mentions import Mention, is_hit
from rawi.events.persons import is_own, meets_own, opens_person
from rawi.events.phrases import Item, Phrase, is_break, read_items, read_phrase
from rawi.events.roles import (
    OF_PEOPLE,
    OF_PLACES,
    STREET,
    Roles,
    done_by,
    is_adverb,
    is_aside,
    mention_in,
    struck_site,
)
from rawi.events.sides import (
    beside,
    enemy,
    holder,
    is_apposed,
    is_armed,
    is_doer,
    is_object,
    is_thing,
    is_town,
    names_place,
)
from rawi.relations.quantities.page import COMMAS, QUOTES, STOPS, Page

_BACK, _RELATIVE = 14, 16
_AUXILIARIES = frozenset(("قد", "كانت", "كان", "كانوا", "وكانت", "وكان", "وكانوا"))
_ON = frozenset(("علي", "ضد", "بحق"))
_CUSTODY = frozenset(("arrest", "hostages", "seizing"))


def roles_of_verb(page: Page, mention: Mention) -> Roles:
    """Return whom a verb of a happening names."""
    word = mention.word
    items = list(read_items(page, mention.last, mention.clause[1], verb=True))
    bare = [item.phrase for item in items if item.lead is None and not is_adverb(page, item.phrase)]
    bare = [one for one in bare if page.words[one.first] not in signs_of("two")]  # مدنيان اثنان
    if word.family in OF_PEOPLE and bare and mention_in(page, bare[0]) is not None:
        bare = bare[1:2]  # قتلت غارة قياديا: of whom it was told, not what
    led = [item for item in items if item.lead is not None and _leads_target(item, word)]
    before = None if bare and word.of == "victim" else subject_before(page, mention)
    host = _host(page, mention, (before, *(item.phrase for item in items[:1] if item.lead is None)))
    if host is not None:
        target = next((one for one in bare if one is not host), None)
        return Roles(target=target, host=mention_in(page, host))
    if word.of == "thing":
        return Roles(thing=before or next(iter(bare), None), target=struck_site(items))
    if items and bare and before is not None and word.of == "both" and items[0].lead == "مع":
        bare = []  # القيادي قتل مع اثنين آخرين
    if _after_relative(page, mention.first) and not word.owned and word.of != "victim":
        actor, target = _of_antecedent(page, word, bare, before)
    else:
        actor, target = _assign(page, word, bare, before)
    if led and word.via:
        target = led[0].phrase if mention_in(page, led[0].phrase) is None else None
    by = done_by(page, mention)
    if by is not None and not (actor is not None and (word.of == "agent" or target is not None)):
        target, actor = target or actor, by
    if word.family == "bombing" and ("نفسه" in words_between(page, mention) or _with_device(page, items)):
        return Roles(actor=actor or target, target=struck_site(items))
    if word.of == "agent" and target is None and word.family in ("attack", "shelling"):
        target = next((one.phrase for one in items if one.lead in _ON), None)
    target = enemy(items, target) if word.family in OF_PLACES else holder(items, target)
    return Roles(actor, target, beside(items, actor), beside(items, target))


def _with_device(page: Page, items: list[Item]) -> bool:
    """Is what was blown up the bomb itself: فجر انتحاري سيارة مفخخة?"""
    bombs = (one.phrase for one in items[1:2] if one.lead is None)
    return any(not signs_of("device").isdisjoint(page.words[one.first : one.last]) for one in bombs)


def words_between(page: Page, mention: Mention) -> list[str]:
    """Return the words right after a mention."""
    return page.words[mention.last : mention.last + _RELATIVE]


def _assign(
    page: Page, word: EventWord, bare: list[Phrase], before: Phrase | None
) -> tuple[Phrase | None, Phrase | None]:
    """Return who did it and to whom of the phrases after a verb and its subject before it."""
    first, second = (*bare[:2], None, None)[:2]
    if word.of == "both" and first is not None and second is not None and is_apposed(page, first, second):
        return None, second  # القيادي في الحركة سامر
    if word.of == "victim":
        near = first is not None and second is not None and second.first == first.last
        if near and first is not None and second is not None and opens_person(page, first.core, second.first):
            return first, second  # جرح الجنود الطفل
        return None, first or before
    subject = before if is_doer(page, before) or _are_people(page, word, before) else None
    doer = first if is_doer(page, first) and _agrees(page, word, first) else None
    doer = doer or _in_street(page, word, first)
    if word.owned:  # البلدة التي قصفها الجيش
        return (doer, before) if doer is not None else (subject, None)
    if word.of == "agent":
        if word.several or subject is not None:  # هاجموا حاجزا: who did it stands before, if anywhere
            return subject, first
        if doer is not None:
            return doer, second
        struck = first is not None and (is_thing(first) or is_object(page, first))
        return None, first if struck else second if _is_known(page, second) else None
    own = second is not None and is_own(page, second.core) is not None  # طعن شاب والده
    if own and first is not None and second is not None and meets_own(page, first.core, second.core):
        return first, second
    if doer is not None and (own or _is_known(page, second) or _holds(page, word, doer)):
        return doer, second
    if doer is not None and second is not None and word.feminine and is_armed(doer):
        return doer, None
    if subject is not None and (_is_known(page, first) or word.family == "bombing"):
        return subject, first
    if first is None and subject is not None and word.family in _CUSTODY and subject.side == "state":
        return subject, None  # الجيش أوقف في البلدة ...
    return None, first or before


def _of_antecedent(
    page: Page, word: EventWord, bare: list[Phrase], before: Phrase | None
) -> tuple[Phrase | None, Phrase | None]:
    """Return who did it and to whom of a verb in a relative clause, whose subject is the noun before."""
    doer = before if is_doer(page, before) else None
    if bare or word.of == "agent":
        return doer, bare[0] if bare else None
    return None, before  # الجنود الذين قتلوا


def _after_relative(page: Page, at: int) -> bool:
    """Does a verb follow a relative: الذي استهدف، التي كانت قد هاجمت?"""
    if page.words[at + 1 : at + 2] and page.words[at + 1] in signs_of("in_it"):
        return False  # اليوم الذي هاجم فيه مسلحون
    while at > 0 and page.words[at - 1] in _AUXILIARIES:
        at -= 1
    return at > 0 and page.words[at - 1] in signs_of("relative")


def _in_street(page: Page, word: EventWord, one: Phrase | None) -> Phrase | None:
    """Return who came together by a phrase after a verb: anybody who marched (تظاهر المئات), a crowd of whom
    more is told (أقفل أهال الطريق)."""
    if one is None or word.family not in STREET or is_thing(one) or is_town(one):
        return None
    march = word.family in ("protest", "gathering")
    return one if march or page.words[one.core] in signs_of("crowd") else None


def _is_known(page: Page, one: Phrase | None) -> bool:
    """Does a phrase name those to whom something was done: people, a thing, a count, an object?"""
    if one is None:
        return False
    counted = page.site_at(one.first) is not None or one.core > one.first
    head = page.words[one.core]
    told = one.party is not None or one.entity is not None or is_single(head)
    return counted or told or head.endswith("ا")


def _holds(page: Page, word: EventWord, one: Phrase) -> bool:
    """Is a phrase right after a verb of custody who holds, by a word for a force: أوقفت الشرطة؟"""
    if word.family not in _CUSTODY or one.side != "state":
        return False
    return names_place(one) or page.words[one.core].removeprefix(one.joined) in signs_of("force")


def _are_people(page: Page, word: EventWord, subject: Phrase | None) -> bool:
    """Does the ending of a noun before a plural verb say that it names people: أن مندسين أحرقوا?"""
    if subject is None or not word.several or is_thing(subject):
        return False
    return page.words[subject.core].endswith(("ين", "ون")) and subject.entity is None


def _agrees(page: Page, word: EventWord, subject: Phrase | None) -> bool:
    """Can a phrase after a verb be its subject: no one man after a feminine (اختطفت رئيس الحزب)?"""
    if subject is None or not word.feminine:
        return subject is not None
    head = page.words[subject.core].removeprefix(subject.joined)
    return subject.core > subject.first or not is_single(head) or head.endswith("ه")


def _leads_target(item: Item, word: EventWord) -> bool:
    return item.lead in word.via


def subject_before(page: Page, mention: Mention) -> Phrase | None:
    """Return the phrase before a verb whose subject it is: after أن, where the clause begins, or before the
    relative that the verb follows."""
    words, at = page.words, mention.first
    start = mention.clause[0]
    for i in range(at - 1, max(start, at - _BACK) - 1, -1):
        if words[i] in signs_of("that") or words[i] in COMMAS or words[i] in STOPS:
            start = i + 1
            break
        found = read_event_words(words, i)
        if found and found[0].is_verb:
            return None
        if words[i] in signs_of("relative"):
            near = all(word in _AUXILIARIES for word in words[i + 1 : at])
            return _antecedent(page, i, mention.sentence[0]) if near else None
    else:
        start = max(start, at - _BACK)
    while start < at and (words[start] in QUOTES or words[start] in _AUXILIARIES):
        start += 1
    if start >= at or words[start] in signs_of("prepositions"):
        return None
    phrase = read_phrase(page, start, at)
    if phrase is None:
        return None
    if phrase.last == at or all(is_aside(page, i) for i in range(phrase.last, at)):
        return phrase
    return phrase if phrase.party or phrase.entity else None


def _antecedent(page: Page, end: int, first: int) -> Phrase | None:
    """Return the phrase that ends where a relative begins: القوة التي هاجمت."""
    found = None
    for start in range(end - 1, max(first, end - _BACK) - 1, -1):
        named = page.name_at(start)
        if is_break(page, start) or page.words[start] in QUOTES or (named is not None and named.last < end):
            break
        if named is None and page.words[start].startswith("ال") and _is_definite(page, start - 1):
            continue  # an adjective: العمل | الإرهابي الذي
        phrase = read_phrase(page, start, end)
        if phrase is None or phrase.last != end:
            continue
        if is_thing(phrase) and not is_doer(page, phrase):
            return phrase
        found = phrase if found is None or is_doer(page, phrase) else found
    return found


def _is_definite(page: Page, at: int) -> bool:
    """Has a token the article, with or without what is joined before it?"""
    return at >= 0 and page.words[at].startswith(("ال", "وال", "بال", "لل", "ولل", "كال"))


def _host(page: Page, mention: Mention, phrases: tuple[Phrase | None, ...]) -> Phrase | None:
    """Return the phrase that is itself the happening of which a verb tells: استهدفت غارة مزرعة، أحبطت القوات
    هجوما, not اشتبكت القوات."""
    if not is_hit(page, mention):
        return None
    return next((one for one in phrases if one is not None and mention_in(page, one) is not None), None)
