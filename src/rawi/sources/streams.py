"""Bytes from a file that may be anything: bounded, and no pipe or device."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING, BinaryIO

from rawi.errors import SourceError

if TYPE_CHECKING:
    from rawi.model.source import Limits
    from rawi.sources.cursor import Cursor

GZIP = b"\x1f\x8b"


def refused(code: str, message: str) -> SourceError:
    """Return a SourceError with a code of its own, such as ``source.missing``."""
    error = SourceError(message)
    error.code = code
    return error


def shown(path: str) -> str:
    """Return a path as it can be written to a report: bytes that are no UTF-8 as ``\\xff``, so that two files
    stay two."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


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


def read_all(cursor: Cursor, limits: Limits) -> tuple[bytes, SourceError | None]:
    """Return all bytes that are left, and the error that cut them short, if one did.

    Raises SourceError ``source.too-large`` beyond ``limits.item``, or what cut it short at its start.
    """
    data = cursor.take(limits.item + 1)
    cut = cursor.failed
    if cut and cut.code == "gzip.bomb":
        raise cut
    if len(data) > limits.item:
        raise refused("source.too-large", f"more than {limits.item} bytes in one document")
    return data, cut
