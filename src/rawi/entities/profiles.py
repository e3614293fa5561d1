"""What a resolved entity is called, by whom, and what it was, told from its occurrences."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from rawi.arabic.fold import fold
from rawi.entities.names import strip_titles
from rawi.entities.occurrences import order_forms, plain_form
from rawi.entities.offices import read_offices
from rawi.lexicons.loader import load_table
from rawi.model.entity import EntityType
from rawi.model.resolution import Form, Naming, Occurrence, RolePeriod


def choose_name(names: Mapping[str, int], type: EntityType, link: str | None) -> str:
    """Return what an entity is called: the first name of a body in its table, else the commonest full one.

    ``names``: how many articles show which.
    """
    if link and type == "organisation" and (name := _row_names().get(link)):
        return name
    return min(names, key=lambda name: (-names[name], -len(name.split()), name))


def show_name(type: EntityType, name: str) -> str:
    """Return the full name that an article gives, without titles and without what is joined before it."""
    plain = plain_form(name.replace("_", " ").replace("#", " "))
    return strip_titles(plain) if type == "person" else plain


@cache
def _row_names() -> dict[str, str]:
    """Return the first name of each row of the tables of bodies and outlets, as written there."""
    names: dict[str, str] = {}
    for table in ("organizations.tsv", "outlets.tsv"):
        for row in load_table(table):
            names.setdefault(row["id"], row["name"])
    return names


def count_forms(occurrences: Iterable[Occurrence]) -> tuple[Form, ...]:
    """Return all forms in which an entity is written, with counts, the commonest first."""
    counts: Counter[str] = Counter()
    for one in occurrences:
        counts.update(dict(one.forms))
    return order_forms(counts)


def count_namings(occurrences: Iterable[Occurrence]) -> tuple[Naming, ...]:
    """Return which forms each outlet used, and how often; by outlet, the commonest form first."""
    counts: Counter[tuple[str | None, str]] = Counter()
    for one in occurrences:
        for name, count in one.forms:
            counts[one.outlet, name] += count
    ordered = sorted(counts.items(), key=lambda item: (item[0][0] or "", -item[1], item[0][1]))
    return tuple(Naming(outlet, name, count) for (outlet, name), count in ordered)


def trace_roles(occurrences: Iterable[Occurrence]) -> tuple[RolePeriod, ...]:
    """Return the roles said of a person, each with the days of publication it was said between.

    Ways to say one role are one (الناطق، المتحدث); the commonest is shown. ``count`` counts articles.
    """
    said: dict[object, list[tuple[str, str | None]]] = defaultdict(list)
    for one in occurrences:
        for key, words in {_role_key(words): words for words in reversed(one.roles)}.items():
            said[key].append((words, one.published))
    periods = [_period(told) for told in said.values()]
    return tuple(sorted(periods, key=lambda one: (one.first is None, one.first or "", -one.count, one.role)))


def _role_key(words: str) -> object:
    """Return what a role is told apart by: its first office, else its folded words."""
    offices = read_offices(words)
    return offices[0] if offices else fold(words)


def _period(told: Sequence[tuple[str, str | None]]) -> RolePeriod:
    """Build the period of one role from the words and days of each article."""
    words = Counter(role for role, _ in told)
    days = [day for _, day in told if day]
    role = min(words, key=lambda one: (-words[one], len(one), one))
    return RolePeriod(role, min(days, default=None), max(days, default=None), len(told))
