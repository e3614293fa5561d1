"""Ordinal numbers: الثالث، الحادي عشر، الرابع والخمسون، الحادي والعشرون بعد المئة."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rawi.annotations.numbers import find_numbers, load_grammar, read_number
from rawi.annotations.vocabulary import load_vocabulary, tape_of
from rawi.model.annotation import Annotation, Kind
from rawi.model.value import Number
from rawi.text.text import Text

_TENS = "(?:{+tens}|{and}{tens})"
_PATTERN = (
    "(?P<rank>{?hundred|hundreds:al}?(?:{?ordinal|eleventh|weekday}|{?one|two:al})"
    f"(?:{{ten}}|{_TENS})|{{?ordinal}})(?P<base>{{after}})?"
)


@cache
def _pattern() -> re.Pattern[str]:
    """Return the compiled pattern of ordinals."""
    return re.compile(load_vocabulary().compile(_PATTERN))


def find_ordinals(text: Text) -> Iterator[Annotation]:
    """Yield the ordinals of a text; a number with the article is one where nothing else is there (الثمانون).

    >>> [note.value.low for note in find_ordinals(Text("الطابق الحادي والعشرون"))]
    [21]
    """
    tape, words = tape_of(text), text.words
    found = False
    for match in _pattern().finditer(tape):
        rank, last = _rank(words[match.start() : match.end("rank")]), match.end("rank")
        base = load_grammar().start.match(tape, match.end()) if match["base"] else None
        if base and (read := read_number(base, words, tape)):
            rank, last = rank + int(read[0].low), read[1]
        found = True
        yield _note(text, match.start(), last, rank)
    if not found:
        yield from _definite_number(text)


def _rank(words: list[str]) -> int:
    """Add up the parts of an ordinal."""
    entries = load_vocabulary().entries
    ranks = [entries[word] for word in words if word in entries]
    # الأحد عشر: the first word is Sunday on the tape
    return sum(1 if lexeme.role == "weekday" else int(lexeme.number) for lexeme in ranks)


def _definite_number(text: Text) -> Iterator[Annotation]:
    """Yield a cardinal with the article that is the whole text: الثمانون، المليون، الثلاثمئة."""
    clitics = load_vocabulary().clitics
    for note in find_numbers(text):
        whole = note.first == 0 and note.last == len([word for word in text.words if word and word != "."])
        if whole and clitics.get(text.words[0], 0) & 16 and isinstance(note.value.low, int):
            yield _note(text, note.first, note.last, note.value.low)


def _note(text: Text, first: int, last: int, rank: int) -> Annotation:
    """Return the annotation of an ordinal."""
    value = Number(rank, rank, ordinal=True)
    return Annotation(
        Kind.NUMBER, text.starts[first], text.end(last - 1), first, last, "number/ordinal", value
    )
