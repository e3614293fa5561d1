"""When two names mean one speaker."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.evaluation.names import fold_name, name_of, same_name


@pytest.mark.parametrize(
    ("found", "wanted"),
    [
        ("ليان القاضي", "لِيان القاضي"),
        ("القاضي", "ليان القاضي"),
        ("الدكتورة ليان القاضي", "ليان القاضي"),
        ("مؤسسة الأفق", "موسسه الافق"),
    ],
)
def test_a_name_may_hold_the_other(found: str, wanted: str) -> None:
    """Spelling, a title or a first name more or less leave the name the same."""
    assert same_name(found, [wanted])


@pytest.mark.parametrize(
    ("found", "wanted"),
    [
        ("سامر حداد", "ليان القاضي"),
        ("وزير", "وزير النقل"),
        ("ليان", "ليان بنت سعد بن راشد القاضي الكبير"),
        ("", "ليان"),
        (None, "ليان"),
        (7, "ليان"),
    ],
)
def test_other_names_and_mere_titles_are_not_the_same(found: object, wanted: str) -> None:
    """Another name, a title alone, a name far shorter, or no name at all is wrong."""
    assert not same_name(found, [wanted])


def test_the_name_is_found_in_any_shape_of_a_field() -> None:
    """A field may hold a string, an object with a name, or a list of these; the first counts."""
    shapes: list[object] = ["سامر", {"name": "سامر"}, ["سامر", "ليان"], [{"name": "سامر"}]]
    assert [name_of(shape) for shape in shapes] == ["سامر"] * 4
    nameless: list[object] = [None, [], {}, 5, [[]], {"name": 3}]
    assert [name_of(shape) for shape in nameless] == [None] * 6


@given(st.text())
def test_folding_twice_changes_nothing_more(name: str) -> None:
    """The folded form of any string is its own folded form."""
    assert fold_name(fold_name(name)) == fold_name(name)


@given(st.text(), st.lists(st.text(), max_size=3))
def test_a_name_with_a_letter_is_the_same_as_itself(name: str, others: list[str]) -> None:
    """Any string with a word in it is among names that hold it; one without is never a name."""
    assert same_name(name, [*others, name]) == bool(fold_name(name))
