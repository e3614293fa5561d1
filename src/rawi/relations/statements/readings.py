"""Statements of a report in the form in which they are compared with those of others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import msgspec

from rawi.arabic.fold import fold
from rawi.claims.objects import denial_phrases, is_claimed
from rawi.model.claim import DateMention, Figure, Statement
from rawi.model.entity import Entity, Location
from rawi.model.proposition import Count, Moment, Proposition, Unit
from rawi.model.record import Record
from rawi.model.relation import Report
from rawi.model.span import Span
from rawi.relations.copies.credits import find_carrier, key_of_newsroom
from rawi.relations.statements.acts import read_acts, read_deeds
from rawi.relations.statements.agents import find_accused, name_bodies
from rawi.relations.statements.aims import read_grounds, read_sites
from rawi.relations.statements.contrasts import find_contrasts
from rawi.relations.statements.lexemes import (
    find_label,
    forms_of_scope,
    intention_of,
    is_denying,
    scope_of,
)
from rawi.relations.statements.numbers import find_numbered, find_refused
from rawi.relations.statements.questions import find_question, read_answer
from rawi.relations.statements.refrains import is_brief, refuses_alone
from rawi.relations.statements.speakers import find_speaker
from rawi.relations.statements.utterances import Name, Utterance, read_units, read_utterance, tokens_of
from rawi.relations.statements.voices import read_voice
from rawi.text.tokens import cut_tokens

_COUNTRY = 0.5  # what the name of a country weighs
_LONGEST_FRAME = 20  # tokens
_RECALLED = 80  # code points before a verb of saying
_ON = fold("على")
_SINCE = 7  # words before على in which بعد may stand
_SENTENCE_END = re.compile(r"[.!?؟\n]")
_REMEMBERED = 160  # reports, more than an update relates at once
_FEWEST = 2  # units without which nothing is compared


class _Place(NamedTuple):
    """A place that an article names: where, and its row with all that it lies in."""

    span: Span
    rows: tuple[str, ...]


class _Known(NamedTuple):
    """What is looked up of a record for each of its statements."""

    record: Record
    entities: dict[str, Entity]
    names: list[Name]
    places: list[_Place]


class _Same:
    """A report as a key: itself, and no other one that is equal."""

    __slots__ = ("report",)

    def __init__(self, report: Report) -> None:
        self.report = report

    def __hash__(self) -> int:
        return id(self.report)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.report is self.report


def read_propositions(report: Report) -> Iterator[Proposition]:
    """Yield the statements of a report that can be compared: those with an id, a speaker, and words that
    tell, or one word of what somebody does alone (لن أستقيل)."""
    for one in read_repeatable(report):
        if len(one.units) >= _FEWEST or one.refused or refuses_alone(one):
            yield one


def read_repeatable(report: Report) -> Iterator[Proposition]:
    """Yield the statements of a report that can be compared, and those of one word that somebody refuses or
    denies (لن أستقيل), which can only be said again."""
    yield from _read_all(_Same(report))


@lru_cache(maxsize=_REMEMBERED)
def _read_all(same: _Same) -> tuple[Proposition, ...]:
    """Return what is read of a report: two layers ask for it, one after the other, of the same reports."""
    report = same.report
    return tuple(read_statements(report, report.record.statements, named=True))


def read_statements(report: Report, statements: Sequence[Statement], *, named: bool) -> Iterator[Proposition]:
    """Yield statements of a report as they are compared, if their ``id`` has one in the ledger; with
    ``named`` those of somebody."""
    record = report.record
    entities = {one.id: one for one in record.entities}
    known = _Known(record, entities, list(_names(record)), list(_places(record)))
    contrasts = list(find_contrasts(record.text, statements))
    outlet = key_of_newsroom(record.document.outlet or "") or None
    for at, statement in enumerate(statements):
        id_ = report.ids.get(statement.id)
        if id_ is None or (named and statement.speaker.name is None):
            continue
        read = _read(known, statement, id_)
        sides = tuple(number for number, one in enumerate(contrasts) if at in (one.one, one.other))
        turn = next((one.turn.of(record.text) for one in contrasts if one.other == at), "")
        if len(read.units) >= _FEWEST or read.refused or (named and is_brief(read)):
            via = find_carrier(record, statement)
            yield msgspec.structs.replace(read, contrast=sides, turn=turn, via=via, outlet=outlet)


def _names(record: Record) -> Iterator[Name]:
    """Yield the names that are one unit: of people by their last word, of countries and known bodies by their
    row. Other places are compared by their words: which of its namesakes a town is, reports settle
    differently."""
    for one in record.entities:
        country = one.location is not None and one.location.precision == "country"
        label = one.link if one.type == "organisation" or country else None
        if one.type == "person":
            words = fold(one.name).split()
            label = find_label(words[-1]) if words else None
        if label is not None:
            yield from (Name(span, label, _COUNTRY if country else 1.0) for span in one.mentions)


def _places(record: Record) -> Iterator[_Place]:
    """Yield the places of an article that the text settles, with what they lie in."""
    for one in record.entities:
        if one.location is not None and one.location.certain:
            rows = _rows(one.location)
            yield from (_Place(span, rows) for span in one.mentions)


def _rows(location: Location) -> tuple[str, ...]:
    """Return the rows of a place and of all that it lies in, the narrowest first."""
    country = f"iso:{location.country}" if location.country else location.id
    return tuple(dict.fromkeys((location.id, *(area.id for area in location.admin), country)))


def _within(span: Span, content: Sequence[Span]) -> bool:
    """Does a place of the text lie in a content?"""
    return any(one.start <= span.start and span.end <= one.end for one in content)


def _read(known: _Known, statement: Statement, id_: str) -> Proposition:
    """Read one statement."""
    record, content = known.record, statement.content
    figures = [one for one in record.figures if _within(one.span, content)]
    dates = [one for one in record.dates if _within(one.span, content)]
    numbers, days = [one.number for one in figures], [one.span for one in dates]
    names = [one for one in known.names if _within(one.span, content)]
    said = read_utterance(record.text, content, numbers, days, names)
    polarity = "denied" if _is_refuted(said) else statement.polarity
    of_claims = polarity == "asserted" and _is_of_claims(said)
    led = _end_of_frame(said) if polarity == "denied" else 0
    units = [unit for unit in read_units(said) if unit.at >= led]
    acts = list(read_acts(said, statement.stance))
    asked = _read_question(known, statement)
    if asked is not None and (act := read_answer(said, asked)) is not None:
        acts.append(act)
        units += [Unit(unit.label, -1, unit.weight) for unit in read_units(asked)]
    return Proposition(
        id=id_,
        document=record.document.id,
        kind=statement.kind,
        polarity=polarity,
        voice=read_voice(record.text, statement.speaker, _entity(known, statement)),
        stems=tuple(map(_stem, said.words)),
        starts=tuple(said.starts),
        ends=tuple(said.ends),
        tape=said.tape,
        units=tuple(units),
        published=record.document.published,
        said=statement.date,
        stance=statement.stance,
        confidence=statement.confidence,
        cue=statement.cue,
        counts=tuple(_count(said, one) for one in figures),
        moments=tuple(_moment(said, one) for one in dates),
        acts=tuple(acts),
        deeds=() if of_claims else tuple(read_deeds(said)),
        places=tuple(dict.fromkeys(one.rows for one in known.places if _within(one.span, content))),
        repeats=statement.repeats is not None,
        bodies=name_bodies(said.words),
        accused=find_accused(record.text, statement),
        earlier=_is_recalled(record.text, statement),
        refused=find_refused(said, polarity),
        numbered=find_numbered(said) if polarity == "denied" else None,
        of_claims=of_claims,
        of_denial=any(map(is_denying, said.words)),
        sites=read_sites(said),
        grounds=read_grounds(said),
    )


def _is_recalled(text: str, statement: Statement) -> bool:
    """Does a word in the sentence before the word of saying tell that it was said earlier: كان قد تعهد، بعد
    أيام على قوله؟"""
    if statement.cue is None:
        return False
    before = text[max(0, statement.cue.start - _RECALLED) : statement.cue.start]
    words = cut_tokens(fold(_SENTENCE_END.split(before)[-1]))[0]
    if any(scope_of(word) == "earlier" for word in words):
        return True
    near = words[-_SINCE:] if words[-1:] == [_ON] else words[-1:]
    return not forms_of_scope("since").isdisjoint(near)


def _entity(known: _Known, statement: Statement) -> Entity | None:
    """Return who speaks, if the article names him."""
    return known.entities.get(statement.speaker.entity or "") or find_speaker(known.record, statement)


def _end_of_frame(said: Utterance) -> int:
    """Return the token at which what is denied begins, after words that only lead it in: صحة ما أعلنه الوزير
    حول هدم السوق."""
    kinds = [intention_of(word) for word in said.words[:_LONGEST_FRAME]]
    if "about" not in kinds or "frame" not in kinds[: kinds.index("about")]:
        return 0
    return kinds.index("about") + 1


def _is_refuted(said: Utterance) -> bool:
    """Does a content begin by saying that something is not so: لا صحة للتقارير عن هدم السوق؟"""
    phrases = denial_phrases("not_so").get(said.words[0], ()) if said.words else ()
    return any(tuple(said.words[: len(phrase)]) == phrase for phrase in phrases)


def _is_of_claims(said: Utterance) -> bool:
    """Does a content speak of what others claim, whatever it says of that: الادعاءات بأن السوق هدم زائفة؟"""
    return bool(said.words) and is_claimed(said.words[0]) and intention_of(said.words[0]) == "frame"


def _read_question(known: _Known, statement: Statement) -> Utterance | None:
    """Read the question that a statement answers, if its article says it in the sentence before the verb."""
    asked = find_question(known.record.text, statement)
    if asked is None:
        return None
    names = [one for one in known.names if _within(one.span, (asked,))]
    return read_utterance(known.record.text, (asked,), names=names)


def _stem(word: str) -> str:
    """Return what tokens are compared by where they follow each other."""
    return find_label(word) if word.isalpha() else word


def _count(said: Utterance, figure: Figure) -> Count:
    """Return a figure as part of what is said."""
    tokens = tokens_of(said.starts, said.ends, figure.span)
    counted = fold(figure.counted.text).split() if figure.counted else []
    label = find_label(counted[0]) if counted else ""
    first, last = (tokens[0], tokens[-1] + 1) if tokens else (0, 0)
    return Count(first, last, figure.low, figure.high, figure.hedge, label, figure.unit, figure.as_of)


def _moment(said: Utterance, date: DateMention) -> Moment:
    """Return a date as part of what is said."""
    tokens = tokens_of(said.starts, said.ends, date.span)
    first, last = (tokens[0], tokens[-1] + 1) if tokens else (0, 0)
    counted = any(intention_of(word) == "ago" for word in said.words[first:last])
    until = first > 0 and intention_of(said.words[first - 1]) == "until"
    return Moment(first, last, date.value, date.relative, counted, until)
