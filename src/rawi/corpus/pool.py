"""The partitions of a corpus done by processes of this machine."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from queue import SimpleQueue
from threading import Lock, Thread

from rawi.corpus.overseer import Overseer
from rawi.corpus.tasks import Task
from rawi.errors import RawiError
from rawi.model.corpus import PartitionAccount

#: Told of each document that is done.
Step = Callable[[], None]
#: What came of a partition: its account, or why there is none.
Done = PartitionAccount | RawiError


def run_pool(tasks: Sequence[Task], jobs: int, step: Step) -> Iterator[Done]:
    """Yield what came of each task as it is done, by ``jobs`` processes; a lost one is replaced.

    Only as many tasks are begun as there are processes. Whoever stops taking ends the processes; what they
    had not finished is not there.
    """
    waiting, crew = iter(tasks), min(jobs, len(tasks))
    lock, answers = Lock(), SimpleQueue[Done | BaseException | None]()
    overseers = [Overseer(lambda _: step()) for _ in range(crew)]

    def work(overseer: Overseer) -> None:
        try:
            while True:
                with lock:
                    task = next(waiting, None)
                if task is None:
                    return
                answers.put(_do(overseer, task))
        except BaseException as error:  # noqa: BLE001 - raised where the answers are taken
            answers.put(error)
        finally:
            overseer.bury()
            answers.put(None)

    threads = [Thread(target=work, args=(one,), daemon=True) for one in overseers]
    try:
        for thread in threads:
            thread.start()
        left = crew
        while left:
            answer = answers.get()
            if isinstance(answer, PartitionAccount | RawiError):
                yield answer
            elif answer is not None:
                raise answer
            else:
                left -= 1
    finally:
        waiting = iter(())
        for overseer in overseers:
            overseer.stop()
        for thread in threads:
            thread.join()


def _do(overseer: Overseer, task: Task) -> Done:
    """Return what comes of one task."""
    try:
        return overseer.do(task)
    except RawiError as error:
        return error
