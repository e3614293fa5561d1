"""People beside bodies, their own and their accusers: nobody is told to have done what was done to him."""

from __future__ import annotations

import pytest

from rawi.events.persons import is_person, kin_of
from tests.events.told import events, name, only, sides

HELD = (
    ("أوقفت الشرطة الصحفي رائد الكناني في مدينة بيروت أمس.", "الشرطة", "رائد الكناني"),
    ("احتجزت السلطات الكاتب رائد الكناني في مدينة بيروت أمس.", "السلطات", "رائد الكناني"),
    ("أوقف الأمن المحامية ندى خليل في مدينة بيروت أمس.", "الأمن", "ندى خليل"),
    ("وأوقف الدرك الناشط رائد الكناني في مدينة وهران أمس.", "الدرك", "رائد الكناني"),
    ("تعتقل الشرطة الصحفي رائد الكناني في مدينة بيروت أمس.", "الشرطة", "رائد الكناني"),
    ("اعتقلت قوات الأمن النائب السابق رائد الكناني في مدينة بيروت أمس.", "قوات الأمن", "رائد الكناني"),
    ("اعتقلت الشرطة رائد الكناني في مدينة بيروت أمس.", "الشرطة", "رائد الكناني"),
    ("اعتقل عناصر الشرطة الصحفية ندى خليل في مدينة بيروت أمس.", "عناصر الشرطة", "الصحفية"),
    ("اعتقلت الشرطة المتهم بالسرقة في مدينة بيروت أمس.", "الشرطة", "المتهم"),
    ("أوقفت عناصر الدرك المشتبه به في مدينة وهران أمس.", "عناصر الدرك", "المشتبه"),
    ("اعتقلت الشرطة العسكرية ضابطا في مدينة تعز أمس.", "الشرطة العسكرية", "ضابطا"),
    ("خطف المسلحون المهندس سالم العبيدي في مدينة بغداد أمس.", "المسلحون", "سالم العبيدي"),
    ("أعدم التنظيم الجندي سالم العبيدي في مدينة الرقة أمس.", "التنظيم", "سالم العبيدي"),
    ("طعن مستوطن الشاب سالم العبيدي في مدينة الخليل أمس.", "مستوطن", "سالم العبيدي"),
    ("جرح الجنود الطفل سالم العبيدي في مدينة جنين أمس.", "الجنود", "سالم العبيدي"),
    ("قتل رجال الأمن الشاب سالم العبيدي في مدينة حمص أمس.", "رجال الأمن", "سالم العبيدي"),
    ("قصف الجيش المدينة القديمة في مدينة حلب أمس.", "الجيش", "المدينة القديمة"),
    ("قتلت قوات الرئيس سامر العلي عشرة مدنيين في مدينة حلب أمس.", "قوات الرئيس سامر العلي", "مدنيون"),
)


@pytest.mark.parametrize(("text", "actor", "target"), HELD)
def test_a_body_swallows_nobody_who_stands_after_it(text: str, actor: str, target: str) -> None:
    """Who is named after a body or several armed men is the victim, and they did it."""
    assert sides(text) == (actor, target)


def test_all_who_are_led_away_are_counted_as_arrested() -> None:
    """Three named people after a body are three arrested, and none of them arrests."""
    one = only("أوقفت الشرطة الصحفي رائد الكناني والناشطة ندى خليل والمصور عمر زهران في مدينة بيروت أمس.")
    assert (name(one.actor), one.with_actor, one.arrested) == ("الشرطة", (), 3)
    assert [name(each) for each in (one.target, *one.with_target)] == [
        "رائد الكناني",
        "ندى خليل",
        "عمر زهران",
    ]


def test_one_man_with_two_titles_is_one_or_not_counted() -> None:
    """المدون والناشط سامر is no two men, and a title before a name belongs to it."""
    one = only("اعتقلت الشرطة المدون والناشط رائد الكناني في مدينة بيروت أمس.")
    assert one.arrested in (None, 1)
    told = sides("هاجم الأمير سامر العلي حاجزا في مدينة تعز أمس.")
    assert told == ("سامر العلي", "حاجزا")


def test_the_noun_of_an_arrest_keeps_them_apart_too() -> None:
    """اعتقال الشرطة الصحفي: the police arrest."""
    told = sides("أثار اعتقال الشرطة الصحفي رائد الكناني في مدينة بيروت أمس غضبا.")
    assert told == ("الشرطة", "رائد الكناني")


def test_two_named_after_a_plural_are_those_of_whom_it_tells() -> None:
    """الصحفيين رائد وعمر: two arrested."""
    one = only("اعتقلت الشرطة الصحفيين رائد الكناني وعمر زهران في مدينة بيروت أمس.")
    assert (name(one.actor), name(one.target), one.arrested) == ("الشرطة", "رائد الكناني", 2)


def test_a_killing_by_police_is_no_battle() -> None:
    """Police that kill a young man attack a civilian."""
    for actor, verb in (("الشرطة", "قتلت"), ("الجنود", "قتل"), ("المسلحون", "قتل")):
        one = only(f"{verb} {actor} الشاب رائد الكناني والطفل سامر العلي في مدينة جنين أمس.")
        assert (one.type, name(one.actor)) == ("Violence against civilians/Attack", actor)
        assert one.killed == 2


@pytest.mark.parametrize(
    "text",
    [
        "اعتقل القيادي في حماس الشيخ رامي حداد في مدينة نابلس أمس.",
        "قتل الضابط في الجيش العقيد رامي حداد في مدينة نابلس أمس.",
        "قتل الجنود الثلاثة رامي حداد وسامر العلي وعمر زهران في مدينة نابلس أمس.",
    ],
)
def test_who_is_told_of_twice_did_nothing_to_himself(text: str) -> None:
    """A name after an office or a number of men says who they are."""
    assert sides(text) == (None, "رامي حداد")


@pytest.mark.parametrize(
    ("text", "actor", "target", "killed"),
    [
        ("قتل رجل زوجته في مدينة الزرقاء أمس.", "رجل", "زوجته", 1),
        ("قتل شاب والده في مدينة الزرقاء أمس.", "شاب", "والده", 1),
        ("وقتلت امرأة زوجها في مدينة الزرقاء أمس.", "امرأة", "زوجها", 1),
        ("قتل أب ابنته في مدينة الزرقاء أمس.", "أب", "ابنته", 1),
        ("قتل أردني شقيقه في مدينة الزرقاء أمس.", "أردني", "شقيقه", 1),
        ("قتل شاب والدته وشقيقتيه في مدينة الزرقاء أمس.", "شاب", "والدته", 3),
        ("قتل رجل وزوجته في مدينة الزرقاء أمس.", None, "رجل", 2),
        ("قتل زوج شقيقته في مدينة الزرقاء أمس.", None, "زوج شقيقته", 1),
        ("قتلت طفلة فلسطينية في مدينة غزة أمس.", None, "طفلة فلسطينية", 1),
    ],
)
def test_a_killer_is_told_apart_from_his_own(text: str, actor: str | None, target: str, killed: int) -> None:
    """رجل زوجته are two, رجل وزوجته both victims, زوج شقيقته one man; the و of والد is its own."""
    one = only(text)
    assert (name(one.actor), name(one.target), one.killed) == (actor, target, killed)
    assert one.with_actor == ()


def test_whose_child_was_taken_did_not_take_it() -> None:
    """A father before وخطفت ابنته is no abductor."""
    found = events("تعرض الطبيب سامر العلي لتهديدات وخطفت ابنته في مدينة بنغازي أمس.")
    assert "سامر العلي" not in [name(one.actor) for one in found]


@pytest.mark.parametrize(
    ("text", "accused"),
    [
        ("اتهم مجلس القرية كتيبة الصخر بخطف الطبيب سامر العلي في مدينة درعا أمس.", "كتيبة الصخر"),
        ("اتهمت اللجنة الشرطة بقتل الطبيب سامر العلي في مدينة درعا أمس.", "الشرطة"),
        ("واتهم النائب رامي حداد لواء الفجر بالوقوف وراء خطف سامر العلي في مدينة درعا أمس.", "لواء الفجر"),
        ("تتهم السلطات الجماعة المسلحة بخطف ثلاثة مهندسين في مدينة سبها أمس.", "الجماعة المسلحة"),
    ],
)
def test_the_accused_of_a_deed_did_it_by_what_is_alleged(text: str, accused: str) -> None:
    """Who is accused is the actor of an alleged event, and never of a reported one."""
    one = only(text)
    assert (name(one.actor), one.certainty) == (accused, "alleged")


def test_what_is_told_without_an_accusation_has_no_accused() -> None:
    """Whoever denies an accusation of which nobody else tells is no actor."""
    found = events("نفى لواء الفجر اتهام المجلس له بخطف الطبيب سامر العلي في مدينة درعا أمس.")
    assert [name(one.actor) for one in found] == [None]


def test_two_who_claim_a_deed_are_both_told() -> None:
    """The second of two claimants stands beside the first, before and after the verb of claiming."""
    for text in (
        "تبنت كتيبة الصخر ولواء الفجر الهجوم على حاجز للجيش في مدينة درعا أمس.",
        "أعلنت كتيبة الصخر ولواء الفجر مسؤوليتهما عن الهجوم على حاجز للجيش في مدينة درعا أمس.",
    ):
        one = only(text)
        assert (name(one.claimed_by), [name(each) for each in one.with_actor]) == (
            "كتيبة الصخر",
            ["لواء الفجر"],
        )


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("قتل 4 أشخاص في غارة على مدينة درعا أمس.", "مدنيون"),
        ("قتل 4 أشخاص في فيضانات في مدينة درنة أمس.", "أشخاص"),
        ("قتل 4 أشخاص في حادث مروري في مدينة عمان أمس.", "أشخاص"),
        ("اعتقلت الشرطة 5 أشخاص في مدينة عمان أمس.", "أشخاص"),
        ("قتل 5 في غارة على مدينة درعا أمس.", None),
    ],
)
def test_nobody_is_made_a_civilian_where_no_side_matters(text: str, target: str | None) -> None:
    """People are civilians in violence only, and a number is nobody."""
    assert name(only(text).target) == target


def test_others_than_fighters_are_no_civilians() -> None:
    """7 آخرين after fighters are others."""
    found = events("قتل 3 مقاتلين من لواء الفجر في مدينة درعا أمس، واعتقلت قوات الأمن 7 آخرين.")
    assert [name(one.target) for one in found] == ["لواء الفجر", "آخرين"]


@pytest.mark.parametrize(
    ("text", "kind", "count"),
    [
        ("قتل 6 متظاهرين وشرطيين اثنين في مواجهات في مدينة البصرة أمس.", "killed", 8),
        ("مقتل امرأة وطفليها في قصف على مدينة درعا أمس.", "killed", 3),
        ("مقتل رجل وزوجته وأطفالهما في قصف على مدينة درعا أمس.", "killed", None),
        ("قتل أب وثلاثة من أبنائه في قصف على مدينة درعا أمس.", "killed", 4),
        ("خطف مسلحون المهندس سالم العبيدي وشقيقه في مدينة بغداد أمس.", "abducted", 2),
        ("قتل 17 جنديا وضابطا في هجوم في مدينة سرت أمس.", "killed", 17),
        ("احتجز مسلحون المهندس سالم العبيدي في مدينة بغداد أمس.", "abducted", 1),
        ("احتجزت السلطات المهندس سالم العبيدي في مدينة بغداد أمس.", "arrested", 1),
        ("اعتقلت قوات الأمن 15 متظاهرا في مدينة تونس أمس.", "arrested", 15),
    ],
)
def test_all_who_came_to_harm_are_counted(text: str, kind: str, count: int | None) -> None:
    """Nouns for one and two that و joins are counted; where one is told without a number nothing is."""
    assert getattr(only(text), kind) == count


def test_words_for_people_are_known_with_their_article_and_owner() -> None:
    """Callings, ranks and victims are people; schools and towns are nobody's kin."""
    assert [is_person(word) for word in ("الصحفي", "الناءب", "الطفله", "الشرطه", "المدينه")] == [True] * 3 + [
        False
    ] * 2
    assert [kin_of(word) for word in ("زوجته", "طفليها", "ابناءه", "بيته")] == [1, 2, 0, None]
