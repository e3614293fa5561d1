"""What stands beside an article on a page: its statements, figures and events, each leading to its words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from html import escape

from rawi.ledger.answers import EventView
from rawi.ledger.results import Count, Said
from rawi.model.claim import Confidence, Polarity
from rawi.model.record import Record
from rawi.views.amounts import render_amount
from rawi.views.facts import Counting, Fact, tell_facts, tell_holder
from rawi.views.incidents import render_day, render_standing, render_type, tell_doubts
from rawi.views.labels import Language, label
from rawi.views.markup import Markup, isolated, shown
from rawi.views.record import build_count, build_event, build_said

#: What returns as HTML what people decided about an entry; empty where nobody did.
Stand = Callable[[Said | Count | EventView], str]


def render_lists(record: Record, name: str, language: Language, stand: Stand | None = None) -> Iterator[str]:
    """Yield the lists of statements, figures and events; ``name`` begins the ids of the article's entries,
    ``stand`` says how people left each."""
    said = [
        (one, _statement(one, name, language)) for one in (build_said(record, s) for s in record.statements)
    ]
    counted = [
        (one, _figure(one, name, language)) for one in (build_count(record, f) for f in record.figures)
    ]
    happened = [(one, _event(one, name, language)) for one in (build_event(record, e) for e in record.events)]
    for title, every in (("statements", said), ("figures", counted), ("events", happened)):
        items = [f"<li{body}{stand(one) if stand else ''}</li>" for one, body in every]
        if items:
            yield f"<h2>{label(title, language)} <bdi>{len(items)}</bdi></h2><ol>{''.join(items)}</ol>"


def name_card(entry: str) -> str:
    """Return the id of an event's card, to which its words in the text lead."""
    return f"card-{entry}"


def _statement(said: Said, name: str, language: Language) -> str:
    """Return one statement of the list: who, how, when, by which way."""
    one = said.statement
    who = one.speaker.name or one.speaker.role or label("unnamed", language)
    manner = [label(one.kind, language), *_marks(one.polarity, one.confidence, language)]
    repeats = [f"{label('repeats', language)} {isolated(said.repeats)}"] if said.repeats else []
    parts = [*manner, *_dated("said", said.said, language), *_via(said, language), *repeats]
    return _entry(f"{name}-{said.id}", who, parts, said.words)


def _figure(count: Count, name: str, language: Language) -> str:
    """Return one figure of the list: how many, whose claim, when."""
    amount = render_amount(count.figure, language)
    by = f"{label('by', language)} {isolated(count.holder or label('narrator', language))}"
    marks = _marks("denied" if count.denied else "asserted", count.figure.confidence, language)
    parts = [by, *marks, *_dated("as_of", count.as_of, language), *_via(count, language)]
    return _entry(f"{name}-{count.id}", amount, parts, count.words)


def _event(view: EventView, name: str, language: Language) -> str:
    """Return one event of the list: what and when, how sure, its words; then what is read of it."""
    page = Markup(language=language)
    entry = escape(f"{name}-{view.id}")
    told = page.row((render_day(view, page), *render_standing(view, page)))
    facts = "".join(_fact(one, name) for one in (*_doubts(view, page), *tell_facts([view], page, False)))
    return (
        f' id="{name_card(entry)}" class="card" data-entries="{entry}"><a href="#{entry}">'
        f'{page.strong(render_type(view.event.type, language))} <span class="where">{told}</span><br>'
        f"{page.block(view.sentence.words)}</a><dl>{facts}{_holder(view, name, page)}</dl>"
    )


def _doubts(view: EventView, page: Markup) -> Iterator[Fact]:
    """Yield why an event is doubtful."""
    if why := tell_doubts(view.event, page):
        yield Fact(page.label("doubtful"), page.label("pause").join(why))


def _fact(fact: Fact, name: str) -> str:
    """Return one thing that is read of an event; each count leads to its figure."""
    told = f"<dd>{fact.told}</dd>" if fact.told else ""
    return f"<dt>{fact.name}</dt>{told}{''.join(_counted(one, name) for one in fact.counts)}"


def _counted(one: Counting, name: str) -> str:
    """Return one count of harm, leading to the figure on which it stands."""
    if one.figure is None:
        return f"<dd>{one.words}</dd>"
    entry = escape(f"{name}-{one.figure}")
    return f'<dd data-entries="{entry}"><a href="#{entry}">{one.words}</a></dd>'


def _holder(view: EventView, name: str, page: Markup) -> str:
    """Return who says that it happened, leading to what he says; and by which way it came."""
    holder, said = page.apart(tell_holder(view, page)), view.event.according_to
    if said is not None:
        entry = escape(f"{name}-{said}")
        holder = f'<a href="#{entry}" data-entries="{entry}">{holder}</a>'
    told = f"{holder} ({page.label('denied')})" if view.denied else holder
    ways = (
        ("denied_by", view.denied_by),
        ("relayed_by", view.relayed_by),
        ("via", [link.name for link in view.chain]),
    )
    more = [
        f"<dt>{page.label(way)}</dt><dd>{' › '.join(map(page.apart, names))}</dd>"
        for way, names in ways
        if names
    ]
    return f"<dt>{page.label('by')}</dt><dd>{told}</dd>{''.join(more)}"


def _marks(polarity: Polarity, confidence: Confidence, language: Language) -> list[str]:
    """Return what must stand with an entry: that it is denied, that it is doubtful."""
    found = ([polarity] if polarity == "denied" else []) + ([confidence] if confidence == "doubtful" else [])
    return [f"<b>{label(name, language)}</b>" for name in found]


def _dated(name: str, date: str | None, language: Language) -> Sequence[str]:
    """Return a date with its label, isolated; nothing where there is none."""
    return [f"{label(name, language)} {isolated(date)}"] if date else []


def _via(entry: Said | Count, language: Language) -> Sequence[str]:
    """Return the chain; nothing where there is none."""
    names = " › ".join(isolated(link.name) for link in entry.chain)
    return [f"{label('via', language)} {names}"] if names else []


def _entry(entry: str, head: str, parts: Sequence[str], words: str) -> str:
    """Return one line of a list, which leads to the words in the text, from its attributes on."""
    return (
        f' data-entries="{escape(entry)}"><a href="#{escape(entry)}"><b>{isolated(head)}</b> '
        f'<span class="where">{" · ".join(parts)}</span><br>'
        f'<span class="words" lang="ar" dir="rtl">{shown(words)}</span></a>'
    )
