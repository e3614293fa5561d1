"""Comparisons of statements of which one says the opposite of the other: checklist, verdict, and reasons."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from rawi.model.proposition import Proposition, Tie
from rawi.model.relation import Check, Comparison, Outcome, Reason, Verdict
from rawi.relations.days import days_between
from rawi.relations.layer import Context, make_id
from rawi.relations.statements.aims import are_two_places
from rawi.relations.statements.days import are_near, in_order
from rawi.relations.statements.facts import read_facts
from rawi.relations.statements.policies import Opposed, find_opposed, fit_in_time

_TIMELY = 7  # days within which two reports speak of one state of things
_STATE = 2  # … and of one state that may have changed
_SAME_WORDS = 0.5  # of the neighbouring words, so that one report negates what the other has
_MONTH = 31  # … and of one plan

Aspect = Literal["place", "time"]


class _Sides(NamedTuple):
    """What is weighed: the earlier and the later statement, and what is known of both."""

    one: Proposition
    other: Proposition
    tie: Tie
    context: Context
    opposed: Opposed | None

    @property
    def in_one_story(self) -> bool:
        """Are both in one report, or in reports of one story?"""
        mine, theirs = (self.context.stories.get(side.document) for side in self[:2])
        return self.one.document == self.other.document or (mine is not None and mine == theirs)

    @property
    def in_copies(self) -> bool:
        """Are the reports copies of one?"""
        origins = {self.context.originals.get(side.document, side.document) for side in self[:2]}
        return self.one.document != self.other.document and len(origins) == 1

    @property
    def is_one_voice(self) -> bool:
        """Does one speaker speak in both: by who is known to speak, else by name?"""
        mine, theirs = (set(self.context.voices.get(side.id, ())) for side in self[:2])
        return bool(mine & theirs) or self.tie.kin in ("one", "office")


def compare_statements(a: Proposition, b: Proposition, tie: Tie, context: Context) -> Comparison | None:
    """Return the comparison of two statements that oppose each other; null where too little tells that both
    speak of one thing at one time."""
    one, other = in_order(a, b)
    sides = _Sides(one, other, tie, context, None)
    if tie.opposed == "policy":
        found = find_opposed(one, other, tie.kin, in_story=sides.in_one_story)
        sides = sides._replace(opposed=found)
    judged = _judge(sides)
    if judged is None:
        return None
    verdict, aspect = judged
    return Comparison(
        make_id("cm", one.id, other.id),
        "policy" if tie.opposed == "policy" or (one.acts and other.acts) else "polarity",
        one.id,
        other.id,
        verdict,
        tuple(_checks(sides)),
        tuple(_reasons(sides, verdict)),
        aspect,
    )


def _judge(sides: _Sides) -> tuple[Verdict, Aspect | None] | None:
    """Return the verdict, and in which way two statements are not comparable; null of what had better not be
    said."""
    one, other = sides.one, sides.other
    if sides.tie.opposed == "repeated":
        return "same_origin", None
    if sides.tie.opposed == "agreed":
        return "compatible", None
    if sides.tie.opposed == "negated" and sides.is_one_voice and sides.tie.score >= _SAME_WORDS:
        apart = days_between(one.day, other.day)
        return ("contradicts" if apart is None or apart <= _STATE else "changed_over_time"), None
    if sides.in_copies:
        return "same_origin", None
    if "differs" in (compare_places(one, other), compare_grounds(one, other)):
        return "not_comparable", "place"
    if sides.opposed is None and compare_times(one, other) == "differs":
        return "not_comparable", "time"
    if sides.is_one_voice:
        later = days_between(one.day, other.day) or one.earlier != other.earlier
        return ("changed_over_time", None) if later else None
    return _judge_two(sides)


def _judge_two(sides: _Sides) -> tuple[Verdict, Aspect | None] | None:
    """Return the verdict on two speakers."""
    one, other = sides.one, sides.other
    if not sides.in_one_story and not are_near(one, other, _MONTH if sides.opposed else _TIMELY):
        return None
    if sides.opposed is not None and fit_in_time(one, other, sides.opposed):
        return "compatible", None
    apart = days_between(one.day, other.day)
    if sides.tie.opposed == "reversed" and apart is not None and apart > _STATE:
        return "changed_over_time", None
    if apart and sides.tie.opposed == "negated" and _held_so_far(one, other):
        return "changed_over_time", None
    return "contradicts", None


def _held_so_far(one: Proposition, other: Proposition) -> bool:
    """Does one say that up to its time of speaking that did not happen (لا وفيات حتى الآن) which the other
    tells?"""
    told = {fact.name for fact in read_facts(other) if fact.told == "plain"}
    return any(fact.so_far and fact.told == "negated" and fact.name in told for fact in read_facts(one))


def compare_times(one: Proposition, other: Proposition) -> Outcome:
    """Return whether the days named may be one, one day more or less; unknown where one names none."""
    mine, theirs = ([moment.value for moment in side.moments if moment.value] for side in (one, other))
    apart = [days_between(a, b) for a in mine for b in theirs]
    known = [days for days in apart if days is not None]
    if not known:
        return "unknown"
    return "same" if min(known) <= 1 else "differs"


def compare_places(one: Proposition, other: Proposition) -> Outcome:
    """Return whether the places named may be one: a town lies in its governorate; unknown where one names
    none."""
    if not one.places or not other.places:
        return "unknown"
    for mine in one.places:
        for theirs in other.places:
            if mine[0] in theirs or theirs[0] in mine:
                return "same"
    return "differs"


def compare_grounds(one: Proposition, other: Proposition) -> Outcome:
    """Return whether the places named after بلدة and the like differ; unknown where that does not tell."""
    return "differs" if are_two_places(one, other) else "unknown"


def _checks(sides: _Sides) -> Iterator[Check]:
    """Yield the lines of the checklist that can be filled."""
    one, other = sides.one, sides.other
    place = compare_grounds(one, other)
    yield Check("place", compare_places(one, other) if place == "unknown" else place)
    apart = days_between(one.day, other.day)
    when: Outcome = "unknown" if apart is None else "differs" if apart else "same"
    yield Check("as_of", when, one.day or "", other.day or "")
    holder: Outcome = "same" if sides.is_one_voice else "differs" if sides.tie.kin == "two" else "unknown"
    yield Check("holder", holder, one.voice.name or "", other.voice.name or "")
    if sides.opposed is not None:
        named = sides.opposed.mine.action, sides.opposed.theirs.action
        yield Check("definition", "same", *(name.removeprefix("=") for name in named))
    quoted = ["quoted" if side.quoted else "reported" for side in (one, other)]
    yield Check("directness", "same" if quoted[0] == quoted[1] else "differs", *quoted)
    polarity: Outcome = "same" if sides.tie.opposed in ("repeated", "agreed") else "differs"
    yield Check("polarity", polarity, one.polarity, other.polarity)
    origin: Outcome = "same" if sides.in_copies else "unknown"
    yield Check("origin", origin, one.document, other.document)


def _reasons(sides: _Sides, verdict: Verdict) -> Iterator[Reason]:
    """Yield the reasons for a verdict: what opposes them first."""
    one, other, opposed = sides.one, sides.other, sides.opposed
    if opposed is not None:
        yield Reason(
            "policy.opposed",
            _way(opposed.mine.way, opposed.mine.meant),
            _way(opposed.theirs.way, opposed.theirs.meant),
        )
    else:
        yield Reason(f"polarity.{sides.tie.opposed}", one.polarity, other.polarity)
    turn = next(
        (side.turn for side in (one, other) if side.turn and set(one.contrast) & set(other.contrast)), ""
    )
    if turn:
        yield Reason("contrast.turn", "", turn)
    if sides.in_one_story:
        yield Reason("document.same" if one.document == other.document else "story.same")
    if verdict == "changed_over_time":
        yield Reason("holder.same", one.day or "", other.day or "")
    if "doubtful" in (one.confidence, other.confidence):
        yield Reason("reading.doubtful", one.confidence, other.confidence)


def _way(way: str, meant: bool) -> str:
    """Return what is said of an action, in words for a code: keep, not keep."""
    return way if meant else f"not {way}"
