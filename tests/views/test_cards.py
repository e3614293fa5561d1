"""Cards: what stands on them, and on which line."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rawi.pipeline import extract
from rawi.views.passage import render_document, render_passage
from rawi.views.record import build_count, build_said, render_record
from rawi.views.screen import Screen

TEXT = (
    "نفى المتحدث باسم بلدية الرمانة سليم الدوري، الأربعاء، إغلاق الجسر.\n"
    "وقالت هناء الشمري عبر تويتر إن «40 حافلة تعطلت».\n"
)
RECORD = extract(TEXT, published="2024-05-02", outlet="مرايا الرمانة", title="الجسر مفتوح")


def test_a_record_is_seen_as_the_ledger_would_show_it() -> None:
    """Each statement and figure of a record has its address, words and chain."""
    for one in RECORD.statements:
        said = build_said(RECORD, one)
        assert said.words == " … ".join(RECORD.words(span) for span in one.content)
        assert said.address.startswith(RECORD.document.id[7:19] + "#char=")
    for figure in RECORD.figures:
        assert build_count(RECORD, figure).words == RECORD.words(figure.span)


def test_cards_say_what_matters() -> None:
    """Denial, quotation, chain and labelled dates stand on the cards."""
    shown = render_record(RECORD, Screen())
    assert "denied" in shown
    assert "«40 حافلة تعطلت»" in shown
    assert "via تويتر" in shown
    assert "published 2024-05-02" in shown
    assert "منفيّ" in render_record(RECORD, Screen(language="ar"))


def test_speakers_have_lines_of_their_own() -> None:
    """A line with a name of the source on it has no label, so that no column depends on its width."""
    lines = render_record(RECORD, Screen()).split("\n")
    assert "    هناء الشمري" in lines
    assert any(line.startswith("    سليم الدوري") for line in lines)


@given(st.text(max_size=200))
def test_any_text_has_cards(text: str) -> None:
    """Whatever the text, its cards, its page of text and a passage of it can be shown."""
    record = extract(text)
    assert render_record(record, Screen(terminal=True, colour=True, width=40))
    assert render_document(record, Screen())
    for one in record.figures:
        assert "⟦" in render_passage(record, one.span, Screen())
