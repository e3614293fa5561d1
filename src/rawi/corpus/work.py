"""One partition from its inputs to its tables; the work of a process of its own (``worker``)."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rawi.corpus.keeping import keep_account
from rawi.corpus.reading import read_piece
from rawi.corpus.tasks import ITEMS, UNREADABLE, Task, too_long
from rawi.corpus.writing import PartitionWriter
from rawi.ingest.extraction import read_item
from rawi.ingest.provenance import build_origin, build_submission, evidence_of
from rawi.ingest.refusals import Refusal
from rawi.model.corpus import PartitionAccount, Piece, PieceAccount
from rawi.model.record import Record
from rawi.model.source import Flagged, Item, Rejected

_MOST_FLAGGED = 1000  # of a partition; a hostile input could give as many as it has records

#: Told how it goes: ``p`` that a piece begins, with its place in the partition; ``b`` and ``e`` that an item
#: begins and is done, with its own; ``r`` that a thing gave no item.
Watch = Callable[[str, int], None]


class TimeUp(BaseException):
    """A document took too long; no Exception, for nothing on the way may swallow it."""


def do_partition(task: Task, watch: Watch) -> PartitionAccount:
    """Read, extract and write one partition, and write its account, which says that it is done.

    Raises OSError where nothing can be written.
    """
    with PartitionWriter(Path(task.out), task.partition.name) as writer:
        work = _Work(task, writer, watch)
        pieces = tuple(work.do(at, piece) for at, piece in enumerate(task.partition.pieces))
        watch("p", len(pieces))
        account = PartitionAccount(task.partition.number, writer.finish(), pieces, tuple(work.flagged))
    keep_account(Path(task.out), account)
    return account


class _Work:
    """A partition under way."""

    def __init__(self, task: Task, writer: PartitionWriter, watch: Watch) -> None:
        self.flagged: list[Flagged] = []
        self._task, self._writer, self._watch = task, writer, watch
        self._place = 0

    def do(self, at: int, piece: Piece) -> PieceAccount:
        """Read one piece, the partition's ``at``-th, and return what came of it."""
        self._watch("p", at)
        counts = {True: 0, False: 0}
        hashes: list[str] = []
        for found in self._read_piece(at, piece, hashes):
            if isinstance(found, Flagged):
                self.flagged.extend([found] if len(self.flagged) < _MOST_FLAGGED else ())
                continue
            counts[self._settle(found)] += 1
            self._place += 1
        stored, refused = counts[True], counts[False]
        return PieceAccount(piece.input, stored + refused, stored, refused, hashes[0] if hashes else None)

    def _read_piece(self, at: int, piece: Piece, hashes: list[str]) -> Iterator[Item | Rejected | Flagged]:
        """Yield what a piece holds, up to where reading on would cost the process."""
        task = self._task
        one = task.inputs[piece.input]
        found = read_piece(piece, one, task.options, hashes.append, task.base)
        while True:
            if task.broken.get(at) == self._place:
                yield Rejected(one.path, None, UNREADABLE.code, UNREADABLE.message)
                return
            thing = next(found, None)
            if thing is None:
                return
            yield thing

    def _settle(self, found: Item | Rejected) -> bool:
        """Write what comes of one thing; tell whether it is a document."""
        number = self._task.partition.number * ITEMS + self._place
        if isinstance(found, Rejected):
            self._writer.reject(number, found)
            self._watch("r", self._place)
            return False
        result = self._read(found)
        if isinstance(result, Record):
            self._writer.add(number, build_submission(found, result), found.part)
            return True
        refusal = Rejected(found.path, found.part, result.code, result.message, evidence_of(found))
        self._writer.reject(number, refusal, build_origin(found))
        return False

    def _read(self, item: Item) -> Record | Refusal:
        """Return the record of an item, or why there is none."""
        place = self._place
        if place in self._task.passed:
            self._watch("r", place)
            return self._task.passed[place]
        self._watch("b", place)
        try:
            with _at_most(self._task.options.limit):
                return read_item(item, self._task.options.weights)
        except TimeUp:
            return too_long(self._task.options.limit)
        finally:
            self._watch("e", place)


@contextmanager
def _at_most(seconds: float) -> Iterator[None]:
    """Raise ``TimeUp`` in what is done within, once so many seconds have gone by. In the main thread only."""

    def stop(*_: object) -> None:
        raise TimeUp

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
