"""Articles as one self-contained page, right to left, with what was read from them painted over the text.

Highlights are flat runs that neither nest nor have padding, margin or border: anything else tears joined
letters apart or draws entries that cross wrongly. The page loads nothing, and its policy allows only its own
style and script.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files

from rawi.ledger.results import Count, Said
from rawi.model.claim import Confidence, Polarity
from rawi.model.document import Document
from rawi.model.record import Record
from rawi.model.span import Span
from rawi.views.amounts import render_amount
from rawi.views.labels import Language, label
from rawi.views.record import build_count, build_said
from rawi.views.segments import Layer, Segment, find_segments

_TURNING = re.compile(r"[\u202a-\u202e\u2066-\u2069]")


def render_page(records: Iterable[Record], language: Language = "ar") -> Iterator[str]:
    """Yield the page piece by piece: head, one article after another, end. Joined, it is one HTML file."""
    yield _head(language)
    for number, record in enumerate(records, 1):
        yield render_article(record, f"a{number}", language)
    yield f"<script>{_resource('page.js')}</script>\n</body>\n</html>\n"


def _head(language: Language) -> str:
    """Return the page's head, with the policy that names its own style and script by their hashes."""
    style, script = _resource("page.css"), _resource("page.js")
    policy = (
        f"default-src 'none'; style-src 'sha256-{_hash(style)}'; script-src 'sha256-{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    direction = "rtl" if language == "ar" else "ltr"
    return (
        f'<!doctype html>\n<html lang="{language}" dir="{direction}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>راوي · Rawi</title>\n<style>{style}</style>\n</head>\n<body>\n"
    )


@cache
def _resource(name: str) -> str:
    """Return a file that goes into the page as it is."""
    return files("rawi.views").joinpath(name).read_text("utf-8")


def _hash(content: str) -> str:
    """Return the hash by which a policy names inline content (w3.org/TR/CSP3, section 6.7.3.3)."""
    return b64encode(sha256(content.encode()).digest()).decode()


def render_article(record: Record, name: str, language: Language = "ar") -> str:
    """Return one article: heading, text with its layers, and the list of entries; ``name`` begins its ids."""
    one = record.document
    text = "".join(_paragraphs(record, name))
    return (
        f'<article id="{name}">\n<header><h1 dir="auto">{escape(one.title or one.source or one.id)}</h1>\n'
        f'<div class="known">{_known(one, language)}</div>\n'
        f'<div class="known">{_legend(language)}</div></header>\n'
        f'<div class="text" lang="ar" dir="rtl">{text}</div>\n'
        f"<aside>{''.join(_lists(record, name, language))}</aside>\n</article>\n"
    )


_LEGEND = {
    "quote": "direct",
    "told": "indirect",
    "speaker": "speaker",
    "figure": "figures",
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
    dated = f"{label('published', language)} {_isolated(document.published or '?')}"
    values = [_isolated(one) for one in (document.outlet, document.source) if one]
    return " · ".join([*values, dated, _isolated(document.id)])


def _isolated(value: str) -> str:
    """Return a value that stands in a sentence of the page, kept apart from its direction."""
    return f"<bdi>{_shown(value)}</bdi>"


def _layers(record: Record, name: str) -> Iterator[Layer]:
    """Yield every span that is painted."""
    for one in record.statements:
        entry = f"{name}-{one.id}"
        yield from (Layer(span, entry, "told" if one.kind == "indirect" else "quote") for span in one.content)
        if one.speaker.span:
            yield Layer(one.speaker.span, entry, "speaker")
        yield from (Layer(link.span, entry, "chain") for link in one.chain if link.span)
    yield from (Layer(one.span, f"{name}-{one.id}", "figure") for one in record.figures)
    yield from (Layer(one.span, f"{name}-d{number}", "date") for number, one in enumerate(record.dates, 1))


def _paragraphs(record: Record, name: str) -> Iterator[str]:
    """Yield the text line by line, each a paragraph, so that its direction ends with it."""
    text, seen = record.text, set[str]()
    line: list[str] = []
    beside = _outside(record.document)
    for segment in find_segments(text, [*_layers(record, name), *beside]):
        line.append(_segment(text, segment, seen))
        if text[segment.span.end - 1] == "\n":
            yield f"<p>{''.join(line)}</p>"
            line = []
    if line:
        yield f"<p>{''.join(line)}</p>"


def _outside(document: Document) -> Iterator[Layer]:
    """Yield what is not the article itself: dimmed, never removed."""
    end = 0
    for span in sorted(document.body):
        yield Layer(Span(end, span.start), "", "beside")
        end = max(end, span.end)
    yield Layer(Span(end, len(document.text)), "", "beside")


def _segment(text: str, segment: Segment, seen: set[str]) -> str:
    """Return one run; the first run of an entry carries its id."""
    words = _shown(segment.span.of(text))
    if not segment.names:
        return words
    entries = [one for one in segment.entries if one]
    new = next((one for one in entries if one not in seen), None)
    if new:
        seen.add(new)
    attributes = f' class="{" ".join(segment.names)}"'
    attributes += f' data-entries="{escape(" ".join(entries))}"' if entries else ""
    attributes += f' id="{escape(new)}"' if new else ""
    return f"<span{attributes}>{words}</span>"


def _shown(text: str) -> str:
    """Return text escaped; what turns the direction stays in it, confined and with a badge."""
    escaped = escape(text).replace("\r", "&#13;").replace("\x00", "\ufffd")
    return _TURNING.sub(_badge, escaped)


def _badge(mark: re.Match[str]) -> str:
    """Return a direction control inside an isolate of its own, where it turns nothing."""
    return f'<span class="turning" data-mark="U+{ord(mark.group()):04X}">{mark.group()}</span>'


def _lists(record: Record, name: str, language: Language) -> Iterator[str]:
    """Yield the lists of statements and of figures."""
    said = [_statement(build_said(record, one), name, language) for one in record.statements]
    counted = [_figure(build_count(record, one), name, language) for one in record.figures]
    for title, items in (("statements", said), ("figures", counted)):
        if items:
            yield f"<h2>{label(title, language)} <bdi>{len(items)}</bdi></h2><ol>{''.join(items)}</ol>"


def _statement(said: Said, name: str, language: Language) -> str:
    """Return one statement of the list: who, how, when, by which way."""
    one = said.statement
    who = one.speaker.name or one.speaker.role or label("unnamed", language)
    manner = [label(one.kind, language), *_marks(one.polarity, one.confidence, language)]
    repeats = [f"{label('repeats', language)} {_isolated(said.repeats)}"] if said.repeats else []
    parts = [*manner, *_dated("said", said.said, language), *_via(said, language), *repeats]
    return _entry(f"{name}-{said.id}", who, parts, said.words)


def _figure(count: Count, name: str, language: Language) -> str:
    """Return one figure of the list: how many, whose claim, when."""
    amount = render_amount(count.figure, language)
    by = f"{label('by', language)} {_isolated(count.holder or label('narrator', language))}"
    marks = _marks("denied" if count.denied else "asserted", count.figure.confidence, language)
    parts = [by, *marks, *_dated("as_of", count.as_of, language), *_via(count, language)]
    return _entry(f"{name}-{count.id}", amount, parts, count.words)


def _marks(polarity: Polarity, confidence: Confidence, language: Language) -> list[str]:
    """Return what must stand with an entry: that it is denied, that it is doubtful."""
    found = ([polarity] if polarity == "denied" else []) + ([confidence] if confidence == "doubtful" else [])
    return [f"<b>{label(name, language)}</b>" for name in found]


def _dated(name: str, date: str | None, language: Language) -> Sequence[str]:
    """Return a date with its label, isolated; nothing where there is none."""
    return [f"{label(name, language)} {_isolated(date)}"] if date else []


def _via(entry: Said | Count, language: Language) -> Sequence[str]:
    """Return the chain; nothing where there is none."""
    names = " › ".join(_isolated(link.name) for link in entry.chain)
    return [f"{label('via', language)} {names}"] if names else []


def _entry(entry: str, head: str, parts: Sequence[str], words: str) -> str:
    """Return one line of a list, which leads to the words in the text."""
    return (
        f'<li data-entries="{escape(entry)}"><a href="#{escape(entry)}"><b>{_isolated(head)}</b> '
        f'<span class="where">{" · ".join(parts)}</span><br>'
        f'<span class="words" lang="ar" dir="rtl">{_shown(words)}</span></a></li>'
    )
