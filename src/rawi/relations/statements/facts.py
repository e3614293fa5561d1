"""What a statement says is so or not, one word at a time with what stands next to it: for reports of one
story."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from rawi.model.claim import Stance
from rawi.model.proposition import Act, Opposition, Proposition, Unit
from rawi.relations.statements.acts import TELLS
from rawi.relations.statements.lexemes import (
    labels_of_scope,
    load_alone,
    load_following,
    load_objects,
    load_sole,
)
from rawi.relations.statements.whom import ANYBODY, THING, may_be_of

_NEXT = 2  # telling words on each side that belong to a word
_FAR = 6  # tokens from it to them
_HEAD = 4  # the token up to which the head of what is said goes
_EVERYDAY = 0.3  # the weight of words that news has everywhere
_MODALS = frozenset("mc")
#: Actions that are a part in the next one named.
_PARTS = frozenset(("involvement",))
#: Stances of those who grant or count what happened, besides those who tell it.
_OWNS: frozenset[Stance] = frozenset(("admits", "estimates"))


class Fact(NamedTuple):
    """One thing that is said: ``name`` the action, ``done`` whether it is so, ``about`` the words next to it,
    ``told`` how: by a denial, by a negation, or plainly; ``leads`` true at the head of what is said;
    ``total``, ``so_far`` and ``whom`` as of the action, which stands at token ``at``; ``words`` are all of
    the content."""

    name: str
    done: bool
    about: frozenset[str]
    told: str
    leads: bool
    total: bool = False
    so_far: bool = False
    whom: tuple[str, ...] = ()
    at: int = -1
    words: frozenset[str] = frozenset()


def read_facts(one: Proposition) -> list[Fact]:
    """Return the actions of which a statement says that they are so or not; of a denial the one that it
    denies."""
    places = {unit.at: number for number, unit in enumerate(one.units) if not unit.empty}
    deeds = [deed for deed in one.deeds if deed.at in places]
    facts = [fact for deed in deeds if (fact := _fact(one, places[deed.at], deed)) is not None]
    if one.polarity != "denied":
        return facts
    led = [fact for fact in facts if fact.leads]
    return [fact._replace(done=not fact.done, told="denied") for fact in led if fact.at in _denied(led)]


def _denied(led: Sequence[Fact]) -> tuple[int, ...]:
    """Return where the actions stand that a denial denies: the first, and that in which no part was taken
    (مسؤوليته عن قصف السوق)."""
    places = list(dict.fromkeys(fact.at for fact in led))
    return tuple(places[: 2 if led and led[0].name in _PARTS else 1])


def _fact(one: Proposition, number: int, deed: Act) -> Fact | None:
    """Return what is said of an action, null where it is only spoken of, or may or must be."""
    unit = one.units[number]
    negated = unit.negated or not deed.meant
    denied = one.polarity == "denied"
    if one.tape[unit.at] == "s" or (not (negated or denied) and _is_spoken_of(one, deed)):
        return None
    if not denied and not _MODALS.isdisjoint(one.tape[: unit.at]):
        return None
    done = (deed.way != "end") != negated
    told = "negated" if negated else "plain"
    about = _about(one, number, load_objects().get(deed.action, frozenset()))
    words = frozenset(unit.label for unit in one.units)
    leads = _leads(one, deed)
    return Fact(deed.action, done, about, told, leads, deed.total, deed.so_far, deed.whom, deed.at, words)


def _leads(one: Proposition, deed: Act) -> bool:
    """Does an action stand at the head of what is said, of what is denied, or of a clause that negates it?"""
    first = one.units[0].at if one.polarity == "denied" else 0
    if deed.at <= max(first, 0) + _HEAD or (not deed.meant and "x" in one.tape[: _HEAD + 1]):
        return True
    return one.tape[max(0, deed.at - 2) : deed.at] == ",x"


def _is_spoken_of(one: Proposition, deed: Act) -> bool:
    """Is an action only spoken of: after a negation of another word (لم يوقع الاستقالة), or a noun but for
    the one at the head of what is announced (أعلن إغلاق الجسر)?"""
    if one.accused and deed.at <= _HEAD:
        return False
    before = one.tape[max(0, deed.at - _FAR) : deed.at]
    if "x" in before and "," not in before:
        return True
    return deed.noun and (deed.at > 0 or one.stance not in TELLS | _OWNS)


def _about(said: Proposition, number: int, own: Container[str]) -> frozenset[str]:
    """Return the telling words next to a word, in its clause, but for those that belong to it or say only
    that it was done."""
    units, at = said.units, said.units[number].at
    light = labels_of_scope("light")
    units = tuple(one for one in units if one.at == at or (one.label not in own and one.label not in light))
    number = next(place for place, unit in enumerate(units) if unit.at == at)
    before = list(_telling(said, reversed(units[:number]), at))
    after = list(_telling(said, iter(units[number + 1 :]), at))
    return frozenset((*before, *after))


def _telling(one: Proposition, units: Iterator[Unit], at: int) -> Iterator[str]:
    """Yield the labels of the next telling words, up to two, that no mark parts from a token, and of the
    names of people and bodies on the way."""
    found = 0
    for unit in units:
        low, high = sorted((at, unit.at))
        if unit.at < 0 or high - low > _FAR or "," in one.tape[low:high] or found == _NEXT:
            return
        if one.tape[unit.at] == "s" and unit.weight == 1:
            yield unit.label
        elif one.tape[unit.at] not in "ds" and not unit.empty and unit.weight > _EVERYDAY:
            found += 1
            yield unit.label


def oppose(one: Fact, other: Fact) -> Opposition | None:
    """Return how two facts say opposite things of one action with words next to both; null where they do not.

    What a denial denies may stand anywhere, what a negation negates heads both; an action and what undoes it
    are of one thing only if two words are the same. An action that can stand alone needs no word in common
    only where one has none: no soldier was killed does not deny that a passer-by was.
    """
    if one.name != other.name or not _is_of_them(one, other):
        return None
    if one.done == other.done:
        return "denied" if _is_undone(one, other) or _is_undone(other, one) else None
    shared, told = len(_shared(one, other)), {one.told, other.told}
    if told != {"plain"} and (_is_of_any(one, other) or _is_of_any(other, one)):
        return "denied" if "denied" in told else "negated"
    if one.name in load_alone() and told != {"plain"} and (shared or not (one.about and other.about)):
        return "denied" if "denied" in told else "negated"
    if "denied" in told and shared >= (1 if one.leads and other.leads else 2):
        return "denied"
    if not (one.leads and other.leads) or "denied" in told:
        return None
    if "negated" in told:
        return "negated" if shared else None
    least = 0 if one.name in load_sole() else 1
    return "reversed" if shared > least and one.name not in load_following() else None


def _shared(one: Fact, other: Fact) -> frozenset[str]:
    """Return the words next to both; of how a thing is, also one that stands everywhere (الطريق سالك)."""
    if one.name in load_sole() and not one.about and not other.about:
        return one.words & other.words
    return one.about & other.about


def _is_of_them(one: Fact, other: Fact) -> bool:
    """Is what one denies or negates told of the same people: no soldier was killed, of 25 passers-by?"""
    pairs = ((one, other), (other, one))
    return all(may_be_of(denial.whom, claim.whom) for denial, claim in pairs if denial.told != "plain")


def _is_of_any(one: Fact, other: Fact) -> bool:
    """Is one of any thing that the other names (سحب أي صهريج), or, as a denial, of all there is (أي وفاة)?"""
    if not one.total or not (one.leads and other.leads):
        return False
    named = [label[1:] for label in one.whom if label[:1] in ("=", THING)]
    if named:
        return not other.words.isdisjoint(named)
    return one.told != "plain" and not one.about and not one.whom


def _is_undone(denial: Fact, claim: Fact) -> bool:
    """Does one deny that anybody at all was held, and the other tell of a release?"""
    if denial.name not in load_following() or denial.told == "plain" or claim.told != "plain":
        return False
    return denial.total and not denial.done and bool(denial.about & claim.about)


def deny_barely(denial: Fact, claim: Fact, *, in_one: bool) -> Opposition | None:
    """Return how one denies an action without a word of which (نفى التوصل إلى اتفاق), where the other's
    statement begins with it, or none of the kind is meant: of one story a denial, of one report (``in_one``)
    a negation too."""
    if denial.told == "plain" or not denial.leads:
        return None
    if _is_of_class(denial, claim):
        in_one = True
    elif denial.about or denial.whom:
        return None
    if not claim.leads and not (denial.total and denial.told == "denied"):
        return None
    if denial.name != claim.name or denial.done == claim.done or claim.told != "plain":
        return None
    if denial.told == "denied":
        return "denied"
    return "negated" if in_one else None


def _is_of_class(denial: Fact, claim: Fact) -> bool:
    """Is something denied of a class of people of whom the claim tells it (مدنيون), and of nothing else?"""
    classes = {one for one in denial.whom if one[:1] not in ("=", THING, ANYBODY)}
    return bool(classes) and classes == set(denial.whom) and classes <= set(claim.whom)


def deny_charge(charge: Fact, denial: Fact, *, answers: bool) -> Opposition | None:
    """Return how the body that a charge is laid on denies it: the same action, of the same thing, of all of
    its kind, or of what one of them leaves open; null where it does not. With ``answers`` the denial stands
    in the report that says who accuses, and is its answer."""
    if charge.name != denial.name or charge.done == denial.done or charge.told != "plain":
        return None
    if not may_be_of(denial.whom, charge.whom):
        return None
    if denial.told == "plain" or not denial.leads:
        return None
    things = [label[1:] for label in denial.whom if label[:1] == THING]
    total = denial.total and (not things or not charge.words.isdisjoint(things))
    if not (answers or total or not charge.about or not denial.about or charge.about & denial.about):
        return None
    return "denied" if denial.told == "denied" else "negated"


def repeats(one: Fact, other: Fact) -> bool:
    """Do two facts deny or negate one action of one thing?"""
    if "plain" in (one.told, other.told) or one.name != other.name or one.done != other.done:
        return False
    return bool(one.about & other.about) or one.total or other.total or one.name in load_alone()


def is_one_thing(one: Fact, other: Fact) -> bool:
    """Have two facts words next to them in common, if their action needs any?"""
    return bool(one.about & other.about) or one.name in load_alone()


def agree(one: Fact, other: Fact) -> bool:
    """Does one say what the other says by denying the contrary: مفتوح، لم يغلق?"""
    if one.name != other.name or one.done != other.done or not (one.leads and other.leads):
        return False
    return {one.told, other.told} == {"plain", "negated"} and bool(one.about & other.about)
