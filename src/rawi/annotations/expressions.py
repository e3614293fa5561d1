"""Rules for expressions that are dates only alone: in an article بعد يومين is a duration and 22-4 a score."""

from __future__ import annotations

import re

import msgspec

from rawi.annotations.calendar import (
    DAY,
    SURE_MONTH,
    TENSE,
    WEEKDAY,
    lexemes_of,
    month_of,
    shift_of,
    tense_of,
    weekday_of,
)
from rawi.annotations.days import build_calendar, day_of, year_of
from rawi.annotations.numbers import number_of
from rawi.annotations.vocabulary import role_of
from rawi.model.calendar import DateExpression
from rawi.rules.rule import Example, Rule

_SHORT = re.compile(r"(?P<day>[0-3]?\d)\.(?P<month>[0-3]?\d)")


def build_short(match: re.Match[str], words: list[str]) -> DateExpression | None:
    """Build 22-4 and 6/8: a day and a month, in the order that gives a month.

    A fraction (3/4 الكعكة) and, with a dash, a score (بنتيجة 3-1) is none.
    """
    day, month = (number_of([words[match.start(name)]]) for name in ("d", "m"))
    before = words[match.start() - 1] if match.start() else ""
    after = words[match.end()] if match.end() < len(words) else ""
    dash = words[match.start("m") - 1] not in "/\\"
    if after.startswith("ال") and role_of(after) == "":
        return None
    if (
        dash
        and before
        and not match["lead"]
        and max(day, month) <= 12
        and role_of(before) not in _BEFORE_SHORT
    ):
        return None
    found = _day_and_month(day, month)
    weekday = weekday_of(lexemes_of(words[match.start() : match.end("lead")])) if match["lead"] else None
    return found and msgspec.structs.replace(found, weekday=weekday)


_BEFORE_SHORT = frozenset(
    (
        "this",
        "in",
        "at",
        "day",
        "ago",
        "after",
        "within",
        "since",
        "until",
        "to",
        "of",
        "date_noun",
        "agreeing",
        "about",
    )
)
_CENTURY = 69  # POSIX: two digits up to 68 are of this century


def _whole_year(year: int) -> int:
    """Return the year that two digits mean."""
    return year + (2000 if year < _CENTURY else 1900)


def build_dotted_year(match: re.Match[str], words: list[str]) -> DateExpression | None:
    """Build 30.11.07 and 2015.3, which are one token each."""
    word = words[match.start()]
    if parts := _DOTTED_YEAR.fullmatch(word):
        found = _day_and_month(int(parts["day"]), int(parts["month"]))
        return found and msgspec.structs.replace(found, year=_whole_year(int(parts["year"])))
    parts = _YEAR_MONTH.fullmatch(word)
    if parts and 1 <= int(parts["month"]) <= 12:
        return DateExpression(year=int(parts["year"]), month=int(parts["month"]))
    return None


_DOTTED_YEAR = re.compile(r"(?P<day>[0-3]?\d)\.(?P<month>[0-3]?\d)\.(?P<year>\d\d)")
_YEAR_MONTH = re.compile(r"(?P<year>(?:19|20)\d\d)\.(?P<month>[01]?\d)")


def build_month_and_short_year(match: re.Match[str], words: list[str]) -> DateExpression | None:
    """Build أكتوبر 73: a number that is no day of a month is a year."""
    month, _ = month_of(lexemes_of(words[match.start() : match.start("y")]))
    year = number_of(words[match.start("y") : match.end("y")])
    return DateExpression(year=1900 + year, month=month) if 31 < year < 100 else None


def build_split_year(match: re.Match[str], words: list[str]) -> DateExpression | None:
    """Build عام تسعة عشر تسعة وتسعين: a year said in two halves."""
    century, year = (number_of(words[match.start(name) : match.end(name)]) for name in ("c", "y"))
    month, _ = month_of(lexemes_of(words[match.start("m") : match.end("m")])) if match["m"] else (None, False)
    return (
        DateExpression(year=100 * century + year, month=month) if 10 <= century <= 20 and year < 100 else None
    )


def build_spoken(match: re.Match[str], words: list[str]) -> DateExpression | None:
    """Build بكرة، بعد بكرة, tomorrow in speech, unless it is "with a ball"."""
    after = words[match.end()] if match.end() < len(words) else ""
    lexemes = lexemes_of(words[match.start() : match.end()])
    shift = int(lexemes[-1].number) * len(lexemes)
    return None if after.startswith("ال") and shift else DateExpression(period="d", shift=shift)


def build_that_day(match: re.Match[str], words: list[str]) -> DateExpression | None:
    """Build اليوم التالي, اليوم الماضي; اليوم الأخير is a day that nothing here settles."""
    lexemes = lexemes_of(words[match.start() : match.end()])
    if lexemes[-1].role == "last":
        return DateExpression(period="d", count=0)
    return DateExpression(period="d", shift=shift_of(lexemes))


def build_ranked_day(match: re.Match[str], words: list[str]) -> DateExpression | None:
    """Build عدت في الثاني: a day of the month of the reference."""
    day = day_of(words[match.start("d") : match.end("d")])
    hour = words[match.start("d")].endswith("ه")  # feminine: في السابعة
    return DateExpression(day=day, period="mo", shift=0) if day and not hour else None


def build_short_dotted(match: re.Match[str], words: list[str]) -> DateExpression | None:
    """Build 22.4, which is one token."""
    parts = _SHORT.fullmatch(words[match.start()])
    return _day_and_month(int(parts["day"]), int(parts["month"])) if parts else None


def _day_and_month(day: int, month: int) -> DateExpression | None:
    """Return the date of a day and a month, which may have changed places; None if neither can be a month."""
    if month > 12:
        day, month = month, day
    return DateExpression(month=month, day=day) if 1 <= month <= 12 and 1 <= day <= 31 else None


def build_month_of_year(match: re.Match[str], words: list[str]) -> DateExpression | None:
    """Build 3/2015 and 2015-3."""
    names = ("y", "m") if match["y"] else ("y2", "m2")
    year, month = (number_of([words[match.start(name)]]) for name in names)
    return DateExpression(year=year, month=month) if 1 <= month <= 12 else None


def build_weekday_and_day(match: re.Match[str], words: list[str]) -> DateExpression | None:
    """Build السبت السادس عشر: a day of the month of the reference."""
    lead = lexemes_of(words[match.start() : match.start("d")])
    weekday = next((int(lexeme.number) for lexeme in lead if lexeme.role == "weekday"), None)
    day = day_of(words[match.start("d") : match.end("d")])
    return DateExpression(day=day, weekday=weekday, period="mo", shift=0)


def build_numbered_month(match: re.Match[str], words: list[str]) -> DateExpression | None:
    """Build شهر 2 الماضي، 25 شهر 12 سنة 2019، أول شهر 9."""
    month = number_of(words[match.start("n") : match.end("n")])
    if not 1 <= month <= 12:
        return None
    tense = tense_of(lexemes_of(words[match.start() : match.end()]))
    day = day_of(words[match.start("d") : match.end("d")]) if match["d"] else None
    year = year_of(words[match.start("y") : match.end("y")]) if match["y"] else None
    return DateExpression(year=year, month=month, day=day, tense=tense)  # type: ignore[arg-type]


def build_weak_month(match: re.Match[str], words: list[str]) -> DateExpression | None:
    """Build مارس where nothing but the phrase says that it is a month: it is all of it, or after في."""
    first = match.start() + (role_of(words[match.start()]) == "this")
    before = words[first - 1] if first else ""
    alone = not any(words[: match.start()]) and not any(word != "." for word in words[match.end() :])
    if not alone and not (role_of(before) in _BEFORE_SHORT and role_of(words[first]) != "month_faint"):
        return None
    month, hijri = month_of(lexemes_of(words[match.start() : match.end()]))
    return DateExpression(month=month, hijri=hijri)


def build_any_year(match: re.Match[str], words: list[str]) -> DateExpression | None:
    """Build عام مائتين وسبعة وستين."""
    year = number_of(words[match.start("y") : match.end("y")])
    return DateExpression(year=1 - year if match["before"] else year) if year else None


PHRASE_RULES = (
    Rule(
        "date/short",
        f"(?P<lead>{WEEKDAY}{{comma|colon|in}}?(?:{{agreeing}}{{joined}}?)?)?(?P<d>{{?daylike}}){{slash|dash}}(?P<m>{{daylike}})"
        "(?!{month|month_weak|month_faint|month_pair|moon|in|of|this|slash|dash|percent|sign})",
        build_short,
        (Example("يعود في 22-4", "22-4"), Example("فازوا 3-1", None)),
        heads="day|weekday|daylike",
    ),
    Rule(
        "date/short-dotted",
        "{?decimal|amount}",
        build_short_dotted,
        (Example("يعود في 22.4", "22.4"), Example("يعود 22.45", None)),
        heads="decimal|amount",
    ),
    Rule(
        "date/month-of-year",
        "(?:(?P<m>{?daylike}){slash|dash}(?P<y>{yearlike})|(?P<y2>{?yearlike}){slash|dash}(?P<m2>{daylike})(?!{dash}))(?!{slash})",
        build_month_of_year,
        (Example("يعود في 3/2015", "3/2015"), Example("يعود 3 من 2015", None)),
        heads="daylike|yearlike",
    ),
    Rule(
        "date/weekday-and-day",
        f"{WEEKDAY}{{in}}?(?P<d>{DAY})",
        build_weekday_and_day,
        (Example("يعود السبت السادس عشر", "السبت السادس عشر"), Example("يعود السبت سامي", None)),
        heads="day|weekday",
    ),
    Rule(
        "date/month-and-day",
        f"{{?moon|both}}?(?P<m>{SURE_MONTH}){{slash}}?(?P<d>{DAY})(?P<y>{{of|comma}}?{{year}}?{{yearlike}}{{rest}}*)?",
        build_calendar,
        (Example("يعود شباط الرابع عشر", "شباط الرابع عشر"), Example("يعود شباط القارس", None)),
        heads="moon|both|month|month_pair|month_weak|month_faint",
    ),
    Rule(
        "date/numbered-month",
        f"(?:{{?day:noal}}?(?P<d>{DAY}|{{?ordinal}}){{of}}?{{moon|both}}|{{?moon|both}})(?P<n>{{daylike}}{{rest}}*)"
        f"(?:(?P<y>{{of|in|comma}}?{{year}}?{{yearlike}}{{rest}}*{{era}}?)|{TENSE}|{{past}})?",
        build_numbered_month,
        (Example("يعود شهر 2", "شهر 2"), Example("يعود شهر العسل", None)),
        heads="moon|both|day|daylike|ordinal|eleventh|first_of",
    ),
    Rule(
        "date/short-year",
        "(?P<d>{?daylike})(?:{slash}(?P<m>{daylike}){slash}|{dash}(?P<n>{daylike}){dash})(?P<y>{daylike|amount|number})",
        lambda match, words: _short_year(match, words),
        (Example("يعود 16/04/21", "16/04/21"), Example("يعود 16/04/2", None)),
        heads="daylike",
    ),
    Rule(
        "date/dotted-year",
        "{?decimal|amount}",
        build_dotted_year,
        (Example("فاتورة مؤرخة في 30.11.07", "30.11.07"), Example("وزنه 30.11 غراما", None)),
        heads="decimal|amount",
    ),
    Rule(
        "date/month-short-year",
        f"{{?moon|both}}?{SURE_MONTH}(?P<y>{{amount}})",
        build_month_and_short_year,
        (Example("حرب أكتوبر 73", "أكتوبر 73"), Example("في أكتوبر 730 زائرا", None)),
        heads="moon|both|month|month_pair|month_weak|month_faint",
    ),
    Rule(
        "date/split-year",
        f"(?:{{?moon|both}}?(?P<m>{SURE_MONTH}){{of}}?)?{{?year}}(?P<c>{{daylike}}{{rest}}*)(?P<y>{{?daylike|amount}}{{rest}}*)",
        build_split_year,
        (Example("ولد عام تسعة عشر تسعة وتسعين", "عام تسعة عشر تسعة وتسعين"), Example("بعد عام", None)),
        heads="moon|both|month|month_pair|month_weak|month_faint|year",
    ),
    Rule(
        "date/spoken",
        "{after}?{?spoken}",
        build_spoken,
        (Example("أراك بكرة", "بكرة"), Example("يلعب بكرة القدم", None)),
        heads="spoken|after",
    ),
    Rule(
        "date/that-day",
        "{?day:al}{past|previous|future|following|last:al}",
        build_that_day,
        (Example("يعود في اليوم التالي", "اليوم التالي"), Example("يعود في اليوم الوطني", None)),
        heads="day",
    ),
    Rule(
        "date/ranked-day",
        "(?<={in})(?P<d>{?ordinal:al}(?:{ten}|{+tens})?|{?eleventh:al}(?:{ten}|{+tens}))(?={dot}|.?$)",
        build_ranked_day,
        (Example("عاد في الثاني", "الثاني"), Example("عاد في الثاني من الصف", None)),
        heads="ordinal|eleventh",
    ),
    Rule(
        "date/weak-month",
        "{this}?{?month_weak|month_faint|hijri_weak|zero:noal}",
        build_weak_month,
        (Example("مارس", "مارس"), Example("يعود مارس", None)),
        heads="this|month_weak|month_faint|hijri_weak|zero",
    ),
    Rule(
        "date/any-year",
        "{?year}(?P<y>{amount|yearlike}{rest}*)(?P<before>{ago}{nativity})?",
        build_any_year,
        (Example("وقع عام مائتين وسبعة وستين", "عام مائتين وسبعة وستين"), Example("وقع عام سعيد", None)),
        heads="year",
    ),
)


def _short_year(match: re.Match[str], words: list[str]) -> DateExpression | None:
    """Build a date in digits with a year of two of them, whose separators are slashes or dashes."""
    middle = "m" if match["m"] else "n"
    day, month, year = (number_of([words[match.start(name)]]) for name in ("d", middle, "y"))
    if len(words[match.start("y")]) != 2:
        return None
    found = _day_and_month(day, month)
    return found and msgspec.structs.replace(found, year=_whole_year(year))
