"""Statements that an article sets against each other: … أجاب أنها لا تنوي ذلك. إلا أن الوزارة ذكرت أن …"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from rawi.arabic.fold import fold_with_map
from rawi.claims.objects import denial_phrases, denial_words
from rawi.model.claim import Statement
from rawi.model.span import Span

_SENTENCE_ENDS = re.compile(r"[.!?؟]+\s*|\n\s*")
_FAR = 400  # code points between what is set against each other
_CLAUSE = 80  # code points from the turn to the statement


class Contrast(NamedTuple):
    """Two statements of a record, by their places in it, and the words that set them against each other."""

    one: int
    other: int
    turn: Span


@cache
def _turns() -> re.Pattern[str]:
    """The words that set one statement against the one before: at the head of a sentence or after a comma."""
    phrases = {" ".join(phrase) for found in denial_phrases("but_that").values() for phrase in found}
    words = sorted(phrases | set(denial_words("but_alone")), key=len, reverse=True)
    return re.compile(rf"(?:^|[.!?؟\n،,]\s*)[وف]?({'|'.join(map(re.escape, words))})\b")


def find_contrasts(text: str, statements: Sequence[Statement]) -> Iterator[Contrast]:
    """Yield the pairs of statements that a turn such as إلا أن stands between, each by the nearest before
    it."""
    placed = sorted((*_extent(one), at) for at, one in enumerate(statements))
    for (_, end, at), (later, _, other) in pairwise(placed):
        if statements[at].speaker.name == statements[other].speaker.name or not end <= later <= end + _FAR:
            continue
        turn = _find_turn(text, end, later)
        if turn is not None:
            yield Contrast(at, other, turn)


def _extent(one: Statement) -> tuple[int, int]:
    """Return where a statement begins, its speaker and cue with it, and where it ends."""
    spans = [*one.content, *(span for span in (one.cue, one.speaker.span) if span is not None)]
    near = [span for span in spans if span.end >= one.content[0].start - _CLAUSE]
    return min(span.start for span in near), max(span.end for span in near)


def _find_turn(text: str, end: int, later: int) -> Span | None:
    """Return the turn between two places, if no more than one sentence ends between them."""
    between = fold_with_map(text[end:later])
    if len(_SENTENCE_ENDS.findall(between.text.strip())) > 2:
        return None
    found = list(_turns().finditer(between.text))
    if not found:
        return None
    first, last = between.to_source(*found[-1].span(1))
    return Span(end + first, end + last) if later - (end + last) <= _CLAUSE else None
