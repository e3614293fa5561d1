"""Which mentions are happenings that the article tells, and which are only spoken of."""

from __future__ import annotations

import pytest

from rawi.events.drafts import Draft
from rawi.events.extraction import find_drafts
from rawi.events.selection import is_dated, keep_features
from rawi.relations.quantities.page import Page
from tests.events.told import events, page_of


def features(text: str, published: bool = True) -> set[str]:
    """Return the signs of the first happening of a text."""
    page: Page = page_of(text)
    draft: Draft = find_drafts(page.record)[0]
    return set(keep_features(page, draft, 0, 1, False))


NEWS = "هاجم مسلحون حاجزا للجيش في مدينة كركوك أمس."


def test_what_is_known_of_a_happening_speaks_for_it() -> None:
    """Place of its own, day of the news, actor and target are seen."""
    assert {"place own", "date news", "knows 4", "both TrueTrue verb", "first True"} <= features(NEWS)


@pytest.mark.parametrize(
    ("day", "sign"),
    [
        ("أمس", "date news"),
        ("في 10 نوفمبر 2020", "date week"),
        ("في 3 أكتوبر 2020", "date old"),
        ("في أكتوبر 2020", "date month"),
        ("في عام 2020", "date month"),
    ],
)
def test_the_age_of_a_happening_is_seen(day: str, sign: str) -> None:
    """Days, weeks and months before publication are told apart."""
    assert sign in features(f"هاجم مسلحون حاجزا للجيش في مدينة كركوك {day}.")


def test_a_statement_and_a_claim_are_seen() -> None:
    """Who tells it and who takes responsibility are signs."""
    told = features("قال المتحدث سليم الحداد إن مسلحين هاجموا حاجزا في مدينة كركوك أمس.")
    assert {"statement indirect", "stance says", "after that"} <= told
    assert "claimed" in features("تبنى تنظيم الضفاف الهجوم الذي وقع في مدينة الرمادي أمس.")


@pytest.mark.parametrize(
    "text",
    [
        "تحدث الوزير سليم الحداد عن مكافحة التفجيرات.",
        "ناقش الوزير سليم الحداد سبل منع الهجمات.",
        "في ذكرى التفجير زرع الطلاب شجرة.",
        "دعا الوزير سليم الحداد إلى وقف القصف.",
    ],
)
def test_what_is_only_spoken_of_is_no_event(text: str) -> None:
    """Prevention, memory and calls are no happenings."""
    assert events(text) == []


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("قتل جندي في سرت أمس. وانسحب مسلحون.", True),
        ("قتل جندي في سرت. وانسحب مسلحون.", False),
        ("قتل جندي في سرت أمس. وقتل ضابط اليوم.", False),
        ("قتل جندي في سرت عام 2016. وانسحب مسلحون.", False),
    ],
)
def test_an_article_is_dated_by_one_day_in_its_first_sentences(text: str, dated: bool) -> None:
    """News names its day at the beginning; two days, or a year, are no such day."""
    assert is_dated(page_of(text)) == dated
