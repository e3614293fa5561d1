"""The Python interface: rawi.read and rawi.open."""

from __future__ import annotations

from pathlib import Path

import pytest

import rawi
from rawi.errors import DocumentError, LedgerError, SourceError

TEXT = "قال سليم الدوري إن نحو 40 ألف مسافر عبروا النهر في عام 2019."


def test_read_takes_text_bytes_pages_and_files(tmp_path: Path) -> None:
    """An article may come as a string, bytes, HTML, or the path of a file; its words are the same."""
    path = tmp_path / "article.txt"
    path.write_text(TEXT, "utf-8")
    page = f"<html><body><p>{TEXT}</p></body></html>"
    for source in (TEXT, TEXT.encode(), TEXT.encode("cp1256"), path, str(path), page, page.encode()):
        article = rawi.read(source, published="2024-05-02")
        assert article.text.strip() == TEXT
        assert article.statements[0].speaker.name == "سليم الدوري"
    assert rawi.read(path).document.source == str(path)


def test_words_of_every_span() -> None:
    """The words at a span are the text's own."""
    article = rawi.read(TEXT)
    for figure in article.figures:
        assert article.words(figure.span) == article.text[figure.span.start : figure.span.end]
    assert article.figures


def test_read_refuses_with_codes(tmp_path: Path) -> None:
    """What cannot be read raises an error of its own, with a code."""
    with pytest.raises(SourceError) as missing:
        rawi.read(tmp_path / "nofile.txt")
    assert missing.value.code == "source.missing"
    with pytest.raises(DocumentError):
        rawi.read(b"")
    with pytest.raises(SourceError):
        rawi.read(tmp_path / "many.jsonl")
    with pytest.raises(ValueError, match="no date"):
        rawi.read(TEXT, published="soon")


def test_an_article_shows_itself(tmp_path: Path) -> None:
    """A notebook and a file get the same self-contained page, in UTF-8."""
    article = rawi.read(TEXT)
    article.to_html(tmp_path / "article.html")
    assert (tmp_path / "article.html").read_bytes().decode("utf-8") == article._repr_html_()
    assert article.to_json().count(b"\n") == 1


def test_a_ledger(tmp_path: Path) -> None:
    """Articles, records and files go into a ledger, once; it answers and is sound."""
    path = tmp_path / "news.rawi"
    (tmp_path / "other.txt").write_text("وأعلنت هناء الشمري أن 12 حافلة تعطلت.", "utf-8")
    with rawi.open(path) as ledger:
        assert ledger.add(rawi.read(TEXT, outlet="الرواق")).status == "stored"
        assert ledger.add(rawi.read(TEXT, outlet="الرواق")).status == "duplicate"
        assert ledger.add(rawi.extract("قالت هناء الشمري إن الطريق مغلق.")).status == "stored"
        assert ledger.add_files(tmp_path / "other.txt").totals.stored == 1
        said = list(ledger.said("الدوري"))
        assert said[0].article.outlet == "الرواق"
        assert ledger.words(said[0].address) == said[0].words
        assert ledger.entry(said[0].id).words == said[0].words
        assert list(ledger.figures("مسافر"))
        assert ledger.find("النهر").hits
        assert ledger.counts().documents == 3
        assert ledger.verify() == []
    with pytest.raises(LedgerError):
        rawi.open(tmp_path / "nowhere.rawi", create=False)


def test_public_names() -> None:
    """What the root promises is there, and nothing else."""
    assert callable(rawi.extract)
    assert callable(rawi.parse)
    assert issubclass(rawi.errors.SourceError, rawi.errors.RawiError)
    with pytest.raises(AttributeError):
        rawi.no_such_name  # noqa: B018
