"""Which of several like documents the others go back to: by credits, by time, by what each has more.

What documents say of themselves comes first, then the clock; where they contradict each other nothing is
chosen, and the reasons say so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from rawi.model.relation import Duplicate, Reason
from rawi.relations.passages import Passages
from rawi.relations.publication import comes_before, order_of

_FULLER = 0.05  # of a text that the other has not: less is no sign of a cut


class Origin(NamedTuple):
    """What documents go back to: one of them, or a newsroom that they credit, each null if nothing tells, and
    why.

    Reasons, with documents as ``a`` and ``b``: ``credit`` (``a`` credits the newsroom ``b``, or that of the
    document ``b``), ``heard`` (a statement in ``a`` was made to the newsroom of ``b``), ``earlier`` (``a``
    was published before ``b``), ``fuller`` (``b`` is ``a`` cut), ``credit.later`` (``a`` credits ``b``, which
    was published after it), ``credit.several`` (they credit different newsrooms), ``same_time`` (nothing
    tells).
    """

    document: str | None
    credited: str | None
    reasons: tuple[Reason, ...]


def find_origin(
    members: Sequence[Passages], rests: Mapping[tuple[str, str], float], *, copies: bool
) -> Origin:
    """Say what like documents go back to. ``rests[a, b]`` is the part of ``a`` that ``b`` has not.

    A document whose newsroom others credit is their origin, unless it was published after them. One that was
    surely published before all others is, too. Of copies of one time, the one of which the others are cuts.
    """
    ordered = sorted(members, key=_order)
    for sign in (_credits, _heard):
        pointed = list(sign(ordered))
        if pointed:
            return _by_credit(ordered, pointed, sign is _credits)
    credited, reasons = _credited_elsewhere(ordered)
    earliest = _earliest(ordered)
    if earliest is not None:
        later = (Reason("earlier", earliest.id, one.id) for one in ordered if one is not earliest)
        return Origin(earliest.id, credited, (*reasons, *later))
    fullest = _fullest(ordered, rests) if copies and credited is None else None
    if fullest is not None:
        cuts = (Reason("fuller", fullest.id, one.id) for one in ordered if one is not fullest)
        return Origin(fullest.id, credited, (*reasons, *cuts))
    return Origin(None, credited, (*reasons, Reason("same_time")))


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
    members: Sequence[Passages], pointed: Sequence[tuple[Passages, Passages]], credits: bool
) -> Origin:
    """Follow credits to the document that is credited and credits no other; null where they go in a circle,
    lead to several, or to one before which another was published."""
    code = "credit" if credits else "heard"
    reasons = [Reason(code, one.id, other.id) for one, other in pointed]
    backward = [(one, other) for one, other in pointed if comes_before(one.published, other.published)]
    reasons += [Reason("credit.later", one.id, other.id) for one, other in backward]
    sources = {other.id for _, other in pointed} - {one.id for one, _ in pointed}
    if len(sources) > 1:
        reasons.append(Reason("credit.several", *sorted(sources)[:2]))
    before = [
        Reason("earlier", members[0].id, one.id)
        for one in members
        if one.id in sources and comes_before(members[0].published, one.published)
    ]
    sure = len(sources) == 1 and not backward and not before
    reasons += before
    outside = _credited_elsewhere([one for one in members if one.id in sources])[0]
    return Origin(next(iter(sources)) if sure else None, outside, tuple(reasons))


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


def _earliest(members: Sequence[Passages]) -> Passages | None:
    """Return the document that was surely published before all others, null if none was."""
    first = members[0]
    sure = all(comes_before(first.published, one.published) for one in members[1:])
    return first if sure else None


def _fullest(members: Sequence[Passages], rests: Mapping[tuple[str, str], float]) -> Passages | None:
    """Return the document that has what all others have and more, as far as they were compared with it."""
    for one in members:
        others = [other for other in members if other is not one]
        if all(
            rests.get((one.id, other.id), 0.0) >= _FULLER > rests.get((other.id, one.id), 1.0)
            for other in others
        ):
            return one
    return None


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
