"""What stands in a report: each chosen thing with the entries, documents and reviews that belong to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, overload

import msgspec
from msgspec.structs import replace

from rawi.ledger.answers import ChainView, ComparisonView, EventView, SeriesView, Side, StoryView
from rawi.ledger.ledger import Ledger
from rawi.ledger.results import Count, Evidence, Said
from rawi.model.dossier import DossierItem
from rawi.model.record import Record
from rawi.model.review import Reviewable, Reviewed
from rawi.views.whence import find_url

Kind = Literal["statement", "figure", "event", "document", "comparison", "series", "story", "lost"]

_LONGEST_TITLE = 80


class Part(msgspec.Struct, frozen=True):
    """One item of a report under its ``number``: what the ledger has of it, null where nothing is found any
    more; ``chain`` of an entry; ``standing`` of every entry in it that was reviewed."""

    number: int
    kind: Kind
    item: DossierItem
    view: Said | Count | EventView | Record | ComparisonView | SeriesView | StoryView | None = None
    chain: ChainView | None = None
    standing: dict[str, Reviewed] = {}
    ids: dict[str, str] = {}


class Report(msgspec.Struct, frozen=True):
    """What is written: ``parts`` in order, ``records`` and original bytes (``evidence``) of every document of
    which something stands in it; ``at`` is when it was made (UTC)."""

    title: str
    at: str
    parts: tuple[Part, ...]
    records: dict[str, Record]
    evidence: dict[str, tuple[Evidence, ...]]


def load_report(ledger: Ledger, title: str | None, items: Sequence[DossierItem], at: str) -> Report:
    """Load all that a report of some items needs; of a report without ``title`` that of its first item."""
    parts = tuple(load_part(ledger, number, one) for number, one in enumerate(items, 1))
    documents = dict.fromkeys(id for one in parts for id in _documents(one))
    records = {id: _public(ledger.document(id)) for id in documents}
    evidence = {id: tuple(ledger.inputs.evidence(id)) for id in documents}
    return Report(title or _title(parts, records), at, parts, records, evidence)


def load_part(ledger: Ledger, number: int, item: DossierItem) -> Part:
    """Load what the ledger has of an item today."""
    if item.now is None:
        return Part(number, "lost", item)
    if item.kind == "document":
        record = _public(ledger.document(item.now))
        ids = ledger.reviews.labels(record.document.id)
        return Part(number, "document", item, record, None, ledger.reviews.standing(ids.values()), ids)
    if item.kind == "series":
        series = ledger.series_with(item.now)
        standing = ledger.reviews.standing(one.entry.id for one in series.points)
        return Part(number, "series", item, series, None, standing)
    if item.kind == "comparison":
        compared = ledger.compare(*_sides(ledger, item))
        standing = ledger.reviews.standing((compared.a.id, compared.b.id))
        return Part(number, "comparison", item, compared, None, standing)
    if item.kind == "story":
        story = ledger.story(item.now)
        figures = [one.id for row in story.matrix for one in row.figures]
        told = [one.id for each in story.common for one in each.statements]
        return Part(number, "story", item, story, None, ledger.reviews.standing([*figures, *told]))
    chain = ledger.chain(item.now)
    view = chain.entry
    if not isinstance(view, Said | Count | EventView):
        return Part(number, "lost", item)
    standing = ledger.reviews.standing([view.id])
    view = replace(view, review=standing.get(view.id))
    return Part(number, name_kind(view), item, view, chain, standing)


def _public(record: Record) -> Record:
    """Return a record without the path under which this machine has its article."""
    return replace(record, document=replace(record.document, source=find_url(record.document)))


def _sides(ledger: Ledger, item: DossierItem) -> tuple[str, str]:
    """Return the two entries of a comparison, as the ledger has them today."""
    a, b = ledger.dossiers.entries(item)
    return a or "", b or ""


@overload
def name_kind(side: Said | Count | EventView) -> Reviewable: ...
@overload
def name_kind(side: Side) -> Reviewable | Literal["entry"]: ...
def name_kind(side: Side) -> Reviewable | Literal["entry"]:
    """Return of which kind an entry is; ``entry`` of what no table has rows of."""
    if isinstance(side, Said):
        return "statement"
    if isinstance(side, Count):
        return "figure"
    return "event" if isinstance(side, EventView) else "entry"


def find_sides(part: Part) -> Iterator[Side]:
    """Yield the entries of a part: of a comparison both, of a series its figures, of an entry itself."""
    view = part.view
    if isinstance(view, ComparisonView):
        yield from (view.a, view.b)
    elif isinstance(view, SeriesView):
        yield from (one.entry for one in view.points)
    elif isinstance(view, StoryView):
        yield from (each for one in view.common for each in one.statements)
        yield from (each for one in view.matrix for each in one.figures)
    elif isinstance(view, Said | Count | EventView):
        yield view


def _documents(part: Part) -> Iterable[str]:
    """Yield the documents of which something stands in a part."""
    view = part.view
    if isinstance(view, Record):
        yield view.document.id
    elif isinstance(view, StoryView):
        yield from (one.article.id for one in view.reports)
    elif view is None:
        yield from (one.document for one in part.item.held)
    else:
        for side in find_sides(part):
            yield side.article.id if isinstance(side, Said | Count | EventView) else side.document


def _title(parts: Sequence[Part], records: dict[str, Record]) -> str:
    """Return a title for a report that has none: that of the first article in it."""
    first = next(iter(records.values()), None)
    known = parts[0].item.title if parts and parts[0].kind in ("document", "story") else None
    words = parts[0].item.held[0].words[:_LONGEST_TITLE] if parts else None
    return known or (first.document.title if first else None) or words or "Rawi"
