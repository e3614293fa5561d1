"""Words on a screen: visible, wrapped, isolated; numbers and labels."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.model.claim import Figure
from rawi.model.span import Span
from rawi.model.value import Hedge
from rawi.views.amounts import render_amount, render_number
from rawi.views.labels import label, load_labels
from rawi.views.screen import FSI, PDI, Screen, neutral, visible

STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@given(st.text())
def test_nothing_steers_a_terminal(text: str) -> None:
    """No control character and no direction override of a source reaches the screen."""
    assert not STEERING.search(visible(text))
    assert not STEERING.search(neutral(text))
    assert "\n" not in visible(text)


@given(st.text(st.characters(categories=("L", "N", "Zs")), max_size=300))
def test_wrapping_loses_no_word(text: str) -> None:
    """Wrapped words are the words, in their order."""
    assert Screen(width=30).block(text).split() == text.split()


def test_isolates_only_on_a_terminal() -> None:
    """A pipe gets the words as they are; a terminal gets them isolated."""
    assert Screen().apart("هالة") == "هالة"
    assert Screen(terminal=True).apart("هالة") == f"{FSI}هالة{PDI}"


def test_every_label_is_in_both_languages() -> None:
    """Each label is there in English and Arabic."""
    assert all(set(entry) == {"en", "ar"} and all(entry.values()) for entry in load_labels().values())
    assert label("not_there", "en") == "not there"


@pytest.mark.parametrize(
    ("low", "high", "hedge", "english", "arabic"),
    [
        (40000, 40000, Hedge.EXACT, "40,000", "40,000"),
        (40000, 40000, Hedge.ABOUT, "≈ 40,000", "نحو 40,000"),
        (None, 3000, Hedge.LESS_THAN, "< 3,000", "أقل من 3,000"),
        (12, None, Hedge.AT_LEAST, "≥ 12", "12 على الأقل"),
        (8, 12, Hedge.BETWEEN, "8 to 12", "من 8 إلى 12"),
        (8, 12, Hedge.ABOUT, "8 to 12", "من 8 إلى 12"),
        (None, None, Hedge.EXACT, "unknown number", "عدد غير معلوم"),
        (0, 0, Hedge.EXACT, "0", "0"),
    ],
)
def test_amounts(low: int | None, high: int | None, hedge: Hedge, english: str, arabic: str) -> None:
    """The hedge is never lost; ranges are in words, for signs between numbers turn round in Arabic."""
    figure = Figure("f1", Span(0, 1), Span(0, 1), low, high, hedge)
    assert render_amount(figure) == english
    assert render_amount(figure, "ar") == arabic


@given(st.integers(-(10**15), 10**15))
def test_whole_numbers_come_back(number: int) -> None:
    """A number as shown is the number."""
    assert int(render_number(number).replace(",", "")) == number
