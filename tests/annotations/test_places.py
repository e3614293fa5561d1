"""Places are found in the gazetteer or after a noun such as town; other words are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.model.annotation import Kind
from tests.annotations.named import ALPHABET, annotate, assert_ranges, names


@pytest.mark.parametrize(
    ("source", "name", "country"),
    [
        ("وصل الوفد إلى بغداد مساء", "بغداد", "IQ"),
        ("عادت من الولايات المتحدة أمس", "الولايات المتحدة", "US"),
        ("سافر للقاهرة صباحا", "القاهرة", "EG"),
        ("في محافظة المنيا، حيث يعيش", "المنيا", "EG"),
        ("انتقلوا إلى قرية زعفرينة، ثم عادوا", "زعفرينة", None),
    ],
)
def test_a_place_is_found(source: str, name: str, country: str | None) -> None:
    """A known place has its country; one that only the article names has none."""
    _, known = annotate(source)
    found = {one.value.name: one.value.country for one in known.of(Kind.PLACE)}
    assert name in found
    assert found[name] == country


@pytest.mark.parametrize(
    "source", ["رفع العلم فوق البيت", "زار مدينة جديدة", "عاد إلى قرية صغيرة", "ثورة في التقنية"]
)
def test_everyday_words_are_no_places(source: str) -> None:
    """Words that also name some village are places only after a noun such as town."""
    assert names(source, Kind.PLACE) == []


@given(st.text(alphabet=st.sampled_from(ALPHABET) | st.characters(), max_size=150))
def test_any_text_gives_ranges_in_order(source: str) -> None:
    """On any string nothing is raised, and ranges are in order and slice the text."""
    text, known = annotate(source)
    assert_ranges(text, known.of(Kind.PLACE))


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("سيطرت القوة على قاعدة الزعفران الجوية أمس.", "الزعفران"),
        ("وصل الجنود إلى معسكر «برزوة» مساء.", "برزوة"),
        ("وقع الانفجار في منطقة «الهلال الأخضر» فجرا.", "الهلال الأخضر"),
        ("زار الوفد بلدة كرزندار الحدودية.", "كرزندار"),
        ("وقع الانفجار في تل الغضا، مساء الأحد.", "تل الغضا"),
    ],
)
def test_a_place_that_no_gazetteer_has_is_shown_by_what_stands_around(source: str, name: str) -> None:
    """After a site or the noun of a town, in marks, or by its first word, an unknown name is a place."""
    assert name in names(source, Kind.PLACE)


@pytest.mark.parametrize(
    "source",
    [
        "يسعى المركز إلى توفير قاعدة كبيرة من الخريجين.",
        "وأدى الانفجار إلى إصابة اثنين.",
        "أقيم معسكر تدريبي للفريق.",
    ],
)
def test_what_only_looks_like_a_place_is_none(source: str) -> None:
    """A site with an everyday word after it, and a verb that folds like وادي, name no place."""
    assert names(source, Kind.PLACE) == []
