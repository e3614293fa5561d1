"""What a ledger links across the reports of a folder: its exports, with the names of the reports."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec

from rawi.errors import EvaluationError
from rawi.evaluation.across.annotation import GoldReport
from rawi.ingest.extraction import read_item
from rawi.ingest.provenance import build_submission
from rawi.ledger.ledger import Ledger, open_ledger
from rawi.model.document import Metadata
from rawi.model.record import Record
from rawi.model.source import Item
from rawi.model.span import Span

Row = Mapping[str, Any]
Export = Callable[[str], Iterable[Row]]
_ENTRIES = ("figures", "statements", "events")


class Entry(msgspec.Struct, frozen=True):
    """One entry of the ledger; ``spans`` is what it is found by: a number, the content of a statement."""

    id: str
    kind: str
    spans: tuple[Span, ...]


class Group(msgspec.Struct, frozen=True):
    """Reports that the ledger says share words."""

    kind: str
    documents: tuple[str, ...]
    origin: str | None = None


class Compared(msgspec.Struct, frozen=True):
    """Two entries that the ledger compares, and what it says of them."""

    a: str
    b: str
    verdict: str
    kind: str = "figures"
    aspect: str | None = None
    reasons: tuple[str, ...] = ()


class Links(msgspec.Struct, frozen=True):
    """All that is scored. ``entries``: those of each report; ``recurrences`` null: not exported."""

    entries: dict[str, tuple[Entry, ...]] = {}
    stories: tuple[tuple[str, ...], ...] = ()
    duplicates: tuple[Group, ...] = ()
    comparisons: tuple[Compared, ...] = ()
    recurrences: tuple[tuple[str, ...], ...] | None = None


def link_reports(reports: Iterable[GoldReport]) -> Links:
    """Put reports into a ledger in a temporary place, update it, and return what it links.

    Raises EvaluationError for a report that cannot be read.
    """
    with TemporaryDirectory(prefix="rawi-across-") as folder:
        ledger = open_ledger(Path(folder) / "ledger.rawi")
        try:
            names = {_add(ledger, report): report.id for report in reports}
            ledger.update()
            return read_links(ledger.export, names)
        finally:
            ledger.close()


def _add(ledger: Ledger, report: GoldReport) -> str:
    """Store a report and return the id of its document."""
    known = Metadata(f"{report.id}.txt", report.title, report.outlet, report.published)
    item = Item(f"{report.id}.txt", None, report.text.encode(), "text", known)
    record = read_item(item)
    if not isinstance(record, Record):
        raise EvaluationError(f"{report.id}: {record.code}: {record.message}")
    ready = build_submission(item, record)
    ledger.add(ready.record, evidence=ready.evidence, origin=ready.origin, extractor=ready.extractor)
    return record.document.id


def read_links(export: Export, names: Mapping[str, str]) -> Links:
    """Return what ``export`` gives, each document under the name that ``names`` has for its id."""
    return Links(
        entries=_read_entries(export, names),
        stories=tuple(_named(row["documents"], names) for row in export("stories")),
        duplicates=tuple(_read_group(row, names) for row in export("duplicates")),
        comparisons=tuple(_read_compared(row) for row in export("comparisons")),
        recurrences=_read_recurrences(export),
    )


def _named(documents: Iterable[str], names: Mapping[str, str]) -> tuple[str, ...]:
    """Return the names of documents, without those that have none."""
    return tuple(names[one] for one in documents if one in names)


def _read_entries(export: Export, names: Mapping[str, str]) -> dict[str, tuple[Entry, ...]]:
    """Return the entries of each report."""
    entries: dict[str, list[Entry]] = {name: [] for name in names.values()}
    for kind in _ENTRIES:
        for row in export(kind):
            if name := names.get(row["document"]):
                entries[name].append(Entry(row["id"], kind, tuple(_find_spans(row))))
    return {name: tuple(found) for name, found in entries.items()}


def _find_spans(row: Row) -> Iterator[Span]:
    """Yield the spans that an entry is found by: its number, its content, else all its words."""
    if number := row.get("number"):
        yield Span(*number)
    elif content := row.get("content"):
        yield from (Span(*span) for span in content)
    else:
        yield Span(row["start"], row["end"])


def _read_group(row: Row, names: Mapping[str, str]) -> Group:
    return Group(row["kind"], _named(row["documents"], names), names.get(row["origin"] or ""))


def _read_compared(row: Row) -> Compared:
    reasons = tuple(one if isinstance(one, str) else one["code"] for one in row.get("reasons") or ())
    kind, aspect = row.get("kind") or "figures", row.get("aspect")
    return Compared(row["a"], row["b"], row["verdict"], kind, aspect, reasons)


def _read_recurrences(export: Export) -> tuple[tuple[str, ...], ...] | None:
    """Return the statements of each recurring one; null where the ledger has no such export."""
    try:
        return tuple(tuple(row["statements"]) for row in export("recurrences"))
    except ValueError:
        return None
