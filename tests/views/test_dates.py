"""EDTF dates in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.views.dates import render_date


@pytest.mark.parametrize(
    ("edtf", "english", "arabic"),
    [
        ("2015", "2015", "2015"),
        ("2017-12", "December 2017", "كانون الأول/ديسمبر 2017"),
        ("2017-12-05", "5 December 2017", "5 كانون الأول/ديسمبر 2017"),
        ("2017-12-XX", "December 2017", "كانون الأول/ديسمبر 2017"),
        ("2017-12-05T14:30", "5 December 2017", "5 كانون الأول/ديسمبر 2017"),
        ("2015~", "about 2015", "نحو 2015"),
        ("2020?", "2020 (uncertain)", "2020 (غير مؤكد)"),
        ("2015/2017-03", "from 2015 to March 2017", "من 2015 إلى آذار/مارس 2017"),
        ("2019/..", "since 2019", "منذ 2019"),
        ("../2019", "until 2019", "حتى 2019"),
        ("2014-22", "summer 2014", "صيف 2014"),
        ("2014-33", "first quarter of 2014", "الربع الأول من 2014"),
        ("201X", "the 2010s", "عقد 2010"),
        ("XXXX-12-06", "6 December", "6 كانون الأول/ديسمبر"),
    ],
)
def test_a_date_is_said(edtf: str, english: str, arabic: str) -> None:
    """Precision, doubt, open ends, seasons and quarters are said in both languages."""
    assert render_date(edtf) == english
    assert render_date(edtf, "ar") == arabic


@pytest.mark.parametrize("words", ["غدا", "2017-99", "", "../..", "XXXX", "XXXX-XX-XX"])
def test_what_is_no_date_stays(words: str) -> None:
    """Nothing is made up for what cannot be read."""
    assert render_date(words, "ar") == words


@given(st.one_of(st.text(max_size=30), st.from_regex(r"[0-9X./?~%-]{0,12}", fullmatch=True)))
def test_any_text_is_answered(words: str) -> None:
    """No text breaks it, and none gives nothing."""
    assert render_date(words) or not words
