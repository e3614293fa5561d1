"""Rival counts that one report sets side by side, and others tell one by one on other days.

«قالت الوزارة 14، وأحصى المرصد 23» on Tuesday; on Wednesday another report has the 23 alone. The second number
did not become of the first: two claimants gave them at one time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from rawi.arabic.fold import fold
from rawi.model.definition import Definition
from rawi.model.relation import Comparison, Reason
from rawi.model.value import Amount
from rawi.relations.layer import Context
from rawi.relations.quantities.bounds import value_of
from rawi.relations.quantities.origins import Origin, origin_of, same_origin

Compared = tuple[Definition, Definition, Comparison]
_KNOWN = frozenset(("body", "holder"))
#: What is said of two numbers whose times are told to differ, or not at all.
_OF_TIME = frozenset(("time.differs", "toll.rose", "toll.fell", "toll.replaced", "time.unknown"))


class Claim(msgspec.Struct, frozen=True, gc=False):
    """A number as somebody's: what is counted of whom, how many, and whose count it is."""

    what: str | None
    who: str
    value: Amount | None
    origin: Origin

    def is_of(self, other: Claim) -> bool:
        """Is it the same number of the same claimant?"""
        same = (self.what, self.who, self.value) == (other.what, other.who, other.value)
        return same and (same_origin(self.origin, other.origin) or _is_short(self.origin, other.origin))


def _is_short(one: Origin, other: Origin) -> bool:
    """Is one the noun by which the other is called: المرصد, مرصد الضفتين?"""
    short, full = sorted((fold(origin.name).split() for origin in (one, other)), key=len)
    return len(short) == 1 and short[0].removeprefix("ال") == full[0].removeprefix("ال")


def settle_rivals(found: Sequence[Compared], context: Context) -> Iterator[Comparison]:
    """Yield comparisons; two numbers that one report gives as rivals contradict, whatever the days."""
    rivals = [
        (_claim(a, context), _claim(b, context))
        for a, b, one in found
        if a.document == b.document and one.verdict == "contradicts"
    ]
    for a, b, one in found:
        told_apart = one.verdict in ("changed_over_time", "not_comparable") and a.document != b.document
        if rivals and told_apart and _is_of_time(one) and _are_rivals(a, b, rivals, context):
            reasons = (Reason("bounds.apart"), Reason("holder.differs"), Reason("rivals.beside"))
            yield msgspec.structs.replace(one, verdict="contradicts", reasons=reasons, aspect=None)
        else:
            yield one


def _claim(one: Definition, context: Context) -> Claim:
    return Claim(one.what, one.who or "people", value_of(one), origin_of(one, context))


def _is_of_time(one: Comparison) -> bool:
    """Is it only their times that make two numbers other than rivals?"""
    return not _OF_TIME.isdisjoint(reason.code for reason in one.reasons)


def _are_rivals(
    a: Definition, b: Definition, rivals: Sequence[tuple[Claim, Claim]], context: Context
) -> bool:
    """Are two numbers those that a report set side by side, of the same two claimants?"""
    one, other = _claim(a, context), _claim(b, context)
    if not {one.origin.kind, other.origin.kind} <= _KNOWN:
        return False
    pairs = ((one, other), (other, one))
    return any(x.is_of(first) and y.is_of(second) for first, second in rivals for x, y in pairs)
