"""Phrases that attribute: which nouns may speak after them, and whose words they carry."""

import pytest

from benchmarks.clock import grows_as_a_line
from rawi.pipeline import extract
from tests.claims.said import statements, told

FACT = "الجسر مغلق منذ أيام أمام الناس"


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("ووفقا لسجلات الميناء فإن عدد السفن تراجع.", "سجلات الميناء", "عدد السفن تراجع"),
        ("وبحسب دفاتر القرية، عدد السكان ألفان فقط.", "دفاتر القرية", "عدد السكان ألفان فقط"),
        ("وبحسب ألواح قديمة فقد بني السد قبل قرن.", "ألواح قديمة", "فقد بني السد قبل قرن"),
        ("وحسب خرائط الوادي فإن النهر غير مجراه.", "خرائط الوادي", "النهر غير مجراه"),
        ("ووفقا لدفاتر السوق، باع التجار كل القمح.", "دفاتر السوق", "باع التجار كل القمح"),
    ],
)
def test_any_noun_speaks_at_the_head_of_a_sentence(text: str, speaker: str, words: str) -> None:
    """وبحسب دفاتر القرية،: where فإن, فقد or a comma follows, what the phrase names is the source."""
    assert told(text) == [(speaker, words)]


@pytest.mark.parametrize(
    "text",
    [
        "السوق مغلق وعدد السفن قليل بحسب دفاتر القرية.",
        "وبحسب الدفاتر، عدد السكان ألفان فقط.",
        "وبحسب هذا، عدد السكان ألفان فقط.",
        "وبحسب دفاتر القرية عدد السكان ألفان فقط.",
    ],
)
def test_elsewhere_not_any_noun_speaks(text: str) -> None:
    """At the end, with an article, where words only point back or run on, an unknown noun is no source."""
    assert statements(text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("ووفق القانون، يدفع التاجر رسما كل عام.", "القانون"),
        ("وبحسب الاتفاق، تنسحب الشاحنات من الميناء غدا.", "الاتفاق"),
        ("ووفقا للدستور فإن المجلس ينتخب رئيسه كل عام.", "الدستور"),
    ],
)
def test_a_law_speaks_at_the_head_of_its_sentence(text: str, speaker: str) -> None:
    """What a law or an agreement lays down is said by it where the phrase opens the sentence."""
    assert [name for name, _ in told(text)] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "يدفع التاجر رسما كل عام وفق القانون.",
        "تنسحب الشاحنات من الميناء غدا بحسب الاتفاق.",
        "ووفق الخطة، يفتح الجسر غدا أمام الناس.",
        "وحسب الحاجة، يفتح الجسر كل يوم أمام الناس.",
    ],
)
def test_a_standard_does_not_speak(text: str) -> None:
    """After the words, and for plans and needs anywhere, the phrase says how a thing is done."""
    assert statements(text) == []


@pytest.mark.xfail(reason="a phrase at the head needs a comma or فإن before its clause")
@pytest.mark.parametrize(
    "text", ["ووفق الدستور ينتخب المجلس رئيسه كل عام.", "ووفق القانون يدفع التاجر رسما كل عام."]
)
def test_a_law_speaks_without_a_comma(text: str) -> None:
    """ووفق الدستور ينتخب المجلس رئيسه: the example of the rule itself."""
    assert len(statements(text)) == 1


@pytest.mark.parametrize(
    ("phrase", "speaker"),
    [
        ("وفق ما بثته قناة الشراع", "قناة الشراع"),
        ("بحسب ما نشرت صحيفة الضفة", "صحيفة الضفة"),
        ("وفقا لما نشره موقع الغدير", "موقع الغدير"),
        ("وفق ما ورد في بيان البلدية", None),
    ],
)
def test_whoever_publishes_it_speaks(phrase: str, speaker: str | None) -> None:
    """نشر, بث and their like report after ما as a verb of saying does."""
    (one,) = statements(f"{FACT}، {phrase}.")
    assert (one.rule, one.words) == ("tag-after", FACT)
    assert speaker is None or one.speaker == speaker


@pytest.mark.parametrize("verb", ["اشترته", "أغلقته", "فتحت"])
def test_whoever_does_something_else_does_not(verb: str) -> None:
    """Buying and closing are no ways to publish."""
    assert statements(f"{FACT}، وفق ما {verb} قناة الشراع.") == []


@pytest.mark.parametrize("verb", ["نشرت", "بثت", "نشرته"])
def test_whoever_publishes_it_speaks_after_a_joined_ma(verb: str) -> None:
    """حسبما نشرت is بحسب ما نشرت in one word."""
    assert [name for name, _ in told(f"{FACT}، حسبما {verb} صحيفة الضفة.")] == ["صحيفة الضفة"]


@pytest.mark.parametrize(
    ("phrase", "speaker"),
    [
        ("بحسب ما نقلت وكالة الفجر عن مصدر أمني", "مصدر أمني"),
        ("وفق ما نقلت صحيفة الضفة عن هند الخالدي", "هند الخالدي"),
        ("حسبما نقل موقع الغدير عن نقابة الصيادين", "نقابة الصيادين"),
    ],
)
def test_who_is_quoted_speaks_and_not_the_medium(phrase: str, speaker: str) -> None:
    """بحسب ما نقلت الوكالة عن مصدر: who stands after عن is the source."""
    assert told(f"{FACT}، {phrase}.") == [(speaker, FACT)]


@pytest.mark.parametrize(
    ("phrase", "speaker"),
    [
        ("بحسب ما ذكرت وكالة الفجر عن إغلاقه", "وكالة الفجر"),
        ("بحسب ما نقلت وكالة الفجر", "وكالة الفجر"),
    ],
)
def test_without_somebody_quoted_the_medium_speaks(phrase: str, speaker: str) -> None:
    """عن after another verb is a topic, and without عن nobody is quoted."""
    assert told(f"{FACT}، {phrase}.") == [(speaker, FACT)]


@pytest.mark.parametrize("speaker", ["هند الخالدي", "وزارة النقل", "خبراء المياه", "سكان الوادي"])
@pytest.mark.parametrize("phrase", ["بحسب", "حسب", "وفق"])
def test_people_and_bodies_speak_after_their_words(phrase: str, speaker: str) -> None:
    """A name, a body and a class of people are sources wherever the phrase stands."""
    assert told(f"{FACT}، {phrase} {speaker}.") == [(speaker, FACT)]


def test_what_a_medium_relays_is_not_said_twice() -> None:
    """وبحسب «الضفة»، فقد ذكرت الوزارة أن: the report is the ministry's."""
    said = told("وبحسب صحيفة الضفة، فقد ذكرت وزارة النقل أن الجسر مغلق منذ أيام.")
    assert [name for name, _ in said] == ["وزارة النقل"]


def test_many_attributions_in_one_sentence_cost_a_line() -> None:
    """Four times as many phrases without a full stop take no more than about four times as long."""
    piece = "السد متين، بحسب سامي النجار، "
    assert grows_as_a_line(extract, piece * 1000, piece * 4000)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("ومعظم سكان القرية، وفقا للبلدية، لا يملكون ماء كافيا.", "ومعظم سكان القرية … لا يملكون ماء كافيا"),
        ("ويشكل ذلك -بحسب البلدية- عبئا كبيرا على القرية.", "ويشكل ذلك … عبئا كبيرا على القرية"),
        ("والجسر -كما تقول البلدية- متين ويحمل مئة سيارة.", "والجسر … متين ويحمل مئة سيارة"),
        (
            "«الطريق طويل جدا في هذا الجبل»، بحسب البلدية، «ولا بد من العمل».",
            "الطريق طويل جدا في هذا الجبل … ولا بد من العمل",
        ),
        ("سقط الجسر القديم، كما أعلنت البلدية.", "سقط الجسر القديم"),
        ("سقط الجسر القديم، حسب «البلدية».", "سقط الجسر القديم"),
    ],
)
def test_a_phrase_in_the_middle_breaks_its_content(text: str, content: str) -> None:
    """What stands before and after a phrase between commas or dashes is one statement of two spans."""
    assert [one.words for one in statements(text)] == [content]


@pytest.mark.parametrize(
    "text",
    [
        "سقط الجسر القديم، بحسب البلدية، وأغلقت المدارس أبوابها.",
        "سقط الجسر القديم، بحسب هند الخالدي، التي تسكن القرية.",
    ],
)
def test_a_new_clause_is_no_part_of_what_is_attributed(text: str) -> None:
    """وأغلقت begins the author's next clause, التي tells more of the source."""
    assert [one.words for one in statements(text)] == ["سقط الجسر القديم"]


def test_as_he_also_said_is_a_report_of_its_own() -> None:
    """كما قال إن: the clause after it is what was said."""
    assert [one.words for one in statements("كما قالت البلدية إن الجسر متين.")] == ["الجسر متين"]


@pytest.mark.parametrize("medium", ["رويترز", "«رويترز»"])
def test_what_an_agency_relays_stays_its_speaker_s(medium: str) -> None:
    """وبحسب رويترز قالت الوزارة إن: the ministry speaks."""
    assert told(f"وبحسب {medium} قالت وزارة النقل إن الجسر مغلق.") == [("وزارة النقل", "الجسر مغلق")]


def test_a_verb_in_the_future_needs_no_comma_after_a_phrase() -> None:
    """ووفقا للبلدية سيفتح: what a phrase at the head attributes may begin with a verb at once."""
    assert told("ووفقا لوزارة النقل سيفتح الجسر الجديد غدا.") == [("وزارة النقل", "سيفتح الجسر الجديد غدا")]


@pytest.mark.parametrize("opening", ["وبحسب", "اعتقل كثيرون، فبحسب", "اعتقل كثيرون، فوفقا ل"])
def test_what_there_is_follows_a_phrase_at_once(opening: str) -> None:
    """بحسب الوزارة هناك: no comma is needed, and ف opens a clause as و does."""
    gap = "" if opening.endswith("ل") else " "
    said = told(f"{opening}{gap}بلدية الزعفران هناك خمسة جسور مغلقة.")
    assert said == [("بلدية الزعفران", "هناك خمسة جسور مغلقة")]


def test_a_quotation_after_a_phrase_goes_on() -> None:
    """يكرس اللقاء، حسب البلدية، «دورها»: what stands before the phrase and after it is one."""
    said = told("يكرس هذا اللقاء، حسب بلدية الزعفران، «دورها الكبير في عدد من الهيئات».")
    assert said == [("بلدية الزعفران", "يكرس هذا اللقاء … دورها الكبير في عدد من الهيئات")]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "وبلغ عدد المتظاهرين 3000 بحسب الشرطة و20 ألفا بحسب المنظمين.",
            ("الشرطة", "وبلغ عدد المتظاهرين 3000"),
            ("المنظمين", "20 ألفا"),
        ),
        (
            "قتل 23 مدنيا في القصف، بحسب وزارة الصحة، مقابل 31 بحسب شبكة مرصد الوديان.",
            ("وزارة الصحة", "قتل 23 مدنيا في القصف"),
            ("شبكة مرصد الوديان", "31"),
        ),
        (
            "قتل 23 مدنيا بحسب وزارة الصحة، و31 بحسب وكالة الوديان.",
            ("وزارة الصحة", "قتل 23 مدنيا"),
            ("وكالة الوديان", "31"),
        ),
    ],
)
def test_each_of_two_phrases_has_its_own_number(
    text: str, first: tuple[str, str], second: tuple[str, str]
) -> None:
    """Neither source passes on what the other gives, and neither has the other's number."""
    assert told(text) == [first, second]
    record = extract(text)
    assert [(one.within, one.chain) for one in record.statements] == [(None, ()), (None, ())]
    assert [one.according_to for one in record.figures] == ["s1", "s2"]


def test_an_authority_speaks_and_an_interest_does_not() -> None:
    """بحسب مصلحة الإطفاء names a source, بحسب مصلحة الطلاب a standard."""
    assert told("قتل ستة أشخاص في الحريق، بحسب مصلحة الإطفاء.") == [
        ("مصلحة الإطفاء", "قتل ستة أشخاص في الحريق")
    ]
    assert told("وزعت الحصص على الصفوف كلها، بحسب مصلحة الطلاب.") == []
