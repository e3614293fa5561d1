"""Events and incidents as cards: what each report tells stands side by side, and nothing of it is merged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rawi.ledger.answers import EventView, IncidentView
from rawi.ledger.results import Article
from rawi.model.claim import Event
from rawi.model.relation import Reason
from rawi.relations.days import read_days
from rawi.relations.incidents.types import load_types
from rawi.views.dates import render_date
from rawi.views.facts import tell_facts
from rawi.views.labels import Language, label, load_labels
from rawi.views.plurals import count
from rawi.views.reviews import render_review
from rawi.views.screen import Screen

_WEEK, _MONTH = 7, 31  # days
_AGAINST = frozenset(
    f"incident.{name}"
    for name in ("type_kin", "day_late", "day_unknown", "place_unknown", "place_unsure", "party_differs",
                 "party_unsure", "harm_differs", "planned", "story_doubtful", "story_other", "several")
)  # fmt: skip
_NO_SIDES = ("incident.story", "incident.story_doubtful", "incident.story_other", "incident.copy")


def render_incident(view: IncidentView, screen: Screen, why: bool = False) -> str:
    """Return the card of an incident. Reports have numbers, by which the other lines name them. Why it is one
    happening stands there if it is doubtful, or if that is asked for (``why``)."""
    numbered = list(enumerate(view.events, 1))
    lines = [
        _head(view, screen),
        *render_facts(view.events, screen),
        *(line for number, one in numbered for line in _version(number, one, view, screen)),
        *(_reasons(view.reasons, screen) if why or view.confidence == "doubtful" else ()),
    ]
    return "\n".join(lines)


def render_facts(views: Sequence[EventView], screen: Screen, numbered: bool = True) -> Iterator[str]:
    """Yield where events were, who did them to whom with what, and each count with whose claim it is.

    ``numbered``: each count begins with the number of its report.
    """
    for fact in tell_facts(views, screen, numbered):
        yield f"    {fact.name} {fact.told}" if fact.told else f"    {fact.name}"
        yield from (f"      {one.words}" for one in fact.counts)


def render_what(view: EventView, screen: Screen) -> str:
    """Return the type of an event and its day, in one line."""
    named = screen.strong(render_type(view.event.type, screen.language))
    return screen.row((named, render_day(view, screen)))


def render_day(view: EventView, screen: Screen) -> str:
    """Return the day of an event with its precision; where none is told, when its report was published."""
    return _days((view.event.date,) if view.event.date else (), (view,), screen)


def render_type(type: str, language: Language = "en") -> str:
    """Return an event type as it is called; one that is not known as it stands.

    >>> render_type("Riots/Mob violence"), render_type("Riots/Mob violence", "ar")
    ('Riots/Mob violence', 'عنف جماعي')
    """
    known = load_types().get(type)
    return known.name if known is not None and language == "ar" else type


def name_type(type: str, language: Language = "en") -> str:
    """Return what kind of event it is, without the class of ACLED's above it.

    >>> name_type("Explosions/Remote violence/Air/drone strike"), name_type("Riots/Mob violence", "ar")
    ('Air/drone strike', 'عنف جماعي')
    """
    known = load_types().get(type)
    return known.sub if known is not None and language == "en" else render_type(type, language)


def _head(view: IncidentView, screen: Screen) -> str:
    """Return type and day, how sure it is, how many reports of how many origins, the id."""
    types = screen.label("pause").join(render_type(one, screen.language) for one in view.types)
    told = [screen.strong(types), _days(view.days, view.events, screen)]
    told += [screen.strong(screen.label("doubtful"))] if view.confidence == "doubtful" else []
    told += [screen.label("background")] if all(one.event.background for one in view.events) else []
    if len(view.events) > 1:
        told.append(count("reports", len(view.events), screen.language))
        told += [count("origins", len(view.origins), screen.language)] if view.origins else []
    told += [screen.faint(view.id)] if view.id else []
    return screen.row(told)


def _days(days: Sequence[str], views: Sequence[EventView], screen: Screen) -> str:
    """Return the day with its precision; days that reports give otherwise stand beside it."""
    if not days:
        first = next((one.article.published for one in views if one.article.published), None)
        known = f" ({screen.label('published')} {screen.apart(first)})" if first else ""
        return screen.label("no_date") + known
    told = screen.label("pause").join(screen.apart(render_date(one, screen.language)) for one in days)
    return f"{told} ({screen.label(f'when.{name_precision(days[0])}')})"


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


def _version(number: int, view: EventView, incident: IncidentView, screen: Screen) -> Iterator[str]:
    """Yield what one report says: when published where, how sure, who says so, and its words."""
    event, article = view.event, view.article
    told = [f"[{number}]", *_published(article, screen), *render_standing(view, screen)]
    told += [render_type(event.type, screen.language)] if len(incident.types) > 1 else []
    if event.date and len(incident.days) > 1:
        told.append(screen.apart(render_date(event.date, screen.language)))
    if view.copy_of:
        numbers = {one.article.id: at for at, one in enumerate(incident.events, 1)}
        source = f"[{numbers[view.copy_of]}]" if view.copy_of in numbers else view.copy_of[7:19]
        told.append(screen.label("version_of").format(source))
    told += [render_review(view.review, screen), screen.faint(view.id)]
    yield f"  {screen.row(told)}"
    yield screen.block(view.sentence.words)
    if view.holder:
        denied = f" ({screen.label('denied')})" if view.denied else ""
        yield f"    {screen.label('by')} {screen.apart(view.holder)}{denied}"
    if view.denied_by:
        names = screen.label("pause").join(map(screen.apart, view.denied_by))
        yield f"    {screen.label('denied_by')} {names}"
    if view.relayed_by:
        yield f"    {screen.label('relayed_by')} {' › '.join(map(screen.apart, view.relayed_by))}"
    if view.chain:
        yield f"    {screen.label('via')} {' › '.join(screen.apart(one.name) for one in view.chain)}"
    yield f"    {screen.faint(view.address)}"


def _published(article: Article, screen: Screen) -> list[str]:
    """Return when and where a report was published."""
    day = screen.apart(article.published) if article.published else screen.label("undated")
    return [day, screen.apart(article.outlet or article.source or "?")]


def render_standing(view: EventView, screen: Screen) -> Iterator[str]:
    """Yield what must never be left out beside an event: that it is alleged, denied or planned, with the
    words that say so; that it is of the past, that it is doubtful."""
    event = view.event
    if event.certainty != "reported":
        words = f" {screen.apart(f'«{view.certainty_words}»')}" if view.certainty_words else ""
        yield screen.strong(screen.label(f"certainty.{event.certainty}")) + words
    if event.background:
        yield screen.label("background")
    if event.confidence == "doubtful":
        yield screen.strong(screen.label("doubtful"))


def tell_doubts(event: Event, screen: Screen) -> list[str]:
    """Return why an event is doubtful, each reason in words."""
    return [screen.label(f"event.{code}") for code in event.reasons]


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
