"""Who did it and to whom."""

from __future__ import annotations

import pytest

from tests.events.told import events, name, only, sides

TOLD = (
    # verbs, active and passive
    ("هاجم مسلحون حاجزا في مدينة كركوك أمس.", "مسلحون", "حاجزا"),
    ("مسلحون هاجموا حاجزا في مدينة كركوك أمس.", "مسلحون", "حاجزا"),
    ("قتل مسلحون خمسة جنود في مدينة كركوك أمس.", "مسلحون", "جنود"),
    ("قتل خمسة جنود في مدينة كركوك أمس.", None, "جنود"),
    ("اغتيل القاضي سامر الحلبي في مدينة بيروت أمس.", None, "سامر الحلبي"),
    ("اغتال مسلحون القاضي سامر الحلبي في مدينة بيروت أمس.", "مسلحون", "سامر الحلبي"),
    ("خطف مسلحون طبيبا في مدينة بنغازي أمس.", "مسلحون", "طبيبا"),
    ("قصفت قوات النظام بالمدفعية منزلا في مدينة إدلب أمس.", "قوات النظام", "منزلا"),
    ("فجر انتحاري نفسه في سوق بمدينة بغداد أمس.", "انتحاري", "سوق"),
    ("فجر انتحاري سيارة مفخخة عند حاجز في مدينة الرقة أمس.", "انتحاري", "حاجز"),
    ("رشق متظاهرون الشرطة بالحجارة في مدينة صيدا أمس.", "متظاهرون", "الشرطة"),
    ("أسر المتمردون سليم الحداد في مدينة تعز أمس.", "المتمردون", "سليم الحداد"),
    ("الجيش أوقف في بلدة عرسال أربعة أشخاص أمس.", "الجيش", "أشخاص"),
    ("اشتبك مع الجيش مسلحون في مدينة درنة أمس.", "مسلحون", "الجيش"),
    ("مسلحون هاجموه في مدينة كركوك أمس.", "مسلحون", None),
    # على يد، من قبل، برصاص
    ("قتل صحفي على يد مسلحين في مدينة غزة أمس.", "مسلحين", "صحفي"),
    ("قتل ضابط من قبل مسلحين مجهولين في مدينة غزة أمس.", "مسلحين مجهولين", "ضابط"),
    ("قتل ثلاثة جنود برصاص مسلحين في بلدة تلعفر أمس.", "مسلحين", "جنود"),
    ("قتل ثلاثة جنود بنيران مسلحين في بلدة تلعفر أمس.", "مسلحين", "جنود"),
    ("مقتل ضابط بأيدي مسلحين في مدينة غزة أمس.", "مسلحين", "ضابط"),
    # nouns of deeds
    ("هجوم للمتمردين على حاجز في مدينة صرواح أمس.", "المتمردين", "حاجز"),
    ("غارة للتحالف على معسكر في مدينة صعدة أمس.", "التحالف", "معسكر"),
    ("تواصل قصف الجيش لمواقع المتمردين في مدينة صعدة أمس.", "الجيش", "مواقع المتمردين"),
    ("اعتقال ناشط في مدينة سرت أمس.", None, "ناشط"),
    ("استهدف قصف تركي منزلا في مدينة عفرين أمس.", "تركيا", "منزلا"),
    ("ضربت غارة منزلا في مدينة صعدة أمس.", None, "منزلا"),
    ("قتلت غارة قياديا في مدينة الميادين أمس.", None, "قياديا"),
    ("هجوم نفذه مسلحون على حاجز في مدينة سرت أمس.", "مسلحون", "حاجز"),
    ("قتل سبعة جنود في كمين نصبه مسلحون في مدينة سبها أمس.", "مسلحون", "جنود"),
    ("الانفجار الذي استهدف مسجدا في مدينة أبها أمس.", None, "مسجدا"),
    ("غارة للتحالف استهدفت معسكرا في مدينة صنعاء أمس.", "التحالف", "معسكرا"),
    ("قتل ستة من عناصر الشرطة في انفجار قنبلة كانت إلى جانب الطريق في كابل أمس.", None, "عناصر الشرطة"),
    # light verbs
    ("شن الجيش هجوما على مواقع المسلحين في مدينة سرت أمس.", "الجيش", "مواقع المسلحين"),
    ("الجيش شن هجوما على مواقع المسلحين في مدينة سرت أمس.", "الجيش", "مواقع المسلحين"),
    ("وشن الجيش هجوما على مواقع المسلحين في مدينة سرت أمس.", "الجيش", "مواقع المسلحين"),
    ("واصل الجيش قصف مواقع المسلحين في مدينة سرت أمس.", "الجيش", "مواقع المسلحين"),
    ("نفذ مسلحون هجوما على حاجز للجيش في مدينة الشرقاط أمس.", "مسلحون", "الجيش"),
    ("تعرض معسكر في مدينة تعز لقصف مدفعي أمس.", None, "معسكر"),
    # between two
    ("اندلعت اشتباكات بين الجيش ومسلحين في مدينة درنة أمس.", "الجيش", "مسلحين"),
    ("اشتباكات بين الجيش وبين مسلحين في مدينة درنة أمس.", "الجيش", "مسلحين"),
    ("اشتبك الجيش مع مسلحين في مدينة درنة أمس.", "الجيش", "مسلحين"),
    ("قتل 15 من المسلحين في مواجهات مع الجيش في مدينة تعز أمس.", "الجيش", "المسلحين"),
    # one of several
    ("قتل عدد من عناصر الشرطة في مدينة غزة أمس.", None, "عناصر الشرطة"),
    ("قتل أحد عناصر الشرطة في مدينة غزة أمس.", None, "عناصر الشرطة"),
    ("قتل ثلاثة من عناصر الشرطة في مدينة غزة أمس.", None, "عناصر الشرطة"),
    ("قتل أكثر من 20 جنديا في مدينة صعدة أمس.", None, "جنديا"),
    ("قتل ما بين 10 و15 جنديا في مدينة مأرب أمس.", None, "جنديا"),
    # what met an attack
    ("تصدى الجيش لهجوم شنه مسلحون في مدينة درنة أمس.", "الجيش", "مسلحون"),
    # who goes before a relative, and the noun after a verb with its pronoun
    ("المجموعة التي هاجمت معسكرا في مدينة سبها أمس.", "المجموعة", "معسكرا"),
    ("البلدة التي قصفها الجيش في ريف حلب أمس.", "الجيش", "البلدة"),
    # things and towns do nothing; dates stand between a verb and its object
    ("قصف مستشفى في مدينة إدلب أمس.", None, "مستشفى"),
    ("داهم الجيش فجر أمس منزلا في مدينة صيدا.", "الجيش", None),
    ("ضربت دبابات الجيش مساء الاثنين موقعين للمتمردين في مدينة درنة.", "دبابات الجيش", "المتمردين"),
    # a noun of a deed with both sides after it
    ("استهداف الجيش عددا من مواقع المسلحين في مدينة سرت أمس.", "الجيش", "مواقع المسلحين"),
    ("استهداف طائرات الجيش لمعسكر في مدينة سرت أمس.", "طائرات الجيش", "معسكر"),
    # whose what was struck is, and whose adjective tells who struck
    ("غارات على مواقع للمتمردين في مدينة صعدة أمس.", None, "المتمردين"),
    ("أصيب خمسة أشخاص في غارة روسية على مدينة إدلب أمس.", "روسيا", "مدنيون"),
    # one man of a body is not the body
    ("اغتيل رئيس حزب الضفاف في مدينة تعز أمس.", None, "رئيس حزب الضفاف"),
    # places that are taken are no targets
    ("سيطر مسلحون على بلدة السخنة أمس.", "مسلحون", None),
    ("استعاد الجيش مدينة تدمر من المسلحين أمس.", "الجيش", "المسلحين"),
    ("انتزعت القوات الحكومية السيطرة على مدينة تدمر أمس.", "القوات الحكومية", None),
)


@pytest.mark.parametrize(("text", "actor", "target"), TOLD)
def test_who_did_it_and_to_whom(text: str, actor: str | None, target: str | None) -> None:
    """The frame of the word tells who acts and who suffers."""
    assert sides(text) == (actor, target)


def test_people_of_whom_nothing_is_told_are_civilians() -> None:
    """شخصا and مواطنين have the same name."""
    assert name(only("قتل مسلحون خمسة أشخاص في مدينة كركوك أمس.").target) == "مدنيون"
    assert name(only("قتل مسلحون خمسة مواطنين في مدينة كركوك أمس.").target) == "مدنيون"


def test_several_parties_stand_side_by_side() -> None:
    """Those that و joins to one are with them, and nobody stands on both sides."""
    one = only("شن الجيش والمقاومة هجوما على مواقع المسلحين في مدينة تعز أمس.")
    assert name(one.actor) == "الجيش"
    one = only("قتل مسلحون خمسة جنود وثلاثة مدنيين في مدينة كركوك أمس.")
    assert (name(one.target), [name(other) for other in one.with_target]) == ("جنود", ["مدنيون"])
    one = only("اندلعت اشتباكات بين الجيش ومسلحين في مدينة درنة أمس.")
    assert (one.with_actor, one.with_target) == ((), ())


def test_the_victims_of_a_part_are_no_target() -> None:
    """بينهم نساء وأطفال tells of some of those harmed, whom the first noun names."""
    one = only("قتل 30 شخصا بينهم خمس نساء وسبعة أطفال في غارة على مدينة صعدة أمس.")
    assert (name(one.actor), name(one.target)) == (None, "مدنيون")


@pytest.mark.parametrize(
    "text",
    [
        "تبنى تنظيم الضفاف الهجوم الذي وقع في مدينة الرمادي أمس.",
        "أعلن تنظيم الضفاف مسؤوليته عن الهجوم الذي وقع في مدينة الرمادي أمس.",
        "قتل خمسة جنود في هجوم تبناه تنظيم الضفاف في مدينة الرمادي أمس.",
    ],
)
def test_who_takes_responsibility_claims_it(text: str) -> None:
    """The party that claims an attack is kept, and is the actor where no other is named."""
    one = only(text)
    assert name(one.claimed_by) == name(one.actor) == "تنظيم الضفاف"


def test_who_claims_it_may_be_another_than_who_did_it() -> None:
    """Gunmen whom nobody names did it, a group claims it."""
    one = only("هاجم مسلحون حاجزا في مدينة الرمادي أمس. وأعلنت حركة الضفاف مسؤوليتها عن الهجوم.")
    assert (name(one.actor), name(one.claimed_by)) == ("مسلحون", "حركة الضفاف")


@pytest.mark.parametrize(
    "text",
    [
        "ولم تعلن أي جهة مسؤوليتها عن الهجوم في مدينة الرمادي أمس.",
        "لم تعلن حركة الضفاف مسؤوليتها عن الهجوم في مدينة الرمادي أمس.",
    ],
)
def test_what_nobody_claimed_is_claimed_by_nobody(text: str) -> None:
    """A denied claim is none."""
    assert [one.claimed_by for one in events(text)] in ([], [None])


def test_unarmed_people_do_nothing_but_in_the_street() -> None:
    """A civilian is not shown as who attacked; people who march are protesters."""
    assert only("طعن رجل جنديا بسكين في مدينة نابلس أمس.").actor is None
    assert name(only("تظاهر مئات المواطنين في مدينة الخرطوم أمس.").actor) == "متظاهرون"


def test_a_joined_verb_has_the_subject_of_the_one_before() -> None:
    """هاجم مسلحون وخطفوا: the same gunmen."""
    found = events("هاجم مسلحون حاجزا للجيش في مدينة سرت أمس واقتحموا معسكرا في مدينة درنة.")
    assert {name(one.actor) for one in found} == {"مسلحون"}


def test_a_plural_verb_has_its_subject_before_it() -> None:
    """كما هاجموا حاجزا: the checkpoint is what was attacked."""
    found = events("هاجم مسلحون حاجزا للجيش في مدينة سرت، كما هاجموا معسكرا في مدينة درنة أمس.")
    assert [(name(one.actor), name(one.target)) for one in found] == [
        ("مسلحون", "الجيش"),
        ("مسلحون", "معسكرا"),
    ]


def test_a_plural_verb_goes_on_with_the_subject_before() -> None:
    """وقتلوا: the gunmen who attacked."""
    found = events("هاجم مسلحون حاجزا للجيش في مدينة سرت أمس، وخطفوا ثلاثة أطباء في مدينة درنة.")
    assert {name(one.actor) for one in found} == {"مسلحون"}


def test_who_says_that_she_did_it_did_it() -> None:
    """قالت الشرطة إنها اعتقلت: the police."""
    one = only("قالت الشرطة إنها اعتقلت خمسة أشخاص في مدينة صيدا أمس.")
    assert (name(one.actor), name(one.target)) == ("الشرطة", "أشخاص")


def test_a_town_is_taken_from_the_one_party_that_is_fought() -> None:
    """The only enemy in the article is the target; with two enemies nobody is."""
    clash = "اندلعت اشتباكات بين الجيش والمتمردين في مدينة صعدة أمس."
    other = "واشتبك الجيش مع قبائل في مدينة مأرب أمس."
    taken = "وسيطر الجيش على بلدة حرض صباح اليوم."
    assert "المتمردين" in {name(one.target) for one in events(f"{clash} {taken}") if "regains" in one.type}
    assert {name(one.target) for one in events(f"{clash} {other} {taken}") if "regains" in one.type} <= {None}


def test_those_who_march_are_protesters_or_what_they_are_told_to_be() -> None:
    """A demonstration without a subject has demonstrators, one of students has students."""
    assert name(only("شهدت مدينة الخرطوم أمس احتجاجات على الغلاء.").actor) == "متظاهرون"
    assert name(only("تظاهر مئات الطلاب في مدينة الخرطوم أمس.").actor) == "الطلاب"


def test_a_joined_verb_takes_the_actor_over() -> None:
    """وسيطر: who advanced took it."""
    found = events("هاجم الجيش مسلحين في مدينة سرت أمس وحاصر بلدة مضايا.")
    assert {name(one.actor) for one in found} == {"الجيش"}


def test_a_noun_with_a_pronoun_is_of_the_party_before() -> None:
    """وقصفه: the army's."""
    found = events("دخل الجيش مدينة سرت أمس، واستمر قصفه لمواقع المسلحين في المدينة.")
    assert "الجيش" in {name(one.actor) for one in found}


def test_who_announces_a_deed_did_it() -> None:
    """أعلن الجيش إحباط هجوم: the army foiled it."""
    one = only("أعلن الجيش إحباط هجوم على حاجز في مدينة الموصل أمس.")
    assert name(one.actor) == "الجيش"


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("نفذت القوات عملية في كركوك أمس انتهت باعتقال سبعة من كبار قادة التنظيم.", "القوات"),
        ("أعلنت الوزارة القبض على 44 عنصرا بينهم واحد من منظري التنظيم في كركوك أمس.", "الوزارة"),
        ("قتل شرطيان في هجوم نسبته السلطات إلى لواء الغسق في كركوك أمس.", None),
        ("قتل شرطيان في كركوك أمس في هجوم نسبه الجيش إلى متمردين.", None),
        ("قتل شرطيان في هجوم نفذه متمردون في كركوك أمس.", "متمردون"),
        ("جددت وزارة العدل دعوتها لإجراء تحقيق في قتل الصحفية ريم العامر في جنين.", None),
        ("نجحت قوات الأمن بشمال كركوك أمس في ضبط 25 مطلوبا.", "قوات الأمن"),
        ("تظاهر عمال شركة النهر أمس في كركوك احتجاجا على قرار الشركة.", "عمال شركة النهر"),
    ],
)
def test_nobody_is_given_as_who_did_what_he_only_speaks_of(text: str, actor: str | None) -> None:
    """Not leaders who were taken, nor who blames others or asks for an inquiry, nor a company for its men."""
    found = only(text).actor
    assert (found.name if found is not None else None) == actor
