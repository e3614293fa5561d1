"""A chain holds what the words at a statement say of its way, from the mouth outward, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rawi.arabic.fold import fold
from rawi.pipeline import extract

Chain = list[tuple[str, str]]


def chain_of(text: str, number: int = 0) -> Chain:
    """Return the chain of one statement of a text, as kinds and names."""
    return [(link.kind, link.name) for link in extract(text).statements[number].chain]


HEARD: list[tuple[str, Chain]] = [
    # what was spoken or written
    ("قال سامي الديري في بيان إن الجسر فتح.", [("channel", "بيان")]),
    ("قال سامي الديري في بيان متلفز إن الجسر فتح.", [("channel", "بيان متلفز")]),
    ("وقالت سلمى الديري، خلال ندوة صحفية نشطتها بالولاية، إن الجسر فتح.", [("channel", "ندوة صحفية")]),
    ("وقال سامي الديري في ختام المؤتمر الصحفي إن الجسر فتح.", [("channel", "المؤتمر الصحفي")]),
    ("وقال سامي الديري في اتصال هاتفي إن الجسر فتح.", [("channel", "اتصال هاتفي")]),
    ("قال سامي الديري في كلمة متلفزة إن الجسر فتح.", [("channel", "كلمة متلفزة")]),
    ("أصدرت نقابة السفح بيانا قالت فيه إن الجسر فتح.", [("channel", "بيان")]),
    ("قالت سلمى الديري في رسالة عبر البريد الإلكتروني إن الجسر فتح.", [("channel", "البريد الإلكتروني")]),
    # told after what was said, by a verb without a subject of its own
    (
        "أكد سامي الديري أن الجسر فتح، حسبما كتب في تغريدة على تويتر.",
        [("channel", "تغريدة"), ("platform", "تويتر")],
    ),
    ("أكد سامي الديري أن الجسر فتح، وفق ما جاء في بيان له.", [("channel", "بيان")]),
    ("أكد سامي الديري أن الجسر فتح، كما قال في مقابلة تلفزيونية.", [("channel", "مقابلة تلفزيونية")]),
    # newsrooms that heard it, known to no table
    ("قال سامي الديري لـ«السفح اليوم» إن الجسر فتح.", [("outlet", "السفح اليوم")]),
    ("قال لـ«السفح اليوم» سامي الديري إن الجسر فتح.", [("outlet", "السفح اليوم")]),
    ('أكدت مصادر مطلعة إلى "السفح" أن الجسر فتح.', [("outlet", "السفح")]),
    ("قال سامي الديري في تصريح لقناة الشراع إن الجسر فتح.", [("outlet", "قناة الشراع")]),
    ('أكد سامي الديري لموقع "الشراع" أن الجسر فتح.', [("outlet", "الشراع")]),
    ("قال سامي الديري لإذاعة الغدير صباح الأحد إن الجسر فتح.", [("outlet", "إذاعة الغدير")]),
    ("قال سامي الديري لمراسل قناة الشراع إن الجسر فتح.", [("outlet", "قناة الشراع")]),
    ("قال سامي الديري لبرنامج «صباح السفح» إن الجسر فتح.", [("channel", "صباح السفح")]),
    ("قال سامي الديري للتلفزيون الوطني إن الجسر فتح.", [("outlet", "التلفزيون الوطني")]),
    ("وأفاد مدير المرصد سامي الديري إذاعة الغدير بأن الجسر فتح.", [("outlet", "إذاعة الغدير")]),
    ("وأفاد مدير المرصد سامي الديري، وكالة السفح بأن الجسر فتح.", [("agency", "وكالة السفح")]),
    ("فتح الجسر أمام الناس مساء الأحد، وفق ما أفاد مصدر أمني وكالة السفح.", [("agency", "وكالة السفح")]),
    ("قال سامي الديري لشبكة سي إن إن إن الجسر فتح.", [("outlet", "سي إن إن")]),
    # a channel and who heard it
    (
        "قال سامي الديري في مقابلة مع قناة (الشراع) الفضائية إن الجسر فتح.",
        [("channel", "مقابلة"), ("outlet", "الشراع")],
    ),
    (
        "وقال سامي الديري في اتصال مع إذاعة الغدير إن الجسر فتح.",
        [("channel", "اتصال"), ("outlet", "إذاعة الغدير")],
    ),
    (
        "وقال الحارس الذي تحدث في اتصال هاتفي مع «السفح» إن الجسر فتح.",
        [("channel", "اتصال هاتفي"), ("outlet", "السفح")],
    ),
    (
        "قال سامي الديري في مقال في صحيفة الضفة إن الجسر فتح.",
        [("channel", "مقال"), ("outlet", "صحيفة الضفة")],
    ),
    # accounts and platforms
    (
        "كتب سامي الديري على حسابه الرسمي في منصة «إكس» أن الجسر فتح.",
        [("account", "حسابه الرسمي"), ("platform", "إكس")],
    ),
    (
        "كتبت سلمى الديري في تغريدة على حسابها بموقع التواصل الاجتماعي “تويتر”: «الجسر مفتوح للجميع».",
        [("channel", "تغريدة"), ("account", "حسابها"), ("platform", "تويتر")],
    ),
    ("غرد سامي الديري عبر حسابه الرسمي قائلا: «الجسر مفتوح للجميع».", [("account", "حسابه الرسمي")]),
    ("أعلنت بلدية السفح على موقعها الإلكتروني أن الجسر فتح.", [("platform", "موقعها الإلكتروني")]),
    ('كتب سامي الديري على موقع "الشراع" الإلكتروني أن الجسر فتح.', [("platform", "الشراع")]),
    # those who only pass it on stand outermost
    ('ونقلت "السفح" عن سامي الديري أن الجسر فتح.', [("outlet", "السفح")]),
    ("وأكدت صحيفة الضفة، نقلا عن مصدر عسكري قوله: «فتح الجسر أمام الجميع».", [("outlet", "صحيفة الضفة")]),
    ("وأفادت مصادر محلية بحسب رويترز بأن الجسر فتح.", [("agency", "رويترز")]),
    (
        'وبحسب "رويترز"، فقد ذكرت وزارة النقل في بيان أن الجسر فتح.',
        [("channel", "بيان"), ("agency", "رويترز")],
    ),
    ("قال سامي الديري إن الجسر فتح، وفقا لرويترز.", [("agency", "رويترز")]),
    (
        "ونقلت وكالة السفح عن سامي الديري قوله في مقابلة مع قناة الشراع إن الجسر فتح.",
        [("channel", "مقابلة"), ("outlet", "قناة الشراع"), ("agency", "وكالة السفح")],
    ),
    (
        "قال سامي الديري، في تصريحات نشرتها وسائل إعلام محلية، إن الجسر فتح.",
        [("outlet", "وسائل إعلام محلية")],
    ),
    (
        "قالت نقابة السفح في بيان تلقت الشراع نسخة منه إن الجسر فتح.",
        [("channel", "بيان"), ("outlet", "الشراع")],
    ),
    (
        'قالت نقابة السفح في تقرير اطلعت عليه "الشراع" إن الجسر فتح.',
        [("report", "تقرير"), ("outlet", "الشراع")],
    ),
    # documents through which a body speaks
    ("وقال بيان لوزارة النقل إن الجسر فتح.", [("channel", "بيان")]),
    ("وأكد تقرير صادر عن وزارة النقل أن الجسر فتح.", [("report", "تقرير")]),
    ("فتح الجسر الجديد أمام الناس، بحسب تقرير وزارة النقل.", [("report", "تقرير وزارة النقل")]),
]

NOT_HEARD = [
    # a document that speaks for itself
    "أظهر استطلاع للرأي أن الجسر مفيد.",
    "كشفت دراسة جديدة أن الجسر مفيد.",
    "وأشارت تقارير صحفية إلى أن الجسر فتح.",
    "أظهرت بيانات وزارة النقل أن الجسر مفيد.",
    # an act of speaking
    "قال سامي الديري في تصريح إن الجسر فتح.",
    "قال سامي الديري في كلمته خلال الحفل إن الجسر فتح.",
    # who the speaker is, and where
    "قالت إذاعة الغدير إن الجسر فتح.",
    "قال مدير قناة الشراع سامي الديري إن الجسر فتح.",
    "قال سامي الديري الذي يعمل في التلفزيون الرسمي إن الجسر فتح.",
    "قال سامي الديري، الكاتب في صحيفة الضفة، إن الجسر فتح.",
    "وقال سامي الديري بعد جولة في الشرق الأوسط إن الجسر فتح.",
    "قال سامي الديري في موقع الحادث إن الجسر فتح.",
    # bodies that are no newsrooms
    "قال الأمين العام لـ«حزب السفح» سامي الديري إن الجسر فتح.",
    "قال سامي الديري، الرئيس السابق لوكالة الأمن البحري، إن الجسر فتح.",
    "وقال المدير العام للوكالة الدولية للطاقة الذرية إن الجسر فتح.",
    "وفي ما يتعلق ببرنامج “فرصة” قالت سلمى الديري إن الجسر فتح.",
    # what is spoken about
    "دعا سامي الديري سكان الضفة إلى «ضبط النفس».",
    "ويعد هذا القرار، بحسب المحللين، ضربة لـ«السفح» على المستوى المحلي.",
    "أعلنت شركة السفح التي تعرض القنوات المحلية أن السوق مغلق.",
    "ويقول سكان الضفة لموقع بناء الجسر إن الطريق مغلق.",
    "وقال سامي الديري ردا على شكاوى تداولها الأهالي إن الجسر فتح.",
]


@pytest.mark.parametrize(("text", "chain"), HEARD, ids=[text[:40] for text, _ in HEARD])
def test_links_stand_in_order(text: str, chain: Chain) -> None:
    """Each link that the words name, from the speaker's mouth outward."""
    assert chain_of(text) == chain


@pytest.mark.parametrize("text", NOT_HEARD, ids=[text[:40] for text in NOT_HEARD])
def test_what_only_looks_like_a_link_is_none(text: str) -> None:
    """A statement is read, and it has no chain."""
    assert extract(text).statements
    assert chain_of(text) == []


def test_a_link_is_not_repeated_on_what_goes_on() -> None:
    """What follows in the same breath or under another verb does not say again by which way it came."""
    text = "قال سامي الديري في بيان إن الجسر فتح، مضيفا أن السوق مغلق. وأضاف أن المدارس مغلقة."
    assert [chain_of(text, number) for number in (0, 1, 2)] == [[("channel", "بيان")], [], []]


def test_a_link_of_another_clause_is_left_there() -> None:
    """A post of one speaker is no link of the next one in the sentence."""
    text = "وأعلنت نقابة السفح في منشور على فيسبوك تأييدها، بينما قالت لجنة النهر إن الجسر فتح."
    assert chain_of(text, -1) == []


def test_a_noun_with_the_article_points_back() -> None:
    """للصحيفة is the newspaper named last; where none was named it is no link."""
    text = "نشرت صحيفة الضفة صورا للجسر. وقال الحارس للصحيفة إن الجسر فتح."
    assert chain_of(text) == [("outlet", "صحيفة الضفة")]
    assert chain_of("وقال الحارس للصحيفة إن الجسر فتح.") == []


def test_who_is_quoted_speaks_and_who_quotes_is_a_link() -> None:
    """صحيفة … نقلا عن مصدر: the source is the speaker."""
    text = "وأكدت صحيفة الضفة، نقلا عن مصدر عسكري قوله: «فتح الجسر أمام الجميع»."
    assert extract(text).statements[0].speaker.name == "مصدر عسكري"


MARKS = ["«", "»", '"', "(", ")", "،", ".", ":", "\n", "ل", "حسب", "نقلا", "عن"]
PIECES = [*" ".join(text for text, _ in HEARD).split(), *MARKS]
WORDS = st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join)


@pytest.mark.parametrize("text", ["حسب«", "وفق", "قال ل«", "نقلت", "تلقت نسخة", "قال لقناة", "على صفحته"])
def test_a_text_may_end_anywhere(text: str) -> None:
    """A text that breaks off after a word of a chain is read like any other."""
    assert all(link.span for one in extract(text).statements for link in one.chain)


@settings(deadline=None)
@given(WORDS)
def test_every_link_has_the_words_that_prove_it(text: str) -> None:
    """Whatever the text, a link has a span of the source; its name stands there unless it points back."""
    record = extract(text)
    for statement in record.statements:
        for link in statement.chain:
            assert link.span is not None
            assert 0 <= link.span.start < link.span.end <= len(text)
            assert fold(link.name)


def test_a_medium_that_could_not_check_the_words_did_not_carry_them() -> None:
    """لم يتسن للإذاعة التحقق منه tells of no way that the words came."""
    text = "في منشور لم يتسن لإذاعة السفح التحقق منه، قالت سلمى الديري إن الجسر فتح."
    assert [kind for kind, _ in chain_of(text)] == ["channel"]
