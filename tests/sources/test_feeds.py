"""Feeds: each entry is read once, as inert words, and nothing in a feed reaches out of it."""

from __future__ import annotations

import time

import pytest

from rawi.documents.build import build_document
from rawi.errors import SourceError
from rawi.model.source import Flagged, Item, Limits, Rejected
from rawi.sources.feeds import parse_feed, read_feed

WORDS = "قال سليم الدوري إن الجسر فتح."
ATOM = "http://www.w3.org/2005/Atom"


def _rss(*items: str, channel: str = "<title>النهر</title><link>https://nahr.example/</link>") -> bytes:
    inside = "".join(f"<item>{one}</item>" for one in items)
    space = "xmlns:content='http://purl.org/rss/1.0/modules/content/'"
    return f"<rss version='2.0' {space}><channel>{channel}{inside}</channel></rss>".encode()


def _items(data: bytes, limits: Limits | None = None) -> list[Item]:
    return [one for one in read_feed("a.xml", data, limits or Limits()) if isinstance(one, Item)]


def test_the_whole_content_goes_before_the_summary() -> None:
    """content:encoded and Atom's xhtml content are read, not their summaries."""
    words = f"<description>ملخص</description><content:encoded><![CDATA[<p>{WORDS}</p>]]></content:encoded>"
    (item,) = _items(_rss(words))
    assert WORDS in build_document(item).text
    content = (
        f"<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>{WORDS}</p></div></content>"
    )
    entry = f"<entry><title>ع</title><summary>ملخص</summary>{content}<link href='https://nahr.example/2'/></entry>"
    (item,) = _items(f"<feed xmlns='{ATOM}'><title>النهر</title>{entry}</feed>".encode())
    assert build_document(item).text.strip() == WORDS
    assert (item.metadata.url, item.metadata.outlet) == ("https://nahr.example/2", "النهر")


def test_one_number_for_two_entries_keeps_both() -> None:
    """Entries that share a guid and differ in their words are both read."""
    entry = "<guid>7</guid><description>خبر رقم {0}.</description>"
    found = _items(_rss(entry.format(1), entry.format(2)))
    assert [(one.id, one.part) for one in found] == [("7", "entry 1"), ("7", "entry 2")]
    assert len({one.data for one in found}) == 2


def test_links_are_joined_and_dates_may_be_missing() -> None:
    """A link that is only the end of an address is joined to the feed's; without a day there is none."""
    (item,) = _items(_rss(f"<link>/1</link><description>{WORDS}</description>"))
    assert (item.metadata.url, item.metadata.published) == ("https://nahr.example/1", None)


@pytest.mark.parametrize("field", ["title", "description", "link", "guid", "author", "pubDate", "category"])
def test_scripts_are_inert(field: str) -> None:
    """A script in any element is no text of the document, and runs nowhere."""
    attack = "&lt;script&gt;alert(1)&lt;/script&gt;<![CDATA[<script>alert(2)</script>]]>"
    words = "" if field == "description" else f"<description>{WORDS}</description>"
    for item in _items(_rss(f"{words}<{field}>{attack}{WORDS}</{field}>")):
        assert "alert" not in build_document(item).text


@pytest.mark.parametrize(
    "before",
    [
        "<!DOCTYPE rss [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]>",
        "<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>",
        "<!DOCTYPE rss SYSTEM 'http://nahr.example/x.dtd'>",
        "<?xml version='1.0'?>\n<!-- --> <!doctype rss>",
    ],
)
def test_document_types_are_refused(before: str) -> None:
    """Whatever a document type declares, the feed is refused."""
    with pytest.raises(SourceError) as caught:
        _items(before.encode() + _rss(f"<description>{WORDS} &x;</description>"))
    assert caught.value.code == "feed.doctype"


def test_nothing_is_included() -> None:
    """An XInclude and an entity that nobody declared bring nothing in."""
    include = (
        "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='file:///etc/passwd' parse='text'/>"
    )
    for item in _items(_rss(f"<description>{WORDS}</description>{include}<x>&passwd;</x>")):
        assert "root:" not in build_document(item).text


@pytest.mark.parametrize("codec", ["utf-8", "cp1256", "utf-16"])
def test_a_wrong_declaration_is_passed_over(codec: str) -> None:
    """The encoding is known by the bytes, whatever the declaration says."""
    feed = _rss(f"<description>{WORDS * 3}</description>").decode()
    text = f"<?xml version='1.0' encoding='iso-8859-1'?>{feed}"
    (item,) = _items(text.encode(codec))
    assert WORDS in build_document(item).text


def test_floods_end() -> None:
    """Deep nesting, many entries and a feed without words end in time, and say so."""
    begun = time.monotonic()
    deep = _rss("<x>" * 100_000 + f"<description>{WORDS}</description>")
    found = list(read_feed("a.xml", deep, Limits()))
    assert [one.warning.code for one in found if isinstance(one, Flagged)] == ["feed.too-deep"]
    many = list(read_feed("a.xml", _rss(*[f"<description>{WORDS}</description>"] * 9), Limits(records=4)))
    assert [one.code for one in many if isinstance(one, Rejected)] == ["source.too-many"]
    assert len([one for one in many if isinstance(one, Item)]) == 4
    assert time.monotonic() - begun < 10


def test_a_feed_is_parsed_to_plain_values() -> None:
    """What the parser gives can be sent from one process to another: strings, lists, nothing else."""
    import json

    feed = parse_feed(_rss(f"<title>ع</title><description>{WORDS}</description>"))
    assert json.loads(json.dumps(feed)) == feed
    assert feed["entries"][0]["words"] == WORDS
