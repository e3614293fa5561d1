"""Groups of what is alike on average."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from rawi.model.relation import Pair
from rawi.relations.layer import Context
from rawi.relations.stories.gathering import LEAST_TIE, LOOSE, STRICT, gather

MEMBERS = "abcdefg"
PAIRS = st.dictionaries(
    st.sampled_from(list(combinations(MEMBERS, 2))), st.floats(0.3, 1.0, allow_nan=False), max_size=15
).map(lambda scores: [Pair(a, b, round(score, 3)) for (a, b), score in scores.items()])


def test_a_chain_of_half_alike_reports_does_not_run_together() -> None:
    """Each is like the next, but the first is not like the last."""
    chain = [Pair(a, b, 0.55) for a, b in pairwise(MEMBERS)]
    assert max(map(len, gather(MEMBERS, chain, Context()))) < 5


def test_copies_are_in_one_group() -> None:
    """What is surely of one happening is joined before anything else."""
    pairs = [Pair("a", "b", 0.6), Pair("b", "c", 0.97), Pair("c", "d", 0.5)]
    assert any({"b", "c"} <= set(group) for group in gather("abcd", pairs, Context()))


@given(PAIRS, st.randoms())
def test_neither_the_order_of_members_nor_of_pairs_matters(pairs: list[Pair], random: object) -> None:
    """Groups are a function of what is joined, not of the way it came in."""
    members, shuffled = list(MEMBERS), list(pairs)
    random.shuffle(members)  # type: ignore[attr-defined]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert gather(members, shuffled, Context()) == gather(MEMBERS, pairs, Context())


@given(PAIRS)
def test_every_member_is_in_exactly_one_group(pairs: list[Pair]) -> None:
    """Nothing is lost and nothing is told twice."""
    assert sorted(member for group in gather(MEMBERS, pairs, Context()) for member in group) == list(MEMBERS)


@given(PAIRS, st.sets(st.sampled_from(MEMBERS), min_size=2))
def test_what_people_put_together_stays_together(pairs: list[Pair], bond: set[str]) -> None:
    """A decision needs no pair."""
    groups = gather(MEMBERS, pairs, Context(together=(frozenset(bond),)))
    assert any(bond <= set(group) for group in groups)


@given(PAIRS, st.sets(st.sampled_from(MEMBERS), min_size=2, max_size=6), st.integers(1, 5))
def test_what_people_put_apart_stays_apart(pairs: list[Pair], chosen: set[str], at: int) -> None:
    """However alike they are, reports of two parts of a decision are never in one group, not even over a
    third."""
    ordered = sorted(chosen)
    parts = (frozenset(ordered[:at]), frozenset(ordered[at:]))
    for group in gather(MEMBERS, pairs, Context(apart=(parts,))):
        assert not (parts[0] & set(group) and parts[1] & set(group))


def test_apart_counts_for_more_than_together() -> None:
    """Where people decided both, nothing is joined that somebody parted."""
    context = Context(together=(frozenset("ab"),), apart=((frozenset("a"), frozenset("b")),))
    assert gather("ab", [Pair("a", "b", 0.99)], context) == [["a"], ["b"]]


def test_a_late_report_need_not_be_like_the_first() -> None:
    """It is of the story if it is like half of it."""
    pairs = [Pair("a", "b", 0.9), Pair("a", "c", 0.9), Pair("b", "c", 0.9), Pair("c", "d", 0.5)]
    pairs.append(Pair("b", "d", 0.4))
    assert gather("abcd", pairs, Context()) == [["a", "b", "c", "d"]]


def test_what_is_sure_has_hardly_a_pair_that_is_not() -> None:
    """One of three that is like only one of the others makes the whole unsure."""
    pairs = [Pair("a", "b", 0.9), Pair("b", "c", 0.8)]
    assert gather("ab", pairs, Context(), STRICT) == [["a", "b"]]
    assert len(gather("abc", pairs, Context(), STRICT)) == 2
    assert len(gather("ab", [Pair("a", "b", 0.7)], Context(), STRICT)) == 2


#: Scores on both sides of what can tie, and right beside it.
NEAR = st.one_of(
    st.floats(0.3, 1.0), st.floats(0.3, 0.45), st.sampled_from((0.3399, 0.34, LOOSE.mean, LEAST_TIE))
)
MANY = "abcdefghijkl"
NEAR_PAIRS = st.dictionaries(st.sampled_from(list(combinations(MANY, 2))), NEAR, max_size=30).map(
    lambda scores: [Pair(a, b, score) for (a, b), score in scores.items()]
)


@settings(max_examples=500)
@given(NEAR_PAIRS, st.lists(st.sets(st.sampled_from(MANY), min_size=2, max_size=4), max_size=2), st.data())
def test_what_no_pair_ties_is_gathered_apart(
    pairs: list[Pair], bonds: list[set[str]], data: st.DataObject
) -> None:
    """Sets between which every pair is too weak to tie, and nobody put anything together, can be gathered one
    by one: the groups are those that all at once give."""
    chosen = sorted(data.draw(st.sets(st.sampled_from(MANY), max_size=4)))
    apart = ((frozenset(chosen[:1]), frozenset(chosen[1:])),) if len(chosen) > 1 else ()
    context = Context(tuple(map(frozenset, bonds)), apart)
    alone = {member: frozenset(member) for member in MANY}
    for ends in [{pair.a, pair.b} for pair in pairs if pair.score >= LEAST_TIE] + bonds:
        joined = frozenset().union(*(alone[end] for end in ends))
        alone |= dict.fromkeys(joined, joined)
    apiece = [group for members in set(alone.values()) for group in gather(sorted(members), pairs, context)]
    assert sorted(apiece) == gather(MANY, pairs, context)
