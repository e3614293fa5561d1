"""How well each row of the gazetteer fits what an article says of a place: a sum of few reasons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from rawi.entities.surroundings import Seen, Surroundings
from rawi.model.place import Place, distance

_MOST = 24
_TYPES = {"country": 3.0, "locality": 1.0, "area": 2.0, "continent": 2.0, "sea": 0.5, "county": -0.5}
_TOWN, _KNOWN = 2.0, 3
_RANK, _SHARE, _SENTENCE, _NATION = 0.55, 4.0, 1.0, 6.0
_KIND, _WRONG_KIND, _LATER_KIND = 3.0, -2.0, 1.5
_INSIDE, _NEAR, _FAR, _ALIKE = 2.5, 2.0, 150.0, 2.5


class Ranked(msgspec.Struct, frozen=True, gc=False):
    """A row and how well it fits."""

    row: Place
    score: float


class Anchor(msgspec.Struct, frozen=True, gc=False):
    """Another place of the article: the row that it seems to mean, and how sure that is (0 to 1)."""

    row: Place
    weight: float


def score_alone(row: Place, seen: Sequence[Seen], around: Surroundings) -> float:
    """Return how well a row fits by itself: by how well it is known, the nouns before the name, the
    countries."""
    score = _RANK * row.rank + _TYPES.get(row.type, 0.0)
    if row.type == "locality" and row.rank > _KNOWN:
        score += _TOWN
    country = row.country or ""
    score += _SHARE * around.countries.get(country, 0.0)
    if any(country in around.by_sentence.get(one.sentence, ()) for one in seen):
        score += _SENTENCE
    kinds = next((one.kinds for one in seen if one.kinds), ())
    if kinds:
        score += (_KIND if row.type == kinds[0] else _LATER_KIND) if row.type in kinds else _WRONG_KIND
    nation = next((one.nation for one in seen if one.nation), None)
    return score + (_NATION if nation is not None and nation == country else 0.0)


def rank_alone(rows: Iterable[Place], seen: Sequence[Seen], around: Surroundings) -> list[Ranked]:
    """Return the rows of a name, the best first, at most twenty-four."""
    ranked = [Ranked(row, score_alone(row, seen, around)) for row in rows]
    return sorted(ranked, key=_order)[:_MOST]


def rank_together(ranked: Sequence[Ranked], others: Sequence[Anchor], near: Sequence[Place]) -> list[Ranked]:
    """Return ranked rows again, with what the ``others`` of the article say: an area that holds a row, a
    place close by, places of the same country; ``near`` are those named right beside it, and count again."""
    total = sum(one.weight for one in others) or 1.0
    found = []
    for one in ranked:
        row, more, alike = one.row, 0.0, 0.0
        for other in others:
            more = max(more, _fit(row, other.row) * other.weight)
            if other.row.country == row.country:
                alike += other.weight
        beside = max([_fit(row, other) for other in near], default=0.0)
        found.append(Ranked(row, one.score + more + beside + _ALIKE * (alike / total)))
    return sorted(found, key=_order)


def _order(one: Ranked) -> tuple[float, str]:
    """Sort the best first; of equals the one whose id comes first."""
    return -one.score, one.row.id


def _fit(row: Place, other: Place) -> float:
    """Return how much another place speaks for a row."""
    if other.id == row.id:
        return 0.0
    inside = _INSIDE if other.id in (row.region, row.county) else 0.0
    if other.type == "country" or (away := distance(row, other)) >= _FAR:
        return inside
    return inside + _NEAR * (1 - away / _FAR)


def is_same(one: Place, other: Place) -> bool:
    """Do two rows of one name mean a town and the area of which it is the seat?"""
    return one.id in (other.region, other.county) or other.id in (one.region, one.county)
