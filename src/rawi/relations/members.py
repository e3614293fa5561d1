"""What results of relations are called, and which documents and entries they are of."""

from __future__ import annotations

from rawi.model.incident import Incident
from rawi.model.relation import Comparison, Duplicate, Recurrence, Series, Story

Result = Duplicate | Story | Recurrence | Series | Comparison | Incident
RESULTS: dict[str, type[Result]] = {
    "duplicates": Duplicate,
    "stories": Story,
    "recurrences": Recurrence,
    "series": Series,
    "comparisons": Comparison,
    "incidents": Incident,
}
_KINDS = {type: kind for kind, type in RESULTS.items()}


def kind_of(result: Result) -> str:
    """Return what results of this kind are exported as."""
    return _KINDS[type(result)]


def members_of(result: Result) -> tuple[str, ...]:
    """Return the ids of the documents or entries that a result is of."""
    match result:
        case Duplicate() | Story():
            return result.documents
        case Recurrence():
            return result.statements
        case Series():
            return tuple(point.figure for point in result.points)
        case Comparison():
            return result.a, result.b
        case Incident():
            return result.events
