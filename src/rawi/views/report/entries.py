"""One entry of a report: what was read, its words in the article's own context, its way, how it stands."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from rawi.ledger.answers import ChainView, EventView, Side
from rawi.ledger.corrections import find_span
from rawi.ledger.results import Count, Said
from rawi.ledger.rows import quote_span
from rawi.model.claim import Confidence, Event, Figure, Statement
from rawi.model.review import Reviewed
from rawi.model.span import Span
from rawi.views.amounts import render_amount
from rawi.views.cards import render_speaker
from rawi.views.chains import render_way
from rawi.views.citation import build_citation, render_citation
from rawi.views.facts import tell_facts, tell_holder
from rawi.views.html import render_context
from rawi.views.incidents import render_standing, render_type, tell_doubts
from rawi.views.labels import Language
from rawi.views.markup import Markup, isolated
from rawi.views.report.parts import Report
from rawi.views.report.say import tell, tell_day, tell_marks, tell_standing, tell_whence, tell_words
from rawi.views.screen import Screen

SENTENCES = 2  # of context on either side


def find_window(text: str, span: Span, sentences: int = SENTENCES) -> Span:
    """Return a span widened by so many sentences on either side, without the blanks around them.

    >>> text = "جاء أحمد. ذهب سليم. عاد ماهر. نام وليد. قام رائد. جلس فارس."
    >>> find_window(text, Span(text.index("ماهر"), text.index("ماهر") + 4), 1).of(text)
    'ذهب سليم. عاد ماهر. نام وليد.'
    """
    here = quote_span(text, span)
    start, end = here.start, here.end
    for _ in range(sentences):
        if start > 1:
            start = min(start, quote_span(text, Span(start - 2, start - 1)).start)
        if end + 2 < len(text):
            end = max(end, quote_span(text, Span(end + 1, end + 2)).end)
    end = min(end + 1, len(text))  # with the stop itself
    while 0 < start < span.start and not text[start - 1].isspace() and not text[start].isspace():
        start -= 1  # a sentence longer than is looked at is not cut inside a word
    while end < len(text) and not text[end - 1].isspace() and not text[end].isspace():
        end += 1
    while start < span.start and text[start].isspace():
        start += 1
    while end > span.end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def render_entry(
    side: Side,
    name: str,
    report: Report,
    reviewed: Reviewed | None,
    chain: ChainView | None,
    language: Language,
) -> str:
    """Return one entry with all that belongs to it; ``name`` begins the ids of its words."""
    if not isinstance(side, Said | Count | EventView):
        return f"<p>{tell_words(side.words)}</p>"
    record = report.records[side.article.id]
    span = find_span(find_item(side))
    item = _label(side)
    inner = render_context(record, name, item, find_window(record.text, span))
    parts = [
        f'<p class="how">{" · ".join(_manner(side, language))}</p>',
        f'<div class="context">{inner}</div>',
        _event_facts(side, language) if isinstance(side, EventView) else "",
        _way(chain, language),
        tell_standing(reviewed, language, side),
        tell_whence(report, side.article.id, f"#char={span.start},{span.end}", language),
    ]
    marked = ' class="doubtful"' if _confidence(side) == "doubtful" else ""
    return f"<div{marked}>{''.join(parts)}</div>"


def render_cited(side: Side, report: Report, language: Language) -> str:
    """Return the citation of an entry as a block; what turns the direction in it is its own, to be copied
    with it, for that of a source was made visible."""
    if not isinstance(side, Said | Count | EventView):
        return ""
    told = render_citation(build_citation(side, report.records[side.article.id]), "block", language)
    told = escape(told, quote=False)
    return f'<h3>{tell("citation", language)}</h3><pre class="citation" dir="auto">{told}</pre>'


def name_side(side: Side, language: Language) -> str:
    """Return an entry in a word or two: who speaks, how many, what happened; not escaped."""
    if isinstance(side, Said):
        return render_speaker(side.statement.speaker, Screen(language=language))
    if isinstance(side, Count):
        return render_amount(side.figure, language)
    return render_type(side.event.type, language) if isinstance(side, EventView) else side.words


def _label(side: Said | Count | EventView) -> str:
    """Return the id that the record gives an entry (``s1``)."""
    return find_item(side).id


def find_item(side: Said | Count | EventView) -> Statement | Figure | Event:
    """Return what was read."""
    if isinstance(side, Said):
        return side.statement
    return side.figure if isinstance(side, Count) else side.event


def _confidence(side: Said | Count | EventView) -> Confidence:
    """Return how sure the reading is."""
    return find_item(side).confidence


def _manner(side: Said | Count | EventView, language: Language) -> list[str]:
    """Return how an entry came to be said: whose, quoted or not, denied, doubtful, and each day."""
    page = Markup(language=language)
    if isinstance(side, Said):
        one = side.statement
        marks = tell_marks(one.polarity == "denied", one.confidence, language)
        told = [page.strong(render_speaker(one.speaker, Screen(language=language))), tell(one.kind, language)]
        days = tell_day("said", side.said, language)
        return [*told, *marks, *days, *_relayed(side.relayed_by, page)]
    if isinstance(side, Count):
        marks = tell_marks(side.denied, side.figure.confidence, language)
        by = f"{tell('by', language)} {isolated(side.holder)}" if side.holder else tell("narrator", language)
        days = [*tell_day("as_of", side.as_of, language), *tell_day("said", side.said, language)]
        hedge = tell(f"hedge.{side.figure.hedge.value}", language)
        return [by, hedge, *marks, *days, *_relayed(side.relayed_by, page)]
    marks = [f'<span class="doubt">{one}</span>' for one in render_standing(side, page)]
    denied = tell_marks(side.denied, "certain", language)
    days = tell_day("happened", side.event.date, language)
    by = f"{tell('by', language)} {page.apart(tell_holder(side, page))}"
    return [by, *marks, *denied, *days, *_relayed(side.relayed_by, page)]


def _relayed(names: Sequence[str], page: Markup) -> list[str]:
    """Return who passed an entry on."""
    return [f"{page.label('relayed_by')} {' › '.join(map(page.apart, names))}"] if names else []


def _event_facts(view: EventView, language: Language) -> str:
    """Return what is read of an event, and why it is doubtful."""
    page = Markup(language=language)
    rows = [(page.label("doubtful"), one) for one in tell_doubts(view.event, page)]
    for fact in tell_facts([view], page, numbered=False):
        rows += [(fact.name, fact.told)] if fact.told else []
        rows += [(fact.name, one.words) for one in fact.counts]
    told = "".join(f"<dt>{name}</dt><dd>{value}</dd>" for name, value in rows)
    return f"<dl>{told}</dl>" if told else ""


def _way(chain: ChainView | None, language: Language) -> str:
    """Return the chain in one line."""
    if chain is None:
        return ""
    way = render_way(chain, Markup(language=language))
    return f'<p class="chain-line"><b>{tell("chain_line", language)}</b> {way}</p>'
