"""What people decide outranks all evidence, holds when documents come and go, and can be taken back."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from rawi.entities.decisions import find_active
from rawi.entities.resolution import resolve
from rawi.model.resolution import Anchor, Conflict, Decision
from tests.entities.named import anchors, body, decide, groups, person, place, together

ROLE, OTHER = "وزير النقل الأردني", "وزير النقل المصري"
ALONE = [person("a", "سالم الكيال"), person("b", "سالم الكيال"), person("c", "سالم الكيال")]
JOINED = [person(document, "سالم الكيال", ROLE) for document in "abcd"]
A, B, C, D = (f"{document}/سالم الكيال" for document in "abcd")


def test_a_merge_joins_what_evidence_does_not() -> None:
    """Two that are decided to be one are one, with the decision as the reason."""
    at = anchors(ALONE)
    found = resolve(ALONE, [decide(1, "merge", [at[A]], [at[B]])])
    assert together(found, A, B)
    assert not together(found, A, C)
    rules = {member.rule for entity in found.entities for member in entity.members}
    assert rules == {"first", "decision"}


def test_a_merge_outranks_a_contradiction() -> None:
    """Ministers of two countries are one if a person says so."""
    two = [person("a", "سالم الكيال", ROLE), person("b", "سالم الكيال", OTHER)]
    at = anchors(two)
    assert not together(resolve(two), A, B)
    assert together(resolve(two, [decide(1, "merge", [at[A]], [at[B]])]), A, B)


def test_a_split_outranks_the_evidence() -> None:
    """Who is split off is another one, and those left are still one."""
    at = anchors(JOINED)
    found = resolve(JOINED, [decide(1, "split", [at[A]], [at[B], at[C], at[D]])])
    assert groups(found) == {frozenset((A,)), frozenset((B, C, D))}


def test_those_split_off_together_stay_together() -> None:
    """The members that are named are one with each other, even where nothing else says so."""
    at = anchors(ALONE)
    merged = decide(1, "merge", [at[A]], [at[B], at[C]])
    found = resolve(ALONE, [merged, decide(2, "split", [at[A], at[B]], [at[C]])])
    assert groups(found) == {frozenset((A, B)), frozenset((C,))}


def test_a_split_from_a_row_of_a_table() -> None:
    """A place may be split from its row; others of that row, and later ones, stay with it."""
    four = [place(document, "طرابلس", link="gn:1") for document in "abc"]
    at = anchors(four)
    row = Anchor("place", link="gn:1")
    split = decide(1, "split", [at["a/طرابلس"]], [at["b/طرابلس"], row])
    found = resolve(four, [split])
    assert groups(found) == {frozenset(("a/طرابلس",)), frozenset(("b/طرابلس", "c/طرابلس"))}
    assert {entity.link for entity in found.entities} == {None, "gn:1"}


def test_decisions_hold_for_new_documents() -> None:
    """What joins one of the merged joins both; what is new joins the rest of a split."""
    at = anchors([*JOINED[:2], person("x", "سليم الكيال")])
    both = decide(1, "merge", [at[A], at[B]], [at["x/سليم الكيال"]])
    found = resolve([*JOINED, person("x", "سليم الكيال")], [both])
    assert together(found, A, D, "x/سليم الكيال")
    at = anchors(JOINED[:3])
    split = decide(1, "split", [at[A]], [at[B], at[C]])
    assert together(resolve(JOINED, [split]), B, C, D)


def test_decisions_outlive_a_new_reading() -> None:
    """Another extractor's entities of the same names are the same to a decision: ids are no part of it."""
    at = anchors(JOINED)
    split = decide(1, "split", [at[A]], [at[B], at[C], at[D]])
    again = [person(document, "العقيد سالم الكيّال", ROLE) for document in "abcd"]
    found = resolve(again, [split])
    assert sorted(map(len, groups(found))) == [1, 3]


def test_what_is_not_there_is_passed_over() -> None:
    """A decision about a name that no document has any more does nothing, and counts again when one has."""
    at = anchors(ALONE)
    merge = decide(1, "merge", [at[A]], [at[B]])
    assert groups(resolve(ALONE[:1], [merge])) == {frozenset((A,))}
    assert together(resolve(ALONE, [merge]), A, B)


def test_the_later_decision_wins() -> None:
    """A split after a merge parts what the merge joined, and the other way round; both are told."""
    at = anchors(ALONE)
    merge, split = ([at[A]], [at[B]]), ([at[A]], [at[B]])
    parted = resolve(ALONE, [decide(1, "merge", *merge), decide(2, "split", *split)])
    assert not together(parted, A, B)
    assert parted.conflicts == (Conflict(1, 2, (at[B].name,)),)
    joined = resolve(ALONE, [decide(1, "split", *split), decide(2, "merge", *merge)])
    assert together(joined, A, B)
    assert joined.conflicts == (Conflict(1, 2, (at[B].name,)),)


def test_an_overruled_merge_holds_for_the_rest() -> None:
    """Of three that were merged, the two that no later split is about stay one."""
    at = anchors(ALONE)
    merge = decide(1, "merge", [at[A], at[B]], [at[C]])
    found = resolve(ALONE, [merge, decide(2, "split", [at[C]], [at[A], at[B]])])
    assert groups(found) == {frozenset((A, B)), frozenset((C,))}


def test_an_undoing_can_be_undone() -> None:
    """What is undone counts no more; when its undoing is undone, it counts again."""
    at = anchors(ALONE)
    merge = decide(1, "merge", [at[A]], [at[B]])
    undo, redo = decide(2, "undo", target=1), decide(3, "undo", target=2)
    assert find_active([merge]) == [merge]
    assert find_active([merge, undo]) == []
    assert find_active([redo, undo, merge]) == [merge]
    assert resolve(ALONE, [merge, undo]) == resolve(ALONE)


def test_bodies_are_decided_like_people() -> None:
    """Two bodies that are only suggested are one by decision, and no more suggested."""
    two = [body("a", "وزارة النقل"), body("b", "وزارة النقل الأردنية"), place("a", "عمان", country="JO")]
    assert len(resolve(two).suggestions) == 1
    at = anchors(two)
    found = resolve(two, [decide(1, "merge", [at["a/وزارة النقل"]], [at["b/وزارة النقل الأردنية"]])])
    assert together(found, "a/وزارة النقل", "b/وزارة النقل الأردنية")
    assert found.suggestions == ()


def test_bodies_of_two_names_are_decided_to_be_one() -> None:
    """A body may be decided to be one with another of another name, which has namesakes."""
    three = [body("a", "وزارة النقل"), body("b", "وزارة المواصلات"), body("c", "وزارة المواصلات")]
    at = anchors(three)
    found = resolve(three, [decide(1, "merge", [at["a/وزارة النقل"]], [at["b/وزارة المواصلات"]])])
    assert groups(found) == {
        frozenset(("a/وزارة النقل", "b/وزارة المواصلات")),
        frozenset(("c/وزارة المواصلات",)),
    }


def test_what_was_split_is_not_suggested() -> None:
    """A person who decided that two are two is not asked again."""
    assert len(resolve(ALONE[:2]).suggestions) == 1
    at = anchors(ALONE[:2])
    assert resolve(ALONE[:2], [decide(1, "split", [at[A]], [at[B]])]).suggestions == ()


_AT = anchors(JOINED)
_part = st.lists(st.sampled_from(sorted(_AT.values())), min_size=1, max_size=3, unique=True)
_decision = st.tuples(st.sampled_from(("merge", "split")), _part, _part)


@settings(max_examples=150, deadline=None)
@given(st.lists(_decision, max_size=5), st.permutations(range(4)))
def test_any_decisions_give_one_answer(
    drawn: list[tuple[str, list[Anchor], list[Anchor]]], order: list[int]
) -> None:
    """Whatever was decided, the last decision is followed, and the order of documents does not matter."""
    made = [
        Decision(number, "merge" if kind == "merge" else "split", (tuple(one), tuple(other)))
        for number, (kind, one, other) in enumerate(drawn, 1)
    ]
    found = resolve(JOINED, made)
    assert found == resolve([JOINED[at] for at in order], made)
    if made and not set(drawn[-1][1]) & set(drawn[-1][2]):
        ids = {anchor: id for id, anchor in _AT.items()}
        one, other = (ids[part[0]] for part in drawn[-1][1:])
        assert together(found, one, other) is (made[-1].kind == "merge")
