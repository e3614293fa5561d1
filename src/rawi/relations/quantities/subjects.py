"""Whether two numbers are told of one subject: of one happening, not only of one story or article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from rawi.model.definition import Definition
from rawi.model.value import Amount
from rawi.relations.quantities.bounds import value_of

#: Shares of telling words that two numbers have at least: that can be of one thing, that surely are, and
#: where only a noun joins them, or only a unit.
APART, AKIN, CLOSE, SURE = 0.15, 0.25, 0.3, 0.5
#: Two figures of a story with one number from this on are likely of one thing: smaller ones meet by chance.
TELLING = 12
_NEAR = 500  # letters between two numbers that are set against each other
_CLOSE_BY, _FEW, _SIZE = 250, 3, 4


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
    values: dict[tuple[str | None, ...], set[Amount | None]] = defaultdict(set)
    for one in items:
        values[_voiced(one)].add(value_of(one))
    return [one for one in items if len(values[_voiced(one)]) <= most]


def _voiced(one: Definition) -> tuple[str | None, ...]:
    """Return by what the numbers of one voice in one article are told apart."""
    return one.document, one.holder, one.as_of, one.what, one.kind


def are_set_against(a: Definition, b: Definition) -> bool:
    """Does one article set two numbers against each other: close together, the later with لكن or في حين?"""
    if a.document != b.document or abs(a.at - b.at) > _NEAR:
        return False
    return (b if b.at > a.at else a).contrast


def are_in_one_sentence(a: Definition, b: Definition) -> bool:
    """Do two numbers stand in one sentence, as far as its words tell?"""
    return a.document == b.document and abs(a.at - b.at) <= _CLOSE_BY and a.telling == b.telling != ()


def is_within_reach(a: Definition, b: Definition) -> bool:
    """Do two numbers of one article stand close together?"""
    return a.document == b.document and abs(a.at - b.at) <= _NEAR


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
    return likeness(a, b) >= AKIN or (a.lead and b.lead and are_near(a, b))


def are_near(a: Definition, b: Definition) -> bool:
    """Are two numbers of one size, so that they can be two counts of one thing?"""
    low, high = sorted(abs(value_of(one) or 0) for one in (a, b))
    return high <= _SIZE * low
