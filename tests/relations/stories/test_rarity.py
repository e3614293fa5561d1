"""How telling words are."""

from __future__ import annotations

import pytest

from rawi.arabic.fold import fold
from rawi.arabic.stems import find_stem
from rawi.lexicons.loader import load_table
from rawi.relations.stories.rarity import load_rarity, load_same, load_shares, stems_of, weigh_stem


def weigh(word: str) -> float:
    """Return what a word weighs."""
    return weigh_stem(find_stem(fold(word)))


@pytest.mark.parametrize("word", ["في", "قال", "أكد", "الذي", "أمس"])
def test_words_of_every_report_weigh_next_to_nothing(word: str) -> None:
    """Function words and reporting verbs tell no story from another."""
    assert weigh(word) < 1.5


@pytest.mark.parametrize("common", ["الحكومة", "الرئيس", "ترامب", "سوريا", "الشرطة", "المباراة"])
def test_what_is_always_in_the_news_weighs_less_than_what_is_new(common: str) -> None:
    """A country or a head of state tells less than a name that was never seen."""
    assert weigh(common) < 0.5 * weigh("بلسنوفيا")


def test_forms_of_a_word_weigh_the_same() -> None:
    """Article, joined letters and endings change nothing."""
    assert weigh("وبالحكومة") == weigh("حكومة")


def test_no_word_weighs_less_than_nothing() -> None:
    """Weights are never negative, however common a word is."""
    assert min(map(weigh_stem, [*load_rarity().counts, *load_shares()])) >= 0


def test_numbers_and_damaged_text_have_no_stems() -> None:
    """Only words in Arabic or Latin letters are compared as words."""
    assert stems_of("??? 12 ٣٤ � é") == []
    assert stems_of("شركة Nadirco") == ["شرك", "nadirco"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("اندلعت النيران", "اندلع الحريق"),
        ("مصرع عامل", "مقتل عمال"),
        ("هزة أرضية", "الزلزال أرضي"),
        ("لتطعيمهم", "واللقاحات"),
        ("الاهالي", "السكان"),
    ],
)
def test_words_for_one_thing_have_one_stem(one: str, other: str) -> None:
    """Two newsrooms seldom use the same word of a fire, a death, an earthquake."""
    assert stems_of(one) == stems_of(other)


@pytest.mark.parametrize(
    ("one", "other"), [("مطار", "أمطار"), ("إيران", "نيران"), ("الوزارة", "زيارة"), ("قال", "أقال")]
)
def test_words_that_only_look_alike_are_not_made_one(one: str, other: str) -> None:
    """An airport is no rain, and Iran no fire."""
    assert stems_of(one) != stems_of(other)


def test_the_stem_that_stands_for_others_is_of_its_row_alone() -> None:
    """Two rows with one stem would make two things one."""
    assert len(set(load_same().values())) == len(list(load_table("same_words.tsv")))
