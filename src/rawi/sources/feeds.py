"""RSS and Atom: each entry an item. A document type declaration is refused: it is how XML bombs are built."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import msgspec

from rawi.documents.depth import measure_depth
from rawi.errors import SourceError
from rawi.guard import run_guarded
from rawi.model.document import Metadata, Warning
from rawi.model.source import Flagged, Item, Limits, Rejected
from rawi.sources.prologue import decode_xml, find_root
from rawi.sources.streams import refused
from rawi.sources.subscriptions import refuse_subscriptions

_DEEP = 200


def read_feed(path: str, data: bytes, limits: Limits) -> Iterator[Item | Rejected | Flagged]:
    """Yield an item for every entry; its content is a piece of HTML unless the feed says it is plain text.

    Codes raised: ``feed.doctype``, ``feed.malformed``, ``feed.no-entries``, ``opml.subscriptions``; flagged:
    ``feed.ill-formed``, ``feed.too-deep`` (the whole is then one item, read as a page); rejected:
    ``feed.no-text``.
    """
    page = decode_xml(data, "feed")
    if find_root(page) == "opml":
        raise refuse_subscriptions(data, limits)
    if measure_depth(page) > _DEEP:
        yield Flagged(path, None, Warning("feed.too-deep", "nested too deeply for a feed; read as one page"))
        yield Item(path, None, data, "html", Metadata(source=path))
        return
    try:
        feed = run_guarded("feed", page.encode("utf-8", "replace"))
    except SourceError as error:
        yield Flagged(path, None, Warning("feed.fallback", f"{error}; read as one page"))
        yield Item(path, None, data, "html", Metadata(source=path))
        return
    entries, fault = feed["entries"], feed["fault"]
    if not entries:
        raise refused("feed.malformed" if fault else "feed.no-entries", "no entries were found in it")
    if fault:
        yield Flagged(path, None, Warning("feed.ill-formed", f"not well formed: {fault}"[:300]))
    for number, entry in enumerate(entries[: limits.records], 1):
        read = _read_entry(path, f"entry {number}", entry, feed["title"])
        yield msgspec.structs.replace(read, evidence=data, reader="feed") if isinstance(read, Item) else read
    if len(entries) > limits.records:
        yield Rejected(path, "rest", "source.too-many", f"more than {limits.records} entries")


def parse_feed(page: bytes) -> dict[str, Any]:
    """Return feedparser's reading of UTF-8 as plain values: ``title``, ``entries``, ``fault`` or null.

    Given bytes in memory, it never takes them for an address. Called through ``rawi.guard``.
    """
    import feedparser

    found = feedparser.parse(
        io.BytesIO(page),
        response_headers={"content-type": "application/xml; charset=utf-8"},
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    return {
        "title": _text(found.feed.get("title")),
        "entries": [_plain(one) for one in found.entries],
        "fault": str(found.get("bozo_exception")) if found.bozo else None,
    }


def _plain(entry: Any) -> dict[str, Any]:
    """Return what is read of an entry: its texts with their types, and what it states."""
    contents = [*entry.get("content", ()), entry.get("summary_detail"), entry.get("title_detail")]
    texts = [(one["value"], one.get("type")) for one in contents if one and _text(one.get("value"))]
    stated = ("title", "link", "id", "published", "updated")
    return {"texts": texts} | {name: _text(entry.get(name)) for name in stated}


def _text(value: Any) -> str | None:
    """Return a value if it is words; lone surrogates, which cannot be passed on, as U+FFFD."""
    if not isinstance(value, str) or not value.strip():
        return None
    return value.encode("utf-8", "replace").decode()


def _read_entry(path: str, part: str, entry: dict[str, Any], outlet: str | None) -> Item | Rejected:
    """Return the item of an entry: its content, else its summary, else its title."""
    if not entry["texts"]:
        return Rejected(path, part, "feed.no-text", "the entry has no content, summary or title")
    words, kind = entry["texts"][0]
    return Item(
        path=path,
        part=part,
        data=words,
        media="text" if kind == "text/plain" else "html",
        metadata=Metadata(
            source=entry["link"] or f"{path}#{part.replace(' ', '-')}",
            title=entry["title"],
            outlet=outlet,
            published=entry["published"] or entry["updated"],
            url=entry["link"],
        ),
        id=entry["id"],
    )
