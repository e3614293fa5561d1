"""Places that no gazetteer has: after a site (معسكر لبوزة), in quotation marks after a noun (منطقة
«الهلال»), before an
adjective of theirs (بلدة سوروش الحدودية), by their first word (تل الزعفران)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from rawi.annotations.lexis import load_vocabulary
from rawi.arabic.fold import fold
from rawi.lexicons.loader import load_table
from rawi.rules.wordsets import find_words
from rawi.text.text import Text

_OFF = "(?={nationality|nisba|nisbat|qualifier:det})"
_ENDS = (
    "(?=$|{comma|colon|stop|break|closing|quote|dash|opening}"
    "|{?particle|verb|inside|preposition|source|adverb}|{direction}|{+noun|heh|alef|verbal|ordinary|head|weak}"
    "|{settlement|region:b}|{nationality|nisba|nisbat|qualifier:det})"
)
_PATTERNS = {
    "place/site": (
        "{?site:noal}(?:{quote}(?P<quoted>{noun|heh|alef|lam|name:noprep}{noun:al}?){quote}"
        f"|(?P<name>{{noun|alef|lam|name:noprep}}|{{noun:det}}){_ENDS})"
    ),
    "place/quoted": (
        "{?settlement|region:noal}(?:{quote}"
        "(?P<name>(?:{place:noprep}{more}*|{noun|heh|alef|nisba|lam|name|feature|ordinary:noprep}{1,2}))(?={quote})"
        "|{opening}(?P<bracketed>{noun|name:noprep}{noun:al}?)(?={closing}))"
    ),
    "place/described": f"{{?settlement:noal}}(?P<name>{{noun|heh|alef|lam|name:bare}}){_OFF}",
}
# Shapes of adjectives in ه, after folding: قديمة، مدمرة، تاريخية، هادئة.
_AGREEING = re.compile(r"(?!ال)(?:\w\wي\wه|م\w{3,}ه|\w{2,}يه|\wا\w\wه)")
_LED = "{?inside|direction|settlement|region|source|preposition|place:noal}"


class Toponym(NamedTuple):
    """Tokens that name a place, the rule that found them, and the letters joined before them."""

    first: int
    last: int
    rule: str
    clitics: int = 0


@cache
def _load(pattern: str) -> re.Pattern[str]:
    """Compile a pattern over the tape of names."""
    return re.compile(load_vocabulary().compile(pattern))


@cache
def load_shapes() -> frozenset[str]:
    """Return the folded words with which names of places begin and hardly anything else."""
    return frozenset(fold(row["word"]) for row in load_table("place_heads.tsv") if row["kind"] == "shape")


def find_toponyms(text: Text, tape: str) -> Iterator[Toponym]:
    """Yield places that no gazetteer has, in no order; they may overlap."""
    for rule, pattern in _PATTERNS.items():
        for match in _load(pattern).finditer(tape):
            first, last = match.span(match.lastgroup or "name")
            if is_unheard(text, first, last):
                yield Toponym(first, last, rule)
    yield from _find_shaped(text, tape)


def is_unheard(text: Text, first: int, last: int) -> bool:
    """Is a range no adjective and no word that a lexicon has, so that it can be the name of a place?"""
    final = text.words[last - 1]
    word = load_vocabulary().entry(final)
    if word is not None and (word.kind != "noun" or last - first < 2):
        return False
    feminine = bool(first) and text.words[first - 1] in _load_feminine()
    if feminine and last - first == 1 and _AGREEING.fullmatch(final):
        return False  # قرية قديمة
    return final[-1:] not in "يا" or feminine


@cache
def _load_feminine() -> frozenset[str]:
    """Return the folded nouns of towns that are feminine, so that an unknown word in ي is no adjective of
    theirs."""
    nouns = [fold(row["word"]) for row in load_table("place_heads.tsv") if row["kind"] == "settlement"]
    return frozenset(
        letters + word for word in nouns if word.endswith("ه") for letters in ("", "و", "ب", "ل")
    )


def _find_shaped(text: Text, tape: str) -> Iterator[Toponym]:
    """Yield names such as تل الزعفران, كفر البيلسان after a preposition or at the beginning of a line."""
    words = text.words
    for at in find_words(text, load_shapes):
        if at + 1 == len(words):
            break
        led = at == 0 or not words[at - 1] or _load(_LED).match(tape, at - 1)
        if led and _load("{noun|heh|nisba|ordinary|name:noprep}").match(tape, at + 1):
            defined = words[at + 1].startswith("ال") or is_unheard(text, at, at + 2)
            spelt = "أ" not in text.words_of(at, at + 1)  # وأدى الانفجار is no وادي
            if defined and spelt and _load(_ENDS).match(tape, at + 2):
                yield Toponym(at, at + 2, "place/shaped")
