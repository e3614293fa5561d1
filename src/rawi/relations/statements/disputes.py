"""Statements of one story, or of one report, of which one says the opposite of the other, or the same
again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from rawi.model.proposition import Kin, Opposition, Proposition, Tie
from rawi.model.relation import Comparison
from rawi.relations.layer import Blocks, Context
from rawi.relations.statements.agents import is_accused
from rawi.relations.statements.days import order_of
from rawi.relations.statements.facts import Fact, deny_charge, oppose, read_facts, repeats
from rawi.relations.statements.polarity import are_separate, is_denied, may_dispute, overlap
from rawi.relations.statements.policies import find_opposed, share_words
from rawi.relations.statements.readings import read_propositions
from rawi.relations.statements.verdicts import compare_statements
from rawi.relations.statements.voices import compare_voices, share_title
from rawi.relations.statements.wording import Laid, are_opposed, lay

_SUREST: tuple[Opposition, ...] = ("denied", "negated", "reversed")


def name_blocks(one: Proposition, context: Context) -> tuple[str, ...]:
    """Return the block of a statement: its story, or the report where that is in none."""
    return (context.stories.get(one.document, one.document),)


def build_disputes(_: str, items: Sequence[Proposition], context: Context) -> Iterator[Comparison]:
    """Yield the comparisons of the statements of one story; also which of those that are disputed, or say
    what will be, are one."""
    facts = {one.id: read_facts(one) for one in items}
    again: list[tuple[Proposition, Proposition, Tie]] = []
    disputed: set[str] = set()
    for a, b in combinations(sorted(items, key=order_of), 2):
        if not (a.polarity != b.polarity or _share(facts[a.id], facts[b.id]) or _share_act(a, b)):
            continue
        tie = tie_statements(a, b, facts[a.id], facts[b.id])
        if tie is not None and tie.opposed == "repeated":
            again.append((a, b, tie))
            continue
        found = compare_statements(a, b, tie, context) if tie is not None else None
        if found is not None:
            disputed |= {a.id, b.id}
            yield found
    for a, b, tie in again:
        told = bool(a.acts and b.acts) or not disputed.isdisjoint((a.id, b.id))
        found = compare_statements(a, b, tie, context) if told else None
        if found is not None:
            yield found


def _share(mine: Sequence[Fact], theirs: Sequence[Fact]) -> bool:
    """Do both speak of one action?"""
    return not {fact.name for fact in mine}.isdisjoint(fact.name for fact in theirs)


def _share_act(a: Proposition, b: Proposition) -> bool:
    """Does one action stand among what both say will be done?"""
    return not {act.action for act in a.acts}.isdisjoint(act.action for act in b.acts)


def tie_statements(
    a: Proposition, b: Proposition, mine: Sequence[Fact], theirs: Sequence[Fact]
) -> Tie | None:
    """Return in which way one statement of a story says the opposite of another, or repeats a denial or plan;
    null where it does neither. The order does not matter."""
    laid, kin = lay(a, b), compare_voices(a.voice, b.voice)
    if kin == "open" and share_title(a.voice, b.voice):
        kin = "office"
    opposed = _opposed(a, b, laid, kin, mine, theirs)
    if opposed is None:
        return None
    first, second = sorted((a.id, b.id))
    return Tie(first, second, round(laid.follow, 4), opposed, kin, None, opposed)


def _opposed(
    a: Proposition, b: Proposition, laid: Laid, kin: Kin, mine: Sequence[Fact], theirs: Sequence[Fact]
) -> Opposition | None:
    """Return the surest way in which two statements oppose each other, or are one."""
    if not overlap(a, b) and find_opposed(a, b, kin, in_story=True) is not None:
        return "policy"
    if may_dispute(a, b, kin):
        if is_denied(a, b, laid, kin):
            return "denied"
        found = _surest(mine, theirs)
        likely = found != "reversed" or are_opposed(a, b)
        if found is not None and likely and not are_separate(a, b, laid):
            return found
        found = _deny_charge(a, b, mine, theirs)
        if found is not None and not overlap(a, b):
            return found
    if kin in ("one", "office") and a.document != b.document:
        return (
            "repeated"
            if any(repeats(one, other) for one in mine for other in theirs) or _plan_again(a, b)
            else None
        )
    return None


def _surest(mine: Sequence[Fact], theirs: Sequence[Fact]) -> Opposition | None:
    """Return the surest way in which facts of two statements oppose each other."""
    ways = {oppose(one, other) for one in mine for other in theirs}
    return next((way for way in _SUREST if way in ways), None)


def _deny_charge(
    a: Proposition, b: Proposition, mine: Sequence[Fact], theirs: Sequence[Fact]
) -> Opposition | None:
    """Return how the body that one statement lays something on denies it in the other."""
    sides = ((a, mine, b, theirs), (b, theirs, a, mine))
    return next(
        (
            found
            for charge, laid_on, denial, denied in sides
            if is_accused(denial, charge)
            for one in laid_on
            for other in denied
            if (found := deny_charge(one, other)) is not None
        ),
        None,
    )


def _plan_again(a: Proposition, b: Proposition) -> bool:
    """Do both say that one action will be taken, or not, with words of it in common?"""
    return any(
        one.action == other.action
        and one.way == other.way != "do"
        and one.meant == other.meant
        and bool(share_words(a, one, b, other))
        for one in a.acts
        for other in b.acts
    )


LAYER = Blocks(
    name="disputes",
    version="1",
    item=Proposition,
    read=read_propositions,
    blocks=name_blocks,
    build=build_disputes,
)
