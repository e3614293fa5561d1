"""What is read of events, in words: where, who did it to whom, with what, and each count of harm.

The one place where a toll is put into words: cards, citations and pages take them from here. What comes out
is ready for its screen, a terminal or a page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from rawi.ledger.answers import EventView, TollView
from rawi.model.claim import Argument, Event, EventPlace
from rawi.relations.incidents.parties import party_key
from rawi.views.amounts import render_range
from rawi.views.screen import Screen

_KINDS = ("killed", "injured", "abducted", "arrested", "displaced")


class Counting(msgspec.Struct, frozen=True):
    """One count of harm in words, and the id of the figure that it stands on, if one does."""

    words: str
    figure: str | None = None


class Fact(msgspec.Struct, frozen=True):
    """One thing that reports tell of an event: its label and what they say, or the counts under it."""

    name: str
    told: str = ""
    counts: tuple[Counting, ...] = ()


def tell_facts(views: Sequence[EventView], screen: Screen, numbered: bool = True) -> Iterator[Fact]:
    """Yield where events were, who did them to whom with what, and each count with whose claim it is.

    ``numbered``: each count begins with the number of its report, its place in ``views``.
    """
    events = [(number, one.event) for number, one in enumerate(views, 1)]
    yield from _side("event_place", [(number, _tell_places(one, screen)) for number, one in events], screen)
    actors = {number: _key((one.actor, *one.with_actor, one.claimed_by)) for number, one in events}
    targets = {number: _key((one.target, *one.with_target)) for number, one in events}
    did = [(number, _tell_actors(one, screen)) for number, one in events]
    suffered = [(number, _tell_targets(one, screen)) for number, one in events]
    yield from _side("event_actor", did, screen, actors)
    yield from _side("event_target", suffered, screen, targets)
    means = [(number, screen.apart(one.instrument) if one.instrument else "") for number, one in events]
    yield from _side("event_means", means, screen)
    yield from _tolls([(number if numbered else None, one) for number, one in enumerate(views, 1)], screen)


def _side(
    name: str, told: Sequence[tuple[int, str]], screen: Screen, keys: Mapping[int, str] = {}
) -> Iterator[Fact]:
    """Yield what the reports say of one side of an event: once where they say the same, else each with the
    numbers of those that say it. ``keys``: by what a report's words are known, if not as they are."""
    groups: dict[str, list[int]] = {}
    known: dict[str, str] = {}
    for number, words in told:
        if words:
            groups.setdefault(known.setdefault(keys.get(number, words), words), []).append(number)
    alone = len(groups) == 1
    shown = [
        words if alone else f"{' '.join(f'[{number}]' for number in numbers)} {words}"
        for words, numbers in groups.items()
    ]
    if shown:
        yield Fact(screen.label(name), screen.label("pause").join(shown))


def _key(parties: Sequence[Argument | None]) -> str:
    """Return by what parties are known in any case: مسلحون here and مسلحين there are one version."""
    return " | ".join(party_key(one.name) if one is not None else "" for one in parties)


def _tell_places(event: Event, screen: Screen) -> str:
    """Return where an event was, the narrowest place first, with the precision of that."""
    places = [one for one in (event.place, *event.places) if one is not None]
    names = list(dict.fromkeys(one.name for one in places))
    if not names:
        return ""
    return f"{' › '.join(map(screen.apart, names))}{_precise(places[0], screen)}"


def _precise(place: EventPlace, screen: Screen) -> str:
    """Return how narrow a place is, in brackets."""
    return f" ({screen.label('where.' + (place.precision or 'unknown'))})"


def _tell_actors(event: Event, screen: Screen) -> str:
    """Return who did it, and who took responsibility."""
    named = [screen.apart(one.name) for one in (event.actor, *event.with_actor) if one is not None]
    told = screen.label("list_comma").join(dict.fromkeys(named))
    if event.claimed_by is None:
        return told
    claimed = f"{screen.label('claimed_by')} {screen.apart(event.claimed_by.name)}"
    return f"{told} ({claimed})" if told else claimed


def _tell_targets(event: Event, screen: Screen) -> str:
    """Return to whom it was done."""
    named = [screen.apart(one.name) for one in (event.target, *event.with_target) if one is not None]
    return screen.label("list_comma").join(dict.fromkeys(named))


def _tolls(numbered: Sequence[tuple[int | None, EventView]], screen: Screen) -> Iterator[Fact]:
    """Yield the counts of harm, kind by kind, each with its report and claimant."""
    found: dict[tuple[str, ...], list[Counting]] = {}
    for number, one in numbered:
        for kinds, toll in _join(one.tolls):
            told = Counting(_toll(number, kinds, toll, one, screen), toll.toll.figure)
            found.setdefault(kinds, []).append(told)
    for kinds in sorted(found, key=lambda kinds: (len(kinds), [_KINDS.index(kind) for kind in kinds])):
        counts = {one.words: one for one in reversed(found[kinds])}  # of those told alike, the first
        yield Fact(_name_kinds(kinds, screen), counts=tuple(reversed(counts.values())))


def tell_holder(view: EventView, screen: Screen) -> str:
    """Return who says that an event happened: a name, a speaker who is not settled, or the article itself."""
    return view.holder or screen.label("unnamed" if view.event.according_to else "narrator")


def _name_kinds(kinds: Sequence[str], screen: Screen) -> str:
    """Return what a count is of: killed + wounded."""
    return " + ".join(screen.label(f"what.{kind}") for kind in kinds)


def _join(tolls: Sequence[TollView]) -> Iterator[tuple[tuple[str, ...], TollView]]:
    """Yield counts with their kinds: a joint count once, of all the kinds that it covers."""
    joint: dict[object, list[TollView]] = {}
    for one in tolls:
        if one.toll.joint:
            toll = one.toll
            joint.setdefault((toll.span, toll.figure, toll.low, toll.high, toll.according_to), []).append(one)
        else:
            yield (one.toll.kind,), one
    for views in joint.values():
        yield tuple(sorted({one.toll.kind for one in views}, key=_KINDS.index)), views[0]


def _toll(number: int | None, kinds: Sequence[str], view: TollView, event: EventView, screen: Screen) -> str:
    """Return one count: its report unless ``number`` is null, the amount with its hedge, of whom, its words,
    whose claim it is."""
    toll = view.toll
    told = [] if number is None else [f"[{number}]"]
    told += [screen.strong(render_range(toll.low, toll.high, toll.hedge, screen.language))]
    told += [screen.label("joint_count")] if toll.joint and len(kinds) > 1 else []
    told += [screen.label("of_them")] if toll.part else []
    told += [screen.label(f"people.{toll.who}")] if toll.who else []
    told += [screen.label(f"side.{toll.side}")] if toll.side else []
    told += [screen.apart(f"«{view.words}»")] if view.words else []
    held = view.holder or screen.label("unnamed") if toll.according_to else tell_holder(event, screen)
    told.append(f"{screen.label('by')} {screen.apart(held)}")
    if view.relayed_by:
        told.append(f"{screen.label('relayed_by')} {' › '.join(map(screen.apart, view.relayed_by))}")
    told += [screen.strong(screen.label("denied"))] if view.denied else []
    return screen.row(told)
