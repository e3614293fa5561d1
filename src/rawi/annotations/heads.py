"""Heads that say which one of a longer time is meant: آخر جمعة، الأسبوع الثالث، أول يومين، اليوم الأخير."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

import msgspec

from rawi.annotations.calendar import lexemes_of
from rawi.annotations.numbers import number_of
from rawi.annotations.vocabulary import load_vocabulary, role_of
from rawi.model.lexeme import Lexeme

_ONE = "day|week|moon|year|decade"
_MANY = "days|weeks|moons|years|decades"
_RANK = "{?ordinal|last|final_month:noal}"
_RANK_AFTER = "(?:{ordinal|last:al}(?:{ten}|{+tens})?|{eleventh:al}(?:{ten}|{+tens}))"
_WEEKDAY = "(?:{?weekday|weekday_bare|daylike|oneof|one}(?!{rest}))"
_MONTHS = "month|month_pair|month_weak|month_faint|hijri_month|hijri_weak|hijri_pair|possessor|daylike"
_PATTERN = (
    f"(?:{_RANK}(?:(?P<n>{{daylike|amount}}{{rest}}*)(?P<many>{{{_ONE}|{_MANY}}})|(?P<weekday>{{day}}?{_WEEKDAY})|(?P<one>{{{_ONE}:noal}})(?!{{{_MONTHS}}})"
    f"|(?P<two>{{period_dual:noal}})"
    f"|(?P<plural>{{days:noal}}))"
    f"|(?:(?P<weekday_before>{{?day}}?{{?weekday}})|(?P<one_before>{{?{_ONE}:al}})|(?P<two_before>{{?period_dual:al}})"
    f"|(?P<half_before>{{?fraction|share:al}}(?={{ordinal|last:al}}))"
    f"|(?P<many_before>{{?{_MANY}:al}})(?P<n_before>{{daylike:al}}{{rest}}*)?)(?:{_RANK_AFTER}|(?P<nth_week>(?<={{?week:al}}){{al}}?{{daylike|amount}}{{rest}}*)))"
)
_HEADS = f"{{?ordinal|last|final_month|fraction|share|day|weekday|{_ONE}|{_MANY}|period_dual}}"
_MOST_WEEKDAYS = 5
_LONGEST = 6
_PERIODS = frozenset(("d", "wk", "mo", "a", "decade"))


class Nth(msgspec.Struct, frozen=True, gc=False):
    """Which of a longer time: the ``nth`` (-1 the last) ``weekday`` or ``period``, ``count`` of them.

    ``after`` is set where the rank follows its noun (الثلاثاء الثالث), which may also be a day of the month.
    """

    nth: int
    weekday: int | None = None
    period: str | None = None
    count: int = 1
    after: bool = False


class Head(NamedTuple):
    """A head and its tokens."""

    first: int
    last: int
    value: Nth


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the compiled pattern of heads and that of what they can begin with."""
    compile_ = load_vocabulary().compile
    return re.compile(compile_(_PATTERN)), re.compile(compile_(_HEADS))


def find_heads(tape: str, words: list[str], first: int, last: int) -> list[Head]:
    """Return the heads among some tokens of a settled tape, in order."""
    pattern, heads = _patterns()
    found: list[Head] = []
    end = 0
    for head in heads.finditer(tape, first, last):
        if head.start() < end or not (match := pattern.match(tape, head.start(), last)):
            continue
        if value := _nth(match, words):
            found.append(Head(match.start(), match.end(), value))
            end = match.end()
    return found


def find_head_before(tape: str, words: list[str], end: int) -> Head | None:
    """Return the head that ends at a token, the longest; None if there is none."""
    pattern, heads = _patterns()
    for first in range(max(0, end - _LONGEST), end - 1):
        if heads.match(tape, first) and (match := pattern.fullmatch(tape, first, end)):
            value = _nth(match, words)
            return Head(first, end, value) if value else None
    return None


def _nth(match: re.Match[str], words: list[str]) -> Nth | None:
    """Build a head; None for أول أمس and other ranks of what is no time."""
    kind = next(name for name in _KINDS if match[name])
    noun = words[match.start(kind) : match.end(kind)]
    before = kind.endswith("_before")
    rank_words = words[match.end(kind) :] if before else words[match.start() : match.start() + 1]
    if before:
        start = match.end("n_before") if match["n_before"] else match.end(kind)
        rank_words = words[start : match.end()]
    rank = number_of([w for w in rank_words if role_of(w) != "al"]) if match["nth_week"] else 0
    rank = rank or _rank(lexemes_of(rank_words))
    count = 2 if kind.startswith("two") else 1
    number = "n_before" if before else "n"
    if kind.startswith("many"):
        if not match[number]:
            return None
        count = number_of(words[match.start(number) : match.end(number)])
    if kind.startswith("weekday"):
        return _weekday(noun, rank, before)
    if kind == "half_before":
        halved = lexemes_of(noun)[0].number == 0.5 and rank in (1, 2, -1)
        return Nth(rank, period="half", after=True) if halved else None
    period = next((str(one.value) for one in lexemes_of(noun) if isinstance(one.value, str)), None)
    return (
        Nth(rank, period=period, count=count, after=before) if period in _PERIODS and rank and count else None
    )


_KINDS = (
    "weekday",
    "one",
    "two",
    "many",
    "plural",
    "weekday_before",
    "one_before",
    "two_before",
    "half_before",
    "many_before",
)


def _weekday(noun: list[str], rank: int, after: bool) -> Nth | None:
    """Build the nth weekday; اثنين and أحد are weekdays here, other forms of these numbers are not."""
    day = BARE_WEEKDAYS.get(noun[-1])
    if day is None:
        last = lexemes_of(noun[-1:])
        if not last or last[0].role not in ("weekday", "weekday_bare"):
            return None
        day = int(last[0].number)
    return Nth(rank, weekday=day, after=after) if -1 <= rank <= _MOST_WEEKDAYS else None


#: Monday and Sunday without the article are spelt like two and one.
BARE_WEEKDAYS = {"اثنين": 0, "احد": 6}


def _rank(lexemes: list[Lexeme]) -> int:
    """Return the rank that ordinals name; -1 for the last."""
    if any(lexeme.role in ("last", "final_month") for lexeme in lexemes):
        return -1
    return sum(int(lexeme.number) for lexeme in lexemes)
