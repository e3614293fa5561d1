"""What items of dossiers hold on to, and under which ids the ledger has them today."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, get_args

from msgspec.structs import replace

from rawi.ledger.answers import ComparisonView, SeriesView, StoryView
from rawi.ledger.faults import NotInLedger
from rawi.ledger.lookup import load_document
from rawi.ledger.reading import find_document_id, find_entry_id
from rawi.ledger.store import Store, first
from rawi.model.dossier import DossierItem, Held
from rawi.model.review import Reviewable
from rawi.model.span import Span

_HALF = 0.5
_SERIES, _STORY, _COMPARISON = "sr_", "sy_", "cm_"
_ENTRIES = ("st_", "fg_", "ev_", "dt_", "en_")


class Related(Protocol):
    """What a ledger knows across its documents."""

    def series_with(self, id: str) -> SeriesView:
        """Return a series by its id, or that of a figure."""
        ...

    def comparison(self, id: str) -> ComparisonView:
        """Return a comparison by its id."""
        ...

    def compare(self, a: str, b: str) -> ComparisonView:
        """Return the comparison of two entries."""
        ...

    def story(self, id: str) -> StoryView:
        """Return a story by its id, or that of a document."""
        ...


def hold(store: Store, related: Related, written: str) -> DossierItem:
    """Return what is collected under an id; E307, E308, or ``ValueError`` for what cannot be."""
    id = written.strip().lower()
    if "/" in id or id.startswith(_COMPARISON):
        a, _, b = id.partition("/")
        view = related.compare(a, b) if b else related.comparison(id)
        held = tuple(_hold_entry(store, one) for one in (view.comparison.a, view.comparison.b))
        return DossierItem(view.comparison.id, "comparison", held)
    if id.startswith(_SERIES):
        series = related.series_with(id)
        points = tuple(_hold_entry(store, one.entry.id) for one in series.points)
        return DossierItem(series.id, "series", points, series.what)
    if id.startswith(_STORY):
        story = related.story(id)
        reports = tuple(_hold_document(store, one.article.id) for one in story.reports)
        return DossierItem(story.id, "story", reports, story.title)
    if id.startswith(_ENTRIES):
        entry = _hold_entry(store, find_entry_id(store, id))
        return DossierItem(entry.entry or id, "entry", (entry,))
    document = _hold_document(store, find_document_id(store, id))
    return DossierItem(document.document, "document", (document,), document.words)


def _hold_document(store: Store, id: str) -> Held:
    """Return what is held of a whole document: its title."""
    known = load_document(store, id).document
    return Held(known.id, known.title or known.id[7:19])


def _hold_entry(store: Store, id: str) -> Held:
    """Return what is held of an entry: its place and its words."""
    row = first(store, "current_entry_of", (id,))
    if row is None:
        raise ValueError(f"{id} is of an older reading, and not shown any more")
    document, kind, start, end = row
    of: Reviewable | None = next((one for one in get_args(Reviewable) if one == kind), None)
    if of is None:
        raise ValueError(f"{id} is a {kind}; statements, figures and events are collected")
    words = Span(start, end).of(load_document(store, document).text)
    return Held(document, words, start, end, id, of)


def find_now(store: Store, related: Related, item: DossierItem) -> DossierItem:
    """Return an item with the id under which the ledger has it today, if it does."""
    if item.kind == "document":
        return replace(item, now=item.id)
    entries = [find_entry(store, one) for one in item.held if one.entry]
    now: str | None = item.id
    if item.kind == "entry":
        now = entries[0] if entries else None
    elif item.kind == "comparison":
        now = _pair(related, entries)
    else:
        keys = [one for one in entries if one] or [one.document for one in item.held]
        now = _group(related, item, keys)
    return replace(item, now=now, carried=now is not None and now != item.id)


def find_entry(store: Store, held: Held) -> str | None:
    """Return the entry that stands today where one was collected: itself, else one of its kind that shares
    more than half of the place; null if none does."""
    if first(store, "current_entry_of", (held.entry,)) is not None:
        return held.entry
    best, most = None, _HALF
    for id, kind, start, end in store.rows("reviewable_entries", (held.document,)):
        both = min(end, held.end) - max(start, held.start)
        shared = max(0, both) / (max(end, held.end) - min(start, held.start))
        if kind == held.of and shared > most:
            best, most = str(id), shared
    return best


def _pair(related: Related, entries: Sequence[str | None]) -> str | None:
    """Return the comparison of two entries, null where one is gone or nothing can be compared any more."""
    a, b = (*entries, None, None)[:2]
    if a is None or b is None:
        return None
    try:
        return related.compare(a, b).comparison.id
    except NotInLedger:
        return None


def _group(related: Related, item: DossierItem, keys: Iterable[str]) -> str | None:
    """Return the series or story by its id, else that of the first thing in it that is in one."""
    for key in (item.id, *keys):
        try:
            return related.series_with(key).id if item.kind == "series" else related.story(key).id
        except NotInLedger:
            continue
    return None
