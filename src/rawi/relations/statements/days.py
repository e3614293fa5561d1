"""How far apart two statements were said, as far as their reports tell."""

from __future__ import annotations

from rawi.model.proposition import Moment, Proposition
from rawi.relations.days import days_between, read_days

_EARLIER = "-P"


def are_near(a: Proposition, b: Proposition, most: int) -> bool:
    """Were two statements published, or said, within so many days, as far as both reports tell?"""
    apart = days_between(a.published or a.said, b.published or b.said)
    return apart is not None and apart <= most


def may_be_near(a: Proposition, b: Proposition, most: int) -> bool:
    """Were two statements published within so many days, or in one report, or on days that are not known?"""
    apart = days_between(a.published or a.said, b.published or b.said)
    return a.document == b.document or apart is None or apart <= most


def order_of(one: Proposition) -> tuple[str, bool, str, str]:
    """Return what statements are ordered by: the day they were said, else published, undated ones last; of
    one day those first that a report recalls (كان قد تعهد)."""
    day = one.day if read_days(one.day) else None
    return day or "9999", not one.earlier, one.published or "9999", one.id


def order_in_time(one: Proposition) -> tuple[str, bool, str, str]:
    """Return what statements are shown in order of: as ``order_of``, but of a month or year its last day, or
    that of publication: what an April report has of March is no earlier than what a report of March has."""
    days = read_days(one.day)
    day = days.last.isoformat() if days else "9999"
    if days and days.first != days.last and one.published:
        day = min(day, one.published)
    return day, not one.earlier, one.published or "9999", one.id


def in_order(a: Proposition, b: Proposition) -> tuple[Proposition, Proposition]:
    """Return two statements, the earlier first: of one report the one that it recalls."""
    if a.document == b.document and a.earlier != b.earlier:
        return (a, b) if a.earlier else (b, a)
    one, other = sorted((a, b), key=order_in_time)
    return one, other


def are_of_two_times(a: Proposition, b: Proposition) -> bool:
    """Were two statements said on two days, or is one recalled and the other not?"""
    return a.day != b.day or a.earlier != b.earlier


def offset_of(moment: Moment, one: Proposition) -> str | None:
    """Return how a date is counted from the day of speaking (``-P5Y`` of قبل خمس سنوات); null for another."""
    if moment.relative is not None:
        return moment.relative
    spoken, value = read_days(one.day), read_days(moment.value)
    if not moment.counted or spoken is None or value is None:
        return None
    years, months = spoken.first.year - value.first.year, spoken.first.month - value.first.month
    if len(moment.value or "") == 4:
        return f"{_EARLIER}{years}Y"
    return f"{_EARLIER}{years * 12 + months}M" if len(moment.value or "") == 7 else None
