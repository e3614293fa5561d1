"""What stands after a number: percent, money, a measure, a period of time."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from rawi.annotations.money import CURRENCY_ROLES, code_in_article, code_in_phrase, find_country
from rawi.annotations.vocabulary import codes_of, load_vocabulary, load_words, role_of
from rawi.arabic.clitics import Clitic
from rawi.arabic.fold import fold
from rawi.lexicons.loader import load_entries
from rawi.model.lexeme import Lexeme
from rawi.text.text import Text
from rawi.text.tokens import cut_tokens

_PERIODS = "day|days|week|weeks|moon|moons|year|years|hour|hours|minute|minutes|second|seconds"
_DUALS = "period_dual|measure_dual|currency_dual"
_PATTERN = (
    "(?P<percent>{percent}|{in}{hundred:al}|{point_noun}{centigrade})"
    "|(?P<thousandth>{in}{yearlike:al})"
    "|{of}?(?:(?P<money>{currency|coin|sign:noprep})|(?P<measure>{prefix|measure|degree_sign:noprep})"
    "|(?P<astronomical>{unit_noun}{astronomical})"
    f"|(?P<period>{{{_PERIODS}:noprep}}))"
    f"|(?P<dual>{{?{_DUALS}:noal}})"
)
_STARTS = (
    "{percent|in|point_noun|of|currency|coin|sign|prefix|measure|degree_sign|unit_noun}",
    f"{{{_PERIODS}}}",
    f"{{?{_DUALS}:noal}}",
)
_POWERS = {"square": "2", "cubic": "3"}
#: What an adjective, or a second unit, makes of a unit.
_TURNED = {("[mi_i]", "nautical"): "[nmi_i]", ("deg", "centigrade"): "Cel"}
_DEGREES = frozenset(("Cel", "[degF]", "K"))
_LENGTHS = frozenset(("m", "km", "cm", "mm", "dm"))
_WATTS = frozenset(("W", "kW", "MW", "GW", "TW"))


class Unit(msgspec.Struct, frozen=True, gc=False):
    """A unit and the token range of its words.

    ``kind``: percent, money, measure or period; ``code`` is None of money whose country nobody names.
    """

    code: str | None
    first: int
    last: int
    kind: str


@cache
def _pattern() -> re.Pattern[str]:
    """Return the compiled pattern of units."""
    return re.compile(load_vocabulary().compile(_PATTERN))


@cache
def _starts() -> frozenset[str]:
    """Return the codes with which a unit can begin, to rule most tokens out before the pattern is tried."""
    return frozenset().union(*map(codes_of, _STARTS))


@cache
def _first_words() -> frozenset[str]:
    """Return the words with which a unit can begin whatever their class, for the same end."""
    phrases = (_phrases("money"), _unit_phrases(phrase=True))
    return frozenset(_parts()).union(*(one.by_first for one in phrases))


class _Phrases(msgspec.Struct, frozen=True):
    """The phrases of ``unit_phrases.toml`` of some roles: folded tokens and code, by their first token."""

    by_first: dict[str, list[tuple[list[str], str]]]

    def find(self, words: list[str], at: int) -> tuple[str, int] | None:
        """Return the code of the longest phrase that stands at ``at`` and where it ends."""
        for phrase, code in self.by_first.get(words[at], ()) if at < len(words) else ():
            if words[at : at + len(phrase)] == phrase:
                return code, at + len(phrase)
        return None


@cache
def _phrases(*roles: str) -> _Phrases:
    """Return the phrases of some roles, the longest first."""
    found: dict[str, list[tuple[list[str], str]]] = {}
    for entry in load_entries("unit_phrases.toml", Lexeme):
        for form in entry.forms if entry.role in roles else ():
            words = cut_tokens(fold(form))[0]
            found.setdefault(words[0], []).append((words, str(entry.value)))
    for phrases in found.values():
        phrases.sort(key=lambda phrase: -len(phrase[0]))
    return _Phrases(found)


def _unit_phrases(phrase: bool) -> _Phrases:
    """Return the phrases that are units in an article, or in a phrase outside any."""
    return _phrases("unit", "plain", "short") if phrase else _phrases("unit")


def dual_phrases(phrase: bool) -> _Phrases:
    """Return the phrases that are two of a unit, without a number."""
    return _phrases("unit_dual", "plain_dual") if phrase else _phrases("unit_dual")


def find_unit(tape: str, text: Text, at: int, phrase: bool = False) -> Unit | None:
    """Return the unit whose words begin at token ``at`` (من may stand first); None if there is none.

    ``phrase``: the text is a phrase outside any article, where short forms count and money keeps its plain
    name. A dual (مترين) is found with its adjectives (مترين مربعين).
    """
    words = text.words
    if at >= len(words) or (tape[at] not in _starts() and words[at] not in _first_words()):
        return None
    if part := _parts().get(words[at]):
        return Unit(part, at, at + 1, "percent")
    if found := _phrases("money").find(words, at):
        return Unit(found[0], at, found[1], "money")
    if found := _unit_phrases(phrase).find(words, at):
        return _modified(tape, text, at, found[1], found[0])
    if tape[at] not in _starts():
        return _squared_letter(text, at)
    match = _pattern().match(tape, at)
    if match is None or match.lastgroup is None:
        return None
    kind = match.lastgroup
    first = match.start() if kind in ("percent", "thousandth", "astronomical") else match.start(kind)
    if kind == "dual":
        return _dual(tape, text, first, phrase)
    if kind == "money":
        return _money(words, first, phrase)
    if kind == "measure":
        return _measure(tape, text, first)
    if kind == "period":
        return Unit(unit_of(words[first]), first, match.end(), kind)
    if kind == "astronomical":
        return Unit("AU", first, match.end(), kind)
    if kind == "thousandth" and role_of(words[match.end() - 1]) != "thousand":
        return None
    return Unit(_share(words[first], kind), first, match.end(), "percent")


def _share(word: str, kind: str) -> str:
    """Return the code of percent, per thousand and their signs."""
    entry = load_vocabulary().entries.get(word)
    signed = entry is not None and entry.role == "percent"
    return str(entry.value) if entry and signed else "[ppth]" if kind == "thousandth" else "%"


def _dual(tape: str, text: Text, at: int, phrase: bool) -> Unit | None:
    """Return the unit of a noun in the dual, with what stands after it."""
    entry = load_vocabulary().entries[text.words[at]]
    if entry.role == "currency_dual":
        return _money(text.words, at, phrase)
    if entry.role == "measure_dual":
        return _modified(tape, text, at, at + 1, str(entry.value))
    return Unit(str(entry.value), at, at + 1, "period")


def find_prefixed(tape: str, text: Text, at: int, phrase: bool) -> Unit | None:
    """Return the unit of a dual at ``at`` with the prefix that may stand before it: كيلو متران."""
    unit = find_unit(tape, text, at, phrase)
    before = _entry(text.words, at - 1) if at else None
    if unit is None or unit.kind != "measure" or before is None:
        return unit
    kilo = before.role == "measure" and before.value == "kg"
    if before.role != "prefix" and not kilo:
        return unit
    return Unit(("k" if kilo else str(before.value)) + str(unit.code), at - 1, unit.last, unit.kind)


def is_money_abbreviation(words: list[str], at: int) -> bool:
    """Does a short form of money stand here: ر.س، د.إ؟"""
    return _phrases("money").find(words, at) is not None


def _money(words: list[str], at: int, phrase: bool) -> Unit | None:
    """Return a currency with the country after it; None of a word that is money only with its country."""
    entry = load_vocabulary().entries[words[at]]
    found = find_country(words, at + 1) if entry.role != "sign" else None
    country, last = found if found and found[0] in entry.by else (None, at + 1)
    if entry.value is None and country is None:
        return None
    code = code_in_phrase(entry, country) if phrase else code_in_article(entry, country)
    return Unit(code, at, last, "money")


def _measure(tape: str, text: Text, at: int) -> Unit | None:
    """Return a measure with what stands before and after it: متر مربع، ملي لتر، ميل بحري."""
    words = text.words
    entry, following = load_vocabulary().entries[words[at]], _entry(words, at + 1)
    code = "deg" if entry.role == "degree_sign" else str(entry.value)
    if code == "deg" and following is not None and following.value in _DEGREES:
        return Unit(str(following.value), at, at + 2, "measure")
    if entry.role == "prefix" or (code == "kg" and following is not None and _is_plain(following)):
        if following is None or following.role != "measure":
            return None
        prefixed = ("k" if code == "kg" else code) + str(following.value)
        return _modified(tape, text, at, at + 2, prefixed)
    return _modified(tape, text, at, at + 1, code)


def _entry(words: list[str], at: int) -> Lexeme | None:
    """Return what the lexicons say of a word; None beyond the end."""
    return load_vocabulary().entries.get(words[at]) if at < len(words) else None


def _is_plain(entry: Lexeme) -> bool:
    """Can كيلو stand before it: متر, غرام, لتر, but not دونم or كيلومتر?"""
    return entry.role == "measure" and entry.value in ("m", "g", "L", "W", "V", "B", "J", "Hz", "cal")


def _modified(tape: str, text: Text, at: int, last: int, code: str) -> Unit:
    """Take in the adjectives of a measure (مربع، مكعب، بحري) and what it is counted by (في الساعة)."""
    words = text.words
    while (entry := _entry(words, last)) is not None:
        if entry.role in _POWERS and code[-1] not in "23":
            code += _POWERS[entry.role]
        elif (code, entry.role) in _TURNED:
            code = _TURNED[code, entry.role]
        elif entry.role != "metric":
            break
        last += 1
    if _is_power(text, last) and code in _LENGTHS:
        code, last = code + words[last], last + 1
    by, last = _counted_by(tape, words, last, code)
    return Unit(code + by, at, last, "measure")


def _is_power(text: Text, at: int) -> bool:
    """Does a 2 or 3 stand glued to the unit before it: كم2؟"""
    return at < len(text.words) and text.words[at] in ("2", "3") and text.glued(at)


def _squared_letter(text: Text, at: int) -> Unit | None:
    """Return the unit of a letter with the mark of a square or a cube: م2، م³; alone it is no unit."""
    words = text.words
    found = _phrases("short").find(words, at) if at + 1 < len(words) else None
    if found is None or found[0] not in _LENGTHS or found[1] != at + 1:
        return None
    entry = _entry(words, at + 1)
    power = words[at + 1] if _is_power(text, at + 1) else _POWERS.get(entry.role, "") if entry else ""
    return Unit(found[0] + power, at, at + 2, "measure") if power and text.glued(at + 1) else None


@cache
def _before_per() -> tuple[frozenset[str], frozenset[str]]:
    """Return the codes of what may stand before an hour, and of what may not follow it (في الساعة 10)."""
    return codes_of("{in|slash}"), codes_of("{?number|decimal|digit|ten|tens|ordinal|daylike|amount}")


def _counted_by(tape: str, words: list[str], at: int, code: str) -> tuple[str, int]:
    """Return what a measure is counted by, and where that ends: ``/h`` of كم/س، ``.h`` of كيلوواط ساعة."""
    before, after = _before_per()
    start = at + 1 if tape[at : at + 1] in before else at
    joined = tape[at : at + 1] in codes_of("{hour|minute:bal}")
    found = ("h" if role_of(words[at]) == "hour" else "min", at + 1) if joined else _per(words, start)
    watts = code in _WATTS
    if found is None or not (start > at or joined or watts) or tape[found[1] : found[1] + 1] in after:
        return "", at
    if watts and found[0] != "h":
        return "", at
    return ("." if watts else "/") + found[0], found[1]


def _per(words: list[str], at: int) -> tuple[str, int] | None:
    """Return the code of an hour, minute or second at ``at`` and where it ends."""
    return _phrases("per").find(words, at)


def unit_of(word: str) -> str | None:
    """Return the unit of a word that holds number and unit at once: عامين، كيلومترين، ملياري aside."""
    entry = load_vocabulary().entries.get(word)
    return str(entry.value) if entry and isinstance(entry.value, str) else None


@cache
def _parts() -> dict[str, str]:
    """Return the words that count by the hundred or the thousand, with their codes: بالمئة، بالألف."""
    percent, permille = codes_of("{?hundred:bal}"), codes_of("{thousand:bal}")
    letters = load_vocabulary().letters.items()
    found = {word: "%" for word, code in letters if code in percent}
    return found | {word: "[ppth]" for word, code in letters if code in permille}


@cache
def period_codes() -> frozenset[str]:
    """Return the codes of periods of time without the article, as they stand before واحد: ليوم واحد."""
    return codes_of(f"{{?{_PERIODS}:noal}}")


def find_single(tape: str, text: Text) -> Unit | None:
    """Return the unit that is the whole of a phrase, in the singular (ميل); it stands for one of it."""
    unit = find_unit(tape, text, 0, phrase=True) if text.words else None
    if unit is None or unit.last < len(text.words) or unit.first:
        return None
    return unit if text.words[0] in _singulars() or len(text.words) > 1 else None


@cache
def _singulars() -> frozenset[str]:
    """Return the singulars of units and money, folded."""
    return frozenset(
        fold(entry.form)
        for name in ("units.toml", "currencies.toml", "unit_phrases.toml")
        for entry in load_entries(name, Lexeme)
        if entry.role in ("measure", "currency", "coin", "plain")
    )


def is_money(word: str) -> bool:
    """Is a folded word the name or the sign of a currency or a coin?"""
    return role_of(word) in CURRENCY_ROLES


def is_noun(word: str) -> bool:
    """Could a folded word be what a number counts: Arabic letters, and no particle, pronoun or frequent
    verb?"""
    first = word[:1]
    if len(word) < 2 or not "ء" <= first <= "ي" or word in load_words("uncounted.toml"):
        return False
    if first in _NO_NOUN_BEGINS and _NO_NOUN.fullmatch(word):
        return False
    if first in "ول" and word not in load_words("own_letters.toml") and _is_joined(word):
        return False
    return role_of(word) not in ("more", "less", "about")


def _is_joined(word: str) -> bool:
    """Is the first letter of a word that begins with و or ل a conjunction or a preposition?"""
    vocabulary = load_vocabulary()
    return word not in vocabulary.entries or bool(vocabulary.clitics.get(word, 0) & Clitic.CONJUNCTION)


_NO_NOUN_BEGINS = frozenset("وفبكليت")
# A joined letter and the article, or a present verb in the plural (يقيمون, but not يمنيون).
_NO_NOUN = re.compile("(?:[وفبك]ال|لل|[وف]لل)[ء-ي]{3,}|[يت][ء-ي]{2,}(?<!ي)ون")
