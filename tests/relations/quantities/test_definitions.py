"""What exactly a figure counts: told by its noun, what governs it, and what was said before."""

from __future__ import annotations

import pytest

from rawi.model.relation import Report
from rawi.pipeline import extract
from rawi.relations.quantities.definitions import define
from tests.relations.quantities.defined import defined, only

WHAT = [
    ("قتل 12 شخصا في بلدة العوسج.", "12", "killed", "people"),
    ("أدى القصف إلى مقتل 12 مدنيا.", "12", "killed", "civilians"),
    ("أسفر الحادث عن 17 قتيلا.", "17", "killed", "people"),
    ("لقي ثمانية من حرس السد حتفهم.", "ثمانية", "killed", "troops"),
    ("أودى الحريق بحياة 23 عاملا.", "23", "killed", "people"),
    ("راح ضحية الانفجار 14 شخصا.", "14", "killed", "people"),
    ("قال المرصد إن 60 مدنيا على الأقل قتلوا في القصف.", "60", "killed", "civilians"),
    ("ارتفعت حصيلة القتلى إلى 17 شخصا.", "17", "killed", "people"),
    ("خسرت جبهة الشفق 23 من مسلحيها.", "23", "killed", "fighters"),
    ("أصيب 14 شخصا بجروح.", "14", "injured", "people"),
    ("سجلت 300 إصابة جديدة بالكوليرا.", "300", "infected", "people"),
    ("وصل عدد الوفيات جراء الكوليرا إلى 66 حالة.", "66", "killed", "people"),
    ("اعتقلت الشرطة 35 شخصا.", "35", "arrested", "people"),
    ("ألقت الشرطة القبض على 35 شخصا.", "35", "arrested", "people"),
    ("نزحت 650 أسرة عن البلدة.", "650", "displaced", "families"),
    ("شارك أكثر من 20 ألف شخص في التظاهرة.", "20", "participated", "people"),
    ("دربت القوة 1200 جندي.", "1200", "trained", "troops"),
    ("انتشل المسعفون أربع جثث.", "أربع", "killed", "people"),
    ("لا يزال في الوادي 400 مقاتل من جبهة الشفق.", "400", "fighters", "fighters"),
    ("لم يتبق من عناصر جبهة الشفق سوى أقل من ثلاثة آلاف.", "ثلاثة", "fighters", "fighters"),
]


@pytest.mark.parametrize(("text", "words", "what", "who"), WHAT)
def test_what_is_counted(text: str, words: str, what: str, who: str) -> None:
    """The deed that befell the counted, or else who they are, is read from the words around the number."""
    one = only(text, words)
    assert (one.what, one.who) == (what, who)


JOINT = [
    ("تمكنت القوات من قتل واعتقال نحو 50 من عناصر جبهة الشفق.", "50", "arrested+killed"),
    ("استقبلت المستشفيات 58 شخصا بين قتيل وجريح.", "58", "injured+killed"),
    ("أسفر القصف عن سقوط 30 قتيلا وجريحا.", "30", "injured+killed"),
    ("بلغت حصيلة القتلى والجرحى 40 شخصا.", "40", "injured+killed"),
]


@pytest.mark.parametrize(("text", "words", "what"), JOINT)
def test_joint_counts(text: str, words: str, what: str) -> None:
    """One count of several deeds is joint, and of no single one."""
    one = only(text, words)
    assert one.joint
    assert one.what == what


def test_two_deeds_with_a_number_each_are_not_joint() -> None:
    """قتل خمسة وأصيب 12 are two counts."""
    killed, injured = defined("قال مسعفون إن خمسة أشخاص قتلوا وأصيب 12 في البلدة.")
    assert (killed.what, injured.what) == ("killed", "injured")
    assert not killed.joint
    assert not injured.joint


def test_attackers_are_not_the_killed() -> None:
    """Those who stand before an active verb did it: nothing befell them."""
    doers, victims = defined("قال شهود إن ثلاثة مسلحين قتلوا خمسة أشخاص.")
    assert doers.what == "fighters"
    assert victims.what == "killed"


def test_attacks_are_not_people() -> None:
    """The number of attacks in which people died is no toll."""
    victims, attacks = defined("قتل خمسة أشخاص في ثلاث هجمات.")
    assert victims.what == "killed"
    assert attacks.what == "attacks"


def test_nobody_was_killed() -> None:
    """What is said not to have happened is counted as nothing."""
    assert only("لم يقتل 12 شخصا كما قيل.", "12").what is None


def test_others_are_of_those_before() -> None:
    """ستة آخرون are police where five policemen were told before; after children they may be anybody."""
    police = defined("أسفر الانفجار عن مقتل خمسة من رجال الشرطة وجرح ستة آخرين.")
    assert [(one.what, one.who) for one in police] == [("killed", "police"), ("injured", "police")]
    children = defined("أدى الهجوم إلى مقتل أربعة أطفال وإصابة ثلاثة آخرين.")
    assert children[1].who is None


def test_a_joined_number_shares_the_deed() -> None:
    """مقتل أربعة من الشرطة وثلاثة جنود: both were killed."""
    found = defined("أسفر الانفجار عن مقتل خمسة من رجال الشرطة وثلاثة جنود.")
    assert [(one.what, one.who) for one in found] == [("killed", "police"), ("killed", "troops")]


def test_parts_name_their_whole() -> None:
    """بينهم and منهم make parts of the number before, each in a row of the same whole."""
    whole, children, women = defined("ارتفع عدد الضحايا إلى 17 قتيلا، بينهم أربعة أطفال وثلاث نساء.")
    assert whole.part_of is None
    assert children.part_of == women.part_of == whole.id
    assert (children.what, children.who) == ("killed", "children")
    trained, part = defined("دربت القوة 4200 عنصر من حرس السد، وأن 350 منهم يقودون الطائرات.")
    assert part.part_of == trained.id


WHOM = [
    ("سيطر 40 ألف مقاتل من داعش على البلدة.", "40", "islamic-state"),
    ("كان لدى تنظيم داعش 40 ألف مقاتل.", "40", "islamic-state"),
    ("يضم تنظيم الدولة الإسلامية 40 ألف مقاتل.", "40", "islamic-state"),
    ("في الشمال 900 من جنود الجيش الأمريكي.", "900", "iso:US"),
    ("في الشمال 900 جندي أمريكي.", "900", "iso:US"),
    ("قررت الولايات المتحدة تقليص عدد قواتها في العراق إلى 3500 عنصر.", "3500", "iso:US"),
    ("خسرت جبهة الشفق 23 من مسلحيها.", "23", "~شفق"),
    ("تحتفظ القوة الأممية بنحو 4500 جندي في الجزيرة.", "4500", "~امميه"),
    ("قتل 12 فلسطينيا في القصف.", "12", "iso:PS"),
]


@pytest.mark.parametrize(("text", "words", "whom"), WHOM)
def test_whose_the_counted_are(text: str, words: str, whom: str) -> None:
    """The group is one whatever words name it, and wherever they stand."""
    group = only(text, words).whom
    assert group is not None
    assert group.key == whom


def test_a_pronoun_is_the_group_and_not_who_speaks() -> None:
    """إن عددهم 3500: of the group named before, not of the observatory that says so."""
    text = (
        "قال المتحدث إن 2500 مقاتل من جبهة الشفق باقون في الوادي.\n"
        "وأضاف المتحدث أن مرصد الضفتين يقول إن عددهم 3500 مقاتل."
    )
    group = only(text, "3500").whom
    assert group is not None
    assert group.key == "~شفق"


SCOPES = [
    ("قتل 12 شخصا في القصف.", "12", "toll"),
    ("لا يزال 400 مقاتل من جبهة الشفق في الوادي.", "400", "stock"),
    ("ارتفع عدد النازحين بنحو 300 شخص.", "300", "change"),
    ("يقتل 12 شخصا يوميا في القصف.", "12", "rate"),
    ("قتل 350 ألف شخص في سوريا منذ اندلاع الحرب.", "350", "since"),
]


@pytest.mark.parametrize(("text", "words", "scope"), SCOPES)
def test_what_a_number_is_of_its_quantity(text: str, words: str, scope: str) -> None:
    """A toll, a stock, a change, a rate and a sum over years are told apart."""
    assert only(text, words).scope == scope


def test_a_time_that_opens_the_clause_holds_for_it() -> None:
    """قبل خمس سنوات، كان لدى: as of then, or how long before where no day is known."""
    text = "قال سليم الدوري: «قبل خمس سنوات، كان لدى جبهة الشفق 40 ألف مقاتل»."
    assert only(text, "40").relative == "-P5Y"
    dated = only(text, "40", published="2020-11-01")
    assert dated.as_of is not None
    assert dated.as_of.startswith("2015")


def test_another_happening_is_marked() -> None:
    """A toll of another attack is told aside from the article's own."""
    text = "قتل خمسة أشخاص في انفجار في البلدة.\nوكان 20 شخصا قتلوا في انفجار مماثل العام الماضي."
    assert only(text, "20").aside
    assert not only(text, "خمسة").aside


def test_times_are_left_out_and_refused_figures_too() -> None:
    """Periods count nothing through time; a figure that the ledger refused has no definition."""
    assert defined("وصلت الشاحنات بعد ثلاث ساعات.") == []
    record = extract("قتل 12 شخصا في البلدة.")
    assert list(define(Report(record, {}))) == []


def test_shares_and_sums_are_of_something() -> None:
    """A percentage and a sum of money tell of what they are; another adjective makes another kind."""
    share = only("بلغت نسبة المشاركة في الإضراب 92 بالمئة.", "92")
    assert share.what == "%:turnout"
    core = only("تراجع معدل التضخم الأساسي إلى 14 بالمئة.", "14")
    plain = only("تراجع معدل التضخم إلى 13 بالمئة.", "13")
    assert core.what == plain.what
    assert core.kind != plain.kind


@pytest.mark.parametrize(
    ("text", "number", "what"),
    [
        ("لقي حتفه 12 شخصا في الحريق.", "12", "killed"),
        ("فارق الحياة 12 طفلا في المستشفى.", "12", "killed"),
        ("حصد الزلزال أرواح 12 شخصا.", "12", "killed"),
        ("لفظ 12 شخصا أنفاسهم تحت الأنقاض.", "12", "killed"),
        ("انتشلت الفرق جثث خمسة أشخاص.", "خمسة", "killed"),
        ("عثر على جثث 12 مهاجرا.", "12", "killed"),
        ("أصيب بجروح 12 شخصا.", "12", "injured"),
        ("فقد 12 شخصا إثر غرق المركب.", "12", "missing"),
        ("تم ضبط 12 متهما.", "12", "arrested"),
        ("خسر التنظيم 12 عنصرا.", "12", "killed"),
        ("تم تطعيم 5000 طفل ضد الحصبة.", "5000", "vaccinated"),
        ("تلقى اللقاح 5000 شخص.", "5000", "vaccinated"),
        ("بلغ عدد المشاركين 10 آلاف.", "10", "participated"),
        ("أرسلت الدولة ألفي جندي إلى البلدة.", "ألفي", "deployed"),
    ],
)
def test_what_befell_people_is_read_by_any_of_its_words(text: str, number: str, what: str) -> None:
    """The mark may stand before the number, the dead be bodies that are found, the noun that of the count."""
    assert only(text, number).what == what


@pytest.mark.parametrize(
    ("text", "number", "what"),
    [
        ("فاز الحزب بنحو 42 مقعدا.", "42", "seats"),
        ("حصل المرشح على 12 ألف صوت.", "12", "votes"),
        ("دخلت 120 شاحنة إلى البلدة.", "120", "lorries"),
        ("تضررت 300 شقة.", "300", "flats"),
        ("سيطرت القوات على بلدتين.", "بلدتين", "villages"),
        ("صودرت 12 بيضة.", "12", "~بيض"),
    ],
)
def test_things_have_their_classes(text: str, number: str, what: str) -> None:
    """Singular and plural of a counted thing are of one class; a noun without one keeps its first letter."""
    assert only(text, number).what == what


def test_an_adjunct_after_a_number_is_not_counted() -> None:
    """The number of a decision, followed by an adjunct, counts nothing."""
    assert only("صدر القرار الأممي (2231) بهدف حماية الغابة.", "2231").what is None


def test_what_befell_things_is_told_of_those_joined() -> None:
    """تضررت 300 شقة و12 بناية: both were damaged."""
    assert only("تضررت 300 شقة و12 بناية.", "12").deed == "damaged"


def test_what_would_have_been_befell_nobody() -> None:
    """A number after لو is of no toll; one after حتى is."""
    assert only("لو لم يصل الإسعاف لمات 100 شخص.", "100").what is None
    assert only("مات 100 شخص لأن الإسعاف لم يصل.", "100").what == "killed"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("قتل 12 شخصا في الحادث.", "وأعلنت الوزارة أن العدد ارتفع إلى 15."),
        ("تظاهر آلاف المعلمين في البلدة.", "وقدرت النقابة عددهم بنحو 15 ألفا."),
    ],
)
def test_a_count_is_given_anew(first: str, second: str) -> None:
    """A bare number with العدد or عددهم is of those counted before."""
    text = f"{first} {second}"
    assert only(text, "15").what == defined(text)[0].what


def test_a_bare_number_is_of_nothing_without_a_word_for_the_count() -> None:
    """A number of pages or of a room after a toll is no toll."""
    found = defined("قتل 12 شخصا في الحادث. وصدر التقرير في 15 صفحة. وسكن الوزير الغرفة 15.")
    assert [one.what for one in found if "12" not in one.words] == ["pages"]


def test_a_body_after_and_owns_none_of_those_before() -> None:
    """على 110 مقاعد وحركة النهر على 41: the seats are not those of the second."""
    one = only("حصل حزب الفجر على 110 مقاعد وحركة النهر على 41 مقعدا.", "110")
    assert one.whom is None or "نهر" not in one.whom.key
