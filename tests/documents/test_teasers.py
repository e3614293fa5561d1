"""Headlines and first paragraphs of other articles are told from this one's lines by their form."""

from __future__ import annotations

import pytest

from rawi.documents.boilerplate import find_body
from tests.documents.test_boilerplate import LEAD, NEXT

BOX = 'بلدية وادي الزهر ترد على اتهامات "التأخير"\nكيف بني الجسر الجديد في ثلاثة أعوام؟'
THIRD = "وقالت المهندسة هند الصوّان إن الحجارة جاءت من مقالع قريبة، وإن العمال أنجزوا القوس الأخير قبل أسبوع."
TEASERS = [
    "أعلنت هيئة الأرصاد في جزر اللؤلؤ أن عاصفة رملية ستضرب السواحل الشرقية مساء الخميس وتستمر يوما كاملا.",
    "فاز فريق النوارس ببطولة كرة السلة للناشئين بعد مباراة مثيرة حسمتها ضربة أخيرة من لاعبه فادي الخمّاش.",
    "كشف متحف المرجان عن تمثال برونزي نادر عثر عليه صيادون قرب ميناء القرش القديم في الصيف الماضي.",
    "قررت شركة السنابل خفض أسعار الطحين في متاجرها كافة ابتداء من الأسبوع المقبل بسبب وفرة المحصول.",
]


def _body(text: str) -> str:
    """Return the words of the body, its spans joined by a line break."""
    return "\n".join(span.of(text) for span in find_body(text))


def test_headlines_without_a_label_are_outside() -> None:
    """Two headlines between closed paragraphs belong to other articles, whether they ask or quote."""
    assert _body(f"{LEAD}\n{BOX}\n{NEXT}") == f"{LEAD}\n{NEXT}"


@pytest.mark.parametrize(
    "lines",
    [
        "السوق القديم\nالجسر الجديد",
        "هل يكفي جسر واحد لمدينة فيها نهران اثنان؟\nومن يدفع كلفة ترميم السوق القديم بعد السيول؟",
        "- ترميم السوق القديم الذي تضرر في السيول\n- بناء جسر ثان للمشاة عند الطاحونة القديمة",
        "1- ترميم السوق القديم الذي تضرر في السيول\n2- بناء جسر ثان للمشاة عند الطاحونة القديمة",
        'وقال أحد الباعة هناك "نحن ننتظر السوق منذ عام"\nوقالت جارته "لم يبق لنا إلا الصبر والدعاء"',
        "يا جِسْرَ وادِينا الَّذي عَبَرَتْ بِهِ\nقَوافِلُ العُشّاقِ مُنْذُ قُرونِ",
        "ترميم السوق القديم في وادي الزهر وبناء المتاجر من جديد",
        "سيبدأ ترميم السوق القديم في الشهر المقبل.\nسيستمر العمل فيه ستة أشهر على الأقل.",
    ],
)
def test_other_runs_of_short_lines_stay(lines: str) -> None:
    """Sub-headings, questions, lists, quotations, verse, sentences and single lines are the article's own."""
    assert _body(f"{LEAD}\n{lines}\n{NEXT}") == f"{LEAD}\n{lines}\n{NEXT}"


def test_lines_under_a_colon_stay() -> None:
    """Short lines after a paragraph that ends with a colon are what it announces."""
    text = f"{LEAD[:-1]}، وفي ما يلي ما نشرته البلدية عن الأعمال المقبلة:\n{BOX}\n{NEXT}"
    assert _body(text) == text


def test_a_heading_of_the_next_paragraph_stays() -> None:
    """A deck of two lines whose last the next paragraph repeats heads a part of this article."""
    deck = "السيول تترك أثرها في المدينة القديمة\nالبلدية تبدأ ترميم السوق القديم في الشهر المقبل"
    after = "أعلنت البلدية أنها ستبدأ ترميم السوق القديم في الشهر المقبل، وأن المدينة كلها ستشارك فيه بالعمل."
    assert _body(f"{LEAD}\n{deck}\n{after}") == f"{LEAD}\n{deck}\n{after}"


def test_a_labelled_box_holds_headlines_that_ask_or_quote() -> None:
    """A question or a quotation does not end a box of related headlines; a report and a paragraph do."""
    said = 'قال بائع هناك: "ننتظر منذ عام"'
    assert _body(f"{LEAD}\nاقرأ أيضا:\n{BOX}\n{NEXT}") == f"{LEAD}\n{NEXT}"
    assert _body(f"{LEAD}\nاقرأ أيضا:\n{BOX}\n{said}\n{NEXT}") == f"{LEAD}\n{said}\n{NEXT}"


def test_first_paragraphs_of_other_articles_are_outside() -> None:
    """Four paragraphs at the end that lean on nothing and share no words with the article are teasers."""
    article = f"{LEAD}\n{NEXT}\n{THIRD}"
    assert _body("\n".join([article, *TEASERS])) == article


def test_paragraphs_of_the_article_stay() -> None:
    """Fewer than four, or ones that lean on what is said before, or speak of the same things, stay."""
    article = f"{LEAD}\n{NEXT}\n{THIRD}"
    leaning = [f"وقد {words}" for words in TEASERS]
    same = [
        f"قال زياد المرّي إن الجسر الجديد في مدينة وادي الزهر افتتح أمام المشاة، في {n} أعوام."
        for n in range(2, 6)
    ]
    for more in (TEASERS[:3], leaning, same):
        text = "\n".join([article, *more])
        assert _body(text) == text


def test_a_text_of_short_news_stays() -> None:
    """Where no paragraph leans on another, the text is a round-up, and all of it is the article."""
    text = "\n".join([LEAD, *TEASERS, *reversed(TEASERS)])
    assert _body(text) == text
