"""Who is taken for the speaker, and who is not: a wrong name is the worst mistake there is."""

import pytest

from rawi.pipeline import extract


def told(text: str) -> list[tuple[str | None, str, str]]:
    """Return speaker, polarity and content of each statement."""
    record = extract(text)
    return [
        (one.speaker.name, one.polarity, " ".join(record.words(span) for span in one.content))
        for one in record.statements
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("قالت زوجة نادر الصالحي إن الجسر سليم.", "زوجة نادر الصالحي"),
        ("قال محامي نادر الصالحي إن موكله بريء.", "محامي نادر الصالحي"),
        ("أكدت شقيقة الوزير نادر الصالحي أنه مريض.", "شقيقة الوزير نادر الصالحي"),
        ("أعلنت زوجة نادر الصالحي هند الخالدي أنها سترحل.", "هند الخالدي"),
        ("قال أبو سمير، وهو جار نادر الصالحي: «سمعنا صوت الماء ليلا».", "أبو سمير"),
    ],
)
def test_a_relative_is_not_the_person_named_after(text: str, speaker: str) -> None:
    """Whoever is called by somebody else's name speaks for himself alone, and is doubtful unless named."""
    assert [name for name, _, _ in told(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("توقع الخبير نادر الصالحي أن ترتفع الأسعار. وقال له مدير المصرف: «لا تقلق».", "مدير المصرف"),
        ("طالب المحتجون الوزير نادر الصالحي بالرحيل، وهتفوا: «ارحل».", "المحتجون"),
        (
            "كان رئيس المجلس نادر الصالحي قد وصل مساء. وكان المجلس قد أعلن أن الجسر مغلق.",
            "المجلس",
        ),
        (
            "أعلن الوزير نادر الصالحي أن السد سيفتح، فيما قال معارضون إن المشروع فاشل. وأضاف: «لن نتراجع».",
            "نادر الصالحي",
        ),
    ],
)
def test_the_subject_of_the_last_report(text: str, speakers: str) -> None:
    """Objects, hearers, and plurals that a singular verb cannot mean are passed over."""
    assert told(text)[-1][0] == speakers


@pytest.mark.parametrize(
    "text",
    [
        "هل قال الوزير نادر الصالحي إن المعرض انتهى؟",
        "لو قال الوزير إن المعرض انتهى لصدقناه.",
        "رفض الوزير نادر الصالحي القول إن المعرض انتهى.",
        "وجاء في رواية «قالت الأرض» للكاتب نادر الصالحي أن «البيت بعيد».",
    ],
)
def test_what_nobody_said_is_not_reported(text: str) -> None:
    """Questions, conditions, refusals to say and titles of books report nothing."""
    assert told(text) == []


def test_what_somebody_denies_having_said_is_not_asserted() -> None:
    """The words inside a denied saying carry the denial."""
    assert {
        polarity for _, polarity, _ in told("نفى الوزير نادر الصالحي أن يكون قال إن «المعرض انتهى».")
    } == {"denied"}


def test_the_denier_of_a_report_is_not_its_speaker() -> None:
    """وهو ما نفاه: nobody is named who denies, so nobody is said to."""
    said = told("زعم خصومه أن الوزير نادر الصالحي باع المصنع، وهو ما نفاه.")
    assert (None, "denied") in [(name, polarity) for name, polarity, _ in said]


def test_after_a_colon_the_next_report_begins_its_own_sentence() -> None:
    """A turn after a colon ends where a sentence opens a report of somebody else."""
    said = told("وكتبت الصحفية هند الخالدي: أغلقت 7 مدارس. وأكد سامي النجار أن 9 مدارس أغلقت.")
    assert said[0] == ("هند الخالدي", "asserted", "أغلقت 7 مدارس")


@pytest.mark.parametrize("letter", ["بيان لوزارة النقل", "تقرير لمنظمة السفح"])
def test_a_document_speaks_for_the_body_that_a_joined_letter_leads_in(letter: str) -> None:
    """بيان لوزارة …: the ministry speaks, not the paper."""
    record = extract(f"وقال {letter} إن الجسر فتح.")
    assert [one.speaker.name for one in record.statements] == [letter.split(" ل")[1]]


@pytest.mark.parametrize("end", ["بيان له", "بيان تلقينا نسخة منه"])
def test_a_preposition_with_its_object_governs_no_clause(end: str) -> None:
    """في بيان له أن: the clause is the verb's."""
    record = extract(f"أعلن المجلس البلدي في {end} أن الجسر فتح.")
    assert [one.speaker.name for one in record.statements] == ["المجلس البلدي"]
