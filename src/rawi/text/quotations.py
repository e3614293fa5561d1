"""Pair quotation marks of every kind, nested and odd ones, in one pass.

Marks are told apart by their surroundings, not by their shape: news mixes “ ” with straight marks, nests
identical ones,
and types guillemets both ways round (interfaces.md 3.5.7). A mark with a space before it and none after
opens; the
reverse closes; otherwise it closes what is open, or opens. What is left open is closed at the end of its
paragraph and
marked ``repaired``.
"""

from __future__ import annotations

from itertools import compress

import msgspec

MARKS = frozenset((*'"“”„‟«»‹›″', "''"))
_MARKS_AND_LINES = MARKS | {""}
_FAMILY = {mark: family for family, marks in enumerate(((*'"“”„‟″', "''"), "«»", "‹›")) for mark in marks}
# Letters that Arabic joins to a quoted word: لـ«الغد», بـ"سخاء", و"سخاء".
_JOINED = frozenset(("و", "ف", "ب", "ل", "ك", "وب", "ول", "ال", "وال", "بال", "لل", "فال"))
_BEFORE_OPEN = frozenset('([:،؛/-–—."“”«»')
_MAX_DEPTH = 8


class Quotation(msgspec.Struct, frozen=True, gc=False):
    """A pair of marks by token index: content is ``words[open + 1:close]``.

    ``close`` is the index after the last content token where the mark is missing (``repaired``). ``depth``
    is 0 for an
    outermost pair.
    """

    open: int
    close: int
    depth: int
    repaired: bool = False


def _opens(words: list[str], starts: list[int], i: int) -> bool | None:
    """Tell an opening mark from a closing one by what stands around it; None if that does not tell."""
    before, after = words[i - 1] if i else "", words[i + 1] if i + 1 < len(words) else ""
    left = not before or starts[i] > starts[i - 1] + len(before)
    left = left or before in _JOINED or (before in _BEFORE_OPEN and before not in MARKS)
    right = not after or starts[i + 1] > starts[i] + len(words[i])
    right = right or (not after[0].isalnum() and after not in MARKS and after not in "([#@")
    if left == right:
        return None
    return left


def pair_quotations(words: list[str], starts: list[int]) -> list[Quotation]:
    """Return the quotations of a tokenised text, in the order in which they open.

    >>> [(q.open, q.close) for q in pair_quotations(["قال", "“", "نعم", "”", "."], [0, 4, 5, 8, 9, 10])]
    [(1, 3)]
    """
    found: list[Quotation] = []
    stack: list[int] = []
    for i in compress(range(len(words)), map(_MARKS_AND_LINES.__contains__, words)):
        if not words[i]:
            if stack:
                _close_all(stack, i, found)
            continue
        opens = _opens(words, starts, i)
        if opens is None:
            opens = not any(_FAMILY[words[j]] == _FAMILY[words[i]] for j in stack)
        if opens and len(stack) < _MAX_DEPTH:
            stack.append(i)
        elif not opens:
            _close_one(words, stack, i, found)
    _close_all(stack, len(words), found)
    return sorted(found, key=lambda quotation: quotation.open)


def _close_one(words: list[str], stack: list[int], i: int, found: list[Quotation]) -> None:
    """Close the innermost open mark of the same family; marks left open inside it are dropped as odd."""
    for at in range(len(stack) - 1, -1, -1):
        if _FAMILY[words[stack[at]]] == _FAMILY[words[i]]:
            if i > stack[at] + 1:
                found.append(Quotation(stack[at], i, at))
            del stack[at:]
            return


def _close_all(stack: list[int], end: int, found: list[Quotation]) -> None:
    """At the end of a paragraph, repair what was opened outermost and never closed."""
    if stack and end > stack[0] + 1:
        found.append(Quotation(stack[0], end, 0, repaired=True))
    stack.clear()
