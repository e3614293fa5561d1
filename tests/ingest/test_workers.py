"""Work in several processes: order, and processes that die."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

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


# Work in two processes that is still going on when the word is said.
_WAITING = """
import os, sys, time
from rawi.ingest.workers import run_in_order
if __name__ == "__main__":
    results = run_in_order(time.sleep, [0.0] * 64 + [600.0] * 64, 2)
    next(results)
    print("started", flush=True)
    list(results)
"""


@pytest.mark.skipif(not Path(f"/proc/self/task/{os.getpid()}/children").exists(), reason="needs /proc")
def test_no_process_outlives_a_killed_parent(tmp_path: Path) -> None:
    """kill -9 of the program leaves none of its processes behind, idle or at work."""
    script = tmp_path / "waiting.py"
    script.write_text(_WAITING, "utf-8")
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen([sys.executable, script], env=environment, stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        assert parent.stdout.readline() == b"started\n"
        family = _children_of(parent.pid)
        assert len(family) >= 2
        parent.kill()
    end = time.monotonic() + 10
    while (left := [pid for pid in family if _lives(pid)]) and time.monotonic() < end:
        time.sleep(0.05)
    for pid in left:
        os.kill(pid, signal.SIGKILL)
    assert left == []


def _children_of(pid: int) -> list[int]:
    """Return the processes that a process has started."""
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def _lives(pid: int) -> bool:
    """Say whether a process is there and no mere entry that nobody has asked for."""
    try:
        return ") Z" not in Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False
