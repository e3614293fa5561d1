"""Pairs of our own that contradict, have changed or are one; and those that only look so."""

from __future__ import annotations

import pytest

from rawi.model.relation import Comparison, Report
from rawi.pipeline import extract
from rawi.relations.layer import Context
from rawi.relations.statements.disputes import LAYER

_TWO_DAYS = ("2024-05-01", "2024-05-02")
_DAYS_LATER = ("2024-05-01", "2024-05-12")


def _report(name: str, text: str, published: str) -> Report:
    """Read a report; its entries are called ``name:s1``, ``name:f1`` …"""
    record = extract(text, published=published)
    entries = (*record.statements, *record.figures, *record.events)
    return Report(record, {one.id: f"{name}:{one.id}" for one in entries})


def _dispute(one: str, other: str | None, days: tuple[str, str]) -> list[Comparison]:
    """Return what is compared in two reports of one story, or in one."""
    told = [("a", one, days[0])] + ([("b", other, days[1])] if other else [])
    reports = [_report(*each) for each in told]
    context = Context(stories={each.id: "sy_1" for each in reports})
    items = [item for each in reports for item in LAYER.read(each)]
    found = LAYER.build("sy_1", items, context)
    return [each for each in found if isinstance(each, Comparison)]


def _verdicts(found: list[Comparison]) -> set[tuple[str, str]]:
    return {(one.kind, one.verdict) for one in found}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "قالت الممرضة سعاد النجار إن السلطات اعتقلت عشرة أطباء في مشفى الصنوبر.",
            "نفت وزارة الداخلية اعتقال أي طبيب في مشفى الصنوبر.",
        ),
        ("قال سليم الدوري إن القاضي كريم الكيال قتل في مكتبه.", "نفت وزارة العدل مقتل القاضي كريم الكيال."),
        (
            "أكدت النقابة أن الشرطة أوقفت 12 معلما خلال الوقفة أمام الوزارة.",
            "نفت الشرطة توقيف أي معلم خلال الوقفة أمام الوزارة.",
        ),
        ("قال سليم الدوري إن المعلمين الموقوفين أفرج عنهم أمس.", "نفت الشرطة توقيف أي معلم خلال الوقفة."),
        ("قال السكان إن قرية تل الريحان سقطت في يد المسلحين.", "نفى المتحدث باسم الجيش خسارة أي قرية."),
        (
            "قتل أربعة عمال في انفجار مستودع المرجان أمس.",
            "أعلنت الشركة أن لا وفيات في انفجار مستودع المرجان.",
        ),
        ("قال الحارس إن الشركة سحبت الصهاريج من الموقع.", "نفت الشركة سحب أي صهريج."),
        (
            "ذكرت صحيفة البرق أن القوات انسحبت من قلعة الصوان.",
            "قال قائد القوات سليم الدوري إنه لا صحة للتقارير عن انسحاب القوات من قلعة الصوان.",
        ),
        ("قال المسعف كريم الكيال إن 110 ركاب كانوا على متن القارب.", "نفى المدير سليم الدوري صحة الرقم 110."),
        (
            "قال المسعف كريم الكيال إن 110 ركاب كانوا على متن القارب.",
            "قال المدير سليم الدوري إن عدد الركاب 85 راكبا، وإنه لا صحة لرقم المئة وعشرة الذي يجري تداوله.",
        ),
        (
            "قال المسعف كريم الكيال إن 120 قتيلا سقطوا في الحريق.",
            "نفت وزارة الصحة أن يكون عدد القتلى تجاوز 110.",
        ),
        ("قال المسعف كريم الكيال إن 110 قتلى سقطوا في الحريق.", "نفت وزارة الصحة أن يكون العدد 110."),
        (
            "قال الراعي إن الجنود رفضوا أي مساعدة للمصابين.",
            'قال الضابط سليم الدوري: "وصلنا عند الظهر، ولم نرفض المساعدة".',
        ),
    ],
)
def test_what_is_denied_of_them_contradicts(one: str, other: str) -> None:
    """A denial of the same people, thing or number, also of what a report itself tells."""
    assert _verdicts(_dispute(one, other, _TWO_DAYS)) == {("polarity", "contradicts")}


def test_what_a_report_tells_and_somebody_denies_in_it_contradicts() -> None:
    """The author's own sentence against a denial two sentences on."""
    text = "قتل أربعة عمال في انفجار مستودع المرجان أمس. ونفت الشركة مقتل أي عامل في انفجار المستودع."
    (found,) = _dispute(text, None, _TWO_DAYS)
    assert (found.a, found.b, found.verdict) == ("a:f1", "a:s1", "contradicts")


def test_an_event_stands_for_its_own_words_alone() -> None:
    """Of a gate closed in protest the protest tells no closing; the number of those who closed it does."""
    denial = "نفت الإدارة إغلاق بوابة الميناء."
    assert _dispute("أغلق العمال بوابة الميناء أمس احتجاجا على القرار.", denial, _TWO_DAYS) == []
    (found,) = _dispute("أغلق 300 عامل بوابة الميناء أمس احتجاجا على القرار.", denial, _TWO_DAYS)
    assert (found.a, found.b, found.verdict) == ("a:f1", "b:s1", "contradicts")


@pytest.mark.parametrize(
    ("told", "denial"),
    [
        ("قصفت طائرات التحالف مدرسة في بلدة النعناع أمس.", "نفى التحالف قصف أي مدرسة في بلدة النعناع."),
        (
            "اعتقلت الشرطة ثلاثة صحفيين أمام مبنى البلدية أمس.",
            "نفت الشرطة اعتقال أي صحفي أمام مبنى البلدية.",
        ),
    ],
)
def test_what_a_report_tells_that_happened_may_be_denied(told: str, denial: str) -> None:
    """The author's own sentence of an attack or arrest, under the event, against a denial of it."""
    found = [one for one in _dispute(told, denial, _TWO_DAYS) if one.verdict == "contradicts"]
    assert {one.b for one in found} == {"b:s1"}


@pytest.mark.parametrize(
    ("told", "denial"),
    [
        ("قصف مدفعي يستهدف سوق النحاسين ويوقع قتلى.", "نفى الجيش قصف سوق النحاسين."),
        ("قصف المسلحون مدرسة في بلدة النعناع أمس.", "نفى الجيش قصف المدرسة في بلدة النعناع."),
        ("قصفت كتائب الضفة سوق النحاسين أمس.", "نفى الجيش قصف سوق النحاسين."),
        ("هاجم مسلحون قرية الصوان وقتلوا تسعة.", "قال الجيش إنه لم يقتل أي جندي في معارك الصوان."),
    ],
)
def test_who_denies_that_he_did_it_denies_no_deed_of_others(told: str, denial: str) -> None:
    """Nobody is named who shelled the market, or others are; soldiers are not those who were killed."""
    assert _dispute(told, denial, _TWO_DAYS) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("تعهد المدير كريم الكيال بألا يغلق المصنع.", "أعلن المدير كريم الكيال إغلاق المصنع."),
        (
            'قال قائد القوة سليم الدوري: "لن ننسحب من القاعدة".',
            'قال قائد القوة سليم الدوري: "ننسحب من القاعدة اليوم".',
        ),
        ("أكدت الشركة أنها لن ترفع سعر الخبز هذا العام.", "قالت الشركة إنها سترفع سعر الخبز مطلع الشهر."),
        (
            "قال رئيس البلدية نبيل الصباغ إنه لن يفتح السوق قبل الشتاء.",
            'قال رئيس البلدية نبيل الصباغ: "قررنا فتح السوق غدا".',
        ),
        (
            "قال الوزير سليم الدوري إن البلاد لن تشارك في المؤتمر.",
            "قال الوزير سليم الدوري إن البلاد ستشارك في المؤتمر.",
        ),
        (
            "وعد الوزير سليم الدوري بأن يعيد فتح جسر الصنوبر.",
            "قال الوزير سليم الدوري إن جسر الصنوبر لن يفتح.",
        ),
        ("قال المدرب نبيل الصباغ إنه باق في منصبه.", "قال المدرب نبيل الصباغ إنه سيغادر منصبه."),
        ("قالت الشركة إنها لا تنوي تسريح أي موظف.", "قالت الشركة إنها ستسرح أربعين موظفا."),
        ("تعهد القائد سليم الدوري ألا تغادر قواته القلعة.", 'قال القائد سليم الدوري: "قررنا مغادرة القلعة".'),
        ('قال الشيخ سالم الهذلي: "لن نبيع المرعى".', 'قال الشيخ سالم الهذلي: "سنبيع المرعى".'),
    ],
)
def test_a_plan_that_is_given_up_has_changed_over_time(one: str, other: str) -> None:
    """The same speaker said it would not be, and later that it will be, or does it."""
    assert _verdicts(_dispute(one, other, _DAYS_LATER)) == {("policy", "changed_over_time")}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("قال رئيس النادي سليم الدوري إنه لن يترشح لولاية ثانية.", "وكان الدوري أكد أنه لن يترشح مهما حدث."),
        (
            'قال القائد سليم الدوري: "لن نتوقف قبل رفع العلم فوق القلعة".',
            "كان القائد سليم الدوري قد تعهد بألا تتوقف قواته قبل رفع العلم فوق القلعة.",
        ),
    ],
)
def test_a_pledge_that_is_recalled_is_the_same_one(one: str, other: str) -> None:
    """A later report tells what was promised: one origin, and no change."""
    assert _verdicts(_dispute(one, other, _DAYS_LATER)) == {("policy", "same_origin")}


def test_a_pledge_recalled_and_given_up_in_one_report_has_changed() -> None:
    """كان قد تعهد was before what he says now, though the report gives no day."""
    text = (
        "كان القائد سليم الدوري قد تعهد بألا تتوقف قواته قبل رفع العلم فوق القلعة. "
        'وقال سليم الدوري أمس: "قررنا التوقف هنا".'
    )
    (found,) = _dispute(text, None, _TWO_DAYS)
    assert (found.a, found.verdict) == ("a:s1", "changed_over_time")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "قال المسعف كريم الكيال إن 25 شخصا قتلوا في قصف سوق النحاسين.",
            "قال قائد الكتيبة سليم الدوري إنه لم يقتل أي جندي في قصف سوق النحاسين.",
        ),
        (
            "قال المسعف كريم الكيال إن 25 شخصا قتلوا في حريق سوق النحاسين.",
            "نفت الشركة مقتل أي عامل في حريق سوق النحاسين.",
        ),
        (
            "قتل 25 شخصا في قصف سوق النحاسين أمس.",
            "نفى قائد الكتيبة سليم الدوري مقتل أي ضابط في قصف سوق النحاسين.",
        ),
        (
            "قالت الممرضة سعاد النجار إن ثلاثة جنود قتلوا في قصف سوق النحاسين.",
            "نفى المتحدث باسم الجيش مقتل أي مدني في قصف سوق النحاسين.",
        ),
        ("أكدت النقابة أن الشرطة أوقفت 12 معلما خلال الوقفة.", "نفت الشرطة توقيف أي صحفي خلال الوقفة."),
        ("قال سليم الدوري إن القاضي كريم الكيال قتل في مكتبه.", "نفت وزارة العدل مقتل القاضي نبيل الصباغ."),
        ("قال الحارس إن الشركة سحبت الشاحنات من الموقع.", "نفت الشركة سحب أي صهريج."),
        ("قال السكان إن قرية تل الريحان سقطت في يد المسلحين.", "نفى المتحدث باسم النادي خسارة أي مباراة."),
        ("قال المدرب إن الفريق خسر المباراة أمام النجوم.", "نفى المتحدث باسم الجيش خسارة أي قرية."),
        ("قال الحارس إن الشرطة أوقفت العمل في المصنع.", "نفت الشرطة اعتقال أي عامل في المصنع."),
        (
            "أعلنت وزارة الصحة أن لا وفيات حتى الآن بين المصابين.",
            "أعلن مدير المشفى كريم الكيال وفاة طفلين من المصابين.",
        ),
        (
            "قالت الممرضة سعاد النجار إن المشفى لم يسجل أي وفاة حتى الآن.",
            "قتل أربعة عمال في انفجار مستودع المرجان أمس.",
        ),
        (
            "قال المسعف إن ثلاثة عمال قتلوا في حريق المصنع يوم 6 مايو 2024.",
            "نفت الشركة مقتل أي عامل في حريق المصنع يوم 20 أبريل 2024.",
        ),
        ("أكدت النقابة أن الشرطة أوقفت 12 معلما.", "أعلنت الشرطة الإفراج عن 12 معلما."),
        ("اعتقلت الشرطة المحاسب سليم الدوري أمس.", "أعلنت الشرطة الإفراج عن المحاسب سليم الدوري."),
        (
            "قالت الشرطة إن الادعاءات بأن سليم الدوري قتل في السجن لا أساس لها.",
            "نفت الشرطة مقتل سليم الدوري في السجن.",
        ),
        ("قال المحامي إن الأنباء عن هدم سوق النحاسين كاذبة.", "نفت البلدية هدم سوق النحاسين."),
        ("قال التجار إن السوق قد يهدم إذا لم تدفع الإيجارات.", "نفت البلدية هدم سوق النحاسين."),
        ("حذر التجار من هدم سوق النحاسين.", "نفت البلدية هدم سوق النحاسين."),
        ("طالب السكان بهدم سوق النحاسين.", "نفت البلدية هدم سوق النحاسين."),
        (
            "قال المسعف كريم الكيال إن 12 قتيلا سقطوا في الحريق.",
            "نفت وزارة الصحة أن يكون عدد القتلى تجاوز 110.",
        ),
        ("قال المسعف كريم الكيال إن 85 راكبا كانوا على متن القارب.", "نفى المدير سليم الدوري صحة الرقم 110."),
        (
            "قال المسعف كريم الكيال إن 120 جريحا نقلوا إلى المشفى.",
            "نفت وزارة الصحة أن يكون عدد القتلى تجاوز 110.",
        ),
        ("قالت الشركة إن الأرباح بلغت 110 ملايين دولار.", "نفى المدير سليم الدوري صحة الرقم 110."),
        ("قال الوزير سليم الدوري إن الجسر سيفتح غدا وإن المعبر لن يفتح.", None),
        (
            "قال القائد سليم الدوري إن قواته لن تغادر القلعة.",
            "قال القائد سليم الدوري إن قواته ستغادر الميناء.",
        ),
        (
            "قال الوزير نبيل الصباغ إن الوزارة لن ترفع سعر الخبز.",
            "قالت شركة المرجان إنها سترفع رواتب العمال.",
        ),
        (
            "قال الشيخ سالم الهذلي إن القبيلة لن تشارك في الانتخابات.",
            "قال المدرب سليم الدوري إن الفريق سيشارك في البطولة.",
        ),
        ("قال الوزير سليم الدوري إنه لن يستقيل.", "قال النائب كريم الكيال إنه سيستقيل من المجلس."),
        ("نفت البلدية هدم سوق النحاسين.", "قالت البلدية إنها لم تهدم سوق النحاسين."),
    ],
)
def test_what_only_looks_so_is_no_contradiction(one: str, other: str | None) -> None:
    """Other people, another thing, day or number; what is claimed, feared or supposed; two plans."""
    found = _dispute(one, other, ("2024-05-05", "2024-05-07"))
    assert "contradicts" not in {each.verdict for each in found}


def test_what_somebody_says_who_is_ruled_out_is_no_denial() -> None:
    """The coach rules a man out who said something: he does not deny what the man said."""
    text = "استبعد المدرب سليم الدوري اسم الحارس كريم الكيال، الذي كشف أنه مستعد لترك فريقه."
    assert _dispute(text, None, _TWO_DAYS) == []


def test_no_deaths_so_far_has_changed_when_there_are_some() -> None:
    """What held up to the time of speaking is not contradicted by what came later."""
    one = "أعلنت وزارة الصحة أن لا وفيات حتى الآن بين المصابين."
    other = "أعلن مدير المشفى كريم الكيال وفاة طفلين من المصابين."
    assert {found.verdict for found in _dispute(one, other, ("2024-05-05", "2024-05-11"))} <= {
        "changed_over_time"
    }


def test_a_denial_of_another_day_is_not_comparable() -> None:
    """Nobody died on the 20th of April says nothing of the 6th of May."""
    one = "قال المسعف إن ثلاثة عمال قتلوا في حريق المصنع يوم 6 مايو 2024."
    other = "نفت الشركة مقتل أي عامل في حريق المصنع يوم 20 أبريل 2024."
    (found,) = _dispute(one, other, ("2024-05-07", "2024-05-07"))
    assert (found.verdict, found.aspect) == ("not_comparable", "time")


def test_what_is_only_supposed_is_not_asserted() -> None:
    """If the dam broke a hundred would die: whoever denies that it broke contradicts nobody."""
    one = "قال المهندس كريم الكيال إن السد في خطر، ولو انهار السد لقتل 100 شخص."
    other = "نفى المحافظ سليم الدوري انهيار السد."
    found = _dispute(one, other, ("2031-03-04", "2031-03-05"))
    assert "contradicts" not in {verdict for _, verdict in _verdicts(found)}
