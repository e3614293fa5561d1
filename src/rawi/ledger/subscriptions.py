"""The feeds that are pulled: who added and removed which, and how the last pull of each went.

An adding or removing is written once, with an event of the journal, and ``verify`` holds it against that. How
pulls went changes with each and only decides what is asked for next: it is no evidence and not verified.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

import msgspec

from rawi.ledger.clock import Clock, stamp
from rawi.ledger.decisions import UNSTATED
from rawi.ledger.journal import append
from rawi.ledger.store import Row, Store, first
from rawi.model.source import Capture

Kind = Literal["added", "removed"]


class Pull(msgspec.Struct, frozen=True):
    """How the last pull of a feed went. ``status`` is ``new``, ``unchanged`` or the code of what went wrong.

    ``failures``: in a row; ``answered``: the address that gave the feed, after redirects; ``etag`` and
    ``modified``: what its server said of that version; ``body``: the sha256 of it. Empty where unknown.
    """

    at: str
    status: str
    failures: int = 0
    answered: str = ""
    etag: str = ""
    modified: str = ""
    body: str = ""


class Feed(msgspec.Struct, frozen=True):
    """A feed that is pulled; ``outlet`` is what its entries get, the feed's own title if it is null."""

    url: str
    title: str | None
    outlet: str | None
    added: str
    pull: Pull | None = None


class Subscriptions:
    """The feeds of one ledger."""

    def __init__(self, store: Store, clock: Clock, actor: str) -> None:
        self._store, self._clock, self._actor = store, clock, actor

    def all(self) -> list[Feed]:
        """Return the feeds that are pulled, in the order in which they were added."""
        return [_feed(row) for row in self._store.rows("feeds")]

    def add(
        self,
        url: str,
        title: str | None = None,
        outlet: str | None = None,
        why: str | None = None,
        *,
        who: str | None = None,
    ) -> bool:
        """Add a feed, or give it another title or outlet; say whether that was new.

        ``who`` adds it, the actor of the ledger if null; ``why`` is kept in the journal.
        """
        told = ((title or "").strip(), (outlet or "").strip())
        with self._store.transaction():
            known = first(self._store, "last_subscription", (url,))
            if known and known[1:] == ("added", *told):
                return False
            self._write("added", url, told, why, who)
            return True

    def remove(self, url: str, why: str | None = None, *, who: str | None = None) -> bool:
        """Remove a feed; say whether it was there. What came from it stays."""
        with self._store.transaction():
            known = first(self._store, "last_subscription", (url,))
            if not known or known[1] == "removed":
                return False
            self._write("removed", url, (known[2], known[3]), why, who)
            self._store.run("forget_pull", (url,))
            self._store.run("clear_pulled_entries", (url,))
            return True

    def _write(self, kind: Kind, url: str, told: tuple[str, str], why: str | None, who: str | None) -> None:
        """Append a row and the event of it."""
        number = ((first(self._store, "last_subscription_number") or (0,))[0] or 0) + 1
        reason = (why or "").strip() or UNSTATED
        actor = who or self._actor
        detail = {"number": number, "title": told[0], "outlet": told[1]}
        event = append(self._store, self._clock, actor, f"feed.{kind}", reason, url, detail)
        self._store.run("insert_subscription", (number, event.at, actor, kind, url, *told, reason))

    def done(self, url: str) -> frozenset[str]:
        """Return the hashes of the entries of a feed that are done with."""
        return frozenset(str(row[0]) for row in self._store.rows("pulled_entries", (url,)))

    def pulled(self, url: str, pull: Pull, entries: Iterable[str] | None = None) -> None:
        """Write how a pull went, and which of the feed's ``entries`` are done with; null leaves those."""
        fields = msgspec.structs.astuple(msgspec.structs.replace(pull, at=self._now()))
        with self._store.transaction():
            self._store.run("set_pull", (url, *fields))
            if entries is not None:
                self._store.run("clear_pulled_entries", (url,))
                self._store.run_many("insert_pulled_entry", [(url, one) for one in sorted(set(entries))])

    def failed(self, url: str, code: str) -> None:
        """Write that a pull failed; what is known of the feed stays."""
        with self._store.transaction():
            self._store.run("fail_pull", (url, self._now(), code))

    def _now(self) -> str:
        """Return the moment as the journal writes it."""
        return stamp(self._clock())


def _feed(row: Row) -> Feed:
    """Build the feed of a row."""
    url, title, outlet, added, *pull = row
    return Feed(url, title or None, outlet or None, added, Pull(*pull) if pull[0] else None)


def find_capture(store: Store, url: str) -> tuple[Capture, tuple[str, ...]] | None:
    """Return the last capture from an address that gave a document, and the codes of that one's warnings."""
    row = first(store, "last_capture", (url,))
    if row is None:
        return None
    at, where, headers, document = row
    told: dict[str, Any] = msgspec.json.decode(document)
    sent = msgspec.json.decode(headers, type=tuple[tuple[str, str], ...])
    return Capture(at or None, where or None, sent), tuple(one["code"] for one in told.get("warnings", ()))
