"""What a document brings to the search for copies: its words, and which of them must be the same."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache
from operator import sub

import msgspec

from rawi.annotations.numbers import find_numbers
from rawi.annotations.ordinals import find_ordinals
from rawi.annotations.vocabulary import role_of
from rawi.arabic.fold import fold
from rawi.claims.days import parse_day
from rawi.model.record import Record
from rawi.model.relation import Report
from rawi.model.span import Span
from rawi.model.value import Amount
from rawi.relations.copies.credits import (
    Credit,
    find_credits,
    find_heard,
    is_nobody,
    key_of_newsroom,
    newsrooms_of,
)
from rawi.relations.copies.edits import is_reversal, is_title
from rawi.relations.copies.formulas import find_formulas
from rawi.relations.copies.publication import lies_ahead
from rawi.relations.copies.signatures import find_keys
from rawi.text.text import Text
from rawi.text.tokens import cut_tokens

#: Shorter texts are headlines: that two have the same words says nothing.
FEWEST = 8
PLAIN, NAME, ROLE, NUMBER, NEGATION, DATE, FORMULA = ".&=#-@~"
#: Words that tell nothing of where a text is from.
UNTELLING = frozenset((NAME, ROLE, NUMBER, DATE, FORMULA))
_SIGNS = frozenset("%$€£")
_MISDATED = "date.weekday-mismatch"
_QUOTED = 6  # words of a statement's quotation
_MARKED = 8  # words between quotation marks that no statement claims

Range = tuple[int, int]


class Sentence(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """A sentence or quotation by its words, half-open."""

    first: int
    last: int


class Valued(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """A number by value, over its words; ``high`` is null for a bare scale (آلاف)."""

    first: int
    last: int
    low: Amount | None
    high: Amount | None


class Dated(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """A date expression over its words: EDTF, null where nothing places it on the calendar."""

    first: int
    last: int
    value: str | None


class Passages(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """The body of a document as it is compared with others; ``outlet`` is what tells its newsroom.
    ``misdated`` is the day of publication that the text contradicts (a weekday that it was not), which then
    counts for nothing.

    ``words`` are folded, one space between; ``marks`` has a letter for each: ``&`` of a name, ``=`` of a
    role, ``#`` of a number, ``-`` a negation, ``@`` of a date, ``~`` of a formula; ``steps`` how far it
    begins behind the one before it in the text of the document, ``sizes`` how long it is there. A headline
    that the body begins with is only in ``title``. ``credits`` are newsrooms that the whole document
    credits, ``unnamed`` tells that it credits some without naming any (وكالات), ``heard`` are those that
    single statements were made to. ``keys`` are the numbers under which
    others find it.
    """

    id: str
    document: str
    outlet: str | None
    published: str | None
    title: str
    credits: tuple[Credit, ...]
    heard: tuple[str, ...]
    words: str
    marks: str
    steps: tuple[int, ...]
    sizes: tuple[int, ...]
    sentences: tuple[Sentence, ...]
    numbers: tuple[Valued, ...]
    dates: tuple[Dated, ...]
    quotations: tuple[Sentence, ...]
    keys: tuple[int, ...]
    unnamed: bool = False
    misdated: str | None = None


class _Words:
    """The words of a body, counted, and the way to them from tokens and from spans of the source."""

    def __init__(self, text: Text, title: list[str]) -> None:
        self.text = text
        tokens = [at for at, word in enumerate(text.words) if word and is_word(word)]
        skip = len(title) if title and [text.words[at] for at in tokens[: len(title)]] == title else 0
        self.tokens = tokens[skip:]
        self.words = [text.words[at] for at in self.tokens]

    def of_tokens(self, first: int, last: int) -> Range:
        """Return the words among the tokens of a half-open range."""
        return bisect_left(self.tokens, first), bisect_left(self.tokens, last)

    def of_span(self, span: Span) -> Range:
        """Return the words that a span of the source covers."""
        start, end = self.text.folded.from_source(span.start, span.end)
        starts = self.text.starts
        first = bisect_left(starts, start, 0, len(self.text.words))
        return self.of_tokens(first, bisect_left(starts, end, 0, len(self.text.words)))

    def places(self) -> list[Span]:
        """Return where each word stands in the source."""
        return [self.text.span(token, token + 1) for token in self.tokens]

    def cut(self, ranges: Iterable[Range], least: int = 1) -> tuple[Sentence, ...]:
        """Return passages by token ranges, as far as they have so many words."""
        cuts = sorted({self.of_tokens(first, last) for first, last in ranges})
        return tuple(Sentence(first, last) for first, last in cuts if last - first >= least)


def is_word(token: str) -> bool:
    """Is a folded token a word, a number or a sign that counts, not a mark?

    >>> [is_word(token) for token in ("جسر", "40", "%", "،")]
    [True, True, True, False]
    """
    return token[0].isalnum() or token in _SIGNS


def read_passages(report: Report) -> Iterator[Passages]:
    """Yield what a report brings: one item, none of a text with fewer than eight words.

    Side columns are no part of it, nor is what stands around the article. Never raises.
    """
    record, document = report.record, report.record.document
    title = [word for word in cut_tokens(fold(document.title or ""))[0] if word and is_word(word)]
    misdated = _is_misdated(record)
    words = _Words(Text(document.text, document.body), title)
    if len(words.words) < FEWEST:
        return
    dates = _find_dates(record, words)
    numbers = _find_numbers(record, words, dates)
    places = words.places()
    starts = [one.start for one in places]
    sentences = words.cut(words.text.sentences)
    quotations = _find_quotations(record, words)
    marks = _mark(record, words, numbers, dates)
    for first, last in find_formulas(words.words, _ranges(sentences), _ranges(quotations)):
        marks = marks[:first] + FORMULA * (last - first) + marks[last:]
    yield Passages(
        id=document.id,
        document=document.id,
        outlet=key_of_newsroom(document.outlet or "") or None,
        published=None if misdated else document.published,
        title=" ".join(title),
        credits=find_credits(record),
        heard=find_heard(record),
        words=" ".join(words.words),
        marks=marks,
        steps=tuple(map(sub, starts, (0, *starts))),
        sizes=tuple(one.end - one.start for one in places),
        sentences=sentences,
        numbers=numbers,
        dates=dates,
        quotations=quotations,
        keys=find_keys(words.words, marks, _ranges((*sentences, *quotations))),
        unnamed=any(is_nobody(link.name) for link in newsrooms_of(document.chain)),
        misdated=document.published if misdated else None,
    )


def _is_misdated(record: Record) -> bool:
    """Does a weekday that the text counts from today lie after the day of publication (اليوم الثلاثاء on a
    Monday)? Before it, the text was published late, which is no wonder."""
    published = parse_day((record.document.published or "")[:10])
    spans = [one.span for one in record.document.warnings if one.code == _MISDATED and one.span]
    if published is None:
        return False
    return any(lies_ahead(fold(record.words(span)).split(), published.weekday()) for span in spans)


def _ranges(passages: Iterable[Sentence]) -> list[Range]:
    """Return the ranges of passages."""
    return [(one.first, one.last) for one in passages]


def _find_dates(record: Record, words: _Words) -> tuple[Dated, ...]:
    """Return the date expressions of the body, by words."""
    ranges = ((*words.of_span(one.span), one.value) for one in record.dates)
    return tuple(Dated(first, last, value) for first, last, value in ranges if first < last)


def _find_numbers(record: Record, words: _Words, dates: tuple[Dated, ...]) -> tuple[Valued, ...]:
    """Return the numbers of the body, by words: those in digits and letters that are no part of a date, and
    what a dual counts (قتيلان)."""
    dated = {at for one in dates if one.value for at in range(one.first, one.last)}
    found: dict[Range, Valued] = {}
    for one in record.figures:
        first, last = words.of_span(one.number)
        if first < last:
            low = one.low if one.low is not None else one.high
            high = one.high if one.high is not None else one.low
            found[first, last] = Valued(first, last, low, high)
    taken = {at for first, last in found for at in range(first, last)}
    notes = (*find_numbers(words.text), *find_ordinals(words.text))
    for first, last, value in ((*words.of_tokens(note.first, note.last), note.value) for note in notes):
        if first < last and taken.isdisjoint(range(first, last)):
            found[first, last] = Valued(first, last, value.low, value.high)
            taken.update(range(first, last))
    duals = (at for at, word in enumerate(words.words) if role_of(word) == "pair" and at not in taken)
    found |= {(at, at + 1): Valued(at, at + 1, 2, 2) for at in duals}
    return tuple(found[key] for key in sorted(found) if dated.isdisjoint(range(*key)))


def _mark(record: Record, words: _Words, numbers: tuple[Valued, ...], dates: tuple[Dated, ...]) -> str:
    """Return one letter for each word: what it is part of."""
    marks = list(map(_mark_of, words.words))
    for kind, spans in ((ROLE, _roles(record)), (NAME, _names(record))):
        for span in spans:
            first, last = words.of_span(span)
            marks[first:last] = kind * (last - first)
    for kind, ranges in ((NUMBER, numbers), (DATE, dates)):
        for one in ranges:
            marks[one.first : one.last] = kind * (one.last - one.first)
    return "".join(marks)


@lru_cache(maxsize=1 << 14)
def _mark_of(word: str) -> str:
    """Return the letter of a folded word by itself."""
    return NEGATION if is_reversal(word) else ROLE if is_title(word) else PLAIN


def _names(record: Record) -> Iterator[Span]:
    """Yield where people, organisations and places are named."""
    for entity in record.entities:
        yield from entity.mentions


def _roles(record: Record) -> Iterator[Span]:
    """Yield where roles of people stand."""
    for entity in record.entities:
        yield from entity.roles


def _find_quotations(record: Record, words: _Words) -> tuple[Sentence, ...]:
    """Return what is quoted: the contents of direct statements, and longer words between marks."""
    spoken = [
        Sentence(*words.of_span(span))
        for statement in record.statements
        if statement.kind == "direct"
        for span in statement.content
    ]
    marked = words.cut(((one.open + 1, one.close) for one in words.text.quotations), _MARKED)
    found = {(one.first, one.last): one for one in marked}
    found |= {(one.first, one.last): one for one in spoken if one.last - one.first >= _QUOTED}
    return tuple(found[key] for key in sorted(found))
