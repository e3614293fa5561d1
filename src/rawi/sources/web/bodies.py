"""The content of an answer: unfolded within limits, and told what it is."""

from __future__ import annotations

import re
import zlib
from typing import Literal

from rawi.sources.streams import GZIP, refused
from rawi.sources.web.policy import Policy

Kind = Literal["html", "text", "feed"]

_WINDOWS = {"gzip": 31, "x-gzip": 31, "deflate": 15}
_RAW_DEFLATE = -15
_XML = re.compile(r"(?:application|text)/(?:[a-z0-9.-]+\+)?xml")
_FEED = re.compile(rb"<(?:rss|feed|(?:rdf:)?RDF)[\s>]", re.IGNORECASE)
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_HEAD = 2048
_MOST_MEMBERS = 1000  # each costs a copy of the rest
_UNSAID = ("", "application/octet-stream", "binary/octet-stream", "unknown/unknown")


def inflate(data: bytes, encoding: str, policy: Policy) -> tuple[bytes, bool]:
    """Return content as it was before ``Content-Encoding``, and whether it ends too early.

    Raises SourceError: ``fetch.encoding`` an encoding that was not asked for, or damage; ``fetch.too-large``
    beyond ``policy.size``, or a bomb.
    """
    if encoding in ("", "identity") or not data:
        return data, False
    if encoding not in _WINDOWS:
        raise refused("fetch.encoding", "compressed in a way that was not asked for")
    out, whole = bytearray(), False
    rest, members = data, 0
    try:
        while rest and (not members or rest.startswith(GZIP)):
            rest, whole = _unfold(rest, out, _window(encoding, rest), policy)
            members += 1
            if members > _MOST_MEMBERS:
                raise refused("fetch.encoding", f"compressed in more than {_MOST_MEMBERS} pieces")
    except zlib.error as error:
        raise refused("fetch.encoding", "the compressed content is damaged") from error
    if len(out) > policy.ratio_from and len(out) > policy.ratio * len(data):
        raise refused("fetch.too-large", f"{len(data)} bytes unfold to {len(out)}")
    return bytes(out), not whole


def _window(encoding: str, data: bytes) -> int:
    """Return what zlib is told of a compressed stream; ``deflate`` comes with and without a header."""
    headed = len(data) > 1 and data[0] & 15 == 8 and not (data[0] * 256 + data[1]) % 31
    return _WINDOWS[encoding] if encoding != "deflate" or headed else _RAW_DEFLATE


def _unfold(data: bytes, out: bytearray, window: int, policy: Policy) -> tuple[bytes, bool]:
    """Append one compressed stream to ``out``; return what follows it, and whether it came to its end."""
    inside = zlib.decompressobj(window)
    out += inside.decompress(data, policy.size - len(out) + 1)
    if len(out) > policy.size:
        raise refused("fetch.too-large", f"{len(data)} bytes unfold to more than {policy.size}")
    return inside.unused_data, inside.eof


def may_be_read(media: str) -> bool:
    """Tell from ``Content-Type`` whether an answer may be a page, a text or a feed.

    >>> may_be_read("text/html; charset=windows-1256"), may_be_read("application/pdf")
    (True, False)
    """
    name = _name(media)
    return name.startswith("text/") or bool(_XML.fullmatch(name)) or name in _UNSAID


def find_kind(media: str, data: bytes) -> Kind:
    """Return how content is read, from ``Content-Type`` and, where that is vague, its beginning.

    Raises SourceError ``fetch.type`` for what is no page, text or feed.

    >>> find_kind("text/xml", "<rss version='2.0'><channel><title>أخبار".encode())
    'feed'
    """
    name, head = _name(media), data[:_HEAD]
    if name in ("text/plain", "text/markdown"):
        return "text"
    if _FEED.search(head) and not _PAGE.search(head):
        return "feed"
    if name in ("text/html", "application/xhtml+xml") or _PAGE.search(head):
        return "html"
    if name in _UNSAID and b"\0" not in head:
        return "text"
    raise refused("fetch.type", f"{name or 'what came'} is neither a page nor a text nor a feed")


def find_charset(media: str) -> str | None:
    """Return the charset that ``Content-Type`` states."""
    found = _CHARSET.search(media)
    return found[1].lower() if found else None


def _name(media: str) -> str:
    """Return the name of a media type, without what follows it."""
    return media.partition(";")[0].strip().lower()
