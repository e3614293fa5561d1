"""Statements that return: one proposition of one speaker in several reports, and what each changed of the
first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rawi.model.proposition import Count, Kin, Proposition, Tie
from rawi.model.relation import Likeness, Recurrence, Rewording
from rawi.relations.layer import Context, make_id
from rawi.relations.statements.aims import are_two_aims, are_two_places
from rawi.relations.statements.days import are_near, offset_of, order_in_time, order_of
from rawi.relations.statements.refrains import refuses
from rawi.relations.statements.shifts import find_negated, find_shifts
from rawi.relations.statements.voices import are_two_people, is_scripture
from rawi.relations.statements.wording import (
    Laid,
    are_opposed,
    clash,
    lay,
    names_differ,
    same_value,
    value_of,
)

NEAR = 3  # days within which two reports may have one utterance
_VERBATIM = 0.85  # of the shorter content's neighbouring words are neighbours in the other
_EDITED = 0.5
_DENIED = 0.5  # of each content, of two that are denied
_FEWEST = 4  # neighbouring pairs without which words are shared by chance
_RETOLD = 0.8  # likewise, for words told again with another number
_TALKING = 100  # smaller numbers are shared by chance
_AROUND = 8  # tokens around a number in which a word belongs to it


def judge_likeness(a: Proposition, b: Proposition, laid: Laid, kin: Kin) -> Likeness | None:
    """Return how one statement says what the other says, null where it does not, or where too little tells.

    The surer it is that one speaker speaks, and of one day, the freer the wording may be.
    """
    found = _find_likeness(a, b, laid, kin)
    if found is None or are_opposed(a, b) or names_differ(a, b, laid):
        return None
    return None if is_scripture(a.voice) or is_scripture(b.voice) else found


def name_likeness(laid: Laid, kin: Kin) -> Likeness:
    """Return how a few words that are known to say the same again are like those of the other."""
    return "verbatim" if kin == "one" and min(laid.follow, laid.least) >= _VERBATIM else "paraphrase"


def _find_likeness(a: Proposition, b: Proposition, laid: Laid, kin: Kin) -> Likeness | None:
    """Return what the words alone tell of the likeness."""
    near = are_near(a, b, NEAR)
    other = _says_otherwise(a, b) and not (a.quoted and b.quoted and laid.follow >= _RETOLD)
    if not other and _is_one_text(a, b, laid, kin, near=near):
        return "verbatim" if laid.follow >= _VERBATIM else "edited"
    if kin in ("one", "office") and a.polarity == b.polarity and _is_talking_point(a, b, kin):
        return "figure"
    return "paraphrase" if near and not other and _is_paraphrase(a, b, laid, kin) else None


def _says_otherwise(a: Proposition, b: Proposition) -> bool:
    """Does one deny what the other says, or count otherwise what both count: قتل 20 شخصا، قتل شخصان؟

    Of the speaker's own words that is a change, and told as one; of words that reports retell, two
    statements.
    """
    return a.polarity != b.polarity or counts_otherwise(a, b) or bool(find_negated(a, b))


def counts_otherwise(a: Proposition, b: Proposition) -> bool:
    """Does each give a number of things that the other counts too, and the other another number?"""
    if clash(a, b):
        return True
    kinds = {(one.counted, one.unit) for one in a.counts} & {(one.counted, one.unit) for one in b.counts}
    for kind in kinds - {("", None)}:
        mine, theirs = (
            {value_of(one) for one in side.counts if (one.counted, one.unit) == kind} for side in (a, b)
        )
        if mine.isdisjoint(theirs):
            return True
    ours, others = _numbers(a), _numbers(b)
    return bool(ours) and bool(others) and ours.isdisjoint(others)


def _is_one_text(a: Proposition, b: Proposition, laid: Laid, kin: Kin, *, near: bool) -> bool:
    """Are the words so much alike that they are one utterance, or its repetition?"""
    if laid.run < _FEWEST or laid.weight < 3 or (not near and _is_another_time(a, b, laid)):
        return False
    if a.polarity == b.polarity == "denied" and laid.least < _DENIED:
        return False  # of a longer content the words of the shorter need not be what is denied
    if near:
        follow, run = {"one": (0.5, 4), "office": (0.5, 5), "open": (0.7, 6), "two": (0.8, 8)}[kin]
        return laid.follow >= follow and laid.run >= run and laid.most >= 0.6
    follow, run = {"one": (0.6, 5), "office": (0.75, 7), "open": (0.85, 9), "two": (0.9, 10)}[kin]
    return laid.follow >= follow and laid.run >= run and laid.most >= 0.75


def _is_paraphrase(a: Proposition, b: Proposition, laid: Laid, kin: Kin) -> bool:
    """Do two reports of a few days tell the same in other words: nearly all that one says the other says
    too?"""
    if clash(a, b) or a.polarity != b.polarity or _counts_more(a, b, laid) or _counts_more(b, a, laid):
        return False
    if kin not in ("one", "office"):
        return False
    follow = 0.25 if kin == "one" else 0.3
    if laid.follow >= follow and laid.most >= (0.65 if kin == "one" else 0.75):
        return laid.weight >= 3 and laid.least >= (0.3 if kin == "one" else 0.45)
    telling = sum(unit.weight >= 1 and unit.label in laid.labels for unit in a.units)
    return telling >= 4 and laid.most >= 0.7 and laid.least >= 0.5


def _is_another_time(a: Proposition, b: Proposition, laid: Laid) -> bool:
    """Do numbers say that a like sentence is of another day: each has some that the other has not, or only
    one has any?

    What is said again may give another number; then it must be the speaker's own words, nearly all the same.
    """
    mine, theirs = _numbers(a), _numbers(b)
    if bool(mine) != bool(theirs) and laid.follow < _VERBATIM:
        return True
    if not (mine - theirs and theirs - mine) and not clash(a, b):
        return False
    return not (a.quoted and b.quoted and laid.follow >= _RETOLD)


def _numbers(one: Proposition) -> set[str]:
    """Return the numbers of a content, as values of figures and as digits elsewhere."""
    read = {f"{float(value_of(count)[0] or 0):g}" for count in one.counts}
    within = {at for count in one.counts for at in range(count.first, count.last)}
    digits = {
        stem
        for at, (stem, code) in enumerate(zip(one.stems, one.tape, strict=True))
        if code == "n" and at not in within and stem.isdigit()
    }
    return read | digits


def _counts_more(a: Proposition, b: Proposition, laid: Laid) -> bool:
    """Does one count what the other speaks of without that number?"""
    return any(
        one.counted in laid.labels and not any(same_value(one, other) for other in b.counts)
        for one in a.counts
    )


def _is_talking_point(a: Proposition, b: Proposition, kin: Kin) -> bool:
    """Do both give one number of the same things, and with it the same words of time or two words more?"""
    for one in a.counts:
        for other in b.counts:
            value = value_of(one)[0]
            if (
                value is None
                or value < _TALKING
                or not same_value(one, other)
                or one.counted != other.counted
            ):
                continue
            around = (_around(a, one) & _around(b, other)) - {one.counted}
            if around and (_share_time(a, b) or (kin == "one" and len(around) > 2)):
                return True
    return False


def _around(one: Proposition, count: Count) -> set[str]:
    """Return the telling labels near a number."""
    low, high = count.first - _AROUND, count.last + _AROUND
    return {unit.label for unit in one.units if unit.weight >= 1 and low <= unit.at < high}


def _share_time(a: Proposition, b: Proposition) -> bool:
    """Have both the same words of time, counted from whatever day (قبل خمس سنوات), or the same date?"""
    return not _times(a).isdisjoint(_times(b))


def _times(one: Proposition) -> set[str]:
    """Return the dates of a content and how they are counted from the day of speaking."""
    found = {moment.value for moment in one.moments} | {offset_of(moment, one) for moment in one.moments}
    return {time for time in found if time is not None and time != "P0D"}


def find_recurrences(
    items: Sequence[Proposition], ties: Iterable[Tie], context: Context
) -> Iterator[Recurrence]:
    """Yield the propositions that return in several reports, of statements that are tied to each other.

    The first day leads; a statement belongs to the first leader that it is like, or to that of which
    it has the words of a member. The same for any order of items and ties.
    """
    tied: dict[str, dict[str, Tie]] = {}
    for tie in ties:
        if tie.likeness is not None:
            tied.setdefault(tie.a, {})[tie.b] = tie
            tied.setdefault(tie.b, {})[tie.a] = tie
    known = {one.id: one for one in items}
    clusters: list[list[Proposition]] = []
    for one in sorted((known[id_] for id_ in tied), key=order_of):
        home = _home(one, clusters, tied[one.id], context)
        if home is None:
            clusters.append([one])
        else:
            home.append(one)
    for cluster in clusters:
        if len({one.document for one in cluster}) > 1:
            yield _build(cluster, tied, context)


def _home(
    one: Proposition, clusters: list[list[Proposition]], ties: dict[str, Tie], context: Context
) -> list[Proposition] | None:
    """Return the cluster to which a statement belongs, if there is one; never one with a namesake of its
    speaker: سليم الدوري and كريم الدوري do not meet in what الدوري said."""
    linked = [
        (cluster, [tie for other in cluster if (tie := ties.get(other.id)) and _agree(tie, context)])
        for cluster in clusters
        if not any(_must_part(one, other, ties) for other in cluster)
    ]
    led = [cluster for cluster, found in linked if ties.get(cluster[0].id) in found]
    worded = [one for one in led if ties[one[0].id].likeness in ("verbatim", "edited")]
    if led:
        return worded[0] if worded else max(led, key=lambda one: ties[one[0].id].score)
    for cluster, found in linked:
        if any(tie.likeness in ("verbatim", "edited") for tie in found):
            return cluster
    return None


def _must_part(one: Proposition, other: Proposition, ties: dict[str, Tie]) -> bool:
    """May two statements not meet in what a third says: of two people, buildings or towns, or one denies or
    counts otherwise?"""
    tie = ties.get(other.id)
    if are_two_people(one.voice, other.voice) or are_two_aims(one, other) or are_two_places(one, other):
        return True
    if tie is not None and tie.likeness is not None:
        return False
    if one.polarity != other.polarity and refuses(one) and refuses(other):
        return counts_otherwise(one, other)  # نفى تنحيه and قال إنه لم يستقل go together
    return _says_otherwise(one, other)


def _agree(tie: Tie, context: Context) -> bool:
    """May one speaker speak in both: by who is known to speak, else by what both reports call him?"""
    mine, theirs = context.voices.get(tie.a, ()), context.voices.get(tie.b, ())
    return tie.kin != "two" or not set(mine).isdisjoint(theirs)


def _build(cluster: list[Proposition], tied: dict[str, dict[str, Tie]], context: Context) -> Recurrence:
    """Build the recurrence of statements in order of time."""
    first, *others = cluster = sorted(cluster, key=order_in_time)
    rewordings = []
    for one in others:
        likeness = _likeness(one, first, tied[one.id])
        rewordings.append(Rewording(one.id, likeness, find_shifts(one, first, likeness)))
    ids = tuple([one.id for one in cluster])
    return Recurrence(
        make_id("rc", first.id),
        _speaker(cluster, context),
        ids,
        _count_origins(cluster, context),
        tuple(rewordings),
    )


def _count_origins(cluster: Sequence[Proposition], context: Context) -> int:
    """Return of how many origins the reports of one speaker's words are: what came through one newsroom is of
    one, whoever prints it, and so is what stands in copies and versions of one report."""
    origins: list[set[str]] = []
    for one in cluster:
        known = {context.originals.get(one.document, one.document), one.via or one.outlet or one.document}
        joined = [other for other in origins if other & known]
        origins = [other for other in origins if not other & known]
        origins.append(known.union(*joined))
    return len(origins)


def _likeness(one: Proposition, first: Proposition, ties: dict[str, Tie]) -> Likeness:
    """Return how a statement is like the first, or where no pair tells, how much of its words are the
    same."""
    tie = ties.get(first.id)
    if tie is not None and tie.likeness is not None:
        return tie.likeness
    follow = lay(one, first).follow
    return "verbatim" if follow >= _VERBATIM else "edited" if follow >= _EDITED else "paraphrase"


def _speaker(cluster: list[Proposition], context: Context) -> str:
    """Return the name of the speaker: as known across documents, else the fullest that a report gives."""
    for one in cluster:
        for voice in context.voices.get(one.id, ()):
            if voice in context.names:
                return context.names[voice]
    named = [one.voice.name for one in cluster if one.voice.type is not None and one.voice.name]
    names = named or [one.voice.name or "" for one in cluster]
    return max(names, key=lambda name: (len(name.split()), len(name), name))
