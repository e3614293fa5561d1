"""The citations of a report as RIS records, for reference managers."""

from __future__ import annotations

from collections.abc import Iterator

from rawi.ledger.answers import EventView
from rawi.ledger.results import Count, Said
from rawi.model.record import Record
from rawi.views.citation import Citation, build_citation, build_passage, render_citation
from rawi.views.report.parts import Part, Report, find_sides


def render_ris(report: Report) -> str:
    """Return a record for each entry, and one for each whole article, in the order of the report."""
    found = dict.fromkeys(
        render_citation(one, "ris") for part in report.parts for one in _citations(part, report)
    )
    return "\n".join((*found, ""))


def _citations(part: Part, report: Report) -> Iterator[Citation]:
    """Yield what a part cites; of what is not found any more the words that were collected."""
    if isinstance(part.view, Record):
        one = part.view.document
        yield build_passage(one.id, one.title or one.id, part.view)
    elif part.view is None:
        for held in part.item.held:
            place = f"{held.document}#char={held.start},{held.end}" if held.entry else held.document
            yield build_passage(place, held.words, report.records[held.document])
    for side in find_sides(part):
        if isinstance(side, Said | Count | EventView):
            yield build_citation(side, report.records[side.article.id])
