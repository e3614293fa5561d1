"""What a report itself tells with a figure or an event, beside what others say in it: for what somebody
denies of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

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
    of it, with the number that is its own and the actions that stand nearest to it; under an event only
    those that its own words tell."""
    entries = {one.id: one for one in _find_entries(report)}
    told = [_tell(report, one.id, one.place) for one in entries.values()]
    own = [one for one in told if one is not None]
    yield from read_propositions(report)
    near = {report.ids[one.id]: entries[one.id] for one in own}
    for one in read_statements(report, own, named=False):
        yield _keep_own(one, near)


class _Entry(NamedTuple):
    """A figure or event that nobody in a report tells, where it stands, and the words of the event."""

    id: str
    place: Span
    words: tuple[Span, ...] = ()


def is_told(one: Proposition) -> bool:
    """Is a claim that of the report, and of nobody in it?"""
    return one.voice.name is None


def _find_entries(report: Report) -> Iterator[_Entry]:
    """Yield the figures and events of a report that nobody in it tells."""
    record = report.record
    for figure in record.figures:
        if figure.id in report.ids and figure.according_to is None:
            yield _Entry(figure.id, figure.number)
    for event in record.events:
        if event.id in report.ids and event.according_to is None and event.certainty == "reported":
            yield _Entry(event.id, event.trigger, (event.trigger, *event.mentions))


def _tell(report: Report, id_: str, place: Span) -> Statement | None:
    """Return the sentence around an entry as a claim of nobody but the report; null of what others say."""
    sentence = _sentence(report.record.text, place)
    held = [span for one in report.record.statements for span in one.content]
    if any(span.start < sentence.end and span.end > sentence.start for span in held):
        return None
    return Statement(id_, "indirect", "asserted", (sentence,), None, Speaker(None, None))


def _keep_own(one: Proposition, near: dict[str, _Entry]) -> Proposition:
    """Leave of what a sentence tells the number of an entry, and the actions that it stands for: those of
    which no other entry of the sentence stands nearer."""
    start, end = one.starts[0], one.ends[-1]
    others = {id_: other for id_, other in near.items() if start <= other.place.start < end}
    deeds = [deed for deed in one.deeds if _owner(others, one.span(deed.at, deed.at + 1)) == one.id]
    place = near[one.id].place
    counts = [count for count in one.counts if _gap(one.span(count.first, count.last), place) == 0]
    return msgspec.structs.replace(one, deeds=tuple(deeds), counts=tuple(counts))


def _owner(entries: dict[str, _Entry], at: Span) -> str | None:
    """Return the entry of a sentence that stands for an action: the nearest one, null if it is far off.

    An event stands for its own words alone: of who resigned in protest (قدم استقالته احتجاجا) the protest
    tells nothing.
    """
    fit = (
        (_gap(one.place, at), id_)
        for id_, one in entries.items()
        if not one.words or any(_meet(word, at) for word in one.words)
    )
    gap, owner = min(fit, default=(_FAR + 1, None))
    return owner if gap <= _FAR else None


def _meet(one: Span, other: Span) -> bool:
    """Have two places a letter in common?"""
    return one.start < other.end and other.start < one.end


def _gap(one: Span, other: Span) -> int:
    """Return how far apart two places are, zero if they overlap."""
    return max(0, one.start - other.end, other.start - one.end)


def _sentence(text: str, within: Span) -> Span:
    """Return the sentence around a place."""
    start = max((found.end() for found in _ENDS.finditer(text, 0, within.start)), default=0)
    end = _ENDS.search(text, within.end)
    return Span(start, end.start() if end else len(text))
