"""The ACLED type of a happening."""

from __future__ import annotations

import pytest

from rawi.events.kinds import type_of
from rawi.lexicons.loader import load_table
from tests.events.told import events, only

CLASH = "Battles/Armed clash"
REGAINED = "Battles/Government regains territory"
OVERTAKEN = "Battles/Non-state actor overtakes territory"
CHEMICAL = "Explosions/Remote violence/Chemical weapon"
AIR = "Explosions/Remote violence/Air/drone strike"
SUICIDE = "Explosions/Remote violence/Suicide bomb"
SHELLING = "Explosions/Remote violence/Shelling/artillery/missile attack"
DEVICE = "Explosions/Remote violence/Remote explosive/landmine/IED"
GRENADE = "Explosions/Remote violence/Grenade"
ATTACK = "Violence against civilians/Attack"
ABDUCTION = "Violence against civilians/Abduction/forced disappearance"
PEACEFUL = "Protests/Peaceful protest"
INTERVENTION = "Protests/Protest with intervention"
EXCESSIVE = "Protests/Excessive force against protesters"
RIOT = "Riots/Violent demonstration"
AGREEMENT = "Strategic developments/Agreement"
ARRESTS = "Strategic developments/Arrests"
CHANGE = "Strategic developments/Change to group/activity"
DISRUPTED = "Strategic developments/Disrupted weapons use"
DESTRUCTION = "Strategic developments/Looting/property destruction"
TRANSFER = "Strategic developments/Non-violent transfer of territory"
OTHER = "Strategic developments/Other"
ACCIDENT = "Other/Accident"
DISASTER = "Other/Disaster"

TYPES = (
    # battles
    ("اندلعت اشتباكات بين الجيش ومسلحين في مدينة درنة أمس.", CLASH),
    ("اشتبك الجيش مع مسلحين في مدينة درنة أمس.", CLASH),
    ("قتل سبعة جنود في كمين نصبه مسلحون في مدينة سبها أمس.", CLASH),
    ("هاجم مسلحون حاجزا للجيش في مدينة كركوك أمس.", CLASH),
    ("قتل مسلحون خمسة جنود في مدينة كركوك أمس.", CLASH),
    ("طعن رجل جنديا بسكين في مدينة نابلس أمس.", CLASH),
    ("نفذت الشرطة مداهمات في مدينة تونس أمس وقتلت مسلحا.", CLASH),
    ("تسلل مسلحون إلى مدينة سرت أمس.", CLASH),
    ("أحبط الجيش محاولة تسلل مسلحين في مدينة سرت أمس.", CLASH),
    # territory by whose hands it came into
    ("استعاد الجيش مدينة تدمر أمس.", REGAINED),
    ("استعاد الجيش السيطرة على مدينة تدمر أمس.", REGAINED),
    ("حررت القوات الحكومية بلدة السخنة أمس.", REGAINED),
    ("سيطر الجيش على بلدة السخنة أمس.", REGAINED),
    ("سيطر مسلحون على بلدة السخنة أمس.", OVERTAKEN),
    ("استولى المتمردون على بلدة السخنة أمس.", OVERTAKEN),
    ("سقوط مدينة الموصل بيد تنظيم الضفاف أمس.", OVERTAKEN),
    # from afar
    ("أغارت طائرات على مدينة إدلب أمس.", AIR),
    ("غارة على منزل في مدينة صعدة أمس.", AIR),
    ("قصفت طائرات التحالف مواقع المتمردين في مدينة الرقة أمس.", AIR),
    ("ضربة جوية على معسكر في مدينة سرت أمس.", AIR),
    ("قصفت طائرة مسيرة معسكرا في مدينة سرت أمس.", AIR),
    ("قصفت قوات النظام بالمدفعية مدينة إدلب أمس.", SHELLING),
    ("أطلق مسلحون صواريخ على مدينة صفد أمس.", SHELLING),
    ("سقطت قذائف هاون على حي في مدينة دمشق أمس.", SHELLING),
    ("هجوم صاروخي على معسكر في مدينة سرت أمس.", SHELLING),
    ("انفجرت عبوة ناسفة في حي الشعب في مدينة بغداد أمس.", DEVICE),
    ("انفجرت سيارة مفخخة في مدينة الحلة أمس.", DEVICE),
    ("أودى لغم بحياة طفلين في مدينة مأرب أمس.", DEVICE),
    ("فجر انتحاري نفسه في سوق في مدينة بغداد أمس.", SUICIDE),
    ("قتل سبعة أشخاص في هجوم انتحاري في مدينة بغداد أمس.", SUICIDE),
    ("انفجرت قنبلة يدوية في مدينة البصرة أمس وأصيب شخصان.", GRENADE),
    ("قتل عشرون مدنيا في هجوم كيميائي على بلدة سراقب أمس.", CHEMICAL),
    ("قتل عشرون مدنيا في قصف بغاز السارين على بلدة سراقب أمس.", CHEMICAL),
    # against people without arms
    ("قتل مسلحون خمسة مدنيين في مدينة كركوك أمس.", ATTACK),
    ("اغتال مسلحون القاضي سامر الحلبي في مدينة بيروت أمس.", ATTACK),
    ("طعن مسلح طفلا في مدينة كركوك أمس.", ATTACK),
    ("مقتل شاب في إطلاق نار في مدينة الناصرة أمس.", ATTACK),
    ("خطف مسلحون طبيبا في مدينة بنغازي أمس.", ABDUCTION),
    ("احتجز مسلحون عشر رهائن في مدينة باماكو أمس.", ABDUCTION),
    ("اقتاد مسلحون مجهولون طبيبا إلى جهة مجهولة في مدينة بنغازي أمس.", ABDUCTION),
    ("اغتصب مسلحون فتاة في مدينة سرت أمس.", "Violence against civilians/Sexual violence"),
    # arrests are what a state does
    ("اعتقلت الشرطة أربعة أشخاص في مدينة تونس أمس.", ARRESTS),
    ("أوقفت الشرطة أربعة أشخاص في مدينة تونس أمس.", ARRESTS),
    ("ألقت الشرطة القبض على لص في مدينة طنجة أمس.", ARRESTS),
    ("اقتادت الشرطة ثلاثة شبان في مدينة سوسة أمس.", ARRESTS),
    ("داهمت الشرطة منزلا في مدينة طنجة أمس.", ARRESTS),
    # in the street
    ("تظاهر مئات المواطنين في مدينة الخرطوم أمس.", PEACEFUL),
    ("خرج مئات المواطنين إلى شوارع مدينة صيدا أمس احتجاجا على الغلاء.", PEACEFUL),
    ("تظاهر مئات المواطنين في مدينة الخرطوم أمس وأطلقت الشرطة الغاز المسيل للدموع.", INTERVENTION),
    ("فرقت الشرطة متظاهرين في مدينة الخرطوم أمس.", INTERVENTION),
    ("أطلقت الشرطة النار على متظاهرين في مدينة الخرطوم أمس.", EXCESSIVE),
    ("قتل ثلاثة متظاهرين برصاص قوات الأمن في مدينة الخرطوم أمس.", EXCESSIVE),
    ("رشق متظاهرون الشرطة بالحجارة في مدينة صيدا أمس.", RIOT),
    ("قطع محتجون الطريق في مدينة صيدا أمس.", PEACEFUL),
    ("اندلعت أعمال شغب في مدينة صيدا أمس.", RIOT),
    ("مواجهات بين متظاهرين والشرطة في مدينة تونس أمس.", RIOT),
    ("أصيب متظاهر في مواجهات مع الشرطة في مدينة تونس أمس.", RIOT),
    ("أضرم محتجون النار في إطارات وقطعوا الطريق في مدينة تونس أمس.", RIOT),
    # the rest
    ("وقع الجيش والمتمردون اتفاق هدنة في مدينة تعز أمس.", AGREEMENT),
    ("تبادل الجيش والمتمردون عشرة أسرى في مدينة تعز أمس.", AGREEMENT),
    ("انشق ضابط عن الجيش في مدينة حلب أمس.", CHANGE),
    ("نشر الجيش قوات في مدينة عرسال أمس.", CHANGE),
    ("أحبطت القوات هجوما انتحاريا في مدينة الموصل أمس.", DISRUPTED),
    ("فكك الجيش عبوة ناسفة في مدينة بعقوبة أمس.", DISRUPTED),
    ("صادرت الشرطة أسلحة في مدينة بعقوبة أمس.", DISRUPTED),
    ("فجرت قوات الأمن عبوات ناسفة في مدينة بعقوبة أمس.", DISRUPTED),
    ("أحرق مسلحون عشرة منازل في مدينة كركوك أمس.", DESTRUCTION),
    ("أجلت السلطات مسلحين من مدينة دوما أمس.", TRANSFER),
    ("انسحب الجيش من مدينة رأس العين أمس.", OTHER),
    ("وقع انقلاب عسكري في مدينة باماكو أمس.", OTHER),
    ("قتل سبعة أشخاص في حادث سير في مدينة أسوان أمس.", ACCIDENT),
    ("انفجار محطة غاز في مدينة حمص أمس أدى إلى مقتل ثلاثة أشخاص.", ACCIDENT),
    ("قتل سبعون شخصا في زلزال ضرب مدينة إزمير أمس.", DISASTER),
)


@pytest.mark.parametrize(("text", "kind"), TYPES)
def test_a_happening_has_the_type_that_its_words_tell(text: str, kind: str) -> None:
    """The first event of a sentence is of the type by which coders would file it."""
    found = events(text)
    assert found
    assert found[0].type == kind


def test_every_type_that_is_given_is_one_of_the_table() -> None:
    """Types are ACLED's own strings."""
    known = {row["type"] for row in load_table("event_types.tsv")}
    assert {kind for _, kind in TYPES} <= known


@pytest.mark.parametrize("target", ["سوقا", "مدرسة", "حافلة", "مستشفى"])
def test_what_civilians_use_makes_an_attack_on_them(target: str) -> None:
    """A market, a school, a bus or a hospital is of civilians, a camp of fighters."""
    assert only(f"هاجم مسلحون {target} في مدينة كركوك أمس.").type == ATTACK
    assert only("هاجم مسلحون معسكرا في مدينة كركوك أمس.").type == CLASH


def test_means_told_in_another_clause_are_true_of_the_happening() -> None:
    """A bomber who is told of later makes the attack a suicide bomb."""
    text = "قتل سبعة أشخاص في هجوم على سوق في مدينة بغداد أمس. وقالت الشرطة إن الهجوم نفذه انتحاري بحزام."
    assert events(text)[0].type == SUICIDE


def test_a_protest_in_which_people_die_is_met_with_excessive_force() -> None:
    """The dead of a protest tell of live fire."""
    text = "قتل متظاهران برصاص الشرطة خلال مظاهرة في مدينة الخرطوم أمس."
    assert events(text)[0].type == EXCESSIVE


@pytest.mark.parametrize(
    "who", ["لواء الفجر", "مقاتلو لواء الفجر", "سرايا الجبل", "ألوية الشمال", "كتيبة الرعد", "جيش الفتح"]
)
def test_a_group_of_unknown_name_is_no_government(who: str) -> None:
    """A brigade or a column that bears a name of its own is no army."""
    assert events(f"سيطر {who} على مدينة تدمر أمس.")[0].type == OVERTAKEN
    assert events(f"وسيطر {who} على مدينة تدمر أمس بعد انسحاب الجيش منها.")[0].type == OVERTAKEN


@pytest.mark.parametrize(
    "who", ["اللواء التاسع", "لواء من الجيش", "فرقة المشاة", "جيش الشرعية", "جيش النظام"]
)
def test_a_unit_of_an_army_is_the_governments(who: str) -> None:
    """A numbered brigade, one of an army and the army of a state take a place for the state."""
    assert events(f"سيطر {who} على مدينة تدمر أمس.")[0].type == REGAINED


def test_a_place_taken_from_fighters_may_be_the_governments() -> None:
    """Named brigades also fight on the side of a state: what fighters lose is not certainly theirs."""
    assert events("سيطرت ألوية الشمال على مدينة تدمر أمس وطردت الحوثيين منها.")[0].type == REGAINED


def test_who_left_a_place_tells_who_took_it() -> None:
    """Where the army has left, it was not the army that came."""
    assert events("سيطر أبناء الجبل على مدينة تدمر أمس بعد انسحاب الجيش منها.")[0].type == OVERTAKEN


def test_a_foreign_army_and_nobody_make_a_taking_doubtful() -> None:
    """Only forces of its own state regain a place."""
    for text in ("سيطرت القوات الروسية على مدينة القامشلي أمس.", "السيطرة على مدينة تدمر أمس."):
        assert all("kind_unsure" in one.reasons for one in events(text))
    assert only("سيطرت القوات السورية على مدينة القامشلي أمس.").confidence == "certain"


@pytest.mark.parametrize("how", ["دون قتال", "بلا مقاومة", "بدون معارك"])
def test_a_place_may_change_hands_without_a_fight(how: str) -> None:
    """What was taken without a fight was handed over, and there was no fight beside it."""
    assert only(f"سيطرت القوات التركية على مدينة عفرين أمس {how}.").type == TRANSFER


@pytest.mark.parametrize(
    "what", ["انفجرت أسطوانة غاز", "وقع انفجار ناجم عن تسرب الغاز", "انفجر مرجل", "انفجر خزان الوقود"]
)
def test_gas_and_boilers_are_accidents(what: str) -> None:
    """A blast of what works with fire is an accident."""
    assert events(f"{what} في مدينة إربد أمس.")[0].type == ACCIDENT


def test_an_unexplained_blast_is_doubtful() -> None:
    """A blast of which nobody tells the cause is not certainly a bomb; a car bomb is."""
    found = events("وقع انفجار في مدينة طرابلس أمس ولم تعرف أسبابه.")[0]
    assert (found.type, found.confidence, found.reasons) == (DEVICE, "doubtful", ("kind_unsure",))
    assert only("انفجرت سيارة مفخخة في مدينة طرابلس أمس.").confidence == "certain"
    assert only("وقع انفجار استهدف حافلة في مدينة طرابلس أمس.").confidence == "certain"


def test_stones_of_one_man_are_no_demonstration() -> None:
    """One man is no crowd; a crowd is."""
    found = only("رشق رجل الشرطة بالحجارة في مدينة صيدا أمس.")
    assert (found.type, found.confidence) == ("Riots/Mob violence", "doubtful")
    assert only("رشق رجال الشرطة بالحجارة في مدينة صيدا أمس.").type == RIOT


@pytest.mark.parametrize("crowd", ["مظاهرات", "احتجاجات", "تظاهرة"])
def test_a_protest_in_which_people_are_killed_is_one_event(crowd: str) -> None:
    """The protest is where people were killed, and no peaceful one beside."""
    found = only(f"شهدت مدينة الخرطوم {crowd} أمس قتل خلالها أربعة أشخاص بالرصاص.")
    assert (found.type, found.killed) == (EXCESSIVE, 4)


def test_an_attack_that_harmed_people_was_not_foiled_beside() -> None:
    """Forces may say that they foiled what killed five; another attack is another event."""
    told = "قتل خمسة أشخاص في هجوم نفذه انتحاريان على مسجد في مدينة القطيف أمس. "
    assert only(told + "وأحبطت قوات الأمن هجوما استهدف المسجد أمس في مدينة القطيف.").type == SUICIDE
    found = events(told + "وأحبطت قوات الأمن هجوما آخر في مدينة الدمام أمس.")
    assert [one.type for one in found] == [SUICIDE, DISRUPTED]


def test_the_rule_of_an_event_names_its_kind() -> None:
    """rule tells by which words an event was read; type_of gives its type."""
    assert only("اعتقلت الشرطة أربعة أشخاص في مدينة تونس أمس.").rule == "event/arrest"
    assert callable(type_of)
