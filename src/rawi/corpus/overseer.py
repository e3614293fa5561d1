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
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from rawi.corpus.keeping import refused
from rawi.corpus.tasks import Task, too_long
from rawi.ingest.refusals import LOST, Refusal
from rawi.model.corpus import PartitionAccount

_GRACE = 5.0  # seconds after its limit in which a document may end by itself
_READING = 900.0  # seconds in which something must come of reading: a piece may be fetched and hashed first
_DEATHS = 2  # workers that one item may cost: the first may have died of something else
_CHUNK = 1 << 16

#: Told of each document that is done, in the worker's order; of a partition begun anew, from its start.
Counted = Callable[[int], None]


class Lost(NamedTuple):
    """A worker that was lost: at which piece and place, while an item was read from the text or before one
    came, and why there is no record."""

    piece: int
    place: int
    begun: bool
    why: Refusal


class Overseer:
    """One worker process, started when it is first needed and ended by ``bury``."""

    def __init__(self, counted: Counted | None = None) -> None:
        self._counted = counted or (lambda place: None)
        self._process: subprocess.Popen[bytes] | None = None
        self._held = b""
        self._stopped = False
        self._piece = self._place = 0
        self._begun = False
        self._since = 0.0

    def do(self, task: Task) -> PartitionAccount:
        """Have a partition done and return its account.

        An item at which two workers die is refused (``extract.worker-lost``), as is one that goes on beyond
        its time and does not let itself be stopped (``extract.time-limit``); where reading kills two, the
        piece is read no further (``source.worker-lost``). The partition is then done again without them.
        Raises CorpusError: ``corpus.worker`` where they die before or after it, and what the worker raises.
        """
        deaths: Counter[tuple[int, int, bool]] = Counter()
        while True:
            answer = self._ask(task, task.options.limit)
            if isinstance(answer, PartitionAccount):
                return answer
            where = answer[:3]
            deaths[where] += 1
            within = 0 <= answer.piece < len(task.partition.pieces)
            if self._stopped or (not within and deaths[where] >= _DEATHS):
                raise refused("corpus.worker", f"partition {task.partition.number}: workers die of it")
            if answer.begun and (answer.why is not LOST or deaths[where] >= _DEATHS):
                task = replace(task, passed={**task.passed, answer.place: answer.why})
            elif not answer.begun and within and deaths[where] >= _DEATHS:
                task = replace(task, broken={**task.broken, answer.piece: answer.place})

    def _ask(self, task: Task, limit: float) -> PartitionAccount | Lost:
        """Give a task to the worker; return its account, or at what it was lost."""
        self._piece, self._place, self._begun, self._since = -1, 0, False, time.monotonic()
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
                    code, why = msgspec.json.decode(rest, type=tuple[str, str])
                    raise refused(code, f"partition {task.partition.number}: {why}")
                self._note(kind, int(rest))
        except OSError:
            return self._lose(limit)

    def _note(self, kind: bytes, place: int) -> None:
        """Take note of how the worker goes on."""
        self._since, self._begun = time.monotonic(), kind == b"b"
        if kind == b"p":
            self._piece = place
        elif kind == b"b":
            self._place = place
        else:
            self._place = place + 1
            if kind == b"e":
                self._counted(place)

    def _most(self, limit: float) -> float:
        """Return how many seconds the worker may take until something is heard of it."""
        return limit + _GRACE if self._begun else max(_READING, limit)

    def _line(self, process: subprocess.Popen[bytes], limit: float) -> bytes | None:
        """Return the next line of the worker; null if it is gone, or if an item takes too long."""
        assert process.stdout is not None
        while b"\n" not in self._held:
            left = max(0.0, self._since + self._most(limit) - time.monotonic())
            if not select.select([process.stdout], [], [], left)[0]:
                return None
            data = os.read(process.stdout.fileno(), _CHUNK)
            if not data:
                return None
            self._held += data
        line, _, self._held = self._held.partition(b"\n")
        return line

    def _lose(self, limit: float) -> Lost:
        """Bury the worker; return at what it was, and why there is no record of it."""
        late = time.monotonic() - self._since >= self._most(limit)
        self.bury()
        return Lost(self._piece, self._place, self._begun, too_long(limit) if late else LOST)

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
