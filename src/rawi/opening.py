"""The Python side of the command line: ``rawi.read`` one article, ``rawi.open`` a ledger.

>>> article = read("قال سليم الدوري إن الجسر سيفتح غدا.", published="2024-05-01")
>>> [(one.speaker.name, article.words(one.content[0])) for one in article.statements]
[('سليم الدوري', 'الجسر سيفتح غدا')]
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from rawi.documents.build import build_document
from rawi.documents.published import parse_published
from rawi.ingest.provenance import build_submission, derive_text
from rawi.ingest.run import Run, Stated
from rawi.ledger import answers
from rawi.ledger.ledger import Ledger, open_ledger
from rawi.ledger.results import (
    Count,
    Counts,
    Decided,
    Difference,
    Entry,
    Explanation,
    Likeness,
    Mismatch,
    Outcome,
    Page,
    Profile,
    Proposal,
    Said,
    Updated,
)
from rawi.model.claim import Confidence, DateMention, Event, Figure, Statement
from rawi.model.document import Document, Metadata
from rawi.model.entity import Entity
from rawi.model.record import Record
from rawi.model.relation import Verdict
from rawi.model.source import Item, Limits, Media, Report
from rawi.model.span import Span
from rawi.pipeline import extract_document
from rawi.sources.cursor import Cursor, Plain
from rawi.sources.formats import FORMATS
from rawi.sources.streams import open_regular, read_all, refused
from rawi.views.exports.rows import export_rows
from rawi.views.exports.writing import Asked, Order
from rawi.views.html import render_page
from rawi.views.jsonl import encode_line
from rawi.views.labels import Language

Source = str | bytes | os.PathLike[str]


class Article:
    """One article with what was read from it; made by ``read``. Its parts are those of its ``record``."""

    def __init__(self, record: Record, item: Item) -> None:
        self.record, self.item = record, item

    @property
    def document(self) -> Document:
        """What is known of the document: id, title, outlet, day, chain, warnings."""
        return self.record.document

    @property
    def text(self) -> str:
        """The article's text, unchanged."""
        return self.record.text

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Who said what, in the order of the text."""
        return self.record.statements

    @property
    def figures(self) -> tuple[Figure, ...]:
        """How many, in the order of the text."""
        return self.record.figures

    @property
    def dates(self) -> tuple[DateMention, ...]:
        """When, in the order of the text."""
        return self.record.dates

    @property
    def events(self) -> tuple[Event, ...]:
        """What happened."""
        return self.record.events

    @property
    def entities(self) -> tuple[Entity, ...]:
        """People, organisations and places."""
        return self.record.entities

    def words(self, span: Span) -> str:
        """Return the article's own words at ``span``: ``text[span.start:span.end]``."""
        return self.record.words(span)

    def to_json(self) -> bytes:
        """Return the record as one line of JSON, as ``rawi extract`` prints it."""
        return encode_line(self.record)

    def to_html(self, path: str | os.PathLike[str]) -> None:
        """Write the article as one self-contained page, right to left, with its entries painted."""
        Path(path).write_text(self._repr_html_(), "utf-8", newline="")

    def _repr_html_(self) -> str:
        """Return the page: what a notebook shows."""
        return "".join(render_page([self.record]))


def read(
    source: Source,
    *,
    published: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    url: str | None = None,
) -> Article:
    """Read one article: a file (``Path``, or ``str`` of one line that names a file), bytes, HTML or text.

    ``published`` is its day, month or year, if known (ParseError, a ValueError, if it is no date). What
    begins with ``<`` is read as HTML. Raises SourceError for a file that cannot be read, and DocumentError
    where no text comes of it. A file of many articles is for ``rawi.open(…).add_files``.
    """
    day = parse_published(published) if published else None
    item = _item(source, Metadata(title=title, outlet=outlet, published=day, url=url))
    found = build_document(item)
    return Article(extract_document(found.text, found.metadata, found.warnings, parts=found.parts), item)


def _item(source: Source, about: Metadata) -> Item:
    """Return what is to be read as the reader would have found it."""
    if isinstance(source, str) and not _names_file(source):
        place = Metadata(about.url, about.title, about.outlet, about.published, about.url)
        return Item("", None, source, _media(source.lstrip()[:1] == "<"), place)
    if isinstance(source, bytes):
        return Item("", None, source, _media(source.lstrip()[:1] == b"<"), about)
    path = os.fspath(source)
    kind = FORMATS.get(os.path.splitext(path)[1].lower(), "text")
    if kind not in ("text", "html"):
        raise refused("source.format", f"{path} may hold many articles; rawi.open(…).add_files takes it")
    with open_regular(path) as file:
        data, cut = read_all(Cursor(Plain(file)), Limits())
    if cut:
        raise cut
    known = Metadata(about.url or path, about.title, about.outlet, about.published, about.url)
    return Item(path, None, data, _media(kind == "html"), known)


def _names_file(source: str) -> bool:
    """Tell whether a string is the path of a file rather than an article."""
    if "\n" in source or "\x00" in source or len(source) > 1000:
        return False
    try:
        return os.path.isfile(source)
    except (OSError, ValueError):
        return False


def _media(html: bool) -> Media:
    """Return the medium of an item."""
    return "html" if html else "text"


class OpenedLedger:
    """A ledger in a file, closed by ``with`` or ``close``; ``dossiers``: what is collected for a report."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self.dossiers = ledger.dossiers

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._ledger.close()

    def add(self, article: Article | Record) -> Outcome:
        """Store one article; when this returns, it is on the disk. A record alone is stored with its text."""
        if isinstance(article, Article):
            item, record = article.item, article.record
        else:
            known, record = article.document, article
            about = Metadata(known.source, known.title, known.outlet, known.published)
            item = Item(known.source or "", None, article.text, "text", about)
        ready = build_submission(item, record)
        return self._ledger.add(
            record, evidence=ready.evidence, origin=ready.origin, extractor=ready.extractor
        )

    def add_files(
        self,
        *paths: str | os.PathLike[str],
        published: str | None = None,
        outlet: str | None = None,
        workers: int = 1,
    ) -> Report:
        """Store all articles of files and folders, as ``rawi add`` does, and return the account.

        What is there already is skipped, so a run that was stopped goes on. Extraction is spread over
        ``workers`` processes. Raises ``rawi.ingest.run.Interrupted`` on Ctrl-C; what it counts is kept.
        """
        day = parse_published(published) if published else None
        return Run([os.fspath(path) for path in paths], Stated(day, outlet), workers).add(self._ledger)

    def add_corpus(self, *folders: str | os.PathLike[str]) -> Report:
        """Store what corpora hold, as ``rawi add --parquet``. See ``rawi.corpus.loading.load_corpus``."""
        from rawi.corpus.loading import load_corpus

        return load_corpus(folders, self._ledger)

    def find(self, query: str, *, exact: bool = False, limit: int = 20, cursor: str | None = None) -> Page:
        """Find documents by their words. See ``rawi.ledger.ledger.Ledger.find``."""
        return self._ledger.find(query, exact=exact, limit=limit, cursor=cursor)

    def said(
        self,
        who: str | None = None,
        about: str | None = None,
        since: str | None = None,
        until: str | None = None,
        *,
        quote_only: bool = False,
        confidence: Confidence | None = None,
        echoes: bool = False,
    ) -> Iterator[Said]:
        """Yield statements, oldest first. See ``rawi.ledger.ledger.Ledger.said``."""
        return self._ledger.said(
            who, about, since, until, quote_only=quote_only, confidence=confidence, echoes=echoes
        )

    def figures(
        self,
        what: str | None = None,
        place: str | None = None,
        by: str | None = None,
        since: str | None = None,
    ) -> Iterator[Count]:
        """Yield figures through time. See ``rawi.ledger.ledger.Ledger.figures``."""
        return self._ledger.figures(what, place, by, since)

    def conflicts(self, what: str | None = None) -> Iterator[Difference]:
        """Yield pairs of entries that differ, with reasons. See ``rawi.ledger.ledger.Ledger.conflicts``."""
        return self._ledger.conflicts(what)

    def series(
        self,
        what: str | None = None,
        place: str | None = None,
        by: str | None = None,
        since: str | None = None,
    ) -> Iterator[answers.SeriesView]:
        """Yield figures of one quantity through time. See ``rawi.ledger.ledger.Ledger.series``."""
        return self._ledger.series(what, place, by, since)

    def comparisons(
        self, what: str | None = None, verdict: Verdict | None = None
    ) -> Iterator[answers.ComparisonView]:
        """Yield pairs of claims side by side. See ``rawi.ledger.ledger.Ledger.comparisons``."""
        return self._ledger.comparisons(what, verdict)

    def compare(self, a: str, b: str) -> answers.ComparisonView:
        """Return the comparison of two entries. See ``rawi.ledger.ledger.Ledger.compare``."""
        return self._ledger.compare(a, b)

    def decide_verdict(
        self, a: str, b: str, verdict: Verdict, why: str | None = None, *, who: str | None = None
    ) -> int:
        """Decide the verdict on two entries. See ``rawi.ledger.ledger.Ledger.decide_verdict``."""
        return self._ledger.decide_verdict(a, b, verdict, why, who=who)

    def stories(self, query: str | None = None) -> Iterator[answers.StorySummary]:
        """Yield stories, the latest first. See ``rawi.ledger.ledger.Ledger.stories``."""
        return self._ledger.stories(query)

    def story(self, id: str) -> answers.StoryView:
        """Return one story. See ``rawi.ledger.ledger.Ledger.story``."""
        return self._ledger.story(id)

    def incidents(
        self, since: str | None = None, until: str | None = None, **question: Any
    ) -> Iterator[answers.IncidentView]:
        """Yield happenings, each with all its reports. See ``rawi.ledger.ledger.Ledger.incidents``."""
        return self._ledger.incidents(since, until, **question)

    def incident(self, id: str) -> answers.IncidentView:
        """Return one happening, by its id or that of an event. See ``rawi.ledger.ledger.Ledger.incident``."""
        return self._ledger.incident(id)

    def event(self, id: str) -> answers.EventView:
        """Return an event as its report tells it. See ``rawi.ledger.ledger.Ledger.event``."""
        return self._ledger.event(id)

    def chain(self, id: str) -> answers.ChainView:
        """Return the way of an entry to the reader. See ``rawi.ledger.ledger.Ledger.chain``."""
        return self._ledger.chain(id)

    def check(self, claim: str) -> answers.Checked:
        """Return how a claim was read, and what is near it. See ``rawi.ledger.ledger.Ledger.check``."""
        return self._ledger.check(claim)

    def update(self) -> Updated:
        """Bring up to date what is derived across documents, if anything came since."""
        return self._ledger.update()

    def who(self, written: str) -> Iterator[Profile]:
        """Yield who an id or the words of a name mean. See ``rawi.ledger.ledger.Ledger.who``."""
        return self._ledger.who(written)

    def like(self, written: str) -> list[Likeness]:
        """Return who has a name like one that nobody bears. See ``rawi.ledger.ledger.Ledger.like``."""
        return self._ledger.like(written)

    def suggestions(self) -> Iterator[Proposal]:
        """Yield pairs that may be one, the likeliest first."""
        return self._ledger.suggestions()

    def merge(self, a: str, b: str, why: str | None = None, *, who: str | None = None) -> int:
        """Decide that two are one; return the number of the decision. See ``Ledger.merge``."""
        return self._ledger.merge(a, b, why, who=who)

    def split(self, id: str, *members: str, why: str | None = None, who: str | None = None) -> int:
        """Decide that some members are somebody else; return the decision's number. See ``Ledger.split``."""
        return self._ledger.split(id, *members, why=why, who=who)

    def undo(self, number: int | None = None, why: str | None = None, *, who: str | None = None) -> int:
        """Take a decision back, the last if none is named. See ``Ledger.undo``."""
        return self._ledger.undo(number, why, who=who)

    def decisions(self) -> Iterator[Decided]:
        """Yield all decisions about who is who, oldest first."""
        return self._ledger.decisions()

    def document(self, id: str) -> Record:
        """Return the record of a document, by id or its first letters."""
        return self._ledger.document(id)

    def entry(self, id: str) -> Entry:
        """Return an entry by id or its first letters."""
        return self._ledger.entry(id)

    def explain(self, id: str) -> Explanation:
        """Return how an entry came about."""
        return self._ledger.explain(id)

    def words(self, address: str) -> str:
        """Return the source's own words at ``DOC#char=A,B``."""
        return self._ledger.words(address)

    def export(
        self,
        kind: str,
        path: str | os.PathLike[str] | None = None,
        *,
        format: str = "jsonl",
        on: str | None = None,
        since: str | None = None,
        until: str | None = None,
        type: str | None = None,
        place: str | None = None,
        confidence: str | None = None,
        headers: Language = "en",
        append: bool = False,
    ) -> Iterator[Mapping[str, Any]]:
        """Return the rows of ``rawi export KIND``; with ``path`` also write them there, as ``format`` says.

        Of ``events`` ``format`` may be csv, xlsx, acled-like or ucdp-like as well, and ``on``, ``since`` …
        keep to some of them. ``ValueError`` for an unknown kind, format or day; ``rawi.errors.ExportError``
        (E501) for a file that cannot be written.
        """
        order = Order(format, Asked(on, since, until, type, place, confidence), headers, append)
        return export_rows(self._ledger, kind, order, os.fspath(path) if path is not None else None)

    def verify(self) -> list[Mismatch]:
        """Return every place where the ledger is not what was written; empty if it is sound."""
        return self._ledger.verify(derive_text)

    def counts(self) -> Counts:
        """Return how much the ledger holds."""
        return self._ledger.counts()


def open(path: str | os.PathLike[str], *, create: bool = True) -> OpenedLedger:
    """Open the ledger at ``path``, making it if there is none and ``create`` is true; else LedgerError E302.

    Raises LedgerError too for a file that is none (E301), is locked (E304), newer (E305) or damaged (E306).
    """
    return OpenedLedger(open_ledger(os.fspath(path), create=create))
