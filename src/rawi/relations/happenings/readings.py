"""Which day and place a report gives to what happened."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rawi.model.happening import Day, Happening, Whereabouts
from rawi.model.relation import Report
from rawi.relations.happenings.lexemes import Kind, helper_of, kind_of
from rawi.relations.happenings.page import Dated, Page
from rawi.relations.layer import make_id
from rawi.relations.statements.lexemes import find_label, load_everyday, load_particles
from rawi.relations.stories.days import load_weekdays

_EDTF = re.compile(r"(\d{4}|XXXX)-(\d\d)-(\d\d)")
_PAUSES = frozenset("،,؛;")
_BACK = 4  # tokens from a date before a happening to it: يوم الاثنين، في حريق
_AHEAD = {True: 10, False: 7}  # tokens from a happening to a date after it, for verbs and nouns
_AROUND = 6  # tokens beside a happening in which words tell which one it is
_TO_PLACE = 16  # tokens from a happening to where it was
_LONGEST = 4  # tokens of the name of a place
_SHORTEST = 3


class _Told(NamedTuple):
    """A word for a happening, in its sentence, with what the sentence says of it."""

    at: int
    kind: Kind
    dated: Dated | None
    words: tuple[str, ...]
    where: tuple[int, Whereabouts] | None
    not_where: Whereabouts | None


def read_happenings(report: Report) -> Iterator[Happening]:
    """Yield the kinds of happenings to which a report gives one day, or a place.

    Of a kind to which it gives several days nothing is known: there may have been several.
    """
    if not report.record.dates and not report.record.statements:
        return
    page = Page(report)
    told: defaultdict[str, list[_Told]] = defaultdict(list)
    for sentence in page.sentences:
        for one in _read(page, *sentence):
            told[one.kind.name].append(one)
    for found in told.values():
        happening = _join(page, found)
        if happening is not None:
            yield happening


def _read(page: Page, first: int, last: int) -> Iterator[_Told]:
    """Yield the words for happenings of a sentence."""
    for at in range(first, last):
        kind = kind_of(page.words[at])
        if kind is not None:
            where = _find_where(page, at, last)
            yield _Told(
                at, kind, _find_date(page, at, kind, first, last), _around(page, at, first, last), *where
            )


def _find_date(page: Page, at: int, kind: Kind, first: int, last: int) -> Dated | None:
    """Return the date that a sentence gives to a happening: after it in its clause, or right before it
    (يوم الاثنين، في حريق)."""
    after = [one for one in page.dates if at < one.first <= at + _AHEAD[kind.verb] and one.first < last]
    if after and not any(_parts(page, between) for between in range(at + 1, after[0].first)):
        return after[0]
    before = [one for one in page.dates if max(first, at - _BACK) <= one.last <= at]
    if before and not kind.verb:
        between = [word for word in page.words[before[-1].last : at] if word not in _PAUSES]
        if between and helper_of(between[0]) == "within":
            return before[-1]
    return None


def _parts(page: Page, at: int) -> bool:
    """Does a token end what is said of a happening?"""
    word = page.words[at]
    return word in _PAUSES or helper_of(word) in ("told", "not_where") or kind_of(word) is not None


def _around(page: Page, at: int, first: int, last: int) -> tuple[str, ...]:
    """Return the labels of the telling words beside a happening, names of places left out."""
    taken = {token for one in page.dates for token in range(one.first, one.last)} | page.places
    near = range(max(first, at - _AROUND), min(last, at + 1 + _AROUND))
    words = [page.words[one] for one in near if one != at and one not in taken]
    return tuple(dict.fromkeys(find_label(word) for word in words if _tells(word)))


def _tells(word: str) -> bool:
    """Does a word tell which happening is meant?"""
    if len(word) < _SHORTEST or not word.isalpha() or word in load_particles() or helper_of(word) is not None:
        return False
    return find_label(word) not in load_everyday() and kind_of(word) is None


def _find_where(page: Page, at: int, last: int) -> tuple[tuple[int, Whereabouts] | None, Whereabouts | None]:
    """Return where a happening was and where it was not, as the words after it tell."""
    where: tuple[int, Whereabouts] | None = None
    for here in range(at + 1, min(last, at + _TO_PLACE)):
        if helper_of(page.words[here]) in ("told", "within"):
            break
        if helper_of(page.words[here]) == "where":
            if where is not None and helper_of(page.words[here - 1]) == "not_where":
                return where, _read_where(page, here, last)
            where = where or (here, _read_where(page, here, last))
    return where, None


def _read_where(page: Page, at: int, last: int) -> Whereabouts:
    """Read the name after a preposition."""
    end = at + 1
    while (
        end < min(last, at + 1 + _LONGEST)
        and page.words[end].isalpha()
        and helper_of(page.words[end]) is None
    ):
        end += 1
    labels = [find_label(word) for word in page.words[at + 1 : end] if word not in load_particles()]
    return Whereabouts(page.words[at], tuple(labels), page.told(at, end))


def _join(page: Page, found: Sequence[_Told]) -> Happening | None:
    """Put together what a report says of one kind of happening; null if of neither day nor place."""
    days = [(one, day) for one in found if one.dated and (day := _read_day(page, one.dated)) is not None]
    dated, day = days[0] if len({(day.month, day.day) for _, day in days}) == 1 else (None, None)
    placed = next((one for one in found if one.where is not None and one.not_where is not None), None)
    placed = placed or next((one for one in found if one.where is not None), None)
    if day is None and placed is None:
        return None
    kind, document = found[0].kind, page.report.id
    entry = page.find_entry(dated.dated.first) if dated is not None and dated.dated is not None else None
    where = placed.where if placed is not None else None
    return Happening(
        id=make_id("hp", document, kind.name),
        document=document,
        kind=kind.name,
        once=kind.once,
        published=page.record.document.published,
        entry=entry,
        day=day,
        words=tuple(sorted({word for one in found for word in one.words})),
        place_entry=page.find_entry(where[0]) if where is not None else None,
        where=where[1] if where is not None else None,
        not_where=placed.not_where if placed is not None else None,
    )


def _read_day(page: Page, dated: Dated) -> Day | None:
    """Read a date as a day; null of a longer time, or of one that is only counted from another."""
    match = _EDTF.fullmatch(dated.mention.value or "")
    if match is None:
        return None
    named = [
        load_weekdays()[word] for word in page.words[dated.first : dated.last] if word in load_weekdays()
    ]
    told = page.told(dated.first, dated.last)
    year = None if match[1] == "XXXX" else int(match[1])
    by_number = any(letter.isdigit() for letter in told) and not _follows_other_year(page, dated, year)
    sure = bool(named) or by_number or _knows_its_day(page)
    return Day(year, int(match[2]), int(match[3]), named[0] if named else None, told, sure)


def _follows_other_year(page: Page, dated: Dated, year: int | None) -> bool:
    """Is the last year that is written up to a date another one, of which it may be: في 27 مايو من العام
    نفسه?"""
    written = [
        one.mention.value[:4]
        for one in page.dates
        if one.first <= dated.first
        and one.mention.value
        and one.mention.value[:4] in page.words[one.first : one.last]
    ]
    return bool(written) and written[-1] != str(year)


def _knows_its_day(page: Page) -> bool:
    """Does a report name the weekday of its publication, so that its yesterday is that of the paper?"""
    published = page.record.document.published or ""
    for one in page.dates:
        words = page.words[one.first : one.last]
        if one.mention.value == published and any(word in load_weekdays() for word in words):
            return True
    return False
