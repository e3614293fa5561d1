"""Whom a party fights in an article: the target of what it takes from them, where the words name none."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.events.drafts import Draft, fuller
from rawi.events.linking import relate_phrases
from rawi.events.phrases import Phrase
from rawi.events.roles import Roles
from rawi.events.sides import is_armed
from rawi.relations.quantities.page import Page

#: Kinds of happening that are done to whoever holds a place.
_TAKEN = frozenset(("takeover", "advance", "clash", "siege"))


def name_opponents(page: Page, drafts: Sequence[Draft]) -> None:
    """Give who takes a place the one party that it fights in the article as the target."""
    pairs = [(one.roles.actor, one.roles.target) for one in drafts]
    fights = [(a, b) for a, b in pairs if a is not None and b is not None and is_armed(a) and is_armed(b)]
    for one in drafts:
        actor = one.roles.actor
        if one.main.word.family not in _TAKEN or one.roles.target is not None or actor is None:
            continue
        others = [_other(page, actor, pair) for pair in fights]
        known = [other for other in others if other is not None]
        if known and all(_alike(page, known[0], other) for other in known[1:]):
            one.roles = fuller(one.roles, Roles(target=known[0]))


def _other(page: Page, party: Phrase, pair: tuple[Phrase, Phrase]) -> Phrase | None:
    """Return the other side of a fight in which a party stands on one, null where it is on none or both."""
    sides = [_alike(page, party, one) for one in pair]
    return pair[1] if sides == [True, False] else pair[0] if sides == [False, True] else None


def _alike(page: Page, a: Phrase, b: Phrase) -> bool:
    return relate_phrases(page, a, b) in ("same", "shared")
