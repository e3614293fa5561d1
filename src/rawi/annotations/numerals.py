"""The grammar of Arabic numerals as patterns over the classes of the tape (see ``numbers``)."""

from __future__ import annotations

import re

SCALES = ("quintillion", "quadrillion", "trillion", "billion", "million", "thousand")
SCALE_ROLES = frozenset(name + end for name in SCALES for end in ("", "s"))
DUAL_ROLES = frozenset(name + "_dual" for name in SCALES)
_MANY = "many|thousands|millions|billions|trillions"


_UNIT = "{>digit|two|two_of|one|oneof|zero:noprep}"
# Folding makes one word of "and one" (of eleven) and of the number one.
_ONE_AND_TEN = "{one:noprep}(?={ten:bare})"


def with_and(pattern: str) -> str:
    """A pattern with ``{>name}`` after a conjunction, joined (وعشرون) or apart (و عشرون، و358)."""
    joined, apart = pattern.replace("{>", "{+"), pattern.replace("{>", "{")
    unit = _UNIT.replace("{>", "{+")
    joined = joined.replace(unit, f"(?:{unit}|{_ONE_AND_TEN})")
    return f"(?:{joined}|{{and}}{apart})"


_SMALL = f"(?:{_UNIT}(?:{{ten:bare}}|{with_and('{>tens:noprep}')})?|{{>ten:noprep}}|{{>tens:noprep}})"
_HUNDRED = (
    "(?:{>digit:noprep}{hundred:noprep}|{>digit:noprep}{hundred_spoken:bare}|{>number:noprep}{hundred:bare}"
    "|{>hundred|hundreds:noprep})"
)
_GROUP = (
    f"(?:{_HUNDRED}(?:{with_and(_SMALL)}(?!{{parts:bare}}))?|{{>hundred_spoken}}{with_and(_SMALL)}|{_SMALL}"
    f"|{{>number}}(?:{{reh}}{{number}}|{{vulgar}})?|{{>decimal|vulgar}})"
)
_SINGULAR = "|".join(SCALES)
_PLURAL = "|".join(name + "s" for name in SCALES)
_DUAL = "|".join(name + "_dual" for name in SCALES)
TERM = (
    f"(?:{_GROUP}{{thousand|thousands:bare}}?{{{_SINGULAR}|{_PLURAL}:noprep}}|{{>{_DUAL}:noprep}}"
    f"|{{>fraction:noprep}}{{{_SINGULAR}:noprep}}|{{>thousand:noprep}}?{{>{_SINGULAR}:noprep}}|{_GROUP}"
    f"|{{opening}}{{number|decimal}}{{closing}}{{{_SINGULAR}|{_PLURAL}:noprep}})"
)
PART = (
    f"(?:{{>digit:noprep}}{{parts:bare}}|{{>fraction|two_parts:noprep}}(?:{{{_SINGULAR}:al}})?"
    "|{>half_spoken:noprep})"
)
# Behind the point digits are read one by one (صفر خمسة) or as a number (خمسة وعشرون); a scale holds for the
# whole: خمسة فاصلة خمسة مليون.
_DIGIT = "{zero|one|two|digit:bare}"
POINT = (
    f"{{point}}(?P<after>{_DIGIT}{{2,18}}(?!{{ten:bare}}|{{+tens}}|{{and}}{{tens}})"
    f"|{{zero:bare}}{{0,18}}(?:{_GROUP}|{{{_SINGULAR}}}))(?P<scale>{{{_SINGULAR}|{_PLURAL}:noprep}})?"
).replace("{>", "{")
# The first word of a number may follow a preposition (بثلاثة آلاف), the others not: خمسة بالألف is no 5,000.
_FIRST = re.sub(r"\{>([a-z_|]+):noprep\}", r"{?\1}", TERM).replace("{>", "{?")
HEAD = (
    "{?opening|vulgar|hundred_spoken|number|decimal|digit|two|two_of|one|oneof|zero|ten|tens|hundred|hundreds"
    "|few|fraction|two_parts|dozen"
    f"|{_SINGULAR}|{_DUAL}|{_MANY}}}"
)
START = (
    "(?P<dozen>(?:{?number|digit|fraction})?{?dozen}(?:{+fraction})?)"
    f"|(?P<parts>{{?digit}}{{parts:bare}}(?:{{{_SINGULAR}:al}})?)"
    f"|(?P<number>(?!{{?oneof|two_of}}(?!{{ten:bare}}|{{+tens}}|{{and}}{{tens}}))(?!(?<={{in}}){{hundred:al}})"
    f"(?!(?<={{?ordinal|eleventh:al}})(?:{{ten}}|{{+tens}}))"
    f"(?!{{?hundred:bal}}){_FIRST})"
    f"|(?P<few>{{?few}}{{{_MANY}|ten}}?)"
    f"|(?P<order>{{?{_MANY}}}{{{_PLURAL}:noprep}}?)"
    f"|(?P<share>{{?fraction|two_parts}}(?!{{ordinal|last:al}}|{{?final}}))"
)
