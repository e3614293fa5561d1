"""What the ledger is told of where a record came from, and the way from there back to the text."""

from __future__ import annotations

from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import msgspec

from rawi.documents.build import build_document
from rawi.errors import DocumentError
from rawi.ledger.identity import hash_rules
from rawi.ledger.results import Origin, Submission
from rawi.model.document import Metadata
from rawi.model.record import Record
from rawi.model.source import Item, Media

#: Readers named in an origin, and the media they read.
READERS: dict[str, Media] = {"text/1": "text", "html/1": "html"}

# Whose bytes decide what is read from a text: with the version they name the extractor.
_DECIDING = (
    "annotations",
    "arabic",
    "claims",
    "documents",
    "entities",
    "lexicons",
    "rules",
    "text",
    "weights",
)


def build_submission(item: Item, record: Record) -> Submission:
    """Build what the ledger takes of an item and its record."""
    return Submission(record, evidence_of(item), build_origin(item), extractor_name())


def evidence_of(item: Item) -> bytes:
    """Return the original bytes; of a row's text, which came decoded, its UTF-8 (surrogates as they are)."""
    return item.data.encode("utf-8", "surrogatepass") if isinstance(item.data, str) else item.data


def build_origin(item: Item) -> Origin:
    """Build the ledger's account of an item's origin, with all that it takes to read its text again."""
    stated = {
        "charset": item.charset,
        "decoded": "row" if isinstance(item.data, str) else None,
        "id": item.id,
        "outlet": item.metadata.outlet,
        "published": item.metadata.published,
        "title": item.metadata.title,
    }
    told = {name: _storable(value) for name, value in stated.items() if value is not None}
    return Origin(
        path=build_place(item.path, item.part),
        url=_storable(item.metadata.url) if item.metadata.url else None,
        media=item.media,
        reader=f"{item.media}/1",
        options=msgspec.json.encode(told).decode(),
    )


def build_place(path: str, part: str | None) -> str:
    """Return a path with the place in it.

    >>> build_place("news.jsonl", "line 3")
    'news.jsonl#line-3'
    """
    return f"{path}#{part.replace(' ', '-')}" if part else path


def derive_text(evidence: bytes, origin: Origin) -> str | None:
    """Return the text that this program reads from evidence today; for ``Ledger.verify``.

    Null if it does not know the reader; empty where no text comes of the bytes any more.
    """
    if origin.reader not in READERS:
        return None
    told: dict[str, Any] = msgspec.json.decode(origin.options or "{}")
    data = evidence.decode("utf-8", "surrogatepass") if told.get("decoded") else evidence
    about = Metadata(title=told.get("title"), outlet=told.get("outlet"), published=told.get("published"))
    media = READERS[origin.reader]
    try:
        return build_document(Item("", None, data, media, about, told.get("charset"))).text
    except DocumentError:
        return ""


def _storable(value: str) -> str:
    """Return a stated word as it can be stored: lone surrogates as U+FFFD."""
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


@cache
def extractor_name() -> str:
    """Return what makes the entries: ``rawi/VERSION+HASH``, the hash over all words and rules that decide."""
    return f"rawi/{_version()}+{hash_rules(*_DECIDING)}"


def _version() -> str:
    """Return the installed version, 0 if the package was not installed."""
    try:
        return version("rawi")
    except PackageNotFoundError:
        return "0"
