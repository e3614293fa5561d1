"""An article as the readers of figures walk through it: words, names, figures and dates by token."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property, wraps
from itertools import zip_longest
from operator import itemgetter
from typing import Any, TypeVar

import msgspec

from rawi.model.claim import DateMention, Figure, Speaker, Statement
from rawi.model.definition import Group
from rawi.model.entity import Entity
from rawi.model.record import Record
from rawi.model.relation import Report
from rawi.model.span import Span
from rawi.relations.quantities.lexemes import has_role, read_deeds
from rawi.text.text import Text

#: Marks at which a clause is over for what governs a figure.
STOPS = frozenset(("", ".", "؟", "?", "!", "؛", ";", ":"))
COMMAS = frozenset(("،", ","))
QUOTES = frozenset(("«", "»", '"', "“", "”", "(", ")", "'", "[", "]"))
#: How many tokens of a sentence are read on from a number or a happening; longer ones are lists, or no text.
LONGEST = 150


class Named(msgspec.Struct, frozen=True, gc=False):
    """A name or another word for an entity, by its tokens."""

    first: int
    last: int
    entity: Entity


class Site(msgspec.Struct, frozen=True, gc=False):
    """A figure by tokens: all of it with its noun, the noun alone (null: none), its sentence."""

    figure: Figure
    first: int
    last: int
    noun: tuple[int, int] | None
    sentence: tuple[int, int]


_TOKEN = itemgetter(0)
_R = TypeVar("_R", Named, Site)


def _by_token(ranges: Sequence[_R]) -> dict[int, _R]:
    """Return ranges by the tokens that they hold, a token by the last range to begin before it or with it."""
    found: dict[int, _R] = {}
    for one, following in zip_longest(ranges, ranges[1:]):
        last = one.last if following is None else min(one.last, following.first)
        found.update(dict.fromkeys(range(one.first, last), one))
    return found


class Page:
    """A record cut into words. All ranges are half-open token ranges.

    >>> from rawi.pipeline import extract
    >>> page = Page(Report(extract("نزح 300 شخص من بلدة السرو."), {"f1": "fg_1"}))
    >>> [page.words[site.first:site.last] for site in page.sites]
    [['300', 'شخص']]
    """

    def __init__(self, report: Report, text: Text | None = None) -> None:
        """Cut the text of a report up; ``text`` is that text, if it is cut up already."""
        self.report = report
        self.record: Record = report.record
        self.text = text or Text(self.record.text, self.record.document.body)
        self.words = self.text.words
        self._tokens: dict[Span, tuple[int, int]] = {}  # asked for again and again, as what follows
        self.bodies: dict[str, Group | None] = {}  # whom the speaker of a statement speaks for (``holders``)
        self.forms: dict[str, tuple[str, ...]] = {}  # how the article writes an entity (``holders``)
        self.holders: dict[str, Any] = {}  # whose claim a figure is (``holders``)
        self.answers: dict[str, Any] = {}  # what was asked of all of it (``once_a_page``)
        self.openings: list[int] | None = None  # where words for places may begin (``events.spots``)
        self.breaks: list[int] | None = None  # after which words another clause begins (``events.mentions``)
        self.statements: dict[str, Statement] = {one.id: one for one in self.record.statements}
        self.entities: dict[str, Entity] = {one.id: one for one in self.record.entities}

    def tokens(self, span: Span) -> tuple[int, int]:
        """Return the tokens that a span of the source covers, at least one."""
        known = self._tokens.get(span)
        if known is None:
            text, size = self.text, len(self.words)
            start, end = text.folded.from_source(span.start, span.end)
            first = max(bisect_right(text.starts, start, 0, size) - 1, 0)
            last = bisect_right(text.starts, max(start, end - 1), first, size)
            known = self._tokens[span] = first, max(last, first + 1)
        return known

    @cached_property
    def sites(self) -> tuple[Site, ...]:
        """All figures, in the order of the text."""
        found = (self._site(figure) for figure in self.record.figures)
        return tuple(sorted(found, key=lambda site: (site.first, site.last)))

    def _site(self, figure: Figure) -> Site:
        first, last = self.tokens(figure.span)
        noun = self.tokens(figure.counted.span) if figure.counted else None
        if noun is not None and (has_role(self.words[noun[0]], "unread") or self._is_verb(noun[0])):
            last, noun = min(last, noun[0]), None
        elif noun is not None and has_role(self.words[noun[0]], "total") and noun[0] + 1 < len(self.words):
            noun = (noun[0] + 1, noun[0] + 2)  # ارتفع إلى 19 عدد قتلى الحريق
            last = max(last, noun[1])
        elif noun is not None:
            first, last = min(first, noun[0]), max(last, noun[1])
        return Site(figure, first, last, noun, self.text.sentence_of(first))

    def _is_verb(self, token: int) -> bool:
        """Is what was taken for a counted noun a verb of which the number is the subject: 120 أوقفوا?"""
        word = self.words[token]
        return word.endswith("وا") and any(deed.several for deed in read_deeds(word))

    @cached_property
    def _site_of(self) -> dict[int, Site]:
        return _by_token(self.sites)

    def site_at(self, token: int) -> Site | None:
        """Return the figure that holds a token; of several the last to begin."""
        return self._site_of.get(token)

    @cached_property
    def names(self) -> tuple[Named, ...]:
        """All names of entities and other words for them, in the order of the text; of those that begin with
        one token the longest."""
        longest: dict[int, Named] = {}
        for entity in self.record.entities:
            for span in (*entity.mentions, *entity.references):
                first, last = self.tokens(span)
                if first not in longest or longest[first].last < last:
                    longest[first] = Named(first, last, entity)
        return tuple(longest[first] for first in sorted(longest))

    @cached_property
    def linked(self) -> Mapping[str, AbstractSet[str]]:
        """The names of the entities by the row of a table that they are linked to."""
        found: dict[str, set[str]] = {}
        for one in self.record.entities:
            if one.link is not None:
                found.setdefault(one.link, set()).add(one.name)
        return found

    @cached_property
    def _name_of(self) -> dict[int, Named]:
        return _by_token(self.names)

    @cached_property
    def _name_firsts(self) -> list[int]:
        return [one.first for one in self.names]

    def name_at(self, token: int) -> Named | None:
        """Return the name that holds a token; of several the last to begin."""
        return self._name_of.get(token)

    def names_before(self, token: int, first: int = 0) -> Iterator[Named]:
        """Yield the names that end before a token, not before ``first``, the nearest first."""
        at = bisect_right(self._name_firsts, token - 1) - 1
        while at >= 0 and self.names[at].first >= first:
            if self.names[at].last <= token:
                yield self.names[at]
            at -= 1

    def names_in(self, first: int, last: int) -> Iterator[Named]:
        """Yield the names that begin in a range."""
        at = bisect_right(self._name_firsts, first - 1)
        while at < len(self.names) and self.names[at].first < last:
            yield self.names[at]
            at += 1

    @cached_property
    def dates(self) -> tuple[tuple[int, int, DateMention], ...]:
        """The date expressions with their tokens."""
        found = ((*self.tokens(one.span), one) for one in self.record.dates)
        return tuple(sorted(found, key=_TOKEN))

    @cached_property
    def dated(self) -> frozenset[int]:
        """The tokens of date expressions."""
        return frozenset(at for first, last, _ in self.dates for at in range(first, last))

    @cached_property
    def _date_firsts(self) -> list[int]:
        return [first for first, _, _ in self.dates]

    def dates_in(self, first: int, last: int) -> tuple[tuple[int, int, DateMention], ...]:
        """Return the date expressions that begin in a range."""
        return self.dates[bisect_left(self._date_firsts, first) : bisect_left(self._date_firsts, last)]

    @cached_property
    def told(self) -> tuple[tuple[int, int, int, Statement], ...]:
        """The parts of what is said, by tokens, each with the number of its statement and that statement."""
        return tuple(
            (*self.tokens(span), number, one)
            for number, one in enumerate(self.record.statements)
            for span in one.content
        )

    @cached_property
    def said_at(self) -> Mapping[int, Statement]:
        """The statement by each token of its content; of several the innermost."""
        told = reversed(self.record.statements)  # of equals the first is written last
        parts = [(*self.tokens(span), one) for one in told for span in one.content]
        found: dict[int, Statement] = {}
        for first, last, one in sorted(parts, key=lambda part: part[0] - part[1]):
            found.update(dict.fromkeys(range(first, last), one))
        return found

    @cached_property
    def cues(self) -> tuple[tuple[int, Statement], ...]:
        """The tokens at which somebody is told to say something, in the order of the text."""
        found = ((self.tokens(one.cue)[0], one) for one in self.record.statements if one.cue is not None)
        return tuple(sorted(found, key=_TOKEN))

    def cues_in(self, first: int, last: int) -> tuple[tuple[int, Statement], ...]:
        """Return those of ``cues`` in a range."""
        return self.cues[bisect_left(self.cues, first, key=_TOKEN) : bisect_left(self.cues, last, key=_TOKEN)]

    @cached_property
    def spoken(self) -> Mapping[str, Sequence[Speaker]]:
        """The speakers of the statements by their entity, those written alike once."""
        found: dict[str, dict[tuple[str | None, str | None], Speaker]] = {}
        for one in self.record.statements:
            if one.speaker.entity is not None:
                named = found.setdefault(one.speaker.entity, {})
                named.setdefault((one.speaker.role, one.speaker.name), one.speaker)
        return {entity: tuple(named.values()) for entity, named in found.items()}

    def statement_of(self, site: Site) -> Statement | None:
        """Return the statement that holds a figure."""
        name = site.figure.according_to
        return self.statements.get(name) if name else None

    def around(self, site: Site) -> tuple[int, int]:
        """Return the range of the sentence of a figure that is read for it: all of it, if it is no list."""
        first, last = site.sentence
        return max(first, site.first - LONGEST), min(last, site.last + LONGEST)

    def told_in(self, site: Site) -> tuple[int, int]:
        """Return the range in which the words tell of a figure: its sentence, within its statement."""
        first, last = self.around(site)
        statement = self.statement_of(site)
        for span in statement.content if statement else ():
            start, end = self.tokens(span)
            if start <= site.first < end:
                return max(first, start), min(last, end)
        return first, last

    def clause(self, site: Site) -> tuple[int, int]:
        """Return the range around a figure up to the next stops."""
        first, last = self.told_in(site)
        start, end = site.first, site.last
        while start > first and self.words[start - 1] not in STOPS:
            start -= 1
        while end < last and self.words[end] not in STOPS:
            end += 1
        return start, end

    def between_marks(self, at: int) -> tuple[int, int]:
        """Return the range around a token up to the next commas and stops."""
        start, end, marks = at, at + 1, STOPS | COMMAS
        while start > max(0, at - LONGEST) and self.words[start - 1] not in marks:
            start -= 1
        while end < min(len(self.words), at + LONGEST) and self.words[end] not in marks:
            end += 1
        return start, end

    @cached_property
    def is_of_illness(self) -> bool:
        """Do the headline or the first lines speak of an illness?"""
        return any(has_role(word, "illness") for word in self.words[: self.lead_end])

    @cached_property
    def lead_end(self) -> int:
        """The token at which the headline and the first lines end."""
        sentences = self.text.sentences
        return sentences[min(2, len(sentences) - 1)][1] if sentences else 0


A = TypeVar("A")


def once_a_page(read: Callable[[Page], A]) -> Callable[[Page], A]:
    """Return a reader of pages that reads each but once and leaves what it found with the page.

    A cache of the reader's own would keep the last pages and their texts alive, and Python's collector of
    cycles would go through all their words.
    """
    name = f"{read.__module__}.{read.__qualname__}"

    @wraps(read)
    def answer(page: Page) -> A:
        if name not in page.answers:
            page.answers[name] = read(page)
        found: A = page.answers[name]
        return found

    return answer
