"""What speaks for one happening and what against."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.relations.stories.rarity import stems_of
from rawi.relations.stories.resemblance import compare_topics, days_between
from rawi.relations.stories.topics import Topic
from tests.relations.stories.told import read, report

FIRE = (
    "اندلع حريق كبير، {day}، في ميناء قصر المرمر شرق البلاد، "
    "وأصيب {number} عاملًا، بحسب قائد الإطفاء سامر البلهوان."
)
LATER = (
    "أخمدت فرق الإطفاء النار في مخازن ميناء قصر المرمر، "
    "وارتفع عدد المصابين من عماله إلى 41، وفق سامر البلهوان."
)
STEMS = st.sampled_from(["مرمر", "حريق", "مينا", "بلهو", "قصر", "طفاء"])
TERMS = st.dictionaries(STEMS, st.floats(0.01, 0.5), max_size=6)
NAMES = st.lists(st.sampled_from(["سامر البلهوان", "سامر بلهوان", "هالة المرزبان", ""]), max_size=3).map(
    tuple
)
DAYS = st.lists(st.integers(738_000, 738_060), max_size=3).map(tuple)
TOPICS = st.builds(
    Topic,
    id=st.just("x"),
    document=st.just("x"),
    outlet=st.none() | st.sampled_from(["الرواق", "النداء"]),
    title=TERMS,
    lead=TERMS,
    terms=TERMS,
    people=NAMES,
    countries=st.lists(st.sampled_from(["مصر", "قبرص"]), max_size=2).map(tuple),
    towns=NAMES,
    numbers=st.lists(
        st.sampled_from(["12 قتيل", "15 قتيل", "3 d", "40 %", "99"]), max_size=4, unique=True
    ).map(tuple),
    days=DAYS,
    weekdays=st.lists(st.integers(0, 6), max_size=2).map(tuple),
    called=st.lists(st.sampled_from(["جزيره:نورس", "جزيره:شراع", "بلده:سرو"]), max_size=2).map(tuple),
    part=st.none() | st.integers(1, 3),
).flatmap(
    lambda topic: (
        st.none().map(lambda _: topic)
        | st.integers(738_000, 738_060).map(
            lambda day: msgspec.structs.replace(topic, first=day, last=day + 2)
        )
    )
)


def score(a: tuple[str, str | None], b: tuple[str, str | None]) -> float:
    """Return how likely two texts, each with a day of publication, are of one happening."""
    return compare_topics(*read(report(a[0], published=a[1]), report(b[0], published=b[1]))).score


@given(TOPICS, TOPICS)
def test_the_order_of_two_reports_does_not_matter(a: Topic, b: Topic) -> None:
    """And the answer is always from 0 to 1."""
    assert compare_topics(a, b) == compare_topics(b, a)
    assert 0 <= compare_topics(a, b).score <= 1


@given(TOPICS)
def test_a_report_with_words_is_like_itself(topic: Topic) -> None:
    """Whatever else it has, a report with words compared with itself is a copy."""
    whole = msgspec.structs.replace(topic, terms={"مرمر": 0.8, "حريق": 0.6})
    assert compare_topics(whole, whole).copy


def test_the_longer_between_two_reports_the_less_likely_they_are_of_one_happening() -> None:
    """The same two texts count for less after a week, a month, a year."""
    days = ["2024-03-05", "2024-03-12", "2024-04-10", "2025-03-05"]
    first = (FIRE.format(day="فجر اليوم", number=34), "2024-03-04")
    scores = [score(first, (LATER, day)) for day in days]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] > 0.5 > scores[-1]


def test_undated_reports_need_more_in_common() -> None:
    """A day that is not known speaks for nothing."""
    first, second = FIRE.format(day="فجر اليوم", number=34), LATER
    assert score((first, None), (second, None)) < score((first, "2024-03-04"), (second, "2024-03-04"))


def test_another_day_named_for_the_happening_speaks_against() -> None:
    """Two fires in one port are told apart by the days that the reports name."""
    one = FIRE.format(day="يوم 3 مارس 2024", number=34)
    same, other = (FIRE.format(day=f"يوم {day} مارس 2024", number=37) for day in (3, 19))
    assert score((one, None), (other, None)) < score((one, None), (same, None))


def test_a_spelling_of_a_name_is_the_same_person() -> None:
    """غريغور هالدن and جريجور هالدن speak in one happening."""
    text = "قال {} إن القوة لن تغادر وادي الخروع قبل الصيف."
    spelled = [report(text.format(name), published="2024-03-04") for name in ("غريغور هالدن", "جريجور هالدن")]
    others = report(text.format("بهاء الشواف"), published="2024-03-04")
    a, b, c = read(*spelled, others)
    a, b, c = (
        msgspec.structs.replace(one, people=(name,))
        for one, name in zip((a, b, c), ("غريغور هالدن", "جريجور هالدن", "بهاء الشواف"), strict=True)
    )
    assert compare_topics(a, b).score > compare_topics(a, c).score


def test_a_column_of_two_days_is_two() -> None:
    """Prices under one title, in nearly the same words, with other numbers: not one happening."""
    text = "بلغ سعر غرام الذهب عيار 24 في سوق الصدفة {} ليرة، وعيار 21 {} ليرة، وسعر الدولار {} ليرة للشراء."
    numbers = [(410, 358, 88), (433, 379, 91)]
    title = "أسعار الذهب في سوق الصدفة اليوم"
    one, other = read(
        *(
            report(text.format(*found), title=title, published=day, outlet="صحيفة السديم")
            for found, day in zip(numbers, ("2024-04-16", "2024-04-23"), strict=True)
        )
    )
    assert compare_topics(one, other).score < 0.4


def test_parts_of_a_series_are_several() -> None:
    """A newsroom's feature in parts is not one happening told twice."""
    text = "تواصل الرواق نشر فصول من تاريخ وادي الخروع كما رواه المؤرخ هيثم القطراني."
    parts = [
        report(f"{text} {rest}", title=f"تاريخ وادي الخروع ({at}): {rest}", outlet="الرواق")
        for at, rest in enumerate(("سنوات الجفاف", "بناء القناة"), 1)
    ]
    assert compare_topics(*read(*parts)).score < 0.4


@pytest.mark.parametrize(
    ("a", "b", "gap"), [(None, "2024-03", None), ("2024-03-05", "2024-03", 0), ("2024-03-05", "2024-04", 27)]
)
def test_days_between_are_those_at_least(a: str | None, b: str, gap: int | None) -> None:
    """A month may begin where the day is."""
    assert days_between(*read(report("نص", published=a), report("نص آخر", published=b))) == gap


def test_an_undated_report_of_older_years_is_hardly_of_a_late_happening() -> None:
    """It names 2014 and nothing later: a report of 2018 is of another fire, one of 2014 may be of this."""
    old = report(f"{LATER} وكان الميناء قد افتتح في عام 2014.")
    late, same = (
        report(FIRE.format(day="فجر اليوم", number=34), published=day) for day in ("2018-03-04", "2014-03-04")
    )
    (topic,), (a,), (b,) = read(old), read(late), read(same)
    assert compare_topics(topic, a).score < compare_topics(topic, b).score


def crash(place: str) -> str:
    """Return a report in the words that all of its kind have."""
    return f"توفي شخصان إثر اصطدام سيارتهما بجمل سائب قرب مدينة {place}، وباشر الإسعاف والمرور الحادث."


def test_one_form_filled_with_other_towns_is_of_several_happenings() -> None:
    """Crashes in two towns are told in the same words."""
    same = score((crash("حائل"), "2024-05-10"), (crash("حائل"), "2024-05-10"))
    assert same > score((crash("حائل"), "2024-05-10"), (crash("تبوك"), "2024-05-10"))
    one, other = (
        Topic(id=town, document=town, towns=(town,), lead=words, terms=words)
        for town, words in (("حائل", {"حاءل": 0.6, "جمل": 0.8}), ("تبوك", {"بوك": 0.6, "جمل": 0.8}))
    )
    bare = [msgspec.structs.replace(topic, towns=()) for topic in (one, other)]
    assert compare_topics(one, other).score < compare_topics(*bare).score
    passing = msgspec.structs.replace(other, terms=other.terms | {"حاءل": 0.01})
    assert compare_topics(one, passing).score > compare_topics(one, other).score


def test_somebody_named_by_his_last_name_alone_is_a_link() -> None:
    """A later report may call a man by the last word of his name, where no name is seen."""
    (name,) = stems_of("البلسنوفي")
    words = {"قاض": 0.6, name: 0.8}
    one = Topic(id="a", document="a", people=("سامر البلسنوفي",), lead={"قاض": 1.0}, terms=words)
    other = Topic(id="b", document="b", lead={"قاض": 1.0}, terms={"محكم": 0.8, name: 0.6})
    nobody = msgspec.structs.replace(one, people=())
    assert compare_topics(one, other).score > compare_topics(nobody, other).score


def test_two_islands_that_open_two_reports_are_of_two_happenings() -> None:
    """The same form, day and kind of place, and two names: two boats; one that has both names may be one."""
    text = "غرق مركب صيد، الأربعاء، قبالة جزيرة {} ما أدى إلى مقتل {} بحارة، بحسب خفر السواحل."
    one = (text.format("النورس", "تسعة"), "2024-03-06")
    other = (text.format("الشراع", "سبعة"), "2024-03-06")
    both = (f"{other[0]} وكان المركب قد أبحر من جزيرة النورس.", "2024-03-06")
    assert score(one, other) < 0.5 < score(one, both)
