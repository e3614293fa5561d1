"""Quotation marks without end cost no more than their number."""

from __future__ import annotations

import pytest

from benchmarks.clock import grows_as_a_line
from rawi.pipeline import extract
from rawi.text.quotations import MARKS

MANY = 100_000


def is_linear(piece: str) -> bool:
    """Does a text of very many marks cost about four times a text of a quarter of them?"""
    few, many = (piece * (count // sum(letter in MARKS for letter in piece)) for count in (MANY // 4, MANY))
    return grows_as_a_line(extract, few, many)


@pytest.mark.parametrize("mark", sorted(mark for mark in MARKS if len(mark) == 1))
@pytest.mark.parametrize("space", ["", " "])
def test_marks_of_one_kind_take_linear_time(mark: str, space: str) -> None:
    """Any mark a hundred thousand times, with and without spaces between."""
    assert is_linear(mark + space)


@pytest.mark.parametrize("piece", ["«»", "»«", '"“”„‟«»‹›', "«»\n", "« »", '"نعم" ', "«نعم»، "])
def test_alternating_marks_take_linear_time(piece: str) -> None:
    """Marks of all kinds in turn, empty, around a word or on lines of their own."""
    assert is_linear(piece)


@pytest.mark.parametrize("piece", ["«قال", "قال: «", "قال «نعم»، ", "«نعم» قال "])
def test_marks_with_a_cue_between_take_linear_time(piece: str) -> None:
    """Each mark may open what a verb reports, so each verb looks for its quotation."""
    assert is_linear(piece)
