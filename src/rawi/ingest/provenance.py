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
from rawi.model.source import Item
from rawi.sources.reopening import reopen

#: The version of each way to read: of text and pages, and of what takes them out of other files.
VERSIONS = {"text": 1, "html": 2, "feed": 1, "jsonl": 1, "table": 1, "mail": 1, "workbook": 1}

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
    if item.evidence is not None:
        return item.evidence
    return item.data.encode("utf-8", "surrogatepass") if isinstance(item.data, str) else item.data


def build_origin(item: Item) -> Origin:
    """Build the ledger's account of an item's origin, with all that it takes to read its text again."""
    stated = {
        "charset": item.charset,
        "columns": msgspec.to_builtins(item.columns) if item.columns else None,
        "decoded": "row" if isinstance(item.data, str) and item.evidence is None else None,
        "id": item.id,
        "outlet": item.metadata.outlet,
        "published": item.metadata.published,
        "title": item.metadata.title,
    }
    told = {
        name: _storable(value) if isinstance(value, str) else value
        for name, value in stated.items()
        if value is not None
    }
    return Origin(
        path=build_place(item.path, item.part),
        part=item.part if item.reader else None,
        url=_storable(item.metadata.url) if item.metadata.url else None,
        media=item.media,
        reader="+".join(f"{name}/{VERSIONS[name]}" for name in (item.reader, item.media) if name),
        options=msgspec.json.encode(told).decode(),
        capture=item.capture,
    )


def build_place(path: str, part: str | None) -> str:
    """Return a path with the place in it.

    >>> build_place("news.jsonl", "line 3")
    'news.jsonl#line-3'
    """
    return f"{path}#{part.replace(' ', '-')}" if part else path


def derive_text(evidence: bytes, origin: Origin) -> str | None:
    """Return the text that this program reads from evidence today; for ``Ledger.verify``.

    Null if it does not know the reader in this version; empty where no text comes of the bytes any more.
    """
    names = [one.partition("/")[0] for one in origin.reader.split("+")]
    if "+".join(f"{name}/{VERSIONS.get(name)}" for name in names) != origin.reader:
        return None
    told: dict[str, Any] = msgspec.json.decode(origin.options or "{}")
    item = _item_of(names, evidence, origin.part or "", told)
    try:
        return build_document(item).text if item else ""
    except DocumentError:
        return ""


def _item_of(names: list[str], evidence: bytes, part: str, told: dict[str, Any]) -> Item | None:
    """Return the item that the reader with these names took out of evidence, or null if it is not there."""
    about = Metadata(title=told.get("title"), outlet=told.get("outlet"), published=told.get("published"))
    if len(names) > 1:
        item = reopen(names[0], evidence, part, told)
        return msgspec.structs.replace(item, metadata=about) if item else None
    data = evidence.decode("utf-8", "surrogatepass") if told.get("decoded") else evidence
    return Item("", None, data, "html" if names[0] == "html" else "text", about, told.get("charset"))


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
