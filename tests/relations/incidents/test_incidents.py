"""Which events of several reports are one happening, how sure that is, and why."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.model.telling import Harm, Party, Site, Telling
from rawi.relations.incidents.meetings import can_be_one
from rawi.relations.layer import Context
from tests.relations.incidents.telling import (
    ATTACK,
    CLASH,
    DAY,
    LAND,
    NAMELESS,
    NEXT,
    PROTEST,
    REGION,
    STRIKE,
    TOWN,
    VILLAGE,
    body,
    gather,
    killed,
    link_all,
    names,
    one_story,
    person,
    telling,
)


def codes(*items: Telling, context: Context | None = None) -> set[str]:
    """Return the reasons of the one incident that some events are."""
    (found,) = gather(*items, context=context)
    return {reason.code for reason in found.reasons}


def test_an_event_that_one_report_tells_is_an_incident_of_its_own() -> None:
    """It is certain, and nothing has to be said for it."""
    (found,) = gather(telling("a1"))
    assert (found.events, found.documents) == (("ev_a1",), ("sha256:a",))
    assert (found.confidence, found.reasons) == ("certain", ())


def test_one_strike_in_two_reports_of_a_story_is_one_incident() -> None:
    """Type, day, place and story speak for it: it is certain, the earlier report first."""
    a, b = telling("a1", published=NEXT), telling("b1")
    (found,) = gather(a, b, context=one_story("a", "b"))
    assert (found.events, found.confidence) == (("ev_b1", "ev_a1"), "certain")
    assert {"incident.story", "incident.day", "incident.place"} <= {one.code for one in found.reasons}


def test_place_day_and_type_alone_leave_doubt() -> None:
    """A town may be struck twice on a day: the same dead make it sure."""
    (found,) = gather(telling("a1"), telling("b1"))
    assert found.confidence == "doubtful"
    (sure,) = gather(telling("a1", harm=killed(7)), telling("b1", harm=killed(7)))
    assert sure.confidence == "certain"


def test_two_strikes_of_one_report_are_never_one() -> None:
    """A round-up tells of two strikes on a town; another report tells of one, which is one of them at most,
    and which one is doubtful."""
    found = gather(telling("a1"), telling("a2"), telling("b1"), context=one_story("a", "b"))
    assert sorted(map(len, names(found))) == [1, 2]
    joined = next(one for one in found if len(one.events) == 2)
    assert joined.confidence == "doubtful"
    assert "incident.several" in {reason.code for reason in joined.reasons}


def test_what_is_told_tells_two_strikes_of_a_round_up_apart() -> None:
    """The dead of each are the dead of one strike in the other report."""
    four = [telling(f"{report}{n}", harm=killed(n)) for report in "ab" for n in (4, 9)]
    assert names(gather(*four, context=one_story("a", "b"))) == [["a4", "b4"], ["a9", "b9"]]


@pytest.mark.parametrize(
    "other",
    [
        telling("b1", date=NEXT),
        telling("b1", site=VILLAGE),
        telling("b1", PROTEST),
        telling("b1", date=None, published="2031-04-30"),
        telling("b1", date="2031-04"),
    ],
    ids=["another day", "another town", "another type", "weeks later", "another month"],
)
def test_what_cannot_be_one_is_two_whatever_else_speaks_for_it(other: Telling) -> None:
    """Two known days, two towns, or types of no kin are two happenings, also in one story with one toll."""
    one = telling("a1", harm=killed(7))
    context = one_story("a", "b")
    assert len(gather(one, Telling(**_fields(other) | {"harm": killed(7)}), context=context)) == 2  # type: ignore[arg-type]


def _fields(one: Telling) -> dict[str, object]:
    return {name: getattr(one, name) for name in one.__struct_fields__}


@pytest.mark.parametrize(
    "other",
    [
        telling("b1", ATTACK),
        telling("b1", site=REGION),
        telling("b1", date=None),
        telling("b1", date=None, published=NEXT),
        telling("b1", date="2031-03-11/2031-03-14"),
    ],
    ids=["kin type", "its governorate", "published that day", "published the next day", "an interval"],
)
def test_what_one_report_leaves_open_keeps_nothing_apart(other: Telling) -> None:
    """A kin type, the area around the town, no day, or a longer time may be of one strike."""
    assert len(gather(telling("a1"), other, context=one_story("a", "b"))) == 1


def test_an_unknown_place_leaves_doubt() -> None:
    """One report of a story does not say where, with the same dead: one incident, doubtful, and said why."""
    pair = telling("a1", harm=killed(7)), telling("b1", site=None, harm=killed(7))
    (found,) = gather(*pair, context=one_story("a", "b"))
    assert found.confidence == "doubtful"
    assert "incident.place_unknown" in {one.code for one in found.reasons}


def test_a_country_is_no_place_of_an_event() -> None:
    """Two strikes somewhere in a country on a day have nothing in common."""
    assert len(gather(telling("a1", site=LAND), telling("b1", site=LAND))) == 2


def test_a_place_that_no_gazetteer_has_is_not_said_to_be_another() -> None:
    """It may be a quarter of the town: with the story and the dead in common it is one, and doubtful."""
    pair = telling("a1", harm=killed(7)), telling("b1", site=NAMELESS, harm=killed(7))
    assert "incident.place_unsure" in codes(*pair, context=one_story("a", "b"))
    assert len(gather(*pair)) == 2


def test_competing_tolls_keep_nothing_apart_and_are_told() -> None:
    """Seven dead here and twelve there are one strike of one story, with the difference as a reason."""
    pair = telling("a1", harm=killed(7)), telling("b1", harm=killed(12))
    assert "incident.harm_differs" in codes(*pair, context=one_story("a", "b"))


def test_competing_tolls_leave_no_doubt_by_themselves() -> None:
    """Town, day, type and story are one: seven or twelve dead, it is the same strike for certain. Without a
    story they are as doubtful as without any count."""
    pair = telling("a1", harm=killed(7)), telling("b1", harm=killed(12))
    assert [one.confidence for one in gather(*pair, context=one_story("a", "b"))] == ["certain"]
    assert [one.confidence for one in gather(*pair)] == ["doubtful"]


def test_a_doubtful_story_leaves_doubt_only_where_it_is_needed() -> None:
    """What place, day, type and dead make sure stays so; what only the story brings together is doubtful."""
    doubtful = one_story("a", "b", sure=False)
    sure = telling("a1", harm=killed(7)), telling("b1", harm=killed(7))
    assert [one.confidence for one in gather(*sure, context=doubtful)] == ["certain"]
    assert [one.confidence for one in gather(telling("a1"), telling("b1"), context=doubtful)] == ["doubtful"]


def test_bounds_that_meet_do_not_compete() -> None:
    """More than six and seven may be one count."""
    pair = telling("a1", harm=(Harm("killed", 6, None),)), telling("b1", harm=killed(7))
    assert "incident.harm_differs" not in codes(*pair, context=one_story("a", "b"))


def test_other_attackers_are_one_happening_only_within_a_story() -> None:
    """Two parties blame each other: reports of one story tell one strike, and that the parties differ."""
    actors = body("لواء الغسق", "org:1"), body("كتيبة الفجر", "org:2")
    pair = [telling(f"{name}1", actors=(one,)) for name, one in zip("ab", actors, strict=True)]
    assert "incident.party_differs" in codes(*pair, context=one_story("a", "b"))
    assert len(gather(*pair)) == 2


def test_either_side_of_a_clash_may_be_named_first() -> None:
    """Who is the actor here and the target there is in the clash of both."""
    one, other = body("لواء الغسق", "org:1"), body("كتيبة الفجر", "org:2")
    a = telling("a1", CLASH, actors=(one,), targets=(other,))
    b = telling("b1", CLASH, actors=(other,), targets=(one,))
    assert "incident.party" in codes(a, b)


def test_a_named_victim_makes_one_of_two_reports() -> None:
    """The same man, once without his father's name, was killed on one day in a place that one leaves out."""
    a = telling("a1", ATTACK, targets=(person("نزار سليم العجلوق"),))
    b = telling("b1", ATTACK, targets=(person("نزار العجلوق"),), site=None)
    assert "incident.victim" in codes(a, b)


def test_two_named_men_are_two_killings() -> None:
    """Each report names the one whom it counts; where several died, either may be named."""
    men = person("نزار العجلوق"), person("سامي المرزبان")
    pair = [telling(f"{name}1", ATTACK, targets=(one,)) for name, one in zip("ab", men, strict=True)]
    assert len(gather(*pair)) == 2
    several = [Telling(**_fields(one) | {"harm": killed(5)}) for one in pair]  # type: ignore[arg-type]
    assert len(gather(*several)) == 1


def test_events_of_two_stories_need_more_than_place_and_day() -> None:
    """Reports that were found to be of two stories share a town and a day only by chance."""
    stories = {"sha256:a": "sy_1", "sha256:b": "sy_2"}
    assert len(gather(telling("a1"), telling("b1"), context=Context(stories=stories, sure=stories))) == 2


def test_copies_tell_one_event_where_they_have_the_same_words() -> None:
    """Of a round-up and its copy each event meets the one on the same words, and it is certain."""
    events = [telling(f"{report}{n}", around=n, site=None) for report in "ab" for n in (1, 2)]
    events = [Telling(**_fields(one) | {"words": ("صهريج", "بستان")}) for one in events]  # type: ignore[arg-type]
    context = Context(originals={"sha256:b": "sha256:a"})
    found = gather(*events, context=context)
    assert names(found) == [["a1", "b1"], ["a2", "b2"]]
    assert {one.confidence for one in found} == {"certain"}


def test_a_chain_of_likely_pairs_does_not_join_two_towns() -> None:
    """A report that names only the governorate joins one of two strikes in it, never both."""
    a, b, c = telling("a1"), telling("b1", site=REGION), telling("c1", site=VILLAGE)
    found = gather(a, b, c, context=one_story("a", "b", "c"))
    assert sorted(map(len, names(found))) == [1, 2]


def test_what_people_put_together_is_one_and_what_they_put_apart_is_not() -> None:
    """A decision goes before all that speaks for or against."""
    a, b = telling("a1"), telling("b1", date=NEXT, site=VILLAGE)
    (found,) = gather(a, b, context=Context(together=(frozenset((a.id, b.id)),)))
    assert (found.confidence, [one.code for one in found.reasons][:1]) == ("certain", ["incident.decided"])
    twin = telling("b1")
    story = one_story("a", "b")
    apart = Context(apart=((frozenset((a.id,)), frozenset((twin.id,))),), stories=story.stories)
    assert len(gather(a, twin, context=apart)) == 2


def test_a_planned_march_and_the_march_are_one_with_doubt() -> None:
    """What was announced for a day and what was held on it may be one."""
    a, b = telling("a1", PROTEST, planned=True), telling("b1", PROTEST)
    assert "incident.planned" in codes(a, b, context=one_story("a", "b"))


SITES = st.sampled_from((TOWN, VILLAGE, REGION, LAND, NAMELESS, None))
PARTIES = st.lists(
    st.sampled_from((person("نزار العجلوق"), person("سامي"), body("لواء", "org:1"), body("كتيبة", "org:2"))),
    max_size=1,
).map(tuple)


@st.composite
def tellings(draw: st.DrawFn) -> list[Telling]:
    """Draw up to nine events of four reports."""
    found = []
    for number in range(draw(st.integers(1, 9))):
        site: Site | None = draw(SITES)
        parties: tuple[Party, ...] = draw(PARTIES)
        known = {"harm": killed(draw(st.integers(1, 4))), "targets": parties, "site": site}
        day = draw(st.sampled_from((DAY, NEXT, None)))
        name = f"{draw(st.sampled_from('abcd'))}{number}"
        found.append(telling(name, draw(st.sampled_from((STRIKE, ATTACK, CLASH))), date=day, **known))
    return found


STORIES = st.sampled_from((Context(), one_story("a", "b"), one_story("a", "b", "c", sure=False)))


@given(tellings(), STORIES, st.randoms(use_true_random=False))
def test_the_order_of_the_events_changes_nothing(
    items: list[Telling], context: Context, random: object
) -> None:
    """Whatever comes first, the incidents are the same, byte for byte."""
    shuffled = list(items)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert sorted(gather(*items, context=context), key=lambda one: one.id) == sorted(
        gather(*shuffled, context=context), key=lambda one: one.id
    )


@given(tellings(), STORIES)
def test_every_event_is_in_exactly_one_incident_that_can_be_one(
    items: list[Telling], context: Context
) -> None:
    """No event is lost or told twice, no incident has two of one report or two that exclude each other, and
    each id is that of one incident."""
    found = gather(*items, context=context)
    assert sorted(id for one in found for id in one.events) == sorted(one.id for one in items)
    known = {one.id: one for one in items}
    for one in found:
        assert len(set(one.documents)) == len(one.events)
        assert all(can_be_one(known[a], known[b]) for a in one.events for b in one.events if a != b)
    assert len({one.id for one in found}) == len(found)


@given(tellings())
def test_a_pair_does_not_depend_on_which_comes_first(items: list[Telling]) -> None:
    """Two events speak as much for one happening either way round."""
    forth = {(one.a, one.b): one.score for one in link_all(items)}
    back = {(one.a, one.b): one.score for one in link_all(items[::-1])}
    assert forth == back
