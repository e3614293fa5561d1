"""Bytes read once, forward: by lines, by number, with a look ahead and a way to lay some back.

The naive way is ``io.BufferedReader``: where the stream under it fails, what it held already is lost. Here an
error is told only when all bytes before it have been given out, so the words before a cut are kept.
"""

from __future__ import annotations

import io
from typing import BinaryIO, Protocol

from rawi.errors import SourceError

_CHUNK = 1 << 16


class Source(Protocol):
    """What a cursor reads: some bytes, none at the end. ``fresh``: the last of them begin a gzip member."""

    @property
    def fresh(self) -> bool:
        """Tell whether the bytes that were read last begin a member."""

    def read(self, most: int) -> bytes:
        """Return 1 to ``most`` bytes, or none at the end; SourceError for damage."""

    def resume(self) -> bool:
        """Go on behind damage, where that can be; tell whether there is anything."""

    def rewind(self, place: int) -> bool:
        """Go back to a place, where that can be; tell whether it was."""


class Plain:
    """The bytes of a stream as they are."""

    fresh = False

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._read = getattr(stream, "read1", stream.read)

    def read(self, most: int) -> bytes:
        """Return some bytes, or none at the end."""
        data: bytes = self._read(most)
        return data

    def resume(self) -> bool:
        """Tell that a stream which failed has no more."""
        return False

    def rewind(self, place: int) -> bool:
        """Go back to a place, if the stream can."""
        try:
            self._stream.seek(place)
        except (OSError, io.UnsupportedOperation):
            return False
        return True


class Cursor:
    """Reads a source; ``place`` is how many bytes were given out. Errors follow the bytes before them."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._held, self._at = b"", 0
        self._error: SourceError | None = None
        self._ended = False
        self.place = 0
        self._doubted = 0

    def doubt(self, place: int) -> None:
        """Note that what comes before a place may not be what it seems."""
        self._doubted = max(self._doubted, place)

    @property
    def doubtful(self) -> bool:
        """Whether what comes next was noted as doubtful."""
        return self.place < self._doubted

    @property
    def failed(self) -> SourceError | None:
        """The error that the next read will raise once all is given out, or null."""
        return self._error

    @property
    def fresh(self) -> bool:
        """Tell whether what the source gave last, or failed on, begins a gzip member."""
        return self._source.fresh

    @property
    def plain(self) -> bool:
        """Tell whether the bytes are those of the stream itself, as they are."""
        return isinstance(self._source, Plain)

    def _fill(self) -> bool:
        """Hold the next bytes, all before being given out; tell whether there are any. Never raises."""
        if self._error or self._ended:
            return False
        try:
            self._held, self._at = self._source.read(_CHUNK), 0
        except SourceError as error:
            self._held, self._at, self._error = b"", 0, error
        self._ended = not self._held and not self._error
        return bool(self._held)

    def _ready(self) -> bool:
        """Tell whether there is a byte more; raises what the source raised if there is none before it."""
        if self._at < len(self._held) or self._fill():
            return True
        if self._error:
            error, self._error, self._ended = self._error, None, True
            raise error
        return False

    def _give(self, number: int) -> bytes:
        """Give out at most so many of the bytes held."""
        piece = self._held[self._at : self._at + number]
        self._at += len(piece)
        self.place += len(piece)
        return piece

    def some(self, most: int = _CHUNK) -> bytes:
        """Return some of the next bytes, none at the end."""
        return self._give(most) if self._ready() else b""

    def peek(self, most: int) -> bytes:
        """Return the next bytes without giving them out; fewer before the end or an error, which waits."""
        if self._at == len(self._held) and not self._fill():
            return b""
        data = self.take(most)
        self.push(data)
        return data

    def take(self, most: int, until: bytes = b"") -> bytes:
        """Return the next ``most`` bytes; fewer at the end, or before a member beginning with ``until``."""
        parts: list[bytes] = []
        missing = most
        while missing > 0 and self._more(until, bool(parts)):
            parts.append(self._give(missing))
            missing -= len(parts[-1])
        return b"".join(parts)

    def skip(self, number: int, until: bytes = b"") -> int:
        """Pass over so many bytes, fewer where ``take`` would give fewer; return how many."""
        missing = number
        while missing > 0 and self._more(until, missing < number):
            missing -= len(self._give(missing))
        return number - missing

    def _more(self, until: bytes, begun: bool) -> bool:
        """Tell whether there is a byte more and it does not begin a member with ``until``; raises the
        error if there is none and nothing was ``begun``."""
        if self._at < len(self._held):
            return True
        if begun or until:
            return (self._fill() or self._failing(begun)) and not self._stops(until)
        return self._ready()

    def _failing(self, begun: bool) -> bool:
        """Raise the error that stands where nothing was begun; else tell that there is no more."""
        return False if begun else self._ready()

    def _stops(self, until: bytes) -> bool:
        """Tell whether what is held begins a member with ``until``."""
        return bool(until) and self._source.fresh and self._held.startswith(until)

    def skip_signs(self, sign: bytes) -> int:
        """Pass over as many of one byte as come next; return how many."""
        number = 0
        while self._at < len(self._held) or self._fill():
            held = self._held[self._at :]
            same = len(held) - len(held.lstrip(sign))
            self._give(same)
            number += same
            if same < len(held):
                break
        return number

    def push(self, data: bytes) -> None:
        """Lay bytes back that were given out last."""
        self._held, self._at = data + self._held[self._at :], 0
        self.place -= len(data)

    def line(self, most: int, end: bytes = b"\n") -> bytes:
        """Return the next bytes up to and with the byte ``end``, at most so many; none at the end."""
        if not self._ready():
            return b""
        parts: list[bytes] = []
        missing = most
        while missing > 0 and (self._at < len(self._held) or self._fill()):
            place = self._held.find(end, self._at, self._at + missing)
            parts.append(self._give(missing if place < 0 else place + 1 - self._at))
            missing -= len(parts[-1])
            if place >= 0:
                break
        return b"".join(parts)

    def forgive(self) -> None:
        """Take the end before the error that was to be raised for the end of all."""
        self._error, self._ended = None, True

    def resume(self) -> bool:
        """Go on behind the damage that was raised last; tell whether there is anything."""
        self._held, self._at = b"", 0
        self._ended = not self._source.resume()
        return not self._ended

    def rewind(self, place: int) -> bool:
        """Go back to a place, if the source can; tell whether it was done."""
        if not self._source.rewind(place):
            return False
        self._held, self._at, self._ended, self._error, self.place = b"", 0, False, None, place
        return True
