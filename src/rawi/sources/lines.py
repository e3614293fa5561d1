"""The lines of a file as bytes, whatever its encoding, and the text that each holds."""

from __future__ import annotations

from collections import deque

from rawi.documents.decoding import decode
from rawi.errors import DocumentError, SourceError
from rawi.model.document import Warning
from rawi.sources.cursor import Cursor
from rawi.sources.streams import refused

_SAMPLE = 1 << 16
_WIDTHS = {"utf-16-le": 2, "utf-16-be": 2, "utf-32-le": 4, "utf-32-be": 4}


class Lines:
    """Reads lines; ``codec`` is the encoding of all of them, ``end`` the sign that ends each; found by the
    look of the beginning if null.

    Raises SourceError ``document.binary`` or ``document.undecodable`` where the beginning is no text.
    """

    def __init__(self, cursor: Cursor, most: int, codec: str | None = None, end: bytes | None = None) -> None:
        self._cursor, self._most = cursor, most
        sample = cursor.peek(_SAMPLE)
        self.codec = codec or _find_codec(sample)
        self._width = _WIDTHS.get(self.codec, 1)
        only_returns = self._width == 1 and b"\n" not in sample and b"\r" in sample
        self._end = end or (b"\r" if only_returns else b"\n")
        self._back: deque[bytes] = deque()

    def next(self) -> bytes:
        """Return the next line with its end; none at the end. Of one longer than ``most`` the rest is passed
        over, and one byte more than ``most`` is returned."""
        if self._back:
            return self._back.popleft()
        line = self._read()
        if len(line) > self._most:
            more = line
            while more and not self._ended(more):
                more = self._read()
            return line[: self._most + 1]
        return line

    def skip_blank(self) -> int:
        """Pass over lines of nothing; return how many."""
        return self._cursor.skip_signs(self._end) if self._width == 1 and not self._back else 0

    def _read(self) -> bytes:
        """Return the bytes up to the next line end, or a little more than ``most`` of them."""
        if self._width == 1:
            return self._cursor.line(self._most + 1, self._end)
        parts, size = [self._cursor.line(self._most + 1)], 0
        while parts[-1]:
            size += len(parts[-1])
            rest = -size % self._width
            parts.append(self._cursor.take(rest) if rest else b"")
            size += len(parts[-1])
            line = b"".join(parts)
            if size > self._most or self._ended(line):
                return line
            parts = [line, self._cursor.line(self._most + 1)]
        return b"".join(parts)

    def _ended(self, line: bytes) -> bool:
        """Tell whether a line ends with a line end."""
        end = self._end.decode().encode(self.codec) if self._width > 1 else self._end
        return line.endswith(end)

    @property
    def failed(self) -> SourceError | None:
        """The error that stands behind the line given last, or null."""
        return None if self._back else self._cursor.failed

    def push(self, lines: list[bytes]) -> None:
        """Lay lines back, to be read again in this order."""
        self._back.extendleft(reversed(lines))

    def text(self, line: bytes) -> tuple[str, tuple[Warning, ...]]:
        """Return the text of a line; one in another encoding than the rest is read by its look."""
        try:
            return line.decode(self.codec), ()
        except UnicodeDecodeError as error:
            first = error.start
        try:
            found = decode(line) if self._width == 1 else None
        except DocumentError:
            found = None
        if found and "\ufffd" not in found.text:
            told = Warning("text.mixed-encodings", f"read as {found.encoding}, the others as {self.codec}")
            return found.text, (told,)
        told = Warning("text.undecodable", f"byte {first} of the line cannot be read as {self.codec}")
        return line.decode(self.codec, "replace"), (told,)


def _find_codec(sample: bytes) -> str:
    """Return the encoding that whole lines of the beginning show."""
    try:
        return decode(sample[: sample.rfind(b"\n") + 1] or sample).encoding
    except DocumentError as error:
        raise refused(error.code, str(error)) from error
