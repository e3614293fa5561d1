"""Is a corpus what its manifest says?"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import msgspec

from rawi.corpus.keeping import load_manifest
from rawi.corpus.places import hash_file
from rawi.errors import SourceError
from rawi.model.corpus import TableFile
from rawi.sources.streams import open_regular


class Fault(msgspec.Struct, frozen=True):
    """A file that is not what was written, and why."""

    path: str
    message: str


def check_corpus(folder: str | os.PathLike[str]) -> Iterator[Fault]:
    """Yield every file of a corpus that is not what its manifest says, and every table that it does not name.

    CorpusError if it has no manifest.
    """
    place = Path(folder)
    known = set[str]()
    for file in load_manifest(place).files:
        known.add(file.path)
        if (why := find_fault(place, file)) is not None:
            yield Fault(file.path, why)
    for found in sorted(place.rglob("*.parquet")):
        path = found.relative_to(place).as_posix()
        if path not in known and not path.startswith("relations"):
            yield Fault(path, "the manifest does not name it, and whoever asks the tables reads it")


def is_there(folder: Path, file: TableFile) -> bool:
    """Is there a file of this size?"""
    try:
        return _is_within(file.path) and (folder / file.path).stat().st_size == file.size
    except OSError:
        return False


def _is_within(path: str) -> bool:
    """Is a path of a manifest one below the corpus?"""
    parts = PurePosixPath(path).parts
    return bool(parts) and not path.startswith("/") and ".." not in parts


def find_fault(folder: Path, file: TableFile) -> str | None:
    """Return why a file below ``folder`` is not what was written; null if it is."""
    try:
        with open_regular(str(folder / file.path)) as opened:
            digest = hash_file(opened)
    except (SourceError, OSError) as error:
        return str(error)
    return None if digest == file.sha256 else "its bytes are others than those that were written"
