"""A function over many things in several processes: in order, little in memory, a lost process survived."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")

BATCH = 16
AHEAD = 4  # batches in flight for each process


def run_in_order(work: Callable[[T], R], things: Iterable[T], jobs: int) -> Iterator[tuple[T, R | None]]:
    """Yield each thing with what ``work`` makes of it, in order; null for a thing that killed its process.

    ``work`` is a function of a module, and must not raise. ``things`` is read no further ahead than is needed
    to keep ``jobs`` processes busy.
    """
    crew = _Crew(work, jobs)
    try:
        yield from crew.run(iter(things))
    finally:
        crew.stop()


def _work_on(work: Callable[[T], R], batch: list[T]) -> list[R]:
    """Run in a worker: the results of one batch."""
    return [work(thing) for thing in batch]


def _leave_stopping_to_parent() -> None:
    """Run when a worker starts: Ctrl-C reaches every process, and the first of them decides."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_follow_parent, daemon=True).start()


def _follow_parent() -> None:
    """Wait in a thread of a worker for the end of its parent, and end too.

    A parent that was killed cannot say goodbye, and its workers would wait for work for ever: each holds the
    other end of the pipe open on which all of them listen.
    """
    if parent := parent_process():
        parent.join()
        os._exit(1)


class _Crew(Generic[T, R]):
    """A pool that is made anew when a thing kills one of its processes."""

    def __init__(self, work: Callable[[T], R], jobs: int) -> None:
        self._work, self._jobs = work, jobs
        self._pool = self._hire()
        self._flying: deque[tuple[list[T], Future[list[R]]]] = deque()

    def _hire(self) -> ProcessPoolExecutor:
        """Return a new pool; processes are spawned, for a fork would copy the threads that show progress.

        They must not look for modules in the folder at hand, which may hold anything.
        """
        os.environ["PYTHONSAFEPATH"] = "1"
        return ProcessPoolExecutor(self._jobs, get_context("spawn"), _leave_stopping_to_parent)

    def run(self, things: Iterator[T]) -> Iterator[tuple[T, R | None]]:
        """Yield each thing with its result."""
        while True:
            while len(self._flying) < self._jobs * AHEAD and (batch := list(islice(things, BATCH))):
                self._flying.append((batch, self._send(batch)))
            if not self._flying:
                return
            batch, future = self._flying.popleft()
            try:
                yield from zip(batch, future.result(), strict=True)
            except BrokenProcessPool:
                yield from self._one_by_one(batch)

    def _one_by_one(self, batch: list[T]) -> Iterator[tuple[T, R | None]]:
        """Work through a batch in which a process was lost, one by one; then send the others again."""
        self._pool = self._hire()
        for thing in batch:
            try:
                yield thing, self._send([thing]).result()[0]
            except BrokenProcessPool:
                self._pool = self._hire()
                yield thing, None
        self._flying = deque((waiting, self._send(waiting)) for waiting, _ in self._flying)

    def _send(self, batch: list[T]) -> Future[list[R]]:
        """Give a batch to the pool; one that is broken already gives a future that says so."""
        try:
            return self._pool.submit(_work_on, self._work, batch)
        except BrokenProcessPool as error:
            broken: Future[list[R]] = Future()
            broken.set_exception(error)
            return broken

    def stop(self) -> None:
        """Let the processes go; what has not begun is not begun any more.

        The batches at hand are waited for: without that the thread that manages the pool may fail on a pipe
        that is closed already (CPython 3.11), and a process that nobody ends holds up the end of the program.
        """
        self._pool.shutdown(wait=True, cancel_futures=True)
