"""Whether a word tells that a place changed hands: that what is taken is a place, and that it is not only
held."""

from __future__ import annotations

from rawi.events.lexemes import EventWord, party_of, signs_of
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
    bare = not (one.is_verb or one.definite or one.owned) and _is_control(page, at)
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


def _is_control(page: Page, at: int) -> bool:
    """Is a token سيطر or its noun, which tell of holding a place as well?"""
    return page.words[at].lstrip("وفبل").removeprefix("ال").startswith("سيطر")


def _takes(page: Page, at: int, one: EventWord) -> bool:
    """Is what was taken a place or arms, and no title, no rights and no fire (استعاد اللقب)?"""
    words, first = page.words, at + one.size
    if _is_control(page, at):
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
