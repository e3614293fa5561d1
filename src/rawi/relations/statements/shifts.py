"""What a statement has otherwise than the first report of the same proposition: numbers, dates, hedges,
negation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rawi.model.proposition import Count, Proposition
from rawi.model.relation import Likeness, Shift
from rawi.model.span import Span
from rawi.relations.statements.days import offset_of
from rawi.relations.statements.wording import of_one_kind, same_value, value_of

_BESIDE = 3  # tokens beside the shared words that belong to what is repeated
_NUMBER = 12  # tokens before a number in which a date belongs to it
_BEFORE = 3  # tokens before a shared word in which a word of possibility bears on it
_PLAIN = frozenset(("says", "adds", "explains", "continues", "writes", None))  # no more than said
Window = tuple[int, int]


def find_shifts(one: Proposition, first: Proposition, likeness: Likeness) -> tuple[Shift, ...]:
    """Return what ``one`` has otherwise than ``first``, the gravest first; nothing where they are the same.

    Of the fuller of them only the words around what both say count; where no more than a number is the same,
    only those around the number.
    """
    shared = {unit.label for unit in one.units} & {unit.label for unit in first.units}
    mine, theirs = _window(one, first, shared), _window(first, one, shared)
    if likeness == "figure":
        mine, theirs = _around(one, first), _around(first, one)
    return (
        *_of_figures(one, mine, first, theirs),
        *_of_dates(one, mine, first, theirs),
        *_of_negation(one, mine, first, theirs),
        *_of_modality(one, first, shared),
        *_of_stance(one, first),
        *(Shift("added", span) for span in _runs(one, mine, shared)),
        *(Shift("dropped", None, span) for span in _runs(first, theirs, shared)),
    )


def _window(one: Proposition, other: Proposition, shared: set[str]) -> Window:
    """Return the tokens of a content that count: all of the shorter one, of the fuller those around the
    shared."""
    whole = (0, len(one.stems))
    if len(one.units) <= len(other.units):
        return whole
    places = [unit.at for unit in one.units if unit.label in shared and unit.at >= 0]
    places += [
        mine.first for mine in one.counts for its in other.counts if same_value(mine, its) and _told(mine)
    ]
    return (max(0, min(places) - _BESIDE), max(places) + 1 + _BESIDE) if places else whole


def _around(one: Proposition, other: Proposition) -> Window:
    """Return the tokens around the numbers that another content has too."""
    counts = [mine for mine in one.counts for its in other.counts if same_value(mine, its) and _told(mine)]
    if not counts:
        return 0, len(one.stems)
    return min(count.first for count in counts) - _NUMBER, max(count.last for count in counts) + _BESIDE


def _told(one: Count) -> bool:
    """Does a figure say how many, and not only that there are some?"""
    return value_of(one)[0] is not None


def _of_figures(one: Proposition, mine: Window, first: Proposition, theirs: Window) -> Iterator[Shift]:
    """Pair the figures of both sides by value, then by what is counted."""
    left = _between(first.counts, theirs)
    alone: list[Count] = []
    for count in _between(one.counts, mine):
        same = next((its for its in left if same_value(count, its)), None)
        if same is None:
            alone.append(count)
            continue
        left.remove(same)
        if same.hedge != count.hedge:
            yield Shift("hedge", one.span(count.first, count.last), first.span(same.first, same.last))
    for count in alone:
        kin = next((its for its in left if of_one_kind(count, its)), None)
        if kin is not None:
            left.remove(kin)
        there = first.span(kin.first, kin.last) if kin else None
        yield Shift("figure", one.span(count.first, count.last), there)
    yield from (Shift("figure", None, first.span(its.first, its.last)) for its in left)


def _between(counts: Sequence[Count], window: Window) -> list[Count]:
    """Return the figures that begin in a window."""
    return [one for one in counts if window[0] <= one.first < window[1] and one.first < one.last]


def _of_dates(one: Proposition, mine: Window, first: Proposition, theirs: Window) -> Iterator[Shift]:
    """Yield the dates for which another stands: that of the same words said on another day, else of one
    kind."""
    here = [moment for moment in one.moments if mine[0] <= moment.first < mine[1]]
    there = [moment for moment in first.moments if theirs[0] <= moment.first < theirs[1]]
    values = {moment.value for moment in here} & {moment.value for moment in there}
    here = [moment for moment in here if moment.value is not None and moment.value not in values]
    there = [moment for moment in there if moment.value is not None and moment.value not in values]
    for moment in here:
        kin = [its for its in there if offset_of(its, first) == offset_of(moment, one) is not None]
        kin = kin or [its for its in there if len(its.value or "") == len(moment.value or "")]
        if kin:
            there.remove(kin[0])
            yield Shift("date", one.span(moment.first, moment.last), first.span(kin[0].first, kin[0].last))


def _of_negation(one: Proposition, mine: Window, first: Proposition, theirs: Window) -> Iterator[Shift]:
    """Yield the negations that only one side has, and a denial where the other asserts."""
    if one.polarity != first.polarity:
        here = one.cue if one.polarity == "denied" else None
        there = first.cue if first.polarity == "denied" else None
        yield Shift("negation", here, there)
    opposed = frozenset(find_negated(one, first))
    negated, rest = _negations(one, mine), _negations(first, theirs)
    if opposed or len(negated) != len(rest):
        alone = next((span for label, span in negated.items() if label in opposed or label not in rest), None)
        other = next((span for label, span in rest.items() if label in opposed or label not in negated), None)
        yield Shift("negation", alone, other)


def _negations(one: Proposition, window: Window) -> dict[str, Span]:
    """Return the labels that are negated in a window, each with the word that negates it."""
    found: dict[str, Span] = {}
    for unit in one.units:
        at = one.tape.rfind("x", 0, max(unit.at, 0))
        if unit.negated and not unit.empty and window[0] <= at < window[1]:
            found.setdefault(unit.label, one.span(at, at + 1))
    return found


def signs_of(one: Proposition) -> dict[str, bool | None]:
    """Return for each label whether a content negates it; null where it does at one place and not at
    another."""
    found: dict[str, bool | None] = {}
    for unit in one.units:
        if unit.at >= 0:
            found[unit.label] = unit.negated if found.get(unit.label, unit.negated) == unit.negated else None
    return found


def find_negated(a: Proposition, b: Proposition) -> list[str]:
    """Return the labels that one content negates wherever they stand, and the other nowhere."""
    mine, theirs = signs_of(a), signs_of(b)
    both = sorted(mine.keys() & theirs.keys())
    return [label for label in both if {mine[label], theirs[label]} == {True, False}]


def _of_modality(one: Proposition, first: Proposition, shared: set[str]) -> Iterator[Shift]:
    """Yield words of possibility or necessity before a word of both that only one side has."""
    for code in "mc":
        here, there = _modal(one, code, shared), _modal(first, code, shared)
        if (here is None) != (there is None):
            yield Shift("modality", here, there)


def _modal(one: Proposition, code: str, shared: set[str]) -> Span | None:
    """Return the first word of possibility or necessity that bears on one of some labels."""
    for unit in one.units:
        at = one.tape.rfind(code, max(0, unit.at - _BEFORE), max(0, unit.at))
        if unit.label in shared and at >= 0:
            return one.span(at, at + 1)
    return None


def _of_stance(one: Proposition, first: Proposition) -> Iterator[Shift]:
    """Yield a reporting word that says more than said, where the other's does not say the same (حذّر for
    قال)."""
    if one.stance != first.stance and not {one.stance, first.stance} <= _PLAIN:
        yield Shift("stance", one.cue, first.cue)


def _runs(one: Proposition, window: Window, shared: set[str]) -> Iterator[Span]:
    """Yield the runs of telling words that the other side has not."""
    units = [unit for unit in one.units if window[0] <= unit.at < window[1]]
    for missing, run in groupby(units, key=lambda unit: unit.label not in shared):
        found = list(run)
        if missing and any(unit.weight >= 1 for unit in found):
            yield one.span(found[0].at, found[-1].at + 1)
