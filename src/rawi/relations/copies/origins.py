"""Which of several like documents the others go back to: by credits, by time, by what each has more.

What documents say of themselves comes first, then the clock; where they contradict each other the reasons say
so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from rawi.model.relation import Duplicate, Reason
from rawi.relations.copies.passages import Passages
from rawi.relations.copies.publication import comes_before, order_of

_FULLER = 0.05  # of a text that the other has not: less is no sign of a cut


class Origin(NamedTuple):
    """What documents go back to: one of them, or a newsroom that they credit, each null if nothing tells, and
    why.

    Reasons, with documents as ``a`` and ``b``: ``credit`` (``a`` credits the newsroom ``b``, or that of the
    document ``b``), ``heard`` (a statement in ``a`` was made to the newsroom of ``b``), ``credit.unnamed``
    (``a`` credits others without naming them), ``earlier`` (``a`` was published before ``b``), ``fuller``
    (``b`` is ``a`` cut), ``credit.later`` (``a`` credits ``b``, which was published after it),
    ``credit.several`` (they credit different newsrooms), ``credit.circle`` (each other), ``date.doubtful``
    (the text of ``a`` contradicts the date ``b``), ``untold`` (nothing tells).
    """

    document: str | None
    credited: str | None
    reasons: tuple[Reason, ...]


def find_origin(
    members: Sequence[Passages],
    rests: Mapping[tuple[str, str], float],
    *,
    copies: bool = False,
    timed: bool = True,
) -> Origin:
    """Say what like documents go back to. ``rests[a, b]`` is the part of ``a`` that ``b`` has not; without
    ``timed`` the time tells nothing: who quotes first is not whom others quote from.

    A document whose newsroom others credit is their origin; where the dates say otherwise the reasons do
    too. Else it is the one that was surely published before all others; of copies of one time, the only one
    that credits nobody, or that of which the others are cuts.
    """
    ordered = sorted(members, key=_order)
    doubts = [Reason("date.doubtful", one.id, one.misdated) for one in ordered if one.misdated]
    for sign in (_credits, _heard):
        if pointed := list(sign(ordered)):
            found = _by_credit(ordered, pointed, "credit" if sign is _credits else "heard")
            return found._replace(reasons=(*found.reasons, *doubts))
    credited, reasons = _credited_elsewhere(ordered)
    reasons += doubts
    tests: list[Callable[[Sequence[Passages]], Found]] = [_earliest] if timed else []
    tests += [_uncredited, lambda members: _fullest(members, rests)] if copies else []
    for test in tests:
        first, why = test(ordered)
        if first is not None:
            return Origin(first.id, credited, (*reasons, *why))
    return Origin(None, credited, (*reasons, Reason("untold")))


def _order(item: Passages) -> tuple[str, str]:
    """What members are ordered by."""
    return order_of(item.published, item.id)


def _credits(members: Sequence[Passages]) -> Iterator[tuple[Passages, Passages]]:
    """Yield who credits the newsroom of whom; of several documents of one newsroom, the first."""
    for one in members:
        keys = {credit.key for credit in one.credits}
        yield from ((one, other) for other in _of_newsrooms(members, keys) if other.outlet != one.outlet)


def _heard(members: Sequence[Passages]) -> Iterator[tuple[Passages, Passages]]:
    """Yield who has a statement that was made to the newsroom of whom."""
    for one in members:
        others = _of_newsrooms(members, set(one.heard))
        yield from ((one, other) for other in others if other.outlet != one.outlet)


def _of_newsrooms(members: Sequence[Passages], keys: Set[str]) -> Iterator[Passages]:
    """Yield the first document of each newsroom."""
    seen: set[str] = set()
    for one in members:
        if one.outlet is not None and one.outlet in keys and one.outlet not in seen:
            seen.add(one.outlet)
            yield one


def _by_credit(
    members: Sequence[Passages], pointed: Sequence[tuple[Passages, Passages]], code: str
) -> Origin:
    """Follow credits to the document that is credited and credits no other; null where they go in a circle or
    lead to several. What the dates have against it is told."""
    reasons = [Reason(code, one.id, other.id) for one, other in pointed]
    backward = [(one, other) for one, other in pointed if comes_before(one.published, other.published)]
    reasons += [Reason("credit.later", one.id, other.id) for one, other in backward]
    sources = sorted({other.id for _, other in pointed} - {one.id for one, _ in pointed})
    if len(sources) != 1:
        circle = Reason("credit.circle", pointed[0][0].id, pointed[0][1].id)
        reasons.append(Reason("credit.several", *sources[:2]) if sources else circle)
        return Origin(None, None, tuple(reasons))
    source = next(one for one in members if one.id == sources[0])
    silent = {one.id for one in members} - {one.id for one, _ in pointed}
    earlier = [one for one in members if one.id in silent and comes_before(one.published, source.published)]
    reasons += [Reason("earlier", one.id, source.id) for one in earlier]
    return Origin(source.id, _credited_elsewhere([source])[0], tuple(reasons))


def _credited_elsewhere(members: Sequence[Passages]) -> tuple[str | None, list[Reason]]:
    """Return the newsroom that documents credit and that none of them is of, as most name it; null if they
    credit several."""
    own = {one.outlet for one in members}
    credits = [(one, credit) for one in members for credit in one.credits if credit.key not in own]
    reasons = [Reason("credit", one.id, credit.name) for one, credit in credits]
    keys = {credit.key for _, credit in credits}
    if len(keys) > 1:
        reasons.append(Reason("credit.several", *sorted(keys)[:2]))
    names = Counter(credit.name for _, credit in credits)
    name = min(names, key=lambda name: (-names[name], name)) if len(keys) == 1 else None
    return name, reasons


Found = tuple[Passages | None, list[Reason]]


def _earliest(members: Sequence[Passages]) -> Found:
    """Return the document that was surely published before all others, null if none was."""
    first, *others = members
    sure = all(comes_before(first.published, one.published) for one in others)
    return (first if sure else None), [Reason("earlier", first.id, one.id) for one in others]


def _uncredited(members: Sequence[Passages]) -> Found:
    """Return the only document that does not say of itself that it is taken from others, null if there are
    several, or if none says so."""
    own = [one for one in members if not one.unnamed and not one.credits]
    reasons = [Reason("credit.unnamed", one.id) for one in members if one.unnamed]
    return (own[0] if len(own) == 1 and len(reasons) == len(members) - 1 else None), reasons


def _fullest(members: Sequence[Passages], rests: Mapping[tuple[str, str], float]) -> Found:
    """Return the document that has what all others have and more, as far as they were compared with it."""
    for one in members:
        others = [other for other in members if other is not one]
        more = all(rests.get((one.id, other.id), 0.0) >= _FULLER for other in others)
        if more and all(rests.get((other.id, one.id), 1.0) < _FULLER for other in others):
            return one, [Reason("fuller", one.id, other.id) for other in others]
    return None, []


def choose_originals(duplicates: Iterable[Duplicate]) -> dict[str, str]:
    """Return for each document that is a copy or a revision the one under which it counts as a witness, that
    one included: its group's origin, else the group's first.

    Who shares but a passage is a witness of his own. Groups of revisions hold whole groups of copies, so
    they decide.

    >>> copy = Duplicate("du_1", "copy", ("b", "c"), None, 1.0)
    >>> revision = Duplicate("du_2", "revision", ("a", "b", "c"), "a", 0.8)
    >>> choose_originals([revision, copy])
    {'b': 'a', 'c': 'a', 'a': 'a'}
    """
    groups = [one for one in duplicates if one.kind != "passage"]
    originals: dict[str, str] = {}
    for one in sorted(groups, key=lambda group: group.kind):  # "copy" sorts before "revision"
        originals |= dict.fromkeys(one.documents, one.origin or one.documents[0])
    return originals
