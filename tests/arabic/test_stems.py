"""Stems: two forms of a word meet, and two words that differ do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.arabic.fold import fold
from rawi.arabic.stems import find_stem


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("سيفتح", "تفتح"),
        ("والجسر", "للجسر"),
        ("المسافرين", "مسافرون"),
        ("وبالبلدية", "بلديات"),
        ("حديدي", "الحديدية"),
        ("يغلق", "سنغلق"),
    ],
)
def test_forms_of_a_word_meet(one: str, other: str) -> None:
    """Article, joined letters, prefixes of verbs and endings make no difference."""
    assert find_stem(fold(one)) == find_stem(fold(other))


@pytest.mark.parametrize(("one", "other"), [("جسر", "نهر"), ("مسافر", "مسجد"), ("مدرسة", "مديرية")])
def test_other_words_stay_apart(one: str, other: str) -> None:
    """Words that have nothing in common keep different stems."""
    assert find_stem(fold(one)) != find_stem(fold(other))


@given(st.text("ابتجدرسعفقكلمنهوي", min_size=3, max_size=12))
def test_three_letters_stay(word: str) -> None:
    """A stem is a part of its word, of three letters at least."""
    stem = find_stem(word)
    assert stem in word
    assert len(stem) >= 3
