"""Is a corpus what its manifest says?"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

import msgspec

from rawi.corpus.keeping import load_manifest
from rawi.model.corpus import TableFile


class Fault(msgspec.Struct, frozen=True):
    """A file that is not what was written, and why."""

    path: str
    message: str


def check_corpus(folder: str | os.PathLike[str]) -> Iterator[Fault]:
    """Yield every file of a corpus that is not what its manifest says. CorpusError if it has no manifest."""
    place = Path(folder)
    for file in load_manifest(place).files:
        if (why := find_fault(place, file)) is not None:
            yield Fault(file.path, why)


def find_fault(folder: Path, file: TableFile) -> str | None:
    """Return why a file below ``folder`` is not what was written; null if it is."""
    try:
        with open(folder / file.path, "rb") as opened:
            digest = hashlib.file_digest(opened, "sha256").hexdigest()
    except OSError as error:
        return error.strerror or str(error)
    return None if digest == file.sha256 else "its bytes are others than those that were written"
