"""Towns that no table trusts by themselves, read where what stands around shows that they are meant.

Names of towns are everyday words, surnames, words of every kind. So one counts only after a preposition or a
noun, where the gazetteer has it in a country that the article names; and the more a word means besides, the
more must speak for the town: "north of", a full stop after it, a place close by.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property

from rawi.annotations.lexis import load_vocabulary
from rawi.annotations.localities import LARGE, NEAR, Found, find_longest, unknown_codes
from rawi.annotations.nametapes import NameTape
from rawi.arabic.fold import fold
from rawi.lexicons.atlas import KNOWN, find_places, may_begin
from rawi.lexicons.loader import load_table
from rawi.model.annotation import Annotation
from rawi.model.place import Place, distance
from rawi.rules.wordsets import find_words
from rawi.text.text import Text

_UNKNOWN = "noun|heh|alef|nisba|nisbat|verbal|lam|imperfect"
_WEAK = (
    "(?:{?inside|preposition|source|direction|site|feature|settlement|region|homograph:noal}"
    "|{?noun|heh|ordinary|head|weak|many|anonymous|verbal:noal})"
)
_STRONG = "{?inside|direction|site|preposition|source:noal}"
_WORD = (
    "{noun|heh|alef|nisba|nisbat|verbal|lam|imperfect|ordinary|name|given|likely|kunya|honorific|verb|office"
    "|official|occupation|nationality|many|heads|head|weak|unit|joint|either|qualifier|feature|site|rank:noprep}"
)
_AFTER = (
    "(?={region|settlement|direction:b}|{?inside:bare}{region|settlement:bare}|{direction:bare}"
    "|{opening}{region})"
)
_ENDS = (
    "(?=$|{comma|colon|stop|break|closing|quote|dash|number}"
    "|{?particle|verb|inside|preposition|source|adverb|pronoun|month}|{direction}"
    "|{settlement|region|direction|noun|ordinary|heh:b}|{noun|ordinary|heh|nisba|nisbat|head|weak:lal}"
    "|{+noun|heh|alef|verbal|nisba|nisbat|ordinary|head|weak|many|imperfect|place})"
)
_ENDS_AFTER_NAME = f"(?:{_ENDS}|(?={{noun|heh|alef|verbal|ordinary|weak|head:bare}}))"
_PEOPLE = "{name|given|likely|lineage|faith:bare}"
_BETWEEN = frozenset(("بين", "وبين"))  # verbs of reporting to the tape
_DASHES = frozenset("-–")
_SEAT, _CITY, _SHORTEST = 4, 8, 3
_SOON = 30
_FOREIGN = frozenset({"IR", "TR"})
_CLOSE, _FAR = 60.0, 150.0  # kilometres
_MOST = 24  # places of an article that are looked at


@cache
def _leading() -> frozenset[str]:
    """Return the folded nouns before the name of a place that nothing but a place has: مشارف، أهالي."""
    return frozenset(fold(row["word"]) for row in load_table("place_heads.tsv") if row["kind"] == "leading")


@cache
def _only() -> frozenset[str]:
    """Return those of these nouns after which stands a place and nothing else: مجزرة، مفرق."""
    rows = load_table("place_heads.tsv")
    return frozenset(fold(row["word"]) for row in rows if row["kind"] == "leading" and row["means"])


@cache
def _load(pattern: str) -> re.Pattern[str]:
    """Compile a pattern over the tape of names."""
    return re.compile(load_vocabulary().compile(pattern))


@cache
def _codes(classes: str) -> frozenset[str]:
    """Return the codes of some classes."""
    return load_vocabulary().codes(classes)


def find_towns(
    text: Text, names: NameTape, countries: frozenset[str], found: Sequence[Annotation], taken: bytearray
) -> Iterator[Found]:
    """Yield towns after a preposition or noun that lie in one of ``countries``, or in any near one if the
    article names none of these.

    ``found`` are the places named already, whose tokens ``taken`` flags. Villages need a governorate, a
    direction or the like right after them.
    """
    near = countries & NEAR or NEAR
    around = Around(text, names.tape, bool(countries), found)
    for first in _candidates(text, names.tape):
        if taken[first] or not may_begin(text.words[first]):
            continue
        last, rows = _longest(text.words, first, taken, near)
        if not rows:
            continue
        row = max(rows, key=lambda one: one.rank)
        if rule := _rule_for(around, first, last, row):
            yield Found(first, last, row, rule)


class Around:
    """What stands around the words of an article: its tape, the places found already, and what these show;
    ``named`` if it names a country."""

    def __init__(self, text: Text, tape: str, named: bool, found: Sequence[Annotation]) -> None:
        self.words, self.tape, self.named = text.words, tape, named
        self._found = found

    @cached_property
    def places(self) -> list[Place]:
        """The rows of the towns and areas that the article has named, of twenty-four names at most."""
        return [row for one in self._found[:_MOST] for row in _rows_of(one)]

    @cached_property
    def beginning(self) -> dict[int, Annotation]:
        """The places found, by their first token."""
        return {one.first: one for one in self._found}

    @cached_property
    def awaited(self) -> list[int]:
        """The tokens of definite nouns of towns (البلدة، المدينة) with no other town named closely before, so
        that a name must have led to them."""
        firsts = sorted(one.first for one in self._found if not (one.value.id or "").startswith("iso:"))
        tokens = []
        for match in _load("{?settlement:al}").finditer(self.tape):
            at = bisect_left(firsts, match.start())
            if not at or firsts[at - 1] < match.start() - _SOON:
                tokens.append(match.start())
        return tokens

    def leads(self, first: int) -> bool:
        """Does what stands before a token lead to a place: in, north of, near, the port of, the people of?"""
        led = self.tape[first - 1] in _codes("{?inside|direction|site:noal}")
        return led or self.words[first - 1] in _leading()


def _rule_for(around: Around, first: int, last: int, row: Place) -> str | None:
    """Return the rule by which a range of tokens names the place of a row; None if nothing shows it."""
    single, code = last - first == 1, around.tape[first]
    if row.type == "country":
        return "place/country" if single and code in _codes("{nationality:noprep}") else None
    if single and code in unknown_codes() and not row.common:
        held = row.rank > KNOWN or (around.named and _is_held(around, first, last, row))
        return "place/in-country" if held else None
    if not single and around.named and _is_whole(around, first, last, row):
        return "place/in-country"
    shown = row.rank > KNOWN and row.country not in _FOREIGN and _is_shown(around, first, last, row)
    return "place/shown" if shown else None


def _is_held(around: Around, first: int, last: int, row: Place) -> bool:
    """Does a village stand after a noun that only places follow, or before what holds it (جمرايا في ريف
    دمشق)?"""
    only = around.words[first - 1] in _only() or _load(_AFTER).match(around.tape, last)
    return bool(only) or _lies_in(around, last, row)


def _is_whole(around: Around, first: int, last: int, row: Place) -> bool:
    """Is a name of several words, after what leads to a place, shown by a noun that only places follow or by
    what is near? Quarters are named for too much (الحرس الوطني)."""
    if row.type == "neighbourhood" or row.common or not around.leads(first):
        return False
    return around.words[first - 1] in _only() or _is_close_by(around, last, row)


def _candidates(text: Text, tape: str) -> Iterator[int]:
    """Yield the tokens after a preposition or noun that may lead to a town."""
    names_too = _codes("{?homograph}")
    for match in _load(f"{_WEAK}(?={{{_UNKNOWN}:noprep}})|{_STRONG}(?={_WORD})").finditer(tape):
        before = match.end() - 1
        if tape[before] not in names_too or text.words_of(before, before + 1).endswith("ى"):
            yield match.end()  # علي is a name, على is not
    yield from (at + 1 for at in find_words(text, between_words) if at + 1 < len(tape))


def between_words() -> frozenset[str]:
    """Return the words for "between", alone and after و."""
    return _BETWEEN


def _longest(
    words: Sequence[str], first: int, taken: bytearray, near: frozenset[str]
) -> tuple[int, list[Place]]:
    """Return the end and the rows of the longest name at a token that lies in a near country, of two words or
    one."""
    for longest in (2, 1):
        last, rows = find_longest(words, first, longest)
        if (
            rows
            and not any(taken[first:last])
            and (fit := [row for row in rows if row.country in near and _is_usable(row)])
        ):
            return last, fit
        if last - first < 2:
            break  # one word was the longest already
    return first, []


def _is_usable(row: Place) -> bool:
    """May news of the near countries mean the place of a row?"""
    return not row.generic and not row.id.startswith("gn:")


def _is_shown(around: Around, first: int, last: int, row: Place) -> bool:
    """Is a word that means something besides shown to be a town: does the phrase end with it, and is it a
    name only, or does it follow "north of" and the like, lie close to a place of the article, or does "the
    town" come soon after it?"""
    tape, leads = around.tape, around.leads(first)
    if last - first > 1:
        return leads or tape[first] not in _codes("{?name|given|likely|kunya|honorific|rank|joint}")
    inside = tape[first - 1] in _codes("{?inside:noal}")
    bearer = tape[first] in _codes("{name|given|likely:bare}")
    ends = _ENDS_AFTER_NAME if inside and bearer else _ENDS
    if not _load(ends).match(tape, last) or tape[last : last + 1] in _codes(_PEOPLE):
        return False
    if leads and not inside:
        return True
    articled = around.words[first].startswith("ال")
    if inside and row.rank > _SEAT and (not row.common or bearer or articled):
        return True
    if articled and row.rank >= _CITY and tape[first - 1] in _codes("{?source:noal}"):
        return True  # من الموصل
    if inside and bearer and not row.common:
        return True
    led = leads or tape[first - 1] in _codes("{?preposition|source|settlement|region|feature:noal}")
    return led and _is_near(around, last, row)


def _is_near(around: Around, last: int, row: Place) -> bool:
    """Does "the town" come soon after a token, a governorate or direction follow, or lie a place close by?"""
    at = bisect_left(around.awaited, last)
    soon = at < len(around.awaited) and around.awaited[at] < last + _SOON
    return soon or _is_close_by(around, last, row)


def _is_close_by(around: Around, last: int, row: Place) -> bool:
    """Does a governorate or direction follow a name, or lie a place of the article close by?"""
    return bool(_load(_AFTER).match(around.tape, last)) or _is_beside(row, around.places)


def _lies_in(around: Around, last: int, row: Place) -> bool:
    """Does the place that follows a name after في or a joined ب hold it, or lie close by?"""
    inside = around.tape[last : last + 1] in _codes("{inside:bare}")
    one = around.beginning.get(last + inside)
    if one is None or (not inside and around.tape[last] not in _codes("{place|region:b}")):
        return False
    return _is_beside(row, _rows_of(one))


def find_beside(
    text: Text, tape: str, countries: frozenset[str], found: Sequence[Annotation], taken: bytearray
) -> Iterator[Found]:
    """Yield towns of unknown words that a و or a dash joins to a place that lies close to them (تل شهاب
    وزيزون، معان والعقبة، رماه - سيئون); ``taken`` flags the tokens of those ``found``.

    A village needs a small place beside it: much that follows a city after و is no village of its name.
    """
    left = [(one.first, one.last, rows) for one in found if (rows := _rows_of(one))]
    while left:
        first, last, rows = left.pop()
        least = 0 if max(row.rank for row in rows) <= _SEAT else KNOWN
        for at, joined in _joined_to(text.words, first, last):
            if taken[at] or tape[at] not in _bare_codes() or not may_begin(text.words[at][joined:]):
                continue
            if joined and not _load(_ENDS).match(tape, at + 1):
                continue  # وهروب المهربين
            near = [
                row
                for row in find_places(text.words[at][joined:])
                if row.country in countries
                and row.rank > least
                and not row.common
                and _is_beside(row, rows, _FAR if row.rank >= LARGE else _CLOSE)
            ]
            if near:
                taken[at] = 1
                best = max(near, key=lambda row: row.rank)
                left.append((at, at + 1, [best]))
                yield Found(at, at + 1, best, "place/beside", joined)


def _joined_to(words: Sequence[str], first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the tokens that are joined to a range, with how many letters join them."""
    if last < len(words) and len(words[last]) > _SHORTEST and words[last][0] == "و":
        yield last, 1
    if last + 1 < len(words) and words[last] in _DASHES:
        yield last + 1, 0
    if first > 1 and words[first - 1] in _DASHES:
        yield first - 2, 0


@cache
def _bare_codes() -> frozenset[str]:
    """Return the codes of words that no lexicon has."""
    return _codes(f"{{?{_UNKNOWN}}}")


def _rows_of(one: Annotation) -> list[Place]:
    """Return the row of a place that was found, none of a country."""
    link = one.value.id
    return [row for row in find_places(fold(one.value.name)) if row.id == link and row.type != "country"]


def _is_beside(row: Place, places: Iterable[Place], reach: float = _CLOSE) -> bool:
    """Does a row lie in one of some other places, or within so many kilometres of one?"""
    return any(
        place.id in (row.region, row.county) or (place.id != row.id and distance(row, place) < reach)
        for place in places
    )
