"""What a ledger has on a claim."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import rawi
from rawi.ledger.assertions import understand
from rawi.ledger.checking import check_claim
from rawi.opening import OpenedLedger
from rawi.pipeline import extract
from tests.ledger.checks import open_with, stands

ARTICLES = (
    ("قال غسان المرعي إن 40 ألف مقاتل من داعش سيطروا على الغابة قبل سنوات.", "مرايا الرمانة", "2020-11-01"),
    ("قال رائد السالم إن أقل من ثلاثة آلاف مقاتل من داعش بقوا في الغابة.", "صدى الريم", "2017-12-06"),
    ("نقلت الصحيفة عن رائد السالم قوله إن أقل من 3 آلاف مقاتل من داعش بقوا.", "نهر", "2017-12-07"),
    ("قالت الأمم المتحدة إن 3 آلاف حافلة تعطلت في الرمانة.", "نهر", "2019-01-01"),
    ("قال سليم الدوري إن 3 آلاف مقاتل من قوة الصنوبر وصلوا.", "نهر", "2019-02-01"),
    ("نفى سليم الدوري إغلاق الجسر الشرقي أمام الشاحنات في دمشق.", "نهر", "2019-03-01"),
    ("قالت هناء الشمري إن الجسر الشرقي مغلق أمام الشاحنات في دمشق.", "صدى الريم", "2019-03-02"),
    ("أكد سليم الدوري أن الحكومة لن تغلق المدارس الريفية هذا العام.", "نهر", "2019-03-05"),
)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> OpenedLedger:
    """A ledger of invented articles."""
    return open_with(tmp_path_factory.mktemp("checked"), ARTICLES)


CLAIM = "3 آلاف مقاتل فقط بقوا من داعش"


def test_the_same_number_of_the_same_people_agrees(ledger: OpenedLedger) -> None:
    """A ceiling beside a ceiling agrees, another value differs; buses and others' fighters do neither."""
    found = ledger.check(CLAIM)
    assert found.summary == "mixed"
    told = stands(found)
    assert told["أقل من ثلاثة آلاف مقاتل"] == "agrees"
    assert told["40 ألف مقاتل"] == "differs"
    assert told.get("3 آلاف مقاتل", "near") == "near"
    assert "3 آلاف حافلة" not in told


def test_the_best_comes_first_with_its_reasons(ledger: OpenedLedger) -> None:
    """What agrees stands before what differs, and every entry says why it is listed."""
    found = ledger.check(CLAIM)
    assert found.closest[0].stand == "agrees"
    codes = [reason.code for reason in found.closest[0].reasons]
    assert codes[:2] == ["near.what", "near.whom"]
    assert codes[-1] == "near.value"
    assert all(one.reasons for one in found.closest)
    scores = [one.score for one in found.closest]
    assert scores == sorted(scores, reverse=True)


def test_origins_are_counted_not_outlets(ledger: OpenedLedger) -> None:
    """One man in two outlets is one origin, and who gives another number is none."""
    assert [one.name for one in ledger.check(CLAIM).origins] == ["رائد السالم"]


def test_other_values_stand_by_time(ledger: OpenedLedger) -> None:
    """The strip of other values holds the same quantity alone."""
    assert [one.words for one in ledger.check(CLAIM).values] == ["40 ألف مقاتل"]


def test_what_is_missing_is_said(ledger: OpenedLedger) -> None:
    """The last year of an entry, and the parts that the claim has not."""
    missing = [(one.code, one.a) for one in ledger.check(CLAIM).missing]
    assert ("after", "2020") in missing
    assert ("unsaid.speaker", "") in missing
    named = ledger.check("قالت ليلى العامري إن 3 آلاف مقاتل من داعش بقوا في 1999")
    told = [(one.code, one.a) for one in named.missing]
    assert ("speaker", "ليلى العامري") in told
    assert ("date", "1999") in told


def test_a_speaker_that_is_named_counts(ledger: OpenedLedger) -> None:
    """The entry of the same speaker stands before an equal one of another."""
    found = ledger.check("قال غسان المرعي إن 50 ألف مقاتل من داعش سيطروا على الغابة")
    assert found.closest[0].entry.words == "40 ألف مقاتل"
    assert "near.speaker" in [reason.code for reason in found.closest[0].reasons]


def test_a_claim_without_a_number_is_set_beside_statements(ledger: OpenedLedger) -> None:
    """Who says it agrees, who denies it denies it."""
    told = stands(ledger.check("الجسر الشرقي مغلق أمام الشاحنات في دمشق"))
    assert told["الجسر الشرقي مغلق أمام الشاحنات في دمشق"] == "agrees"
    assert told["إغلاق الجسر الشرقي أمام الشاحنات في دمشق"] in ("denies", "near")


def test_a_negation_inside_the_words_counts(ledger: OpenedLedger) -> None:
    """Whoever says that schools will not be closed denies that they will, without the word deny."""
    assert set(stands(ledger.check("الحكومة تغلق المدارس الريفية")).values()) == {"denies"}
    assert set(stands(ledger.check("الحكومة لن تغلق المدارس الريفية")).values()) == {"agrees"}


def test_near_values_are_not_one(ledger: OpenedLedger) -> None:
    """Twenty-nine is not thirty; only an approximate number reaches to either side, and thousands are no
    number."""
    claim = "{} مقاتل من داعش سيطروا على الغابة"
    told = stands(ledger.check(claim.format("39 ألف")))
    assert told["40 ألف مقاتل"] == "differs"
    assert stands(ledger.check(claim.format("نحو 39 ألف")))["40 ألف مقاتل"] == "agrees"
    assert stands(ledger.check(claim.format("آلاف من")))["40 ألف مقاتل"] == "near"


def test_a_place_alone_is_no_topic(ledger: OpenedLedger) -> None:
    """Buses that broke down in a town do not contradict buses that were sold there."""
    told = stands(ledger.check("بيعت 12 حافلة في الرمانة"))
    assert set(told.values()) <= {"near"}
    assert stands(ledger.check("تعطلت 12 حافلة في الرمانة"))["3 آلاف حافلة"] == "differs"


def test_a_bare_number_agrees_with_nothing(ledger: OpenedLedger) -> None:
    """Of a claim that says neither of whom nor where nothing can be said to be the same quantity."""
    found = ledger.check("3 آلاف مقاتل")
    assert found.summary == "near"
    assert set(stands(found).values()) == {"near"}


ODD = ("covid19 b2b", "", "؟", "…", "و", "a b c", "=" * 50, '" OR * NEAR(', "1" * 400 + " مقاتل")


@pytest.mark.parametrize("claim", ODD)
def test_odd_claims_are_answered(ledger: OpenedLedger, claim: str) -> None:
    """What says nothing finds nothing; no character reaches the index as an operator."""
    assert ledger.check(claim).summary == "nothing"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(claim=st.text(max_size=60))
def test_any_claim_is_answered(ledger: OpenedLedger, claim: str) -> None:
    """No text breaks the check."""
    assert ledger.check(claim).understood.claim is not None


def test_figures_known_to_be_of_the_quantity_are_listed(tmp_path: Path) -> None:
    """A figure whose sentence names neither noun nor people is found through its series."""
    with rawi.open(tmp_path / "news.rawi") as ledger:
        ledger.add(rawi.read("قال غسان المرعي إن 40 ألف مقاتل من داعش سيطروا على الغابة."))
        ledger.add(rawi.read("قال رائد السالم إن عددهم أقل من ثلاثة آلاف اليوم."))
        first = next(one.id for one in ledger.figures() if one.figure.low == 40000)
        other = next(one.id for one in ledger.figures() if one.figure.high == 3000)
        store, read = ledger._ledger._store, understand(extract(CLAIM))
        assert other not in {one.entry.id for one in check_claim(store, read).closest}
        found = check_claim(store, read, lambda ids: {other: "قوة السهل"} if first in ids else {})
        assert "قوة السهل" in [one.name for one in found.origins]
        assert next(one.stand for one in found.closest if one.entry.id == other) == "agrees"


def test_the_answer_does_not_depend_on_the_order(tmp_path: Path) -> None:
    """Documents in any order give the same entries in the same order."""
    answers = []
    for name, articles in (("a", ARTICLES), ("b", ARTICLES[::-1])):
        with rawi.open(tmp_path / f"{name}.rawi") as ledger:
            for text, outlet, day in articles:
                ledger.add(rawi.read(text, outlet=outlet, published=day))
            answers.append(ledger.check(CLAIM))
    assert answers[0] == answers[1]
