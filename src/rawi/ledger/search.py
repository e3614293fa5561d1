"""Full-text search: documents whose words match, with snippets that point into the source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from rawi.arabic.fold import MARKS
from rawi.ledger.laziness import Lazily
from rawi.ledger.reading import Reading, Readings
from rawi.ledger.results import Hit, Page, Snippet
from rawi.ledger.store import Store
from rawi.ledger.terms import WORD, any_form, phrase, split_words, word_forms
from rawi.model.span import Span

_AROUND = 60
_MOST_SNIPPETS = 3
_MOST_MATCHES = 4
_BATCH = 64
_CURSOR = re.compile(r"[0-9a-f]{1,12}")


def find(store: Store, query: str, *, exact: bool, limit: int, cursor: str | None) -> Page:
    """Find documents; ``ValueError`` for a cursor that no page gave. See ``Ledger.find``."""
    match = phrase(query) if exact else any_form(query)
    if match is None:
        return Page((), None)
    start = _parse_cursor(cursor)
    found = list(islice(_hits(store, match, query, exact, start), limit + 1))
    following = f"{found[limit][0]:x}" if len(found) > limit else None
    return Page(tuple(hit for _, hit in found[:limit]), following)


class Found(NamedTuple):
    """A document that may be what a search is for: its id, and the number of its reading."""

    id: str
    number: int


def find_hits(store: Store, query: str | None, *, exact: bool) -> Lazily[Found, Hit | None]:
    """Return documents, best first, or all by id. See ``Ledger.hits``."""
    readings, forms = Readings(store), frozenset[str]()
    if query is None:
        rows = list(store.rows("current_documents"))
    else:
        match = phrase(query) if exact else any_form(query)
        rows = list(store.rows("find_ids", (match,))) if match is not None else []
        forms = forms.union(*map(word_forms, split_words(query)))

    def build(one: Found) -> Hit | None:
        reading = readings[one.number]
        if query is None:
            return Hit(reading.article(), ())
        spans = find_exact(reading.document.text, query) if exact else find_forms(reading, forms)
        return (
            Hit(reading.article(), build_snippets(reading.document.text, spans))
            if spans or not exact
            else None
        )

    return Lazily([Found(*row) for row in rows], build)


def _parse_cursor(cursor: str | None) -> int:
    """Return the place among all candidates at which a page begins."""
    if cursor is None:
        return 0
    if not _CURSOR.fullmatch(cursor):
        raise ValueError(f"{cursor!r} is no cursor of a search")
    return int(cursor, 16)


def _hits(store: Store, match: str, query: str, exact: bool, start: int) -> Iterator[tuple[int, Hit]]:
    """Yield hits, best first, with their place among the candidates."""
    readings = Readings(store)
    forms = frozenset[str]().union(*map(word_forms, split_words(query)))
    for place, number in enumerate(_candidates(store, match, start), start):
        reading = readings[number]
        spans = find_exact(reading.document.text, query) if exact else find_forms(reading, forms)
        if spans or not exact:
            yield place, Hit(reading.article(), build_snippets(reading.document.text, spans))


def _candidates(store: Store, match: str, start: int) -> Iterator[int]:
    """Yield the current readings of matching documents, asking for a few at a time."""
    while batch := [int(row[0]) for row in store.rows("find", (match, _BATCH, start))]:
        yield from batch
        start += len(batch)


def find_documents(store: Store, query: str) -> Iterator[str]:
    """Yield the documents that hold all words of a query, best first."""
    match = any_form(query)
    for number in _candidates(store, match, 0) if match else ():
        yield from (str(id) for (id,) in store.rows("document_of_reading", (number,)))


def find_exact(text: str, query: str) -> list[Span]:
    """Return where ``query`` stands in ``text`` letter for letter, as whole words."""
    edge = rf"\w{MARKS}"
    pattern = re.compile(rf"(?<![{edge}]){re.escape(query.strip())}(?![{edge}])")
    return [Span(*match.span()) for match in pattern.finditer(text)]


def find_forms(reading: Reading, forms: frozenset[str]) -> list[Span]:
    """Return where words whose folded form is one of ``forms`` stand in the source."""
    folded = reading.folded
    return [
        Span(*folded.to_source(*match.span()))
        for match in WORD.finditer(folded.text)
        if match.group() in forms
    ]


def build_snippets(text: str, matches: list[Span]) -> tuple[Snippet, ...]:
    """Build up to three snippets of source words around matches; near matches share one.

    >>> build_snippets("قال سليم إن الجسر أغلق", [Span(4, 8)])[0].words
    'قال سليم إن الجسر أغلق'
    """
    groups: list[list[Span]] = []
    for span in matches:
        if groups and span.end <= groups[-1][-1].end + _AROUND and len(groups[-1]) < _MOST_MATCHES:
            groups[-1].append(span)
        elif len(groups) < _MOST_SNIPPETS:
            groups.append([span])
        else:
            break
    ceilings = [*(group[0].start for group in groups[1:]), len(text)]
    snippets: list[Snippet] = []
    for group, ceiling in zip(groups, ceilings[: len(groups)], strict=True):
        snippets.append(_snippet(text, group, snippets[-1].span.end if snippets else 0, ceiling))
    return tuple(snippets)


def _snippet(text: str, matches: list[Span], floor: int, ceiling: int) -> Snippet:
    """Cut source words around matches, at spaces where there are any, within ``floor`` and ``ceiling``."""
    start, end = max(floor, matches[0].start - _AROUND), min(ceiling, matches[-1].end + _AROUND)
    if start > floor:
        start = max(start, text.find(" ", start, matches[0].start) + 1)
    if end < len(text) and (space := text.rfind(" ", matches[-1].end, end)) >= 0:
        end = space
    return Snippet(Span(start, end), text[start:end], tuple(matches))
