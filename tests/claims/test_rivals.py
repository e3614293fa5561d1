"""A second claimant's number is that claimant's, not of whoever spoke before in the sentence."""

import pytest

from rawi.pipeline import extract
from tests.claims.said import statements, told


def holders(text: str) -> list[tuple[str, str | None, str]]:
    """Return each figure's number with who said it and how sure that is."""
    record = extract(text)
    speakers = {one.id: one.speaker.name for one in record.statements}
    return [
        (record.words(one.number), speakers.get(one.according_to or ""), one.confidence)
        for one in record.figures
    ]


@pytest.mark.parametrize(
    ("turn", "speaker", "words"),
    [
        ("فيما قدرهم المرصد بـ23", "المرصد", "23"),
        ("فيما تحدث مرصد الضفتين عن 23 قتيلا", "مرصد الضفتين", "23 قتيلا"),
        ("في حين وثقت منظمة الأمل مقتل 23 شخصا", "منظمة الأمل", "مقتل 23 شخصا"),
        ("بينما رفعت منظمة الأمل الحصيلة إلى 23 قتيلا", "منظمة الأمل", "الحصيلة إلى 23 قتيلا"),
        ("أما نقابة العمال فتحدثت عن 23 قتيلا", "نقابة العمال", "23 قتيلا"),
        ("لكن نقابة العمال تحدثت عن 23 قتيلا", "نقابة العمال", "23 قتيلا"),
        ("إلا أن نقابة العمال تحدثت عن 23 قتيلا", "نقابة العمال", "23 قتيلا"),
        ("وأحصت نقابة العمال 23 قتيلا", "نقابة العمال", "23 قتيلا"),
    ],
)
def test_a_turn_to_another_s_number_is_their_statement(turn: str, speaker: str, words: str) -> None:
    """Where the sentence turns to another's number the first report ends and the number is the other's."""
    text = f"قالت وزارة الداخلية إن القتلى 14، {turn}."
    assert told(text) == [("وزارة الداخلية", "القتلى 14"), (speaker, words)]
    assert [name for _, name, _ in holders(text)] == ["وزارة الداخلية", speaker]


@pytest.mark.parametrize(
    "text",
    [
        "قال الوزير إن كلفة الجسر 12 مليونا بينما يقدر متوسط كلفة الجسور بنحو تسعة ملايين.",
        "قالت الشركة إن الفريق فاز بينما سجل سامي النجار ثلاثة أهداف.",
        "قالت البلدية إن الطريق مفتوح، وعددهم كبير يشكل ثلث السكان.",
        "رصدت وزارة النقل ثلاثة ملايين دولار لإصلاح الجسر.",
        "وتحدث الباحث سامي النجار عن ثلاث نظريات في الصيد.",
    ],
)
def test_what_only_looks_like_a_claimant_gives_no_number(text: str) -> None:
    """A passive, a goal, a noun, money set aside and a topic are no counts of somebody's."""
    assert not [one for one in statements(text) if one.rule == "count-verb"]


def test_a_relative_clause_gives_the_number_within_the_words_around_it() -> None:
    """التي قدرتها الغرفة ب30 مليونا: the number is the chamber's, inside what the minister says."""
    text = "قال الوزير إن الخسائر التي قدرتها غرفة التجارة بنحو 30 مليون دولار ستعوض."
    assert [(one.speaker, one.words, one.within) for one in statements(text)][1:] == [
        ("غرفة التجارة", "بنحو 30 مليون دولار", "s1")
    ]


def test_of_two_numbers_the_second_is_whose_name_follows_it() -> None:
    """مقابل تسعة بحسب الدفاع المدني attributes the nine and not what stands before."""
    assert holders("قتل 12 شخصا في الحريق، مقابل تسعة قتلى بحسب الدفاع المدني.") == [
        ("12", None, "certain"),
        ("تسعة", "الدفاع المدني", "certain"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "أعلنت وزارة الداخلية أن حصيلة الحريق 14 قتيلا، لكن حصيلة نقابة الأطباء بلغت 23 قتيلا.",
        "قالت وزارة الداخلية إن القتلى 14، مقابل 23 تقول نقابة الأطباء إنها سجلتهم.",
    ],
)
def test_a_number_that_words_beside_it_give_to_another_is_doubtful(text: str) -> None:
    """Where no statement of the other's can be read, the holder is marked doubtful."""
    assert [sure for _, _, sure in holders(text)] == ["certain", "doubtful"]


def test_a_phrase_s_own_source_does_not_make_its_number_doubtful() -> None:
    """وفق حصيلة للمرصد names whose count it is: nothing is doubted."""
    assert [sure for *_, sure in holders("قتل 28 مدنيا على الأقل، وفق حصيلة للمرصد.")] == ["certain"]


def test_a_claimant_in_quotation_marks_or_with_for_its_part_gives_the_number() -> None:
    """وأحصى «مرصد الوديان» من جهته مقتل 97: the marks and the aside are no part of either."""
    for text in (
        "وأحصى «مرصد الوديان» من جهته مقتل 97 شخصا في القصف.",
        'وأحصى "مرصد الوديان" 97 قتيلا في القصف.',
        "وأحصى مرصد الوديان من جهته 97 قتيلا في القصف.",
    ):
        record = extract(text)
        (figure,) = record.figures
        (statement,) = record.statements
        assert (figure.according_to, statement.speaker.name) == (statement.id, "مرصد الوديان")


@pytest.mark.parametrize(
    "text",
    [
        "قالت وزارة الصحة إن عدد القتلى 23، وهو رقم تشكك فيه شبكة مرصد الوديان التي تتحدث عن 31 قتيلا.",
        "قالت وزارة الصحة إن عدد القتلى 23، وهو رقم تنفيه شبكة مرصد الوديان التي أحصت 31 قتيلا.",
        "قالت وزارة الصحة إن القتلى 23، خلافا لما أعلنته شبكة مرصد الوديان من أن القتلى 31.",
        "قالت وزارة الصحة إن القتلى 23، وليس 31 كما قالت شبكة مرصد الوديان.",
    ],
)
def test_a_number_that_is_told_of_another_is_the_other_s(text: str) -> None:
    """التي تتحدث عن, لما أعلنته … من أن and وليس … كما قالت give the number to who is named there."""
    assert [name for _, name, _ in holders(text)] == ["وزارة الصحة", "شبكة مرصد الوديان"]


def test_a_place_that_a_relative_clause_tells_of_gives_no_number() -> None:
    """المدينة التي سجلت 23 إصابة: no town counts."""
    text = "قالت الوزارة إن الأسعار انخفضت في المدينة التي سجلت 23 إصابة."
    assert [name for _, name, _ in holders(text)] == ["الوزارة"]


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("قالت الوزارة إن القتلى 14 وليس 40.", ["certain", "doubtful"]),
        ("قالت الوزارة إن القتلى 14 وليس ثلاثة فقط.", ["certain", "certain"]),
        (
            "قالت الوزارة إن القتلى 14، بخلاف ما ذكرته نقابة الأطباء عن سقوط 40 قتيلا.",
            ["certain", "doubtful"],
        ),
    ],
)
def test_a_number_that_its_speaker_does_not_give_is_doubtful(text: str, sure: list[str]) -> None:
    """14 وليس 40 says that 40 is wrong, ما ذكرته النقابة that it is the union's."""
    assert [one for *_, one in holders(text)] == sure


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("خفض الدفاع المدني حصيلة القتلى من 14 إلى 12 قتيلا.", "الدفاع المدني"),
        ("صححت شبكة مرصد الوديان الحصيلة من 14 إلى 12 قتيلا.", "شبكة مرصد الوديان"),
        ("ورفعت وزارة الصحة حصيلة القتلى من 12 إلى 14 قتيلا.", "وزارة الصحة"),
    ],
)
def test_who_corrects_a_count_gives_both_numbers(text: str, holder: str) -> None:
    """Of من 14 إلى 12 both are the body's, and neither is the end of a range."""
    assert [name for _, name, _ in holders(text)] == [holder, holder]
    assert [one.hedge for one in extract(text).figures] == ["exact", "exact"]
