"""The page of a story: reports, what several say and what only one, quantities, copies, origins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

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
from rawi.ledger.items import Items
from rawi.ledger.relations import Relations
from rawi.ledger.results import Said
from rawi.ledger.sameness import Sameness
from rawi.ledger.store import Store
from rawi.model.definition import Definition
from rawi.model.relation import Duplicate, Passage, Recurrence, Series, Story
from rawi.relations.quantities.figures import FIGURES
from rawi.relations.stories.coverage import Told, compare_reports

_LEAST = 2
_QUOTED = re.compile('[«“"]([^«»“”"]+)[»”"]')
_FULL = ("direct", "mixed")  # what only one report has is told where its source quotes it


def summarize_story(store: Store, relations: Relations, story: Story) -> StorySummary:
    """Return a story as one of a list."""
    origins = Sameness(store, relations, Entries(store)).origins(story.documents)
    known = (story.id, story.title, story.first, story.last, story.documents)
    return StorySummary(*known, origins=len(origins), confidence=story.confidence)


def build_story(store: Store, relations: Relations, story: Story) -> StoryView:
    """Build the page of a story from what was derived of its documents."""
    entries = Entries(store)
    sameness = Sameness(store, relations, entries)
    originals = {id: sameness.original(id) for id in story.documents}
    statements = {id: entries.statements_of(id) for id in story.documents}
    common = list(_common(relations, entries, statements))
    told = [said for one in common for said in one.statements]
    reports = {id: entries.report(id) for id in story.documents}
    versions = {id for id in reports if originals[id] != id and originals[id] in reports}
    coverage = compare_reports(
        [reports[id] for id in reports if id not in versions], [reports[id] for id in sorted(versions)]
    )
    origins = sameness.origins(story.documents)
    return StoryView(
        id=story.id,
        title=story.title,
        first=story.first,
        last=story.last,
        reports=tuple(_reports(entries, sameness, story.documents, origins)),
        origins=origins,
        common=tuple(common),
        alone=tuple(_alone(entries, statements, told, Told(reports.values(), originals))),
        matrix=tuple(_quantities(store, relations, entries, story)),
        copies=tuple(_copies(relations, entries, story.documents)),
        told=tuple(tuple(map(entries.sentence, group)) for group in coverage.common),
        own=tuple(entries.sentence(one) for one in coverage.own if not _returns(one, told)),
        confidence=story.confidence,
    )


def _reports(
    entries: Entries, sameness: Sameness, documents: Sequence[str], origins: Sequence[OriginView]
) -> Iterator[ReportView]:
    """Yield the reports of the timeline, each with that of which it is a copy or a version."""
    counted = {id: one.id for one in origins for id in one.documents}
    for id in documents:
        article, original = entries.article(id), sameness.original(id)
        if original == id:
            yield ReportView(article, origin=counted[id])
        elif sameness.is_copy(id, original):
            yield ReportView(article, original, counted[id])
        else:
            yield ReportView(article, None, counted[id], original, sameness.changes(id, original))


def _returns(passage: Passage, told: Iterable[Said]) -> bool:
    """Is most of a sentence what its speaker says in another report too, however that words it?"""
    here = [said.statement.content for said in told if said.article.id == passage.document]
    common = sum(
        max(0, min(span.end, passage.span.end) - max(span.start, passage.span.start))
        for content in here
        for span in content
    )
    return 2 * common > passage.span.end - passage.span.start


def _common(
    relations: Relations, entries: Entries, statements: dict[str, list[str]]
) -> Iterator[RecurrenceView]:
    """Yield what somebody says in two reports of the story or more, as the first reports have it."""
    own = {id: document for document, ids in statements.items() for id in ids}
    found = {one.id: one for id in own for one in relations.of(id, Recurrence)}
    for one in found.values():
        here = [id for id in one.statements if id in own]
        if len({own[id] for id in here}) >= _LEAST:
            said = entries.load_said(here)
            speaker, variants = _speaker(said[0], one.speaker), tuple(_variants(said, one))
            yield RecurrenceView(one.id, speaker, tuple(said), one.origins, variants)


def _variants(said: Sequence[Said], one: Recurrence) -> Iterator[tuple[str, ...]]:
    """Yield the statements that say a proposition alike, the first first: with the numbers and negations of
    each other, and none denied where another is not."""
    changed = {each.statement: each.changes for each in one.rewordings}
    groups: dict[tuple[object, ...], list[str]] = {}
    for each in said:
        article, kinds = each.article.id, list[tuple[str, str]]()
        for shift in changed.get(each.id, ()):
            if shift.kind == "negation" or (shift.kind == "figure" and shift.here is not None):
                kinds.append((shift.kind, f"{article}:{shift.here}" if shift.kind == "figure" else ""))
        groups.setdefault((each.statement.polarity, *sorted(kinds)), []).append(each.id)
    yield from map(tuple, groups.values())


def _speaker(said: Said, written: str) -> str:
    """Return who speaks, by name."""
    return said.statement.speaker.name or said.statement.speaker.role or written


def _alone(
    entries: Entries, statements: dict[str, list[str]], told: Iterable[Said], telling: Told
) -> Iterator[Said]:
    """Yield the quotations that only one report has, in the order of the reports: none that a version of it
    has too, in whatever words, nor one whose words stand in another report, quoted or not."""
    known = {said.id for said in told}
    for ids in statements.values():
        for said in entries.load_said(id for id in ids if id not in known):
            one = said.statement
            full = said.repeats is None and one.kind in _FULL and one.confidence == "certain"
            if full and not any(telling.is_told(words, said.article.id) for words in _quoted(said)):
                yield said


def _quoted(said: Said) -> list[str]:
    """Return the words of a statement, and those of them that are quoted, if there are several."""
    inner = [words for words in _QUOTED.findall(said.words) if len(words.split()) >= _LEAST]
    return [said.words, *(inner if said.statement.kind == "mixed" else [])]


def _quantities(store: Store, relations: Relations, entries: Entries, story: Story) -> Iterator[QuantityView]:
    """Yield the quantities of the story: figures of one series, report by report."""
    counting = {id: _define(store, entries.figures_of(id)) for id in story.documents}
    every = {one.id: one for found in counting.values() for one in found}
    found = {one.id: one for id in story.documents for one in _series_of(relations, entries, id, story)}
    for one in sorted(found.values(), key=lambda one: (-len(one.points), one.id)):
        view = entries.build_series(one)
        figures = tuple(point.entry for point in view.points if point.point.document in story.documents)
        if not figures:  # people rejected all of them
            continue
        asked = set(chain.from_iterable(_classes(every[x.id]) for x in figures if x.id in every))
        told = {id for id, found in counting.items() if any(asked & _classes(each) for each in found)}
        told |= {each.article.id for each in figures}
        known = (view.what, figures, one.id, view.unit, view.place, view.whom, one.what)
        yield QuantityView(*known, silent=tuple(id for id in story.documents if id not in told))


def _define(store: Store, figures: Iterable[str]) -> list[Definition]:
    """Return what figures count."""
    items = Items(store, FIGURES)
    return [items.item(number).value for number in items.numbers(figures)]


def _classes(one: Definition) -> set[str]:
    """Return the classes of what a figure counts: each deed of a joint count. Whoever
    counts dead civilians counts the dead."""
    return set((one.what or "").split("+")) - {""}


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
