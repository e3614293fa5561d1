"""One says that it is so, the other that it is not: laid side by side with a verdict that can be checked."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from rawi.model.relation import Comparison, Report
from rawi.relations.layer import Context
from tests.relations.statements.reports import comparisons, propositions, relate, report

_GOLD = Path(__file__).parents[3] / "gold"
_SEED = Path("/work/shared/seeds/seed-001.txt")


def _dispute(one: str, other: str, days: tuple[str, str] = ("2024-05-01", "2024-05-02")) -> list[Comparison]:
    """Return what is compared of two reports of one story."""
    return comparisons(relate(report("a", one, days[0]), report("b", other, days[1]), story=True))


def _check(one: Comparison, name: str) -> str:
    return next(check.outcome for check in one.checks if check.name == name)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "قال التجار إن البلدية هدمت سوق النحاسين القديم.",
            "نفت البلدية هدم سوق النحاسين القديم.",
        ),
        (
            "اتهم الصيادون الشركة بتلويث مياه خليج المرجان.",
            "نفت الشركة الاتهامات بتلويث مياه خليج المرجان.",
        ),
        (
            "ذكر السائقون أن السلطات أغلقت معبر النخيل في الاتجاهين.",
            "أكدت هيئة المنافذ أن معبر النخيل لم يغلق.",
        ),
        (
            "قال صاحب المصنع إن مخارج الطوارئ كانت مفتوحة عند اندلاع النار.",
            "قالت عاملة ناجية إن مخارج الطوارئ كانت مغلقة عند اندلاع النار.",
        ),
    ],
)
def test_what_one_asserts_and_another_denies_contradicts(one: str, other: str) -> None:
    """A denial, a negation, or what undoes an action: the earlier first, with reasons and a checklist."""
    (found,) = _dispute(one, other)
    assert (found.kind, found.verdict) == ("polarity", "contradicts")
    assert (found.a, found.b) == ("a:s1", "b:s1")
    assert found.reasons[0].code.startswith("polarity.")
    assert "story.same" in [reason.code for reason in found.reasons]
    assert _check(found, "polarity") == "differs"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("قال التجار إن البلدية هدمت سوق النحاسين القديم.", "نفت البلدية إفلاس صندوق التقاعد البلدي."),
        ("قال التجار إن البلدية هدمت سوق النحاسين القديم.", "رحبت البلدية بهدم سوق النحاسين القديم."),
        ("قال السائقون إن معبر النخيل قد يغلق هذا الصيف.", "أكدت هيئة المنافذ أن معبر النخيل لم يغلق."),
        ("قال التجار إن ثلاثة عمال قتلوا في سوق النحاسين.", "نفت الشرطة مقتل سبعة عمال في سوق النحاسين."),
        ("قال السائقون إن معبر النخيل أغلق.", "أكدت هيئة المنافذ أن جسر الصنوبر لم يغلق."),
        (
            "قال التجار إن البلدية نفت هدم سوق النحاسين القديم.",
            "نفت البلدية هدم سوق النحاسين القديم.",
        ),
    ],
)
def test_what_does_not_speak_of_one_thing_is_not_compared(one: str, other: str) -> None:
    """Another thing or place, a welcome, what may be, another number, or a report of the denial itself."""
    assert {found.verdict for found in _dispute(one, other)} <= {"same_origin"}


def test_one_speaker_in_one_breath_does_not_contradict_himself() -> None:
    """A report that has both from one mouth was misread, or tells of two things."""
    text = "قال سليم الدوري إن معبر النخيل أغلق فجرا. وأضاف سليم الدوري أن معبر النخيل لم يغلق."
    assert comparisons(relate(report("a", text, "2024-05-01"))) == []


def test_who_says_the_opposite_later_has_changed() -> None:
    """Will stay, will leave: one speaker, two days, one policy that changed."""
    (found,) = _dispute(
        "قال قائد القوة سليم الدوري إن قوة الإسناد باقية في وادي النعناع حتى نهاية 2026.",
        "أعلن قائد القوة سليم الدوري أن قوة الإسناد ستغادر وادي النعناع قبل نهاية 2024.",
        ("2024-03-01", "2024-04-01"),
    )
    assert (found.kind, found.verdict) == ("policy", "changed_over_time")
    assert "holder.same" in [reason.code for reason in found.reasons]


def test_a_policy_is_found_across_stories_too() -> None:
    """The same speaker, the same action, months apart and in no story."""
    a = report("a", "قال الوزير سليم الدوري: «لن نفتح سفارتنا في صيدنا هذا العام».", "2024-01-10")
    b = report("b", "أعلن الوزير سليم الدوري أن بلاده ستفتح سفارتها في صيدنا في الخريف.", "2024-06-10")
    (found,) = comparisons(relate(a, b))
    assert (found.kind, found.verdict) == ("policy", "changed_over_time")


def test_what_is_meant_for_another_time_is_compatible() -> None:
    """Staying until one day and leaving after it go together."""
    (found,) = _dispute(
        "قال وزير الدفاع كريم الكيال إن قوة الإسناد الجبلية باقية في وادي النعناع حتى نهاية 2024.",
        "قال رئيس الأركان سليم الدوري إن قوة الإسناد الجبلية ستغادر وادي النعناع في آذار 2025.",
    )
    assert (found.kind, found.verdict) == ("policy", "compatible")


def test_a_negation_put_into_a_copied_line_is_a_contradiction() -> None:
    """Two reports of one day have one sentence of one speaker, one of them with a negation."""
    (found,) = _dispute(
        "قال مدير المصنع سليم الدوري إن مخارج الطوارئ كانت مفتوحة عند اندلاع النار في المستودع.",
        "قال مدير المصنع سليم الدوري إن مخارج الطوارئ لم تكن مفتوحة عند اندلاع النار في المستودع.",
        ("2024-05-01", "2024-05-01"),
    )
    assert (found.kind, found.verdict) == ("polarity", "contradicts")
    assert _check(found, "holder") == "same"


def test_what_two_copies_relay_has_one_origin() -> None:
    """The claim in one copy and the denial in the other are one report's."""
    text = "قال التجار إن البلدية هدمت سوق النحاسين القديم، لكن وزارة الآثار نفت هدم سوق النحاسين القديم."
    a, b = report("a", text, "2024-05-01"), report("b", text + "\nونقلته الصحف.", "2024-05-01")
    context = Context(stories={a.id: "sy_1", b.id: "sy_1"}, originals={b.id: a.id})
    found = comparisons(relate(a, b, context=context))
    across = [one for one in found if one.a.partition(":")[0] != one.b.partition(":")[0]]
    assert across
    assert {one.verdict for one in across} == {"same_origin"}
    assert "contradicts" in {one.verdict for one in found}


def test_an_answer_is_read_with_its_question() -> None:
    """«لا تنوي ذلك» after a question about staying is: will not stay; إلا أن sets a plan against it."""
    text = (
        "وردا على سؤال عن بقاء القواعد العسكرية في وادي النعناع، أجاب العقيد سليم الدوري أن بلاده لا تنوي"
        " ذلك.\n"
        "إلا أن وزارة الدفاع قالت إن الجيش سيحتفظ بوجوده العسكري في وادي النعناع."
    )
    (found,) = comparisons(relate(report("a", text, "2024-05-01")))
    assert (found.kind, found.verdict) == ("policy", "contradicts")
    assert "contrast.turn" in [reason.code for reason in found.reasons]


def test_a_denial_of_what_somebody_announced_is_of_his_words() -> None:
    """What leads in a denial (صحة ما أعلنه … حول) is no part of what is denied."""
    items = propositions(
        report("a", "نفت وزارة الزراعة صحة ما أعلنه النائب كريم الكيال حول وجود جراد في حقول الصنوبر.")
    )
    (one,) = [each for each in items.values() if each.polarity == "denied"]
    assert "كيال" not in {unit.label for unit in one.units}


def _gold(name: str) -> Report:
    """Read an article of the project's own."""
    about = {one["id"]: one for one in tomllib.loads((_GOLD / "articles.toml").read_text("utf-8"))["article"]}
    return report(name, (_GOLD / f"{name}.txt").read_text("utf-8"), about[name]["published"])


def test_the_force_that_would_stay_and_then_leaves() -> None:
    """Two invented articles in which the head of a council turns round."""
    found = comparisons(relate(_gold("sarw-stay"), _gold("sarw-leave")))
    assert {one.verdict for one in found if one.kind == "policy"} == {"changed_over_time"}


def test_the_count_that_the_ministry_denies() -> None:
    """One invented article denies the fighters whom a spokesman counts in another."""
    a, b = _gold("sarw-fighters-3"), _gold("sarw-denial")
    (found,) = comparisons(relate(a, b, story=True))
    assert (found.kind, found.verdict) == ("polarity", "contradicts")
    assert found.reasons[0].code == "polarity.denied"


@pytest.mark.skipif(not _SEED.is_file(), reason="the seed articles are not part of the repository")
def test_no_intention_to_keep_bases_against_staying_as_long_as_necessary() -> None:
    """Both stand in one article, set against each other by إلا أن."""
    found = comparisons(relate(report("seed", _SEED.read_text("utf-8"), "2017-12-06")))
    (one,) = [each for each in found if each.kind == "policy"]
    assert one.verdict == "contradicts"
    assert [reason.b for reason in one.reasons if reason.code == "contrast.turn"] == ["إلا أن"]


_SHELLED = "نفى المتحدث باسم الحرس رامي الديري أن يكون الحرس قد قصف {} في بلدة النعناع."


@pytest.mark.parametrize(
    ("denied", "claimed"),
    [
        ("مدرسة", "قال المدير هيثم المرزبان إن الحرس قصف المستشفى في بلدة النعناع."),
        ("المستشفى", "قال المدير هيثم المرزبان إن الحرس قصف محيط المستشفى في بلدة النعناع."),
        ("مستشفى الياسمين", "قال المدير هيثم المرزبان إن الحرس قصف مستشفى الأمل في بلدة النعناع."),
    ],
)
def test_a_denial_of_one_building_does_not_deny_another(denied: str, claimed: str) -> None:
    """A school is no hospital, what is around it is not the hospital, and two names are two hospitals."""
    assert _dispute(claimed, _SHELLED.format(denied)) == []


def test_what_happened_in_another_town_is_not_comparable() -> None:
    """Both words for the place say town, and the names differ: nothing contradicts."""
    (found,) = _dispute("قال العمدة وائل الصباغ إن الحرس قصف مدرسة في بلدة الزعتر.", _SHELLED.format("مدرسة"))
    assert (found.verdict, found.aspect, _check(found, "place")) == ("not_comparable", "place", "differs")


@pytest.mark.parametrize(
    "claimed",
    [
        "قال المدير هيثم المرزبان إن الحرس قصف المستشفى في بلدة النعناع.",
        "قال المدير هيثم المرزبان إن الحرس قصف مستشفى الياسمين ومدرسة في بلدة النعناع.",
        "قال المدير هيثم المرزبان إن الحرس قصف مستشفى الياسمين في حي الصنوبر في بلدة النعناع.",
    ],
)
def test_the_building_that_is_denied_is_the_one_claimed(claimed: str) -> None:
    """Without a name, among others, or in a quarter of the town it still contradicts."""
    (found,) = _dispute(claimed, _SHELLED.format("مستشفى الياسمين"))
    assert found.verdict == "contradicts"


def test_a_small_number_that_is_denied_contradicts_who_gives_it() -> None:
    """Four deaths of cholera are denied, and another body counts four: of one story and one disease."""
    one = "قالت نقابة الأطباء إن عدد الوفيات بالكوليرا في لواء الشيح بلغ أربع وفيات."
    (found,) = _dispute(one, "نفت مديرية الصحة تسجيل أربع وفيات بالكوليرا.")
    assert found.verdict == "contradicts"
    assert _dispute(one, "نفت مديرية الصحة تسجيل خمس وفيات بالكوليرا.") == []


def test_a_first_death_after_none_so_far_is_a_change() -> None:
    """No death so far, two days later a first one; no new death says nothing against it."""
    none = "قال مدير الصحة سليم الدوري إن لواء الشيح لم يسجل أي وفاة حتى الآن."
    first = "قالت الطبيبة هدى نجم إن لواء الشيح سجل أول وفاة بالكوليرا."
    (found,) = _dispute(none, first, ("2024-05-01", "2024-05-03"))
    assert found.verdict == "changed_over_time"
    assert _dispute(first, "قال مدير الصحة سليم الدوري إن لواء الشيح لم يسجل أي وفاة جديدة.") == []


@pytest.mark.parametrize(
    "later",
    [
        "أعلن وزير النقل سليم الدوري تقديم استقالته من منصبه.",
        "أعلن وزير النقل سليم الدوري أنه استقال من منصبه، بعد أن قال في مارس «لن أستقيل».",
    ],
)
def test_a_pledge_is_laid_beside_what_broke_it(later: str) -> None:
    """Who will not resign and three weeks later resigns changed: told as a change of one speaker."""
    pledge = "قال وزير النقل سليم الدوري في مؤتمر صحفي: «لن أستقيل»."
    found = _dispute(pledge, later, ("2024-03-10", "2024-04-02"))
    assert ("a:s1", "b:s1", "changed_over_time") in [(one.a, one.b, one.verdict) for one in found]
