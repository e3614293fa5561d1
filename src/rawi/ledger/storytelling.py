"""The page of a story: reports, what several say and what only one, quantities, copies, origins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rawi.ledger.answers import (
    CopyView,
    OriginView,
    QuantityView,
    RecurrenceView,
    ReportView,
    StorySummary,
    StoryView,
)
from rawi.ledger.entries import Entries
from rawi.ledger.relations import Relations
from rawi.ledger.results import Article, Said
from rawi.ledger.store import Store
from rawi.model.relation import Duplicate, Recurrence, Series, Story
from rawi.relations.copies.origins import choose_originals
from rawi.relations.stories.coverage import compare_reports

_LEAST = 2
_FULL = ("direct", "mixed")  # what only one report has is told where its source quotes it


def summarize_story(relations: Relations, story: Story) -> StorySummary:
    """Return a story as one of a list."""
    origins = {_original(relations, document) for document in story.documents}
    known = (story.id, story.title, story.first, story.last, story.documents)
    return StorySummary(*known, origins=len(origins), confidence=story.confidence)


def build_story(store: Store, relations: Relations, story: Story) -> StoryView:
    """Build the page of a story from what was derived of its documents."""
    entries = Entries(store)
    articles = {id: entries.article(id) for id in story.documents}
    originals = {id: _original(relations, id) for id in story.documents}
    statements = {id: entries.statements_of(id) for id in story.documents}
    common = list(_common(relations, entries, statements))
    told = {said.id for one in common for said in one.statements}
    first = [id for id in story.documents if originals[id] == id or originals[id] not in articles]
    coverage = compare_reports([entries.report(id) for id in first])
    return StoryView(
        id=story.id,
        title=story.title,
        first=story.first,
        last=story.last,
        reports=tuple(_report(articles[id], originals[id]) for id in story.documents),
        origins=tuple(_origins(entries, originals.values())),
        common=tuple(common),
        alone=tuple(_alone(entries, statements, told)),
        matrix=tuple(_quantities(relations, entries, story)),
        copies=tuple(_copies(relations, entries, story.documents)),
        told=tuple(tuple(map(entries.sentence, group)) for group in coverage.common),
        own=tuple(map(entries.sentence, coverage.own)),
        confidence=story.confidence,
    )


def _original(relations: Relations, document: str) -> str:
    """Return the document that a copy goes back to; itself if it is none."""
    return choose_originals(relations.of(document, Duplicate)).get(document, document)


def _report(article: Article, original: str) -> ReportView:
    """Return a report of the timeline."""
    return ReportView(article, original if original != article.id else None, original)


def _origins(entries: Entries, originals: Iterable[str]) -> Iterator[OriginView]:
    """Yield the independent origins of the reports, by the newsroom that had each first."""
    for id in dict.fromkeys(originals):
        article = entries.article(id)
        yield OriginView(id, article.outlet or article.title or id)


def _common(
    relations: Relations, entries: Entries, statements: dict[str, list[str]]
) -> Iterator[RecurrenceView]:
    """Yield what somebody says in two reports of the story or more."""
    own = {id: document for document, ids in statements.items() for id in ids}
    found = {one.id: one for id in own for one in relations.of(id, Recurrence)}
    for _, one in sorted(found.items()):
        here = [id for id in one.statements if id in own]
        if len({own[id] for id in here}) >= _LEAST:
            said = entries.load_said(here)
            yield RecurrenceView(one.id, _speaker(said[0], one.speaker), tuple(said), one.origins)


def _speaker(said: Said, written: str) -> str:
    """Return who speaks, by name."""
    return said.statement.speaker.name or said.statement.speaker.role or written


def _alone(entries: Entries, statements: dict[str, list[str]], told: set[str]) -> Iterator[Said]:
    """Yield the quotations that only one report has, in the order of the reports."""
    for ids in statements.values():
        for said in entries.load_said(id for id in ids if id not in told):
            one = said.statement
            if said.repeats is None and one.kind in _FULL and one.confidence == "certain":
                yield said


def _quantities(relations: Relations, entries: Entries, story: Story) -> Iterator[QuantityView]:
    """Yield the quantities of the story: figures of one series, report by report."""
    found = {one.id: one for id in story.documents for one in _series_of(relations, entries, id, story)}
    for one in sorted(found.values(), key=lambda one: (-len(one.points), one.id)):
        view = entries.build_series(one)
        figures = tuple(point.entry for point in view.points if point.point.document in story.documents)
        yield QuantityView(view.what, figures, one.id, view.unit, view.place, view.whom, one.what)


def _series_of(relations: Relations, entries: Entries, document: str, story: Story) -> Iterator[Series]:
    """Yield the series of the figures of a document: those of this story, or of none."""
    for id in entries.figures_of(document):
        yield from (one for one in relations.of(id, Series) if one.story in (None, story.id))


def _copies(relations: Relations, entries: Entries, documents: Sequence[str]) -> Iterator[CopyView]:
    """Yield what reports of the story share their words, whole copies before passages."""
    found = {one.id: one for id in documents for one in relations.of(id, Duplicate)}
    shared = [one for one in found.values() if len(set(one.documents) & set(documents)) >= _LEAST]
    for one in sorted(shared, key=lambda one: (one.kind == "passage", -one.similarity, one.id)):
        yield CopyView(one, tuple(entries.article(id) for id in one.documents))
