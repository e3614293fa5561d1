"""A record as rows: each entry's JSON with the columns and index words that queries need."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import msgspec

from rawi.arabic.fold import Folded, fold
from rawi.ledger.attribution import Statements, holder_statement, voice
from rawi.ledger.identity import entry_id
from rawi.ledger.results import EntryKind, Item
from rawi.ledger.spans import Places, find_fault, hull, kind_of, places_of
from rawi.ledger.terms import stems
from rawi.ledger.timeline import Days, find_days
from rawi.model.claim import DateMention, Event, Figure, Statement
from rawi.model.record import Record
from rawi.model.span import Span
from rawi.model.value import Amount

_REACH = 200  # code points of a figure's sentence looked at on either side
_STOPS = ".!?؟\n"


class EntryRow(NamedTuple):
    """One row of ``entry``, without its number and reading. ``form`` is the kind within the kind."""

    position: int
    id: str
    kind: EntryKind
    label: str | None
    start: int
    end: int
    form: str | None
    polarity: str | None
    who: str | None
    what: str | None
    place: str | None
    low: float | None
    high: float | None
    unit: str | None
    first_day: str | None
    last_day: str | None
    rule: str
    json: str


class IndexRow(NamedTuple):
    """The words by which one entry is found: names folded, the rest as stems."""

    who: str
    what: str
    place: str
    near: str


class Refusal(NamedTuple):
    """An entry that was not written, and why."""

    kind: EntryKind
    label: str
    code: str


class Kept(NamedTuple):
    """An entry that may be written: the claim, its kind, its places in the text, and its JSON."""

    item: Item
    kind: EntryKind
    places: Places
    json: str


class Sorted(NamedTuple):
    """The entries of a record, those that may be written and those that may not."""

    kept: list[Kept]
    refusals: list[Refusal]


class Rows(NamedTuple):
    """All rows of a record; ``searched`` has null where an entry is not searched for."""

    entries: list[EntryRow]
    searched: list[IndexRow | None]


class _Columns(NamedTuple):
    """What differs between the kinds of entries."""

    form: str | None = None
    polarity: str | None = None
    who: str | None = None
    what: str | None = None
    place: str | None = None
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    days: Days | None = None
    rule: str = ""


def sort_entries(record: Record) -> Sorted:
    """Part the entries whose spans give their words from those that are refused."""
    found = Sorted([], [])
    for item in _items(record):
        kind, places = kind_of(item), places_of(item)
        json, code = _encode(item, places, record.text)
        if code:
            found.refusals.append(Refusal(kind, getattr(item, "id", ""), code))
        else:
            found.kept.append(Kept(item, kind, places, json))
    return found


def build_rows(record: Record, kept: Sequence[Kept], folded: Folded) -> Rows:
    """Build the rows of a record's entries; a statement that was refused holds none of them."""
    rows = Rows([], [])
    statements = {one.item.id: one.item for one in kept if isinstance(one.item, Statement)}
    taken: dict[str, int] = {}
    for position, one in enumerate(kept):
        columns = _columns(one.item, record, statements)
        rows.entries.append(_entry(position, one, record, taken, columns))
        rows.searched.append(_index(one.item, columns, statements, folded))
    return rows


def _items(record: Record) -> Iterator[Item]:
    """Yield all entries of a record in its order."""
    yield from record.statements
    yield from record.figures
    yield from record.dates
    yield from record.events
    yield from record.entities


def _encode(item: Item, places: Places, text: str) -> tuple[str, str | None]:
    """Return an entry's JSON, and a code if it may not be written."""
    if code := find_fault(item, places, text):
        return "", code
    try:
        return msgspec.json.encode(item).decode(), None
    except (OverflowError, ValueError):
        return "", "value.unstorable"


def _entry(position: int, one: Kept, record: Record, taken: dict[str, int], columns: _Columns) -> EntryRow:
    """Build the row of one entry; ``taken`` counts ids given out, so that twins get different ones."""
    spans, around = one.places.own, hull(one.places.shown)
    plain = entry_id(record.document.id, one.kind, spans)
    nth = taken[plain] = taken.get(plain, -1) + 1
    own = plain if nth == 0 else entry_id(record.document.id, one.kind, spans, nth)
    first, last = columns.days or (None, None)
    head = (position, own, one.kind, getattr(one.item, "id", None), around.start, around.end)
    return EntryRow._make((*head, *columns[:8], first, last, columns.rule, one.json))


def _columns(item: Item, record: Record, statements: Statements) -> _Columns:
    """Return the query columns of an entry. A date falls back on the document's only where none is nearer."""
    published = record.document.published
    match item:
        case Statement():
            days = find_days(item.date) or find_days(published)
            return _Columns(item.kind, item.polarity, voice(item), days=days, rule=item.rule)
        case Figure():
            return _figure_columns(item, holder_statement(item, statements), published)
        case DateMention():
            return _Columns(form=item.mod, days=find_days(item.value), rule=item.rule)
        case Event():
            days, place = (
                find_days(item.date) or find_days(published),
                item.place.name if item.place else None,
            )
            who = item.actor.name if item.actor else None
            return _Columns(item.certainty, None, who, item.type, place, days=days, rule=item.rule)
    return _Columns(form=item.type, who=item.name)


def _figure_columns(figure: Figure, holder: Statement | None, published: str | None) -> _Columns:
    """Return a figure's columns: dated by when it holds, else was said, else was published."""
    said = holder.date if holder else None
    return _Columns(
        form=figure.hedge,
        who=voice(holder) if holder else None,
        what=figure.counted.text if figure.counted else None,
        place=figure.place,
        low=_real(figure.low),
        high=_real(figure.high),
        unit=figure.unit,
        days=find_days(figure.as_of) or find_days(said) or find_days(published),
        rule=figure.rule,
    )


def _real(amount: Amount | None) -> float | None:
    """Return an amount as the database can compare it; null beyond 1e308 (the JSON has it exactly)."""
    try:
        return None if amount is None else float(amount)
    except OverflowError:
        return None


def _index(item: Item, columns: _Columns, statements: Statements, folded: Folded) -> IndexRow | None:
    """Return the index words of a statement, figure or event; other kinds are not searched for."""
    match item:
        case Statement():
            return IndexRow(_names(item), "", "", _stems_at(item.content, folded))
        case Figure():
            holder = holder_statement(item, statements)
            names = _names(holder) if holder else ""
            near = _stems_at((sentence_span(folded.source, item.span),), folded)
            what = fold_name(f"{columns.what or ''} {columns.unit or ''}")
            return IndexRow(names, stems(what), fold_name(columns.place or ""), near)
        case Event():
            who = " ".join(ref.name for ref in (item.actor, item.target) if ref and ref.name)
            near = _stems_at((sentence_span(folded.source, item.trigger),), folded)
            return IndexRow(fold_name(who), stems(fold_name(item.type)), fold_name(columns.place or ""), near)
    return None


@lru_cache(maxsize=4096)
def fold_name(name: str) -> str:
    """Return a name, role or noun folded; the same ones come again and again."""
    return fold(name)


def _names(statement: Statement) -> str:
    """Return all names and the role of a statement's speakers, folded."""
    speaker = statement.speaker
    names = (speaker.name, speaker.role, *(ref.name for ref in speaker.also))
    return fold_name(" ".join([name for name in names if name]))


def _stems_at(spans: Sequence[Span], folded: Folded) -> str:
    """Return the stems of the words at source spans."""
    return stems(" ".join(folded.text[slice(*folded.from_source(*span_ends(span)))] for span in spans))


def span_ends(span: Span) -> tuple[int, int]:
    """Return a span as a pair."""
    return span.start, span.end


def sentence_span(text: str, span: Span) -> Span:
    """Return the sentence around ``span``, roughly: to the nearest stop, at most 200 code points."""
    low, high = max(0, span.start - _REACH), min(len(text), span.end + _REACH)
    start = max(text.rfind(stop, low, span.start) + 1 for stop in _STOPS)
    ends = [at for stop in _STOPS if (at := text.find(stop, span.end, high)) >= 0]
    return Span(max(start, low), min(ends, default=high))


def quote_span(text: str, span: Span) -> Span:
    """Return the sentence around ``span`` as people are shown it: one too long ends at whole words.

    >>> quote_span("قال الحلبي إن 12 شخصا قتلوا. ثم غادر.", Span(14, 16))
    Span(start=0, end=27)
    """
    found = sentence_span(text, span)
    start, end = found.start, found.end
    if start and text[start - 1] not in _STOPS:
        start = next((at for at in range(start, span.start) if text[at - 1].isspace()), start)
    if end < len(text) and text[end] not in _STOPS:
        end = next((at for at in range(end, span.end, -1) if text[at].isspace()), end)
    return Span(start, end)
