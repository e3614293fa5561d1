"""Words of a text that may tell of a happening, each with the clause in which it does."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

import msgspec

from rawi.events.conditions import fits
from rawi.events.constructions import read_construction, telling_words
from rawi.events.lexemes import EventWord, is_sign, read_event_words, signs_of
from rawi.relations.quantities.page import COMMAS, LONGEST, STOPS, Page
from rawi.rules.wordsets import find_words

_NEAR, _FAR = 4, 8
_MODIFIERS = 5
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
    if words[at - 1] in _BEFORE_NOUNS or is_sign(words[at - 1], "hits", "breaks_out"):
        return True
    for i in range(at - 1, max(-1, at - _LIGHT), -1):
        if words[i] in STOPS or words[i] in COMMAS or words[i] in signs_of("that"):
            return False
        if is_sign(words[i], "does"):
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
        page.breaks = [i for i in range(len(page.words)) if _opens(page, i)]
    return page.breaks


def _opens(page: Page, i: int) -> bool:
    """Does another clause begin after token ``i``?"""
    words = page.words
    if words[i] in STOPS:
        return True
    if words[i] in COMMAS and i + 1 < len(words):
        after = words[i + 1]
        joined = after[:1] == "و" and (_verb(words, i + 1) or _opens_a_day(page, i + 1))
        return after in signs_of("breaks") or joined
    return i + 1 < len(words) and (words[i + 1] in ("فيما", "بينما") or _opens_a_day(page, i + 1))


def _opens_a_day(page: Page, at: int) -> bool:
    """Does و open what was on another day: وفي 5 مارس قصفت، ويوم الثلاثاء هاجم?"""
    if page.words[at][:1] != "و":
        return False
    after = next((last for _, last, _ in page.dates_in(at, at + _TO_DAY)), None)
    return after is not None and after < len(page.words) and _verb(page.words, after)


def _verb(words: list[str], at: int) -> bool:
    """Is a token a verb of a happening?"""
    return any(one.is_verb for one in read_event_words(words, at)[:1])
