"""Whether two documents are one text, one text edited, or share passages: a function of the two alone.

A copy has the words of the other, but for spelling, an end cut off, a line of credit: nothing in it counts,
dates, names or negates otherwise. What does is a revision, and so is what was cut or added to within. Texts
that are made by one pattern are nothing to each other.
"""

from __future__ import annotations

from rawi.model.relation import Difference, DifferenceKind, Pair, Shared
from rawi.relations.copies.alignment import Alignment, align, find_runs
from rawi.relations.copies.bodies import Body
from rawi.relations.copies.divergence import GRAVE
from rawi.relations.copies.passages import Passages
from rawi.relations.copies.patterns import MOST_DAYS, days_apart, share_pattern
from rawi.relations.copies.sharing import find_shared
from rawi.relations.copies.tallies import Tally, count

_KEPT = 32  # differences that a pair keeps, the gravest first
_ORDER: tuple[DifferenceKind, ...] = (
    *("number", "negation", "opposite", "date", "name", "title"),
    *("moved", "replaced", "added", "dropped"),
)
_WEIGHT = {kind: at for at, kind in enumerate(_ORDER)}
_COPY = 0.85  # of the words of the shorter text
_CUT = 0.4  # of the words of the longer text may be cut off at the end of a copy
_REPLACED = (2, 0.03)  # words of a copy that may be others: so many, and this part of the shorter text
_ADDED = (4, 0.06)  # likewise, that only one has
_REVISION = 0.7  # of the words of the shorter text
_REVISION_OPENING = 0.5  # likewise, where both begin alike
_OF_LONGER = 0.5
_OF_LONGER_OPENING = 0.3
_OPENING = 10  # words before the first that are the same
_SURE = 25  # words shared: of fewer, nearly all the text has to be
_NEARLY_ALL = 0.8


class Likeness(Pair, frozen=True, gc=False):
    """What two documents have to do with each other: ``kind`` copy, revision or passage; ``score`` the part
    of the shorter that both have; ``shared`` passages in the order of ``a``; ``differences``, the gravest
    first.

    ``rest_a`` and ``rest_b`` are the parts of each that the other has not; of passages they are not told.
    """

    shared: tuple[Shared, ...] = ()
    differences: tuple[Difference, ...] = ()
    rest_a: float = 0.0
    rest_b: float = 0.0

    @property
    def apart(self) -> bool:
        """Whether the two do not say the same: a number, a negation, a name, a date is another."""
        return any(one.kind in GRAVE for one in self.differences)


def link(one: Passages, other: Passages) -> Likeness | None:
    """Return what two documents have to do with each other, null if they share no more than phrases.

    The one with the smaller id comes first. Never raises.
    """
    a, b = Body(one), Body(other)
    alignment = align(a.words, b.words)
    if alignment.matched >= _REVISION_OPENING * min(a.size, b.size):
        tally = count(a, b, alignment)
        if share_pattern(a, b, tally):
            return None
        if kind := _find_kind(a, b, alignment, tally):
            return _pair(kind, a, b, tally)
    elif moved := _count_moved(a, b):
        return _pair("revision", a, b, moved)
    return _share(a, b)


def _find_kind(a: Body, b: Body, alignment: Alignment, tally: Tally) -> str | None:
    """Say whether two texts are a copy or a revision of each other, null if neither."""
    short, long = sorted((a.size, b.size))
    if _is_copy(short, long, tally):
        return "copy"
    if days_apart(a, b) > MOST_DAYS and tally.same < _NEARLY_ALL * short:
        return None
    first = alignment.runs[0]
    opening = first.a <= _OPENING and first.b <= _OPENING
    enough = tally.same >= (_REVISION_OPENING if opening else _REVISION) * short
    large = tally.same >= (_OF_LONGER_OPENING if opening else _OF_LONGER) * long
    sure = tally.same >= _SURE or tally.same >= _NEARLY_ALL * short
    return "revision" if enough and large and sure else None


def _is_copy(short: int, long: int, tally: Tally) -> bool:
    """Is one text the other but for small edits and a cut end?"""
    return (
        not tally.grave
        and tally.same >= _COPY * short
        and tally.cut <= _CUT * long
        and tally.replaced <= _REPLACED[0] + _REPLACED[1] * short
        and tally.added <= _ADDED[0] + _ADDED[1] * short
    )


def _count_moved(a: Body, b: Body) -> Tally | None:
    """Return what two texts share whose paragraphs stand in another order; null if that is less than most."""
    same = sum(run.size for run in find_runs(a.words, b.words))
    short, long = sorted((a.size, b.size))
    if same < _REVISION * short or same < _OF_LONGER * long or same < _SURE:
        return None
    return Tally((Difference("moved"),), min(same, short))


def _pair(kind: str, a: Body, b: Body, tally: Tally) -> Likeness:
    """Make the pair of a copy or a revision."""
    ordered = sorted(tally.differences, key=lambda one: _WEIGHT[one.kind])
    return Likeness(
        a=a.item.id,
        b=b.item.id,
        score=round(min(1.0, tally.same / min(a.size, b.size)), 3),
        kind=kind,
        shared=tuple(find_shared(a, b)),
        differences=tuple(ordered[:_KEPT]),
        rest_a=round(max(0.0, 1 - tally.same / a.size), 3),
        rest_b=round(max(0.0, 1 - tally.same / b.size), 3),
    )


def _share(a: Body, b: Body) -> Likeness | None:
    """Make the pair of two documents that share passages, null if they share none."""
    shared = tuple(find_shared(a, b))
    if not shared:
        return None
    length = sum(one.here.end - one.here.start for one in shared)
    score = round(min(1.0, length / min(a.length, b.length)), 3)
    return Likeness(a.item.id, b.item.id, score, "passage", shared)
