"""Rules for dates on the calendar: a day, a month, a year, in words, digits or both."""

from __future__ import annotations

import re

from rawi.annotations.calendar import (
    DAY,
    HIJRI,
    MOD,
    MOD_HEADS,
    MONTH,
    RELATIVE_YEAR,
    SURE_MONTH,
    TENSE,
    TENSES,
    THIS,
    WEEKDAY,
    YEAR,
    lexemes_of,
    mod_of,
    month_of,
    rank_of,
    shift_of,
    tense_of,
    weekday_of,
)
from rawi.annotations.numbers import number_of
from rawi.annotations.vocabulary import role_of
from rawi.arabic.fold import fold
from rawi.model.calendar import DateExpression
from rawi.model.lexeme import Lexeme
from rawi.rules.rule import Example, Rule

_LEAD = (
    f"(?P<lead>{WEEKDAY}(?:{{comma|colon|in}})?(?:{{agreeing}}{{joined}}?)?|{{?agreeing}}{{joined}}?"
    "|{?day:noal}{slash}?)?"
)
_YEAR_AFTER = f"(?P<y>{{comma}}?{{of}}?{{year}}?{YEAR}{{hijri_mark}}?|{RELATIVE_YEAR})?"
_D = "{?daylike}"
_WEAK = "{?month_weak|month_faint}"


def _group(match: re.Match[str], name: str, words: list[str]) -> list[str]:
    """Return the words of a group; none if it is not in the pattern or did not take part."""
    if name not in match.re.groupindex:
        return []
    first, last = match.span(name)
    return words[first:last] if last > first else []


def day_of(words: list[str]) -> int | None:
    """Return the day of a month that words name, in digits, as a number or a rank; None if there is none."""
    if not words:
        return None
    return rank_of(lexemes_of(words)) or number_of(words) or None


def year_of(words: list[str]) -> int | None:
    """Return the year in words that may hold more: من عام ألفين وعشرين."""
    for at, word in enumerate(words):
        if word[:1].isdecimal() or role_of(word) not in _NOT_YEARS:
            return number_of(words[at:]) or None
    return None


#: Classes of the words before the number of a year; ``""`` is that of words the lexicons do not know.
_NOT_YEARS = frozenset(("", "year", "years", "of", "era", "hijri_mark", *TENSES))


def build_calendar(match: re.Match[str], words: list[str]) -> DateExpression | None:
    """Build a date from the groups lead, mod, d, m, t and y of a match."""
    month, hijri = month_of(lexemes_of(_group(match, "m", words)))
    year_words = _group(match, "y", words)
    year, relative = year_of(year_words), lexemes_of(year_words)
    roles = {lexeme.role for lexeme in relative}
    by_year = year is None and "year" in roles
    return DateExpression(
        year=year,
        month=month,
        day=day_of(_group(match, "d", words)),
        weekday=weekday_of(lexemes_of(_group(match, "lead", words))),
        period="a" if by_year else None,
        shift=shift_of(relative) if by_year else None,
        same="same" in roles,
        tense=tense_of(lexemes_of(_group(match, "t", words))),  # type: ignore[arg-type]
        mod=mod_of(lexemes_of(_group(match, "mod", words))),
        hijri=hijri or "hijri_mark" in roles or (month is None and _is_hijri(year, relative)),
    )


def _is_hijri(year: int | None, lexemes: list[Lexeme]) -> bool:
    """Is a year of the last centuries of the Hijri calendar meant? Arabic news names none of the years 1300
    to 1500 AD."""
    era = any(lexeme.role == "era" for lexeme in lexemes)
    return year is not None and 1300 <= year <= 1500 and not era


def build_numeric(match: re.Match[str], words: list[str]) -> DateExpression | None:
    """Build 18-7-2012, 2012-07-18 or 5/11/1436 هـ; where only one order gives a month, that one."""
    year, month, day = (number_of([words[match.start(name)]]) for name in ("y", "m", "d"))
    if month > 12 >= day:
        month, day = day, month
    if not 1 <= month <= 12:
        return None
    lead = lexemes_of(_group(match, "lead", words))
    weekday = weekday_of(lead)
    return DateExpression(year=year, month=month, day=day, weekday=weekday, hijri=_is_hijri(year, []))


def build_dotted(match: re.Match[str], words: list[str]) -> DateExpression | None:
    """Build 20.8.2015, which is one token."""
    parts = _DOTTED.fullmatch(words[match.start("dotted")])
    if parts is None or not 1 <= int(parts["m"]) <= 12:
        return None
    return DateExpression(year=int(parts["y"]), month=int(parts["m"]), day=int(parts["d"]))


_DOTTED = re.compile(r"(?P<d>[0-3]?\d)\.(?P<m>[01]?\d)\.(?P<y>(?:19|20)\d\d)")


def build_day_of_month(match: re.Match[str], words: list[str]) -> DateExpression | None:
    """Build 16 من هذا الشهر، الخامس من الشهر المقبل، 10 الجاري."""
    lead = lexemes_of(_group(match, "lead", words))
    return DateExpression(
        day=day_of(_group(match, "d", words)),
        weekday=weekday_of(lead),
        period="mo",
        shift=shift_of(lexemes_of(_group(match, "t", words))),
    )


def build_years(match: re.Match[str], words: list[str]) -> DateExpression | None:
    """Build 2021-2023 and 2016/2017: an interval of years."""
    first, last = (number_of([words[match.start(name)]]) for name in ("y", "z"))
    hijri = _is_hijri(first, []) and _is_hijri(last, [])
    end = DateExpression(year=last, hijri=hijri)
    return DateExpression(year=first, hijri=hijri, until=end) if first < last else None


#: What makes of نيسان a maker of cars.
_MAKERS = frozenset(
    map(fold, ("سيارة", "سيارات", "سيارتا", "شركة", "شركتا", "مصنع", "مصانع", "صانعة", "مجموعة"))
)


def build_month(match: re.Match[str], words: list[str]) -> DateExpression | None:
    """Build a month, unless it is the name of a maker: شركة نيسان."""
    before = words[match.start() - 1] if match.start() else ""
    return None if before.removeprefix("ل").removeprefix("ال") in _MAKERS else build_calendar(match, words)


DAY_RULES = (
    Rule(
        "date/years",
        "{?year|years|both}?(?P<y>{?yearlike}){dash|slash}(?P<z>{yearlike}){hijri_mark}?",
        build_years,
        (Example("خطة للأعوام 2021-2023", "للأعوام 2021-2023"), Example("رقمه 2021-15", None)),
        heads="year|years|both|yearlike",
    ),
    Rule(
        "date/day",
        f"(?<!{{?fraction|share:al}}){_LEAD}(?P<d>{DAY}|{{?ordinal}}){{of}}?{{moon|both}}?(?P<m>{MONTH})(?P<t>{TENSE})?{_YEAR_AFTER}",
        build_calendar,
        (
            Example("عاد يوم الثلاثاء 6 كانون الأول 2016 إلى القرية", "يوم الثلاثاء 6 كانون الأول 2016"),
            Example("عاد في السادس من يونيو/حزيران المقبل", "السادس من يونيو/حزيران المقبل"),
            Example("أعاد 6 كتب", None),
        ),
        heads="day|weekday|agreeing|daylike|ordinal|eleventh|first_of",
    ),
    Rule(
        "date/month",
        f"(?:(?P<mod>{MOD})|{{?this}})?{{?moon|both}}?(?P<m>{SURE_MONTH})(?P<t>{TENSE})?{_YEAR_AFTER}",
        build_month,
        (
            Example("أغلق المعبر مطلع تشرين الأول/أكتوبر من عام 2019", "مطلع تشرين الأول/أكتوبر من عام 2019"),
            Example("أغلق المعبر في يوليو (تموز) الماضي", "يوليو (تموز) الماضي"),
            Example("تولى كانون المدينة", None),
        ),
        heads=f"{MOD_HEADS}|this|both|moon|month|month_pair|month_weak|month_faint",
    ),
    Rule(
        "date/libyan-day",
        "(?P<d>{?daylike}{rest}*){of}?{moon}?(?P<m>{month_libyan})(?P<y>{of}?{year}?{yearlike}{rest}*)",
        build_calendar,
        (Example("صدر القرار في 17 هانيبال 1988", "17 هانيبال 1988"), Example("جلس 17 هانيبال", None)),
        heads="daylike",
    ),
    Rule(
        "date/month-day",
        f"(?P<m>{SURE_MONTH})(?P<d>{{daylike}})(?P<y>{{comma}}{{yearlike}})",
        build_calendar,
        (Example("صدر العدد في يوليو 18, 2012", "يوليو 18, 2012"), Example("زار في يوليو 18 متحفا", None)),
        heads="month|month_pair|month_weak|month_faint",
    ),
    Rule(
        "date/month-weak",
        f"(?:(?:(?P<mod>{MOD})|{{?this}}){{?moon|both}}?(?P<m>{_WEAK})|{{?moon|both}}(?P<n>{_WEAK})|(?<={{in|since|until|within|to|between}})(?P<o>{{month_weak}})"
        f"|(?P<p>{_WEAK})(?={TENSE}|{{?comma}}?{{?year}}?{{?yearlike}})|(?P<q>{_WEAK})(?={{?to|until}}|{{dash}}{{month|month_pair|month_weak|month_faint}}))(?P<t>{TENSE})?{_YEAR_AFTER}",
        lambda match, words: _weak(match, words),
        (Example("أغلق المعبر في مارس 2019", "مارس 2019"), Example("مارس الطبيب مهنته", None)),
        heads=f"{MOD_HEADS}|this|both|moon|month_weak|month_faint",
    ),
    Rule(
        "date/hijri-day",
        f"{_LEAD}(?P<d>{DAY}){{of}}?{{moon|both}}?(?P<m>{HIJRI})(?P<t>{TENSE})?(?P<y>{{comma}}?{{of}}?{{year}}?(?:{YEAR}{{hijri_mark}}?|{{daylike|amount}}{{rest}}*{{hijri_mark}}))?",
        build_calendar,
        (Example("ولد في 12 رجب 1440 هـ", "12 رجب 1440 هـ"), Example("قابل رجب 12 ضيفا", None)),
        heads="day|weekday|agreeing|daylike|ordinal|eleventh|first_of",
    ),
    Rule(
        "date/hijri-month",
        f"(?P<mod>{MOD})?(?:{{?moon|both}}(?P<m>{HIJRI})|(?P<n>{{?hijri_month}}|{{?hijri_pair}}{{ordinal|final_month:al}}|{{?possessor}}{{possessed}}|{HIJRI}(?={{of|comma}}?{{?year}}?{{?yearlike}})))(?P<t>{TENSE})?"
        f"(?P<y>{{comma}}?{{of}}?{{year}}?(?:{YEAR}{{hijri_mark}}?|{{daylike|amount}}{{rest}}*{{hijri_mark}}))?",
        lambda match, words: _weak(match, words),
        (Example("يقام السوق في شهر شعبان", "شهر شعبان"), Example("زار شعبان القرية", None)),
        heads=f"{MOD_HEADS}|both|moon|hijri_month|hijri_weak|hijri_pair|possessor|zero",
    ),
    Rule(
        "date/numeric",
        f"{_LEAD}(?:(?P<d>{_D})(?:{{slash}}(?P<m>{_D}){{slash}}|{{dash}}(?P<m2>{_D}){{dash}})(?P<y>{{yearlike}})(?:{{hijri_mark|era}})?)",
        lambda match, words: _numeric(match, words),
        (Example("سافر في 18-7-2012 إلى الجبل", "18-7-2012"), Example("فاز 3/2 في المباراة", None)),
        heads="day|weekday|agreeing|daylike",
    ),
    Rule(
        "date/iso",
        f"(?P<y>{{?yearlike}}){{dash|slash}}(?P<m>{_D}){{dash|slash}}(?P<d>{_D})",
        build_numeric,
        (Example("سافر في 2012-07-18", "2012-07-18"), Example("سافر 2012 رجلا", None)),
        heads="yearlike",
    ),
    Rule(
        "date/dotted",
        "(?P<dotted>{?decimal})",
        build_dotted,
        (Example("سافر في 20.8.2015", "20.8.2015"), Example("وزنه 20.8 كيلوغراما", None)),
        heads="decimal",
    ),
    Rule(
        "date/day-of-month",
        f"{_LEAD}(?P<d>{DAY})(?P<t>{{of|in}}?{{moon:al}}{{ago|after}}?{TENSE}|{{of|in}}?{THIS}{{moon:al}}|{{present:al}}(?!.?{{moon}}))",
        build_day_of_month,
        (Example("يعود في 16 من الشهر الجاري", "16 من الشهر الجاري"), Example("بقي 16 من الضيوف", None)),
        heads="day|weekday|agreeing|daylike|ordinal|eleventh|first_of",
    ),
)


def _weak(match: re.Match[str], words: list[str]) -> DateExpression | None:
    """Build a month whose name may stand in one of several groups, according to what makes it a month."""
    built = build_calendar(match, words)
    name = next((name for name in ("m", "n", "o", "p", "q") if _group(match, name, words)), "m")
    month, hijri = month_of(lexemes_of(_group(match, name, words)))
    if built is None or month is None:
        return None
    return DateExpression(
        year=built.year,
        month=month,
        period=built.period,
        shift=built.shift,
        tense=built.tense,
        mod=built.mod,
        hijri=hijri or built.hijri,
    )


def _numeric(match: re.Match[str], words: list[str]) -> DateExpression | None:
    """Build a date in digits whose separators are slashes or dashes."""
    middle = "m" if match["m"] else "m2"
    day, month, year = (number_of([words[match.start(name)]]) for name in ("d", middle, "y"))
    if month > 12 >= day:
        month, day = day, month
    if not 1 <= month <= 12:
        return None
    lead = lexemes_of(_group(match, "lead", words))
    weekday = weekday_of(lead)
    hijri = role_of(words[match.end() - 1]) == "hijri_mark" or _is_hijri(year, [])
    return DateExpression(year=year, month=month, day=day, weekday=weekday, hijri=hijri)
