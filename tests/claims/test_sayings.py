"""The day that words of its own sentence tie to a report."""

import pytest

from rawi.pipeline import extract


def days(text: str, published: str | None = "2024-05-15") -> list[str | None]:
    """Return the day of each statement of an article of a Wednesday."""
    return [one.date for one in extract(text, published=published).statements]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("قال المدير نادر الصالحي أمس الثلاثاء إن الجسر سليم.", "2024-05-14"),
        ("قالت بلدية ريحانة في نيسان الماضي إن الجسر سليم.", "2024-04"),
        ("الجسر سليم تماما ولا خطر عليه، على ما أعلنت بلدية ريحانة الاثنين.", "2024-05-13"),
        ("وبالأمس، أعلنت بلدية ريحانة أن الجسر سليم.", "2024-05-14"),
        ("وفي بيان، الاثنين، ذكرت بلدية ريحانة أن الجسر سليم.", "2024-05-13"),
        ("افتتح الوزير نادر الصالحي الجسر الجديد أمس الثلاثاء، قائلا إن العمل انتهى.", "2024-05-14"),
    ],
)
def test_a_day_beside_the_verb_is_when_it_was_said(text: str, day: str) -> None:
    """A day between verb and content, after an attribution, at the head, or of the main verb counts."""
    assert days(text) == [day]


@pytest.mark.parametrize(
    "text",
    [
        "قال المدير الذي زار القرية أمس إن الجسر سليم.",
        "قال المدير نادر الصالحي منذ أمس إن الجسر سليم.",
        "ومنذ إغلاق الجسر عام 2019، يقول السكان إن الطريق أطول.",
        "أعلنت بلدية ريحانة إعادة نشر تقرير عام 2019، موضحة أن الجسر سليم.",
        "قال المدير نادر الصالحي إن الجسر سليم.",
        "استقبل الوزير الوفد الذي وصل أمس الثلاثاء، قائلا إن العمل انتهى.",
    ],
)
def test_a_day_of_something_else_is_not(text: str) -> None:
    """A relative clause, the edge of a time and a noun keep their dates; publication alone dates nothing."""
    assert set(days(text)) == {None}


def test_nobody_has_spoken_after_publication() -> None:
    """A day or month after that of publication is when something will be, not when somebody spoke."""
    assert days("قال الباحث نادر الصالحي، في كتاب يصدر في أيلول المقبل، إن النهر تغير.") == [None]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("قتل ثلاثة عمال في انهيار جدار اليوم الأربعاء، بحسب شرطة ريحانة.", "2024-05-15"),
        ("قالت شرطة ريحانة إن القافلة عبرت الجسر الأربعاء.", "2024-05-15"),
        ("اندلع حريق في السوق اليوم الأربعاء، فيما أعلنت بلدية ريحانة أن الطريق مغلق.", "2024-05-15"),
        ("قتل ثلاثة عمال في انهيار جدار أمس الثلاثاء، بحسب شرطة ريحانة.", None),
        ("قالت شرطة ريحانة إن القافلة ستعبر الجسر اليوم الأربعاء.", None),
    ],
)
def test_what_has_happened_today_was_told_today(text: str, day: str | None) -> None:
    """Between what happened on the day of publication and publication there is that day alone."""
    assert days(text) == [day]
