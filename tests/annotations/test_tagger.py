"""People that only the tagger finds: names in Arabic letters, by their letters and by what stands around
them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.annotations.annotator import Annotations
from rawi.annotations.features import find_features
from rawi.annotations.likeness import score_likeness, triples
from rawi.annotations.tagger import NameTagger, find_windows, joined_to, look_around, spans_of
from rawi.errors import WeightsError
from rawi.model.annotation import Kind
from rawi.pipeline import annotate, rule_stages
from rawi.text.text import Text
from rawi.weights.loader import read_weights

LETTERS = st.text(alphabet='ابتجحدرسصعفقكلمنهوي ء.،\n"«»()12ab', max_size=300)


def tagged(source: str) -> list[str]:
    """Return the names that the tagger adds to what the rules find."""
    people = annotate(Text(source)).of(Kind.PERSON)
    return [one.value.name for one in people if one.rule == "person/tagged"]


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


def test_what_a_rule_has_found_stays() -> None:
    """The tagger adds to the rules: what they have found is still there, and nothing overlaps it."""
    text = Text("قال وزير النقل سامر الحلاق إن دروفسكي سيزور بغداد. ورفض دروفسكي القول متى.")
    by_rule, both = annotate(text, rule_stages()).of(Kind.PERSON), annotate(text).of(Kind.PERSON)
    assert [one for one in both if one.rule != "person/tagged"] == by_rule
    assert len(both) > len(by_rule)


def test_a_name_that_a_rule_has_cut_short_is_read_on() -> None:
    """Where a rule knows only first names, the tagger reads on, and the role stays with the whole."""
    text = Text("والتقى الرئيس فرانك فالتر شتاينهوفر وفدا من الطلاب.")
    ((short,), (whole,)) = (annotate(text, rule_stages()).of(Kind.PERSON), annotate(text).of(Kind.PERSON))
    assert (short.value.name, whole.value.name) == ("فرانك فالتر", "فرانك فالتر شتاينهوفر")
    assert whole.value.role == short.value.role is not None


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("وسلم المدرب الشارة لدروفسكي. وشكر دروفسكي زملاءه.", "دروفسكي"),
        ("ورفض لوكوفيتش القول متى يعود إلى التدريب.", "لوكوفيتش"),
    ],
)
def test_letters_joined_before_a_name_are_none_of_it(source: str, name: str) -> None:
    """و and ل before an unknown name are taken off; where they are its own they stay."""
    assert name in tagged(source)


def test_a_role_before_the_name_is_its_own() -> None:
    """A role that ends where the name begins is said of that person."""
    text = Text("وقال المدرب البوسني فيلاسكينو إن الفريق تعب.")
    (person,) = annotate(text).of(Kind.PERSON)
    assert text.words_of(*person.value.role) == "المدرب البوسني"


@pytest.mark.parametrize(
    ("word", "words", "joined"),
    [("ودروفسكي", [], 1), ("لوكوفيتش", [], 0), ("بدروفسكي", ["دروفسكي"], 2), ("وائل", [], 0)],
)
def test_a_letter_is_joined_where_the_rest_is_the_likelier_name(
    word: str, words: list[str], joined: int
) -> None:
    """و before what looks like a name, and any letter before a name that the text has elsewhere, are
    joined."""
    assert joined_to(word, words) == joined


@given(LETTERS)
def test_no_text_is_too_odd(source: str) -> None:
    """On any text people stand in order, and none overlaps another, a body or a place."""
    text = Text(source)
    known = annotate(text)
    taken = bytearray(len(text.words) + 1)
    for kind in (Kind.ORGANIZATION, Kind.PLACE):
        for one in known.of(kind):
            taken[one.first : one.last] = b"\1" * (one.last - one.first)
    end = 0
    for one in known.of(Kind.PERSON):
        assert end <= one.first < one.last <= len(text.words)
        assert not any(taken[one.first : one.last])
        end = one.last


@given(LETTERS)
def test_windows_lie_in_their_sentences_and_apart(source: str) -> None:
    """Windows come in order, none overlaps another, and each lies in one sentence."""
    text = Text(source)
    end = 0
    for first, last, low, high in find_windows(text, look_around(text, Annotations(), ())):
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
    seen = look_around(text, annotate(text, rule_stages()), ())
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


@pytest.mark.parametrize("weights", [b"", b"no weights at all", b"lCRF", read_weights("names.crf")[:500]])
def test_a_file_that_holds_no_weights_is_refused(weights: bytes) -> None:
    """Bytes that are no weights, or only some of them, raise WeightsError, and crash nothing."""
    with pytest.raises(WeightsError):
        NameTagger(weights)
