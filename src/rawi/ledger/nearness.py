"""How near an entry is to a claim that was read: part by part, each a reason that can be shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from rawi.ledger.answers import Understood
from rawi.ledger.assertions import find_refused_deed, is_negated, is_negative, is_of_anybody, is_refused
from rawi.ledger.attribution import voice
from rawi.ledger.claims import build_count, build_said
from rawi.ledger.reading import Reading
from rawi.ledger.results import Count, Said
from rawi.ledger.rows import sentence_span
from rawi.ledger.subjects import as_told_of, find_placed, find_places, speaks_of_speaker
from rawi.ledger.terms import WORD, split_words, stem, word_forms
from rawi.ledger.timeline import Days, find_days
from rawi.ledger.wording import Words, join_keys, keys_of
from rawi.model.claim import Figure, Statement
from rawi.model.definition import Definition
from rawi.model.span import Span
from rawi.model.value import Hedge
from rawi.relations.quantities.counts import TOLLS

ABOUT = 0.1  # share by which two values may be apart and still be one, if one of them is approximate
_ROUNDED = 0.005  # else: 97 and 97.08
IN_DOCUMENT = 0.5  # what it counts for that not the sentence but its document names people
#: What each part of a claim counts for; without a number it is the words that make it what it is.
_WEIGHTS = {"what": 0.3, "whom": 0.25, "speaker": 0.2, "place": 0.1, "date": 0.1, "words": 0.2, "value": 0.15}
_WORDS_ALONE = 0.6
_HALF, _MOST_WORDS = 0.5, 0.75
_ANYBODY = "people"  # the class of whom no word tells apart
_GREATEST = 1e300
_SHORTEST, _TIMES, _BEFORE = 10, 3, 3  # words of a passage, at least and for each word of the claim, before


class Asked(msgspec.Struct, frozen=True):
    """A claim, and ``names``, the forms in which the ledger writes whom it is of (داعش، تنظيم الدولة), also
    as stems; ``topics`` are the keys of each of its other words, ``placed`` those that name a place by the
    noun before them (رأس المرجان), with that noun."""

    read: Understood
    whom: tuple[Words, ...] = ()
    names: tuple[str, ...] = ()
    topics: tuple[Words, ...] = ()
    placed: tuple[tuple[str, str], ...] = ()


class Seen(msgspec.Struct, frozen=True):
    """An entry beside a claim: what it shares with it by part, each from 0 to 1, and how near that makes it;
    ``negated`` if the words that it shares say that something is not so, ``known`` if it is of the quantity
    of the claim whatever its words say. ``held`` is the entry of the statement that holds a figure,
    ``elsewhere`` if it names places and not that of the claim. A figure has the sign that stands before it,
    and is denied also where the words around it say so."""

    entry: Count | Said
    shares: dict[str, float]
    score: float
    negated: bool = False
    known: bool = False
    held: str | None = None
    elsewhere: bool = False


class Toll(NamedTuple):
    """What befell those whom a figure counts, and which people they are; null where the words do not say."""

    what: str | None
    who: str | None


def stem_all(names: Iterable[str]) -> list[str]:
    """Return the stems of the words of names.

    >>> stem_all(["قوات التحالف"])
    ['قوات', 'تحالف']
    """
    return [stem(word) for name in names for word in split_words(name)]


def see_entry(
    asked: Asked,
    reading: Reading,
    position: int,
    origin: str | None = None,
    defined: Definition | None = None,
) -> Seen:
    """Compare an entry with a claim part by part; only parts that the claim has count.

    ``origin`` is given for a figure of which a series says that it counts what the claim counts, and of whom,
    whatever its words say: the name under which it is counted there. ``defined`` says what a figure counts.
    """
    item = reading.item(position)
    assert isinstance(item, Figure | Statement)
    if isinstance(item, Figure):
        spans: tuple[Span, ...] = (sentence_span(reading.document.text, item.span),)
        near = _keys(reading, spans)
        count, negated = build_count(reading, position), False
        refused = is_refused(reading.document.text, item.span, item.number)
        signed = sign(reading.document.text, item)
        entry: Count | Said = msgspec.structs.replace(count, figure=signed, denied=count.denied != refused)
        counted = defined.what if defined is not None and defined.what in TOLLS else None
        if counted is None and (refused or count.denied):
            counted = find_refused_deed(reading.document.text, item.number)
    else:
        spans, entry, counted = item.content, build_said(reading, position), None
        passage = _find_passage(asked, entry)
        near, negated = join_keys(passage), is_negated(passage)
        name = voice(item)
        if name and _holds(name, [asked.read.claim]) and speaks_of_speaker(reading, item):
            near |= join_keys(split_words(name))
    found = dict(_shares(asked, entry, near, Toll(counted, defined.who if defined else None)))
    if origin and asked.read.speaker and _holds(asked.read.speaker, [origin]):
        found["speaker"] = 1.0
    if found.get("whom") == 0.0 and _names_whom(asked, _keys(reading, (_whole(reading),))):
        found["whom"] = IN_DOCUMENT
    asks = {"what": asked.read.what or asked.read.unit, "whom": asked.whom}
    shares = found | ({name: 1.0 for name, part in asks.items() if part} if origin else {})
    return Seen(
        entry,
        shares,
        _score(asked.read, shares),
        negated,
        origin is not None,
        reading.ids.get(item.according_to or "") if isinstance(item, Figure) else None,
        _is_elsewhere(asked.read, find_places(reading, item, spans), near)
        or _is_placed_elsewhere(asked, reading, spans),
    )


def _is_placed_elsewhere(asked: Asked, reading: Reading, spans: Sequence[Span]) -> bool:
    """Is an entry not where a claim is by the words that name its places: its document has none of these
    names, or its sentence another behind the same noun (رأس المرجان، رأس الصدف)?"""
    if not asked.placed:
        return False
    words = [word for span in spans for word in split_words(span.of(reading.document.text))]
    heads = {head: name for name, head in find_placed(words).items()}
    here, known = set(map(stem, words)), _keys(reading, (_whole(reading),))
    return any(
        name not in known or (name not in here and heads.get(head, name) != name)
        for name, head in asked.placed
    )


def _is_elsewhere(read: Understood, places: Sequence[str], near: Words) -> bool:
    """Does an entry name places, and none that the claim is of? Where the claim names none that is known, one
    of its own words that the entry has not may be its place."""
    named = [frozenset(stem_all([place])) for place in places]
    if not named:
        return False
    if read.place:
        mine = frozenset(stem_all([read.place]))
        return not any(mine <= one or one <= mine for one in named)
    told = frozenset(stem_all([read.claim]))
    return not any(one <= told for one in named) and not all(word in near for word in read.words)


def _find_passage(asked: Asked, said: Said) -> list[str]:
    """Return those folded words of a statement, not many more than the claim has, that have most of it: what
    a long speech has here and there it does not say."""
    words = as_told_of(split_words(said.words))
    names = {*stem_all([asked.read.place or ""])}.union(*asked.whom)
    wanted = (*asked.topics, *(frozenset((name,)) for name in names))
    known, size = frozenset[str]().union(*wanted), max(_SHORTEST, _TIMES * len(wanted))
    hits = [at for at, word in enumerate(words) if known & keys_of(word)]
    passages = (join_keys(words[at : at + size]) for at in hits)
    found = [sum(not keys.isdisjoint(passage) for keys in wanted) for passage in passages]
    best = hits[found.index(max(found))] if hits else 0
    return words[max(0, best - _BEFORE) : best + size]


def _score(read: Understood, shares: Mapping[str, float]) -> float:
    """Return how much of what a claim says an entry has."""
    weights = _WEIGHTS if read.number is not None else _WEIGHTS | {"words": _WORDS_ALONE}
    possible = sum(weights[name] for name in shares)
    got = sum(weights[name] * share for name, share in shares.items())
    return round(got / possible, 3) if possible else 0.0


def _whole(reading: Reading) -> Span:
    """Return the whole text of a document."""
    return Span(0, len(reading.document.text))


def _keys(reading: Reading, spans: Sequence[Span]) -> Words:
    """Return the keys of the words at source spans."""
    folded = reading.folded
    texts = [folded.text[slice(*folded.from_source(span.start, span.end))] for span in spans]
    return join_keys(word for text in texts for word in WORD.findall(text))


def _shares(asked: Asked, entry: Count | Said, near: Words, toll: Toll) -> Iterator[tuple[str, float]]:
    """Yield for each part of the claim how far an entry has it; what the entry does not say is no part."""
    read, value = asked.read, entry.figure if isinstance(entry, Count) else None
    if (read.what or read.unit or read.counted) and value and (value.counted or value.unit or toll.what):
        yield "what", _share_counted(read, value, near, toll)
    if asked.whom:
        yield "whom", float(_names_whom(asked, near))
    if read.speaker:
        yield "speaker", float(_same_speaker(read.speaker, entry))
    if read.place:
        yield "place", float(_same_place(read.place, entry, near))
    if read.date:
        yield "date", float(_meets_date(read.date, entry))
    if asked.topics:
        yield "words", sum(not keys.isdisjoint(near) for keys in asked.topics) / len(asked.topics)
    if read.number is not None and value:
        yield "value", float(is_same_value(read, value))


def _names_whom(asked: Asked, words: Words) -> bool:
    """Do words have all of one form of whom a claim is of?"""
    return any(form <= words for form in asked.whom)


def _share_counted(read: Understood, figure: Figure, near: Words, toll: Toll) -> float:
    """Return how far a figure counts the same: the same noun or unit, or, where the claim has only a word for
    what befell them (القتلى 12), the same class; half if its sentence has the noun."""
    if read.unit or figure.unit:
        return float(read.unit == figure.unit)
    if read.counted and toll.what:
        if toll.what != read.counted:
            return 0.0
        if is_of_anybody(read) and toll.who in (None, _ANYBODY):
            return 1.0
    asked = set(stem_all([read.what or ""]))
    if not asked.isdisjoint(stem_all([figure.counted.text if figure.counted else ""])):
        return 1.0
    return _HALF if asked & near else 0.0


def _same_speaker(speaker: str, entry: Count | Said) -> bool:
    """Do the names or the role of who says an entry, or of who passed it on, hold all words of a name?"""
    told = entry.statement.speaker if isinstance(entry, Said) else None
    names = [told.name, told.role] if told else [entry.holder] if isinstance(entry, Count) else []
    return _holds(speaker, [name for name in (*names, *entry.relayed_by) if name])


def _holds(speaker: str, names: Iterable[str]) -> bool:
    """Do names hold all words of who speaks, in any form?"""
    words = set(split_words(" ".join(names)))
    return all(words & word_forms(word) for word in split_words(speaker))


def _same_place(place: str, entry: Count | Said, near: Words) -> bool:
    """Is a place that of the figure, else named in the sentence?"""
    own = entry.figure.place if isinstance(entry, Count) else None
    words = set(stem_all([own])) if own else near
    return set(stem_all([place])) <= words


def date_of(entry: Count | Said) -> str | None:
    """Return when an entry held, else was said, else was published."""
    held = entry.as_of if isinstance(entry, Count) else None
    return held or entry.said or entry.article.published


def days_of(entry: Count | Said) -> Days | None:
    """Return the first and the last day of an entry; null where it has none."""
    return find_days(date_of(entry))


def _meets_date(date: str, entry: Count | Said) -> bool:
    """Do two dates have a day in common?"""
    a, b = find_days(date), days_of(entry)
    return a is not None and b is not None and a[0] <= b[1] and b[0] <= a[1]


def known_ends(low: float | None, high: float | None) -> list[float]:
    """Return the ends of a value that are known; beyond 1e300 nothing is compared."""
    return [float(end) for end in (low, high) if end is not None and abs(end) < _GREATEST]


def sign(text: str, figure: Figure) -> Figure:
    """Return a figure below nothing if a minus sign stands before its number, else the figure."""
    if not is_negative(text, figure.number):
        return figure
    low, high = figure.high, figure.low
    return msgspec.structs.replace(
        figure, low=None if low is None else -low, high=None if high is None else -high
    )


def is_same_value(read: Understood, figure: Figure) -> bool:
    """Are two values one, but for rounding, at either end? Of an open one its bound is looked at; an
    approximate one reaches a tenth to either side, and what gives only a magnitude (آلاف) is no value."""
    mine, its = known_ends(read.low, read.high), known_ends(figure.low, figure.high)
    hedges = {read.hedge, figure.hedge}
    if not mine or not its or Hedge.ORDER in hedges:
        return False
    reach = ABOUT if Hedge.ABOUT in hedges else _ROUNDED
    pairs = ((min(mine), min(its)), (max(mine), max(its)))
    return all(abs(a - b) <= reach * max(abs(a), abs(b)) for a, b in pairs)


def may_both_hold(read: Understood, figure: Figure) -> bool:
    """Can a claim and a figure both be right? An approximate one reaches a tenth to either side."""
    mine = _range(read.low, read.high, read.hedge)
    its = _range(figure.low, figure.high, figure.hedge)
    return mine[0] <= its[1] and its[0] <= mine[1]


def _range(low: float | None, high: float | None, hedge: Hedge | None) -> tuple[float, float]:
    """Return the values that the words allow."""
    reach = ABOUT if hedge == Hedge.ABOUT else 0.0
    bottom = next((end - abs(end) * reach for end in known_ends(low, None)), float("-inf"))
    return bottom, next((end + abs(end) * reach for end in known_ends(None, high)), float("inf"))


def is_comparable(read: Understood, one: Seen) -> bool:
    """Is it the same quantity: the same noun, and of the same people, place or topic? Of a claim that has
    none of these (3 آلاف مقاتل، القتلى 12) nothing can say."""
    if one.elsewhere:
        return False
    if one.known or one.shares.get("what", 0.0) < 1.0:
        return one.known
    words = one.shares.get("words", 0.0)
    whom = one.shares.get("whom", 0.0) > IN_DOCUMENT
    if read.unit:
        return words >= _MOST_WORDS or (whom and words > 0)
    if "whom" in one.shares:
        return whom
    if read.place:
        return one.shares["place"] > 0 and (words > 0 or not read.words)
    topic = bool(read.what) or len(read.words) > 1
    return topic and words >= _MOST_WORDS
