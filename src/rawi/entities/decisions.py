"""What people decided, as bonds and bars between occurrences; the later decision wins, and that is told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rawi.entities.clusters import DECISION, Clusters
from rawi.model.resolution import Anchor, Conflict, Decision


def find_active(decisions: Iterable[Decision]) -> list[Decision]:
    """Return the merges, splits and verdicts that count, in order: no undo that counts has undone them."""
    undone: set[int] = set()
    active: list[Decision] = []
    for one in sorted(decisions, key=lambda decision: decision.number, reverse=True):
        if one.number in undone:
            continue
        if one.kind == "undo":
            undone.add(one.target or 0)
        else:
            active.append(one)
    return active[::-1]


def apply_decisions(
    decisions: Iterable[Decision], places: Mapping[Anchor, int], clusters: Clusters
) -> tuple[Conflict, ...]:
    """Join and bar what people decided, before anything else is joined; return where they disagree.

    ``places`` gives the number of each anchor. An anchor that nothing fits any more is passed over: it counts
    again as soon as something does. Decisions are taken from the last to the first, so that an earlier one
    is followed as far as the later ones let it.
    """
    conflicts: list[Conflict] = []
    taken: list[tuple[Decision, list[list[int]]]] = []
    for one in reversed(find_active(decisions)):
        if one.kind == "verdict":
            continue
        parts = _find_nodes(one, places)
        if one.kind == "merge":
            against = _merge(one, [node for part in parts for node in part], clusters)
        else:
            against = _split(one, parts, clusters, taken)
        conflicts += _told(one, against, places)
        taken.append((one, parts))
    return tuple(sorted(conflicts, key=lambda conflict: (conflict.decision, conflict.overruled_by)))


def _find_nodes(decision: Decision, places: Mapping[Anchor, int]) -> list[list[int]]:
    """Return the numbers of a decision's anchors by part, each in the first part that has it."""
    seen: set[Anchor] = set()
    parts: list[list[int]] = []
    for part in decision.parts:
        parts.append([places[anchor] for anchor in part if anchor in places and anchor not in seen])
        seen.update(part)
    return parts


def _merge(decision: Decision, nodes: Sequence[int], clusters: Clusters) -> list[tuple[int, int]]:
    """Join what may be joined; return the decisions against it, each with the number it is against."""
    apart: list[int] = []
    against: list[tuple[int, int]] = []
    for node in nodes:
        if any(clusters.join(one, node, DECISION, (str(decision.number),)) for one in apart):
            continue
        if apart and (bar := clusters.bar(apart[0], node)) is not None:
            against.append((bar, node))
        apart.append(node)
    return against


def _split(
    decision: Decision,
    parts: Sequence[Sequence[int]],
    clusters: Clusters,
    taken: Sequence[tuple[Decision, list[list[int]]]],
) -> list[tuple[int, int]]:
    """Bar the parts from each other, and join each but the last within itself: the last is what was left."""
    against: list[tuple[int, int]] = []
    for number, nodes in enumerate(parts):
        for node in nodes:
            marks = clusters.traits[clusters.find(node)].parts.setdefault(decision.number, set())
            if marks and number not in marks:
                against.append((_uniting(clusters, node, taken), node))
            marks.add(number)
    for nodes in parts[:-1]:
        clusters.set_aside(nodes)
        for node in nodes[1:]:
            clusters.join(nodes[0], node, DECISION, (str(decision.number),))
    return against


def _uniting(clusters: Clusters, node: int, taken: Sequence[tuple[Decision, list[list[int]]]]) -> int:
    """Return the decision that made an occurrence one with what it is to be barred from."""
    root = clusters.find(node)
    for decision, parts in taken:
        joined = [[one for part in parts for one in part]] if decision.kind == "merge" else parts[:-1]
        if any(clusters.find(one) == root for part in joined if len(part) > 1 for one in part):
            return decision.number
    raise AssertionError("only decisions have joined anything yet")


def _told(
    decision: Decision, against: Sequence[tuple[int, int]], places: Mapping[Anchor, int]
) -> Iterable[Conflict]:
    """Yield a conflict for each later decision, with the names that it is about."""
    if not against:
        return
    names = {
        places[anchor]: anchor.name or anchor.link
        for part in decision.parts
        for anchor in part
        if anchor in places
    }
    for bar in sorted({number for number, _ in against}):
        about = sorted({names[node] for number, node in against if number == bar})
        yield Conflict(decision.number, bar, tuple(about))
