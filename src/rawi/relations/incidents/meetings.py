"""Two events of two reports: whether they can be one happening, and how much speaks for it.

Nothing here depends on a ledger: which reports are of one story or copies of each other comes later.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import combinations
from typing import NamedTuple

from rawi.model.relation import Reason
from rawi.model.telling import DayMatch, Harm, Meeting, Party, PlaceMatch, Site, Telling
from rawi.relations.days import Days, read_days
from rawi.relations.incidents.parties import compare_bodies, is_told
from rawi.relations.incidents.types import are_kin

#: What each finding counts for, or against.
_DAYS: dict[DayMatch, float] = {"same": 1.5, "within": 1.0, "near": 0.5, "late": -1.0, "unknown": 0.0}
_PLACES: dict[PlaceMatch, float] = {"same": 2.0, "within": 1.0, "near": 0.3, "unknown": 0.0, "unsure": -1.5}
_TYPES = {True: 1.0, False: 0.3}
_VICTIM, _PARTY, _APART = 3.0, 0.5, -2.0
_HARM = ((3.0, 2.0), (2.0, 1.0), (1.0, 0.5))  # counts from so many on
_WORD, _MOST_WORDS, _PLANNED = 0.5, 2.0, -1.0
#: Two events of which less speaks for one happening are no pair, whatever else is known of their reports.
LEAST = 1.0
_TWO = 2
_YESTERDAY, _WEEK = timedelta(days=1), timedelta(days=7)
_BROAD = ("governorate", "country")
_COUNTRY = "iso:"
_BATTLES = "Battles/"

#: The codes of what speaks against, which keep two events from being one for certain.
AGAINST = frozenset(
    f"incident.{name}"
    for name in (
        "day_late", "day_unknown", "place_unknown", "place_unsure",
        "party_differs", "party_unsure", "planned",
    )
)  # fmt: skip
#: What keeps them so unless a count or a victim is one: an area in which more may have happened, other types.
LOOSE, STRONG = (
    frozenset(("incident.area", "incident.type_kin")),
    frozenset(("incident.harm", "incident.victim")),
)
#: What few happenings have in common.
TELLING = STRONG | {"incident.words"}
#: What keeps two reports apart that nothing else brings together.
APART = "incident.party_differs"
_RIVALS = (APART, "incident.party_unsure")


class Finding(NamedTuple):
    """One thing that two events have to do with each other."""

    score: float
    reason: Reason | None


def can_be_one(a: Telling, b: Telling) -> bool:
    """Can two events be one happening: of kin types, of days and places that do not exclude each other? Two
    of one report never are."""
    if a.document == b.document or not are_kin(a.type, b.type):
        return False
    return match_days(a, b) is not None and match_places(a.site, b.site) is not None


def link_tellings(a: Telling, b: Telling) -> Meeting | None:
    """Return two events as a pair if they may well be one happening; the order does not matter."""
    if not can_be_one(a, b):
        return None
    first, second = sorted((a, b), key=lambda one: one.id)
    found = list(_find(first, second))
    score = sum(one.score for one in found)
    reasons = tuple(one.reason for one in found if one.reason is not None)
    codes = {one.code for one in reasons}
    if score < LEAST or codes.isdisjoint(_NEEDED):
        return None
    kind = "copy" if a.around == b.around else "apart" if APART in codes else ""
    return Meeting(first.id, second.id, round(score, 4), kind, reasons)


_NEEDED = TELLING | {"incident.place", "incident.area"}


def _find(a: Telling, b: Telling) -> Iterator[Finding]:
    """Yield what two events that can be one have to do with each other."""
    same = a.type == b.type
    yield Finding(_TYPES[same], None if same else Reason("incident.type_kin", a.type, b.type))
    yield _day(a, b)
    yield _place(a.site, b.site)
    yield from _harm(a.harm, b.harm)
    yield from _parties(a, b)
    if shared := [word for word in a.words if word in b.words]:
        strong = Reason("incident.words", " ".join(shared[:4])) if len(shared) >= _TWO else None
        yield Finding(min(_MOST_WORDS, _WORD * len(shared)), strong)
    if a.planned != b.planned:
        yield Finding(_PLANNED, Reason("incident.planned"))


def _day(a: Telling, b: Telling) -> Finding:
    """Return what the days of two events tell."""
    match = match_days(a, b) or "unknown"
    shown = a.date or a.published or "", b.date or b.published or ""
    code = {"same": "day", "within": "day", "near": "day_near"}.get(match, f"day_{match}")
    return Finding(_DAYS[match], Reason(f"incident.{code}", *shown))


def match_days(a: Telling, b: Telling) -> DayMatch | None:
    """Return how the days of two events lie to each other, null where they are two.

    Where the words give none, it is the day of publication or the one before (``near``), at most a week
    before (``late``).
    """
    one, other = read_days(a.date), read_days(b.date)
    if one is not None and other is not None:
        if one == other:
            return "same"
        return "within" if _overlap(one, other) else None
    if a.date and b.date:
        return "unknown" if a.date == b.date else None  # a date that stands for no days
    told, paper = (one, read_days(b.published)) if one else (other, read_days(a.published))
    if told is None:
        return _match_papers(read_days(a.published), read_days(b.published))
    if paper is None:
        return "unknown"
    if _overlap(told, Days(paper.first - _YESTERDAY, paper.last)):
        return "near"
    return "late" if _overlap(told, Days(paper.first - _WEEK, paper.last)) else None


def _match_papers(a: Days | None, b: Days | None) -> DayMatch | None:
    """Return how the days of two events without any lie to each other, by those of publication."""
    if a is None or b is None:
        return "unknown"
    gap = max(a.first - b.last, b.first - a.last)
    return "near" if gap <= _YESTERDAY else "late" if gap <= _WEEK else None


def _overlap(one: Days, other: Days) -> bool:
    """Have two times a day in common?"""
    return one.first <= other.last and other.first <= one.last


def _place(a: Site | None, b: Site | None) -> Finding:
    """Return what the places of two events tell."""
    match = match_places(a, b) or "unknown"
    code = {"same": "place", "within": "area", "near": "area"}.get(match, f"place_{match}")
    return Finding(_PLACES[match], Reason(f"incident.{code}", a.words if a else "", b.words if b else ""))


def match_places(a: Site | None, b: Site | None) -> PlaceMatch | None:
    """Return how the places of two events lie to each other, null where they are two.

    One place is ``same``, one around the other ``within``, ``near`` where words or gazetteer leave it open;
    a whole country tells nothing (``unknown``). Of two names of which the gazetteer does not know one,
    nobody can say (``unsure``).
    """
    if a is None or b is None:
        return "unknown"
    if a.key == b.key or a.name.replace(" ", "") == b.name.replace(" ", ""):
        broad = a.precision if a.precision in _BROAD else b.precision
        return "unknown" if broad == "country" else "within" if broad == "governorate" else "same"
    for outer, inner in ((a, b), (b, a)):
        if outer.key in inner.within or f"~{outer.name}" in inner.within:
            return "unknown" if outer.key.startswith(_COUNTRY) else "within"
    if a.key in b.others or b.key in a.others:
        return "near"
    if a.key.startswith("~") or b.key.startswith("~"):
        return "unsure"
    open_ = "near" in (a.precision, b.precision)
    return "near" if open_ and not _narrow(a).isdisjoint(_narrow(b)) else None


def _narrow(site: Site) -> set[str]:
    """Return the areas around a place but for its country."""
    return {row for row in site.within if not row.startswith(_COUNTRY)}


def _harm(a: Sequence[Harm], b: Sequence[Harm]) -> Iterator[Finding]:
    """Yield whether two events have a count in common, or only others: those of several claimants compete,
    which is told and counts for nothing."""
    pairs = [(one, other) for one in a for other in b if one.kind == other.kind]
    same = [one for one, other in pairs if (one.low, one.high) == (other.low, other.high)]
    if same:
        best = max(same, key=lambda one: (_size(one), one.kind))
        score = next((score for least, score in _HARM if _size(best) >= least), 0.0)
        yield Finding(score, Reason("incident.harm", f"{best.kind} {_size(best):g}"))
    elif pairs and not any(_meet(*pair) for pair in pairs):
        one, other = pairs[0]
        shown = f"{one.kind} {_size(one):g}", f"{other.kind} {_size(other):g}"
        yield Finding(0.0, Reason("incident.harm_differs", *shown))


def _size(one: Harm) -> float:
    """Return the number of a count, its least if it is a range."""
    return one.low if one.low is not None else one.high or 0.0


def _meet(one: Harm, other: Harm) -> bool:
    """Have two ranges a number in common?"""
    low = max(x.low if x.low is not None else 0.0 for x in (one, other))
    return low <= min(x.high if x.high is not None else float("inf") for x in (one, other))


def _parties(a: Telling, b: Telling) -> Iterator[Finding]:
    """Yield whom two events have in common by name, and whom only one names where the other names another.

    Either side of a battle may be named first.
    """
    if a.type.startswith(_BATTLES) and b.type.startswith(_BATTLES):
        yield from _side((*a.actors, *a.targets), (*b.actors, *b.targets))
        return
    victims = _persons(a.targets), _persons(b.targets)
    common = [(one, other) for one in victims[0] for other in victims[1] if is_one_party(one, other)]
    if common:
        yield Finding(_VICTIM, Reason("incident.victim", common[0][0].words, common[0][1].words))
    elif all(victims) and not any(_several(one) for one in (a, b)):
        yield Finding(_APART, Reason(APART, victims[0][0].words, victims[1][0].words))
    yield from _side(a.actors, b.actors)
    rest = ([one for one in x.targets if one.type != "person"] for x in (a, b))
    yield from _side(*rest)


def _side(a: Sequence[Party], b: Sequence[Party]) -> Iterator[Finding]:
    """Yield whether one side of two events has a name in common, or other names."""
    if not a or not b:
        return
    for one in a:
        for other in b:
            if is_one_party(one, other):
                if one.type == "person" or one.link or is_told(one.words):  # الجيش in both tells nothing
                    yield Finding(_PARTY, Reason("incident.party", one.words, other.words))
                return
    pairs = [(one, other) for one in a for other in b]
    if all(_are_apart(*pair) for pair in pairs):
        yield Finding(_APART, Reason(APART, a[0].words, b[0].words))
    elif all(_are_apart(*pair) or _may_be_apart(*pair) for pair in pairs):
        yield Finding(0.0, Reason(_RIVALS[1], a[0].words, b[0].words))


def find_rivals(told: Sequence[Telling]) -> Reason | None:
    """Return that some of several events name other parties, null if none do: two reports may each be tied to
    a third that names nobody."""
    found = (
        one.reason
        for a, b in combinations(sorted(told, key=lambda one: one.id), 2)
        for one in _parties(a, b)
        if one.reason is not None and one.reason.code in _RIVALS
    )
    return min(found, key=lambda one: _RIVALS.index(one.code), default=None)


def _persons(parties: Sequence[Party]) -> list[Party]:
    return [one for one in parties if one.type == "person"]


def _several(one: Telling) -> bool:
    """Were several harmed, of whom a report may name any?"""
    return any(_size(harm) >= _TWO for harm in one.harm)


def is_one_party(a: Party, b: Party) -> bool:
    """Is one party meant: one row of a table, one name in any case, or of a person a part of the name?"""
    if a.link and b.link:
        return a.link == b.link
    if a.name == b.name or (a.type == b.type != "person" and compare_bodies(a.words, b.words) == "one"):
        return True
    one, other = set(a.name.split()), set(b.name.split())
    return a.type == b.type == "person" and (one <= other or other <= one)


def _are_apart(a: Party, b: Party) -> bool:
    """Are two parties surely two: two people of other names, two rows of one kind, two bodies whose own names
    share nothing?"""
    if "person" in (a.type, b.type):
        return a.type == b.type and set(a.name.split()).isdisjoint(b.name.split())
    if a.link and b.link:
        return a.type == b.type and a.link != b.link
    return compare_bodies(a.words, b.words) == "two"


def _may_be_apart(a: Party, b: Party) -> bool:
    """Has only one of two bodies a name of its own: لواء الغسق here, الجيش there?"""
    if "person" in (a.type, b.type) or (a.link and b.link):
        return False
    return compare_bodies(a.words, b.words) == "unsure"
