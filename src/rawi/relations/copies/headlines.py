"""Whether the headlines of two like texts tell two things."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import LCSseq

from rawi.annotations.numbers import find_numbers
from rawi.model.value import Amount
from rawi.relations.copies.bodies import Body
from rawi.relations.copies.edits import is_denial, is_reversal
from rawi.text.text import Text

_ALIKE = 0.5  # of the words of the shorter headline: then what only one has changes it


def headlines_part(a: Body, b: Body) -> bool:
    """Do two headlines count differently, or does only one deny what both are about?

    A number that the other document has in its text is no other number; headlines that share few words are
    two ways to head one text.
    """
    one, other = a.item.title.split(), b.item.title.split()
    if not one or not other or one == other:
        return False
    return _counts_part(a, b) or _denials_part(one, other)


def _counts_part(a: Body, b: Body) -> bool:
    """Has each headline a number that the other document has nowhere?"""
    ours, theirs = _values(a.item.title), _values(b.item.title)
    return bool(ours - theirs - _all_values(b)) and bool(theirs - ours - _all_values(a))


def _values(title: str) -> set[Amount]:
    """Return the numbers in a headline."""
    return {note.value.low for note in find_numbers(Text(title))}


def _all_values(body: Body) -> set[Amount | None]:
    """Return the numbers of a document, those in dates too."""
    plain = {int(word) for word in body.words if word.isdecimal() and len(word) < 10}
    return {value for one in body.item.numbers for value in (one.low, one.high)} | plain


def _denials_part(one: Sequence[str], other: Sequence[str]) -> bool:
    """Does only one of two headlines that are about the same deny it?"""
    if LCSseq.similarity(one, other) < _ALIKE * min(len(one), len(other)):
        return any(map(is_denial, one)) != any(map(is_denial, other)) and bool(set(one) & set(other))
    return sum(map(is_reversal, one)) != sum(map(is_reversal, other))
