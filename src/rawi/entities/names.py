"""A person's name taken apart: given name, father's, family, and what is written together or apart."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise
from typing import Literal

import msgspec

from rawi.annotations.lexis import load_vocabulary
from rawi.arabic.fold import fold
from rawi.lexicons.loader import load_columns, load_table

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_TITLES = frozenset(("rank", "honorific", "unit", "rank_suffix"))
_ARTICLE = "ال"
_MOST_WORDS = 12
_JOINING = frozenset(("kunya", "house", "servant"))

Place = Literal["given", "father", "kunya", "house", "name"]


class Part(msgspec.Struct, frozen=True, gc=False):
    """One word of a name, folded, with what belongs to it (عبدالكريم، ابو نضال); ``place`` is what it is."""

    word: str
    place: Place


class PersonName(msgspec.Struct, frozen=True, gc=False):
    """A name in parts. ``key`` is the same for all ways to write it together or apart."""

    parts: tuple[Part, ...]
    key: str

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the parts."""
        return tuple([part.word for part in self.parts])

    @property
    def given(self) -> str | None:
        """The given name; null where only a kunya or house is known."""
        return next((part.word for part in self.parts if part.place == "given"), None)

    @property
    def father(self) -> str | None:
        """The father's name where بن says it right after the given name; null elsewhere."""
        for one, following in pairwise(self.parts):
            if one.place == "given":
                return following.word if following.place == "father" else None
        return None

    @property
    def family(self) -> str | None:
        """The last name, null where the name ends in a father's or is one word."""
        last = self.parts[-1] if len(self.parts) > 1 else None
        return last.word if last and last.place in ("name", "house") else None


@lru_cache(maxsize=1 << 16)
def parse_name(name: str) -> PersonName:
    """Take a name apart; any string has parts, the empty one none.

    Titles before it are left out; عبد, أبو, آل and the second half of نور الدين are one with their word; بن,
    ابن, بنت and ولد say that a father's name follows. At most twelve words are read.

    >>> parse_name("الشيخ عبد الكريم بن سالم آل نجار").key
    'عبدالكريم سالم ال نجار'
    >>> [part.place for part in parse_name("أبو نضال سامي ولد داهي").parts]
    ['kunya', 'given', 'father']
    """
    parts = _name_given(_read_parts(_without_titles(_WORD.findall(fold(name))[:_MOST_WORDS])))
    return PersonName(tuple(parts), " ".join([part.word for part in parts]))


def _without_titles(words: list[str]) -> list[str]:
    """Drop the titles before a name (العقيد الركن، د.); a name of nothing else keeps them."""
    for at, word in enumerate(words):
        if not _is_title(word):
            return words[at:]
    return words


def strip_titles(name: str) -> str:
    """Return a name as written without the titles before it; one of titles alone as it is.

    >>> strip_titles("العقيد تيري مالون")
    'تيري مالون'
    """
    words = name.split()
    kept = next(
        (words[at:] for at, word in enumerate(words) if not _is_title(fold(word).strip("./ "))), words
    )
    return " ".join(kept)


def _is_title(word: str) -> bool:
    """Is a folded word a title with its article, or the initial of one?"""
    if _small_words().get(word) == "initial":
        return True
    entry = load_vocabulary().entry(word)
    if entry is None or entry.kind not in _TITLES:
        return False
    return word.startswith(_ARTICLE) or entry.kind == "rank_suffix"


def _read_parts(words: list[str]) -> list[Part]:
    """Join what is one name and mark what the small words say of the next."""
    parts: list[Part] = []
    waiting, place = "", "name"
    small = _small_words()
    for word in words:
        kind = "" if waiting else small.get(word, "")
        if kind == "father" and parts:
            place = "father"
        elif kind in _JOINING:
            waiting = word
        elif kind == "second" and parts:
            parts[-1] = Part(parts[-1].word + word, parts[-1].place)
        else:
            parts.append(_part(waiting, word, place))
            waiting, place = "", "name"
    return [*parts, Part(waiting, "name")] if waiting else parts


def _part(before: str, word: str, place: str) -> Part:
    """Build a part of a word and of what stands before it; عبد is joined to it, أبو and آل keep a space."""
    kind = _small_words().get(before)
    if kind == "kunya":
        return Part(f"{_usual_kunya()} {word}", "kunya")
    if kind == "house":
        return Part(f"{before} {word}", "house")
    return Part(before + word, "father" if place == "father" else "name")


def _name_given(parts: list[Part]) -> list[Part]:
    """Mark the first part that is a plain name as the given one."""
    for at, part in enumerate(parts):
        if part.place == "name":
            return [*parts[:at], Part(part.word, "given"), *parts[at + 1 :]]
    return parts


@cache
def _small_words() -> dict[str, str]:
    """Return what the small words inside names are, by folded word."""
    return {fold(row["word"]): row["place"] for row in load_table("name_parts.tsv")}


@cache
def _usual_kunya() -> str:
    """Return the form under which all cases of أبو are compared: the first of the table."""
    return next(word for word, place in _small_words().items() if place == "kunya")


@cache
def given_names() -> frozenset[str]:
    """Return the first names of the lexicon, folded, those of عبد written together."""
    return frozenset((*_given_of("given"), *_given_of("likely"), *_given_of("homograph")))


def _given_of(kind: str) -> list[str]:
    """Return the folded names of one kind of the lexicon."""
    table = load_columns("given_names.tsv")
    return [
        fold(name).replace(" ", "")
        for one, name in zip(table["kind"], table["name"], strict=True)
        if one == kind
    ]


def is_plain(name: PersonName) -> bool:
    """Is every part an everyday first name (سالم حسن بن علي)? Many may be called so."""
    plain = given_names()
    return all(part.word in plain or part.word.startswith(_servant()) for part in name.parts)


def is_telling(name: PersonName) -> bool:
    """Does a name alone tell who is meant? Three parts or more, one of them neither an everyday first name
    nor that of a tribe or town (محمد أحمد الجبوري is borne by many)."""
    plain = given_names()
    own = [part.word for part in name.parts if part.word not in plain and not part.word.endswith("ي")]
    return len(name.parts) >= 3 and not is_plain(name) and bool(own)


@cache
def _servant() -> str:
    """Return what stands before names such as عبدالكريم."""
    return next(word for word, place in _small_words().items() if place == "servant")


def extends(longer: PersonName, shorter: PersonName) -> bool:
    """Has ``longer`` all parts of ``shorter``, in order, and more, given names and fathers being the same?

    >>> extends(parse_name("سالم بن فهد الكيال"), parse_name("سالم الكيال"))
    True
    """
    if len(longer.parts) <= len(shorter.parts) or len(shorter.parts) < 2 or longer.given != shorter.given:
        return False
    if longer.father and shorter.father and longer.father != shorter.father:
        return False
    rest = iter(longer.words)
    return all(word in rest for word in shorter.words)
