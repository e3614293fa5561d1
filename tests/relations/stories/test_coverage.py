"""What reports of a story have in common, and what only one has."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.model.document import Document
from rawi.model.record import Record
from rawi.model.relation import Passage, Report
from rawi.model.span import Span
from rawi.relations.stories.coverage import Told, compare_reports
from tests.relations.stories.told import report

ALMONDS = "احترقت 340 شجرة لوز في بساتين كفر البيلسان فجر الاثنين."
FIRST = report(f"{ALMONDS} وأوضح المختار نزار العجلوق أن البئر القديمة جفت قبل الحريق.")
SECOND = report(
    "قالت فرق الإطفاء إن 340 شجرة لوز احترقت في كفر البيلسان. ونقلت مروحية صهاريج من بحيرة الصدفة."
)
THIRD = report("تعهدت الوزيرة هالة المرزبان بتعويض أصحاب بساتين اللوز التي احترقت في كفر البيلسان.")


def words(passage: Passage) -> str:
    """Return the words of a passage of the invented reports."""
    texts = {one.id: one.record for one in (FIRST, SECOND, THIRD)}
    return texts[passage.document].words(passage.span)


def test_what_two_of_three_tell_is_common() -> None:
    """The burnt trees stand in two reports, each in its own words."""
    found = compare_reports([FIRST, SECOND, THIRD])
    assert any(
        {FIRST.id, SECOND.id} <= {one.document for one in group}
        and all("البيلسان" in words(one) for one in group)
        for group in found.common
    )


def test_what_only_one_tells_is_its_own() -> None:
    """The well and the helicopter stand in one report each; what is common is nobody's own."""
    found = compare_reports([FIRST, SECOND, THIRD])
    own = [words(passage) for passage in found.own]
    assert any("البئر" in sentence for sentence in own)
    assert any("مروحية" in sentence for sentence in own)
    assert not any("340" in sentence for sentence in own)


def test_of_many_reports_half_must_tell_what_is_common() -> None:
    """Two of six are not enough."""
    halls = ("سهيل", "المرسى", "الصدفة", "الواحة")
    strangers = [report(f"افتتح سامي دوفري معرض الخزف السنوي في قاعة {hall}.") for hall in halls]
    found = compare_reports([FIRST, SECOND, *strangers])
    assert found.common
    assert not any(one.document in (FIRST.id, SECOND.id) for group in found.common for one in group)


def test_reports_of_two_happenings_have_nothing_in_common() -> None:
    """What each tells is its own."""
    found = compare_reports([FIRST, report("افتتح سامي دوفري معرض الخزف في قاعة سهيل بالعاصمة.")])
    assert found.common == ()
    assert len(found.own) == 3


def test_one_report_has_all_for_itself() -> None:
    """With no other report, every telling sentence is its own and nothing is common."""
    found = compare_reports([FIRST])
    assert found.common == ()
    assert len(found.own) == 2


def told(*texts: str) -> list[set[str]]:
    """Return what is found common of reports of one sentence each: the words of each group."""
    reports = [report(text) for text in texts]
    records = {one.id: one.record for one in reports}
    found = compare_reports(reports)
    return [{records[one.document].words(one.span) for one in group} for group in found.common]


CAR = "في تفجير سيارة مفخخة قرب مصنع الزجاج في بلدة كفر البيلسان"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"قتل أحد حراس المصنع {CAR}.", f"نفى الضابط نزار العجلوق أن يكون أحد حراس المصنع قد قتل {CAR}."),
        (f"قتل أحد حراس المصنع {CAR}.", f"أنكر نزار العجلوق مقتل أحد حراس المصنع {CAR}."),
        (f"قتل أحد حراس المصنع {CAR}.", f"كذّب نزار العجلوق مقتل أحد حراس المصنع {CAR}."),
        (f"قتل أحد حراس المصنع {CAR}.", f"استبعد نزار العجلوق مقتل أحد حراس المصنع {CAR}."),
        (f"قتل حراس المصنع وأصيب عماله {CAR}.", f"لم يقتل حراس المصنع ولم يصب عماله {CAR}."),
        (f"قتل 20 شخصا {CAR}.", f"قتل شخصان {CAR}."),
        (f"قتل 20 شخصا {CAR}.", f"قتل عشرون شخصا وأصيب خمسة {CAR}."),
        (f"اعتقال ثلاثة مشتبه بهم {CAR}.", f"اعتقال خمسة مشتبه بهم {CAR}."),
        (f"قتل أكثر من 20 شخصا {CAR}.", f"قتل أقل من 20 شخصا {CAR}."),
        (f"وقع الحريق في 3 مايو 2031 {CAR}.", f"وقع الحريق في 9 مايو 2031 {CAR}."),
    ],
)
def test_what_denies_or_counts_otherwise_tells_nothing_the_same(one: str, other: str) -> None:
    """A verb of denying, two negations for none, a dual, a number in words, a bound turned around, another
    day: two reports that part in these have nothing in common there."""
    assert told(one, other) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"قتل 20 شخصا {CAR}.", f"قتل عشرون شخصا {CAR} فجرا."),
        (f"قتل شخصان {CAR}.", f"قتل 2 من الأشخاص {CAR}."),
        (f"قتل أكثر من 20 شخصا {CAR}.", f"قتل 20 شخصا {CAR}."),
        (f"لم يقتل أحد من الحراس {CAR}.", f"نفى الضابط أن يكون أحد من الحراس قتل {CAR}."),
    ],
)
def test_one_number_is_one_however_it_is_written(one: str, other: str) -> None:
    """Digits, letters and duals of one value tell the same; so do a negation and a denial."""
    assert told(one, other) == [{one, other}]


def test_what_a_version_has_too_is_nobodys_own() -> None:
    """A sentence that also stands in a copy or revision is not told by one alone; what only the version has
    is its own."""
    version = report(f"{FIRST.record.text} وباعت البلدية حطب الأشجار لفرن الحارة القديم.")
    found = compare_reports([FIRST, THIRD], [version])
    texts = {one.id: one.record for one in (FIRST, THIRD, version)}
    own = [(one.document, texts[one.document].words(one.span)) for one in found.own]
    assert not any("البئر" in sentence for _, sentence in own)
    assert [document for document, sentence in own if "حطب" in sentence] == [version.id]


def test_a_quotation_is_looked_for_in_versions_and_word_for_word_elsewhere() -> None:
    """Other words count in a version of the report alone, for elsewhere they may be another's."""
    words = "البئر القديمة جفت قبل الحريق"
    again = report("قال نزار العجلوق إن البئر القديمة في البستان جفت قبل الحريق بأيام.")
    apart = Told((FIRST, again), {FIRST.id: FIRST.id, again.id: again.id})
    version = Told((FIRST, again), {FIRST.id: FIRST.id, again.id: FIRST.id})
    assert not apart.is_told(words, FIRST.id)
    assert version.is_told(words, FIRST.id)
    assert apart.is_told("البئر القديمة في البستان", FIRST.id)


@given(st.lists(st.text(alphabet="حريق مرمر. 12،بساتين\n", max_size=120), max_size=4))
def test_any_texts_can_be_compared(texts: list[str]) -> None:
    """Nothing is raised, each sentence is told once, and spans lie in their texts."""
    reports = [
        Report(Record(Document(f"d{at}", text, (Span(0, len(text)),)))) for at, text in enumerate(texts)
    ]
    found = compare_reports(reports)
    told = [*found.own, *(passage for group in found.common for passage in group)]
    assert len(told) == len(set(told))
    assert all(0 <= one.span.start < one.span.end <= len(texts[int(one.document[1:])]) for one in told)
    assert compare_reports(reports) == found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "لم تسجل في لواء الشيح أي وفاة بالكوليرا حتى مساء الثلاثاء.",
            "لم تسجل في لواء الشيح أي وفاة جديدة بالكوليرا حتى مساء الثلاثاء.",
        ),
        (
            "الحرس ينفي قصف مستشفى الياسمين في بلدة البيلسان.",
            "نفى الحرس أن يكون قد قصف مدرسة في بلدة البيلسان.",
        ),
        (
            "الحرس ينفي قصف مستشفى الياسمين في بلدة البيلسان.",
            "قال مدير مستشفى الياسمين في البيلسان إن الحرس قصف محيط المستشفى ولم يعتذر.",
        ),
    ],
)
def test_a_denial_of_another_thing_is_not_told_by_both(one: str, other: str) -> None:
    """No death is not no new death, and a hospital not shelled is no school, nor another word that is
    negated."""
    assert compare_reports([report(one), report(other)]).common == ()


def test_a_denial_in_other_words_is_told_by_both() -> None:
    """The headline and the sentence deny one thing."""
    one = "الحرس ينفي قصف مستشفى الياسمين في بلدة البيلسان."
    other = "نفى المتحدث باسم الحرس رامي الديري أن يكون الحرس قد قصف مستشفى الياسمين في بلدة البيلسان."
    assert len(compare_reports([report(one), report(other)]).common) == 1
