"""Copies of a ledger that can be trusted: written whole or not at all, looked through before they are used.

Beside a backup ``FILE`` stands ``FILE.sha256``, a line as ``sha256sum -c`` reads it: verification alone
cannot see every changed byte, for some bytes of a database mean nothing.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from errno import EEXIST
from hashlib import file_digest
from pathlib import Path

import msgspec

from rawi.errors import LedgerError, SourceError
from rawi.ledger.faults import LedgerDamaged
from rawi.ledger.ledger import Ledger, open_ledger
from rawi.ledger.results import Counts, Mismatch
from rawi.ledger.verification import Derive
from rawi.sources.streams import open_regular

#: What may lie beside a ledger, and is part of it as far as SQLite is concerned.
BESIDE = ("", "-wal", "-shm", "-journal")
SEAL = ".sha256"
_PIECE = 1 << 20


class Backup(msgspec.Struct, frozen=True):
    """A backup that was written: its hash and size, what is in it, and the head of its journal."""

    path: str
    sha256: str
    size: int
    head: str
    counts: Counts


class Restored(msgspec.Struct, frozen=True):
    """What came of a restoring: nothing was written if there are ``mismatches``.

    ``sealed``: whether a ``FILE.sha256`` was there to compare with. ``head`` and ``counts`` are null where
    the backup was not even opened.
    """

    path: str
    sha256: str
    sealed: bool
    head: str | None = None
    counts: Counts | None = None
    mismatches: tuple[Mismatch, ...] = ()


def write_backup(ledger: Ledger, target: Path) -> Backup:
    """Write the ledger as it is at this moment to ``target``, while others go on writing to it.

    Raises FileExistsError if anything is there already, OSError or LedgerError if it cannot be written; then
    nothing is left.
    """
    seal = target.with_name(target.name + SEAL)
    _refuse_taken([*_family(target), seal])
    with _beside(target) as copy:
        ledger.copy_into(copy)
        with open_ledger(copy, create=False) as snapshot:
            head, counts = snapshot.head(), snapshot.counts()
        digest = _settle(copy)
        _place(copy, target)
    try:
        _write_seal(seal, digest, target.name)
    except BaseException:
        target.unlink()
        raise
    return Backup(str(target), digest, target.stat().st_size, head, counts)


def restore_backup(source: Path, target: Path, derive: Derive | None = None) -> Restored:
    """Make the backup ``source`` the ledger ``target``, if its hash is right and ``Ledger.verify`` finds it
    sound, which with ``derive`` reads all texts again.

    What is looked through is the copy that becomes the ledger. Raises FileExistsError if there is a ledger,
    or a part of one; SourceError if there is no file to read; OSError or LedgerError if it cannot be written,
    is no ledger, or is of a later version.
    """
    _refuse_taken(_family(target))
    with _beside(target) as copy:
        _copy(source, copy)
        digest, sealed = _hash(copy), _read_seal(source)
        if sealed is not None and digest != sealed:
            told = Mismatch(
                "backup.changed", str(source), f"its sha256 is {digest}, not {sealed or 'readable'}"
            )
            return Restored(str(target), digest, True, mismatches=(told,))
        with _named(copy, source):
            restored = _look_through(copy, target, digest, sealed is not None, derive)
        if not restored.mismatches:
            _settle(copy)
            _place(copy, target)
    return restored


def _look_through(copy: Path, target: Path, digest: str, sealed: bool, derive: Derive | None) -> Restored:
    """Verify a copy; what cannot even be opened is a mismatch."""
    try:
        with open_ledger(copy, create=False) as ledger:
            found = tuple(ledger.verify(derive))
            return Restored(str(target), digest, sealed, ledger.head(), ledger.counts(), found)
    except LedgerDamaged as error:
        told = Mismatch("database.damaged", "", str(error).replace(str(copy), "it"))
    except (AttributeError, KeyError, OverflowError, TypeError, ValueError) as error:  # rows of another shape
        told = Mismatch(
            "database.damaged", "", f"it cannot be looked through: {type(error).__name__}: {error}"
        )
    return Restored(str(target), digest, sealed, mismatches=(told,))


@contextmanager
def _named(copy: Path, source: Path) -> Iterator[None]:
    """Let what is said of the copy be said of the backup that the user named."""
    try:
        yield
    except LedgerError as error:
        raise type(error)(str(error).replace(str(copy), str(source))) from error


def _family(path: Path) -> list[Path]:
    """Return a ledger's file and what may lie beside it."""
    return [path.with_name(path.name + ending) for ending in BESIDE]


def _refuse_taken(paths: list[Path]) -> None:
    """Raise FileExistsError for the first path at which there is anything, even a link to nowhere."""
    for path in paths:
        if os.path.lexists(path):
            raise FileExistsError(EEXIST, "there is a file already", str(path))


@contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """Give a path beside ``target``, for its owner alone; whatever lies there in the end is deleted."""
    descriptor, name = tempfile.mkstemp(prefix=".rawi-", suffix=".part", dir=target.parent)
    os.close(descriptor)
    try:
        yield Path(name)
    finally:
        for path in _family(Path(name)):
            path.unlink(missing_ok=True)


def _copy(source: Path, target: Path) -> None:
    """Copy the bytes of a regular file."""
    with open_regular(str(source)) as reading, target.open("wb") as writing:
        while piece := reading.read(_PIECE):
            writing.write(piece)


def _hash(path: Path) -> str:
    """Return the sha256 of a file."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _settle(path: Path) -> str:
    """Wait until a file is on the disk, and return its sha256 as it is read back."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())
    return _hash(path)


def _place(path: Path, target: Path) -> None:
    """Give a file its name, never over another; FileExistsError if there is one by now."""
    try:
        os.link(path, target)
    except FileExistsError:
        _refuse_taken([target])
        raise
    except OSError:  # a file system without links: between the look and the renaming there is a moment
        _refuse_taken([target])
        os.rename(path, target)
    try:
        _settle_folder(target.parent)
    except BaseException:
        target.unlink()
        raise


def _settle_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk, where the system can say that."""
    if hasattr(os, "O_DIRECTORY"):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _write_seal(path: Path, digest: str, name: str) -> None:
    """Write the hash beside the backup."""
    with _beside(path) as part:
        part.write_bytes(f"{digest}  ".encode() + os.fsencode(name) + b"\n")
        _settle(part)
        _place(part, path)


def _read_seal(source: Path) -> str | None:
    """Return the hash that stands beside a backup: null if there is none, empty if it cannot be read."""
    try:
        with open_regular(str(source) + SEAL) as file:
            words = file.read(200).split()
    except SourceError as error:
        if error.code == "source.missing":
            return None
        raise
    written = words[0].decode("ascii", "replace") if words else ""
    return written if len(written) == 64 else ""
