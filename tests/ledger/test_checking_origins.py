"""Which independent origins a check counts, and what it takes for the same: places, promises, nouns before a
number."""

from __future__ import annotations

from pathlib import Path

import pytest

import rawi
from rawi.ledger.answers import Checked
from rawi.opening import OpenedLedger
from tests.ledger.checks import open_with, stands

LONG = (
    "وقال شهود إن ألسنة اللهب شوهدت من القرى المجاورة طوال الليل، وإن أصحاب المحال خسروا بضائعهم كلها. "
    "وتعهدت لجنة السوق بتعويض المتضررين قبل نهاية الشهر، وفتحت سجلا لأسمائهم في مقرها القديم."
)
ARTICLES = (
    (
        f"ارتفعت حصيلة حريق سوق البنفسج إلى 17 قتيلا، وفق الهلال الأزرق. {LONG}",
        "جريدة الميناء",
        "2024-01-11",
    ),
    (
        f"ارتفعت حصيلة حريق سوق البنفسج إلى 17 قتيلا، وفق الهلال الأزرق. {LONG}\n\n(نقلا عن جريدة الميناء)",
        "صحيفة الريحان",
        "2024-01-11",
    ),
    ("قال المتحدث باسم الدفاع المدني نزار الخولي إن 17 شخصا قتلوا في حريق سوق البنفسج.", "نهر", "2024-01-12"),
    ("أعلن الدفاع المدني مقتل 17 شخصا في حريق سوق البنفسج.", "صدى", "2024-01-12"),
    ("قالت نقابة التجار إن 25 شخصا قتلوا في حريق سوق البنفسج.", "صدى", "2024-01-12"),
    ("غرق زورق قبالة رأس الصدف ما أدى إلى مقتل ثمانية صيادين، بحسب خفر السواحل.", "نهر", "2024-02-01"),
    ("قال وزير النقل فارس العكاري، الأحد: «لن أترشح».", "نهر", "2024-03-01"),
    ("قال وزير التعليم حازم الشوا، الأحد: «لن أستقيل ولن نرفع الرسوم هذا العام».", "نهر", "2024-03-01"),
    ("أعلن حازم الشوا رفع الرسوم هذا العام.", "صدى", "2024-03-09"),
)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> OpenedLedger:
    """A ledger of invented articles."""
    return open_with(tmp_path_factory.mktemp("origins"), ARTICLES)


def origins(found: Checked) -> list[str]:
    """The names of the origins, in order."""
    return sorted(one.name for one in found.origins)


def test_only_who_says_the_same_is_an_origin(ledger: OpenedLedger) -> None:
    """The union alone says 25: who says 17 is listed, and no origin of it."""
    found = ledger.check("قالت نقابة التجار إن 25 شخصا قتلوا في حريق سوق البنفسج")
    assert origins(found) == ["نقابة التجار"]


def test_a_spokesman_and_his_body_are_one_origin(ledger: OpenedLedger) -> None:
    """A spokesman counts under the body he speaks for, a copy under what the copied text credits."""
    found = ledger.check("قتل 17 شخصا في حريق سوق البنفسج")
    assert "نزار الخولي" not in origins(found)
    assert origins(found).count("الدفاع المدني") == 1
    assert not any(name.startswith("sha256:") for name in origins(found))
    assert not {"صحيفة الريحان", "جريدة الميناء)"} & set(origins(found))


def test_a_noun_before_its_number_is_the_same_count(ledger: OpenedLedger) -> None:
    """قتلى الحريق 17 is what 17 قتيلا says: it agrees, and is not only near."""
    found = ledger.check("عدد قتلى حريق سوق البنفسج 17")
    assert stands(found)["17 قتيلا"] == "agrees"


@pytest.mark.parametrize(("place", "stand"), [("رأس الصدف", "agrees"), ("رأس المرساة", "near")])
def test_a_place_of_another_name_is_not_the_same(ledger: OpenedLedger, place: str, stand: str) -> None:
    """Also where no gazetteer has the place: the noun before the name tells that it is one."""
    found = ledger.check(f"مقتل 8 صيادين في غرق زورق قبالة {place}")
    assert stands(found)["ثمانية صيادين"] == stand


@pytest.mark.parametrize("claim", ["قال فارس العكاري إنه لن يترشح", "فارس العكاري: لن أترشح"])
def test_a_promise_of_one_word_is_found_in_the_first_person(ledger: OpenedLedger, claim: str) -> None:
    """Who says لن أترشح says that he will not, and nothing else has to be told with it."""
    found = ledger.check(claim)
    assert stands(found)["لن أترشح"] == "agrees"
    assert origins(found) == ["فارس العكاري"]


def test_what_is_against_other_words_is_not_against_the_claim(ledger: OpenedLedger) -> None:
    """A speech says two things: who contradicts the second does not contradict a claim of the first."""
    found = ledger.check("قال حازم الشوا إنه لن يستقيل")
    assert "رفع الرسوم هذا العام" not in stands(found)


def test_two_holders_of_one_common_office_are_counted(tmp_path: Path) -> None:
    """Every province has a director of health: two of them are two origins, one of them twice is one."""
    with rawi.open(tmp_path / "news.rawi") as opened:
        for name, outlet in (("نبيل الطويل", "نهر"), ("نبيل الطويل", "صدى"), ("مروان الأشقر", "مرايا")):
            text = f"قال مدير الصحة {name} إن 30 شخصا أصيبوا في حريق سوق البنفسج."
            opened.add(rawi.read(text, outlet=outlet, published="2024-01-12"))
        opened.update()
        assert origins(opened.check("أصيب 30 شخصا في حريق سوق البنفسج")) == ["مروان الأشقر", "نبيل الطويل"]


def test_an_origin_is_shown_without_the_hash_of_its_document(tmp_path: Path) -> None:
    """Without outlet and title a document is named by the first digits of its id."""
    with rawi.open(tmp_path / "news.rawi") as opened:
        opened.add(rawi.read("قتل 9 أشخاص في حريق سوق الياسمين."))
        opened.update()
        (name,) = origins(opened.check("قتل 9 أشخاص في حريق سوق الياسمين"))
        assert len(name) == 12
