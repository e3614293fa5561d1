"""What a report is of, as far as others can be compared with it: telling words, names, numbers, days."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice, pairwise

import msgspec

from rawi.arabic.fold import fold
from rawi.model.entity import Entity, EntityType
from rawi.model.record import Record
from rawi.model.relation import Report
from rawi.relations.days import read_days
from rawi.relations.quantities.lexemes import words_of
from rawi.relations.stories.days import (
    find_address_day,
    find_latest_year,
    find_named_days,
    find_weekdays,
)
from rawi.relations.stories.rarity import stems_of, weigh_stem

#: Words of the body that are looked at; the first of them are its lead.
BODY, LEAD = 300, 30
#: What a word counts for where it stands.
IN_TITLE, IN_LEAD, IN_BODY = 2.0, 1.5, 0.6
#: How many telling words are kept of the whole, of title and lead together, and of the title.
MOST_TERMS, MOST_LEAD, MOST_TITLE = 80, 30, 14
#: How many names of each kind, and how many numbers are kept.
MOST_NAMES = 12
#: Smaller numbers are in every report.
LEAST_NUMBER = 3

_TOWNS = frozenset(("locality", "neighbourhood", "localadmin"))
_REGIONS = frozenset(("region", "county", "macroregion", "borough"))

_PART = re.compile(r"\((\d{1,3})\)")

#: Stems with what they weigh in a report, as a vector of length 1.
Terms = dict[str, float]


class Topic(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """One report, reduced to what tells which story it is of; ``id`` is that of the document.

    ``first`` and ``last`` day of publication are ordinals, null if unknown; ``dated`` is false where only
    the address tells them. ``title``, ``lead`` (title and beginning) and ``terms`` (all) are stems with
    weights. ``people`` and ``bodies`` are names as written, ``towns``, ``regions`` and ``countries`` links
    of places or folded names. ``numbers`` are amounts, with their unit or the stem of what they count.
    ``called`` are places that title and beginning name by a noun (جزيرة النورس): noun and stem of the name.
    ``days`` (ordinals) and ``weekdays`` (0 is Monday) are those that the beginning names; ``part`` is the
    number in brackets that a part of a series has in its title, ``year`` the latest that the article names.
    """

    id: str
    document: str
    published: str | None = None
    heading: str | None = None
    outlet: str | None = None
    first: int | None = None
    last: int | None = None
    title: Terms = {}
    lead: Terms = {}
    terms: Terms = {}
    people: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    towns: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    days: tuple[int, ...] = ()
    weekdays: tuple[int, ...] = ()
    called: tuple[str, ...] = ()
    part: int | None = None
    year: int | None = None


def read_topic(report: Report) -> Topic:
    """Return what a report is of; any record has a topic, one without words an empty one."""
    record = report.record
    document = record.document
    body = list(islice(_body_stems(record), BODY))
    heading = stems_of(document.title or "") or body[:LEAD]
    days = read_days(document.published) or find_address_day(document.url)
    beginning = [(heading, IN_TITLE), (body[:LEAD], IN_LEAD)]
    return Topic(
        id=document.id,
        document=document.id,
        published=document.published,
        heading=document.title,
        outlet=document.outlet,
        first=days.first.toordinal() if days else None,
        last=days.last.toordinal() if days else None,
        title=weigh([(heading, 1.0)], MOST_TITLE),
        lead=weigh(beginning, MOST_LEAD),
        terms=weigh([*beginning, (body[LEAD:], IN_BODY)], MOST_TERMS),
        people=_names(record.entities, "person"),
        bodies=_names(record.entities, "organisation"),
        towns=_places(record.entities, _TOWNS.__contains__),
        regions=_places(record.entities, _REGIONS.__contains__),
        countries=_places(record.entities, lambda type: type not in _TOWNS | _REGIONS),
        numbers=_numbers(record),
        called=_called(record),
        days=find_named_days(record),
        weekdays=find_weekdays(record),
        part=_part(document.title or ""),
        year=find_latest_year(record),
    )


def _called(record: Record) -> tuple[str, ...]:
    """Return the places that title and first paragraph name by a noun of a settlement, each once."""
    first = record.words(record.document.body[0]) if record.document.body else ""
    words = fold(f"{record.document.title or ''} {first}").split()[:LEAD]
    found: dict[str, None] = {}
    for noun, name in pairwise(words):
        bare = noun.removeprefix("ب")
        if bare in words_of("settlement") and name.startswith("ال"):
            found.update(dict.fromkeys(f"{bare}:{stem}" for stem in stems_of(name)[:1]))
    return tuple(found)


def _part(title: str) -> int | None:
    """Return the number in brackets in a title, null if there is none or more than one."""
    found = _PART.findall(title)
    return int(found[0]) if len(found) == 1 else None


def _body_stems(record: Record) -> Iterator[str]:
    """Yield the stems of the article, without a title that stands above it again."""
    title = fold(record.document.title or "").split()
    for at, span in enumerate(record.document.body):
        words = fold(record.words(span))
        if at == 0 and title and words.split()[: len(title)] == title:
            words = " ".join(words.split()[len(title) :])
        yield from stems_of(words)


def weigh(parts: Iterable[tuple[Sequence[str], float]], most: int) -> Terms:
    """Return the most telling stems of some parts of a text, each with what its words count for there.

    >>> sorted(weigh([(["حريق", "قال", "مينا"], 1.0)], 2))
    ['حريق', 'مينا']
    """
    counted: dict[str, float] = defaultdict(float)
    for stems, worth in parts:
        for stem in stems:
            counted[stem] += worth
    weighed = [(math.sqrt(count) * weigh_stem(stem), stem) for stem, count in counted.items()]
    strongest = sorted(weighed, key=lambda one: (-one[0], one[1]))[:most]
    length = math.sqrt(math.fsum(weight * weight for weight, _ in strongest)) or 1.0
    return {stem: round(weight / length, 4) for weight, stem in strongest if weight > 0}


def _names(entities: Iterable[Entity], type: EntityType) -> tuple[str, ...]:
    """Return the names of one type, those named first and most often first."""
    found = [one for one in entities if one.type == type and one.mentions]
    found.sort(key=lambda one: (-len(one.mentions), one.mentions[0].start))
    return tuple(one.name for one in found[:MOST_NAMES])


def _places(entities: Iterable[Entity], is_kind: Callable[[str], bool]) -> tuple[str, ...]:
    """Return the places whose type of row is of a kind, by link or folded name; those without a row are
    taken for towns."""
    found = [one for one in entities if one.type == "place" and one.mentions]
    found = [one for one in found if is_kind(one.location.type if one.location else "locality")]
    found.sort(key=lambda one: (-len(one.mentions), one.mentions[0].start))
    return tuple(fold(one.name) for one in found[:MOST_NAMES])


def _numbers(record: Record) -> tuple[str, ...]:
    """Return the numbers that a report gives, in order, each once, with unit or stem of what is counted."""
    found: dict[str, None] = {}
    for figure in record.figures:
        if figure.low is not None and figure.low >= LEAST_NUMBER:
            counted = stems_of(figure.counted.text)[:1] if figure.counted else []
            found[" ".join([f"{figure.low:g}", *([figure.unit] if figure.unit else counted)])] = None
    return tuple(found)[:MOST_NAMES]
