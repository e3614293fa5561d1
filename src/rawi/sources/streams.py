"""Bytes from a file that may be anything: bounded, no pipe or device, inflated with an eye on bombs."""

from __future__ import annotations

import gzip
import io
import os
import stat
import zlib
from typing import BinaryIO

from rawi.errors import SourceError
from rawi.model.source import Limits

GZIP = b"\x1f\x8b"


def refused(code: str, message: str) -> SourceError:
    """Return a SourceError with a code of its own, such as ``source.missing``."""
    error = SourceError(message)
    error.code = code
    return error


def shown(path: str) -> str:
    """Return a path as it can be written to a report: bytes that are no UTF-8 as U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")


def open_regular(path: str) -> BinaryIO:
    """Open a regular file for reading; SourceError for anything else, without waiting on a pipe.

    Codes: ``source.missing``, ``source.special`` (pipe, device, socket), ``source.loop`` (links in a circle),
    ``source.unreadable``.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except FileNotFoundError as error:
        raise refused("source.missing", "there is no such file") from error
    except (OSError, ValueError) as error:
        raise refused(*_reason(path, error)) from error
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise refused("source.special", "not a regular file (pipe, device or socket)")
    return os.fdopen(descriptor, "rb")


def _reason(path: str, error: OSError | ValueError) -> tuple[str, str]:
    """Return code and message for a file that does not open."""
    if isinstance(error, OSError) and error.errno == getattr(os, "ELOOP", 40):
        return "source.loop", "symbolic links in a circle"
    try:
        special = not stat.S_ISREG(os.stat(path).st_mode)
    except (OSError, ValueError):
        special = False
    return ("source.special", "not a regular file") if special else ("source.unreadable", str(error))


class Inflating(io.RawIOBase):
    """The inflated bytes of a gzip file; raises SourceError when it is cut short, damaged or a bomb.

    Codes: ``gzip.truncated``, ``gzip.damaged``, ``gzip.bomb``.
    """

    def __init__(self, packed: BinaryIO, limits: Limits) -> None:
        super().__init__()
        self._packed = packed
        self._inside = gzip.GzipFile(fileobj=packed)
        self._limits = limits
        self._out = 0

    def readable(self) -> bool:
        """Return true: it can only be read."""
        return True

    def readinto(self, buffer: object) -> int:
        """Fill ``buffer`` with inflated bytes and return how many; see the class for what is raised."""
        view = memoryview(buffer)  # type: ignore[arg-type]
        try:
            data = self._inside.read1(len(view))
        except EOFError as error:
            raise refused(
                "gzip.truncated", f"the compressed file ends too early, after {self._out} bytes"
            ) from error
        except (gzip.BadGzipFile, zlib.error, OSError) as error:
            raise refused("gzip.damaged", f"{error}, after {self._out} bytes") from error
        view[: len(data)] = data
        self._out += len(data)
        self._check()
        return len(data)

    def _check(self) -> None:
        """Refuse what unfolds beyond the limits."""
        read = self._packed.tell() if self._packed.seekable() else self._out
        ratio = self._out > self._limits.ratio_from and self._out > self._limits.ratio * max(read, 1)
        if ratio or self._out > self._limits.inflated:
            raise refused("gzip.bomb", f"{read} bytes unfold to more than {self._out}")


def open_inflated(packed: BinaryIO, limits: Limits) -> BinaryIO:
    """Return a buffered stream of the inflated bytes of ``packed``."""
    return io.BufferedReader(Inflating(packed, limits))


def read_all(stream: BinaryIO, limits: Limits) -> tuple[bytes, SourceError | None]:
    """Return all bytes of a stream, and the error that cut it short, if one did.

    Raises SourceError ``source.too-large`` beyond ``limits.item``, or what cut it short at its start.
    """
    parts: list[bytes] = []
    size = 0
    cut: SourceError | None = None
    while True:
        try:
            part = stream.read1(1 << 16)  # type: ignore[attr-defined]
        except SourceError as error:
            if error.code == "gzip.bomb" or not parts:
                raise
            cut = error
            break
        if not part:
            break
        parts.append(part)
        size += len(part)
        if size > limits.item:
            raise refused("source.too-large", f"more than {limits.item} bytes in one document")
    return b"".join(parts), cut
