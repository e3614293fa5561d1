"""Names that are the same on every machine: hashes of bytes, ids of entries, addresses of words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

from rawi.ledger.results import EntryKind
from rawi.model.span import Span

_PREFIXES: dict[EntryKind, str] = {
    "statement": "st",
    "figure": "fg",
    "date": "dt",
    "event": "ev",
    "entity": "en",
}
_READ_BY_RULE = (".py", ".toml", ".tsv", ".json", ".crf")
_RULE_DIGITS = 12
_ENTRY_DIGITS = 14  # 56 bits: ten million entries share an id once in 1,400 ledgers
_SHORT_DOCUMENT = 12  # hex digits; a million documents share them once in 500 ledgers
_ADDRESS = re.compile(r"(?P<document>[^#\s]+)(?:#char=(?P<start>[0-9]{1,9}),(?P<end>[0-9]{1,9}))?")


def hash_rules(*folders: str) -> str:
    """Return the hash of all words, rules and weights in folders of the package, as 12 hex digits: what two
    installations read and decide alike has one hash."""
    digest = sha256()
    for name in folders:
        for data in _contents(files("rawi").joinpath(name)):
            digest.update(data)
    return digest.hexdigest()[:_RULE_DIGITS]


def _contents(folder: Traversable) -> Iterator[bytes]:
    """Yield names and contents of the files of a folder by name, and of the folders in it."""
    for entry in sorted(folder.iterdir() if folder.is_dir() else (), key=lambda one: one.name):
        if entry.is_dir():
            yield from _contents(entry)
        elif entry.name.endswith(_READ_BY_RULE):
            yield entry.name.encode()
            yield entry.read_bytes()


def hash_bytes(data: bytes) -> str:
    """Return the sha256 of ``data`` as 64 hex digits."""
    return sha256(data).hexdigest()


def document_id(text: str) -> str:
    """Return the id of a document with this text: ``sha256:`` of its UTF-8 bytes."""
    return f"sha256:{hash_bytes(text.encode())}"


def reading_id(document: str, extractor: str, json: str, entries: Iterable[str]) -> str:
    """Return the hash of all that one extractor took from a document."""
    return hash_bytes("\n".join((document, extractor, json, *entries)).encode())


def entry_id(document: str, kind: EntryKind, spans: Sequence[Span], nth: int = 0) -> str:
    """Return the id of an entry from its document, kind and spans; ``nth`` parts twins.

    Fourteen hex digits of a sha256, after two letters for the kind: ``fg_7f2a04bc91d35e``.
    """
    places = ",".join([f"{span.start}-{span.end}" for span in spans])
    digest = sha256(f"{document}|{kind}|{places}|{nth}".encode()).hexdigest()
    return f"{_PREFIXES[kind]}_{digest[:_ENTRY_DIGITS]}"


def address(document: str, start: int, end: int) -> str:
    """Return where words stand: ``DOC#char=A,B``, half-open code points (in the form of RFC 5147).

    >>> address("sha256:004a0f2f8b3c46fc", 367, 387)
    '004a0f2f8b3c#char=367,387'
    """
    return f"{short_id(document)}#char={start},{end}"


def short_id(document: str) -> str:
    """Return the first digits of a document's id, by which people are shown it.

    >>> short_id("sha256:004a0f2f8b3c46fc")
    '004a0f2f8b3c'
    """
    return document.removeprefix("sha256:")[:_SHORT_DOCUMENT]


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
