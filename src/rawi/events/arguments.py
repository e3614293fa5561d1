"""Who did it and to whom: what stands around a mention, by the frame that its word asks for."""

from __future__ import annotations

import msgspec

from rawi.events.lexemes import EventWord, is_sign, party_of, read_event_words, signs_of
from rawi.events.mentions import Mention, is_hit
from rawi.events.phrases import Item, Phrase, is_break, led_by, read_items, read_phrase
from rawi.events.sides import acts, beside, can_act, enemy, is_armed, is_object, is_striker, is_town, whose
from rawi.relations.quantities.page import COMMAS, QUOTES, STOPS, Page

_BACK, _RELATIVE = 14, 16
_ON = frozenset(("علي", "ضد", "بحق"))
_WITH = frozenset(("مع", "ضد"))
_ADJECTIVES = 4
_OF_PEOPLE = frozenset(("killing", "dead", "wounding", "arrest", "abduction", "capture", "hostages"))
_OF_PLACES = frozenset(("takeover", "siege", "seizure", "raid", "search", "advance", "withdrawal"))
_CUSTODY = frozenset(("arrest", "hostages", "seizing"))


class Roles(msgspec.Struct, frozen=True, gc=False):
    """Whom a mention names: who did it, to whom, further ones of each side, who took responsibility, and the
    mention's own thing (عبوة after انفجرت)."""

    actor: Phrase | None = None
    target: Phrase | None = None
    with_actor: tuple[Phrase, ...] = ()
    with_target: tuple[Phrase, ...] = ()
    claimed: Phrase | None = None
    thing: Phrase | None = None
    host: int | None = None  # the token of the mention of which this verb tells (استهدفت غارة ...)


def find_roles(page: Page, mention: Mention) -> Roles:
    """Return whom a mention names."""
    return _of_verb(page, mention) if mention.word.is_verb else _of_noun(page, mention)


def _of_verb(page: Page, mention: Mention) -> Roles:
    word = mention.word
    items = list(read_items(page, mention.last, mention.clause[1], verb=True))
    bare = [item.phrase for item in items if item.lead is None and not _is_adverb(page, item.phrase)]
    if word.family in _OF_PEOPLE and bare and _mention_in(page, bare[0]) is not None:
        bare = bare[1:2]  # قتلت غارة قياديا: of whom it was told, not what
    led = [item for item in items if item.lead is not None and _leads_target(item, word)]
    before = None if bare and word.of == "victim" else _subject(page, mention)
    host = _host(page, mention, (before, *(item.phrase for item in items[:1] if item.lead is None)))
    if host is not None:
        target = next((one for one in bare if one is not host), None)
        return Roles(target=target, host=_mention_in(page, host))
    actor, target = _assign(word, bare, before)
    if target is None and actor is not None and is_object(page, actor):
        actor, target = None, actor  # الذي استهدف مسجدا
    if led and word.via:
        target = led[0].phrase if _mention_in(page, led[0].phrase) is None else None
    by = _by(page, mention)
    if by is not None:
        target, actor = target or actor, by
    if word.of == "thing":
        return Roles(thing=actor or target, target=_site(items))
    if word.family == "bombing" and ("نفسه" in words_between(page, mention) or _with_device(page, items)):
        return Roles(actor=actor or target, target=_site(items))
    if word.of == "agent" and target is None and word.family in ("attack", "shelling"):
        target = next((one.phrase for one in items if one.lead in _ON), None)
    if word.family in _OF_PLACES:
        target = enemy(items, target)
    return Roles(actor, target, beside(items, actor), beside(items, target))


def _is_adverb(page: Page, phrase: Phrase) -> bool:
    """Does a phrase tell how or with what, and not whom: متأثرا بجراحه، عبوة ناسفة، 13 عاما?"""
    word = page.words[phrase.first]
    arms = signs_of("device") | signs_of("shells") | signs_of("fire") | signs_of("own")
    words = page.words[phrase.core : phrase.last]
    head = read_event_words(page.words, phrase.core)
    if head and not head[0].is_verb and head[0].family not in ("dead", "wounding", "killing"):
        return True
    if any(one in signs_of("device") for one in words) or words[0].removeprefix(phrase.joined) in arms:
        return True
    site = page.site_at(phrase.first)
    if site is not None and site.figure.unit is not None:
        return True
    return (
        word.endswith("ا")
        and party_of(word) is None
        and page.name_at(phrase.first) is None
        and page.site_at(phrase.first) is None
        and not word.startswith("ال")
        and len(word) > 2
    )


def _with_device(page: Page, items: list[Item]) -> bool:
    """Is what was blown up the bomb itself: فجر انتحاري سيارة مفخخة?"""
    bombs = (one.phrase for one in items[1:2] if one.lead is None)
    return any(not signs_of("device").isdisjoint(page.words[one.first : one.last]) for one in bombs)


def words_between(page: Page, mention: Mention) -> list[str]:
    """Return the words right after a mention."""
    return page.words[mention.last : mention.last + _RELATIVE]


def _site(items: list[Item]) -> Phrase | None:
    """Return what was hit, by where it was: في سوق شعبي، قرب حاجز."""
    signs = signs_of("site_of")
    found = (one.phrase for one in items if one.lead in signs)
    return next((one for one in found if one.party in ("civil", "military")), None)


def _assign(
    word: EventWord, bare: list[Phrase], before: Phrase | None
) -> tuple[Phrase | None, Phrase | None]:
    """Return who did it and to whom of the phrases after a verb and its subject before it."""
    first, second = (*bare[:2], None, None)[:2]
    if word.of == "victim":
        return None, first or before
    if word.several and word.of == "agent":  # هاجموا حاجزا: who did it stands before, if anywhere
        return before, None if word.owned else first
    if word.of == "both":
        if second is not None and can_act(first):
            return first, second
        if before is not None and first is not None and not word.owned:
            return before, first
        if before is not None and first is None and word.family in _CUSTODY and before.side == "state":
            return before, None  # الجيش أوقف في البلدة ...
        if before is not None and first is None:
            return (before, None) if word.owned else (None, before)
        return None, first
    if before is not None:
        return before, first if not word.owned else None
    if word.owned:
        return first, None
    return (None, first) if second is None and is_town(first) else (first, second)


def _leads_target(item: Item, word: EventWord) -> bool:
    return item.lead in word.via


def _subject(page: Page, mention: Mention) -> Phrase | None:
    """Return the phrase before a verb whose subject it is: after أن or where the clause begins."""
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
            return None
    else:
        start = max(start, at - _BACK)
    while start < at and (words[start] in QUOTES or words[start] in ("قد", "كانت", "كان")):
        start += 1
    if start >= at or words[start] in signs_of("prepositions"):
        return None
    phrase = read_phrase(page, start, at)
    if phrase is None:
        return None
    if phrase.last == at or all(_is_aside(page, i) for i in range(phrase.last, at)):
        return phrase
    return phrase if phrase.party or phrase.entity else None


def _is_aside(page: Page, at: int) -> bool:
    return page.words[at] in signs_of("prepositions") or page.words[at] in QUOTES


def _host(page: Page, mention: Mention, phrases: tuple[Phrase | None, ...]) -> Phrase | None:
    """Return the phrase that is itself the happening of which a verb tells: استهدفت غارة مزرعة، أحبطت القوات
    هجوما, not اشتبكت القوات."""
    if not is_hit(page, mention):
        return None
    return next((one for one in phrases if one is not None and _mention_in(page, one) is not None), None)


def _mention_in(page: Page, phrase: Phrase) -> int | None:
    for at in range(phrase.first, min(phrase.last, phrase.first + 2)):
        if page.site_at(at) is not None or page.name_at(at) is not None:
            continue
        found = read_event_words(page.words, at)
        if found and not found[0].is_verb and found[0].family not in ("dead", "killing", "wounding"):
            return at
        if party_of(page.words[at]) is not None:
            return None
    return None


def _by(page: Page, mention: Mention) -> Phrase | None:
    """Return who follows على يد، من قبل، بأيدي in the clause."""
    words = page.words
    for at in range(mention.last, min(mention.clause[1], mention.last + _BACK) - 1):
        pair = (words[at], words[at + 1])
        if pair in (("علي", "يد"), ("علي", "ايدي"), ("من", "قبل"), ("من", "جانب")):
            return read_phrase(page, at + 2, mention.clause[1])
        if words[at] in signs_of("by"):
            return read_phrase(page, at + 1, mention.clause[1])
    return None


def _of_noun(page: Page, mention: Mention) -> Roles:
    word = mention.word
    after = _past_adjectives(page, mention)
    end = mention.clause[1]
    read = list(read_items(page, after, end))
    items = [one for one in read if not _is_adverb(page, one.phrase)]
    actor = target = None
    first = items[0] if items and items[0] is read[0] else None
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
        actor, target = actor or light, target or struck
        told = _told_after(page, mention, after)
        actor, target = actor or told.actor, target or told.target
        claimed = told.claimed or claimer
        actor = actor or whose(word, items[:3])
        if actor is None and word.of in ("agent", "either"):
            found = (one.phrase for one in items if one.lead == "من")
            actor = next((one for one in found if one.side in ("state", "nonstate", "unknown")), None)
        if target is None and word.family in ("bombing", "blast", "attack"):
            target = _site(items)
    else:
        claimed = None
    actor = actor or _by(page, mention) or claimed
    if word.family in _OF_PLACES:
        target = enemy(items, target)
    others = tuple(one for one in beside(items, actor) if one != target)
    return Roles(actor, target, others, beside(items, target), claimed)


def _past_adjectives(page: Page, mention: Mention) -> int:
    """Return the token after the adjectives of a noun: غارات جوية مكثفة."""
    words, at, word = page.words, mention.last, mention.word
    plural = word.form == "plural" or word.several
    for _ in range(_ADJECTIVES):
        if at >= mention.clause[1] or is_break(page, at) or words[at] in QUOTES:
            break
        if words[at] in signs_of("adjective") and (word.family not in _OF_PEOPLE or word.definite):
            at += 1
            continue
        if word.definite and not word.is_verb and words[at].startswith("ال") and page.name_at(at) is None:
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
    subject = items[0].phrase if items and items[0].lead is None and can_act(items[0].phrase) else None
    if subject is None and against is not None:
        subject = _subject(page, mention)
    return subject, against


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
    words = page.words
    for at in range(mention.first - 1, max(mention.clause[0], mention.first - _BACK) - 1, -1):
        if words[at] in STOPS:
            break
        if is_sign(words[at], "suffers") and mention.word.lead == "ل":
            return None, read_phrase(page, at + 1, mention.first) or _subject_at(page, mention, at), None
        if words[at] in signs_of("responsibility"):
            return None, None, _declarer(page, mention, at)
        if is_sign(words[at], "does", "claims"):
            named = read_phrase(page, at + 1, mention.first)
            who = named if named is not None and can_act(named) else _subject_at(page, mention, at)
            return who, None, who if is_sign(words[at], "claims") else None
        found = read_event_words(words, at)
        if found and found[0].is_verb:
            break
    return None, None, None


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
    return _subject(page, msgspec.structs.replace(mention, first=at, last=at + 1))


def _told_after(page: Page, mention: Mention, after: int) -> Roles:
    """Return what a relative clause after a noun tells: نفذه مسلحون، استهدف حاجزا، تبناه التنظيم."""
    words = page.words
    actor = target = claimed = None
    for at in range(after, min(mention.sentence[1], after + _RELATIVE)):
        word = words[at]
        if word in STOPS:
            break
        if word in signs_of("does_it") and actor is None:
            actor = read_phrase(page, at + 1, mention.sentence[1])
            end = actor.last if actor is not None else len(words)
            if target is None and end < mention.sentence[1] and words[end] in mention.word.via:
                target = read_phrase(page, end + 1, mention.sentence[1])
        elif word in signs_of("hits") and target is None:
            told = (
                item.phrase for item in read_items(page, at + 1, mention.sentence[1]) if item.lead is None
            )
            target = next((one for one in told if not _is_adverb(page, one)), None)
        elif word in signs_of("claims_it") and claimed is None:
            claimed = read_phrase(page, at + 1, mention.sentence[1])
    return Roles(actor, target, claimed=claimed)
