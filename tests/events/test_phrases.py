"""Noun phrases: where one begins and ends, whom it names, on which side they are."""

from __future__ import annotations

import pytest

from rawi.events.phrases import class_of_name, led_by, name_of, read_items, read_phrase
from tests.events.told import name, only, page_of, sides


def phrase(text: str) -> str | None:
    """Return the words of the phrase with which a text begins, without what is before whom it names."""
    page = page_of(text)
    found = read_phrase(page, 0, len(page.words))
    return name_of(page, found) if found is not None else None


def items(text: str) -> list[tuple[str | None, str]]:
    """Return the phrases of a text, each with its preposition."""
    page = page_of(text)
    found = read_items(page, 0, len(page.words))
    return [(one.lead, name_of(page, one.phrase)) for one in found]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("مسلحون مجهولون في سيارة", "مسلحون مجهولون"),
        ("متظاهرون الشرطة بالحجارة", "متظاهرون"),
        ("الجيش السيطرة على التل", "الجيش"),
        ("جنود برصاص مسلحين", "جنود"),
        ("الجيش وحلفاؤه", "الجيش"),
        ("عدد من عناصر الشرطة، أمس", "عناصر الشرطة"),
        ("أحد عناصر الشرطة", "عناصر الشرطة"),
        ("ثلاثة من عناصر الجيش", "عناصر الجيش"),
        ("العشرات من المقاتلين الشجعان", "المقاتلين الشجعان"),
        ("أكثر من 20 مدنيا في السوق", "مدنيا"),
        ("نحو 20 جنديا في السوق", "جنديا"),
        ("ما بين 10 و15 جنديا في السوق", "جنديا"),
        ("جنديا بسكين في السوق", "جنديا"),
        ("سوق بمدينة بغداد", "سوق"),
        ("انتحاري سيارة مفخخة", "انتحاري"),
        ("سجين القلعة القديمة", "سجين القلعة القديمة"),
        ("القوات «الخاصة» أمس", "القوات"),
        ("في السوق", None),
        ("، الجيش", None),
        ("وعادوا إلى السوق", None),
        ("«", None),
    ],
)
def test_a_phrase_ends_where_its_words_show(text: str, words: str | None) -> None:
    """Endings, articles, prepositions and figures cut a phrase; number and partitive stand before it."""
    assert phrase(text) == words


def test_a_phrase_with_a_name_is_of_whom_it_names() -> None:
    """The entity of a name is that of the phrase, and titles before it belong to the phrase."""
    page = page_of("اغتيل القاضي سامر الحلبي في مدينة بيروت.")
    found = read_phrase(page, 1, len(page.words))
    assert found is not None
    assert found.named
    assert found.entity is not None
    assert found.entity.name == "سامر الحلبي"


def test_phrases_are_read_with_their_prepositions() -> None:
    """Prepositions stand apart or are joined; و joins another of the same."""
    assert items("الجيش والمتمردين في السوق بالمدفعية") == [
        (None, "الجيش"),
        ("و", "المتمردين"),
        ("في", "السوق"),
        ("ب", "المدفعية"),
    ]
    assert items("12 جنديا و15 مدنيا")[1][0] == "و"
    assert items("خمس نساء وسبعة أطفال")[1][0] == "و"


def test_what_looks_like_a_preposition_may_be_a_letter_of_the_word() -> None:
    """لواء and بحرية begin with letters of their own; للجيش does not."""
    own = ("لواء المشاة", "بحرية البلاد", "بل")
    joined = {"للجيش": "ل", "بالجيش": "ب", "لمسلحين": "ل", "بقذيفة": "ب", "لهجوم": "ل", "وبمسلحين": "ب"}
    for text, lead in (joined | dict.fromkeys(own)).items():
        assert led_by(page_of(text), 0) == lead, text


def test_the_object_of_a_verb_may_stand_behind_a_comma() -> None:
    """قتل قناص، امرأة: the woman is the object."""
    page = page_of("قناص، امرأة في السوق")
    found = [name_of(page, one.phrase) for one in read_items(page, 0, len(page.words), verb=True)]
    assert found == ["قناص", "امرأة", "السوق"]


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("حركة الضفاف", "nonstate"),
        ("وزارة الدفاع", "state"),
        ("تنظيم داعش", "nonstate"),
        ("القاعدة", "nonstate"),
        ("نادي النجوم", None),
    ],
)
def test_the_name_of_a_body_may_tell_its_side(words: str, side: str | None) -> None:
    """A word of a name that tells a side tells that of the body."""
    assert class_of_name(words) == side


def test_a_state_that_is_named_acts_as_a_state() -> None:
    """The name of a country stands for the state."""
    assert only("احتلت تركيا مدينة عفرين أمس.").type == "Battles/Government regains territory"


def test_names_of_parties_have_no_letters_joined_before() -> None:
    """للجيش names الجيش."""
    assert name(only("شنت طائرات للجيش غارة على منزل في مدينة صعدة أمس.").actor) in ("طائرات", "طائرات للجيش")
    assert sides("سلم مسلحون مدنيين. هجوم للمتمردين على حاجز في مدينة صرواح أمس.")[0] == "المتمردين"
