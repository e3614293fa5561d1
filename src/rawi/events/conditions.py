"""Whether a word that may tell of a happening tells of one here: by its object, its complement, its idiom."""

from __future__ import annotations

from collections.abc import Callable

from rawi.events.context import is_campaign, is_of_conflict, is_supposed
from rawi.events.idioms import is_idiom
from rawi.events.lexemes import EventWord, cyber_words, has_sign, party_of, read_event_words, signs_of
from rawi.events.phrases import class_of_name
from rawi.events.territory import has_fallen, is_siege, is_takeover, is_withdrawal
from rawi.relations.quantities.page import COMMAS, STOPS, Page, once_a_page
from rawi.rules.wordsets import find_words

_NEAR, _FAR, _CEASED, _OPENED, _WORDS = 4, 8, 3, 10, 20
_MODIFIERS = 5
_ARMED = frozenset(("state", "nonstate", "unknown", "member"))
#: Kinds of happening whose words also tell of trade, sport and talk: السيطرة على الأسعار، معركة انتخابية.
_OF_MANY_THINGS = frozenset(("takeover", "clash", "advance", "siege", "strike", "withdrawal"))
_BEFORE_DAWN = frozenset(("في", "منذ", "مع", "حتي", "قبل", "قرب"))


def fits(page: Page, at: int, one: EventWord) -> bool:
    """Can a word be this mention here?"""
    check = _CHECKS.get(one.family)  # what refuses most, for the least work
    if (check is not None and not check(page, at, one)) or is_campaign(page, at, one):
        return False
    if _in_date(page, at) or is_supposed(page, at, one) or page.name_at(at) is not None:
        return False
    if is_idiom(page, at, one):
        return False
    doubtful = one.family in _OF_MANY_THINGS or page.words[at] in signs_of("hits")
    return not doubtful or is_of_conflict(page)


def _in_date(page: Page, at: int) -> bool:
    return at in page.dated


def _near(words: list[str], at: int, role: str, reach: int) -> bool:
    """Does a word of a role stand within some words of a token?"""
    signs = signs_of(role)
    return not signs.isdisjoint(words[max(0, at - reach) : at + reach + 1])


def _after(page: Page, at: int, one: EventWord, reach: int = _MODIFIERS) -> list[str]:
    """Return the words after a mention, up to a mark or a verb of another clause."""
    words = page.words[at + one.size : at + one.size + reach]
    return words[: next((i for i, word in enumerate(words) if word in STOPS or word in COMMAS), len(words))]


def _is_bombing(page: Page, at: int, one: EventWord) -> bool:
    """Is فجر a verb, no dawn: فجر انتحاري نفسه، not فجر اليوم، not فجرت غضبا?"""
    if not one.is_verb:
        return True
    words = page.words
    after = words[at + 1] if at + 1 < len(words) else ""
    dawn = not (one.form == "present" or one.feminine or one.several)
    named = after.startswith("ال") and party_of(after) not in _ARMED
    if dawn and (named or _in_date(page, at + 1) or (at and words[at - 1] in _BEFORE_DAWN)):
        return False
    if {"نفسه", "نفسها"} & set(words[at : at + 2 * _FAR]):
        return True
    ahead = range(at + 1, min(len(words), at + 1 + _NEAR))
    return one.owned or any(
        party_of(words[i]) or words[i] in signs_of("device") or page.name_at(i) for i in ahead
    )


def _is_missile(page: Page, at: int, one: EventWord) -> bool:
    """Is a missile or shell told to have come down or been fired: سقوط قذائف، أطلقت صاروخا؟"""
    signs = signs_of("shells")
    ahead = _after(page, at, one, _FAR)
    return any(word in signs or word.removeprefix("ال") in signs for word in ahead)


def _is_shooting(page: Page, at: int, one: EventWord) -> bool:
    """Is fire opened, with who does it between (إطلاق مسلحين النار), not to warn (في الهواء), and no hostage
    let go?"""
    if "الهواء" in _after(page, at, one, _FAR):
        return False
    if one.size == 1:
        return not signs_of("fire").isdisjoint(_after(page, at, one, _OPENED))
    return not {"وقف", "لوقف", "بوقف", "الوقف", "ووقف"} & set(page.words[max(0, at - _CEASED) : at])


def _is_strike(page: Page, at: int, one: EventWord) -> bool:
    """Is a blow one of arms: ضربة جوية، ضربات صاروخية، ضربة عسكرية?"""
    words = page.words
    if one.is_verb or words[at].lstrip("وفب") == "ضرب":
        named = page.name_at(at + 1)
        if named is not None:
            return named.entity.type == "organisation" or not one.is_verb
        told = any(
            party_of(word) in ("state", "nonstate", "member", "aircraft") for word in _after(page, at, one, 2)
        )
        return told or (not one.is_verb and one.lead == "ب")
    if not signs_of("figurative").isdisjoint(_after(page, at, one, 2)):
        return False
    around = (*words[max(0, at - 3) : at], *_after(page, at, one, 2))
    if one.form == "plural" and not signs_of("hits").isdisjoint((*around, *_after(page, at, one, 4))):
        return True
    signs = signs_of("air") | signs_of("shells") | signs_of("does")
    return any("عسكر" in word for word in _after(page, at, one, 1)) or not signs.isdisjoint(around)


def _is_attack(page: Page, at: int, one: EventWord) -> bool:
    """Is an attack one of arms, and none of words or by the net (هجوم إلكتروني)?"""
    first, last = page.text.sentence_of(at)
    cyber = signs_of("cyber")
    if not cyber.isdisjoint(page.words[at : min(last, at + _FAR)]) or _is_of_nets(page):
        return False
    if not one.is_verb and _is_of_words(page, at, one):
        return False
    if page.words[at] not in signs_of("hits"):
        return True
    ahead = range(at + one.size, min(last, at + one.size + _MODIFIERS))
    if any(party_of(page.words[i]) or page.name_at(i) or page.site_at(i) for i in ahead):
        return True
    means = signs_of("shells") | signs_of("air") | signs_of("device") | signs_of("spot")
    return one.owned or not means.isdisjoint(page.words[first:last])


def _is_of_words(page: Page, at: int, one: EventWord) -> bool:
    """Is an attack made with words: شن الوزير هجوما على خصومه قائلا?"""
    first, last = page.text.sentence_of(at)
    ahead = page.words[at + one.size : min(last, at + one.size + _WORDS)]
    if signs_of("of_words").isdisjoint(ahead):
        return False
    told = page.words[first:last]
    return signs_of("of_conflict").isdisjoint(told) and signs_of("results").isdisjoint(told)


@once_a_page
def _is_of_nets(page: Page) -> bool:
    """Does an article speak of attacks on computers: two words of it or more?"""
    return len({page.words[at] for at in find_words(page.text, cyber_words)}) > 1


def _is_agreement(page: Page, at: int, one: EventWord) -> bool:
    """Was a truce or the like concluded, and no treaty merely named?"""
    first, last = page.text.sentence_of(at)
    words = page.words
    if not any(word.removeprefix("ال") in signs_of("ceasefire") for word in words[first:last]):
        return False
    near = words[max(first, at - _FAR) : min(last, at + _MODIFIERS)]
    return any(word.lstrip("وف") in signs_of("concludes") or word in signs_of("concludes") for word in near)


def _is_killing(page: Page, at: int, one: EventWord) -> bool:
    """Was somebody put to death, and none sentenced to it (حكم الإعدام)?"""
    words = page.words
    if "اعدام" not in words[at]:
        return True
    first, last = page.text.sentence_of(at)
    court = signs_of("court")
    return court.isdisjoint(words[max(first, at - _FAR) : min(last, at + _NEAR)])


def _is_wounding(page: Page, at: int, one: EventWord) -> bool:
    """Were people hurt, and not taken ill (إصابة بفيروس)?"""
    return not _is_of_illness(page, at, one)


def _is_of_illness(page: Page, at: int, one: EventWord) -> bool:
    """Is an illness named in what follows (إصابة 25 طفلا بالحصبة) or right before (من الفيروس)?"""
    near = (*page.words[max(0, at - _CEASED) : at], *_after(page, at, one, _FAR))
    return any(word in signs_of("illness") or _bare(word) in signs_of("illness") for word in near)


def _bare(word: str) -> str:
    """Return a word without و, ب and the article: وبالحصبة."""
    bare = word.removeprefix("و").removeprefix("ب")
    return bare[2:] if bare.startswith(("ال", "لل")) else bare


def _is_dispersal(page: Page, at: int, one: EventWord) -> bool:
    """Were people in the street dispersed, and no difference told (فرقا)?"""
    return _near(page.words, at, "ground_of_protest", _FAR) or _near(page.words, at, "dispersed", _NEAR)


def _is_arrest(page: Page, at: int, one: EventWord) -> bool:
    """Were people taken: القبض على، أوقف خمسة, not أوقف العمل?"""
    word = page.words[at]
    if at > 0 and page.words[at - 1] in ("مذكره", "مذكرات", "امر", "اوامر", "قرار", "قرارات", "بمذكره"):
        return False
    after = page.words[at + one.size] if at + one.size < len(page.words) else ""
    led = bool(at) and page.words[at - 1] in signs_of("prepositions")
    if after in signs_of("not_held") and (led or not one.is_verb or after != "الامن"):
        return False
    if "قبض" in word:
        if not word.endswith(("قبض", "قبضت", "قبضوا")):
            return False
        return "علي" in _after(page, at, one, 3) or (
            at > 0 and page.words[at - 1].lstrip("وب").startswith("الق")
        )
    if (
        not word.lstrip("وفلبس")
        .removeprefix("ال")
        .startswith(("اوقف", "يوقف", "توقف", "ايقاف", "ضبط", "يضبط", "تضبط"))
    ):
        return True
    if one.owned and one.form == "verb" and word.endswith("هم"):
        return True  # أوقفتهم
    if at > 0 and one.is_verb and after in ("في", "داخل", "قرب") and party_of(page.words[at - 1]) == "state":
        return True  # الجيش أوقف في البلدة أربعة
    ahead = range(at + 1, min(len(page.words), at + 1 + _NEAR))
    return any(_is_person(page, i) for i in ahead) and not _near(page.words, at + 2, "weapons", 2)


def _is_person(page: Page, at: int) -> bool:
    """Is a token a word or a name for people?"""
    named = page.name_at(at)
    if named is not None:
        return named.entity.type == "person" or class_of_name(named.entity.name) == "state"
    return party_of(page.words[at]) in ("civilian", "nonstate", "unknown", "member", "state", "protester")


def _is_destruction(page: Page, at: int, one: EventWord) -> bool:
    """Is what was destroyed or burnt a thing of conflict?"""
    words = (*_after(page, at, one), *page.words[max(0, at - _NEAR) : at])
    return any(party_of(word) is not None or word in signs_of("weapons") for word in words)


def _is_foiling(page: Page, at: int, one: EventWord) -> bool:
    """Is what was foiled or seized an attack or arms: إحباط هجوم، مصادرة أسلحة?"""
    ahead = _after(page, at, one, _OPENED)
    signs = signs_of("weapons") | signs_of("device") | signs_of("shells")
    if not signs.isdisjoint(ahead):
        return True
    kinds = ("حبط", "احباط", "حباط")
    stem = page.words[at].lstrip("وفلب")
    near = ahead[:_MODIFIERS]
    return any(kind in stem for kind in kinds) and any(read_event_words(near, i) for i in range(len(near)))


def _is_deployment(page: Page, at: int, one: EventWord) -> bool:
    """Were troops moved: نشر قوات، تعزيزات عسكرية?"""
    if page.words[at].endswith("تعزيزات"):
        return True
    return not signs_of("troops_moved").isdisjoint(_after(page, at, one, 3))


def _is_seizing(page: Page, at: int, one: EventWord) -> bool:
    """Were people led away, and is it no idiom (على قدم وساق)?"""
    if at and page.words[at - 1] == "قدم":
        return False
    ahead = range(at + 1, min(len(page.words), at + 1 + _NEAR))
    return any(_is_person(page, i) or page.site_at(i) is not None for i in ahead)


def _is_exchange(page: Page, at: int, one: EventWord) -> bool:
    """Were prisoners exchanged, and no fire and no words?"""
    return one.size > 1 or not signs_of("prisoners").isdisjoint(_after(page, at, one, _FAR))


def _is_roadblock(page: Page, at: int, one: EventWord) -> bool:
    """Was a road cut by people in the street?"""
    near = not signs_of("road").isdisjoint(_after(page, at, one))
    return near and _near(page.words, at, "crowd", _FAR)


def _is_stoning(page: Page, at: int, one: EventWord) -> bool:
    """Were stones thrown?"""
    return not signs_of("stones").isdisjoint(_after(page, at, one, _FAR))


def _is_gathering(page: Page, at: int, one: EventWord) -> bool:
    """Did people come together in the street for a cause?"""
    words = page.words
    clause = words[max(0, at - _FAR) : at + 2 * _FAR]
    if signs_of("of_protest").isdisjoint(clause):
        return False
    if one.is_verb or words[at].lstrip("وفبل").removeprefix("ال").startswith("خروج"):
        return not signs_of("crowd").isdisjoint(_after(page, at, one, 2)) or (
            one.is_verb and any(_is_counted(page, i) for i in range(at + 1, min(len(words), at + 4)))
        )
    return words[at - 1] not in ("طائرات", "طائره", "الطائرات", "الطائره") if at else True


def _is_counted(page: Page, at: int) -> bool:
    """Are people counted at a token: تجمع نحو 300 شخص?"""
    site = page.site_at(at)
    return site is not None and site.first == at


def _is_mine(page: Page, at: int, one: EventWord) -> bool:
    """Is a mine or bomb told to have harmed somebody, and no verb of its own tells so?"""
    words = page.words
    around = (*words[max(0, at - 3) : at], *_after(page, at, one, _FAR))
    own = ("انفجار", "تفجير", "انفجر", "فجر")
    if any(word.lstrip("وفب").startswith(own) for word in words[max(0, at - 3) : at]):
        return False
    return not signs_of("took_lives").isdisjoint(around)


def _is_flood(page: Page, at: int, one: EventWord) -> bool:
    """Did a flood carry something away?"""
    return not one.is_verb or _near(page.words, at, "flood", 3)


def _is_capture(page: Page, at: int, one: EventWord) -> bool:
    """Were fighters captured, and no families meant (أسر الشهداء، أسرة من خمسة)?"""
    after = page.words[at + 1] if at + 1 < len(page.words) else ""
    led = bool(at) and page.words[at - 1] in signs_of("prepositions")
    if page.words[at].endswith("ه") or (led and after.startswith("ال")):
        return False
    return page.site_at(at + 1) is not None or party_of(after) in ("state", "nonstate", "member")


def _is_clash(page: Page, at: int, one: EventWord) -> bool:
    """Is a clash one of arms that took place: مواجهة مع المسلحين, not مواجهة الإرهاب, not التي تقاتلهم?"""
    if one.form == "present" and at and page.words[at - 1] in signs_of("relative"):
        return False
    if at + 1 < len(page.words) and (page.words[at + 1].isdigit() or _in_date(page, at + 1)):
        return one.form == "plural" or one.is_verb
    if page.words[at].lstrip("وفلب").removeprefix("ال") != "مواجهه":
        return True
    after = _after(page, at, one, 2)
    return any(word in ("مع", "بين", "مسلحه", "المسلحه", "عنيفه", "ضد") for word in after)


def _is_count(page: Page, at: int, one: EventWord) -> bool:
    """Are the dead counted or told to have fallen, and no title (جثمان شهيد الوطن)?"""
    if _is_of_illness(page, at, one):
        return False
    before = page.words[max(0, at - 3) : at]
    fallen = any(
        word.lstrip("وفب").startswith(("سقوط", "سقط", "وقوع", "اوقع", "خلف", "عدد")) for word in before
    )
    return fallen or page.site_at(at) is not None or (at > 0 and page.site_at(at - 1) is not None)


def _is_infiltration(page: Page, at: int, one: EventWord) -> bool:
    """Do armed men cross a line, and no migrants a border?"""
    first, last = page.text.sentence_of(at)
    return signs_of("migrants").isdisjoint(page.words[first:last])


def _is_riot(page: Page, at: int, one: EventWord) -> bool:
    """Is there rioting, and no police of it; does أعمال عنف break out, or are people in the street told of
    beside it, and no war?"""
    if one.size > 1 and "عنف" in page.words[at + one.size - 1]:
        first, last = page.text.sentence_of(at)
        street = signs_of("ground_of_protest") | signs_of("crowd") | signs_of("street_people")
        before = page.words[max(first, at - _NEAR) : at]
        if street.isdisjoint(page.words[first:last]) and not has_sign(
            before, "breaks_out", "sees", "outbreak"
        ):
            return False
    return not (at and page.words[at - 1] in ("مثيري", "مكافحه", "شرطه", "مثيرو", "المكافحه"))


def _is_protest(page: Page, at: int, one: EventWord) -> bool:
    """Did people take to the street, and is it no reason given (احتجاجا على القرار)?"""
    return page.words[at].lstrip("وف") != "احتجاجا"


_CHECKS: dict[str, Callable[[Page, int, EventWord], bool]] = {
    "bombing": _is_bombing,
    "missile": _is_missile,
    "shooting": _is_shooting,
    "infiltration": _is_infiltration,
    "seizure": has_fallen,
    "strike": _is_strike,
    "takeover": is_takeover,
    "siege": is_siege,
    "withdrawal": is_withdrawal,
    "protest": _is_protest,
    "dispersal": _is_dispersal,
    "arrest": _is_arrest,
    "destruction": _is_destruction,
    "foiling": _is_foiling,
    "deployment": _is_deployment,
    "seizing": _is_seizing,
    "attack": _is_attack,
    "killing": _is_killing,
    "wounding": _is_wounding,
    "agreement": _is_agreement,
    "capture": _is_capture,
    "clash": _is_clash,
    "dead": _is_count,
    "riot": _is_riot,
    "exchange": _is_exchange,
    "roadblock": _is_roadblock,
    "stoning": _is_stoning,
    "gathering": _is_gathering,
    "mine": _is_mine,
    "disaster": _is_flood,
}
