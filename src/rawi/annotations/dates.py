"""Date expressions, unresolved: rules find the pieces, then intervals and appositions are joined."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import msgspec

from rawi.annotations.annotator import Annotations
from rawi.annotations.calendar import merge
from rawi.annotations.days import DAY_RULES
from rawi.annotations.divisions import DIVISION_RULES
from rawi.annotations.expressions import PHRASE_RULES
from rawi.annotations.heads import find_head_before
from rawi.annotations.numbers import number_of, settled_tape
from rawi.annotations.periods import PERIOD_RULES
from rawi.annotations.tenses import set_tense
from rawi.annotations.vocabulary import codes_of, load_vocabulary, load_words, role_of
from rawi.annotations.years import YEAR_ALONE, find_years
from rawi.arabic.clitics import Clitic
from rawi.model.annotation import Annotation, Kind
from rawi.model.calendar import DateExpression
from rawi.rules.matcher import Matcher, read_longest, settle_overlaps
from rawi.rules.rule import Rule
from rawi.text.text import Text

Found = tuple[int, int, tuple[str, DateExpression]]
Piece = tuple[Rule[DateExpression], re.Match[str]]


class Joints(NamedTuple):
    """The patterns of what joins two dates: the words between them, and before the first."""

    to: re.Pattern[str]
    and_: re.Pattern[str]
    agreeing: re.Pattern[str]
    bracket: re.Pattern[str]


@cache
def load_dates() -> Matcher[DateExpression]:
    """Return the matcher of date rules; it reads a settled tape."""
    return Matcher(load_vocabulary(), DAY_RULES + PERIOD_RULES + DIVISION_RULES)


@cache
def _joints() -> Joints:
    """Return the compiled joints."""
    vocabulary = load_vocabulary()
    patterns = (
        "(?:{?to|until}{goal}?|{dash}){about}?",
        "{?and}?",
        "{comma}?{agreeing}?{joined}?",
        "{opening}{agreeing}?",
    )
    compiled = [re.compile(vocabulary.compile(p)) for p in patterns]
    return Joints(*compiled)


@cache
def load_phrases() -> Matcher[DateExpression]:
    """Return the matcher of date rules with those that only phrases outside an article are read by."""
    rules = tuple(
        rule for rule in DAY_RULES + PERIOD_RULES + DIVISION_RULES + PHRASE_RULES if rule.name not in _STEPS
    )
    return Matcher(load_vocabulary(), rules)


#: Distances, which in a phrase are joined of their parts (``temporal``).
_STEPS = frozenset(("date/ago", "date/since"))


def _pieces(tape: str, words: list[str], matcher: Matcher[DateExpression]) -> list[Found]:
    """Return the dates that single rules find, the longest where they overlap."""
    found = [(match.start(), match.end(), (rule, match)) for rule, match in matcher.find(tape)]
    found += [(match.start(), match.end(), (YEAR_ALONE, match)) for match in find_years(tape, words)]
    return read_longest(found, lambda piece: _built(piece, words))


def _built(piece: Piece, words: list[str]) -> tuple[str, DateExpression] | None:
    """Build what a rule has matched; None if on a closer look it is no date."""
    rule, match = piece
    value = rule.build(match, words)
    return (rule.name, value) if value is not None else None


def _join(tape: str, words: list[str], found: list[Found]) -> list[Found]:
    """Join neighbours: من X إلى Y and بين X وY are one interval, X الموافق Y and أمس (X) one day."""
    joined: list[Found] = []
    for one in found:
        piece = _day_range(tape, words, one)
        while joined and joined[-1][0] >= piece[0]:
            joined.pop()  # the weekday before the first day of a range
        before = joined[-1] if joined else None
        new = before and (_interval(tape, words, before, piece) or _same_day(tape, before, piece))
        if new:
            joined[-1] = new
        else:
            joined.append(piece)
    return joined


def _nth_of(tape: str, words: list[str], piece: Found) -> Found:
    """Widen a month or year to the part of it that the words before it name: الجمعة الأولى من مارس، النصف
    الثاني من يونيو."""
    first, last, (_, value) = piece
    if (
        value.day is not None
        or value.mod
        or not (value.within or value.month or value.year or value.period in ("mo", "a"))
    ):
        return piece
    if value.until or value.count != 1 or value.decade or value.division is not None or not first:
        return piece
    end = first - 1 if tape[first - 1] in codes_of("{of|in}") else first
    head = find_head_before(tape, words, end)
    if head is None:
        return piece
    nth = head.value
    day = nth.nth if nth.after and nth.weekday is not None and nth.nth > 0 else None
    whole = DateExpression(
        nth=nth.nth,
        weekday=nth.weekday,
        period=nth.period,  # type: ignore[arg-type]
        count=nth.count,
        within=value,
        day=day,
        hijri=value.hijri,
    )
    wider = head.first, last, ("date/nth-of", whole)
    return _nth_of(tape, words, wider) if nth.period in ("mo", "wk") else wider


_NEAR = 3  # tokens at most between two dates that are joined


def _interval(tape: str, words: list[str], first: Found, second: Found) -> Found | None:
    """Make an interval of two dates if the words between and before them say so."""
    if second[0] - first[1] > _NEAR or first[2][1].until:
        return None
    joints, between = _joints(), tape[first[1] : second[0]]
    if _doubled(first[2][1], second[2][1], between):
        one, two = first[2][1], second[2][1]
        return first[0], second[1], (first[2][0], msgspec.structs.replace(one, year=two.year or one.year))
    if between and between in codes_of("{dash}") and _calendars_differ(first[2][1], second[2][1]):
        return first[0], second[1], ("date/apposition", _preferred(first[2][1], second[2][1]))
    before = tape[first[0] - 1] if first[0] else ""
    start = first[0] - 1 if before in codes_of("{?of}") or before in codes_of("{?between}") else first[0]
    both = before in codes_of("{?between}") or role_of(words[first[0]]) == "both"
    by_and = (both and joints.and_.fullmatch(between)) or (not between and _night(tape, first, second))
    if not by_and and not (
        joints.to.fullmatch(between) and (before in codes_of("{?of}") or _written(first, second))
    ):
        return None
    value = msgspec.structs.replace(first[2][1], until=second[2][1])
    return start, second[1], ("date/interval", value)


def _doubled(one: DateExpression, two: DateExpression, between: str) -> bool:
    """Are it two names of one month with a dash between: 8 مارس - آذار 2019؟"""
    if not (between and between in codes_of("{dash}")) or one.hijri != two.hijri:
        return False
    same = one.month is not None and one.month == two.month and two.day is None and one.year is None
    return same and not one.until and not two.until


def _calendars_differ(one: DateExpression, two: DateExpression) -> bool:
    """Are it two days, one Hijri and one Gregorian: 14 ربيع الأول 1442هـ - 31 أكتوبر 2020م؟"""
    days = one.day is not None and two.day is not None
    return days and one.hijri != two.hijri and not one.until and not two.until


_LISTED = 12  # tokens before a day in which others of its month may stand


@cache
def _range_start() -> re.Pattern[str]:
    """Return the pattern of the first day of a range, up to where a date begins: من 14 إلى، بين 2 و."""
    listed = "(?:(?:{+daylike}|{and}{daylike}){rest}*)*"
    pattern = (
        "(?:(?P<of>{?of|between})?(?:{?day}?{?weekday}{comma}?)?|(?P<days>{?both_days|days:noal}))"
        f"(?P<day>{{?daylike}}{{rest}}*){listed}(?:{{to|until}}|{{dash}}|{{and}}|(?P<joined>))$"
    )
    return re.compile(load_vocabulary().compile(pattern))


def _day_range(tape: str, words: list[str], found: Found) -> Found:
    """Widen a day of a month to a range whose first day stands before it as a number: من 14 إلى 15 تموز."""
    first, last, (_, value) = found
    if value.day is None or value.until or not (value.month or value.period == "mo"):
        return found
    match = _range_start().search(tape[max(0, first - _LISTED) : first])
    if match is None:
        return found
    shift = max(0, first - _LISTED)
    at = shift + match.start()
    if at and tape[at - 1] in codes_of("{slash|dash}"):
        return found  # 9 of 3/9
    joined = tape[first] in codes_of("{+daylike}")
    if (match["joined"] is not None) != joined or (
        (joined or tape[first - 1] in _ands()) and not (match["of"] or match["days"])
    ):
        return found
    day = number_of(words[shift + match.start("day") : shift + match.end("day")])
    start = msgspec.structs.replace(value, day=day, weekday=None, until=value)
    return shift + match.start(), last, ("date/day-range", start)


@cache
def _ands() -> frozenset[str]:
    """Return the codes of a conjunction written apart."""
    return codes_of("{and}")


def _night(tape: str, first: Found, second: Found) -> bool:
    """Is it the night between two weekdays: ليل السبت الأحد؟"""
    days = first[2][1].weekday, second[2][1].weekday
    after_night = first[0] > 0 and tape[first[0] - 1] in codes_of("{?night|part|mid}")
    return after_night and None not in days and second[2][1].weekday == ((days[0] or 0) + 1) % 7


def _written(first: Found, second: Found) -> bool:
    """Are both dates of the calendar (14 حزيران - 15 تموز), so that من may be left out?"""
    return all(value.month or value.year or value.weekday is not None for _, _, (_, value) in (first, second))


def _same_day(tape: str, first: Found, second: Found) -> Found | None:
    """Make one date of two that stand side by side: الخميس الموافق 20 أغسطس، أمس السبت (31 أكتوبر)."""
    one, two = first[2][1], second[2][1]
    if second[0] - first[1] > _NEAR or one.until or two.until or (two.day is None and two.hijri == one.hijri):
        return None
    dayful = one.weekday is not None or one.period == "d" or one.day is not None or bool(one.steps)
    if not dayful:
        return None
    joints, between = _joints(), tape[first[1] : second[0]]
    if joints.bracket.fullmatch(between) and tape[second[1] : second[1] + 1] in codes_of("{closing}"):
        return first[0], second[1] + 1, ("date/apposition", _preferred(one, two))
    agreeing = any(code in codes_of("{agreeing}") for code in between + tape[second[0]])
    if joints.agreeing.fullmatch(between) and (agreeing or one.day is None):
        return first[0], second[1], ("date/apposition", _preferred(one, two))
    return None


def _preferred(one: DateExpression, two: DateExpression) -> DateExpression:
    """Of a Hijri and a Gregorian date of one day keep the Gregorian and the flag."""
    if one.hijri and one.day and not two.hijri:
        return msgspec.structs.replace(two, beside=one, weekday=one.weekday)
    if two.hijri and one.day and not one.hijri:
        return msgspec.structs.replace(one, beside=two)
    return merge(one, two)


def find_dates(text: Text, known: Annotations) -> Iterator[Annotation]:
    """Yield the date expressions of a text whose numbers are known; values are ``DateExpression``, never
    raises."""
    return _annotated(settled_tape(text, known.of(Kind.NUMBER)), text, load_dates(), heads=True)


def find_dates_on(tape: str, text: Text) -> Iterator[Annotation]:
    """Yield the date expressions of a phrase outside any article, where 22-4 is one as well, on its settled
    tape; distances such as بعد يومين are left to ``temporal``."""
    return _annotated(tape, text, load_phrases())


def _annotated(
    tape: str, text: Text, matcher: Matcher[DateExpression], heads: bool = False
) -> Iterator[Annotation]:
    """Yield what the rules of a matcher find on a tape, joined; ``heads``: with what says which of a month or
    year is meant."""
    pieces = _pieces(tape, text.words, matcher)
    beyond = [_with_year_beyond(tape, text.words, piece) for piece in pieces]
    pieces = settle_overlaps(beyond) if beyond != pieces else pieces
    if heads:
        wider = [_nth_of(tape, text.words, piece) for piece in pieces]
        pieces = settle_overlaps(wider) if wider != pieces else pieces
    for first, last, (rule, read) in _join(tape, text.words, pieces):
        elsewhere = heads and rule == "date/ago" and _counts_from_another(tape, text.words, last)
        named = heads and _in_name(read, text.words, first)
        value = DateExpression() if elsewhere else set_tense(read, text, first)
        start = text.starts[first] + _joined_letters(text.words[first])
        yield Annotation(Kind.DATE, start, text.end(last - 1), first, last, IN_NAME if named else rule, value)


def _counts_from_another(tape: str, words: list[str], at: int) -> bool:
    """Does من follow, so that the distance counts from what is named there: قبل أسبوعين من الانتخابات؟"""
    here = codes_of("{now}") | codes_of("{?day:al}")
    if tape[at : at + 1] not in codes_of("{of}") or tape[at + 1 : at + 2] in here:
        return False
    return at + 1 < len(words) and words[at + 1] not in load_words("dated_names.toml", "time_itself")


_YEAR_DIGITS = 4
_NOTHING_COUNTED = frozenset(("", ".", "،", ",", "؛", ":", "!", "؟", ")", "»"))


def _with_year_beyond(tape: str, words: list[str], piece: Found) -> Found:
    """Widen a month by a year that no calendar has, and leave it without a date, so that it does not get
    another's year: 5 أيار سنة 1000000000. A number that may count what follows it is none."""
    first, at, (rule, e) = piece
    if e.month is None or (e.year, e.period, e.until, e.within) != (None,) * 4:
        return piece
    said = tape[at : at + 1] in codes_of("{year}")
    at += said
    if at >= len(words) or len(words[at]) <= _YEAR_DIGITS or not words[at].isdecimal():
        return piece
    if not said and "".join(words[at + 1 : at + 2]) not in _NOTHING_COUNTED:
        return piece
    return first, at + 1, (rule, DateExpression())


#: The rule of what is written like a date and is a name: شارع 9 يوليو. Its number counts nothing either.
IN_NAME = "date/name"


def _in_name(e: DateExpression, words: list[str], first: int) -> bool:
    """Is a day and month without a year the name of a street, a party, an uprising?"""
    if not first or e.day is None or e.month is None or (e.year, e.weekday, e.until) != (None,) * 3:
        return False
    before = words[first - 1]
    return before.lstrip("وفبلك").removeprefix("ال") in _name_heads() or before in _name_heads()


@cache
def _name_heads() -> frozenset[str]:
    """Return the folded words after which a day and month are a name, without the article."""
    return load_words("dated_names.toml", "dated")


def _joined_letters(word: str) -> int:
    """Return how many letters before a date belong to another word: وبالأمس has two; للربع is left whole."""
    bits = int(load_vocabulary().clitics.get(word, 0))
    if not bits:
        return 0
    preposition = bits & _PREPOSITION
    whole = bits & _TO_THE == _TO_THE
    return bool(bits & _CONJUNCTION) + (bool(preposition) and not whole)


_CONJUNCTION = int(Clitic.CONJUNCTION)
_PREPOSITION = int(Clitic.BEH | Clitic.LAM | Clitic.KAF)
_TO_THE = int(Clitic.LAM | Clitic.ARTICLE)


class Dates:
    """The stage that reads dates; it comes before quantities, whose numbers it may claim."""

    needs: frozenset[Kind] = frozenset({Kind.NUMBER})
    makes: frozenset[Kind] = frozenset({Kind.DATE})

    def annotate(self, text: Text, known: Annotations) -> Iterator[Annotation]:
        """Yield the dates of ``text``."""
        return find_dates(text, known)


DATES = Dates()
