"""A text as the annotators of names see it: the tape of its words, known names of several words laid over it.

The first token of such a name gets the class of the name, the others the class ``more``.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from operator import attrgetter

import msgspec

from rawi.annotations.bound import find_bound
from rawi.annotations.gazetteer import Known, load_known
from rawi.annotations.lexis import load_vocabulary
from rawi.rules.phrases import Phrase, Phrases
from rawi.text.text import Text


@lru_cache(maxsize=1)
def load_phrases() -> Phrases[Known]:
    """Return the known names of several words, built once."""
    names = load_known().items()
    return Phrases((name, known) for name, known in names if " " in name)


class NameTape(msgspec.Struct, frozen=True, gc=False):
    """A text as the annotators of names see it: its tape, and the known names of several words on it.

    ``phrases`` are found by the token with which they begin.
    """

    tape: str
    phrases: dict[int, Phrase[Known]]


_FIRST = attrgetter("first")
# «to» and «until» as careless writers spell them.
_CARELESS = re.compile(r"(?<!\w)(?:إلي|الي|حتي)(?!\w)")


def read_names(text: Text) -> NameTape:
    """Return the tape of a text, made once and kept as long as the text: all annotators of names read it."""
    names: NameTape | None = text.kept.get("names")
    if names is None:
        names = text.kept["names"] = _lay_names(text)
    return names


def _lay_names(text: Text) -> NameTape:
    """Lay the known names of several words over the tape of the words."""
    vocabulary = load_vocabulary()
    tape = _tell_homographs(text, text.tape(vocabulary))
    phrases = load_phrases().find(text)
    if bound := [*find_bound(text, phrases, tape, *_load_definite())]:
        phrases = sorted([*phrases, *bound], key=_FIRST)
    more = vocabulary.letter("more")
    pieces: list[str] = []
    end = 0
    for first, last, clitics, known in phrases:
        pieces += (tape[end:first], vocabulary.letter(known.kind, clitics), more * (last - first - 1))
        end = last
    pieces.append(tape[end:])
    return NameTape("".join(pieces), {phrase.first: phrase for phrase in phrases})


@cache
def _load_definite() -> tuple[frozenset[str], frozenset[str]]:
    """Return the codes of definite adjectives of relation, and of definite nouns."""
    codes = load_vocabulary().codes
    return codes("{nationality|nisba:al}"), codes("{noun|ordinary|head|weak|heads|site|heh:al}")


@cache
def _homographs() -> tuple[str, str, str]:
    """Return the codes of a word that may be a name or a preposition, of a name, of a preposition."""
    letter = load_vocabulary().letter
    return letter("homograph"), letter("given"), letter("preposition")


def _tells_apart(source: str) -> bool:
    """Does a text write final ى, and not ي in its place? Nothing but a word such as إلي for إلى shows
    that not."""
    return "على" in source or not _CARELESS.search(source)


def _tell_homographs(text: Text, tape: str) -> str:
    """Tell the name علي from the preposition على, where the text tells the two letters apart."""
    code, given, preposition = _homographs()
    if code not in tape:
        return tape
    if "علي" not in text.source or not _tells_apart(text.source):
        return tape.replace(code, preposition)
    pieces = tape.split(code)
    at = 0
    for number, piece in enumerate(pieces[:-1]):
        at += len(piece)
        letter = text.source[text.folded.source_index(text.end(at) - 1)]
        pieces[number] += given if letter == "ي" else preposition
        at += 1
    return "".join(pieces)
