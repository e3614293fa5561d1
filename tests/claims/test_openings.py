"""What a verb of reporting governs, and what another word does."""

import pytest

from tests.claims.said import told


@pytest.mark.parametrize("brings", ["يريد", "يريد دائما", "يمكن", "أراد", "يحاول اليوم", "نستطيع", "يظن"])
def test_a_clause_that_another_word_brings_is_not_reported(brings: str) -> None:
    """وافق المدير على طرح اللاعب الذي يريد دائما أن: the clause is that verb's."""
    assert told(f"ويتفق سامي النجار مع رأي الحارس الذي {brings} أن يلعب كل يوم.") == []


def test_a_second_relative_clause_has_its_own_verb() -> None:
    """التي تعبر عن القرية، والتي تظن أن: the second one has a verb of its own for its clause."""
    assert told("هذه سيرة هند الخالدي التي تنقل أخبار القرية، والتي تزعم أن البئر جفت.")[-1][1] == "البئر جفت"
    assert told("رسائل المدير التي تعبر بصدق عن القرية، والتي رأينا يوما بأنها قصيرة.") == []


@pytest.mark.parametrize("since", ["منذ أمس", "بعد اليوم"])
def test_an_adjunct_of_time_brings_no_clause(since: str) -> None:
    """قال منذ أمس إن: a preposition before an adverb is not one before the clause."""
    assert told(f"قال سامي النجار {since} إن السد آمن.") == [("سامي النجار", "السد آمن")]


def test_the_verb_s_own_clause_is_found_behind_others() -> None:
    """A word that brings no clause leaves أن to the verb of reporting."""
    assert told("أكد سامي النجار الذي زار القرية أن السد آمن.") == [("سامي النجار", "السد آمن")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "أعلنت وزارة النقل قبل أشهر تغييرا في مواعيد القطار مما أدى إلى تأخير المسافرين.",
            [("وزارة النقل", "تغييرا في مواعيد القطار مما أدى إلى تأخير المسافرين")],
        ),
        ("كشفت هند الخالدي وثائق قديمة عن البئر، مما أدى إلى إغلاق السوق.", []),
    ],
)
def test_what_came_of_it_is_no_object(text: str, said: list[tuple[str, str]]) -> None:
    """After مما a verbal noun belongs to the clause of what came of it."""
    assert told(text) == said


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("أعلنت وزارة النقل ارتفاعا في أسعار التذاكر.", "ارتفاعا في أسعار التذاكر"),
        ("أكدت هند الخالدي حرصها على نظافة القرية.", "حرصها على نظافة القرية"),
        ("أكد سامي النجار وهند الخالدي رغبتهما في بناء الجسر.", "رغبتهما في بناء الجسر"),
    ],
)
def test_an_object_in_the_accusative_or_with_its_owner(text: str, words: str) -> None:
    """ارتفاعا في and حرصها على head what is reported, and not what they govern."""
    assert [content for _, content in told(text)] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "أعلن سامي النجار في القرية تمهيدا لزيارة الوزير.",
        "أكد سامي النجار في تعليقه على الأنباء، أن السد آمن.",
        "أكد سامي النجار في بيان نشره على صفحته، أن السد آمن.",
    ],
)
def test_why_and_where_are_no_objects(text: str) -> None:
    """تمهيدا tells why; a noun that a preposition holds, or a verb of a document, is no object."""
    assert told(text) in ([], [("سامي النجار", "السد آمن")])


def test_a_body_after_its_verb_is_the_subject() -> None:
    """أعلن تنظيم الفجر مسؤوليته: the name of a body has the shape of a verbal noun, and is none."""
    assert told("أعلن اتحاد الشغل رفضه القرار.") == [("اتحاد الشغل", "رفضه القرار")]


@pytest.mark.parametrize("marks", ["(من حفر حفرة وقع فيها)", "((من حفر حفرة وقع فيها))"])
def test_brackets_after_a_colon_hold_what_is_said(marks: str) -> None:
    """قال: (…): the brackets are a quotation, and what follows them is the author's."""
    said = told(f"قال سامي النجار: {marks} وفي القرية مثل آخر يشبهه.")
    assert said == [("سامي النجار", "من حفر حفرة وقع فيها")]


@pytest.mark.parametrize("bracketed", ["(ثلاثة) جسور أغلقت", "(سامي يضحك لمن حوله جسور أغلقت"])
def test_brackets_around_a_word_or_never_closed_are_no_quotation(bracketed: str) -> None:
    """A bracketed word is part of what is said; a bracket that nobody closed holds nothing."""
    assert told(f"قال سامي النجار: {bracketed}.") == [("سامي النجار", bracketed)]


def test_whom_one_accuses_stands_before_of_what() -> None:
    """اتهمت البلدية الشركة بزرع: what follows ب is the accusation, not the name of the accused."""
    assert told("اتهمت بلدية الوادي شركة الأنوار بزرع أعمدة في الحديقة.") == [
        ("بلدية الوادي", "بزرع أعمدة في الحديقة")
    ]


@pytest.mark.parametrize("renewed", ["التأكيد على أن الجسر آمن", "رفضه للمشروع"])
def test_what_is_renewed_is_not_who_renews(renewed: str) -> None:
    """وجدد التأكيد على أن: the noun that the verb needs is its object, and the speaker the one before."""
    said = told(f"قال سامي النجار إن الطريق سالك. وجدد {renewed}.")
    assert said == [("سامي النجار", "الطريق سالك"), ("سامي النجار", renewed)]


def test_a_place_ends_the_subject() -> None:
    """أكدت مصادر في دمشق ارتفاع: the verbal noun after the place is what they confirm."""
    assert told("أكدت مصادر في دمشق ارتفاع عدد الجرحى.") == [("مصادر في دمشق", "ارتفاع عدد الجرحى")]


def test_what_he_made_clear_is_told_after_it() -> None:
    """أوضح ذلك الوزير، مبينا أن: the verb reports nothing itself, but names who does."""
    assert told("وأوضح ذلك الوزير سامي النجار، مبينا أن السد آمن.") == [("سامي النجار", "السد آمن")]


def test_a_side_is_no_owner_of_a_document() -> None:
    """وأوضح البيان من جهة أخرى: the other hand is nobody."""
    assert told("وأوضح البيان من جهة أخرى أن الطريق سالك.")[0][0] != "جهة أخرى"


@pytest.mark.parametrize("then", ["، اليوم الثلاثاء، عن تأجيل الحفل", " أن الحفل تأجل"])
def test_a_name_in_marks_before_what_the_verb_needs(then: str) -> None:
    """أعلنت «لجنة …»، الثلاثاء، عن: the marks hold who speaks."""
    said = told(f"أعلنت «اللجنة الوطنية لمساندة المزارعين في القرى»{then}.")
    assert len(said) == 1
    assert said[0][0].startswith("اللجنة الوطنية")
