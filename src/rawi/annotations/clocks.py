"""Clock times: الساعة 3:30 مساء، الثالثة والنصف، الساعة 12 إلا ربعا ظهرا."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from rawi.annotations.calendar import lexemes_of
from rawi.annotations.numbers import number_of
from rawi.annotations.vocabulary import load_vocabulary, tape_of
from rawi.text.text import Text

_HOUR = "(?P<hour>{?number|digit|ten|two|one|daylike}|{?ordinal:al}{ten}?|{?eleventh:al}{ten})"
_HALF = "(?:{in|comma}?{this}?(?P<half>{?part|halfday|night}(?:{part|halfday})?)|{after}(?P<after>{part}))"
_MINUTES = (
    "(?:{colon}(?P<minute>{number})(?:{colon}(?P<second>{number}))?"
    "|(?P<decimal>{decimal})"
    "|(?P<minus>{except})?(?:{?and})?(?P<fraction>{?fraction})"
    "|(?P<less>{except})?{?and}?(?P<count>{?number|digit|ten|tens}{+tens}?){minute|minutes})"
)
_BARE = (
    f"(?P<bare>{_HOUR.replace('hour', 'digits', 1)})(?:{_MINUTES.replace('P<', 'P<b_')})?"
    f"{_HALF.replace('P<', 'P<b_')}?"
)
_PATTERN = f"(?:{{?hour:al}}{_HOUR}(?:{_MINUTES})?{_HALF}?|{_BARE})"


class Clock(msgspec.Struct, frozen=True, gc=False):
    """A clock time on the 24-hour dial, how finely it is given, and its tokens; ``sure`` if the half of day
    is known."""

    hour: int
    minute: int
    second: int
    grain: str
    first: int
    last: int
    sure: bool

    @property
    def time(self) -> str:
        """The time in ISO 8601: 15:30:00."""
        return f"{self.hour:02d}:{self.minute:02d}:{self.second:02d}"


@cache
def _pattern() -> re.Pattern[str]:
    """Return the compiled pattern of clock times."""
    return re.compile(load_vocabulary().compile(_PATTERN))


def find_clocks(text: Text) -> Iterator[Clock]:
    """Yield the clock times of a text: after الساعة, with a colon, or with a part of the day after an hour.

    >>> [clock.time for clock in find_clocks(Text("وصل الساعة 3 والنصف مساء"))]
    ['15:30:00']
    """
    for match in _pattern().finditer(tape_of(text)):
        prefix = "" if match["hour"] else "b_"
        if clock := _build(match, text.words, prefix):
            yield clock


def _build(match: re.Match[str], words: list[str], prefix: str) -> Clock | None:
    """Build a clock time; a bare hour needs a colon or a part of the day."""

    def part(name: str) -> list[str]:
        name = prefix + name
        return words[match.start(name) : match.end(name)] if match[name] else []

    hours = part("hour") if not prefix else words[match.start("digits") : match.end("digits")]
    half = part("half") or part("after")
    if prefix and not half and not part("minute"):
        return None
    hour = _hour(hours)
    minute, second, grain = _minutes(part)
    if hour is None or not 0 <= minute < 60 or not 0 <= second < 60:
        return None
    hour = _on_dial(hour, half)
    if part("minus") or part("less"):
        hour, minute = (hour - 1) % 24, 60 - minute
    return Clock(hour, minute, second, grain, match.start(), match.end(), bool(half) or hour > 12)


def _hour(words: list[str]) -> int | None:
    """Return the hour that words name, in digits or as a rank."""
    hour = sum(int(lexeme.number) for lexeme in lexemes_of(words)) or number_of(words)
    return hour if 0 <= hour <= 24 else None


def _minutes(part: object) -> tuple[int, int, str]:
    """Return minutes and seconds, and how finely the time is given."""
    get = part
    if not callable(get):
        return 0, 0, "hour"
    if get("minute"):
        seconds = get("second")
        return int(get("minute")[0]), int(seconds[0]) if seconds else 0, "second" if seconds else "minute"
    if get("fraction"):
        return round(60 * float(lexemes_of(get("fraction"))[0].number)), 0, "minute"
    if get("count"):
        return number_of(get("count")), 0, "minute"
    return 0, 0, "hour"


def _on_dial(hour: int, half: list[str]) -> int:
    """Put an hour of twelve on the dial of twenty-four, by the part of the day."""
    parts = {lexeme.value for lexeme in lexemes_of(half)}
    late = parts & {"afternoon", "evening", "pm"} or ("night" in parts and hour >= 6)
    if (late and hour < 12) or ("noon" in parts and hour < 5):
        return hour + 12
    return 0 if hour == 12 and parts & {"morning", "dawn", "am", "night"} else hour % 24
