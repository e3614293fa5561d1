"""The words of names, on one tape that all annotators of names read.

A word that no lexicon has is told by its shape: with the article or without, with the ending of an
adjective of relation, of an adverb, of a feminine. Known names of several words are laid over the tape:
their first token gets the class of the name, the others the class ``more``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

import msgspec

from rawi.arabic.clitics import Clitic, noun_forms, plain_forms, verb_forms
from rawi.arabic.fold import fold
from rawi.lexicons.loader import load_entries, load_table
from rawi.rules.tape import OTHER, Forms, Vocabulary
from rawi.text.text import Text

_REMEMBERED = 40_000
_MARKS = {
    "break": ("",),
    "comma": ("،", ","),
    "colon": (":",),
    "stop": (".", "!", "?", "؟", "…", "؛"),
    "opening": ("(", "["),
    "closing": (")", "]"),
    "quote": ('"', "“", "”", "„", "«", "»", "″", "‹", "›"),
    "dash": ("-", "–", "—"),
}
_ADJECTIVES = ("qualifier", "either")
_SHAPES = ("noun", "nisba", "heh", "alef", "verbal", "imperfect", "lam", "latin", "more")
_LATER = ("place", "org", "outlet", "platform", "nationality")


class Lexeme(msgspec.Struct, frozen=True):
    """A noun of the lexicons: what a person or a body is called."""

    form: str
    kind: str
    feminine: bool = False
    plural: str | None = None
    article: bool = False
    example: str = ""


class Head(msgspec.Struct, frozen=True):
    """The first word of the names of bodies."""

    form: str
    type: str
    speaks: bool = False
    weak: bool = False
    plural: str | None = None
    example: str = ""


class Word(msgspec.Struct, frozen=True):
    """What the tape knows of a word: its lexeme in folded citation form, its kind, and its row in a table."""

    form: str
    kind: str
    id: str | None = None
    plural: bool = False


class _Shapes(dict[str, str]):
    """Folded word to code point; an unknown word is classed by shape, and remembered while there is room."""

    def __init__(self, known: dict[str, str], codes: dict[tuple[str, Clitic], str], number: str) -> None:
        super().__init__(known)
        self._codes = codes
        self._number = number
        self._room = len(known) + _REMEMBERED

    def __missing__(self, word: str) -> str:
        first = word[0] if word else ""
        if first.isdigit():
            return self._number
        code = self._codes.get(shape_of(word), OTHER) if "ء" <= first <= "ي" else OTHER
        if "a" <= first <= "z":
            code = self._codes["latin", Clitic.NONE]
        if len(self) < self._room:
            self[word] = code
        return code


_JOINED = (
    ("ال", Clitic.ARTICLE),
    ("وال", Clitic.ARTICLE | Clitic.CONJUNCTION),
    ("فال", Clitic.ARTICLE | Clitic.CONJUNCTION),
    ("بال", Clitic.ARTICLE | Clitic.BEH),
    ("لل", Clitic.ARTICLE | Clitic.LAM),
    ("كال", Clitic.ARTICLE | Clitic.KAF),
    ("وبال", Clitic.ARTICLE | Clitic.BEH | Clitic.CONJUNCTION),
    ("ولل", Clitic.ARTICLE | Clitic.LAM | Clitic.CONJUNCTION),
)


def shape_of(word: str) -> tuple[str, Clitic]:
    """Return the class and clitics of an unknown folded word, judged by its letters.

    >>> shape_of("والبحري")
    ('nisba', <Clitic.CONJUNCTION|ARTICLE: 17>)
    """
    for letters, clitics in _JOINED:
        if word.startswith(letters) and len(word) > len(letters) + 2:
            return ("nisba" if word.endswith(("ي", "يه")) else "noun"), clitics
    if word.endswith(("ي", "يه")) and len(word) > 3:
        return "nisba", Clitic.NONE
    if word.startswith(("ي", "سي", "ست")):
        return "imperfect", Clitic.NONE
    if word[0] in "تل":
        return ("verbal" if word[0] == "ت" else "lam"), Clitic.NONE
    return ("heh" if word[-1] == "ه" else "alef" if word[-1] == "ا" else "noun"), Clitic.NONE


class NameVocabulary(Vocabulary[Word]):
    """All single words that matter for names; ``tape`` classes the rest by shape."""

    def __init__(self) -> None:
        super().__init__()
        for name, marks in _MARKS.items():
            self.add_mark(name, marks)
        self._codes = {
            (name, Clitic(bits)): self.letter(name, bits) for name in _SHAPES for bits in range(32)
        }
        _add_all(self)
        self._shapes = _Shapes(dict(self.letters), self._codes, self.letters.number)

    def tape(self, words: Iterable[str]) -> str:
        """Return the tape of folded words: exactly one code point each, never raises."""
        return "".join(map(self._shapes.__getitem__, words))


def _add_all(words: Vocabulary[Word]) -> None:
    """Add the lexicons in the order of precedence: the first class of a form is its class."""
    roles = load_entries("roles.toml", Lexeme)
    _add_lexemes(words, [role for role in roles if role.kind not in _ADJECTIVES])
    _add_heads(words, load_entries("organization_heads.toml", Head))
    _add_lexemes(words, load_entries("anonymous_sources.toml", Lexeme), "anonymous", "anonymous")
    _add_lexemes(words, [role for role in roles if role.kind in _ADJECTIVES], many="qualifier")
    for name in _LATER:
        words.letter(name)
    _add_nationalities(words)
    ordinary = [(row["kind"], row["word"]) for row in load_table("ordinary_words.tsv")]
    _add_ordinary(words, [row for row in ordinary if row[0] != "noun"])
    _add_ordinary(words, [row for row in ordinary if row[0] == "noun"])


def plural_forms(lexeme: Lexeme | Head) -> Iterator[str]:
    """Yield the plurals of a noun, folded; a sound one in its three endings."""
    if lexeme.plural == "sound":
        yield from (fold(lexeme.form) + ending for ending in ("ون", "ين", "و", "ات"))
    elif lexeme.plural:
        yield fold(lexeme.plural)


def _add_lexemes(
    words: Vocabulary[Word], entries: Iterable[Lexeme], one: str = "", many: str = "many"
) -> None:
    """Add nouns for people: the singular under its kind, the plural under ``many``."""
    for entry in entries:
        form = fold(entry.form)
        word = Word(form, entry.kind)
        words.add(one or entry.kind, ["ال" + form if entry.article else form], word, noun_forms)
        if entry.feminine:
            words.add(one or entry.kind.replace("either", "qualifier"), [form + "ه"], word, noun_forms)
        words.add(one or many, plural_forms(entry), Word(form, entry.kind, plural=True), noun_forms)


def _add_heads(words: Vocabulary[Word], entries: Iterable[Head]) -> None:
    """Add first words of names of bodies: ``head``, ``weak`` for everyday nouns, ``heads`` for plurals."""
    for entry in entries:
        form = fold(entry.form)
        words.add("weak" if entry.weak else "head", [form], Word(form, entry.type), noun_forms)
        words.add("heads", plural_forms(entry), Word(form, entry.type, plural=True), noun_forms)


def _add_nationalities(words: Vocabulary[Word]) -> None:
    """Add adjectives of countries and peoples with their feminine and plurals; the id is the country."""
    for row in load_table("nationalities.tsv"):
        form = fold(row["word"])
        endings = ("", "ه", "ون", "ين", "ات") if row["kind"] == "adjective" else ("",)
        words.add(
            "nationality",
            [form + end for end in endings],
            Word(form, "nationality", row["country"]),
            noun_forms,
        )


_ORDINARY_FORMS: dict[str, Forms] = {"noun": noun_forms, "verb": verb_forms, "adverb": verb_forms}


def _add_ordinary(words: Vocabulary[Word], rows: Iterable[tuple[str, str]]) -> None:
    """Add words that end a name; everyday nouns are the class ``ordinary``."""
    for kind, word in rows:
        name = "ordinary" if kind == "noun" else kind
        words.add(name, [word], Word(fold(word), kind), _ORDINARY_FORMS.get(kind, plain_forms))


@lru_cache(maxsize=1)
def load_vocabulary() -> NameVocabulary:
    """Return the vocabulary of names, read once."""
    return NameVocabulary()


@lru_cache(maxsize=1)
def name_tape(text: Text) -> str:
    """Return the tape of a text, made once: the annotators of names read one text after one another."""
    return load_vocabulary().tape(text.words)


def head_word(words: list[str], index: int) -> Any:
    """Return what the vocabulary knows of a token, or None."""
    return load_vocabulary().entries.get(words[index])
