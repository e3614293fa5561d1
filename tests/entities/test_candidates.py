"""Which names are compared, and how fast it is told that two are not alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.entities import candidates
from rawi.entities.candidates import NEAR, changed_pairs, find_pairs, is_alike, is_pair_of, pairs_in
from rawi.entities.names import extends, parse_name
from rawi.entities.spelling import compare_names, is_spelt_alike

_WORDS = (
    "سالم",
    "سليم",
    "فهد",
    "بن",
    "الكيال",
    "الكيالي",
    "عبد",
    "الله",
    "أبو",
    "تيري",
    "مارلوتو",
    "مارلتو",
    "ف",
)
_names = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=5).map(" ".join)
_block = st.lists(st.sampled_from("ابتثجحخدذرز"), unique=True).map(sorted)


@given(_names | st.text(max_size=12), _names | st.text(max_size=12))
def test_the_short_way_is_the_long_way(one: str, other: str) -> None:
    """Whether two names are spelt alike is told as comparing them whole tells it."""
    assert is_spelt_alike(one, other, NEAR) == (compare_names(one, other) >= NEAR)


@given(_names, _names)
def test_what_is_near_is_alike(one: str, other: str) -> None:
    """Names of which one extends the other, or is another spelling of it, are alike by their keys."""
    a, b = parse_name(one), parse_name(other)
    if extends(a, b) or extends(b, a) or compare_names(a.key, b.key) >= NEAR:
        assert is_alike(a.key, b.key)


@pytest.mark.parametrize("reach", [1, 3, 64])
@given(before=_block, after=_block)
def test_pairs_change_as_a_block_changes(reach: int, before: list[str], after: list[str]) -> None:
    """What a block loses and gains is the difference of its pairs, however far names are compared."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(candidates, "REACH", reach)
        was, now = set(pairs_in(before)), set(pairs_in(after))
        assert changed_pairs(before, after) == (was - now, now - was)
        assert now == {(a, b) for a in after for b in after if a < b and is_pair_of(after, a, b)}


def test_names_meet_by_sound() -> None:
    """Names that begin and end alike are a pair, those of one word are in none."""
    assert find_pairs(["تيري مارلوتو", "تيري مارلتو", "هالة الصبان", "سالم"]) == {
        ("تيري مارلتو", "تيري مارلوتو")
    }
