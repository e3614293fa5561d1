"""Two contents side by side: which words they share, and how alike they are."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from rawi.entities.sounds import key_of_sound
from rawi.model.proposition import Count, Proposition, Unit

_LEAST = 2.3  # weight of shared words
_BESIDE = 2  # tokens beside the shared words in which a name belongs to them


class Laid(NamedTuple):
    """What two contents share: labels, what they weigh, and the part of each content that this is.

    ``follow`` is the part of the shorter one's neighbouring words that are neighbours in the other too,
    ``run`` how many.
    """

    labels: frozenset[str]
    weight: float
    part: float
    other_part: float
    follow: float
    run: int

    @property
    def most(self) -> float:
        """The part of the content of which more is shared."""
        return max(self.part, self.other_part)

    @property
    def least(self) -> float:
        """The part of the content of which less is shared."""
        return min(self.part, self.other_part)


def lay(a: Proposition, b: Proposition) -> Laid:
    """Lay two contents side by side."""
    mine, theirs = _weigh(a), _weigh(b)
    shared = mine.keys() & theirs.keys()
    weight = sum(min(mine[label], theirs[label]) for label in shared)
    one, other = _neighbours(a), _neighbours(b)
    run = len(one & other)
    return Laid(
        frozenset(shared),
        weight,
        weight / (sum(mine.values()) or 1),
        weight / (sum(theirs.values()) or 1),
        run / (min(len(one), len(other)) or 1),
        run,
    )


def may_relate(a: Proposition, b: Proposition) -> bool:
    """Do two contents share enough for anything: words, an act, or a number? Quick, to leave most pairs
    alone."""
    mine = {unit.label: unit.weight for unit in a.units}
    weight = sum(
        [
            min(mine[label], own)
            for label, own in {u.label: u.weight for u in b.units}.items()
            if label in mine
        ]
    )
    if weight >= _LEAST:
        return True
    acts = {act.action for act in a.acts}
    if acts and any(act.action in acts for act in b.acts):
        return True
    values = {value_of(one) for one in a.counts}
    return bool(values) and any(value_of(one) in values for one in b.counts)


def _weigh(one: Proposition) -> dict[str, float]:
    """Return what the labels of a content weigh."""
    return {unit.label: unit.weight for unit in one.units}


def _neighbours(one: Proposition) -> set[tuple[str, str]]:
    """Return the pairs of words of a content that follow each other, marks left out."""
    words = [stem for stem, code in zip(one.stems, one.tape, strict=True) if code not in ",q"]
    return set(pairwise(words))


def same_value(one: Count, other: Count) -> bool:
    """Do two figures give the same number, whichever bound it is, in the same unit or without one?

    >>> from rawi.model.value import Hedge
    >>> same_value(Count(0, 2, 40, 40, Hedge.EXACT), Count(0, 2, 40, None, Hedge.MORE_THAN))
    True
    """
    return value_of(one) == value_of(other) and (one.unit == other.unit or None in (one.unit, other.unit))


def value_of(one: Count) -> tuple[float | None, float | None]:
    """Return the number itself, and the upper end of a range."""
    bound = one.low if one.low is not None else one.high
    return bound, one.high if one.hedge == "between" else bound


def of_one_kind(one: Count, other: Count) -> bool:
    """Do two figures count the same things?"""
    if one.unit is not None or other.unit is not None:
        return one.unit == other.unit
    return bool(one.counted) and one.counted == other.counted


def clash(a: Proposition, b: Proposition) -> bool:
    """Have both contents figures of the same things, and none of them the same number?"""
    kin = [(one, other) for one in a.counts for other in b.counts if of_one_kind(one, other)]
    return bool(kin) and not any(same_value(one, other) for one, other in kin)


def are_opposed(a: Proposition, b: Proposition) -> bool:
    """Does one name an action where the other names only what undoes it (ارتفاع، انخفاض)?"""
    mine, theirs = _ways(a), _ways(b)
    both = mine.keys() & theirs.keys()
    return any(len(mine[name]) == len(theirs[name]) == 1 and mine[name] != theirs[name] for name in both)


def names_differ(a: Proposition, b: Proposition, laid: Laid) -> bool:
    """Does each name somebody or something, among the words of both, whom the other does not name?"""
    if "s" not in a.tape or "s" not in b.tape:
        return False
    mine, theirs = _names_within(a, laid), _names_within(b, laid)
    return bool(mine - _names(b)) and bool(theirs - _names(a))


def _names_within(one: Proposition, laid: Laid) -> set[str]:
    """Return the sounds of the names that stand among the words of both contents."""
    places = [unit.at for unit in one.units if unit.label in laid.labels and unit.at >= 0]
    if not places:
        return set()
    low, high = min(places) - _BESIDE, max(places) + _BESIDE
    return {_sound(unit) for unit in one.units if low <= unit.at <= high and one.tape[unit.at] == "s"}


def _names(one: Proposition) -> set[str]:
    """Return the sounds of all names of a content, and of its other words, which may be names there."""
    return {_sound(unit) for unit in one.units}


def _sound(unit: Unit) -> str:
    """Return what names are compared by: the row of a table, or the sound."""
    return unit.label if ":" in unit.label else key_of_sound(unit.label) or unit.label


def _ways(one: Proposition) -> dict[str, set[str]]:
    """Return what is said of each action: to take or to undo it."""
    found: dict[str, set[str]] = {}
    for deed in one.deeds:
        found.setdefault(deed.action, set()).add(deed.way)
    return found
