"""Two reports of one story give a happening one day and place, or two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.model.relation import Comparison, Report
from rawi.pipeline import extract
from rawi.relations.happenings.happenings import HAPPENINGS
from rawi.relations.layer import Context

_DAWN = "غرق قارب الصيد فجر اليوم الخميس بين جزيرتي المرجان والملح، وقال الصياد سليم الدوري إنه نجا."
_EVENING = "غرق قارب الصيد مساء الأربعاء قبالة رأس الصنوبر، وقال الصياد سليم الدوري إنه نجا."
_DENIED = "قال الحارس كريم الكيال إن الغرق وقع قبالة رأس الصنوبر لا بين الجزيرتين."


def _report(name: str, text: str, published: str) -> Report:
    record = extract(text, published=published)
    return Report(record, {one.id: f"{name}:{one.id}" for one in (*record.statements, *record.figures)})


def _compare(*reports: Report, apart: bool = False) -> list[Comparison]:
    """Return what is compared in reports of one story, or of none."""
    context = Context(stories={} if apart else {one.id: "sy_1" for one in reports})
    items = [item for one in reports for item in HAPPENINGS.read(one)]
    blocks = {block for item in items for block in HAPPENINGS.blocks(item, context)}
    return [found for block in sorted(blocks) for found in HAPPENINGS.build(block, items, context)]


def test_two_days_of_one_sinking_contradict() -> None:
    """Dawn of Thursday and Wednesday evening cannot both be the day; the entries stand for the words."""
    found = _compare(_report("a", _DAWN, "2024-05-02"), _report("b", _EVENING, "2024-05-02"))
    dates = [one for one in found if one.kind == "date"]
    assert [(one.verdict, one.reasons[0].code) for one in dates] == [("contradicts", "date.differs")]
    assert {dates[0].a.partition(":")[0], dates[0].b.partition(":")[0]} == {"a", "b"}


def test_one_day_is_nothing_to_tell() -> None:
    """Reports that agree, or of two stories, are not laid side by side."""
    again = _EVENING.replace("قارب الصيد", "القارب")
    assert _compare(_report("a", _EVENING, "2024-05-02"), _report("b", again, "2024-05-02")) == []
    assert _compare(_report("a", _DAWN, "2024-05-02"), _report("b", _EVENING, "2024-05-02"), apart=True) == []


def test_a_date_without_an_entry_in_its_paragraph_is_not_compared() -> None:
    """A reader would be shown words that do not hold the date."""
    one = "غرق قارب الصيد يوم الأربعاء 1 مايو 2024 قبالة الميناء.\nوقال الصياد سليم الدوري إنه نجا."
    other = "غرق قارب الصيد يوم الخميس 1 مايو قبالة الميناء.\nوقال الصياد كريم الكيال إنه نجا."
    assert _compare(_report("a", one, "2024-05-03"), _report("b", other, "2024-05-03")) == []


def test_yesterday_alone_contradicts_nothing() -> None:
    """Which day yesterday was, a report that names no weekday leaves to its day of publication."""
    text = "غرق قارب الصيد أمس قبالة رأس الصنوبر، وقال الصياد سليم الدوري إنه نجا."
    assert _compare(_report("a", text, "2024-05-02"), _report("b", _DAWN, "2024-05-02")) == []


def test_a_weekday_that_is_not_that_of_the_date_contradicts() -> None:
    """Thursday the 22nd, where the 22nd was a Wednesday."""
    a = "غرق قارب الصيد يوم الأربعاء 22 نوفمبر 2023 قبالة الميناء، وقال سليم الدوري إنه نجا."
    b = "غرق قارب الصيد يوم الخميس 22 نوفمبر قبالة الميناء، وقال سليم الدوري إنه نجا."
    found = _compare(_report("a", a, "2023-11-24"), _report("b", b, "2023-11-25"))
    assert [(one.kind, one.verdict) for one in found] == [("date", "contradicts")]


def test_a_place_that_one_refuses_contradicts_who_gives_it() -> None:
    """Not between the islands: two places of those who say so and of the other, one of those who agree."""
    reports = [
        _report("a", _DAWN, "2024-05-02"),
        _report("b", _EVENING, "2024-05-02"),
        _report("c", _DENIED, "2024-05-03"),
    ]
    found = {(one.a[0], one.b[0]): one.verdict for one in _compare(*reports) if one.kind == "place"}
    assert {frozenset(pair): verdict for pair, verdict in found.items()} == {
        frozenset("ab"): "contradicts",
        frozenset("ac"): "contradicts",
        frozenset("bc"): "compatible",
    }


@given(st.permutations([0, 1, 2]))
def test_the_order_of_reports_changes_nothing(order: list[int]) -> None:
    """What is found does not depend on which report came first."""
    given_ = [(_DAWN, "2024-05-02"), (_EVENING, "2024-05-02"), (_DENIED, "2024-05-03")]
    reports = [_report(f"r{at}", *given_[at]) for at in range(3)]
    found = _compare(*(reports[at] for at in order))
    assert sorted(found, key=lambda one: one.id) == sorted(_compare(*reports), key=lambda one: one.id)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "اندلع الحريق في سوق النحاسين يوم الاثنين، وقال سليم الدوري إنه رأى اللهب.",
            "اندلع الحريق في سوق النحاسين يوم الثلاثاء، وقال كريم الكيال إنه رأى اللهب.",
        ),
        (
            "غرق قارب الصيد مساء الثلاثاء قبالة الميناء، وقال الصياد سليم الدوري إنه نجا.",
            "غرق قارب الصيد فجر الأربعاء قبالة الميناء، وقال الصياد كريم الكيال إنه نجا.",
        ),
        (
            "ضرب الزلزال قرى الوادي فجر الأحد، وقال الراعي سليم الدوري إن بيته سقط.",
            "ضرب الزلزال قرى الوادي مساء السبت، وقال الراعي كريم الكيال إن بيته سقط.",
        ),
        (
            "تحطمت طائرة الشحن يوم الخميس، وقال الحارس سليم الدوري إنه سمع الانفجار.",
            "تحطمت طائرة الشحن يوم الجمعة، وقال الحارس كريم الكيال إنه رآها.",
        ),
        (
            "انهار سقف المدرسة يوم 29 أبريل 2024، وقال المعلم سليم الدوري إن الصف كان خاليا.",
            "انهار سقف المدرسة يوم 30 أبريل 2024، وقال المعلم كريم الكيال إن الصف كان خاليا.",
        ),
        (
            "اغتيل القاضي نبيل الصباغ يوم الاثنين، وقال جاره سليم الدوري إنه سمع الرصاص.",
            "اغتيل القاضي نبيل الصباغ يوم الأحد، وقال جاره كريم الكيال إنه سمع الرصاص.",
        ),
        (
            "خطف الطبيب نبيل الصباغ يوم الاثنين من عيادته، وقال سليم الدوري إنه رآه.",
            "خطف الطبيب نبيل الصباغ يوم الثلاثاء من عيادته، وقال كريم الكيال إنه رآه.",
        ),
        (
            "طال القصف سوق السمك ظهر الثلاثاء، وقال سليم الدوري إن أخاه جرح.",
            "طال القصف سوق السمك عصر الاثنين، وقال كريم الكيال إن أخاه جرح.",
        ),
        (
            "وقع انفجار المستودع الكبير يوم الاثنين، وقال سليم الدوري إن الباب طار.",
            "وقع انفجار المستودع الكبير يوم الثلاثاء، وقال كريم الكيال إن الباب طار.",
        ),
    ],
)
def test_two_days_of_one_happening_contradict(one: str, other: str) -> None:
    """Whatever happened."""
    found = _compare(_report("a", one, "2024-05-03"), _report("b", other, "2024-05-03"))
    assert [(each.kind, each.verdict) for each in found] == [("date", "contradicts")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "غرق قارب الصيد بين جزيرتي المرجان والملح، وقال سليم الدوري إنه نجا.",
            "قال الحارس كريم الكيال إن الغرق وقع قبالة رأس الصنوبر لا بين الجزيرتين.",
        ),
        (
            "شب الحريق داخل مستودع الزيوت، وقال سليم الدوري إنه رآه.",
            "قال الحارس كريم الكيال إن الحريق شب أمام سوق النحاسين وليس داخل المستودع.",
        ),
        (
            "وقع الانفجار داخل محطة القطار، وقال سليم الدوري إنه سمعه.",
            "قال الحارس كريم الكيال إن الانفجار وقع قرب سوق النحاسين لا داخل المحطة.",
        ),
        (
            "سقطت القذيفة في القصف أمام مدرسة الصنوبر، وقال سليم الدوري إنه نجا.",
            "قال الحارس كريم الكيال إن القصف وقع شمال تلة الريحان لا أمام المدرسة.",
        ),
        (
            "تحطمت الطائرة قرب قرية العين، وقال سليم الدوري إنه رآها.",
            "قال الطيار كريم الكيال إن الطائرة تحطمت شرق جبل المرو لا قرب القرية.",
        ),
        (
            "وقع التصادم أمام محطة الحافلات، وقال سليم الدوري إنه رآه.",
            "قال السائق كريم الكيال إن التصادم وقع قرب جسر الصنوبر وليس أمام المحطة.",
        ),
        (
            "وقع الهجوم على القافلة شمال بلدة الريحان، وقال سليم الدوري إنه نجا.",
            "قال الضابط كريم الكيال إن الهجوم على القافلة وقع غرب سد المرجان لا شمال البلدة.",
        ),
        (
            "انهار السقف داخل سوق السمك، وقال سليم الدوري إنه نجا.",
            "قال المهندس كريم الكيال إن الانهيار وقع أمام مخزن الحبوب لا داخل السوق.",
        ),
        (
            "اغتيل القاضي أمام بيته القديم، وقال سليم الدوري إنه رآه.",
            "قال الضابط كريم الكيال إن القاضي اغتيل داخل مكتب النيابة لا أمام البيت.",
        ),
        (
            "خطف الطبيب قرب مشفى الصنوبر، وقال سليم الدوري إنه رآه.",
            "قال الحارس كريم الكيال إن الطبيب خطف داخل محطة الوقود وليس قرب المشفى.",
        ),
    ],
)
def test_a_place_that_is_refused_contradicts(one: str, other: str) -> None:
    """It was here and not there: there is what the other says."""
    found = _compare(_report("a", one, "2024-05-03"), _report("b", other, "2024-05-03"))
    assert [(each.kind, each.verdict) for each in found] == [("place", "contradicts")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "اندلع الحريق في سوق النحاسين يوم الاثنين، وقال سليم الدوري إنه رأى اللهب.",
            "اندلع الحريق في سوق النحاسين أمس، وقال كريم الكيال إنه رأى اللهب.",
        ),
        (
            "أقيمت المباراة النهائية يوم الاثنين، وقال سليم الدوري إنه فرح.",
            "قال كريم الكيال إنه يذكر عام 1981، وأقيمت المباراة النهائية في 28 أبريل من العام نفسه.",
        ),
        (
            "اندلع الحريق في سوق النحاسين يوم الاثنين، وقال سليم الدوري إنه رأى اللهب.",
            "قال كريم الكيال يوم الثلاثاء إن الحريق أطفئ.",
        ),
        (
            "غرق قارب الصيد يوم 22 أبريل 2024 قبالة الميناء، وقال سليم الدوري إنه نجا.",
            "غرق قارب الصيد ليل 22 أبريل قبالة الميناء، وقال كريم الكيال إنه نجا.",
        ),
        (
            "وقع انفجار المستودع يوم الاثنين، وقال سليم الدوري إن الباب طار.",
            "وقع انفجار الحافلة يوم الثلاثاء، وقال كريم الكيال إن السائق نجا.",
        ),
    ],
)
def test_days_that_only_look_apart_contradict_nothing(one: str, other: str) -> None:
    """Yesterday alone, the same date of an earlier year, the day of speaking, a day without its weekday,
    another happening."""
    assert _compare(_report("a", one, "2024-05-03"), _report("b", other, "2024-05-03")) == []
