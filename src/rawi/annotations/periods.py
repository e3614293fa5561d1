"""Rules for dates that count from a day the words do not name: أمس، الشهر الماضي، قبل خمس سنوات، ربيع العام
المقبل."""

from __future__ import annotations

import re

from rawi.annotations.calendar import (
    BEFORE_ERA,
    MOD,
    MOD_HEADS,
    TENSE,
    THIS,
    YEAR,
    lexemes_of,
    mod_of,
    shift_of,
    tense_of,
    weekday_of,
)
from rawi.annotations.days import year_of
from rawi.annotations.numbers import number_of
from rawi.annotations.vocabulary import load_words, role_of
from rawi.model.calendar import DateExpression
from rawi.model.lexeme import Lexeme
from rawi.rules.rule import Example, Rule

_WHICH = f"(?:{{ago|after}}?{TENSE}|{{same}})"
_COUNTED = "day|days|week|weeks|moon|moons|year|years|decade|decades"
AMOUNT = (
    f"(?:{{about}}?(?:{{daylike|amount|share}}{{rest}}*(?P<p>{{{_COUNTED}}})"
    "|(?P<one>{day|week|moon|year|decade:noal}{one}?)|(?P<two>{period_dual:noal}))"
    f"(?P<more>{{+share}}{{rest}}*(?:{{{_COUNTED}:al}})?)?)"
)


def _period(lexemes: list[Lexeme]) -> str | None:
    """Return the unit of the first word for a period; that of decades is ``decade``."""
    return next((str(lexeme.value) for lexeme in lexemes if lexeme.role in _PERIODS), None)


_PERIODS = frozenset((*_COUNTED.split("|"), "period_dual"))


def _singular(lexemes: list[Lexeme]) -> str | None:
    """Return the unit of the first singular word for a period: الأشهر الأخيرة من العام is of a year."""
    return next((str(lexeme.value) for lexeme in lexemes if lexeme.role in _SINGULARS), None)


_SINGULARS = frozenset(("day", "week", "moon", "year", "decade", "century"))


def build_period(match: re.Match[str], words: list[str]) -> DateExpression | None:
    """Build الشهر الماضي، هذا العام، مطلع العام الجاري."""
    lexemes = lexemes_of(words[match.start() : match.end()])
    same = any(lexeme.role in ("same", "same_of") for lexeme in lexemes)
    return DateExpression(
        period=_singular(lexemes),  # type: ignore[arg-type]
        shift=shift_of(lexemes),
        mod=mod_of(lexemes),
        same=same or any(lexeme.role == "previous" and _period(lexemes) == "mo" for lexeme in lexemes),
    )


def build_ago(match: re.Match[str], words: list[str]) -> DateExpression | None:
    """Build قبل خمس سنوات، بعد أسبوعين: the period that lies so many periods away."""
    lexemes = lexemes_of(words[match.start() : match.end()])
    direction = 1 if any(lexeme.role in ("after", "within") for lexeme in lexemes) else -1
    at = (
        next((i for i, lexeme in enumerate(lexemes) if lexeme.role in ("within", "after", "since", "ago")), 0)
        + 1
    )
    count = 2 if match["two"] else 1 if match["one"] else 0
    if not count:
        while lexemes_of([words[match.start() + at]]) and lexemes_of([words[match.start() + at]])[0].role in (
            "about",
            "within",
        ):
            at += 1
        count = number_of(words[match.start() + at : match.start("p")])
    period = _period(lexemes)
    if not count or period is None:
        return None
    if match["more"]:
        return _with_fraction(period, count, direction, words[match.start("more") : match.end("more")])
    if period == "wk":
        period, count = "d", count * 7  # قبل أسبوعين is a day, الأسبوع الماضي is a week
    return DateExpression(period=period, shift=direction * count)  # type: ignore[arg-type]


#: A fraction of a period is counted in the next smaller one.
_SMALLER = {"a": ("mo", 12), "mo": ("d", 30), "wk": ("d", 7), "decade": ("a", 10)}


def _with_fraction(period: str, count: int, direction: int, words: list[str]) -> DateExpression | None:
    """Build قبل سنة ونصف، قبل عامين ونصف العام: 18 and 30 months."""
    part = next((lexeme.number for lexeme in lexemes_of(words) if 0 < lexeme.number < 1), 0)
    if period not in _SMALLER or not part:
        return None
    smaller, by = _SMALLER[period]
    shift = direction * round((count + part) * by)
    return DateExpression(period=smaller, shift=shift)  # type: ignore[arg-type]


def build_deictic(match: re.Match[str], words: list[str]) -> DateExpression | None:
    """Build أمس، أول من أمس، بعد غد، and the weekday that stands beside it."""
    lexemes = lexemes_of(words[match.start() : match.end()])
    step = next((int(lexeme.number) for lexeme in lexemes if lexeme.role in ("yesterday", "tomorrow")), 0)
    if any(lexeme.role in ("ordinal", "ago", "after") for lexeme in lexemes):
        step *= 2
    weekday = weekday_of(lexemes)
    return DateExpression(period="d", shift=step, weekday=weekday)


def build_weekday(match: re.Match[str], words: list[str]) -> DateExpression | None:
    """Build الثلاثاء، الأحد الماضي، يوم الأحد من الأسبوع الماضي."""
    lexemes = lexemes_of(words[match.start() : match.end()])
    weekday = next(int(lexeme.number) for lexeme in lexemes if lexeme.role in ("weekday", "weekday_bare"))
    if any(lexeme.role == "week" for lexeme in lexemes):
        return DateExpression(weekday=weekday, period="wk", shift=shift_of(lexemes))
    day = DateExpression(weekday=weekday, tense=tense_of(lexemes))  # type: ignore[arg-type]
    if any(lexeme.role in ("ago", "after") for lexeme in lexemes):
        return DateExpression(steps=(("wk", 1 if day.tense == "future" else -1),), within=day)
    return day


def build_year(match: re.Match[str], words: list[str]) -> DateExpression | None:
    """Build عام 2015، نهاية 2017، سنة 1435."""
    lexemes = lexemes_of(words[match.start() : match.end()])
    year = year_of(words[match.start("y") : match.end("y")])
    roles = {lexeme.role for lexeme in lexemes}
    hijri = "hijri_mark" in roles or (year is not None and 1300 <= year <= 1500 and "era" not in roles)
    if year and "before" in match.re.groupindex and match["before"]:
        return DateExpression(year=1 - year, mod=mod_of(lexemes))  # the year 0 is 1 BC (EDTF)
    return DateExpression(year=year, mod=mod_of(lexemes), hijri=hijri) if year else None


PERIOD_RULES = (
    Rule(
        "date/period",
        f"(?:{MOD})?(?:{{?year|moon|week|century|decade:al}}{{ago|after}}?{_WHICH}|{THIS}{{year|moon|week|decade:al}}"
        f"|{{?early|mid|late}}{{year|moon|week:al}})",
        build_period,
        (
            Example("عاد العمال الشهر الماضي", "الشهر الماضي"),
            Example("أغلق المتجر مطلع العام الجاري", "مطلع العام الجاري"),
            Example("حضر الأمين العام الحفل", None),
        ),
        heads=f"{MOD_HEADS}|year|moon|week|century|decade|this|same_of",
    ),
    Rule(
        "date/window",
        f"(?:{{?period_dual:al}}|{{?days|weeks|moons|years|decades:al}}(?P<n>{{daylike}}{{rest}}*)|(?P<n2>(?:{{?daylike:al}}|{{al}}{{daylike}}){{rest}}*(?={{{_COUNTED}}})|{{?daylike}}{{rest}}*(?={{{_COUNTED}:noal}})){{{_COUNTED}}})(?:{TENSE}|{{last:al}})",
        lambda match, words: _window(match, words),
        (
            Example("نزح السكان خلال اليومين الماضيين", "اليومين الماضيين"),
            Example("نزح السكان في السنوات الخمس الماضية", "السنوات الخمس الماضية"),
            Example("نزح السكان في خمس سنوات", None),
        ),
        heads="period_dual|days|weeks|moons|years|decades|al|daylike",
    ),
    Rule(
        "date/ago",
        f"{{?ago}}{AMOUNT}",
        build_ago,
        (Example("عاد سامي قبل خمس سنوات", "قبل خمس سنوات"), Example("عاد سامي قبل خمسة رجال", None)),
        heads="ago",
    ),
    Rule(
        "date/since",
        f"{{?since}}{{about}}{AMOUNT}",
        build_ago,
        (Example("رحل سامي منذ نحو عامين", "منذ نحو عامين"), Example("رحل سامي منذ الصباح", None)),
        heads="since",
    ),
    Rule(
        "date/last-night",
        "{?night:al}{ago}?{past:al}",
        lambda match, words: DateExpression(period="d", shift=-(match.end() - match.start() - 1)),
        (
            Example("هطل المطر الليلة قبل الماضية", "الليلة قبل الماضية"),
            Example("هطل المطر ليلا", None),
        ),
        heads="night",
    ),
    Rule(
        "date/deictic",
        "{?day}?(?:{?yesterday}(?:{ordinal:al})?|{?ordinal|ago}{of}?{day}?{yesterday}|{?tomorrow}|{?after}{day}?{tomorrow})"
        "(?:{comma}?{day}?{weekday}|{opening}{weekday}{closing})?",
        build_deictic,
        (
            Example("عاد الوفد أمس السبت", "أمس السبت"),
            Example("عاد الوفد أول من أمس", "أول من أمس"),
            Example("أمسى الوفد في القرية", None),
        ),
        heads="day|yesterday|ordinal|ago|tomorrow|after",
    ),
    Rule(
        "date/today",
        "{?day:noal}?{?day:al}(?!{ordinal|last|following|same|past|future|one:al}|{same}|{al})(?:{comma}?{weekday}|{opening}{weekday}{closing})?",
        lambda match, words: _today(match, words),
        (Example("عاد الوفد اليوم السبت", "اليوم السبت"), Example("عاد الوفد في اليوم التالي", None)),
        heads="day",
    ),
    Rule(
        "date/weekday",
        f"(?<!{{?worship|days}}){{?day:noal}}?{{?weekday}}(?:{{ago|after}}?{TENSE}|{{of}}{{week:al}}{_WHICH})?",
        build_weekday,
        (
            Example("يعود الوفد يوم الأحد المقبل", "يوم الأحد المقبل"),
            Example("أدى صلاة الجمعة في القرية", None),
        ),
        heads="day|weekday",
    ),
    Rule(
        "date/weekday-of-week",
        f"{{?weekday_bare}}{{week:al}}{_WHICH}",
        build_weekday,
        (
            Example("عاد الوفد ثلاثاء الأسبوع الماضي", "ثلاثاء الأسبوع الماضي"),
            Example("زار خميس القرية", None),
        ),
        heads="weekday_bare",
    ),
    Rule(
        "date/year",
        f"(?:{MOD})?{{?this}}?{{?year|years|both}}(?:{TENSE})?(?P<y>{YEAR})(?:{{hijri_mark}}|(?P<before>{BEFORE_ERA}))?",
        build_year,
        (Example("بني الجسر نهاية عام 2017", "نهاية عام 2017"), Example("بني الجسر بعد 2017 يوما", None)),
        heads=f"{MOD_HEADS}|this|year|both",
    ),
    Rule(
        "date/year-of-period",
        f"(?:{MOD})(?P<y>{YEAR})",
        build_year,
        (Example("بني الجسر نهاية 2017", "نهاية 2017"), Example("بني الجسر في نهاية الطريق", None)),
        heads=MOD_HEADS,
    ),
)


def _window(match: re.Match[str], words: list[str]) -> DateExpression | None:
    """Build a window whose number stands after the noun (السنوات الخمس الماضية) or before it (الـ20 سنة
    المقبلة)."""
    lexemes = lexemes_of(words[match.start() : match.end()])
    name = "n" if match["n"] else "n2"
    count = (
        number_of([word for word in words[match.start(name) : match.end(name)] if role_of(word) != "al"])
        if match[name]
        else 2
    )
    period = _period(lexemes)
    if not count or period in ("h", "min", "s"):
        return None
    shift = -1 if any(lexeme.role == "last" for lexeme in lexemes) else shift_of(lexemes)
    return DateExpression(period=period, shift=shift, count=count)  # type: ignore[arg-type]


def _today(match: re.Match[str], words: list[str]) -> DateExpression | None:
    """Build اليوم, unless the next word makes it a particular day (اليوم الوطني) or a newspaper stands
    before it."""
    after = words[match.end()] if match.end() < len(words) else ""
    before = words[match.start() - 1] if match.start() else ""
    lexemes = lexemes_of(words[match.start() : match.end()])
    weekday = weekday_of(lexemes)
    if weekday is None and after in load_words("dated_names.toml", "day_name"):
        return None
    whole = before in load_words("dated_names.toml", "all_day") or (
        role_of(before) == "in" and match.end() == match.start() + 1
    )
    if weekday is None and whole and not after[:1].isdecimal():
        return None  # "24 hours a day": today has no preposition
    return DateExpression(period="d", shift=0, weekday=weekday)
