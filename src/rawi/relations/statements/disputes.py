"""Statements of one story, or of one report, of which one says the opposite of the other, or the same
again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

import msgspec

from rawi.model.proposition import Kin, Opposition, Proposition, Tie
from rawi.model.relation import Comparison
from rawi.relations.layer import Blocks, Context
from rawi.relations.statements.agents import is_accused
from rawi.relations.statements.aims import are_two_aims, are_two_places
from rawi.relations.statements.days import may_be_near, order_of
from rawi.relations.statements.facts import (
    Fact,
    agree,
    deny_barely,
    deny_charge,
    oppose,
    read_facts,
    repeats,
)
from rawi.relations.statements.narration import is_told, read_claims
from rawi.relations.statements.polarity import (
    are_separate,
    denies_any,
    denies_number,
    is_denied,
    may_dispute,
    overlap,
)
from rawi.relations.statements.policies import find_opposed, plan_again, refuse_alone
from rawi.relations.statements.verdicts import compare_statements
from rawi.relations.statements.voices import compare_voices, share_surname, share_title
from rawi.relations.statements.wording import Laid, are_opposed, lay, names_differ, same_value

_SAME_WORDS = 0.8  # of the shorter one's neighbouring words, from which what is said of one is said of both
_FEWEST = 2  # units without which a statement is compared with its speaker's own alone
_WEEK = 7  # days within which what a report tells is denied
_SUREST: tuple[Opposition, ...] = ("denied", "negated", "reversed")


def name_blocks(one: Proposition, context: Context) -> tuple[str, ...]:
    """Return the block of a statement: its story, or the report where that is in none."""
    return (context.stories.get(one.document, one.document),)


def build_disputes(_: str, items: Sequence[Proposition], context: Context) -> Iterator[Comparison]:
    """Yield the comparisons of the statements of one story; also which of those that are disputed, or say
    what will be, are one."""
    known = {one.id: one for one in items}
    opposed, again = _tie_all(sorted(items, key=order_of))
    opposed += _pass_on(known, opposed, again)
    again += _pass_on(known, again, again)
    disputed: set[str] = set()
    for tie in _without_echoes(known, opposed):
        found = compare_statements(known[tie.a], known[tie.b], tie, context)
        if found is not None:
            disputed |= {tie.a, tie.b}
            yield found
    for tie in [*again, *_agreed(known, disputed)]:
        told = bool(known[tie.a].acts and known[tie.b].acts) or not disputed.isdisjoint((tie.a, tie.b))
        found = compare_statements(known[tie.a], known[tie.b], tie, context) if told else None
        if found is not None:
            yield found


def _without_echoes(known: Mapping[str, Proposition], ties: Sequence[Tie]) -> Iterator[Tie]:
    """Yield the ties but for those of a claim with a denial that only points at it (وهو ما تنفيه الوزارة),
    where who denies it opposes the claim in words of his own too."""
    own: dict[str, set[str]] = {}
    for tie in ties:
        a, b = known[tie.a], known[tie.b]
        if a.document == b.document and not overlap(a, b):
            own.setdefault(a.id, set()).add(b.voice.key)
            own.setdefault(b.id, set()).add(a.voice.key)
    for tie in ties:
        a, b = known[tie.a], known[tie.b]
        denial, claim = (a, b) if a.polarity == "denied" else (b, a)
        if not (overlap(a, b) and denial.polarity == "denied" and denial.voice.key in own.get(claim.id, ())):
            yield tie


def _tie_all(items: Sequence[Proposition]) -> tuple[list[Tie], list[Tie]]:
    """Return the ties of statements that oppose each other, and of those that say the same again."""
    facts = {one.id: read_facts(one) for one in items}
    named = {one.id: frozenset(fact.name for fact in facts[one.id]) for one in items}
    told = {one.id for one in items if is_told(one)}
    opposed: list[Tie] = []
    again: list[Tie] = []
    for a, b in combinations(items, 2):
        if a.id in told or b.id in told:
            if not (a.id in told and b.id in told) and not (_is_own(a) or _is_own(b)):
                opposed += _deny_told(a, b, facts[a.id], facts[b.id])
            continue
        if not (_may_tie(a, b) or not named[a.id].isdisjoint(named[b.id])):
            continue
        tie = tie_statements(a, b, facts[a.id], facts[b.id])
        if tie is not None:
            (again if tie.opposed == "repeated" else opposed).append(tie)
    return opposed, again


def _deny_told(a: Proposition, b: Proposition, mine: Sequence[Fact], theirs: Sequence[Fact]) -> Iterator[Tie]:
    """Yield the tie of what a report itself tells and a denial of its number, or of what happened."""
    found: Opposition | None = "denied" if denies_number(a, b, "open") else None
    if found is None:
        found = _deny_deed(a, b, mine, theirs)
    if found is not None:
        first, second = sorted((a.id, b.id))
        yield Tie(first, second, 0.0, found, "open", None, found)


def _deny_deed(
    a: Proposition, b: Proposition, mine: Sequence[Fact], theirs: Sequence[Fact]
) -> Opposition | None:
    """Return in which way a statement denies what a report itself tells that happened."""
    plain = [fact for fact in (mine if is_told(a) else theirs) if fact.told == "plain"]
    denied = [fact for fact in (theirs if is_told(a) else mine) if fact.told != "plain" and fact.leads]
    if not _share(plain, denied):  # quick, to leave most pairs alone
        return None
    if not may_dispute(a, b, "open") or not may_be_near(a, b, _WEEK) or are_two_aims(a, b):
        return None
    return _surest(plain, denied) if not are_separate(a, b, lay(a, b)) and _counts_fit(a, b) else None


def _pass_on(known: Mapping[str, Proposition], ties: Sequence[Tie], again: Sequence[Tie]) -> list[Tie]:
    """Return the ties that hold of a statement because they hold of one with the same words."""
    held = {(tie.a, tie.b) for tie in ties}
    passed: dict[tuple[str, str], Tie] = {}
    for same in again:
        if same.score < _SAME_WORDS:
            continue
        for one, other in ((same.a, same.b), (same.b, same.a)):
            for tie in ties:
                third = tie.b if tie.a == one else tie.a if tie.b == one else other
                first, second = sorted((other, third))
                if (
                    third == other
                    or (first, second) in held
                    or known[third].document == known[other].document
                ):
                    continue
                passed.setdefault((first, second), msgspec.structs.replace(tie, a=first, b=second))
    return [passed[pair] for pair in sorted(passed)]


def _agreed(known: Mapping[str, Proposition], disputed: set[str]) -> Iterator[Tie]:
    """Yield the ties of disputed statements of two speakers of which one denies the contrary of what the
    other says (كان مفتوحا، لم يغلق)."""
    facts = {id_: read_facts(known[id_]) for id_ in sorted(disputed)}
    for a, b in combinations(facts, 2):
        kin = compare_voices(known[a].voice, known[b].voice)
        apart = known[a].document != known[b].document and kin in ("two", "open")
        if apart and any(agree(one, other) for one in facts[a] for other in facts[b]):
            yield Tie(a, b, 0.0, "agreed", kin, None, "agreed")


def _share(mine: Sequence[Fact], theirs: Sequence[Fact]) -> bool:
    """Do both speak of one action?"""
    return not {fact.name for fact in mine}.isdisjoint(fact.name for fact in theirs)


def _may_tie(a: Proposition, b: Proposition) -> bool:
    """Is one a denial, does it refuse a number, or do both say what will be done?"""
    return a.polarity != b.polarity or bool(a.refused or b.refused) or _share_act(a, b)


def _is_own(one: Proposition) -> bool:
    """Is a statement of one word, and so only of who says it: لن أستقيل?"""
    return len(one.units) < _FEWEST and not one.refused


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
    if kin == "open" and share_surname(a.voice, b.voice):
        kin = "one"
    if kin in ("open", "two") and (_is_own(a) or _is_own(b)):
        return None
    opposed = _opposed(a, b, laid, kin, mine, theirs)
    if opposed is None:
        return None
    first, second = sorted((a.id, b.id))
    return Tie(first, second, round(laid.follow, 4), opposed, kin, None, opposed)


def _opposed(
    a: Proposition, b: Proposition, laid: Laid, kin: Kin, mine: Sequence[Fact], theirs: Sequence[Fact]
) -> Opposition | None:
    """Return the surest way in which two statements oppose each other, or are one."""
    if are_two_aims(a, b):
        return None
    if not overlap(a, b) and find_opposed(a, b, kin, in_story=True) is not None:
        return "policy"
    if may_dispute(a, b, kin):
        if is_denied(a, b, laid, kin) or denies_any(a, b, kin) or denies_number(a, b, kin):
            return "denied"
        found = _surest(mine, theirs)
        likely = (found != "reversed" or are_opposed(a, b)) and _counts_fit(a, b)
        if found is not None and likely and not are_separate(a, b, laid):
            return found
        found = _deny_charge(a, b, mine, theirs) or _deny_barely(a, b, mine, theirs)
        if found is not None and not are_separate(a, b, laid):
            return found
    if kin in ("one", "office") and a.document != b.document and not are_two_places(a, b):
        return (
            "repeated"
            if any(repeats(one, other) for one in mine for other in theirs)
            or plan_again(a, b)
            or (refuse_alone(a, b) and not names_differ(a, b, laid))
            else None
        )
    return None


def _counts_fit(a: Proposition, b: Proposition) -> bool:
    """Is the number that is denied the one that was given: a denial of 40 dead denies no two dead?"""
    denials = [(one, other) for one, other in ((a, b), (b, a)) if one.polarity == "denied" and one.counts]
    return all(
        any(same_value(mine, its) for mine in denial.counts for its in claim.counts)
        for denial, claim in denials
    )


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
            if (found := deny_charge(one, other, answers=_answers(denial, charge))) is not None
        ),
        None,
    )


def _answers(denial: Proposition, charge: Proposition) -> bool:
    """Does a denial stand after an accusation in its report, and so answer it?"""
    return bool(charge.accused) and denial.document == charge.document and denial.starts > charge.starts


def _deny_barely(
    a: Proposition, b: Proposition, mine: Sequence[Fact], theirs: Sequence[Fact]
) -> Opposition | None:
    """Return how one denies, without a word of which, an action with which the other begins."""
    if not may_be_near(a, b, _WEEK) or not _counts_fit(a, b):
        return None
    in_one = a.document == b.document
    pairs = [pair for one in mine for other in theirs for pair in ((one, other), (other, one))]
    ways = {deny_barely(denial, claim, in_one=in_one) for denial, claim in pairs}
    return next((way for way in _SUREST if way in ways), None)


LAYER = Blocks(
    name="disputes",
    version="2",
    item=Proposition,
    read=read_claims,
    blocks=name_blocks,
    build=build_disputes,
)
