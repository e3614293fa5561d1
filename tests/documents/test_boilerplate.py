"""The article is told from the page around it, and nothing of it is lost."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.documents.boilerplate import find_body, read_layout
from rawi.documents.lines import cut_lines
from rawi.documents.phrases import LEXICON, Phrase
from rawi.lexicons.loader import load_entries

TITLE = "افتتاح الجسر الجديد في وادي الزهر"
LEAD = (
    "قال رئيس البلدية زياد المرّي إن الجسر الجديد في مدينة وادي الزهر افتتح صباح الثلاثاء أمام السيارات "
    "والمشاة، بعد ثلاثة أعوام من العمل وبكلفة بلغت مليوني دولار."
)
NEXT = (
    "وأضاف المرّي أن البلدية ستبدأ في الشهر المقبل ترميم السوق القديم الذي تضرر في السيول، وأن العمل فيه "
    "سيستمر نحو ستة أشهر على الأقل بحسب المهندسين."
)

WORDS = st.lists(
    st.sampled_from(
        [TITLE, LEAD, NEXT, "المصدر: النهر نت", "اقرأ أيضا:", "زر الذهاب إلى الأعلى", "فيسبوك تويتر",
         "رويترز", "×", "", "رابط الخبر: كذا", "٣ أبريل ٢٠١٩", "كَتَبَ: سليم", "دمشق (رويترز) - قال", "\u202e"]
    ),
    max_size=12,
).map("\n".join)  # fmt: skip


def _body(text: str, title: str | None = None) -> list[str]:
    """Return the words of the body spans."""
    return [span.of(text) for span in find_body(text, title)]


@pytest.mark.parametrize(
    "around",
    [
        "مقالات متعلقة\nعنوان آخر عن النهر",
        "اقرأ أيضا:\nعنوان آخر عن النهر",
        "زر الذهاب إلى الأعلى",
        "المصدر: النهر نت",
        "*نقلا عن عكاظ السعودية",
        "ادعم صحيفة النهر",
        "فيسبوك تويتر واتساب",
        "// انتهى //\n15:37 ت م",
        "جميع الحقوق محفوظة لصحيفة النهر",
        "nada@example.org",
        "كلمات مفتاحية: النهر، الجسر",
        "رابط الخبر بصحيفة النهر: افتتاح الجسر",
        "// يتبع // 15:37 ت م",
        "______\nادعم النهر: صحافتنا لا تعيش إلا بقرائها. تبرع اليوم بما تقدر عليه، ولو كان قليلا.",
        "ــــــ\nس.د",
        "طباعة | إرسال إلى صديق | أضف تعليقا",
        "للتواصل أرسل رسالة قصيرة إلى النهر\nثم مسافة ثم نص الرسالة",
        "تويتر: nada@",
        "جانب من الحضور",
        "موضوعات ذات صلة\nعنوان آخر عن النهر\nعنوان عن السوق",
        "سياسة الخصوصية",
        "انسخ الرابط",
    ],
)
def test_footers_are_outside(around: str) -> None:
    """What pages print below an article is not of its body."""
    assert _body(f"{TITLE}\n\n{LEAD}\n\n{NEXT}\n\n{around}\n") == [f"{TITLE}\n\n{LEAD}\n\n{NEXT}"]


@pytest.mark.parametrize(
    "above",
    [
        "الرئيسية » محليات » وادي الزهر",
        "الأخبارمحلياتمانشيت",
        "رياضة",
        "النهر نت > محليات",
        "النهر نت | الرئيسية | سياسة | من نحن",
        TITLE,
        "Next Previous",
    ],
)
def test_menus_are_outside(above: str) -> None:
    """Menus, breadcrumbs and a repeated title above an article are not of its body; the title is, once."""
    assert _body(f"{above}\n\n{TITLE}\n\n{LEAD}\n{NEXT}") == [f"{TITLE}\n\n{LEAD}\n{NEXT}"]


@pytest.mark.parametrize(
    "between",
    [
        "camera iconالجسر قبل افتتاحه\n\ntag icon ع ع ع",
        "تاريخ النشر: 3 أبريل 2019",
        "رويترز",
        "كتب: سليم الدوري",
        "سليم الدوري",
        "11:03 ت م",
        "خاص",
        "شارك: فيسبوك إكس واتساب",
    ],
)
def test_lines_between_title_and_lead_are_outside(between: str) -> None:
    """Captions, buttons, stamps and bylines between the title and the first paragraph are not of the body."""
    assert _body(f"{TITLE}\n\n{between}\n\n{LEAD}\n{NEXT}") == [TITLE, f"{LEAD}\n{NEXT}"]


@pytest.mark.parametrize(
    "line",
    [
        "السوق القديم",
        "للمزيد من الناس رأي آخر",
        "شاهد على ما جرى",
        "المصدر الوحيد للماء",
        "كتب سليم رسالة إلى البلدية",
        "ادعم جارك",
        "- ترميم السوق",
        "الرياض",
        "سليم الدوري",
        "السوق > الجسر",
        "الساعة 11:03",
        "جانب من السوق القديم",
        "إعلان نتائج التصويت",
    ],
)
def test_short_lines_of_an_article_stay(line: str) -> None:
    """Sub-headings, list items and sentences that begin like boilerplate stay in the body."""
    assert _body(f"{LEAD}\n{line}\n{NEXT}") == [f"{LEAD}\n{line}\n{NEXT}"]


@pytest.mark.parametrize(
    ("opening", "rest"),
    [
        ("دمشق (رويترز) - ", LEAD),
        ("ندى الشامي- سبق- الرياض: ", LEAD),
        ("رويترز: ", LEAD),
        ("سليم الدوري (وادي الزهر) - ", LEAD),
        ("تل الرمل (السفح) - ", LEAD),
        ("", "دمشق - " + LEAD),
        ("", "سليم الدوري (الحارس): " + LEAD),
        ("", "أعلنت البلدية (أمس) - " + LEAD),
        ("", "تل الرمل (السفح) - والسوق مغلق. " + LEAD),
    ],
)
def test_dateline(opening: str, rest: str) -> None:
    """A dateline that names a newsroom is cut from the first paragraph; a place alone stays."""
    assert _body(f"{opening}{rest}\n{NEXT}") == [f"{rest}\n{NEXT}"]


def test_dateline_under_a_note() -> None:
    """The dateline is cut also where a note of the editors stands above the first paragraph."""
    note = "هذا المقال بقلم ندى الشامي، والآراء الواردة فيه لها وحدها، ولا تعبر بالضرورة عن رأي صحيفة النهر."
    assert _body(f"{note}\nدمشق (رويترز) - {LEAD}\n{NEXT}") == [f"{LEAD}\n{NEXT}"]


def test_an_appeal_needs_two_signs_to_be_a_paragraph() -> None:
    """A last paragraph that only begins like an appeal is the article's own."""
    last = (
        "ساهم أهل المدينة في بناء الجسر بالمال والعمل طوال ثلاثة أعوام، ولم يتأخر أحد منهم عن موعد الافتتاح."
    )
    assert _body(f"{LEAD}\n{last}") == [f"{LEAD}\n{last}"]


def test_ornaments_before_words() -> None:
    """A line that begins with many ornaments and goes on with words stays in the body."""
    assert _body(f"{LEAD}\n{'-' * 60} {NEXT}\n{NEXT}")[0].count(NEXT) == 2


def test_glued_share_bar() -> None:
    """A share bar at the front of the first paragraph is cut off."""
    assert _body(f"شارك من خلال تويتر فيسبوك جوجل بلس {LEAD}") == [LEAD]


def test_related_box_in_the_middle() -> None:
    """A box of related headlines is left out and the article goes on after it."""
    assert _body(f"{LEAD}\nاقرأ أيضا:\nعنوان عن النهر\nعنوان عن السوق\n{NEXT}") == [LEAD, NEXT]


def test_examples_of_the_lexicon_are_known() -> None:
    """Every phrase finds the example that stands beside it, below an article or above it."""
    for one in load_entries(LEXICON, Phrase):
        below, above = read_layout(f"{LEAD}\n{one.example}"), read_layout(f"{one.example}\n{TITLE}\n{LEAD}")
        outside = sum(span.end - span.start for span in below.body) < len(f"{LEAD}\n{one.example}")
        assert outside or above.kinds[0], one.form


@given(st.one_of(st.text(), WORDS))
def test_spans_lie_in_the_text(text: str) -> None:
    """Whatever the text, body spans are in order, apart, not empty, and begin and end with something."""
    spans = find_body(text)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(span.of(text).strip() for span in spans)


@given(st.text())
def test_lines_cover_all_words(text: str) -> None:
    """No character but white space stands outside the lines."""
    inside = "".join(text[line.start : line.end] for line in cut_lines(text))
    assert "".join(inside.split()) == "".join(text.split())


GOLD = Path("/work/shared/gold/dev")


@pytest.mark.skipif(not GOLD.is_dir(), reason="the annotated articles are not on this machine")
def test_nothing_is_lost_on_annotated_articles() -> None:
    """On real articles no paragraph of the annotated body is left out."""
    for path in sorted(GOLD.glob("*.gold.json")):
        text = path.with_name(path.name.replace(".gold.json", ".txt")).read_bytes().decode("utf-8")
        ends = [
            one["text"] if isinstance(one, dict) else one
            for one in json.loads(path.read_text("utf-8"))["body"]
        ]
        body = "\n".join(span.of(text) for span in find_body(text))
        assert all(end.split(" … ")[-1] in body for end in ends), path.name
