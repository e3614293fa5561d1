"""What a verb of denying denies begins where it must."""

import pytest

from rawi.annotations.speech import speech_words
from rawi.claims.objects import find_object, is_claimed
from rawi.claims.reading import Reading
from rawi.pipeline import annotate
from rawi.text.text import Text


def read(source: str) -> Reading:
    """Read a sentence of our own."""
    text = Text(source)
    return Reading(text, annotate(text))


def object_of(source: str) -> str | None:
    """Return the words from where the object of the first verb begins."""
    reading = read(source)
    found = find_object(reading, 0, len(reading.words))
    return None if found is None else reading.text.words_of(found.start, len(reading.words) - 1)


@pytest.mark.parametrize(
    ("source", "begins"),
    [
        ("نفت الوزارة في بيان ما تردد عن الإغلاق.", "ما تردد عن الإغلاق"),
        ("نفى المدير نفيا قاطعا وجود خلاف.", "وجود خلاف"),
        ("نفت البلدية هذا الأسبوع أنباء الهدم.", "أنباء الهدم"),
        ("نفى رئيس اللجنة هذا التراجع.", "هذا التراجع"),
        ("نفت التقارير وجود خلاف.", "وجود خلاف"),
        ("نفى المدير ذلك.", "ذلك"),
        ("نفت وزارة الصحة تسجيل أي وفاة.", "تسجيل أي وفاة"),
        ("نفت وكالة الأنباء الوطنية أخبار دمجها.", "أخبار دمجها"),
    ],
)
def test_an_object_begins_after_subject_and_adjuncts(source: str, begins: str) -> None:
    """Subject, time and manner are stepped over; reports that deny are the subject, not what is denied."""
    assert object_of(source) == begins


@pytest.mark.parametrize(
    "source",
    ["نفى المدير أن يكون المصنع أفلس.", "نفى السلطان الزعيم إلى جزيرة بعيدة.", "نفت الوزارة: لم نغلق الباب."],
)
def test_there_is_no_object_before_a_clause_or_for_an_exile(source: str) -> None:
    """أن has its own frame, a colon too, and who is sent into exile is not denied."""
    assert object_of(source) is None


def test_the_article_and_an_owner_do_not_hide_a_claim() -> None:
    """الاتهامات and علاقتها are found; a bridge is nothing said."""
    assert [is_claimed(word) for word in ("الاتهامات", "علاقتها", "الجسر")] == [True, True, False]


def test_what_is_denied_is_known_to_the_tape() -> None:
    """نفيا strengthens a denial, so it is no verb of the vocabulary."""
    assert "نفيا" not in speech_words().entries
