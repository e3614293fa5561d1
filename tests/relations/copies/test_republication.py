"""What makes a copy, a revision, a shared passage, or none of them."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rawi.relations.copies.republication import GRAVE
from tests.relations.copies.articles import (
    ALL,
    BRIDGE,
    HARBOUR,
    MARKET,
    STRIKE,
    compare,
    join,
    kind_of,
    meet,
    read,
)

_COMMA = re.compile("،")


def _without_hamza(text: str) -> str:
    """Write أ إ آ as ا, as hasty writers do."""
    return re.sub("[أإآ]", "ا", text)


SMALL_EDITS: dict[str, Callable[[str], str]] = {
    "hamza": _without_hamza,
    "teh": lambda text: re.sub(r"ة\b", "ه", text),
    "yeh": lambda text: re.sub(r"ى\b", "ي", text),
    "marks": lambda text: text.replace("قال ", "قالَ ").replace("إن ", "إنَّ "),
    "tatweel": lambda text: text.replace("ال", "الـ", 3),
    "commas": lambda text: _COMMA.sub("", text),
    "stops": lambda text: text.replace(". ", "، ", 1),
    "quotes": lambda text: text.replace("«", '"').replace("»", '"'),
    "lines": lambda text: text.replace("\n", " "),
    "digits": lambda text: text.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")),
    "credit": lambda text: text + "\nالمصدر: رويترز",
    "conjunction": lambda text: text.replace("وأضاف", "أضاف").replace("وأوضح", "أوضح"),
    "saying": lambda text: text.replace("وأوضح", "وقال").replace("وبين ", "وأوضح "),
    "honour": lambda text: text.replace("رئيس البلدية سليم", "رئيس البلدية الأستاذ سليم"),
    "adverb": lambda text: text.replace("كبير ", "", 1).replace("فور ", "بعيد ", 1),
    "agency verb": lambda text: text.replace("وأفاد قائد", "وذكر قائد"),
}


@pytest.mark.parametrize("article", ALL)
@pytest.mark.parametrize("edit", sorted(SMALL_EDITS))
def test_small_edits_keep_a_copy(article: tuple[str, ...], edit: str) -> None:
    """A text with its spelling, marks or a few words changed is a copy, and is found as one."""
    one, other = read(join(article)), read(SMALL_EDITS[edit](join(article)))
    if one.id != other.id:
        assert kind_of(one, other) == "copy"
        assert meet(one, other)


@settings(max_examples=40, deadline=None)
@given(
    article=st.sampled_from(ALL),
    edits=st.lists(st.sampled_from(sorted(SMALL_EDITS)), min_size=1, max_size=5, unique=True),
    cut=st.integers(0, 2),
    title=st.sampled_from((None, "عنوان غير العنوان الأول")),
)
def test_several_small_edits_keep_a_copy(
    article: tuple[str, ...], edits: list[str], cut: int, title: str | None
) -> None:
    """Several small edits, an end that is cut off and another headline still make a copy."""
    text = join(article[: len(article) - cut])
    for edit in edits:
        text = SMALL_EDITS[edit](text)
    one, other = read(join(article)), read(text, title=title)
    if one.id != other.id:
        assert kind_of(one, other) == "copy"
        assert meet(one, other)


_NUMBER = re.compile(r"\d+|سبع|ستة|ثلاثة|خمسة|خمس|عامين|ثلاثة")
_OTHER = {"سبع": "تسع", "ستة": "ثمانية", "ثلاثة": "أربعة", "خمسة": "عشرة", "خمس": "ست", "عامين": "عام"}


@settings(max_examples=40, deadline=None)
@given(article=st.sampled_from(ALL), which=st.integers(0, 20), more=st.integers(1, 900))
def test_another_number_makes_no_copy(article: tuple[str, ...], which: int, more: int) -> None:
    """A text in which one number is another is never a copy, and the pair says so first of all."""
    text = join(article)
    numbers = list(_NUMBER.finditer(text))
    match = numbers[which % len(numbers)]
    word = match.group()
    changed = str(int(word) + more) if word.isdecimal() else _OTHER[word]
    other = read(text[: match.start()] + changed + text[match.end() :])
    pair = compare(read(text), other)
    assert pair is not None
    assert pair.kind == "revision"
    assert pair.apart
    assert pair.differences[0].kind in ("number", "date")  # منذ ثلاثة أشهر is a date


@settings(max_examples=60, deadline=None)
@given(
    article=st.sampled_from(ALL),
    word=st.sampled_from(("لا", "لم", "لن", "ليس", "ليست", "نفى", "نفت", "غير", "عدم", "دون", "وما", "ولا")),
    where=st.integers(0, 1000),
)
def test_a_negation_makes_no_copy(article: tuple[str, ...], word: str, where: int) -> None:
    """A text into which a negation or a denial was put, wherever, is never a copy."""
    words = join(article).split(" ")
    at = where % len(words)
    other = read(" ".join([*words[:at], word, *words[at:]]))
    pair = compare(read(join(article)), other)
    assert pair is None or pair.kind != "copy"


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("سليم الدوري", "كريم الدوري", "name"),
        ("صباح الأربعاء", "صباح الخميس", "date"),
        ("وادي الزعفران", "وادي الريحان", "name"),
        ("340 ألف دينار", "340 مليون دينار", "number"),
        ("340 ألف دينار", "340 ألف دولار", "number"),
        ("كلفت 340 ألف", "كلفت نحو 340 ألف", "number"),
        ("افتتاح الجسر", "إغلاق الجسر", "opposite"),
        ("بعد غروب", "قبل غروب", "opposite"),
        ("السور الشرقي", "السور الغربي", "opposite"),
        ("52 عاملا شاركوا", "شاركوا", "number"),
    ],
)
def test_what_says_something_else_makes_no_copy(before: str, after: str, kind: str) -> None:
    """Another name, day, unit, hedge, or the opposite word makes a revision that says so."""
    text = join(BRIDGE)
    assert before in text
    pair = compare(read(text), read(text.replace(before, after)))
    assert pair is not None
    assert pair.kind == "revision"
    assert kind in [one.kind for one in pair.differences]


def test_a_cut_that_takes_a_denial_away_makes_no_copy() -> None:
    """A text whose last sentence denies what is reported is no copy of one that ends before it."""
    denial = "ونفى متحدث باسم الوزارة هذه الأنباء وقال إنها لا تمت إلى الحقيقة بصلة."
    assert kind_of(read(join(MARKET)), read(join((*MARKET, denial)))) == "revision"


def test_a_number_in_digits_and_in_words_is_the_same() -> None:
    """25 ألفا, 25,000 and خمسة وعشرون ألفا are one number."""
    texts = [
        join(HARBOUR).replace("12 ألف طن", words) for words in ("12 ألف طن", "12,000 طن", "اثني عشر ألف طن")
    ]
    items = [read(text) for text in texts]
    assert [kind_of(items[0], other) for other in items[1:]] == ["copy", "copy"]


def test_today_and_yesterday_are_one_day_when_published_a_day_apart() -> None:
    """A copy that a newspaper prints a day later says أمس for اليوم; of one day they are two."""
    one = read(join(MARKET).replace("فجر الاثنين", "اليوم"), published="2024-05-06")
    later = read(join(MARKET).replace("فجر الاثنين", "أمس"), published="2024-05-07")
    same = read(join(MARKET).replace("فجر الاثنين", "أمس"), published="2024-05-06")
    assert kind_of(one, later) == "copy"
    assert kind_of(one, same) == "revision"


def test_a_new_opening_or_rewritten_middle_is_a_revision() -> None:
    """An update with a new first sentence, and a text with new sentences within, are revisions."""
    lead = "وصلت فرق من ثلاث مدن مجاورة للمشاركة في رفع أنقاض السوق الذي احترق، وأقامت مراكز لإيواء الباعة."
    within = "وتحدث الباعة عن ليلة طويلة قضوها في نقل ما بقي من بضائعهم إلى ساحة المدرسة القريبة من المكان."
    assert kind_of(read(join(MARKET)), read(join((lead, *MARKET)))) == "revision"
    assert kind_of(read(join(MARKET)), read(join((*MARKET[:2], within, *MARKET[2:])))) == "revision"


def test_other_order_of_paragraphs_is_a_revision() -> None:
    """The same paragraphs in another order are a revision that says that they were moved."""
    pair = compare(read(join(BRIDGE)), read(join((*BRIDGE[4:], *BRIDGE[2:4], *BRIDGE[:2]))))
    assert pair is not None
    assert pair.kind == "revision"


def test_one_shared_paragraph_is_a_passage() -> None:
    """Two articles that share a paragraph share a passage, with its place in each."""
    one, other = join((*BRIDGE[:5], *MARKET[2:4])), join((*STRIKE, *MARKET[2:4]))
    pair = compare(read(one), read(other))
    assert pair is not None
    assert pair.kind == "passage"
    (shared,) = pair.shared
    a, b = sorted((read(one), read(other)), key=lambda item: item.id)
    texts = {read(one).id: one, read(other).id: other}
    assert shared.here.of(texts[a.id]).split() == shared.there.of(texts[b.id]).split()
    assert shared.exact
    assert shared.kind == "paragraph"


def test_a_shared_quotation_is_a_passage() -> None:
    """The same words in quotation marks in two articles are a shared quotation, whoever leads them in."""
    quoted = "لن نعود إلى الصفوف قبل أن نرى جدولا واضحا للدفع"
    one = join((*STRIKE[:2], f"وقالت هالة المصري: «{quoted}».", *STRIKE[3:5]))
    other = join((*HARBOUR[:4], f"وعلى صعيد آخر أكدت نقابية معروفة: «{quoted}»، وغادرت القاعة مسرعة."))
    pair = compare(read(one), read(other))
    assert pair is not None
    assert [shared.kind for shared in pair.shared] == ["quotation"]


def test_a_sentence_with_another_number_is_no_shared_passage() -> None:
    """A sentence that returns with another number is not the same sentence."""
    changed = MARKET[1].replace("9 أشخاص", "11 شخصا")
    assert compare(read(join((*BRIDGE[:4], MARKET[1]))), read(join((*STRIKE[:4], changed)))) is None


def test_different_articles_have_nothing_to_do_with_each_other() -> None:
    """Articles of different happenings are no pair, and their keys do not meet."""
    items = [read(join(article)) for article in ALL]
    for at, one in enumerate(items):
        for other in items[at + 1 :]:
            assert compare(one, other) is None
            assert not meet(one, other)


BULLETINS = (
    "حالة الطقس اليوم {day}\nتوقعت هيئة الأرصاد أن يكون الطقس {sky} على إقليم الريحان وأن تهب رياح "
    "{wind} تتراوح "
    "سرعتها بين {low} و{high} كيلومترا في الساعة. وتبلغ درجة الحرارة العظمى في السفح {hot} درجة "
    "والصغرى {cold} "
    "درجات، ويكون ارتفاع الموج على ساحل اللؤلؤة {wave} سنتيمترا.",
    "أسعار العملات {day}\nبلغ سعر صرف الدولار في مصرف الريحان {hot} دينارا للشراء و{high} دينارا "
    "للبيع، وسجل اليورو "
    "{cold} دينارا للشراء و{wave} دينارا للبيع. وقالت غرفة الصيارفة إن التداول كان {sky} صباح {day} "
    "وإن الطلب على "
    "العملات الأجنبية بقي في حدوده المعتادة {wind}.",
    "بعث رئيس إقليم الريحان {name} برقية تهنئة إلى رئيس جمهورية {land} {other} بمناسبة ذكرى العيد "
    "الوطني لبلاده. وتمنى "
    "له الصحة والعافية ولشعب {land} الصديق اطراد التقدم والازدهار، وأشاد بالعلاقات المتينة التي تجمع الإقليم "
    "بجمهورية {land} منذ {low} عاما.",
    "مواقيت الصلاة في مدينة السفح {day}\nالفجر {low}:{wave} والشروق {cold}:{high} والظهر "
    "{hot}:{low} والعصر {high}:{cold} "
    "والمغرب {wave}:{hot} والعشاء {cold}:{low} بتوقيت المدينة، مع مراعاة فروق التوقيت في القرى المجاورة.",
)
DAYS = (
    {
        "day": "الأحد",
        "sky": "صحوا",
        "wind": "شمالية",
        "low": 15,
        "high": 30,
        "hot": 31,
        "cold": 8,
        "wave": 70,
    },
    {
        "day": "الأربعاء",
        "sky": "غائما",
        "wind": "جنوبية",
        "low": 20,
        "high": 45,
        "hot": 24,
        "cold": 6,
        "wave": 120,
    },
)
NAMES = (
    {"name": "سليم الدوري", "land": "السودان", "other": "كريم الحلاق"},
    {"name": "سليم الدوري", "land": "موريتانيا", "other": "باسم النجار"},
)


@pytest.mark.parametrize("pattern", BULLETINS)
def test_texts_of_one_pattern_are_no_copies(pattern: str) -> None:
    """Bulletins, prices, telegrams and prayer times of two days are nothing to each other."""
    one, other = (
        read(pattern.format(**DAYS[at], **NAMES[at]), published=f"2024-05-0{at * 3 + 1}") for at in (0, 1)
    )
    assert kind_of(one, other) not in ("copy", "revision")


def test_grave_differences_are_those_that_keep_copies_apart() -> None:
    """What makes another claim of the same words is grave; words and cuts are not."""
    assert {"number", "negation", "name", "date", "opposite", "title"} == GRAVE
