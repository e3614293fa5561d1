"""What may have to do with what changed, and nothing else, is resolved again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from rawi.entities.candidates import words_of
from rawi.entities.closure import Closure
from rawi.entities.scenes import Scene, build_scenes, find_parts
from rawi.model.resolution import Decision, Occurrence
from tests.entities.named import anchors, body, decide, person, place

ROLE = "المتحدث باسم التحالف الدولي"


class Known:
    """Scenes that are looked up one by one; the pairs of names that are alike are given."""

    def __init__(self, scenes: Sequence[Scene], alike: Iterable[tuple[str, str]] = ()) -> None:
        self._scenes = {scene.document: scene for scene in scenes}
        self._groups: dict[str, list[Scene]] = {}
        for scene in scenes:
            for group in {group for one in scene.named for group in one.groups}:
                self._groups.setdefault(group, []).append(scene)
        self._alike = [*alike, *((other, one) for one, other in alike)]

    def scene(self, document: str) -> Scene | None:
        """Return a scene."""
        return self._scenes.get(document)

    def scenes_of(self, group: str) -> list[Scene]:
        """Return the scenes that name something of a group."""
        return self._groups.get(group, [])

    def alike(self, name: str) -> list[str]:
        """Return the names that are alike."""
        return [other for one, other in self._alike if one == name]

    def full_names(self, word: str) -> list[str]:
        """Return the names that begin or end with a word."""
        names = {one.key for scene in self._scenes.values() for one in scene.named if one.type == "person"}
        return sorted(name for name in names if word in words_of(name)[:: max(len(words_of(name)) - 1, 1)])


def close(
    occurrences: Sequence[Occurrence],
    alike: Iterable[tuple[str, str]] = (),
    decisions: Iterable[Decision] = (),
) -> set[str]:
    """Return the ids of what has to do with the first of the occurrences."""
    scenes = build_scenes(occurrences)
    closure = Closure(Known(scenes, list(alike)), decisions)
    closure.add(next(part for part in find_parts(scenes) if part.named.id == occurrences[0].id))
    closure.grow()
    return {id for _, id in closure.parts}


def test_one_name_is_one_group() -> None:
    """Bearers of one name have to do with each other, and bodies of one; others have not."""
    people = [person("a", "سالم الكيال"), person("b", "الشيخ سالم الكيال"), person("c", "هالة الصبان")]
    assert close(people) == {people[0].id, people[1].id}
    bodies = [body("a", "وزارة النقل الأردنية"), body("b", "وزارة نقل الأردن"), body("c", "وزارة الصحة")]
    assert close(bodies) == {bodies[0].id, bodies[1].id}


def test_near_names_need_something_in_common() -> None:
    """Names that are alike have to do with each other by a role, a title or somebody beside them."""
    alike = [("تيري مارلوتو", "تيري مارلتو")]
    first = person("a", alike[0][0], ROLE)
    assert close([first, person("b", alike[0][1], ROLE)], alike) == {"a/تيري مارلوتو", "b/تيري مارلتو"}
    assert close([first, person("b", alike[0][1], "العقيد")], alike) == {"a/تيري مارلوتو"}


def test_a_single_name_may_mean_a_full_one() -> None:
    """A single name has to do with full names that begin or end with it by a role, or by the circle if it is
    no first name; both ways."""
    full, single = person("a", "سالم الكيال", ROLE), person("b", "الكيال", ROLE)
    both = {full.id, single.id}
    assert close([full, single]) == close([single, full]) == both
    beside = [person(document, "هالة الصبان") for document in "ab"]
    assert both <= close([person("a", "سالم الكيال"), person("b", "الكيال"), *beside])
    first = person("b", "سالم")
    assert first.id not in close([person("a", "سالم الكيال"), first, *beside])


def test_a_row_is_left_alone() -> None:
    """Places and bodies of a row have to do with nothing, unless a decision is about one of them."""
    places = [place(document, "طرابلس", link="gn:1") for document in "abc"]
    other = place("d", "المدينة")
    assert close([*places, other]) == set()
    at = anchors([*places, other])
    merge = decide(1, "merge", [at[places[1].id]], [at[other.id]])
    assert close([*places, other], decisions=[merge]) == {one.id for one in (*places, other)}


def test_long_chains_of_decisions_are_followed() -> None:
    """Thousands of decisions, each about one of those before it, are one closure."""
    people = [person(f"{number:05}", f"سالم {number} الكيال") for number in range(2000)]
    at = anchors(people)
    chain = [
        decide(number, "merge", [at[one.id]], [at[other.id]])
        for number, (one, other) in enumerate(pairwise(people), 1)
    ]
    assert close(people, decisions=chain) == {one.id for one in people}


def test_what_is_gone_had_to_do_with_something() -> None:
    """When a scene is replaced, those whom its people were near to are looked at, as they were."""
    alike = [("تيري مارلوتو", "تيري مارلتو")]
    old = build_scenes([person("a", alike[0][0], ROLE)])
    new = build_scenes([person("a", alike[0][0]), person("b", alike[0][1], ROLE)])
    closure = Closure(Known(new, alike), (), old)
    closure.grow()
    assert {id for _, id in closure.parts} == {"a/تيري مارلوتو", "b/تيري مارلتو"}
