"""Where two texts that share their words part, and whether they still say the same.

Numbers are compared by value, dates by the day that they mean, names by how they sound; what is left are
words. What stands on one side alone counts too: a number, a negation. Whether a difference matters is judged
with the rest of the sentence the same, so doubt is on the side of saying that it does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import product
from typing import NamedTuple

from rawi.annotations.vocabulary import load_vocabulary, role_of
from rawi.arabic.stems import find_stem
from rawi.model.relation import Difference, DifferenceKind
from rawi.relations.copies.alignment import Gap
from rawi.relations.copies.bodies import Body, Value
from rawi.relations.copies.edits import (
    are_opposites,
    counts_differ,
    is_era,
    is_honour,
    is_reversal,
    is_same_name,
    is_same_word,
)
from rawi.relations.copies.passages import DATE, NAME, NUMBER, Dated

#: Differences with which two texts do not say the same.
GRAVE: frozenset[DifferenceKind] = frozenset(("number", "negation", "opposite", "date", "name", "title"))
_NEAR = 3  # words beside a number that belong to it: a hedge, a unit, the same number in letters
_HEDGES = frozenset(
    (
        "about", "more", "less", "roughly", "estimated", "least", "most", "approach", "exceed", "odd",
        "limit", "below", "above", "reach", "ceiling", "floor", "increase", "fall", "minus", "several",
        "some", "many",
    )
)  # fmt: skip
_UNITS = frozenset(("measure", "currency", "coin", "percent", "measure_dual", "currency_dual"))
_MOVING = frozenset(
    ("yesterday", "tomorrow", "day", "now", "night", "this")
)  # اليوم of one day is أمس of the next
_VALUED = frozenset((NUMBER, DATE))
_TELLING = frozenset((NAME, NUMBER, DATE))


class Parting(NamedTuple):
    """One place at which two texts part: its difference, null where only spelling differs; how many words it
    is; whether each text has something else there that cannot both be."""

    difference: Difference | None
    words: int = 0
    clash: bool = False

    @property
    def both(self) -> bool:
        """Whether both texts have words there."""
        return self.difference is not None and None not in (self.difference.here, self.difference.there)


class _Sides(NamedTuple):
    """Two bodies at a gap, with the words of each there that are no mere marks."""

    a: Body
    b: Body
    gap: Gap

    def words(self) -> tuple[list[str], list[str]]:
        """Return the words of both sides."""
        gap = self.gap
        return self.a.words[gap.a : gap.a_end], self.b.words[gap.b : gap.b_end]


def judge(a: Body, b: Body, gap: Gap) -> Parting:
    """Say what it amounts to that two texts have different words at a gap."""
    sides = _Sides(a, b, gap)
    here, there = sides.words()
    if _letters(here) == _letters(there):
        return Parting(None)
    for kind, test in _TESTS:
        if (clash := test(sides)) is not None:
            return Parting(_difference(sides, kind), max(gap.sizes), clash)
    return _judge_words(sides)


def _letters(words: Sequence[str]) -> str:
    """Return words without spaces, without the marks of eras: 1436 هـ is 1436, عبد الله is عبدالله."""
    return "".join(word for word in words if not is_era(word))


def _difference(sides: _Sides, kind: DifferenceKind) -> Difference:
    """Make a difference of a gap."""
    gap = sides.gap
    return Difference(kind, sides.a.span(gap.a, gap.a_end), sides.b.span(gap.b, gap.b_end))


def _negates(sides: _Sides) -> bool | None:
    """Does one text negate more often here than the other? False if so, null if not. A name is no excuse: the
    finder of names may have taken a negation into one."""
    here, there = (sum(map(is_reversal, words)) for words in sides.words())
    return False if here != there else None


def _counts(sides: _Sides) -> bool | None:
    """Do the texts count differently here: true if each has another number, false if one has none."""
    gap = sides.gap
    ours = {(one.low, one.high) for one in sides.a.numbers(gap.a, gap.a_end)}
    theirs = {(one.low, one.high) for one in sides.b.numbers(gap.b, gap.b_end)}
    mine, others = ours - theirs, theirs - ours
    if _same_digits(mine, others) or _same_figures(*sides.words()):
        return _qualifies(sides)
    if mine and others:
        return True
    mine -= set(sides.a.values_near(gap.a, gap.a_end, _NEAR))
    others -= set(sides.b.values_near(gap.b, gap.b_end, _NEAR))
    if bool(mine) != bool(others):
        return False
    return _qualifies(sides)


def _same_digits(ours: set[Value], theirs: set[Value]) -> bool:
    """Are numbers the same but for a dot that groups thousands in one text: 97.666 and 97666?"""
    return {_ungrouped(value) for value in ours} == {_ungrouped(value) for value in theirs}


def _same_figures(here: Sequence[str], there: Sequence[str]) -> bool:
    """Are two numbers written with the same digits, one of them cut up by a mark that is no point: 322،8?"""
    digits = [[word for word in words if word[0].isdecimal()] for words in (here, there)]
    joined = ["".join(filter(str.isdecimal, "".join(words))) for words in digits]
    return len(digits[0]) != len(digits[1]) and joined[0] == joined[1] and len(joined[0]) > 2


def _ungrouped(value: Value) -> Value:
    """Return a number with three digits after its dot as if these were thousands."""
    low, high = value
    if low is None or low != high or isinstance(low, int) or round(low * 1000) % 10 == 0:
        return value
    whole = round(low * 1000)
    return whole, whole


def _qualifies(sides: _Sides) -> bool | None:
    """Is a number hedged in one text and not in the other, or counted in another unit?"""
    gap = sides.gap
    ours, theirs = _roles(sides.a, gap.a, gap.a_end), _roles(sides.b, gap.b, gap.b_end)
    if {role for role in ours if role in _HEDGES} != {role for role in theirs if role in _HEDGES}:
        return False
    units = [_units(side) for side in sides.words()] if _UNITS & (ours | theirs) else [set[object](), set()]
    return True if units[0] and units[1] and units[0] != units[1] else None


def _roles(body: Body, first: int, last: int) -> set[str]:
    """Return the classes of words in a range, where a number stands near."""
    if first == last or NUMBER not in body.marks[max(0, first - _NEAR) : last + _NEAR]:
        return set()
    return {role_of(word) for word in body.words[first:last]}


def _units(words: Sequence[str]) -> set[object]:
    """Return the units that words are."""
    entries = load_vocabulary().entries
    return {entries[word].value for word in words if role_of(word) in _UNITS}


def _dates(sides: _Sides) -> bool | None:
    """Do the texts mean different days here? What only one of them dates is no contradiction.

    Where nothing places them on the calendar, اليوم الخميس and أمس الخميس are one day, اليوم and أمس are two.
    """
    gap = sides.gap
    ours, theirs = sides.a.dates(gap.a, gap.a_end), sides.b.dates(gap.b, gap.b_end)
    if not ours or not theirs:
        return None
    days, others = {one.value for one in ours}, {one.value for one in theirs}
    if None not in days | others:
        return None if days & others else True
    fixed, others_fixed = (_fixed(side, dates) for side, dates in ((sides.a, ours), (sides.b, theirs)))
    return None if fixed == others_fixed != [] else True


def _fixed(body: Body, dates: set[Dated]) -> list[str]:
    """Return the words of dates without those that mean another day when they are read on another."""
    words = (at for one in sorted(dates, key=_first) for at in range(one.first, one.last))
    return [body.words[at] for at in words if role_of(body.words[at]) not in _MOVING]


def _first(date: Dated) -> int:
    """Where a date begins."""
    return date.first


_TESTS: tuple[tuple[DifferenceKind, Callable[[_Sides], bool | None]], ...] = (
    ("negation", _negates),
    ("number", _counts),
    ("date", _dates),
)


def _judge_words(sides: _Sides) -> Parting:
    """Say what is left to say of words that are no numbers, dates or negations."""
    here, there = _left(sides.a, sides.gap.a, sides.gap.a_end), _left(sides.b, sides.gap.b, sides.gap.b_end)
    if len(here) == len(there) and any(map(counts_differ, *_spelled(sides, here, there))):
        return Parting(_difference(sides, "number"), max(sides.gap.sizes), clash=True)
    here, there = _unpaired(sides, here, there)
    if any(are_opposites(sides.a.words[x], sides.b.words[y]) for x, y in product(here, there)):
        return Parting(_difference(sides, "opposite"), max(sides.gap.sizes), clash=True)
    if not here and not there:
        return Parting(None)
    if here and there:
        named = _renamed(sides, here, there)
        kind: DifferenceKind = "name" if named else "replaced"
        return Parting(_difference(sides, kind), max(len(here), len(there)), clash=named)
    return Parting(_difference(sides, "dropped" if here else "added"), len(here or there))


def _renamed(sides: _Sides, here: list[int], there: list[int]) -> bool:
    """Does another name stand in the place of one? Word for word one of them tells, for not every name is
    known to be one; a name for a pronoun or a title is no other name."""
    ours, theirs = any(sides.a.marks[x] == NAME for x in here), any(sides.b.marks[y] == NAME for y in there)
    return (ours and theirs) or (len(here) == len(there) and (ours or theirs))


def _spelled(sides: _Sides, here: list[int], there: list[int]) -> tuple[list[str], list[str]]:
    """Return words by their numbers."""
    return [sides.a.words[x] for x in here], [sides.b.words[y] for y in there]


def _left(body: Body, first: int, last: int) -> list[int]:
    """Return the words of a range that are no numbers, dates, marks of eras or honours."""
    return [
        at
        for at in range(first, last)
        if body.marks[at] not in _VALUED and not is_era(body.words[at]) and not is_honour(body.words[at])
    ]


def _unpaired(sides: _Sides, here: list[int], there: list[int]) -> tuple[list[int], list[int]]:
    """Return the words of both sides that are no other form or spelling of one on the other side."""
    left = list(there)
    alone: list[int] = []
    for x in here:
        match = next((y for y in left if _is_same(sides, x, y)), None)
        if match is None:
            alone.append(x)
        else:
            left.remove(match)
    return alone, left


def _is_same(sides: _Sides, x: int, y: int) -> bool:
    """Are a word of the one text and one of the other the same?"""
    one, other = sides.a.words[x], sides.b.words[y]
    if NAME in (sides.a.marks[x], sides.b.marks[y]):
        return is_same_name(one, other)
    return is_same_word(one, other)


def count_telling(body: Body, first: int, last: int) -> int:
    """Return how many words of names, numbers and dates stand in a range: what makes a text this one."""
    return sum(mark in _TELLING for mark in body.marks[first:last])


def find_strange(body: Body, other: Body) -> float:
    """Return which part of the names, numbers and dates of a text the other has nowhere."""
    telling = [word for word, mark in zip(body.words, body.marks, strict=True) if mark in _TELLING]
    known = {*other.words, *map(find_stem, other.words)}
    strange = sum(word not in known and find_stem(word) not in known for word in telling)
    return strange / len(telling) if telling else 0.0
