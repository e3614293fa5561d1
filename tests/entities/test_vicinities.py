"""Words that place something by a named place are kept with the place."""

import pytest

from rawi.pipeline import extract


@pytest.mark.parametrize(
    ("text", "words", "relation", "precision"),
    [
        ("دوى انفجار قرب حلب أمس.", "قرب حلب", "near", "near"),
        ("دوى انفجار بالقرب من مدينة حلب أمس.", "بالقرب من مدينة حلب", "near", "near"),
        ("دوى انفجار شمال غرب كركوك أمس.", "شمال غرب كركوك", "northwest", "near"),
        ("نزحت عائلات من ريف حمص الشمالي أمس.", "ريف حمص الشمالي", "countryside", "district"),
        ("نزحت عائلات إلى أطراف صنعاء أمس.", "أطراف صنعاء", "outskirts", "near"),
        ("أغلقت الطرق على الحدود مع تركيا أمس.", "الحدود مع تركيا", "border", "near"),
        ("تجمع الأهالي وسط بغداد أمس.", "وسط بغداد", "centre", "exact"),
    ],
)
def test_the_words_before_a_place_are_kept(text: str, words: str, relation: str, precision: str) -> None:
    """Relation and precision are told, with the span of all the words and of the name."""
    record = extract(text)
    (around,) = [one for entity in record.entities for one in entity.around]
    assert record.words(around.span) == words
    assert (around.relation, around.precision) == (relation, precision)
    assert record.words(around.mention) in words


def test_a_place_by_itself_is_placed_by_nothing() -> None:
    """Without such words there is no vicinity."""
    assert all(one.around == () for one in extract("وصل الوفد إلى حلب أمس.").entities)
