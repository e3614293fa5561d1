"""Dates and places of one happening, as two reports of a story give them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from rawi.model.happening import Day, Happening, Whereabouts
from rawi.model.relation import Check, Comparison, ComparisonKind, Outcome, Reason, Verdict
from rawi.relations.happenings.readings import read_happenings
from rawi.relations.layer import Blocks, Context, make_id

_FAR = 3  # days apart from which two days are taken for those of two happenings


def name_blocks(one: Happening, context: Context) -> tuple[str, ...]:
    """Return the block of a happening: its story; what is in none is compared with nothing."""
    story = context.stories.get(one.document)
    return () if story is None else (story,)


def build_happenings(_: str, items: Sequence[Happening], context: Context) -> Iterator[Comparison]:
    """Yield the comparisons of days and places that reports of one story give to one happening.

    Those that agree are told only where others do not: then it matters who gives which.
    """
    ordered = sorted(items, key=lambda one: (one.published or "9999", one.id))
    kinds = sorted({one.kind for one in items})
    for kind in kinds:
        pairs = [
            (a, b)
            for a, b in combinations([one for one in ordered if one.kind == kind], 2)
            if a.document != b.document and not _are_copies(a, b, context)
        ]
        yield from _compare_days([(a, b) for a, b in pairs if _are_one(a, b)])
        yield from _compare_places([(a, b) for a, b in pairs if _are_one(a, b) or _refuses_place(a, b)])


def _are_one(a: Happening, b: Happening) -> bool:
    """Is one happening meant: seldom are there two in a story, or words beside both tell?"""
    return a.once or not set(a.words).isdisjoint(b.words)


def _refuses_place(a: Happening, b: Happening) -> bool:
    """Does one say that it was not where the other says: لا داخل المحطة, of داخل محطة القطار?"""
    sides = ((a.where, b.not_where), (b.where, a.not_where))
    return any(
        where is not None and not_where is not None and not set(where.at).isdisjoint(not_where.at)
        for where, not_where in sides
    )


def _are_copies(a: Happening, b: Happening, context: Context) -> bool:
    """Are two reports copies of one?"""
    origins = {context.originals.get(one.document, one.document) for one in (a, b)}
    return len(origins) == 1


def _compare_days(pairs: Sequence[tuple[Happening, Happening]]) -> Iterator[Comparison]:
    """Yield the comparisons of days, if any two of them clash."""
    judged = [(a, b, _clash(a.day, b.day)) for a, b in pairs]
    if not any(clash for *_, clash in judged):
        return
    for a, b, clash in judged:
        if clash is not None and a.day and b.day and a.entry and b.entry:
            checks = (Check("as_of", "differs" if clash else "same", a.day.told, b.day.told),)
            reason = Reason("date.differs" if clash else "date.same", _show(a.day), _show(b.day))
            yield _build("date", a.entry, b.entry, clash, checks, reason)


def _clash(a: Day | None, b: Day | None) -> bool | None:
    """Do two days differ? Null where that is not sure, or where they may be of two happenings."""
    if a is None or b is None or not (a.sure and b.sure):
        return None
    if (a.month, a.day) == (b.month, b.day):
        if a.year is not None and b.year is not None and a.year != b.year:
            return None
        return a.weekday is not None and b.weekday is not None and a.weekday != b.weekday
    if a.year is None or b.year is None:
        return None
    apart = abs((date(a.year, a.month, a.day) - date(b.year, b.month, b.day)).days)
    return True if apart <= _FAR else None


def _show(one: Day) -> str:
    """Return a day in EDTF."""
    year = "XXXX" if one.year is None else f"{one.year:04}"
    return f"{year}-{one.month:02}-{one.day:02}"


def _compare_places(pairs: Sequence[tuple[Happening, Happening]]) -> Iterator[Comparison]:
    """Yield the comparisons of places, if a report says where it was not."""
    refused = [one.not_where for pair in pairs for one in pair if one.not_where is not None]
    for a, b in pairs if refused else ():
        if a.where is None or b.where is None or a.place_entry is None or b.place_entry is None:
            continue
        clash = _part(a.where, b.where, refused)
        if clash is not None:
            outcome: Outcome = "differs" if clash else "same"
            checks = (Check("place", outcome, a.where.told, b.where.told),)
            reason = Reason("place.differs" if clash else "place.same", a.where.told, b.where.told)
            yield _build("place", a.place_entry, b.place_entry, clash, checks, reason)


def _part(a: Whereabouts, b: Whereabouts, refused: Sequence[Whereabouts]) -> bool | None:
    """Are two places two, of which a report says that it was not the one? Null where nobody says so."""
    if not set(a.at).isdisjoint(b.at):
        return False
    return True if any(one.by in (a.by, b.by) for one in refused) and a.by != b.by else None


def _build(
    kind: ComparisonKind, a: str, b: str, clash: bool, checks: tuple[Check, ...], reason: Reason
) -> Comparison:
    """Build a comparison."""
    verdict: Verdict = "contradicts" if clash else "compatible"
    reasons = (reason, Reason("story.same"))
    return Comparison(make_id("cm", a, b, kind), kind, a, b, verdict, checks, reasons)


HAPPENINGS = Blocks("happenings", "2", Happening, read_happenings, name_blocks, build_happenings)
