"""Another process watched while it runs: its memory, and its end by kill -9."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

_HELD = re.compile(r"^VmRSS:\s+(\d+) kB$", re.MULTILINE)


def held_by(pid: int) -> int:
    """Return the bytes of memory that a process holds now, 0 if it is gone or the system does not say."""
    try:
        match = _HELD.search(Path(f"/proc/{pid}/status").read_text("ascii"))
    except OSError:
        return 0
    return int(match[1]) * 1024 if match else 0


def children_of(pid: int) -> list[int]:
    """Return the processes that a process has started, empty if the system does not say."""
    try:
        return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()]
    except OSError:
        return []


class Watched:
    """A process of this interpreter, its output unread.

    ``peak`` is the most memory that it was seen to hold, ``peak_of_all`` with its children.
    """

    def __init__(self, arguments: Sequence[str]) -> None:
        self.begun = time.monotonic()
        self._process = subprocess.Popen([sys.executable, *arguments], stdout=subprocess.DEVNULL)
        self.peak = self.peak_of_all = 0
        self.seconds = 0.0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()

    def look(self) -> int:
        """Look at the memory and return what the process itself holds."""
        own = held_by(self._process.pid)
        self.peak = max(self.peak, own)
        self.peak_of_all = max(self.peak_of_all, own + sum(map(held_by, children_of(self._process.pid))))
        return own

    def watch(self, until: Callable[[], bool], every: float = 0.25) -> bool:
        """Look again and again until something holds; say whether the process is still there then."""
        while not until():
            if self._process.poll() is not None:
                self.seconds = time.monotonic() - self.begun
                return False
            self.look()
            time.sleep(every)
        return self._process.poll() is None

    def kill(self) -> None:
        """End it as a power cut would, if it is there, and wait until it is gone."""
        self._process.kill()
        self._process.wait()

    def end(self) -> int:
        """Wait for its end and return its exit code."""
        self.watch(lambda: False)
        return self._process.wait()
