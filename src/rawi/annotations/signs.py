"""Signs of the numbers of a phrase outside any article: -5، سالب خمسة، .77، 1 3/4."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from rawi.annotations.vocabulary import codes_of, tape_of
from rawi.model.annotation import Annotation
from rawi.model.value import Amount, Number
from rawi.text.text import Text


def sign_numbers(text: Text, numbers: Sequence[Annotation]) -> Iterator[Annotation]:
    """Yield the numbers of a phrase with what is written before them: a sign, a leading point, a whole number
    before a fraction in digits. In an article a dash before a number is punctuation.

    >>> from rawi.annotations.numbers import find_numbers
    >>> text = Text("بين -5 و 1 3/4")
    >>> [note.value.low for note in sign_numbers(text, list(find_numbers(text)))]
    [-5, 1.75]
    """
    tape, at = tape_of(text), 0
    while at < len(numbers):
        note, at = numbers[at], at + 1
        if mixed := _mixed(note, numbers[at : at + 2], text):
            note, at = mixed, at + 2
        note = _pointed(note, text)
        yield _negative(note, text, tape)


def _mixed(whole: Annotation, parts: Sequence[Annotation], text: Text) -> Annotation | None:
    """Read 1 3/4 as 1.75; None if that is not what stands here."""
    words, at = text.words, whole.last
    if len(parts) < 2 or len(words) < at + 3 or text.glued(at):
        return None
    first, slash, last = words[at : at + 3]
    digits = words[at - 1].isdecimal() and first.isdecimal() and last.isdecimal()
    glued = slash == "/" and text.glued(at + 1) and text.glued(at + 2)
    if not digits or not glued or not 0 < int(first) < int(last):
        return None
    return _replace(whole, text, whole.first, at + 3, whole.value.low + int(first) / int(last))


def _pointed(note: Annotation, text: Text) -> Annotation:
    """Read .77 as 0.77."""
    words, at = text.words, note.first
    if not at or words[at - 1] != "." or not text.glued(at) or not words[at].isdecimal():
        return note
    inside = at > 1 and text.glued(at - 1) and words[at - 2] not in ("+", "-", "−")
    if inside or note.last != at + 1:
        return note
    return _replace(note, text, at - 1, note.last, float(f"0.{words[at]}"))


def _negative(note: Annotation, text: Text, tape: str) -> Annotation:
    """Read سالب خمسة and -5 as negative, +5 as it is; a dash between two numbers is no sign."""
    at = note.first
    if not at or not isinstance(note.value.low, int | float) or note.value.order:
        return note
    before = tape[at - 1]
    if before in codes_of("{?minus}"):
        return _replace(note, text, at - 1, note.last, -note.value.low)
    lone = at == 1 or not text.glued(at - 1)
    if before in codes_of("{dash}") and lone and (text.glued(at) or at == 1):
        return _replace(note, text, at - 1, note.last, -note.value.low)
    if before in codes_of("{plus}") and lone and text.glued(at):
        return _replace(note, text, at - 1, note.last, note.value.low)
    return note


def _replace(note: Annotation, text: Text, first: int, last: int, value: Amount) -> Annotation:
    """Return a number with another extent and value."""
    return msgspec.structs.replace(
        note,
        first=first,
        last=last,
        start=text.starts[first],
        end=text.end(last - 1),
        value=Number(value, value, share=note.value.share),
    )
