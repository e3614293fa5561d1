"""Very long texts read piece by piece say what they would say as a whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import rawi.pipeline
from rawi.documents.pieces import cut_pieces
from rawi.model.record import Record
from rawi.pipeline import extract

PARAGRAPHS = (
    "قال الشاهد زياد المرّي إن الجسر القديم أغلق صباح الثلاثاء.\n",
    "وأكدت المهندسة سلمى القاضي أن 40 مضخة عادت إلى العمل في حلب.\n",
    "وقال الطبيب كريم الدباغ: «نقلنا 12 مريضا إلى المستشفى الجديد في 5 مايو 2020».\n",
)


def _told(record: Record) -> list[tuple[str | None, list[str]]]:
    """Return who says what."""
    return [(one.speaker.name, [record.words(span) for span in one.content]) for one in record.statements]


@given(st.text(alphabet="اب .\n", max_size=300), st.integers(16, 60))
def test_pieces_are_the_whole_text(text: str, size: int) -> None:
    """No letter is lost or read twice, and no piece is too long."""
    pieces = cut_pieces(text, size)
    assert "".join(piece.of(text) for piece in pieces) == text
    assert all(piece.end - piece.start <= size for piece in pieces)


def test_a_long_text_says_what_it_says_as_a_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """Statements, figures, dates and entities are the same, with ids that are all different."""
    text = "".join(PARAGRAPHS) * 40
    whole = extract(text)
    monkeypatch.setattr(rawi.pipeline, "cut_pieces", lambda source: cut_pieces(source, 1000))
    joined = extract(text)
    assert _told(joined) == _told(whole)
    assert [(one.span, one.counted) for one in joined.figures] == [
        (one.span, one.counted) for one in whole.figures
    ]
    assert [one.span for one in joined.dates] == [one.span for one in whole.dates]
    assert [(one.name, one.mentions) for one in joined.entities] == [
        (one.name, one.mentions) for one in whole.entities
    ]
    assert joined.document == whole.document
    ids = [one.id for one in (*joined.statements, *joined.figures, *joined.entities)]
    assert len(ids) == len(set(ids))
    known = {one.id for one in joined.entities}
    assert {one.speaker.entity for one in joined.statements} <= known
    assert {one.according_to for one in joined.figures} <= {one.id for one in joined.statements} | {None}


def test_letters_that_unfold_make_shorter_pieces() -> None:
    """A text of ﷺ, each of which is eighteen letters when it is folded, is cut sooner."""
    assert len(cut_pieces("ﷺ" * 800_000)) == 8
    assert len(cut_pieces("ا" * 800_000)) == 1
