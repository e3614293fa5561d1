"""Tokens are the whole text, each in its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.arabic.fold import fold
from rawi.text.tokens import cut_tokens

TEXT = st.text(alphabet=st.sampled_from("ابتوقالن ةىء٣45.,،:؛«»\"'()-_\n\t a🙂é"), max_size=80)


@given(st.one_of(st.text(max_size=80), TEXT))
def test_every_token_stands_where_it_says(source: str) -> None:
    """A token's words stand at its start, and between two tokens there is only white space."""
    folded = fold(source)
    words, starts = cut_tokens(folded)
    assert len(starts) == len(words) + 1
    assert starts[-1] == len(folded)
    for word, start, following in zip(words, starts, starts[1:], strict=False):
        assert folded[start : start + len(word)] == word
        assert not folded[start + len(word) : following].strip()
        assert start < following


@pytest.mark.parametrize(
    ("folded", "words"),
    [
        ("وصل 1,200 نازح.", ["وصل", "1,200", "نازح", "."]),
        ("في 2014على", ["في", "2014", "علي"]),
        ("سطر\n\nاخر", ["سطر", "", "اخر"]),
        ("''نعم''", ["''", "نعم", "''"]),
    ],
)
def test_words_numbers_marks_and_lines_are_told_apart(folded: str, words: list[str]) -> None:
    """Letters and digits written together are two tokens; a line break is the empty word."""
    assert cut_tokens(fold(folded))[0] == words
