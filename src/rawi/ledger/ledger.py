"""The ledger: documents with their evidence, what was read from them, and the questions it answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Self

from msgspec.structs import replace

from rawi.ledger.across import Across
from rawi.ledger.claims import Question, count_undated, find_figures, find_said
from rawi.ledger.clock import Clock, utc_now
from rawi.ledger.counting import count_ledger
from rawi.ledger.deciding import Deciding
from rawi.ledger.derivation import Progress
from rawi.ledger.differences import find_differences
from rawi.ledger.dossiers import Dossiers
from rawi.ledger.entities import Entities
from rawi.ledger.exports import DERIVED, WITH_ENTITIES, ExportRow, export_rows
from rawi.ledger.identity import hash_bytes
from rawi.ledger.indexing import refresh_indexes
from rawi.ledger.inputs import Inputs
from rawi.ledger.journal import head, read_journal
from rawi.ledger.laziness import Lazily
from rawi.ledger.lookup import load_document, load_entry, load_explanation, load_words
from rawi.ledger.migrations import migrate
from rawi.ledger.portraits import Portraits
from rawi.ledger.relations import Relations
from rawi.ledger.resolution import is_stale
from rawi.ledger.results import (
    Count,
    Counts,
    Difference,
    Entry,
    Event,
    Explanation,
    Hit,
    Likeness,
    Mismatch,
    Origin,
    Outcome,
    Page,
    Profile,
    Proposal,
    Said,
    Submission,
    Updated,
)
from rawi.ledger.reviewing import Reviews
from rawi.ledger.rulings import Rulings
from rawi.ledger.search import Found, find, find_hits
from rawi.ledger.shelves import Asking, Shelf, find_shelf
from rawi.ledger.sqlite import SqliteStore
from rawi.ledger.standings import Sifted, Standings
from rawi.ledger.store import Store, first
from rawi.ledger.subscriptions import Subscriptions, find_capture
from rawi.ledger.verification import Derive, verify_ledger
from rawi.ledger.writing import Writer, capture_columns
from rawi.model.claim import Confidence
from rawi.model.record import Record
from rawi.model.source import Capture

WAIT = 30.0
GROUP = 64


class Ledger(Across, Deciding):
    """A sourced ledger in a ``Store``; made by ``open_ledger``, and closed by ``with`` or ``close``.

    Dates in questions and answers are EDTF; spans are half-open code points of the document's text. Any
    method may raise a ``LedgerError``: E304 another process holds the ledger, E306 it was changed. ``feeds``
    are those that are pulled, ``reviews`` what people decided about entries, ``inputs`` what came in,
    ``portraits`` what there is of one person, body or place, ``dossiers`` what people collected.
    """

    def __init__(self, store: Store, clock: Clock, actor: str) -> None:
        self._store, self._clock = store, clock
        self._writer = Writer(store, clock, actor)
        self._entities = Entities(store, clock, actor)
        self._relations = Relations(store)
        self._rulings = Rulings(store, clock, actor)
        self.feeds = Subscriptions(store, clock, actor)
        self.reviews = Reviews(store, clock, actor)
        self.inputs = Inputs(store)
        self.portraits = Portraits(store)
        self.dossiers = Dossiers(store, clock, actor, self)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def acting(self, actor: str) -> Ledger:
        """Return the same ledger, in whose journal another ``actor`` acts; closing either closes both."""
        return Ledger(self._store, self._clock, actor)

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    def add(self, record: Record, *, evidence: bytes, origin: Origin, extractor: str) -> Outcome:
        """Store one record with the bytes it was read from; when this returns, it is on the disk.

        ``extractor`` is ``name/version+lexicons`` (the last part optional). A record that is there already is
        a ``duplicate``; one whose id is not the hash of its text is ``rejected``. Entries whose spans do not
        give their words are left out and counted in ``refused``.
        """
        return next(self.add_many([Submission(record, evidence, origin, extractor)]))

    def add_many(self, submissions: Iterable[Submission], *, group: int = GROUP) -> Iterator[Outcome]:
        """Store many records, ``group`` to a transaction; yields outcomes in order, once on the disk."""
        for done in self._writer.add_many(submissions, group):
            self._settle(done)
            yield done

    def _settle(self, done: Outcome) -> None:
        """Lay reviews to the entries of a document that was read anew."""
        if done.code == "reading.new" and done.document_id:
            self.reviews.settle(done.document_id)

    def reject(self, origin: Origin, code: str, evidence: bytes = b"") -> Outcome:
        """Record that an input gave no document, and why; its bytes are kept."""
        return self._writer.reject(origin, code, evidence)

    def has(self, evidence: bytes, origin: Origin, extractor: str) -> str | None:
        """Return the document that this extractor already took from these bytes here, or null.

        Null too if the bytes were fetched another time since.
        """
        digest = hash_bytes(evidence)
        place = (origin.part or "", origin.reader, origin.options, origin.path or "", origin.url or "")
        found = first(self._store, "has_reading", (digest, *place, origin.media or "", extractor))
        capture = (digest, *capture_columns(origin.capture))
        if not found or (origin.capture and not first(self._store, "has_capture", capture)):
            return None
        return str(found[0])

    def captured(self, url: str) -> tuple[Capture, tuple[str, ...]] | None:
        """Return the last capture from an address that gave a document, with the codes of its warnings."""
        return find_capture(self._store, url)

    def find(self, query: str, *, exact: bool = False, limit: int = 20, cursor: str | None = None) -> Page:
        """Find documents that hold all words of ``query``, best first.

        Spelling and joined clitics do not matter: ``تحالف`` finds ``وبالتحالف``, ``٤٠`` finds ``40``. With
        ``exact`` the source must hold the query as typed, as whole words in a row. ``cursor`` comes from the
        page before.
        """
        return find(self._store, query, exact=exact, limit=limit, cursor=cursor)

    def hits(self, query: str | None = None, *, exact: bool = False) -> Lazily[Found, Hit | None]:
        """Return all that ``find`` finds, built one by one: null for a document that holds the words but not
        as typed, with ``exact``. Without a query all documents, by id."""
        return find_hits(self._store, query, exact=exact)

    def said(
        self,
        who: str | None,
        about: str | None = None,
        since: str | None = None,
        until: str | None = None,
        *,
        quote_only: bool = False,
        confidence: Confidence | None = None,
        echoes: bool = False,
        rejected: bool = False,
    ) -> Sifted[Said]:
        """Yield statements whose speaker's names or role hold all words of ``who``, in order of time.

        ``about``: words of the content, by stem; ``since`` and ``until``: EDTF (``ValueError`` if not),
        compared with the day it was said, else published; ``quote_only``: only what stands in quotation marks
        as a whole; ``confidence``: only what is ``certain``, or only what is ``doubtful``. A headline or lede
        that repeats a statement found as well stands with that one, as its echo; with ``echoes`` apart too.
        What people rejected is passed over and counted, unless ``rejected``.
        """
        question = Question(who, about, since, until, quote_only, confidence)
        return Sifted(self._store, find_said(self._store, question, echoes=echoes), kept=rejected)

    def undated(
        self,
        who: str | None,
        about: str | None = None,
        *,
        quote_only: bool = False,
        confidence: Confidence | None = None,
    ) -> int:
        """Count the statements that ``said`` leaves out for want of a day as soon as it is asked for days."""
        question = Question(who, about, quote_only=quote_only, confidence=confidence)
        return count_undated(self._store, question)

    def figures(
        self,
        what: str | None = None,
        place: str | None = None,
        by: str | None = None,
        since: str | None = None,
        *,
        rejected: bool = False,
    ) -> Sifted[Count]:
        """Yield figures through time: by when they held, else were said, else were published.

        ``what``: words of which one is counted and all stand in the sentence; ``place``: named with the
        figure or in its sentence; ``by``: its holder's name or role; ``since``: EDTF (``ValueError`` if not).
        What people rejected is passed over and counted, unless ``rejected``.
        """
        return Sifted(self._store, find_figures(self._store, what, place, by, since), kept=rejected)

    def shelf(
        self, asked: Asking | None = None, *, limit: int = 30, offset: int = 0, after: str | None = None
    ) -> Shelf:
        """Return entries of all kinds, the latest first, with how many there are of each kind, outlet, year …

        ``offset`` passes over so many; ``after`` is the id of an entry after which to begin (E307 if it is
        not there any more).
        """
        return find_shelf(self._store, asked or Asking(), limit, offset, after)

    def conflicts(self, what: str | None = None) -> Iterator[Difference]:
        """Yield pairs of entries that differ, with reasons; none is said to be a contradiction.

        Figures of one noun and unit with values that do not meet, by other holders or of other dates, and
        denials beside statements of what is denied. ``what`` keeps to figures of these nouns and denials with
        these words. A pair of which people rejected one is none.
        """
        rejected = Standings(self._store).rejected
        found = find_differences(self._store, what)
        return (one for one in found if one.a.id not in rejected and one.b.id not in rejected)

    def update(self, progress: Progress | None = None) -> Updated:
        """Bring up to date what is derived across documents: who is who, copies, stories, statements that
        return, series, comparisons, incidents.

        Nothing is done if nothing came since; what was done is kept if it is stopped. ``progress`` is told
        how many documents were related, of how many.
        """
        self.reviews.refresh()
        done = self._entities.update()
        related = self._relations.update(progress)
        changed = done.changed or related > 0
        return replace(done, changed=changed, related=related, **self._relations.counts())

    def who(self, written: str) -> Iterator[Profile]:
        """Yield the people, bodies and places that an id means, or all whose names hold these words.

        An id is of an entity (``pe_…``), of an entry in it (``en_…``, ``st_…``), or the first letters of one
        (E307 if there is none, E308 if several). The most mentioned come first. Updates what is stale.
        """
        return self._entities.who(written)

    def like(self, written: str) -> list[Likeness]:
        """Return up to five people, bodies and places with a name like ``written``, the likest first.

        What a misspelt name may mean. Updates what is stale.
        """
        return self._entities.like(written)

    def suggestions(self) -> Iterator[Proposal]:
        """Yield pairs that may be one and are left to people, the likeliest first. Updates what is stale."""
        return self._entities.suggestions()

    def document(self, id: str) -> Record:
        """Return the record shown for a document, by id or its first letters; E307 if there is none."""
        return load_document(self._store, id)

    def words(self, address: str) -> str:
        """Return the source's own words at ``DOC#char=A,B``; ``ValueError`` if that is outside the text."""
        return load_words(self._store, address)

    def entry(self, id: str) -> Entry:
        """Return an entry by id or its first letters; E307 if there is none, E308 if there are several."""
        return load_entry(self._store, id)

    def explain(self, id: str) -> Explanation:
        """Return how an entry came about: rule, extractor, lexicons, evidence, journal."""
        return load_explanation(self._store, id)

    def counts(self) -> Counts:
        """Return how much the ledger holds."""
        return count_ledger(self._store)

    def waiting(self) -> int | None:
        """Return how many documents came since the last update; null where nothing did that it would change,
        0 where something else did (decisions, rules)."""
        stale = is_stale(self._store) or self._relations.is_stale()
        return self._relations.waiting() if stale else None

    def is_empty(self) -> bool:
        """Tell whether there is no document yet."""
        return first(self._store, "documents_by_prefix", ("sha256:",)) is None

    def export(self, kind: str) -> Iterator[ExportRow]:
        """Yield rows for ``rawi export KIND``; ``ValueError`` for an unknown kind.

        Rows that name entities across documents update what is stale.
        """
        if kind in DERIVED or kind == "events":
            self.update()
        elif kind in WITH_ENTITIES:
            self._entities.update()
        return export_rows(self._store, kind)

    def events(self) -> Iterator[Event]:
        """Yield the journal, oldest first."""
        return read_journal(self._store)

    def head(self) -> str:
        """Return the hash of the journal's last event; noted elsewhere, it shows if the end was cut off."""
        return head(self._store)

    def ledger_hash(self) -> str:
        """Return a hash of the content alone: same documents and extractor, same hash, in any order.

        It covers texts, evidence, how the one was read from the other, all readings with their entries, and
        rejected inputs; not paths, nor moments.
        """
        digest = sha256()
        for (line,) in self._store.rows("content"):
            digest.update(f"{line}\n".encode())
        return digest.hexdigest()

    def copy_into(self, path: Path) -> None:
        """Write the ledger as it is at this moment to a new or empty file; ``write_backup`` does more."""
        self._store.copy_into(path)

    def verify(self, derive: Derive | None = None) -> list[Mismatch]:
        """Return every place where the ledger is not what was written; empty if it is sound.

        ``derive`` reads a text again from bytes (null for a reader it does not know), to check the texts as
        well.
        """
        return list(verify_ledger(self._store, derive))


def open_ledger(
    path: str | Path,
    *,
    create: bool = True,
    clock: Clock = utc_now,
    actor: str = "rawi",
    wait: float = WAIT,
) -> Ledger:
    """Open the ledger at ``path``, bringing its schema up to date.

    ``actor`` is who the journal names; ``wait`` how many seconds to stand behind another writer. Raises
    ``LedgerError``: E301 the file is something else, E302 there is none and ``create`` is false, E304 it is
    locked, E305 a later version of Rawi wrote it, E306 it is damaged.
    """
    store = SqliteStore(Path(path), create=create, wait=wait)
    try:
        migrate(store, clock, actor)
        refresh_indexes(store)
    except BaseException:
        store.close()
        raise
    return Ledger(store, clock, actor)
