"""A proposition that returns is found with what was changed; another speaker or another day is another."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rawi.model.relation import Recurrence
from rawi.relations.layer import Context
from rawi.relations.statements.propositions import link_propositions
from tests.relations.statements.reports import propositions, recurrences, relate, report

_SEEDS = Path("/work/shared/seeds")
_BRIDGE = "قال مدير الطرق سليم الدوري إن «الجسر الشمالي سيفتح أمام الشاحنات بعد ترميم دعائمه الحجرية»."


def _changes(one: Recurrence) -> list[str]:
    return [change.kind for rewording in one.rewordings for change in rewording.changes]


def test_a_quotation_in_two_reports_is_one_proposition() -> None:
    """The same words of the same speaker: one recurrence, the earlier report first, nothing changed."""
    a, b = report("a", _BRIDGE, "2024-05-02"), report("b", _BRIDGE + "\nونشر الخبر أمس.", "2024-05-01")
    (one,) = recurrences(relate(a, b))
    assert one.speaker == "سليم الدوري"
    assert one.statements == ("b:s1", "a:s1")
    assert one.origins == 2
    assert one.rewordings[0].likeness == "verbatim"
    assert _changes(one) == []


def test_copies_of_one_report_are_one_origin() -> None:
    """Two reports that are copies of one count once."""
    a, b = report("a", _BRIDGE, "2024-05-01"), report("b", _BRIDGE + "\nونشر الخبر أمس.", "2024-05-02")
    (one,) = recurrences(relate(a, b, context=Context(originals={b.id: a.id})))
    assert one.origins == 1


@pytest.mark.parametrize(
    ("changed", "kind", "words"),
    [
        (
            "بلغت كلفة ترميم الجسر الشمالي في صيدنا 45 مليون دينار بعد انهيار دعائمه الحجرية",
            "figure",
            "45 مليون دينار",
        ),
        (
            "لم تبلغ كلفة ترميم الجسر الشمالي في صيدنا 40 مليون دينار بعد انهيار دعائمه الحجرية",
            "negation",
            "لم",
        ),
        (
            "بلغت كلفة ترميم الجسر الشمالي في صيدنا نحو 40 مليون دينار بعد انهيار دعائمه الحجرية",
            "hedge",
            "نحو 40 مليون دينار",
        ),
        (
            "بلغت كلفة ترميم الجسر الشمالي في صيدنا 40 مليون دينار بعد انهيار دعائمه الخشبية",
            "added",
            "الخشبية",
        ),
    ],
)
def test_what_was_changed_is_told(changed: str, kind: str, words: str) -> None:
    """Another number, a negation, a hedge or a word does not make another proposition, and is told."""
    said = "بلغت كلفة ترميم الجسر الشمالي في صيدنا 40 مليون دينار بعد انهيار دعائمه الحجرية"
    a = report("a", f"قال مدير الطرق سليم الدوري إن «{said}».", "2024-05-01")
    b = report("b", f"قال مدير الطرق سليم الدوري إن «{changed}».", "2024-05-02")
    (one,) = recurrences(relate(a, b))
    told = [change for change in one.rewordings[0].changes if change.kind == kind]
    assert [b.record.words(change.here) for change in told if change.here is not None] == [words]


def test_a_spokesman_is_known_however_he_is_spelt_or_called() -> None:
    """مارتينو and مرتينو, and the spokesman of the same force without a name, say one thing."""
    said = "دربنا منذ الشتاء أربعة آلاف حارس لحماية السدود والقنوات في وادي النعناع"
    a = report("a", f"قال المتحدث باسم قوة السدود الكولونيل باولو مارتينو: «{said}».", "2024-05-01")
    b = report("b", f"قال الكولونيل باولو مرتينو، المتحدث باسم قوة السدود: «{said}».", "2024-05-01")
    c = report("c", f"قال المتحدث باسم قوة السدود: «{said}».", "2024-05-02")
    (one,) = recurrences(relate(a, b, c))
    assert len(one.statements) == 3


def test_two_speakers_are_two_unless_they_are_known_to_be_one() -> None:
    """The same words of somebody else are another's; a ledger that knows both for one person joins them."""
    said = "دربنا منذ الشتاء أربعة آلاف حارس لحماية السدود والقنوات في وادي النعناع"
    a = report("a", f"قال الوزير سليم الدوري: «{said}».", "2024-05-01")
    b = report("b", f"قال الوزير كريم الكيال: «{said}».", "2024-05-01")
    assert recurrences(relate(a, b)) == []
    known = Context(voices={"a:s1": ("pe_1",), "b:s1": ("pe_1",)}, names={"pe_1": "سليم الكيال"})
    (one,) = recurrences(relate(a, b, context=known))
    assert one.speaker == "سليم الكيال"


def test_a_like_sentence_of_another_day_with_other_numbers_is_another() -> None:
    """Weekly reports share their words: stocks that rose by another number in June are others."""
    a = report("a", "أعلنت هيئة المطاحن أن مخزون القمح في صوامع المرفأ ارتفع 12 ألف طن.", "2024-03-01")
    b = report("b", "أعلنت هيئة المطاحن أن مخزون القمح في صوامع المرفأ ارتفع 31 ألف طن.", "2024-06-01")
    assert recurrences(relate(a, b)) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "قال مدير الطرق سليم الدوري إن 20 شخصا قتلوا في انهيار دعائم الجسر الشمالي",
            "قال مدير الطرق سليم الدوري إن شخصين قتلا في انهيار دعائم الجسر الشمالي",
        ),
        (
            "قال خفر السواحل سليم الدوري إن قاربا على متنه 60 مهاجرا غرق قبالة ساحل الريم فجرا",
            "قال خفر السواحل سليم الدوري إن قاربا على متنه 85 مهاجرا غرق قبالة ساحل الريم فجرا",
        ),
        (
            "قال مدير الطرق سليم الدوري إن أحد عمال الجسر الشمالي قتل في انهيار الدعائم",
            "نفى مدير الطرق سليم الدوري أن يكون أحد عمال الجسر الشمالي قتل في انهيار الدعائم",
        ),
        (
            "قال مدير الطرق سليم الدوري إن الجسر الشمالي سيفتح أمام الشاحنات بعد ترميم الدعائم",
            "قال مدير الطرق سليم الدوري إن الجسر الشمالي لن يفتح أمام الشاحنات بعد ترميم الدعائم",
        ),
    ],
)
def test_another_number_or_a_denial_of_one_speaker_is_another_statement(one: str, other: str) -> None:
    """What reports retell with a dual for twenty, 85 for 60, or as denied, does not return."""
    assert recurrences(relate(report("a", one, "2024-05-01"), report("b", other, "2024-05-01"))) == []


def test_a_third_does_not_join_what_counts_otherwise() -> None:
    """A report without the number is like both that give one, and still they do not meet."""
    said = "قال مدير الطرق سليم الدوري إن {} قتلوا في انهيار دعائم الجسر الشمالي بعد السيول"
    texts = [said.format(who) for who in ("20 عاملا", "عمالا", "31 عاملا")]
    reports = [report(name, text, "2024-05-01") for name, text in zip("abc", texts, strict=True)]
    for one in recurrences(relate(*reports)):
        assert not {"a:s1", "c:s1"} <= set(one.statements)


def test_what_one_agency_carried_is_of_one_origin() -> None:
    """Two outlets that print what was told to one agency are one origin; two agencies are two."""
    texts = [
        _BRIDGE.replace("الدوري إن", f"الدوري لوكالة {name} إن") for name in ("رويترز", "رويترز", "سبوتنيك")
    ]
    a, b, c = (report(name, f"{text}\n{name}", "2024-05-01") for name, text in zip("abc", texts, strict=True))
    (one,) = recurrences(relate(a, b))
    assert one.origins == 1
    (one,) = recurrences(relate(a, c))
    assert one.origins == 2
    (one,) = recurrences(relate(a, c, context=Context(originals={c.id: a.id})))
    assert one.origins == 1  # one text, of which a version names another agency


def test_what_undoes_an_action_is_no_repetition() -> None:
    """Rose is not fell, though all other words are the same."""
    a = report("a", "قالت هيئة المطاحن إن سعر القمح في صوامع المرفأ الجنوبي ارتفع بعد الحصاد.", "2024-03-01")
    b = report("b", "قالت هيئة المطاحن إن سعر القمح في صوامع المرفأ الجنوبي انخفض بعد الحصاد.", "2024-03-01")
    assert recurrences(relate(a, b)) == []


def test_a_talking_point_whose_date_drifts_says_so() -> None:
    """«Four years ago» said in two years is of two years: one talking point, the date told."""
    a = report(
        "a", "قالت المتحدثة ريما الخطيب: «قبل أربع سنوات كان لدى عصابة الغراب 60 ألف مسلح».", "2023-05-01"
    )
    b = report(
        "b",
        "قالت المتحدثة ريما الخطيب: «لا تنسوا أن عصابة الغراب ضمت قبل 4 سنوات 60 ألف مسلح».",
        "2024-05-01",
    )
    (one,) = recurrences(relate(a, b))
    (date,) = [change for change in one.rewordings[0].changes if change.kind == "date"]
    assert date.here is not None
    assert date.there is not None
    assert (b.record.words(date.here), a.record.words(date.there)) == ("قبل 4 سنوات", "قبل أربع سنوات")


def test_verses_that_all_quote_are_nobodys_talking_point() -> None:
    """Scripture returns wherever it is quoted."""
    verse = "قال الله تعالى: «من عمر أرض المدينة بالنخيل والزيتون فله ظلها وثمرها والماء»."
    assert recurrences(relate(report("a", verse), report("b", verse + "\nثم شرحها."))) == []


_TEXTS = [
    (_BRIDGE, "2024-05-02"),
    (_BRIDGE + "\nونشر الخبر أمس.", "2024-05-01"),
    ("ذكر سليم الدوري أن الجسر الشمالي لن يفتح أمام الشاحنات بعد ترميم دعائمه الحجرية.", "2024-05-03"),
    ("قال سليم الدوري إن الجسر الشمالي سيفتح أمام الشاحنات بعد ترميم 12 من دعائمه الحجرية.", None),
    ("نفت هيئة الطرق فتح الجسر الشمالي أمام الشاحنات.", "2024-05-02"),
]


@settings(max_examples=20, deadline=None)
@given(st.permutations(range(len(_TEXTS))))
def test_the_order_of_adding_changes_nothing(order: list[int]) -> None:
    """What is found is the same for any order of reports."""
    reports = [report(f"r{at}", *_TEXTS[at]) for at in range(len(_TEXTS))]
    usual = sorted(relate(*reports, story=True), key=lambda one: one.id)
    assert sorted(relate(*(reports[at] for at in order), story=True), key=lambda one: one.id) == usual
    assert usual


def test_a_tie_does_not_depend_on_which_comes_first() -> None:
    """Two statements are the same to each other whichever is asked of."""
    items = propositions(*(report(f"r{at}", *text) for at, text in enumerate(_TEXTS)))
    for one in items.values():
        for other in items.values():
            assert link_propositions(one, other) == link_propositions(other, one)


@pytest.mark.skipif(not _SEEDS.is_dir(), reason="the seed articles are not part of the repository")
def test_the_fighters_of_five_years_ago_are_one_talking_point() -> None:
    """Said in October 2020 and again months later: one proposition, its date drifted."""
    texts = {name: (_SEEDS / f"seed-{name}.txt").read_text("utf-8") for name in ("000", "004")}
    first = report("seed-004", texts["004"])
    later = report("seed-000", texts["000"], "2021-08-10")
    (one,) = [each for each in recurrences(relate(first, later)) if "date" in _changes(each)]
    assert [name.partition(":")[0] for name in one.statements] == ["seed-004", "seed-000"]


def test_people_of_one_family_never_meet() -> None:
    """Words that one report gives to الدوري, others to سليم and to كريم, do not make the two one speaker."""
    bare = _BRIDGE.replace("مدير الطرق سليم الدوري", "الدوري")
    other = _BRIDGE.replace("سليم", "كريم")
    a, b, c = (
        report(name, text, f"2024-05-0{day}")
        for day, (name, text) in enumerate((("a", bare), ("b", _BRIDGE), ("c", other)), 1)
    )
    for one in recurrences(relate(a, b, c)):
        assert not {"b:s1", "c:s1"} <= set(one.statements)
