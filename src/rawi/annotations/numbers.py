"""Numbers in digits and words: 40 ألف، ثلاثمئة وخمسة وعشرون، 29 ألفا و358، عشرات الآلاف، نصف، بضعة.

The grammar, over the classes of the tape (Wright, "A Grammar of the Arabic Language", I, §§ 318-328; the
spellings are in ``lexicons/ar/numbers.toml``)::

    number  = term (and term)*  of falling scale, (and fraction)?
    term    = group thousand? scale | scale | dual scale | group | fraction scale
    group   = hundreds (and small)? | small | digits
    small   = unit (and tens)? | unit ten | ten | tens
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from rawi.annotations.annotator import Annotations
from rawi.annotations.digits import LONGEST, build_decimal, parse_digits
from rawi.annotations.numerals import (
    DUAL_ROLES,
    HEAD,
    PART,
    POINT,
    SCALE_ROLES,
    SCALES,
    START,
    TERM,
    with_and,
)
from rawi.annotations.vocabulary import codes_of, load_vocabulary, role_of, tape_of
from rawi.arabic.remembering import remember
from rawi.model.annotation import Annotation, Kind
from rawi.model.value import Amount, Number
from rawi.text.text import Text


class Term(NamedTuple):
    """A term of a number: its value and the scale that ended it (1 where none did)."""

    value: Amount
    scale: int


class Grammar(NamedTuple):
    """The compiled patterns of numbers; ``head`` is any token with which one can begin.

    ``more``: the codes with which what follows a first term can begin; a number before any other is done.
    """

    head: re.Pattern[str]
    start: re.Pattern[str]
    term: re.Pattern[str]
    part: re.Pattern[str]
    point: re.Pattern[str]
    more: frozenset[str]


@cache
def load_grammar() -> Grammar:
    """Return the compiled grammar."""
    compile_ = load_vocabulary().compile
    patterns = (HEAD, START, with_and(TERM), with_and(PART), POINT)
    more = (
        codes_of(HEAD.replace("{?", "{+")) | codes_of("{and|point|one|opening}") | codes_of("{+half_spoken}")
    )
    head, start, term, part, after = (re.compile(compile_(pattern)) for pattern in patterns)
    return Grammar(head, start, term, part, after, more)


def _term(words: list[str]) -> Term | None:
    """Add up one term; None if a token of digits is no number."""
    entries = load_vocabulary().entries
    total: Amount = 0
    scale = 1
    for word in words:
        entry = entries.get(word)
        if entry is None and not word[:1].isdecimal():
            continue  # a conjunction, or the brackets of (162) مليون
        if entry is None:
            value = parse_digits(word)
            if value is None:
                return None
            total = value
        elif entry.role in SCALE_ROLES:
            scale = int(entry.number) * (scale if scale > 1 else 1)
            total = (total or 1) * entry.number
        elif entry.role in DUAL_ROLES:
            total, scale = entry.number, int(entry.number) // 2
        elif entry.role in ("hundred", "hundred_spoken") and 0 < total < 10:
            total *= 100
        else:
            total += entry.number
    return Term(_whole(total), scale) if total < _MOST else None


_MOST = 10**LONGEST


def _whole(value: Amount) -> Amount:
    """Return whole numbers as int, and take off the noise of binary fractions (5.4 × 10⁹)."""
    if isinstance(value, int):
        return value
    rounded = round(value, 12)
    return int(rounded) if rounded.is_integer() else rounded


def _dual_construct(words: list[str], tape: str, at: int) -> Amount | None:
    """Return 2000 for a lone ألفا before a noun or at the end; ألفا و… is one thousand in the accusative."""
    entry = load_vocabulary().entries.get(words[at])
    if entry is None or entry.role not in _SINGULAR_ROLES or not words[at].endswith("ا"):
        return None
    follow = load_grammar().term.match(tape, at + 1)
    return None if follow else entry.number * 2


_SINGULAR_ROLES = frozenset(SCALES)


def _number(words: list[str], tape: str, start: int, end: int) -> tuple[Number, int] | None:
    """Read a number whose first term is known, with all terms and the fraction that follow; return it and
    its end."""
    grammar = load_grammar()
    reversed_ = _turned(words, start, end)
    if end > start + 1 and words[start].isdecimal() and role_of(words[start + 1]) == "hundred":
        end = end if len(words[start]) == 1 else start + 1  # ٣ مائة, but not "in 2012 a hundred …"
    first = reversed_ or _term(words[start:end])
    if first is None:
        return None
    if end == start + 1 and (dual := _dual_construct(words, tape, start)):
        return Number(dual, dual), end
    total, scale = first
    while scale > 1 and (match := grammar.term.match(tape, end)):
        following = _term(words[end : match.end()])
        if following is None or following.value >= scale:
            break
        total, scale, end = total + following.value, following.scale, match.end()
    if match := grammar.part.match(tape, end):
        total, end = total + _part(words[end : match.end()]) * (first.scale if scale > 1 else 1), match.end()
    elif (match := grammar.point.match(tape, end)) and (pointed := _with_point(total, match, words)):
        total, end = pointed.value, match.end()
    return Number(_whole(total), _whole(total)), end


def _turned(words: list[str], start: int, end: int) -> Term | None:
    """Read 50ر11 as 11.50: digits whose order was turned round in print."""
    if end - start < 3 or role_of(words[start + 1]) != "reh":
        return None
    rest = _term(["1", *words[start + 3 : end]]) or Term(1, 1)
    value = build_decimal(words[start + 2], words[start])
    return None if value is None else Term(_whole(value * rest.value), rest.scale)


def _part(words: list[str]) -> float:
    """Return the worth of a fraction: ونصف، وثلاثة أخماس، ثلاثة أرباع المليون."""
    entries = load_vocabulary().entries
    worth = 1.0
    for word in words:
        if (entry := entries.get(word)) and entry.role in _PART_ROLES:
            worth *= entry.number
    return worth


_PART_ROLES = frozenset(("half_spoken", "digit", "fraction", "parts", "two_parts", *SCALES))


def _with_point(whole: Amount, match: re.Match[str], words: list[str]) -> Term | None:
    """Put the digits behind the decimal point, and multiply: سبعة فاصلة خمسة is 7.5; None if they are no
    digits."""
    after = _digits(words[match.start("after") : match.end("after")])
    value = build_decimal(str(whole), after) if isinstance(whole, int) and after else None
    scale = _term(words[match.start("scale") : match.end("scale")]) if match["scale"] else Term(1, 1)
    value = value * scale.value if value is not None and scale else None
    return Term(value, 1) if value is not None and value < _MOST else None


def _digits(words: list[str]) -> str:
    """Return the digits that words are, one by one (صفر خمسة: 05) or as one number; empty if they are
    none."""
    if len(words) == 1 and words[0].isdecimal():
        return words[0]
    entries = load_vocabulary().entries
    numbers = [entries[word].number if word in entries else None for word in words]
    if all(number is not None and number < 10 for number in numbers):
        return "".join(str(int(number)) for number in numbers if number is not None)
    zeros = next((at for at, number in enumerate(numbers) if number != 0), 0)
    term = _term(words[zeros:])
    return "0" * zeros + str(term.value) if term and isinstance(term.value, int) else ""


def _few(words: list[str]) -> Number:
    """Read بضعة (3 to 9, gold guide) and what it multiplies: بضعة آلاف."""
    scale = _term(words[1:]) if len(words) > 1 else None
    by = scale.value if scale else 1
    return Number(3 * by, 9 * by)


def _order(words: list[str]) -> Number:
    """Read a bare scale: عشرات الآلاف is 10,000 or more."""
    entries = load_vocabulary().entries
    low: Amount = 1
    for word in words:
        low *= entries[word].number
    return Number(low, None, order=True)


def _dozen(words: list[str]) -> Number | None:
    """Read نصف دزينة، 3 دزينات، دزينة ونصف; None if what stands before is no number."""
    entries = load_vocabulary().entries
    at = next(at for at, word in enumerate(words) if role_of(word) == "dozen")
    times = _term(words[:at]) if at else Term(1, 1)
    if times is None:
        return None
    more = entries[words[-1]].number * 12 if at + 1 < len(words) else 0
    value = _whole(times.value * entries[words[at]].number + more)
    return Number(value, value)


def read_number(match: re.Match[str], words: list[str], tape: str) -> tuple[Number, int] | None:
    """Return the value of a match of the grammar's start and the token where the number ends; None if it is
    none."""
    kind, (start, end) = match.lastgroup, match.span()
    if kind == "number":
        return _number(words, tape, start, end)
    part = words[start:end]
    if kind == "few":
        return _few(part), end
    if kind == "order":
        return _order(part), end
    if kind == "dozen":
        return (dozens, end) if (dozens := _dozen(part)) else None
    worth = _whole(_part(part))
    return Number(worth, worth, share=worth < 1), end


def find_numbers(text: Text) -> Iterator[Annotation]:
    """Yield every number of a text, in its order, without hedges, units or nouns; never raises.

    >>> [note.value.low for note in find_numbers(Text("زارها 29 ألفا و358 سائحا في ثلاثة أيام"))]
    [29358, 3]
    """
    tape, words, grammar = tape_of(text), text.words, load_grammar()
    end = 0
    start, more, starts, count = grammar.start.match, grammar.more, text.starts, len(words)
    for head in grammar.head.finditer(tape):
        first = head.start()
        if first < end or not (match := start(tape, first)):
            continue
        kind, end = match.lastgroup or "number", match.end()
        value: Number | None
        if kind == "number" and end == first + 1 and (end == count or tape[end] not in more):
            value = _lone(words[first])
        elif found := read_number(match, words, tape):
            value, end = found
        else:
            continue
        if value is not None:
            stop = starts[end - 1] + len(words[end - 1])
            yield Annotation(Kind.NUMBER, starts[first], stop, first, end, _RULES[kind], value)


def _lone(word: str) -> Number | None:
    """Return the number that one word is where nothing after it belongs to it; None if it is none."""
    return _remembered(word) if len(word) <= _LONGEST else _read_lone(word)


def _read_lone(word: str) -> Number | None:
    """Read one word as a number: 2015, خمسة, or a lone ألفا, which is two thousand."""
    term = _term([word])
    if term is None:
        return None
    dual = term.scale > 1 and role_of(word) in _SINGULAR_ROLES and word.endswith("ا")
    value = term.value * 2 if dual else _whole(term.value)
    return Number(value, value)


_LONGEST = 16
_remembered = remember(_read_lone, 1 << 12)

_RULES = {kind: f"number/{kind}" for kind in ("number", "parts", "few", "order", "share", "dozen")}


class Numbers:
    """The stage that reads numbers; the first of the three that share a tape."""

    needs: frozenset[Kind] = frozenset()
    makes: frozenset[Kind] = frozenset({Kind.NUMBER})

    def annotate(self, text: Text, known: Annotations) -> Iterator[Annotation]:
        """Yield the numbers of ``text``."""
        return find_numbers(text)


NUMBERS = Numbers()


def number_of(words: list[str]) -> int:
    """Return the whole number that ``words`` are, conjunction and preposition on the first aside; 0 if they
    are none."""
    if len(words) == 1:
        word = words[0]
        if word.isdecimal():
            return int(build_decimal(word) or 0)
        return _number_of_word(word) if len(word) <= _LONGEST else _number_of(words)
    return _number_of(words)


@lru_cache(maxsize=1 << 10)
def _number_of_word(word: str) -> int:
    """Return the whole number that one word is."""
    return _number_of([word])


def _number_of(words: list[str]) -> int:
    """Return the whole number that words in digits or letters are; 0 if they are none."""
    tape = load_vocabulary().tape(words)
    match = load_grammar().start.match(tape)
    found = read_number(match, words, tape) if match else None
    return int(found[0].low) if found else 0


def settled_tape(text: Text, numbers: list[Annotation]) -> str:
    """Return the tape with each number as one class and ``rest``: what could be a day, a year, another
    amount.

    The class keeps the clitics of the number's first token, so that بثلاثة is still after a preposition.
    Dates and quantities ask for it with the same list of numbers, all of which have been found by then.
    """
    known: tuple[list[Annotation], str] | None = text.kept.get("settled")
    if known is None or known[0] is not numbers:
        known = text.kept["settled"] = numbers, _settle(text, numbers)
    return known[1]


def _settle(text: Text, numbers: list[Annotation]) -> str:
    """Lay the tape on which each number is one class."""
    tape, rest, ones = tape_of(text), load_vocabulary().letter("rest"), codes_of("{?one|zero}")
    pieces: list[str] = []
    at = 0
    for note in numbers:
        first, last, number = note.first, note.last, note.value
        code = tape[first]
        if code not in ones or number.low not in (0, 1):
            pieces += (tape[at:first], _settled_code(code, _settled_class(number)))
            at = first + 1
        if last > first + 1:
            pieces += (tape[at : first + 1], rest * (last - first - 1))
            at = last
    pieces.append(tape[at:])
    return "".join(pieces)


@cache
def _settled_code(code: str, name: str) -> str:
    """Return the code of a settled class with the clitics of a number's first token."""
    return load_vocabulary().recode(code, name)


def _settled_class(number: Number) -> str:
    """Say what a number could be in a date."""
    low = number.low
    if number.order:
        return "order"
    if number.share:
        return "share"
    if low != number.high or not isinstance(low, int):
        return "amount"
    return "daylike" if 1 <= low <= 31 else "yearlike" if 1000 <= low <= 2100 else "amount"
