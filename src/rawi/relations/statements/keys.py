"""The keys under which a statement finds those of other reports that may say the same or its opposite."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from rawi.model.proposition import Proposition, Unit
from rawi.relations.layer import key_of
from rawi.relations.statements.days import offset_of
from rawi.relations.statements.facts import read_facts
from rawi.relations.statements.refrains import name_heads
from rawi.relations.statements.voices import sound_of

_MOST_KEYS = 20
_STEP = 2  # units from one to the other of a pair
_ACT_KEYS = 4
_LARGE = 10  # smaller numbers are shared by chance


def find_keys(one: Proposition) -> set[int]:
    """Return the keys of a proposition: pairs of telling words that stand near each other, numbers with what
    is counted and who speaks, acts, and what is denied.

    Two pairs must be shared; a number, an act or a denial, which gives two keys, is enough by itself. Of many
    pairs those are kept whose keys are smallest: the same in all statements that have them.
    """
    pairs = sorted({key_of("pair", *sorted(pair)) for pair in _pairs(one.units) if pair[0] != pair[1]})
    return {*pairs[:_MOST_KEYS], *_figure_keys(one), *_act_keys(one), *_fact_keys(one), *_head_keys(one)}


def _pairs(units: Sequence[Unit]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of telling words of which no more than one stands between, and of neighbours of which
    one tells."""
    telling = [unit.label for unit in units if unit.weight >= 1]
    for step in range(1, _STEP + 1):
        yield from zip(telling, telling[step:], strict=False)
    for one, other in pairwise(unit for unit in units if not unit.empty):
        if max(one.weight, other.weight) >= 1 > min(one.weight, other.weight):
            yield one.label, other.label


def _figure_keys(one: Proposition) -> Iterator[int]:
    """Yield the keys of numbers with what is counted and the sound of the speaker's name, or a time that is
    counted from the day of speaking."""
    about = {sound_of(one.voice), *(offset for moment in one.moments if (offset := offset_of(moment, one)))}
    for count in one.counts:
        value = count.low if count.low is not None else count.high
        if value is not None and value >= _LARGE:
            for each in sorted(about):
                yield from _twice("figure", f"{float(value):g}", count.unit or count.counted, each)


def _act_keys(one: Proposition) -> Iterator[int]:
    """Yield the keys of acts: with the telling words next to them, and with the sound of the speaker's
    name."""
    for act in one.acts:
        near = sorted((abs(unit.at - act.at), unit.label) for unit in one.units if not unit.empty)
        for _, label in near[:_ACT_KEYS]:
            yield key_of("act", act.action, label)
        yield from _twice("act", act.action, "by", sound_of(one.voice))


def _fact_keys(one: Proposition) -> Iterator[int]:
    """Yield the keys of what is denied or negated, with the words next to it."""
    for fact in read_facts(one):
        about = sorted(fact.about) if fact.told != "plain" and fact.leads else []
        for label in (*about[:_ACT_KEYS], *([sound_of(one.voice)] if about or fact.total else [])):
            yield from _twice("fact", fact.name, str(fact.done), label)


def _head_keys(one: Proposition) -> Iterator[int]:
    """Yield the keys of what is refused, denied or promised, with the sound of the speaker's name."""
    for what, done in name_heads(one):
        yield from _twice("again", sound_of(one.voice), what, done)


def _twice(*parts: str) -> Iterator[int]:
    """Yield two keys that are always shared together."""
    yield key_of(*parts, "1")
    yield key_of(*parts, "2")
