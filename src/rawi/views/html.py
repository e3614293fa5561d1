"""Articles as one self-contained page, right to left, with what was read from them painted over the text.

Highlights are flat runs that neither nest nor have padding, margin or border: anything else tears joined
letters apart or draws entries that cross wrongly. The page loads nothing, and its policy allows only its own
style and script.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files

from rawi.model.claim import Event
from rawi.model.document import Document
from rawi.model.record import Record
from rawi.model.span import Span
from rawi.views.dates import render_date
from rawi.views.labels import Language, label
from rawi.views.listing import Stand, name_card, render_lists
from rawi.views.markup import isolated, shown
from rawi.views.segments import Layer, Segment, find_segments


def render_page(records: Iterable[Record], language: Language = "ar") -> Iterator[str]:
    """Yield the page piece by piece: head, one article after another, end. Joined, it is one HTML file."""
    yield render_head(language)
    for number, record in enumerate(records, 1):
        yield render_article(record, f"a{number}", language)
    yield render_end()


def render_end() -> str:
    """Return the page's end, with its script."""
    return f"<script>{_resource('page.js')}</script>\n</body>\n</html>\n"


def render_head(language: Language, title: str = "راوي · Rawi", more: str = "", sources: str = "") -> str:
    """Return the page's head, with the policy that names its own style and script by their hashes.

    ``more`` is style after that of every page, ``sources`` what the policy lets in besides
    (``font-src data:``); both are ours, never of a source.
    """
    style, script = _resource("page.css") + _resource("layers.css") + more, _resource("page.js")
    policy = (
        f"default-src 'none'; style-src 'sha256-{_hash(style)}'; script-src 'sha256-{_hash(script)}'; "
        f"{sources}base-uri 'none'; form-action 'none'"
    )
    direction = "rtl" if language == "ar" else "ltr"
    return (
        f'<!doctype html>\n<html lang="{language}" dir="{direction}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n"
    )


@cache
def _resource(name: str) -> str:
    """Return a file that goes into the page as it is."""
    return files("rawi.views").joinpath(name).read_text("utf-8")


def _hash(content: str) -> str:
    """Return the hash by which a policy names inline content (w3.org/TR/CSP3, section 6.7.3.3)."""
    return b64encode(sha256(content.encode()).digest()).decode()


def render_article(record: Record, name: str, language: Language = "ar", stand: Stand | None = None) -> str:
    """Return one article: heading, text with its layers, and the list of entries; ``name`` begins its ids,
    ``stand`` returns as HTML what people decided about an entry, to stand under it."""
    one = record.document
    return (
        f'<article id="{name}">\n<header><h1 dir="auto">{escape(one.title or one.source or one.id)}</h1>\n'
        f'<div class="known">{_known(one, language)}</div>\n'
        f'<div class="known">{_legend(language)}</div></header>\n'
        f"{render_text(record, name)}\n"
        f"<aside>{''.join(render_lists(record, name, language, stand))}</aside>\n</article>\n"
    )


def render_text(record: Record, name: str, extra: Iterable[Layer] = ()) -> str:
    """Return the text of an article with what was read from it painted over it; ``name`` begins the ids.

    ``extra`` is painted too: words that somebody looked for.
    """
    return f'<div class="text" lang="ar" dir="rtl">{"".join(_paragraphs(record, name, extra))}</div>'


def render_context(record: Record, name: str, entry: str, window: Span) -> str:
    """Return a part of an article with one of its entries painted over it, as ``render_text`` paints all;
    ``entry`` is the label that the record gives it (``s1``)."""
    own = f"{name}-{entry}"
    layers = [
        Layer(Span(one.span.start - window.start, one.span.end - window.start), one.entry, one.name)
        for one in _layers(record, name)
        if one.entry == own
    ]
    lines = "".join(_lines(window.of(record.text), layers, {}))
    return f'<div class="text" lang="ar" dir="rtl">{lines}</div>'


_PART = "part"  # words of an entry that are not painted
_LEGEND = {
    "quote": "direct",
    "told": "indirect",
    "speaker": "speaker",
    "figure": "figures",
    "event": "events",
    "date": "dates",
    "chain": "via",
}


def _legend(language: Language) -> str:
    """Return what each way of painting means."""
    return " · ".join(
        f'<span class="{layer}">{label(name, language)}</span>' for layer, name in _LEGEND.items()
    )


def _known(document: Document, language: Language) -> str:
    """Return what is known of the document, each value isolated from its neighbours."""
    told = label("published.unknown", language)
    if document.published:
        told = f"{label('published', language)} {isolated(render_date(document.published, language))}"
    values = [isolated(one) for one in (document.outlet, document.source) if one]
    return " · ".join([*values, told, isolated(document.id)])


def _layers(record: Record, name: str) -> Iterator[Layer]:
    """Yield every span that is painted."""
    for one in record.statements:
        entry = f"{name}-{one.id}"
        yield from (Layer(span, entry, "told" if one.kind == "indirect" else "quote") for span in one.content)
        if one.speaker.span:
            yield Layer(one.speaker.span, entry, "speaker")
        yield from (Layer(link.span, entry, "chain") for link in one.chain if link.span)
    yield from (Layer(one.span, f"{name}-{one.id}", "figure") for one in record.figures)
    for event in record.events:
        yield from _marked(event, f"{name}-{event.id}")
    yield from (Layer(one.span, f"{name}-d{number}", "date") for number, one in enumerate(record.dates, 1))


def _marked(event: Event, entry: str) -> Iterator[Layer]:
    """Yield the trigger, which is painted, and the other words of an event, which light up with it."""
    yield Layer(event.trigger, entry, "event")
    named = (event.actor, event.target, event.claimed_by, *event.with_actor, *event.with_target)
    spans = [one.span for one in (*named, event.place, *event.places, *event.tolls) if one]
    spans += [*event.mentions, event.date_span, event.instrument_span, event.certainty_span]
    yield from (Layer(span, entry, _PART) for span in dict.fromkeys(spans) if span)


def _paragraphs(record: Record, name: str, extra: Iterable[Layer] = ()) -> Iterator[str]:
    """Yield the text line by line, each a paragraph, so that its direction ends with it."""
    layers = [*_layers(record, name), *_outside(record.document), *extra]
    triggers = {one.entry: one.span for one in layers if one.name == "event"}
    yield from _lines(record.text, layers, triggers)


def _lines(text: str, layers: Sequence[Layer], triggers: Mapping[str, Span]) -> Iterator[str]:
    """Yield a text line by line with layers painted over it; ``triggers`` of events lead to their cards."""
    line = list[str]()
    anchors = _anchors(layers, len(text))
    for segment in find_segments(text, layers):
        line.append(_segment(text, segment, anchors.get(segment.span.start, ()), triggers))
        if text[segment.span.end - 1] == "\n":
            yield f"<p>{''.join(line)}</p>"
            line = []
    if line:
        yield f"<p>{''.join(line)}</p>"


def _anchors(layers: Iterable[Layer], length: int) -> Mapping[int, Sequence[str]]:
    """Return where links to entries lead, by offset: the first words of each that are painted."""
    first: dict[str, int] = {}
    for one in layers:
        start = max(one.span.start, 0)
        if one.entry and one.name != _PART and start < min(one.span.end, length):
            first[one.entry] = min(start, first.get(one.entry, start))
    found: dict[int, list[str]] = {}
    for entry, start in first.items():
        found.setdefault(start, []).append(entry)
    return found


def _outside(document: Document) -> Iterator[Layer]:
    """Yield what is not the article itself: dimmed, never removed."""
    end = 0
    for span in sorted(document.body):
        yield Layer(Span(end, span.start), "", "beside")
        end = max(end, span.end)
    yield Layer(Span(end, len(document.text)), "", "beside")


def _segment(text: str, segment: Segment, anchors: Sequence[str], triggers: Mapping[str, Span]) -> str:
    """Return one run, with the ids of the entries that begin here; the trigger of an event leads to its
    card."""
    words = shown(segment.span.of(text))
    entries = [one for one in segment.entries if one]
    names = [one for one in segment.names if one != _PART]
    if not (names or entries):
        return words
    attributes = f' class="{" ".join(names)}"' if names else ""
    attributes += f' data-entries="{escape(" ".join(entries))}"' if entries else ""
    attributes += f' id="{escape(anchors[0])}"' if anchors else ""
    at = segment.span.start
    happened = (one for one in entries if one in triggers and triggers[one].start <= at < triggers[one].end)
    card = next(happened, None)
    tag, link = ("a", f' href="#{escape(name_card(card))}"') if card else ("span", "")
    run = f"<{tag}{attributes}{link}>{words}</{tag}>"
    for entry in anchors[1:]:  # an element has one id
        run = f'<span id="{escape(entry)}">{run}</span>'
    return run
