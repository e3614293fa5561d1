"""Where figures stand in a chart: times, values, shapes, ticks."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.views.plot import build_plot, find_shape
from rawi.views.scales import day_number, find_scale, tick_days
from tests.views.invented import counted, every_shape, fighters, point, series_of


def test_a_figure_stands_when_it_held() -> None:
    """As-of comes before said, said before published, and which of them it is is kept."""
    plot = build_plot(fighters())
    assert [mark.dated for mark in plot.marks] == ["as_of", "as_of", None]
    first, second, third = plot.marks
    assert first.at is not None
    assert second.at is not None
    assert first.at < second.at
    assert third.at is None
    assert plot.undated
    plain = build_plot(series_of(counted("3 قتلى", 3, 3, said="2024-03-02", published="2024-03-09")))
    assert plain.marks[0].dated == "said"


def test_when_it_was_said_is_kept_apart_from_when_it_held() -> None:
    """A figure of 2015 that was said in 2020 stands in 2015, and knows where 2020 is."""
    first, second, _ = build_plot(fighters()).marks
    assert first.told is not None
    assert first.right is not None
    assert first.told > first.right
    assert second.told is None


def test_a_year_is_as_long_as_a_year() -> None:
    """What is known to the year spans it, what is known to the day does not."""
    year, day = build_plot(
        series_of(counted("3", 3, 3, as_of="2015"), counted("4", 4, 4, as_of="2017-05-01"))
    ).marks
    assert year.left is not None
    assert year.right is not None
    assert year.right - year.left > 0.3
    assert day.left == day.right


@pytest.mark.parametrize(
    ("hedge", "low", "high", "shape"),
    [
        ("exact", 5, 5, "exact"),
        ("about", 5, 5, "about"),
        ("less_than", None, 5, "below"),
        ("at_most", None, 5, "below"),
        ("more_than", 5, None, "above"),
        ("at_least", 5, None, "above"),
        ("order", 1000, None, "above"),
        ("between", 5, 9, "range"),
        ("about", 5, 9, "range"),
    ],
)
def test_the_hedge_gives_the_shape(hedge: str, low: float | None, high: float | None, shape: str) -> None:
    """Bounds are open, approximate numbers bands, two ends a range."""
    assert find_shape(point(counted("كذا", low, high, hedge))) == shape


def test_relayed_and_denied_are_marked() -> None:
    """A figure that one source relays of another is hollow; one that is denied says so."""
    plot = build_plot(every_shape())
    assert [mark.number for mark in plot.marks if mark.hollow] == [4]
    assert [mark.number for mark in plot.marks if mark.denied] == [6]


def test_what_has_no_value_is_named() -> None:
    """A figure without a number is not drawn, and the chart knows which."""
    assert build_plot(every_shape()).skipped == (7,)


def test_the_scale_is_logarithmic_only_where_values_are_far_apart() -> None:
    """Thirty times apart is far; zero and less have no logarithm."""
    assert build_plot(every_shape()).logarithmic
    assert not build_plot(fighters()).logarithmic
    scale = find_scale([0, 50000], 5)
    assert scale is not None
    assert not scale.logarithmic


def test_a_single_figure_has_a_place() -> None:
    """One figure, of one day, is a chart too; so is none."""
    (mark,) = build_plot(series_of(counted("3", 3, 3, as_of="2024-05-01"))).marks
    assert mark.at is not None
    assert 0 < mark.at < 1
    assert build_plot(series_of()).marks == ()


_DATES = st.one_of(
    st.none(),
    st.dates().map(str),
    st.integers(1, 9999).map("{:04}".format),
    st.sampled_from(["2015~", "2014-22", "../2019", "2019/..", "../..", "XXXX-12-06", "بلا", "2019-02-31"]),
)
_VALUES = st.one_of(st.none(), st.integers(-(10**9), 10**15), st.floats(-1e9, 1e9), st.just(10**400))


@given(st.lists(st.tuples(_VALUES, _VALUES, _DATES, _DATES), max_size=12))
def test_every_mark_is_inside(rows: list[tuple[float | None, float | None, str | None, str | None]]) -> None:
    """Whatever is drawn stands inside the chart, and everything else is named."""
    entries = [counted("كذا", low, high, as_of=held, said=told) for low, high, held, told in rows]
    plot = build_plot(series_of(*entries))
    for mark in plot.marks:
        shares = (mark.low, mark.high, mark.at, mark.left, mark.right, mark.told)
        assert all(-1e-9 <= share <= 1 + 1e-9 for share in shares if share is not None)
    assert sorted([*(mark.number for mark in plot.marks), *plot.skipped]) == list(range(1, len(rows) + 1))
    assert all(a.at < b.at for a, b in pairwise(plot.across))


@given(st.integers(1, 3_000_000), st.integers(1, 1_000_000), st.integers(1, 12))
def test_ticks_are_few_and_inside(first: int, span: int, most: int) -> None:
    """The axis of time has not many more ticks than asked for, all between its ends, in order."""
    days = [day for day, _ in tick_days(first, first + span, most)]
    assert days == sorted(set(days))
    assert all(first <= day <= first + span for day in days)
    assert len(days) <= 2 * most + 5


def test_a_day_that_its_month_has_not_is_its_last() -> None:
    """The last day of a month is written 31; the calendar has another."""
    assert day_number("2019-04-31") == day_number("2019-04-30")


def test_next_to_nothing_stands_at_zero() -> None:
    """The smallest numbers that there are have no logarithm that a scale could begin at."""
    for values in ([5e-324, 1.0], [5e-324], [0.0, 5e-324]):
        scale = find_scale(values, 4)
        assert scale is not None
        assert all(0 <= scale.share(value) <= 1 for value in values)
