"""Places: known ones, and those that a noun such as town or governorate introduces (``قرية وادي
الريحان``)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache

import msgspec

from rawi.annotations.annotator import Annotations
from rawi.annotations.corroboration import find_corroborated
from rawi.annotations.gazetteer import Known, load_known
from rawi.annotations.lexis import load_vocabulary
from rawi.annotations.localities import (
    LARGE,
    LONGEST,
    Found,
    choose,
    countries_of,
    find_again,
    find_lists,
    find_longest,
    is_meant,
    load_kinds,
)
from rawi.annotations.mentions import annotation_of, words_of_name
from rawi.annotations.nametapes import NameTape, read_names
from rawi.annotations.toponyms import find_toponyms, is_unheard, load_shapes
from rawi.annotations.towns import find_beside, find_towns
from rawi.arabic.clitics import Clitic
from rawi.lexicons.atlas import KNOWN, find_variants
from rawi.model.annotation import Annotation, Kind
from rawi.model.mention import PlaceMention, Precision, Range
from rawi.model.place import Place
from rawi.text.text import Text

_PRECISION: dict[str, Precision] = {
    "country": "country",
    "region": "region",
    "city": "city",
    "locality": "city",
    "neighbourhood": "city",
}
_NAME = "{noun|heh|alef|nisba|lam|verbal|name|given|likely|ordinary|kunya:noprep}"
_INTRODUCED = (
    "{?settlement|region:noal}(?P<name>{place:noprep}{more}*|"
    f"(?:{{feature|kunya|head|ordinary:bare}}|{_NAME})?{_NAME})"
)
_HEADS = (
    "{?settlement|region|site:noal}(?={verb|adverb|ordinary|weak|head|site|feature|settlement:bare}"
    "|{org|outlet|kin|month:noprep}|{settlement:det}"
    "|{nisba|nisbat|qualifier|either|nationality|ordinary|office|official|anonymous|many|head|heads|weak|kunya:det})"
)
_ENDS = (
    "(?=$|{comma|colon|stop|break|closing|quote|dash}"
    "|{?particle|verb|inside|preposition|source|adverb}|{direction})"
)


# Rules that need no more than a noun or preposition before a name of the gazetteer.
_SHOWN = frozenset(
    ("place/shown", "place/in-country", "place/country", "place/after-noun", "place/after-head")
)


@cache
def _load_pattern() -> re.Pattern[str]:
    """Compile the pattern of places that a noun introduces."""
    return re.compile(load_vocabulary().compile(_INTRODUCED))


@cache
def _load_heads() -> re.Pattern[str]:
    """Compile the nouns that only places have, before words that are no names to a lexicon (مدينة حرض); a
    definite adjective after them is one, for it does not agree (قرية الخالدية)."""
    return re.compile(load_vocabulary().compile(_HEADS))


@cache
def _load_towns() -> frozenset[str]:
    """Return the codes of nouns of towns without article."""
    return load_vocabulary().codes("{settlement:bare}")


@cache
def _load_titles() -> frozenset[str]:
    """Return the codes of titles."""
    return load_vocabulary().codes("{office|official:det}")


@cache
def _load_ends() -> re.Pattern[str]:
    """Compile what must follow the name of a place that no table knows."""
    return re.compile(load_vocabulary().compile(_ENDS))


@cache
def _load_single() -> re.Pattern[str]:
    """Compile the class of known places."""
    return re.compile(load_vocabulary().compile("{?place}{more}*"))


class PlaceAnnotator:
    """Annotates places; a stage as ``annotator.Annotator`` describes it."""

    needs: AbstractSet[Kind] = frozenset()
    makes: AbstractSet[Kind] = frozenset({Kind.PLACE})

    def annotate(self, text: Text, known: Annotations) -> Iterable[Annotation]:
        """Return the places of a text, in order, none overlapping. Never raises."""
        names = read_names(text)
        sure = list(find_known(text, names))
        countries = countries_of(text, sure, known.of(Kind.ORGANIZATION))
        found = list(find_introduced(text, names, countries))
        areas = {(one.first, one.last) for one in found if one.value.precision in ("region", "area")}
        found += [one for one in sure if (one.first, one.last) not in areas]  # محافظة حمص is not the city
        found += [_located(text, one) for one in find_lists(text, names, countries)]
        taken = _take(found, bytearray(len(text.words) + 1))
        more = [_located(text, one) for one in find_corroborated(text, names.tape, countries, taken)]
        found += more
        _take(more, taken)
        more = [_located(text, one) for one in find_towns(text, names, countries, found, taken)]
        found += more
        _take(more, taken)
        more = [_located(text, one) for one in find_beside(text, names.tape, countries, found, taken)]
        found += more
        found += _repeat(text, names, found, _take(more, taken))
        found.sort(key=_longest_first)
        named = {
            one.first + 1
            for one in known.of(Kind.ORGANIZATION)
            if one.last > one.first + 1 and not _bears_place(text.words[one.first])
        }
        end = -1
        for one in found:
            if one.first in named and one.rule in _SHOWN:
                continue  # مستشفى الشفاء is named for no village
            if one.first >= end:
                end = one.last
                yield one


def _repeat(text: Text, names: NameTape, found: Sequence[Annotation], taken: bytearray) -> list[Annotation]:
    """Return the places that a noun has introduced where they stand again without it."""
    introduced = [one for one in found if one.rule != "place/known" and (one.value.id or _is_town(text, one))]
    again = []
    for first, last, joined, mention in find_again(text, names, introduced, taken):
        start = text.starts[first] + joined
        again.append(annotation_of(Kind.PLACE, text, start, first, last, "place/again", mention))
    return again


def _bears_place(word: str) -> bool:
    """Is the first word of a body's name one that stands before the name of a place: بلدية، مديرية?"""
    entry = load_vocabulary().entry(word)
    return entry is not None and entry.form in load_kinds()


def _is_town(text: Text, one: Annotation) -> bool:
    """Does a noun that only towns bear stand before a name: بلدة, but not منطقة?"""
    word = load_vocabulary().entry(text.words[one.first - 1]) if one.first else None
    return word is not None and word.kind == "settlement"


def _take(found: Iterable[Annotation], taken: bytearray) -> bytearray:
    """Flag the tokens that annotations hold besides those that are flagged."""
    for one in found:
        taken[one.first : one.last] = b"\1" * (one.last - one.first)
    return taken


def _longest_first(one: Annotation) -> tuple[int, int]:
    """Return what sorts annotations by where they begin, of these the longest first."""
    return one.first, -one.last


def find_known(text: Text, names: NameTape) -> Iterator[Annotation]:
    """Yield the places that a table knows and that need no context."""
    phrases = names.phrases
    entries, known, clitics_of = load_vocabulary().entries, load_known(), load_vocabulary().clitics_of
    for match in _load_single().finditer(names.tape):
        first, last = match.span()
        phrase = phrases.get(first)
        if "\u064b" in text.words_of(first, last):
            continue  # ودومًا is always, and no town
        row = known[entries[text.words[first]].form] if phrase is None else phrase.payload
        yield place_of(text, first, last, "place/known", row, clitics_of(names.tape[first]))


def find_introduced(text: Text, names: NameTape, countries: frozenset[str]) -> Iterator[Annotation]:
    """Yield the places after a noun such as town; those that no table knows only where the name clearly
    ends."""
    for match in _load_pattern().finditer(names.tape):
        one = _find_named(text, names.tape, match.start(), match.span("name"), countries)
        if one is not None:
            yield one
    for new in find_toponyms(text, names.tape):
        row = _find_spelt(text, new.first, new.last, countries) if new.rule == "place/described" else None
        yield place_of(text, new.first, new.last, new.rule, row, new.clitics)
    for at in _offices(text, names.tape):
        one = _find_after(text, at, at + 1, at + 1 + LONGEST, countries)
        if one is not None and (one.value.precision == "area" or one.value.country in countries):
            yield one
    for match in _load_heads().finditer(names.tape):
        if names.tape[match.end()] in _load_towns() and text.words[match.end()] not in load_shapes():
            continue
        one = _find_after(text, match.start(), match.end(), match.end() + LONGEST, countries)
        if one is not None and not _is_honour(text, names.tape, one):
            yield msgspec.structs.replace(one, rule="place/after-head")


def _find_named(
    text: Text, tape: str, head: int, name: Range, countries: frozenset[str]
) -> Annotation | None:
    """Return the place after a noun at ``head``: of the gazetteer, by a name that may go on after ``name``,
    or one that no table knows."""
    first, last = name
    whole = last
    while whole < first + LONGEST and _may_go_on(text, tape, whole):
        whole += 1
    if (one := _find_after(text, head, first, whole, countries)) is not None:
        return one
    if last - first > 1 and text.words[last - 1].startswith("و"):
        last -= 1  # قرية الريحان ويمر بها النهر
    if not is_unheard(text, first, last) or not _load_ends().match(tape, last):
        return None
    return place_of(text, first, last, "place/introduced", _find_spelt(text, first, last, countries), 0)


def _is_honour(text: Text, tape: str, one: Annotation) -> bool:
    """Is a name that of a person (مدينة الملك فيصل), or does it say what for (مدينة العلوم للطاقة)?"""
    titled = one.last - one.first > 1 and tape[one.first] in _load_titles()
    return titled or text.words[one.last - 1].startswith("لل")


def _may_go_on(text: Text, tape: str, at: int) -> bool:
    """May a name in the gazetteer go on with a token: a definite word, or a known place (قصر البريج)?"""
    return at < len(tape) and (text.words[at].startswith("ال") or tape[at] in _load_bare_places())


@cache
def _load_bare_places() -> frozenset[str]:
    """Return the codes of known places with nothing joined."""
    return load_vocabulary().codes("{place:bare}")


def _find_spelt(text: Text, first: int, last: int, countries: frozenset[str]) -> Place | None:
    """Return the one place in the countries of an article whose name differs by a long vowel from a name of
    one word."""
    if last - first > 1 or text.words[first].startswith("ال"):
        return None
    rows = [row for row in find_variants(text.words[first]) if row.country in countries and not row.common]
    best = max(rows, key=lambda row: row.rank, default=None)
    towns = [row for row in rows if row.type == "locality" and row is not best]  # its district is no rival
    return best if best and all(row.rank < min(best.rank, LARGE) for row in towns) else None


def _offices(text: Text, tape: str) -> Iterator[int]:
    """Yield the tokens of nouns that head the names of bodies and of districts too: مديرية باجل, مديرية
    الصحة."""
    entry, kinds = load_vocabulary().entry, load_kinds()
    for match in _load_bodies().finditer(tape, 0, max(len(tape) - 1, 0)):
        at = match.start()
        if (word := entry(text.words[at])) is not None and word.form in kinds:
            yield at


@cache
def _load_bodies() -> re.Pattern[str]:
    """Compile the nouns that head the names of bodies."""
    return re.compile(load_vocabulary().compile("{?head|weak:noal}"))


def _find_after(text: Text, head: int, first: int, last: int, countries: frozenset[str]) -> Annotation | None:
    """Return the place of the gazetteer after a noun at ``head``; the noun too where it is part of the name
    (مدينة الصدر)."""
    words = text.words
    word = load_vocabulary().entry(words[head])
    kinds = load_kinds().get(word.form, ()) if word else ()
    end, rows = find_longest(words[:last], first)
    meant = [row for row in rows if is_meant(row, kinds, countries)]
    if not meant and end - first > 1 and len(rows) == 1 and _is_sole(rows[0]):
        meant = list(rows)  # مخيم عين الحلوة: of two words, and of one place in all the gazetteer
    if not meant and kinds[:1] == ("county",):  # قضاء الدور: the gazetteer has the seat only
        meant = [row for row in rows if is_meant(row, ("locality",), countries)]
    shape = word is not None and word.form in load_shapes()  # كفر داعل is never the kafr of داعل
    if word and (shape or kinds[-1:] == ("locality",)):
        best = max((row.rank for row in meant), default=KNOWN)
        least = 0 if shape else best + (best > KNOWN and kinds[0] != "neighbourhood")
        whole, own = find_longest([word.form, *words[first:last]], 0)
        if whole > 1 and (
            known := [row for row in own if row.rank >= least and is_meant(row, (), countries)]
        ):
            joined = int(load_vocabulary().clitics.get(words[head], 0))
            return place_of(text, head, head + whole, "place/after-noun", known[0], joined)
    if not meant or _goes_on(text, first, end):
        return None
    return place_of(text, first, end, "place/after-noun", choose(meant, kinds, countries), 0)


def _is_sole(row: Place) -> bool:
    """Is the only row of a name known by more than where it lies, and no quarter named for something?"""
    return row.rank > KNOWN and not row.common and row.type != "neighbourhood"


def _goes_on(text: Text, first: int, end: int) -> bool:
    """Is a word only the first of a phrase: منطقة مساكن الطيارين? A definite noun after it is no
    adjective."""
    if end - first > 1 or end >= len(text.words) or text.words[first].startswith("ال"):
        return False
    after = text.words[end]
    plural = after.startswith("ال") and after.endswith(("ين", "ون", "ات"))
    return plural or read_names(text).tape[end] in _load_owners()


@cache
def _load_owners() -> frozenset[str]:
    """Return the codes of definite nouns for people and bodies, which are no adjectives."""
    return load_vocabulary().codes("{many|heads|office|occupation|nationals:det}")


def _located(text: Text, one: Found) -> Annotation:
    """Return the annotation of a place that context has shown."""
    clitics = int(Clitic.CONJUNCTION) if one.joined else 0
    return place_of(text, one.first, one.last, one.rule, one.row, clitics)


def place_of(
    text: Text, first: int, last: int, rule: str, row: Known | Place | None, clitics: int
) -> Annotation:
    """Return the annotation of a place."""
    start, name = words_of_name(text, first, last, clitics)
    if row is None:
        mention = PlaceMention(name)
    else:
        mention = PlaceMention(name, row.id, row.country, _PRECISION.get(row.type, "area"))
    return annotation_of(Kind.PLACE, text, start, first, last, rule, mention)


PLACES = PlaceAnnotator()
