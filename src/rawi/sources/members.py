"""The inflated bytes of a gzip file, member by member, with an eye on bombs, cuts and what stands behind."""

from __future__ import annotations

import zlib
from collections import deque
from collections.abc import Callable, Iterator

from rawi.errors import SourceError
from rawi.model.source import Limits
from rawi.sources.streams import GZIP, refused

_CHUNK = 1 << 14
_OUT = 1 << 18
_START = GZIP + b"\x08"
_REMEMBERED = 64  # packed pieces kept to look for the next member among them
_STEP = 256  # packed bytes among which damage is looked for byte by byte


class Members:
    """Inflates what ``packed`` returns, some bytes at each call; see ``rawi.sources.cursor.Source``.

    Codes raised: ``gzip.truncated``, ``gzip.damaged``, ``gzip.trailing`` (something else behind the last
    member), ``gzip.bomb``. After each but the last ``resume`` looks for the next member.
    """

    def __init__(self, packed: Callable[[int], bytes], limits: Limits) -> None:
        self.fresh = False
        self._packed, self._limits = packed, limits
        self._inflater = zlib.decompressobj(31)
        self._raw = b""  # packed bytes that were read and not inflated yet
        self._past: deque[bytes] = deque(maxlen=_REMEMBERED)  # packed bytes of this member that were
        self._begun = self._dropped = (
            False  # something of this member was taken in; not all of it is in _past
        )
        self._given = 0  # inflated bytes of this member
        self._in = self._out = 0
        self._pending: SourceError | None = None

    def read(self, most: int) -> bytes:
        """Return some inflated bytes, none at the end; they never span two members."""
        if self._pending:
            error, self._pending = self._pending, None
            raise error
        self.fresh = not self._begun
        while True:
            if self._inflater.eof and not self._next_member():
                return b""
            if not self._raw and not self._read_packed():
                if not self._begun:
                    return b""
                raise refused(
                    "gzip.truncated", f"the compressed file ends too early, after {self._out} bytes"
                )
            if data := self._inflate(min(most, _OUT)):
                self._count(data)
                return data
            if self._pending:
                error, self._pending = self._pending, None
                raise error

    def _read_packed(self) -> bool:
        """Read packed bytes; tell whether there were any."""
        self._raw = self._packed(_CHUNK)
        self._in += len(self._raw)
        return bool(self._raw)

    def _next_member(self) -> bool:
        """Make ready for the member behind the one that ended; tell whether there is one."""
        self._raw = self._inflater.unused_data or self._raw
        self._begin()
        self.fresh = True
        while True:
            self._raw = self._raw.lstrip(b"\x00")  # tapes and disks pad with zeros
            if len(self._raw) > 1 or not (more := self._packed(_CHUNK)):
                break
            self._in += len(more)
            self._raw += more
        if self._raw and not self._raw.startswith(GZIP):
            raise refused("gzip.trailing", f"what stands behind {self._out} inflated bytes is not gzip")
        return bool(self._raw)

    def _inflate(self, most: int) -> bytes:
        """Inflate some of the packed bytes at hand; damage is raised with the next read."""
        self._begun = True
        raw = self._raw
        before = self._inflater.copy() if self._dropped else None
        try:
            data = self._inflater.decompress(raw, most)
        except zlib.error as error:
            self._pending = refused("gzip.damaged", f"{error}, after {self._out} bytes")
            return self._salvage(before, raw)
        self._raw = self._inflater.unconsumed_tail
        self._dropped = self._dropped or len(self._past) == _REMEMBERED
        self._past.append(raw[: len(raw) - len(self._raw)])
        self._given += len(data)
        return data

    def _salvage(self, before: zlib._Decompress | None, raw: bytes) -> bytes:
        """Return what can be inflated of ``raw`` before the damage: by the inflater as it was ``before``, or
        from the beginning of the member."""
        inflater = before or zlib.decompressobj(31)
        packed = raw if before else b"".join((*self._past, raw))
        parts: list[bytes] = []
        for start in range(0, len(packed), _STEP):
            held = inflater.copy()
            try:
                parts.append(inflater.decompress(packed[start : start + _STEP]))
            except zlib.error:
                parts += _inflate_slowly(held, packed[start : start + _STEP])
                break
        return b"".join(parts)[0 if before else self._given :]

    def _begin(self) -> None:
        """Make ready for the beginning of a member."""
        self._inflater = zlib.decompressobj(31)
        self._past.clear()
        self._begun = self._dropped = False
        self._given = 0

    def _count(self, data: bytes) -> None:
        """Refuse what unfolds beyond the limits."""
        self._out += len(data)
        ratio = self._out > self._limits.ratio_from and self._out > self._limits.ratio * max(self._in, 1)
        if ratio or self._out > self._limits.inflated:
            raise refused("gzip.bomb", f"{self._in} bytes unfold to more than {self._out}")

    def resume(self) -> bool:
        """Look for the next member behind damage; tell whether there is one."""
        window, self._pending = b"".join((*self._past, self._raw)), None
        start = 1  # not the member that failed
        while True:
            if (place := window.find(_START, start)) >= 0:
                break
            if not (more := self._packed(1 << 20)):
                return False
            self._in += len(more)
            window, start = window[-2:] + more, 0
        self._raw = window[place:]
        self._begin()
        return True

    def rewind(self, place: int) -> bool:
        """Tell that inflated bytes cannot be read again."""
        return False


def _inflate_slowly(inflater: zlib._Decompress, packed: bytes) -> Iterator[bytes]:
    """Yield what can be inflated byte by byte before the damage."""
    for place in range(len(packed)):
        try:
            yield inflater.decompress(packed[place : place + 1])
        except zlib.error:
            return
