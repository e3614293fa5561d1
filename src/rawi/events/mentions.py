"""Words of a text that may tell of a happening, each with the clause in which it does."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from rawi.events.lexemes import EventWord, party_of, read_event_words, signs_of
from rawi.events.phrases import class_of_name
from rawi.relations.quantities.page import COMMAS, STOPS, Page

_NEAR, _FAR = 4, 8
_MODIFIERS = 5


class Mention(msgspec.Struct, frozen=True, gc=False):
    """A mention by tokens: its words, what they may mean, the clause and the sentence around them."""

    first: int
    last: int
    word: EventWord
    clause: tuple[int, int]
    sentence: tuple[int, int]


def find_mentions(page: Page) -> Iterator[Mention]:
    """Yield the mentions of a text in its order; words inside names and dates tell of nothing."""
    at, words = 0, page.words
    while at < len(words):
        readings = read_event_words(words, at)
        chosen = _choose(page, at, readings)
        if chosen is None:
            at += 1
            continue
        sentence = page.text.sentence_of(at)
        clause = _clause(page, at, sentence)
        yield Mention(at, at + chosen.size, chosen, clause, sentence)
        at += chosen.size


#: Words right before a noun of a deed that looks like its verb: بعد قصف، محاولة خطف.
_BEFORE_NOUNS = frozenset(
    (
        "في من عن علي بعد قبل خلال اثر جراء منذ ضد بسبب نتيجه عمليات عمليه محاوله جريمه حادث حادثه سلسله "
        "وقف الي مع تحت حول اثناء عقب رغم بعيد حملات حمله وعن ومن وفي"
    ).split()
)
_LIGHT = 6
_BEFORE_DAWN = frozenset(("في", "منذ", "مع", "حتي", "قبل", "قرب"))


def _choose(page: Page, at: int, readings: tuple[EventWord, ...]) -> EventWord | None:
    """Return the reading that fits; of a word that may be a verb or its noun, by what stands before it."""
    fitting = [one for one in readings if _fits(page, at, one)]
    if not fitting:
        return None
    noun = next((one for one in fitting if not one.is_verb), None)
    if fitting[0].is_verb and noun is not None and _after_governor(page, at):
        return noun
    return fitting[0]


def _after_governor(page: Page, at: int) -> bool:
    """Does a preposition or a verb that takes a deed (عاودت المدفعية قصف) govern a token?"""
    words = page.words
    if at == 0:
        return False
    if words[at - 1] in _BEFORE_NOUNS:
        return True
    for i in range(at - 1, max(-1, at - _LIGHT), -1):
        if words[i] in STOPS or words[i] in COMMAS or words[i] in signs_of("that"):
            return False
        if words[i].removeprefix("و") in signs_of("does"):
            return True
    return False


def _clause(page: Page, at: int, sentence: tuple[int, int]) -> tuple[int, int]:
    """Return the clause around a token: cut at stops, and where و or فيما opens another after a comma."""
    first, last = sentence
    start = next((i + 1 for i in range(at - 1, first - 1, -1) if _opens(page, i, at)), first)
    end = next((i for i in range(at + 1, last) if _opens(page, i, at)), last)
    return start, end


def _opens(page: Page, i: int, at: int) -> bool:
    """Does another clause begin after token ``i``?"""
    words = page.words
    if words[i] in STOPS:
        return True
    if words[i] in COMMAS and i + 1 < len(words):
        after = words[i + 1]
        return after in signs_of("breaks") or (after[:1] == "و" and bool(_verb(words, i + 1)))
    return i + 1 < len(words) and words[i + 1] in ("فيما", "بينما") and i + 1 != at


def _verb(words: list[str], at: int) -> bool:
    """Is a token a verb of a happening?"""
    return any(one.is_verb for one in read_event_words(words, at)[:1])


def _fits(page: Page, at: int, one: EventWord) -> bool:
    """Can a word be this mention here?"""
    if page.name_at(at) is not None or _in_date(page, at):
        return False
    check = _CHECKS.get(one.family)
    return check is None or check(page, at, one)


def _near(words: list[str], at: int, role: str, reach: int) -> bool:
    """Does a word of a role stand within some words of a token?"""
    signs = signs_of(role)
    return any(word in signs for word in words[max(0, at - reach) : at + reach + 1])


def _after(page: Page, at: int, one: EventWord, reach: int = _MODIFIERS) -> list[str]:
    """Return the words after a mention, up to a mark or a verb of another clause."""
    words = page.words[at + one.size : at + one.size + reach]
    return words[: next((i for i, word in enumerate(words) if word in STOPS or word in COMMAS), len(words))]


def _is_bombing(page: Page, at: int, one: EventWord) -> bool:
    """Is فجر a verb, no dawn: فجر انتحاري نفسه، not فجر اليوم?"""
    if not one.is_verb or one.form == "present" or one.feminine or one.several:
        return True
    words = page.words
    after = words[at + 1] if at + 1 < len(words) else ""
    if after.startswith("ال") or _in_date(page, at + 1) or (at and words[at - 1] in _BEFORE_DAWN):
        return False
    return bool({"نفسه", "نفسها"} & set(words[at : at + 2 * _FAR])) or party_of(after) is not None


def _is_missile(page: Page, at: int, one: EventWord) -> bool:
    """Is a missile or shell told to have come down or been fired: سقوط قذائف، أطلقت صاروخا؟"""
    signs = signs_of("shells")
    return any(word in signs or word.removeprefix("ال") in signs for word in _after(page, at, one))


def _is_shooting(page: Page, at: int, one: EventWord) -> bool:
    """Is fire opened, with who does it between (إطلاق مسلحين النار), and no hostage let go?"""
    if one.size == 1:
        return any(word in signs_of("fire") for word in _after(page, at, one))
    return page.words[at - 1] not in ("وقف", "لوقف", "بوقف", "الوقف") if at else True


def _is_taken(page: Page, at: int, one: EventWord) -> bool:
    """Did a place fall: سقوط مدينة, not سقوط قتلى?"""
    named = page.name_at(at + 1)
    if named is not None and named.entity.type == "place":
        return True
    return any(word.removeprefix("ال") in signs_of("town") for word in _after(page, at, one, 1))


def _is_strike(page: Page, at: int, one: EventWord) -> bool:
    """Is a blow one of arms: ضربة جوية، ضربات صاروخية، ضربة عسكرية?"""
    words = page.words
    if one.is_verb or words[at].lstrip("وفب") == "ضرب":
        named = page.name_at(at + 1)
        if named is not None:
            return named.entity.type == "organisation" or not one.is_verb
        told = any(party_of(word) in ("state", "nonstate", "member", "aircraft") for word in _after(page, at, one, 2))
        return told or (not one.is_verb and one.lead == "ب")
    armed = any("عسكر" in word for word in _after(page, at, one, 1))
    return armed or _near(words, at, "air", _NEAR) or _near(words, at, "shells", _NEAR)


def _is_state(page: Page, at: int, one: EventWord) -> bool:
    """Is a verb of holding no happening: المدينة التي يسيطر عليها?"""
    return not (one.is_verb and at > 0 and page.words[at - 1] in signs_of("relative"))


def _is_dispersal(page: Page, at: int, one: EventWord) -> bool:
    """Were people in the street dispersed, and no difference told (فرقا)?"""
    return _near(page.words, at, "ground_of_protest", _FAR)


def _is_arrest(page: Page, at: int, one: EventWord) -> bool:
    """Were people taken: القبض على، أوقف خمسة, not أوقف العمل?"""
    word = page.words[at]
    if "قبض" in word:
        return "علي" in _after(page, at, one, 3) or (at > 0 and page.words[at - 1].lstrip("وب").startswith("الق"))
    if not word.lstrip("وفلبس").removeprefix("ال").startswith(("اوقف", "يوقف", "توقف", "ايقاف", "ضبط", "يضبط", "تضبط")):
        return True
    if at > 0 and one.is_verb and party_of(page.words[at - 1]) == "state":
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
    ahead = _after(page, at, one)
    signs = signs_of("weapons") | signs_of("device") | signs_of("shells")
    if any(word in signs for word in ahead):
        return True
    kinds = ("حبط", "احباط", "حباط")
    stem = page.words[at].lstrip("وفلب")
    return any(kind in stem for kind in kinds) and any(read_event_words(ahead, i) for i in range(len(ahead)))


def _is_deployment(page: Page, at: int, one: EventWord) -> bool:
    """Were troops moved: نشر قوات، تعزيزات عسكرية?"""
    if page.words[at].endswith("تعزيزات"):
        return True
    return any(word in signs_of("troops_moved") for word in _after(page, at, one, 3))


_CHECKS: dict[str, Callable[[Page, int, EventWord], bool]] = {
    "bombing": _is_bombing,
    "missile": _is_missile,
    "shooting": _is_shooting,
    "seizure": _is_taken,
    "strike": _is_strike,
    "takeover": _is_state,
    "siege": _is_state,
    "dispersal": _is_dispersal,
    "arrest": _is_arrest,
    "destruction": _is_destruction,
    "foiling": _is_foiling,
    "deployment": _is_deployment,
}


def _in_date(page: Page, at: int) -> bool:
    return any(first <= at < last for first, last, _ in page.dates)
