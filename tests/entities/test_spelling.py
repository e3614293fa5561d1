"""Spellings of one name are told from those of two."""

import time
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.entities.likeness import load_first_names, load_spelling
from rawi.entities.spelling import compare_names, compare_tokens, key_of_sound, keys_of_sound, split_name
from rawi.errors import WeightsError
from rawi.weights.loader import load_weights

LETTERS = st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإآؤئگپڤ \u0640\u064e-'.abé9", max_size=24)
ANY = st.one_of(st.text(max_size=40), LETTERS)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ماروتو", "مارتو"),
        ("شتاينماير", "شتانماير"),
        ("ديفيد", "دايفيد"),
        ("غورباتشوف", "جورباتشوف"),
        ("نتنياهو", "نتانياهو"),
        ("زيلينسكي", "زيلنسكي"),
        ("فيليب", "فيليپ"),
        ("كريستينا", "كرستينا"),
        ("بريجيت", "بريغيت"),
        ("أولغا", "أولجا"),
        ("فلاديمير", "فلاديمر"),
        ("الصيرفي", "صيرفي"),
        ("عبد الرحمن", "عبدالرحمان"),
        ("داود", "داوود"),
        ("عائشة", "عايشة"),
    ],
)
def test_spellings_by_ear_are_one_name(one: str, other: str) -> None:
    """What differs only in how a sound is written is more likely one name than not."""
    assert compare_tokens(one, other) >= 0.5


@pytest.mark.parametrize(
    ("one", "other"),
    [("عبد الرحمن", "عبدالرحمن"), ("أحمد", "احمد"), ("مُنى", "منى"), ("سليـــم", "سليم"), ("سارة", "ساره")],
)
def test_folding_makes_spellings_the_same(one: str, other: str) -> None:
    """Hamza seats, marks, tatweel and spaces are no difference at all."""
    assert compare_tokens(one, other) == 1.0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("محمد", "محمود"),
        ("حسن", "حسين"),
        ("سامر", "سمير"),
        ("علي", "عالي"),
        ("راشد", "رشيد"),
        ("سليم", "سالم"),
        ("الراشدي", "الرشيدي"),
        ("الحسني", "الحسيني"),
        ("عبد الحكيم", "عبد الحليم"),
        ("عبد الله", "عبد الإله"),
        ("باسم", "باسل"),
        ("سلمان", "سليمان"),
        ("جونسون", "روبنسون"),
        ("مارتن", "مورتون"),
        ("باركر", "بارنز"),
        ("بوتين", "بوتفليقة"),
        ("سليم", "الدوري"),
    ],
)
def test_names_of_two_people_stay_apart(one: str, other: str) -> None:
    """Other names are told apart even where one letter is all the difference: a false merge defames."""
    assert compare_tokens(one, other) < 0.35


def test_first_names_of_the_lexicon_stay_apart() -> None:
    """No two first names of the lexicon become one, but for the article and what Arabs spell either way."""
    pairs = combinations(sorted(load_first_names()), 2)
    merged = {pair for pair in pairs if compare_tokens(*pair) >= 0.5 and pair[0] != f"ال{pair[1]}"}
    assert merged == {("فاءز", "فايز"), ("نورا", "نوره")}


@given(ANY, ANY)
def test_scores_are_symmetric_and_between_0_and_1(one: str, other: str) -> None:
    """Any text is compared without an error, the same both ways, and the score is a likelihood."""
    for compare in (compare_tokens, compare_names):
        score = compare(one, other)
        assert 0.0 <= score <= 1.0
        assert compare(other, one) == score


@given(ANY)
def test_a_spelling_is_itself(text: str) -> None:
    """Whatever is compared with itself is the same for certain, and has a key in common with itself."""
    assert compare_tokens(text, text) == compare_names(text, text) == 1.0
    assert key_of_sound(text) in keys_of_sound(text)


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        ("عبد الرحمن بن خالد الدوري", "عبدالرحمن الدوري", 0.8, 1.0),
        ("نور الدين الصيرفي", "نورالدين الصيرفي", 1.0, 1.0),
        ("فالتر شتاينماير", "والتر شتانماير", 0.8, 1.0),
        ("يان فان دايك", "يان فاندايك", 0.9, 1.0),
        ("أبو سليم الدوري", "أبي سليم الدوري", 1.0, 1.0),
        ("أبو سليم خالد الدوري", "خالد الدوري", 0.7, 0.95),
        ("ج. شتاينماير", "جورج شتاينماير", 0.5, 0.9),
        ("هناء بنت سليم الشمري", "هناء الشمري", 0.8, 0.95),
        ("سليم الدوري الحلبي", "سليم الدوري", 0.5, 0.9),
        ("الدوري", "سليم الدوري", 0.1, 0.5),
        ("سليم الدوري", "الدوري سليم", 0.0, 0.3),
        ("سليم الدوري", "كريم الدوري", 0.0, 0.1),
        ("حسن الدوري", "حسين الدوري", 0.0, 0.1),
        ("سليم خالد الدوري", "سليم كريم الدوري", 0.0, 0.1),
        ("أبو خالد الدوري", "خالد الدوري", 0.0, 0.5),
        ("أبو خالد الدوري", "أبو سليم الدوري", 0.0, 0.1),
        ("عبد الله الشمري", "عبد اللطيف الشمري", 0.0, 0.1),
        ("ك. الدوري", "سليم الدوري", 0.0, 0.1),
    ],
)
def test_whole_names(one: str, other: str, least: float, most: float) -> None:
    """Fathers may be left out, words joined; what contradicts, is in another order or alone says less."""
    assert least <= compare_names(one, other) <= most


def test_small_words_alone_are_a_name() -> None:
    """A name of nothing but small words is kept as it is."""
    assert [word.letters for word in split_name("بن")] == ["بن"]
    assert compare_names("بن", "فان") < 0.5


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("شتاينماير", "شتانماير"),
        ("تومبسون", "تومسون"),
        ("جورج", "غورغ"),
        ("والتر", "فالتر"),
        ("برانت", "برانتل"),
    ],
)
def test_variants_are_looked_up_together(one: str, other: str) -> None:
    """Spellings of one name have a key in common."""
    assert set(keys_of_sound(one)) & set(keys_of_sound(other))


def test_long_text_costs_no_more_than_its_length() -> None:
    """Text that is no name is answered at once, however long."""
    long = "شتاينماير" * 40_000
    start = time.process_time()
    assert compare_tokens(long, long + "ا") == compare_names(long, long + " ا") == 0.0
    assert keys_of_sound(long) == (key_of_sound(long),)
    assert compare_names("سليم " * 70, "سليم " * 60) == 0.0
    assert time.process_time() - start < 5


def test_weights_are_read_or_named() -> None:
    """The weights that ship are of the right form, and weights that are missing are named."""
    assert {"always", "edits 1"} <= set(load_spelling().features)
    with pytest.raises(WeightsError, match=r"nowhere\.json"):
        load_weights("nowhere.json", dict)
