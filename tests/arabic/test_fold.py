"""Folding changes spelling only, and every folded code point knows where it came from."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.arabic.fold import fold, fold_with_map

ARABIC = st.text(
    alphabet=st.sampled_from(
        "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإآؤئٱکیگچپڤ ًٌٍَُِّْٰٔـ٠١٢٣۴۵۶0123456789.,،؛؟«»“”\"'()\n\r\t "
        "\u200c\u200f\u202b\u2066\u00a0ﻻﷲﷺﺍﺑ﴿﴾﷽coKİ😀"
    ),
    max_size=60,
)
ANY = st.one_of(st.text(max_size=60), ARABIC)


@pytest.mark.parametrize(
    ("source", "folded"),
    [
        ("أحمد إلى آخر مؤتمرٍ", "احمد الي اخر مءتمر"),
        ("شؤون", "شءون"),
        ("شئون", "شءون"),
        ("مـــدرسة", "مدرسه"),
        ("ﻻ ﺑﺄﺱ", "لا باس"),
        ("۴۰٪ و٢٫٥", "40% و2.5"),
        ("کیلو", "كيلو"),
        ("و\u0654", "ء"),
        ("مسؤ\u0651ول", "مسءول"),
        ("NATO", "nato"),
        ("a\u200fb", "ab"),
        ("a\r\nb", "a\n\nb"),
    ],
)
def test_spellings_that_readers_take_for_one_fold_alike(source: str, folded: str) -> None:
    """Hamza seats, marks, tatweel, digits, presentation forms and invisible controls do not tell words
    apart."""
    assert fold(source) == folded


@pytest.mark.parametrize("mark", ["﴿", "﴾", "﷽", "\ufd4f"])
def test_what_follows_a_form_that_is_not_taken_apart_maps_one_to_one(mark: str) -> None:
    """Ornate parentheses and the basmala stand among the presentation forms and stay as they are: the words
    after them keep their places, whatever else of the text is changed."""
    source = f"{mark} وصل سليم إلى المدينة ٣ مرات"
    folded = fold_with_map(source)
    start = folded.text.index("سليم")
    assert source[slice(*folded.to_source(start, start + 4))] == "سليم"
    assert folded.from_source(source.index("سليم"), source.index("سليم") + 4) == (start, start + 4)


@given(ANY)
def test_folding_twice_is_folding_once(source: str) -> None:
    """The folded layer is a fixed point, so a lexicon and a text folded at different times still meet."""
    once = fold(source)
    assert fold(once) == once


@given(ANY)
def test_each_folded_code_point_comes_from_a_source_code_point_that_folds_to_it(source: str) -> None:
    """The map is exact: folding the source range of a folded code point gives what holds it."""
    folded = fold_with_map(source)
    for i, char in enumerate(folded.text):
        start, end = folded.to_source(i, i + 1)
        assert 0 <= start < end <= len(source)
        assert char in fold(source[start:end])


@given(ANY, st.data())
def test_ranges_map_monotonically_and_cover(source: str, data: st.DataObject) -> None:
    """A folded range maps to a source range whose folding holds it, and later ranges never start earlier."""
    folded = fold_with_map(source)
    if not folded.text:
        return
    start = data.draw(st.integers(0, len(folded.text) - 1))
    end = data.draw(st.integers(start + 1, len(folded.text)))
    a, b = folded.to_source(start, end)
    assert 0 <= a < b <= len(source)
    assert folded.text[start:end] in fold(source[a:b])
    starts = [folded.source_index(i) for i in range(len(folded.text) + 1)]
    assert starts == sorted(starts)


@given(ANY, st.data())
def test_a_source_range_maps_to_what_is_left_of_it(source: str, data: st.DataObject) -> None:
    """Going to the folded layer keeps what the source range folds to, wherever the range is cut."""
    folded = fold_with_map(source)
    start = data.draw(st.integers(0, len(source)))
    end = data.draw(st.integers(start, len(source)))
    a, b = folded.from_source(start, end)
    assert 0 <= a <= b <= len(folded.text)
    whole = [folded.from_source(i, i)[0] for i in range(len(source) + 1)]
    assert whole == sorted(whole)
    if (start, end) == (0, len(source)):
        assert (a, b) == (0, len(folded.text))


@given(ANY, st.data())
def test_a_folded_range_survives_the_way_there_and_back(source: str, data: st.DataObject) -> None:
    """To the source and back again covers at least the same folded range."""
    folded = fold_with_map(source)
    if not folded.text:
        return
    start = data.draw(st.integers(0, len(folded.text) - 1))
    end = data.draw(st.integers(start + 1, len(folded.text)))
    a, b = folded.from_source(*folded.to_source(start, end))
    assert a <= start < end <= b


def test_latin_and_punctuation_stay_one_for_one() -> None:
    """A text without marks is mapped by identity, however long."""
    source = string.ascii_lowercase + " 123 «»"
    folded = fold_with_map(source)
    assert folded.text == source
    assert folded.to_source(3, 9) == (3, 9)
