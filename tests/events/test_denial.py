"""Who denies what: a deed, having done it, or what others tell; and what stays told."""

from __future__ import annotations

import pytest

from rawi.model.claim import Event
from tests.events.told import events, name, only, read

WITNESSES = "قال شهود إن جنودا أطلقوا النار على محتجين في مدينة سرت أمس، مما أدى إلى مقتل ثلاثة منهم"
ACCUSERS = [
    f"{WITNESSES}، لكن الجيش نفى ذلك.",
    f"{WITNESSES}، لكن الجيش نفى ذلك وقال إن مندسين أطلقوا النار.",
    f"{WITNESSES}. ونفى الجيش إطلاق النار على المحتجين.",
    "ذكر ناشطون أن طائرات قصفت سوقا في مدينة سرت أمس وقتلت ثلاثة مدنيين، بينما نفت وزارة الدفاع ذلك.",
    "قصف الجيش سوقا في مدينة سرت أمس وقتل 3 مدنيين، لكن الجيش نفى ذلك.",
    "نفى الجيش قصف سوق في مدينة سرت أمس. وكان سكان قالوا إن الجيش قصف سوقا في مدينة سرت وقتل 3 مدنيين.",
    "قتل 3 مدنيين في مدينة سرت أمس، ونفى الجيش قصف المدينة.",
]
DISOWNED = [
    "قالت كتيبة الصخر إنها ليست مسؤولة عن تفجير سوق كركوك أمس الذي قتل فيه 9 أشخاص.",
    "قالت كتيبة الصخر إنه لا علاقة لها بتفجير سوق كركوك أمس الذي قتل فيه 9 أشخاص.",
    "أكدت كتيبة الصخر أنها غير مسؤولة عن الهجوم على حاجز في مدينة كركوك أمس الذي قتل فيه 9 جنود.",
    "نفت كتيبة الصخر ضلوعها في تفجير سيارة مفخخة في مدينة كركوك أمس أسفر عن مقتل 9 أشخاص.",
    "نفى الجيش مسؤوليته عن قصف مدينة كركوك أمس الذي قتل فيه 9 مدنيين.",
    "نفت الحركة تنفيذ الهجوم الذي استهدف حاجزا للشرطة في مدينة كركوك أمس وقتل فيه 9.",
]
DENIED = [
    "قالت قوات الشروق إنها لم تقصف مدينة عدن أمس.",
    "قال وزير الدفاع إن قواته لم تستهدف المستشفى في مدينة عدن أمس.",
    "قالت الشرطة إنها لم تطلق النار على المحتجين في مدينة عدن أمس.",
    "قال المتحدث سامي الحلبي إن الجيش لم يشن هجوما على مدينة عدن أمس.",
    "قالت قوات الشروق إنها لم تشن أي هجوم على مدينة عدن أمس.",
    "نفى المتحدث سليم الحداد اعتقال أي صحفي في مدينة عدن أمس.",
    "نفى المتحدث وقوع أي هجوم على مدينة عدن أمس.",
    "لا صحة لقصف منزل في مدينة عدن أمس.",
    "نفى الجيش غارة على مدينة عدن أمس.",
    "تردد أن مسلحين أطلقوا قذيفة على حاجز للجيش في مدينة عدن أمس، غير أن مصدرا عسكريا نفى ذلك.",
]
NOTHING = [
    "لم يشن الجيش هجوما على مدينة عدن أمس.",
    "لم تعتقل الشرطة أي متظاهر في مدينة عدن أمس.",
    "قال الوزير إن أحدا لم يقتل في مدينة عدن أمس.",
]


def killed(one: Event) -> list[float | None]:
    """Return the counts of the dead of an event."""
    return [toll.low for toll in one.tolls if toll.kind == "killed"]


@pytest.mark.parametrize("text", ACCUSERS)
def test_what_one_tells_and_another_denies_stays_told(text: str) -> None:
    """The accused does not overrule the witnesses: told, with their dead, and never as the denier's words."""
    record = read(text)
    told = [one for one in record.events if one.certainty != "denied"]
    assert [one.certainty for one in told] == ["reported"]
    assert 3 in killed(told[0])
    deniers = {one.id for one in record.statements if one.polarity == "denied"}
    assert told[0].according_to not in deniers
    assert not deniers & {toll.according_to for toll in told[0].tolls}


def test_who_did_it_is_not_taken_from_his_denial() -> None:
    """What the article tells without a culprit has none, though somebody denies to be him."""
    one = next(one for one in events(ACCUSERS[-1]) if one.certainty == "reported")
    assert name(one.actor) is None


@pytest.mark.parametrize("text", DISOWNED)
def test_who_denies_to_have_done_it_denies_no_event(text: str) -> None:
    """It happened, the dead are the article's, and the denier is neither source nor culprit."""
    one = only(text)
    assert (one.certainty, one.according_to, name(one.actor)) == ("reported", None, None)
    assert [(toll.low, toll.according_to) for toll in one.tolls] == [(9, None)]


@pytest.mark.parametrize("text", DENIED)
def test_what_was_not_done_is_denied_with_the_words_that_say_so(text: str) -> None:
    """لم after who speaks, أي in a denial, لا صحة ل, and a rumour that is denied are denials."""
    one = only(text)
    assert one.certainty == "denied"
    assert one.certainty_span is not None


@pytest.mark.parametrize("text", NOTHING)
def test_what_the_article_itself_says_was_not_done_is_no_event(text: str) -> None:
    """Nobody is accused there and nobody denies."""
    assert not events(text)


def test_what_a_denier_affirms_is_told() -> None:
    """نفى مقتل مدنيين، مؤكدا أن الغارة قتلت مسلحين: the raid is told, with his dead and no civilians."""
    one = only(
        "نفى الهيثم مقتل مدنيين في القصف، مؤكدا أن الغارة استهدفت مستودع ذخيرة وأسفرت عن مقتل 9 مسلحين."
    )
    assert (one.certainty, killed(one)) == ("reported", [9])
    assert "مدني" not in (name(one.target) or "")


def test_victims_that_are_denied_are_not_those_of_the_raid() -> None:
    """نفى مقتل مدنيين في القصف: the shelling is told, and hit nobody known."""
    one = only("نفى الهيثم مقتل مدنيين في القصف على مدينة سرت أمس.")
    assert one.certainty == "reported"
    assert "مدني" not in (name(one.target) or "")


@pytest.mark.parametrize(
    "text",
    ["لم يشن الجيش الهجوم على مدينة سرت أمس.", "نفت الحكومة شن الجيش الهجوم على مدينة سرت أمس."],
)
def test_who_did_not_do_what_is_known_is_not_its_actor(text: str) -> None:
    """الهجوم is known to have been, and it was not the army."""
    one = only(text)
    assert (one.certainty, name(one.actor)) == ("reported", None)


@pytest.mark.parametrize(
    "text",
    [
        "قتل 9 أشخاص في هجوم على سوق في مدينة درنة أمس. ويشتبه أن مسلحين نفذوا الهجوم على السوق.",
        "قتل 9 أشخاص في هجوم على سوق في مدينة درنة أمس. ويعتقد أن تنظيم الضفاف شن الهجوم على السوق.",
        "نفى الجيش مسؤوليته عن قصف سوق في مدينة درنة أمس. "
        "وقال سكان إنهم يشتبهون في أن الجيش قصف السوق في مدينة درنة.",
    ],
)
def test_who_is_only_suspected_makes_the_event_alleged(text: str) -> None:
    """A culprit known from a suspicion alone did not do it as a fact, whatever else is told plainly."""
    one = only(text)
    assert one.actor is not None
    assert one.certainty == "alleged"


@pytest.mark.parametrize(
    "text",
    [
        "نفت الحكومة شن غارات على مدينة سرت أمس. ووقع هجوم في مدينة سرت أمس.",
        "نفى لواء الغسق هجوما على قاعدة في مدينة سرت أمس. واندلعت اشتباكات في مدينة سرت أمس.",
    ],
)
def test_a_denied_deed_is_not_told_by_another_that_names_nobody(text: str) -> None:
    """Both stand, in the order of the text: what is denied, and what happened."""
    assert [one.certainty for one in events(text)] == ["denied", "reported"]
