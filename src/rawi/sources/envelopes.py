"""A message taken apart into plain values: its parts, decoded, each with the headers of its message.

The standard library's parser is used within bounds that are checked before it begins: it compares each line
with the boundary of every multipart that is open, and goes down into each by a call.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator
from email import policy
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from email.parser import BytesParser
from email.utils import parseaddr
from typing import Any

import msgspec

from rawi.documents.decoding import decode
from rawi.errors import DocumentError
from rawi.sources.streams import refused

_DEPTH = 20
_PARTS = 1000
_LINES = 2_000_000
_LONGEST = 10_000  # bytes of a header that are read
_BOUNDARY = re.compile(rb"boundary\s*=|message/rfc822", re.IGNORECASE)
_HEADER = re.compile(rb"(?:\A|\n)[A-Za-z][A-Za-z0-9-]{0,60}:")
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]+")
_SPACE = re.compile(r"\s+")


class Part(msgspec.Struct, frozen=True):
    """One leaf of a message. ``message``: 0 for the outermost, else the number of the attached one it is in.

    ``choice``: the number of the multipart of which it is one form; ``attached``: not shown in the letter, or
    with a name; ``within``: in a page with its pictures; ``subject``, ``sender`` (a name, else an address),
    ``date`` and ``id`` are its message's; ``saved_from`` the address of a page that a browser saved, empty if
    it says none, null in a letter.
    """

    kind: str
    data: bytes
    message: int = 0
    choice: int = 0
    attached: bool = False
    within: bool = False
    charset: str | None = None
    name: str | None = None
    faults: tuple[str, ...] = ()
    subject: str | None = None
    sender: str | None = None
    date: str | None = None
    id: str | None = None
    saved_from: str | None = None


def parse_mail(data: bytes) -> list[dict[str, Any]]:
    """Return the parts of a message as plain values (the fields of ``Part``), in their order.

    Raises SourceError: ``mail.malformed`` if it has no header, ``mail.too-deep``, ``mail.too-many-parts``,
    ``mail.too-many-lines``.
    """
    if not _HEADER.search(data[: 1 << 16]):
        raise refused("mail.malformed", "it does not begin with headers")
    if len(_BOUNDARY.findall(data)) > _PARTS:
        raise refused("mail.too-many-parts", f"more than {_PARTS} boundaries")
    if data.count(b"\n") + data.count(b"\r") > 2 * _LINES:
        raise refused("mail.too-many-lines", f"more than {_LINES} lines")
    try:
        message = BytesParser(policy=policy.compat32).parsebytes(data)
        return [msgspec.structs.asdict(one) for one in _Leaves().find(message)]
    except RecursionError as error:
        raise refused("mail.too-deep", "parts nested too deeply") from error
    except (ValueError, LookupError, TypeError, AttributeError, AssertionError, MessageError) as error:
        raise refused("mail.malformed", f"{type(error).__name__}: {error}"[:200]) from error


class _Leaves:
    """Walks through the parts of a message and counts what it meets."""

    def __init__(self) -> None:
        self._messages = self._choices = self._parts = 0

    def find(self, message: Message) -> Iterator[Part]:
        """Yield the leaves of the whole."""
        yield from self._walk(message, Part("", b"", **_headers(message)), 0)

    def _walk(self, one: Message, like: Part, depth: int) -> Iterator[Part]:
        """Yield the leaves of a part; they are ``like`` what they are in."""
        self._parts += 1
        if depth > _DEPTH:
            raise refused("mail.too-deep", f"parts nested more than {_DEPTH} deep")
        if self._parts > _PARTS:
            raise refused("mail.too-many-parts", f"more than {_PARTS} parts")
        kind = one.get_content_type().lower()
        inner = one.get_payload()
        if not isinstance(inner, list):
            yield _leaf(one, kind, like)
            return
        if kind.startswith("message/") and kind != "message/rfc822":
            yield msgspec.structs.replace(like, kind=kind, attached=True)
            return
        if kind == "message/rfc822":
            self._messages += 1
            for message in (each for each in inner if isinstance(each, Message)):
                about = Part("", b"", message=self._messages, **_headers(message))
                yield from self._walk(message, about, depth + 1)
            return
        if kind == "multipart/alternative":
            self._choices += 1
            like = msgspec.structs.replace(like, choice=self._choices)
        like = msgspec.structs.replace(like, within=like.within or kind == "multipart/related")
        for member in inner:
            if isinstance(member, Message):
                yield from self._walk(member, like, depth + 1)


def _leaf(one: Message, kind: str, like: Part) -> Part:
    """Return a leaf with its bytes decoded."""
    data, faults = _open(one)
    name = _words(
        _parameter(one, "filename", "content-disposition") or _parameter(one, "name", "content-type")
    )
    stated = str(one.get("content-disposition") or "").strip().lower()
    return msgspec.structs.replace(
        like,
        kind=kind,
        data=data,
        faults=faults,
        attached=stated.startswith("attachment") or bool(name),
        name=name,
        charset=_parameter(one, "charset", "content-type"),
        saved_from=_header(one, "content-location") if like.saved_from == "" else like.saved_from,
    )


def _parameter(one: Message, name: str, header: str) -> str | None:
    """Return a parameter of a header, null if there is none or it cannot be read."""
    try:
        value = one.get_param(name, None, header)
    except (ValueError, LookupError, UnicodeError, AttributeError, TypeError, IndexError):
        return None
    if isinstance(value, tuple):
        value = _told(value[2].encode("latin-1", "replace"), value[0])
    return value[:_LONGEST] if isinstance(value, str) and value else None


def _open(one: Message) -> tuple[bytes, tuple[str, ...]]:
    """Return the bytes of a leaf without their transfer encoding, and what was wrong with that."""
    coding = str(one.get("content-transfer-encoding") or "").strip().lower()
    del one["content-transfer-encoding"]  # else the library would open it, and hide what is wrong with it
    payload = one.get_payload(decode=True)
    raw = payload if isinstance(payload, bytes) else b""
    if coding == "base64":
        return _open_base64(raw)
    if coding == "quoted-printable":
        return binascii.a2b_qp(raw), ()
    return raw, ()


def _open_base64(raw: bytes) -> tuple[bytes, tuple[str, ...]]:
    """Return what base 64 holds; signs that are none are passed over, a cut end is left out."""
    signs = b"".join(raw.split())
    clean = _NOT_BASE64.sub(b"", signs)
    strange = len(signs.rstrip(b"=")) - len(clean)
    left = len(clean) % 4
    whole = clean[: len(clean) - (left == 1)]
    data = binascii.a2b_base64(whole + b"=" * (-len(whole) % 4))
    faults = [f"{strange} signs in it are no base 64"] if strange else []
    return data, (*faults, *(["its base 64 is cut short"] if left == 1 else []))


def _headers(message: Message) -> dict[str, Any]:
    """Return what the headers of a message say of it."""
    sender = _header(message, "from") or ""
    name, address = parseaddr(sender)
    place = _header(message, "snapshot-content-location")
    if not place and "saved by" in sender.lower():
        place = _header(message, "content-location") or ""
    return {
        "subject": _header(message, "subject"),
        "sender": name or address or None,
        "date": _header(message, "date"),
        "id": _header(message, "message-id"),
        "saved_from": place,
    }


def _header(message: Message, name: str) -> str | None:
    """Return a header as words."""
    value = message.get(name)
    return _words(str(value)[:_LONGEST]) if value is not None else None


def _words(value: str | None) -> str | None:
    """Return a header's words, its encoded ones decoded; null if there are none.

    >>> _words("=?windows-1256?B?x+HM09E=?= =?utf-8?q?_=D9=81=D8=AA=D8=AD?=")
    'الجسر فتح'
    """
    if value is None:
        return None
    raw = value.encode("utf-8", "surrogateescape")
    told = _told(raw, None)
    try:
        parts = decode_header(_SPACE.sub(" ", told))
    except (ValueError, LookupError, MessageError):
        return told.strip() or None
    words = "".join(_decoded(one, charset) for one, charset in parts)
    return _SPACE.sub(" ", words).strip() or None


def _decoded(one: str | bytes, charset: str | None) -> str:
    """Return a piece of a header as text; bytes without a charset were characters before."""
    if isinstance(one, str):
        return one
    return _told(one, charset) if charset else one.decode("raw-unicode-escape", "replace")


def _told(raw: bytes, charset: str | None) -> str:
    """Return bytes of a header as text: in UTF-8, the charset that is stated, or by their look."""
    for codec in ("utf-8", charset or "utf-8"):
        try:
            return raw.decode(codec)
        except (UnicodeDecodeError, LookupError, ValueError):
            continue
    try:
        return decode(raw, charset).text
    except DocumentError:
        return raw.decode("utf-8", "replace")
