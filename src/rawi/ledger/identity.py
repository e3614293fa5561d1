"""Names that are the same on every machine: hashes of bytes, ids of entries, addresses of words."""

from __future__ import annotations

import re
from base64 import b32encode
from collections.abc import Sequence
from hashlib import sha256

from rawi.ledger.results import EntryKind
from rawi.model.span import Span

_PREFIXES: dict[EntryKind, str] = {
    "statement": "st",
    "figure": "fg",
    "date": "dt",
    "event": "ev",
    "entity": "en",
}
_SHORT_DOCUMENT = 12  # hex digits; a million documents share them once in 500 ledgers
_ADDRESS = re.compile(r"(?P<document>[^#\s]+)(?:#char=(?P<start>[0-9]{1,9}),(?P<end>[0-9]{1,9}))?")


def hash_bytes(data: bytes) -> str:
    """Return the sha256 of ``data`` as 64 hex digits."""
    return sha256(data).hexdigest()


def document_id(text: str) -> str:
    """Return the id of a document with this text: ``sha256:`` of its UTF-8 bytes."""
    return f"sha256:{hash_bytes(text.encode())}"


def entry_id(document: str, kind: EntryKind, spans: Sequence[Span], nth: int = 0) -> str:
    """Return the id of an entry from its document, kind and spans; ``nth`` parts twins.

    Sixty bits in base 32, after two letters for the kind: ``fg_7k2mqxw4ahdb``.
    """
    places = ",".join(f"{span.start}-{span.end}" for span in spans)
    digest = sha256(f"{document}|{kind}|{places}|{nth}".encode()).digest()
    return f"{_PREFIXES[kind]}_{b32encode(digest)[:12].decode().lower()}"


def address(document: str, start: int, end: int) -> str:
    """Return where words stand: ``DOC#char=A,B``, half-open code points (in the form of RFC 5147).

    >>> address("sha256:004a0f2f8b3c46fc", 367, 387)
    '004a0f2f8b3c#char=367,387'
    """
    return f"{document.removeprefix('sha256:')[:_SHORT_DOCUMENT]}#char={start},{end}"


def parse_address(written: str) -> tuple[str, Span | None]:
    """Parse ``DOC`` or ``DOC#char=A,B`` into the document's id or prefix and the span; else ``ValueError``.

    >>> parse_address("004a0f2f8b3c#char=367,387")
    ('004a0f2f8b3c', Span(start=367, end=387))
    """
    match = _ADDRESS.fullmatch(written)
    if not match:
        raise ValueError(f"{written!r} is not an address of the form DOC or DOC#char=A,B")
    span = Span(int(match["start"]), int(match["end"])) if match["start"] else None
    return match["document"], span
