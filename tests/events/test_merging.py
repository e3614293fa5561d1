"""One event for each happening: mentions of the same are brought together, others stay apart."""

from __future__ import annotations

import re

import pytest
from tests.events.told import events, name, only, read

from rawi.events.lexemes import event_words
from rawi.events.merging import load_evidence, weigh
from rawi.lexicons.loader import load_table


@pytest.mark.parametrize(
    "text",
    [
        "هاجم مسلحون حاجزا للجيش في مدينة الرمادي أمس. وقتل في الهجوم أربعة جنود.",
        "شنت طائرات غارة على منزل في مدينة صعدة أمس. وقتل في الغارة أربعة مدنيين.",
        "انفجرت سيارة مفخخة في مدينة الحلة أمس. وأسفر الانفجار عن مقتل 12 شخصا.",
        "اندلعت اشتباكات بين الجيش ومسلحين في مدينة درنة أمس. واستمرت الاشتباكات ساعات.",
        "قتل 12 شخصا في انفجار في مدينة الحلة. وكان الانفجار وقع في سوق في مدينة الحلة أمس.",
        "هاجم مسلحون مركزا للشرطة في مدينة كركوك أمس. وقال المتحدث سليم الحداد إن الهجوم أسفر عن مقتل شرطيين.",
    ],
)
def test_what_is_told_again_is_one_event(text: str) -> None:
    """The attack and its victims in the next sentence are one happening with several mentions."""
    one = only(text)
    assert one.mentions


@pytest.mark.parametrize(
    "text",
    [
        "استهدفت غارة منزلا في مدينة صعدة أمس. واستهدفت غارة أخرى سوقا في المدينة.",
        "شنت طائرات غارة على منزل في مدينة صعدة أمس. وشنت طائرات غارة ثانية على سوق في المدينة.",
        "قصفت الطائرات سوقا في مدينة صعدة أمس. وقصفت الطائرات سوقا في مدينة عمران أمس.",
        "هاجم مسلحون حاجزا للجيش في مدينة كركوك أمس. وهاجم مسلحون حاجزا للجيش في مدينة تلعفر أمس.",
        "هاجم مسلحون حاجزا للجيش في مدينة كركوك أمس. وهاجم مسلحون حاجزا للجيش في مدينة كركوك اليوم.",
        "خطف مسلحون طبيبا في مدينة سرت أمس. وتظاهر مئات المواطنين في مدينة الخرطوم أمس.",
    ],
)
def test_two_happenings_stay_two(text: str) -> None:
    """Another strike, another town, another day or another kind is another event."""
    assert len(events(text)) == 2


def test_the_event_stands_on_the_word_that_names_it_best() -> None:
    """Of قتل and هجوم in a sentence, the attack is the trigger."""
    record = read("قتل ثلاثة جنود في هجوم على حاجز في مدينة كركوك أمس.")
    assert [record.words(one.trigger) for one in record.events] == ["هجوم"]


def test_what_one_mention_leaves_out_another_tells() -> None:
    """Actor of the one, dead and place of the other."""
    one = only("هاجم مسلحون حاجزا للجيش أمس. وقتل في الهجوم في مدينة كركوك أربعة جنود.")
    assert (name(one.actor), one.killed, one.date) == ("مسلحون", 4, "2020-11-17")
    assert one.place is not None and one.place.name == "كركوك"


def test_points_are_added_up() -> None:
    """Signs without points count for nothing."""
    assert weigh({"a": 1.5, "b": -0.5}, ("a", "b", "c", "a")) == 2.5


FAMILIES = {reading.family for rows in event_words().values() for _, reading in rows}
FORMS = {"verb", "present", "noun", "plural"}
SIDES = "state|nonstate|civilian|protester|unknown|member|military|civil|aircraft|none|named|None"
KIND = "killed|injured|abducted|arrested"
RELATION = "same|within|around|wide|differs"
ROLES = {row["role"] for row in load_table("event_signs.tsv")}
ALWAYS = {
    "keep": (
        r"bias|for|planned|denied|claimed|victims only|after that|date none",
        r"(told (done|the|owned|a))( (noun|plural))?",
        r"sentence [01236]|part [0-3]|knows [0-5]|mentions [1-4]",
        r"first (True|False)",
        r"place (own|near|none)",
        r"precision (None|exact|near|district|governorate|country)",
        r"date (unknown|span|alone|future|year|month|news|week|old)",
        rf"toll ({KIND})",
        rf"(actor|target) ({SIDES})",
        r"both (True|False){2} (verb|noun)",
        r"relative (verb|noun)",
        r"statement (none|direct|indirect|mixed)",
        r"stance [a-z_]+",
        r"type .+",
    ),
    "link": (
        r"bias|planned differs|another|after the headline|number differs|word same|relative|sort differs",
        r"groups [a-z]+\+[a-z]+|pair [a-z]+\+[a-z]+|family (same|kin|other)",
        r"scenes [0-3]|gap [0-5]|clause (same|other) (same|kin)",
        r"told (verb|the|owned|a) ((same|kin)|gap [0-3])",
        rf"place (around )?({RELATION})( (verb|the|owned|a))?|place [+-]{{2}}",
        r"date (same|differs|[+-]{2})",
        rf"toll ({KIND}) (same|differs|[+-]{{2}})",
        r"(actor|target) (same|differs|shared|side|unlike|[+-]{2})",
        r"victims [01]{2} gap [0-2]",
    ),
}


def can_be_seen(of: str, sign: str) -> bool:
    """Can selection or linking ever yield a sign?"""
    if any(re.fullmatch(one, sign) for one in ALWAYS[of]):
        return True
    first, *rest = sign.split()
    if first in ("family", "first", "place", "toll") and rest:
        family = next((word for word in rest if word in FAMILIES), None)
        others = [word for word in rest if word != family]
        return family is not None and set(others) <= FORMS | {"True", "False"}
    return first in ("near", "clause", "before", "before2", "after")


@pytest.mark.parametrize("row", list(load_table("event_evidence.tsv")), ids=lambda row: row["sign"])
def test_every_sign_of_the_evidence_can_be_seen(row: dict[str, str]) -> None:
    """A row that no mention can have counts for nothing and is taken out."""
    assert can_be_seen(row["of"], row["sign"])


def test_the_evidence_is_read_whole() -> None:
    """Each row stands once and has its points."""
    rows = [(row["of"], row["sign"]) for row in load_table("event_evidence.tsv")]
    assert len(rows) == len(set(rows))
    evidence = load_evidence()
    assert len(evidence.link) + len(evidence.keep) == len(rows)
