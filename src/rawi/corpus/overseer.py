"""A worker and who looks after it: gives it partitions, replaces it when it dies, ends it when it hangs."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress

import msgspec

from rawi.corpus.keeping import refused
from rawi.corpus.tasks import Task, too_long
from rawi.ingest.refusals import LOST, Refusal
from rawi.model.corpus import PartitionAccount

_GRACE = 5.0  # seconds after its limit in which a document may end by itself
_DEATHS = 2  # workers that one item may cost: the first may have died of something else
_MOST_DEATHS = 20  # workers that one partition may cost
_CHUNK = 1 << 16

#: Told of each document that is done, in the worker's order; of a partition begun anew, from its start.
Counted = Callable[[int], None]


class Overseer:
    """One worker process, started when it is first needed and ended by ``bury``."""

    def __init__(self, counted: Counted | None = None) -> None:
        self._counted = counted or (lambda place: None)
        self._process: subprocess.Popen[bytes] | None = None
        self._held = b""
        self._stopped = False
        self._begun: tuple[int, float] | None = None

    def do(self, task: Task) -> PartitionAccount:
        """Have a partition done and return its account.

        An item at which two workers die is refused (``extract.worker-lost``), as is one that goes on beyond
        its time and does not let itself be stopped (``extract.time-limit``); the partition is then done
        again without it. Raises CorpusError ``corpus.worker`` where no worker can do it.
        """
        deaths: Counter[int | None] = Counter()
        passed: dict[int, Refusal] = dict(task.passed)
        while True:
            answer = self._ask(msgspec.structs.replace(task, passed=passed), task.options.limit)
            if isinstance(answer, PartitionAccount):
                return answer
            place, refusal = answer
            deaths[place] += 1
            if self._stopped or deaths.total() >= _MOST_DEATHS or (place is None and deaths[None] >= _DEATHS):
                raise refused("corpus.worker", f"partition {task.partition.number}: workers die of it")
            if place is not None and (refusal is not LOST or deaths[place] >= _DEATHS):
                passed[place] = refusal

    def _ask(self, task: Task, limit: float) -> PartitionAccount | tuple[int | None, Refusal]:
        """Give a task to the worker; return its account, or at which item it was lost and how."""
        self._begun = None
        process = self._process or self._start()
        assert process.stdin is not None
        try:
            process.stdin.write(msgspec.json.encode(task) + b"\n")
            process.stdin.flush()
            while True:
                line = self._line(process, limit)
                if line is None:
                    return self._lose(limit)
                kind, _, rest = line.partition(b" ")
                if kind == b"done":
                    return msgspec.json.decode(rest, type=PartitionAccount)
                if kind == b"failed":
                    why = msgspec.json.decode(rest, type=str)
                    raise refused("corpus.write", f"partition {task.partition.number}: {why}")
                self._note(kind, int(rest))
        except OSError:
            return self._lose(limit)

    def _note(self, kind: bytes, place: int) -> None:
        """Take note of an item that begins or ends."""
        if kind == b"b":
            self._begun = place, time.monotonic()
        else:
            self._begun = None
            self._counted(place)

    def _line(self, process: subprocess.Popen[bytes], limit: float) -> bytes | None:
        """Return the next line of the worker; null if it is gone, or if an item takes too long."""
        assert process.stdout is not None
        while b"\n" not in self._held:
            left = None
            if self._begun is not None:
                left = max(0.0, self._begun[1] + limit + _GRACE - time.monotonic())
            if not select.select([process.stdout], [], [], left)[0]:
                return None
            data = os.read(process.stdout.fileno(), _CHUNK)
            if not data:
                return None
            self._held += data
        line, _, self._held = self._held.partition(b"\n")
        return line

    def _lose(self, limit: float) -> tuple[int | None, Refusal]:
        """Bury the worker; return at which item it was and why there is no record of it."""
        begun, now = self._begun, time.monotonic()
        self.bury()
        if begun is None:
            return None, LOST
        return begun[0], too_long(limit) if now - begun[1] >= limit + _GRACE else LOST

    def _start(self) -> subprocess.Popen[bytes]:
        """Start a worker; it must not look for modules in the folder at hand, which may hold anything."""
        if self._stopped:
            raise refused("corpus.worker", "stopped")
        self._held = b""
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "rawi.corpus.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONSAFEPATH": "1", "OMP_NUM_THREADS": "1"},
        )
        return self._process

    def stop(self) -> None:
        """End the worker for good; may be called from another thread than that in which it works."""
        self._stopped = True
        if (process := self._process) is not None:
            process.kill()

    def bury(self) -> None:
        """End the worker, and let go of its pipes."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                with suppress(OSError):  # what was not sent yet: nobody is there to read it
                    assert pipe is not None
                    pipe.close()
