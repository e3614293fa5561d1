"""Rules for parts of a year and longer times: ربيع 2015، الربع الثاني، الثمانينيات، القرن التاسع عشر."""

from __future__ import annotations

import re

from rawi.annotations.calendar import (
    MOD,
    MOD_HEADS,
    RELATIVE_YEAR,
    TENSE,
    THIS,
    YEAR,
    lexemes_of,
    mod_of,
    rank_of,
    shift_of,
)
from rawi.annotations.days import day_of, year_of
from rawi.annotations.vocabulary import role_of
from rawi.model.calendar import DateExpression
from rawi.model.lexeme import Lexeme
from rawi.rules.rule import Example, Rule

_TENSES = "past|previous|present|future|following"
_OF_YEAR = f"(?P<y>{{of}}?{{year}}?{YEAR}|{RELATIVE_YEAR}|{{of}}{{year:al}}(?!{{{_TENSES}:al}}))"
_SEASON = "{?season|hijri_pair}"
_QUARTER = "{?fraction|chapter:al}"
_SPRING = 21


def build_division(match: re.Match[str], words: list[str]) -> DateExpression | None:
    """Build a season, quarter or half of a year: ربيع 2015، الربع الثاني من العام الحالي، النصف الأول من
    2015."""
    lexemes = lexemes_of(words[match.start("what") : match.end("what")])
    year_words = words[match.start("y") : match.end("y")] if match["y"] else []
    division = _division(lexemes)
    if division is None:
        return None
    year, relative = year_of(year_words), lexemes_of(year_words)
    whole = lexemes_of(words[match.start() : match.end()])
    shift = None if year else shift_of(relative or whole)
    same = any(lexeme.role in ("same", "alike") for lexeme in whole)
    before = lexemes_of(words[match.start() : match.start("what")])
    return DateExpression(
        year=year, division=division, period=None if year else "a", shift=shift, mod=mod_of(before), same=same
    )


def _division(lexemes: list[Lexeme]) -> int | None:
    """Return the code of a division of the year."""
    first, rank = lexemes[0], int(lexemes[1].number) if len(lexemes) > 1 else 0
    if len(lexemes) > 1 and lexemes[1].role == "last":
        rank = 2 if first.number == 0.5 else 4
    if first.role == "season":
        return int(first.number)
    if first.role == "hijri_pair":
        return _SPRING if first.number == 2 else None  # the word for spring begins two Hijri months
    if (first.number == 0.25 or first.role == "chapter") and 1 <= rank <= 4:
        return 32 + rank
    return 39 + rank if first.number == 0.5 and rank in (1, 2) else None


def build_same_part(match: re.Match[str], words: list[str]) -> DateExpression | None:
    """Build الفترة نفسها من العام الماضي: the part of the year that was named before, in another year."""
    year_words = words[match.start("y") : match.end("y")]
    year = year_of(year_words)
    return DateExpression(
        year=year, division=0, period=None if year else "a", shift=shift_of(lexemes_of(year_words))
    )


def build_quarter(match: re.Match[str], words: list[str]) -> DateExpression | None:
    """Build الربع السابق، الربع المقبل: a quarter counted from the one named before."""
    lexemes = lexemes_of(words[match.start() : match.end()])
    if lexemes[0].number not in (0, 0.25):
        return None
    return DateExpression(period="quarter", shift=shift_of(lexemes), same=True)


def build_first_months(match: re.Match[str], words: list[str]) -> DateExpression | None:
    """Build الأشهر الستة الأولى من العام: 100 and the number of months."""
    lexemes = lexemes_of(words[match.start() : match.start("y")])
    count = next((int(lexeme.number) for lexeme in lexemes if lexeme.role in ("digit", "ten", "two")), 0)
    year_words = words[match.start("y") : match.end("y")]
    year = year_of(year_words)
    if not count or not any(lexeme.role == "ordinal" and lexeme.number == 1 for lexeme in lexemes):
        return None
    shift = None if year else shift_of(lexemes_of(year_words))
    return DateExpression(year=year, division=100 + count, period=None if year else "a", shift=shift)


def build_decade(match: re.Match[str], words: list[str]) -> DateExpression | None:
    """Build الثمانينيات، ثمانينيات القرن الماضي: decades of the twentieth century unless the text says
    otherwise."""
    lexemes = lexemes_of(words[match.start() : match.end()])
    tens = next(int(lexeme.number) for lexeme in lexemes if lexeme.role == "decade_name")
    if match["n"]:
        century = rank_of(lexemes_of(words[match.start("n") : match.end("n")])) - 1
        return DateExpression(year=100 * century + tens, decade=True, mod=mod_of(lexemes))
    present = any(lexeme.role == "present" for lexeme in lexemes)
    return DateExpression(year=(2000 if present else 1900) + tens, decade=True, mod=mod_of(lexemes))


def build_century(match: re.Match[str], words: list[str]) -> DateExpression | None:
    """Build القرن التاسع عشر، القرن الـ21، القرن الرابع قبل الميلاد."""
    century = day_of([word for word in words[match.start("n") : match.end("n")] if role_of(word) != "al"])
    if not century or century > 30:
        return None
    if match["hijri"]:  # 97 Gregorian years, which no EDTF century is
        return DateExpression(period="century", count=0, hijri=True)
    return DateExpression(year=-century if match["before"] else century - 1, period="century")


DIVISION_RULES = (
    Rule(
        "date/division",
        f"(?:{MOD})?{{chapter}}?(?P<what>{_SEASON}|{_QUARTER}{{ordinal|last:al}}){{in|of}}?{_OF_YEAR}",
        build_division,
        (
            Example("زاد الإنتاج في ربيع 2015", "ربيع 2015"),
            Example("زاد الإنتاج في الربع الثاني من العام الحالي", "الربع الثاني من العام الحالي"),
            Example("زاد الإنتاج في الربع الخالي", None),
        ),
        heads=f"{MOD_HEADS}|chapter|season|hijri_pair|fraction",
    ),
    Rule(
        "date/same-part",
        f"(?:{{?fraction|share|term|chapter:al}}(?:{{alike:al}}|{{same}})|{{?same_of}}{{fraction|share|term:al}}){{of}}?(?P<y>{RELATIVE_YEAR})",
        build_same_part,
        (
            Example("ارتفع مقارنة بالفترة نفسها من العام الماضي", "بالفترة نفسها من العام الماضي"),
            Example("ارتفع مقارنة بالفترة الطويلة", None),
        ),
        heads="fraction|share|term|chapter|same_of",
    ),
    Rule(
        "date/quarter",
        f"{{?fraction|share|chapter:al}}(?P<t>{TENSE})",
        build_quarter,
        (Example("نما مقارنة بالربع السابق", "بالربع السابق"), Example("أكل الربع الباقي", None)),
        heads="fraction|share|chapter",
    ),
    Rule(
        "date/first-months",
        f"(?:{{?daylike:al}}{{moons}}|{{?moons:al}}{{daylike:al}}){{ordinal:al}}{_OF_YEAR}",
        build_first_months,
        (
            Example("نما في الأشهر الستة الأولى من العام الحالي", "الأشهر الستة الأولى من العام الحالي"),
            Example("نما في الأشهر الستة", None),
        ),
        heads="daylike|moons",
    ),
    Rule(
        "date/this-season",
        f"(?:{THIS}(?P<what>{{season|hijri_pair:al}})|(?P<what2>{{?season|hijri_pair:al}}){TENSE})",
        lambda match, words: _season(match, words),
        (Example("يفتح المسبح هذا الصيف", "هذا الصيف"), Example("الصيف حار", None)),
        heads="this|same_of|season|hijri_pair",
    ),
    Rule(
        "date/century",
        "(?:{?century:al})(?P<n>{ordinal:al}(?:{ten}|{+tens})?|{eleventh:al}(?:{ten}|{+tens})|{al}?{daylike}{rest}*)(?:{era}|(?P<hijri>{hijri_mark})|(?P<before>{ago}{nativity}))?",
        build_century,
        (Example("بني في القرن التاسع عشر", "القرن التاسع عشر"), Example("بني في القرن", None)),
        heads="century",
    ),
    Rule(
        "date/decade",
        f"(?:{MOD})?{{years|decade}}?{{?decade_name}}(?:{{of}}?{{century:al}}(?:{TENSE}|(?P<n>{{ordinal:al}}(?:{{ten}}|{{+tens}})?|{{eleventh:al}}(?:{{ten}}|{{+tens}}))))?(?!{{of}}{{age}})",
        build_decade,
        (
            Example("بنيت المدرسة أوائل ثمانينيات القرن الماضي", "أوائل ثمانينيات القرن الماضي"),
            Example("باع ثمانين كتابا", None),
        ),
        heads=f"{MOD_HEADS}|decade|decade_name",
    ),
)


def _season(match: re.Match[str], words: list[str]) -> DateExpression | None:
    """Build هذا الصيف، الربيع المقبل."""
    name = "what" if match["what"] else "what2"
    division = _division(lexemes_of(words[match.start(name) : match.end(name)]))
    shift = shift_of(lexemes_of(words[match.start() : match.end()]))
    return DateExpression(division=division, period="season", shift=shift) if division else None
