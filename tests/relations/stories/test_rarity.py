"""How telling words are."""

from __future__ import annotations

import pytest

from rawi.arabic.fold import fold
from rawi.arabic.stems import find_stem
from rawi.relations.stories.rarity import load_rarity, load_shares, stems_of, weigh_stem


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
