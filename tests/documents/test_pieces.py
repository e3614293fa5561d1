"""Very long texts read piece by piece say what they would say as a whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import rawi.pipeline
from rawi.documents.pieces import cut_pieces
from rawi.model.record import Record
from rawi.model.span import Span
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


HAPPENINGS = (
    "هاجم مسلحون حاجزا للجيش في مدينة كركوك، وقال المتحدث زياد المرّي إن الهجوم أسفر عن مقتل 12 جنديا.\n",
    "عاد الهدوء إلى المكتبة القديمة، ويقرأ فيها الطلاب كل صباح.\n" * 12,
    "خطف مسلحون تسعة عمال في مدينة بنغازي، وقالت المهندسة سلمى القاضي إن 4 منهم عادوا.\n",
    "ويزرع الأهالي القمح والشعير والعدس كل عام.\n" * 12,
    "وقالت الشرطة إن 7 أشخاص قتلوا في انفجار سيارة مفخخة في مدينة الحلة.\n",
)


def test_events_of_pieces_follow_their_statements_and_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    """Events get ids anew, and what they name is what they named in their piece."""
    text = "".join(HAPPENINGS)
    alone = [extract(one) for one in HAPPENINGS]
    monkeypatch.setattr(rawi.pipeline, "cut_pieces", lambda source: cut_pieces(source, 700))
    joined = extract(text)
    assert [one.id for one in joined.events] == [f"v{n}" for n in range(1, len(joined.events) + 1)]
    assert len(joined.events) >= 3
    statements = {one.id: one for one in joined.statements}
    figures = {one.id: one for one in joined.figures}
    entities = {one.id: one for one in joined.entities}
    for event in joined.events:
        assert event.according_to is None or _holds(statements[event.according_to].content, event.trigger)
        for toll in event.tolls:
            assert toll.figure is None or figures[toll.figure].span == toll.span
            assert toll.figure is None or figures[toll.figure].according_to == toll.according_to
        assert (
            event.place is None or event.place.entity is None or entities[event.place.entity].type == "place"
        )
    told = [(record.words(one.trigger), one.type) for record in alone for one in record.events]
    assert [(joined.words(one.trigger), one.type) for one in joined.events] == told


def _holds(content: tuple[Span, ...], span: Span) -> bool:
    """Does a span lie in what a statement says?"""
    return any(one.start <= span.start and span.end <= one.end for one in content)
