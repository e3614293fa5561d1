"""Whether what stands around a word lets it tell of a happening: that nothing is supposed there, and that the
article speaks of conflict at all."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.arabic.remembering import remember
from rawi.events.lexemes import EventWord, event_words, party_of, read_event_words, signs_of
from rawi.events.negation import find_negation, is_denied, is_own_denial
from rawi.relations.quantities.page import COMMAS, STOPS, Page, once_a_page

_NEAR, _FAR = 6, 12
_SHORT, _LONG = 50, 150  # words of a report that may do without words of conflict, and with one only
_ANY = frozenset(("اي", "ايه", "باي", "لاي", "وباي", "ولاي", "واي"))
_HARMS = frozenset(("killing", "dead", "shelling", "airstrike", "abduction", "ambush", "stabbing"))


def is_supposed(page: Page, at: int, one: EventWord) -> bool:
    """Is what a word tells only supposed, or told not to have been: أي هجوم، إذا هاجم، لم يقصف، دون قتال?"""
    words = page.words
    before = words[at - 1] if at else ""
    after = words[at + one.size] if at + one.size < len(words) else ""
    if not one.is_verb and before in signs_of("without"):
        return True  # دون قتال
    negation = find_negation(page, at, one)
    if negation is not None and (one.is_verb or not one.definite):
        return not is_own_denial(page, negation)
    if (before in _ANY or after in _ANY) and not one.is_verb and not one.definite:
        return not is_denied(page, at)
    if one.form == "present" and before.lstrip("وف") == "لن":
        return True
    for i in range(at - 1, max(-1, at - _NEAR - 1), -1):
        if words[i] in STOPS or words[i] in COMMAS:
            return False
        if words[i].lstrip("وف") in signs_of("if"):
            return True
        if words[i] == "حال" and i and words[i - 1].lstrip("و") == "في":
            return True
    return False


def is_campaign(page: Page, at: int, one: EventWord) -> bool:
    """Are many happenings over a long time told as one habit: تشن طائراته منذ أشهر غارات?"""
    words = page.words
    if one.form != "plural" or one.definite or one.owned:
        return False
    before = words[max(0, at - _FAR) : at]
    last = next((i for i in range(len(before) - 1, -1, -1) if before[i] in STOPS), -1)
    before = before[last + 1 :]
    if not any(
        word.lstrip("و")[:1] in ("ي", "ت") and word.lstrip("و") in signs_of("does") for word in before
    ):
        return False
    return any(
        word == "منذ" and words[i + 1] not in signs_of("day_part")
        for i, word in enumerate(words[: len(words) - 1])
        if at - _FAR <= i <= at + _NEAR
    )


@once_a_page
def is_of_conflict(page: Page) -> bool:
    """Does a report speak of arms, of armed men or of people harmed? A short one need not."""
    words = page.words
    if len(words) < _SHORT:
        return True
    needed = 1 if len(words) < _LONG else 2
    found = 0
    for at, told in enumerate(map(_tells_of_conflict, words)):
        if told and (told == _SURELY or _tells_of_harm(read_event_words(words, at))):
            found += 1
            if found >= needed:
                return True
    return False


_NEVER, _MAYBE, _SURELY = 0, 1, 2


def _read_conflict(word: str) -> int:
    """Return whether a word is one of arms or for armed men, or tells of people harmed: surely, never, or by
    what follows it."""
    signs = signs_of("of_conflict")
    if word in signs or word.lstrip("وبل") in signs or party_of(word) == "nonstate":
        return _SURELY
    rows = event_words().get(word, ())
    if any(after for after, _ in rows):
        return _MAYBE
    return _SURELY if _tells_of_harm([one for _, one in rows]) else _NEVER


_tells_of_conflict = remember(_read_conflict, 1 << 15)


def _tells_of_harm(readings: Sequence[EventWord]) -> bool:
    """Do readings of a word tell first of people harmed?"""
    return bool(readings) and readings[0].family in _HARMS
