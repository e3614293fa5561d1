"""Clock times: الساعة 3:30 مساء، الثالثة والنصف، الساعة 12 إلا ربعا ظهرا، السابعة وخمس دقائق."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import msgspec

from rawi.annotations.calendar import lexemes_of
from rawi.annotations.numbers import number_of
from rawi.annotations.vocabulary import load_vocabulary, role_of

_DIGITS = "{?number|digit|ten|two|one}"
_RANKED = "(?:{?ordinal:al}{ten}?|{?eleventh:al}{ten}|{?one:al}|{?digit:al})"
_COUNT = "(?:{?number|ten|tens}|{?digit|two}(?:{ten}|{+tens})?)"
_SECONDS = "(?:{+number|digit|ten|tens}|{and}{number|digit|ten|tens})(?:{+tens})?"
#: What may follow an hour: the minutes, in any of the ways they are written.
_MINUTES = (
    "(?:{colon}(?P<minute>{number})(?:{colon}(?P<second>{number}))?"
    "|(?:(?P<less>{except})|{and})?(?P<fraction>{?fraction|two_parts})(?:(?:(?P<more>{+number|digit|ten}|{+digit}{ten}){minute|minutes}|{except}(?P<fewer>{number|digit|ten}){minute|minutes}?))?"
    f"|(?:(?P<less2>{{except}})|{{and}})?(?P<count>{_COUNT}){{minute|minutes}}(?:(?P<seconds>{_SECONDS}){{second|seconds}})?"
    "|(?P<less3>{except})(?P<bare>{digit|ten})"
    "|(?P<bare2>{+digit|ten})(?!{+tens}|{ten}))"
)
_PART = (
    "(?:{in|of}?{comma}?{this}?(?:(?P<half>{?part|halfday|night|era}(?:{part|halfday})?|{mid}{night:al}|{?sunset:al})"
    "|(?P<after>{after|ago})(?:{part}|(?P<midnight>{mid}{night:al}))))"
)
_PATTERN = (
    f"(?:(?P<clock>{{?hour:al}}){{comma}}?(?P<hour>{_DIGITS}|{_RANKED})(?:{_MINUTES})?"
    f"|(?P<bare_hour>{_RANKED})(?:{_MINUTES.replace('P<', 'P<r_')})?"
    f"|(?P<digits>{_DIGITS})(?:{_MINUTES.replace('P<', 'P<d_')})?"
    f"|(?P<clock2>{{?hour:al}})?(?P<dotted>{{decimal}})"
    f"){_PART}?"
)
_DOTTED = re.compile(r"(\d\d?)[.](\d\d)")
_PREFIXES = {"hour": "", "bare_hour": "r_", "digits": "d_"}


class Clock(msgspec.Struct, frozen=True, gc=False):
    """A clock time on the 24-hour dial, how finely it is given, and its tokens; ``sure`` if the half of day
    is known, ``weak`` if only its neighbours can tell that it is a time (السابعة)."""

    hour: int
    minute: int
    second: int
    grain: str
    first: int
    last: int
    sure: bool
    weak: bool = False

    @property
    def time(self) -> str:
        """The time in ISO 8601: 15:30:00."""
        return f"{self.hour:02d}:{self.minute:02d}:{self.second:02d}"


@cache
def _pattern() -> re.Pattern[str]:
    """Return the compiled pattern of clock times."""
    return re.compile(load_vocabulary().compile(_PATTERN))


@cache
def _heads() -> re.Pattern[str]:
    """Return the compiled pattern of what a clock time can begin with."""
    heads = "hour|number|decimal|digit|ten|two|one|ordinal|eleventh"
    return re.compile(load_vocabulary().compile(f"{{?{heads}}}"))


def find_clocks(tape: str, words: list[str], first: int = 0, last: int | None = None) -> Iterator[Clock]:
    """Yield the clock times of a phrase (its tape and folded words), or of some of its tokens, in order; the
    weak ones too.

    >>> from rawi.annotations.vocabulary import tape_of
    >>> from rawi.text.text import Text
    >>> text = Text("وصل الساعة 3 والنصف مساء")
    >>> [clock.time for clock in find_clocks(tape_of(text), text.words)]
    ['15:30:00']
    """
    end, last = 0, len(tape) if last is None else last
    for head in _heads().finditer(tape, first, last):
        if head.start() < end or not (match := _pattern().match(tape, head.start(), last)):
            continue
        if clock := _build(match, words):
            yield clock
            end = clock.last


def _build(match: re.Match[str], words: list[str]) -> Clock | None:
    """Build a clock time; None if the number is none of an hour or minute."""
    if match["dotted"]:
        return _dotted(match, words)
    kind = next(name for name in _PREFIXES if match[name])
    prefix = _PREFIXES[kind]

    def part(name: str) -> list[str]:
        name = prefix + name
        return words[match.start(name) : match.end(name)] if match[name] else []

    hour = _hour(words[match.start(kind) : match.end(kind)])
    minute, second, grain = _minutes(part)
    if hour is None or not 0 <= minute < 60 or not 0 <= second < 60:
        return None
    parts = _parts(match, words)
    sure_clock = bool(match["clock"]) or bool(part("minute")) or bool(parts - {"m"})
    if hour > 12 and parts and not match["clock"] and not part("minute"):
        return None  # a day of the month and its evening
    if kind == "digits" and not sure_clock and (grain != "hour" or words[match.start()] == "واحد"):
        return None
    hour = on_dial(hour, parts) if parts else hour % 24
    if part("less") or part("less2") or part("less3"):
        hour, minute = (hour - 1) % 24, 60 - minute
    clear = hour > 12 or hour == 0 or (bool(part("minute")) and words[match.start(kind)].startswith("0"))
    return Clock(
        hour, minute, second, grain, match.start(), match.end(), bool(parts) or clear, not sure_clock
    )


def _dotted(match: re.Match[str], words: list[str]) -> Clock | None:
    """Build الساعة 3.30 and 8.15 مساء."""
    digits = _DOTTED.fullmatch(words[match.start("dotted")])
    parts = _parts(match, words)
    if digits is None or not (match["clock2"] or parts) or int(digits[1]) > 24 or int(digits[2]) > 59:
        return None
    hour = on_dial(int(digits[1]), parts) if parts else int(digits[1]) % 24
    return Clock(hour, int(digits[2]), 0, "minute", match.start(), match.end(), bool(parts) or hour > 12)


def _parts(match: re.Match[str], words: list[str]) -> set[Any]:
    """Return the parts of the day that a match names."""
    if match["midnight"]:
        return {"night", "am"} if role_of(words[match.start("after")]) == "after" else {"evening"}
    if match["after"]:
        named = {one.value for one in lexemes_of(words[match.start("after") + 1 : match.end()])}
        before = role_of(words[match.start("after")]) == "ago"
        if before:
            return {"forenoon"} if named & {"noon"} else {"afternoon"}
        return {"afternoon"} if named & {"noon", "afternoon"} else named or {"pm"}
    if not match["half"]:
        return set()
    lexemes = lexemes_of(words[match.start("half") : match.end("half")])
    roles = {lexeme.role for lexeme in lexemes}
    if "era" in roles:
        return {"pm"} if words[match.start("half")] == "م" else set()
    return {"night"} if "mid" in roles else {lexeme.value for lexeme in lexemes}


def _hour(words: list[str]) -> int | None:
    """Return the hour that words name, in digits or as a rank."""
    hour = sum(int(lexeme.number) for lexeme in lexemes_of(words)) or number_of(words)
    return hour if 0 <= hour <= 24 and (hour or words[0].isdecimal()) else None


def _minutes(part: object) -> tuple[int, int, str]:
    """Return minutes and seconds, and how finely the time is given."""
    get = part
    if not callable(get):
        return 0, 0, "hour"
    if get("minute"):
        seconds = get("second")
        return int(get("minute")[0]), int(seconds[0]) if seconds else 0, "second" if seconds else "minute"
    if get("fraction"):
        part_of = float(lexemes_of(get("fraction"))[0].number)
        # إلا ثلثا and وثلثا are the accusative of one third, which elsewhere is two of them
        minute = round(60 * (part_of / 2 if part_of > 0.6 else part_of))
        minute += number_of(get("more")) if get("more") else 0
        return minute - (number_of(get("fewer")) if get("fewer") else 0), 0, "minute"
    if get("count"):
        seconds = get("seconds")
        return (
            number_of(get("count")),
            number_of(seconds) if seconds else 0,
            "second" if seconds else "minute",
        )
    if bare := get("bare") or get("bare2"):
        return number_of(bare), 0, "minute"
    return 0, 0, "hour"


def on_dial(hour: int, parts: set[object]) -> int:
    """Put an hour of twelve on the dial of twenty-four, by the part of the day."""
    late = parts & {"afternoon", "evening", "pm"} or ("night" in parts and "am" not in parts and hour >= 6)
    if (late and hour < 12) or ("noon" in parts and hour < 5):
        return hour + 12
    return 0 if hour == 12 and parts & {"morning", "dawn", "am", "night", "evening"} else hour % 24
