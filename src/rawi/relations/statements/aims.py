"""To what something was done and in which town: a school is no hospital, and one town is not another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from rawi.arabic.fold import fold
from rawi.entities.offices import without_article
from rawi.model.proposition import Act, Proposition, Site
from rawi.relations.sites import SITE, find_sites, load_sites
from rawi.relations.statements.lexemes import find_label, forms_of_scope
from rawi.relations.statements.utterances import Utterance

_SEVERAL = "towns"
_AFTER, _BEFORE = 8, 4  # tokens from an action to what it is done to
_WITHIN = frozenset(map(fold, ("في", "من", "داخل", "إثر", "خلال", "ضمن")))
_ADJECTIVE = "يه"  # the ending of بلدة حدودية, which names no town


class _Aim(NamedTuple):
    """To what an action is done: ``direct`` what stands next to it, ``every`` what else its clause has."""

    direct: frozenset[Site]
    every: frozenset[Site]


def read_sites(said: Utterance) -> tuple[Site, ...]:
    """Return the buildings and vehicles that a content names, each with its name.

    >>> from rawi.model.span import Span
    >>> from rawi.relations.statements.utterances import read_utterance
    >>> [(one.kind, one.near) for one in read_sites(read_utterance("قصف محيط المستشفى", [Span(0, 17)]))]
    [('hospital', True)]
    """
    return tuple(_sites(said))


def _sites(said: Utterance) -> Iterator[Site]:
    """Yield the sites of a content."""
    for one in find_sites(said.words):
        if said.tape[one.at] in "wes.":
            name = "" if one.articled else _name_after(said.words, said.tape, one.at)
            yield Site(one.at, one.id, name, one.near)


def _name_after(words: Sequence[str], tape: str, at: int) -> str:
    """Return the label of the name of a site, empty where the next word is none: مستشفى اليمامة، مستشفى
    المدينة."""
    after = words[at + 1] if at + 1 < len(words) else ""
    bare = without_article(after)
    if (bare == after and tape[at + 1 : at + 2] != "s") or tape[at + 1] not in "wes":
        return ""
    return "" if after in forms_of_scope("ground") else find_label(bare)


def read_grounds(said: Utterance) -> tuple[tuple[str, str], ...]:
    """Return the places that a content names after بلدة and the like, each with what kind of place it is.

    >>> from rawi.model.span import Span
    >>> from rawi.relations.statements.utterances import read_utterance
    >>> read_grounds(read_utterance("القصف على بلدة النعناع", [Span(0, 22)]))
    (('town', 'نعناع'),)
    """
    return tuple(dict.fromkeys(_grounds(said)))


def _grounds(said: Utterance) -> Iterator[tuple[str, str]]:
    """Yield the places of a content; of several that one word leads, no name tells."""
    for at, text in enumerate(said.words[:-1]):
        word, after = load_sites().get(text), said.words[at + 1]
        if word is None or word.role == SITE or word.articled or said.tape[at + 1] not in "ws":
            continue
        if word.role == _SEVERAL:
            yield _SEVERAL, ""
        elif without_article(after) != after or not after.endswith(_ADJECTIVE):
            yield word.role, find_label(without_article(after))


def are_two_places(a: Proposition, b: Proposition) -> bool:
    """Does each name a town, or each an island, and none that the other names?"""
    mine, theirs = set(a.grounds), set(b.grounds)
    if {name for _, name in mine} & {name for _, name in theirs} or _SEVERAL in dict((*mine, *theirs)):
        return False
    return bool({role for role, _ in mine} & {role for role, _ in theirs})


def are_two_aims(a: Proposition, b: Proposition) -> bool:
    """Is every action that both speak of done to another thing: a school shelled, a hospital shelled?

    What stands anywhere in the clause of the other may be the same: قصف فصلا في مدرسة.
    """
    kin = [(one, other) for one, other in product(_acts(a), _acts(b)) if one.action == other.action]
    return bool(kin) and all(_are_apart(_aim(a, one), _aim(b, other)) for one, other in kin)


def _acts(one: Proposition) -> tuple[Act, ...]:
    """Return all actions of a statement."""
    return (*one.deeds, *one.acts)


def _aim(one: Proposition, act: Act) -> _Aim:
    """Return to what an action is done."""
    end = one.tape.find(",", max(act.at, 0))
    start = one.tape.rfind(",", 0, max(act.at, 0)) + 1
    inside = [site for site in one.sites if start <= site.at < (end if end >= 0 else len(one.tape))]
    after = [site for site in inside if act.at < site.at <= act.at + _AFTER]
    direct = [site for site in after if _WITHIN.isdisjoint(one.stems[act.at + 1 : site.at])]
    before = [site for site in inside if 0 < act.at - site.at <= _BEFORE]
    return _Aim(frozenset(direct or before or after), frozenset(inside))


def _are_apart(one: _Aim, other: _Aim) -> bool:
    """Are two actions done to two things?"""
    if not one.direct or not other.direct:
        return False
    pairs = (*product(one.direct, other.every), *product(other.direct, one.every))
    return not any(_may_be_one(mine, theirs) for mine, theirs in pairs)


def _may_be_one(one: Site, other: Site) -> bool:
    """May two words mean one building: of one kind, both it or both what is around it, and of no two
    names?"""
    if (one.kind, one.near) != (other.kind, other.near):
        return False
    return one.name == other.name or not (one.name and other.name)
