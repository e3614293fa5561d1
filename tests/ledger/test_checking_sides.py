"""What is for a claim and what is against it: polarity of both sides, places, denied values, signs."""

from __future__ import annotations

from pathlib import Path

import pytest

import rawi
from rawi.ledger.answers import Checked
from rawi.ledger.assertions import understand
from rawi.opening import OpenedLedger
from rawi.pipeline import extract
from tests.ledger.checks import open_with, stands

ARTICLES = (
    ("قالت صحيفة الضفاف إن رياض المنصور وافق على الهدنة.", "الضفاف", "2024-03-01"),
    ("نفى رياض المنصور أن يكون قد وافق على الهدنة.", "صدى الريم", "2024-03-02"),
    ("قتل 12 شخصا في تفجير الرمانة صباح الثلاثاء، بحسب الدفاع المدني.", "نهر", "2024-04-02"),
    ("نفت وزارة الصحة مقتل 20 شخصا في تفجير الرمانة.", "نهر", "2024-04-04"),
    ("نفت وزارة الداخلية سقوط أي قتلى في تفجير الرمانة.", "مرايا", "2024-04-02"),
    ("قال الناطق غسان المرعي إن أي شرطي لم يقتل في تفجير الرمانة.", "صدى الريم", "2024-04-03"),
    ("قتل 7 أشخاص في انفجار وقع في تل الورد، وفق البلدية.", "مرايا", "2024-04-07"),
    ("قالت الحكومة إنها سترفع أسعار الخبز الشهر المقبل.", "نهر", "2024-05-01"),
    ("قال سامر الحلو إن الحكومة لن ترفع أسعار الخبز الشهر المقبل.", "مرايا", "2024-05-03"),
    ("قال الناطق باسم البلدية هاني الريس إن الجسر الشرقي أغلق أمام الشاحنات.", "نهر", "2024-06-01"),
    ("نفت البلدية إغلاق الجسر الشرقي أمام الشاحنات.", "مرايا", "2024-06-01"),
    ("قالت هيئة الأرصاد إن الحرارة انخفضت إلى -12 درجة مئوية في حلب.", "نهر", "2024-07-03"),
    ("لم يقتل 9 أشخاص في حريق المصنع في حمص، وفق الإطفاء.", "نهر", "2024-08-03"),
)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> OpenedLedger:
    """A ledger of invented articles."""
    return open_with(tmp_path_factory.mktemp("sides"), ARTICLES)


def codes(found: Checked, words: str) -> list[str]:
    """The reasons of the entry with these words."""
    return [reason.code for one in found.closest if one.entry.words == words for reason in one.reasons]


def test_a_denial_by_whom_the_claim_is_of_makes_it_mixed(ledger: OpenedLedger) -> None:
    """He is not named in his own denial, and yet it is of him; what contradicts says of which entry."""
    found = ledger.check("وافق رياض المنصور على الهدنة")
    assert found.summary == "mixed"
    assert stands(found)["رياض المنصور وافق على الهدنة"] == "agrees"
    assert stands(found)["يكون قد وافق على الهدنة"] == "denies"
    assert "against.contradicts" in codes(found, "يكون قد وافق على الهدنة")
    assert [one.name for one in found.origins] == ["صحيفة الضفاف"]


def test_will_not_is_against_will(ledger: OpenedLedger) -> None:
    """Of لن and سـ each is against the other, whichever the claim has."""
    will, will_not = "سترفع أسعار الخبز الشهر المقبل", "الحكومة لن ترفع أسعار الخبز الشهر المقبل"
    found = ledger.check("الحكومة لن ترفع أسعار الخبز")
    assert (found.summary, stands(found)[will], stands(found)[will_not]) == ("mixed", "asserts", "agrees")
    found = ledger.check("الحكومة سترفع أسعار الخبز")
    assert (found.summary, stands(found)[will], stands(found)[will_not]) == ("mixed", "agrees", "denies")


def test_the_speakers_own_body_denies(ledger: OpenedLedger) -> None:
    """What the spokesman said his municipality denied."""
    found = ledger.check("الجسر الشرقي أغلق أمام الشاحنات")
    assert found.summary == "mixed"
    assert stands(found)["إغلاق الجسر الشرقي أمام الشاحنات"] == "denies"


def test_a_denial_without_a_number_is_against_a_number(ledger: OpenedLedger) -> None:
    """Nobody was killed: no word of the claim finds it among figures, the comparison does; it stands right
    behind what it contradicts."""
    found = ledger.check("قتل 12 شخصا في تفجير الرمانة")
    assert found.summary == "mixed"
    assert [one.stand for one in found.closest[:2]] == ["agrees", "denies"]
    assert found.closest[1].entry.words == "سقوط أي قتلى في تفجير الرمانة"


def test_a_claim_that_denies_is_not_denied_by_assertions(ledger: OpenedLedger) -> None:
    """Who says that twelve were killed says what the claim denies: he denies nothing."""
    found = ledger.check("لم يقتل 12 شخصا في تفجير الرمانة")
    assert found.summary == "asserted"
    assert stands(found)["12 شخصا"] == "asserts"


def test_what_befell_them_tells_counts_apart(tmp_path: Path) -> None:
    """Twenty who were not killed are not twenty who were injured, whichever of the two is denied."""
    with rawi.open(tmp_path / "news.rawi") as opened:
        opened.add(rawi.read("أصيب 20 شخصا في تفجير الرمانة، وفق الشرطة.", outlet="نهر"))
        opened.add(rawi.read("نفت وزارة الصحة مقتل 30 شخصا في تفجير الرمانة.", outlet="نهر"))
        opened.update()
        assert stands(opened.check("لم يقتل 20 شخصا في تفجير الرمانة")).get("20 شخصا", "near") == "near"
        assert stands(opened.check("أصيب 30 شخصا في تفجير الرمانة")).get("30 شخصا", "near") == "near"
        assert stands(opened.check("قتل 30 شخصا في تفجير الرمانة"))["30 شخصا"] == "denies"


def test_a_denial_agrees_with_a_claim_that_denies(ledger: OpenedLedger) -> None:
    """A verb and its noun are one word (يقتل، مقتل), and the place is not said to be missing."""
    found = ledger.check("لم يقتل أي شرطي في تفجير الرمانة")
    assert stands(found)["أي شرطي لم يقتل في تفجير الرمانة"] == "agrees"
    assert "place" not in [one.code for one in found.missing]
    assert stands(ledger.check("نفت الوزارة مقتل 20 شخصا في تفجير الرمانة"))["20 شخصا"] == "agrees"


def test_a_place_of_the_ledger_is_not_said_to_be_missing(ledger: OpenedLedger) -> None:
    """Nothing near is of it, but the ledger has entries of it."""
    missing = {one.code: one.a for one in ledger.check("غرق 44 زورقا في الرمانة").missing}
    assert "place" not in missing
    assert missing["unlike.place"] == "الرمانة"
    assert ("place", "طرطوس") in [(one.code, one.a) for one in ledger.check("غرق 44 زورقا في طرطوس").missing]


def test_a_denied_value_is_marked_and_no_origin(ledger: OpenedLedger) -> None:
    """Who denies a number is no source of it; by a verb or by لم, it is denied."""
    found = ledger.check("قتل 20 شخصا في تفجير الرمانة")
    assert [(one.words, one.denied) for one in found.values] == [("12 شخصا", False), ("20 شخصا", True)]
    assert "وزارة الصحة" not in [one.name for one in found.origins]
    assert stands(ledger.check("قتل 9 أشخاص في حريق المصنع في حمص"))["9 أشخاص"] == "denies"


@pytest.mark.parametrize("place", ["حمص", "سوق الرمانة", "دمشق"])
def test_another_place_is_not_the_same(ledger: OpenedLedger, place: str) -> None:
    """Seven killed in one town are not seven killed in another."""
    assert stands(ledger.check(f"قتل 7 أشخاص في انفجار وقع في {place}"))["7 أشخاص"] == "near"
    assert stands(ledger.check("قتل 7 أشخاص في انفجار وقع في تل الورد"))["7 أشخاص"] == "agrees"


def test_the_noun_before_a_number_is_what_it_counts(ledger: OpenedLedger) -> None:
    """القتلى 12 counts the killed, and finds people who were killed; it says neither where nor of whom."""
    found = ledger.check("القتلى 12")
    assert (found.understood.what, found.understood.counted) == ("القتلى", "killed")
    assert stands(found)["12 شخصا"] == "near"
    assert found.summary == "near"


def test_a_speaker_ties_a_bare_count(ledger: OpenedLedger) -> None:
    """Where only the speaker is named, the same number by him says the same; another by him does not
    differ, for it may be of another happening."""
    assert stands(ledger.check("قال الدفاع المدني إن القتلى 12"))["12 شخصا"] == "agrees"
    assert stands(ledger.check("قال الدفاع المدني إن القتلى 15"))["12 شخصا"] == "near"


def test_a_summary_fits_its_list(ledger: OpenedLedger) -> None:
    """There is nothing near it only where the list is empty."""
    for claim in ("القتلى 12", "شرطي في تفجير", "الجسر", "قتل 7 أشخاص في انفجار وقع في حمص"):
        found = ledger.check(claim)
        assert (found.summary == "nothing") == (not found.closest)


def test_a_minus_sign_counts(ledger: OpenedLedger) -> None:
    """Twelve below zero is not twelve, in claim and entry alike; a range has no minus sign."""
    found = ledger.check("انخفضت الحرارة إلى -12 درجة مئوية في حلب")
    assert "number.negative" in found.understood.notes
    assert stands(found)["12 درجة مئوية"] == "agrees"
    assert stands(ledger.check("انخفضت الحرارة إلى 12 درجة مئوية في حلب"))["12 درجة مئوية"] == "differs"
    assert "number.negative" not in understand(extract("بين 10-12 شخصا")).notes


@pytest.mark.parametrize("claim", ["هل قتل 12؟", "هل قتل 12 شخصا", "قتل 12 شخصا?"])
def test_a_question_is_noted(claim: str) -> None:
    """A question mark or a word of asking at the head."""
    assert "question" in understand(extract(claim)).notes
    assert "question" not in understand(extract("قتل 12 شخصا")).notes


POLARITIES = (
    ("لم يقتل في تفجير الرمانة 12 شخصا", "denied"),
    ("لم يصب أحد وقتل 12 شخصا", "asserted"),
    ("ليس القتلى 20 بل 12", "denied"),
    ("قتل ما لا يقل عن 12 شخصا", "asserted"),
    ("لا يزال 12 شخصا في المستشفى", "asserted"),
    ("لم يبق سوى 12 شخصا", "asserted"),
    ("12 شخصا لم يقتلوا", "denied"),
    ("نفت الوزارة مقتل 12 شخصا", "denied"),
    ("لم تخسر الفرقة في 12 مباراة", "asserted"),
)


@pytest.mark.parametrize(("claim", "polarity"), POLARITIES)
def test_the_polarity_is_that_of_the_number(claim: str, polarity: str) -> None:
    """A negation of something else in the claim is none of its number."""
    assert understand(extract(claim)).polarity == polarity


def test_a_pronoun_of_another_gender_is_of_somebody_else(tmp_path: Path) -> None:
    """قال إنها is not of him who speaks."""
    with rawi.open(tmp_path / "news.rawi") as opened:
        opened.add(rawi.read("قال رياض المنصور إنها وافقت على الهدنة.", outlet="نهر"))
        opened.update()
        assert set(stands(opened.check("رياض المنصور وافق على الهدنة")).values()) <= {"near"}
