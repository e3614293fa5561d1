"""Where the places of an article lie: of all rows that bear a name the one that the article means."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

import msgspec

from rawi.annotations.annotator import Annotations
from rawi.arabic.fold import fold
from rawi.entities.ranking import Anchor, Ranked, is_same, rank_alone, rank_together
from rawi.entities.surroundings import Seen, Surroundings, is_rival, read_surroundings, see
from rawi.entities.vicinities import find_vicinities
from rawi.lexicons.atlas import find_places, find_variants, load_areas
from rawi.model.annotation import Kind
from rawi.model.entity import Area, Entity, Location, PlacePrecision, Vicinity
from rawi.model.place import Place
from rawi.model.span import Span
from rawi.text.text import Text

_PRECISION: dict[str, PlacePrecision] = {
    "region": "governorate",
    "county": "district",
    "localadmin": "district",
    "locality": "exact",
    "neighbourhood": "exact",
    "sea": "near",
    "area": "governorate",
}
_MARGIN = 1.0
_CLEAR = 2.0
_ANCHORS = 24
_BESIDE = 8
_OTHERS = 8
_FAMOUS = 7  # rank from which a place is known without its country


def locate_places(
    text: Text, known: Annotations, entities: Sequence[Entity], home: str | None = None
) -> tuple[Entity, ...]:
    """Return the entities of an article, its places with ``location`` and ``around``, and ``link`` the row
    that is meant.

    ``known`` holds the annotations of ``text``; ``home`` is the country of the outlet (ISO 3166-1 alpha-2),
    if known. People and bodies are left as they are, and so are places that no row of the gazetteer bears.
    """
    notes = {text.source_span(one.start, one.end): one for one in known.of(Kind.PLACE)}
    if not notes:
        return tuple(entities)
    seen = {span: see(text, note, text.sentence_of(note.first)[0]) for span, note in notes.items()}
    around = find_vicinities(text, list(seen.values()))
    surroundings = read_surroundings(text, seen.values(), home)
    ranked = _rank(entities, seen, surroundings)
    countries = Counter([found[0].row.country for found in ranked.values() if found])
    countries.update(surroundings.countries)
    nations = {span: one.nation for span, one in seen.items() if one.nation}
    return tuple(
        [
            _located(one, ranked.get(one.id, ()), around, countries, nations) if one.type == "place" else one
            for one in entities
        ]
    )


def _rank(
    entities: Sequence[Entity], seen: Mapping[Span, Seen], surroundings: Surroundings
) -> dict[str, list[Ranked]]:
    """Return the rows of each place by the id of its entity, the best first."""
    places = [one for one in entities if one.type == "place"]
    mentions = {one.id: [seen[span] for span in one.mentions if span in seen] for one in places}
    rows = {one.id: _rows(one) for one in places}
    alone = {
        id_: rank_alone(found, mentions[id_], surroundings)
        if len(found) > 1
        else [Ranked(one, 0.0) for one in found]
        for id_, found in rows.items()
    }
    beside = _beside(mentions, alone)
    anchors = {
        id_: Anchor(found[0].row, 1.0 if _is_clear(found) else 0.5) for id_, found in alone.items() if found
    }
    first = list(anchors.items())[:_ANCHORS]
    return {
        id_: found
        if len(found) < 2
        else rank_together(found, [anchor for other, anchor in first if other != id_], beside[id_])
        for id_, found in alone.items()
    }


def _rows(entity: Entity) -> tuple[Place, ...]:
    """Return the rows that an entity may mean: all that bear its name; of a country and an area of our own
    the one that it has, and large cities of that name elsewhere (عمان)."""
    rows = find_places(fold(entity.name))
    link = entity.link or ""
    if link and not link.startswith(("wof:", "gn:")):
        home = next((row.country for row in rows if row.id == link), None)
        return tuple([row for row in rows if row.id == link or is_rival(row, home)])
    return rows or tuple([row for row in find_variants(fold(entity.name)) if row.id == link])


def _is_clear(ranked: Sequence[Ranked]) -> bool:
    """Is the first row well ahead of all that mean another place?"""
    return all(ranked[0].score - one.score >= _CLEAR or is_same(ranked[0].row, one.row) for one in ranked[1:])


def _beside(mentions: Mapping[str, list[Seen]], alone: Mapping[str, list[Ranked]]) -> dict[str, list[Place]]:
    """Return for each entity the best rows of the places named within a few tokens of it."""
    order = sorted((one.note.first, one.note.last, id_) for id_, found in mentions.items() for one in found)
    beside: dict[str, list[Place]] = defaultdict(list)
    for (_, last, one), (first, _, other) in pairwise(order):
        if one != other and first - last < _BESIDE:
            for id_, near in ((one, other), (other, one)):
                if alone[near] and len(beside[id_]) < _ANCHORS:
                    beside[id_].append(alone[near][0].row)
    return beside


def _located(
    entity: Entity,
    ranked: Sequence[Ranked],
    around: Mapping[Span, Vicinity],
    countries: Mapping[str | None, float],
    nations: Mapping[Span, str],
) -> Entity:
    """Return an entity with where it lies; ``countries`` are those of the article, each place's row counted,
    ``nations`` those of adjectives right after a name."""
    found = tuple([around[span] for span in entity.mentions if span in around])
    if not ranked:
        return msgspec.structs.replace(entity, around=found) if found else entity
    best = ranked[0]
    rivals = [
        one for one in ranked[1:] if best.score - one.score < _MARGIN and not is_same(best.row, one.row)
    ]
    named = {nations[span] for span in entity.mentions if span in nations}
    certain = not rivals and (named <= {best.row.country}) and _is_at_home(best.row, countries)
    place = location_of(best.row, certain, tuple([one.row.id for one in ranked[1 : 1 + _OTHERS]]))
    return msgspec.structs.replace(entity, link=best.row.id, location=place, around=found)


def _is_at_home(row: Place, countries: Mapping[str | None, float]) -> bool:
    """Does anything else in the article lead to the country of a row, or is the row too well known to
    need it?"""
    return (
        row.rank >= _FAMOUS
        or row.country is None
        or countries.get(row.country, 0) > 1
        or (row.type in ("country", "area"))
    )


def location_of(row: Place, certain: bool = True, others: tuple[str, ...] = ()) -> Location:
    """Return what the gazetteer says of a row; ``others`` are kept only where the row is not ``certain``."""
    areas = load_areas()
    admin = [areas[id_] for id_ in (row.county, row.region) if id_ is not None and id_ in areas]
    own = areas.get(row.id)
    codes = [one.iso3166_2 for one in (own, *admin[::-1]) if one is not None and one.iso3166_2]
    return Location(
        id=row.id,
        type=row.type,
        precision=_PRECISION.get(row.type, "country"),
        lat=row.lat,
        lon=row.lon,
        country=row.country,
        admin=tuple([Area(one.id, one.name, one.type) for one in admin]),
        iso3166_2=codes[0] if codes else None,
        certain=certain,
        others=() if certain else others,
    )
