"""What an article says of where its places lie: countries and how often, the noun before a name, what is
named right after it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

import msgspec

from rawi.annotations.lexis import load_vocabulary
from rawi.annotations.localities import load_kinds
from rawi.lexicons.atlas import find_places
from rawi.model.annotation import Annotation
from rawi.model.place import Place
from rawi.text.text import Text

_NATION, _BESIDE = 0.7, 0.3
_LARGE = 8


class Seen(msgspec.Struct, frozen=True, gc=False):
    """One mention of a place: its annotation, folded name, sentence, the types that the noun before it says
    and the country of an adjective after it."""

    note: Annotation
    name: str
    sentence: int
    kinds: tuple[str, ...] = ()
    nation: str | None = None


class Surroundings(msgspec.Struct, frozen=True):
    """``countries`` of an article with their share (0 to 1), and those of each sentence by its number."""

    countries: dict[str, float]
    by_sentence: dict[int, frozenset[str]]


def see(text: Text, note: Annotation, sentence: int) -> Seen:
    """Return a mention with what stands right before and after it."""
    words = text.words
    joined = note.start - text.starts[note.first]
    first = words[note.first]
    head = "ال" + first[joined + 2 :] if first.startswith("لل", joined) and not joined else first[joined:]
    name = " ".join((head, *words[note.first + 1 : note.last]))
    return Seen(note, name, sentence, _kinds_before(words, note.first), _nation_after(words, note.last))


def _kinds_before(words: Sequence[str], first: int) -> tuple[str, ...]:
    """Return the types of the gazetteer that the noun before a token says; none without such a noun."""
    if not first:
        return ()
    word = load_vocabulary().entry(words[first - 1])
    return load_kinds().get(word.form if word else words[first - 1], ())


def _nation_after(words: Sequence[str], last: int) -> str | None:
    """Return the country of the adjective after a name: القائم العراقية."""
    word = load_vocabulary().entry(words[last]) if last < len(words) else None
    return word.id if word and word.kind == "nationality" and word.id != "--" else None


@cache
def _load_nations() -> re.Pattern[str]:
    """Compile the class of adjectives and people of a country."""
    return re.compile(load_vocabulary().compile("{?nationality|nationals}"))


def read_surroundings(text: Text, mentions: Iterable[Seen], home: str | None = None) -> Surroundings:
    """Return which countries an article is about: countries named and adjectives of them count; ``home`` is
    the country of the outlet (ISO 3166-1), if known."""
    counts: defaultdict[str, float] = defaultdict(float)
    sentences: dict[int, set[str]] = {}
    ends = set()
    for seen in mentions:
        ends.add(seen.note.last)
        if country := _country_of(seen):
            counts[country] += 1
            sentences.setdefault(seen.sentence, set()).add(country)
    entry = load_vocabulary().entry
    for match in _load_nations().finditer(text.tape(load_vocabulary())):
        at = match.start()
        word = entry(text.words[at])
        if word is None or not word.id or word.id == "--":
            continue
        beside = at in ends  # الحسكة السورية tells little of the places around
        counts[word.id] += _BESIDE if beside else _NATION
        if not beside:
            sentences.setdefault(text.sentence_of(at)[0], set()).add(word.id)
    if home:
        counts[home] += _NATION
    total = max(sum(counts.values()), 1.0)
    shares = {country: count / total for country, count in counts.items()}
    return Surroundings(shares, {number: frozenset(found) for number, found in sentences.items()})


def _country_of(seen: Seen) -> str | None:
    """Return the country that a mention names; none where a large city elsewhere bears that name."""
    link = seen.note.value.id
    country = str(link[4:]) if link and link.startswith("iso:") else None
    if country is None or any(is_rival(row, country) for row in find_places(seen.name)):
        return None
    return country


def is_rival(row: Place, country: str | None) -> bool:
    """Is a row so large a city of another country that a country's name may mean it?"""
    return row.rank >= _LARGE and row.type == "locality" and row.country != country
