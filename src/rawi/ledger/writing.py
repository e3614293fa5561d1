"""Write documents: prepared outside the transaction, checked, then all of it or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import Any, NamedTuple
from zlib import compress

import msgspec

from rawi.arabic.fold import Folded, fold_with_map
from rawi.ledger.clock import Clock
from rawi.ledger.identity import hash_bytes, reading_id
from rawi.ledger.journal import append
from rawi.ledger.results import Origin, Outcome, Submission
from rawi.ledger.rows import Sorted, build_rows, sort_entries
from rawi.ledger.store import Store, first
from rawi.model.document import Document
from rawi.model.record import Record
from rawi.model.source import Capture

POSITION_BITS = 24  # of an entry's number; the rest is its reading's
_NUMBER = re.compile(r"[0-9]+")
_LEVEL = 4  # 26 % of an Arabic text in two thirds of the time that level 6 takes for 25 %


class Prepared(NamedTuple):
    """One document that may be written; its rows are built only if this reading is not there yet."""

    record: Record
    text: bytes
    evidence: bytes
    evidence_hash: str
    origin: Origin
    extractor: str
    reading: str
    json: str
    entries: Sorted

    @property
    def document(self) -> Document:
        """The record's document."""
        return self.record.document


class Refused(NamedTuple):
    """One submission that gives no document, and why."""

    origin: Origin
    evidence: bytes
    code: str


def prepare(submission: Submission) -> Prepared | Refused:
    """Check a submission and build all its rows; needs no database."""
    record, evidence, origin, extractor = msgspec.structs.astuple(submission)
    try:
        text = record.text.encode()
    except UnicodeEncodeError:
        return Refused(origin, evidence, "text.surrogate")
    evidence_hash = hash_bytes(evidence)
    own = evidence_hash if text == evidence else hash_bytes(text)
    if record.document.id != f"sha256:{own}":
        return Refused(origin, evidence, "document.id-mismatch")
    if not all(0 <= span.start <= span.end <= len(record.text) for span in record.document.body):
        return Refused(origin, evidence, "document.body-outside")
    entries, json = sort_entries(record), document_json(record.document)
    reading = reading_id(record.document.id, extractor, json, [one.json for one in entries.kept])
    return Prepared(record, text, evidence, evidence_hash, origin, extractor, reading, json, entries)


def document_json(document: Document) -> str:
    """Return what is known of a document as JSON, without text and source, which are kept apart."""
    return msgspec.json.encode(msgspec.structs.replace(document, text="", source=None)).decode()


def capture_columns(capture: Capture | None) -> tuple[str, str, str]:
    """Return a capture as the table keeps it: moment, address, headers as JSON."""
    told = capture or Capture()
    return told.at or "", told.url or "", msgspec.json.encode(told.headers).decode()


def version_key(extractor: str) -> str:
    """Return a string that sorts as the extractor's version does: ``rawi/0.10.0`` after ``rawi/0.9.1``.

    Word lists (after ``+``) are no order; of two with one version the one seen later counts as newer.
    """
    version = extractor.partition("/")[2].partition("+")[0]
    return _NUMBER.sub(lambda number: number.group().zfill(8), version)


@lru_cache(maxsize=1)
def fold_once(text: str) -> Folded:
    """Return a text folded; two indexes of one document want it."""
    return fold_with_map(text)


class Writer:
    """Adds submissions to a store under one clock and one actor."""

    def __init__(self, store: Store, clock: Clock, actor: str) -> None:
        self._store, self._clock, self._actor = store, clock, actor

    def add_many(self, submissions: Iterable[Submission], group: int) -> Iterator[Outcome]:
        """Write in groups, a transaction each, and yield the outcomes of a group once it is durable."""
        waiting = iter(submissions)
        while ready := [prepare(one) for one in islice(waiting, group)]:
            with self._store.transaction():
                outcomes = [self._write(one) for one in ready]
            yield from outcomes

    def reject(self, origin: Origin, code: str, evidence: bytes) -> Outcome:
        """Record an input that gave no document."""
        with self._store.transaction():
            return self._write(Refused(origin, evidence, code))

    def _write(self, ready: Prepared | Refused) -> Outcome:
        """Write what was prepared."""
        return self._refuse(ready) if isinstance(ready, Refused) else self._store_document(ready)

    def _store_document(self, ready: Prepared) -> Outcome:
        """Write what of a document is not there yet, and the event that tells of it."""
        known = first(self._store, "find_document", (ready.document.id,))
        document = known[0] if known else self._insert_document(ready)
        seen = self._insert_sighting(ready, document)
        read, newer = self._insert_reading(ready, document)
        if not (seen or read):
            return Outcome("duplicate", "same", ready.document.id)
        code = None if not known else "reading.new" if read else "sighting.new"
        self._tell(code or "document.new", ready)
        refused = len(ready.entries.refusals) if read else 0
        return Outcome("duplicate" if known and not newer else "stored", code, ready.document.id, refused)

    def _insert_document(self, ready: Prepared) -> int:
        """Write a text, the document of it, and its search index."""
        digest = ready.document.id.removeprefix("sha256:")
        document = self._insert("insert_document", (ready.document.id, self._blob(digest, ready.text)))
        self._store.run("index_text", (document, fold_once(ready.record.text).text))
        return document

    def _insert_sighting(self, ready: Prepared, document: int) -> bool:
        """Write where the bytes were met and how the text was read from them; say whether that was new."""
        origin, evidence = ready.origin, self._blob(ready.evidence_hash, ready.evidence)
        key = (evidence, origin.part or "", origin.reader, origin.options, document)
        derivation, _ = self._once("derivation", key)
        place = (derivation, origin.path or "", origin.url or "", origin.media or "")
        met = self._once("sighting", place)[1]
        return self._insert_capture(origin, evidence) or met

    def _insert_capture(self, origin: Origin, evidence: int) -> bool:
        """Write when and from where bytes were fetched, if they were; say whether that was new."""
        return bool(origin.capture) and self._once("capture", (evidence, *capture_columns(origin.capture)))[1]

    def _insert_reading(self, ready: Prepared, document: int) -> tuple[bool, bool]:
        """Write a reading and its entries; say whether it, and its extractor, are new to the document."""
        if first(self._store, "find_reading", (ready.reading,)):
            return False, False
        extractor = first(self._store, "find_extractor", (ready.extractor,)) or (
            self._insert("insert_extractor", (ready.extractor, version_key(ready.extractor))),
        )
        newer = first(self._store, "find_reading_by_extractor", (document, extractor[0])) is None
        about = ready.document
        columns = (about.title, about.outlet, about.published, about.published_from, ready.json)
        reading = self._insert("insert_reading", (ready.reading, document, extractor[0], *columns))
        self._insert_entries(reading, ready)
        self._show(document, reading)
        return True, newer

    def _show(self, document: int, reading: int) -> None:
        """Choose the reading that is shown: the only one, or the newest by rank."""
        if first(self._store, "find_current", (document,)):
            self._store.run("set_current", (document,))
        else:
            self._store.run("insert_current", (document, reading))

    def _insert_entries(self, reading: int, ready: Prepared) -> None:
        """Write the entries of a reading, their index words, and what was refused."""
        rows = build_rows(ready.record, ready.entries.kept, fold_once(ready.record.text))
        start = reading << POSITION_BITS
        entries = [(number, reading, *row) for number, row in enumerate(rows.entries, start)]
        searched = [(number, *words) for number, words in enumerate(rows.searched, start) if words]
        self._store.run_many("insert_entry", entries)
        self._store.run_many("index_entry", searched)
        self._store.run_many("insert_refusal", [(reading, *one) for one in ready.entries.refusals])

    def _tell(self, what: str, ready: Prepared) -> None:
        """Append the event of a stored document: enough to check every row against."""
        detail = {
            "evidence": ready.evidence_hash,
            "origin": msgspec.to_builtins(ready.origin),
            "extractor": ready.extractor,
            "reading": ready.reading,
            "refused": [list(refusal) for refusal in ready.entries.refusals],
        }
        why = f"read by {ready.extractor}"
        append(self._store, self._clock, self._actor, what, why, ready.document.id, detail)

    def _refuse(self, refused: Refused) -> Outcome:
        """Write down a rejected input and keep its bytes, once."""
        origin, evidence = refused.origin, hash_bytes(refused.evidence)
        places = (origin.path or "", origin.part or "", origin.url or "", origin.media or "")
        _, new = self._once("rejection", (evidence, *places, refused.code))
        number = self._blob(evidence, refused.evidence)
        if self._insert_capture(origin, number) or new:
            detail = {"origin": msgspec.to_builtins(origin), "code": refused.code}
            append(self._store, self._clock, self._actor, "input.rejected", refused.code, evidence, detail)
        return Outcome("rejected", refused.code, None)

    def _blob(self, digest: str, data: bytes) -> int:
        """Return the number of the blob with this hash, writing it if it is not there."""
        if known := first(self._store, "find_blob", (digest,)):
            return int(known[0])
        packed = compress(data, _LEVEL)
        codec, kept = ("zlib", packed) if len(packed) < len(data) else ("raw", data)
        return self._insert("insert_blob", (digest, len(data), codec, kept))

    def _once(self, table: str, key: tuple[Any, ...]) -> tuple[int, bool]:
        """Return the number of the row with this key, and whether it had to be written."""
        if known := first(self._store, f"find_{table}", key):
            return int(known[0]), False
        return self._insert(f"insert_{table}", key), True

    def _insert(self, name: str, parameters: tuple[Any, ...]) -> int:
        """Run an INSERT and return the number of its row."""
        ((number,),) = self._store.rows(name, parameters)
        return int(number)
