"""What each mention tells, before mentions of one happening are brought together: reading and joining."""

from __future__ import annotations

import pytest

from rawi.events.drafts import VICTIMS, VIOLENT, fuller, is_place
from rawi.events.extraction import find_drafts
from rawi.events.lexemes import event_words
from tests.events.told import events, name, only, page_of


def test_a_verb_that_only_tells_of_a_noun_is_no_event_of_its_own() -> None:
    """استهدفت غارة منزلا, with or without و, is one airstrike on a house."""
    for verb in ("استهدفت", "واستهدفت"):
        one = only(f"{verb} غارة منزلا في مدينة صعدة أمس.")
        assert (one.rule, name(one.actor), name(one.target)) == ("event/airstrike", None, "منزلا")


def test_a_relative_clause_tells_the_target_of_a_noun() -> None:
    """هجوم استهدف حاجزا: the attack was on a checkpoint."""
    one = only("قتل ثلاثة جنود في هجوم استهدف حاجزا في مدينة كركوك أمس.")
    assert one.rule == "event/attack"


def test_what_was_foiled_is_part_of_the_foiling() -> None:
    """أحبطت القوات هجوما is one event."""
    one = only("أحبطت القوات هجوما لمسلحين في مدينة الموصل أمس.")
    assert one.rule == "event/foiling"
    assert len(one.mentions) == 1


def test_the_noun_of_a_verb_is_part_of_it() -> None:
    """استعاد السيطرة is one taking."""
    one = only("استعاد الجيش السيطرة على مدينة تدمر أمس.")
    assert name(one.actor) == "الجيش"


def test_victims_are_of_the_happening_of_their_sentence() -> None:
    """قتل في انفجار: one event, the blast."""
    one = only("قتل سبعة أشخاص وأصيب عشرة في انفجار في مدينة الحلة أمس.")
    assert (one.rule, one.killed, one.injured) == ("event/blast", 7, 10)


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("قصف على مدينة صعدة أمس قتل فيه ثمانية مدنيين.", "مدنيون"),
        ("قتل 15 من المسلحين في مواجهات مع الجيش في مدينة تعز أمس.", "المسلحين"),
    ],
)
def test_those_harmed_are_the_target_before_the_town(text: str, target: str) -> None:
    """People before the place they were in."""
    assert name(events(text)[0].target) == target


def test_each_count_is_of_the_nearest_happening() -> None:
    """Two attacks in two sentences have their own dead."""
    found = events(
        "قتل ثلاثة جنود في هجوم في مدينة كركوك أمس. وقتل سبعة جنود في هجوم آخر في مدينة تلعفر اليوم."
    )
    assert [one.killed for one in found] == [3, 7]


def test_a_draft_knows_its_first_whole_toll() -> None:
    """A part is no total."""
    page = page_of("قتل 30 شخصا بينهم سبعة أطفال في غارة في مدينة صعدة أمس.")
    (draft,) = find_drafts(page.record)
    total = draft.total("killed")
    assert total is not None
    assert total.low == 30
    assert draft.total("displaced") is None
    assert draft.main is draft.mentions[0]
    assert {"airstrike"} <= draft.families


def test_fuller_roles_keep_what_the_first_knows() -> None:
    """Only what is missing is taken over; is_place tells places from people."""
    page = page_of("هاجم مسلحون حاجزا للجيش في مدينة كركوك أمس. واعتقلت الشرطة طبيبا في مدينة تونس أمس.")
    one, other = find_drafts(page.record)
    assert fuller(one.roles, other.roles).actor == one.roles.actor
    assert not is_place(one.roles.target)
    assert not is_place(None)


def test_violence_and_victims_are_families_of_words() -> None:
    """Every family that is asked for is one that a word can be read as."""
    families = {reading.family for rows in event_words().values() for _, reading in rows}
    assert families >= VICTIMS
    assert VIOLENT - families == set()
