"""How a happening is told: as reported, alleged, denied, planned, as news or as history."""

from __future__ import annotations

import pytest

from tests.events.told import events, only, read


def certainty(text: str) -> set[str]:
    """Return how sure the events of a text are."""
    return {one.certainty for one in events(text)}


@pytest.mark.parametrize(
    "text",
    [
        "هاجم مسلحون حاجزا للجيش في مدينة سرت أمس.",
        "شن الجيش هجوما على مواقع المسلحين في مدينة سرت أمس.",
        "تعرض معسكر في مدينة تعز لقصف مدفعي أمس.",
        "قال المتحدث سليم الحداد إن مسلحين هاجموا حاجزا في مدينة سرت أمس.",
    ],
)
def test_what_is_told_plainly_is_reported(text: str) -> None:
    """A verb of the past, also after a verb of saying, reports."""
    assert certainty(text) == {"reported"}


@pytest.mark.parametrize(
    "text",
    ["نفى الجيش قصف مدينة عدن أمس.", "نفت وزارة الدفاع شن هجوم على مدينة عدن أمس."],
)
def test_what_a_party_denies_is_denied(text: str) -> None:
    """The words that deny are the cue, and the statement is named."""
    record = read(text)
    (one,) = record.events
    assert one.certainty == "denied"
    assert one.certainty_span is not None
    assert record.words(one.certainty_span) in ("نفى", "نفت")
    assert one.according_to == "s1"


@pytest.mark.parametrize(
    "text",
    [
        "سيشن الجيش هجوما على مدينة سرت غدا.",
        "يعتزم الجيش شن هجوم على مدينة سرت في ليبيا.",
        "الجيش يستعد لهجوم على مدينة سرت غدا.",
        "هجوم وشيك للجيش على مدينة سرت غدا.",
        "سيهاجم الجيش مدينة سرت غدا.",
        "قد يشن الجيش هجوما على مدينة سرت الأسبوع المقبل.",
        "قد يقصف الجيش مدينة سرت.",
        "ربما تشن القوات هجوما على مدينة سرت.",
        "من المتوقع أن تشن القوات هجوما على مدينة سرت.",
        "دعت نقابة الأطباء إلى اعتصام أمام الوزارة في مدينة سرت.",
        "دعا ناشطون إلى تنظيم مظاهرة في مدينة سرت.",
        "ينظم الأطباء مظاهرة في مدينة سرت الأحد المقبل.",
        "مظاهرة للأطباء في مدينة سرت غدا.",
    ],
)
def test_what_is_to_come_is_planned_or_left_out(text: str) -> None:
    """س، يعتزم، وشيك: nothing that is to come is shown as done."""
    assert certainty(text) <= {"planned"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("اتهمت الحكومة المتمردين بقصف مدينة عدن أمس.", "اتهمت"),
        ("هجوم يشتبه أن مسلحين نفذوه على حاجز في مدينة طنجة أمس.", "يشتبه"),
        ("تشتبه الشرطة في تفجير مسلحين عبوة ناسفة في مدينة طنجة أمس.", "تشتبه"),
        ("الهجوم المزعوم على حاجز في مدينة طنجة أمس نفذه مسلحون.", "المزعوم"),
        ("زعمت كتيبة الصخر أنها قتلت 40 جنديا في مدينة طنجة أمس.", "زعمت"),
        ("ادعى لواء الغسق أنه قتل 10 جنود في هجوم على ثكنة في مدينة طنجة أمس.", "ادعى"),
        ("قال لواء الغسق زاعما إنه قتل 10 جنود في مدينة طنجة أمس.", "زاعما"),
        ("ذكرت تقارير غير مؤكدة أن الطيران قصف قرية قرب مدينة طنجة أمس وقتل 5.", "غير مؤكدة"),
        ("أفادت أنباء غير مؤكدة بمقتل سامي الحلبي في غارة على مدينة طنجة أمس.", "غير مؤكدة"),
        ("اتهم المجلس المحلي في طنجة قوات الشروق باغتيال حمد الجاسم في مدينة طنجة أمس.", "اتهم"),
        ("يشتبه المحققون في أن سامي الحلبي قتل في مدينة طنجة أمس.", "يشتبه"),
        ("يدعي الجيش أنه سيطر على بلدة الوادي في مدينة طنجة أمس.", "يدعي"),
    ],
)
def test_what_is_only_said_to_be_is_alleged(text: str, words: str) -> None:
    """A word of suspicion beside a happening makes it alleged, and is kept."""
    record = read(text)
    assert [one.certainty for one in record.events] == ["alleged"]
    span = record.events[0].certainty_span
    assert span is not None
    assert record.words(span) == words


@pytest.mark.parametrize(
    "text",
    [
        "يذكر أن مسلحين هاجموا مدينة الحسكة سابقا.",
        "كان تنظيم الضفاف هاجم مدينة الحسكة في عام 2015.",
        "قتل خمسة جنود في هجوم في مدينة الرمادي في 3 مارس 2015.",
    ],
)
def test_what_was_long_before_the_news_is_background(text: str) -> None:
    """History is kept apart from the news of the day."""
    assert {one.background for one in events(text)} <= {True}


@pytest.mark.parametrize("day", ["أمس", "في 3 نوفمبر 2020", "الأسبوع الماضي"])
def test_what_was_lately_is_news(day: str) -> None:
    """Days and weeks before publication are no history."""
    assert not only(f"هاجم مسلحون حاجزا للجيش في مدينة سرت {day}.").background


def test_an_event_names_the_statement_that_tells_it() -> None:
    """according_to is the statement whose words the trigger is in, null for the article's own."""
    record = read(
        "قال المتحدث سليم الحداد إن مسلحين هاجموا حاجزا في مدينة سرت أمس. وقصف الجيش سوقا في مدينة درنة."
    )
    assert [one.according_to for one in record.events] == ["s1", None]


def test_what_has_not_been_is_no_plain_report() -> None:
    """A call to attack or a warning of one is not told as done."""
    for text in (
        "حذر الوزير سليم الحداد من هجوم على مدينة سرت.",
        "هدد المتحدث سليم الحداد بقصف مدينة سرت.",
        "دعا الوزير سليم الحداد إلى وقف القصف.",
    ):
        assert "reported" not in certainty(text), text


@pytest.mark.parametrize(
    "text",
    [
        "قد يشن الجيش هجوما على مدينة سرت الأسبوع المقبل.",
        "دعت نقابة الأطباء إلى اعتصام أمام الوزارة في مدينة سرت غدا.",
        "ينظم الأطباء مظاهرة في مدينة سرت الأحد المقبل.",
    ],
)
def test_what_is_to_come_keeps_the_words_that_say_so(text: str) -> None:
    """قد, a day after publication and a call are the words of a plan."""
    one = only(text)
    assert one.certainty == "planned"
    assert one.certainty_span is not None


@pytest.mark.parametrize(
    "text",
    [
        "وقد هاجمت القوات مدينة سرت أمس.",
        "تظاهر الطلاب أمس في مدينة سرت احتجاجا على الانتخابات المقررة الأحد المقبل.",
        "قتل 5 أشخاص في غارة على مدينة سرت، ومن المقرر أن يعقد المجلس جلسة الأحد المقبل.",
        "دعت الأمم المتحدة إلى التحقيق في هجوم على سوق في مدينة سرت أمس أسفر عن مقتل 7.",
        "هاجم رجل يدعى سامر الحلبي دورية للشرطة في مدينة سرت أمس.",
        "هاجمت جماعة تدعى لواء الغسق حاجزا في مدينة سرت أمس.",
        "تبنى تنظيم الضفاف تفجير سيارة مفخخة في مدينة سرت أمس.",
    ],
)
def test_a_day_to_come_or_a_name_beside_what_was_done_makes_no_doubt(text: str) -> None:
    """قد before the past, another day of the sentence, يدعى before a name, and a deed that is claimed."""
    assert certainty(text) == {"reported"}


@pytest.mark.parametrize(
    "text",
    [
        "أمل المتحدث سليم الحداد أن يتم تحرير مدينة سرت من المسلحين.",
        "أعرب الوزير سليم الحداد عن أمله في تحرير مدينة سرت من المسلحين.",
        "تمنى الوزير سليم الحداد تحرير مدينة سرت من المسلحين.",
    ],
)
def test_what_somebody_hopes_for_is_planned(text: str) -> None:
    """A wish tells of nothing that was."""
    assert certainty(text) == {"planned"}
