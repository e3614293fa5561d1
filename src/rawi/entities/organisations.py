"""Bodies and places across documents: one row of a table is one; a name alone must tell which body it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import partial

from rawi.entities.bodies import Body, read_body
from rawi.entities.clusters import Clusters
from rawi.entities.countries import country_of_outlet
from rawi.entities.offices import read_offices
from rawi.model.entity import EntityType
from rawi.model.resolution import Occurrence


def countries_around(occurrences: Iterable[Occurrence]) -> frozenset[str]:
    """Return the countries that the places, bodies and roles of one document speak of."""
    countries: set[str] = set()
    for one in occurrences:
        if one.country:
            countries.add(one.country)
        if one.type == "organisation" and not one.link:
            countries |= read_body(one.name).countries
        for words in one.roles:
            countries.update(*(office.countries for office in read_offices(words)))
    return frozenset(countries)


def join_rows(
    occurrences: Mapping[int, Occurrence], rows: Mapping[tuple[EntityType, str], int], clusters: Clusters
) -> None:
    """Join what has one row of a table; ``rows`` gives the number that stands for the row itself.

    A place of which the article leaves open which one it is, is joined to no row.
    """
    for number, one in occurrences.items():
        if one.link and one.certain:
            clusters.join(rows[one.type, one.link], number, "row", (one.link,))


def join_bodies(
    occurrences: Mapping[int, Occurrence], countries: Mapping[str, frozenset[str]], clusters: Clusters
) -> dict[str, list[int]]:
    """Join bodies that no table has where their names tell which; return all of them by their common name.

    A name of its own tells (شركة نوفاتيل), and the words with the country for what a country has once (وزارة
    النقل الأردنية). Where the name says no country, that of the outlet counts if the article speaks of no
    other.
    """
    telling: dict[tuple[str, ...], list[int]] = defaultdict(list)
    named: dict[str, list[int]] = defaultdict(list)
    for number, one in occurrences.items():
        if one.type == "organisation" and not one.link:
            body = read_body(one.name)
            named[body.key].append(number)
            if mark := mark_body(body, countries_of(one), _home(one, countries)):
                telling[mark].append(number)
    for mark in sorted(telling):
        rule = "body.own" if mark[0] == "own" else "body.country"
        clusters.join_all(telling[mark], partial(clusters.join, rule=rule, evidence=mark[1:]))
    return named


def mark_body(body: Body, said: frozenset[str], home: str | None) -> tuple[str, ...] | None:
    """Return what a body is known by: its own name, or its name and country; null if neither tells.

    ``said``: the countries in the forms of its name; ``home``: the country that goes without saying.
    """
    if body.own:
        return ("own", body.key, *sorted(said))
    if len(said) == 1 and (body.scope == "national" or (not body.scope and " " in body.key)):
        return ("of", body.key, *said)
    return ("of", body.key, home) if home and not said and body.scope == "national" else None


def countries_of(one: Occurrence) -> frozenset[str]:
    """Return the countries in the name of a body and in the forms in which its article writes it."""
    return read_body(one.name).countries.union(*(read_body(form).countries for form, _ in one.forms))


def _home(one: Occurrence, countries: Mapping[str, frozenset[str]]) -> str | None:
    """Return the country of the outlet, if its article speaks of that country or of none."""
    home = country_of_outlet(one.outlet)
    return home if home and countries.get(one.document, frozenset()) <= {home} else None
