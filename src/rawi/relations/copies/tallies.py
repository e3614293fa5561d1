"""What the differences of two texts that share their words amount to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from rawi.model.relation import Difference
from rawi.relations.copies.alignment import Alignment, Gap, part
from rawi.relations.copies.bodies import Body
from rawi.relations.copies.divergence import GRAVE, Parting, count_telling, judge
from rawi.relations.copies.edits import is_denial
from rawi.relations.copies.headlines import headlines_part

_CREDIT = 8  # words of a line of credit, which may be another at the end of a copy


class Tally(NamedTuple):
    """The differences of two texts, in the order of the first; how many words both have; how many are others,
    stand in one alone or were cut off at the end; in how many places the texts contradict each other, and how
    many words of names, numbers and dates these have."""

    differences: tuple[Difference, ...]
    same: int
    replaced: int = 0
    added: int = 0
    cut: int = 0
    clashes: int = 0
    telling: int = 0

    @property
    def grave(self) -> bool:
        """Whether any difference makes another claim."""
        return any(one.kind in GRAVE for one in self.differences)


class _Place(NamedTuple):
    """A narrow gap and what it amounts to."""

    gap: Gap
    parting: Parting


def count(a: Body, b: Body, alignment: Alignment) -> Tally:
    """Go through what two texts have different and add up what it amounts to."""
    inner, outer = _split(a, b, alignment)
    places = [_Place(one, judge(a, b, one)) for gap in inner for one in part(a.words, b.words, gap)]
    partings = [place.parting for place in places if place.parting.difference is not None]
    clashing = [place.gap for place in places if place.parting.clash]
    differences = [one for gap in outer for one in _judge_cut(a, b, gap)]
    differences += [one.difference for one in partings if one.difference is not None]
    differences += [Difference("title")] if headlines_part(a, b) else []
    opening = [gap for gap in outer if gap.a_end < a.size]
    return Tally(
        tuple(differences),
        same=_count_same(alignment, inner, places),
        replaced=sum(one.words for one in partings if one.both) + sum(map(_rewritten, outer)),
        added=sum(one.words for one in partings if not one.both) + sum(max(gap.sizes) for gap in opening),
        cut=sum(max(gap.sizes) for gap in outer if gap.a_end == a.size),
        clashes=len(clashing),
        telling=sum(_telling(a, b, gap) for gap in clashing),
    )


def _count_same(alignment: Alignment, inner: list[Gap], places: list[_Place]) -> int:
    """Return how many words both texts have, other spellings of them counted too."""
    between = sum(gap.sizes[0] for gap in inner) - sum(place.gap.sizes[0] for place in places)
    respelled = sum(min(place.gap.sizes) for place in places if place.parting.difference is None)
    return alignment.matched + between + respelled


def _rewritten(gap: Gap) -> int:
    """Return how many words at an end are others: a line of credit in the place of one is none."""
    least = min(gap.sizes)
    return least if least > _CREDIT else 0


def _telling(a: Body, b: Body, gap: Gap) -> int:
    """Return how many words of names, numbers and dates are others at a gap."""
    return max(1, min(count_telling(a, gap.a, gap.a_end), count_telling(b, gap.b, gap.b_end)))


def _split(a: Body, b: Body, alignment: Alignment) -> tuple[list[Gap], list[Gap]]:
    """Part gaps into those within the texts and whole sentences before or after all that both have."""
    inner: list[Gap] = []
    outer: list[Gap] = []
    for gap in alignment.gaps:
        near, far = _split_off(a, b, gap)
        inner.append(near)
        outer += [far] if far is not None else []
    return inner, outer


def _split_off(a: Body, b: Body, gap: Gap) -> tuple[Gap, Gap | None]:
    """Part a gap at the beginning or end of both texts: what belongs to the sentence next to it, and whole
    sentences that were cut off or put there."""
    if gap.a == 0 and gap.b == 0:
        a_cut, b_cut = _open(a, gap.a_end), _open(b, gap.b_end)
        far = Gap(0, a_cut, 0, b_cut)
        return Gap(a_cut, gap.a_end, b_cut, gap.b_end), far if any(far.sizes) else None
    if gap.a_end == a.size and gap.b_end == b.size:
        a_cut, b_cut = _close(a, gap.a), _close(b, gap.b)
        far = Gap(a_cut, a.size, b_cut, b.size)
        return Gap(gap.a, a_cut, gap.b, b_cut), far if any(far.sizes) else None
    return gap, None


def _open(body: Body, at: int) -> int:
    """Return where the sentence begins that holds a word."""
    return body.opens[bisect_right(body.opens, at) - 1]


def _close(body: Body, at: int) -> int:
    """Return where the sentence ends that the word before ``at`` stands in: there, after its last word."""
    return body.ends[bisect_left(body.ends, at)]


def _judge_cut(a: Body, b: Body, gap: Gap) -> Iterator[Difference]:
    """Yield what was cut off, and whether it called something untrue."""
    here, there = a.span(gap.a, gap.a_end), b.span(gap.b, gap.b_end)
    denied = any(map(is_denial, a.words[gap.a : gap.a_end]))
    if denied != any(map(is_denial, b.words[gap.b : gap.b_end])):
        yield Difference("negation", here, there)
    elif here or there:
        yield Difference("dropped" if here else "added", here, there)
