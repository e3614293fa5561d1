"""What a number counts where another word than its noun tells it: a heading, a whole, a verb further on."""

from __future__ import annotations

import pytest

from tests.relations.quantities.defined import defined, only


@pytest.mark.parametrize(
    ("text", "words", "what"),
    [
        ("وقدر عدد قتلى المعارك منذ مطلع العام بـ1400 شخص.", "1400", "killed"),
        ("وقالت اللجنة إن عدد الوفيات المؤكدة في السرو 21.", "21", "killed"),
        ("رفعت قوات الجبل حصيلة قتلاها منذ بدء المعركة إلى تسعة جنود.", "تسعة", "killed"),
        ("وقال إن القتلى بلغوا 30 شخصا.", "30", "killed"),
        ("ارتفع الجرحى إلى 40 في البلدة.", "40", "injured"),
        ("أفاد الطبيب أن خمسة أشخاص، كلهم من كبار السن، فارقوا الحياة.", "خمسة", "killed"),
        ("وقال إن 120 أوقفوا منذ الخميس.", "120", "arrested"),
        ("قال المكتب إن 300 ألف شخص في الوادي يحتاجون إلى الغذاء.", "300", "needing"),
        ("قالت الوكالة إن عشر شاحنات من أصل 38 غادرت البلدة.", "38", "lorries"),
    ],
)
def test_what_is_counted_is_read_from_the_words_around_a_number(text: str, words: str, what: str) -> None:
    """The noun of the count, what stands between commas, a verb taken for a noun, and the whole of a part."""
    assert only(text, words).what == what


@pytest.mark.parametrize(
    ("text", "words", "what"),
    [
        ("وقال الجرحى إن 12 شخصا وصلوا.", "12", "people"),
        ("وقال إن الجرحى نقلوا إلى 3 مستشفيات.", "3", "hospitals"),
        ("وكانت في البيت أسرة كاملة من سبعة أفراد.", "سبعة", "people"),
        ("وتحتاج الشركة إلى 12 موظفا.", "12", "people"),
    ],
)
def test_a_word_nearby_that_heads_no_count_tells_nothing(text: str, words: str, what: str) -> None:
    """The wounded who speak or are driven somewhere are not the count, a family is no capture."""
    assert only(text, words).what == what


def test_what_a_number_is_made_of_shares_its_fate() -> None:
    """After هم the numbers are parts; after a colon where they add up; else they are not."""
    for text, parts in (
        ("وأحصى المرصد مقتل 90 شخصا، هم 50 عسكريا و40 مدنيا.", ["d:f1", "d:f1"]),
        ("وسقط في القصف 12 قتيلا: سبعة مدنيين وخمسة جنود.", ["d:f1", "d:f1"]),
        ("وسقط في القصف 12 قتيلا: سبعة مدنيين وستة جنود.", [None, None]),
    ):
        whole, *rest = defined(text)
        assert [one.part_of for one in rest] == parts
        assert {one.what for one in rest} == {"killed"} or parts == [None, None]
        assert whole.part_of is None


def test_a_number_followed_by_its_own_part_is_no_part() -> None:
    """47، منها ست: the ones are of the other, and 47 is of nothing before it."""
    found = defined("أقرت الوزارة بوفاة شخصين، وبأن عدد الإصابات ارتفع إلى 47، منها ست إصابات جديدة.")
    by_words = {one.words: one for one in found}
    assert by_words["47"].part_of is None
    assert by_words["ست إصابات"].part_of == by_words["47"].id


def test_a_number_that_another_is_set_against_with_not_is_denied() -> None:
    """24 نائبا، لا 19: nobody here holds the 19."""
    first, second = defined("وأكد الحزب أن 24 نائبا، لا 19، صوتوا ضد التعديل.")
    assert (second.what, second.denied, first.denied) == (first.what, True, False)


def test_cases_are_confirmed_or_suspected() -> None:
    """What is suspected is not what is confirmed; of people who are no cases nothing is told."""
    cases = defined("سجلت الوزارة 310 حالات مشتبه بها و78 إصابة مؤكدة بالكوليرا.")
    assert [one.kind for one in cases] == ["suspected", "confirmed"]
    assert only("أعلن الوزير مقتل 12 شخصا في هجوم مؤكد.", "12").kind is None


def test_so_many_each_day_is_a_rate_wherever_the_day_is_told() -> None:
    """Before the number or after it; not in another part of the sentence, and no share."""
    assert only("إذ تعبر المعبر يوميا قرابة 600 شاحنة.", "600").scope == "rate"
    assert only("إذ تعبر المعبر قرابة 600 شاحنة يوميا.", "600").scope == "rate"
    assert only("تعمل المحطة يوميا، وفيها 600 شاحنة.", "600").scope != "rate"
    assert only("وبلغ معدل التضخم السنوي 14 في المئة.", "14").scope != "rate"


def test_a_count_is_its_owners_whoever_names_it() -> None:
    """رقم المرصد (23), the number that the ministry keeps to, and a body that speaks of 14."""
    said = defined(
        "وقالت مديرية الصحة إن عدد القتلى بلغ 21 قتيلا، مؤكدة أن رقم المرصد (23 قتيلا) «غير دقيق»."
    )
    assert [one.holder for one in said] == ["مديرية الصحة", "المرصد"]
    kept = defined("قالت جمعية الضياء إن 19 مريضا قضوا، أي ضعف الرقم الذي تعتمده الوزارة، وهو سبع وفيات.")
    assert [one.holder for one in kept] == ["جمعية الضياء", "الوزارة"]
    told = defined("خلف الحريق 11 ضحية حسب الحماية المدنية. وتحدثت نقابة العمال عن 14 ضحية على الأقل.")
    assert [one.holder for one in told] == ["الحماية المدنية", "نقابة العمال"]


def test_what_is_only_expected_is_no_count_yet() -> None:
    """A forecast or a fear beside what was counted."""
    counted, expected = defined(
        "أظهرت بيانات المعهد زيادة قدرها 5.6 مليون برميل، في حين توقع استطلاع أن تنخفض 2.8 مليون برميل."
    )
    assert (counted.expected, expected.expected) == (False, True)
    assert only("وحذر الطبيب من أن العدد قد يتجاوز 40 قتيلا.", "40").expected
    assert not only("وقال الطبيب إن العدد قد تجاوز 40 قتيلا.", "40").expected


def test_what_adds_up_to_several_deeds_is_a_joint_count() -> None:
    """17 ضحية: 6 قتلى و11 جريحا: the whole is no count of the dead, and the parts are counts of their own."""
    whole, dead, wounded = defined("غرقت عبارة ما أدى إلى سقوط 17 ضحية: 6 قتلى و11 جريحا.")
    assert (whole.what, whole.joint) == ("injured+killed", True)
    assert [(one.what, one.part_of) for one in (dead, wounded)] == [("killed", None), ("injured", None)]


def test_the_toll_is_the_whole_and_not_the_part_told_last() -> None:
    """القتلى 31 بينهم 10 أطفال، ... أن الحصيلة لم تتجاوز 23: the children are not counted again."""
    *_, last = defined(
        "قال المرصد إن القتلى 31 مدنيا بينهم 10 أطفال، وأكدت وزارة الصحة أن الحصيلة لم تتجاوز 23."
    )
    assert (last.what, last.who) == ("killed", "civilians")


def test_confirmed_cases_are_told_beside_suspected_ones_without_their_noun() -> None:
    """والمؤكدة 31, and the cases of a court are of no illness."""
    suspected, confirmed = defined(
        "وقالت المديرية إن عدد الحالات المشتبه بها بالكوليرا بلغ 96 حالة والمؤكدة 31."
    )
    assert [(one.what, one.kind) for one in (suspected, confirmed)] == [
        ("infected", "suspected"),
        ("infected", "confirmed"),
    ]
    assert only("لم نسجل أي وفاة بالكوليرا، وعدد الحالات المؤكدة 23.", "23").what == "infected"
    assert only("وبلغ عدد الحالات التي نظرت فيها المحكمة 23.", "23").what is None


def test_those_aboard_are_no_joint_count_of_what_befell_them() -> None:
    """110 on board, of whom 107 died and three were hurt: the whole stays those on board."""
    whole, *_ = defined("تحطمت طائرة كان على متنها 110 أشخاص قتل 107 منهم، في حين أصيب 3 آخرون.")
    assert (whole.what, whole.joint) == ("aboard", False)


def test_a_text_that_ends_with_the_noun_of_a_total_is_read() -> None:
    """What is counted would be the next word, and there is none."""
    assert only("قالت الوزارة إن نحو 75 في المئة من إجمالي", "75").unit == "%"
