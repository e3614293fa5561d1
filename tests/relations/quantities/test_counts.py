"""When two numbers are one count at two times, two counts of one thing, or counts of two things."""

from __future__ import annotations

from collections import defaultdict

import msgspec
import pytest

from rawi.model.definition import Definition
from rawi.model.relation import Comparison
from rawi.relations.quantities.conflicts import CONFLICTS
from tests.relations.quantities.clusters import Article, read_cluster


def _compared(*articles: tuple[str, str, str], sure: bool = True) -> list[tuple[str, str, Comparison]]:
    """Return the words of the figures that are compared in one story, in the order of the text, with the
    comparison. Each article is its day, its outlet and its text; is the story ``sure``?"""
    items, context = read_cluster(tuple(Article(f"r{at}", *one) for at, one in enumerate(articles)))
    context = context if sure else msgspec.structs.replace(context, sure={})
    blocks: dict[str, list[Definition]] = defaultdict(list)
    for item in items:
        for block in CONFLICTS.blocks(item, context):
            blocks[block].append(item)
    words = {item.id: item.words for item in items}
    order = {item.id: at for at, item in enumerate(items)}
    found = [one for block in sorted(blocks) for one in CONFLICTS.build(block, blocks[block], context)]
    pairs = [(*sorted((one.a, one.b), key=order.__getitem__), one) for one in found]
    return [(words[a], words[b], one) for a, b, one in pairs]


def _verdicts(*articles: tuple[str, str, str]) -> list[str]:
    return [one.verdict for _, _, one in _compared(*articles)]


def test_a_toll_taken_back_by_another_body_contradicts() -> None:
    """Less than was told the day before: by another body a contradiction, by the same one a correction."""
    text = "أعلنت {} أن حريق مستودع السدرة أودى بحياة {} عاملا."
    first = ("2024-03-04", "الرواق", text.format("وزارة الداخلية", 24))
    other = ("2024-03-05", "السديم", text.format("مديرية الصحة", 19))
    same = ("2024-03-05", "السديم", text.format("وزارة الداخلية", 19))
    assert _verdicts(first, other) == ["contradicts"]
    assert _verdicts(first, same) == ["changed_over_time"]


def test_who_came_is_counted_otherwise_by_those_who_called_and_by_the_police() -> None:
    """Both in one article, with no word that sets them against each other."""
    text = (
        "قال المنظمون إن نحو ألف شخص شاركوا في المسيرة بساحة النخيل. "
        "وقالت الشرطة إن عدد المشاركين لم يتجاوز 300 شخص."
    )
    assert _verdicts(("2024-03-04", "الرواق", text)) == ["contradicts"]


def test_earthquakes_a_week_apart_are_two() -> None:
    """One story may follow a land that shakes: two strengths are of two earthquakes."""
    text = "قال معهد {} إن زلزالا بقوة {} درجات ضرب وادي الخروع فجر اليوم."
    one = ("2024-03-04", "الرواق", text.format("الرصد الجبلي", "5.9"))
    near = ("2024-03-05", "السديم", text.format("الزلازل البحري", "6.3"))
    far = ("2024-03-14", "السديم", text.format("الزلازل البحري", "6.3"))
    assert _verdicts(one, near) == ["contradicts"]
    assert _verdicts(one, far) == ["not_comparable"]


def test_weather_is_not_compared() -> None:
    """Every day and place has its own temperature and wind."""
    text = "تتراوح درجات الحرارة في وادي الخروع بين {} و{} درجة، وسرعة الرياح {} كلم في الساعة."
    days = [
        ("2024-03-04", "الرواق", text.format(15, 19, 30)),
        ("2024-03-05", "الرواق", text.format(9, 12, 50)),
    ]
    assert _compared(*days) == []


def test_the_only_number_of_two_reports_is_one_count() -> None:
    """Those missing in an article that tells of no others, wherever it says so."""
    body = "وقال سليم الدوري إن بيته سقط. وعبر كريم الكيال عن حزنه على جيرانه في القرية. "
    one = ("2024-03-04", "الرواق", f"ضرب زلزال وادي الخروع. {body}ولا يزال 40 شخصا مفقودين.")
    two = ("2024-03-07", "السديم", f"دفن وادي الخروع موتاه. {body}ولا يزال 11 شخصا مفقودين.")
    assert _verdicts(one, two) == ["changed_over_time"]


def test_earnings_of_two_years_did_not_change_into_each_other() -> None:
    """What was earned in the one year is no other count of what was earned in the other."""
    text = "بلغت أرباح شركة السدرة 412 مليون دولار عام 2021، مقابل أرباح بلغت 348 مليون دولار عام 2020."
    assert set(_verdicts(("2022-02-14", "الرواق", text))) <= {"not_comparable"}


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("أنقذ خفر السواحل 57 شخصا من العبارة.", "وصل 57 ناجيا من العبارة إلى الميناء.", "same_origin"),
        (
            "أوقف الأمن 112 معلما بعد الاعتصام.",
            "قرأت هند الخالدي أسماء 112 معلما أمام الوزارة.",
            "same_origin",
        ),
    ],
)
def test_one_number_under_two_classes_is_one(one: str, other: str, verdict: str) -> None:
    """Saved here and survived there; and who they are, where the other article says what befell them."""
    assert _verdicts(("2024-03-04", "الرواق", one), ("2024-03-05", "السديم", other)) == [verdict]


def test_about_a_number_and_the_number_are_compatible() -> None:
    """About 630 and 629."""
    one = ("2024-03-04", "الرواق", "تقل السفينة نحو 630 مهاجرا إلى ميناء الصدفة.")
    other = ("2024-03-05", "السديم", "نزل 629 مهاجرا كانوا على متن السفينة في ميناء الصدفة.")
    assert _verdicts(one, other) == ["compatible"]


def test_parts_of_one_sentence_are_no_later_counts() -> None:
    """Eighteen here and six there, of one holder: neither took the place of the other."""
    text = "قالت وكالة الساحل إن موجة البرد أودت بحياة 18 شخصا في وادي الخروع و6 أشخاص في جبل السدر."
    assert "changed_over_time" not in _verdicts(("2024-03-04", "الرواق", text))


def test_shares_of_two_things_do_not_contradict() -> None:
    """Two answers of one poll, by whoever tells them."""
    text = (
        "أشار الاستطلاع إلى أن 83 في المئة من المشاركين يحبون الركض، في حين قال الباحث سليم الدوري إن "
        "55 في المئة من المشاركين يكرهون المطر."
    )
    assert "contradicts" not in _verdicts(("2024-03-04", "الرواق", text))


def test_an_office_that_every_town_has_is_no_one_claimant() -> None:
    """Two directors of health with two names: who they are is not known to be one."""
    text = "قال مدير الصحة {} إن {} شخصا أصيبوا في انفجار سوق النحاسين."
    one = ("2024-03-04", "الرواق", text.format("ياسر النمر", 20))
    other = ("2024-03-05", "السديم", text.format("حازم القطب", 11))
    ((_, _, found),) = _compared(one, other)
    assert next(check.outcome for check in found.checks if check.name == "holder") == "unknown"


def test_two_bodies_that_count_the_dead_close_together_contradict() -> None:
    """Nothing sets them against each other, and neither names a place."""
    text = "خلف حريق مصنع النسيج 11 قتيلا حسب الحماية المدنية. وقالت نقابة عمال النسيج إن 14 عاملا قتلوا."
    assert _verdicts(("2024-03-04", "الرواق", text)) == ["contradicts"]


def test_one_sum_in_two_reports_is_laid_together_whatever_it_is_of() -> None:
    """A number that few others would be; what differs only in like words."""
    one = ("2024-03-04", "الرواق", "دفعت الشركة {} لمحام عن موكلته.")
    other = ("2024-03-04", "السديم", "وتحدث التحقيق عن {} سلمت نقدا في فندق.")

    def told(first: str, second: str) -> list[str]:
        return _verdicts((*one[:2], one[2].format(first)), (*other[:2], other[2].format(second)))

    assert told("130 ألف دولار", "130 ألف دولار") == ["same_origin"]
    assert told("130 ألف دولار", "170 ألف دولار") == []


def test_a_count_that_a_sentence_takes_back_has_changed() -> None:
    """28 قتيلا عوض 34: one body, one sentence, and the larger number is no rival."""
    text = "ثبتت خلية الأزمة حصيلة الزلزال في 28 قتيلا عوض 34 قتيلا."
    assert _verdicts(("2024-03-04", "الرواق", text)) == ["changed_over_time"]


def test_in_a_doubtful_story_what_is_many_times_another_is_of_something_else() -> None:
    """Two reports of a war share its words; three dead on one day did not become 120 on another."""
    one = ("2024-03-04", "الرواق", "قتل ثلاثة أشخاص في غارة على أطراف مدينة السديم الشرقية قرب المطار.")
    other = ("2024-03-06", "السديم", "قتل 120 شخصا في غارات على أطراف مدينة السديم الشرقية قرب المطار.")
    assert _verdicts(one, other) == ["changed_over_time"]
    assert [found.verdict for *_, found in _compared(one, other, sure=False)] == ["not_comparable"]


def test_an_earlier_toll_that_an_article_recalls_has_changed() -> None:
    """Its sentence shares no word with the one that tells the new toll."""
    text = (
        "انتشل رجال الإنقاذ 62 جثة من القرى المحيطة بالبركان. "
        "وكانت حصيلة رسمية سابقة أفادت بمقتل 33 شخصا إثر دخوله في حالة ثوران."
    )
    assert _verdicts(("2024-03-04", "الرواق", text)) == ["changed_over_time"]


def test_a_forecast_is_no_later_toll() -> None:
    """What a ministry expects did not become of what it counted, and contradicts nothing."""
    one = ("2024-06-02", "الرواق", "أدى غرق العبارة في بحيرة الصفصاف إلى مقتل 23 راكبا، بحسب وزارة الصحة.")
    other = ("2024-06-04", "السديم", "وتوقعت وزارة الصحة ارتفاع عدد قتلى العبارة في بحيرة الصفصاف إلى 35.")
    ((*_, found),) = _compared(one, other)
    assert (found.verdict, found.reasons[0].code) == ("not_comparable", "time.expected")


def test_what_was_added_did_not_become_the_sum() -> None:
    """توفي جريحان ليرتفع العدد إلى ثمانية: one sentence tells both."""
    text = "توفي جريحان ليرتفع عدد قتلى غرق العبارة في بحيرة الصفصاف إلى ثمانية."
    assert "changed_over_time" not in _verdicts(("2024-06-03", "الرواق", text))


def test_parts_of_other_nouns_are_not_comparable() -> None:
    """Four traders among six, three workers among eight: each is a part of its own."""
    one = ("2024-06-02", "الرواق", "قتل ستة أشخاص، هم أربعة تجار وعاملان، في غرق عبارة ببحيرة الصفصاف.")
    other = (
        "2024-06-03",
        "السديم",
        "ارتفع عدد قتلى غرق عبارة بحيرة الصفصاف إلى ثمانية، وهم خمسة تجار وثلاثة عمال.",
    )
    said = {frozenset((a, b)): found.verdict for a, b, found in _compared(one, other)}
    assert said[frozenset(("أربعة تجار", "وثلاثة عمال"))] == "not_comparable"
    assert said.get(frozenset(("ستة أشخاص", "خمسة تجار")), "not_comparable") == "not_comparable"


def test_rivals_that_one_report_sets_side_by_side_contradict_on_other_days_too() -> None:
    """The monitor's number, told again the day after, did not become of the ministry's."""
    both = (
        "2024-06-02",
        "الرواق",
        "قالت وزارة الصحة إن 14 شخصا قتلوا في حريق سوق الصفصاف، فيما أحصى مرصد الوديان 23 قتيلا في الحريق.",
    )
    alone = ("2024-06-03", "السديم", "أحصى مرصد الوديان 23 قتيلا في حريق سوق الصفصاف.")
    found = [(a, b, one) for a, b, one in _compared(both, alone) if {"14 شخصا", "23 قتيلا"} == {a, b}]
    assert [one.verdict for *_, one in found] == ["contradicts", "contradicts"]
    assert any(reason.code == "rivals.beside" for *_, one in found for reason in one.reasons)
