"""A document speaks for whoever it is from; one of nobody's speaks for itself."""

import pytest

from tests.claims.said import told


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("قال بيان للبلدية إن الماء ملوث.", "البلدية"),
        ("وذكر بيان للجيش أن الماء ملوث.", "الجيش"),
        ("قالت تغريدة للوزير نادر الصالحي إن الماء ملوث.", "نادر الصالحي"),
        ("وذكر تقرير لوزارة النقل أن الماء ملوث.", "وزارة النقل"),
        ("قال بيان صادر عن البلدية إن الماء ملوث.", "البلدية"),
        ("أكد البيان الصادر عن نقابة الصيادين أن الماء ملوث.", "نقابة الصيادين"),
        ("وذكر تقرير وزارة النقل أن الماء ملوث.", "وزارة النقل"),
        ("وقال بيان المجلس إن الماء ملوث.", "المجلس"),
        ("قالت دراسة أعدتها نقابة الصيادين إن الماء ملوث.", "نقابة الصيادين"),
        ("قال تقرير أصدرته هند الخالدي إن الماء ملوث.", "هند الخالدي"),
        ("كشفت الدراسة التي أعدتها هند الخالدي أن الماء ملوث.", "هند الخالدي"),
        ("وقال البيان الذي أصدرته وزارة النقل إن الماء ملوث.", "وزارة النقل"),
        ("وقال بيان من الشرطة إن الماء ملوث.", "الشرطة"),
    ],
)
def test_a_document_speaks_for_its_owner(text: str, speaker: str) -> None:
    """With ل, صادر عن, an owner right after it or the verb that made it, the body or person says it."""
    assert told(text) == [(speaker, "الماء ملوث")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وذكر تقرير طبي أن الماء ملوث.", "تقرير طبي"),
        ("قالت تقارير محلية إن الماء ملوث.", "تقارير محلية"),
        ("قال تقرير مفصل إن الماء ملوث.", "تقرير مفصل"),
        ("قالت الدراسة إن الماء ملوث.", "الدراسة"),
        ("قالت صحيفة الضفة إن الماء ملوث.", "صحيفة الضفة"),
    ],
)
def test_a_document_of_nobody_s_speaks_for_itself(text: str, speaker: str) -> None:
    """An adjective is no owner, and a newspaper is a body and no document."""
    assert told(text) == [(speaker, "الماء ملوث")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("قالت وزارة النقل في بيان إن الماء ملوث. وأضاف البيان أن النهر جف.", "وزارة النقل"),
        ("قال بيان نقابة الصيادين إن الماء ملوث. وأوضح البيان أن النهر جف.", "نقابة الصيادين"),
        ("قال سامي النجار في رسالة إن الماء ملوث. وأضافت الرسالة أن النهر جف.", "سامي النجار"),
    ],
)
def test_a_document_met_before_speaks_for_whom_it_spoke_before(text: str, speaker: str) -> None:
    """وأضاف البيان: the statement that was just quoted goes on."""
    assert told(text)[-1] == (speaker, "النهر جف")


@pytest.mark.xfail(reason="any verb with the pronoun of a document is taken for the one that made it")
@pytest.mark.parametrize(
    "text",
    [
        "قالت رسالة تلقاها سامي النجار إن الماء ملوث.",
        "قال تقرير قرأته هند الخالدي إن الماء ملوث.",
    ],
)
def test_whoever_receives_a_document_does_not_speak(text: str) -> None:
    """A letter is not from whom it reached."""
    assert told(text)[-1][0] not in {"سامي النجار", "هند الخالدي"}


def test_a_document_s_owner_ends_before_its_words() -> None:
    """بيان للبلدية «نعتذر …»: what is quoted is no part of the town's name."""
    assert told("وجاء في بيان للبلدية «نعتذر من سكان الحي عن انقطاع الماء».")[-1][0] == "البلدية"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("أثارت تصريحات أدلت بها هند الخالدي لموقع الضفة، قالت فيها إن الماء ملوث، غضبا.", "هند الخالدي"),
        ("ثم جاءت كلمة الأستاذ سامي النجار، قال فيها إن الماء ملوث.", "سامي النجار"),
        ("ردت على بيان صادر عن البلدية، قالت فيه إن الماء ملوث.", "البلدية"),
    ],
)
def test_before_in_it_stands_whose_document_it_is(text: str, speaker: str) -> None:
    """قال فيها after a comma: who made the document speaks, not whoever the sentence is about."""
    assert [name for name, _ in told(text)] == [speaker]


@pytest.mark.parametrize("thing", ["دراسة حديثة", "الدراسة التي"])
def test_who_publishes_a_study_has_not_made_it(thing: str) -> None:
    """The paper that prints it is a link of the chain."""
    said = told(f"وقالت {thing} نشرتها صحيفة الأفق البريطانية إن السكر ضار.")
    assert [name.split()[0] for name, _ in said] == [thing.split()[0]]


def test_a_paper_s_own_report_is_the_paper_s() -> None:
    """تقرير نشرته الصحيفة: what it reports is its own."""
    assert told("وقال تقرير نشرته صحيفة الأفق إن السكر ضار.")[0][0] == "صحيفة الأفق"
