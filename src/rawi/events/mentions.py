"""Words of a text that may tell of a happening, each with the clause in which it does."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress

import msgspec

from rawi.events.lexemes import EventWord, event_words, party_of, read_event_words, signs_of
from rawi.relations.quantities.page import COMMAS, STOPS, Page

_NEAR, _FAR = 4, 8
_MISSILES = frozenset(("missile",))
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
    end, words = 0, page.words
    for at in compress(range(len(words)), map(event_words().__contains__, words)):
        readings = read_event_words(words, at) if at >= end else ()
        chosen = next((one for one in readings if _fits(page, at, one)), None)
        if chosen is None:
            continue
        sentence = page.text.sentence_of(at)
        clause = _clause(page, at, sentence)
        end = at + chosen.size
        yield Mention(at, end, chosen, clause, sentence)


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
    words = page.words
    if _in_name(page, at) or _in_date(page, at):
        return False
    after = words[at + one.size] if at + one.size < len(words) else ""
    before = words[at - 1] if at else ""
    if one.family == "bombing" and one.is_verb and one.form == "verb" and not (one.feminine or one.several):
        return _is_bombing(page, at)
    if one.family == "strike":
        return _near(words, at, "air", _NEAR) or _near(words, at, "shells", _NEAR) or "عسكر" in after
    if one.family == "missile":
        return _is_missile(page, at)
    if one.family == "arrest" and words[at].endswith("القبض"):
        return before in (
            "القي",
            "القت",
            "القوا",
            "القاء",
            "بالقاء",
            "والقت",
            "والقي",
            "تلقي",
            "يلقي",
            "والقاء",
        )
    if one.family in ("destruction", "foiling", "deployment"):
        return _has_object(page, at, one)
    if one.family == "arrest" and one.is_verb and words[at].lstrip("وف").startswith(("اوقف", "يوقف", "توقف")):
        return (
            party_of(after) is not None
            or page.site_at(at + 1) is not None
            or page.name_at(at + 1) is not None
        )
    return True


def _near(words: list[str], at: int, role: str, reach: int) -> bool:
    """Does a word of a role stand within some words of a token?"""
    signs = signs_of(role)
    return any(word in signs for word in words[max(0, at - reach) : at + reach + 1])


def _is_bombing(page: Page, at: int) -> bool:
    """Is فجر a verb, no dawn: فجر انتحاري نفسه، not فجر اليوم?"""
    words = page.words
    after = words[at + 1] if at + 1 < len(words) else ""
    if after.startswith("ال") or _in_date(page, at + 1) or words[at - 1] in signs_of("prepositions"):
        return False
    return bool({"نفسه", "نفسها"} & set(words[at : at + _FAR])) or party_of(after) is not None


def _is_missile(page: Page, at: int) -> bool:
    """Is a missile or shell told to have come down or been fired: سقوط قذائف، أطلقت صاروخا؟"""
    words = page.words
    told = ("سقط", "سقوط", "اطلق", "اطلاق", "انفجر", "اصاب", "استهدف", "قصف", "رشق")
    return any(word.lstrip("وفبل").startswith(told) for word in words[max(0, at - _NEAR) : at])


def _has_object(page: Page, at: int, one: EventWord) -> bool:
    """Is what was destroyed, foiled or sent a thing of conflict?"""
    words = page.words
    ahead = words[at + one.size : at + one.size + _MODIFIERS]
    behind = words[max(0, at - _NEAR) : at]
    if one.family == "destruction":
        return any(party_of(word) is not None or word in signs_of("weapons") for word in (*ahead, *behind))
    if one.family == "deployment":
        return words[at].endswith("تعزيزات") or any(word in signs_of("troops_moved") for word in ahead[:3])
    if not all(signs_of(role).isdisjoint(ahead) for role in ("weapons", "device", "shells")):
        return True
    return any(read_event_words(ahead, i) for i in range(len(ahead))) and not words[at].lstrip(
        "و"
    ).startswith("اسقط")


def _in_name(page: Page, at: int) -> bool:
    """Is a token inside a name, other than its first word?"""
    named = page.name_at(at)
    return named is not None and not (named.first == at and named.last > at + 1 and False)


def _in_date(page: Page, at: int) -> bool:
    return any(first <= at < last for first, last, _ in page.dates)
