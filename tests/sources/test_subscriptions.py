"""Lists of feeds are read as lists, and nothing in them is taken for more."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.errors import SourceError
from rawi.model.source import Limits
from rawi.sources.subscriptions import Subscription, read_outlines, read_subscriptions


def _opml(body: str) -> bytes:
    return f"<?xml version='1.0' encoding='UTF-8'?><opml version='2.0'><body>{body}</body></opml>".encode()


def _code(data: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(SourceError) as caught:
        read_subscriptions(data, limits)
    return caught.value.code


def test_feeds_in_folders_are_found_once() -> None:
    """Outlines in outlines are read, each address once, with the title before the text."""
    one = '<outline title="النهر" text="x" xmlUrl="https://nahr.example/rss?a=1&amp;b=2"/>'
    body = f'<outline text="صحف"><outline text="محلية">{one}{one}</outline></outline>'
    assert read_subscriptions(_opml(body)) == [Subscription("https://nahr.example/rss?a=1&b=2", "النهر")]


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "javascript:alert(1)", "//nahr.example", "http://", "http://[x", "http://a b/"],
)
def test_what_cannot_be_fetched_is_named(url: str) -> None:
    """An address that is not http with a host is listed with its fault, and not handed out."""
    body = f'<outline xmlUrl="{url}"/><outline xmlUrl="https://nahr.example/rss"/>'
    assert [one.url for one in read_subscriptions(_opml(body))] == ["https://nahr.example/rss"]
    assert read_outlines(_opml(body))[0].fault


def test_attacks_and_damage_have_codes() -> None:
    """Document types, depth, damage, size and numbers beyond the limits are refused with their codes."""
    feed = '<outline xmlUrl="https://nahr.example/{0}"/>'
    assert _code(b"<!DOCTYPE opml [<!ENTITY a 'aaaa'>]><opml/>") == "opml.doctype"
    assert _code(_opml("<outline>" * 100)) == "opml.too-deep"
    assert _code(_opml("<outline")) == "opml.malformed"
    assert _code(b"<rss/>") == "opml.malformed"
    assert _code(_opml("")) == "opml.no-feeds"
    assert _code(_opml(feed * 9), Limits(item=20)) == "source.too-large"
    assert _code(_opml("".join(map(feed.format, range(9)))), Limits(records=3)) == "source.too-many"


def test_arabic_in_a_code_page_is_read() -> None:
    """A list in Windows-1256 that says it is UTF-8 keeps its titles."""
    data = _opml('<outline text="صحيفة النهر" xmlUrl="https://nahr.example/rss"/>').decode().encode("cp1256")
    assert read_subscriptions(data)[0].title == "صحيفة النهر"


@given(st.binary(max_size=200) | st.text(max_size=200).map(_opml))
def test_any_bytes(data: bytes) -> None:
    """Any bytes give a list or a refusal with a code."""
    code = ""
    try:
        assert all(one.url for one in read_outlines(data))
    except SourceError as error:
        code = error.code
    assert code.partition(".")[0] in ("", "opml", "source", "document")
