"""Ordinal numbers: الثالث، الحادي عشر، الرابع والخمسون، المئة والسابعة، الحادي والعشرون بعد المئة، رابعا.

The grammar (Wright, "A Grammar of the Arabic Language", I, §§ 328-330): the unit has the form of a rank,
tens, hundreds and thousands are cardinals with the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rawi.annotations.numbers import find_numbers, load_grammar, read_number
from rawi.annotations.vocabulary import codes_of, load_vocabulary, role_of, tape_of
from rawi.arabic.clitics import Clitic
from rawi.model.annotation import Annotation, Kind
from rawi.model.value import Number
from rawi.text.text import Text

_SCALES = "thousand|million|billion|trillion"
_DUALS = "|".join(f"{scale}_dual" for scale in _SCALES.split("|"))
#: What stands before the rank of units and tens: hundreds, thousands, each with the article.
_BASE = (
    f"(?:{{?digit:al}}{{hundred}}|{{?hundred|hundreds:al}}(?:{{hundred}})?|{{?{_SCALES}|{_DUALS}:al}}"
    f"|{{?digit|ten:al}}{{{_SCALES}|thousands|millions|billions}})"
)
_TENS = "(?:{+tens}|{and}{tens})"
_UNIT = f"(?:{{?ordinal|eleventh|weekday|second}}|{{?one|two:al}}|{{?oneof:al}})(?:{{ten}}|{_TENS})"
_PATTERN = (
    f"(?P<rank>(?P<base>{_BASE}(?:{{and}}?{_BASE})*{{and}}?)?(?P<unit>{_UNIT}|{{?ordinal}})|{{?ordinal_adverb}})"
    "(?P<after>{after})?"
)


@cache
def _pattern() -> re.Pattern[str]:
    """Return the compiled pattern of ordinals."""
    return re.compile(load_vocabulary().compile(_PATTERN))


@cache
def _digits() -> re.Pattern[str]:
    """Return the pattern of a rank in digits: الذكرى الـ50، النسخة ال12."""
    return re.compile(
        load_vocabulary().compile("(?<=.){al}(?P<digits>{number})(?!{percent|sign|slash|dash|colon})")
    )


def find_ordinals(text: Text) -> Iterator[Annotation]:
    """Yield the ordinals of a text, in order. A cardinal with the article is one where it ranks a noun before
    it (الدرس العشرين), or where nothing else is there (الثمانون).

    >>> [note.value.low for note in find_ordinals(Text("الطابق الحادي والعشرون"))]
    [21]
    """
    tape, words = tape_of(text), text.words
    found: list[Annotation] = []
    for match in _pattern().finditer(tape):
        rank, last = _rank(match, words), match.end("rank")
        if match["after"] and (base := _base(text, last)):
            rank, last = rank + base[0], base[1]
        found.append(_note(text, match.start(), last, rank))
    found += [
        _note(text, m.start("digits"), m.end(), int(m["digits"] and words[m.start("digits")]))
        for m in _ranked(tape, words)
    ]
    taken = {at for note in found for at in range(note.first, note.last)}
    found += [note for note in _definite_numbers(text) if taken.isdisjoint(range(note.first, note.last))]
    yield from sorted(found, key=lambda note: note.first)


def _ranked(tape: str, words: list[str]) -> Iterator[re.Match[str]]:
    """Yield ranks in digits: after a noun with the article."""
    for match in _digits().finditer(tape):
        if words[match.start() - 1].startswith("ال") and len(words[match.start("digits")]) < 5:
            yield match


def _rank(match: re.Match[str], words: list[str]) -> int:
    """Add up the parts of an ordinal; digit and scale in its base multiply (الثلاثة آلاف)."""
    entries = load_vocabulary().entries
    total = count = 0
    for word in words[match.start("rank") : match.end("rank")]:
        lexeme = entries.get(word)
        if lexeme is None or lexeme.role == "and":
            continue
        if lexeme.role in ("weekday", "second"):  # الأحد عشر and ثانية عشرة: Sunday and a second on the tape
            total += 1 if lexeme.role == "weekday" else 2
        elif lexeme.role in _MULTIPLIED and count:
            total, count = total - count + count * int(lexeme.number), 0
        else:
            total += int(lexeme.number)
            count = int(lexeme.number) if lexeme.role in ("digit", "ten") else 0
    return total


_MULTIPLIED = frozenset(("hundred", *_SCALES.split("|"), "thousands", "millions", "billions"))


def _definite_numbers(text: Text) -> Iterator[Annotation]:
    """Yield cardinals with the article that rank: the whole text (المليون), or right after a noun in the
    singular that has it too (الدرس العشرين)."""
    clitics = load_vocabulary().clitics
    end = len([word for word in text.words if word and word != "."])
    for note in find_numbers(text):
        articled = clitics.get(text.words[note.first], 0) & Clitic.ARTICLE
        if not articled or not isinstance(note.value.low, int) or 0 < note.value.low < 11:
            continue
        before = text.words[note.first - 1] if note.first else ""
        whole = note.first == 0 and note.last == end
        known = role_of(before) in ("", "label", "ranked")
        noun = before.startswith("ال") and known and not before.endswith(_MANY)
        base = _base(text, note.last)
        if whole or noun or base:
            rank, last = base or (0, note.last)
            yield _note(text, note.first, last, note.value.low + rank)


def _base(text: Text, at: int) -> tuple[int, int] | None:
    """Return what is counted on from, بعد المئة, at a token, and where it ends; None if nothing is."""
    tape = tape_of(text)
    if tape[at : at + 1] not in codes_of("{after}"):
        return None
    base = load_grammar().start.match(tape, at + 1)
    read = read_number(base, text.words, tape) if base else None
    return (int(read[0].low), read[1]) if read else None


#: Endings of plurals, which a number counts and does not rank: المشاركين العشرين.
_MANY = ("ين", "ون", "ات")


def _note(text: Text, first: int, last: int, rank: int) -> Annotation:
    """Return the annotation of an ordinal."""
    value = Number(rank, rank, ordinal=True)
    return Annotation(
        Kind.NUMBER, text.starts[first], text.end(last - 1), first, last, "number/ordinal", value
    )
