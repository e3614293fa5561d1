"""One pass over inputs, with or without a ledger, and the account of it.

Documents come out in the order of the inputs whatever the number of ``jobs``.
In = stored + duplicate + rejected.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import Literal

import msgspec

from rawi.ingest.extraction import read_items
from rawi.ingest.provenance import build_origin, build_place, build_submission, evidence_of, extractor_name
from rawi.ingest.refusals import Refusal
from rawi.ingest.stating import with_stated
from rawi.ledger.ledger import GROUP, Ledger
from rawi.ledger.results import Origin, Submission
from rawi.ledger.results import Outcome as Written
from rawi.model.record import Record
from rawi.model.source import Columns, Finished, Item, Known, Outcome, Rejected, Report
from rawi.sources.accounting import Account
from rawi.sources.reader import read_inputs

Step = Literal["stored", "duplicate", "rejected", "finished"]
#: Who shows progress is told of each step: a document, or an input that is ``finished``.
Watch = Callable[[Step], None]


class Stated(msgspec.Struct, frozen=True):
    """What the user says of all inputs; it fills what a row, feed entry or archive does not state.

    ``weights`` is the path of other weights for names, null for those that ship; ``columns`` the names under
    which fields stand in tables and JSON; with ``fail_fast`` the first refusal ends the run.
    """

    published: str | None = None
    outlet: str | None = None
    weights: str | None = None
    columns: Columns | None = None
    fail_fast: bool = False


class Interrupted(Exception):
    """The user stopped the run; ``report`` counts what was done, and kept."""

    def __init__(self, report: Report) -> None:
        super().__init__("interrupted")
        self.report = report


class Run:
    """One pass over ``paths``, as ``read_inputs`` takes them; used once, by ``extract`` or by ``add``.

    ``outcomes`` of another source may come in the place of paths. Several runs may share an ``account``;
    ``group`` documents are written at once.
    """

    def __init__(
        self,
        paths: Iterable[str] = (),
        stated: Stated | None = None,
        jobs: int = 1,
        watch: Watch | None = None,
        *,
        outcomes: Iterable[Outcome] | None = None,
        account: Account | None = None,
        group: int = GROUP,
    ) -> None:
        self._stated, self._jobs = stated or Stated(), jobs
        columns = self._stated.columns
        self._given = read_inputs(list(paths), columns=columns) if outcomes is None else outcomes
        self._tally, self._group = Tally(watch, account), group

    def report(self) -> Report:
        """Return the account so far."""
        return self._tally.account.report()

    @property
    def failed(self) -> bool:
        """Tell whether something was refused and that is to end the run."""
        return self._stated.fail_fast and self._tally.refusals > 0

    def extract(self) -> Iterator[Record]:
        """Yield one record for each document. Raises ``Interrupted`` when the user stops it."""
        try:
            for item, result in read_items(self._items(), self._jobs, self._stated.weights):
                if isinstance(result, Record):
                    self._tally.stored(item, result)
                    yield result
                else:
                    self._tally.refused(item, result)
        except KeyboardInterrupt:
            raise Interrupted(self.report()) from None

    def add(self, ledger: Ledger) -> Report:
        """Store every document in ``ledger`` and return the report; what is there already is not read again.

        Raises ``Interrupted`` when the user stops it: what its report counts is on the disk, and the same run
        started again goes on from there. Raises LedgerError where the ledger cannot be written.
        """
        return add_submissions(ledger, self._read(ledger), self._tally, self._group)

    def _read(self, ledger: Ledger) -> Iterator[tuple[Item, Submission]]:
        """Yield what is to be written to ``ledger``; what gave no document is written down there at once."""
        for item, result in read_items(self._new_items(ledger), self._jobs):
            if isinstance(result, Record):
                yield item, build_submission(item, result)
            else:
                self._tally.refused(item, result)
                ledger.reject(build_origin(item), result.code, evidence_of(item))

    def _new_items(self, ledger: Ledger) -> Iterator[Item]:
        """Yield the items of which this extractor has read nothing yet."""
        for outcome in self._outcomes():
            if not isinstance(outcome, Item):
                self._tally.take(outcome)
                if isinstance(outcome, Rejected):
                    write_refusal(ledger, outcome)
            elif ledger.has(evidence_of(outcome), build_origin(outcome), extractor_name()):
                self._tally.duplicate(outcome)
            else:
                yield outcome

    def _items(self) -> Iterator[Item]:
        """Yield the items; all else goes into the account."""
        for outcome in self._outcomes():
            if isinstance(outcome, Item):
                yield outcome
            else:
                self._tally.take(outcome)

    def _outcomes(self) -> Iterator[Outcome]:
        """Yield what the source yields, items with what the user states of them."""
        for outcome in self._given:
            if isinstance(outcome, Item):
                self._tally.account.begun(outcome)
                yield with_stated(outcome, self._stated.published, self._stated.outlet)
            else:
                yield outcome
            if self.failed:
                return


class Tally:
    """The account, and the watcher who is told of each step of it."""

    def __init__(self, watch: Watch | None = None, account: Account | None = None) -> None:
        self.account, self._watch = account or Account(), watch or (lambda _: None)
        self.refusals = 0

    def take(self, outcome: Outcome) -> None:
        """Count what is no item."""
        self.account.take(outcome)
        if isinstance(outcome, Rejected):
            self.refusals += 1
            self._watch("rejected")
        elif isinstance(outcome, Known):
            self._watch("duplicate")
        elif isinstance(outcome, Finished):
            self.finished()

    def finished(self) -> None:
        """Tell the watcher that an input, or a part of the work, is done."""
        self._watch("finished")

    def stored(self, item: Item, record: Record) -> None:
        """Count a document with its warnings."""
        self.account.stored(item, record.document.warnings)
        self._watch("stored")

    def duplicate(self, item: Item) -> None:
        """Count a document that was there already."""
        self.account.duplicate(item)
        self._watch("duplicate")

    def refused(self, item: Item, refusal: Refusal) -> None:
        """Count an item that gave no document."""
        self.refusals += 1
        self.account.refused(item, refusal.code, refusal.message)
        self._watch("rejected")


def add_submissions(
    ledger: Ledger, given: Iterable[tuple[Item, Submission]], tally: Tally, group: int = GROUP
) -> Report:
    """Write to a ledger what is ``given``, items in their order, and return the report.

    Raises ``Interrupted`` when the user stops it: what was given until then is still written and counted.
    """
    adding = _Adding(ledger, tally, group)
    adding.run(given)
    if adding.interrupted:
        raise Interrupted(tally.account.report())
    return tally.account.report()


class _Adding:
    """Writes items to a ledger; outcomes come back in the order of the items."""

    def __init__(self, ledger: Ledger, tally: Tally, group: int) -> None:
        self.interrupted = False
        self._ledger, self._tally, self._group = ledger, tally, group
        self._waiting: deque[tuple[Item, Record]] = deque()

    def run(self, given: Iterable[tuple[Item, Submission]]) -> None:
        """Write until the end, or until the user stops; what was given is then still written."""
        try:
            for written in self._ledger.add_many(self._submissions(given), group=self._group):
                self._settle(*self._waiting.popleft(), written)
        except KeyboardInterrupt:  # in the midst of a group, which is then not in the ledger
            self.interrupted = True

    def _submissions(self, given: Iterable[tuple[Item, Submission]]) -> Iterator[Submission]:
        """Yield what is to be written; a stop by the user ends it."""
        try:
            for item, submission in given:
                self._waiting.append((item, submission.record))
                yield submission
        except KeyboardInterrupt:
            self.interrupted = True

    def _settle(self, item: Item, record: Record, written: Written) -> None:
        """Count what became of one document."""
        if written.status == "stored":
            self._tally.stored(item, record)
        elif written.status == "duplicate":
            self._tally.duplicate(item)
        else:
            self._tally.refused(item, Refusal(written.code or "ledger.rejected", "the ledger refused it"))


def write_refusal(ledger: Ledger, rejected: Rejected) -> None:
    """Write down what a reader refused, unless nothing came from the path at all."""
    if _is_of_something(rejected):
        place = build_place(rejected.path, rejected.part)
        ledger.reject(Origin(path=place, capture=rejected.capture), rejected.code, rejected.evidence)


def _is_of_something(rejected: Rejected) -> bool:
    """Tell whether there was a file, or an answer, that was refused."""
    if rejected.code.startswith("fetch."):
        return rejected.capture is not None
    return rejected.code != "source.missing"
