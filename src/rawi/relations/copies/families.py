"""One passage in many documents: places that pairs of documents share, put together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from rawi.model.relation import Place
from rawi.model.span import Span
from rawi.relations.copies.republication import Likeness


def find_families(pairs: Iterable[Likeness]) -> list[list[Place]]:
    """Return for each passage where it stands, by document and place. Two places in one document are one
    passage if half of the shorter lies in the other.

    >>> from rawi.model.relation import Shared
    >>> one, other, nearly = Span(0, 90), Span(40, 130), Span(0, 88)
    >>> ab = Likeness("a", "b", 0.5, shared=(Shared(one, other),))
    >>> ac = Likeness("a", "c", 0.5, shared=(Shared(nearly, other),))
    >>> [[place.document for place in family] for family in find_families([ab, ac])]
    [['a', 'a', 'b', 'c']]
    """
    heads: dict[Place, Place] = {}
    for pair in pairs:
        for shared in pair.shared:
            _join(heads, Place(pair.a, shared.here), Place(pair.b, shared.there))
    by_document: dict[str, list[Place]] = defaultdict(list)
    for place in sorted(heads, key=_order):
        by_document[place.document].append(place)
    for places in by_document.values():
        _join_touching(heads, places)
    families: dict[Place, list[Place]] = defaultdict(list)
    for place in sorted(heads, key=_order):
        families[_head(heads, place)].append(place)
    return sorted(families.values(), key=lambda family: [_order(place) for place in family])


def _order(place: Place) -> tuple[str, Span]:
    """Order places."""
    return place.document, place.span


def _join_touching(heads: dict[Place, Place], places: Sequence[Place]) -> None:
    """Join places of one document, sorted, that lie over each other."""
    longest = places[0]
    for _, place in pairwise(places):
        if _touch(longest.span, place.span):
            _join(heads, longest, place)
        if place.span.end > longest.span.end:
            longest = place


def _touch(one: Span, other: Span) -> bool:
    """Do two spans lie over each other by half of the shorter?"""
    common = min(one.end, other.end) - max(one.start, other.start)
    return 2 * common > min(one.end - one.start, other.end - other.start)


def _head(heads: dict[Place, Place], place: Place) -> Place:
    """Return the place that stands for all that are joined with one."""
    while (above := heads.setdefault(place, place)) is not place and above != place:
        place = above
    return place


def _join(heads: dict[Place, Place], one: Place, other: Place) -> None:
    """Join two places."""
    first, second = sorted((_head(heads, one), _head(heads, other)), key=_order)
    heads[second] = first


def merge_places(families: Iterable[Sequence[Place]]) -> tuple[Place, ...]:
    """Return the places of some passages, those of one document that touch as one."""
    merged: list[Place] = []
    for place in sorted({place for family in families for place in family}, key=_order):
        last = merged[-1] if merged else None
        if last is not None and last.document == place.document and place.span.start <= last.span.end:
            end = max(last.span.end, place.span.end)
            merged[-1] = Place(last.document, Span(last.span.start, end))
        else:
            merged.append(place)
    return tuple(merged)
