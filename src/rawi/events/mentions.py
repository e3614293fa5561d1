"""Words of a text that may tell of a happening, each with the clause in which it does."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache

import msgspec

from rawi.events.conditions import fits
from rawi.events.constructions import read_construction, telling_words
from rawi.events.lexemes import EventWord, joined_signs, read_event_words, signs_of
from rawi.relations.quantities.page import COMMAS, LONGEST, STOPS, Page
from rawi.rules.wordsets import find_words

_NEAR, _FAR = 4, 8
_MODIFIERS = 5
_MEANWHILE = frozenset(("فيما", "بينما"))
_TO_DAY = 3  # words from و to a date that opens a clause


class Mention(msgspec.Struct, frozen=True, gc=False):
    """A mention by tokens: its words, what they may mean, the clause and the sentence around them."""

    first: int
    last: int
    word: EventWord
    clause: tuple[int, int]
    sentence: tuple[int, int]


def is_hit(page: Page, mention: Mention) -> bool:
    """Is a mention a verb of hitting, with or without و: استهدف، وضربت?"""
    word = page.words[mention.first]
    return mention.word.is_verb and word[mention.word.joined :] in signs_of("hits")


def find_mentions(page: Page) -> Iterator[Mention]:
    """Yield the mentions of a text in its order; words inside names and dates tell of nothing."""
    end, words = 0, page.words
    taken: set[int] = set()
    for at in find_words(page.text, telling_words):
        if at < end or at in taken:
            continue
        chosen = _choose(page, at, read_event_words(words, at))
        if chosen is None:
            built = read_construction(page, at)
            if built is None:
                continue
            chosen = built.word
            taken.update(built.needed)
        sentence = page.text.sentence_of(at)
        end = at + chosen.size
        yield Mention(at, end, chosen, _clause(page, at, sentence), sentence)


#: Words right before a noun of a deed that looks like its verb: بعد قصف، محاولة خطف.
_BEFORE_NOUNS = frozenset(
    [
        "في",
        "من",
        "عن",
        "علي",
        "بعد",
        "قبل",
        "خلال",
        "اثر",
        "جراء",
        "منذ",
        "ضد",
        "بسبب",
        "نتيجه",
        "عمليات",
        "عمليه",
        "محاوله",
        "جريمه",
        "حادث",
        "حادثه",
        "سلسله",
        "وقف",
        "الي",
        "مع",
        "تحت",
        "حول",
        "اثناء",
        "عقب",
        "رغم",
        "بعيد",
        "حملات",
        "حمله",
        "وعن",
        "ومن",
        "وفي",
    ]
)
_LIGHT = 6


def _choose(page: Page, at: int, readings: tuple[EventWord, ...]) -> EventWord | None:
    """Return the reading that fits; of a word that may be a verb or its noun, by what stands before it."""
    fitting = [one for one in readings if fits(page, at, one)]
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
    if words[at - 1] in _BEFORE_NOUNS or words[at - 1] in joined_signs("hits", "breaks_out"):
        return True
    does, that = joined_signs("does"), signs_of("that")
    for i in range(at - 1, max(-1, at - _LIGHT), -1):
        word = words[i]
        if word in STOPS or word in COMMAS or word in that:
            return False
        if word in does:
            return True
    return False


def _clause(page: Page, at: int, sentence: tuple[int, int]) -> tuple[int, int]:
    """Return the clause around a token: cut at stops, and where و or فيما opens another after a comma."""
    first, last = max(sentence[0], at - LONGEST), min(sentence[1], at + LONGEST)
    breaks = _breaks(page)
    before, after = bisect_left(breaks, at) - 1, bisect_right(breaks, at)
    start = breaks[before] + 1 if before >= 0 and breaks[before] >= first else first
    end = breaks[after] if after < len(breaks) and breaks[after] < last else last
    return start, end


def _breaks(page: Page) -> list[int]:
    """Return the tokens after which another clause begins."""
    if page.breaks is None:
        page.breaks = sorted(set(_find_breaks(page)))
    return page.breaks


@cache
def turning_words() -> frozenset[str]:
    """Return the marks and words at which a clause may end."""
    return STOPS | COMMAS | _MEANWHILE


def _find_breaks(page: Page) -> Iterator[int]:
    """Yield the tokens after which another clause begins, some of them more than once."""
    words = page.words
    for at in find_words(page.text, turning_words):
        word = words[at]
        if word in STOPS or (word in COMMAS and at + 1 < len(words) and _opens(page, at + 1)):
            yield at
        elif word in _MEANWHILE and at and words[at - 1] not in COMMAS:
            yield at - 1
    for first, _, _ in page.dates:
        for at in range(max(1, first - _TO_DAY + 1), first + 1):
            if _opens_a_day(page, at):
                yield at - 1


def _opens(page: Page, at: int) -> bool:
    """Does a token open a clause after a comma?"""
    word = page.words[at]
    if word in signs_of("breaks"):
        return True
    return word[:1] == "و" and (_verb(page.words, at) or _opens_a_day(page, at))


def _opens_a_day(page: Page, at: int) -> bool:
    """Does و open what was on another day: وفي 5 مارس قصفت، ويوم الثلاثاء هاجم?"""
    if page.words[at][:1] != "و":
        return False
    after = next((last for _, last, _ in page.dates_in(at, at + _TO_DAY)), None)
    return after is not None and after < len(page.words) and _verb(page.words, after)


def _verb(words: list[str], at: int) -> bool:
    """Is a token a verb of a happening?"""
    readings = read_event_words(words, at)
    return bool(readings) and readings[0].is_verb
