"""Work in several processes: order, and processes that die."""

from __future__ import annotations

import os

import pytest

from rawi.ingest import workers
from rawi.ingest.workers import run_in_order


@pytest.mark.parametrize("number", [0, 1, 33])
def test_results_in_order(number: int) -> None:
    """Each thing comes with its own result, in the order of the things."""
    things = [-n for n in range(number)]
    assert list(run_in_order(abs, things, 2)) == [(one, abs(one)) for one in things]


def test_a_thing_that_kills_its_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """A thing that kills its process gives null; all others give their result, and the order stays."""
    monkeypatch.setattr(workers, "BATCH", 3)
    results = list(run_in_order(_fatal_on_three, list(range(8)), 2))
    assert results == [(n, None if n == 3 else n * n) for n in range(8)]


def _fatal_on_three(number: int) -> int:
    """Return the square; three kills the process as the system does that runs out of memory."""
    if number == 3:
        os._exit(137)
    return number * number
