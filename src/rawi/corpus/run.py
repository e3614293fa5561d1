"""A run over a corpus: its plan, the partitions that are not done yet, and the manifest in the end.

The plan is made of the inputs alone and kept; a partition is done once its account is kept. So a run that was
stopped, or killed, goes on when it is started again, and gives what it would have given.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Literal, NamedTuple, Protocol

from rawi.corpus.accounting import build_manifest, find_empty
from rawi.corpus.checking import is_there
from rawi.corpus.cutting import cut_inputs
from rawi.corpus.engine import run_daft
from rawi.corpus.keeping import (
    LOCK,
    VERSION,
    alone,
    keep_manifest,
    keep_plan,
    load_account,
    load_plan,
    refused,
    sweep,
)
from rawi.corpus.places import find_inputs
from rawi.corpus.pool import Done, Step, run_pool
from rawi.corpus.reading import LIMITS
from rawi.corpus.tasks import Task
from rawi.corpus.writing import PartitionWriter
from rawi.errors import RawiError
from rawi.ingest.provenance import extractor_name
from rawi.model.corpus import CorpusInput, CorpusOptions, Manifest, PartitionAccount, Plan, TableFile
from rawi.model.source import Rejected

Runner = Literal["local", "daft", "ray"]


class Crew(NamedTuple):
    """Who does the partitions: ``local`` processes, ``daft`` here, or Daft on the ``ray`` cluster at an
    address; ``jobs`` at once."""

    runner: Runner = "local"
    jobs: int = 1
    address: str | None = None


class Progress(Protocol):
    """What is told of a run while it goes on."""

    @property
    def planned(self) -> Callable[[int, int], None]:
        """Told how many partitions there are, and how many of them were done before."""

    @property
    def document(self) -> Callable[[], None]:
        """Told of each document that is done."""

    @property
    def partition(self) -> Callable[[], None]:
        """Told of each partition that is done."""


class Silence:
    """Tells nothing."""

    def planned(self, partitions: int, done: int) -> None:
        """Pass over it."""

    def document(self) -> None:
        """Pass over it."""

    def partition(self) -> None:
        """Pass over it."""


class Result(NamedTuple):
    """What came of a run: the manifest, null if partitions ``failed``, of which each error says why."""

    manifest: Manifest | None
    failed: tuple[RawiError, ...]


def extract_corpus(
    paths: Sequence[str],
    out: str | os.PathLike[str],
    options: CorpusOptions | None = None,
    crew: Crew = Crew(),  # noqa: B008 - a NamedTuple cannot be changed
    progress: Progress | None = None,
    target: int | None = None,
) -> Result:
    """Extract everything that ``paths`` name into Parquet files below ``out``; go on where a run stopped.

    ``paths`` are files, folders, patterns or URLs that Daft reads, of any format that ``rawi extract`` reads
    and Parquet. ``target``: how many bytes of input a partition should have. What is in ``out`` depends on
    neither crew nor interruptions.

    Raises CorpusError: ``corpus.other-run`` where ``out`` holds another run (other inputs, options, version),
    ``corpus.busy``, ``corpus.not-empty``, ``corpus.extra``, ``corpus.cluster``, ``corpus.engine`` where the
    engine fails or ends before all is done.
    """
    folder, told = Path(out), progress or Silence()
    with alone(folder):
        refusals: list[Rejected] = []
        plan = _plan(list(paths), folder, options or CorpusOptions(), refusals, target)
        sweep(folder)
        accounts = {one.number: one for one in _accounts(plan, folder)}
        told.planned(len(plan.partitions), len(accounts))
        failed: list[RawiError] = []
        for done in _do(plan, folder, accounts, crew, told.document):
            if isinstance(done, PartitionAccount):
                accounts[done.number] = done
                told.partition()
            else:
                failed.append(done)
        sweep(folder)
        if failed:
            return Result(None, tuple(failed))
        if left := len(plan.partitions) - len(accounts):
            raise refused("corpus.engine", f"it ended before {left} partitions were done")
        ordered = [accounts[number] for number in sorted(accounts)]
        files = _keep_refusals(folder, [*refusals, *find_empty(plan, ordered)])
        manifest = build_manifest(plan, ordered, refusals, files, _versions())
        keep_manifest(folder, manifest)
        return Result(manifest, ())


def _plan(
    paths: list[str], out: Path, options: CorpusOptions, refusals: list[Rejected], target: int | None
) -> Plan:
    """Return the plan of a run: the one that is kept, if it is of the same inputs and options."""
    inputs: list[CorpusInput] = []
    for found in find_inputs(paths, LIMITS, str(out)):
        (inputs if isinstance(found, CorpusInput) else refusals).append(found)  # type: ignore[arg-type]
    kept, none = load_plan(out), tuple((one.path, one.code) for one in refusals)
    if kept is None:
        if any(one.name != LOCK for one in out.iterdir()):
            raise refused("corpus.not-empty", f"{out}: it holds other files")
        cut = tuple(cut_inputs(inputs, target))
        plan = Plan(VERSION, extractor_name(), options, tuple(inputs), cut, none)
        keep_plan(out, plan)
        return plan
    fresh = Plan(VERSION, extractor_name(), options, tuple(inputs), kept.partitions, none)
    if fresh != kept:
        raise refused("corpus.other-run", f"{out}: {_differs(fresh, kept)}")
    return kept


def _differs(fresh: Plan, kept: Plan) -> str:
    """Say in what a run differs from the one that is kept."""
    if fresh.extractor != kept.extractor:
        return f"begun by {kept.extractor}, and this is {fresh.extractor}"
    if (fresh.inputs, fresh.refused) != (kept.inputs, kept.refused):
        other = {one.path for one in set(fresh.inputs) ^ set(kept.inputs)}
        other |= {path for path, _ in set(fresh.refused) ^ set(kept.refused)}
        return f"begun with other inputs: {', '.join(sorted(other)[:3])}"
    return "begun with other options"


def _accounts(plan: Plan, out: Path) -> Iterator[PartitionAccount]:
    """Yield what came of the partitions that are done, and whose files are all there."""
    for partition in plan.partitions:
        account = load_account(out, partition.number)
        if account is not None and all(is_there(out, file) for file in account.files):
            yield account


def _do(plan: Plan, out: Path, done: Iterable[int], crew: Crew, step: Step) -> Iterator[Done]:
    """Yield what comes of the partitions that are not done yet."""
    known, base = frozenset(done), os.getcwd()
    tasks = [
        Task(
            partition,
            {piece.input: plan.inputs[piece.input] for piece in partition.pieces},
            plan.options,
            str(out.resolve()),
            base,
        )
        for partition in plan.partitions
        if partition.number not in known
    ]
    if not tasks:
        return
    if crew.runner == "local":
        yield from run_pool(tasks, crew.jobs, step)
    else:
        yield from run_daft(tasks, crew.runner, crew.address, crew.jobs, step)


def _keep_refusals(out: Path, refusals: Sequence[Rejected]) -> tuple[TableFile, ...]:
    """Write what was refused as a whole; its items have numbers below those of all partitions."""
    with PartitionWriter(out, "inputs") as writer:
        for number, one in enumerate(refusals, 1):
            writer.reject(-number, one)
        return writer.finish()


def _versions() -> dict[str, str]:
    """Return the versions of what decides the bytes of the files, beside the extractor."""
    return {name: version(name) for name in ("msgspec", "pyarrow")}
