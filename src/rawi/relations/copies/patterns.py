"""Texts of different things that are said by one pattern: bulletins, telegrams, lists of prices."""

from __future__ import annotations

from rawi.claims.days import parse_day
from rawi.relations.copies.bodies import Body
from rawi.relations.copies.divergence import count_telling, find_strange
from rawi.relations.copies.formulas import is_serial
from rawi.relations.copies.tallies import Tally

_CLASHES = 2  # places where two texts contradict each other: of fewer, one text was corrected
_MANY_CLASHES = 4
_PART = 0.25  # of the names, numbers and dates that contradict each other …
_STRANGE = 0.15  # … and of those that the other text has nowhere
_VERY_STRANGE = 0.22
#: Days between a report and its revision at most.
MOST_DAYS = 4


def share_pattern(a: Body, b: Body, tally: Tally) -> bool:
    """Are two texts that share most of their words of different things?

    A report that is revised has a few numbers changed; one that is made by a pattern has most of its names,
    numbers and dates from elsewhere.
    """
    if tally.clashes and _are_serial(a, b):
        return True
    if tally.clashes < _CLASHES:
        return False
    several = tally.clashes > _CLASHES
    if several and days_apart(a, b) > MOST_DAYS:
        return True
    strange = min(find_strange(a, b), find_strange(b, a))
    telling = max(1, min(count_telling(a, 0, a.size), count_telling(b, 0, b.size)))
    if tally.telling >= _PART * telling and (strange >= _STRANGE or tally.clashes >= _MANY_CLASHES):
        return True
    return several and strange >= _VERY_STRANGE


def _are_serial(a: Body, b: Body) -> bool:
    """Do both texts come day by day?"""
    return is_serial(a.item.title.split(), a.words) and is_serial(b.item.title.split(), b.words)


def days_apart(a: Body, b: Body) -> int:
    """Return how many days lie between the publications; none as long as one of them is not known."""
    one, other = parse_day((a.item.published or "")[:10]), parse_day((b.item.published or "")[:10])
    return abs((one - other).days) if one and other else 0
