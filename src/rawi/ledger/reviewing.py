"""What people decide about entries: accepted, rejected, corrected, of the past; each undone by another.

A review is written once, as an event of the journal too (R2). It holds on to a place in a text: where another
reading of the document finds an entry of the same kind at that place, or one that shares more than half of
it, the review is its.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, get_args

import msgspec

from rawi.ledger.clock import Clock
from rawi.ledger.corrections import FIELDS, check_correction, check_together, complete, order_corrections
from rawi.ledger.faults import Overtaken
from rawi.ledger.journal import append, canonical
from rawi.ledger.lookup import load_document, load_entry
from rawi.ledger.queue import Left, Similar, Waiting, Wanted, count_waiting, find_waiting
from rawi.ledger.reading import find_document_id, find_entry_id
from rawi.ledger.standings import Detail, Standings, read_review
from rawi.ledger.store import Store, first
from rawi.model.review import Correction, Review, Reviewable, Reviewed, ReviewKind, Standing
from rawi.model.span import Span

UNSTATED = "no reason given"
_HALF = 0.5  # of the place of two entries, more than which they share
_STANDINGS: dict[str, Standing] = {
    "accept": "accepted",
    "reject": "rejected",
    "correct": "corrected",
    "background": "background",
}


class Reviews:
    """The reviews of one ledger."""

    def __init__(self, store: Store, clock: Clock, actor: str) -> None:
        self._store, self._clock, self._actor = store, clock, actor

    def decide(
        self,
        id: str,
        kind: ReviewKind,
        corrections: Sequence[Correction] = (),
        why: str | None = None,
        who: str | None = None,
        seen: int | None = None,
    ) -> int:
        """Decide about an entry and return the number of the review.

        ``seen`` is the number of the review that stood when the entry was looked at, 0 for none: Overtaken if
        it is another one by now; null does not ask. WrongCorrection (a ``ValueError``) for a field that the
        kind has not, a value that is none, and values that cannot be together.
        ``ValueError`` for an entry of another kind than statements, figures and events or of a reading that
        is not shown any more, for a correction without a field that its kind has or with a value that is
        none; E307 for an id that is not in the ledger.
        """
        with self._store.transaction():
            if seen is not None:
                self._refuse_overtaken(id, seen)
            return self._decide(id, kind, corrections, why, who)

    def _refuse_overtaken(self, id: str, seen: int) -> None:
        """Raise Overtaken if another review than ``seen`` stands on an entry."""
        if (stands := self._stands(id)) != seen:
            raise Overtaken(f"{id} stands by review {stands}, and review {seen} was looked at")

    def _stands(self, id: str) -> int:
        """Return by which review an entry stands, 0 for none."""
        entry = find_entry_id(self._store, id)
        return self.standing([entry]).get(entry, Reviewed()).review or 0

    def decide_seen(
        self, seen: Mapping[str, int], kind: ReviewKind, why: str | None = None, who: str | None = None
    ) -> list[str]:
        """Decide about the entries that stand as they were looked at: by this review, 0 for none. Return the
        others, about which nothing is decided; raises what ``decide`` does."""
        with self._store.transaction():
            left = [id for id, number in seen.items() if self._stands(id) != number]
            for id in (one for one in seen if one not in left):
                self._decide(id, kind, (), why, who)
        return left

    def decide_all(
        self, ids: Iterable[str], kind: ReviewKind, why: str | None = None, who: str | None = None
    ) -> list[int]:
        """Decide about several entries, each by a review of its own that is taken back alone; all or none.

        Return their numbers; raises what ``decide`` does.
        """
        with self._store.transaction():
            return [self._decide(id, kind, (), why, who) for id in dict.fromkeys(ids)]

    def correct_all(
        self, corrected: Mapping[str, Sequence[Correction]], why: str | None = None, who: str | None = None
    ) -> list[int]:
        """Correct several entries, each by a review of its own that is taken back alone; all or none.

        Return their numbers; raises what ``decide`` does.
        """
        with self._store.transaction():
            return [self._decide(id, "correct", fields, why, who) for id, fields in corrected.items()]

    def _decide(
        self, id: str, kind: ReviewKind, corrections: Sequence[Correction], why: str | None, who: str | None
    ) -> int:
        """Decide about an entry; only inside a transaction."""
        entry = find_entry_id(self._store, id)
        document, detail = self._detail(entry, kind, order_corrections(corrections))
        number = self._write(kind, why, who, document, entry, detail)
        self._store.run("set_reviewed", (entry, number, _STANDINGS[kind], 0))
        self._store.run("settle_reviews", (document,))
        return number

    def undo(self, number: int | None = None, why: str | None = None, who: str | None = None) -> int:
        """Take a review back, the last one that counts if null; ``ValueError`` if there is none such."""
        with self._store.transaction():
            target = self._chosen(number)
            done = self._write("undo", why, who, target=target.number)
            self._settle(target.document)
        return done

    def find(self, number: int) -> Review:
        """Return a review by its number; ``ValueError`` if there is none such."""
        found = first(self._store, "review", (number,))
        if found is None:
            raise ValueError(f"there is no review {number}")
        return read_review(found)

    def _chosen(self, number: int | None) -> Review:
        """Return the review that is to be taken back."""
        if number is None:
            last = next(self.last(1), None)
            if last is None:
                raise ValueError("there is no review to take back")
            return last
        found = first(self._store, "review", (number,))
        if found is None or found[3] == "undo":
            raise ValueError(f"there is no review {number}")
        if by := first(self._store, "undoing", (number,)):
            raise ValueError(f"review {number} is taken back already, by {by[0]}")
        return read_review(found)

    def last(self, limit: int, who: str | None = None) -> Iterator[Review]:
        """Yield the last reviews that count, of one person or all, the newest first."""
        yield from map(read_review, list(self._store.rows("last_reviews_by", (who, limit))))

    def recent(self, limit: int) -> list[tuple[Review, int | None]]:
        """Return the last reviews, the newest first, each with the number of the one that took it back."""
        rows = list(self._store.rows("last_reviews_with_undoing", (limit,)))
        return [(read_review(row[:-1]), row[-1]) for row in rows]

    def waiting(
        self,
        kind: Reviewable | None = None,
        document: str | None = None,
        after: str | None = None,
        limit: int = 20,
        **narrowed: Any,
    ) -> list[Waiting]:
        """Return entries that nobody reviewed, the doubtful first: of a kind, of a document, or all.

        ``document`` is an id or its first letters, ``after`` the cursor of the entry before (``ValueError``
        if it is none). ``narrowed`` are further fields of ``Wanted``.
        """
        return list(find_waiting(self._store, self._wanted(kind, document, narrowed), after, limit))

    def left(self, kind: Reviewable | None = None, document: str | None = None, **narrowed: Any) -> Left:
        """Count the entries that nobody reviewed, all or those that ``waiting`` gives."""
        return count_waiting(self._store, self._wanted(kind, document, narrowed))

    def _wanted(self, kind: Reviewable | None, document: str | None, narrowed: dict[str, Any]) -> Wanted:
        """Return which entries are asked for."""
        where = find_document_id(self._store, document) if document else None
        return Wanted(kind, where, **narrowed)

    def done(self, since: str) -> int:
        """Count the reviews since a moment (UTC) that were not taken back."""
        return int((first(self._store, "count_done", (since,)) or (0,))[0])

    def similar(self, id: str, limit: int = 5) -> list[Similar]:
        """Return the last decisions that count of other entries like one: read by the same rule, of the same
        speaker or holder, of the same thing counted."""
        rows = list(self._store.rows("similar_reviews", {"id": id, "limit": limit}))
        return [Similar(read_review(row[3:]), bool(row[0]), bool(row[1]), bool(row[2])) for row in rows]

    def impact(self, id: str) -> int:
        """Count what is derived across documents that rests on an entry, as of the last update."""
        return int((first(self._store, "count_relations_of", (id,)) or (0,))[0])

    def history_of(self, id: str) -> list[Review]:
        """Return all that was decided about one entry, and what was taken back, in order; also what was
        decided of an entry of an older reading whose place it has."""
        entry = find_entry_id(self._store, id)
        row = first(self._store, "entry_document", (entry,))
        if row is None:
            return []
        document = str(row[0])
        entries = self._entries(document)
        known = {one for one, _, _ in entries}
        every = self.history(document)
        own = {
            one.number
            for one in every
            if one.entry == entry or (one.entry not in known and _nearest(entries, one) == entry)
        }
        return [one for one in every if one.number in own or one.target in own]

    def history(self, document: str) -> list[Review]:
        """Return all that was decided about entries of a document, and what was taken back, in order."""
        return [read_review(row) for row in self._store.rows("reviews_of_document", (document,))]

    def standing(self, entries: Iterable[str]) -> dict[str, Reviewed]:
        """Return how entries stand; those that nobody reviewed are left out."""
        known = Standings(self._store)
        return {id: told for id in entries if (told := known.of(id)) is not None}

    def standings(self) -> Standings:
        """Return how all entries stand as of now, to be asked one by one."""
        return Standings(self._store)

    def labels(self, document: str) -> dict[str, str]:
        """Return the ids of a document's entries by those that its record gives them (``s1``, ``f1``)."""
        return {str(label): str(id) for label, id in self._store.rows("labels", (document,))}

    def refresh(self) -> int:
        """Lay reviews to the entries of documents that were read anew; return of how many."""
        waiting = [str(row[0]) for row in self._store.rows("unsettled_reviews")]
        if waiting:
            with self._store.transaction():
                for document in waiting:
                    self._settle(document)
        return len(waiting)

    def settle(self, document: str) -> None:
        """Lay the reviews of a document, if there are any, to the entries of the reading that it has now."""
        if first(self._store, "reviews_of_document", (document,)) is not None:
            with self._store.transaction():
                self._settle(document)

    def every_orphan(self) -> list[Review]:
        """Return the reviews of all documents that count for no entry any more."""
        documents = [str(row[0]) for row in self._store.rows("documents_with_orphans")]
        return [one for document in documents for one in self.orphans(document)]

    def orphans(self, document: str) -> list[Review]:
        """Return reviews that count for no entry of a document any more: what was decided is not lost."""
        settled = {one.number for one in _laid(self._entries(document), self._counting(document)).values()}
        return [one for one in self._counting(document) if one.number not in settled]

    def _settle(self, document: str) -> None:
        """Lay the reviews of a document to its entries."""
        self._store.run("clear_reviewed_of", (document,))
        for entry, one in _laid(self._entries(document), self._counting(document)).items():
            row = (entry, one.number, _STANDINGS[one.kind], int(entry != one.entry))
            self._store.run("set_reviewed", row)
        self._store.run("settle_reviews", (document,))

    def _entries(self, document: str) -> list[tuple[str, str, Span]]:
        """Return the entries of a document that can be reviewed."""
        rows = self._store.rows("reviewable_entries", (document,))
        return [(str(id), str(kind), Span(start, end)) for id, kind, start, end in rows]

    def _counting(self, document: str) -> list[Review]:
        """Return the reviews of a document that were not taken back, in order."""
        every = self.history(document)
        undone = {one.target for one in every if one.kind == "undo"}
        return [one for one in every if one.kind != "undo" and one.number not in undone]

    def _detail(
        self, entry: str, kind: ReviewKind, corrections: tuple[Correction, ...]
    ) -> tuple[str, Detail]:
        """Return the document of an entry, and what a review keeps of it."""
        if kind not in get_args(ReviewKind):
            raise ValueError(f"{kind!r} is none of {', '.join(get_args(ReviewKind))}")
        row = first(self._store, "current_entry_of", (entry,))
        if row is None:
            raise ValueError(f"{entry} is of an older reading, and not shown any more")
        document, of, start, end = row
        if of not in FIELDS:
            raise ValueError(f"{entry} is a {of}; statements, figures and events are reviewed")
        if (kind == "correct") != bool(corrections):
            raise ValueError("a correction names what it corrects, and nothing else does")
        length = len(load_document(self._store, document).text) if corrections else 0
        for one in corrections:
            check_correction(of, one, length)
        if corrections:
            item = load_entry(self._store, entry).item
            corrections = complete(item, corrections)
            check_together(item, corrections)
        return document, Detail(of, start, end, corrections)

    def _write(
        self,
        kind: str,
        why: str | None,
        who: str | None,
        document: str = "",
        entry: str = "",
        detail: Detail | None = None,
        target: int | None = None,
    ) -> int:
        """Append a review and its event of the journal; only inside a transaction."""
        number = ((first(self._store, "last_review") or (0,))[0] or 0) + 1
        reason, actor = (why or "").strip() or UNSTATED, who or self._actor
        encoded = canonical(msgspec.to_builtins(detail)).decode()
        told = {"number": number, "kind": kind, "target": target, "document": document, "entry": entry}
        told |= {"detail": msgspec.json.decode(encoded)}
        event = append(self._store, self._clock, actor, f"review.{kind}", reason, f"review {number}", told)
        row = (number, event.at, actor, kind, target, document, entry, encoded, reason)
        self._store.run("insert_review", row)
        return number


def _laid(entries: Sequence[tuple[str, str, Span]], reviews: Iterable[Review]) -> dict[str, Review]:
    """Return for entries the last review that is theirs: by id, else by kind and place."""
    known = {id for id, _, _ in entries}
    found: dict[str, Review] = {}
    for one in reviews:
        if one.entry in known:
            found[one.entry] = one
        elif (moved := _nearest(entries, one)) is not None:
            found[moved] = one
    return found


def _nearest(entries: Sequence[tuple[str, str, Span]], review: Review) -> str | None:
    """Return the entry that shares most of the place of a review, more than half of both; else null."""
    best, most = None, _HALF
    for id, kind, span in entries:
        if kind == review.of and review.span is not None:
            shared = _shared(span, review.span)
            if shared > most:
                best, most = id, shared
    return best


def _shared(a: Span, b: Span) -> float:
    """Return how much of what either covers both do, 0 to 1."""
    both = min(a.end, b.end) - max(a.start, b.start)
    return max(0, both) / (max(a.end, b.end) - min(a.start, b.start))
