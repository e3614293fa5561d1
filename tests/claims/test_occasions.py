"""The day of one utterance holds for what else was said on the same occasion, and for nothing more."""

import pytest

from rawi.pipeline import extract

YESTERDAY = "2024-05-14"
DATED = "قال المدير نادر الصالحي أمس الثلاثاء إن الجسر سليم. "
BRIEFED = "قال المدير نادر الصالحي في بيان أمس الثلاثاء إن الجسر سليم. "
RAIN = "وهطل المطر على البلدة. "


def days(text: str) -> list[str | None]:
    """Return the day of each statement of an article of 15 May 2024."""
    return [one.date for one in extract(text, published="2024-05-15").statements]


@pytest.mark.parametrize(
    "text",
    [
        "قال المدير نادر الصالحي أمس الثلاثاء إن الجسر سليم، مضيفا أن الطريق آمن.",
        DATED + "وأضاف أن الطريق آمن.",
        DATED + "وقال الصالحي إن الطريق آمن.",
        DATED + RAIN + "وقال الصالحي إن الطريق آمن.",
        DATED + "وقال الصالحي في بيان إن الطريق آمن.",
        DATED + RAIN * 3 + "وأضاف الصالحي أن الطريق آمن.",
        BRIEFED + RAIN * 3 + "وأكد الصالحي أن الطريق آمن.",
    ],
)
def test_the_same_occasion_has_one_day(text: str) -> None:
    """Participles, the next sentences, what is added, and what was said at a named occasion carry the day."""
    assert days(text) == [YESTERDAY, YESTERDAY]


@pytest.mark.parametrize(
    "text",
    [
        DATED + "وقالت المهندسة هند الخالدي إن الطريق آمن.",
        DATED + "وكان الصالحي قد قال إن الطريق آمن.",
        DATED + "وقال الصالحي في وقت سابق إن الطريق آمن.",
        DATED + "وقال الصالحي في مقابلة إن الطريق آمن.",
        DATED + "وفي جلسة أخرى، قال الصالحي إن الطريق آمن.",
        DATED + "ويقول الصالحي إن الطريق آمن.",
        DATED + "وزار الصالحي القرية الاثنين وقال إن الطريق آمن.",
        DATED + RAIN * 3 + "وقال الصالحي إن الطريق آمن.",
        BRIEFED + RAIN * 8 + "وقال الصالحي إن الطريق آمن.",
    ],
)
def test_another_occasion_has_none_of_it(text: str) -> None:
    """Another speaker, channel, scene or day, an earlier time, a habit and distance end an occasion."""
    assert days(text) == [YESTERDAY, None]


def test_after_an_aside_the_main_occasion_goes_on() -> None:
    """What a speaker had said earlier has its own day, with what he added to it; what follows has not."""
    told = "وكان الصالحي قد أعلن الاثنين أن الجسر مغلق. وأضاف أن الطريق وعر. وأكد الصالحي أن العمل انتهى."
    assert days(DATED + told) == [YESTERDAY, "2024-05-13", "2024-05-13", YESTERDAY]


def test_an_aside_lends_no_day_to_an_undated_occasion() -> None:
    """The day of what was said earlier is not that of the news."""
    told = "قال المدير نادر الصالحي إن الجسر سليم. وكان الصالحي قد أعلن الاثنين أن الجسر مغلق. "
    assert days(told + "وأكد الصالحي أن العمل انتهى.") == [None, "2024-05-13", None]


def test_a_lede_has_the_day_of_the_report_that_repeats_it() -> None:
    """An undated lede takes the day of what it paraphrases; one that says something else stays undated."""
    lede = "أعلنت بلدية ريحانة انهيار الجسر الحجري القديم قرب السوق الشرقي. "
    report = "وقالت بلدية ريحانة الاثنين إن الجسر الحجري القديم القريب من السوق الشرقي انهار."
    other = "وقالت بلدية ريحانة الاثنين إن المدارس ستفتح أبوابها."
    assert days(lede + report) == ["2024-05-13", "2024-05-13"]
    assert days(lede + other) == [None, "2024-05-13"]


def test_what_is_quoted_within_a_report_keeps_to_itself() -> None:
    """A source inside somebody's words did not speak on the day of the words around it."""
    inner = "قال المدير نادر الصالحي أمس الثلاثاء إن المهندسة هند الخالدي أكدت أن الجسر سليم."
    assert days(inner) == [YESTERDAY, None]


def test_a_relative_day_in_a_quotation_counts_from_its_occasion() -> None:
    """In a quotation that has its day, yesterday, from the sentence before, أمس is the day before that."""
    record = extract(DATED + "وأضاف الصالحي: «وصلت القافلة أمس إلى الجسر».", published="2024-05-15")
    assert [date.value for date in record.dates] == [YESTERDAY, "2024-05-13"]
