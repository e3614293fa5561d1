"""A report tells of every entry what it is, how it stands and where; what is gone keeps its words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from rawi.ledger.ledger import Ledger, open_ledger
from rawi.ledger.results import Origin
from rawi.model.review import Correction
from rawi.model.source import Capture
from rawi.model.span import Span
from rawi.pipeline import extract
from rawi.views.labels import Language
from rawi.views.report.entries import find_window
from rawi.views.report.manifest import build_manifest, encode_manifest
from rawi.views.report.page import render_report
from rawi.views.report.parts import load_report
from rawi.views.report.ris import render_ris

TEXT = (
    "وصل الوفد صباحا. قال الوزير سامي الحلبي أمس إن 12 شخصا قتلوا في غارة جوية على بلدة سراقب. "
    "ونفى المتحدث رائد الكناني أن تكون الطائرات قد قصفت البلدة.\n"
)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """A ledger with one report that was fetched."""
    with open_ledger(tmp_path / "a.rawi", actor="هند") as opened:
        record = extract(TEXT, published="2031-03-13", outlet="مرايا")
        url = "https://x.example/1"
        fetched = Capture("2031-05-01T08:00:00Z", url, ())
        record = replace(record, document=replace(record.document, url=url))
        origin = Origin("/home/hind/a.html", url=url, capture=fetched)
        opened.add(record, evidence=TEXT.encode(), origin=origin, extractor="rawi/1")
        opened.update()
        yield opened


def written(ledger: Ledger, language: Language = "en") -> str:
    """Return the file of the one dossier."""
    one = ledger.dossiers.list()[0]
    report = load_report(ledger, one.name, ledger.dossiers.items(one.id), "2031-06-01T08:00:00Z")
    return "".join(render_report(report, language))


def shown(page: str) -> str:
    """Return what people read of a page."""
    return re.sub(r"<(style|script)\b.*?</\1>|<[^>]*>", "", page, flags=re.S)


def test_an_entry_tells_all_that_is_known(ledger: Ledger) -> None:
    """Whose, how sure, each day with what it is of, the way, the review, and the note."""
    id = ledger.dossiers.create("غارة")
    ledger.dossiers.add(id, *(one.id for one in ledger.said(None)), note="ملاحظتي")
    told = shown(written(ledger))
    for words in ("سامي الحلبي", "said", "published 13 March 2031", "retrieved 1 May 2031", "denied",
                  "Chain", "reviewed by nobody", "ملاحظتي", "https://x.example/1", "Citation"):  # fmt: skip
        assert words in told, words
    assert "/home/hind" not in written(ledger)


def test_what_people_decided_is_told_apart(ledger: Ledger) -> None:
    """With who and when, and a correction beside what was read."""
    figure = next(iter(ledger.figures())).id
    id = ledger.dossiers.create("غارة")
    ledger.dossiers.add(id, figure)
    ledger.reviews.decide(
        figure, "correct", [Correction("low", "13"), Correction("high", "13"), Correction("place", None)]
    )
    page = written(ledger)
    assert 'class="standing corrected"' in page
    assert 'class="machine"' not in page
    told = shown(page)
    for words in ("corrected", "هند", "13", "the text does not say", "12 شخصا"):
        assert words in told, words


def test_a_citation_in_a_file_says_whose_and_what_a_person_made_of_it(ledger: Ledger) -> None:
    """Holder, sentence and correction stand in it; no day runs backwards in Arabic."""
    figure = next(iter(ledger.figures())).id
    id = ledger.dossiers.create("غارة")
    ledger.dossiers.add(id, figure)
    ledger.reviews.decide(
        figure,
        "correct",
        [Correction("high", "13"), Correction("low", "13"), Correction("as_of", "2031-03-11")],
    )
    page = written(ledger, "ar")
    (cited,) = re.findall(r'<pre class="citation"[^>]*>(.*?)</pre>', page, flags=re.S)
    for words in ("بحسب: سامي الحلبي", "إن 12 شخصا قتلوا في غارة جوية", "الأدنى: ", "13", "هند",
                  "11 آذار/مارس 2031", "نُشر في: 13 آذار/مارس 2031"):  # fmt: skip
        assert words in cited, words
    assert not re.search(r"[0-9X]{4}-[0-9]{2}", shown(page))


def test_what_is_not_found_any_more_keeps_its_words(ledger: Ledger) -> None:
    """And says so; its quote is proved all the same, and cited."""
    figure = next(iter(ledger.figures())).id
    id = ledger.dossiers.create("غارة")
    ledger.dossiers.add(id, figure)
    record = replace(extract(TEXT, published="2031-03-13"), figures=(), events=())
    ledger.add(record, evidence=TEXT.encode(), origin=Origin(), extractor="rawi/2")
    assert "not find it any more" in shown(written(ledger))
    report = load_report(ledger, "x", ledger.dossiers.items(id), "2031-06-01T08:00:00Z")
    quote = build_manifest(report).quotes[0]
    assert TEXT[quote.start : quote.end] == quote.words
    assert quote.words in render_ris(report)


def test_the_proof_ends_no_block(ledger: Ledger) -> None:
    """Nothing in it is markup or ends a line of a script, and it is the same JSON."""
    id = ledger.dossiers.create("</script>\u00a0& غارة")
    ledger.dossiers.add(id, ledger.entry(next(iter(ledger.figures())).id).document)
    items = ledger.dossiers.items(id)
    report = load_report(ledger, "</script><!--&\u2028\u2029", items, "2031-06-01T08:00:00Z")
    told = encode_manifest(build_manifest(report)).decode()
    assert not set("<>&\u2028\u2029") & set(told)
    assert json.loads(told)["title"] == "</script><!--&\u2028\u2029"
    assert json.loads(told)["documents"][0]["originals"][0]["fetched"] == ["2031-05-01T08:00:00Z"]


def test_an_empty_dossier_is_a_file_too(ledger: Ledger) -> None:
    """With its name, and nothing to prove."""
    ledger.dossiers.create("فارغ")
    assert "فارغ" in shown(written(ledger, "ar"))


@given(st.text("اب .\n،؟!", min_size=1, max_size=400), st.integers(0, 399), st.integers(1, 40))
def test_a_window_holds_its_words(text: str, start: int, length: int) -> None:
    """Whatever the sentences are like, within the text."""
    start = min(start, len(text) - 1)
    span = Span(start, min(start + length, len(text)))
    window = find_window(text, span)
    assert 0 <= window.start <= span.start
    assert span.end <= window.end <= len(text)
