"""One says that it will be done, the other that it will not: ستبقى القوة، ستغادر القوة، لا ننوي البقاء."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from rawi.model.claim import Stance
from rawi.model.proposition import Act, Kin, Moment, Proposition
from rawi.relations.days import days_between, read_days
from rawi.relations.statements.acts import is_done
from rawi.relations.statements.days import are_of_two_times, in_order
from rawi.relations.statements.facts import read_facts
from rawi.relations.statements.lexemes import labels_of_scope
from rawi.relations.statements.voices import words_of_office

_AROUND = 8  # tokens around an act in which a word says of what
_EVERYDAY = 0.3  # the weight of words that news has everywhere
#: Actions by which somebody keeps or gives up an office.
_OF_OFFICE = frozenset(("presence",))
_HEAD = 5  # tokens of a denial on which it bears
_SAID: tuple[Stance, ...] = ("says", "writes", "adds", "continues", "explains", "announces", "confirms")
_HELD: tuple[Stance, ...] = ("stresses", "claims", "reveals", "promises", "admits", "denies", "rejects")
#: Stances of those who say what is or will be; who demands or fears it says another thing.
SAYS: frozenset[Stance | None] = frozenset((None, *_SAID, *_HELD))


class Opposed(NamedTuple):
    """Two acts, one to be done and the other not, and the words that both are about."""

    mine: Act
    theirs: Act
    about: frozenset[str]


def find_opposed(a: Proposition, b: Proposition, kin: Kin, *, in_story: bool = False) -> Opposed | None:
    """Return the acts in which two statements say opposite things will be done, about the same words.

    Within one story one speaker need not name again of what he speaks (قررنا التوقف).
    """
    if a.stance not in SAYS or b.stance not in SAYS:
        return None
    found = [
        one
        for one in _opposed(a, b, in_story and kin in ("one", "office"))
        if _is_enough(a, b, one, kin, in_story)
    ]
    return max(found, key=lambda one: (len(one.about), -one.mine.at, -one.theirs.at), default=None)


def _opposed(a: Proposition, b: Proposition, bare: bool) -> Iterator[Opposed]:
    """Yield the pairs of acts of one action that do not go together and are about one thing."""
    for mine, theirs in _pairs(a, b, bare):
        if mine.action != theirs.action:
            continue
        if is_done(mine, denied=a.polarity == "denied") == is_done(theirs, denied=b.polarity == "denied"):
            continue
        if _one_object(a, mine, b, theirs) or (bare and (_is_bare(a, mine) or _is_bare(b, theirs))):
            yield Opposed(mine, theirs, share_words(a, mine, b, theirs))


def _pairs(a: Proposition, b: Proposition, bare: bool) -> Iterator[tuple[Act, Act]]:
    """Yield what both say will be done; of one speaker also with what he says later that he did."""
    yield from product(_own(a), _own(b))
    if bare and are_of_two_times(a, b):
        first, second = in_order(a, b)
        done = [(act, deed) for act in _own(first) for deed in _done(second)]
        yield from done if first is a else [(deed, act) for act, deed in done]


def _done(one: Proposition) -> Iterator[Act]:
    """Yield the actions that a statement tells by a verb at its head, as taken."""
    for fact in read_facts(one):
        if fact.told == "plain" and fact.leads and one.polarity == "asserted":
            yield Act(fact.name, "keep" if fact.done else "end", True, fact.at)


def _own(one: Proposition) -> list[Act]:
    """Return the acts of a statement; of a denial those at its head, on which it bears."""
    return [act for act in one.acts if one.polarity != "denied" or act.at < _HEAD]


def _one_object(a: Proposition, mine: Act, b: Proposition, theirs: Act) -> bool:
    """Is one thing to be done or not: a word next to both acts, or two that follow each other near both?"""
    shared = _core(a, mine) & _core(b, theirs)
    if _is_of_office(a, mine) and _is_of_office(b, theirs):
        return True
    if shared and (_are_set_against(a, b) or _telling(a, b, shared)):
        return True
    return mine.at >= 0 and theirs.at >= 0 and bool(_phrases(a, mine) & _phrases(b, theirs))


def _is_of_office(one: Proposition, act: Act) -> bool:
    """Is an act about the speaker's own office: باق في منصبه، مغادرة المصرف، said by the bank's governor?"""
    if act.action not in _OF_OFFICE or one.voice.type != "person":
        return False
    return not _core(one, act).isdisjoint(labels_of_scope("office") | words_of_office(one.voice))


def _are_set_against(a: Proposition, b: Proposition) -> bool:
    """Does a word such as إلا أن stand between two statements of one report?"""
    return a.document == b.document and not set(a.contrast).isdisjoint(b.contrast)


def _core(one: Proposition, act: Act) -> set[str]:
    """Return the words next to an act: one before, two after; all of the question for an answer."""
    units = [unit for unit in one.units if not unit.empty and (unit.at < 0 or one.tape[unit.at] != "d")]
    before = [unit for unit in units if 0 <= unit.at < act.at][-1:]
    after = [unit for unit in units if unit.at > act.at][:2]
    asked = [unit for unit in units if unit.at < 0] if act.at < 0 else []
    return {unit.label for unit in (*before, *after, *asked)}


def _telling(a: Proposition, b: Proposition, labels: set[str]) -> frozenset[str]:
    """Return those labels that tell something in one of two contents."""
    told = {unit.label for one in (a, b) for unit in one.units if unit.weight > _EVERYDAY}
    return frozenset(labels & told)


def _is_bare(one: Proposition, act: Act) -> bool:
    """Does no word of its clause say what an act is done to?"""
    after = range(act.at + 1, _end_of_object(one, act))
    return act.at >= 0 and not any(unit.weight > _EVERYDAY and unit.at in after for unit in one.units)


def _end_of_object(one: Proposition, act: Act) -> int:
    """Return the token up to which words may say what an act is done to: a pause, or قبل and the like."""
    bounds = labels_of_scope("bound")
    return next(
        (at for at in range(act.at + 1, len(one.tape)) if one.tape[at] == "," or one.stems[at] in bounds),
        len(one.tape),
    )


def _phrases(one: Proposition, act: Act) -> set[tuple[str, str]]:
    """Return the pairs of neighbouring words near an act, one of which tells, names left out."""
    near = range(max(0, act.at - _AROUND), min(len(one.stems) - 1, act.at + _AROUND))
    return {
        (one.stems[at], one.stems[at + 1])
        for at in near
        if one.tape[at] in "we" and one.tape[at + 1] in "we" and "w" in one.tape[at : at + 2]
    }


def share_words(a: Proposition, mine: Act, b: Proposition, theirs: Act) -> frozenset[str]:
    """Return the telling words that stand near both of two acts."""
    return _telling(a, b, _around(a, mine) & _around(b, theirs))


def _around(one: Proposition, act: Act) -> set[str]:
    """Return the labels of the words near an act, that of the act itself left out."""
    return {
        unit.label
        for unit in one.units
        if not unit.empty and (unit.at < 0 or 0 < abs(unit.at - act.at) <= _AROUND)
    }


def _is_enough(a: Proposition, b: Proposition, one: Opposed, kin: Kin, in_story: bool) -> bool:
    """Do both acts speak of one thing, as far as words tell: the more, the less is known of the speakers?"""
    if kin == "one":
        return are_of_two_times(a, b) and (in_story or len(one.about) >= 1)
    if _are_set_against(a, b):
        return len(one.about) >= 1
    if kin == "office" and in_story and (_is_bare(a, one.mine) or _is_bare(b, one.theirs)):
        return are_of_two_times(a, b)
    return len(one.about) >= (2 if kin == "office" or in_story else 3)


def fit_in_time(a: Proposition, b: Proposition, one: Opposed) -> bool | None:
    """Does what keeps end before what undoes it begins (باقية حتى الشتاء، ستغادر في الربيع)? Null where the
    words do not say."""
    keep, end = (a, b) if is_done(one.mine, denied=a.polarity == "denied") else (b, a)
    until, leaves = _bound(keep), _first(end)
    if until is None or leaves is None:
        return None
    last, begin = read_days(until.value), read_days(leaves.value)
    if last is None or begin is None or days_between(until.value, leaves.value) is None:
        return None
    return begin.first > last.last


def _bound(one: Proposition) -> Moment | None:
    """Return the date up to which something holds: after حتى."""
    for moment in one.moments:
        if moment.until:
            return moment
    return None


def _first(one: Proposition) -> Moment | None:
    """Return the first date of a content."""
    return next((moment for moment in one.moments if moment.value is not None), None)


def plan_again(a: Proposition, b: Proposition) -> bool:
    """Do both say that one action will be taken, or not, with words of it in common?"""
    return any(
        one.action == other.action
        and one.way == other.way != "do"
        and one.meant == other.meant
        and bool(share_words(a, one, b, other))
        for one in a.acts
        for other in b.acts
    )


def refuse_again(a: Proposition, b: Proposition) -> bool:
    """Do both say that one action will not be taken, with words of it in common?"""
    return any(
        one.action == other.action
        and not one.meant
        and not other.meant
        and bool(share_words(a, one, b, other))
        for one in a.acts
        for other in b.acts
    )


def refuse_alone(a: Proposition, b: Proposition) -> bool:
    """Do both begin by saying that one action will not be taken, one of them without a word of to what: لن
    نغادر؟"""
    return any(
        one.action == other.action
        and not one.meant
        and not other.meant
        and max(one.at, other.at) < _HEAD
        and (_is_bare(a, one) or _is_bare(b, other))
        for one in a.acts
        for other in b.acts
    )
