"""An item becomes a document: its text, what is stated of it, its body and chain."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rawi.documents.build import build_document
from rawi.documents.metadata import read_metadata
from rawi.errors import DocumentError
from rawi.model.document import Metadata
from rawi.model.source import DocumentText, Item, Media
from tests.documents.test_boilerplate import LEAD, NEXT, TITLE

HEAD = f"""<title>{TITLE} - النهر نت</title><meta property="og:site_name" content="النهر نت">
<meta property="article:published_time" content="2019-04-03T10:00:00+03:00">
<link rel=canonical href="https://n.example/1">"""
STORY = f"<article><h1>{TITLE}</h1><p>{LEAD}</p><p>{NEXT}</p></article>"
PAGE = f"<!doctype html><html><head>{HEAD}</head><body><nav>الرئيسية</nav>{STORY}</body></html>"


def _build(data: bytes | str, media: Media = "text", metadata: Metadata | None = None) -> DocumentText:
    """Build a document from data."""
    return build_document(Item("a", None, data, media, metadata or Metadata(source="a")))


def test_plain_text_is_unchanged() -> None:
    """Plain text is the decoded file: line ends, marks and blanks as they came."""
    text = f" {TITLE}\r\n\t{LEAD}\u200f\r\n"
    assert _build(text.encode("utf-8")).text == text


def test_page() -> None:
    """A page gives title, outlet, day, address and the article with its title once."""
    document = _build(PAGE.encode("utf-8"), "html")
    assert document.metadata == Metadata("a", TITLE, "النهر نت", "2019-04-03", "https://n.example/1")
    assert document.text.count(TITLE) == 1
    assert LEAD in document.text
    assert document.text == f"الرئيسية\n{TITLE}\n{LEAD}\n{NEXT}"
    assert [span.of(document.text) for span in document.body] == [f"{TITLE}\n{LEAD}\n{NEXT}"]


def test_what_the_carrier_states_comes_first() -> None:
    """A row's own title, outlet and date win over the page's; a bad date is dropped with a warning."""
    document = _build(PAGE.encode("utf-8"), "html", Metadata(outlet="الجسر", published="31/2/2020"))
    assert document.metadata.outlet == "الجسر"
    assert document.metadata.published == "2019-04-03"
    assert [one.code for one in document.warnings] == ["metadata.published"]


def test_json_ld_and_time() -> None:
    """Dates are found in JSON-LD and in a time element; a bad one is passed over with a warning."""
    ld = '<script type="application/ld+json">{"datePublished": "2018-05-06", "headline": "\\u0623"}</script>'
    assert read_metadata(ld)[0] == Metadata(title="أ", published="2018-05-06")
    found, warnings = read_metadata('<meta name=date content=soon><time datetime="2018-05-07">')
    assert found.published == "2018-05-07"
    assert [one.code for one in warnings] == ["metadata.published"]


def test_fragment() -> None:
    """A fragment of HTML keeps all its paragraphs, without a warning."""
    document = _build(f"<p>{LEAD}</p><p>{NEXT}", "html")
    assert document.text == f"{LEAD}\n{NEXT}"
    assert document.warnings == ()


def test_empty() -> None:
    """A text of nothing visible is refused."""
    with pytest.raises(DocumentError) as caught:
        _build("\u200b \n")
    assert caught.value.code == "document.empty"


TAGS = st.sampled_from(
    ["<p>", "</p>", "<div hidden>", "</div>", "<", ">", "<!--", "-->", "<script>", "</script>", "<a b='",
     "<title>", "<body>", "&#xD800;", "&amp;", LEAD, "\x00", "\ud800", "<style>.a{display:none}</style>", "'"]
)  # fmt: skip


@settings(deadline=None)
@given(st.lists(TAGS, max_size=30).map("".join))
def test_any_page(page: str) -> None:
    """Any markup gives a document or a DocumentError, body spans inside the text, and no lone surrogate."""
    try:
        document = _build(page, "html")
    except DocumentError:
        return
    document.text.encode("utf-8")
    assert all(0 <= span.start < span.end <= len(document.text) for span in document.body)


def test_heavy_libraries_are_not_imported() -> None:
    """Importing the readers loads no library for pages, feeds or archives."""
    code = (
        "import sys, rawi.documents.build, rawi.sources.reader, rawi.sources.accounting\n"
        "print(sorted({'trafilatura', 'lxml', 'feedparser', 'warcio'} & set(sys.modules)))"
    )
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
        == "[]\n"
    )
