"""Whether two numbers are told of one subject: of one happening, not only of one story or article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from rawi.model.definition import Definition
from rawi.model.value import Amount
from rawi.relations.quantities.bounds import value_of

#: Shares of telling words that two numbers have at least: that can be of one thing, that surely are.
APART, AKIN = 0.2, 0.25
_NEAR = 500  # letters between two numbers that are set against each other
_CLOSE_BY, _FEW = 250, 3


def likeness(a: Definition, b: Definition) -> float:
    """Return which share of the telling words of the shorter sentence the other has too; 0 for one word
    alone.

    >>> from rawi.model.value import Hedge
    >>> one = Definition("a", "d", 1, 1, Hedge.EXACT, telling=("حريق", "مستودع", "مساء"))
    >>> other = Definition("b", "e", 2, 2, Hedge.EXACT, telling=("حريق", "مستودع", "زيوت", "بلد"))
    >>> round(likeness(one, other), 2)
    0.67
    """
    one, other = set(a.telling), set(b.telling)
    least, shared = min(len(one), len(other)), len(one & other)
    if not least or (shared < 2 and least > _FEW):
        return 0.0
    return shared / least


def drop_lists(items: Sequence[Definition], most: int) -> list[Definition]:
    """Return figures without those of articles that give more than ``most`` different numbers in one voice: a
    list of things that only share a noun."""
    values: dict[tuple[str, str | None, str | None], set[Amount | None]] = defaultdict(set)
    for one in items:
        values[one.document, one.holder, one.as_of].add(value_of(one))
    return [one for one in items if len(values[one.document, one.holder, one.as_of]) <= most]


def are_set_against(a: Definition, b: Definition) -> bool:
    """Does one article set two numbers against each other: close together, the later with لكن or في حين?"""
    if a.document != b.document or abs(a.at - b.at) > _NEAR:
        return False
    return (b if b.at > a.at else a).contrast


def _says_little(a: Definition, b: Definition) -> bool:
    """Does the later of two numbers that stand close stand in a sentence that adds hardly a word: the subject
    is that of the earlier one?"""
    later = b if b.at > a.at else a
    return (
        abs(a.at - b.at) <= _CLOSE_BY and len(later.telling) <= _FEW and not (later.place and later.place.own)
    )


def are_of_one_subject(a: Definition, b: Definition) -> bool:
    """Are two numbers surely told of one thing?

    In one article where they are set against each other or their sentences share much; in two where both open
    the article, or their sentences share something.
    """
    if a.document == b.document:
        near = abs(a.at - b.at) <= _NEAR and (likeness(a, b) >= AKIN or _says_little(a, b))
        return are_set_against(a, b) or near
    return (a.lead and b.lead) or likeness(a, b) >= AKIN


def may_be_of_one_subject(a: Definition, b: Definition) -> bool:
    """Can two numbers of a story be of one thing, as far as their sentences tell?"""
    if a.document == b.document:
        return are_of_one_subject(a, b)
    return (a.lead and b.lead) or likeness(a, b) >= APART
