"""What a web server answered, as an archive holds it: head and body, the body freed of chunks and packing."""

from __future__ import annotations

import re
import zlib
from typing import NamedTuple

from rawi.errors import SourceError
from rawi.model.document import Warning
from rawi.sources.streams import GZIP, refused

_STATUS = re.compile(rb"HTTP/[0-9.]{1,5} +([0-9]{1,9})(?: [^\r\n]{0,1000})?\r?\n")
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_CHUNK_SIZE = re.compile(rb"([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]{0,1000})?\r\n")
_MARKUP = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype|!--|\?xml|html|head|body|[a-z]{1,10}[ >])", re.IGNORECASE
)
_LONGEST_HEAD = 1 << 23
_MOST_HEADERS = 100_000
_MOST_CODINGS = 3
_MOST_MEMBERS = 1000  # of a packed body, each of which costs a copy of the rest
_STEP = 64  # how finely bytes before damage are told from those behind
_NONE = ("", "identity", "none", "utf-8", "binary")

Headers = tuple[tuple[str, str], ...]


class Answer(NamedTuple):
    """Status, headers as they were sent, and the body as it came over the wire."""

    status: int
    headers: Headers
    body: bytes

    def header(self, name: str) -> str:
        """Return the value of a header, empty if it was not sent."""
        return next((value for key, value in self.headers if key.lower() == name), "")


def parse_answer(block: bytes) -> Answer | None:
    """Return the answer that a block holds; null if it does not begin as one.

    >>> parse_answer(b"HTTP/1.1 200 OK\\r\\nContent-Type: text/html\\r\\n\\r\\n<p>").headers
    (('Content-Type', 'text/html'),)
    """
    status = _STATUS.match(block)
    if not status:
        return None
    end = _HEAD_END.search(block, status.end() - 2, _LONGEST_HEAD)
    if not end:
        return None
    return Answer(int(status.group(1)), parse_headers(block[status.end() : end.start()]), block[end.end() :])


def parse_headers(head: bytes) -> Headers:
    """Return the headers of a head; a line that begins with a space goes on with the one before."""
    found: list[tuple[str, list[str]]] = []
    for line in head.split(b"\n")[:_MOST_HEADERS]:
        words = _text(line.rstrip(b"\r"))
        if words[:1] in (" ", "\t") and found:
            found[-1][1].append(words.strip())
        elif ":" in words:
            name, _, value = words.partition(":")
            found.append((name.strip(), [value.strip()]))
    return tuple((name, " ".join(values)) for name, values in found)


def _text(line: bytes) -> str:
    """Return a line of a head; what is no UTF-8 was once Latin-1."""
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("latin-1")


def is_markup(data: bytes) -> bool:
    """Tell whether bytes begin as a page does."""
    return bool(_MARKUP.match(data[:200]))


def open_body(answer: Answer, most: int) -> tuple[bytes, tuple[Warning, ...]]:
    """Return the body as the browser had it, at most ``most`` bytes, and what was wrong with it.

    Raises SourceError ``warc.too-large`` for a body that unfolds to more, ``warc.encoding`` for one that is
    packed in a way that is not read (Brotli, Zstandard). An archive may hold a body unpacked and its headers
    as they were: what is no chunk and no gzip is taken as it is.
    """
    body, warnings = answer.body, list[Warning]()
    if answer.header("transfer-encoding").lower().endswith("chunked"):
        body, whole = _join_chunks(body)
        if not whole:
            warnings.append(Warning("warc.chunks", "the chunks of the answer are damaged or do not end"))
    codings = [one.strip().lower() for one in answer.header("content-encoding").split(",")]
    for coding in reversed([one for one in codings if one not in _NONE][:_MOST_CODINGS]):
        body, whole = _unpack(body, coding, most)
        if not whole:
            warnings.append(Warning("warc.truncated", f"the body ends before its {coding} does"))
    if len(body) > most:
        raise refused("warc.too-large", f"more than {most} bytes")
    return body, tuple(warnings)


def _join_chunks(body: bytes) -> tuple[bytes, bool]:
    """Return the body without chunk sizes, and whether they were in order; after damage the rest as it is."""
    parts: list[bytes] = []
    at = 0
    while size := _CHUNK_SIZE.match(body, at):
        end = size.end() + int(size.group(1), 16)
        if end == size.end():
            return b"".join(parts), True
        parts.append(body[size.end() : end])
        at = end + 2
        if body[end:at] != b"\r\n":
            return b"".join((*parts, body[end:])), False
    if not parts:
        return body, True
    return b"".join((*parts, body[at:])), False


def _unpack(body: bytes, coding: str, most: int) -> tuple[bytes, bool]:
    """Return a body inflated, and whether it came to its end."""
    if coding in ("gzip", "x-gzip"):
        return _inflate(body, 31, most) if body.startswith(GZIP) else (body, True)
    if coding == "deflate":
        try:
            return _inflate(body, 15, most)
        except SourceError as error:
            if error.code != "warc.encoding":
                raise
            return (body, True) if is_markup(body) else _inflate_bare(body, most)
    if is_markup(body) or not body:
        return body, True
    raise refused("warc.encoding", f"the body is packed by {coding[:40]!r}, which is not read")


def _inflate(body: bytes, window: int, most: int) -> tuple[bytes, bool]:
    """Inflate all members of a body, with a bound; keep what comes before damage."""
    parts: list[bytes] = []
    size = 0
    while body:
        inflater = zlib.decompressobj(window)
        try:
            parts.append(inflater.decompress(body, most + 1 - size))
        except zlib.error as error:
            if not parts:
                return _inflate_start(body, window, most, error)
            return b"".join(parts), False
        size += len(parts[-1])
        if size > most:
            raise refused("warc.too-large", f"more than {most} bytes inflated")
        if not inflater.eof:
            return b"".join(parts), False
        body = inflater.unused_data if window == 31 and inflater.unused_data.startswith(GZIP) else b""
        if len(parts) > _MOST_MEMBERS:
            raise refused("warc.encoding", f"packed in more than {_MOST_MEMBERS} pieces")
    return b"".join(parts), True


def _inflate_bare(body: bytes, most: int) -> tuple[bytes, bool]:
    """Inflate a body without a header, which any bytes may seem to be: believed if it comes to its end."""
    data, whole = _inflate(body, -15, most)
    if not whole:
        raise refused("warc.encoding", "the body is no deflate")
    return data, whole


def _inflate_start(body: bytes, window: int, most: int, error: zlib.error) -> tuple[bytes, bool]:
    """Inflate up to the damage; SourceError if nothing comes before it."""
    inflater = zlib.decompressobj(window)
    parts: list[bytes] = []
    size = 0
    for start in range(0, len(body), _STEP):
        try:
            parts.append(inflater.decompress(body[start : start + _STEP], most + 1 - size))
        except zlib.error:
            break
        size += len(parts[-1])
        if size > most:
            raise refused("warc.too-large", f"more than {most} bytes inflated")
    if not size:
        raise refused("warc.encoding", f"the body cannot be inflated: {error}")
    return b"".join(parts), False
