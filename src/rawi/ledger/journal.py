"""The journal: every change as an appended event, each holding the hash of the one before it.

The hash of an event is the sha256 over the canonical JSON (keys sorted, UTF-8, no spaces) of all its other
fields, so changing, dropping or inserting one breaks every hash after it. What a chain alone cannot show is
that its *end* was cut off together with all that it told of: note ``head`` outside the ledger to be able to.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import Any

import msgspec

from rawi.ledger.clock import Clock, stamp
from rawi.ledger.results import Event
from rawi.ledger.store import Row, Store, first

GENESIS = "0" * 64


def canonical(value: Any) -> bytes:
    """Encode a value as JSON in the one way that is hashed."""
    return msgspec.json.encode(value, order="sorted")


def event_hash(event: Event) -> str:
    """Return the hash that ``event`` should carry."""
    fields = msgspec.to_builtins(event)
    del fields["hash"]
    return sha256(canonical(fields)).hexdigest()


def append(
    store: Store, clock: Clock, who: str, what: str, why: str, subject: str, detail: dict[str, Any]
) -> Event:
    """Append an event; only inside a transaction, which makes the number and the previous hash ours."""
    number, previous = first(store, "journal_head") or (0, GENESIS)
    unsealed = Event(number + 1, stamp(clock()), who, what, why, subject, detail, previous, "")
    event = msgspec.structs.replace(unsealed, hash=event_hash(unsealed))
    text = canonical(detail).decode()
    store.run("append_journal", (event.number, event.at, who, what, why, subject, text, previous, event.hash))
    return event


def read_journal(store: Store, subject: str | None = None) -> Iterator[Event]:
    """Yield the events in order, of one subject (a document's id) or all."""
    rows = store.rows("journal") if subject is None else store.rows("journal_of", (subject,))
    return map(_event, rows)


def _event(row: Row) -> Event:
    """Build the event of a row; a detail that is no JSON any more is kept for ``verify`` to name."""
    number, at, who, what, why, subject, detail, previous, own = row
    try:
        decoded = msgspec.json.decode(detail)
    except (msgspec.DecodeError, TypeError):
        decoded = {"unreadable": detail}
    return Event(number, at, who, what, why, subject, decoded, previous, own)


def head(store: Store) -> str:
    """Return the hash of the last event: it stands for the whole journal."""
    return str((first(store, "journal_head") or (0, GENESIS))[1])
