"""Speakers are entities of their article: the named ones always, the described ones where only one can be
meant."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.entities.speakers import find_all, link_speakers, words_of
from rawi.model.claim import Speaker, Statement
from rawi.model.entity import Entity
from rawi.model.span import Span
from rawi.pipeline import extract

LETTERS = st.text(alphabet='قالإنأضافوزير سامحلقبدء.،:\n"«»()', max_size=200)


def speakers(source: str) -> list[tuple[str | None, str | None]]:
    """Return name and entity's name of the speakers of a text."""
    record = extract(source)
    names = {one.id: one.name for one in record.entities}
    return [(one.speaker.name, names.get(one.speaker.entity or "")) for one in record.statements]


def statement(speaker: Speaker) -> Statement:
    """Return a statement of a speaker; what is said does not matter."""
    return Statement("s1", "indirect", "asserted", (Span(0, 1),), None, speaker)


def test_a_person_whom_no_annotator_saw_becomes_an_entity() -> None:
    """A name that only the reader of speech takes for a person's is an entity with its words as mention."""
    ((name, entity),) = speakers("وقال تركي الزمخري، المتحدث باسم الهيئة، إن الجسر سيفتح غدا.")
    assert name == entity == "تركي الزمخري"


def test_bodies_without_a_proper_name_are_entities() -> None:
    """What begins with the noun of a body names a body: غرفة التجارة."""
    ((_, entity),) = speakers("وأعلنت غرفة التجارة أن الأسعار ارتفعت.")
    assert entity == "غرفة التجارة"


def test_who_is_only_described_has_no_entity() -> None:
    """A source without a name is nobody of the article."""
    ((name, entity),) = speakers("قال مصدر أمني إن الطريق سالك.")
    assert (name, entity) == ("مصدر أمني", None)


def test_a_role_that_one_person_has_means_that_person() -> None:
    """هذه الرحالة, where one person of the article is called الرحالة, is she."""
    text = "وصلت الرحالة أليس فيلاند. وأكدت هذه الرحالة أن الرمال جميلة."
    entity = Entity("e1", "person", "أليس فيلاند", find_all(text, "أليس فيلاند"), roles=(Span(5, 12),))
    told = statement(Speaker(Span(32, 43), "هذه الرحالة"))
    ((linked,), _) = link_speakers(text, [told], [entity], {})
    assert linked.speaker.entity == "e1"
    assert linked.speaker.name == "هذه الرحالة"


def test_a_role_that_two_people_have_means_neither() -> None:
    """Where two are called by the noun, nobody is chosen."""
    text = "وصل الطبيب سامر والطبيب وائل. وقال الطبيب"
    people = [
        Entity("e1", "person", "سامر", (Span(11, 15),), roles=(Span(4, 10),)),
        Entity("e2", "person", "وائل", (Span(24, 28),), roles=(Span(17, 23),)),
    ]
    ((linked,), _) = link_speakers(text, [statement(Speaker(Span(35, 41), "الطبيب"))], people, {})
    assert linked.speaker.entity is None


def test_a_namesake_is_refused() -> None:
    """A speaker who points to an entity of another given name gets the one that bears the name, or none."""
    text = "حضر سليم الدوري وكريم الدوري. وقال الدوري"
    people = [
        Entity("e1", "person", "سليم الدوري", find_all(text, "سليم الدوري")),
        Entity("e2", "person", "كريم الدوري", (*find_all(text, "كريم الدوري"), Span(35, 41))),
    ]
    told = statement(Speaker(Span(35, 41), "سليم الدوري", entity="e2"))
    ((linked,), (one, other)) = link_speakers(text, [told], people, {})
    assert linked.speaker.entity == "e1"
    assert Span(35, 41) in one.mentions
    assert Span(35, 41) not in other.mentions
    ((linked,), _) = link_speakers(text, [statement(Speaker(Span(35, 41), "الدوري"))], people, {})
    assert linked.speaker.entity is None


@given(LETTERS)
def test_all_that_speakers_point_to_is_there(source: str) -> None:
    """Every entity that a speaker points to is in the record, and stands on words of the text."""
    record = extract(source)
    ids = {one.id for one in record.entities}
    assert len(ids) == len(record.entities)
    assert all(one.mentions for one in record.entities)
    assert {one.speaker.entity for one in record.statements} <= ids | {None}


@given(st.text(max_size=80), st.text(min_size=1, max_size=8))
def test_a_name_is_found_only_as_it_is(text: str, name: str) -> None:
    """Each place that is found holds just the name."""
    assert all(span.of(text) == name for span in find_all(text, name))


def test_articles_do_not_tell_names_apart() -> None:
    """Names that differ in ال, hamza or marks only have the same words."""
    assert words_of("المرصد «البحري»") == words_of("مرصد بحري")


ANNOUNCED = "أعلن المتحدث باسم قوة الإسناد أن الطريق آمن. "


@pytest.mark.parametrize(
    ("rest", "entity"),
    [
        ("وقال العقيد كريكور هالدن إن الدوريات عادت.", "كريكور هالدن"),
        ("وقال كريكور هالدن، قائد قوة الإسناد، إن الدوريات عادت.", "كريكور هالدن"),
        ("وقال الطبيب كريكور هالدن إن الجرحى بخير.", None),
        ("وقال العقيد كريكور هالدن إن الدوريات عادت. وقال العقيد نادر زمخري إن الجسر مفتوح.", None),
    ],
)
def test_whom_the_article_announces_is_whom_it_then_names(rest: str, entity: str | None) -> None:
    """A spokesman without a name is the one officer, or man of the same body, whom the article lets speak
    next."""
    assert speakers(ANNOUNCED + rest)[0] == ("المتحدث باسم قوة الإسناد", entity)


@given(st.text("وفلبساحم «_.", max_size=24), st.text("وفلبساحم «_.", max_size=3))
def test_a_name_is_found_where_a_pattern_finds_it(text: str, name: str) -> None:
    """It stands between ends of words, with و or ف and with ل or ب before it or without, and never twice."""
    pattern = rf"(?<!\w)[وف]?[لب]?({re.escape(name)})(?!\w)"
    assert find_all(text, name) == tuple(Span(*found.span(1)) for found in re.finditer(pattern, text))
