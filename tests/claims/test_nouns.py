"""What nouns report: what stands in a document, القول إن, a gloss, and what …، وهو ما takes up."""

import pytest

from tests.claims.said import statements, told


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("جاء في بيان للبلدية أن السوق مغلق حتى الخميس.", "البلدية", "السوق مغلق حتى الخميس"),
        (
            "وجاء في تقرير لوزارة النقل: «الجسر آمن أمام كل الحافلات».",
            "وزارة النقل",
            "الجسر آمن أمام كل الحافلات",
        ),
        ("وورد في بيان لنقابة الصيادين أن الرصيف متهالك.", "نقابة الصيادين", "الرصيف متهالك"),
        ("وجاء في رسالة سامي النجار أن الطريق سالك.", "سامي النجار", "الطريق سالك"),
        ("وجاء في دراسة لمعهد الأنهار أن الماء قليل.", "معهد الأنهار", "الماء قليل"),
    ],
)
def test_what_stands_in_a_document_is_said_by_its_owner(text: str, speaker: str, words: str) -> None:
    """جاء في بيان للبلدية أن: the clause or quotation is the body's, and the verb the cue."""
    (one,) = statements(text)
    assert (one.rule.split("-")[0], one.speaker, one.words) == ("document", speaker, words)
    assert one.cue in {"جاء", "وجاء", "وورد"}


@pytest.mark.parametrize(
    "text",
    [
        "السوق مغلق حتى الخميس، كما جاء في بيان للبلدية أن الجسر مفتوح.",
        "وفق ما ورد في تقرير لوزارة النقل أن الجسر آمن.",
        "وهو ما جاء في بيان للبلدية أن السوق مغلق.",
    ],
)
def test_as_it_stands_there_points_elsewhere(text: str) -> None:
    """كما جاء في, ما ورد في and ما جاء في attribute other words than the clause after them."""
    assert [one for one in statements(text) if one.rule.startswith("document")] == []


@pytest.mark.parametrize(
    "text",
    [
        "جاء في سيارة للبلدية أن السوق مغلق.",
        "جاء الوزير في بيان للبلدية أن السوق مغلق.",
        "وجاء في المرتبة الأولى سامي النجار.",
        "وجاء في كتاب «أنهار الوادي» أن الماء قليل.",
        "جاء في بيان للبلدية.",
        "وصل في بيان للبلدية أن السوق مغلق.",
    ],
)
def test_what_does_not_stand_in_a_document_is_not_read_so(text: str) -> None:
    """Cars, ranks, titled works, a subject between, no clause and other verbs are none of it."""
    assert [one for one in statements(text) if one.rule.startswith("document")] == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("ورد في بيان للبلدية أن السوق مغلق حتى الخميس.", "البلدية"),
        ("ورد في تقرير لوزارة النقل أن الجسر آمن.", "وزارة النقل"),
    ],
)
def test_a_sentence_may_begin_with_what_stands_written(text: str, speaker: str) -> None:
    """ورد في بيان للبلدية أن at the head of a sentence is what its docstring says: the body's words."""
    assert [(one.cue, one.speaker) for one in statements(text)] == [("ورد", speaker)]


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("ومضى سامي النجار إلى القول إن السد آمن.", "سامي النجار", "السد آمن"),
        ("وانتهت هند الخالدي إلى القول: «سنفتح السوق غدا صباحا».", "هند الخالدي", "سنفتح السوق غدا صباحا"),
        ("نقلت الصحيفة عن سامي النجار قوله إن السد آمن.", "سامي النجار", "السد آمن"),
        ("ونقلا عن الوزيرة هند الخالدي قولها إن الماء قليل.", "هند الخالدي", "الماء قليل"),
    ],
)
def test_a_saying_has_the_clause_after_it(text: str, speaker: str, words: str) -> None:
    """القول إن is his whose deed leads to it, قوله إن his who stands after عن."""
    assert told(text) == [(speaker, words)]


@pytest.mark.parametrize(
    "text",
    [
        "رفض الوزير نادر الصالحي القول إن السد آمن.",
        "نفت هند الخالدي القول إن السوق مغلق.",
        "القول الأول في المسألة قديم عند أهل العلم كلهم أن الماء طاهر.",
    ],
)
def test_a_saying_that_is_refused_or_far_was_not_said(text: str) -> None:
    """Whoever refuses to say it does not, and a clause further off is not its."""
    assert [one for one in statements(text) if one.rule.startswith("noun")] == []


@pytest.mark.parametrize("gloss", ["مفاده", "مضمونه", "فحواه"])
def test_a_gloss_gives_the_content_of_the_noun(gloss: str) -> None:
    """رسالة مفادها أن: what the noun holds follows."""
    (one,) = [
        one for one in statements(f"تلقى سامي النجار خبرا {gloss} أن السد تصدع.") if one.rule == "noun-gloss"
    ]
    assert (one.cue, one.words) == (gloss, "السد تصدع")


@pytest.mark.parametrize("gloss", ["مفاده", "مضمونه"])
def test_a_gloss_without_its_clause_is_none(gloss: str) -> None:
    """Without أن right after it nothing is glossed."""
    assert [
        one for one in statements(f"تلقى سامي النجار خبرا {gloss} غريب.") if one.rule == "noun-gloss"
    ] == []


@pytest.mark.parametrize(
    ("verb", "polarity"),
    [("نفته", "denied"), ("أكدته", "asserted"), ("أعلنته", "asserted"), ("تنفيه", "denied")],
)
@pytest.mark.parametrize("what", ["وهو ما", "وهذا ما", "الأمر الذي"])
def test_what_is_taken_up_is_the_clause_before(what: str, verb: str, polarity: str) -> None:
    """…، وهو ما نفته الوزارة: the clause before the comma is denied or confirmed by the subject after."""
    said = statements(f"السد تصدع قبل يومين، {what} {verb} وزارة النقل.")
    assert [(one.speaker, one.words, one.polarity) for one in said] == [
        ("وزارة النقل", "السد تصدع قبل يومين", polarity)
    ]


@pytest.mark.parametrize("verb", ["رأته", "كتبته", "فتحته"])
def test_weak_verbs_take_nothing_up(verb: str) -> None:
    """What she saw, wrote or opened is no echo of a report."""
    assert statements(f"السد تصدع قبل يومين، وهو ما {verb} وزارة النقل.") == []
