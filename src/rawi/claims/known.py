"""A speaker as the text has called them so far."""

from __future__ import annotations

from typing import Literal

import msgspec

from rawi.annotations.lexis import load_vocabulary
from rawi.annotations.speech import particles
from rawi.arabic.fold import fold
from rawi.arabic.inflection import Agreement
from rawi.arabic.remembering import remember

folded_name = remember(fold, 1 << 12)
"""Return a name folded; a text comes back to the same ones at each statement."""


class Known(msgspec.Struct, frozen=True, gc=False):
    """A speaker: the name, the folded words by which the text called them, and how verbs agree with them.

    ``heads`` are the words by which a short name or a description can call them again.
    """

    name: str
    role: str | None
    kind: Literal["person", "body", "other"]
    words: frozenset[str]
    heads: frozenset[str]
    agreement: frozenset[Agreement]
    also: tuple[str, ...] = ()
    entity: str | None = None

    @property
    def surname(self) -> str:
        """The last word of the name, folded."""
        return folded_name(self.name).split()[-1] if self.name.strip() else ""

    def agrees(self, agreement: Agreement | None) -> bool:
        """May a verb that shows this agreement, if any, be theirs?"""
        return agreement is None or not self.agreement or agreement in self.agreement


def share_a_word(one: str, other: str) -> bool:
    """Have two names a word in common?"""
    return not set(folded_name(one).split()).isdisjoint(folded_name(other).split())


def may_be_body(new: Known, known: Known) -> bool:
    """Can a body be one met before: الشرطة is the شرطة الولاية that no lexicon knows?"""
    if known.kind == "body":
        return True
    unnamed = known.kind == "other" and known.role is None
    return unnamed and len(new.words) == 1 and not known.name.startswith("ال")


def is_headed(first: str, new: Known, known: Known) -> bool:
    """Is a body called by its first word, or by a name of its own? الجيش is not إذاعة الجيش."""
    head = folded_name(known.name).split()[0].removeprefix("ال")
    if head == first or head in particles("dropped_head"):
        return True
    entry = load_vocabulary().entry(first)
    return len(new.words) == 1 and (entry is None or entry.kind in ("org", "outlet", "platform", "place"))
