"""People that only the tagger finds: names in Arabic letters, by their letters and by what stands around
them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.annotations.annotator import Annotations
from rawi.annotations.features import find_features
from rawi.annotations.likeness import score_likeness, triples
from rawi.annotations.tagger import TAGGED, NameTagger, find_windows, look_around, spans_of
from rawi.errors import WeightsError
from rawi.model.annotation import Kind
from rawi.pipeline import annotate, rule_stages
from rawi.text.text import Text

LETTERS = st.text(alphabet='ابتجحدرسصعفقكلمنهوي ء.،\n"«»()12ab', max_size=300)


def tagged(source: str) -> list[str]:
    """Return the names that the tagger adds to what the rules find."""
    text = Text(source)
    found = TAGGED.annotate(text, annotate(text, rule_stages()))
    return [one.value.name for one in found]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("ورفض دروفسكي القول متى يعود إلى التدريب.", "دروفسكي"),
        ("وسجل البرازيلي فيلاسكينو هدفين في الشوط الأول.", "فيلاسكينو"),
        ("وانتقد شتاينهوفر قرار اللجنة أمس.", "شتاينهوفر"),
    ],
)
def test_a_foreign_name_without_a_title_is_found(source: str, name: str) -> None:
    """A name in Arabic letters after a verb or a nationality is a person though no lexicon has it."""
    assert tagged(source) == [name]


@pytest.mark.parametrize(
    "source",
    [
        "وارتفع سعر الجنيه الإسترليني أمام الدولار.",
        "ولعب الاتفاق دورا مهما في تهدئة الخواطر.",
        "بدأ غروب الشمس والناس في الأسواق.",
        "نقلت الشاحنات الوقود والقمح إلى المخازن.",
    ],
)
def test_ordinary_words_are_no_people(source: str) -> None:
    """Currencies, adverbs and other words that no lexicon of names has are left alone."""
    assert tagged(source) == []


def test_what_a_rule_has_found_is_not_taken_again() -> None:
    """The tagger adds to the rules: it never overlaps a person, body, place that they have found."""
    text = Text("قال وزير النقل سامر الحلاق إن دروفسكي سيزور بغداد. ورفض دروفسكي القول متى.")
    rules = annotate(text, rule_stages())
    found = [one for kind in (Kind.PERSON, Kind.PLACE) for one in rules.of(kind)]
    taken = {at for one in found for at in range(one.first, one.last)}
    added = {at for one in TAGGED.annotate(text, rules) for at in range(one.first, one.last)}
    assert added
    assert not taken & added


def test_a_role_before_the_name_is_its_own() -> None:
    """A role that ends where the name begins is said of that person."""
    text = Text("وقال حارس المرمى فيلاسكينو إن الفريق تعب.")
    (person,) = [one for one in annotate(text).of(Kind.PERSON) if "فيلاسكينو" in one.value.name]
    first, last = person.value.role
    assert "حارس" in text.words_of(first, last)


@given(LETTERS)
def test_no_text_is_too_odd(source: str) -> None:
    """On any text what is found lies in it, in order, and overlaps nothing that was known."""
    text = Text(source)
    known = annotate(text, rule_stages())
    taken = bytearray(len(text.words) + 1)
    for kind in (Kind.PERSON, Kind.ORGANIZATION, Kind.PLACE):
        for one in known.of(kind):
            taken[one.first : one.last] = b"\1" * (one.last - one.first)
    end = 0
    for one in TAGGED.annotate(text, known):
        assert end <= one.first < one.last <= len(text.words)
        assert not any(taken[one.first : one.last])
        end = one.last


@given(LETTERS)
def test_windows_lie_in_their_sentences_and_apart(source: str) -> None:
    """Windows come in order, none overlaps another, and each lies in one sentence."""
    text = Text(source)
    end = 0
    for first, last, low, high in find_windows(text, look_around(text, Annotations())):
        assert max(low, end) <= first < last <= high
        end = last


@given(st.lists(st.sampled_from(["O", "B-P", "I-P", "B-L", "I-L"]), max_size=12))
def test_names_of_labels_cover_all_that_is_labelled(labels: list[str]) -> None:
    """Every labelled token lies in exactly one name; an inside without a beginning begins one."""
    covered = [at for first, last, _ in spans_of(labels) for at in range(first, last)]
    assert covered == [at for at, label in enumerate(labels) if label != "O"]


def test_features_of_a_window_are_those_of_the_sentence() -> None:
    """A token looks the same whether its sentence is read whole or only around it, or training would not
    fit."""
    text = Text("ورفض دروفسكي القول متى يعود إلى التدريب مع الفريق.")
    seen = look_around(text, annotate(text, rule_stages()))
    low, high = text.sentences[0]
    assert find_features(seen, low, high, low, high)[1:4] == find_features(seen, low + 1, low + 4, low, high)


def test_likeness_tells_names_from_words_by_their_letters() -> None:
    """Names that stand in no list score higher than ordinary words of their length."""
    assert min(map(score_likeness, ("دروفسكي", "شتاينهوفر"))) > max(
        map(score_likeness, ("مفاوضات", "اجتماعات"))
    )


@given(st.text(max_size=20))
def test_triples_are_one_a_letter_and_one_for_the_end(word: str) -> None:
    """There are as many triples as letters, and one more."""
    assert len(triples(word)) == len(word) + 1


def test_a_file_that_holds_no_weights_is_refused() -> None:
    """Bytes that are no weights raise WeightsError, and crash nothing."""
    with pytest.raises(WeightsError):
        NameTagger(b"no weights at all")
