"""The name of somebody behind a long title: a seat, a body in marks or a second title stands before it."""

import pytest

from tests.claims.said import told


@pytest.mark.parametrize(
    "text",
    [
        "قال الرئيس التنفيذي للموارد البشرية في «نوفاتيل» سامي النجار: نحن نعمل ليلا.",
        "وقال رئيس الحكومة المكلف من البرلمان سامي النجار إن العمل سيبدأ غدا.",
        "أوضح أمين منطقة الوادي، رئيس اللجنة للدورة الثالثة لعام 1437هـ خالد بن فهد النجار، أنه بدأ.",
        "أكد العضو المنتدب لبنك الزعفران، سامي النجار، أن الأرباح زادت.",
        "أوضح نائب شيخ النجارين في سوق الزعفران سامي النجار أن الأسعار ارتفعت.",
        "قال مدير عام هيئة السدود أمين عام مجلس المياه بالمنطقة المهندس سامي النجار: إن الملتقى ناجح.",
    ],
)
def test_the_name_before_what_is_said(text: str) -> None:
    """A name that ends right before the words is the bearer's, however long the title before it."""
    assert told(text)[0][0] in ("سامي النجار", "خالد بن فهد النجار")


def test_an_unknown_surname() -> None:
    """A first name and a word of no kind are a name there too."""
    assert told("قال الباحث المسؤول عن الدراسة كريستيان مونفاغ إن النتائج جديدة.")[0][0] == "كريستيان مونفاغ"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("أكد رئيس البلدية خلال لقائه وزير النقل سامي النجار أن الجسر آمن.", "رئيس البلدية"),
        ("أكد رئيس البلدية في بيان عن وفاة الفنانة هند الخالدي أن البلدة حزينة.", "رئيس البلدية"),
        ("قال رئيس اللجنة بعد زيارة منزل الراحل سامي النجار إن البلدة حزينة.", "رئيس اللجنة"),
        ("قال رئيس فريق الدفاع عن الناشط سامي النجار إن موكله بريء.", "رئيس فريق الدفاع"),
        ("قال وزير النقل أمام الرئيس سامي النجار إن الجسر آمن.", "وزير النقل"),
        ("أبلغ وزير النقل، في الزعفران، الرئيس سامي النجار أن الجسر آمن.", "وزير النقل"),
        ("قال مدير المدرسة في حي الشيخ سامي النجار إن التلاميذ بخير.", "مدير المدرسة"),
    ],
)
def test_somebody_else_is_named_there(text: str, speaker: str) -> None:
    """A name to which a preposition, a noun or a meeting leads is another's, and so is a hearer's."""
    assert told(text)[0][0] == speaker


@pytest.mark.parametrize("says", ["إن الجسر قديم", "إلى «شبه كبير بين الجسرين»"])
def test_foreign_names_behind_a_long_title(says: str) -> None:
    """الخبير في صيانة الجسور كزافييه تييلمان: two words of no lexicon, after a phrase that is over."""
    verb = "قال" if says.startswith("إن") else "أشار"
    said = told(f"{verb} الخبير الأرجنتيني في صيانة الجسور العالية كزافييه تييلمان {says}.")
    assert [name for name, _ in said] == ["كزافييه تييلمان"]


@pytest.mark.parametrize("rest", ["دول العالم إلى الصبر", "سكان المدينة إلى الصبر"])
def test_an_unknown_surname_before_what_is_no_name(rest: str) -> None:
    """After a first name one word of no lexicon is the surname; everyday nouns after it are not."""
    said = told(f"دعا الأمين العام للاتحاد أنطونيو تييلمان {rest}.")
    assert [name for name, _ in said] == ["أنطونيو تييلمان"]


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        ("المحامي رامي عودة", "رامي عودة"),
        ("المهندس بدر تييلمان", "بدر تييلمان"),
        ("سليم تييلمان مرة أخرى", "سليم تييلمان"),
    ],
)
def test_a_surname_right_before_a_clause(subject: str, name: str) -> None:
    """Where أن or إن follows, a word after a first name is a surname, be it a noun; مرة is none."""
    assert [speaker for speaker, _ in told(f"أكد {subject} أن الطريق مغلق.")] == [name]


def test_what_somebody_scored_is_no_part_of_the_name() -> None:
    """سجل سامر جودة هدفين: nobody is called that later."""
    assert told("سجل سامر جودة هدفين. وقال جودة إن الفوز مهم.")[0][0] == "سامر جودة"


@pytest.mark.parametrize("end", [": الجسر آمن جدا.", " إن الجسر آمن.", "، رئيس الهيئة، إن الجسر آمن."])
def test_the_house_of_a_name(end: str) -> None:
    """آل and what follows it belong to the name, a title though it may be."""
    assert told(f"وقال تركي آل الشيخ{end}")[0][0] == "تركي آل الشيخ"


@pytest.mark.parametrize("title", ["الدكتور", "المهندس", "العقيد"])
def test_a_lone_surname_after_a_title(title: str) -> None:
    """A definite word of no lexicon right before the clause is a surname; an adjective or a plural is not."""
    assert told(f"وأضاف {title} الأحمد أن العمل بدأ.")[0][0] == "الأحمد"
    assert told(f"ودعا {title} المحتجين إلى الصبر.")[0][0] != "المحتجين"


@pytest.mark.parametrize(
    "after", ["جاهزية الإدارات", "والوفد المرافق له وصول القافلة", "لصحيفة النور أن العمل بدأ"]
)
def test_a_definite_surname_after_lineage(after: str) -> None:
    """بن محمد العزيزي: what follows is indefinite, joined or spoken to, so the surname is the name's."""
    text = f"أعلن خالد بن محمد العزيزي {after}. وقال العزيزي إن العمل سيستمر."
    assert told(text)[-1][0] == "خالد بن محمد العزيزي"


@pytest.mark.parametrize("end", [" إن العمل بدأ", "، في بيان، إن العمل بدأ", ' "إن العمل بدأ منذ أمس"'])
@pytest.mark.parametrize("name", ["مولود جاويش أوغلو", "الحبيب الصيد"])
def test_strange_surnames_up_to_what_is_said(name: str, end: str) -> None:
    """Words of no lexicon between a first name and what is said are the rest of the name."""
    if name.startswith("ال") and end.startswith(' "'):
        return  # a definite noun before a mark may lead it in
    assert told(f"وقال رئيس الحكومة {name}{end}.")[0][0] == name


def test_more_than_so_many() -> None:
    """أكثر من goes on to what is counted, and is not a speaker by itself."""
    assert told("وقال أكثر من مسؤول إن العمل بدأ.")[0][0] == "أكثر من مسؤول"
    assert told("قال سامي النجار إن العمل بدأ. وأضاف قوله إن السد آمن.")[1][0] == "سامي النجار"
