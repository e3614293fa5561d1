"""Which words of a text tell of a happening, and which only look like it."""

from __future__ import annotations

import pytest

from rawi.events.mentions import find_mentions
from tests.events.told import events, first_mention, mentions, page_of

#: Words of happenings that are none, as an article of sport, trade or town would have them.
NOTHING = (
    "وصل الوفد فجر اليوم إلى مدينة عمان.",
    "فجر الثلاثاء وصل الوفد إلى مدينة عمان.",
    "وصل الوفد قبل فجر الأحد إلى مدينة عمان.",
    "زارت أسرة من خمسة أفراد مدينة عمان أمس.",
    "عادت أسرة سليم الحداد إلى مدينة حلب أمس.",
    "أعلنت سيطرة الفريق على اللقاء.",
    "فرض الفريق سيطرة كاملة على المباراة في مدينة تونس.",
    "احتل الفريق المركز الأول.",
    "شن الفريق هجوما على مرمى الخصم في مباراة الدوري.",
    "أصدرت المحكمة مذكرة توقيف بحق سالم العطار أمس.",
    "لاحقت شرطة مكافحة الشغب مثيري الشغب في مدينة تونس.",
    "ارتفعت أسعار النفط بعد هجوم المضاربين.",
    "أوقف المصنع العمل في مدينة حلب أمس.",
    "فرق كبيرة من المتطوعين في مدينة حلب.",
    "رفع المتظاهرون شعارات.",
    "هطول الأمطار وسقوط الثلوج على مدينة حلب أمس.",
    "أطلق البنك حملة في مدينة حلب.",
    "ضرب المدرب مثلا للاعبين.",
    "ألقى المحامي كلمة في مدينة حلب.",
    "قطع العداء مسافة طويلة في مدينة حلب.",
    "خرج الطلاب من المدرسة في مدينة حلب.",
    "تبادل الوزيران الآراء في مدينة حلب.",
    "أحرق الطاهي زياد المري الخبز.",
    "فتح التاجر متجرا في مدينة حلب.",
    "المدينة التي يسيطر عليها الجيش هادئة.",
    "الطقس هادئ في مناطق تحت سيطرة الجيش.",
    "فكك المهندس سليم الحداد الساعة القديمة.",
    "نشر الكاتب زياد المري رواية جديدة.",
    "رشق المطر النوافذ.",
    "أقيمت صلاة على جثمان شهيد الوطن.",
    "دعا إلى مواجهة الغلاء.",
    "تعرضت الشركة لهجوم إلكتروني.",
    "احتجز حارس المرمى الكرة.",
    "سارت طائرات مسيرة فوق الساحة.",
)


@pytest.mark.parametrize("text", NOTHING)
def test_what_only_looks_like_a_happening_gives_no_event(text: str) -> None:
    """Dawn, families, sport, trade and papers of courts are no happenings."""
    assert [one.rule for one in events(text)] == []


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("فجر انتحاري نفسه في سوق", "bombing"),
        ("يفجر المسلحون الجسر", "bombing"),
        ("فجرت القوات الجسر", "bombing"),
        ("سقوط قذائف على البلدة", "missile"),
        ("أطلقت القوات صاروخا على البلدة", "missile"),
        ("أطلق مسلحون النار على حاجز", "shooting"),
        ("إطلاق مسلحين النار على حاجز", "shooting"),
        ("سقوط بلدة بيد مسلحين", "seizure"),
        ("ضربة جوية على موقع", "strike"),
        ("ضربة عسكرية على موقع", "strike"),
        ("ضربت طائرات موقعا", "strike"),
        ("سيطر مسلحون على البلدة", "takeover"),
        ("فرقت الشرطة متظاهرين", "dispersal"),
        ("اعتقلت الشرطة أربعة", "arrest"),
        ("أوقفت الشرطة أربعة أشخاص", "arrest"),
        ("ألقت الشرطة القبض على لص", "arrest"),
        ("أحرق مسلحون منازل", "destruction"),
        ("أحبطت القوات هجوما", "foiling"),
        ("صادرت الشرطة أسلحة", "foiling"),
        ("نشر قوات في البلدة", "deployment"),
        ("وصول تعزيزات إلى البلدة", "deployment"),
        ("اقتاد مسلحون ثلاثة شبان", "seizing"),
        ("أسر المتمردون ثلاثة جنود", "capture"),
        ("مواجهات بين الجيش ومسلحين", "clash"),
        ("مواجهة مع المسلحين", "clash"),
        ("سقوط خمسة قتلى", "dead"),
        ("أعمال شغب في المدينة", "riot"),
        ("تبادل أسرى بين الجيش والمتمردين", "exchange"),
        ("قطع محتجون الطريق", "roadblock"),
        ("رشق متظاهرون الشرطة بالحجارة", "stoning"),
        ("خرج المئات إلى شوارع المدينة احتجاجا", "gathering"),
        ("أودى لغم بحياة طفلين", "mine"),
        ("زلزال ضرب المدينة", "disaster"),
    ],
)
def test_a_word_is_read_as_the_kind_that_fits(text: str, family: str) -> None:
    """What stands around a word tells of which kind it is."""
    assert family in [one for one, _ in mentions(text)]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("قصف الجيش البلدة", "verb"),
        ("بعد قصف الجيش البلدة", "noun"),
        ("عاودت المدفعية قصف البلدة", "noun"),
        ("استهدف قصف البلدة", "noun"),
        ("أعلن أن قتل مسلحون مدنيين", "verb"),
        ("محاولة خطف الطبيب", "noun"),
    ],
)
def test_a_verb_is_told_from_its_noun_by_what_stands_before(text: str, form: str) -> None:
    """After a preposition or a verb that takes a deed, قصف is a noun."""
    page = page_of(text)
    assert [one.word.form for one in find_mentions(page)][-1] == form


def test_a_clause_ends_where_another_verb_or_while_opens_one() -> None:
    """Two verbs after one another, or فيما between them, stand in clauses of their own."""
    for text in ("هاجم مسلحون حاجزا، وقتلوا جنودا", "هاجم مسلحون حاجزا فيما قتلوا جنودا"):
        _, first = first_mention(text)
        assert first.clause[1] <= 4
    _, first = first_mention("عاد الهدوء. هاجم مسلحون حاجزا")
    assert first.clause[0] == 3


def test_words_inside_names_tell_of_nothing() -> None:
    """هيئة تحرير الشام frees nobody."""
    assert mentions("قالت هيئة تحرير الشام إن الطريق مفتوح") == []


def test_one_word_is_read_once() -> None:
    """Words of a longer reading are not read again."""
    assert mentions("إطلاق النار على حاجز") == [("shooting", "إطلاق النار")]


def test_a_ceasefire_is_no_shooting() -> None:
    """وقف إطلاق النار is no fire."""
    assert [one for one, _ in mentions("وقف إطلاق النار في البلدة")] == []
