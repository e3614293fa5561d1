"""A text's layers agree with its source."""

from hypothesis import given
from hypothesis import strategies as st

from rawi.model.span import Span
from rawi.text.text import Text

ARABIC = st.text(
    alphabet=st.sampled_from('قال إنّ الوزيرةُ «نعم» “لا” "\n.،: 12٣ـ\u200fab’'), min_size=1, max_size=80
)


@given(st.one_of(st.text(max_size=80), ARABIC))
def test_any_text_is_cut_without_an_error_and_spans_lie_in_it(source: str) -> None:
    """Whatever the string, every token has a source span that lies inside it and is not empty."""
    text = Text(source)
    for index, word in enumerate(text.words):
        if word:
            span = text.span(index, index + 1)
            assert 0 <= span.start < span.end <= len(source)
            assert text.words_of(index, index + 1) == span.of(source)


@given(ARABIC)
def test_sentences_and_quotations_hold_their_order(source: str) -> None:
    """Sentences follow one another without overlap; quotations open before they close."""
    text = Text(source)
    last = 0
    for first, end in text.sentences:
        assert last <= first < end <= len(text.words)
        last = end
    for quotation in text.quotations:
        assert quotation.open + 1 < quotation.close <= len(text.words)


def test_marks_vanish_from_tokens_but_not_from_the_source() -> None:
    """The folded token finds its way back to the vowelled word."""
    text = Text("أكّدَ الوزيرُ أنّ الجسرَ آمنٌ")
    assert text.words == ["اكد", "الوزير", "ان", "الجسر", "امن"]
    assert text.words_of(4, 5) == "آمنٌ"


def test_what_lies_outside_the_body_reads_as_line_breaks() -> None:
    """Menus and footers cannot be taken for anybody's words."""
    source = "القائمة الرئيسية\nقال سالم إن الماء عاد.\nاشترك الآن"
    start = source.index("قال")
    end = source.index("\nاشترك")
    text = Text(source, [Span(start, end)])
    assert [word for word in text.words if word] == ["قال", "سالم", "ان", "الماء", "عاد", "."]
