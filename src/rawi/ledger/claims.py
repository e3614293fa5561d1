"""Answers about claims: who said what, and how many, through time, each with its chain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec

from rawi.arabic.fold import fold
from rawi.ledger.attribution import holder_statement, joined_chain, relayers, voice
from rawi.ledger.identity import address
from rawi.ledger.reading import Reading, Readings
from rawi.ledger.results import Count, Echo, EntryKind, Said
from rawi.ledger.store import Row, Store
from rawi.ledger.terms import any_form, any_stem, in_column, split_words, stem
from rawi.ledger.timeline import parse_days
from rawi.model.claim import Confidence, Figure, Statement


class Question(msgspec.Struct, frozen=True):
    """Which statements are asked for. See ``Ledger.said``."""

    who: str | None = None
    about: str | None = None
    since: str | None = None
    until: str | None = None
    quote_only: bool = False
    confidence: Confidence | None = None


def find_said(store: Store, question: Question, *, echoes: bool = False) -> Iterator[Said]:
    """Yield statements in the order in which they were said. See ``Ledger.said``."""
    places = [(row[0], row[1]) for row in _said_rows(store, question)]
    found = set(places)
    for (number, _), (reading, position) in zip(places, Readings(store).at(places), strict=True):
        fuller = fuller_positions(reading, position)
        if echoes or not any((number, one) in found for one in fuller):
            yield build_said(reading, position)


def count_undated(store: Store, question: Question) -> int:
    """Count the statements that no ``since`` or ``until`` can find. See ``Ledger.undated``."""
    asked = msgspec.structs.replace(question, since=None, until=None)
    return sum(row[2] for row in _said_rows(store, asked))


def _said_rows(store: Store, question: Question) -> list[Row]:
    """Return reading, position and whether without a day, of statements in order of time."""
    who, about = question.who, question.about
    named = any_form(who) if who else None
    topic = any_stem(about) if about else None
    if (who and named is None) or (about and topic is None):
        return []
    rest = in_column("near", topic) if topic else None
    form = "direct" if question.quote_only else None
    when = question.since, question.until, form
    return _rows(store, "statement", _Wanted(who, rest), *when, question.confidence)


def find_figures(
    store: Store, what: str | None, place: str | None, by: str | None, since: str | None
) -> Iterator[Count]:
    """Yield figures through time. See ``Ledger.figures``."""
    rest = _both(_what(what), in_column("place near", _place(place)) if place else None)
    rows = _rows(store, "figure", _Wanted(by, rest), since, None, None)
    if what and not (place or by or since):
        rows = _with_series(store, rows)
    for reading, position in Readings(store).at([(row[0], row[1]) for row in rows]):
        yield build_count(reading, position)


def _with_series(store: Store, rows: list[Row]) -> list[Row]:
    """Return figures, and those of their series that do not say again what is counted (لم يبق منهم سوى ألف).

    A series with figures of other nouns only by chance is not taken in: most of it must be found already.
    """
    found = list(_ids(store, rows))
    wanted = set(found)
    for number in {row[0] for id in found for row in store.rows("series_with", (id,))}:
        members = {str(id) for (id,) in store.rows("relation_members", (number,))}
        if 2 * len(members & set(found)) >= len(members):
            wanted |= members
    if len(wanted) == len(found):
        return rows
    return list(store.rows("figures_of", (msgspec.json.encode(sorted(wanted)).decode(),)))


def find_figure_ids(
    store: Store,
    what: str | None = None,
    place: str | None = None,
    by: str | None = None,
    since: str | None = None,
) -> Iterator[str]:
    """Yield the ids of the figures that ``find_figures`` finds, without building them."""
    rest = _both(_what(what), in_column("place near", _place(place)) if place else None)
    yield from _ids(store, _rows(store, "figure", _Wanted(by, rest), since, None, None))


def find_said_ids(store: Store, question: Question) -> Iterator[str]:
    """Yield the ids of the statements that a question finds, those that repeat others too."""
    yield from _ids(store, _said_rows(store, question))


def _ids(store: Store, rows: Iterable[Row]) -> Iterator[str]:
    """Yield the ids of the entries at places (reading number, position)."""
    for row in rows:
        yield from (str(id) for (id,) in store.rows("entry_id_at", (row[0], row[1])))


def _what(what: str | None) -> str | None:
    """Return the expression for what is counted: all words near the figure, one in its noun or unit."""
    if not what or not (near := any_stem(what)):
        return None
    nouns = " OR ".join(f'"{stem(word)}"' for word in split_words(what))
    return f"{in_column('what', nouns)} AND {in_column('what near', near)}"


def _place(place: str) -> str:
    """Return the expression for a place, by its forms as a name or its stems in the sentence."""
    return f"({any_form(place) or _NOTHING}) OR ({any_stem(place) or _NOTHING})"


_NOTHING = '"\U0010ffff"'


def _both(*expressions: str | None) -> str | None:
    """Return the expression for all that are given."""
    return " AND ".join(f"({one})" for one in expressions if one) or None


class _Wanted(NamedTuple):
    """What entries must hold: ``who`` their speaker, as typed; ``rest`` a full-text expression."""

    who: str | None
    rest: str | None


def _rows(
    store: Store,
    kind: EntryKind,
    wanted: _Wanted,
    since: str | None,
    until: str | None,
    form: str | None,
    confidence: Confidence | None = None,
) -> list[Row]:
    """Return entries as ``claims`` selects them: by time, then by document and place in it."""
    parameters: dict[str, str | None] = {
        "kind": kind,
        "since": parse_days(since)[0] if since else None,
        "until": parse_days(until)[1] if until else None,
        "form": form,
        "confidence": confidence,
    }
    if wanted.who:
        return list(store.rows("claims_by", parameters | _speaker(wanted.who, wanted.rest)))
    if wanted.rest is None:
        return list(store.rows("claims", parameters))
    return list(store.rows("claims_matching", parameters | {"match": wanted.rest}))


def _speaker(who: str, rest: str | None) -> dict[str, str | None]:
    """Return the parameters by which entries of a speaker are found: in the words of the entry, and through
    the person or body across documents."""
    named = any_form(who) or _NOTHING
    folded = " ".join(fold(who).split())
    return {"match": _both(in_column("who", named), rest), "names": named, "folded": folded, "rest": rest}


def build_said(reading: Reading, position: int) -> Said:
    """Build the view of a statement."""
    row, item = reading.rows[position], reading.item(position)
    assert isinstance(item, Statement)
    return Said(
        id=row.id,
        address=address(reading.document.id, row.start, row.end),
        statement=item,
        words=reading.words(position),
        said=item.date,
        relayed_by=relayers(item, reading.statements),
        chain=joined_chain(item, reading.document, reading.statements),
        article=reading.article(),
        repeats=reading.ids.get(item.repeats) if item.repeats else None,
        echoes=tuple(_echo(reading, one) for one in reading.echoes.get(item.id, ())),
    )


def _echo(reading: Reading, position: int) -> Echo:
    """Build the view of a statement that repeats another."""
    row, item = reading.rows[position], reading.item(position)
    changes = item.changes if isinstance(item, Statement) else ()
    place = address(reading.document.id, row.start, row.end)
    return Echo(row.id, place, reading.words(position), changes)


def fuller_positions(reading: Reading, position: int) -> list[int]:
    """Return the positions of the statement that one repeats, of the one that this repeats, and so on."""
    item, found = reading.items[position], list[int]()
    while isinstance(item, Statement) and item.repeats:
        at = reading.positions.get(item.repeats)
        if at is None or at in found:
            break
        found.append(at)
        item = reading.items[at]
    return found


def build_count(reading: Reading, position: int) -> Count:
    """Build the view of a figure: its holder, and the dates kept apart."""
    row, item = reading.rows[position], reading.item(position)
    assert isinstance(item, Figure)
    holder = holder_statement(item, reading.statements)
    return Count(
        id=row.id,
        address=address(reading.document.id, row.start, row.end),
        figure=item,
        words=reading.words(position),
        as_of=item.as_of,
        said=holder.date if holder else None,
        published=reading.document.published,
        holder=voice(holder) if holder else None,
        relayed_by=relayers(holder, reading.statements),
        denied=holder is not None and holder.polarity == "denied",
        chain=joined_chain(holder, reading.document, reading.statements),
        article=reading.article(),
    )
