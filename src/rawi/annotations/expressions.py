"""Rules for expressions that are dates only alone: in an article بعد يومين is a duration and 22-4 a score."""

from __future__ import annotations

import re

from rawi.annotations.calendar import DAY, SURE_MONTH, TENSE, WEEKDAY, lexemes_of, month_of, tense_of
from rawi.annotations.days import build_calendar, day_of
from rawi.annotations.numbers import number_of
from rawi.model.calendar import DateExpression
from rawi.rules.rule import Example, Rule

_SHORT = re.compile(r"(?P<day>[0-3]?\d)\.(?P<month>[0-3]?\d)")


def build_short(match: re.Match[str], words: list[str]) -> DateExpression | None:
    """Build 22-4 and 6/8: a day and a month, in the order that gives a month."""
    day, month = (number_of([words[match.start(name)]]) for name in ("d", "m"))
    return _day_and_month(day, month)


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
    """Build 3/2015."""
    year, month = (number_of([words[match.start(name)]]) for name in ("y", "m"))
    return DateExpression(year=year, month=month) if 1 <= month <= 12 else None


def build_weekday_and_day(match: re.Match[str], words: list[str]) -> DateExpression | None:
    """Build السبت السادس عشر: a day of the month of the reference."""
    lead = lexemes_of(words[match.start() : match.start("d")])
    weekday = next((int(lexeme.number) for lexeme in lead if lexeme.role == "weekday"), None)
    day = day_of(words[match.start("d") : match.end("d")])
    return DateExpression(day=day, weekday=weekday, period="mo", shift=0)


def build_numbered_month(match: re.Match[str], words: list[str]) -> DateExpression | None:
    """Build شهر 2 الماضي."""
    month = number_of(words[match.start("n") : match.end("n")])
    tense = tense_of(lexemes_of(words[match.start() : match.end()]))
    return DateExpression(month=month, tense=tense) if 1 <= month <= 12 else None  # type: ignore[arg-type]


def build_weak_month(match: re.Match[str], words: list[str]) -> DateExpression | None:
    """Build مارس where nothing but the phrase says that it is a month."""
    month, hijri = month_of(lexemes_of(words[match.start() : match.end()]))
    return DateExpression(month=month, hijri=hijri)


def build_any_year(match: re.Match[str], words: list[str]) -> DateExpression | None:
    """Build عام مائتين وسبعة وستين."""
    year = number_of(words[match.start("y") : match.end("y")])
    return DateExpression(year=year) if year else None


PHRASE_RULES = (
    Rule(
        "date/short",
        "(?P<d>{?daylike}){slash|dash}(?P<m>{daylike})(?!{month|month_weak|month_faint|month_pair|moon|in|of|this})",
        build_short,
        (Example("يعود في 22-4", "22-4"), Example("يعود 22 رجلا", None)),
        heads="daylike",
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
        "(?P<m>{?daylike}){slash}(?P<y>{yearlike})",
        build_month_of_year,
        (Example("يعود في 3/2015", "3/2015"), Example("يعود 3 من 2015", None)),
        heads="daylike",
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
        f"{{?moon|both}}?(?P<m>{SURE_MONTH}){{slash}}?(?P<d>{DAY})(?P<y>{{of}}?{{year}}?{{yearlike}}{{rest}}*)?",
        build_calendar,
        (Example("يعود شباط الرابع عشر", "شباط الرابع عشر"), Example("يعود شباط القارس", None)),
        heads="moon|both|month|month_pair|month_weak|month_faint",
    ),
    Rule(
        "date/numbered-month",
        f"{{?moon|both}}(?P<n>{{daylike}}{{rest}}*)(?:{TENSE}|{{past}})?",
        build_numbered_month,
        (Example("يعود شهر 2", "شهر 2"), Example("يعود شهر العسل", None)),
        heads="moon|both",
    ),
    Rule(
        "date/weak-month",
        "{?month_weak|month_faint|hijri_weak}",
        build_weak_month,
        (Example("يعود مارس", "مارس"), Example("يعود القمر", None)),
        heads="month_weak|month_faint|hijri_weak",
    ),
    Rule(
        "date/any-year",
        "{?year}(?P<y>{amount|yearlike}{rest}*)",
        build_any_year,
        (Example("وقع عام مائتين وسبعة وستين", "عام مائتين وسبعة وستين"), Example("وقع عام سعيد", None)),
        heads="year",
    ),
)
