"""What is taken from an event to be compared with those of other reports, and how it is found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from functools import cache, lru_cache

from rawi.arabic.fold import fold
from rawi.entities.countries import country_of
from rawi.lexicons.loader import load_table
from rawi.model.claim import Argument, Event, EventPlace, Toll
from rawi.model.entity import Entity
from rawi.model.relation import Report
from rawi.model.span import Span
from rawi.model.telling import Harm, Party, Site, Telling
from rawi.relations.days import read_days
from rawi.relations.incidents.parties import is_body, is_told
from rawi.relations.layer import key_of
from rawi.relations.quantities.groups import plain_name
from rawi.relations.stories.rarity import stems_of, weigh_stem

_STOPS = ".؟!\n"
_REACH = 220  # code points of a sentence before and behind a trigger
_BESIDE = 24  # code points on either side of a trigger by which copies are known
_TELLING = 4.0  # what a stem must weigh: one report in twelve has it
_MOST_WORDS, _KEY_WORDS = 12, 6
_MOST_MENTIONS = 3
_LONGEST = timedelta(days=6)  # a longer time is no key
_COUNTRY = "iso:"
_HEADS = ("settlement", "region")
_SEVERAL = 2  # of one dead there are many happenings


def read_tellings(report: Report) -> Iterator[Telling]:
    """Yield the events of a report that are not background."""
    record = report.record
    if not record.events:
        return
    entities = {one.id: one for one in record.entities}
    for event in record.events:
        if event.id in report.ids and not event.background:
            yield _read(event, report, entities)


def _read(event: Event, report: Report, entities: Mapping[str, Entity]) -> Telling:
    """Read one event."""
    record = report.record
    site = _read_site(event, entities)
    actors = tuple(_parties((event.actor, *event.with_actor), entities))
    targets = tuple(_parties((event.target, *event.with_target), entities))
    names = [event.place, *event.places, event.actor, event.target, *event.with_actor, *event.with_target]
    told = {stem for one in names if one is not None for stem in stems_of(one.name)}
    return Telling(
        id=report.ids[event.id],
        document=report.id,
        at=event.trigger.start,
        type=event.type,
        planned=event.certainty == "planned",
        published=record.document.published,
        date=event.date,
        site=site,
        actors=actors,
        targets=targets,
        harm=tuple(_harm(event.tolls)),
        words=_find_words(record.text, (event.trigger, *event.mentions[:_MOST_MENTIONS]), told),
        around=key_of(fold(_beside(record.text, event.trigger))),
    )


def _read_site(event: Event, entities: Mapping[str, Entity]) -> Site | None:
    """Return where an event was: the narrowest place, within the wider ones that are named with it."""
    place = event.place or next(iter(event.places), None)
    if place is None:
        return None
    own = _entity(place, entities)
    wider = [_entity(one, entities) for one in event.places if one != place]
    key = _key(place, own)
    name = bare_name(place.name)
    areas = [*_areas(own), *(row for one in wider if one for row in (*_itself(one), *_areas(one)))]
    within = tuple(row for row in dict.fromkeys(areas) if row not in (key, f"~{name}"))
    others = own.location.others if own and own.location and not own.location.certain else ()
    precision = place.precision or (own.location.precision if own and own.location else None)
    return Site(key, name, within, others, precision, place.name)


def _entity(one: EventPlace | Argument, entities: Mapping[str, Entity]) -> Entity | None:
    """Return the entity of a place or party in its report."""
    return entities.get(one.entity) if one.entity else None


def _key(place: EventPlace, entity: Entity | None) -> str:
    """Return the row of a place, else its folded name."""
    link = entity.link if entity else None
    return link or f"~{bare_name(place.name)}"


def _itself(entity: Entity) -> Iterator[str]:
    """Yield a place's row and its name."""
    if entity.link:
        yield entity.link
    if not (entity.link or "").startswith(_COUNTRY):
        yield f"~{bare_name(entity.name)}"


@lru_cache(maxsize=1 << 14)
def bare_name(name: str) -> str:
    """Return the name of a place folded, without what it is: محافظة إدلب is إدلب.

    >>> bare_name("محافظة إدلب") == bare_name("إدلب"), bare_name("المدينة")
    (True, 'المدينه')
    """
    words = fold(plain_name(name)).split()
    while len(words) > 1 and words[0] in _heads():
        words = words[1:]
    return " ".join(words)


@cache
def _heads() -> frozenset[str]:
    """Return the folded words that say before a name what the place is."""
    rows = (row for row in load_table("place_heads.tsv") if row["kind"] in _HEADS)
    return frozenset(fold(row["word"]) for row in rows)


def _areas(entity: Entity | None) -> Iterator[str]:
    """Yield the rows of the areas around a place and their names, its country's row too."""
    if entity is not None and entity.location is not None:
        for area in entity.location.admin:
            yield area.id
            yield f"~{bare_name(area.name)}"
        if entity.location.country:
            yield f"{_COUNTRY}{entity.location.country}"
    elif entity is not None and (country := country_of(entity.link)):
        yield f"{_COUNTRY}{country}"


def _parties(named: Iterable[Argument | None], entities: Mapping[str, Entity]) -> Iterator[Party]:
    """Yield those who take part by name: مسلحون are nobody by name, لواء الغسق is somebody though no reader
    of names knows it, الجيش some army, and a town is none who takes part."""
    for one in named:
        entity = _entity(one, entities) if one is not None else None
        if one is not None and entity is not None and (entity.type != "place" or _is_country(entity)):
            name = fold(plain_name(entity.name))
            yield Party(name, entity.name, entity.type, entity.link)
        elif one is not None and entity is None and is_body(one.name):
            yield Party(fold(plain_name(one.name)), one.name, "organisation")


def _is_country(entity: Entity) -> bool:
    """Is a place a country, which may strike?"""
    return (entity.link or "").startswith(_COUNTRY)


def _harm(tolls: Sequence[Toll]) -> Iterator[Harm]:
    """Yield the counts of harm, parts of others left out; joint ones of one figure are one."""
    joint: dict[tuple[str | None, float | None, float | None], list[str]] = {}
    for one in tolls:
        if one.part:
            continue
        low, high = (None if x is None else float(x) for x in (one.low, one.high))
        if one.joint:
            joint.setdefault((one.figure, low, high), []).append(one.kind)
        else:
            yield Harm(one.kind, low, high)
    for (_, low, high), kinds in joint.items():
        yield Harm("+".join(sorted(set(kinds))), low, high)


def _find_words(text: str, spans: Iterable[Span], known: set[str]) -> tuple[str, ...]:
    """Return the stems of the telling words of the sentences around spans, the most telling first."""
    found = dict.fromkeys(stem for span in spans for stem in stems_of(_sentence(text, span)))
    telling = [stem for stem in found if stem not in known and weigh_stem(stem) >= _TELLING]
    return tuple(sorted(telling, key=lambda stem: (-weigh_stem(stem), stem))[:_MOST_WORDS])


def _sentence(text: str, span: Span) -> str:
    """Return the sentence around a span, roughly."""
    low, high = max(0, span.start - _REACH), min(len(text), span.end + _REACH)
    start = max(text.rfind(stop, low, span.start) + 1 for stop in _STOPS)
    ends = [at for stop in _STOPS if (at := text.find(stop, span.end, high)) >= 0]
    return text[max(start, low) : min(ends, default=high)]


def _beside(text: str, trigger: Span) -> str:
    """Return the words right around a trigger, its place in them too."""
    before = text[max(0, trigger.start - _BESIDE) : trigger.start]
    return f"{before}|{text[trigger.start : trigger.end + _BESIDE]}"


def find_keys(one: Telling) -> Iterator[int]:
    """Yield the keys of an event: its days with its places, counts, names and telling words; what tells
    enough by itself without a day."""
    marks = [
        *(("area", row) for row in _rows(one.site)),
        *(("harm", kind, f"{value:g}") for kind, value in _counts(one)),
        *(("party", word) for party in (*one.actors, *one.targets) for word in _tokens(party)),
        *(("word", stem) for stem in one.words[:_KEY_WORDS]),
    ]
    for day in _days(one):
        yield from (key_of(day, *mark) for mark in marks)
    if one.site is not None:
        yield from (key_of("", one.site.key, kind, f"{value:g}") for kind, value in _counts(one))
    yield from (key_of("", party.name) for party in one.targets if party.type == "person")


def _rows(site: Site | None) -> Iterator[str]:
    """Yield the rows under which a place is found: its own and those around it, but no whole country."""
    if site is not None:
        yield site.key
        yield f"~{site.name}"
        yield from (row for row in site.within if not row.startswith(_COUNTRY))


def _counts(one: Telling) -> Iterator[tuple[str, float]]:
    """Yield the counts that few happenings share."""
    for harm in one.harm:
        value = harm.low if harm.low is not None else harm.high
        if value is not None and value >= _SEVERAL:
            yield harm.kind, value


def _tokens(party: Party) -> Iterable[str]:
    """Return the words under which a party is found: a person by each word of the name, الجيش under none."""
    if party.type == "person":
        return party.name.split()
    return (party.link or party.name,) if party.link or is_told(party.words) else ()


def _days(one: Telling) -> Iterator[str]:
    """Yield the days under which an event is found: its own, else that of publication and the one before."""
    days = read_days(one.date or one.published)
    if days is None or days.length > _LONGEST:
        return
    first = days.first if one.date else days.first - timedelta(days=1)
    for at in range((days.last - first).days + 1):
        yield (first + timedelta(days=at)).isoformat()
