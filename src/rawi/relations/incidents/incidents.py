"""Incidents: events of several reports that are one happening; one that a single report tells is one too.

Events are joined pair by pair, the pair for which most speaks first, as long as all members of the two sides
can be one happening: no two of one report, no two known days, no two places. What people decided goes before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from rawi.model.claim import Confidence
from rawi.model.incident import Incident
from rawi.model.relation import Reason
from rawi.model.telling import Meeting, Telling
from rawi.relations.incidents.meetings import (
    AGAINST,
    LOOSE,
    STRONG,
    TELLING,
    can_be_one,
    find_rivals,
    link_tellings,
)
from rawi.relations.incidents.tellings import find_keys, read_tellings
from rawi.relations.layer import Context, Layer, make_id

#: What it takes to join two events, and to be sure; a pair that is not there counts as ``_ABSENT``. Where not
#: both tell the day, and nothing that few happenings have is in common, it takes more: a town may be struck
#: day after day.
_JOINED, _BARE, _SURE, _ABSENT = 4.0, 5.0, 6.0, 2.0
_STORY, _DOUBTFUL_STORY, _OTHER_STORY, _COPY = 3.0, 1.0, -1.5, 3.0
_RIVAL = 1.0  # another event of the same report for which hardly less speaks
_LAST = "9999"


class Tie(NamedTuple):
    """Two events with all that speaks for one happening; ``sure`` if nothing of it leaves doubt."""

    score: float
    a: str
    b: str
    reasons: tuple[Reason, ...]
    sure: bool


def group_tellings(
    items: Sequence[Telling], pairs: Sequence[Meeting], context: Context
) -> Iterator[Incident]:
    """Yield the incidents of events that hang together: each event is in exactly one."""
    known = {one.id: one for one in items}
    ties = sorted(_weigh(known, pairs, context), key=lambda tie: (-tie.score, tie.a, tie.b))
    ties = _mark_rivals(known, ties)
    gathering = _Gathering(known, ties, context)
    for members in gathering.gather():
        told = [known[one] for one in members]
        yield _tell(told, gathering)


def _weigh(known: Mapping[str, Telling], pairs: Sequence[Meeting], context: Context) -> Iterator[Tie]:
    """Yield the pairs with what stories and copies say of them."""
    for pair in pairs:
        if pair.a not in known or pair.b not in known:
            continue
        extra, reasons = _judge_reports(known[pair.a].document, known[pair.b].document, pair, context)
        if extra <= 0 and pair.kind == "apart":
            continue  # other parties, and nothing else that brings the two reports together
        told = (*reasons, *pair.reasons)
        score = pair.score + extra
        if score < _BARE and _is_bare(told):
            continue
        codes = {one.code for one in told}
        doubt = not codes.isdisjoint(AGAINST) or ("incident.story_other" in codes)
        doubt |= "incident.story_doubtful" in codes and pair.score < _SURE
        doubt |= not codes.isdisjoint(LOOSE) and codes.isdisjoint(STRONG)
        yield Tie(score, pair.a, pair.b, told, score >= _SURE and (pair.kind == "copy" or not doubt))


def _is_bare(reasons: Sequence[Reason]) -> bool:
    """Do not both tell the day, and is no count, victim or telling word in common?"""
    codes = {one.code for one in reasons}
    return "incident.day" not in codes and codes.isdisjoint(TELLING)


def _judge_reports(a: str, b: str, pair: Meeting, context: Context) -> tuple[float, tuple[Reason, ...]]:
    """Return what stories and copies say of two reports: how much it counts, and the reasons."""
    found: list[Reason] = []
    score = 0.0
    one, other = context.stories.get(a), context.stories.get(b)
    if one is not None and one == other:
        sure = context.sure.get(a) == one
        score += _STORY if sure else _DOUBTFUL_STORY
        found.append(Reason("incident.story" if sure else "incident.story_doubtful", one))
    elif one is not None and other is not None:
        score += _OTHER_STORY
        found.append(Reason("incident.story_other", one, other))
    if pair.kind == "copy" and context.originals.get(a, a) == context.originals.get(b, b):
        score += _COPY
        found.append(Reason("incident.copy", a, b))
    return score, tuple(found)


def _mark_rivals(known: Mapping[str, Telling], ties: Sequence[Tie]) -> list[Tie]:
    """Return ties in order, doubtful where a report tells of another event for which hardly less speaks: two
    strikes on one town, of which another report tells one."""
    best: dict[tuple[str, str], list[tuple[float, str]]] = defaultdict(list)
    for tie in ties:
        best[tie.a, known[tie.b].document].append((tie.score, tie.b))
        best[tie.b, known[tie.a].document].append((tie.score, tie.a))
    marked: list[Tie] = []
    for tie in ties:
        sides = (tie.a, known[tie.b].document, tie.b), (tie.b, known[tie.a].document, tie.a)
        rivals = any(
            one != own and score > tie.score - _RIVAL
            for event, document, own in sides
            for score, one in best[event, document]
        )
        told = (*tie.reasons, Reason("incident.several"))
        marked.append(tie._replace(sure=False, reasons=told) if rivals and tie.sure else tie)
    return marked


class _Gathering:
    """The events of one connected set as they are joined."""

    def __init__(self, known: Mapping[str, Telling], ties: Sequence[Tie], context: Context) -> None:
        self._known, self._ties = known, ties
        self._group = {one: frozenset((one,)) for one in known}
        self._scores = {(tie.a, tie.b): tie.score for tie in ties}
        self._sides = _find_sides(context)
        self.used: dict[frozenset[str], list[Tie]] = {}
        self.bound: set[str] = set()
        for bond in context.together:
            self._bind(sorted(bond & known.keys()))

    def _bind(self, bond: Sequence[str]) -> None:
        """Join what people put together, unless they put it apart as well."""
        for member in bond[1:]:
            one, other = self._group[bond[0]], self._group[member]
            if one != other and not self._parted(one, other):
                self._join(one, other)
                self.bound |= {bond[0], member}

    def gather(self) -> list[list[str]]:
        """Join as long as a pair allows it, and return the groups."""
        for tie in self._ties:
            one, other = self._group[tie.a], self._group[tie.b]
            if tie.score < _JOINED or one == other or self._parted(one, other):
                continue
            if self._can_be_one(one, other) and self._mean(one, other) >= _JOINED:
                self._join(one, other)
        return [sorted(group) for group in sorted(set(self._group.values()), key=min)]

    def _can_be_one(self, one: frozenset[str], other: frozenset[str]) -> bool:
        """Can all events of two groups be one happening?"""
        return all(can_be_one(self._known[a], self._known[b]) for a in one for b in other)

    def _mean(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Return how much speaks for two groups, on average over the better half of their pairs."""
        scores = sorted(
            (self._scores.get((min(a, b), max(a, b)), _ABSENT) for a in one for b in other), reverse=True
        )
        half = scores[: (len(scores) + 1) // 2]
        return sum(half) / len(half)

    def _join(self, one: frozenset[str], other: frozenset[str]) -> None:
        """Put two groups together."""
        both = one | other
        self._group |= dict.fromkeys(both, both)

    def _parted(self, one: frozenset[str], other: frozenset[str]) -> bool:
        """Did people put members of two groups apart?"""
        a, b = ({side for each in group for side in self._sides.get(each, ())} for group in (one, other))
        return any((decision, part) not in b for decision, part in a if decision in dict(b))

    def ties_of(self, members: Sequence[str]) -> list[Tie]:
        """Return the ties between members, those for which most speaks first."""
        inside = set(members)
        return [tie for tie in self._ties if tie.a in inside and tie.b in inside]


def _find_sides(context: Context) -> dict[str, list[tuple[int, int]]]:
    """Return for each event which part of which decision it is in."""
    sides: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for decision, parts in enumerate(context.apart):
        for part, members in enumerate(parts):
            for one in members:
                sides[one].append((decision, part))
    return sides


def _tell(told: Sequence[Telling], gathering: _Gathering) -> Incident:
    """Return the incident of some events, the earliest report first."""
    ordered = sorted(told, key=lambda one: (one.published or _LAST, one.document, one.at, one.id))
    events = tuple(one.id for one in ordered)
    documents = tuple(one.document for one in ordered)
    if len(events) == 1:
        return Incident(make_id("in", events[0]), events, documents)
    ties = gathering.ties_of(events)
    decided = not gathering.bound.isdisjoint(events)
    rivals = find_rivals(told)
    sure = decided or (rivals is None and _hold_together(events, [tie for tie in ties if tie.sure]))
    reasons = [Reason("incident.decided")] if decided else []
    reasons += _choose_reasons(events, ties, sure=sure)
    if rivals is not None and rivals.code not in {one.code for one in reasons}:
        reasons.append(rivals)
    confidence: Confidence = "certain" if sure else "doubtful"
    return Incident(make_id("in", events[0]), events, documents, confidence, tuple(reasons))


def _hold_together(events: Sequence[str], ties: Sequence[Tie]) -> bool:
    """Do ties hold all events together?"""
    group = {one: {one} for one in events}
    for tie in ties:
        if group[tie.a] is not group[tie.b]:
            both = group[tie.a] | group[tie.b]
            for one in both:
                group[one] = both
    return len(group[events[0]]) == len(events)


def _choose_reasons(events: Sequence[str], ties: Sequence[Tie], *, sure: bool) -> list[Reason]:
    """Return why events are one incident: the reasons of the strongest ties that hold them together, each
    code once. Of what is certain, nothing is told against it but that numbers or types differ."""
    used = [tie for tie in ties if tie.sure or not sure] or list(ties)
    group = {one: {one} for one in events}
    found: dict[str, Reason] = {}
    for tie in used:
        if group[tie.a] is group[tie.b]:
            continue
        both = group[tie.a] | group[tie.b]
        for one in both:
            group[one] = both
        for reason in tie.reasons:
            found.setdefault(reason.code, reason)
    return list(found.values())


INCIDENTS = Layer(
    "incidents", "2", Telling, Meeting, read_tellings, find_keys, 1, link_tellings, group_tellings
)
