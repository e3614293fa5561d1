"""The pieces of date patterns, and the reading of a matched date: what each class of word says of it."""

from __future__ import annotations

from typing import Any

from rawi.annotations.vocabulary import load_vocabulary
from rawi.model.calendar import DateExpression
from rawi.model.lexeme import Lexeme

_NAMED = "{?month|month_weak|month_faint}|{?month_pair}{ordinal}"
_ALSO = "{month|month_weak|month_faint}|{month_pair}{ordinal}"
#: A Gregorian month, maybe with its other name: تشرين الأول/أكتوبر، يوليو (تموز).
MONTH = f"(?:(?:{_NAMED})(?:{{slash}}(?:{_ALSO})|{{opening}}(?:{_ALSO}){{closing}}|(?:{_ALSO}))?)"
#: The same where the first name is surely a month.
SURE_MONTH = (
    f"(?:(?:{{?month}}|{{?month_pair}}{{ordinal}})(?:{{slash}}(?:{_ALSO})|{{opening}}(?:{_ALSO}){{closing}}|(?:{_ALSO}))?"
    f"|{{?month_weak|month_faint}}(?:{{slash}}(?:{_ALSO})|{{opening}}(?:{_ALSO}){{closing}}|{{month}}))"
)
HIJRI = "(?:{?hijri_month|hijri_weak|zero}|{?hijri_pair}{ordinal|final_month}|{?possessor}{possessed})"
#: A day of a month in digits, words or ordinals: 6، السادس، الحادي والعشرين.
DAY = "(?:{?daylike}{rest}*|{?first_of}|{?ordinal:al}(?:{ten}|{+tens})?|{?eleventh}(?:{ten}|{+tens}))"
#: Years of the era, or before it.
BEFORE_ERA = "{ago}{nativity}"
YEAR = "(?:{?yearlike}{rest}*{era}?)"
WEEKDAY = "(?:{?day}?{?weekday})"
TENSE = "{past|previous|present|future|following:al}"
THIS = "(?:{?this}|{?same_of})"
RELATIVE_YEAR = f"(?:(?:{{of}})?(?:{{year:al}}(?:{TENSE}|{{same}})|{{this}}{{year:al}}))"
MOD = "(?:(?:{?early|mid|late}|{?moons|days|weeks|years:al}{last:al}){of}?)"
#: The classes with which MOD can begin.
MOD_HEADS = "early|mid|late|moons|days|weeks|years"
TENSES = {"past": "past", "previous": "past", "present": "present", "future": "future", "following": "future"}


def month_of(lexemes: list[Lexeme]) -> tuple[int | None, bool]:
    """Return the month that named words mean, and whether it is a Hijri one.

    تشرين (9) and its ordinal, كانون (11) and its ordinal, ربيع (2), جمادى (4), ذو القعدة; the first name
    counts.
    """
    for i, lexeme in enumerate(lexemes):
        after = lexemes[i + 1] if i + 1 < len(lexemes) else None
        if lexeme.role in ("month", "month_weak", "month_faint", "month_libyan"):
            return int(lexeme.number), False
        if lexeme.role in ("hijri_month", "hijri_weak", "possessed"):
            return int(lexeme.number), True
        if lexeme.role == "zero":
            return 2, True
        if lexeme.role == "month_pair" and after:
            return (int(lexeme.number + after.number) - 1) % 12 + 1, False
        if lexeme.role == "hijri_pair" and after and after.role in ("ordinal", "final_month"):
            return int(lexeme.number) + (2 if after.role == "final_month" else int(after.number)), True
    return None, False


def lexemes_of(words: list[str]) -> list[Lexeme]:
    """Return what the lexicons say of words; those they do not know are left out."""
    return [entry for entry in map(load_vocabulary().entries.get, words) if entry is not None]


def tense_of(lexemes: list[Lexeme]) -> str | None:
    """Return past, present or future as الماضي، الجاري، المقبل say it; the last such word counts."""
    for lexeme in reversed(lexemes):
        if lexeme.role in TENSES:
            return TENSES[lexeme.role]
    return None


def weekday_of(lexemes: list[Lexeme]) -> int | None:
    """Return the first day of the week that is named, 0 for Monday; None without one."""
    for lexeme in lexemes:
        if lexeme.role == "weekday":
            return int(lexeme.number)
    return None


def shift_of(lexemes: list[Lexeme]) -> int:
    """Return how many periods away a phrase is: -1 for الماضي, 0 for هذا, 1 for المقبل; قبل الماضي is one
    more."""
    step, further = 0, 1
    for lexeme in lexemes:
        if lexeme.role in TENSES:
            step = int(lexeme.number)
        elif lexeme.role in ("ago", "after"):
            further = 2
    return step * further


def mod_of(lexemes: list[Lexeme]) -> Any:
    """Return early, mid or late as مطلع، منتصف، أواخر say it."""
    for lexeme in lexemes:
        if lexeme.role in _MODS:
            return _MODS[lexeme.role]
    return None


_MODS = {"early": "early", "mid": "mid", "late": "late", "last": "late"}


def rank_of(lexemes: list[Lexeme]) -> int:
    """Return the rank of ordinals: السادس is 6, الحادي عشر 11, الحادي والعشرين 21; 0 without one."""
    if not any(lexeme.role in ("ordinal", "eleventh", "first_of") for lexeme in lexemes):
        return 0
    return sum(int(lexeme.number) for lexeme in lexemes if lexeme.role in _RANKS)


_RANKS = frozenset(("first_of", "ordinal", "eleventh", "ten", "tens", "digit", "one", "two", "number"))


def merge(first: DateExpression, second: DateExpression) -> DateExpression:
    """Join two expressions of one day (الثلاثاء الموافق 2 مارس): what the second leaves open the first
    says."""
    fields = {
        name: getattr(second, name) if getattr(second, name) not in (None, False) else getattr(first, name)
        for name in DateExpression.__struct_fields__
    }
    if second.day is not None:
        fields |= {"steps": (), "within": second.within}
    if second.day is not None and first.period == "d" and first.weekday is None:
        fields |= {"period": None, "shift": None}
    return DateExpression(**fields)
