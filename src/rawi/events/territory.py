"""Whether a word tells that a place changed hands: that what is taken is a place, and that it is not only
held."""

from __future__ import annotations

from rawi.entities.countries import read_countries
from rawi.events.lexemes import EventWord, party_of, signs_of
from rawi.events.phrases import Phrase
from rawi.relations.quantities.page import COMMAS, STOPS, Page

_REACH, _OBJECT, _FAR, _WIDE = 10, 6, 8, 12
_ARMED = ("state", "nonstate", "unknown", "member")


def has_fallen(page: Page, at: int, one: EventWord) -> bool:
    """Did a place fall: سقوط مدينة, not سقوط قتلى?"""
    after = page.words[at + one.size] if at + one.size < len(page.words) else ""
    return _is_place(page, at + one.size) or after.removeprefix("ال") in signs_of("town")


def is_takeover(page: Page, at: int, one: EventWord) -> bool:
    """Does somebody take a place, and not only hold it: المدينة التي يسيطر عليها، من سيطرة التنظيم؟"""
    before = page.words[at - 1] if at else ""
    bare = not (one.is_verb or one.definite or one.owned) and is_control(page, at)
    if bare and before.lstrip("وب") in signs_of("holds"):
        return False
    return _changes(page, at, one) and _takes(page, at, one)


def is_siege(page: Page, at: int, one: EventWord) -> bool:
    """Is a place held shut, and no cordon named (طوقا أمنيا)?"""
    return not page.words[at].endswith("طوقا") and _changes(page, at, one)


def _changes(page: Page, at: int, one: EventWord) -> bool:
    """Does a word tell of what is done, and not of how things stand?"""
    words = page.words
    before = words[at - 1] if at else ""
    after = words[at + one.size] if at + one.size < len(words) else ""
    if before == "تحت" or before.removeprefix("ال") in signs_of("named_freedom"):
        return False
    if one.is_verb:
        return before not in signs_of("relative") and after not in ("عليها", "عليه", "عليهما")
    return before not in ("الخاضعه", "خاضعه", "مناطق") and not (
        one.lead == "ل" and any(stem in before + words[at - 2] for stem in ("خضع", "خاضع"))
    )


def is_control(page: Page, at: int) -> bool:
    """Is a token سيطر or its noun, which tell of holding a place as well?"""
    return page.words[at].lstrip("وفبل").removeprefix("ال").startswith("سيطر")


def _takes(page: Page, at: int, one: EventWord) -> bool:
    """Is what was taken a place or arms, and no title, no rights and no fire (استعاد اللقب)?"""
    words, first = page.words, at + one.size
    if is_control(page, at):
        if first < len(words) and words[first].removeprefix("ال") == "ناريه":
            return False  # السيطرة النارية: within range of guns
        ahead = range(first, min(len(words), first + _REACH))
        on = next((i for i in ahead if words[i] in STOPS or words[i] in ("علي", "عليه", "عليها")), None)
        if on is None or words[on] in STOPS:
            return True
        return words[on] != "علي" or _is_object(page, on + 1, on + 1 + _OBJECT)
    armed = one.form == "verb" and any(party_of(word) in _ARMED for word in words[first : first + 2])
    return one.owned or _is_object(page, first, first + (_WIDE if armed else _FAR), past_commas=armed)


def _is_object(page: Page, first: int, last: int, *, past_commas: bool = False) -> bool:
    """Does a place or what is taken in war stand between two tokens, before a mark?"""
    for i in range(first, min(len(page.words), last)):
        word = page.words[i]
        if word in signs_of("no_object"):
            return False
        if word in signs_of("object_of_taking") or _is_place(page, i):
            return True
        if word in STOPS or (word in COMMAS and not past_commas):
            return False
    return False


def _is_place(page: Page, at: int) -> bool:
    """Does a token stand in the name of a place?"""
    named = page.name_at(at)
    return named is not None and named.entity.type == "place"


def takes_arms(page: Page, at: int, one: EventWord) -> bool:
    """Are arms the first thing that is taken: استولت القوات على صواريخ?"""
    ahead = page.words[at + one.size : at + one.size + _REACH]
    on = next((i for i, word in enumerate(ahead) if word in STOPS or word == "علي"), len(ahead))
    return on + 1 < len(ahead) and ahead[on + 1] in signs_of("weapons")


def is_withdrawal(page: Page, at: int, one: EventWord) -> bool:
    """Did troops leave a place, and nobody a race or a treaty?"""
    if at and page.words[at - 1] == "كر":
        return False  # معارك كر وفر
    ahead = page.words[at + one.size : at + one.size + _FAR]
    ahead = ahead[: next((i for i, word in enumerate(ahead) if word in STOPS or word in COMMAS), len(ahead))]
    if not signs_of("no_object").isdisjoint(ahead):
        return False
    armed = any(party_of(word) in (*_ARMED, "military") for word in ahead)
    return armed or not signs_of("object_of_taking").isdisjoint(ahead) or (one.is_verb and one.several)


def is_of_group(page: Page, phrase: Phrase) -> bool:
    """Does a phrase name an armed group by what it is called: لواء الفجر، مقاتلو سرايا الجبل، جيش الفتح; no
    unit of an army (اللواء التاسع، فرقة المشاة) and no army of a state?"""
    words, end = page.words, min(phrase.last + 1, len(page.words))
    if is_of_army(page, phrase):
        return False
    for at in range(phrase.first, min(phrase.last, end - 1)):
        word = words[at].removeprefix("و")
        after = words[at + 1]
        named = after not in STOPS and after not in COMMAS and not after.isdigit()
        if word in signs_of("armed_group") and named and not read_countries(after)[1]:
            return True
        if word == "جيش" and after.startswith("ال") and after not in signs_of("of_a_state"):
            return not read_countries(after)[1] and page.name_at(at) is not None
    return False


def is_of_army(page: Page, phrase: Phrase) -> bool:
    """Does a phrase speak of an army of a state or a unit of one: اللواء التاسع، كتيبة من الجيش?"""
    around = page.words[phrase.first : min(phrase.last + 2, len(page.words))]
    definite = around[0].startswith("ال") and around[0].removeprefix("ال") in signs_of("armed_group")
    numbered = definite and around[1:2] != [] and around[1] in signs_of("ordinal")
    return numbered or not signs_of("of_the_army").isdisjoint(around)


def is_unit(page: Page, phrase: Phrase) -> bool:
    """Is a phrase for a unit of an army: اللواء التاسع، لواء من الجيش?"""
    head = page.words[phrase.core].removeprefix("ال")
    return head in signs_of("armed_group") and is_of_army(page, phrase)


def left_by_army(page: Page, first: int, last: int) -> bool:
    """Does a range tell that forces of a state left or lost a place: بعد انسحاب الجيش منها?"""
    words = page.words
    return any(
        words[at] in signs_of("leaving") and "state" in map(party_of, words[at + 1 : min(at + 3, last)])
        for at in range(first, last)
    )


def is_peaceful(page: Page, first: int, last: int) -> bool:
    """Did a place change hands without a fight: دون قتال، بلا مقاومة?"""
    words = page.words
    return any(
        words[i] in signs_of("without") and words[i + 1].removeprefix("اي") in signs_of("fight")
        for i in range(first, min(last, len(words) - 1))
    )


def is_foreign(page: Page, phrase: Phrase, country: str | None) -> bool:
    """Is a phrase for the forces of another country than this one: القوات التركية in Syria?"""
    words = page.words[phrase.first : phrase.last]
    found = frozenset[str]().union(*(read_countries(word)[1] for word in words))
    return country is not None and bool(found) and country not in found
