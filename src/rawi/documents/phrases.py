"""The phrases of ``boilerplate.toml``, indexed by their first word so that a line costs one look-up."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import Literal, NamedTuple

import msgspec

from rawi.arabic.fold import fold
from rawi.documents.lines import ORNAMENTS, Line
from rawi.lexicons.loader import load_entries

Where = Literal["whole", "label", "start", "inside", "word", "cut", "tail"]
LEXICON = "boilerplate.toml"
_FIRST_WORD = re.compile(r"\w+")
_GAP = r"[\s|»«>›<‹/\\،,·•:+*.-]*"


class Phrase(msgspec.Struct, frozen=True):
    """A phrase of web pages that is not of the article; the lexicon explains the fields."""

    form: str
    kind: str
    where: Where
    example: str
    tail: bool = False
    note: str | None = None

    @property
    def key(self) -> str:
        """The folded form, as it is looked for."""
        return fold(self.form)


class Phrases(NamedTuple):
    """The lexicon made ready: ``at_start`` by first word, longest phrase first; the rest keys or patterns."""

    at_start: dict[str, tuple[tuple[str, Phrase], ...]]
    inside: tuple[str, ...]
    pleas: tuple[str, ...]
    cut: tuple[str, ...]
    tail: tuple[str, ...]
    share_run: re.Pattern[str]
    section_run: re.Pattern[str]
    sections: tuple[str, ...]


@cache
def load_phrases() -> Phrases:
    """Return the phrases of the lexicon; LexiconError if it is malformed."""
    entries = load_entries(LEXICON, Phrase)
    return Phrases(
        at_start=_by_first_word(one for one in entries if one.where in ("whole", "label", "start")),
        inside=tuple(one.key for one in entries if one.where == "inside" and one.kind == "stamp"),
        pleas=tuple(one.key for one in entries if one.where == "inside" and one.kind == "appeal"),
        cut=tuple(one.key for one in entries if one.where == "cut"),
        tail=tuple(one.key for one in entries if one.where == "tail"),
        share_run=_run_of(one for one in entries if one.where == "word" and one.kind != "section"),
        section_run=_run_of(one for one in entries if one.kind == "section"),
        sections=tuple(sorted((one.key for one in entries if one.kind == "section"), key=len, reverse=True)),
    )


def _by_first_word(entries: Iterable[Phrase]) -> dict[str, tuple[tuple[str, Phrase], ...]]:
    """Group by first folded word, longest key first."""
    groups: dict[str, list[tuple[str, Phrase]]] = defaultdict(list)
    for one in entries:
        if word := _FIRST_WORD.match(one.key):
            groups[word.group()].append((one.key, one))
    return {
        word: tuple(sorted(group, key=lambda pair: (-len(pair[0]), pair[0])))
        for word, group in groups.items()
    }


def _run_of(entries: Iterable[Phrase]) -> re.Pattern[str]:
    """Return a pattern for a run of words of these entries with separators between, at most 60 words."""
    words = "|".join(re.escape(one.key) for one in sorted(entries, key=lambda one: (-len(one.key), one.key)))
    return re.compile(rf"{_GAP}\b(?:{words})(?!\w)(?:{_GAP}\b(?:{words})(?!\w)){{0,59}}{_GAP}")


def find_phrase(line: Line) -> Phrase | None:
    """Return the phrase that a line is or begins with, or None.

    >>> from rawi.documents.lines import cut_lines
    >>> [(p := find_phrase(line)) and p.kind for line in cut_lines("للمزيد: جسر النهر\\nللمزيد من الناس رأي")]
    ['related', None]
    """
    word = _FIRST_WORD.match(line.head)
    for key, phrase in load_phrases().at_start.get(word.group(), ()) if word else ():
        if line.head.startswith(key) and _fits(phrase, line, line.head[len(key) :]):
            return phrase
    return None


def _fits(phrase: Phrase, line: Line, rest: str) -> bool:
    """Tell whether what follows the phrase in the line is as its ``where`` asks."""
    if phrase.where == "whole":
        return not rest.strip(ORNAMENTS)
    if phrase.where == "start":
        return line.length <= 200
    rest = rest.lstrip()
    marked = not rest or rest[0] in ":|/…*" or rest.startswith("..") or rest == "."
    return line.length <= 200 and marked
