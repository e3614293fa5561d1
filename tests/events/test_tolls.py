"""The dead, injured, abducted, arrested and displaced of a happening."""

from __future__ import annotations

import pytest

from rawi.model.claim import Event, Toll
from rawi.model.value import Hedge
from tests.events.told import events, only, read


def counts(event: Event) -> list[tuple[str, object, object, Hedge]]:
    """Return the tolls of an event: of what, from, to, and how firmly."""
    return [(one.kind, one.low, one.high, one.hedge) for one in event.tolls]


def toll(text: str) -> Toll:
    """Return the one toll of the one event of a text."""
    (found,) = only(text).tolls
    return found


@pytest.mark.parametrize(
    ("words", "low", "high", "hedge"),
    [
        ("20 مدنيا", 20, 20, Hedge.EXACT),
        ("ثلاثة مدنيين", 3, 3, Hedge.EXACT),
        ("نحو 20 مدنيا", 20, 20, Hedge.ABOUT),
        ("أكثر من 20 مدنيا", 20, None, Hedge.MORE_THAN),
        ("ما لا يقل عن 20 مدنيا", 20, None, Hedge.AT_LEAST),
        ("ما بين 10 و15 مدنيا", 10, 15, Hedge.BETWEEN),
        ("عشرات المدنيين", 10, None, Hedge.ORDER),
        ("مدنيان", 2, 2, Hedge.EXACT),
    ],
)
def test_a_count_keeps_its_range_and_hedge(words: str, low: int, high: int | None, hedge: Hedge) -> None:
    """Nothing is made more exact than the text has it, and all are of those who suffered."""
    found = toll(f"قتل {words} في غارة في مدينة صعدة أمس.")
    assert (found.low, found.high, found.hedge, found.side) == (low, high, hedge, "target")
    assert found.figure is not None


def test_scores_alone_are_no_number() -> None:
    """قتل العشرات: many are dead, and killed stays null."""
    assert only("قتل عشرات المدنيين في غارة على منزل في مدينة صعدة أمس.").killed is None


def test_those_who_fell_are_dead() -> None:
    """سقط 12 قتيلا counts the dead."""
    assert only("سقط 12 قتيلا في اشتباكات في مدينة درنة أمس.").killed == 12


def test_a_joint_count_stays_joint() -> None:
    """قتل وأصيب 30: neither killed nor injured is 30."""
    one = only("قتل وأصيب 30 شخصا في انفجار في مدينة كابل أمس.")
    told = {(toll.kind, toll.low, toll.joint) for toll in one.tolls}
    assert told == {("killed", 30, True), ("injured", 30, True)}
    assert (one.killed, one.injured) == (None, None)


def test_parts_are_told_from_the_whole() -> None:
    """بينهم خمس نساء وسبعة أطفال: parts, who they are, and not added up."""
    one = only("قتل 30 شخصا بينهم خمس نساء وسبعة أطفال في غارة على منزل في مدينة صعدة أمس.")
    assert [(toll.low, toll.who, toll.part) for toll in one.tolls] == [
        (30, None, False),
        (5, "women", True),
        (7, "children", True),
    ]
    assert one.killed == 30


def test_those_whom_and_joins_are_added_up() -> None:
    """15 طفلا وامرأتان: seventeen, each counted for what they are."""
    one = only("قتل 15 طفلا وامرأتان في غارة على منزل في مدينة صعدة أمس.")
    assert one.killed == 17
    assert [toll.who for toll in one.tolls] == ["children", "women"]


def test_the_dead_and_the_injured_are_apart() -> None:
    """Each kind has its own count."""
    one = only("قتل 12 مدنيا وأصيب 30 آخرون في انفجار سيارة مفخخة في مدينة الحلة أمس.")
    assert (one.killed, one.injured, one.abducted, one.arrested) == (12, 30, None, None)


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        ("مقتل شاب في إطلاق نار في مدينة الناصرة أمس.", "killed", 1),
        ("اغتيل القاضي سامر الحلبي في مدينة بيروت أمس.", "killed", 1),
        ("قتل أحد عناصر الشرطة في مدينة غزة أمس.", "killed", 1),
        ("مقتل شابين برصاص مجهولين في مدينة الناصرة أمس.", "killed", 2),
        ("قتل جنديان في هجوم في مدينة سرت أمس.", "killed", 2),
        ("خطف مسلحون طبيبا في مدينة بنغازي أمس.", "abducted", 1),
        ("اختطاف صحفيين اثنين في مدينة سرت أمس.", "abducted", 2),
        ("خطف مسلحون تسعة عمال في مدينة سرت أمس.", "abducted", 9),
        ("اعتقال ناشط في مدينة سرت أمس.", "arrested", 1),
        ("أصيب جندي في اشتباكات في مدينة سرت أمس.", "injured", 1),
    ],
)
def test_one_or_two_are_counted_by_their_noun(text: str, kind: str, number: int) -> None:
    """A noun for one, a name, a dual or a number tells how many."""
    one = only(text)
    assert getattr(one, kind) == number
    assert counts(one) == [(kind, number, number, Hedge.EXACT)]


@pytest.mark.parametrize("noun", ["مدنيين", "عدد من المدنيين", "عناصر من الشرطة"])
def test_people_without_a_number_are_not_counted(noun: str) -> None:
    """Several of whom no number is told have no toll."""
    assert only(f"مقتل {noun} في غارة على منزل في مدينة صعدة أمس.").killed is None


def test_competing_claims_stand_side_by_side() -> None:
    """Two sources with two numbers: both are kept, each with its statement, and killed is null."""
    record = read(
        "انفجرت سيارة مفخخة في مدينة الحلة أمس. "
        "وقالت الشرطة إن 12 شخصا قتلوا. وقال مصدر طبي إن 15 شخصا قتلوا."
    )
    one = record.events[0]
    assert [(toll.low, toll.according_to) for toll in one.tolls] == [(12, "s1"), (15, "s2")]
    assert one.killed is None


def test_the_number_beside_the_trigger_leads() -> None:
    """Where the sentence of the trigger has a number, it is the one of the event."""
    one = events("قتل 12 شخصا في انفجار في مدينة الحلة أمس. وقال مصدر طبي إن عدد قتلى الانفجار 15 شخصا.")[0]
    assert one.killed == 12


def test_an_attack_has_the_dead_of_the_next_sentence() -> None:
    """قتل في الهجوم أربعة: of the attack told before."""
    one = only("هاجم مسلحون حاجزا للجيش في مدينة الرمادي أمس. وقتل في الهجوم أربعة جنود.")
    assert one.killed == 4


def test_fighters_and_civilians_are_told_apart() -> None:
    """who says who was counted, where the noun says it."""
    one = only("قتل مسلحون خمسة جنود وثلاثة مدنيين في مدينة كركوك أمس.")
    assert [toll.who for toll in one.tolls] == ["fighters", "civilians"]


def test_the_displaced_are_of_what_drove_them_out() -> None:
    """Those who fled are counted with the shelling."""
    one = only("نزح ثلاثة آلاف شخص بعد قصف مدينة صعدة أمس.")
    assert counts(one) == [("displaced", 3000, 3000, Hedge.EXACT)]


def test_those_arrested_are_no_dead_of_a_strike() -> None:
    """An airstrike arrests nobody: counts go to a happening that can have them."""
    for one in events("قتل ثلاثة في غارة على منزل في مدينة صعدة أمس واعتقلت الشرطة سبعة أشخاص."):
        if one.rule == "event/airstrike":
            assert one.arrested is None


def test_what_is_denied_is_not_counted() -> None:
    """A number that a statement denies is no toll."""
    for one in events("نفى الجيش مقتل 12 جنديا في مدينة مأرب أمس."):
        assert one.certainty == "denied"


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("لقي شرطيان مصرعهما في انفجار عبوة في مدينة العريش أمس.", 2, None),
        ("قتل ضابط ومجند في هجوم على حاجز في مدينة العريش أمس.", 2, None),
        ("قتل شخص وأصيب خمسة آخرون في قصف على مدينة إدلب أمس.", 1, 5),
        ("قتل ثلاثة أشخاص وأصيب عدد آخر في قصف على مدينة إدلب أمس.", 3, None),
    ],
)
def test_those_whom_words_alone_count(text: str, killed: int | None, injured: int | None) -> None:
    """Nouns for one or two, pronouns of two, and others after the dead."""
    one = only(text)
    assert (one.killed, one.injured) == (killed, injured)


@pytest.mark.parametrize(
    "text",
    [
        "بلغت حصيلة القصف على غزة أمس 45 قتيلا، ما يرفع الحصيلة منذ أكتوبر إلى 31 ألف قتيل.",
        "قتل 45 شخصا في قصف على غزة أمس، ليرتفع عدد القتلى منذ بدء الحرب إلى 31 ألفا.",
        "قتل القصف أمس 45 شخصا في غزة، لترتفع الحصيلة الإجمالية إلى 900 قتيل.",
    ],
)
def test_the_dead_of_a_war_are_none_of_one_day(text: str) -> None:
    """What it came to since a month or a war began is not counted with the shelling of yesterday."""
    assert only(text).killed == 45
    assert {one.low for one in only(text).tolls} == {45}


def test_a_campaign_is_doubtful_and_without_its_toll() -> None:
    """All raids since a war began are no single one with all of its dead."""
    one = only("أسفرت الغارات على غزة منذ بدء الحرب عن مقتل 30 ألف شخص.")
    assert (one.killed, one.tolls, one.confidence) == (None, (), "doubtful")


@pytest.mark.parametrize("since", ["منذ فجر اليوم", "منذ بدء الهجوم على المدينة الاثنين"])
def test_the_dead_since_it_began_are_of_the_happening(since: str) -> None:
    """A count since this morning or since the attack itself began stays."""
    assert events(f"قتل 15 شخصا في هجوم على مدينة سرت {since}.")[0].killed == 15


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("قتل 3 عمال في انفجار في مدينة الحلة أمس، وإن 12 شخصا قتلوا في انفجار آخر في كركوك.", [3, 12]),
        ("أدى انفجار في مدينة الحلة أمس إلى مقتل 3 أشخاص، وأدى انفجار آخر في كركوك إلى مقتل 7.", [3, 7]),
        ("في ذكرى تفجير السوق قتل جنديان في تفجير في سرت أمس.", [None, 2]),
    ],
)
def test_a_toll_goes_to_the_happening_between_the_same_commas(text: str, killed: list[int | None]) -> None:
    """Of two blasts in a sentence each has its own dead, and what is remembered has none of today."""
    assert [one.killed for one in events(text)] == killed


def test_the_dead_of_another_year_are_not_of_yesterday() -> None:
    """What somebody once wrote of keeps its dead and its year."""
    text = (
        "قتلت الصحفية ريم العامر، التي كانت قد غطت مجزرة الوادي عام 2017 التي قتل فيها 90 شخصا، "
        "في غارة على حلب أمس."
    )
    assert [(one.date, one.killed) for one in events(text)] == [("2017", 90), ("2020-11-17", 1)]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("اعتقلت الشرطة مشتبها به في مدينة سرت أمس.", [1]),
        ("اعتقلت الشرطة مشتبها في تورطه في سرقة في مدينة سرت أمس.", []),
        ("اعتقل مشتبه في صلتهم بجريمة في مدينة سرت أمس.", []),
        ("اعتقلت الشرطة مشتبها بهم في مدينة سرت أمس.", []),
    ],
)
def test_a_suspect_is_one_only_where_a_pronoun_says_so(text: str, number: list[int]) -> None:
    """مشتبه به is one; مشتبه بهم are several, and مشتبه alone may be."""
    assert [toll.low for one in events(text) for toll in one.tolls if toll.kind == "arrested"] == number
