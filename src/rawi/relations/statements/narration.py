"""What a report itself tells with a figure, beside what others say in it: for what somebody denies of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rawi.model.claim import Figure, Speaker, Statement
from rawi.model.proposition import Proposition
from rawi.model.relation import Report
from rawi.model.span import Span
from rawi.relations.statements.readings import read_propositions, read_statements

_ENDS = re.compile(r"[.!?؟\n]+")


def read_claims(report: Report) -> Iterator[Proposition]:
    """Yield the statements of a report, and its own sentences with a figure, each under the entry of the
    figure."""
    told = [_tell(report, figure) for figure in report.record.figures]
    own = [one for one in told if one is not None]
    yield from read_propositions(report)
    yield from read_statements(report, own, named=False)


def is_told(one: Proposition) -> bool:
    """Is a claim that of the report, and of nobody in it?"""
    return one.voice.name is None


def _tell(report: Report, figure: Figure) -> Statement | None:
    """Return the sentence of a figure as a claim of nobody but the report; null of what others say."""
    sentence = _sentence(report.record.text, figure.number)
    if figure.id not in report.ids or figure.according_to is not None:
        return None
    held = [span for one in report.record.statements for span in one.content]
    if any(span.start < sentence.end and span.end > sentence.start for span in held):
        return None
    return Statement(figure.id, "indirect", "asserted", (sentence,), None, Speaker(None, None))


def _sentence(text: str, within: Span) -> Span:
    """Return the sentence around a place."""
    start = max((found.end() for found in _ENDS.finditer(text, 0, within.start)), default=0)
    end = _ENDS.search(text, within.end)
    return Span(start, end.start() if end else len(text))
