"""The one tape on which numbers, quantities and dates are read, and the words that stand on it."""

from __future__ import annotations

from functools import cache

from rawi.arabic.clitics import noun_forms, plain_forms, stem_forms, verb_forms
from rawi.arabic.fold import fold
from rawi.lexicons.loader import load_entries
from rawi.model.lexeme import Lexeme
from rawi.rules.tape import Vocabulary
from rawi.text.text import Text

# The order is that of precedence: الاثنين is a day of the week before it is a number.
_FILES = (
    "weekdays.toml",
    "months.toml",
    "hijri.toml",
    "calendar.toml",
    "numbers.toml",
    "ordinals.toml",
    "hedges.toml",
    "units.toml",
    "currencies.toml",
    "labels.toml",
    "duals.toml",
)
_CLITICS = {"noun": noun_forms, "stem": stem_forms, "plain": plain_forms, "bare": verb_forms}
_MARKS = {
    "slash": "/\\",
    "dash": "-–—−",
    "tilde": "~",
    "comma": "،,",
    "opening": "([",
    "closing": ")]",
    "quote": "\"'“”«»",
    "colon": ":",
    "dot": ".",
    "plus": "+",
    "greater": ">",
    "lesser": "<",
    "no_less": "≥",
    "no_more": "≤",
}
# Classes that a number gets once it has been read (a day of a month, a year, any other, a bare scale, a
# part), that of what follows its first token, and that of tokens hidden because a date has claimed them.
_RULE_ONLY = ("daylike", "yearlike", "amount", "order", "share", "rest", "date")


@cache
def load_vocabulary() -> Vocabulary[Lexeme]:
    """Return the vocabulary of the lexicons of numbers, hedges, units and the calendar; LexiconError if one
    is bad."""
    vocabulary: Vocabulary[Lexeme] = Vocabulary()
    for name in _FILES:
        for lexeme in load_entries(name, Lexeme):
            vocabulary.add(lexeme.role, lexeme.forms, lexeme, _CLITICS[lexeme.clitics])
    for name, marks in _MARKS.items():
        vocabulary.add_mark(name, marks)
    vocabulary.add_mark("line", ("",))
    for name in _RULE_ONLY:
        vocabulary.letter(name)
    return vocabulary


def tape_of(text: Text) -> str:
    """Return the tape of a text: one code point a token."""
    return text.tape(load_vocabulary())


@cache
def codes_of(pattern: str) -> frozenset[str]:
    """Return the codes that a class pattern of the shared tape stands for (``{?day|week:al}``)."""
    return load_vocabulary().codes(pattern)


def role_of(word: str) -> str:
    """Return the class that a folded word has by itself; empty for a word that the lexicons do not know."""
    lexeme = load_vocabulary().entries.get(word)
    return lexeme.role if lexeme else ""


@cache
def load_words(name: str, role: str = "") -> frozenset[str]:
    """Return the folded forms of a lexicon (or of one role in it), bare and after a conjunction."""
    lexemes = [lexeme for lexeme in load_entries(name, Lexeme) if role in ("", lexeme.role)]
    return frozenset(
        word for lexeme in lexemes for form in lexeme.forms for word, _ in verb_forms(fold(form))
    )
