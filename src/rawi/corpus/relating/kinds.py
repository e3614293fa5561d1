"""The relations that are found across a corpus, and what of each is told to those who look for candidates."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from rawi.model.relation import Duplicate, Story
from rawi.relations.copies.duplicates import DUPLICATES
from rawi.relations.layer import Layer
from rawi.relations.stories.stories import MOST_DAYS, STORIES

#: The first and the last day that an item is of, as ordinals; null where no day is known.
Days = tuple[int, int]


class Kind(NamedTuple):
    """A layer of which a document brings one item at most; ``name`` is the folder of its tables, ``result``
    what its groups are.

    ``within``: items whose ``days`` lie farther apart are no pair; null where days do not count.
    """

    name: str
    layer: Layer
    result: type[Any]
    days: Callable[[Any], Days | None]
    within: int | None = None


def _find_days(item: Any) -> Days | None:
    """Return the days of a topic."""
    return (item.first, item.last) if item.first is not None and item.last is not None else None


COPIES = Kind("copies", DUPLICATES, Duplicate, lambda _: None)
REPORTS = Kind("stories", STORIES, Story, _find_days, MOST_DAYS)
KINDS = {kind.name: kind for kind in (COPIES, REPORTS)}
