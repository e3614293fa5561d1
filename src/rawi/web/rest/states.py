"""How entries stand, and the ETag by which a program says what it saw when it decides (RFC 9110, 13.1.1)."""

from __future__ import annotations

from hashlib import sha256
from typing import NamedTuple, get_args

from rawi.ledger.ledger import Ledger
from rawi.ledger.results import Item
from rawi.ledger.spans import kind_of, places_of
from rawi.model.claim import Event, Figure, Statement
from rawi.model.record import Record
from rawi.model.review import Reviewable, Reviewed
from rawi.web.faults import Refusal
from rawi.web.rest.bodies import Passage, State, Told, build_passage


class Labelled(NamedTuple):
    """An entry by its id, and by its label in the record of its document."""

    id: str
    label: str


def write_tag(entry: str, extractor: str, review: int | None) -> str:
    """Return the ETag of an entry as it stands: another after each decision, and after another reading."""
    told = f"{entry} {extractor} {review or 0}"
    return f'"{sha256(told.encode()).hexdigest()[:20]}"'


def load_told(ledger: Ledger, written: str) -> Told:
    """Return an entry with its places and its state; E307 if there is none."""
    entry = ledger.entry(written)
    record = ledger.document(entry.document)
    stands = ledger.reviews.standing([entry.id]).get(entry.id, Reviewed())
    known = entry.kind in get_args(Reviewable) and entry.current
    tag = write_tag(entry.id, entry.extractor, stands.review) if known else None
    return Told(entry=entry, places=_places(record, entry.item), review=stands, etag=tag)


def list_labels(ledger: Ledger, document: str) -> list[Labelled]:
    """Return the entries of a document that people review, in the order of the text."""
    return [Labelled(id, label) for label, id in ledger.reviews.labels(document).items()]


class States:
    """The states of the entries of one document."""

    def __init__(self, ledger: Ledger, record: Record) -> None:
        self._ledger, self._record = ledger, record
        every: list[Statement | Figure | Event] = [*record.statements, *record.figures, *record.events]
        self._items = {one.id: one for one in every}
        self._extractor: str | None = None

    def build(self, one: Labelled) -> State:
        """Return the state of an entry."""
        if self._extractor is None:  # of all entries of a reading it is one
            self._extractor = self._ledger.entry(one.id).extractor
        stands = self._ledger.reviews.standing([one.id]).get(one.id, Reviewed())
        item = self._items[one.label]
        kind: Reviewable = next(each for each in get_args(Reviewable) if each == kind_of(item))
        return State(
            entry=one.id,
            kind=kind,
            places=_places(self._record, item),
            review=stands,
            etag=write_tag(one.id, self._extractor, stands.review),
        )


def _places(record: Record, item: Item) -> tuple[Passage, ...]:
    """Return the places of the words that are shown for an item."""
    return tuple(build_passage(span, record.text) for span in places_of(item).shown)


def refuse_unseen(told: Told, stated: str | None) -> int:
    """Return the number of the review that the caller saw, 0 for none.

    Refusal: 428 where ``If-Match`` is missing, 412 where it is of another state, 422 for an entry that nobody
    reviews.
    """
    if told.etag is None:
        raise Refusal(422, "web.question", f"{told.entry.id} is not reviewed, or of an older reading")
    if stated is None:
        raise Refusal(428, "web.unseen", "If-Match must give the ETag of the entry as you saw it")
    # A list of tags, of which a weak one (W/"…") is never the same; ours hold no comma.
    if stated.strip() != "*" and told.etag not in (one.strip() for one in stated.split(",")):
        raise Refusal(
            412, "web.overtaken", f"{told.entry.id} does not stand as you saw it; it has {told.etag}"
        )
    return told.review.review or 0
