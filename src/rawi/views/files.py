"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable


def write_file(path: str, pieces: Iterable[bytes]) -> None:
    """Write a file beside its place and then put it there, so that nobody finds half of one.

    A link stays a link; a device or pipe is written to as it is. OSError if it cannot be written, ValueError
    for what is no path.
    """
    if os.path.exists(path) and not os.path.isfile(path):
        with open(path, "wb") as file:
            file.writelines(pieces)
    else:
        _replace(os.path.realpath(path), pieces)


def _replace(path: str, pieces: Iterable[bytes]) -> None:
    """Put a new file in the place of ``path``, with the permissions of the old one."""
    descriptor, beside = tempfile.mkstemp(prefix=".rawi-", suffix=".part", dir=os.path.dirname(path))
    try:
        with open(descriptor, "wb") as file:
            file.writelines(pieces)
        os.chmod(beside, _permissions(path))
        os.replace(beside, path)
    except BaseException:
        os.unlink(beside)
        raise


def _permissions(path: str) -> int:
    """Return the permissions of a file, or those that a new one gets."""
    if os.path.exists(path):
        return os.stat(path).st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
