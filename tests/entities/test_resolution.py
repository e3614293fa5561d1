"""Who is one across documents by itself, who is only suggested, and who never is."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rawi.entities.resolution import resolve
from rawi.model.resolution import Occurrence
from tests.entities.named import body, circle, groups, person, place, together

MINISTER, MINISTER_TOO = "وزير النقل الأردني", "وزير النقل"


def suggested(*occurrences: Occurrence) -> list[tuple[float, list[str]]]:
    """Return the suggestions among occurrences: score and codes of the reasons."""
    found = resolve(occurrences).suggestions
    return [(one.score, [reason.code for reason in one.reasons]) for one in found]


def one(*occurrences: Occurrence) -> bool:
    """Are the first two of the occurrences one?"""
    return together(resolve(occurrences), occurrences[0].id, occurrences[1].id)


def rule(*occurrences: Occurrence) -> str:
    """Return the rule by which the first two of the occurrences are one."""
    entities = resolve(occurrences).entities
    named = {member.occurrence.id: member.rule for entity in entities for member in entity.members}
    return next(rule for id, rule in named.items() if rule != "first" and id == occurrences[1].id)


def test_one_row_is_one() -> None:
    """Bodies and places of one row of a table are one, whatever they are called."""
    assert one(body("a", "داعش", link="islamic-state"), body("b", "تنظيم الدولة", link="islamic-state"))
    assert one(place("a", "سورية", link="iso:SY"), place("b", "سوريا", link="iso:SY"))
    assert not one(place("a", "طرابلس", link="gn:1"), place("b", "طرابلس", link="gn:2"))


def test_a_place_that_is_not_settled_is_apart() -> None:
    """Where the article leaves open which place it is, it is joined to none, and suggested."""
    sure, unsure = place("a", "طرابلس", link="gn:1"), place("b", "طرابلس", link="gn:1")
    unsure = Occurrence(
        **{name: getattr(unsure, name) for name in unsure.__struct_fields__} | {"certain": False}
    )
    assert not one(sure, unsure)
    assert suggested(sure, unsure) == [(0.5, ["name.same"])]


def test_a_long_name_is_one_person() -> None:
    """Three parts of which one is no everyday first name tell who is meant."""
    assert rule(person("a", "سالم فهد الكيال"), person("b", "سالم بن فهد الكيال")) == "name.long"


def test_two_parts_need_more() -> None:
    """A full name of two parts is one person by the same role, not by itself."""
    assert rule(person("a", "سالم الكيال", MINISTER), person("b", "سالم الكيال", MINISTER_TOO)) == "name.role"
    assert not one(person("a", "سالم الكيال"), person("b", "سالم الكيال"))
    assert suggested(person("a", "سالم الكيال"), person("b", "سالم الكيال")) == [(0.6, ["name.same"])]


def test_one_circle_is_enough_for_a_full_name() -> None:
    """Two others who are named in both articles, or a title and one other, make a full name one person."""
    others = ("هالة الصبان", "ماهر كوراني")
    first, second = person("a", "سالم الكيال"), person("b", "سالم الكيال")
    assert rule(first, second, *circle("a", *others), *circle("b", *others)) == "name.circle"
    assert not one(first, second, *circle("a", *others), *circle("b", others[0]))
    titled = person("a", "سالم الكيال", "العقيد"), person("b", "سالم الكيال", "العقيد")
    assert rule(*titled, *circle("a", others[0]), *circle("b", others[0])) == "name.circle"


def test_a_near_spelling_needs_the_role() -> None:
    """A foreign name in two spellings is one person by the same role, and only suggested without."""
    first, second = "تيري مارلوتو", "تيري مارلتو"
    role = "المتحدث باسم التحالف الدولي"
    assert rule(person("a", first, role), person("b", second, role)) == "near.role"
    assert not one(person("a", first), person("b", second))
    others = circle("a", "هالة الصبان") + circle("b", "هالة الصبان")
    found = suggested(person("a", first), person("b", second), *others)
    assert ["name.near", "circle.same"] in [codes for _, codes in found]


def test_another_given_name_is_another_person() -> None:
    """Brothers in one office are two."""
    assert not one(person("a", "سالم الكيال", MINISTER), person("b", "سليم الكيال", MINISTER))


def test_one_name_never_joins() -> None:
    """A surname alone is never joined across documents; with a role it is suggested."""
    alone, full = person("a", "الكيال", MINISTER), person("b", "سالم الكيال", MINISTER)
    assert not one(alone, person("c", "الكيال", MINISTER))
    assert not one(alone, full)
    assert suggested(alone, full) == [(0.65, ["name.part", "role.same"])]


@pytest.mark.parametrize(
    ("role", "other"),
    [
        ("وزير النقل الأردني", "وزير النقل المصري"),
        ("الفنان الأردني", "الفنان المصري"),
    ],
)
def test_two_countries_are_two_people(role: str, other: str) -> None:
    """The minister of one country is not that of another, even of one long name and circle."""
    name, others = "سالم فهد الكيال", ("هالة الصبان", "ماهر كوراني")
    pair = person("a", name, role), person("b", name, other)
    assert not one(*pair, *circle("a", *others), *circle("b", *others))
    assert suggested(*pair) == []


def test_two_voices_in_a_month_are_two_people() -> None:
    """Who speaks for one body cannot speak for another in the same month; years later he can."""
    name = "سالم فهد الكيال"
    first = person("a", name, "المتحدث باسم بلدية الرمانة", published="2031-03-02")
    second = person("b", name, "المتحدث باسم نقابة الصيادين", published="2031-03-20")
    later = person("b", name, "المتحدث باسم نقابة الصيادين", published="2033-03-20")
    assert not one(first, second)
    assert one(first, later)


def test_generations_are_two_people() -> None:
    """Twenty years between the articles are too many for one name and role."""
    first = person("a", "سالم الكيال", MINISTER, published="2001")
    assert not one(first, person("b", "سالم الكيال", MINISTER, published="2031"))


def test_two_names_of_one_article_are_two_people() -> None:
    """An article that names two knows why: near names in it are not joined."""
    role = "المتحدث باسم التحالف الدولي"
    assert not one(person("a", "تيري مارلوتو", role), person("a", "تيري مارلتو", role))


def test_bodies_of_two_countries_are_two() -> None:
    """What every country has is one by name and country only."""
    assert one(body("a", "وزارة النقل الأردنية"), body("b", "وزارة نقل الأردن"))
    assert not one(body("a", "وزارة النقل الأردنية"), body("b", "وزارة النقل المصرية"))
    assert not one(body("a", "وزارة النقل"), body("b", "وزارة النقل"))
    assert not one(body("a", "وزارة النقل"), body("b", "وزارة النقل الأردنية"))
    assert not one(body("a", "مستشفى الأطفال الأردني"), body("b", "مستشفى الأطفال الأردني"))


def test_what_goes_without_saying_at_home() -> None:
    """An outlet's own country goes without saying, if its article speaks of no other."""
    first, second = body("a", "وزارة النقل", outlet="رويترز"), body("b", "وزارة النقل البريطانية")
    assert one(first, second)
    assert not one(first, second, place("a", "مصر", country="EG"))


def test_a_name_of_its_own_tells() -> None:
    """A quoted or foreign name is one body; the noun before it counts."""
    assert one(body("a", "شركة «الأفق»"), body("b", 'شركة "الأفق"'))
    assert not one(body("a", "شركة «الأفق»"), body("b", "نادي «الأفق»"))


def test_the_card_is_told_from_all_documents() -> None:
    """Name, forms, roles through time and what each outlet calls it come from all members."""
    first = person("a", "سالم الكيال", MINISTER, outlet="صدى الريم", published="2031-03-02")
    second = person("b", "العقيد سالم الكيال", MINISTER_TOO, outlet="مرايا", published="2032-05-01")
    (found,) = [one for one in resolve((first, second)).entities if len(one.members) == 2]
    assert found.name == "سالم الكيال"
    assert found.variants == (("العقيد سالم الكيال", 1), ("سالم الكيال", 1))
    assert [(one.role, one.first, one.last) for one in found.roles] == [
        (MINISTER, "2031-03-02", "2031-03-02"),
        (MINISTER_TOO, "2032-05-01", "2032-05-01"),
    ]
    assert {(one.outlet, one.name) for one in found.outlets} == {
        ("صدى الريم", "سالم الكيال"),
        ("مرايا", "العقيد سالم الكيال"),
    }


def test_an_id_stays_when_articles_are_added() -> None:
    """Later articles leave an id as it is; after an earlier one the old id still leads there."""
    second = person("b", "سالم الكيال", MINISTER, published="2031-03-02")
    third = person("c", "سالم الكيال", MINISTER, published="2031-04-02")
    first = person("a", "سالم الكيال", MINISTER, published="2031-01-02")
    (before,), (later,) = resolve((second,)).entities, resolve((second, third)).entities
    assert before.id == later.id
    (earlier,) = resolve((first, second, third)).entities
    assert before.id in {member.handle for member in earlier.members}


_NAMES = (
    "سالم الكيال",
    "سالم فهد الكيال",
    "تيري مارلوتو",
    "تيري مارلتو",
    "الكيال",
    "محمد علي",
    "هالة الصبان",
)
_ROLES = (MINISTER, MINISTER_TOO, "وزير النقل المصري", "العقيد", "المتحدث باسم التحالف الدولي")
_BODIES = ("وزارة النقل", "وزارة النقل الأردنية", "منتخب الأردن", "شركة «الأفق»", "التحالف الدولي")
_people = st.builds(
    lambda document, name, roles, day: person(document, name, *roles, published=day),
    st.sampled_from("abcdefgh"),
    st.sampled_from(_NAMES),
    st.lists(st.sampled_from(_ROLES), max_size=2, unique=True),
    st.sampled_from(("2031-03-02", "2031-03-20", "2035", None)),
)
_bodies = st.builds(body, st.sampled_from("abcdefgh"), st.sampled_from(_BODIES))
_named = st.lists(_people | _bodies, max_size=24, unique_by=lambda one: one.id)


@settings(max_examples=150, deadline=None)
@given(_named, st.randoms())
def test_order_does_not_matter(occurrences: list[Occurrence], chance: random.Random) -> None:
    """The same occurrences in any order give the same answer."""
    shuffled = occurrences.copy()
    chance.shuffle(shuffled)
    assert resolve(occurrences) == resolve(shuffled)


@settings(max_examples=150, deadline=None)
@given(_named)
def test_every_occurrence_is_in_one_entity(occurrences: list[Occurrence]) -> None:
    """None is lost, none is twice; ids are unique; all but the first of each entity have a reason."""
    found = resolve(occurrences)
    assert sorted(id for group in groups(found) for id in group) == sorted(one.id for one in occurrences)
    assert len({one.id for one in found.entities}) == len(found.entities)
    for entity in found.entities:
        firsts = [one for one in entity.members if one.rule == "first"]
        assert len(firsts) == (entity.link is None)
    ids = {one.id for one in found.entities}
    assert all({one.a, one.b} <= ids and one.a < one.b for one in found.suggestions)


def test_bodies_that_every_article_names_join_nobody() -> None:
    """Two articles that name the same two bodies, or one body and a title, do not make one man of theirs."""
    both = [body(document, name, link=name) for document in "ab" for name in ("un", "islamic-state")]
    assert not one(person("a", "سامر الدروبي"), person("b", "سامر الدروبي"), *both)
    titled = [person(document, "محمد خليل", "العقيد") for document in "ab"]
    assert not one(*titled, *both)


def test_a_name_of_a_tribe_tells_nobody_apart() -> None:
    """First names and a tribe are borne by many: three parts of that kind are suggested, not joined."""
    assert not one(person("a", "محمد أحمد الجبوري"), person("b", "محمد أحمد الجبوري"))


def test_a_man_and_a_woman_are_two() -> None:
    """A minister and a woman who is minister are not one for their office."""
    assert not one(person("a", "نور الحسن", "وزير الثقافة"), person("b", "نور الحسن", "وزيرة الثقافة"))
