"""RSS and Atom: each entry an item. A document type declaration is refused: it is how XML bombs are built."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import msgspec

from rawi.documents.decoding import decode
from rawi.documents.visible import measure_shape
from rawi.errors import DocumentError
from rawi.model.document import Metadata, Warning
from rawi.model.source import Flagged, Item, Limits, Rejected
from rawi.sources.streams import refused

_DECLARED = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_ROOT = re.compile(r"<[A-Za-z]")
_DOCTYPE = re.compile(r"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_DEEP = 200


def read_feed(path: str, data: bytes, limits: Limits) -> Iterator[Item | Rejected | Flagged]:
    """Yield an item for every entry; its content is a piece of HTML unless the feed says it is plain text.

    Codes raised: ``feed.doctype``, ``feed.malformed``, ``feed.no-entries``; flagged: ``feed.ill-formed``,
    ``feed.too-deep`` (the whole is then one item, read as a page); rejected: ``feed.no-text``.
    """
    page = _decoded(data)
    root = _ROOT.search(page)
    if _DOCTYPE.search(page, 0, root.start() if root else len(page)):
        raise refused("feed.doctype", "it has a document type declaration")
    if measure_shape(page).depth > _DEEP:
        yield Flagged(path, None, Warning("feed.too-deep", "nested too deeply for a feed; read as one page"))
        yield Item(path, None, data, "html", Metadata(source=path))
        return
    feed = _parse(page)
    if not feed.entries:
        raise refused("feed.malformed" if feed.bozo else "feed.no-entries", "no entries were found in it")
    if feed.bozo:
        yield Flagged(
            path, None, Warning("feed.ill-formed", f"not well formed: {feed.get('bozo_exception')}"[:300])
        )
    outlet = feed.feed.get("title")
    for number, entry in enumerate(feed.entries[: limits.records], 1):
        read = _read_entry(path, f"entry {number}", entry, outlet)
        yield msgspec.structs.replace(read, evidence=data, reader="feed") if isinstance(read, Item) else read
    if len(feed.entries) > limits.records:
        yield Rejected(path, "rest", "source.too-many", f"more than {limits.records} entries")


def _decoded(data: bytes) -> str:
    """Return the feed as text without its own declaration of the encoding."""
    try:
        return _DECLARED.sub("", decode(data).text, count=1)
    except DocumentError as error:
        raise refused(error.code, str(error)) from error


def _parse(page: str) -> Any:
    """Return feedparser's reading; given bytes in memory, it never takes them for an address."""
    import feedparser

    return feedparser.parse(
        io.BytesIO(page.encode("utf-8", "replace")),
        response_headers={"content-type": "application/xml; charset=utf-8"},
        sanitize_html=False,
        resolve_relative_uris=False,
    )


def _read_entry(path: str, part: str, entry: Any, outlet: str | None) -> Item | Rejected:
    """Return the item of an entry: its content, else its summary, else its title."""
    contents = [one for one in entry.get("content", ()) if one.get("value", "").strip()]
    detail = contents[0] if contents else entry.get("summary_detail") or entry.get("title_detail") or {}
    words = detail.get("value", "")
    if not words.strip():
        return Rejected(path, part, "feed.no-text", "the entry has no content, summary or title")
    link = entry.get("link") or None
    return Item(
        path=path,
        part=part,
        data=words,
        media="text" if detail.get("type") == "text/plain" else "html",
        metadata=Metadata(
            source=link or f"{path}#{part.replace(' ', '-')}",
            title=entry.get("title") or None,
            outlet=outlet or None,
            published=entry.get("published") or entry.get("updated") or None,
            url=link,
        ),
        id=entry.get("id") or None,
    )
