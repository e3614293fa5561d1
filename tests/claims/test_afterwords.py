"""What the author adds to a report is no part of it."""

import pytest

from tests.claims.said import statements, told


@pytest.mark.parametrize(
    "deed",
    [
        "مقدما شكره للمعلمين",
        "موجها التحية إلى العمال",
        "سائلا الله أن يحفظ القرية",
        "مثنيا على الصيادين",
        "مشيدا بالحضور",
        "متسائلا عن موعد السوق",
        "منتقدا سلوك بعض التجار",
    ],
)
def test_what_a_speaker_does_besides_ends_a_content(deed: str) -> None:
    """A participle in the accusative after a comma is what the speaker did, whether it reports or not."""
    for said in ("قال سامي النجار إن السد امتلأ", "دعا سامي النجار إلى فتح السوق"):
        words = "السد امتلأ" if "السد" in said else "فتح السوق"
        assert told(f"{said}، {deed}.")[0] == ("سامي النجار", words)


@pytest.mark.parametrize(
    "clause",
    [
        "المحصول زاد هذا العام، مقارنة بالعام الماضي",
        "المجلس وقع وثيقتين، مذكرة واتفاقا",
        "السيل غمر القرية، موجها الماء إلى السوق",
        "المزارع صبر، ضاربا أروع المثل",
    ],
)
def test_a_participle_of_another_kind_goes_on(clause: str) -> None:
    """مقارنة, a noun of that shape and what is given without thanks stay in what was said."""
    assert told(f"قال سامي النجار إن {clause}.") == [("سامي النجار", clause)]


@pytest.mark.parametrize(
    "unsaid",
    [
        "، دون أن يحدد الموعد",
        " دون أن يحدد الموعد",
        "، من دون أن يوضح السبب",
        "، بدون أن يعطي تفاصيل",
        "، ولم يذكر السبب",
        "، ولم يقدم مزيدا من التفاصيل",
    ],
)
def test_what_was_left_unsaid_is_the_author_s(unsaid: str) -> None:
    """دون أن يحدد and ولم يذكر tell of the speaker, not what he said."""
    assert told(f"قال سامي النجار إن الجسر سيفتح{unsaid}.") == [("سامي النجار", "الجسر سيفتح")]


@pytest.mark.parametrize(
    "clause",
    ["الحافلات عبرت، دون أن تصل إلى القرية", "الحارس حضر، ولم يقدم طعاما", "المطر تأخر، ولم يعد يكفي الحقول"],
)
def test_another_verb_that_is_denied_goes_on(clause: str) -> None:
    """What did not happen belongs to what was said."""
    assert told(f"قال سامي النجار إن {clause}.") == [("سامي النجار", clause)]


@pytest.mark.parametrize(
    "where",
    ["وذلك خلال لقائه السكان", "وذلك في بيان أمس", "وذلك ردا على سؤال", "وذلك خلال اجتماع في البلدية"],
)
def test_where_it_was_said_is_the_author_s(where: str) -> None:
    """وذلك with a meeting, a document or an answer tells where or why somebody spoke."""
    for said in ("قال سامي النجار إن السد امتلأ", "دعا سامي النجار إلى فتح السوق"):
        assert [words for _, words in told(f"{said}، {where}.")] == [said.split("إ", 1)[1].split(" ", 1)[1]]


def test_how_it_was_belongs_to_what_was_said() -> None:
    """وذلك with another noun is part of the report; and no phrase attributes where it was said."""
    clause = "الأسعار ارتفعت، وذلك خلال العام الماضي"
    assert told(f"قال سامي النجار إن {clause}.") == [("سامي النجار", clause)]
    text = "قال سامي النجار إن السد امتلأ، وذلك في مؤتمر صحفي عقدته البلدية في القرية، حسب وكالة الفجر."
    assert [words for _, words in told(text)] == ["السد امتلأ"]


def test_a_participle_and_a_call_need_no_comma() -> None:
    """مؤكدة ضرورة: a participle with what is asked for right after it opens a report of its own."""
    assert told("قالت هند الخالدي إن السوق مغلق مؤكدة ضرورة فتحه.") == [
        ("هند الخالدي", "السوق مغلق"),
        ("هند الخالدي", "ضرورة فتحه"),
    ]


def test_a_colon_s_content_ends_at_a_participle() -> None:
    """قال: …، مضيفا أن: what follows a colon ends where its sentence turns to another report."""
    text = "قال سامي النجار: السد امتلأ في الليل، مضيفا أن القرية آمنة، مشيرا إلى أهمية الحذر."
    assert told(text) == [
        ("سامي النجار", "السد امتلأ في الليل"),
        ("سامي النجار", "القرية آمنة"),
        ("سامي النجار", "أهمية الحذر"),
    ]
    assert [one.within for one in statements(text)] == [None, None, None]
    assert told("قال سامي النجار: السد امتلأ في الليل. كلنا نحذر، مدينين بذلك للحراس.") == [
        ("سامي النجار", "السد امتلأ في الليل. كلنا نحذر، مدينين بذلك للحراس")
    ]


@pytest.mark.parametrize(
    "added",
    [
        "، ولم ترد الوزارة على طلب للتعليق",
        "، ولم يصدر أي تعليق من الوزارة",
        "، كما قال في مقابلة مع صحيفة الضفة",
    ],
)
def test_who_did_not_answer_and_where_it_was_said(added: str) -> None:
    """ولم ترد على طلب, كما قال في: the author's words, not the speaker's."""
    assert told(f"قال سليم الدوري إن السوق مغلق{added}.") == [("سليم الدوري", "السوق مغلق")]
