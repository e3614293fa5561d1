"""Signs for and against that two mentions are of one happening."""

from __future__ import annotations

from rawi.events.drafts import Draft
from rawi.events.extraction import find_drafts
from rawi.events.linking import group_of, link_features
from rawi.events.merging import are_two, count_scenes
from rawi.events.places import relate_places
from rawi.relations.quantities.page import Page
from tests.events.told import page_of


def drafts(text: str) -> tuple[Page, list[Draft]]:
    """Return the happenings of a text in the making."""
    page = page_of(text)
    return page, list(find_drafts(page.record))


def between(text: str) -> set[str]:
    """Return the signs between the first two happenings of a text."""
    page, (one, other, *_) = drafts(text)
    return set(link_features(page, one, other, 1, count_scenes(page, [one, other])))


FAR = "هاجم مسلحون حاجزا للجيش في مدينة كركوك أمس. وهاجم مسلحون حاجزا للجيش في مدينة تلعفر اليوم."
OTHER = "شنت طائرات غارة على منزل في مدينة صعدة أمس. وشنت طائرات غارة ثانية على سوق في المدينة."


def test_kinds_that_may_tell_one_happening_are_of_one_group() -> None:
    """An attack and its victims are, an arrest is apart; a kind of no group stands alone."""
    assert group_of("attack") == group_of("killing") == "violence"
    assert group_of("arrest") == group_of("search") != "violence"
    assert group_of("coup") == "coup"


def test_two_towns_and_two_days_speak_against_one() -> None:
    """Place and date differ, and the two cannot be one."""
    assert {"place differs", "date differs"} <= between(FAR)
    page, (one, other) = drafts(FAR)
    assert are_two(page, one, other)


def test_another_one_is_announced() -> None:
    """غارة ثانية is another."""
    assert "another" in between(OTHER)
    page, (one, other) = drafts(OTHER)
    assert are_two(page, one, other)


def test_one_place_lies_in_another() -> None:
    """A town lies in its country; two towns differ; a place is the same as itself."""
    page, found = drafts("هاجم مسلحون حاجزا للجيش في مدينة حمص في سوريا أمس.")
    town, country = found[0].setting.places
    assert relate_places(page, (town,), (town,)) == "same"
    assert relate_places(page, (town,), (country,)) == "wide"
    assert relate_places(page, (country,), (town,)) == "wide"
    page, (one, other) = drafts(FAR)
    assert relate_places(page, one.setting.places, other.setting.places) == "differs"


def test_scenes_are_places_that_lie_apart() -> None:
    """Two towns are two scenes of one kind."""
    page, found = drafts(FAR)
    assert count_scenes(page, found)["violence"] == 2
