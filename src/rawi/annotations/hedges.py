"""How firmly a number is given: the patterns of hedges before and after it, and of ranges.

The words are in ``lexicons/ar/hedges.toml``; values follow the gold guide: about = low and high are the
number, more_than and at_least = low only, less_than and at_most = high only, between = both.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

import msgspec

from rawi.annotations.numbers import number_of
from rawi.annotations.vocabulary import codes_of, load_vocabulary
from rawi.arabic.fold import fold
from rawi.lexicons.loader import load_table
from rawi.model.value import Hedge
from rawi.rules.matcher import Matcher
from rawi.rules.rule import Example, Rule

NUMERAL = "daylike|yearlike|amount|share"
DUAL = "period_dual|measure_dual|currency_dual|pair"
_SINGLE = "year|moon|week|day|hour|minute|decade|century"
_ABOUT = "(?:{?about}|{what}?{?approach}{of}?)"
_NUMBER = f"(?P<number>{{{NUMERAL}|order|{DUAL}|one|zero}}|{{{_SINGLE}:noal}})"
_FILL = "{what}?{filler}?{about}?{joined|al}?{opening}?"
#: The subject of a verb that hedges: تجاوز عدد الزوار 50.
_SUBJECT = "(?:[.]|{filler}){1,3}"
_OVER = "{over|about_of|of}"
#: ما يزيد على 50 and زاد عددهم عن 50, but not زاد عددهم 50.
_INCREASE = "{?increase}(?:[.]|{filler}){0,3}{over|about_of}"
#: A negation right before a verb; ألا has the letters of إلا (إلا أكثر من 50), so it is one only there.
_NOT = "{?not|that_not|except}"
#: What exceeds, or is said not to: يتجاوز 50، يتجاوز عددهم 50، يزيد عددهم على 50.
_EXCEED = f"(?:{{?exceed}}(?:{_OVER}?|{_SUBJECT})|{_INCREASE})"
#: Before a number or after it: على الأقل، بحد أدنى (أدنى is also less), كحد أقصى.
_LEAST = "{?over}{least}|{?limit}{floor|less}"
_MOST = "{?over}{most}|{?limit}{ceiling}"
_TAIL = (
    "(?:{percent}|{in}{hundred:al}|{hundred:bal}|{sign}|{currency|measure}"
    "|{?year|years|moon|moons|day|days|hour|hours})?"
)


class Reading(msgspec.Struct, frozen=True, gc=False):
    """A hedge found: where its words begin, the token where the number begins, and for a range where the
    other does."""

    first: int
    number: int
    hedge: Hedge
    other: int | None = None
    about: bool = False


def _hedged(hedge: Hedge) -> Callable[[re.Match[str], list[str]], Reading]:
    """Return the builder of a rule whose match gives ``hedge``."""

    def build(match: re.Match[str], words: list[str]) -> Reading:
        return Reading(match.start(), match.start("number"), hedge)

    return build


def _ranged(match: re.Match[str], words: list[str]) -> Reading | None:
    """Build a range from the two numbers of a match."""
    groups = match.groupdict()
    if groups.get("of") and not groups.get("range") and _is_changed(words, match.start()):
        return None
    if groups.get("unit") and not groups.get("range"):
        return None  # ارتفع من 3 دنانير إلى 5 دنانير tells of a change
    low, high = (number_of([words[match.start(name)]]) for name in ("number", "other"))
    if groups.get("dash") and low >= high > 0:
        return None  # a score: 2-1
    about = groups.get("about") is not None
    return Reading(match.start(), match.start("number"), Hedge.BETWEEN, match.start("other"), about)


def _is_changed(words: list[str], at: int) -> bool:
    """رفعت النقابة الحصيلة من 12 إلى 14: does a verb of change with a count before ``at`` say that the first
    number was replaced by the second?"""
    before = words[max(0, at - _CHANGED) : at]
    return not _counting("total").isdisjoint(before) and not _counting("rise|fall|moves").isdisjoint(before)


@cache
def _counting(roles: str) -> frozenset[str]:
    """Return the folded words of some roles of ``counting.tsv``; nouns of counts with the article too."""
    of = roles.split("|")
    found = {fold(row["word"]) for row in load_table("counting.tsv") if row["role"] in of}
    return frozenset(joined + word for word in found for joined in ("", "و", "ال"))


def _either(match: re.Match[str], words: list[str]) -> Reading | None:
    """Build خمسة أو ستة آلاف: neighbours are a range, أربع أو سبع are two numbers."""
    low, high = (number_of([words[match.start(name)]]) for name in ("number", "other"))
    near = high - low == 1 or (low >= _ROUND and low < high <= 2 * low)
    return _ranged(match, words) if near else None


_ROUND = 10
_CHANGED = 8  # tokens before a number in which a verb of change and a count stand


_RULES = (
    Rule(
        "quantity/about",
        f"(?:{{?about}}|{{what}}?{{?approach}}(?:{{of}}?|{_SUBJECT})|{{?estimated}}){_FILL}{_NUMBER}",
        _hedged(Hedge.ABOUT),
        (
            Example("وصل نحو 70 متطوعا", "نحو 70 متطوعا"),
            Example("وصل ما يقارب سبعين متطوعا", "ما يقارب سبعين متطوعا"),
            Example("سار نحو المدينة", None),
        ),
        heads="about|what|approach|estimated",
    ),
    Rule(
        "quantity/more-than",
        f"(?:{{greater}}|{{?more}}{{of}}|{{?above}}|{{what}}?{_EXCEED}|{{what}}{{increase}}{{of}}){_FILL}{_NUMBER}",
        _hedged(Hedge.MORE_THAN),
        (
            Example("وصل أكثر من 70 متطوعا", "أكثر من 70 متطوعا"),
            Example("زاد عدد المتطوعين عن 70", "زاد عدد المتطوعين عن 70"),
            Example("تجاوز السائق الإشارة", None),
            Example("حلقت الطائرة فوق القرية", None),
            Example("زادت المبيعات 5 بالمئة", None),
        ),
        heads="greater|more|above|what|exceed|increase",
    ),
    Rule(
        "quantity/less-than",
        f"(?:{{lesser}}|{{?less}}{{of}}|{{?below}}|{{?fall}}{_OVER}){_FILL}{_NUMBER}",
        _hedged(Hedge.LESS_THAN),
        (Example("وصل أقل من 70 متطوعا", "أقل من 70 متطوعا"), Example("بقي دون عمل", None)),
        heads="lesser|less|below|fall",
    ),
    Rule(
        "quantity/at-least",
        f"(?:{{no_less}}|{{what}}?(?:{_NOT}{{fall}}(?:[.]|{{filler}}){{0,3}}{_OVER}|{{?not}}.?{{less}}{{of}})"
        f"|{{?more}}{{of}}?{{or}}{{equal}}|{{equal}}{{or}}{{more}}{{of}}|{_LEAST}){_FILL}{_NUMBER}",
        _hedged(Hedge.AT_LEAST),
        (
            Example("وصل ما لا يقل عن 70 متطوعا", "ما لا يقل عن 70 متطوعا"),
            Example("لا يقل وزنها عن 70 غراما", "لا يقل وزنها عن 70 غراما"),
            Example("طلب ألا يقل عدد المقاعد عن 70", "ألا يقل عدد المقاعد عن 70"),
            Example("قل عدد المتطوعين", None),
        ),
        heads="no_less|what|not|that_not|except|more|equal|over|limit",
    ),
    Rule(
        "quantity/at-most",
        f"(?:{{no_more}}|{{what}}?(?:{_NOT}{_EXCEED}|{{?not}}.?{{more}}{{of}})|{{?what}}{{reach}}{{to}}"
        f"|{{?less}}{{of}}?{{or}}{{equal}}|{{equal}}{{or}}{{less}}{{of}}|{_MOST}){_FILL}{_NUMBER}",
        _hedged(Hedge.AT_MOST),
        (
            Example("عدد المقاعد لا يتجاوز 70 مقعدا", "لا يتجاوز 70 مقعدا"),
            Example("لا يتجاوز عدد المقاعد 70", "لا يتجاوز عدد المقاعد 70"),
            Example("يتوقع ألا يتجاوز عدد المقاعد 70", "ألا يتجاوز عدد المقاعد 70"),
            Example("لا يتجاوز السائق الإشارة", None),
        ),
        heads="no_more|what|not|that_not|except|less|equal|over|limit",
    ),
    Rule(
        "quantity/between",
        f"{{?range}}?{{what}}?{{?between}}{{joined}}?(?P<number>{{{NUMERAL}|{DUAL}}}){{rest}}*{_TAIL}"
        f"(?:{{?and}}{_FILL}(?P<other>{{{NUMERAL}|{DUAL}}})|(?P<joint>{{+{NUMERAL}|{DUAL}}})|{{to}}(?P<last>{{{NUMERAL}|{DUAL}}}))",
        lambda match, words: _between(match),
        (
            Example("حضر بين 10 و20 متطوعا", "بين 10 و20 متطوعا"),
            Example("تتراوح أعمارهم بين عشرة وعشرين عاما", "تتراوح أعمارهم بين عشرة وعشرين عاما"),
            Example("جلس بين خمسة رجال", None),
        ),
        heads="range|what|between",
    ),
    Rule(
        "quantity/from-to",
        f"(?P<range>{{?range}})?(?P<about>{_ABOUT})?(?P<of>{{?of}})?(?P<number>{{{NUMERAL}|{DUAL}}}){{rest}}*(?P<unit>{_TAIL}){{to|until}}"
        f"{{about}}?(?P<other>{{{NUMERAL}|{DUAL}}})",
        _ranged,
        (
            Example("يكلف من 100 إلى 150 ريالا", "من 100 إلى 150 ريالا"),
            Example("رفعت البلدية عدد المقاعد من 100 إلى 150", None),
            Example("انتقل من البيت إلى 3 مدارس", None),
        ),
        heads=f"range|about|what|approach|of|{NUMERAL}|{DUAL}",
    ),
    Rule(
        "quantity/or",
        f"(?P<about>{_ABOUT})?(?P<number>{{?{NUMERAL}}}){{rest}}*(?P<dash>{{or}})(?P<other>{{{NUMERAL}}})",
        _either,
        (
            Example("حضر خمسة أو ستة آلاف متظاهر", "خمسة أو ستة آلاف"),
            Example("حضر خمسة أو غادروا", None),
        ),
        heads=f"about|what|approach|{NUMERAL}",
    ),
    Rule(
        "quantity/dash",
        f"(?P<about>{_ABOUT})?(?P<number>{{?{NUMERAL}}}){{rest}}*{_TAIL}(?P<dash>{{dash|tilde}})(?P<other>{{{NUMERAL}}})",
        _ranged,
        (Example("حضر 10-20 متطوعا", "10-20 متطوعا"), Example("انتهت المباراة 2-1", None)),
        heads=f"about|what|approach|{NUMERAL}",
    ),
)


def _between(match: re.Match[str]) -> Reading:
    """Build a range whose second number may be joined to its و or follow إلى."""
    other = next(match.start(name) for name in ("other", "joint", "last") if match[name])
    return Reading(match.start(), match.start("number"), Hedge.BETWEEN, other)


_STOPS = f"comma|dot|line|opening|quote|{NUMERAL}|order"
_AFTER = (
    f"(?:(?P<at_least>{_LEAST}|{{or}}{{more}}|{{+more}}(?!{{of}})|{{+above}}|{{+what}}{{above|more}})"
    f"|(?P<at_most>{_MOST}|{{or}}{{less}}|{{+less}}(?!{{of}})|{{+what}}{{below|less}})"
    "|(?P<about>{?roughly})|(?P<more_than>{+odd}))"
)


@cache
def load_hedges() -> Matcher[Reading]:
    """Return the matcher of hedges before a number and of ranges; it reads a settled tape."""
    return Matcher(load_vocabulary(), _RULES)


@cache
def _after() -> re.Pattern[str]:
    """Return the pattern of hedges after a number, with up to four words of the noun between."""
    compile_ = load_vocabulary().compile
    stops = compile_(f"{{?{_STOPS}}}")
    return re.compile(f"[^{stops[1:-1]}]{{0,4}}?{compile_(_AFTER)}")


@cache
def _after_heads() -> frozenset[str]:
    """Return the codes with which a hedge after a number begins; few numbers have one of them near."""
    return codes_of("{?over|limit|roughly}") | codes_of("{or}") | codes_of("{+more|above|less|odd|what}")


def find_after(tape: str, end: int) -> tuple[Hedge, int] | None:
    """Return the hedge that follows a number which ends at ``end``, and where its words end; None if none
    does."""
    if _after_heads().isdisjoint(tape[end : end + 5]):
        return None
    match = _after().match(tape, end)
    return (Hedge(match.lastgroup), match.end()) if match and match.lastgroup else None
