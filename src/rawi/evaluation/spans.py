"""How well two places in one text agree. All offsets are code points, half-open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rawi.evaluation.names import fold_name
from rawi.evaluation.terms import load_terms
from rawi.model.span import Span

EDGE_MARKS = " \n\t\"'“”«»„‟‘’.،,:؛;()[]"
LEAD_MARKS = " «\"“”'"


def covered(text: str, spans: Iterable[Span]) -> set[int]:
    """Return the offsets of the characters under ``spans`` that are no white space."""
    return {i for span in spans for i in range(span.start, span.end) if not text[i].isspace()}


def shared_part(one: set[int], other: set[int]) -> float:
    """Return intersection over union, 0.0 where either is empty."""
    return len(one & other) / len(one | other) if one and other else 0.0


def overlap(one: Span, other: Span) -> float:
    """Return the common length over the length from the first start to the last end.

    >>> overlap(Span(0, 4), Span(2, 8))
    0.25
    """
    common = min(one.end, other.end) - max(one.start, other.start)
    return max(0, common) / max(1, max(one.end, other.end) - min(one.start, other.start))


def trimmed(text: str, spans: Sequence[Span]) -> Span:
    """Return the range from the first start to the last end, without marks and spaces at its edges."""
    start, end = min(s.start for s in spans), max(s.end for s in spans)
    words = text[start:end]
    start += len(words) - len(words.lstrip(EDGE_MARKS))
    return Span(start, start + len(text[start:end].rstrip(EDGE_MARKS)))


def _may_lead(words: str) -> bool:
    """Whether ``words`` may stand before a content without being an error: nothing else does."""
    lead = words.strip(LEAD_MARKS)
    return lead in load_terms("attached") or fold_name(lead) in {
        fold_name(term) for term in load_terms("complementisers")
    }


def same_edges(text: str, one: Sequence[Span], other: Sequence[Span]) -> bool:
    """Return whether both contents begin and end at the same word.

    Marks and spaces do not count; neither does an attached letter or a complementiser more at the start.
    """
    a, b = trimmed(text, one), trimmed(text, other)
    lead = text[min(a.start, b.start) : max(a.start, b.start)]
    return a.end == b.end and (a.start == b.start or _may_lead(lead))
