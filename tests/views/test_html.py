"""The page: exact text, crossing entries, nothing from outside, nothing of the source acting in it."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from rawi.model.claim import Argument, EventPlace, Figure, Speaker, Statement
from rawi.model.document import Document
from rawi.model.record import Record
from rawi.model.span import Span
from rawi.model.value import Hedge
from rawi.pipeline import extract
from rawi.views.html import render_article, render_page
from rawi.views.segments import Layer, find_segments
from tests.views.invented import STRIKE, at, strike

TEXT = "قال سليم الدوري إن «الجسر سيفتح خلال 10 أيام».\n\nوأضاف أن 40 ألف مسافر عبروا 😀 النهر.\r\n"
SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=8)


class Page(HTMLParser):
    """The article's text as a browser has it, and the part of it that belongs to each entry."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text, self.entries = "", dict[str, str]()
        self._inside: list[list[str]] = []
        self._open = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Go in."""
        known = dict(attrs)
        self._open = self._open or known.get("class") == "text"
        if self._open:
            self._inside.append((known.get("data-entries") or "").split())

    def handle_endtag(self, tag: str) -> None:
        """Go out."""
        if self._open:
            self._inside.pop()
            self._open = bool(self._inside)

    def handle_data(self, data: str) -> None:
        """Take text, for every entry around it."""
        if self._open:
            self.text += data
            for entry in {entry for each in self._inside for entry in each}:
                self.entries[entry] = self.entries.get(entry, "") + data


def _figures(text: str, places: list[tuple[int, int]]) -> Record:
    """Return a record whose figures stand anywhere, crossing as they like."""
    spans = [Span(start, min(start + length, len(text))) for start, length in places if start < len(text)]
    figures = [
        Figure(f"f{n}", span, span, 1, 1, Hedge.EXACT)
        for n, span in enumerate(spans)
        if span.end > span.start
    ]
    return Record(Document("sha256:0", text, (Span(0, len(text)),)), figures=tuple(figures))


@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=60), SPANS)
def test_the_text_and_each_span_are_exact(text: str, places: list[tuple[int, int]]) -> None:
    """What a browser reads is the text; the parts of each entry, joined, are its words."""
    record = _figures(text, places)
    page = Page(render_article(record, "a1"))
    assert page.text == text
    assert {f"a1-{one.id}": record.words(one.span) for one in record.figures} == page.entries


def test_crossing_entries() -> None:
    """A quotation and a figure that cross are both whole, in flat runs that do not nest."""
    statement = Statement("s1", "direct", "asserted", (Span(4, 20),), None, Speaker(None, "سليم"))
    figure = Figure("f1", Span(15, 30), Span(15, 30), 1, 1, Hedge.EXACT)
    record = Record(Document("sha256:0", TEXT, (Span(0, len(TEXT)),)), (statement,), (figure,))
    html = render_article(record, "a1")
    assert Page(html).entries == {"a1-s1": TEXT[4:20], "a1-f1": TEXT[15:30]}
    assert not re.search(r"<span[^>]*data-entries[^>]*>[^<]*<span[^>]*data-entries", html)


@given(st.text(max_size=50), SPANS)
def test_segments_are_the_text(text: str, places: list[tuple[int, int]]) -> None:
    """Runs follow one another without gaps and, joined, are the text."""
    layers = [
        Layer(Span(start, start + length), str(n), "figure") for n, (start, length) in enumerate(places)
    ]
    assert "".join(one.span.of(text) for one in find_segments(text, layers)) == text


def test_the_source_cannot_act() -> None:
    """Markup in a text, title, outlet or address is shown, not obeyed."""
    evil = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)> قال سليم الدوري إن الجسر سيفتح."
    page = "".join(render_page([extract(evil, title=evil, outlet=evil, url=evil)]))
    assert page.count("<script") == 1
    assert "<img" not in page
    assert Page(page).text == evil


def test_the_page_is_self_contained() -> None:
    """The policy allows nothing but this page's own style and script, and nothing is loaded from anywhere."""
    page = "".join(render_page([extract(TEXT)]))
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    assert policy[1].startswith("default-src 'none'; ")
    for tag in ("style", "script"):
        content = re.search(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        assert content
        assert f"'sha256-{b64encode(sha256(content[1].encode()).digest()).decode()}'" in policy[1]
    assert not re.search(r"""(?:src|href)=["'](?!#)|url\(|@import""", page)


def test_highlights_do_not_tear_letters() -> None:
    """No class that is painted on the text has padding, margin, border, isolation or weight."""
    page = "".join(render_page([]))
    for name in ("quote", "told", "figure", "speaker", "chain", "date", "place", "event", "lit"):
        rules = re.findall(rf"(?m)^\.{name} {{([^}}]*)}}", page)
        assert rules, name
        assert not re.search(r"padding|margin|border|display|bidi|weight|letter-spacing", "".join(rules)), (
            name
        )


def test_direction_controls_are_confined() -> None:
    """An override stays in the text, in an isolate of its own, with a badge that names it."""
    html = render_article(extract("قال سليم \u202e40\u202c ألف."), "a1")
    assert '<span class="turning" data-mark="U+202E">\u202e</span>' in html


def test_what_is_not_the_article_is_dimmed() -> None:
    """Text outside the body is marked, never left out."""
    record = extract(TEXT)
    cut = msgspec.structs.replace(
        record, document=msgspec.structs.replace(record.document, body=(Span(0, 46),))
    )
    html = render_article(cut, "a1")
    assert 'class="beside' in html
    assert Page(html).text == TEXT


def test_what_is_doubtful_or_repeats_says_so() -> None:
    """The list of a page marks a doubtful statement, and one that repeats another, in its language."""
    record = extract(
        "الوزير سليم الدوري: الجسر الحديدي سيفتح قريبا أمام المسافرين\n"
        "وقال سليم الدوري «الجسر الحديدي سيفتح قريبا أمام كل المسافرين».\n"
        "ودعا المجذاف إلى إصلاح الطريق.\n"
    )
    assert [one.confidence for one in record.statements].count("doubtful") == 1
    page = render_article(record, "a1")
    assert page.count("غير مؤكد") == 1
    assert page.count("يكرر") == 1
    assert "<b>doubtful</b>" in render_article(record, "a1", "en")


def test_an_event_is_underlined_at_its_trigger_and_lights_up_whole() -> None:
    """The trigger alone is painted and leads to the card; arguments, mentions and counts belong to it too."""
    html = render_article(strike(), "a1")
    [trigger] = re.findall(r"<a [^>]*>[^<]*</a>(?= يشتبه| <)", html.split("<aside>")[0])
    assert trigger == '<a class="event" data-entries="a1-v1" id="a1-v1" href="#card-a1-v1">غارة</a>'
    page = Page(html)
    assert page.text == STRIKE
    for words in ("غارة", "لواء الغسق", "البيلسان", "7 مدنيين", "طفلان", "يشتبه", "12 قتيلا"):
        assert words in page.entries["a1-v1"]


def test_cards_of_events_lead_to_words_figures_and_statements() -> None:
    """The card names type, day, parties and each count, and every link of the page leads somewhere, once."""
    html = render_article(strike(according_to="s1"), "a1", "en")
    card = html[html.index('<li id="card-a1-v1"') :]
    assert "<b><bdi>Explosions/Remote violence/Air/drone strike</bdi></b>" in card
    assert "<b><bdi>alleged</bdi></b> <bdi>«يشتبه»</bdi>" in card
    assert "<dt>by</dt><dd><bdi>لواء الغسق</bdi></dd>" in card
    assert '<dd data-entries="a1-f1"><a href="#a1-f1"><b><bdi>7</bdi></b> · civilians' in card
    assert '<a href="#a1-s1" data-entries="a1-s1"><bdi>هناء الشمري</bdi></a>' in card
    ids = re.findall(r' id="([^"]*)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]*)"', html)) <= set(ids)
    assert "<bdi>غارة جوية أو بطائرة مسيرة</bdi>" in render_article(strike(), "a1")


def test_an_event_that_crosses_others_is_whole() -> None:
    """A trigger across the edge of a figure, and one with the very words of a figure, keep text and links."""
    for trigger in (Span(at("7 مدنيين").start + 2, at("بينهم").end), at("7 مدنيين")):
        html = render_article(strike(trigger=trigger, actor=None, mentions=()), "a1")
        page, ids = Page(html), re.findall(r' id="([^"]*)"', html)
        assert page.text == STRIKE
        assert page.entries["a1-f1"] == "7 مدنيين"
        assert trigger.of(STRIKE) in page.entries["a1-v1"]
        assert {"a1-v1", "a1-f1"} <= set(ids)
        assert len(ids) == len(set(ids))
        assert not re.search(r"<(?:span|a)[^>]*data-entries[^>]*>[^<]*<(?:span|a)[^>]*data-entries", html)


def test_the_words_of_an_event_cannot_act() -> None:
    """Markup in a name, an id, a type, a date or an instrument is shown, not obeyed."""
    evil = "\"'><img src=x onerror=alert(1)><script>alert(1)</script>"
    place = EventPlace(evil, None, None, evil)  # type: ignore[arg-type]
    named = {"type": evil, "date": evil, "instrument": evil, "claimed_by": Argument(evil), "place": place}
    certainty = {"certainty": evil, "reasons": (evil,), "confidence": "doubtful", "according_to": evil}
    for language in ("ar", "en"):
        html = render_article(strike(evil, id=evil, **named, **certainty), "a1", language)  # type: ignore[arg-type]
        assert "<img" not in html
        assert "<script" not in html
        assert Page(html).text == STRIKE


def test_a_doubtful_event_says_why_on_its_card() -> None:
    """The reasons stand in words of the page's language."""
    html = render_article(strike(confidence="doubtful", reasons=("no_place",)), "a1", "en")
    assert "<dt>doubtful</dt><dd>the text names no place for it</dd>" in html
