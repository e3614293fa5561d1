"""Deeds that are said not to have been: لم يقصف، نفى أي هجوم; and whether a speaker says so."""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter

from rawi.events.lexemes import EventWord, is_sign, signs_of
from rawi.model.claim import Statement
from rawi.relations.quantities.page import COMMAS, STOPS, Page

_LIGHT, _OPENS, _AFTER = 6, 4, 3
_INNERMOST = itemgetter(0, 1)
_NOT_DONE = frozenset(("لم", "ولم", "فلم"))


def statements_at(page: Page, token: int) -> Iterator[Statement]:
    """Yield the statements whose content holds a token, the innermost first."""
    found = [(last - first, number, one) for first, last, number, one in page.told if first <= token < last]
    yield from (one for _, _, one in sorted(found, key=_INNERMOST))


def find_negation(page: Page, at: int, one: EventWord) -> int | None:
    """Return the token that says that a deed was not done: لم يقصف، لم يشن الجيش هجوما; null for none."""
    words = page.words
    if one.is_verb:
        return at - 1 if one.form == "present" and at and words[at - 1] in _NOT_DONE else None
    first = max(0, at - _LIGHT)
    if _NOT_DONE.isdisjoint(words[first:at]):
        return None
    for i in range(at - 1, first, -1):
        if words[i] in STOPS or words[i] in COMMAS or words[i] in signs_of("that"):
            return None
        if words[i - 1] in _NOT_DONE and is_sign(words[i], "does", "suffers", "breaks_out"):
            return i - 1
    return None


def is_own_denial(page: Page, negation: int) -> bool:
    """Does a speaker open with what was not done: قال إنه لم يقصف، إن قواته لم تقصف; not إن أحدا لم يقتل?"""
    for one in statements_at(page, negation):
        first = min(page.tokens(span)[0] for span in one.content)
        nobody = not signs_of("nobody").isdisjoint(page.words[first : negation + _AFTER])
        return 0 <= negation - first <= _OPENS and not nobody
    return False


def is_denied(page: Page, token: int) -> bool:
    """Does a token stand in what somebody denies?"""
    return any(one.polarity == "denied" for one in statements_at(page, token))
