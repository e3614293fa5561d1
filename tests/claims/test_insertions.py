"""A verb after its quotation, and one between commas, report the words before and around them."""

import pytest

from tests.claims.said import statements


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("«سنفتح أبواب السوق غدا صباحا»، قالت هند الخالدي.", "هند الخالدي", "سنفتح أبواب السوق غدا صباحا"),
        ('"الماء عاد إلى كل القرية"، قال سامي النجار.', "سامي النجار", "الماء عاد إلى كل القرية"),
        ("«الماء عاد إلى كل القرية»، أكد سكان الوادي.", "سكان الوادي", "الماء عاد إلى كل القرية"),
        ("“لن نغادر الرصيف قبل الفجر”، أعلنت نقابة الصيادين.", "نقابة الصيادين", "لن نغادر الرصيف قبل الفجر"),
        ("«سنفتح أبواب السوق غدا»، قد قالت هند الخالدي.", "هند الخالدي", "سنفتح أبواب السوق غدا"),
    ],
)
def test_a_verb_after_a_quotation_reports_it(text: str, speaker: str, words: str) -> None:
    """«…»، قالت: the words before the pause are quoted from the subject after the verb."""
    (one,) = statements(text)
    assert (one.speaker, one.words, one.kind) == (speaker, words, "direct")


def test_a_verb_of_denying_after_a_quotation_denies_it() -> None:
    """«…»، نفت: the polarity is that of the verb."""
    (one,) = statements("«لم نغلق السوق في أي يوم»، نفت هند الخالدي.")
    assert (one.rule, one.polarity) == ("quotation-verb", "denied")


@pytest.mark.parametrize(
    "text",
    [
        "«نهر الريحان»، قال سامي النجار.",
        "«سنفتح أبواب السوق غدا صباحا»، وقالت هند الخالدي ذلك وهي تبتسم.",
        "«سنفتح أبواب السوق غدا صباحا»، رفضت هند الخالدي.",
        "«سنفتح أبواب السوق غدا صباحا» لافتة كبيرة، قالت هند الخالدي.",
    ],
)
def test_a_name_in_marks_or_a_verb_of_another_clause_reports_nothing(text: str) -> None:
    """Marks of a name, a verb joined with و, one that quotes nothing, and words between break the tie."""
    assert [one for one in statements(text) if one.rule == "quotation-verb"] == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("الطريق إلى القرية، تقول هند الخالدي، لم يصلح منذ عشر سنوات.", "هند الخالدي"),
        ("كان الماء، يضيف سامي النجار، يصل إلى كل بيت.", "سامي النجار"),
        ("الأسعار، يؤكد تجار السوق، لن ترتفع هذا العام.", "تجار السوق"),
    ],
)
def test_between_commas_a_verb_reports_the_sentence_around_it(text: str, speaker: str) -> None:
    """…، تقول هند، …: the whole sentence is hers, told by a present verb and nothing but its subject."""
    (one,) = statements(text)
    assert (one.rule, one.speaker, one.words) == ("inserted-verb", speaker, text.rstrip("."))


@pytest.mark.parametrize(
    "text",
    [
        "الطريق إلى القرية، يذكر الناس، لم يصلح منذ عشر سنوات.",
        "الطريق إلى القرية، تصلح هند الخالدي، جميل.",
        "الطريق إلى القرية، قالت هند الخالدي، لم يصلح منذ عشر سنوات.",
        "الطريق إلى القرية، وتقول هند الخالدي، لم يصلح منذ عشر سنوات.",
        "الطريق إلى القرية، تقول هند الخالدي في كتابها الجديد عن أهل الوادي وحياتهم، لم يصلح.",
        "الطريق إلى القرية، تقول هند الخالدي كثيرا، لم يصلح منذ سنوات.",
        "تقول هند الخالدي، الطريق طويل.",
    ],
)
def test_other_verbs_between_commas_report_nothing_around_them(text: str) -> None:
    """Weak and plain verbs, the past, و, a far comma, more than a subject, a head: none is inserted."""
    assert [one for one in statements(text) if one.rule == "inserted-verb"] == []
