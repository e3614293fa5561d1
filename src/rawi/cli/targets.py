"""Files that a command writes where the user says: never over what it reads, whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable

from rawi.cli.faults import Fault
from rawi.views.files import write_file

_BESIDE_LEDGER = ("", "-wal", "-shm", "-journal")


def refuse_target(option: str, target: str | None, ledger: str, inputs: Iterable[str] = ()) -> None:
    """Raise wrong usage of ``option`` if ``target`` is the ledger, a file beside it, or an input.

    A file below a folder of ``inputs`` is one of them if it would be read from there.
    """
    if target is None:
        return
    real = os.path.realpath(ledger)
    if any(_same(target, f"{real}{ending}") for ending in _BESIDE_LEDGER):
        raise Fault("usage.target", f"{option} {target}", "this is the ledger, or part of it")
    if any(_reads(path, target) for path in inputs if path != "-"):
        raise Fault("usage.target", f"{option} {target}", "this is one of the inputs")


def _same(one: str, other: str) -> bool:
    """Say whether two paths lead to one file, there already or not; a device is nobody's."""
    try:
        if os.path.exists(one) and os.path.exists(other):
            return os.path.samefile(one, other)
        return os.path.realpath(one) == os.path.realpath(other)
    except (OSError, ValueError):
        return False


def _reads(path: str, target: str) -> bool:
    """Say whether ``target`` is the input ``path``, or an article in the folder ``path``."""
    from rawi.sources.formats import FORMATS

    if _same(path, target):
        return True
    ending = os.path.splitext(target.lower().removesuffix(".gz"))[1]
    if ending not in FORMATS or not os.path.isfile(target) or not os.path.isdir(path):
        return False
    folder = os.path.realpath(path)
    return os.path.realpath(target).startswith(os.path.join(folder, ""))


def write_target(path: str, pieces: Iterable[bytes]) -> None:
    """Write a file beside its place and then put it there, so that nobody finds half of one.

    A link stays a link; a device or pipe is written to as it is. A Fault if it cannot be written.
    """
    try:
        write_file(path, pieces)
    except (OSError, ValueError) as error:
        raise Fault("output", path, getattr(error, "strerror", None) or str(error)) from error
