"""ZIP files: what they say of themselves is checked against the limits, and again while inflating."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO, cast

from rawi.model.source import Limits
from rawi.sources.streams import refused

_END = b"PK\x05\x06"
_END_64 = b"PK\x06\x06"
_TAIL = (1 << 16) + 22
_MOST_DIRECTORY = 64 << 20
_ENCRYPTED = 0x1
_CHUNK = 1 << 16
#: What ``zipfile.ZipFile`` raises of a damaged directory, of bad numbers and methods not its own error alone.
_DAMAGED = (zipfile.BadZipFile, ValueError, OSError, struct.error, NotImplementedError, EOFError)


def open_package(file: BinaryIO, limits: Limits) -> zipfile.ZipFile:
    """Open a ZIP file once it is sure that its directory is not too large to be read.

    Raises SourceError ``zip.damaged``, ``source.too-many``.
    """
    try:
        _check_directory(file, limits)
        return zipfile.ZipFile(file)
    except _DAMAGED as error:
        raise refused("zip.damaged", f"{error}"[:200] or type(error).__name__) from error


def _check_directory(file: BinaryIO, limits: Limits) -> None:
    """Refuse a directory of more members than the limit, or of more bytes than members need."""
    size = file.seek(0, io.SEEK_END)
    file.seek(max(0, size - _TAIL))
    tail = file.read(_TAIL)
    at = tail.rfind(_END)
    if at < 0 or len(tail) - at < 22:
        raise zipfile.BadZipFile("the directory at its end is missing; the file may be cut short")
    members, length = struct.unpack_from("<HL", tail, at + 10)
    wide = tail.rfind(_END_64, 0, at)
    if (members == 0xFFFF or length == 0xFFFFFFFF) and 0 <= wide <= len(tail) - 56:
        members, length = struct.unpack_from("<QQ", tail, wide + 32)
    if members > limits.records or length > _MOST_DIRECTORY:
        raise refused("source.too-many", f"{members} members in a directory of {length} bytes")


class Unfolding:
    """Counts what all members of a package unfold to; SourceError ``zip.bomb`` beyond the limits."""

    def __init__(self, packed: int, limits: Limits) -> None:
        self._packed, self._limits, self._out = packed, limits, 0

    def take(self, number: int) -> None:
        """Count so many bytes."""
        self._out += number
        ratio = self._out > self._limits.ratio_from and self._out > self._limits.ratio * max(self._packed, 1)
        if ratio or self._out > self._limits.inflated:
            raise refused("zip.bomb", f"{self._packed} bytes unfold to more than {self._out}")


class Member(io.RawIOBase):
    """The bytes of a member, counted; SourceError ``zip.damaged`` where they are not what was packed."""

    def __init__(self, inside: BinaryIO, unfolding: Unfolding) -> None:
        super().__init__()
        self._inside, self._unfolding = inside, unfolding

    def readable(self) -> bool:
        """Return true: it can only be read."""
        return True

    def read(self, size: int = -1) -> bytes:
        """Return some bytes, none at the end."""
        try:
            data = self._inside.read1(size if size > 0 else _CHUNK)  # type: ignore[attr-defined]
        except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError) as error:
            raise refused("zip.damaged", f"{error}"[:200] or "the member ends too early") from error
        self._unfolding.take(len(data))
        return bytes(data)


def open_member(package: zipfile.ZipFile, info: zipfile.ZipInfo, unfolding: Unfolding) -> BinaryIO:
    """Open a member for reading once. Its name is not used, only its place in the package.

    Raises SourceError ``zip.encrypted``, ``zip.method`` (packed otherwise than by deflate), ``zip.damaged``.
    """
    if info.flag_bits & _ENCRYPTED:
        raise refused("zip.encrypted", "it is locked by a password")
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise refused("zip.method", f"packed by method {info.compress_type}, which is not read")
    try:
        inside = cast(BinaryIO, package.open(info))
    except (zipfile.BadZipFile, ValueError, OSError, RuntimeError, struct.error) as error:
        raise refused("zip.damaged", f"{error}"[:200]) from error
    return cast(BinaryIO, Member(inside, unfolding))


def read_pieces(member: BinaryIO) -> Iterator[bytes]:
    """Yield the bytes of a member piece by piece."""
    while piece := member.read(_CHUNK):
        yield piece
