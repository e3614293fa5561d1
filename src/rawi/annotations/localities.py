"""Names of the gazetteer in a text: after a noun, in a list, and again once they are introduced."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import compress

import msgspec

from rawi.annotations.gazetteer import load_known
from rawi.annotations.lexis import load_vocabulary
from rawi.annotations.nametapes import NameTape
from rawi.arabic.fold import fold
from rawi.lexicons.atlas import KNOWN, find_places, may_begin
from rawi.lexicons.loader import load_columns, load_table
from rawi.model.annotation import Annotation
from rawi.model.mention import PlaceMention
from rawi.model.place import Place
from rawi.rules.wordsets import find_words
from rawi.text.text import Text

NEAR = frozenset(
    "AE BH DJ DZ EG IL IQ IR JO KW LB LY MA MR OM PS QA SA SD SO SS SY TN TR YE".split()  # noqa: SIM905
)
LARGE = 6
"""Rank from which a place may be meant where its country is not named."""
_VAGUE = 4
LONGEST = 4
_MOST, _SEAT = 24, 4
_SEPARATORS = frozenset(("،", ",", "-", "–"))
_WHERE = "inside|preposition|source|direction|site|feature|settlement|region"


class Found(msgspec.Struct, frozen=True, gc=False):
    """Tokens that name a place, and its row, null where the gazetteer has none; ``joined`` letters before it
    are not part of the name."""

    first: int
    last: int
    row: Place | None
    rule: str
    joined: int = 0


@cache
def _load_nations() -> re.Pattern[str]:
    """Compile the class of adjectives and people of a country."""
    return re.compile(load_vocabulary().compile("{?nationality|nationals|org}"))


@cache
def load_kinds() -> dict[str, tuple[str, ...]]:
    """Return by folded noun the types of places that bear it: قضاء is of counties."""
    return {
        fold(row["word"]): tuple(row["means"].split())
        for row in load_table("place_heads.tsv")
        if row["means"]
    }


@cache
def load_several() -> dict[str, tuple[str, ...]]:
    """Return the nouns of several places, with the letters that join to them, and the types of these."""
    rows = [row for row in load_table("place_heads.tsv") if row["kind"] == "several"]
    return {
        letters + fold(row["word"]): tuple(row["means"].split())
        for row in rows
        for letters in ("", "و", "ب", "ل", "وب", "ول")
    }


@cache
def _load_homes() -> dict[str, str]:
    """Return the country of armed groups by the id of their row; they fight at home, armies abroad too."""
    table = load_columns("organizations.tsv")
    cells = zip(table["id"], table["type"], table["country"], strict=True)
    return {id_: country for id_, type_, country in cells if type_ == "group"}


def _home_of(word: str) -> str | None:
    """Return the country of an armed group by its name of one word, a و joined before it or not."""
    row = load_known().get(word) or load_known().get(word.removeprefix("و"))
    return _load_homes().get(row.id) if row else None


def countries_of(
    text: Text, places: Iterable[Annotation], bodies: Iterable[Annotation] = ()
) -> frozenset[str]:
    """Return the countries that an article names, by name, adjective or a known place, or an armed group of
    theirs (الحوثيون): ISO 3166-1 alpha-2."""
    entry = load_vocabulary().entry
    found = {one.value.country for one in places if isinstance(one.value, PlaceMention)}
    found |= {_load_homes().get(one.value.id or "") for one in bodies}
    for match in _load_nations().finditer(text.tape(load_vocabulary())):
        said = text.words[match.start()]
        word = entry(said)
        if word is not None and word.id:
            body = word.kind == "org" or word.id == "--"  # الحوثيون are listed as a people and as a group
            found.add(_home_of(said) if body else word.id)
    return frozenset(one for one in found if one and one != "--")


def find_longest(words: Sequence[str], first: int, longest: int = LONGEST) -> tuple[int, tuple[Place, ...]]:
    """Return the end of the longest name of the gazetteer that begins at a token, and its rows; the token
    and nothing if there is none."""
    if first >= len(words) or not may_begin(words[first]):
        return first, ()
    last = first
    while last < len(words) and last < first + longest and words[last].isalpha():
        last += 1
    for end in range(last, first, -1):
        if rows := find_places(" ".join(words[first:end])):
            return end, rows
    return first, ()


def choose(rows: Sequence[Place], kinds: Sequence[str], countries: frozenset[str]) -> Place:
    """Return the row that a noun and the countries of an article suggest, of several the best known."""
    return max(rows, key=lambda row: ((not kinds) or row.type in kinds, row.country in countries, row.rank))


def is_meant(row: Place, kinds: Sequence[str], countries: frozenset[str]) -> bool:
    """Can a noun (``kinds`` bear it) before its name mean a row: is it well known or of a country of the
    article; and if the name is an everyday word, of a kind that the noun says, and no "area of safety"?"""
    elsewhere = row.country not in countries and (countries or row.common)
    if elsewhere and (row.rank < LARGE or (kinds and row.type not in kinds)):
        return False
    return not row.common or (row.type in kinds[:3] and len(kinds) < _VAGUE)


@cache
def unknown_codes() -> frozenset[str]:
    """Return the codes of words that no lexicon knows."""
    return load_vocabulary().codes("{noun|heh|alef|nisba|nisbat|verbal|lam|imperfect}")


def find_lists(text: Text, names: NameTape, countries: frozenset[str]) -> Iterator[Found]:
    """Yield the places of a list after a noun of several (بلدات رنكوس وتلفيتا وحلبون)."""
    words, several = text.words, load_several()
    for at in find_words(text, load_several):
        listed = list(_read_list(words, names.tape, at + 1, several[words[at]], countries))
        plain = [one.row for one in listed if one.row is not None and not one.row.common]
        first = listed[0].row if listed else None
        seat = first is not None and first.rank > _SEAT and not first.generic
        unknown = names.tape[at + 1 : at + 2] in unknown_codes()
        if seat or (plain and (len(listed) > 1 or plain[0].rank > KNOWN or unknown)):
            yield from listed


def _read_list(
    words: Sequence[str], tape: str, at: int, kinds: tuple[str, ...], countries: frozenset[str]
) -> Iterator[Found]:
    """Yield names joined by و, commas and dashes from a token on, as far as they lie in the countries
    named; of one that the gazetteer has not only if it is the first."""
    joined = 0
    for number in range(_MOST):
        own = [words[at][joined:], *words[at + 1 : at + LONGEST]] if at < len(words) else []
        count, rows = find_longest(own, 0)
        rows = tuple(
            row for row in rows if row.country in countries and (kinds[0] == "locality" or not row.generic)
        )
        last = at + count
        county = kinds[0] == "county" and any(row.type == "county" for row in rows)  # باجل is بأجل too
        clear = county or any(row.rank > _SEAT and not row.common for row in rows)  # حرض is a verb too
        if rows and (clear or tape[last - 1] not in _closed()):
            yield Found(at, last, choose(rows, kinds, countries), "place/listed", joined)
        elif number == 0 and at < len(words) and _may_be_unheard(words[at], tape[at]):
            last = at + 1
            yield Found(at, last, None, "place/listed")
        else:
            return
        comma = last < len(words) and words[last] in _SEPARATORS
        at = last + comma
        joined = int(at < len(words) and words[at].startswith("و"))
        if not comma and not joined:
            return


def _may_be_unheard(word: str, code: str) -> bool:
    """May a word that no lexicon has be the first name of a list, with nothing joined before it? With an
    article, only if it is no adjective by its ending (مناطق الشمالية)."""
    if word.startswith("ال"):
        return code in _definite()
    return code in unknown_codes() and not word.startswith("كال")


@cache
def _definite() -> frozenset[str]:
    """Return the codes of unknown words with an article that are no adjectives by their ending."""
    return load_vocabulary().codes("{noun:al}")


class Told(msgspec.Struct, frozen=True, gc=False):
    """A name that the article has introduced: its words, what it names, whether it may stand anywhere."""

    words: tuple[str, ...]
    mention: PlaceMention
    first: int
    anywhere: bool


def find_again(
    text: Text, names: NameTape, introduced: Iterable[Annotation], taken: bytearray
) -> Iterator[tuple[int, int, int, PlaceMention]]:
    """Yield where names that a noun has introduced (بلدة رنكوس) stand later without it: first and last token,
    letters joined before it, what it names. An everyday word counts only after a preposition."""
    told: dict[str, Told] = {}
    for one in introduced:
        said = (
            text.words[one.first][one.start - text.starts[one.first] :],
            *text.words[one.first + 1 : one.last],
        )
        anywhere = len(said) > 1 or names.tape[one.first] in unknown_codes()
        for letters in ("", "و", "ب", "ل", "وب"):
            told.setdefault(letters + said[0], Told(said, one.value, one.first, anywhere))
    if not told:
        return
    words, before = text.words, _introducing()
    for at in compress(range(len(words)), map(told.__contains__, words)):
        name = told[words[at]]
        last, joined = at + len(name.words), len(words[at]) - len(name.words[0])
        free = at > name.first and not any(taken[at:last]) and tuple(words[at + 1 : last]) == name.words[1:]
        led = (at and names.tape[at - 1] in before) or words[at][:joined].endswith("ب")
        if free and (led or (name.anywhere and joined < 2)):
            yield at, last, joined, name.mention


@cache
def _introducing() -> frozenset[str]:
    """Return the codes of what stands before a place: prepositions, directions, sites."""
    return load_vocabulary().codes(f"{{?{_WHERE}:noal}}")


@cache
def _closed() -> frozenset[str]:
    """Return the codes of words that are never the last of a name in a list."""
    return load_vocabulary().codes("{?particle|verb|pronoun|preposition|adverb|ordinary|inside|nationality}")
