"""What fuzzing starts from: pieces of the project's own articles as pages, feeds and archives."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from functools import cache
from html import escape

from benchmarks.texts import load_gold

_LONGEST = 600  # characters of a piece: small inputs are tried more often


@cache
def pieces() -> tuple[str, ...]:
    """Return the beginnings of the project's own articles, cut after a paragraph where that is possible."""
    return tuple(_cut(text) for text in load_gold())


def _cut(text: str) -> str:
    """Return the beginning of a text, up to a line's end."""
    begun = text[:_LONGEST]
    return begun[: begun.rfind("\n") + 1] or begun


def sentences() -> Iterator[str]:
    """Yield single lines of the articles."""
    for text in load_gold():
        yield from (line for line in text.splitlines() if 20 < len(line) < 300)


def page(text: str, head: str = "") -> str:
    """Return a web page with a text as its article, and much that is not article."""
    title, *lines = text.strip().splitlines()
    paragraphs = "".join(f"<p>{escape(line)}</p>\n" for line in lines)
    return (
        f"<!doctype html><html lang=ar dir=rtl><head><meta charset=utf-8><title>{escape(title)}</title>{head}"
        "<meta property='article:published_time' content='2024-05-02T10:00:00+03:00'></head><body>"
        "<nav><ul><li><a href='/'>الرئيسية</a><li><a href='/a'>أخبار</a></ul></nav>"
        f"<article><h1>{escape(title)}</h1>{paragraphs}<p hidden>سر</p></article>"
        "<footer>جميع الحقوق محفوظة</footer><script>var x = '<p>';</script></body></html>"
    )


def about(text: str) -> str:
    """Return what a page says of itself in JSON-LD."""
    stated = {"@type": "NewsArticle", "headline": text.splitlines()[0], "datePublished": "2024-05-02"}
    return f"<script type='application/ld+json'>{json.dumps(stated, ensure_ascii=False)}</script>"


def rss(texts: list[str]) -> str:
    """Return an RSS feed of texts."""
    entries = "".join(
        f"<item><title>{escape(one.splitlines()[0])}</title><link>http://example.org/{n}</link>"
        f"<pubDate>Thu, 02 May 2024 10:00:00 +0300</pubDate><guid>{n}</guid>"
        f"<description><![CDATA[{one}]]></description></item>"
        for n, one in enumerate(texts)
    )
    return f"<?xml version='1.0'?><rss version='2.0'><channel><title>مرايا</title>{entries}</channel></rss>"


def atom(texts: list[str]) -> str:
    """Return an Atom feed of texts."""
    entries = "".join(
        f"<entry><title>{escape(one.splitlines()[0])}</title><link href='http://example.org/{n}'/><id>{n}</id>"
        f"<updated>2024-05-02T10:00:00Z</updated><content type='html'>{escape(one)}</content></entry>"
        for n, one in enumerate(texts)
    )
    return f"<feed xmlns='http://www.w3.org/2005/Atom'><title>مرايا</title>{entries}</feed>"


def warc(pages: list[str], packed: bool = False) -> bytes:
    """Return a web archive with one response for each page, and one record that is no document."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("own.warc", {"software": "rawi"}))
    for n, one in enumerate(pages):
        told = [("Content-Type", "text/html; charset=utf-8"), ("Transfer-Encoding", "identity")]
        head = StatusAndHeaders("200 OK", told, protocol="HTTP/1.1")
        body = io.BytesIO(one.encode())
        writer.write_record(
            writer.create_warc_record(f"http://example.org/{n}", "response", payload=body, http_headers=head)
        )
    return out.getvalue()
