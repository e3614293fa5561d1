"""The partitions of a corpus done by Daft, on this machine or on a Ray cluster.

Daft is told of partitions and hands each to a worker; what a worker does is what one of the pool does. So
nothing of what is written can depend on who runs it, and no record travels: each worker writes its own.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator, Sequence
from typing import Any, Literal

import msgspec

from rawi.corpus.keeping import refused
from rawi.corpus.overseer import Overseer
from rawi.corpus.places import load_daft, needs
from rawi.corpus.pool import Done, Step
from rawi.corpus.tasks import Task
from rawi.errors import CorpusError, RawiError
from rawi.model.corpus import PartitionAccount

Engine = Literal["daft", "ray"]


def choose_engine(engine: Engine, address: str | None, jobs: int) -> Any:
    """Return Daft, set to run here or on the Ray cluster at ``address``; null: one of ``jobs`` processors
    that is started on this machine, and asks for a token of whoever comes to it.

    Raises CorpusError ``corpus.extra`` where the extra is not installed, ``corpus.cluster`` where the
    cluster does not answer.
    """
    daft = load_daft()
    if engine == "daft":
        _set_native(daft)
        return daft
    if address is None:  # Ray runs what it is sent; what is started here must not run it for anybody
        os.environ.update(RAY_AUTH_MODE="token", RAY_AUTH_TOKEN=secrets.token_hex(32))
    try:
        import ray
    except ImportError as error:
        raise needs("cluster", "Ray") from error
    try:
        if not ray.is_initialized() and address is not None:
            ray.init(address=address, log_to_driver=False)
        elif not ray.is_initialized():
            ray.init(
                address="local",
                num_cpus=jobs,
                log_to_driver=False,
                include_dashboard=False,
                _node_ip_address="127.0.0.1",
            )
        daft.set_runner_ray(noop_if_initialized=True)
    except Exception as error:
        raise refused("corpus.cluster", str(error).splitlines()[0][:300]) from error
    return daft


def _set_native(daft: Any) -> None:
    """Set Daft to run here, unless it is already; it can be set once in a process."""
    try:
        daft.set_runner_native()
    except Exception as error:
        if daft.get_or_infer_runner_type() != "native":
            raise refused("corpus.engine", "this process runs Daft on a cluster already") from error


def run_daft(
    tasks: Sequence[Task], engine: Engine, address: str | None, jobs: int, step: Step
) -> Iterator[Done]:
    """Yield what came of each task as it is done, by ``jobs`` workers of Daft.

    Raises CorpusError ``corpus.engine`` where Daft itself fails; what was done till then is kept.
    """
    daft = choose_engine(engine, address, jobs)
    frame = daft.from_pydict({"task": [msgspec.json.encode(task).decode() for task in tasks]})
    if engine == "ray":
        frame = frame.into_partitions(len(tasks))
    worker = _worker(daft, jobs)()
    frame = frame.select(worker.do(frame["task"]).alias("answer"))
    rows = frame.iter_rows(results_buffer_size=None)
    while True:
        try:
            row = next(rows, None)
        except Exception as error:
            raise refused("corpus.engine", str(error).splitlines()[0][:300]) from error
        if row is None:
            return
        done = _read(row["answer"])
        for _ in range(_documents(done)):
            step()
        yield done


def _worker(daft: Any, jobs: int) -> Any:
    """Return the class of Daft's workers: each has a process that extracts, and looks after it."""

    @daft.cls(cpus=1, max_concurrency=jobs, use_process=True)
    class Worker:
        def __init__(self) -> None:
            self._overseer = Overseer()

        @daft.method.batch(return_dtype=daft.DataType.string(), batch_size=1)  # type: ignore[untyped-decorator]
        def do(self, tasks: Any) -> list[str]:
            return [answer(self._overseer, task) for task in tasks.to_pylist()]

    return Worker


def answer(overseer: Overseer, task: str) -> str:
    """Do one task, which comes and goes as JSON; the reason where it cannot be done."""
    try:
        account = overseer.do(msgspec.json.decode(task, type=Task))
    except RawiError as error:
        return msgspec.json.encode(
            {"code": error.code, "message": str(error), "host": os.uname().nodename}
        ).decode()
    return msgspec.json.encode(account).decode()


def _read(answer: str) -> Done:
    """Return what a worker answered."""
    told = msgspec.json.decode(answer)
    if "code" not in told:
        return msgspec.convert(told, PartitionAccount)
    error = CorpusError(f"{told['message']} ({told['host']})")
    error.code = told["code"]
    return error


def _documents(done: Done) -> int:
    """Return how many documents a partition had."""
    return sum(piece.documents_in for piece in done.pieces) if isinstance(done, PartitionAccount) else 0
