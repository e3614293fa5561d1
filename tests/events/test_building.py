"""The event that a draft makes."""

from __future__ import annotations

import pytest

from tests.events.told import events, name, only, read


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("انفجرت عبوة ناسفة في حي الشعب في مدينة بغداد أمس.", "عبوة ناسفة"),
        ("قتل سبعة أشخاص في انفجار سيارة مفخخة في مدينة الحلة أمس.", "سيارة مفخخة"),
        ("طعن رجل جنديا بسكين في مدينة نابلس أمس.", "بسكين"),
        ("سقطت قذائف هاون على حي في مدينة دمشق أمس.", "قذائف هاون"),
        ("فجر انتحاري سيارة مفخخة عند حاجز في مدينة الرقة أمس.", "سيارة مفخخة"),
        ("هاجم مسلحون حاجزا للجيش في مدينة سرت أمس.", None),
    ],
)
def test_with_what_it_was_done_is_told_in_the_texts_words(text: str, words: str | None) -> None:
    """The longest name of an instrument in the clause, with its span; null where none is told."""
    record = read(text)
    (one,) = record.events
    assert one.instrument == words
    assert (record.words(one.instrument_span) if one.instrument_span else None) == words


def test_an_argument_keeps_its_words_and_its_entity() -> None:
    """A name is that of its entity, the span is of the words at this place."""
    record = read("اغتال مسلحون القاضي سامر الحلبي في مدينة بيروت أمس.")
    target = record.events[0].target
    assert target is not None
    assert target.span is not None
    assert target.name == "سامر الحلبي"
    assert "سامر الحلبي" in record.words(target.span)
    assert target.entity in {one.id for one in record.entities}


def test_places_have_entity_and_words() -> None:
    """Every place stands in the text; a known one has its entity."""
    record = read("هاجم مسلحون حاجزا للجيش في مدينة كركوك أمس.")
    place = record.events[0].place
    assert place is not None
    assert place.span is not None
    assert place.entity is not None
    assert record.words(place.span) == "كركوك"


def test_a_well_told_event_is_certain() -> None:
    """With actor, target, place and day there is nothing to doubt."""
    one = only("هاجم مسلحون حاجزا للجيش في مدينة كركوك أمس.")
    assert (one.confidence, one.reasons) == ("certain", ())


def test_a_doubtful_event_says_why() -> None:
    """Every doubtful event has a reason."""
    for one in events("هجوم على حاجز. هاجم مسلحون حاجزا للجيش أمس."):
        assert (one.confidence == "doubtful") == bool(one.reasons)


def test_the_police_is_the_target_of_a_crowd() -> None:
    """In the street only those who hold the people down are a target."""
    one = only("رشق متظاهرون الشرطة بالحجارة في مدينة صيدا أمس.")
    assert (name(one.actor), name(one.target)) == ("متظاهرون", "الشرطة")
    assert only("قطع محتجون الطريق في مدينة صيدا أمس.").target is None


def test_a_count_is_on_the_side_of_those_counted() -> None:
    """Those who suffered are of the target; nobody is on a side that the words do not tell."""
    one = only("قتل ثلاثة جنود برصاص مسلحين في بلدة تلعفر أمس.")
    assert [toll.side for toll in one.tolls] == ["target"]
    one = only("قتل شاب في إطلاق نار في مدينة الناصرة أمس.")
    assert [toll.side for toll in one.tolls] == ["target"]


def test_the_same_toll_stands_once() -> None:
    """A number told twice by the same is one toll."""
    one = events("قتل 12 شخصا في انفجار في مدينة الحلة أمس. وأسفر الانفجار عن مقتل 12 شخصا.")[0]
    assert [toll.low for toll in one.tolls] == [12]


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        ("مقتل رجل.", {"weak", "no_place"}),
        ("خرجت مظاهرة في مدينة سرت أمس، فيما هاجم مسلحون حاجزا للجيش وقتلوا جنديا.", {"place_aside"}),
        ("وصل الوزير إلى مدينة سرت أمس. وهاجم مسلحون حاجزا للجيش وقتلوا جنديا.", {"no_place"}),
    ],
)
def test_what_makes_an_event_doubtful_is_told(text: str, reasons: set[str]) -> None:
    """Too little told of it, a place of another clause, and no place are each a reason."""
    one = events(text)[-1]
    assert (one.confidence, set(one.reasons)) == ("doubtful", reasons)
