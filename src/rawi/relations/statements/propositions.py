"""Statements across reports: which say the same again, and which say the opposite."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rawi.model.proposition import Kin, Opposition, Proposition, Tie
from rawi.model.relation import Comparison, Recurrence
from rawi.relations.layer import Context, Layer
from rawi.relations.statements.aims import are_two_aims, are_two_places
from rawi.relations.statements.days import are_near
from rawi.relations.statements.facts import is_one_thing, read_facts, repeats
from rawi.relations.statements.keys import find_keys
from rawi.relations.statements.polarity import is_denied, is_negated, is_reversed
from rawi.relations.statements.policies import find_opposed, refuse_again
from rawi.relations.statements.readings import read_repeatable
from rawi.relations.statements.recurrences import (
    NEAR,
    counts_otherwise,
    find_recurrences,
    judge_likeness,
    name_likeness,
)
from rawi.relations.statements.refrains import says_again
from rawi.relations.statements.verdicts import compare_statements
from rawi.relations.statements.voices import compare_voices
from rawi.relations.statements.wording import Laid, lay, may_relate, names_differ


def link_propositions(a: Proposition, b: Proposition) -> Tie | None:
    """Return how two statements have to do with each other, null where they do not; the order does not
    matter.

    Statements of one document are not compared: what a story holds, ``disputes`` compares.
    """
    if a.document == b.document:
        return None
    kin = compare_voices(a.voice, b.voice)
    if not (may_relate(a, b) or may_repeat(a, b) or says_again(a, b, kin)):
        return None
    if are_two_aims(a, b):
        return None
    laid = lay(a, b)
    again = _is_said_again(a, b, laid, kin)
    likeness = judge_likeness(a, b, laid, kin) or (name_likeness(laid, kin) if again else None)
    likeness = None if are_two_places(a, b) else likeness
    opposed = _opposed(a, b, laid, kin)
    if likeness is None and opposed is None:
        return None
    first, second = sorted((a.id, b.id))
    return Tie(first, second, round(laid.follow, 4), likeness or opposed or "", kin, likeness, opposed)


def may_repeat(a: Proposition, b: Proposition) -> bool:
    """Do two statements deny or negate one action of one thing?"""
    theirs = read_facts(b)
    return any(repeats(one, other) and is_one_thing(one, other) for one in read_facts(a) for other in theirs)


def _is_said_again(a: Proposition, b: Proposition, laid: Laid, kin: Kin) -> bool:
    """Do two reports tell with other words that one speaker denies, or will not do, one thing: of a few days,
    or where he is known to have said so again?"""
    if counts_otherwise(a, b) or names_differ(a, b, laid):
        return False
    if kin in ("one", "office") and are_near(a, b, NEAR) and (may_repeat(a, b) or refuse_again(a, b)):
        return True
    return says_again(a, b, kin)


def _opposed(a: Proposition, b: Proposition, laid: Laid, kin: Kin) -> Opposition | None:
    """Return in which way one says the opposite of the other."""
    if is_denied(a, b, laid, kin):
        return "denied"
    if find_opposed(a, b, kin) is not None:
        return "policy"
    if is_negated(a, b, laid, kin):
        return "negated"
    return "reversed" if is_reversed(a, b, laid, kin) else None


def group_propositions(
    items: Sequence[Proposition], ties: Sequence[Tie], context: Context
) -> Iterator[Recurrence | Comparison]:
    """Yield the recurrences of statements that are tied to each other, and the comparisons of those of
    different stories that oppose each other."""
    yield from find_recurrences(items, ties, context)
    known = {one.id: one for one in items}
    for tie in ties:
        if tie.opposed and not _in_one_story(known[tie.a], known[tie.b], context):
            found = compare_statements(known[tie.a], known[tie.b], tie, context)
            if found is not None:
                yield found


def _in_one_story(a: Proposition, b: Proposition, context: Context) -> bool:
    """Are the reports of two statements of one story?"""
    mine, theirs = context.stories.get(a.document), context.stories.get(b.document)
    return mine is not None and mine == theirs


LAYER = Layer(
    name="propositions",
    version="4",
    item=Proposition,
    pair=Tie,
    read=read_repeatable,
    keys=find_keys,
    least=2,
    link=link_propositions,
    group=group_propositions,
)
