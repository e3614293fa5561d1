"""Cost grows with the length of a text and the number of articles as a line does, not faster."""

from __future__ import annotations

import time

import pytest

from benchmarks.clock import Work, best_of, each, fit_exponent, grows_as_a_line
from benchmarks.texts import lengthened, load_gold, vary
from benchmarks.work import WORKS, Absent, scan

TIMES = (1, 2, 4, 8)
LENGTH = 450
ROUNDS = 7
MOST = 1.35  # a quadratic part shows as 1.5 and more at these sizes; a busy machine as 1.1


def exponent(work: Work) -> float:
    """How the processor time of one text grows with its length."""
    texts = load_gold()
    longer = [lengthened(texts, LENGTH * times) for times in TIMES]
    rounds = [[vary(text, n) for text in longer] for n in range(ROUNDS)]
    seconds = best_of(work, rounds, clock=time.process_time)
    return fit_exponent([len(text) for text in longer], seconds)


def compare_every_word_with_every_other(text: str) -> int:
    """Quadratic work, to see that it would be noticed."""
    words = text.split()[::2]
    return sum(one == other for one in words for other in words)


@pytest.mark.parametrize("name", ["extract", "add", "values"])
def test_cost_is_linear_in_the_length_of_a_text(name: str) -> None:
    """Eight times the text costs about eight times the work."""
    try:
        with WORKS[name]() as work:
            work(load_gold())
            assert exponent(work) < MOST
    except Absent as absent:
        pytest.skip(str(absent))


def test_the_unit_itself_is_linear_and_quadratic_work_would_show() -> None:
    """The measurement tells a line from a square: one scan is below the limit, pairs of words far above."""
    assert exponent(lambda texts: [scan(texts) for _ in range(20)]) < MOST
    assert exponent(each(compare_every_word_with_every_other)) > MOST


def test_a_line_is_told_from_a_square() -> None:
    """One long text beside a short one: work with the square of the words is found out, splitting is not."""
    few, many = "كلمة أخرى " * 300, "كلمة أخرى " * 1200
    assert grows_as_a_line(lambda text: [text.split() for _ in range(50)], few, many)
    assert not grows_as_a_line(compare_every_word_with_every_other, few, many)


@pytest.mark.parametrize("power", [0.5, 1, 2])
def test_the_exponent_of_a_power_is_the_power(power: float) -> None:
    """The fit gives back the power that made the numbers."""
    assert fit_exponent(TIMES, [3 * n**power for n in TIMES]) == pytest.approx(power)
