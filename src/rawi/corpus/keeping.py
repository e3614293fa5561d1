"""The files in which a corpus keeps its plan, what came of each partition, and its manifest."""

from __future__ import annotations

import fcntl
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import msgspec

from rawi.errors import CorpusError
from rawi.model.corpus import Manifest, PartitionAccount, Plan

VERSION = 1
PLAN, MANIFEST, ACCOUNTS = "plan.json", "manifest.json", "partitions"
LOCK = ".lock"

T = TypeVar("T", Manifest, PartitionAccount, Plan)


def refused(code: str, message: str) -> CorpusError:
    """Return a CorpusError with a code of its own, such as ``corpus.other-run``."""
    error = CorpusError(message)
    error.code = code
    return error


def keep_account(out: Path, account: PartitionAccount) -> None:
    """Write what came of a partition: from now on it counts as done."""
    _write(out / ACCOUNTS / f"{account.number:05d}.json", account)


def load_account(out: Path, number: int) -> PartitionAccount | None:
    """Return what came of a partition; null if it is not done. CorpusError for a damaged file."""
    return _load(out / ACCOUNTS / f"{number:05d}.json", PartitionAccount)


def keep_plan(out: Path, plan: Plan) -> None:
    """Write the plan of a run."""
    _write(out / PLAN, plan)


def load_plan(out: Path) -> Plan | None:
    """Return the plan of the run whose folder it is; null if there is none."""
    return _load(out / PLAN, Plan)


def keep_manifest(out: Path, manifest: Manifest) -> None:
    """Write the manifest: the corpus is whole."""
    _write(out / MANIFEST, manifest, indent=1)


def load_manifest(out: Path) -> Manifest:
    """Return the manifest of a corpus. Raises CorpusError ``corpus.missing`` where there is none, or
    ``corpus.unfinished`` where a run has not come to its end."""
    found = _load(out / MANIFEST, Manifest)
    if found is not None:
        return found
    if (out / PLAN).exists():
        raise refused("corpus.unfinished", f"{out}: the run has not come to its end; run it again to go on")
    raise refused("corpus.missing", f"{out}: there is no {MANIFEST} in it")


def _write(place: Path, value: Manifest | PartitionAccount | Plan, indent: int = 0) -> None:
    """Write a file whole or not at all."""
    place.parent.mkdir(parents=True, exist_ok=True)
    data = msgspec.json.encode(value)
    made = place.with_name(f"{place.name}.{secrets.token_hex(6)}.tmp")
    try:
        with open(made, "wb") as file:
            file.write((msgspec.json.format(data, indent=indent) if indent else data) + b"\n")
            file.flush()
            os.fsync(file.fileno())
        os.replace(made, place)
    finally:
        made.unlink(missing_ok=True)


def _load(place: Path, kind: type[T]) -> T | None:
    """Return what a file holds; null if there is none."""
    try:
        return msgspec.json.decode(place.read_bytes(), type=kind)
    except FileNotFoundError:
        return None
    except msgspec.DecodeError as error:
        raise refused("corpus.damaged", f"{place}: {error}") from error


@contextmanager
def alone(out: Path) -> Iterator[None]:
    """Hold a folder for one run of this machine at a time; CorpusError ``corpus.busy`` if another has it."""
    out.mkdir(parents=True, exist_ok=True)
    place = out / LOCK
    with open(place, "w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if not os.path.samestat(os.fstat(file.fileno()), place.stat()):
                raise FileNotFoundError(place)  # whoever had it has just taken it away
        except OSError as error:
            raise refused("corpus.busy", f"{out}: another run is writing to it") from error
        try:
            yield
        finally:
            place.unlink(missing_ok=True)


def sweep(out: Path) -> None:
    """Take away what runs that were killed had begun to write."""
    for left in out.glob("**/*.tmp"):
        left.unlink(missing_ok=True)
