"""Ranges that hold a token are found whatever lies around them."""

import time

from hypothesis import given
from hypothesis import strategies as st

from rawi.claims.intervals import Intervals

RANGES = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 20)).map(lambda one: (one[0], one[0] + one[1])), max_size=25
)


@given(RANGES, st.integers(-1, 55))
def test_every_range_that_holds_a_token_is_found(ranges: list[tuple[int, int]], token: int) -> None:
    """What bisection and jumps find is what looking at all of them finds."""
    intervals = Intervals((start, end, number) for number, (start, end) in enumerate(ranges))
    holding = {number for number, (start, end) in enumerate(ranges) if start <= token < end}
    found = intervals.holding(token)
    assert len(found) == len(set(found))
    assert set(found) == holding
    shortest = min((ranges[number][1] - ranges[number][0] for number in holding), default=None)
    inner = intervals.innermost(token)
    assert (None if inner is None else ranges[inner][1] - ranges[inner][0]) == shortest


def test_one_range_over_all_the_others_costs_a_step() -> None:
    """Ten times as many short ranges inside a long one take no more than about ten times as long."""
    seconds = []
    for number in (5_000, 50_000):
        short = ((at * 3, at * 3 + 2, at) for at in range(1, number))
        begin = time.process_time()
        intervals = Intervals([(0, number * 3, 0), *short])
        assert all(intervals.holding(at * 3) == [at, 0] for at in range(1, number))
        seconds.append(time.process_time() - begin)
    assert seconds[1] < seconds[0] * 10 * 3
