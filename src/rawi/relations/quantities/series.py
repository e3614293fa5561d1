"""Figures of one quantity through time: the same class of counted, whose, where, and of which happening.

A stock (fighters of a group) is followed wherever it is told; what befell people only within a story, because
a toll without one is of any happening. A part never joins the series of its whole, nor a joint count those of
its parts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rawi.model.definition import Answer, Definition, Group, Step
from rawi.model.relation import Point, Report, Series
from rawi.relations.days import Days, read_days
from rawi.relations.layer import Blocks, Context, make_id
from rawi.relations.quantities.bounds import bounds_of, value_of
from rawi.relations.quantities.checks import is_of_the_past
from rawi.relations.quantities.definitions import define
from rawi.relations.quantities.lexemes import loose_classes
from rawi.relations.quantities.moments import holds_on, told_on
from rawi.relations.quantities.origins import (
    Origin,
    find_bodies,
    gather_origins,
    origin_of,
    same_origin,
    voice_of,
)
from rawi.relations.quantities.subjects import APART, drop_lists, likeness

_PLACES = frozenset(("bases", "camps"))
VERSION = "2"
_LEAST = 2
#: How many numbers of one voice in one article can be of one series.
_MOST = {"toll": 2, "stock": 2}
#: Kinds of people that are counted by themselves where they are a part of others.
KINDS = frozenset(
    ("children", "women", "civilians", "police", "troops", "fighters", "journalists", "medics", "students")
)


def find_blocks(one: Definition, context: Context) -> Iterator[str]:
    """Yield the block of a figure, none if nothing like it can be followed through time."""
    if one.what is None or value_of(one) is None or one.scope in ("change", "rate"):
        return
    if one.expected or is_mere_part(one):
        return
    story = context.stories.get(one.document)
    if one.scope == "toll":
        if story and not one.aside and not is_of_the_past(one):
            yield _key("toll", one, story)
    elif one.scope == "since":
        if one.place is not None and one.place.own and one.who is not None and _is_deed(one):
            yield _key("since", one, since=(one.as_of or "")[:4])
    elif ":" in one.what:
        placed = " " not in one.what and one.place is not None and one.place.own
        if ":of " not in one.what and not is_unnamed(one) and (story or placed):
            yield _key("measure", one, story or "")
    elif is_stock(one):
        yield _key("stock", one)
    elif story and one.deed and not one.aside:
        yield _key("count", one, story)


def is_stock(one: Definition) -> bool:
    """Is a figure of what there is, told so that others can be of the same: whose, and no people at large?"""
    if (
        one.whom is None
        or one.what is None
        or one.what in loose_classes()
        or one.what.startswith("~")
        or ":" in one.what
    ):
        return False
    if one.scope in ("toll", "since", "change", "rate"):
        return False
    if one.what == "area":
        return one.deed in ("held", "regained")
    return one.scope == "stock" or one.what in _PLACES


def is_unnamed(one: Definition) -> bool:
    """Is it only so many dollars or percent, of what is not known?"""
    return (one.what or "").endswith(":~")


def _is_deed(one: Definition) -> bool:
    """Is it told what befell people, and not only who they are?"""
    return one.what != one.who and one.what not in loose_classes()


def is_mere_part(one: Definition) -> bool:
    """Is a figure a part that is no kind of its own: 350 منهم?"""
    return one.part_of is not None and (one.scope != "toll" or one.who not in KINDS)


def _key(kind: str, one: Definition, story: str = "", since: str = "") -> str:
    """Return the name of a block: what is counted, who, whose, which of them, what was done, the unit, the
    story, and since which year."""
    who = "" if one.who in (None, "people") or one.what == one.who else one.who
    whom = one.whom.key if one.whom else ""
    parts = (kind, one.what, who, whom, one.kind, one.deed, one.unit, story, since)
    return "|".join(part or "" for part in parts)


def build_series(block: str, items: Sequence[Definition], context: Context) -> Iterator[Series]:
    """Yield the series of a block: one for a story, else one for each place.

    A figure that says no place of its own is of the only one that its article names, if others say that one;
    else of the whole.
    """
    form, what, who, whom, kind, deed, unit, story, _ = block.split("|")
    bodies = find_bodies(items, context)
    items = drop_lists(items, _MOST.get(form, 1))
    parts = {"": _of_one_subject(items)} if story else _by_place(items)
    for place in sorted(parts):
        told = _points(parts[place], context, bodies)
        if len(told) < _LEAST:
            continue
        origins = gather_origins(origin for one, origin in told if not one.denied)
        yield Series(
            id=make_id("sr", block, place),
            what="/".join(filter(None, (what.removeprefix("~"), who.removeprefix("~"), kind, deed))),
            unit=unit or None,
            place=place.removeprefix("~") or None,
            points=tuple(_point(one, _shown(origin, origins), context) for one, origin in told),
            whom=whom.removeprefix("~") or None,
            story=story or None,
            origins=tuple(one.name for one in origins),
        )


def _of_one_subject(items: Sequence[Definition]) -> list[Definition]:
    """Return the figures of a story that tell of what it is about: those that open their articles, and those
    like them; all where none does."""
    leads = [one for one in items if one.lead]
    return (
        [one for one in items if one.lead or any(likeness(one, lead) >= APART for lead in leads)]
        if leads
        else list(items)
    )


def _by_place(items: Iterable[Definition]) -> dict[str, list[Definition]]:
    """Return items by where they say themselves that the counted are."""
    found: dict[str, list[Definition]] = defaultdict(list)
    owned = {one.place.key for one in items if one.place and one.place.own}
    for one in items:
        sole = one.place is not None and one.place.sole and one.place.key in owned
        found[one.place.key if one.place and (one.place.own or sole) else ""].append(one)
    return found


def _shown(origin: Origin, origins: Iterable[Origin]) -> str:
    """Return the name under which an origin stands among those of its series."""
    return next((one.name for one in origins if same_origin(one, origin)), origin.name)


def _points(
    items: Iterable[Definition], context: Context, bodies: Mapping[str, Group]
) -> list[tuple[Definition, Origin]]:
    """Return the figures in the order of time; what an article repeats of one holder stands once."""
    found: dict[tuple[object, ...], tuple[Definition, Origin]] = {}
    for one in sorted(items, key=lambda one: (one.holder is None, one.id)):
        origin = origin_of(one, context, bodies)
        same = (one.document, one.low, one.high, one.denied)
        if (*same, origin.key) not in found and not (
            one.holder is None and any(key[:4] == same for key in found)
        ):
            found[(*same, origin.key)] = one, origin
    return sorted(found.values(), key=lambda pair: _order(pair, found.values()))


def _order(
    pair: tuple[Definition, Origin], others: Iterable[tuple[Definition, Origin]]
) -> tuple[object, ...]:
    """Return by what a point is sorted; without a time of its own it stands beside the same claim that has
    one."""
    one, origin = pair
    days = _time(one)
    if days is None:
        twins = (
            _time(other)
            for other, also in others
            if same_origin(origin, also) and (other.low, other.high) == (one.low, one.high)
        )
        days = min(filter(None, twins), default=None)
    return days is None, days or (), one.published or "", one.id


def _time(one: Definition) -> Days | None:
    """Return the time at which a figure stands in its series."""
    return holds_on(one) if one.scope != "toll" else told_on(one)


def _point(one: Definition, origin: str, context: Context) -> Point:
    """Return a figure as a point."""
    return Point(
        figure=one.id,
        low=one.low,
        high=one.high,
        hedge=one.hedge,
        as_of=one.as_of,
        said=one.said,
        published=one.published,
        holder=one.holder,
        holder_id=voice_of(one, context),
        relayed_by=one.relayed_by,
        document=one.document,
        origin=origin,
        part_of=one.part_of,
        joint=one.joint,
        denied=one.denied,
        confidence="doubtful" if one.doubtful else "certain",
    )


def tell_steps(series: Series) -> tuple[Step, ...]:
    """Return the way from each point of a series to the next, with which of three answers applies.

    Did it change over time, do several claim different numbers for one time, or does one claimant word it
    differently? Unknown where the times are.
    """
    pairs = zip(series.points, series.points[1:], strict=False)
    return tuple(Step(a.figure, b.figure, _answer(a, b), not _meet(a, b)) for a, b in pairs)


def _answer(a: Point, b: Point) -> Answer:
    """Return why a point differs from the one before."""
    times = [
        read_days(point.as_of) or read_days(point.said) or read_days(point.published) for point in (a, b)
    ]
    if times[0] is None or times[1] is None:
        return "wording" if a.origin == b.origin and (a.low, a.high) == (b.low, b.high) else "unknown"
    if times[0].last < times[1].first or times[1].last < times[0].first:
        return "time"
    return "wording" if a.origin == b.origin else "claimants"


def _meet(a: Point, b: Point) -> bool:
    """Do two points allow one value?"""
    one, other = bounds_of(a.low, a.high, a.hedge), bounds_of(b.low, b.high, b.hedge)
    return one is not None and other is not None and one.low <= other.high and other.low <= one.high


def read_definitions(report: Report) -> Iterator[Definition]:
    """Yield what the figures of a report count."""
    return define(report)


SERIES = Blocks("series", VERSION, Definition, read_definitions, find_blocks, build_series)
