"""How far words are looked for, and which kinds a rule holds for: what a change of a constant would break."""

from __future__ import annotations

import pytest

from rawi.events.certainty import read_signs
from rawi.events.context import is_of_conflict
from rawi.events.denial import Teller
from rawi.events.drafts import Draft
from rawi.events.nations import nation_of
from rawi.events.roles import Roles
from rawi.events.settings import Setting
from tests.events.told import events, first_mention, name, only, page_of

AIR = "Explosions/Remote violence/Air/drone strike"
SHELLING = "Explosions/Remote violence/Shelling/artillery/missile attack"
CALM = "تعود الحياة إلى طبيعتها في القرى بعد أيام طويلة من الحر الشديد. "  # 13 tokens without arms


def test_a_people_without_an_army_is_no_state_that_strikes() -> None:
    """The adjective of a state says who struck, that of a people without one does not."""
    page, mention = first_mention("غارة فلسطينية على مدينة عسقلان أمس.")
    draft = Draft(page, [mention], Roles(), Setting(), None, read_signs(page, mention, Teller()))
    assert nation_of(draft) is None
    assert name(only("غارة إسرائيلية على مدينة صيدا أمس.").actor) == "إسرائيل"


@pytest.mark.parametrize(
    "text", ["اقتحام إسرائيلي لمدينة جنين أمس وأصيب ثلاثة شبان.", "غارة جوية إسرائيلية على مدينة صيدا أمس."]
)
def test_the_adjective_of_a_state_may_stand_behind_another(text: str) -> None:
    """Raids are deeds of forces too, and a means may stand before the state."""
    assert name(only(text).actor) == "إسرائيل"


def test_who_besieges_fights_whom_it_fights_elsewhere() -> None:
    """The one other side of a fight is the target of a siege."""
    found = events("اشتبك الجيش مع المتمردين في مدينة تعز أمس. وحاصر الجيش مدينة المخا أمس.")
    assert [name(one.target) for one in found] == ["المتمردين", "المتمردين"]


@pytest.mark.parametrize(
    "text",
    [
        "لو أن المسلحين شنوا هجوما على مدينة كركوك أمس.",
        "استعد السكان لأي هجوم على مدينة كركوك أمس.",
        "لا تهاون بأي هجوم على مدينة كركوك أمس.",
        "تشن طائرات التحالف العربي منذ أشهر غارات على مدينة صعدة.",
        "تنفذ منذ أشهر طويلة قوات مسلحة كثيرة غارات على مدينة صعدة.",
    ],
)
def test_the_supposed_and_the_usual_are_no_happenings(text: str) -> None:
    """What is supposed some words before, and what is done for months, is no happening."""
    assert events(text) == []


def test_a_longer_report_needs_words_of_conflict() -> None:
    """A few words need none, a report of some length one, a long one two; harm that is told counts."""
    assert is_of_conflict(page_of(CALM))
    assert not is_of_conflict(page_of(CALM * 6))
    assert is_of_conflict(page_of(CALM * 6 + "طعن رجل شابا أمس."))
    assert is_of_conflict(page_of(CALM * 6 + "وقع كمين أمس."))
    assert is_of_conflict(page_of(CALM * 6 + "وصل جندي أمس."))
    assert not is_of_conflict(page_of(CALM * 14 + "وصل جندي أمس."))
    assert is_of_conflict(page_of(CALM * 14 + "وصل جندي أمس. وطعن رجل شابا أمس."))


@pytest.mark.parametrize(("after", "kind"), [("قذائف هاون سقطت", SHELLING), ("طائرات حلقت", AIR)])
def test_the_next_sentence_tells_the_means(after: str, kind: str) -> None:
    """What hit a place may be told after it."""
    assert events(f"استهدفت مواقع في مدينة صعدة أمس. وقال السكان إن {after}.")[0].type == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("نفذ مسلحون عملية عسكرية بحزام ناسف فجره انتحاري في مدينة بغداد أمس.", "Suicide bomb"),
        ("مقتل سبعة أشخاص على يد انتحاري في مدينة بغداد أمس.", "Suicide bomb"),
    ],
)
def test_an_operation_and_a_killing_by_a_bomber_are_suicide_bombs(text: str, kind: str) -> None:
    """The bomber tells the type, whatever word the happening is told by."""
    assert events(text)[0].type.endswith(kind)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("دمرت دبابات الجيش منزلا في مدينة تعز أمس.", SHELLING),
        ("أصيب ثلاثة مدنيين بنيران مدفعية الجيش في مدينة تعز أمس.", SHELLING),
        ("دمرت طائرات الجيش منازل في مدينة تعز أمس.", AIR),
    ],
)
def test_harm_by_guns_and_planes_is_by_fire(text: str, kind: str) -> None:
    """Guns and planes that destroy and hurt tell the type."""
    assert events(text)[0].type == kind
