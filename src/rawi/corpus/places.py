"""Where inputs lie: files of this machine, and what Daft reads by URL (s3, gs, az, http, hf)."""

from __future__ import annotations

import io
import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from glob import has_magic, iglob
from hashlib import file_digest
from typing import Any, BinaryIO, cast

from rawi.errors import CorpusError
from rawi.model.corpus import CorpusInput
from rawi.model.source import Limits, Rejected
from rawi.sources.folders import find_files
from rawi.sources.formats import find_format
from rawi.sources.streams import open_regular, refused, shown

_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_CHUNK = 1 << 20
#: Daft and Ray tell their makers of each use unless they are told not to; Ray listens to whoever asks.
_QUIET = {
    "DAFT_ANALYTICS_ENABLED": "0",
    "DO_NOT_TRACK": "true",
    "SCARF_NO_ANALYTICS": "true",
    "RAY_USAGE_STATS_ENABLED": "0",
}


def load_daft() -> Any:
    """Return Daft, told to tell nobody of it; CorpusError ``corpus.extra`` where it is not installed."""
    os.environ.update(_QUIET)
    try:
        import daft
    except ImportError as error:
        raise needs("corpus", "Daft") from error
    return daft


def needs(extra: str, what: str) -> CorpusError:
    """Return the error for an extra that is not installed."""
    error = CorpusError(f"{what} is not installed: pip install 'rawi[{extra}]'")
    error.code = "corpus.extra"
    return error


def is_url(path: str) -> bool:
    """Is it an address, not a file of this machine?

    >>> is_url("s3://crawl/2024/"), is_url("crawl/a.warc.gz"), is_url("C:/crawl")
    (True, False, False)
    """
    return _URL.match(path) is not None


def find_inputs(paths: list[str], limits: Limits, out: str | None = None) -> Iterator[CorpusInput | Rejected]:
    """Yield every file that ``paths`` name, in their order: files, folders, patterns (``crawl/**/*.gz``),
    URLs and patterns of them; and what is refused. What one path names comes by name, and nothing twice,
    under whatever names. What lies below ``out`` is passed over."""
    met: set[str] = set()
    below = os.path.join(os.path.realpath(out), "") if out is not None else None
    for path in paths:
        for found in _find_urls(path) if is_url(path) else _find_local(path, limits):
            name = found.path if is_url(found.path) else os.path.realpath(found.path)
            if name not in met and not (below and name.startswith(below)):
                met.add(name)
                yield found


def _find_local(path: str, limits: Limits) -> Iterator[CorpusInput | Rejected]:
    """Yield the files that a path or pattern names."""
    if has_magic(path) and not os.path.lexists(path):
        names = sorted(iglob(path, recursive=True), key=os.fsencode)
        if not names:
            yield Rejected(shown(path), None, "source.missing", "no file has such a name")
    else:
        names = [path]
    for name in names:
        for found in find_files(name, limits):
            yield found if isinstance(found, Rejected) else _as_input(found, explicit=found == name)


def _as_input(path: str, *, explicit: bool) -> CorpusInput | Rejected:
    """Return a file as an input, or why it is none."""
    try:
        path.encode()
        kind = find_format(path, explicit)
        with open_regular(path) as file:
            known = os.fstat(file.fileno())
    except UnicodeEncodeError:
        return Rejected(shown(path), None, "source.name", "its name is no text: rename it")
    except Exception as error:  # noqa: BLE001 - whatever is wrong with one input must not stop the others
        code = getattr(error, "code", "source.unreadable")
        return Rejected(shown(path), None, str(code), str(error)[:200])
    return CorpusInput(path, known.st_size, known.st_mtime_ns, kind)


def _find_urls(path: str) -> Iterator[CorpusInput | Rejected]:
    """Yield what an address names, or all below one that ends with a slash."""
    daft = load_daft()
    try:
        if path.lower().startswith(("http://", "https://")):  # which can be asked for, but not looked through
            rows = [{"path": path, "size": daft.File(path).size()}]
        else:
            rows = daft.from_glob_path(f"{path}**" if path.endswith("/") else path).sort("path").to_pylist()
    except Exception as error:  # noqa: BLE001 - Daft raises errors of many kinds for what it does not reach
        yield Rejected(path, None, "source.unreadable", str(error).splitlines()[0][:200])
        return
    if not rows:
        yield Rejected(path, None, "source.missing", "nothing is found there")
    for row in rows:
        try:
            yield CorpusInput(row["path"], int(row["size"] or 0), None, find_format(row["path"], True))
        except Exception as error:  # noqa: BLE001 - as above
            code = getattr(error, "code", "source.unreadable")
            yield Rejected(row["path"], None, str(code), str(error)[:200])


def look_at(path: str) -> tuple[int, int | None]:
    """Return size and time of change of an input as they are now, as ``CorpusInput`` has them; OSError or
    SourceError if it is not there."""
    if is_url(path):
        daft = load_daft()
        try:
            return int(daft.File(path).size()), None
        except Exception as error:
            raise refused("source.unreadable", str(error).splitlines()[0][:200]) from error
    known = os.stat(path)
    return known.st_size, known.st_mtime_ns


@contextmanager
def open_input(path: str, first: int = 0, last: int | None = None) -> Iterator[BinaryIO]:
    """Give an input as a file that can go back: the bytes ``first`` to ``last``, all if ``last`` is null.

    What has an address is copied to a file of this machine first, which is gone in the end. Raises
    SourceError.
    """
    if is_url(path):
        with tempfile.TemporaryFile() as file:
            _fetch(path, file, first, last)
            file.seek(0)
            yield cast(BinaryIO, file)
        return
    with open_regular(path) as raw:
        yield raw if last is None else cast(BinaryIO, io.BufferedReader(_Window(raw, first, last)))


def _fetch(path: str, file: Any, first: int, last: int | None) -> None:
    """Copy bytes of an address to a file."""
    daft = load_daft()
    try:
        with daft.File(path).open() as source:
            source.seek(first)
            left = last - first if last is not None else None
            while left is None or left > 0:
                data = source.read(_CHUNK if left is None else min(_CHUNK, left))
                if not data and left:
                    raise refused("source.unreadable", f"it ended {left} bytes early")
                if not data:
                    break
                file.write(data)
                left = None if left is None else left - len(data)
    except Exception as error:
        raise refused("source.unreadable", str(error).splitlines()[0][:200]) from error


def hash_file(file: BinaryIO) -> str:
    """Return the hash of all of a file, and go back to its beginning."""
    file.seek(0)
    digest = file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]  # these can be read into
    file.seek(0)
    return digest


class _Window(io.RawIOBase):
    """The bytes of a file from ``first`` to ``last``, as a file of their own."""

    def __init__(self, raw: BinaryIO, first: int, last: int) -> None:
        super().__init__()
        self._raw, self._first, self._size = raw, first, last - first
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        base = {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self._size}[whence]
        self._at = max(0, base + offset)
        return self._at

    def readinto(self, buffer: Any) -> int:
        self._raw.seek(self._first + self._at)
        data = self._raw.read(max(0, min(len(buffer), self._size - self._at)))
        buffer[: len(data)] = data
        self._at += len(data)
        return len(data)
