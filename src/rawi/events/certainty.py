"""How a happening is told: as reported, as alleged, denied or planned, as news or as what was before."""

from __future__ import annotations

from functools import cache
from itertools import repeat

import msgspec

from rawi.events.lexemes import is_sign, signs_of
from rawi.events.mentions import Mention
from rawi.model.claim import Statement
from rawi.relations.quantities.page import STOPS, Page

_NEAR, _FAR, _DONE, _SAID, _SUFFERED = 3, 8, 6, 4, 16


#: What somebody speaks of as not done yet: warned of, threatened with, hoped for.
_NOT_YET = frozenset(("warns", "threatens", "promises", "hopes", "expects"))


class Signs(msgspec.Struct, frozen=True, gc=False):
    """Roles of words near a mention (``event_signs.tsv``), those right before it and those of its clause."""

    near: frozenset[str]
    clause: frozenset[str]
    denied: bool = False
    planned: bool = False
    alleged: int | None = None  # the token that says so
    done: bool = False  # a verb before it says that it was done: شن، تعرض ل، اندلعت


_NEAR_ROLES = ("plan", "suppose", "prevent", "call", "attempt", "speaks_of", "denies", "past", "alleged")
_CLAUSE_ROLES = (
    "air", "suicide", "device", "grenade", "shells", "gas", "sexual", "ground_of_protest", "terrorist",
    "past", "results", "sport", "pluperfect", "plan", "suppose", "breaks_out",
)  # fmt: skip


def read_signs(page: Page, mention: Mention, statement: Statement | None) -> Signs:
    """Return how the words around a mention tell it."""
    words = page.words
    start = max(mention.sentence[0], mention.first - _FAR)
    before = words[start : mention.first]
    for i in range(len(before) - 1, -1, -1):
        if before[i] in STOPS:
            before = before[i + 1 :]
            break
    near = _roles_of(before[-_NEAR:], _NEAR_ROLES)
    whole = _roles_of(words[mention.clause[0] : mention.clause[1]], _CLAUSE_ROLES)
    if _has(words[mention.last : mention.last + _NEAR], "figurative"):
        whole |= {"figurative"}
    if _has(words[mention.last : mention.last + _NEAR], "chemical"):
        whole |= {"chemical"}
    word = mention.word
    done = any(is_sign(one, "does", "suffers", "breaks_out", "claims") for one in before[-_DONE:])
    to_come = any(_is_to_come(one) for one in before[-_DONE:])
    to_come = to_come or _has(words[mention.last : mention.last + 1], "imminent")
    feared = statement is not None and statement.stance in _NOT_YET and not word.is_verb and not word.definite
    meant = "plan" in near or before[-1:] == ["تنظيم"] or _has(before[-_NEAR:], "aims")
    meant = word.form != "verb" and (meant or _is_aim(page, mention, whole))
    planned = word.future or to_come or feared or meant
    around = range(
        max(mention.clause[0], mention.first - _SAID), min(mention.clause[1], mention.last + _NEAR)
    )
    alleged = next((i for i in around if words[i] in signs_of("alleged")), None)
    denied = statement is not None and statement.polarity == "denied"
    denied = denied or (alleged is not None and _has(words[mention.last : mention.sentence[1]], "false"))
    return Signs(near, whole, denied, planned, alleged, done)


def _is_to_come(word: str) -> bool:
    """Is a word a verb before a noun of a deed, with the س of what is to come: سيشن?"""
    return word.lstrip("وف").startswith(("سي", "ست")) and is_sign(word, "does", "breaks_out")


def _is_aim(page: Page, mention: Mention, clause: frozenset[str]) -> bool:
    """Does ل lead to what is meant to be done (لتحرير المدينة), and to nothing that was suffered, told of or
    had its dead (تعرض لهجوم، تبادل لإطلاق النار)?"""
    word = mention.word
    if word.lead != "ل" or word.definite or "results" in clause:
        return False
    far = page.words[max(mention.clause[0], mention.first - _SUFFERED) : mention.first]
    near = page.words[max(mention.clause[0], mention.first - _SAID) : mention.first]
    return not (_has(far, "suffers") or _has(near, "speaks_of", "told_of"))


def _roles_of(words: list[str], names: tuple[str, ...]) -> frozenset[str]:
    """Return those of some roles that any of some words has."""
    return frozenset().union(*map(_roles_by_word(names).get, words, repeat(())))


@cache
def _roles_by_word(names: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Return some roles by the words that have them."""
    found: dict[str, tuple[str, ...]] = {}
    for name in names:
        for word in signs_of(name):
            found[word] = (*found.get(word, ()), name)
    return found


def _has(words: list[str], *roles: str) -> bool:
    """Is one of the words of one of the roles?"""
    return any(word in signs_of(role) for role in roles for word in words)
