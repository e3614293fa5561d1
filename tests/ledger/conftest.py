"""A ledger in a folder of its own, with a clock that ticks one second a look."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from rawi.ledger import Ledger, Outcome, open_ledger
from rawi.model.record import Record
from tests.ledger.samples import EXTRACTOR, submission

Add = Callable[..., Outcome]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the test's ledger is."""
    return tmp_path / "news.rawi"


def ticking() -> Callable[[], datetime]:
    """Return a clock that begins at the same moment in every run."""
    seconds = count()
    return lambda: datetime(2031, 5, 1, tzinfo=UTC) + timedelta(seconds=next(seconds))


@pytest.fixture
def ledger(path: Path) -> Iterator[Ledger]:
    """An empty ledger."""
    with open_ledger(path, clock=ticking()) as opened:
        yield opened


@pytest.fixture
def add(ledger: Ledger) -> Add:
    """Add a record to the ledger."""

    def add_record(record: Record, extractor: str = EXTRACTOR, path: str | None = None) -> Outcome:
        one = submission(record, extractor, path)
        return ledger.add(record, evidence=one.evidence, origin=one.origin, extractor=one.extractor)

    return add_record
