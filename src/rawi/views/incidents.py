"""Events and incidents as cards: what each report tells stands side by side, and nothing of it is merged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rawi.ledger.answers import EventView, IncidentView, TollView
from rawi.ledger.results import Article
from rawi.model.claim import Event, EventPlace
from rawi.model.relation import Reason
from rawi.relations.days import read_days
from rawi.relations.incidents.types import load_types
from rawi.views.amounts import render_range
from rawi.views.dates import render_date
from rawi.views.labels import Language, label, load_labels
from rawi.views.plurals import count
from rawi.views.screen import Screen

_GAP = "  "
_KINDS = ("killed", "injured", "abducted", "arrested", "displaced")
_WEEK, _MONTH = 7, 31  # days
_AGAINST = frozenset(
    f"incident.{name}"
    for name in ("type_kin", "day_late", "day_unknown", "place_unknown", "place_unsure", "party_differs",
                 "harm_differs", "planned", "story_doubtful", "story_other", "several")
)  # fmt: skip
_NO_SIDES = ("incident.story", "incident.story_doubtful", "incident.story_other", "incident.copy")


def render_incident(view: IncidentView, screen: Screen) -> str:
    """Return the card of an incident. Reports have numbers, by which the other lines name them."""
    numbered = list(enumerate(view.events, 1))
    lines = [
        _head(view, screen),
        *render_facts(view.events, screen),
        *(line for number, one in numbered for line in _version(number, one, view, screen)),
        *(_reasons(view.reasons, screen) if view.confidence == "doubtful" else ()),
    ]
    return "\n".join(lines)


def render_facts(views: Sequence[EventView], screen: Screen) -> Iterator[str]:
    """Yield where events were, who did them to whom with what, and each count with whose claim it is."""
    events = [(number, one.event) for number, one in enumerate(views, 1)]
    yield from _side("event_place", [(number, _tell_places(one, screen)) for number, one in events], screen)
    yield from _side("event_actor", [(number, _tell_actors(one, screen)) for number, one in events], screen)
    yield from _side("event_target", [(number, _tell_targets(one, screen)) for number, one in events], screen)
    yield from _side("event_means", [(number, one.instrument or "") for number, one in events], screen)
    yield from _tolls(list(enumerate(views, 1)), screen)


def render_event(view: EventView, screen: Screen) -> str:
    """Return the card of one event as its report tells it."""
    return render_incident(_alone(view), screen)


def render_what(view: EventView, screen: Screen) -> str:
    """Return the type of an event and its day, in one line."""
    return _head(_alone(view), screen)


def _alone(view: EventView) -> IncidentView:
    """Return one event as an incident of its own."""
    days = (view.event.date,) if view.event.date else ()
    return IncidentView(None, (view.event.type,), (view,), days)


def render_type(type: str, language: Language = "en") -> str:
    """Return an event type as it is called; one that is not known as it stands.

    >>> render_type("Riots/Mob violence"), render_type("Riots/Mob violence", "ar")
    ('Riots/Mob violence', 'عنف جماعي')
    """
    known = load_types().get(type)
    return known.name if known is not None and language == "ar" else type


def _head(view: IncidentView, screen: Screen) -> str:
    """Return type and day, how sure it is, how many reports of how many origins, the id."""
    types = screen.label("pause").join(render_type(one, screen.language) for one in view.types)
    told = [screen.strong(types), _days(view, screen)]
    told += [screen.strong(screen.label("doubtful"))] if view.confidence == "doubtful" else []
    told += [screen.label("background")] if all(one.event.background for one in view.events) else []
    if len(view.events) > 1:
        told.append(count("reports", len(view.events), screen.language))
        told += [count("origins", len(view.origins), screen.language)] if view.origins else []
    told += [screen.faint(view.id)] if view.id else []
    return _GAP.join(told)


def _days(view: IncidentView, screen: Screen) -> str:
    """Return the day with its precision; days that reports give otherwise stand beside it."""
    if not view.days:
        first = next((one.article.published for one in view.events if one.article.published), None)
        known = f" ({screen.label('published')} {first})" if first else ""
        return screen.label("no_date") + known
    told = screen.label("pause").join(render_date(one, screen.language) for one in view.days)
    return f"{told} ({screen.label(f'when.{name_precision(view.days[0])}')})"


def name_precision(date: str) -> str:
    """Return how narrow a date is: ``day``, ``week``, ``month``, ``longer``, ``open``.

    >>> dates = "2031-03-04", "2031-03-04/2031-03-06", "2031-03", "2031", "../2031"
    >>> [name_precision(date) for date in dates]
    ['day', 'week', 'month', 'longer', 'open']
    """
    days = read_days(date)
    if days is None:
        return "open"
    size = days.length.days + 1
    return "day" if size == 1 else "week" if size <= _WEEK else "month" if size <= _MONTH else "longer"


def _side(name: str, told: Sequence[tuple[int, str]], screen: Screen) -> Iterator[str]:
    """Yield what the reports say of one side of an event: once where they say the same, else each with the
    numbers of those that say it."""
    groups: dict[str, list[int]] = {}
    for number, words in told:
        if words:
            groups.setdefault(words, []).append(number)
    alone = len(groups) == 1
    shown = [
        words if alone else f"{' '.join(f'[{number}]' for number in numbers)} {words}"
        for words, numbers in groups.items()
    ]
    if shown:
        yield f"    {screen.label(name)} {screen.label('pause').join(shown)}"


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


def _tolls(numbered: Sequence[tuple[int, EventView]], screen: Screen) -> Iterator[str]:
    """Yield the counts of harm, kind by kind, each with its report and claimant on a line of its own."""
    found: dict[tuple[str, ...], list[str]] = {}
    for number, one in numbered:
        for kinds, toll in _join(one.tolls):
            found.setdefault(kinds, []).append(_toll(number, kinds, toll, one, screen))
    for kinds in sorted(found, key=lambda kinds: (len(kinds), [_KINDS.index(kind) for kind in kinds])):
        yield f"    {_name_kinds(kinds, screen)}"
        yield from dict.fromkeys(found[kinds])


def counted_kinds(views: Sequence[EventView], screen: Screen) -> set[str]:
    """Return the headings under which the counts of events stand."""
    kinds = {found for one in views for found, _ in _join(one.tolls)}
    return {_name_kinds(one, screen) for one in kinds}


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


def _toll(number: int, kinds: Sequence[str], view: TollView, event: EventView, screen: Screen) -> str:
    """Return one count: report, number with its hedge, of whom, its words, whose claim it is."""
    toll = view.toll
    told = [f"[{number}]", screen.strong(render_range(toll.low, toll.high, toll.hedge, screen.language))]
    told += [screen.label("joint_count")] if toll.joint and len(kinds) > 1 else []
    told += [screen.label("of_them")] if toll.part else []
    told += [screen.label(f"people.{toll.who}")] if toll.who else []
    told += [screen.label(f"side.{toll.side}")] if toll.side else []
    told += [screen.apart(f"«{view.words}»")] if view.words else []
    holder = view.holder or (None if toll.according_to else event.holder)
    told.append(f"{screen.label('by')} {screen.apart(holder or screen.label('narrator'))}")
    if view.relayed_by:
        told.append(f"{screen.label('relayed_by')} {' › '.join(map(screen.apart, view.relayed_by))}")
    told += [screen.strong(screen.label("denied"))] if view.denied else []
    return f"      {_GAP.join(told)}"


def _version(number: int, view: EventView, incident: IncidentView, screen: Screen) -> Iterator[str]:
    """Yield what one report says: when published where, how sure, who says so, and its words."""
    event, article = view.event, view.article
    told = [f"[{number}]", *_published(article, screen), *render_standing(event, screen)]
    told += [render_type(event.type, screen.language)] if len(incident.types) > 1 else []
    if event.date and len(incident.days) > 1:
        told.append(render_date(event.date, screen.language))
    if view.copy_of:
        numbers = {one.article.id: at for at, one in enumerate(incident.events, 1)}
        source = f"[{numbers[view.copy_of]}]" if view.copy_of in numbers else view.copy_of[7:19]
        told.append(screen.label("version_of").format(source))
    yield f"  {_GAP.join([*told, screen.faint(view.id)])}"
    yield screen.block(view.sentence.words)
    if view.holder:
        denied = f" ({screen.label('denied')})" if view.denied else ""
        yield f"    {screen.label('by')} {screen.apart(view.holder)}{denied}"
    if view.relayed_by:
        yield f"    {screen.label('relayed_by')} {' › '.join(map(screen.apart, view.relayed_by))}"
    if view.chain:
        yield f"    {screen.label('via')} {' › '.join(screen.apart(one.name) for one in view.chain)}"
    yield f"    {screen.faint(view.address)}"


def _published(article: Article, screen: Screen) -> list[str]:
    """Return when and where a report was published."""
    day = article.published or screen.label("undated")
    return [day, screen.apart(article.outlet or article.source or "?")]


def render_standing(event: Event, screen: Screen) -> Iterator[str]:
    """Yield what must never be left out beside an event: that it is alleged, denied or planned, of the past,
    doubtful."""
    if event.certainty != "reported":
        yield screen.strong(screen.label(f"certainty.{event.certainty}"))
    if event.background:
        yield screen.label("background")
    if event.confidence == "doubtful":
        yield screen.label("doubtful")


def _reasons(reasons: Sequence[Reason], screen: Screen) -> Iterator[str]:
    """Yield what speaks for one happening (+) and against it (-), with what each side has."""
    ordered = sorted(reasons, key=lambda one: one.code in _AGAINST)
    for one in ordered:
        sign = "-" if one.code in _AGAINST else "+"
        sides = (
            [] if one.code in _NO_SIDES else [_tell(side, screen.language) for side in (one.a, one.b) if side]
        )
        told = f": {' | '.join(map(screen.apart, dict.fromkeys(sides)))}" if sides else ""
        yield f"    {sign} {screen.label(one.code)}{told}"


def _tell(words: str, language: Language) -> str:
    """Return what one side has to a reason: a type by its name, a count with what it counts, else as it
    is."""
    kinds, _, number = words.rpartition(" ")
    names = [f"what.{kind}" for kind in kinds.split("+")]
    if number and load_labels().keys() >= set(names):
        return f"{' + '.join(label(name, language) for name in names)} {number}"
    return render_type(words, language)
