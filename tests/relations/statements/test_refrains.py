"""A short promise, refusal or denial is known again weeks later; what only sounds like it is not."""

from __future__ import annotations

import pytest

from rawi.model.relation import Recurrence
from rawi.relations.statements.readings import read_propositions
from tests.relations.statements.reports import comparisons, propositions, recurrences, relate, report


def _again(first: str, later: str, days: tuple[str, str] = ("2024-05-02", "2024-05-20")) -> list[Recurrence]:
    """Return the recurrences in two reports of these days."""
    return recurrences(relate(report("a", first, days[0]), report("b", later, days[1])))


@pytest.mark.parametrize(
    ("first", "later"),
    [
        (
            "قال محافظ المصرف سليم الدوري إنه «لن يستقيل مهما طالت الحملة».",
            "غادر محافظ المصرف سليم الدوري مكتبه أمس. وكان الدوري قد قال إنه لن يستقيل.",
        ),
        (
            "قال قائد الحرس سليم الدوري: «لن ننسحب من قلعة النعناع».",
            "خرج الحرس من القلعة. وكان قائد الحرس سليم الدوري قد قال إن قواته لن تنسحب منها.",
        ),
        (
            "وصل والي صيدنا سليم الدوري إلى السوق. ونفى الدوري أي تقصير.",
            "عزل والي صيدنا سليم الدوري. وكان الدوري قد نفى أي تقصير.",
        ),
        (
            "قال وزير الطاقة سليم الدوري إنه لن يستقيل.",
            "قدم وزير الطاقة سليم الدوري استقالته، بعد أقل من ثلاثة أسابيع على قوله إنه لن يستقيل.",
        ),
    ],
)
def test_a_recalled_refusal_is_the_one_recalled(first: str, later: str) -> None:
    """What a report says that somebody said before is what he said, however few words both have."""
    (one,) = _again(first, later)
    assert one.speaker == "سليم الدوري"
    assert {id_[0] for id_ in one.statements} == {"a", "b"}


def test_a_refusal_of_one_thing_returns_unrecalled() -> None:
    """The same person refuses the same action of the same thing weeks later: one proposition."""
    later = "وأوضح وزير الطاقة سليم الدوري أن الوزارة لن تخصخص محطات الكهرباء ما دام في منصبه."
    assert _again("قال وزير الطاقة سليم الدوري: «لن نخصخص المحطات قبل الشتاء».", later)


@pytest.mark.parametrize(
    "later",
    [
        "قال وزير الطاقة سليم الدوري: «لن نخصخص المطاحن قبل الشتاء».",
        "قال وزير الطاقة كريم الدوري: «لن نخصخص المحطات في الخريف».",
        "قال وزير الطاقة سليم الدوري: «سنخصخص المحطات في الخريف».",
    ],
)
def test_another_thing_speaker_or_sense_is_no_return(later: str) -> None:
    """Mills are no stations, a namesake is no minister, and who will do it no longer refuses it."""
    assert not _again("قال وزير الطاقة سليم الدوري: «لن نخصخص المحطات قبل الشتاء».", later)


def test_a_body_that_denies_the_like_weeks_later_is_not_taken_to_repeat_itself() -> None:
    """Bodies deny the like of other days too."""
    said = "نفت بلدية صيدنا قطع المياه عن الأحياء القديمة."
    later = "نفت بلدية صيدنا قطع المياه عن الأحياء الشرقية."
    assert not _again(said, later, ("2024-05-02", "2024-06-20"))


def test_a_refusal_of_one_word_is_repeated_but_not_compared() -> None:
    """لن ننسحب can be known again; for the comparisons of a story it is too little."""
    one = report("a", "قال قائد الحرس سليم الدوري إنه لن ينسحب.", "2024-05-02")
    assert len(propositions(one)) == 1
    assert not list(read_propositions(one))


def test_what_one_does_alone_is_compared_with_his_own_words_only() -> None:
    """لن يستقيل says nothing of another who resigns."""
    one = report("a", "قال محافظ المصرف سليم الدوري إنه لن يستقيل.", "2024-05-02")
    other = report("b", "قال النائب كريم الكيال إنه استقال من المجلس.", "2024-05-04")
    assert len(list(read_propositions(one))) == 1
    assert comparisons(relate(one, other, story=True)) == []


def test_the_same_few_words_of_two_days_are_told_word_for_word() -> None:
    """A speaker's few words are one proposition if no word is another."""
    said = "قال مدير الطرق سليم الدوري إن الجسر الشمالي مغلق."
    (one,) = _again(said, said + "\nونشر الخبر أمس.", ("2024-05-02", "2024-05-04"))
    assert one.rewordings[0].likeness == "verbatim"


def test_one_word_of_what_one_does_alone_returns() -> None:
    """«لن أستقيل» is the same ten days later, and in the report that recalls it as of that month: but the
    resignation of that report is not."""
    first = "قال وزير النقل سليم الدوري في مؤتمر صحفي: «لن أستقيل»."
    again = "وقال وزير النقل سليم الدوري للصحفيين: «لن أستقيل»."
    broken = "أعلن وزير النقل سليم الدوري أنه استقال من منصبه، بعد أن قال في مارس «لن أستقيل»."
    days = ("2024-03-10", "2024-03-20", "2024-04-02")
    reports = [
        report(name, text, day) for name, text, day in zip("abc", (first, again, broken), days, strict=True)
    ]
    (one,) = recurrences(relate(*reports))
    assert one.statements == ("a:s1", "b:s1", "c:s2")


@pytest.mark.parametrize(
    "other", ["مدرسة في بلدة النعناع", "مستشفى الأمل في بلدة النعناع", "مستشفى الياسمين في بلدة الزعتر"]
)
def test_a_denial_of_another_building_or_town_is_no_return(other: str) -> None:
    """One speaker denies two things in nearly the same words: two denials."""
    denial = "نفى المتحدث باسم الحرس رامي الديري أن يكون الحرس قد قصف {}."
    found = _again(
        denial.format("مستشفى الياسمين في بلدة النعناع"), denial.format(other), ("2024-05-02",) * 2
    )
    assert found == []
