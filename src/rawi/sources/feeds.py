"""RSS, Atom and JSON Feed: each entry an item. A document type is refused: it is how XML bombs are built."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urljoin

from rawi.documents.depth import measure_depth
from rawi.errors import SourceError
from rawi.guard import run_guarded
from rawi.model.document import Metadata, Warning
from rawi.model.source import Flagged, Item, Limits, Rejected
from rawi.sources.prologue import decode_xml, find_root
from rawi.sources.rows import may_share, stand_on
from rawi.sources.streams import refused
from rawi.sources.subscriptions import refuse_subscriptions

_DEEP = 200
# Of content of another type feedparser gives nothing, not even its words.
_ODD_TYPE = re.compile(
    rb"(<(?:\w{1,20}:)?(?:content|summary|title)\b[^<>]{0,2000}?\btype\s*=\s*[\"'])"
    rb"(?!(?:text|html|xhtml|text/plain|text/html|application/xhtml\+xml)[\"'])[^\"'<>]{0,200}([\"'])",
    re.IGNORECASE,
)
_JSON_FEED = re.compile(
    r"\s*\{[^{}\[\]]{0,2000}\"version\"\s*:\s*\"https?://(?:www\.)?jsonfeed\.org/version/"
)


def read_feed(path: str, data: bytes, limits: Limits) -> Iterator[Item | Rejected | Flagged]:
    """Yield an item for every entry; its content is a piece of HTML unless the feed says it is plain text.

    Codes raised: ``feed.doctype``, ``feed.malformed``, ``feed.no-entries``, ``opml.subscriptions``; flagged:
    ``feed.ill-formed``, ``feed.too-deep``, ``feed.fallback`` (the parser did not end; with both the whole is
    one item, read as a page); rejected: ``feed.no-text``, ``source.too-many``.
    """
    if data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        yield from _read_parsed(path, data, parse_json_feed(data), limits)
        return
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
    yield from _read_parsed(path, data, feed, limits)


def _read_parsed(
    path: str, data: bytes, feed: Mapping[str, Any], limits: Limits
) -> Iterator[Item | Rejected | Flagged]:
    """Yield the items of a feed that was parsed, each standing on all its bytes, on its own words if that
    would be too much."""
    if not feed["entries"]:
        raise refused("feed.malformed" if feed["fault"] else "feed.no-entries", "no entries were found in it")
    if feed["fault"]:
        yield Flagged(path, None, Warning("feed.ill-formed", f"not well formed: {feed['fault']}"[:300]))
    shared = may_share(len(data), len(feed["entries"]))
    for number, entry in enumerate(feed["entries"][: limits.records], 1):
        read = _read_entry(path, f"entry {number}", entry, feed)
        yield stand_on(read, "feed", data) if shared and isinstance(read, Item) else read
    if len(feed["entries"]) > limits.records:
        yield Rejected(path, "rest", "source.too-many", f"more than {limits.records} entries")


def _read_entry(path: str, part: str, entry: Mapping[str, Any], feed: Mapping[str, Any]) -> Item | Rejected:
    """Return the item of an entry."""
    if not entry["words"].strip():
        return Rejected(path, part, "feed.no-text", "the entry has no content, summary or title")
    link = _absolute(entry["link"], feed["link"])
    return Item(
        path=path,
        part=part,
        data=entry["words"],
        media="text" if entry["plain"] else "html",
        metadata=Metadata(
            source=link or f"{path}#{part.replace(' ', '-')}",
            title=entry["title"],
            outlet=feed["title"],
            published=entry["published"],
            url=link,
        ),
        id=entry["id"],
    )


def _absolute(link: str | None, home: str | None) -> str | None:
    """Return a link as it is, or joined to the feed's own address if it is only the end of one."""
    try:
        return urljoin(home, link) if link and home and "://" not in link else link
    except ValueError:
        return link


def parse_feed(page: bytes) -> dict[str, Any]:
    """Return a feed in UTF-8 as plain values: ``title``, ``link``, ``fault`` and ``entries``, each with
    ``words``, ``plain`` (or HTML), ``id``, ``title``, ``link``, ``published``; null where nothing is said.

    Scripts and other markup in it stay markup: who shows them escapes. Nothing is fetched: given bytes in
    memory, feedparser never takes them for an address. Called through ``rawi.guard``.
    """
    import feedparser

    feed = feedparser.parse(
        io.BytesIO(_ODD_TYPE.sub(rb"\1text\2", page)),
        response_headers={"content-type": "application/xml; charset=utf-8"},
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    return {
        "title": _word(feed.feed.get("title")),
        "link": _word(feed.feed.get("link")),
        "fault": _word(f"{feed.get('bozo_exception')}"[:300]) if feed.bozo else None,
        "entries": [_plain_entry(entry) for entry in feed.entries],
    }


def _plain_entry(entry: Any) -> dict[str, Any]:
    """Return an entry as plain values; its words are its content, else its summary, else its title."""
    contents = [one for one in entry.get("content", ()) if one.get("value", "").strip()]
    detail = contents[0] if contents else entry.get("summary_detail") or entry.get("title_detail") or {}
    return {
        "words": _word(detail.get("value")) or "",
        "plain": detail.get("type") == "text/plain",
        "id": _word(entry.get("id")),
        "title": _word(entry.get("title")),
        "link": _word(entry.get("link")),
        "published": _word(entry.get("published")) or _word(entry.get("updated")),
    }


def is_json_feed(text: str) -> bool:
    """Tell whether a JSON document says that it is a JSON Feed."""
    return bool(_JSON_FEED.match(text[:4000]))


def parse_json_feed(data: bytes) -> dict[str, Any]:
    """Return a JSON Feed as ``parse_feed`` returns others; SourceError ``feed.malformed`` if it is none."""
    try:
        feed = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise refused("feed.malformed", str(error)[:200]) from error
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        raise refused("feed.malformed", "it has no items")
    return {
        "title": _word(feed.get("title")),
        "link": _word(feed.get("home_page_url")),
        "fault": None,
        "entries": [_json_entry(one if isinstance(one, dict) else {}) for one in items],
    }


def _json_entry(entry: Mapping[str, object]) -> dict[str, Any]:
    """Return an item of a JSON Feed as plain values."""
    page, text = _word(entry.get("content_html")), _word(entry.get("content_text"))
    told = text or _word(entry.get("summary")) or _word(entry.get("title"))
    return {
        "words": page or told or "",
        "plain": page is None,
        "id": _word(entry.get("id")),
        "title": _word(entry.get("title")),
        "link": _word(entry.get("url")) or _word(entry.get("external_url")),
        "published": _word(entry.get("date_published")) or _word(entry.get("date_modified")),
    }


def _word(value: object) -> str | None:
    """Return a value that is words; lone surrogates, which cannot be passed on, as U+FFFD."""
    if not isinstance(value, str) or not value.strip():
        return None
    return value.encode("utf-8", "replace").decode()
