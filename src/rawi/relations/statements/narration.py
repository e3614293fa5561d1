"""What a report itself tells with a figure or an event, beside what others say in it: for what somebody
denies of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from rawi.model.claim import Speaker, Statement
from rawi.model.proposition import Proposition
from rawi.model.relation import Report
from rawi.model.span import Span
from rawi.relations.statements.readings import read_propositions, read_statements

_ENDS = re.compile(r"[.!?؟\n]+")
_FAR = 40  # code points from an entry to an action that it stands for


def read_claims(report: Report) -> Iterator[Proposition]:
    """Yield the statements of a report, and its own sentences with a figure or an event, each under the entry
    of it, with the number that is its own and the actions that stand nearest to it."""
    places = dict(_find_entries(report))
    told = [_tell(report, id_, span) for id_, span in places.items()]
    own = [one for one in told if one is not None]
    yield from read_propositions(report)
    near = {report.ids[one.id]: places[one.id] for one in own}
    for one in read_statements(report, own, named=False):
        yield _keep_own(one, near)


def is_told(one: Proposition) -> bool:
    """Is a claim that of the report, and of nobody in it?"""
    return one.voice.name is None


def _find_entries(report: Report) -> Iterator[tuple[str, Span]]:
    """Yield the figures and events of a report that nobody in it tells, with where they stand."""
    record = report.record
    for figure in record.figures:
        if figure.id in report.ids and figure.according_to is None:
            yield figure.id, figure.number
    for event in record.events:
        if event.id in report.ids and event.according_to is None and event.certainty == "reported":
            yield event.id, event.trigger


def _tell(report: Report, id_: str, place: Span) -> Statement | None:
    """Return the sentence around an entry as a claim of nobody but the report; null of what others say."""
    sentence = _sentence(report.record.text, place)
    held = [span for one in report.record.statements for span in one.content]
    if any(span.start < sentence.end and span.end > sentence.start for span in held):
        return None
    return Statement(id_, "indirect", "asserted", (sentence,), None, Speaker(None, None))


def _keep_own(one: Proposition, near: dict[str, Span]) -> Proposition:
    """Leave of what a sentence tells the number of an entry, and the actions that it stands for: those of
    which no other entry of the sentence stands nearer."""
    place, start, end = near[one.id], one.starts[0], one.ends[-1]
    others = [(id_, span) for id_, span in near.items() if start <= span.start and span.end <= end]
    deeds = []
    for deed in one.deeds:
        at = one.span(deed.at, deed.at + 1)
        nearest = min(others, key=lambda other: (_gap(other[1], at), other[0]), default=(one.id, place))
        if nearest[0] == one.id and _gap(place, at) <= _FAR:
            deeds.append(deed)
    counts = [count for count in one.counts if _gap(one.span(count.first, count.last), place) == 0]
    return msgspec.structs.replace(one, deeds=tuple(deeds), counts=tuple(counts))


def _gap(one: Span, other: Span) -> int:
    """Return how far apart two places are, zero if they overlap."""
    return max(0, one.start - other.end, other.start - one.end)


def _sentence(text: str, within: Span) -> Span:
    """Return the sentence around a place."""
    start = max((found.end() for found in _ENDS.finditer(text, 0, within.start)), default=0)
    end = _ENDS.search(text, within.end)
    return Span(start, end.start() if end else len(text))
