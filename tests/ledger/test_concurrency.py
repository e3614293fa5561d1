"""One writer at a time, readers at any time."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from rawi.ledger import Ledger, open_ledger
from rawi.ledger.faults import LedgerLocked
from rawi.ledger.sqlite import SqliteStore
from tests.ledger.samples import EXTRACTOR, news, submission


def holding(path: Path, until: threading.Event, held: threading.Event) -> None:
    """Hold the write lock of a ledger until told otherwise."""
    store = SqliteStore(path, create=False, wait=5)
    with store.transaction():
        held.set()
        until.wait(10)
    store.close()


@pytest.fixture
def locked(path: Path, ledger: Ledger) -> Iterator[threading.Event]:
    """A ledger whose write lock somebody else holds; setting the event lets go of it."""
    list(ledger.add_many([submission(news(1))]))
    until, held = threading.Event(), threading.Event()
    thread = threading.Thread(target=holding, args=(path, until, held))
    thread.start()
    assert held.wait(5)
    yield until
    until.set()
    thread.join()


def add_one(ledger: Ledger, number: int) -> str:
    """Add a report and return what became of it."""
    one = submission(news(number))
    return ledger.add(one.record, evidence=one.evidence, origin=one.origin, extractor=EXTRACTOR).status


def test_a_writer_waits_for_another(path: Path, locked: threading.Event) -> None:
    """A second writer waits until the first is done, then writes."""
    threading.Timer(0.3, locked.set).start()
    with open_ledger(path, wait=10) as second:
        before = time.monotonic()
        assert add_one(second, 2) == "stored"
        assert time.monotonic() - before > 0.1


def test_a_writer_that_waited_long_enough_says_so(path: Path, locked: threading.Event) -> None:
    """After the wait the error has a code and says what to do; nothing was written."""
    with open_ledger(path, wait=0.05) as second:
        with pytest.raises(LedgerLocked, match="another process") as caught:
            add_one(second, 2)
        assert caught.value.code == "E304"
        assert second.counts().documents == 1


def test_readers_do_not_wait(path: Path, locked: threading.Event) -> None:
    """While somebody writes, others open, search and verify what was there before."""
    with open_ledger(path, wait=0.05) as reader:
        assert len(reader.find("متطوعا").hits) == 1
        assert len(list(reader.said(None))) == 1
        assert reader.counts().documents == 1


def test_two_writers_make_one_ledger(path: Path, tmp_path: Path) -> None:
    """Two writers with overlapping documents give the ledger that one alone gives."""
    open_ledger(path).close()

    def work(numbers: range) -> None:
        with open_ledger(path) as ledger:
            list(ledger.add_many((submission(news(number)) for number in numbers), group=3))

    threads = [threading.Thread(target=work, args=(numbers,)) for numbers in (range(40), range(20, 60))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with open_ledger(path) as both, open_ledger(tmp_path / "alone.rawi") as alone:
        list(alone.add_many(submission(news(number)) for number in range(60)))
        assert both.ledger_hash() == alone.ledger_hash()
        assert both.verify() == []
