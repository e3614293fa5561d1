"""Which words tell of a happening only with others beside them, and how far from one another they stand."""

from __future__ import annotations

import pytest

from rawi.arabic.fold import fold
from rawi.events.constructions import event_constructions, read_construction, telling_words
from rawi.lexicons.loader import load_table
from tests.events.told import mentions, name, only, page_of

#: Sentences of invented news, each with the kind of its one happening.
TOLD = (
    ("ألقت قوة من شرطة الضاحية القبض على سامر الحداد", "arrest"),
    ("ألقى مجهولون قنبلة على منزل", "attack"),
    ("أقدم رجلان على إلقاء زجاجة حارقة على متجر", "attack"),
    ("ألقت مروحيتان أربعة براميل على البلدة", "airstrike"),
    ("أشعل سكان غاضبون النار في مبنى البلدية", "destruction"),
    ("عقب فض الاعتصام", "dispersal"),
    ("أزالت الشرطة حواجزها بعد إزالة خيام المعتصمين", "dispersal"),
    ("أردته الشرطة قتيلا", "killing"),
    ("تم القضاء على ستة مسلحين", "killing"),
    ("تحييد مسلحين قرب الحاجز", "killing"),
    ("مناوشات بين الجيش ومسلحين", "clash"),
    ("صدامات بين الشرطة وطلاب", "clash"),
    ("تمكن الجيش من أسر خمسة متمردين", "capture"),
    ("أسقط الجيش طائرتين", "foiling"),
    ("أبطل خبير من الشرطة مفعول عبوة", "foiling"),
    ("غادرت دفعة من مقاتلي الفصيل البلدة", "evacuation"),
    ("سلم عشرة متمردين أنفسهم للجيش", "surrender"),
    ("أطلقت جماعة سراح رهينة", "release"),
    ("قطع العشرات من سائقي الحافلات الطريق احتجاجا", "roadblock"),
    ("سار نحو ثلاثمائة عامل خلف لافتة احتجاجا", "gathering"),
    ("رصد الدفاع الجوي صاروخين أطلقا على المدينة", "missile"),
    ("ردت المدفعية على مصادر النيران", "shelling"),
    ("سقطت بلدة السنديان بعد انسحاب الجيش", "seizure"),
)

#: The same words without what they need.
OTHERWISE = (
    "ألقت الوزيرة كلمة في المؤتمر",
    "ألقى النادل زجاجات فارغة في السلة",
    "أشعل سامر الحداد شمعة",
    "فض المجلس دورته",
    "أردت أن أسافر",
    "القضاء على الفقر",
    "تحييد أثر الضريبة",
    "أسر كثيرة تسكن الحي",
    "زارت الوزيرة أسر الشهداء",
    "زارت الوزيرة أسرة ضابط من الشرطة",
    "أسقط الحكم التهمة",
    "غادرت الوفود القاعة",
    "سلم الساعي الرسالة",
    "أطلق المصرف خدمة جديدة",
    "قطع العداء الطريق في ساعة",
    "سار الطفل نحو أمه",
    "ردت الوزيرة على السؤال",
    "سقطت ورقة من الشجرة",
    "إخلاء سبيل المتهم",
)


@pytest.mark.parametrize(("text", "family"), TOLD)
def test_a_word_tells_of_a_happening_with_what_it_needs(text: str, family: str) -> None:
    """A verb whose object makes the happening is found, however far the object stands from it."""
    assert family in [one for one, _ in mentions(text)]


@pytest.mark.parametrize("text", OTHERWISE)
def test_a_word_without_what_it_needs_tells_of_nothing(text: str) -> None:
    """A speech that is given, a path that is run and a family are no happenings of conflict."""
    assert mentions(text) == []


def test_what_a_word_needs_is_no_mention_of_its_own() -> None:
    """القبض after ألقت is the same arrest, told once, and the police who made it are known."""
    text = "ألقت شرطة الضاحية أمس القبض على ثلاثة متظاهرين في مدينة بنغازي."
    assert mentions(text) == [("arrest", "ألقت")]
    assert name(only(text).actor) == "شرطة الضاحية"


def test_who_surrenders_is_not_what_is_given_up() -> None:
    """أنفسهم after سلم names nobody."""
    assert name(only("سلم خمسة متمردين أنفسهم أمس للجيش في مدينة حمص.").actor) == "متمردين"


def test_what_is_needed_stands_in_the_same_sentence() -> None:
    """A stop ends what a verb can take."""
    assert mentions("ألقى سامر الحداد كلمة. القنبلة قديمة") == []


def test_a_number_with_a_unit_counts_nobody() -> None:
    """القضاء على 50% is no killing."""
    assert mentions("القضاء على 50% من عناصر التلوث") == []


def test_words_of_names_and_dates_begin_no_construction() -> None:
    """A token inside a name is read as the name."""
    page = page_of("قالت هيئة تحرير الشام إن الطريق مفتوح")
    assert [read_construction(page, at) for at in range(len(page.words))] == [None] * len(page.words)


@pytest.mark.parametrize(
    "row", list(load_table("event_constructions.tsv")), ids=lambda row: f"{row['family']} {row['word']}"
)
def test_every_row_asks_for_something_and_is_found_by_its_word(row: dict[str, str]) -> None:
    """A row without needs belongs to the table of words that tell by themselves."""
    first = fold(row["word"].split()[0])
    assert first in telling_words()
    assert all(needs for _, _, needs in event_constructions()[first])


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("أطلق رجلان كانا على متن دراجة نارية سوداء النار على حاجز", "shooting"),
        ("أطلقت جماعة مسلحة من بلدة مجاورة خمسة صواريخ على المدينة", "missile"),
        ("سقط صاروخان على البلدة", "missile"),
        ("استعاد الجيش، بدعم من الفصائل، مدينة السنديان", "takeover"),
        ("هوجمت دورية", "attack"),
        ("قبل أن يختطفوا ثلاثة عمال", "abduction"),
        ("فجر المسلحون الجسر", "bombing"),
        ("أوقفتهم الشرطة", "arrest"),
    ],
)
def test_what_makes_a_happening_may_stand_far_from_its_verb(text: str, family: str) -> None:
    """Who did it, with all that is said of them, stands between a verb and its object; passives and verbs
    after أن are read as the others."""
    assert family in [one for one, _ in mentions(text)]


@pytest.mark.parametrize(
    "text",
    ["تنزه الناس في ساحة التحرير وسط المدينة", "زار رئيس تحرير موقع السنديان المدينة", "فجر الخميس"],
)
def test_a_square_and_a_newspaper_are_not_freed(text: str) -> None:
    """تحرير after a square or a post is a name, فجر before a day is dawn."""
    assert mentions(text) == []


def test_every_need_is_asked_for_and_known() -> None:
    """What a row asks for is a list of words, a class of parties, a family, or counted or place."""
    asked = {
        name
        for row in load_table("event_constructions.tsv")
        for part in row["needs"].split(" + ")
        for name in part.rpartition(" ")[2].split("/")
    }
    lists = {row["need"] for row in load_table("event_needs.tsv")}
    families = {row["family"] for row in load_table("event_words.tsv")}
    classes = {row["class"] for row in load_table("parties.tsv")}
    assert lists <= asked
    assert asked - lists - families - classes == {"counted", "place"}
    assert not lists & (families | classes)
