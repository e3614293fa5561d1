"""The files below a folder, by name, without walking in circles."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator

from rawi.model.source import Limits, Rejected
from rawi.sources.streams import shown

#: What a folder has that ``rawi corpus extract`` made: its tables hold what was read, and are no articles.
_CORPUS = frozenset({"plan.json", "partitions"})
_LITTER = frozenset({".DS_Store", "Thumbs.db", "desktop.ini", ".directory"})


def is_litter(name: str) -> bool:
    """Tell whether a file was put there by an operating system and never holds an article.

    >>> is_litter("news/.DS_Store"), is_litter("__MACOSX/a.txt"), is_litter("._a.txt"), is_litter(".a.txt")
    (True, True, True, False)
    """
    *folders, last = name.replace("\\", "/").split("/")
    return last in _LITTER or last.startswith("._") or "__MACOSX" in folders


def find_files(path: str, limits: Limits) -> Iterator[str | Rejected]:
    """Yield ``path`` itself if it is no folder, else every file below it by name, and what is refused.

    Codes: ``source.loop`` (a link back to a folder above), ``source.too-deep``, ``source.unreadable``,
    ``source.empty-folder``, ``source.corpus`` (a folder that ``rawi corpus extract`` made).
    """
    try:
        folder = os.path.isdir(path)
    except ValueError as error:
        yield Rejected(shown(path.replace("\x00", "\ufffd")), None, "source.unreadable", str(error))
        return
    if folder:
        yield from _walk(path, (), limits)
    else:
        yield path


def _walk(path: str, above: tuple[tuple[int, int], ...], limits: Limits) -> Iterator[str | Rejected]:
    """Yield the files of a folder; ``above`` identifies the folders it lies in."""
    try:
        here = os.stat(path)
        entries = sorted(os.scandir(path), key=lambda entry: os.fsencode(entry.name))
    except OSError as error:
        yield Rejected(shown(path), None, "source.unreadable", str(error))
        return
    identity = (here.st_dev, here.st_ino)
    if identity in above:
        yield Rejected(shown(path), None, "source.loop", "a link to a folder that it lies in")
    elif len(above) >= limits.depth:
        yield Rejected(shown(path), None, "source.too-deep", f"more than {limits.depth} folders deep")
    elif {entry.name for entry in entries} >= _CORPUS:
        yield Rejected(shown(path), None, "source.corpus", "a corpus: rawi add --parquet takes it")
    elif not entries and not above:
        yield Rejected(shown(path), None, "source.empty-folder", "the folder has no files")
    else:
        for entry in entries:
            yield from _enter(entry, (*above, identity), limits)


def _enter(
    entry: os.DirEntry[str], above: tuple[tuple[int, int], ...], limits: Limits
) -> Iterator[str | Rejected]:
    """Yield an entry of a folder, or the files below it; refuse one that cannot be looked at."""
    if entry.name == "__MACOSX" or is_litter(entry.name):
        return
    try:
        folder = entry.is_dir()
    except OSError as error:
        circle = error.errno == errno.ELOOP
        code, why = (
            ("source.loop", "symbolic links in a circle") if circle else ("source.unreadable", str(error))
        )
        yield Rejected(shown(entry.path), None, code, why)
        return
    if folder:
        yield from _walk(entry.path, above, limits)
    else:
        yield entry.path
