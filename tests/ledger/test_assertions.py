"""How a claim that somebody typed is read."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.ledger.answers import Understood
from rawi.ledger.assertions import is_negated, list_missing, understand
from rawi.pipeline import extract


def read(claim: str) -> Understood:
    """Read a claim."""
    return understand(extract(claim))


CLAIMS: dict[str, dict[str, Any]] = {
    "التحالف قال إن 3 آلاف مقاتل فقط بقوا من داعش": {
        "speaker": "التحالف", "low": None, "high": 3000, "hedge": "at_most", "what": "مقاتل",
        "whom": ("داعش",), "place": None, "date": None, "polarity": "asserted",
        "notes": ("only.at_most",),
    },
    "3 آلاف مقاتل فقط بقوا من داعش": {"speaker": None, "high": 3000, "hedge": "at_most", "whom": ("داعش",)},
    "بقي 3 آلاف مقاتل في سوريا عام 2017": {
        "low": 3000, "high": 3000, "hedge": "exact", "place": "سوريا", "date": "2017", "notes": (),
    },
    "لم يبق من مقاتلي داعش سوى ثلاثة آلاف": {
        "high": 3000, "low": None, "what": "مقاتلي", "polarity": "asserted",
        "notes": ("only.at_most", "noun.guessed"),
    },
    "لا يوجد سوى ٣٠٠٠ مقاتل في العراق": {"high": 3000, "hedge": "at_most", "place": "العراق"},
    "أكثر من 12 حافلة تعطلت فقط": {"low": 12, "high": None, "hedge": "more_than", "notes": ()},
    "نفت وزارة النقل إغلاق الجسر في دمشق": {"speaker": "وزارة النقل", "polarity": "denied", "place": "دمشق"},
    "لا قواعد دائمة في العراق": {"polarity": "denied", "speaker": None, "number": None},
    "لا يزال الجسر مغلقا": {"polarity": "asserted"},
    "وزير الصحة: 12 إصابة جديدة بالكوليرا": {"speaker": "وزير الصحة", "low": 12, "what": "إصابة"},
    "وفق الأونروا نزح 150 ألف شخص من شرق خان يونس": {
        "speaker": "الأونروا", "low": 150000, "place": "خان يونس", "notes": ("speaker.phrase",),
    },
    "عدد القتلى في زلزال المغرب تجاوز 2900": {
        "what": "القتلى", "low": 2900, "hedge": "more_than", "place": "المغرب",
    },
    "مقتل 30 مدنيا في قصف على الرقة أمس": {"date": None, "notes": ("date.relative",)},
    "المرعي: لدينا 55 ألف صفحة": {"speaker": "المرعي", "low": 55000, "notes": ("speaker.colon",)},
    "قتل 3 وجرح 12 شخصا": {"low": 3, "notes": ("more_figures",)},
    "أكثر من 60% من السكان تحت خط الفقر": {"unit": "%", "low": 60, "what": "السكان"},
    "الجسر مغلق": {"number": None, "what": None, "polarity": "asserted"},
}  # fmt: skip


@pytest.mark.parametrize("claim", CLAIMS)
def test_a_claim_is_read_as_a_person_reads_it(claim: str) -> None:
    """Each part is found, or is missing because the claim has it not."""
    found = read(claim)
    assert {name: getattr(found, name) for name in CLAIMS[claim]} == CLAIMS[claim]


def test_only_makes_no_bound_of_a_bound() -> None:
    """فقط closes a bare number; what has a hedge of its own keeps it."""
    assert read("نحو 40 مسافرا فقط عبروا النهر").hedge == "about"


def test_words_tell_the_topic_alone() -> None:
    """Number, names, dates and function words are not among the words of the topic."""
    words = read("التحالف قال إن 3 آلاف مقاتل فقط انسحبوا من الغابة القديمة عام 2017").words
    assert "غاب" in words
    assert not {"تحالف", "مقاتل", "عام", "فقط", "2017"} & set(words)


def test_what_an_editor_would_ask_for_is_listed() -> None:
    """Speaker, date and place, as far as the claim has them not."""
    assert list(list_missing(read("3 آلاف مقاتل فقط بقوا"))) == ["speaker", "date", "place"]
    assert list(list_missing(read("بقي 3 آلاف مقاتل في سوريا عام 2017"))) == ["speaker"]


def test_a_negation_that_negates_nothing() -> None:
    """لا يزال and لم يبق سوى say that something is so."""
    assert is_negated(["لن", "يفتح", "الجسر"])
    assert not is_negated(["لا", "يزال", "الجسر", "مغلقا"])
    assert not is_negated(["لم", "يبق", "سوي", "ثلاثه"])
    assert not is_negated([])


@given(st.text(max_size=80))
def test_any_text_is_read(claim: str) -> None:
    """No text breaks the reading, and the claim stays as it was typed."""
    assert read(claim).claim == claim.strip() or "\ufffd" in read(claim).claim
