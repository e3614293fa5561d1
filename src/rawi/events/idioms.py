"""Whether a word of violence is meant of sport, of talk, of animals or of a story: قصف المنتخب المرمى، هاجم
النائب الوزير في مقابلة، هاجم كلب طفلا، يروي الفيلم قصة هجوم."""

from __future__ import annotations

from itertools import pairwise

from rawi.arabic.remembering import remember
from rawi.events.lexemes import EventWord, has_sign, is_sign, signs_of
from rawi.relations.quantities.page import COMMAS, LONGEST, STOPS, Page

_SHORT = 50  # words of a report that is read as one sentence
_NEXT, _NEAR, _FAR, _WIDE = 2, 4, 8, 16
#: Kinds of happening that matches are told by.
_OF_MATCHES = frozenset(
    (
        "attack", "shelling", "missile", "strike", "airstrike", "blast", "bombing", "clash", "takeover",
        "siege", "advance", "infiltration", "ambush", "shooting", "wounding", "capture", "surrender",
        "withdrawal", "seizure", "arrest",
    )
)  # fmt: skip
#: Kinds that words can do as well.
_OF_TALK = frozenset(("attack", "shelling", "strike", "clash", "missile", "airstrike"))
#: Kinds that animals can do as well.
_OF_BEASTS = frozenset(("attack", "killing", "wounding", "stabbing", "strike", "airstrike"))
_THINGS = {
    "abduction": "prize",
    "takeover": "prize",
    "advance": "prize",
    "capture": "prize",
    "bombing": "bursting",
    "blast": "bursting",
    "killing": "dreams",
}


def is_idiom(page: Page, at: int, one: EventWord) -> bool:
    """Does a word tell of no violence here, for all that stands around it?"""
    if _is_of_things(page, at, one) or _is_of_beasts(page, at, one) or _is_of_story(page, at):
        return True
    return _is_of_match(page, at, one) or _is_of_talk(page, at, one)


def _ahead(page: Page, at: int, one: EventWord, reach: int) -> list[str]:
    """Return the words after a mention, up to a mark."""
    words = page.words[at + one.size : at + one.size + reach]
    return words[: next((i for i, word in enumerate(words) if word in STOPS or word in COMMAS), len(words))]


def _is_of_things(page: Page, at: int, one: EventWord) -> bool:
    """Is what is taken, blown up or killed nothing that can be: خطف الأضواء، فجر مفاجأة، اغتال الحلم?"""
    role = _THINGS.get(one.family)
    if role is None or one.owned:
        return False
    ahead = _ahead(page, at, one, _FAR if role == "prize" else _NEAR)
    if role == "prize" and any(
        word in signs_of("rank") and after in signs_of("ordinal") for word, after in pairwise(ahead)
    ):
        return True  # احتل المركز الثالث
    signs = signs_of(role) | signs_of("points") if one.family == "abduction" else signs_of(role)
    return not signs.isdisjoint(ahead) and not _in_earnest(ahead)


def _is_of_beasts(page: Page, at: int, one: EventWord) -> bool:
    """Is it an animal that attacks: هاجم كلب ضال طفلا، هجوم أسماك القرش?"""
    if one.family not in _OF_BEASTS:
        return False
    if any(_bare(word) in signs_of("beast") for word in _ahead(page, at, one, _NEXT + 1)):
        return True
    if not one.joined:
        return False
    told = page.words[max(page.text.sentence_of(at)[0], at - LONGEST) : at]  # هاجم كلب طفلا وأصابه
    return not signs_of("beast").isdisjoint(told) and not _in_earnest(told)


def _bare(word: str) -> str:
    """Return a word without ل before it: هجوم لأسماك."""
    return word[1:] if word[:1] == "ل" else word


def _is_of_story(page: Page, at: int) -> bool:
    """Is it told by a film, a book or a game: يروي الفيلم قصة هجوم?"""
    first = page.text.sentence_of(at)[0]
    before = page.words[max(first, at - _WIDE) : at]
    if not has_sign(before, "tells_a_story"):
        return False
    return any(
        is_sign(word, "tells_a_story") and has_sign(before[i + 1 : i + 3], "story")
        for i, word in enumerate(before)
    )


def _is_of_match(page: Page, at: int, one: EventWord) -> bool:
    """Is a word one of a match: the sentence speaks of sport and of nobody under arms or harmed?"""
    if one.family not in _OF_MATCHES or any(stem in page.words[at] for stem in ("اشتب", "اعتد")):
        return False
    if one.family == "arrest" and not any(stem in page.words[at] for stem in ("وقف", "ايقاف", "توقيف")):
        return False  # إيقاف اللاعب مباراتين
    words = _scope(page, at)
    if "تصد" in page.words[at] and not signs_of("keeper").isdisjoint(_ahead(page, at, one, 1)):
        return True
    sport = not signs_of("match").isdisjoint(words)
    scored = not (signs_of("club").isdisjoint(words) or signs_of("scores").isdisjoint(words))
    return (sport or scored) and not _in_earnest(words)


def _is_of_talk(page: Page, at: int, one: EventWord) -> bool:
    """Is an attack made with words: by what it is called (هجوم لفظي), on what (هجوم على الملاريا) or by who
    makes it (هاجم الوزير خصومه)?"""
    if one.family not in _OF_TALK:
        return False
    ahead = _ahead(page, at, one, _WIDE)
    if not signs_of("of_talk_alone").isdisjoint(ahead[:1]):
        return True
    if ahead[1:] and ahead[0] in ("علي", "ضد") and ahead[1].removeprefix("ال") in signs_of("illness"):
        return True
    if one.definite or _in_earnest(_scope(page, at)):
        return False
    return _is_by_talker(page, at, one, ahead)


def _is_by_talker(page: Page, at: int, one: EventWord, ahead: list[str]) -> bool:
    """Does somebody who speaks for a living attack: هاجم الوزير، شن النائب هجوما?"""
    words, signs = page.words, signs_of("talker")
    if "هاجم" in words[at] or (not one.is_verb and words[at].endswith("هجوم")):
        return not signs.isdisjoint(ahead[:1])
    before = range(max(page.text.sentence_of(at)[0], at - _FAR), at - 1)
    return "هجوم" in words[at] and any(is_sign(words[i], "does") and words[i + 1] in signs for i in before)


def is_said(page: Page, at: int, one: EventWord) -> bool:
    """May an attack be one of words, by where or with what it was made: خلال مقابلة، بتصريحات?"""
    if one.family not in _OF_TALK or one.definite or _in_earnest(_scope(page, at)):
        return False
    ahead = _ahead(page, at, one, _WIDE)
    led = any(lead in signs_of("talks_by") and word in signs_of("of_talk") for lead, word in pairwise(ahead))
    return led or not signs_of("with_words").isdisjoint(ahead)


def _scope(page: Page, at: int) -> list[str]:
    """Return the words by which a mention is read: its sentence, all of a short report."""
    words = page.words
    if len(words) < _SHORT:
        return words
    first, last = page.text.sentence_of(at)
    return words[max(first, at - LONGEST) : min(last, at + LONGEST)]


def _in_earnest(words: list[str]) -> bool:
    """Does one of some words tell of arms, of who bears them or of people harmed?"""
    return any(map(_is_earnest, words))


def _read_earnest(word: str) -> bool:
    """Is a word one of those that ``_in_earnest`` looks for?"""
    signs = signs_of("in_earnest")
    return word in signs or word.lstrip("وبل") in signs


_is_earnest = remember(_read_earnest, 1 << 15)
