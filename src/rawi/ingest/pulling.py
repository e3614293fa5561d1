"""Feeds into a ledger: what is new since the last pull of each, and its pages if they are wanted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256

import msgspec

from rawi.errors import SourceError
from rawi.ingest.fetching import known_pages
from rawi.ingest.run import Interrupted, Run, Watch
from rawi.ledger.ledger import Ledger
from rawi.ledger.subscriptions import Feed, Pull
from rawi.model.document import Metadata
from rawi.model.source import Finished, Item, Known, Outcome, Rejected, Report
from rawi.sources.accounting import Account
from rawi.sources.web.answers import Answer, Validators
from rawi.sources.web.client import Client
from rawi.sources.web.pages import fetch_pages, read_entries, refuse_answer

#: Codes of what may be otherwise the next time.
_PASSING = frozenset({"fetch.busy", "fetch.timeout", "fetch.unreachable", "fetch.proxy"})
_MOST_PAGES = 200  # of one feed at a time: its author decides where they lie


class Puller:
    """Pulls the feeds of a ledger, one after another; a feed that fails stops none.

    With ``pages`` the page of each new entry is fetched too, of at most 200 entries of a feed at a time.
    ``report`` counts all that was done, feed by feed and page by page.
    """

    def __init__(
        self, ledger: Ledger, client: Client, watch: Watch | None = None, *, pages: bool = False
    ) -> None:
        self._ledger, self._client, self._watch, self._pages = ledger, client, watch, pages
        self._account = Account()

    def report(self) -> Report:
        """Return the account so far."""
        return self._account.report()

    def pull(self, feeds: Iterable[Feed]) -> None:
        """Pull feeds. Raises ``Interrupted`` when the user stops it: what was counted is kept."""
        try:
            for feed in feeds:
                self._pull(feed)
        except KeyboardInterrupt:
            raise Interrupted(self.report()) from None

    def _pull(self, feed: Feed) -> None:
        """Pull one feed and write down how that went, once all that came of it is on the disk."""
        reading = _Reading(feed, self._client, self._ledger.feeds.done(feed.url))
        self._add(reading.outcomes())
        if reading.failure is not None:
            self._ledger.feeds.failed(feed.url, reading.failure)
            return
        if reading.answer is None:
            return
        if reading.unchanged:
            self._ledger.feeds.pulled(feed.url, reading.describe("unchanged"))
            return
        undone = frozenset(self._fetch_pages(feed, reading.new)) if self._pages else frozenset[str]()
        state = reading.describe("new" if reading.new else "unchanged", whole=not undone)
        self._ledger.feeds.pulled(feed.url, state, reading.met - undone)

    def _fetch_pages(self, feed: Feed, entries: dict[str, Item]) -> Iterator[str]:
        """Fetch the pages of new entries; yield the entries whose page may come another time."""
        for number, (entry, item) in enumerate(entries.items()):
            if item.metadata.url is None:
                continue
            if number >= _MOST_PAGES or _PASSING.intersection(self._fetch_page(item, item.metadata.url)):
                yield entry

    def _fetch_page(self, item: Item, url: str) -> list[str]:
        """Fetch the page of an entry, of the entry's outlet and day; return the codes of what was refused."""
        about = Metadata(outlet=item.metadata.outlet, published=item.metadata.published)
        refused: list[str] = []

        def outcomes() -> Iterator[Outcome]:
            for one in fetch_pages([url], self._client, known_pages(self._ledger), about):
                if isinstance(one, Rejected):
                    refused.append(one.code)
                yield one

        self._add(outcomes())
        return refused

    def _add(self, outcomes: Iterable[Outcome]) -> None:
        """Put what came into the ledger and the account."""
        Run(watch=self._watch, outcomes=outcomes, account=self._account).add(self._ledger)


class _Reading:
    """One pull of one feed: what came, and what of it was not met before."""

    def __init__(self, feed: Feed, client: Client, done: frozenset[str]) -> None:
        self._feed, self._client, self._done = feed, client, done
        self._last = feed.pull or Pull("", "")
        self.answer: Answer | None = None
        self.failure: str | None = None
        self.unchanged = False
        self.new: dict[str, Item] = {}
        self.met: set[str] = set()

    def outcomes(self) -> Iterator[Outcome]:
        """Yield what the feed holds: new entries as items, the others as known."""
        url = self._feed.url
        try:
            self.answer = self._client.fetch(url, self._known)
            yield from self._read(self.answer)
        except SourceError as error:
            capture = self.answer.capture if self.answer else None
            self.failure = error.code
            yield Rejected(url, None, error.code, str(error), b"", capture)
        yield Finished(url)

    def _known(self, url: str) -> Validators | None:
        """Return what the last pull says to ask with, at the address that answered then."""
        last = self._last
        if url != last.answered or not (last.etag or last.modified):
            return None
        return Validators(last.etag or None, last.modified or None)

    def _read(self, answer: Answer) -> Iterator[Outcome]:
        """Yield what an answer holds."""
        refusal = refuse_answer(self._feed.url, answer)
        if refusal is not None:
            self.failure = refusal.code
            yield refusal
        elif answer.status == 304 or _hash(answer.body) == self._last.body:
            self.unchanged = True
            yield Known(self._feed.url, None)
        else:
            for one in read_entries(self._feed.url, answer):
                yield self._sort(one) if isinstance(one, Item) else one

    def _sort(self, item: Item) -> Item | Known:
        """Return an entry as new, with its outlet, or as known."""
        about = item.metadata
        words = (item.id, about.url, about.title, about.published, item.media, item.data)
        entry = _hash(msgspec.json.encode(words))
        self.met.add(entry)
        if entry in self._done:
            return Known(item.path, item.part)
        outlet = self._feed.outlet or about.outlet
        named = msgspec.structs.replace(about, outlet=outlet)
        self.new[entry] = msgspec.structs.replace(item, metadata=named)
        return self.new[entry]

    def describe(self, status: str, *, whole: bool = True) -> Pull:
        """Return how the pull went, with what to ask with next time; nothing of that if not all is done."""
        answer = self.answer
        if answer is None or not whole:
            return Pull("", status)
        if self.unchanged:
            return msgspec.structs.replace(self._last, status=status, failures=0)
        said = answer.validators() or Validators()
        body = "" if answer.cut else _hash(answer.body)
        return Pull("", status, 0, answer.capture.url or "", said.etag or "", said.modified or "", body)


def _hash(data: bytes) -> str:
    """Return the sha256 of bytes."""
    return sha256(data).hexdigest()
