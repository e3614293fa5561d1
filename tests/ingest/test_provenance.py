"""What the ledger is told of where a record came from, and the way back."""

from __future__ import annotations

import json

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from rawi.documents.build import build_document
from rawi.errors import DocumentError
from rawi.ingest.provenance import build_origin, derive_text, evidence_of, extractor_name
from rawi.ledger.results import Origin
from rawi.model.document import Metadata
from rawi.model.source import Item, Limits, Rejected
from rawi.sources.feeds import read_feed
from rawi.sources.jsonlines import read_json_line

WORDS = st.text(max_size=40)


@given(data=st.binary(max_size=200) | st.text(max_size=200), title=st.none() | WORDS, html=st.booleans())
def test_the_text_can_be_read_again(data: bytes | str, title: str | None, html: bool) -> None:
    """From evidence and origin alone, the same text comes back; where there was none, none comes."""
    item = Item("a.jsonl", "line 3", data, "html" if html else "text", Metadata(title=title))
    try:
        text = build_document(item).text
    except DocumentError:
        text = ""
    assert derive_text(evidence_of(item), build_origin(item)) == text


@given(WORDS, st.none() | WORDS)
def test_an_origin_can_be_stored(path: str, url: str | None) -> None:
    """Whatever a row states, its origin is valid UTF-8."""
    origin = build_origin(Item("a", None, "نص", "text", Metadata(title=path, url=url)))
    assert msgspec.json.decode(msgspec.json.encode(origin), type=Origin) == origin


def test_an_unknown_reader_is_not_guessed() -> None:
    """Evidence of a reader that this version does not know is left alone."""
    assert derive_text(b"x", Origin(reader="pdf/3")) is None


def test_the_extractor_is_named_by_what_decides() -> None:
    """The name holds the version and a hash, and is the same at every call."""
    assert extractor_name() == extractor_name()
    assert extractor_name().startswith("rawi/")
    assert len(extractor_name().partition("+")[2]) == 12


@given(text=st.text(min_size=1, max_size=60), title=st.none() | WORDS, html=st.booleans())
def test_a_line_is_its_own_evidence(text: str, title: str | None, html: bool) -> None:
    """Of a JSON line the line itself is kept, and the text comes back from it."""
    line = json.dumps({"html" if html else "text": text, "title": title}).encode()
    item = read_json_line("a.jsonl", "line 3", line)
    if isinstance(item, Rejected):
        assert item.evidence == line
        return
    assert evidence_of(item) == line
    try:
        expected = build_document(item).text
    except DocumentError:
        expected = ""
    assert derive_text(line, build_origin(item)) == expected


def test_a_feed_is_the_evidence_of_its_entries() -> None:
    """All entries of a feed stand on its bytes, each at its own part."""
    items = "".join(
        f"<item><title>خبر {n}</title><description>افتتح الجسر {n}.</description></item>" for n in (1, 2)
    )
    feed = f"<rss version='2.0'><channel><title>النهر</title>{items}</channel></rss>".encode()
    found = [one for one in read_feed("a.xml", feed, Limits()) if isinstance(one, Item)]
    assert [evidence_of(one) for one in found] == [feed, feed]
    for one in found:
        assert derive_text(feed, build_origin(one)) == build_document(one).text
    gone = msgspec.structs.replace(build_origin(found[1]), part="entry 3")
    assert derive_text(feed, gone) == ""
